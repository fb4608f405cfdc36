// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/event_stream.h"

#include "base/error_codes.h"
#include "base/loopback.h"
#include "base/text.h"
#include "http/proxies.h"
#include "http/url_rules.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QSslConfiguration>

namespace slipway::http {

namespace {

constexpr int firstWaitMs = 1'000, longestWaitMs = 60'000;
constexpr Millis longestSilence{90'000}; // relays send a ping every half minute
constexpr qint64 streamedAhead = EventStreamParser::largestEvent; // bytes

} // namespace

EventStream::EventStream(QUrl url, const NetworkOptions& options, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_url(std::move(url))
    , m_options(options)
    , m_clock(clock)
    , m_system(options.proxy ? nullptr : std::make_shared<SystemProxies>(clock, options.systemLookUp))
    , m_manager(std::make_unique<QNetworkAccessManager>())
{
    m_manager->setProxyFactory(new Proxies(options, m_system)); // the manager's from here on
    m_manager->setAutoDeleteReplies(false);
    m_manager->setStrictTransportSecurityEnabled(false); // http is refused here except on loopback
}

EventStream::~EventStream()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    delete m_reply;
}

void EventStream::start()
{
    if (!isAllowed(m_url)) {
        Q_EMIT refused({.code = errc::networkUnsafeUrl, .args = {{"url", forPeople(m_url).toStdString()}}});
        return;
    }
    connectNow();
}

void EventStream::connectNow()
{
    // The system may take long to say which proxy leads there, and this thread is that of the window or the agent.
    if (!m_system || isLoopbackHost(m_url.host()))
        return send();
    m_system->prepare(m_url, this, [this] { send(); });
}

void EventStream::send()
{
    ++m_connections;
    m_parser.restart();
    m_isStream = false;
    QNetworkRequest request(m_url);
    auto tls = QSslConfiguration::defaultConfiguration();
    if (!m_options.authorities.isEmpty())
        tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + m_options.authorities);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    request.setSslConfiguration(tls);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept", "text/event-stream");
    request.setRawHeader("Cache-Control", "no-cache");
    request.setRawHeader("Accept-Encoding", "identity");
    if (!m_parser.lastId().isEmpty())
        request.setRawHeader("Last-Event-ID", m_parser.lastId());
    m_reply = m_manager->get(request);
    // As for every answer (Transfer::send): Qt's thread would take in whatever comes as fast as it comes.
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        if (m_reply)
            m_reply->setReadBufferSize(streamedAhead);
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &EventStream::take);
    connect(m_reply, &QNetworkReply::finished, this, [this] {
        take();
        if (m_reply)
            end(m_reply->error() == QNetworkReply::NoError || m_isStream ? errc::networkInterrupted
                                                                         : errc::networkUnreachable);
    });
    watch();
}

void EventStream::watch()
{
    m_silence = m_clock.after(longestSilence, this, [this] {
        end(errc::networkTimeout, {{"seconds", longestSilence.count() / 1000}});
    });
}

void EventStream::take()
{
    if (!m_reply)
        return;
    if (!m_isStream) {
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const auto type = m_reply->rawHeader("Content-Type").toLower();
        if (status == 0)
            return;
        if (status != 200 || !type.startsWith("text/event-stream"))
            return end(errc::httpStatus, {{"status", status}});
        m_isStream = true;
        Q_EMIT opened();
    }
    watch();
    const auto events = m_parser.add(m_reply->readAll());
    if (!events.isEmpty())
        m_failures = 0;
    for (const auto& each : events)
        Q_EMIT told(each);
}

void EventStream::end(const QString& code, Json args)
{
    if (!m_reply)
        return;
    auto* reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
    m_silence.cancel();
    const int most = int(std::min<qint64>(longestWaitMs, qint64(firstWaitMs) << std::min(m_failures, 6)));
    ++m_failures;
    const int drawn = most / 2 + int(QRandomGenerator::global()->bounded(most / 2 + 1));
    const Millis again = m_clock.scaled(Millis(std::max(drawn, std::min(m_parser.retry().value_or(0), longestWaitMs))));
    args["host"] = m_url.host().toStdString();
    m_again = m_clock.after(again, this, [this] { connectNow(); });
    Q_EMIT interrupted({.code = code, .args = std::move(args)}, again);
}

} // namespace slipway::http
