// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/main_window.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "console/batch_dialog.h"
#include "console/connection_dialog.h"
#include "console/create_dialog.h"
#include "console/drafts.h"
#include "console/icons.h"
#include "console/labels.h"
#include "console/plain_tool_tips.h"
#include "console/safe_text.h"
#include "console/stray_keys.h"
#include "console/window_menus.h"
#include "console/window_parts.h"
#include "console/wording.h"

#include <QApplication>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QTreeView>
#include <QVBoxLayout>

namespace slipway::console {

MainWindow::MainWindow(desk::Desk& desk, Clock& clock, MainWindowOptions options, QWidget* parent)
    : QMainWindow(parent)
    , m(std::make_unique<Parts>(this, desk, clock, std::move(options)))
{
    if (!m->options.opener)
        m->options.opener = desktopOpener();
    PlainToolTips::install(*QCoreApplication::instance());
    setWindowTitle(tr("Slipway"));
    setWindowIcon(QIcon(u":/icons/org.slipway.Slipway.svg"_s));
    m->theme.choose(Theme::Choice(std::clamp(m->state.theme(), 0, int(Theme::all.size()) - 1)));
    build();
    m->keys.load();
    buildToolBar();
    nameTabActions();
    buildWindowMenus(*menuBar(), m->actions, m->theme, m->list->columnActions(), m->options.troublemaker);
    addActions(menuBar()->findChildren<QAction*>()); // keys work without the menu bar, too
    connectActions();
    connectParts();
    m->state.keep(this);
    m->feed = std::make_unique<RunFeed>(desk, clock, m->runs);
    buildNotices();
    connect(m->feed.get(), &RunFeed::failed, m->banner, &BannerStrip::showError);
    connect(m->feed.get(), &RunFeed::loaded, this, [this] {
        m->list->setLoaded();
        // Who was quicker than the list has chosen already: a form, a run.
        if (m->actions[ActionSet::NewService]->isEnabled() && !QApplication::activeModalWidget())
            if (const auto form = m->state.takeOpenForm(m->desk.status().storePath))
                openForm(*form, {}, true);
        const RunId run = m->state.selectedRun();
        if (m->runs.rowOf(run) < 0 || !m->selection.runId().isEmpty())
            return;
        // The view that was chosen may not show it yet: whether a run is stuck is known a moment later.
        m->awaitedStep = {run, m->state.selectedStep()};
        if (auto sight = m->state.sight(); sight.run == run)
            m->awaitedSight = std::move(sight);
        m->selection.selectRun(run);
        m->list->select(run);
    });
    m->feed->reload();
    m->navigator->choose(RunViewKind(std::clamp(m->state.chosenView(int(RunViewKind::All)), 0, int(RunViewKind::All))));
    m->list->setView(m->navigator->chosen());
    restoreSearch();
    refreshDrafts();
    refreshStatus();
    showFirstRunIfNeeded();
    if (m->pages->currentIndex() == 0)
        m->list->table().setFocus();
}

MainWindow::~MainWindow()
{
    delete takeCentralWidget(); // what is seen goes before what it refers to
}

void MainWindow::build()
{
    m->banner = new BannerStrip(m->clock);
    m->navigator = new Navigator(m->runs, m->savedViews);
    m->list = new RunListView(m->runs);
    m->timeline = new TimelinePane(m->clock);
    m->inspector = new InspectorPane(m->desk, m->clock, m->selection, m->commands, m->actions);
    for (QAbstractItemView* view : {static_cast<QAbstractItemView*>(m->navigator),
             static_cast<QAbstractItemView*>(&m->list->table()), static_cast<QAbstractItemView*>(&m->timeline->view())})
        ignoreStrayLetters(*view);
    m->status = new StatusLine(m->clock, m->options.version);
    setStatusBar(m->status);

    auto* column = new QSplitter(Qt::Vertical);
    column->addWidget(m->list);
    column->addWidget(m->timeline);
    column->addWidget(m->inspector);
    column->setStretchFactor(0, 1);
    column->setStretchFactor(1, 3);
    column->setStretchFactor(2, 1);
    auto* row = new QSplitter(Qt::Horizontal);
    row->addWidget(m->navigator);
    row->addWidget(column);
    row->setStretchFactor(0, 0);
    row->setStretchFactor(1, 1);
    for (QSplitter* splitter : {column, row})
        splitter->setHandleWidth(5);

    m->firstRun = new FirstRunPage(m->options.connector);
    m->pages = new QStackedWidget;
    m->pages->addWidget(row);
    auto* firstPage = new QScrollArea; // else no window could be smaller than it
    firstPage->setWidget(m->firstRun);
    firstPage->setWidgetResizable(true);
    firstPage->setFrameShape(QFrame::NoFrame);
    firstPage->setFocusPolicy(Qt::NoFocus);
    m->pages->addWidget(firstPage);
    m->frame = new SandboxFrame;
    auto* outer = new QVBoxLayout(m->frame);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m->banner);
    outer->addWidget(m->pages, 1);
    setCentralWidget(m->frame);

