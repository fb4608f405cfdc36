// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/views_check.h"

#include "journal/event_rows.h"
#include "journal/set_aside.h"
#include "journal/summary.h"
#include "workflow/fold.h"

namespace slipway::journal {

Result<bool> viewsAgree(Database& database, const KindRules& kinds)
{
    const auto differing = database.value("SELECT (SELECT count(*) FROM view_run JOIN run ON run.id = view_run.run"
                                          "  WHERE view_run.open <> run.open OR view_run.subject <> run.subject)"
                                          " + (SELECT count(*) FROM view_run WHERE run NOT IN (SELECT id FROM run))"
                                          " + (SELECT count(*) FROM run WHERE id NOT IN (SELECT run FROM view_run))");
    if (!differing)
        return differing.error();
    if (differing->toLongLong() != 0)
        return false;
    QStringList open;
    if (auto read = database.run("SELECT id FROM run WHERE open = 1", {},
            [&](const Row& row) {
                open.append(row.text(0));
                return Result<void>();
            });
        !read)
        return read.error();
    const auto aside = runsSetAside(database);
    if (!aside)
        return aside.error();
    for (const auto& id : std::as_const(open)) {
        if (aside->contains(RunId(id)))
            continue;
        const ReadingScope reading{RunId(id)};
        const auto events = readEvents(database, RunId(id), 0);
        const auto run = events ? fold(Run{}, *events, kinds) : Result<Run>(events.error());
        if (!run || events->empty())
            continue; // whoever drives it says so
        const auto summary = summaryOf(*run, events->back().at);
        bool agrees = false;
        auto read = database.run(
            "SELECT state, step, waiting_for, needs_you, done FROM view_run WHERE run = ?", {id}, [&](const Row& row) {
                agrees = row.text(0) == toText(summary.state) && row.text(1) == summary.step
                    && row.text(2) == summary.waitingFor && row.flag(3) == summary.needsYou
                    && row.integer(4) == summary.done;
                return Result<void>();
            });
        if (!read)
            return read.error();
        if (!agrees)
            return false;
    }
    return true;
}

} // namespace slipway::journal
