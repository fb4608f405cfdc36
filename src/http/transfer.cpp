// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/transfer.h"

#include "base/crash_point.h"
#include "base/error_codes.h"
#include "base/logging.h"
#include "base/loopback.h"
#include "base/redaction.h"
#include "base/text.h"
#include "http/one_way_body.h"
#include "http/tls_reason.h"
#include "http/url_rules.h"

#include <QBuffer>
#include <QNetworkAccessManager>
#include <QSslConfiguration>

namespace slipway::http {

namespace {

constexpr int maximumRedirects = 3;
constexpr qint64 takenAhead = 4 * 1024 * 1024; // bytes: more than nearly every answer has, so that few wait for it

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

//! What Qt reports where a whole answer of that status has come; any other error means that it has not.
bool belongsToStatus(QNetworkReply::NetworkError error, int status)
{
    if (isRedirect(status) && error == QNetworkReply::ContentReSendError)
        return true; // 307 and 308: Qt wants to rewind the body although it may not follow; status and headers are whole
    if (status < 400)
        return error == QNetworkReply::NoError;
    switch (status) {
    case 400:
    case 418: return error == QNetworkReply::ProtocolInvalidOperationError;
    case 401: return error == QNetworkReply::AuthenticationRequiredError;
    case 403: return error == QNetworkReply::ContentAccessDenied;
    case 404: return error == QNetworkReply::ContentNotFoundError;
    case 405: return error == QNetworkReply::ContentOperationNotPermittedError;
    case 407: return error == QNetworkReply::ProxyAuthenticationRequiredError;
    case 409: return error == QNetworkReply::ContentConflictError;
    case 410: return error == QNetworkReply::ContentGoneError;
    case 500: return error == QNetworkReply::InternalServerError;
    case 501: return error == QNetworkReply::OperationNotImplementedError;
    case 503: return error == QNetworkReply::ServiceUnavailableError;
    default: return error == QNetworkReply::UnknownContentError || error == QNetworkReply::UnknownServerError;
    }
}

QNetworkRequest networkRequest(const Request& request, const QUrl& url, const QList<QSslCertificate>& authorities)
{
    QNetworkRequest out(url);
    auto tls = QSslConfiguration::defaultConfiguration();
    if (!authorities.isEmpty()) {
        // With certificates of its own a configuration no longer asks for the system's, which are loaded on demand.
        tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + authorities);
    }
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    out.setSslConfiguration(tls);
    // Qt follows redirects by default, and takes the Authorization header along to another host.
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // Measured for HTTP/1.1; one protocol for reads and effects lets them share connections.
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    out.setTransferTimeout(int(request.timeout.count()));
    for (const auto& header : request.headers)
        out.setRawHeader(header.name, header.value);
    if (!request.bearer.isEmpty())
        out.setRawHeader("Authorization", "Bearer " + request.bearer.reveal());
    return out;
}

//! A line end in a name or a value would be the beginning of another header, or of another request.
bool isOneHeader(const Header& header)
{
    const auto isPart = [](char c) { return c > ' ' && c < 0x7f && c != ':'; };
    const auto steers = [](char c) { return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == 0x7f; };
    return !header.name.isEmpty() && std::all_of(header.name.begin(), header.name.end(), isPart)
        && std::none_of(header.value.begin(), header.value.end(), steers);
}

} // namespace

Transfer::Transfer(Means means, Request request, Purpose purpose, QObject* parent)
    : QObject(parent)
    , m_means(std::move(means))
    , m_request(std::move(request))
    , m_purpose(purpose)
{
    m_promise.start();
}

Transfer::~Transfer()
{
    cancel();
    // Before the manager, which may go with the last transfer that uses it.
    qDeleteAll(findChildren<QNetworkReply*>(Qt::FindDirectChildrenOnly));
}

