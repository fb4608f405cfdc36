// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/proxies.h"

#include "base/loopback.h"
#include "base/text.h"

namespace slipway::http {

QList<QNetworkProxy> Proxies::queryProxy(const QNetworkProxyQuery& query)
{
    const auto withPassword = [this](QNetworkProxy proxy) {
        if (!m_options.proxyUser.isEmpty() && proxy.type() != QNetworkProxy::NoProxy) {
            proxy.setUser(m_options.proxyUser);
            proxy.setPassword(QString::fromUtf8(m_options.proxyPassword.reveal()));
        }
        return proxy;
    };
    if (isLoopbackHost(query.peerHostName()))
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    if (!m_options.proxy) {
        auto found = m_system ? m_system->known(query.url()) : m_options.systemLookUp(query);
        if (found.isEmpty())
            found = {QNetworkProxy(QNetworkProxy::NoProxy)};
        for (auto& proxy : found)
            proxy = withPassword(proxy);
        return found;
    }
    const QUrl& url = *m_options.proxy;
    if (url.isEmpty())
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    const bool socks = url.scheme() == "socks5"_L1;
    return {withPassword(QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
        quint16(url.port(socks ? 1080 : 8080))))};
}

} // namespace slipway::http
