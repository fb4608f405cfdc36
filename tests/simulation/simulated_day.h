// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conductor/conductor.h"
#include "conductor/watch_interval.h"
#include "journal/sqlite_store.h"
#include "simulated_github.h"

#include <QHash>
#include <QTemporaryDir>

namespace simulation {

//! The whole engine on a clock that jumps from event to event: a real journal, conductor, observer and assembler over a
//! simulated GitHub. The same seed gives the same day.
class Engine {
public:
    explicit Engine(Timestamp start);
    ~Engine();

    //! Goes on to that moment; everything that falls due on the way happens at its own.
    void runUntil(Timestamp moment);
    //! Makes `call` at that moment of the simulation.
    void at(Timestamp moment, std::function<void()> call);
    void start(const RunId& run, const QString& name, const Json& workflow);
    void submit(const RunId& run, const Command& command);
    Events events(const RunId& run) const;
    int openRuns() const;
    //! What the journal knows at this moment of how long each step takes: what the engine goes by.
    QHash<QString, conductor::UsualTime> usualTimes(const QString& workflow) const;
    const github::GitHub& github() const { return *m_github; }

    ManualClock clock;
    SimulatedGitHub http;

private:
    void settle();

    QTemporaryDir m_folder;
    std::unique_ptr<journal::SqliteStore> m_store;
    std::unique_ptr<github::GitHub> m_github;
    std::unique_ptr<conductor::Conductor> m_conductor;
    QObject m_context;
    std::vector<Timer> m_timers;
};

struct DayOptions {
    int runs = 100; //!< open at any time
    quint64 seed = 1;
    Millis length{24 * 3'600'000}; //!< of what is counted, from midnight on
    qint64 hourlyPoints = 5000; //!< what GitHub allows; others may use the same
};

//! What a day cost, and how soon merges were seen.
struct Day {
    struct Hour {
        qint64 reads = 0, writes = 0, points = 0;
    };
    std::map<qint64, Hour> hours;
    qint64 reads = 0, writes = 0, points = 0, limited = 0;
    int open = 0, started = 0, ended = 0; //!< runs: when counting began, since, and in all
    int merges = 0; //!< that GitHub made in the time that is counted
    //! Between such a merge and the journal's knowing of it, in ms, sorted; those within what was known to be the usual
    //! time of the step, and those before or after it. What was not seen has been unseen until the end.
    QList<qint64> delays, lateDelays;

    qint64 busiestHour() const;
    //! Points of the hour from 03:00 to 04:00, in which nothing happens.
    qint64 quietHour() const;
};

//! The day before, `runs` runs were started during office hours, and all of their pull requests still wait for a review,
//! which comes on this day or a later one. During the office hours of the day that is counted a fiftieth more is started
//! each hour (a single run: at nine), and these are reviewed within the hour, the day or later.
Day simulateDay(const DayOptions& options);

struct RushOptions {
    int runs = 500; //!< open at any time
    quint64 seed = 1;
    Millis length{3'600'000}; //!< of what is counted
};

//! Nearly as busy as GitHub's limit of 500 writes an hour allows: runs are started all the time, the pull requests of all
//! open runs wait for a review, and each is reviewed at any moment until four hours after it was raised.
Day simulateRush(const RushOptions& options);

//! The largest of a sorted list but for the greatest part of it, in seconds; 0 of an empty one.
double secondsAt(const QList<qint64>& sorted, double part);

} // namespace simulation
