// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/network_options.h"

#include <QNetworkProxyFactory>

namespace slipway::http {

//! The proxy for each request. For one manager only: Qt's application-wide setting would also reach servers and local
//! sockets of this process. Loopback is never reached through a proxy.
class Proxies final : public QNetworkProxyFactory {
public:
    explicit Proxies(const NetworkOptions& options)
        : m_options(options)
    { }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override;

private:
    NetworkOptions m_options;
};

} // namespace slipway::http
