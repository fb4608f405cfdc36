// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/tls_reason.h"

#include "base/text.h"

namespace slipway::http {

QString tlsReason(const QList<QSslError>& errors, const QString& handshakeText)
{
    // Several may be there at once. What concerns the certificate alone comes first: no other authority would cure it.
    const auto has = [&errors](std::initializer_list<QSslError::SslError> kinds) {
        return std::any_of(errors.begin(), errors.end(), [&kinds](const QSslError& error) {
            return std::find(kinds.begin(), kinds.end(), error.error()) != kinds.end();
        });
    };
    if (has({QSslError::CertificateRevoked, QSslError::CertificateBlacklisted}))
        return u"revoked"_s;
    if (has({QSslError::CertificateExpired}))
        return u"expired"_s;
    if (has({QSslError::CertificateNotYetValid}))
        return u"notYetValid"_s;
    if (has({QSslError::HostNameMismatch}))
        return u"hostName"_s;
    if (has({QSslError::SelfSignedCertificate, QSslError::SelfSignedCertificateInChain,
            QSslError::UnableToGetLocalIssuerCertificate, QSslError::UnableToGetIssuerCertificate,
            QSslError::UnableToVerifyFirstCertificate, QSslError::CertificateUntrusted,
            QSslError::InvalidCaCertificate}))
        return u"authority"_s;
    for (const auto* words :
        {"unsupported protocol", "protocol version", "wrong version number", "no protocols available"})
        if (handshakeText.contains(QLatin1StringView(words), Qt::CaseInsensitive))
            return u"protocol"_s;
    return {};
}

} // namespace slipway::http
