// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"

//! How things are as a whole: the data of the window's status bar, for the terminal and for scripts.
namespace slipway::desk {

//! Runs by what a person would count them as; what has ended and still needs somebody (RunSummary) needs you.
struct RunCounts {
    int running = 0, waiting = 0, needsYou = 0, failed = 0, parked = 0, ended = 0;
    bool operator==(const RunCounts&) const = default;
};
RunCounts countRuns(const QList<RunSummary>& runs);

//! Bytes of the store's file and of what SQLite keeps beside it; 0: there is none.
qint64 storeBytes(const QString& storePath);

//! Why an owner of that store would drive nothing after crashes (conductor/crash_rules.h); for whoever only reads it.
std::optional<Error> safeModeOf(const QString& storePath);

//! Who let Slipway go on after which crashes, newest last. Safe mode is the whole store's, so no run's history tells.
QList<WentOn> wentOnAfterCrashes(const QString& storePath);

struct StatusReport {
    EngineStatus status;
    RunCounts counts;
    qint64 storeBytes = 0;
    QString version;
    QList<WentOn> wentOn = {};
};

//! {"account", "budget", "lastReadAt", "watchesEverySeconds", "runs", "watching", "trouble", "troubleSince",
//! "troubleUntil", "github", "store", "wentOnAfterCrashes", "version"}; every member is always there, null where it has no value.
Json statusJson(const StatusReport& report);

} // namespace slipway::desk
