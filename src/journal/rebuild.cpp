// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/rebuild.h"

#include "journal/event_rows.h"
#include "journal/migrations.h"
#include "journal/open_store.h"
#include "journal/set_aside.h"
#include "journal/sqlite_store.h"
#include "journal/views.h"
#include "workflow/fold.h"

namespace slipway::journal {

Result<void> markViewsCurrent(Database& database) { return setMeta(database, "views", QString::number(viewsVersion)); }

Result<RebuildReport> rebuildViews(SqliteStore& store, const KindRules& kinds)
{
    auto& database = store.maintenance();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto made = runScript(database, viewsScript()); !made)
        return made.error();
    const auto runs = allRuns(database);
    if (!runs)
        return runs.error();
    const auto aside = runsSetAside(database);
    if (!aside)
        return aside.error();
    RebuildReport report;
    ViewWriter writer(database);
    for (const auto& id : *runs) {
        if (aside->contains(id)) {
            report.leftOut.append(id.text());
            if (auto shown = showSetAside(database, id); !shown)
                return shown.error();
            continue;
        }
        const ReadingScope reading(id);
        const auto events = readEvents(database, id, 0);
        const auto run = events ? fold(Run{}, *events, kinds) : Result<Run>(events.error());
        if (!run || events->empty()) {
            report.leftOut.append(id.text());
            if (auto shown = showSetAside(database, id); !shown)
                return shown.error();
            continue;
        }
        if (auto written = writer.write(*run, *events); !written)
            return written.error();
        writer.forget(id);
        ++report.runs;
        report.events += qint64(events->size());
    }
    if (auto marked = markViewsCurrent(database); !marked)
        return marked.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return report;
}

} // namespace slipway::journal
