// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/action_set.h"
#include "desk/desk.h"

#include <QSystemTrayIcon>

class QMenu;

namespace slipway::console {

//! Slipway in the tray, where a person wants it and the desktop has one: the counts in its tooltip, the way back to the
//! window and out of the program. Never the only way back.
class TrayIcon : public QObject {
    Q_OBJECT
public:
    TrayIcon(ActionSet& actions, QObject* parent = nullptr);
    ~TrayIcon() override;

    void setWanted(bool wanted);
    bool isShown() const { return m_icon && m_icon->isVisible(); }
    void showCounts(int needsYou, int running, int waiting);

Q_SIGNALS:
    void windowWanted();
    void quitWanted();

private:
    ActionSet& m_actions;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    QString m_tip;
};

//! Whether a window that is closed is only hidden: that is wished for, the tray has the way back, and this program does
//! watch the runs, so that there is a reason.
inline bool staysWhenClosed(bool wished, bool isInTray, const desk::EngineStatus& status)
{
    return wished && isInTray && status.drives;
}

} // namespace slipway::console
