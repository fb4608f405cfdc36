// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/bubbles.h"

#include <QDBusConnection>
#include <QHash>
#include <QSet>

namespace slipway::console {

//! The desktop's own notifications: org.freedesktop.Notifications on the session's bus. Where none are offered nothing
//! happens; when they are offered later, they are used from then on. Do-not-disturb is the desktop's business.
class DesktopBubbles : public Bubbles {
    Q_OBJECT
public:
    explicit DesktopBubbles(const QDBusConnection& bus = QDBusConnection::sessionBus(), QObject* parent = nullptr);

    void show(const QString& key, const Bubble& bubble) override;
    void withdraw(const QString& key) override;
    bool isOffered() const { return m_offered; }

private Q_SLOTS:
    void noteAction(uint id, const QString& action);
    void noteClosed(uint id, uint reason);

private:
    struct Shown {
        uint id = 0; //!< 0: not told yet
        Bubble bubble;
        bool withdrawn = false; //!< before its id was known
        bool again = false; //!< replaced before its id was known
    };
    void askWhatIsOffered();
    void send(const QString& key);
    void close(uint id);
    QString keyOf(uint id) const;

    QDBusConnection m_bus;
    bool m_offered = false;
    QSet<QString> m_capabilities;
    QHash<QString, Shown> m_shown;
};

} // namespace slipway::console