    m->below = column;
    m->beside = row;
    m->state.keep(column, u"panes"_s);
    m->state.keep(row, u"navigator"_s);
    placeInspector(m->state.inspectorBeside());
    m->state.keep(m->list->table().header(), u"runColumns"_s);
    m->list->refreshColumns();
    m->state.keep(m->timeline->view().header(), u"timelineColumns"_s);
    m->state.keep(m->inspector, u"inspectorTab"_s);
    m->inspector->keepIn(m->settings);
}

void MainWindow::buildToolBar()
{
    m->search = new QLineEdit;
    m->search->setObjectName(u"search"_s);
    m->search->setAccessibleName(tr("Search runs"));
    m->everything = m->search->addAction(icon(u"note"_s), QLineEdit::LeadingPosition);
    m->everything->setCheckable(true);
    refreshSearchField();
    makeClearable(*m->search);
    m->search->setMinimumWidth(120);
    m->search->setMaximumWidth(260);
    m->toolBar = buildWindowToolBar(*this, m->actions, m->search);
}

void MainWindow::connectParts()
{
    connectViews();
    connect(m->list, &RunListView::clearFilter, this, [this] {
        m->search->clear();
        m->navigator->choose(RunViewKind::All);
    });
    connect(&m->runs, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m->awaited.isEmpty() && m->awaited == m->selection.runId() && m->runs.rowOf(m->awaited) >= 0)
            selectRun(m->awaited);
    });
    connect(m->list, &RunListView::clearSearch, this, [this] {
        m->search->clear();
        m->list->select(m->selection.runId());
    });
    const auto tellUnlisted = [this] {
        const RunId run = m->selection.runId();
        m->timeline->setUnlisted(m->runs.rowOf(run) >= 0 && !m->list->lists(run));
    };
    connect(m->list, &RunListView::listed, m->timeline, tellUnlisted);
    connect(&m->selection, &Selection::viewChanged, m->timeline, tellUnlisted);
    connect(m->timeline, &TimelinePane::listWanted, this, [this] { selectRun(m->selection.runId()); });
    connect(m->list, &RunListView::newService, this, &MainWindow::newService);
    connect(m->list, &RunListView::runSelected, this, [this](const RunId& run) {
        if (run.isEmpty())
            return; // a filter hid the row: what is looked at stays
        m->selection.selectRun(run);
        m->state.noteSelectedRun(run);
        refreshActions();
    });

    connect(m->list, &RunListView::selectionChanged, this, &MainWindow::refreshActions);

    Selection* selection = &m->selection;
    connect(selection, &Selection::viewChanged, this, [this] {
        m->timeline->showRun(m->selection.view());
        m->frame->setPast(m->selection.isPast());
        const auto view = m->selection.view();
        refreshTitle();
        if (view && view->run.id == m->awaitedStep.run)
            if (const StepId step = std::exchange(m->awaitedStep, {}).step; view->run.step(step))
                m->selection.selectStep(step);
        restoreSight();
        refreshActions();
        openWantedDialog();
    });
    connect(selection, &Selection::runChanged, this, [this] {
        if (m->awaitedStep.run != m->selection.runId())
            m->awaitedStep = {};
        refreshActions();
    });
    connect(selection, &Selection::stepChanged, this, [this] {
        if (m->timeline->view().selectedStep() != m->selection.stepId())
            m->timeline->view().selectStep(m->selection.stepId());
        if (m->selection.view())
            m->state.noteSelectedStep(m->selection.isStepChosen() ? m->selection.stepId() : StepId());
        refreshActions();
    });
    const auto noteSight = [this] {
        // Until it is restored, what is in sight is nobody's choice.
        if (const auto view = m->selection.view(); view && !view->asOf && !m->awaitedSight)
            m->state.noteSight({.run = view->run.id,
                .span = m->timeline->window().zooms().current(),
                .scroll = m->timeline->view().verticalScrollBar()->value()});
    };
    connect(&m->timeline->window(), &TimeWindow::changed, this, noteSight);
    connect(m->timeline->view().verticalScrollBar(), &QAbstractSlider::valueChanged, this, noteSight);
    connect(selection, &Selection::failed, m->banner, &BannerStrip::showError);
    connect(&m->timeline->view(), &TimelineView::stepSelected, selection, &Selection::selectStep);
    connect(&m->timeline->view(), &QAbstractItemView::pressed, selection,
        [this] { m->selection.selectStep(m->timeline->view().selectedStep()); }); // the one that was shown already, too
    for (const auto& [id, by] : {std::pair(ActionSet::PreviousAttempt, -1), std::pair(ActionSet::NextAttempt, +1)}) {
        m->timeline->view().addAction(m->actions[id]);
        connect(m->actions[id], &QAction::triggered, this, [this, by = by] { m->inspector->stepAttempt(by); });
    }
    connect(&m->timeline->view(), &TimelineView::attemptPointedAt, m->inspector, &InspectorPane::chooseAttempt);
    connect(m->timeline, &TimelinePane::momentWanted, selection, &Selection::lookAt);
    connect(m->timeline, &TimelinePane::neighbourWanted, selection, &Selection::lookAtNeighbour);
    connect(m->inspector, &InspectorPane::linkActivated, this,
        [this](const QString& url) { openLink(m->options.opener, url, this); });

    connect(&m->commands, &CommandRunner::requestedChanged, this, [this](const RunId& run) {
        if (run == m->selection.runId())
            refreshActions();
    });
    connect(&m->commands, &CommandRunner::refused, m->banner, &BannerStrip::showError);

    m->banner->setCanConnect(m->options.connector);
    m->banner->setCanCopy(m->options.storeKeeper);
    if (m->options.storeKeeper)
        if (const auto copy = m->options.storeKeeper->lookedAt())
            m->banner->setCopyOf(copy->madeAt, copy->shownFile);
    connect(m->banner, &BannerStrip::acted, this, &MainWindow::actOnBanner);
    connect(&m->jobs, &Jobs::changed, m->status, [this] { m->status->showJob(m->jobs.text(), m->jobs.title()); });
    connect(m->status, &StatusLine::partClicked, this, &MainWindow::showStatusPart);
    connect(m->navigator, &Navigator::countsChanged, this, [this] {
        m->status->showCounts(m->navigator->countOf(RunViewKind::Running), m->navigator->countOf(RunViewKind::Waiting),
            m->navigator->countOf(RunViewKind::NeedsYou));
        m->banner->setCanTryNow(!parkedRuns().isEmpty());
        int open = 0;
        for (int row = 0; row < m->runs.rowCount(); ++row)
            open += m->runs.at(row).open ? 1 : 0;
        m->banner->setOpenRuns(open);
        refreshTitle();
    });
    connect(&m->desk, &desk::Desk::statusChanged, this, &MainWindow::refreshStatus);
    connect(&m->theme, &Theme::changed, this, [this] {
        m->state.noteTheme(int(m->theme.choice()));
        m->timeline->setReducedMotion(Theme::wantsStillness());
    });
    m->look = m->options.look ? m->options.look() : nullptr;
    if (m->look)
        connect(m->look.get(), &DesktopLook::changed, this,
            [this] { m->theme.setSystem(m->look->isDark(), m->look->isHighContrast(), m->look->wantsStillness()); });
    connect(m->firstRun, &FirstRunPage::connected, this, [this] {
        refreshStatus();
        showFirstRunIfNeeded();
        m->feed->reload();
    });
    connect(m->firstRun, &FirstRunPage::checked, this,
        [this](const desk::ConnectionReport& report) { openConnectionDialog()->showResults(report); });
    connect(m->firstRun, &FirstRunPage::otherWays, this, [this] { openConnectionDialog(); });
    connect(m->firstRun, &FirstRunPage::later, this, [this] { m->pages->setCurrentIndex(0); });

    const auto menu = [this](QWidget* where) {
        where->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(where, &QWidget::customContextMenuRequested, this, [this, where](const QPoint& at) {
            QMenu* menu = makeRunMenu(m->actions, this);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            menu->popup(where->mapToGlobal(at));
        });
    };
    menu(&m->list->table());
    menu(&m->timeline->view());
}

