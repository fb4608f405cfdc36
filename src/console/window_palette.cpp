// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/window_palette.h"

#include "base/text.h"
#include "base/when_done.h"
#include "console/icons.h"
#include "console/shortcuts_dialog.h"
#include "console/state_painter.h"

#include <QCoreApplication>

namespace slipway::console {

namespace {

struct PaletteText {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::PaletteText)
};

void addActionEntries(QList<PaletteEntry>& entries, const ActionSet& actions)
{
    for (const ActionGroup& group : actionGroups(actions))
        for (const ActionSet::Id id : group.actions) {
            if (id == ActionSet::Palette)
                continue;
            QAction* action = actions[id];
            const QString keys = action->shortcut().toString(QKeySequence::NativeText);
            entries += PaletteEntry{.text = actions.titleOf(id),
                .more = keys.isEmpty() ? group.title : PaletteText::tr("%1, %2", "group, keys").arg(group.title, keys),
                .whyNot = actions.whyNotOf(id),
                .icon = action->icon(),
                .act = [action] { action->trigger(); }};
        }
}

PaletteEntry entryOf(const PaletteSource& source, int row)
{
    const desk::RunSummary& run = source.runs.at(row);
    return {.text = run.subject,
        .more = PaletteText::tr("Run, %1, %2")
                    .arg(source.runs.index(row, RunListModel::StateColumn).data().toString(), run.id.text().right(6)),
        .whyNot = {},
        .icon = stateIcon(source.runs.stateAt(row)),
        .act = [select = source.selectRun, id = run.id] { select(id); }};
}

//! "https://github.com/owner/name/pull/12/files" → {"owner/name", "12"}; no number: another page of the repository.
struct Page {
    QString repository, pullRequest;
};
Page pageOf(const QString& url)
{
    const QStringList parts = QUrl(url).path().split(u'/', Qt::SkipEmptyParts);
    if (parts.size() < 2)
        return {};
    return {parts[0] + u'/' + parts[1], parts.size() > 3 && parts[2] == u"pull" ? parts[3] : QString()};
}

void addPageEntries(QList<PaletteEntry>& entries, const PaletteSource& source)
{
    QSet<QString> repositories;
    for (const auto& view : source.feed.openViews())
        for (const StepRun& step : view->run.steps) {
            QSet<QString> told;
            for (const desk::Link& link : desk::linksOf(view->run, step)) {
                const Page page = pageOf(link.url);
                if (!page.repository.isEmpty())
                    repositories.insert(page.repository);
                if (page.pullRequest.isEmpty() || told.contains(page.pullRequest))
                    continue;
                told.insert(page.pullRequest);
                const StepDefinition* definition = view->run.workflow ? view->run.workflow->step(step.id) : nullptr;
                entries += PaletteEntry{.text = u"#%1 %2"_s.arg(page.pullRequest, page.repository),
                    .more = PaletteText::tr("Pull request, %1, %2")
                                .arg(view->run.subject, definition ? definition->title : step.id.text()),
                    .whyNot = {},
                    .icon = icon(u"open"_s),
                    .act = [select = source.selectStep, run = view->run.id, id = step.id] { select(run, id); }};
            }
        }
    for (const QString& repository : std::as_const(repositories))
        entries += PaletteEntry{.text = repository,
            .more = PaletteText::tr("Repository: its runs"),
            .whyNot = {},
            .icon = icon(u"search"_s),
            .act = [find = source.search, repository] { find(u"repo:"_s + repository); }};
}

} // namespace

QList<PaletteEntry> paletteEntries(const PaletteSource& source)
{
    QList<PaletteEntry> entries;
    addActionEntries(entries, source.actions);
    for (int row = 0; row < source.runs.rowCount(); ++row)
        entries += entryOf(source, row);
    addPageEntries(entries, source);
    return entries;
}

void openPaletteOf(const PaletteSource& source, desk::Desk& desk, QWidget* parent)
{
    auto* palette = new CommandPalette(paletteEntries(source), parent);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(palette, &CommandPalette::typedChanged, palette, [palette, &desk, source](const QString& typed) {
        if (typed.size() < 2)
            return;
        desk::RunQuery query;
        query.search = typed.startsWith(u'#') ? typed.mid(1) : typed;
        query.limit = 12;
        whenDone(desk.runs(query), palette, [palette, typed, source](const Result<QList<desk::RunSummary>>& runs) {
            if (!runs)
                return; // half-typed filters are no errors here
            QList<PaletteEntry> found;
            for (const desk::RunSummary& run : *runs)
                if (const int row = source.runs.rowOf(run.id); row >= 0) {
                    PaletteEntry entry = entryOf(source, row);
                    entry.more = PaletteText::tr("Run, found in its history");
                    found += entry;
                }
            palette->take(typed, found);
        });
    });
    palette->open();
}

} // namespace slipway::console
