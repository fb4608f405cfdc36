// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"

#include <QFileInfo>
#include <QList>
#include <QLockFile>

#include <memory>
#include <optional>

namespace slipway::api {

//! Viewer: reads. Operator: reads and gives commands.
enum class Role { Viewer, Operator };
QString toText(Role role);
std::optional<Role> roleFromText(const QString& text);

//! A token as it is kept: never itself, only its digest.
struct KnownToken {
    QString name; //!< the actor of what is done with it
    Role role = Role::Viewer;
    QByteArray sha256;
    Timestamp createdAt;
};

//! The file of the API's tokens: JSON, 0600. One that is missing has none.
class TokenFile {
public:
    explicit TokenFile(QString path)
        : m_path(std::move(path))
    { }
    static QString defaultPath();

    const QString& path() const { return m_path; }
    //! Errors "file.…", "json.invalid".
    Result<QList<KnownToken>> read() const;
    //! Makes a token; what is returned is shown once and kept nowhere. Errors "api.tokenExists", "api.malformed" (a name
    //! that is none), "file.…".
    Result<Secret> add(const QString& name, Role role, Timestamp now) const;
    //! Its holder is refused from the next request on. Error "api.tokenUnknown".
    Result<void> remove(const QString& name) const;

private:
    Result<std::shared_ptr<QLockFile>> lock() const;
    Result<void> write(const QList<KnownToken>& tokens) const;

    QString m_path;
};

//! Who asks.
struct Caller {
    QString name;
    Role role = Role::Viewer;
};

//! Knows callers by their tokens. The file is read again when it has changed, so that a removed token ends at once.
class Access {
public:
    explicit Access(TokenFile file)
        : m_file(std::move(file))
    { }

    //! Nothing: no such token. Errors of the file.
    Result<std::optional<Caller>> callerOf(const QByteArray& token);
    //! Whether the name still has that role at least.
    bool stillHas(const Caller& caller);

private:
    Result<void> refresh();

    TokenFile m_file;
    QList<KnownToken> m_tokens;
    std::optional<std::pair<QDateTime, qint64>> m_read; //!< state of the file when it was read
};

} // namespace slipway::api
