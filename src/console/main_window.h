// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/opener.h"
#include "console/ports.h"
#include "desk/desk.h"

#include <QMainWindow>

#include <memory>

class QSettings;

namespace slipway::console {

class ConnectionDialog;

struct MainWindowOptions {
    Connector* connector = nullptr; //!< none: the first-run page is never shown
    Troublemaker* troublemaker = nullptr; //!< none: there is no menu "Make trouble"
    Opener opener; //!< none: QDesktopServices
    QSettings* settings = nullptr; //!< layout and drafts; none: QSettings(), by the program's name
    QString version;
};

//! The window. Desk and clock outlive it. It draws what the desk says and submits commands; it holds no other state
//! than what is selected and how it is laid out.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(desk::Desk& desk, Clock& clock, MainWindowOptions options, QWidget* parent = nullptr);
    ~MainWindow() override;

    void selectRun(RunId run);
    //! Opens the form for a new service, with the first workflow that can be started.
    void newService();
    //! Opens the connection's dialog: what the present one may do, or a first one to be made.
    void showConnection();

protected:
    void changeEvent(QEvent* event) override;

private:
    ConnectionDialog* openConnectionDialog();
    struct Parts;
    void build();
    void buildToolBar();
    void connectActions();
    void connectParts();
    void refreshActions();
    void refreshStatus();
    void showFirstRunIfNeeded();
    void openStepLink();

    std::unique_ptr<Parts> m;
};

} // namespace slipway::console