void MainWindow::refreshActions()
{
    const auto requested = m->commands.requested(m->selection.runId());
    m->timeline->model().setRequested(requested);
    m->actions.update(m->selection, m->desk.status(), requested, m->list->selectedCount());
    m->actions[ActionSet::MuteRun]->setChecked(areMuted(chosenRuns()));
    const bool none = m->navigator->chosenSaved().isEmpty();
    for (const auto id : {ActionSet::RenameView, ActionSet::DeleteView})
        m->actions.enable(id, none ? std::optional(tr("Choose a saved view first.")) : std::nullopt);
}

void MainWindow::refreshTitle()
{
    const auto view = m->selection.view();
    const QString subject = view ? safeLine(view->run.subject, 80) : QString();
    const QString host = m->desk.status().host;
    QStringList parts;
    if (const int waiting = m->navigator->countOf(RunViewKind::NeedsYou); waiting > 0)
        parts += u"(%1)"_s.arg(QLocale().toString(waiting));
    if (view && view->asOf)
        parts +=
            tr("%1, as of %2").arg(subject, clockText(*view->asOf, m->timeline->window().isUtc(), false)) + u" –"_s;
    else if (!subject.isEmpty())
        parts += subject + u" –"_s;
    parts += tr("Slipway");
    if (!host.isEmpty() && !subject.isEmpty())
        parts += u"@ "_s + safeLine(host, 60);
    setWindowTitle(parts.join(u' '));
}