void Transfer::start()
{
    if (!isAllowed(m_request.url)) {
        m_url = m_request.url;
        fail(errc::networkUnsafeUrl, Delivery::NotSent, {}, {{"url", forPeople(m_request.url).toStdString()}});
        return;
    }
    for (const auto& header : std::as_const(m_request.headers)) {
        if (isOneHeader(header))
            continue;
        m_url = m_request.url;
        fail(errc::settingInvalid, Delivery::NotSent, {},
            {{"name", "headers"}, {"value", QString::fromUtf8(header.name.left(40)).simplified().toStdString()},
                {"reason", "a header is one line"}});
        return;
    }
    // Of its own beside Qt's transfer timeout, which a server that sends one byte now and then never meets.
    m_deadline = m_means.realTime.after(m_request.timeout, this, [this] {
        fail(errc::networkTimeout, delivery(), {}, {{"seconds", double(m_request.timeout.count()) / 1000.0}});
    });
    prepare(m_request.url);
}

void Transfer::prepare(const QUrl& url)
{
    m_url = url;
    if (!m_means.system || isLoopbackHost(url.host()))
        return send(url);
    m_means.system->prepare(url, this, [this, url] {
        if (!m_kept)
            send(url);
    });
}

void Transfer::send(const QUrl& url)
{
    m_body.clear();
    m_requestSent = false;
    m_started = true;
    auto request = networkRequest(m_request, url, m_means.authorities);
    m_tlsErrors.clear();
    Q_EMIT sending();
    if (m_purpose == Purpose::Effect) {
        crashPoint("upload.before");
        auto body = std::make_unique<OneWayBody>(m_request.body);
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        // Qt makes one up (a form) and warns where there is a body device and no type.
        if (!request.hasRawHeader("Content-Type"))
            request.setRawHeader("Content-Type", "application/octet-stream");
        m_reply = m_means.manager->sendCustomRequest(request, m_request.method, body.get());
        body.release()->setParent(m_reply);
    } else if (m_request.body.isEmpty()) {
        m_reply = m_means.manager->sendCustomRequest(request, m_request.method);
    } else {
        m_reply = m_means.manager->sendCustomRequest(request, m_request.method, m_request.body);
    }
    m_reply->setParent(this);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        m_requestSent = true;
        if (m_purpose == Purpose::Effect)
            crashPoint("upload.sent");
    });
    // Qt's thread would take in whatever comes as fast as it comes, before this one sees a byte. 6.4 forgets what it is told
    // before the answer begins.
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] { m_reply->setReadBufferSize(takenAhead); });
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError>& errors) { m_tlsErrors = errors; });
    connect(m_reply, &QNetworkReply::readyRead, this, &Transfer::collect);
    connect(m_reply, &QNetworkReply::finished, this, &Transfer::finished);
}

void Transfer::collect()
{
    if (m_kept)
        return;
    if (m_purpose == Purpose::Effect)
        crashPoint("answer.part");
    m_body += m_reply->readAll();
    if (m_body.size() > m_request.maximumAnswer)
        fail(errc::networkTooLarge, Delivery::Unknown, {}, {{"limit", m_request.maximumAnswer}});
}

void Transfer::finished()
{
    collect();
    if (m_kept)
        return;
    if (m_purpose == Purpose::Effect)
        crashPoint("answer.whole");
    const auto status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto error = m_reply->error();
    // A proxy that wants a password answers in the server's stead.
    const bool fromProxy = status == 407 && m_reply->error() == QNetworkReply::ProxyAuthenticationRequiredError;
    if (status == 0 || fromProxy || !belongsToStatus(error, status)) {
        keep(failureOf(error));
        return;
    }
    Response response{.status = status, .body = m_body};
    for (const auto& pair : m_reply->rawHeaderPairs())
        response.headers.append({pair.first, pair.second});
    // Qt notices most cut-off bodies by itself. An answer that is not whole must not pass for one.
    bool counted = false;
    const auto announced = response.header("Content-Length").toLongLong(&counted);
    const bool bodyless = m_request.method == "HEAD" || status == 204 || status == 304;
    if (counted && !bodyless && error != QNetworkReply::ContentReSendError
        && response.header("Content-Encoding").isEmpty() && announced != m_body.size()) {
        fail(errc::networkInterrupted, Delivery::Unknown);
        return;
    }
    if (isRedirect(status) && m_purpose == Purpose::Read) {
        const auto location = QUrl::fromEncoded(response.header("Location"));
        follow(m_url.resolved(location));
        return;
    }
    qCDebug(logHttp).noquote() << m_request.method << forPeople(m_url) << status << m_body.size() << "bytes";
    keep(std::move(response));
}

