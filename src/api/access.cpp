// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/access.h"

#include "api/constant_time.h"
#include "base/error_codes.h"
#include "base/private_files.h"
#include "base/text.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStandardPaths>

#include <array>

namespace slipway::api {

namespace {

constexpr int lockedFor = 10'000; // ms; a change takes a few

QByteArray digestOf(const QByteArray& token) { return QCryptographicHash::hash(token, QCryptographicHash::Sha256); }

//! 256 bits from the system, behind a prefix by which logs and scanners know what it is (base/redaction.cpp).
Secret newToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    const auto bytes = QByteArray::fromRawData(reinterpret_cast<const char*>(words.data()), qsizetype(sizeof words));
    return Secret("slw_" + bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

QString toText(Role role) { return role == Role::Operator ? u"operator"_s : u"viewer"_s; }

std::optional<Role> roleFromText(const QString& text)
{
    for (const Role role : {Role::Viewer, Role::Operator}) {
        if (text == toText(role))
            return role;
    }
    return std::nullopt;
}

QString TokenFile::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/slipway/api-tokens.json"_s;
}

Result<QList<KnownToken>> TokenFile::read() const
{
    if (!QFileInfo::exists(m_path))
        return QList<KnownToken>{};
    const auto bytes = readPrivateFile(m_path);
    if (!bytes)
        return bytes.error();
    const auto json = parseJson(*bytes);
    if (!json)
        return json.error();
    QList<KnownToken> tokens;
    const Json& list = memberAt(*json, "tokens");
    for (const auto& entry : list.is_array() ? list : Json::array()) {
        const auto role = roleFromText(textAt(entry, "role"));
        const auto digest = QByteArray::fromHex(textAt(entry, "sha256").toLatin1());
        const auto made = Timestamp::fromIso(textAt(entry, "createdAt"));
        // A line that cannot be read in full lets nobody in.
        if (role && digest.size() == 32 && made && !textAt(entry, "name").isEmpty())
            tokens.append({textAt(entry, "name"), *role, digest, *made});
    }
    return tokens;
}

Result<void> TokenFile::write(const QList<KnownToken>& tokens) const
{
    Json list = Json::array();
    for (const auto& token : tokens) {
        list.push_back({{"name", toJson(token.name)}, {"role", toJson(toText(token.role))},
            {"sha256", token.sha256.toHex().toStdString()}, {"createdAt", toJson(token.createdAt.toIso())}});
    }
    if (auto made = makePrivateDirectory(QFileInfo(m_path).absolutePath()); !made)
        return made;
    return writePrivateFile(m_path, toBytes(Json{{"tokens", std::move(list)}}) + '\n');
}

//! Two programs that each write what they have read plus their own would lose one of both.
Result<std::shared_ptr<QLockFile>> TokenFile::lock() const
{
    if (auto made = makePrivateDirectory(QFileInfo(m_path).absolutePath()); !made)
        return made.error();
    auto file = std::make_shared<QLockFile>(m_path + u".lock"_s);
    if (!file->tryLock(lockedFor))
        return Error{.code = errc::fileUnwritable,
            .args = {{"file", m_path.toStdString()}, {"reason", "another program is changing it"}}};
    return file;
}

Result<Secret> TokenFile::add(const QString& name, Role role, Timestamp now) const
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9][A-Za-z0-9._-]{0,39}\\z"_s);
    if (!form.match(name).hasMatch())
        return Error{.code = errc::apiMalformed,
            .args = {{"reason", "a token's name has up to 40 letters, digits, dots, hyphens and underscores"}}};
    const auto alone = lock();
    if (!alone)
        return alone.error();
    auto tokens = read();
    if (!tokens)
        return tokens.error();
    for (const auto& token : *tokens) {
        if (token.name.compare(name, Qt::CaseInsensitive) == 0)
            return Error{.code = errc::apiTokenExists, .args = {{"name", name.toStdString()}}};
    }
    Secret token = newToken();
    tokens->append({name, role, digestOf(token.reveal()), now});
    if (auto written = write(*tokens); !written)
        return written.error();
    return token;
}

Result<void> TokenFile::remove(const QString& name) const
{
    const auto alone = lock();
    if (!alone)
        return alone.error();
    auto tokens = read();
    if (!tokens)
        return tokens.error();
    QStringList known;
    for (const auto& token : *tokens)
        known << token.name;
    if (tokens->removeIf([&](const KnownToken& token) { return token.name == name; }) == 0) {
        Error error{.code = errc::apiTokenUnknown, .args = {{"name", name.toStdString()}}};
        if (!known.isEmpty())
            error.args["known"] = toJson(known);
        return error;
    }
    return write(*tokens);
}

Result<void> Access::refresh()
{
    const QFileInfo info(m_file.path());
    const std::pair state{info.lastModified(), info.exists() ? info.size() : qint64(-1)};
    if (m_read && *m_read == state)
        return {};
    auto tokens = m_file.read();
    if (!tokens) {
        m_tokens.clear(); // what cannot be read lets nobody in
        m_read.reset();
        return tokens.error();
    }
    m_tokens = std::move(*tokens);
    m_read = state;
    return {};
}

Result<std::optional<Caller>> Access::callerOf(const QByteArray& token)
{
    if (auto read = refresh(); !read)
        return read.error();
    const QByteArray digest = digestOf(token);
    std::optional<Caller> caller;
    for (const auto& known : m_tokens) { // all of them, wherever it is found
        if (equalInConstantTime(known.sha256, digest))
            caller = Caller{known.name, known.role};
    }
    return caller;
}

bool Access::stillHas(const Caller& caller)
{
    if (!refresh())
        return false;
    return std::any_of(m_tokens.begin(), m_tokens.end(), [&](const KnownToken& token) {
        return token.name == caller.name && (token.role == caller.role || token.role == Role::Operator);
    });
}

} // namespace slipway::api
