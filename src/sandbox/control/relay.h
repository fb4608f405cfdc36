// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/server/http_server.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace slipway::sandbox {

//! A relay as smee.io is one, at /_sandbox/relay/CHANNEL: what is posted there is passed on to whoever listens there, as
//! Server-Sent Events, with its body parsed and written anew. Nobody needs a token, nothing is kept, and everybody who
//! knows the channel's name can post. DELETE cuts its listeners off.
class RelayChannels : public QObject {
    Q_OBJECT
public:
    explicit RelayChannels(QObject* parent = nullptr);

    static bool isRelayPath(const QStringList& segments); //!< "_sandbox", "relay", CHANNEL
    void handle(const std::shared_ptr<Exchange>& exchange, const QString& channel);

private:
    void listen(const std::shared_ptr<Exchange>& exchange, const QString& channel);
    HttpAnswer post(const HttpRequest& request, const QString& channel);
    void ping();

    QHash<QString, QList<std::shared_ptr<Exchange>>> m_listeners;
    QTimer m_ping;
    qint64 m_events = 0;
};

} // namespace slipway::sandbox
