// SPDX-License-Identifier: GPL-3.0-or-later
// Living with the window: notifications, tray, settings, the set-up checklist.
#include "base/text.h"
#include "console/command_dialogs.h"
#include "console/labels.h"
#include "console/safe_text.h"
#include "console/setup_dialog.h"
#include "console/window_parts.h"
#include "desk/run_link.h"

#include <QApplication>
#include <QCheckBox>
#include <QCloseEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>

namespace slipway::console {

namespace {

//! For a window that shows nothing on the desktop.
class NoBubbles : public Bubbles {
public:
    using Bubbles::Bubbles;
    void show(const QString&, const Bubble&) override { }
    void withdraw(const QString&) override { }
};

} // namespace

void MainWindow::buildNotices()
{
    auto bubbles = m->options.bubbles ? m->options.bubbles() : std::unique_ptr<Bubbles>(new NoBubbles);
    m->bubbles = bubbles.get();
    m->notices = std::make_unique<Notices>(m->runs, m->clock, m->preferences, std::move(bubbles),
        [this](const RunId& run) { return isActiveWindow() && !isMinimized() && m->selection.runId() == run; });
    connect(m->feed.get(), &RunFeed::settled, m->notices.get(),
        [this] { m->notices->begin(m->settings, m->desk.status().storePath); });
    connect(m->notices.get(), &Notices::changed, this, [this] {
        const int open = m->notices->unresolved();
        m->actions.setText(ActionSet::Notices, open > 0 ? tr("&Notifications (%1)").arg(open) : tr("&Notifications"));
    });
    connect(m->notices.get(), &Notices::wanted, this, &MainWindow::followNotice);
    connect(&m->selection, &Selection::runChanged, this, [this] {
        if (isActiveWindow())
            m->notices->noteLookedAt(m->selection.runId());
        // Who comes back to the run later comes to look: no dialog is to open by itself then.
        if (m->dialogWanted != m->selection.runId())
            m->dialogWanted = RunId();
    });
    connect(&m->selection, &Selection::failed, this, [this] { m->dialogWanted = RunId(); });

    if (!m->options.say)
        m->options.say = [this](const QString& text, Urgency urgency) { announce(*this, text, urgency); };
    m->announcer = std::make_unique<Announcer>(m->runs, m->selection, m->clock, m->options.say);
    connect(m->feed.get(), &RunFeed::settled, m->announcer.get(), &Announcer::begin);

    m->tray = std::make_unique<TrayIcon>(m->actions);
    m->tray->setWanted(m->preferences.tray());
    connect(m->tray.get(), &TrayIcon::windowWanted, this, &MainWindow::raiseWindow);
    connect(m->tray.get(), &TrayIcon::quitWanted, this, &MainWindow::quit);
    connect(&m->preferences, &Preferences::changed, this, [this] {
        m->tray->setWanted(m->preferences.tray());
        refreshActions();
    });
    connect(m->navigator, &Navigator::countsChanged, this, [this] {
        m->tray->showCounts(m->navigator->countOf(RunViewKind::NeedsYou), m->navigator->countOf(RunViewKind::Running),
            m->navigator->countOf(RunViewKind::Waiting));
    });

    const auto on = [&](ActionSet::Id id, auto act) { connect(m->actions[id], &QAction::triggered, this, act); };
    on(ActionSet::Notices, [this] { showNotices(); });
    on(ActionSet::MuteRun, [this] {
        const QList<RunId> runs = chosenRuns();
        QStringList names;
        for (const RunId& run : runs)
            names += run.text();
        m->preferences.setMuted(names, !areMuted(runs));
    });
    on(ActionSet::Settings, [this] { showSettings(SettingsDialog::Appearance); });
    on(ActionSet::SetUp, [this] { showSetUp(); });
}

bool MainWindow::areMuted(const QList<RunId>& runs) const
{
    return std::all_of(
        runs.begin(), runs.end(), [this](const RunId& run) { return m->preferences.isMuted(run.text()); });
}

void MainWindow::raiseWindow()
{
    show();
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
}

void MainWindow::quit()
{
    m->reallyCloses = m->closesUntold = true;
    close();
    QApplication::quit(); // a window that was hidden already is not the last one that closes
}

void MainWindow::selectStep(const RunId& run, const StepId& step)
{
    selectRun(run);
    m->awaitedStep = {run, step};
    // Where the run is shown already nothing is read that would bring the step along.
    if (const auto view = m->selection.view(); view && view->run.id == run) {
        m->awaitedStep = {};
        if (view->run.step(step))
            m->selection.selectStep(step);
    }
}

void MainWindow::showLink(const QString& link)
{
    raiseWindow();
    if (const auto named = desk::runLinkFrom(link))
        selectStep(named->run, named->step);
    const bool isFree = m->pages->currentIndex() == 0 && !QApplication::activeModalWidget();
    if (!isFree)
        return; // what a person is in the middle of stays in front
    if (link == QLatin1StringView(desk::newServiceWish) && m->actions[ActionSet::NewService]->isEnabled()) {
        newService();
    } else if (link == QLatin1StringView(desk::needsYouWish)) {
        search({}, false);
        m->navigator->choose(RunViewKind::NeedsYou);
        m->list->table().setFocus();
    }
}

void MainWindow::followNotice(const RunId& run, const QString& action)
{
    raiseWindow();
    if (run.isEmpty()) {
        m->navigator->choose(RunViewKind::NeedsYou);
        showNotices();
        return;
    }
    selectRun(run);
    if (action != u"act"_s)
        return;
    // The dialog is about what is known of the run, which may still be on its way.
    m->dialogWanted = run;
    openWantedDialog();
}

//! Opens the dialog with the fitting choice preset; it changes nothing until its button is pressed.
void MainWindow::openWantedDialog()
{
    const auto view = m->selection.view();
    const bool isSetAside = !view && m->selection.setAside();
    if (m->dialogWanted.isEmpty() || m->selection.runId() != m->dialogWanted || (!view && !isSetAside))
        return;
    m->dialogWanted = RunId();
    if (isSetAside || !view->run.isOpen()) {
        // No dialog is about such a run: what is left to do stands in Why.
        m->selection.selectWhole();
        m->actions[ActionSet::ShowInspector]->setChecked(true);
        m->inspector->setCurrentIndex(0);
        return;
    }
    openStepDialog({m->desk, m->clock, m->selection, m->commands, m->settings, m->options.opener, this},
        view->run.state == RunState::Failed ? StepChoice::Retry : StepChoice::Look);
}

void MainWindow::showNotices()
{
    if (!m->noticesDialog) {
        m->noticesDialog = new NoticesDialog(*m->notices, m->clock, this);
        m->noticesDialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m->noticesDialog, &NoticesDialog::runWanted, this, [this](const RunId& run) {
            raiseWindow();
            selectRun(run);
        });
        connect(m->noticesDialog, &NoticesDialog::settingsWanted, this,
            [this] { showSettings(SettingsDialog::Notifications); });
    }
    m->noticesDialog->show();
    m->noticesDialog->raise();
    m->noticesDialog->activateWindow();
}

