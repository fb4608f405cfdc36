// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/desktop_look.h"

#include "base/logging.h"
#include "base/text.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace slipway::console {

namespace {

const auto portalService = u"org.freedesktop.portal.Desktop"_s;
const auto portalPath = u"/org/freedesktop/portal/desktop"_s;
const auto portalSettings = u"org.freedesktop.portal.Settings"_s;
const auto appearance = u"org.freedesktop.appearance"_s;
const auto gnome = u"org.gnome.desktop.interface"_s;

using Spaces = QMap<QString, QVariantMap>;

} // namespace

DesktopLook::DesktopLook(const QDBusConnection& bus, QObject* parent)
    : QObject(parent)
    , m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    qDBusRegisterMetaType<Spaces>();
    m_bus.connect(portalService, portalPath, portalSettings, u"SettingChanged"_s, this,
        SLOT(take(QString, QString, QDBusVariant)));
    ask();
}

void DesktopLook::ask()
{
    auto call = QDBusMessage::createMethodCall(portalService, portalPath, portalSettings, u"ReadAll"_s);
    call << QStringList{appearance, gnome};
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<Spaces> reply = *watcher;
        if (reply.isError()) {
            qCInfo(logConsole) << "no settings of the desktop" << reply.error().name();
            return;
        }
        const Spaces spaces = reply.value();
        for (const QString& space : {appearance, gnome}) {
            const QVariantMap values = spaces.value(space);
            for (auto value = values.begin(); value != values.end(); ++value)
                set(space, value.key(), value.value());
        }
        Q_EMIT changed();
    });
}

void DesktopLook::take(const QString& space, const QString& key, const QDBusVariant& value)
{
    set(space, key, value.variant());
    Q_EMIT changed();
}

void DesktopLook::set(const QString& space, const QString& key, const QVariant& value)
{
    if (space == appearance && key == "color-scheme"_L1) {
        constexpr uint dark = 1, light = 2;
        m_dark = value.toUInt() == dark ? std::optional(true)
            : value.toUInt() == light   ? std::optional(false)
                                        : std::nullopt;
    } else if (space == appearance && key == "contrast"_L1)
        m_highContrast = value.toUInt() == 1;
    else if (space == appearance && key == "reduced-motion"_L1)
        m_still = value.toUInt() == 1;
    else if (space == gnome && key == "enable-animations"_L1)
        m_still = !value.toBool();
}

} // namespace slipway::console
