// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/network_options.h"

#include "base/error_codes.h"
#include "base/private_files.h"
#include "base/text.h"

namespace slipway::http {

Result<QList<QSslCertificate>> readAuthorities(const QString& file)
{
    const auto bytes = readFile(file, 4 * 1024 * 1024);
    if (!bytes)
        return bytes.error();
    auto certificates = QSslCertificate::fromData(*bytes, QSsl::Pem);
    certificates.removeIf([](const QSslCertificate& certificate) { return certificate.isNull(); });
    if (certificates.isEmpty())
        return Error{.code = errc::fileUnreadable,
            .args = {{"file", file.toStdString()}, {"reason", "It holds no certificate in PEM form"}}};
    return certificates;
}

Result<QUrl> proxyAddress(const QString& text)
{
    if (text == "none"_L1)
        return QUrl();
    const QUrl url(text.contains("://"_L1) ? text : u"http://"_s + text, QUrl::StrictMode);
    const bool known = url.scheme() == "http"_L1 || url.scheme() == "socks5"_L1;
    const bool plain = url.userInfo().isEmpty() && (url.path().isEmpty() || url.path() == "/"_L1) && !url.hasQuery();
    if (!url.isValid() || url.host().isEmpty() || !known || !plain)
        return Error{.code = errc::usage,
            .args = {{"text", "This is no address of a proxy."},
                {"why", "It has the form http://HOST:PORT or socks5://HOST:PORT, without user and password"},
                {"remedy", "Correct the address, or write “none” for no proxy."}}};
    return url;
}

} // namespace slipway::http