void MainWindow::showSettings(int page)
{
    const desk::EngineStatus status = m->desk.status();
    QString watching = tr("Nobody watches the runs of this store at present.");
    if (status.drives)
        watching = tr("This window watches the runs of this store, as long as it is open.");
    else if (status.owner && !status.owner->program.isEmpty())
        watching = tr("Another Slipway watches the runs of this store: %1, process %2.")
                       .arg(safeLine(status.owner->program, 40))
                       .arg(status.owner->pid);
    auto* dialog = new SettingsDialog({m->preferences, m->theme, m->actions, m->keys, m->options.bubbles != nullptr,
                                          watching, m->options.credentials},
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->showPage(SettingsDialog::Page(page));
    connect(dialog, &SettingsDialog::connectionWanted, this, &MainWindow::showConnection, Qt::QueuedConnection);
    connect(dialog, &SettingsDialog::testNotificationWanted, this, [this] {
        m->bubbles->show(u"test"_s, {.title = tr("This is a test"), .text = tr("Slipway will tell you like this.")});
    });
    dialog->open();
}

void MainWindow::showSetUp()
{
    if (!m->setUp) {
        m->setUp = new SetUpDialog(this);
        m->setUp->setAttribute(Qt::WA_DeleteOnClose);
        connect(m->setUp, &SetUpDialog::wanted, this, [this](SetUpDialog::Task task) {
            switch (task) {
            case SetUpDialog::Task::Store: showStorePlace(); return;
            case SetUpDialog::Task::SignIn:
                if (m->options.connector)
                    openConnectionDialog();
                return;
            case SetUpDialog::Task::Access:
                m->preferences.noteSaid(u"accessChecked"_s);
                showConnection();
                refreshSetUp();
                return;
            case SetUpDialog::Task::Notifications: showSettings(SettingsDialog::Notifications); return;
            case SetUpDialog::Task::FirstService: newService(); return;
            }
        });
        connect(&m->preferences, &Preferences::changed, m->setUp, [this] { refreshSetUp(); });
        connect(&m->desk, &desk::Desk::statusChanged, m->setUp, [this] { refreshSetUp(); });
    }
    refreshSetUp();
    m->setUp->raise();
    m->setUp->activateWindow();
}

void MainWindow::refreshSetUp()
{
    if (!m->setUp)
        return;
    const desk::EngineStatus status = m->desk.status();
    const auto kind = m->options.connector ? m->options.connector->currentConnection() : Connector::Kind::None;
    m->setUp->show({.storePath = status.storePath,
                       .storeOk = !status.readOnly,
                       .connected = status.connected || kind == Connector::Kind::GitHub,
                       .sandbox = status.sandbox || kind == Connector::Kind::Sandbox,
                       .hasConnector = m->options.connector != nullptr,
                       .account = status.login.isEmpty() ? status.host : tr("%1 @ %2").arg(status.login, status.host),
                       .accessChecked = m->preferences.wasSaid(u"accessChecked"_s),
                       .hasRuns = m->runs.rowCount() > 0},
        m->preferences.notices());
}

//! Whether the window stays for now, with the message in front: runs that this program drives stop where they are.
bool MainWindow::tellWhatStops()
{
    const desk::EngineStatus status = m->desk.status();
    // A hidden window was closed before, and what goes on was said then.
    if (!isVisible() || !status.drives || m->preferences.wasSaid(u"stopsWhenClosed"_s))
        return false;
    int halfWay = 0;
    for (int row = 0; row < m->runs.rowCount(); ++row) {
        const RunState state = m->runs.at(row).state;
        halfWay += state == RunState::Running || state == RunState::Waiting || state == RunState::Parked ? 1 : 0;
    }
    if (halfWay == 0)
        return false;
    const bool quits = std::exchange(m->reallyCloses, false);
    if (auto* open = findChild<QMessageBox*>(u"whatStops"_s)) {
        open->raise();
        open->activateWindow();
        return true;
    }
    auto* box = plainMessage(QMessageBox::Question, tr("Close Slipway?"),
        tr("%n run(s) are half-way. Nothing of them moves on while no Slipway is open; the next start goes on where "
           "they "
           "stand.",
            nullptr, halfWay),
        this);
    box->setObjectName(u"whatStops"_s);
    box->setInformativeText(status.sandbox
            ? tr("The simulated services rest as well.")
            : tr("What runs at GitHub goes on there, and pull requests whose auto-merge is on still merge. "
                 "“slipwayctl agent --standby” watches without a window."));
    auto* again = new QCheckBox(tr("&Do not say this again"));
    again->setObjectName(u"doNotSayAgain"_s);
    box->setCheckBox(again);
    auto* closes = box->addButton(tr("&Close Slipway"), QMessageBox::AcceptRole);
    auto* ways = status.sandbox ? nullptr : box->addButton(tr("&Ways to go on…"), QMessageBox::ActionRole);
    box->setEscapeButton(box->addButton(tr("&Stay open"), QMessageBox::RejectRole));
    box->setDefaultButton(closes);
    connect(box, &QMessageBox::finished, this, [this, box, closes, ways, again, quits] {
        const QAbstractButton* pressed = box->clickedButton();
        if (ways && pressed == ways) {
            showSettings(SettingsDialog::Watching);
            return;
        }
        if (pressed != closes)
            return;
        if (again->isChecked())
            m->preferences.noteSaid(u"stopsWhenClosed"_s);
        m->reallyCloses = m->closesUntold = true;
        if (close() && quits)
            QApplication::quit();
    });
    box->open();
    return true;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m->state.flush();
    if (m->reallyCloses || !staysWhenClosed(m->preferences.watchWhenClosed(), m->tray->isShown(), m->desk.status())) {
        if (!m->closesUntold && !m->state.sessionEnds() && tellWhatStops())
            event->ignore();
        else
            QMainWindow::closeEvent(event);
        return;
    }
    event->ignore();
    hide();
    if (!m->preferences.wasSaid(u"hidden"_s)) {
        m->preferences.noteSaid(u"hidden"_s);
        m->bubbles->show(u"hidden"_s,
            {.title = tr("Slipway goes on watching"),
                .text = tr("The window is closed, the runs are still watched. The tray has the way back, and Quit.")});
    }
}

} // namespace slipway::console
