// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workflow/run.h"

#include <QFuture>
#include <QHash>

namespace slipway::journal {

//! What a driver of a run holds: grants grow, so the database refuses an append under an old one.
struct Lease {
    RunId run;
    qint64 fence = 0;
};

//! An owner of the store that died by a fault of the program, as its handler marked it (base/crash_mark.h).
struct Crash {
    QString session; //!< of that owner; a session dies once
    int signal = 0;
    Timestamp at; //!< in whole seconds
    RunId run; //!< what the thread that died worked on; empty: on no run
    StepId step;
};

//! A person's word to go on although the program crashed.
struct GoingOn {
    Timestamp at;
    QString actor, reason;
};

//! The same as it is kept.
struct WentOn {
    GoingOn word;
    QList<Crash> crashes; //!< those after which it was said
};

//! A step of an open run that moves, waits, failed or needs somebody, as the list needs it.
struct ActiveStep {
    StepId id;
    QString title;
    StepState state = StepState::Ready;
    bool needsYou = false;
    std::optional<Timestamp> startedAt; //!< of the present attempt
    std::optional<Timestamp> endedAt; //!< failed: when
    std::optional<Timestamp> retryAt; //!< failed, and tried again by itself then
    std::optional<WaitingFor> waitingFor;
    std::optional<Error> error; //!< code and arguments
    std::optional<Millis> limit; //!< waiting longer makes it stuck; not scaled
    //! From here on filled in by Reader::runs(), from earlier runs and the moment of the query.
    std::optional<Millis> usual, usualMost; //!< median and 90th percentile of at least five earlier successes
    bool stuck = false;
};

//! The state of a run as the list shows it, kept in view_run, rebuilt from the events.
struct RunSummary {
    RunId id;
    QString workflow, subject;
    RunState state = RunState::Running;
    QString startedBy;
    Timestamp startedAt;
    std::optional<Timestamp> endedAt;
    Timestamp changedAt;
    qint64 sequence = 0;
    QString step; //!< id of the step that matters now
    QString waitingFor; //!< code
    Json inputs = Json::object();
    bool open = true;
    //! A step can only be moved by a person; or the run has ended, and pull requests that it left change something yet
    //! (workflow/left_open.h): these are in `active`.
    bool needsYou = false;
    std::optional<Timestamp> since; //!< since when the step that matters is as it is
    int done = 0, steps = 0; //!< how many steps let others go on, and how many there are
    QList<ActiveStep> active; //!< the one that matters first; of a run that has ended only where it needs somebody
    bool stuck = false; //!< one of `active` is
};

//! Durations of earlier attempts of one step of a workflow that succeeded, in ms, newest first, at most 200.
struct StepDurations {
    QString step;
    QList<qint64> ms;
};

//! What something took in one run.
struct DurationSample {
    RunId run;
    Timestamp endedAt;
    Millis took{};
};

//! What something usually takes: over at most the newest thousand that succeeded.
struct DurationStatistics {
    QString step; //!< empty: the whole run
    qint64 count = 0; //!< of all that succeeded
    //! Of the newest thousand runs of the workflow: attempts that failed (of the whole run: all its runs that are failed
    //! now), and attempts after the first one.
    qint64 failures = 0, retries = 0;
    Millis median{}, p90{};
    QList<DurationSample> samples; //!< newest first, at most 200
};

//! The history of one workflow in numbers.
struct WorkflowStatistics {
    QString workflow;
    qint64 runs = 0;
    QHash<RunState, qint64> states; //!< how many runs are in each; none: no entry
    DurationStatistics whole; //!< runs that succeeded, from start to end
    QList<DurationStatistics>
        steps; //!< by step id, those that have ended in any of the newest thousand runs, or succeeded ever
};

//! At this share of sorted values, 0.5: the median. Nothing where there are none.
std::optional<qint64> percentile(const QList<qint64>& sorted, double share);

//! The write side of the journal, asynchronous because a database server will stand behind it too. One owner at a time.
//! Futures finish in the caller's thread when used with then(context, …).
class Store {
public:
    virtual ~Store() = default;

    //! Makes the run's row and appends its first events in one transaction. "run.subjectTaken" (args "subject", "run")
    //! when an open run of the same workflow and subject exists. The database refuses, not only the code.
    virtual QFuture<Result<Lease>> create(const Run& after, Events events) = 0;
    //! Takes the run: a new, higher fence. What an earlier holder still appends is refused ("store.fenced").
    virtual QFuture<Result<Lease>> claim(const RunId& run) = 0;
    //! Appends and updates the views in one transaction. `after` is the run with the events folded in. The first event's
    //! sequence must follow the last one stored ("store.guard" otherwise).
    virtual QFuture<Result<void>> append(const Lease& lease, const Run& after, Events events) = 0;
    //! Gives the run back (it ended, or the owner closes).
    virtual QFuture<Result<void>> release(const Lease& lease) = 0;
    //! Ids of runs that are open.
    virtual QFuture<Result<QList<RunId>>> openRuns() = 0;
    //! Ids of runs that have ended, and of which a pull request is still to be decided upon (workflow/left_open.h).
    virtual QFuture<Result<QList<RunId>>> runsLeftOpen() { return QtFuture::makeReadyFuture(Result(QList<RunId>())); }
    //! From the beginning (since 0) also checked to be as they were written: "store.damaged" otherwise.
    virtual QFuture<Result<Events>> events(const RunId& run, qint64 since = 0) = 0;
    virtual QFuture<Result<QList<StepDurations>>> durations(const QString& workflow) = 0;
    //! Those since an owner that drove ended in good order, or a person said to go on; oldest first.
    virtual QFuture<Result<QList<Crash>>> crashes() { return QtFuture::makeReadyFuture(Result(QList<Crash>())); }
    //! Forgets those sessions; none named: all.
    virtual QFuture<Result<void>> forgetCrashes(const QStringList&)
    {
        return QtFuture::makeReadyFuture(Result<void>());
    }
    //! Forgets all, and keeps who said so of which.
    virtual QFuture<Result<void>> goOn(const GoingOn& word)
    {
        Q_UNUSED(word);
        return forgetCrashes({});
    }
    //! Leaves a run alone that cannot be read: whoever claims it is refused with `why` ("run.setAside").
    virtual QFuture<Result<void>> setAside(const RunId&, const Error& why)
    {
        Q_UNUSED(why);
        return QtFuture::makeReadyFuture(Result<void>());
    }
    //! A person has it read again. Why it was left alone; none: it was not. That is kept until noteBackIn(): the next
    //! start leaves it alone all the same.
    virtual QFuture<Result<std::optional<Error>>> takeBackIn(const RunId&)
    {
        return QtFuture::makeReadyFuture(Result<std::optional<Error>>(std::nullopt));
    }
    //! It was read, and its journal says that it was left alone: lists and search know it again as it is.
    virtual QFuture<Result<void>> noteBackIn(const Run& run)
    {
        Q_UNUSED(run);
        return QtFuture::makeReadyFuture(Result<void>());
    }
    //! Marks a shutdown in good order, so that the next start need not check the file.
    virtual QFuture<Result<void>> closeCleanly() = 0;
};

} // namespace slipway::journal