void MainWindow::refreshDrafts()
{
    const Drafts drafts(m->settings, m->desk.status().storePath);
    QList<Navigator::DraftLine> lines;
    for (const QString& id : drafts.workflows())
        for (const auto& workflow : m->desk.workflows())
            if (workflow->id == id) {
                const auto draft = drafts.load(id);
                const QString subject = workflow->inputs.isEmpty() || !draft
                    ? QString()
                    : textAt(draft->inputs, workflow->inputs.first().id.toUtf8().constData());
                lines += {id, subject.isEmpty() ? workflow->title : subject,
                    tr("%1, saved %2")
                        .arg(workflow->title, timeText(draft ? draft->savedAt : Timestamp(), m->clock.now()))};
            }
    m->navigator->setDrafts(lines);
}

void MainWindow::refreshStatus()
{
    const desk::EngineStatus status = m->desk.status();
    m->banner->showStatus(status);
    m->status->showStatus(status);
    m->status->showStoreSize(desk::storeBytes(status.storePath));
    showStoreWork(status.storeWork);
    m->frame->setTinted(status.sandbox);
    m->timeline->setStaleSince(status.trouble ? status.lastReadAt : std::nullopt);
    refreshActions();
}

ConnectionDialog* MainWindow::openConnectionDialog()
{
    auto* dialog = new ConnectionDialog(*m->options.connector, m->options.opener, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->form().setHost(m->firstRun->host());
    connect(dialog, &ConnectionDialog::connected, m->firstRun, &FirstRunPage::connected);
    dialog->open();
    return dialog;
}

void MainWindow::showConnection()
{
    if (!m->options.connector)
        return;
    auto* dialog = openConnectionDialog();
    if (m->options.connector->currentConnection() != Connector::Kind::None)
        dialog->checkCurrent();
}

void MainWindow::showFirstRunIfNeeded()
{
    const bool needed = m->options.connector && m->options.connector->currentConnection() == Connector::Kind::None;
    m->pages->setCurrentIndex(needed ? 1 : 0);
    m->toolBar->setVisible(!needed);
    if (needed)
        m->firstRun->setFocus(); // not in the status bar, which was there first
}

//! By value: the caller may pass the awaited run itself, which is forgotten here.
void MainWindow::selectRun(RunId run)
{
    m->awaited = run;
    if (m->runs.rowOf(run) >= 0) {
        m->awaited = RunId();
        m->navigator->choose(RunViewKind::All);
        m->search->clear();
        m->list->select(run);
    }
    m->selection.selectRun(run);
    m->state.noteSelectedRun(run);
}

void MainWindow::restoreSight()
{
    const auto view = m->selection.view();
    if (!view || !m->awaitedSight)
        return;
    const WindowState::Sight sight = *std::exchange(m->awaitedSight, {});
    if (sight.run != view->run.id)
        return;
    if (sight.span)
        m->timeline->window().zoomTo(*sight.span);
    // When the rows have their heights, and the step that was chosen has been brought into sight.
    QMetaObject::invokeMethod(
        this, [this, sight] { m->timeline->view().verticalScrollBar()->setValue(sight.scroll); }, Qt::QueuedConnection);
}

void MainWindow::newService() { openForm({}, {}); }

//! What its rows leave out is of the form, which goes with the list that nobody opened it for.
void MainWindow::newServices()
{
    openForm({}, {});
    if (auto* form = shownForm())
        connect(form->openBatch(), &QDialog::finished, form, &QDialog::reject);
}

void MainWindow::startAgain()
{
    if (const auto view = m->selection.view(); view && view->run.workflow)
        openForm(view->run.workflow->id, view->run.inputs);
}

CreateDialog* MainWindow::shownForm() const
{
    const auto forms = findChildren<CreateDialog*>(); // one that was closed is there until the events come round
    const auto shown = std::find_if(forms.begin(), forms.end(), [](const auto* form) { return form->isVisible(); });
    return shown == forms.end() ? nullptr : *shown;
}

void MainWindow::openForm(const QString& workflow, const Json& inputs, bool isBroughtBack)
{
    // A second one would write over the draft of the first.
    if (auto* shown = shownForm()) {
        shown->activateWindow();
        return;
    }
    const auto workflows = m->desk.workflows();
    if (workflows.isEmpty()) {
        m->banner->showError(Error{.code = errc::workflowUnknown});
        return;
    }
    auto* dialog = new CreateDialog({.desk = m->desk,
                                        .clock = m->clock,
                                        .settings = m->settings,
                                        .opener = m->options.opener,
                                        .workflow = workflow,
                                        .inputs = inputs},
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CreateDialog::created, this, [this](const RunId& run) {
        m->feed->reload();
        selectRun(run);
    });
    connect(dialog, &CreateDialog::runWanted, this, &MainWindow::selectRun);
    const QString store = m->desk.status().storePath;
    connect(dialog, &QDialog::finished, this, [this, store] {
        m->state.noteOpenForm(store, std::nullopt);
        refreshDrafts();
    });
    if (isBroughtBack) {
        // It may be what the program crashed of: it has to stand for a while before the next window brings it back, too.
        constexpr Millis proven{10'000};
        auto note = std::make_shared<Timer>(
            m->clock.after(proven, dialog, [this, store, workflow] { m->state.noteOpenForm(store, workflow); }));
        connect(dialog, &QDialog::finished, dialog, [note] { note->cancel(); });
    } else {
        m->state.noteOpenForm(store, workflow);
    }
    dialog->open();
}

//! What is over at once would only flicker.
void MainWindow::showStoreWork(journal::StoreWork work)
{
    constexpr Millis lasts{400};
    if (work == m->storeWork)
        return;
    m->storeWork = work;
    m->storeJob.reset();
    m->storeJobLater.cancel();
    if (work == journal::StoreWork::None)
        return;
    m->storeJobLater = m->clock.after(lasts, this, [this, work] {
        m->storeJob = m->jobs.begin(
            work == journal::StoreWork::Checking ? tr("Checking the store") : tr("Making today's copy of the store"));
    });
}

void MainWindow::openStepLink()
{
    const StepRun* step = m->selection.step();
    if (!step) {
        const auto view = m->selection.view();
        if (const auto page = view ? desk::pageOf(view->run) : std::nullopt)
            openLink(m->options.opener, page->url, this);
        return;
    }
    QList<desk::Link> links = desk::linksOf(m->selection.view()->run, *step);
    links.removeIf([](const desk::Link& link) { return !desk::isSafeToOpen(link.url); });
    if (!links.isEmpty())
        openLink(m->options.opener, links.first().url, this);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m)
        m->actions.refreshIcons();
    if (event->type() == QEvent::ActivationChange && m && m->notices && isActiveWindow())
        m->notices->noteLookedAt(m->selection.runId());
}

} // namespace slipway::console
