// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/proxies.h"

#include "base/loopback.h"
#include "base/text.h"

namespace slipway::http {

QList<QNetworkProxy> Proxies::queryProxy(const QNetworkProxyQuery& query)
{
    if (isLoopbackHost(query.peerHostName()))
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    if (!m_options.proxy) {
        auto found = m_system ? m_system->known(query.url()) : m_options.systemLookUp(query);
        if (found.isEmpty())
            found = {QNetworkProxy(QNetworkProxy::NoProxy)};
        return found;
    }
    const QUrl& url = *m_options.proxy;
    if (url.isEmpty())
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    const bool socks = url.scheme() == "socks5"_L1;
    QNetworkProxy proxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
        quint16(url.port(socks ? 1080 : 8080)));
    // For this one only: what the system names may be any proxy, of whatever network one is in.
    if (!m_options.proxyUser.isEmpty()) {
        proxy.setUser(m_options.proxyUser);
        proxy.setPassword(QString::fromUtf8(m_options.proxyPassword.reveal()));
    }
    return {proxy};
}

} // namespace slipway::http
