// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/network_options.h"
#include "http/system_proxies.h"

#include <QNetworkProxyFactory>

namespace slipway::http {

//! The proxy for each request. For one manager only: Qt's application-wide setting would also reach servers and local
//! sockets of this process. Loopback is never reached through a proxy.
class Proxies final : public QNetworkProxyFactory {
public:
    //! Without `system` the thread of the requests asks the system itself.
    explicit Proxies(const NetworkOptions& options, std::shared_ptr<const SystemProxies> system = nullptr)
        : m_options(options)
        , m_system(std::move(system))
    { }
    //! For a request whose address SystemProxies::prepare() was called with.
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override;

private:
    NetworkOptions m_options;
    std::shared_ptr<const SystemProxies> m_system;
};

} // namespace slipway::http
