// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window's actions do.
#include "base/text.h"
#include "base/when_done.h"
#include "console/command_dialogs.h"
#include "console/compare_dialog.h"
#include "console/many_runs_dialog.h"
#include "console/record_import_dialog.h"
#include "console/run_export.h"
#include "console/safe_text.h"
#include "console/saving.h"
#include "console/sent_later.h"
#include "console/shortcuts_dialog.h"
#include "console/statistics_dialog.h"
#include "console/window_menus.h"
#include "console/window_palette.h"
#include "console/window_parts.h"
#include "console/workflows_dialog.h"
#include "desk/run_link.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QStatusBar>
#include <QTreeView>

namespace slipway::console {

void MainWindow::connectActions()
{
    ActionSet& a = m->actions;
    const auto on = [&](ActionSet::Id id, auto act) { connect(a[id], &QAction::triggered, this, act); };
    const auto submit = [this](const Command& command) { m->commands.submit(m->selection.runId(), command); };
    on(ActionSet::NewService, [this] { newService(); });
    on(ActionSet::NewServices, [this] { newServices(); });
    on(ActionSet::Compare, [this] {
        if (const auto view = m->selection.view())
            (new CompareDialog(m->desk, m->clock, view, this))->open();
    });
    on(ActionSet::StartAgain, [this] { startAgain(); });
    on(ActionSet::Look, [=, this] { submit(LookNow{m->selection.stepId()}); });
    const auto context = [this] {
        return CommandDialogContext{m->desk, m->clock, m->selection, m->commands, m->settings, m->options.opener, this};
    };
    const auto stepDialog = [this, context](StepChoice choice) {
        return [this, context, choice] {
            if (m->selection.view())
                openStepDialog(context(), choice);
        };
    };
    const auto isSentLater = [this] { return !sentLater(m->desk.status(), m->clock.now()).isEmpty(); };
    on(ActionSet::Pause, [=, this] {
        const auto view = m->selection.view();
        const bool isSetAside = !view && m->selection.setAside();
        if (m->list->selectedCount() > 1)
            actOnMany(isSetAside || (view && resumes(view->run)) ? ManyAct::Resume : ManyAct::Pause);
        else if (isSetAside)
            submit(ResumeRun{});
        else if (view && resumes(view->run) && isSentLater())
            stepDialog(StepChoice::Pause)();
        else if (view)
            submit(commandOf(StepChoice::Pause, view->run, {}, {}));
    });
    on(ActionSet::RetryAtOnce, [=, this] {
        if (isSentLater())
            stepDialog(StepChoice::RunNow)(); // it says so, and asks
        else
            submit(RetryNow{m->selection.stepId()});
    });
    const auto oneOrMany = [this](ManyAct many, auto one) {
        return [this, many, one] { m->list->selectedCount() > 1 ? actOnMany(many) : one(); };
    };
    on(ActionSet::Retry, oneOrMany(ManyAct::Retry, stepDialog(StepChoice::Retry)));
    on(ActionSet::RetryFromHere, stepDialog(StepChoice::RetryFrom));
    on(ActionSet::Advance, stepDialog(StepChoice::AdvanceProven));
    on(ActionSet::GiveSecret, [context] { openSecretDialog(context()); });
    on(ActionSet::SetCredential, [this, context] {
        if (m->options.credentials)
            openCredentialDialog(context(), *m->options.credentials);
    });
    a[ActionSet::SetCredential]->setVisible(m->options.credentials);
    on(ActionSet::Skip, stepDialog(StepChoice::Skip));
    on(ActionSet::Answer, stepDialog(StepChoice::Happened));
    on(ActionSet::Cancel, oneOrMany(ManyAct::Cancel, stepDialog(StepChoice::Cancel)));
    on(ActionSet::Undo, [this, context] {
        if (m->selection.view())
            openUndoDialog(context());
    });
    on(ActionSet::OpenLink, [this] { openStepLink(); });
    for (int page = 0; page <= ActionSet::ThirdPage - ActionSet::FirstPage; ++page)
        on(ActionSet::Id(ActionSet::FirstPage + page), [this, page] {
            if (const auto view = m->selection.view())
                openLink(m->options.opener, desk::servicePages(view->run).value(page).url, this);
        });
    on(ActionSet::AddNoteHere, [this] {
        m->actions[ActionSet::ShowInspector]->setChecked(true);
        m->inspector->focusNote();
    });
    TimeWindow& time = m->timeline->window();
    on(ActionSet::ZoomIn, [&time] { time.zoom(1.6); });
    on(ActionSet::ZoomOut, [&time] { time.zoom(1 / 1.6); });
    on(ActionSet::ZoomFit, [&time] { time.fit(); });
    on(ActionSet::ZoomBack, [&time] { time.back(); });
    on(ActionSet::ZoomForward, [&time] { time.forward(); });
    on(ActionSet::Earlier, [this] { m->selection.lookAtNeighbour(-1); });
    on(ActionSet::Later, [this] { m->selection.lookAtNeighbour(+1); });
    on(ActionSet::BackToNow, [this] { m->selection.lookAt(std::nullopt); });
    on(ActionSet::TimelineTable, [this] { m->timeline->showTable(); });
    on(ActionSet::TimelinePicture, [this] { m->timeline->exportPicture(); });
    connectWindowActions();
}

void MainWindow::connectWindowActions()
{
    ActionSet& a = m->actions;
    const auto on = [&](ActionSet::Id id, auto act) { connect(a[id], &QAction::triggered, this, act); };
    const auto copy = [this](const QString& text, const QString& said) {
        QGuiApplication::clipboard()->setText(text);
        m->status->showMessage(said, 4'000);
    };
    on(ActionSet::CopyId, [this, copy] { copy(m->selection.runId().text(), tr("The run's id is copied.")); });
    on(ActionSet::CopyCommand, [this, copy] {
        const QString command = u"%1 show %2"_s.arg(m->options.terminal, m->selection.runId().text());
        copy(command, tr("The command is copied: %1").arg(command));
    });
    on(ActionSet::CopyLink, [this, copy] {
        const QString link = desk::toText({.run = m->selection.runId(), .step = m->selection.stepId()});
        copy(link, tr("The link is copied: %1").arg(link));
    });
    on(ActionSet::Export, [this] { exportRuns(); });
    on(ActionSet::Statistics, [this] { showStatistics(); });
    const auto focusSearch = [this](bool everything) {
        m->everything->setChecked(everything);
        m->search->setFocus(Qt::ShortcutFocusReason);
        m->search->selectAll();
    };
    on(ActionSet::Search, [focusSearch] { focusSearch(false); });
    on(ActionSet::SearchEverything, [focusSearch] { focusSearch(true); });
    on(ActionSet::SaveView, [this] { saveView(); });
    on(ActionSet::RenameView, [this] { renameView(); });
    on(ActionSet::DeleteView, [this] { deleteView(); });
    on(ActionSet::Palette, [this] { openPalette(); });
    on(ActionSet::Shortcuts, [this] { openShortcuts(); });
    on(ActionSet::ReadNow, [this] {
        m->feed->reload();
        m->selection.reload();
    });
    const auto goToNeedingYou = [this](int by) {
        const QAbstractItemModel* rows = m->list->table().model();
        bool any = false;
        for (int row = 0; row < rows->rowCount() && !any; ++row) {
            const auto state = ShownState(rows->index(row, 0).data(RunListModel::StateRole).toInt());
            any = state == ShownState::NeedsYou || state == ShownState::Stuck || state == ShownState::Failed;
        }
        if (!any) { // not in this view: look in all of them
            search({}, false);
            m->navigator->choose(RunViewKind::All);
        }
        m->list->selectNeedingYou(by);
    };
    on(ActionSet::NextNeedingYou, [goToNeedingYou] { goToNeedingYou(+1); });
    on(ActionSet::PreviousNeedingYou, [goToNeedingYou] { goToNeedingYou(-1); });
    on(ActionSet::Workflows,
        [this] { (new WorkflowsDialog(m->desk, m->clock, m->options.credentials, this))->open(); });
    on(ActionSet::ImportRecords, [this] { (new RecordImportDialog(m->desk, m->jobs, this))->open(); });
    on(ActionSet::StoreCopies, [this] { showStoreCopies(); });
    a[ActionSet::StoreCopies]->setVisible(m->options.storeKeeper);
    on(ActionSet::OpenCopy, [this] { openCopy(); });
    a[ActionSet::OpenCopy]->setVisible(m->options.storeKeeper);
    on(ActionSet::Quit, [this] {
        m->reallyCloses = true;
        if (close())
            QApplication::quit();
    });
    on(ActionSet::Connection, [this] { showConnection(); });
    a[ActionSet::Connection]->setVisible(m->options.connector);
    on(ActionSet::About, [this] { showAbout(); });

    for (int i = 0; i < int(allRunViews.size()); ++i)
        on(ActionSet::Id(ActionSet::ViewNeedsYou + i), [this, i] { m->navigator->choose(allRunViews[size_t(i)]); });
    for (int i = 0; i < m->inspector->count() && i <= ActionSet::Tab7 - ActionSet::Tab1; ++i)
        on(ActionSet::Id(ActionSet::Tab1 + i), [this, i] {
            m->actions[ActionSet::ShowInspector]->setChecked(true);
            m->inspector->setCurrentIndex(i);
        });
    on(ActionSet::NextPane, [this] { movePane(+1); });
    on(ActionSet::PreviousPane, [this] { movePane(-1); });
}

//! The inspector names its pages; the actions take those names.
void MainWindow::nameTabActions()
{
    for (int i = 0; i <= ActionSet::Tab7 - ActionSet::Tab1; ++i) {
        const auto id = ActionSet::Id(ActionSet::Tab1 + i);
        m->actions[id]->setVisible(i < m->inspector->count());
        if (i < m->inspector->count())
            m->actions.setText(id, m->inspector->tabText(i));
    }
}

void MainWindow::openShortcuts()
{
    auto* dialog = new ShortcutsDialog(m->actions, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ShortcutsDialog::changeWanted, this, [this] { showSettings(SettingsDialog::Keys); });
    connect(dialog, &ShortcutsDialog::paletteWanted, this, &MainWindow::openPalette, Qt::QueuedConnection);
    dialog->open();
}

void MainWindow::openPalette()
{
    PaletteSource source{m->actions, m->runs, *m->feed};
    source.selectRun = [this](const RunId& run) { selectRun(run); };
    source.selectStep = [this](const RunId& run, const StepId& step) { selectStep(run, step); };
    source.search = [this](const QString& text) {
        m->navigator->choose(RunViewKind::All);
        search(text, true);
    };
    openPaletteOf(source, m->desk, this);
}

QList<RunId> MainWindow::chosenRuns() const
{
    return m->list->selectedCount() > 1 ? m->list->selected() : QList<RunId>{m->selection.runId()};
}

void MainWindow::actOnMany(ManyAct act)
{
    const auto subjectOf = [this](const RunId& run) {
        const int row = m->runs.rowOf(run);
        return row < 0 ? run.text() : m->runs.at(row).subject;
    };
    auto* dialog =
        new ManyRunsDialog({m->desk, m->clock, m->commands, m->settings}, act, chosenRuns(), subjectOf, this);
    dialog->open();
}

void MainWindow::exportRuns()
{
    const QList<RunId> runs = chosenRuns();
    const auto view = m->selection.view();
    if (runs.size() == 1 && !view)
        return;
    const QString name =
        runs.size() == 1 ? u"%1-%2"_s.arg(exportName(view->run.subject), view->run.id.text().right(6)) : u"runs"_s;
    askWhereToSave(this, u"exportDialog"_s,
        runs.size() == 1 ? tr("Export the run") : tr("Export %n run(s)", nullptr, int(runs.size())), name,
        runExportForms(), [this, runs](const QString& file, const QString& ending) {
            auto job = m->jobs.begin(tr("Exporting %n run(s)", nullptr, int(runs.size())));
            whenDone(exportRunsTo(m->desk, runs, file, ending, m->clock), this,
                [this, file, job](const Result<void>& done) mutable {
                    job.reset();
                    if (done)
                        m->status->showMessage(tr("Exported to %1").arg(safeLine(file)), 8'000);
                    else
                        m->banner->showError(done.error());
                });
        });
}

void MainWindow::showStatistics()
{
    StatisticsDialog::Context context{.desk = m->desk, .clock = m->clock};
    for (int row = 0; row < m->runs.rowCount(); ++row)
        if (const QString& id = m->runs.at(row).workflow; !context.workflows.contains(id))
            context.workflows += id;
    // What is looked at is what one wants to know about.
    if (const auto view = m->selection.view(); view && view->run.workflow) {
        context.workflow = view->run.workflow->id;
        context.step = m->selection.stepId().text();
    }
    context.subjectOf = [this](const RunId& run) {
        const int row = m->runs.rowOf(run);
        return row < 0 ? QString() : m->runs.at(row).subject;
    };
    auto* dialog = new StatisticsDialog(std::move(context), this);
    connect(dialog, &StatisticsDialog::runWanted, this, &MainWindow::selectRun);
    dialog->open();
}

} // namespace slipway::console
