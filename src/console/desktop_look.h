// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

#include <optional>

namespace slipway::console {

//! How the person wants the desktop to look, from the desktop's settings portal (org.freedesktop.portal.Settings:
//! color-scheme, contrast and reduced-motion of org.freedesktop.appearance, enable-animations of GNOME), and followed
//! while the program runs. What the desktop does not say is left empty.
class DesktopLook : public QObject {
    Q_OBJECT
public:
    explicit DesktopLook(const QDBusConnection& bus, QObject* parent = nullptr);

    std::optional<bool> isDark() const { return m_dark; }
    std::optional<bool> isHighContrast() const { return m_highContrast; }
    std::optional<bool> wantsStillness() const { return m_still; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void take(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void ask();
    void set(const QString& space, const QString& key, const QVariant& value);

    QDBusConnection m_bus;
    std::optional<bool> m_dark, m_highContrast, m_still;
};

} // namespace slipway::console
