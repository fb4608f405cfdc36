// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/http.h"
#include "http/system_proxies.h"

#include <QNetworkReply>
#include <QPromise>
#include <QSslError>

class QNetworkAccessManager;

namespace slipway::http {

//! One request under way, from its start until its promise is kept; deletes itself afterwards.
class Transfer final : public QObject {
    Q_OBJECT
public:
    enum class Purpose { Read, Effect };

    struct Means {
        std::shared_ptr<QNetworkAccessManager> manager;
        Clock& realTime;
        const QList<QSslCertificate>& authorities; //!< trusted beside the system's
        bool proxied = false; //!< everything but loopback goes through a proxy that was named
        SystemProxies* system = nullptr; //!< asked for everything but loopback; none: it is known what leads where
    };

    Transfer(Means means, Request request, Purpose purpose, QObject* parent);
    //! Keeps the promise ("network.cancelled") if nothing else has.
    ~Transfer() override;

    QFuture<Exchange> future() { return m_promise.future(); }
    void start();
    void cancel();
    //! The connection is given up: what went over it may have arrived.
    void interrupt();

Q_SIGNALS:
    //! One request goes on the wire.
    void sending();
    //! Its time is over and no answer has begun.
    void unanswered();

private:
    void prepare(const QUrl& url);
    void send(const QUrl& url);
    void collect();
    void finished();
    void follow(const QUrl& target);
    void fail(const QString& code, Delivery delivery, const QString& text = {}, Json args = Json::object());
    void keep(Exchange exchange);
    Failure failureOf(QNetworkReply::NetworkError error) const;
    //! Where nothing is known about the fate of the bytes, "sent" is assumed as soon as the manager had the request.
    Delivery delivery() const;

    Means m_means;
    Request m_request;
    Purpose m_purpose;
    QPromise<Exchange> m_promise;
    QNetworkReply* m_reply = nullptr;
    QUrl m_url;
    QList<QSslError> m_tlsErrors;
    QByteArray m_body;
    Timer m_deadline;
    int m_redirects = 0;
    bool m_started = false;
    bool m_requestSent = false;
    bool m_kept = false;
};

} // namespace slipway::http