void Transfer::follow(const QUrl& target)
{
    const bool get = m_request.method == "GET" || m_request.method == "HEAD";
    if (!get || !sameOrigin(target, m_url) || !isAllowed(target) || m_redirects >= maximumRedirects) {
        fail(errc::networkRedirected, Delivery::Unknown, {}, {{"to", forPeople(target).toStdString()}});
        return;
    }
    ++m_redirects;
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply = nullptr;
    prepare(target);
}

Delivery Transfer::delivery() const { return m_started ? Delivery::Unknown : Delivery::NotSent; }

Failure Transfer::failureOf(QNetworkReply::NetworkError error) const
{
    QString code = errc::networkInterrupted, reason;
    // requestSent comes in order before the error and precedes the first byte, so its absence is proof; for a timeout
    // or an abort, which begin on this side, it may still be on its way here, hence Unknown.
    auto delivered = m_requestSent ? Delivery::Unknown : Delivery::NotSent;
    switch (error) {
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::TemporaryNetworkFailureError: code = errc::networkUnreachable; break;
    case QNetworkReply::UnknownNetworkError: // "Network unreachable" among others
        code = m_requestSent ? errc::networkInterrupted : errc::networkUnreachable;
        // An effect goes out by a device; where that is empty, 6.4 does not tell that the request is out.
        if (m_purpose == Purpose::Effect && m_request.body.isEmpty())
            delivered = Delivery::Unknown;
        break;
    case QNetworkReply::SslHandshakeFailedError:
        code = errc::networkTls;
        reason = tlsReason(m_tlsErrors, m_reply->errorString());
        break;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        code = errc::networkProxy;
        reason = u"credentials"_s;
        break;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
        code = errc::networkProxy;
        reason = u"unreachable"_s;
        break;
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::UnknownProxyError:
        code = m_requestSent ? errc::networkInterrupted : errc::networkProxy;
        reason = m_requestSent ? QString() : u"refused"_s;
        break;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::OperationCanceledError:
        code = errc::networkTimeout;
        delivered = Delivery::Unknown;
        break;
    default: delivered = Delivery::Unknown; break;
    }
    if (code == errc::networkUnreachable && m_means.proxied && !isLoopbackHost(m_url.host())) {
        // The only machine that was asked for a connection.
        code = errc::networkProxy;
        reason = u"unreachable"_s;
    }
    Json args{{"host", m_url.host().toStdString()}};
    if (!reason.isEmpty())
        args["reason"] = reason.toStdString();
    if (code == errc::networkTimeout)
        args["seconds"] = double(m_request.timeout.count()) / 1000.0;
    return Failure{Error{.code = code,
                       .args = std::move(args),
                       .details = {{"text", redact(m_reply->errorString()).toStdString()}, {"qtError", int(error)},
                           {"url", forPeople(m_url).toStdString()}}},
        delivered};
}

void Transfer::fail(const QString& code, Delivery delivery, const QString& text, Json args)
{
    args["host"] = m_url.host().toStdString();
    Json details{{"url", forPeople(m_url).toStdString()}};
    if (!text.isEmpty())
        details["text"] = redact(text).toStdString();
    keep(Failure{Error{.code = code, .args = std::move(args), .details = std::move(details)}, delivery});
}

void Transfer::cancel() { fail(errc::networkCancelled, delivery()); }

void Transfer::interrupt() { fail(errc::networkInterrupted, delivery()); }

void Transfer::keep(Exchange exchange)
{
    if (std::exchange(m_kept, true))
        return;
    m_deadline.cancel();
    if (const auto* failure = std::get_if<Failure>(&exchange)) {
        qCInfo(logHttp).noquote() << m_request.method << forPeople(m_url) << failure->error.code;
        // Here, because Qt's timeout and ours may both be the first.
        const bool hasBegun = m_reply && m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
        if (failure->error.code == errc::networkTimeout && !hasBegun)
            Q_EMIT unanswered();
    }
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    deleteLater();
    // A continuation may run right here and end everything, this object too.
    auto promise = std::move(m_promise);
    promise.addResult(std::move(exchange));
    promise.finish();
}

} // namespace slipway::http
