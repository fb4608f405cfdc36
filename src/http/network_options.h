// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QNetworkProxy>
#include <QSslCertificate>
#include <QUrl>

namespace slipway::http {

//! What the system says of proxies for an address; may take long.
using ProxyLookUp = std::function<QList<QNetworkProxy>(const QNetworkProxyQuery&)>;

//! How the outside is reached. None of it weakens the check of certificates: there is no setting for that.
struct NetworkOptions {
    //! Trusted beside the system's certificates: the authority of a company's own GitHub or proxy.
    QList<QSslCertificate> authorities;
    //! None: what the system says (desktop settings, http_proxy and https_proxy). An empty address: no proxy at all.
    std::optional<QUrl> proxy;
    QString proxyUser; //!< at `proxy`, and at no other
    Secret proxyPassword;
    ProxyLookUp systemLookUp = QNetworkProxyFactory::systemProxyForQuery; //!< asked where `proxy` is none
};

//! All certificates of a PEM file. Errors: "file.unreadable", also for a file that holds none.
Result<QList<QSslCertificate>> readAuthorities(const QString& file);
//! "http://HOST:PORT" or "socks5://HOST:PORT" (the port may be left out); "none" is the empty address. Errors: "usage".
Result<QUrl> proxyAddress(const QString& text);

} // namespace slipway::http
