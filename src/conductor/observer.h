// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conductor/bars.h"
#include "conductor/clock_jumps.h"
#include "conductor/news.h"
#include "conductor/secret_vault.h"
#include "conductor/step_key.h"
#include "github/github.h"
#include "http/http.h"
#include "steps/observation.h"

namespace slipway::conductor {

//! Gathers what all steps of all runs want to know into few requests: everything wanted now, and every wait that falls
//! due soon anyway, travels together. What was read stays for a short while and serves others. Watching keeps within the
//! hourly budget and leaves a reserve of it to persons.
class Observer : public QObject {
    Q_OBJECT
public:
    Observer(github::GitHub* github, http::Http& http, Clock& clock, QObject* parent = nullptr);

    //! Where the secrets are that questions to services name; it outlives this.
    void useSecrets(const SecretVault& vault) { m_vault = &vault; }

    using Key = StepKey;

    //! Asks for these reads by a request that goes out no earlier than `since`, and no later than about `due`; answered()
    //! tells when seen() holds them. Replaces an earlier want of the same key. What is due later is a watch: it may be put
    //! off for the sake of the budget.
    void want(const Key& key, const steps::Reads& reads, Timestamp since, Timestamp due);
    //! Asks for them now, whatever pause there is but a limit of GitHub's. A person waits for it: it ends with the first
    //! trouble that it meets. What is seen in that moment, with what was asked for at or after `since`: in seen() it may be
    //! replaced before whoever asked gets to it.
    QFuture<Result<steps::Observation>> look(const Key& key, const steps::Reads& reads, Timestamp since);
    void forget(const Key& key);
    void forgetRun(const RunId& run);
    //! What is wanted for that run (all: empty) is asked at once.
    void hurry(const RunId& run = {});

    //! GitHub said that something happened to a repository, or to a pull request (node id) of it: what is wanted of them
    //! is looked at now, as far as trouble and budget allow. News are hints: nothing else is taken from them.
    void hear(const QString& repository, const QString& pullRequest, bool isProven = true);
    //! Whether news flow for all of these reads, so that they need be looked at less often.
    bool newsFlow(const steps::Reads& reads) const { return m_news.flow(reads, m_clock); }

    const steps::Observation& seen() const { return m_seen; }
    //! All that is seen was asked for at or after this: the start, or when the clock was last set.
    Timestamp seenSince() const { return m_seenSince; }
    //! Called before moments are compared: moves what is planned along with a clock that was set, and forgets what was
    //! seen, whose moments are those of the clock before.
    void noticeTime();
    //! How many waits there were when the last answer came.
    qsizetype watchedTogether() const { return m_together; }

    //! How long a snapshot may serve: 60 s of the program's time, not under 2 s.
    Millis snapshotAge() const { return m_clock.scaled(Millis(60'000), Millis(2'000)); }

    //! What stands in the way of everything at present.
    const std::optional<Trouble>& trouble() const { return m_trouble; }
    //! The same, else what stands in the way of what is wanted there: trouble with one read bars none of the others.
    const Trouble* troubleOf(const RunId& run) const;
    const Trouble* troubleOf(const Key& key) const;
    //! … of any read.
    const Trouble* anyTrouble() const;
    bool mayAsk() const { return !m_trouble || m_clock.now() >= m_trouble->until; }
    //! A write met trouble on the way.
    void report(const Error& error);
    //! The journal knows of a limit from before the start: nothing is asked until then, unless a person wants it.
    void resumeLimit(const Error& error, Timestamp until);
    //! A write came through.
    void reportSuccess();

    std::optional<Timestamp> lastReadAt() const { return m_lastReadAt; }
    //! How long after one look at what is waited for the next one comes; none: nothing was watched yet.
    std::optional<Millis> watchesEvery() const;

Q_SIGNALS:
    //! What these wanted is there.
    void answered(const QList<slipway::conductor::Observer::Key>& keys);
    //! Trouble came, changed or went.
    void troubleChanged();
    //! The pause after a failure is over: it may be tried again.
    void retryNow();
    //! The way is free again that was barred to reads as well.
    void readsPassAgain();
    //! Moments that are kept by others have to move by this.
    void clockWasSet(slipway::Millis by);
    //! Nothing is wanted for that run any more: it ended, or another process has it.
    void runForgotten(const slipway::RunId& run);

private:
    struct Want {
        steps::Reads reads;
        QString signature; //!< of the reads
        Timestamp since, due;
        bool isWatch = false; //!< nobody waits for this very look
        Millis pause{0}; //!< before it, as a watch
        bool hasNews = false; //!< something has happened there
        std::optional<Timestamp> asked; //!< when the request went out that is to answer it
    };

    Timestamp earliestOf(const Want& want) const;
    Timestamp dueAt(const Want& want) const;
    bool mayJoin(const Want& want, Timestamp now) const;
    void schedule();
    void scheduleFor(Timestamp moment);
    void ask();
    void send(const steps::Reads& all, Timestamp now);
    bool isUnderWay(const steps::Reads& reads) const;
    void pace(const github::Spent& before, Timestamp asked);
    void finish();
    //! What GitHub answered to one look.
    struct Answers {
        int open = 0;
        bool any = false; //!< GitHub answered something
        bool lifted = false; //!< … that was barred
        QList<std::pair<github::Read, Error>> failed;
    };
    void sendRead(const steps::HttpRead& read, const std::optional<Credential>& credential,
        const std::function<void(Result<steps::HttpAnswer>)>& answered);
    QList<QList<github::Read>> documents(const QList<github::Read>& reads) const;
    void judge(const Answers& answers);
    void hasten(Want& want);
    QString organisationOf(const github::Read& read) const;
    void setTrouble(Trouble trouble);
    void tryAgainAt(Timestamp moment);

    static constexpr Millis kTick{10'000}; //!< between looks at many; with a request's time: seen within 15 s

    github::GitHub* m_github;
    http::Http& m_http;
    const SecretVault* m_vault = nullptr;
    Clock& m_clock;
    ClockJumps m_jumps;
    int m_timesSet = 0; //!< the clock, since the start
    QHash<Key, Want> m_wants;
    steps::Observation m_seen;
    Timestamp m_seenSince;
    QHash<QString, int> m_underWay; //!< how many requests for a read, by its key
    int m_looksOut = 0; //!< at GitHub, whose answers are to come
    qsizetype m_together = 0;
    Timestamp m_tickAt; //!< when watches were looked at last
    Timestamp m_tickFrom; //!< … and may be again, unless there is news
    Timestamp m_watchFrom; //!< no watch before: the budget has to last
    News m_news;
    QSet<Key> m_lookAgain; //!< what was asked before news of it came
    std::optional<Timestamp> m_timerAt;
    Timer m_timer, m_troubleTimer;
    std::optional<Trouble> m_trouble;
    bool m_readsFailed = false; //!< since the way was last free
    Bars m_bars;
    std::optional<Timestamp> m_lastReadAt;
    mutable bool m_watchesChanged = false; //!< since watchesEvery() was asked
    mutable std::optional<Millis> m_watchesEvery;
};

} // namespace slipway::conductor
