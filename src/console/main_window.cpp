// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/main_window.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "console/action_set.h"
#include "console/banner_strip.h"
#include "console/command_dialogs.h"
#include "console/command_runner.h"
#include "console/connection_dialog.h"
#include "console/create_dialog.h"
#include "console/first_run_page.h"
#include "console/inspector_pane.h"
#include "console/labels.h"
#include "console/navigator.h"
#include "console/run_feed.h"
#include "console/run_list_view.h"
#include "console/safe_text.h"
#include "console/sandbox_frame.h"
#include "console/status_line.h"
#include "console/theme.h"
#include "console/timeline_pane.h"
#include "console/timeline_view.h"
#include "console/window_menus.h"
#include "console/window_state.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace slipway::console {

struct MainWindow::Parts {
    Parts(MainWindow* window, desk::Desk& theDesk, Clock& theClock, MainWindowOptions theOptions)
        : desk(theDesk)
        , clock(theClock)
        , options(std::move(theOptions))
        , ownSettings(options.settings ? nullptr : new QSettings)
        , settings(options.settings ? *options.settings : *ownSettings)
        , state(settings, clock)
        , runs(clock)
        , selection(desk, clock)
        , commands(desk, selection)
        , actions(window)
    { }

    desk::Desk& desk;
    Clock& clock;
    MainWindowOptions options;
    std::unique_ptr<QSettings> ownSettings;
    QSettings& settings;
    WindowState state;
    Theme theme;
    RunListModel runs;
    Selection selection;
    CommandRunner commands;
    ActionSet actions;
    std::unique_ptr<RunFeed> feed;

    QStackedWidget* pages = nullptr;
    FirstRunPage* firstRun = nullptr;
    SandboxFrame* frame = nullptr;
    BannerStrip* banner = nullptr;
    Navigator* navigator = nullptr;
    RunListView* list = nullptr;
    TimelinePane* timeline = nullptr;
    InspectorPane* inspector = nullptr;
    StatusLine* status = nullptr;
    QLineEdit* search = nullptr;
    QToolBar* toolBar = nullptr;
    RunId awaited; //!< to be selected in the list when it gets there: a run that was created a moment ago
};

MainWindow::MainWindow(desk::Desk& desk, Clock& clock, MainWindowOptions options, QWidget* parent)
    : QMainWindow(parent)
    , m(std::make_unique<Parts>(this, desk, clock, std::move(options)))
{
    if (!m->options.opener)
        m->options.opener = [](const QUrl& url) { QDesktopServices::openUrl(url); };
    setWindowTitle(tr("Slipway"));
    setWindowIcon(QIcon(u":/icons/org.slipway.Slipway.svg"_s));
    m->theme.choose(Theme::Choice(std::clamp(m->state.theme(), 0, 2)));
    build();
    buildToolBar();
    buildWindowMenus(*menuBar(), m->actions, m->theme, m->options.troublemaker);
    connectActions();
    connectParts();
    m->state.keep(this);
    m->feed = std::make_unique<RunFeed>(desk, clock, m->runs);
    connect(m->feed.get(), &RunFeed::failed, m->banner, &BannerStrip::showError);
    connect(m->feed.get(), &RunFeed::loaded, this, [this] {
        m->list->setLoaded();
        const RunId run = m->state.selectedRun();
        if (m->runs.rowOf(run) < 0)
            return;
        // The view that was chosen may not show it yet: whether a run is stuck is known a moment later.
        m->selection.selectRun(run);
        m->list->select(run);
    });
    m->feed->reload();
    m->navigator->choose(RunViewKind(std::clamp(m->state.chosenView(int(RunViewKind::All)), 0, int(RunViewKind::All))));
    refreshStatus();
    showFirstRunIfNeeded();
}

MainWindow::~MainWindow()
{
    delete takeCentralWidget(); // what is seen goes before what it refers to
}

