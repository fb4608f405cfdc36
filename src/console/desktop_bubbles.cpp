// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/desktop_bubbles.h"

#include "base/logging.h"
#include "base/text.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QVariantMap>

namespace slipway::console {

namespace {

const auto notificationsService = u"org.freedesktop.Notifications"_s;
const auto notificationsPath = u"/org/freedesktop/Notifications"_s;

QDBusMessage notificationsCall(const QString& method)
{
    return QDBusMessage::createMethodCall(notificationsService, notificationsPath, notificationsService, method);
}

} // namespace

DesktopBubbles::DesktopBubbles(const QDBusConnection& bus, QObject* parent)
    : Bubbles(parent)
    , m_bus(bus)
{
    if (!m_bus.isConnected())
        return; // no desktop session: the list in the window has it all
    m_bus.connect(notificationsService, notificationsPath, notificationsService, u"ActionInvoked"_s, this,
        SLOT(noteAction(uint, QString)));
    m_bus.connect(notificationsService, notificationsPath, notificationsService, u"NotificationClosed"_s, this,
        SLOT(noteClosed(uint, uint)));
    auto* watcher =
        new QDBusServiceWatcher(notificationsService, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
        [this](const QString&, const QString&, const QString& owner) {
            m_shown.clear(); // what another one showed is gone with it
            m_offered = false;
            if (!owner.isEmpty())
                askWhatIsOffered();
        });
    askWhatIsOffered();
}

void DesktopBubbles::askWhatIsOffered()
{
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(notificationsCall(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (reply.isError()) {
            qCInfo(logConsole) << "no notifications on this desktop" << reply.error().name();
            return;
        }
        const QStringList offered = reply.value();
        m_capabilities = QSet<QString>(offered.begin(), offered.end());
        m_offered = true;
        for (const QString& key : m_shown.keys())
            if (m_shown[key].id == 0)
                send(key);
    });
}

void DesktopBubbles::show(const QString& key, const Bubble& bubble)
{
    Shown& shown = m_shown[key];
    shown.bubble = bubble;
    const bool onItsWay = shown.again || shown.withdrawn;
    shown.withdrawn = false;
    if (m_offered && !onItsWay)
        send(key);
}

void DesktopBubbles::send(const QString& key)
{
    Shown& shown = m_shown[key];
    const Bubble& bubble = shown.bubble;
    QStringList actions;
    if (m_capabilities.contains(u"actions"_s))
        for (const auto& [id, label] : bubble.actions)
            actions << id << label;
    const QString text = m_capabilities.contains(u"body-markup"_s) ? bubble.text.toHtmlEscaped() : bubble.text;
    const QVariantMap hints{{u"desktop-entry"_s, u"org.slipway.Slipway"_s}, {u"category"_s, u"transfer"_s},
        {u"urgency"_s, QVariant::fromValue(uchar(bubble.urgent ? 1 : 0))}};
    QDBusMessage call = notificationsCall(u"Notify"_s);
    call.setArguments({u"Slipway"_s, shown.id, u"org.slipway.Slipway"_s, bubble.title, text, actions, hints, -1});
    shown.again = true; // until the answer names its id
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key, sent = bubble] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        const auto at = m_shown.find(key);
        if (at == m_shown.end()) {
            if (!reply.isError())
                close(reply.value());
            return;
        }
        at->again = false;
        if (reply.isError()) {
            qCInfo(logConsole) << "a notification was not shown" << reply.error().name();
            m_shown.erase(at);
            return;
        }
        at->id = reply.value();
        if (at->withdrawn)
            withdraw(key);
        else if (at->bubble != sent)
            send(key);
    });
}

void DesktopBubbles::withdraw(const QString& key)
{
    const auto at = m_shown.find(key);
    if (at == m_shown.end())
        return;
    if (at->again) { // its id is on its way
        at->withdrawn = true;
        return;
    }
    if (at->id != 0)
        close(at->id);
    m_shown.erase(at);
}

void DesktopBubbles::close(uint id)
{
    QDBusMessage call = notificationsCall(u"CloseNotification"_s);
    call.setArguments({id});
    m_bus.asyncCall(call);
}

QString DesktopBubbles::keyOf(uint id) const
{
    for (auto at = m_shown.cbegin(); at != m_shown.cend(); ++at)
        if (at->id == id)
            return at.key();
    return {};
}

void DesktopBubbles::noteAction(uint id, const QString& action)
{
    if (const QString key = keyOf(id); !key.isEmpty())
        Q_EMIT acted(key, action);
}

void DesktopBubbles::noteClosed(uint id, uint)
{
    if (const QString key = keyOf(id); !key.isEmpty()) {
        m_shown.remove(key);
        Q_EMIT closed(key);
    }
}

} // namespace slipway::console
