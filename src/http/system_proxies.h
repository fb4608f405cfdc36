// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "http/network_options.h"

#include <QHash>
#include <QMutex>
#include <QNetworkProxy>
#include <QObject>
#include <QPointer>

namespace slipway::http {

//! What the system says of proxies, asked in a thread of its own and kept for a while: a script of the company's network,
//! or a settings daemon, may take seconds or for ever, and the thread of the requests is that of everything else.
class SystemProxies : public QObject {
    Q_OBJECT
public:
    SystemProxies(Clock& clock, ProxyLookUp lookUp);

    //! Calls `ready` when known() has the answer for that address: at once, or when the system has answered, or when it
    //! takes too long (then as before, or without a proxy). Not after the context has gone.
    void prepare(const QUrl& url, QObject* context, std::function<void()> ready);
    //! From any thread. Empty: never asked.
    QList<QNetworkProxy> known(const QUrl& url) const;

private:
    struct Entry {
        QList<QNetworkProxy> proxies;
        Timestamp until; //!< asked anew from then on
    };
    struct Asking {
        QList<std::pair<QPointer<QObject>, std::function<void()>>> waiting;
        Timer limit;
    };

    void ask(const QUrl& url);
    void take(const QString& key, QList<QNetworkProxy> proxies, Millis goodFor);

    Clock& m_clock;
    ProxyLookUp m_lookUp;
    mutable QMutex m_mutex; //!< of m_known
    QHash<QString, Entry> m_known; //!< by scheme, host and port
    std::map<QString, Asking> m_asking;
};

} // namespace slipway::http