void MainWindow::build()
{
    m->banner = new BannerStrip(m->clock);
    m->navigator = new Navigator(m->runs);
    m->list = new RunListView(m->runs);
    m->timeline = new TimelinePane(m->clock);
    m->inspector = new InspectorPane(m->desk, m->clock, m->selection, m->commands, m->actions);
    m->status = new StatusLine(m->clock, m->options.version);
    setStatusBar(m->status);

    auto* column = new QSplitter(Qt::Vertical);
    column->addWidget(m->list);
    column->addWidget(m->timeline);
    column->addWidget(m->inspector);
    column->setSizes({160, 345, 235}); // the inspector shows what, why, remedy and the buttons at once
    column->setStretchFactor(0, 1);
    column->setStretchFactor(1, 3);
    column->setStretchFactor(2, 1);
    auto* row = new QSplitter(Qt::Horizontal);
    row->addWidget(m->navigator);
    row->addWidget(column);
    row->setSizes({186, 1094});
    row->setStretchFactor(0, 0);
    row->setStretchFactor(1, 1);
    for (QSplitter* splitter : {column, row})
        splitter->setHandleWidth(5);

    m->firstRun = new FirstRunPage(m->options.connector);
    m->pages = new QStackedWidget;
    m->pages->addWidget(row);
    m->pages->addWidget(m->firstRun);
    m->frame = new SandboxFrame;
    auto* outer = new QVBoxLayout(m->frame);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m->banner);
    outer->addWidget(m->pages, 1);
    setCentralWidget(m->frame);

    m->state.keep(column, u"panes"_s);
    m->state.keep(row, u"navigator"_s);
    m->state.keep(m->list->table().header(), u"runColumns"_s);
    m->state.keep(m->timeline->view().header(), u"timelineColumns"_s);
    m->state.keep(m->inspector, u"inspectorTab"_s);
}

void MainWindow::buildToolBar()
{
    m->search = new QLineEdit;
    m->search->setObjectName(u"search"_s);
    m->search->setAccessibleName(tr("Search runs"));
    m->search->setPlaceholderText(
        tr("Search  %1").arg(m->actions[ActionSet::Search]->shortcut().toString(QKeySequence::NativeText)));
    m->search->setClearButtonEnabled(true);
    m->search->setMinimumWidth(120);
    m->search->setMaximumWidth(220);
    m->toolBar = buildWindowToolBar(*this, m->actions, m->search);
}

void MainWindow::connectActions()
{
    ActionSet& a = m->actions;
    const auto on = [&](ActionSet::Id id, auto act) { connect(a[id], &QAction::triggered, this, act); };
    const auto submit = [this](const Command& command) { m->commands.submit(command); };
    on(ActionSet::NewService, [this] { newService(); });
    on(ActionSet::Retry, [=, this] { submit(RetryStep{m->selection.stepId(), {}}); });
    on(ActionSet::RetryAtOnce, [=, this] { submit(RetryNow{m->selection.stepId()}); });
    on(ActionSet::Look, [=, this] { submit(LookNow{m->selection.stepId()}); });
    on(ActionSet::Pause, [=, this] {
        if (m->selection.view() && m->selection.view()->run.paused)
            submit(ResumeRun{});
        else
            submit(PauseRun{});
    });
    const auto dialog = [this](auto open) {
        return [this, open] {
            if (m->selection.view())
                open(CommandDialogContext{m->desk, m->clock, m->selection, m->commands, this});
        };
    };
    on(ActionSet::RetryFromHere, dialog(&openRetryFromDialog));
    on(ActionSet::Advance, dialog(&openAdvanceDialog));
    on(ActionSet::Skip, dialog(&openSkipDialog));
    on(ActionSet::Cancel, dialog(&openCancelDialog));
    on(ActionSet::Undo, dialog(&openUndoDialog));
    on(ActionSet::OpenLink, [this] { openStepLink(); });
    on(ActionSet::AddNoteHere, [this] { m->inspector->focusNote(); });
    on(ActionSet::CopyId, [this] { QGuiApplication::clipboard()->setText(m->selection.runId().text()); });
    on(ActionSet::Search, [this] {
        m->search->setFocus(Qt::ShortcutFocusReason);
        m->search->selectAll();
    });
    on(ActionSet::ReadNow, [this] {
        m->feed->reload();
        m->selection.reload();
    });
    TimeWindow& time = m->timeline->window();
    on(ActionSet::ZoomIn, [&time] { time.zoom(1.6); });
    on(ActionSet::ZoomOut, [&time] { time.zoom(1 / 1.6); });
    on(ActionSet::ZoomFit, [&time] { time.fit(); });
    on(ActionSet::ZoomBack, [&time] { time.back(); });
    on(ActionSet::ZoomForward, [&time] { time.forward(); });
    on(ActionSet::NextNeedingYou, [this] { m->list->selectNeedingYou(+1); });
    on(ActionSet::PreviousNeedingYou, [this] { m->list->selectNeedingYou(-1); });
    on(ActionSet::Quit, [this] { close(); });
    on(ActionSet::Connection, [this] { showConnection(); });
    m->actions[ActionSet::Connection]->setVisible(m->options.connector);
    on(ActionSet::About, [this] { showAbout(m->desk.status(), m->options.version, this); });

    const auto shortcut = [this](const QString& keys, auto act) {
        connect(new QShortcut(QKeySequence(keys), this), &QShortcut::activated, this, act);
    };
    for (int i = 0; i < int(allRunViews.size()); ++i)
        shortcut(u"Ctrl+%1"_s.arg(i + 1), [this, i] { m->navigator->choose(allRunViews[size_t(i)]); });
    for (int i = 0; i < m->inspector->count(); ++i)
        shortcut(u"Alt+%1"_s.arg(i + 1), [this, i] { m->inspector->setCurrentIndex(i); });
    const auto movePane = [this](int by) {
        const QList<QWidget*> panes{m->navigator, &m->list->table(), &m->timeline->view(), m->inspector};
        qsizetype at = 0;
        for (qsizetype i = 0; i < panes.size(); ++i)
            if (panes[i]->hasFocus() || panes[i]->isAncestorOf(QApplication::focusWidget()))
                at = i;
        panes[(at + by + panes.size()) % panes.size()]->setFocus(Qt::ShortcutFocusReason);
    };
    shortcut(u"F6"_s, [movePane] { movePane(+1); });
    shortcut(u"Shift+F6"_s, [movePane] { movePane(-1); });
}

