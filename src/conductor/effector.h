// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conductor/secret_vault.h"
#include "conductor/token_bucket.h"
#include "conductor/write.h"
#include "conductor/write_gate.h"
#include "github/github.h"
#include "http/http.h"

#include <QHash>
#include <QSet>

#include <map>
#include <optional>

namespace slipway::conductor {

//! Who may write when: one write in flight a repository, and GitHub's limits for writes that create content. A slot is
//! taken before the intent is journaled, so that an intent never stands waiting in a queue.
class Effector : public QObject {
    Q_OBJECT
public:
    Effector(github::GitHub* github, Clock& clock, QObject* parent = nullptr);

    using Key = StepKey;

    //! True: the slot is (now) held. False: queued; granted() tells when.
    bool acquire(const Key& key, const QString& repository, bool createsContent);
    //! The step has nothing to write (any more): it holds no slot, waits for none, and is not held back either.
    void release(const Key& key);
    //! Its write has ended; whether it wants another one is seen next.
    void giveBack(const Key& key);

    //! Whether GitHub is known to refuse such a write before it looks at it. False: held back until gate() opens.
    bool mayWrite(const Key& key, const Write& write);
    WriteGate& gate() { return m_gate; }
    const WriteGate& gate() const { return m_gate; }

    //! Gives nobody the slot for that time: a write there may still be under way that nobody waits for any more.
    void keepClosed(const QString& repository, Millis time);
    //! A dispatch of this step started this run of GitHub Actions.
    void took(const Key& key, qint64 run) { m_taken.insert(run, key); }
    QSet<qint64> takenByOthers(const Key& key) const;
    //! Several of GitHub's last answers were failures of its own.
    bool hasIncident() const { return m_github && m_github->incident(); }
    //! GitHub's clock before this computer's, as its last answer told it.
    std::optional<Millis> serverAhead() const { return m_github ? m_github->serverAhead() : std::nullopt; }

    //! How services that are not GitHub are reached; both outlive this.
    void reachServices(http::Http& http, SecretVault& vault)
    {
        m_http = &http;
        m_vault = &vault;
    }
    //! What is promised of it on the server that is connected, for the journal.
    QString classOf(const Write& write) const;
    //! What the write is aimed at, for the journal; of a dispatch also who sends it, where that is known.
    Json targetOf(const Write& write) const;
    //! Whether it is known if the stored credential is there that the write needs. False: it is asked for, which may take
    //! until somebody unlocks the keychain; granted() tells.
    bool prepare(const Key& key, const Write& write);
    //! What the write needs and is not at hand ("secret.missing", "credential.…"), or nothing. Told once of a credential:
    //! who asks again has it looked for again.
    std::optional<Error> missing(const Key& key, const Write& write);
    //! Sends it once, and tells the gate what came of it. Needs a slot, which the caller gives back when that is journaled.
    QFuture<github::EffectOutcome> perform(const Key& key, const Write& write);

Q_SIGNALS:
    void granted(const slipway::RunId& run, const slipway::StepId& step);

private:
    struct Claim {
        Key key;
        QString repository;
        bool createsContent = false;
    };

    std::optional<qsizetype> next();
    bool grant(const std::optional<Key>& asking);
    Millis programTime() const;
    std::optional<Credential> takeCredential(const Key& key);
    void learn(const Key& key, const QString& owner, const github::EffectOutcome& outcome);

    github::GitHub* m_github;
    http::Http* m_http = nullptr;
    SecretVault* m_vault = nullptr;
    Clock& m_clock;
    WriteGate m_gate;
    TokenBucket m_content;
    QList<Claim> m_held, m_queue;
    struct Closed {
        Millis until{0}; //!< by Clock::uptime()
        Timer timer;
    };
    std::map<QString, Closed> m_closed;
    QHash<qint64, Key> m_taken;
    struct Prepared {
        QString what; //!< the credential, and where it goes
        std::optional<Result<Credential>> credential; //!< none: it is asked for
    };
    QHash<Key, Prepared> m_prepared; //!< by step; from the decision to write until the request goes out
    QHash<RunId, qint64> m_lastTurn; //!< for what creates content
    qint64 m_turns = 0;
    Timer m_retry;
};

} // namespace slipway::conductor
