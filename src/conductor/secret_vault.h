// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/secret.h"
#include "conductor/credentials.h"
#include "workflow/secrets.h"

#include <QFuture>
#include <QHash>
#include <QObject>

namespace slipway::conductor {

//! The keychain, as far as secrets of runs need it; supplied by src/app. Without functions secrets live in memory only.
struct SecretKeeper {
    std::function<QFuture<Result<Secret>>(const QString& key)> read;
    std::function<QFuture<Result<void>>(const QString& key, const Secret& secret)> write;
    std::function<QFuture<Result<void>>(const QString& key)> remove;
};

//! Secrets that a person gave with this process: by "NAME" ("password", "invite.code"), or by "SUBJECT/NAME" for one run
//! among several.
using GivenSecrets = QHash<QString, Secret>;

//! Secrets of open runs: in memory, and in the keychain until the run ends. Nothing else in Slipway holds one longer than
//! a request takes.
class SecretVault : public QObject {
    Q_OBJECT
public:
    explicit SecretVault(Clock& clock, QObject* parent = nullptr)
        : QObject(parent)
        , m_clock(clock)
    { }

    void setKeeper(SecretKeeper keeper) { m_keeper = std::move(keeper); }
    void setGiven(GivenSecrets given) { m_given = std::move(given); }

    //! Finished when the keychain has taken it, has said that it does not, or has not answered for half a minute: it may be
    //! waiting for somebody to unlock it. The result: the names of those that are in the memory of this process only.
    QFuture<QStringList> put(const SecretName& name, const Secret& secret)
    {
        return putAll(name.run, {{name.name, secret}});
    }
    QFuture<QStringList> putAll(const RunId& run, const QHash<QString, Secret>& secrets);
    //! At hand for the run, in memory only and told to nobody: whether they are to be kept is not certain yet. Gives what was
    //! there before, for putBack().
    QHash<QString, std::optional<Secret>> hold(const RunId& run, const QHash<QString, Secret>& secrets);
    void putBack(const RunId& run, const QHash<QString, std::optional<Secret>>& before);
    //! What is kept under these names; one of which nobody could tell is not in it.
    using Kept = QHash<QString, std::optional<Secret>>;
    QFuture<Kept> kept(const RunId& run, const QStringList& names);
    //! What was written over it is not to be kept after all.
    void keepAgain(const RunId& run, const Kept& before);
    //! Makes ready what a run may need and what is not there yet: what was given, else what the keychain has. Finished
    //! likewise, with those that the keychain has not told; what comes later is taken all the same, unless somebody put one
    //! meanwhile.
    QFuture<QStringList> load(const Run& run);
    const Secret* find(const SecretName& name) const;
    //! What the keychain said of a secret that is not there ("keychain.…"); none: it has no such entry.
    const Error* troubleWith(const SecretName& name) const;
    SecretLookUp lookUp() const
    {
        return [this](const SecretName& name) { return find(name); };
    }
    //! The text without any secret of that run, however short it is.
    QString hide(const RunId& run, QString text) const;
    //! The run has ended: its secrets are nobody's business any more.
    void forget(const Run& run);

    //! Those that are stored for all runs, and that nothing is kept of here.
    Credentials& credentials() { return m_credentials; }
    const Credentials& credentials() const { return m_credentials; }

Q_SIGNALS:
    //! A secret is there that was missing when it was wanted.
    void came(const slipway::RunId& run);

private:
    static QString keyOf(const SecretName& name) { return QStringLiteral("run/") + name.run.text() + u'/' + name.name; }
    const Secret* given(const Run& run, const QString& name) const;

    void take(const SecretName& name, const Result<Secret>& secret);

    Clock& m_clock;
    SecretKeeper m_keeper;
    Credentials m_credentials;
    GivenSecrets m_given;
    QHash<RunId, QHash<QString, Secret>> m_secrets;
    QHash<RunId, QHash<QString, Error>> m_troubles;
};

} // namespace slipway::conductor