void MainWindow::connectParts()
{
    connect(m->navigator, &Navigator::viewChosen, this, [this](RunViewKind view) {
        m->list->setView(view);
        m->state.noteChosenView(int(view));
    });
    connect(m->search, &QLineEdit::textChanged, m->list, &RunListView::setSearch);
    connect(m->list, &RunListView::clearFilter, this, [this] {
        m->search->clear();
        m->navigator->choose(RunViewKind::All);
    });
    connect(&m->runs, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m->awaited.isEmpty() && m->awaited == m->selection.runId() && m->runs.rowOf(m->awaited) >= 0)
            selectRun(m->awaited);
    });
    connect(m->list, &RunListView::newService, this, &MainWindow::newService);
    connect(m->list, &RunListView::runSelected, this, [this](const RunId& run) {
        if (run.isEmpty())
            return; // a filter hid the row: what is looked at stays
        m->selection.selectRun(run);
        m->state.noteSelectedRun(run);
    });

    Selection* selection = &m->selection;
    connect(selection, &Selection::viewChanged, this, [this] {
        m->timeline->showRun(m->selection.view());
        const auto view = m->selection.view();
        setWindowTitle(view ? tr("%1 – Slipway").arg(safeLine(view->run.subject, 80)) : tr("Slipway"));
        refreshActions();
    });
    connect(selection, &Selection::runChanged, this, [this] {
        m->timeline->showRun(nullptr);
        refreshActions();
    });
    connect(selection, &Selection::stepChanged, this, [this] {
        if (m->timeline->view().selectedStep() != m->selection.stepId())
            m->timeline->view().selectStep(m->selection.stepId());
        refreshActions();
    });
    connect(selection, &Selection::failed, m->banner, &BannerStrip::showError);
    connect(&m->timeline->view(), &TimelineView::stepSelected, selection, &Selection::selectStep);
    connect(&m->timeline->view(), &TimelineView::previousAttempt, this, [this] { m->inspector->stepAttempt(-1); });
    connect(&m->timeline->view(), &TimelineView::nextAttempt, this, [this] { m->inspector->stepAttempt(+1); });
    connect(m->inspector, &InspectorPane::linkActivated, this,
        [this](const QString& url) { openLink(m->options.opener, url, this); });

    connect(&m->commands, &CommandRunner::requestedChanged, this, [this](const RunId& run) {
        if (run == m->selection.runId())
            refreshActions();
    });
    connect(&m->commands, &CommandRunner::refused, m->banner, &BannerStrip::showError);

    connect(m->navigator, &Navigator::countsChanged, this, [this] {
        m->status->showCounts(m->navigator->countOf(RunViewKind::Running), m->navigator->countOf(RunViewKind::Waiting),
            m->navigator->countOf(RunViewKind::NeedsYou));
    });
    connect(&m->desk, &desk::Desk::statusChanged, this, &MainWindow::refreshStatus);
    connect(&m->theme, &Theme::changed, this, [this] { m->state.noteTheme(int(m->theme.choice())); });
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
    m->actions.update(m->selection, m->desk.status(), requested);
}

void MainWindow::refreshStatus()
{
    const desk::EngineStatus status = m->desk.status();
    m->banner->showStatus(status);
    m->status->showStatus(status);
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

void MainWindow::newService()
{
    const auto workflows = m->desk.workflows();
    if (workflows.isEmpty()) {
        m->banner->showError(Error{.code = errc::workflowUnknown});
        return;
    }
    auto* dialog = new CreateDialog(
        {.desk = m->desk, .clock = m->clock, .settings = m->settings, .opener = m->options.opener}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CreateDialog::created, this, [this](const RunId& run) {
        m->feed->reload();
        selectRun(run);
    });
    connect(dialog, &CreateDialog::runWanted, this, &MainWindow::selectRun);
    dialog->open();
}

void MainWindow::openStepLink()
{
    const StepRun* step = m->selection.step();
    if (!step)
        return;
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
}

} // namespace slipway::console
