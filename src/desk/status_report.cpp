// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/status_report.h"

#include "base/text.h"
#include "conductor/crash_rules.h"
#include "desk/run_json.h"
#include "journal/crash_marks.h"

#include <QFileInfo>

namespace slipway::desk {

namespace {

Json textOrNull(const QString& text) { return text.isEmpty() ? Json() : Json(text.toStdString()); }

template <class T>
Json valueOrNull(const std::optional<T>& value)
{
    return value ? Json(*value) : Json();
}

} // namespace

void say(EngineStatus& status, const OwnerTrouble& trouble)
{
    status.trouble = trouble.error;
    status.troubleSince = trouble.since;
    status.troubleUntil = trouble.until;
}

RunCounts countRuns(const QList<RunSummary>& runs)
{
    RunCounts counts;
    for (const RunSummary& run : runs)
        switch (run.state) {
        case RunState::Running: ++counts.running; break;
        case RunState::Waiting:
        case RunState::Paused: ++counts.waiting; break;
        case RunState::NeedsYou: ++counts.needsYou; break;
        case RunState::Failed: ++counts.failed; break;
        case RunState::Parked: ++counts.parked; break;
        case RunState::Succeeded:
        case RunState::Cancelled:
        case RunState::Undone: ++(run.needsYou ? counts.needsYou : counts.ended); break;
        }
    return counts;
}

qint64 storeBytes(const QString& storePath)
{
    qint64 bytes = 0;
    for (const QString& ending : {QString(), u"-wal"_s, u"-shm"_s})
        if (const QFileInfo file(storePath + ending); file.exists())
            bytes += file.size();
    return bytes;
}

//! What runs in quarantine explain is no longer in the store's list.
std::optional<Error> safeModeOf(const QString& storePath)
{
    return conductor::safeMode(journal::crashesOfStore(storePath), {});
}

QList<WentOn> wentOnAfterCrashes(const QString& storePath) { return journal::wentOnInStore(storePath); }

Json statusJson(const StatusReport& report)
{
    const EngineStatus& status = report.status;
    Json json = Json::object();
    json["account"] = {{"login", textOrNull(status.login)}, {"host", textOrNull(status.host)},
        {"connected", status.connected}, {"sandbox", status.sandbox}};
    json["budget"] = {{"remaining", valueOrNull(status.budgetRemaining)}, {"limit", valueOrNull(status.budgetLimit)},
        {"resetsAt", momentJson(status.budgetResetsAt)}};
    json["lastReadAt"] = momentJson(status.lastReadAt);
    json["watchesEverySeconds"] = status.watchesEvery ? Json(double(status.watchesEvery->count()) / 1000.0) : Json();
    json["runs"] = {{"running", report.counts.running}, {"waiting", report.counts.waiting},
        {"needsYou", report.counts.needsYou}, {"failed", report.counts.failed}, {"parked", report.counts.parked},
        {"ended", report.counts.ended}};
    json["watching"] = {{"here", status.drives},
        {"by",
            status.owner ? Json({{"program", status.owner->program.toStdString()}, {"pid", status.owner->pid}})
                         : Json()}};
    json["trouble"] = status.trouble ? errorJson(status.trouble) : Json();
    json["troubleSince"] = momentJson(status.troubleSince);
    json["troubleUntil"] = momentJson(status.troubleUntil);
    json["github"] = {{"failingSince", momentJson(status.incidentSince)},
        {"clockAheadSeconds", status.serverAhead ? Json(status.serverAhead->count() / 1'000) : Json()}};
    json["store"] = {{"path", status.storePath.toStdString()}, {"bytes", report.storeBytes},
        {"readOnly", status.readOnly ? errorJson(status.readOnly) : Json()}};
    json["wentOnAfterCrashes"] = journal::wentOnJson(report.wentOn);
    json["version"] = report.version.toStdString();
    return json;
}

} // namespace slipway::desk
