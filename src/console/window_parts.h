// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/action_set.h"
#include "console/announcer.h"
#include "console/banner_strip.h"
#include "console/command_runner.h"
#include "console/desktop_look.h"
#include "console/first_run_page.h"
#include "console/inspector_pane.h"
#include "console/jobs.h"
#include "console/key_map.h"
#include "console/main_window.h"
#include "console/navigator.h"
#include "console/notices.h"
#include "console/notices_dialog.h"
#include "console/preferences.h"
#include "console/run_feed.h"
#include "console/run_list_view.h"
#include "console/run_search.h"
#include "console/sandbox_frame.h"
#include "console/settings_dialog.h"
#include "console/setup_dialog.h"
#include "console/status_line.h"
#include "console/theme.h"
#include "console/timeline_pane.h"
#include "console/timeline_view.h"
#include "console/tray_icon.h"
#include "console/window_state.h"

#include <QPointer>
#include <QSettings>

class QLineEdit;
class QSplitter;
class QStackedWidget;
class QToolBar;

namespace slipway::console {

//! What the main window is made of; for the files that make it up.
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
        , keys(actions, settings)
        , savedViews(settings)
        , preferences(settings)
        , searching(desk, clock)
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
    KeyMap keys;
    SavedViews savedViews;
    Preferences preferences;
    RunSearch searching;
    Jobs jobs;
    journal::StoreWork storeWork = journal::StoreWork::None;
    std::shared_ptr<Jobs::Job> storeJob; //!< the same, once it lasts
    Timer storeJobLater;
    std::unique_ptr<RunFeed> feed;
    Bubbles* bubbles = nullptr; //!< of the notices
    std::unique_ptr<Notices> notices;
    std::unique_ptr<Announcer> announcer;
    std::unique_ptr<DesktopLook> look;
    std::unique_ptr<TrayIcon> tray;
    QPointer<NoticesDialog> noticesDialog;
    QPointer<SetUpDialog> setUp;
    bool reallyCloses = false; //!< not into the tray
    bool closesUntold = false; //!< what stops then has been said, or nobody is there to read it

    QStackedWidget* pages = nullptr;
    FirstRunPage* firstRun = nullptr;
    SandboxFrame* frame = nullptr;
    BannerStrip* banner = nullptr;
    Navigator* navigator = nullptr;
    RunListView* list = nullptr;
    TimelinePane* timeline = nullptr;
    InspectorPane* inspector = nullptr;
    QSplitter *below = nullptr, *beside = nullptr; //!< panes one below another, and what stands beside these
    StatusLine* status = nullptr;
    QLineEdit* search = nullptr;
    QAction* everything = nullptr; //!< in the search field: errors, logs and notes, too
    QToolBar* toolBar = nullptr;
    RunId awaited; //!< to be selected in the list when it gets there: a run that was created a moment ago
    RunId dialogWanted; //!< what can be done about it is to be shown as soon as it is read
    //! To be chosen once its run is read, however late that is; nothing once another run is selected.
    struct {
        RunId run;
        StepId step;
    } awaitedStep;
    std::optional<WindowState::Sight> awaitedSight; //!< of its timeline, likewise
};

} // namespace slipway::console
