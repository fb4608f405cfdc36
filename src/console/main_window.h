// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/banners.h"
#include "console/bubbles.h"
#include "console/opener.h"
#include "console/ports.h"
#include "console/status_line.h"
#include "desk/desk.h"

#include <QMainWindow>

#include <memory>

class QSettings;

namespace slipway::console {

class ConnectionDialog;
class CreateDialog;
class DesktopLook;
enum class ManyAct;
enum class Urgency;

struct MainWindowOptions {
    Connector* connector = nullptr; //!< none: the first-run page is never shown
    Troublemaker* troublemaker = nullptr; //!< none: there is no menu "Make trouble"
    Opener opener; //!< none: QDesktopServices
    QSettings* settings = nullptr; //!< layout and drafts; none: QSettings(), by the program's name
    QString version;
    QString profileFile; //!< where the connection and its settings are kept; empty: nowhere
    QString terminal = QStringLiteral("slipwayctl"); //!< what is typed in a terminal before a command for the same runs
    StoreKeeper* storeKeeper = nullptr; //!< none: copies of the store are not offered
    CredentialShelf* credentials = nullptr; //!< none: credentials of workflows are not offered
    std::function<std::unique_ptr<Bubbles>()> bubbles; //!< none: nothing is shown on the desktop
    std::function<std::unique_ptr<DesktopLook>()> look; //!< none: the desktop is not asked how it looks
    //! Tells what changes to who does not see the window; none: the accessibility bus does.
    std::function<void(const QString& text, Urgency urgency)> say;
};

//! The window. Desk and clock outlive it. It draws what the desk says and submits commands; it holds no other state
//! than what is selected and how it is laid out.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(desk::Desk& desk, Clock& clock, MainWindowOptions options, QWidget* parent = nullptr);
    ~MainWindow() override;

    void selectRun(RunId run);
    //! Comes to the front and shows what a link or wish (desk/run_link.h) names; what is none only brings it to the front.
    void showLink(const QString& link);
    //! The same with a step of it; one that the run does not have is left aside.
    void selectStep(const RunId& run, const StepId& step);
    //! Opens the form for a new service, with the first workflow that can be started.
    void newService();
    //! The same for many, from a list.
    void newServices();
    //! The same with the inputs of the chosen run.
    void startAgain();
    //! Opens the connection's dialog: what the present one may do, or a first one to be made.
    void showConnection();
    //! Closes the window also where it would stay in the tray, and ends the program's loop.
    void quit();

protected:
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void openForm(const QString& workflow, const Json& inputs, bool isBroughtBack = false);
    CreateDialog* shownForm() const;
    void restoreSight();
    ConnectionDialog* openConnectionDialog();
    struct Parts;
    void build();
    void buildToolBar();
    void connectActions();
    void connectParts();
    void connectViews();
    void connectWindowActions();
    void nameTabActions();
    void refreshActions();
    void refreshStatus();
    void refreshTitle();
    void refreshDrafts();
    void refreshSearchField();
    void refreshPanes();
    void placeInspector(bool beside);
    void restoreSearch();
    void search(const QString& text, bool everything);
    void saveView();
    void renameView();
    void deleteView();
    void movePane(int by);
    void openPalette();
    void openShortcuts();
    //! Those that are marked in the list where they are several, else the one that is looked at.
    QList<RunId> chosenRuns() const;
    bool areMuted(const QList<RunId>& runs) const;
    void actOnMany(ManyAct act);
    void exportRuns();
    void showStatistics();
    QList<RunId> parkedRuns() const;
    void actOnBanner(BannerAct act);
    void showStatusPart(StatusLine::Part part);
    void showStorePlace();
    void showStoreCopies();
    void openCopy();
    void showAbout();
    void buildNotices();
    void raiseWindow();
    void followNotice(const RunId& run, const QString& action);
    void openWantedDialog();
    bool tellWhatStops();
    void showNotices();
    void showSettings(int page);
    void showSetUp();
    void refreshSetUp();
    void showFirstRunIfNeeded();
    void openStepLink();
    void showStoreWork(journal::StoreWork work);

    std::unique_ptr<Parts> m;
};

} // namespace slipway::console
