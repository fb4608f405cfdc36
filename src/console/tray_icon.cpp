// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/tray_icon.h"

#include "base/text.h"

#include <QMenu>

namespace slipway::console {

TrayIcon::TrayIcon(ActionSet& actions, QObject* parent)
    : QObject(parent)
    , m_actions(actions)
{ }

TrayIcon::~TrayIcon() = default;

void TrayIcon::setWanted(bool wanted)
{
    const bool show = wanted && QSystemTrayIcon::isSystemTrayAvailable();
    if (show == bool(m_icon))
        return;
    if (!show) {
        m_icon.reset();
        m_menu.reset();
        return;
    }
    m_menu = std::make_unique<QMenu>();
    connect(m_menu->addAction(tr("&Show the window")), &QAction::triggered, this, &TrayIcon::windowWanted);
    m_menu->addAction(m_actions[ActionSet::NewService]);
    m_menu->addAction(m_actions[ActionSet::Notices]);
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("&Quit")), &QAction::triggered, this, &TrayIcon::quitWanted);
    m_icon = std::make_unique<QSystemTrayIcon>(QIcon(u":/icons/org.slipway.Slipway.svg"_s));
    m_icon->setContextMenu(m_menu.get());
    m_icon->setToolTip(m_tip.isEmpty() ? tr("Slipway") : m_tip);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT windowWanted();
    });
    m_icon->show();
}

void TrayIcon::showCounts(int needsYou, int running, int waiting)
{
    m_tip = tr("Slipway: %1 needs you, %2 running, %3 waiting").arg(needsYou).arg(running).arg(waiting);
    if (m_icon)
        m_icon->setToolTip(m_tip);
}

} // namespace slipway::console
