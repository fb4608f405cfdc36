// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "http/event_stream_parser.h"
#include "http/network_options.h"
#include "http/system_proxies.h"

#include <QObject>

class QNetworkAccessManager;
class QNetworkReply;

namespace slipway::http {

//! A GET whose answer does not end: Server-Sent Events. It comes back by itself after 1 s, then 2, 4 … up to 60 s (drawn at
//! random between half of that and all), at once again after a connection that brought something, with the id of the last
//! event; a server's own "retry" counts as the least. Silence for 90 s counts as a connection that has died. Redirects
//! are not followed, and plain http is for loopback only.
class EventStream : public QObject {
    Q_OBJECT
public:
    EventStream(QUrl url, const NetworkOptions& options, Clock& clock, QObject* parent = nullptr);
    ~EventStream() override;

    void start();
    int connections() const { return m_connections; }

Q_SIGNALS:
    void opened();
    void told(const slipway::http::StreamEvent& event);
    //! The connection ended, or none came; it is tried again after this long.
    void interrupted(const slipway::Error& why, std::chrono::milliseconds again);
    //! It makes no sense to try again: an unsafe address.
    void refused(const slipway::Error& why);

private:
    void connectNow();
    void send();
    void take();
    void end(const QString& code, Json args = Json::object());
    void watch();

    QUrl m_url;
    NetworkOptions m_options;
    Clock& m_clock;
    std::shared_ptr<SystemProxies> m_system; //!< none: a proxy was named, or none is wanted
    std::unique_ptr<QNetworkAccessManager> m_manager;
    QNetworkReply* m_reply = nullptr;
    EventStreamParser m_parser;
    Timer m_again, m_silence;
    int m_failures = 0, m_connections = 0;
    bool m_isStream = false;
};

} // namespace slipway::http
