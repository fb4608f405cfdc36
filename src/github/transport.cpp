// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/transport.h"

#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"

#include <QFutureWatcher>

namespace slipway::github {

namespace {

//! Whole repositories' files may travel in one answer.
constexpr qint64 maximumAnswer = 48 * 1024 * 1024;

//! Whether a mutation's answer holds more than the refusal: then its parts are judged one by one.
bool holdsData(const Envelope& envelope)
{
    if (!envelope.data.is_object())
        return false;
    return std::any_of(envelope.data.begin(), envelope.data.end(), [](const Json& value) { return !value.is_null(); });
}

} // namespace

Transport::Transport(http::Http& http, Clock& clock, Connection connection, QObject* parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
    , m_connection(std::move(connection))
    , m_rates(clock, this, [this] { Q_EMIT budgetChanged(); })
{ }

void Transport::send(http::Request request, Purpose purpose, std::function<void(http::Exchange)> done)
{
    request.headers.append(http::Header{"User-Agent", "slipway/" SLIPWAY_VERSION});
    request.headers.append(http::Header{"X-GitHub-Api-Version", "2022-11-28"});
    if (!request.body.isEmpty())
        request.headers.append(http::Header{"Content-Type", "application/json"});
    request.bearer = m_connection.token;
    request.maximumAnswer = maximumAnswer;
    ++m_sent;
    auto future = purpose == Purpose::Effect ? m_http.effect(std::move(request)) : m_http.read(std::move(request));
    auto* watcher = new QFutureWatcher<http::Exchange>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, done = std::move(done)] {
        watcher->deleteLater();
        auto exchange = watcher->result();
        if (const auto* response = std::get_if<http::Response>(&exchange)) {
            m_rates.note(*response);
            if (isLimited(*response))
                m_rates.park(*response);
            else if (response->status < 400 && response->status != 200)
                m_rates.succeeded(); // a 200 of GraphQL may still speak of limits
        }
        done(std::move(exchange));
    });
    watcher->setFuture(future);
}

void Transport::graphql(const Document& document, Purpose purpose, GraphqlDone done)
{
    if (m_rates.limitedUntil()) {
        done(Verdict{EffectOutcome::Kind::NotExecuted, m_rates.error()});
        return;
    }
    const auto url = graphqlUrl(m_connection.apiUrl);
    http::Request request{
        .method = "POST", .url = url, .headers = {{"Accept", "application/vnd.github+json"}}, .body = document.body()};
    qCDebug(logGitHub).noquote() << "sends" << document.operation << request.body.size() << "bytes";
    send(std::move(request), purpose,
        [this, url, purpose, name = document.operation, done = std::move(done)](http::Exchange exchange) {
            if (const auto* failure = std::get_if<http::Failure>(&exchange)) {
                done(verdictOf(*failure));
                return;
            }
            const auto& response = std::get<http::Response>(exchange);
            qCInfo(logGitHub).noquote() << name << response.status << response.header("X-GitHub-Request-Id");
            if (response.status < 200 || response.status >= 300) {
                auto verdict = verdictOf(response, url, Json::object());
                if (isLimited(response))
                    verdict.error.args = m_rates.error().args;
                done(std::move(verdict));
                return;
            }
            auto envelope = parseEnvelope(response, url);
            if (!envelope.ok()) {
                done(Verdict{EffectOutcome::Kind::Unknown, envelope.error()});
                return;
            }
            m_rates.note(*envelope);
            if (!isLimited(*envelope)) {
                m_rates.succeeded();
                done(std::move(*envelope));
                return;
            }
            m_rates.park(response);
            if (purpose == Purpose::Effect && holdsData(*envelope)) {
                done(std::move(*envelope));
                return;
            }
            auto verdict = verdictOf(envelope->errors.constFirst(), *envelope, m_rates.error().args);
            verdict.kind = EffectOutcome::Kind::NotExecuted;
            verdict.error.code = errc::githubRateLimited;
            done(std::move(verdict));
        });
}

void Transport::rest(RestRequest request, Purpose purpose, RestDone done)
{
    const auto url = request.path.on(m_connection.apiUrl);
    if (m_rates.limitedUntil()) {
        done(Verdict{EffectOutcome::Kind::NotExecuted, m_rates.error()}, url);
        return;
    }
    http::Request wire{.method = request.method, .url = url, .headers = {{"Accept", request.accept}}};
    if (request.body)
        wire.body = toBytes(*request.body);
    send(std::move(wire), purpose,
        [this, url, method = request.method, args = std::move(request.args), done = std::move(done)](
            http::Exchange exchange) {
            if (const auto* failure = std::get_if<http::Failure>(&exchange)) {
                done(verdictOf(*failure), url);
                return;
            }
            auto& response = std::get<http::Response>(exchange);
            qCInfo(logGitHub).noquote() << method << url.path() << response.status
                                        << response.header("X-GitHub-Request-Id");
            const int status = response.status;
            const bool common = (status >= 300 && status < 400) || status == 401 || status >= 500 || status == 408
                || status == 425 || isLimited(response);
            if (!common) {
                if (status < 400)
                    m_rates.succeeded();
                done(std::move(response), url);
                return;
            }
            auto verdict = verdictOf(response, url, args);
            if (isLimited(response))
                verdict.error.args.update(m_rates.error().args);
            done(std::move(verdict), url);
        });
}

} // namespace slipway::github
