// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/access.h"
#include "api/context.h"
#include "api/http_server.h"
#include "api/rate_limiter.h"

#include <QUrl>

namespace slipway::api {

struct ApiOptions {
    QHostAddress address;
    quint16 port = 0; //!< 0: one is chosen
    QString tokenFile; //!< empty: the default one
    //! Further values of the header Host ("runs.example.org", "runs.example.org:8443"), for a proxy that stands before it.
    QStringList hosts;
    bool allowRemote = false; //!< an address that other computers reach
    HttpLimits limits;
    Secret webhookSecret; //!< empty: no deliveries are taken
    int requestsPerSecond = 30; //!< of each token
};

//! The HTTP API over a desk. Lives in the desk's thread and ends before the desk does.
class Api : public QObject, private RequestHandler {
    Q_OBJECT
public:
    //! Listens at once. Errors "api.notLoopback", "network.unreachable", "file.permissions".
    static Result<std::unique_ptr<Api>> start(desk::Desk& desk, Clock& clock, const ApiOptions& options);
    ~Api() override;

    QUrl url() const { return m_url; }
    const QList<Route>& routes() const { return m_routes; }

private:
    Api(desk::Desk& desk, Clock& clock, const ApiOptions& options);
    Result<void> listen();
    void nameHosts(quint16 port);

    Admission admit(const Request& head) override;
    void handle(const std::shared_ptr<Exchange>& exchange) override;
    Response refusal(int status, const Error& error) override;

    std::optional<Error> foreign(const Request& head) const;
    Result<Caller> identify(const Request& head, const Route& route);
    std::optional<Error> rateOf(const Caller& caller);
    Result<void> checkForm(const Request& head, const Route& route) const;
    Result<Call> judge(const Request& head, qint64* bodyLimit);
    void note(const Request& request, const QString& who, const Error& error);

    ApiOptions m_options;
    Access m_access;
    Clock& m_clock;
    QObject m_scope;
    Context m_context;
    QList<Route> m_routes;
    RateLimiter m_rates, m_notes;
    QList<QByteArray> m_hosts; //!< lower case
    QUrl m_url;
    std::unique_ptr<HttpServer> m_server; // last: its connections use all of the above
};

//! The description of the API (OpenAPI 3.1), as it is served at /openapi.json.
QByteArray openApiDescription();

} // namespace slipway::api
