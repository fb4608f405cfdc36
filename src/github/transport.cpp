// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/transport.h"

#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"
#include "base/thread_door.h"

#include <QFutureWatcher>
#include <QPointer>
#include <QRegularExpression>

namespace slipway::github {

namespace {

//! Whole repositories' files may travel in one answer.
constexpr qint64 maximumAnswer = 48 * 1024 * 1024;
constexpr int mostRedirects = 2;
//! How long a repository's new address is used without asking at the old one, by which name another may stand meanwhile.
//! Where GitHub calls it a temporary one, an effect has to be sent there all the same, and soon: by its next intent.
//! (What a GET is sent on to, src/http follows.)
constexpr auto movedFor = Millis(60 * 60'000), movedForTheNext = Millis(10 * 60'000);
//! GitHub allows a hundred at once; more than ten are no faster and look like abuse.
constexpr int mostReads = 10;

//! Whether a mutation's answer holds more than the refusal: then its parts are judged one by one.
bool holdsData(const Envelope& envelope)
{
    if (!envelope.data.is_object())
        return false;
    return std::any_of(envelope.data.begin(), envelope.data.end(), [](const Json& value) { return !value.is_null(); });
}

std::unique_ptr<TokenSource> sourceOf(const Connection& connection, http::Http& http, Clock& clock)
{
    if (connection.tokens)
        return connection.tokens(http, clock);
    return std::make_unique<FixedToken>(clock, connection.token);
}

bool isEnterprise(const QUrl& apiUrl)
{
    const auto host = hostFrom(apiUrl.toString());
    return host && host->kind == Host::Kind::EnterpriseServer;
}

} // namespace

Transport::Transport(http::Http& http, Clock& clock, Connection connection, QObject* parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
    , m_connection(std::move(connection))
    , m_tokens(sourceOf(m_connection, http, clock))
    , m_rates(clock, this, [this] { Q_EMIT budgetChanged(); })
    , m_health(clock)
    , m_isEnterpriseServer(isEnterprise(m_connection.apiUrl))
    , m_featuresKnown(!m_isEnterpriseServer)
    , m_tokenSince(m_clock.now())
{ }

void Transport::send(http::Request request, Purpose purpose, std::function<void(http::Exchange)> done)
{
    if (purpose == Purpose::Effect)
        return sendNow(std::move(request), purpose, std::move(done));
    if (m_readsUnderWay >= mostReads) {
        m_waitingReads.push_back({std::move(request), std::move(done)});
        return;
    }
    ++m_readsUnderWay;
    sendNow(std::move(request), purpose, [this, done = std::move(done)](http::Exchange exchange) {
        --m_readsUnderWay;
        const QPointer guard(this);
        done(std::move(exchange));
        if (guard)
            sendWaitingReads();
    });
}

void Transport::sendWaitingReads()
{
    const QPointer guard(this);
    while (guard && !m_waitingReads.empty() && m_readsUnderWay < mostReads) {
        auto next = std::move(m_waitingReads.front());
        m_waitingReads.pop_front();
        // GitHub may have said stop since it was asked for.
        if (m_rates.limitedUntil())
            next.done(http::Failure{m_rates.error(), http::Delivery::NotSent});
        else
            send(std::move(next.request), Purpose::Read, std::move(next.done));
    }
}

void Transport::sendNow(http::Request request, Purpose purpose, std::function<void(http::Exchange)> done)
{
    // The source answers at once, or when a renewal under way has ended. Nothing was sent before, so nothing is sent
    // twice, however long that takes.
    m_tokens->ask([this, guard = QPointer(this), request = std::move(request), purpose, done = std::move(done)](
                      const Result<Secret>& token) mutable {
        if (!guard)
            return;
        if (token)
            sendWith(*token, std::move(request), purpose, std::move(done));
        else
            done(http::Failure{token.error(), http::Delivery::NotSent});
    });
}

void Transport::sendWith(
    const Secret& token, http::Request request, Purpose purpose, std::function<void(http::Exchange)> done)
{
    request.headers.append(http::Header{"User-Agent", "slipway/" SLIPWAY_VERSION});
    request.headers.append(http::Header{"X-GitHub-Api-Version", "2022-11-28"});
    if (!request.body.isEmpty())
        request.headers.append(http::Header{"Content-Type", "application/json"});
    request.bearer = token;
    m_tokenKind = tokenKindOf(token);
    if (m_sentToken.reveal() != token.reveal()) {
        if (!m_sentToken.isEmpty())
            m_tokenSince = m_clock.now();
        m_sentToken = token;
        Q_EMIT tokenChanged();
    }
    request.maximumAnswer = maximumAnswer;
    ++m_sent;
    auto future = purpose == Purpose::Effect ? m_http.effect(std::move(request)) : m_http.read(std::move(request));
    auto* watcher = new QFutureWatcher<http::Exchange>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, token, done = std::move(done)] {
        watcher->deleteLater();
        auto exchange = watcher->result();
        if (const auto* response = std::get_if<http::Response>(&exchange)) {
            if (const auto version = response->header("X-GitHub-Enterprise-Version"); !version.isEmpty())
                m_serverVersion = QString::fromLatin1(version.left(40));
            if (const auto sunset = response->header("Sunset"); !sunset.isEmpty() && !m_sunset) {
                m_sunset = QString::fromLatin1(sunset.left(60));
                qCWarning(logGitHub).noquote() << "this version of GitHub's API ends on" << *m_sunset;
            }
            if (response->status == 401)
                m_tokens->refused(token, verdictOf(*response, m_connection.apiUrl, Json::object()).error);
            else if (response->status < 400)
                m_tokens->worked(token);
            m_rates.note(*response);
            // The answer is younger than its date, so GitHub's clock is at least this far ahead.
            bool isNews = m_health.note(response->status);
            if (const auto date = response->date()) {
                const Millis ahead = *date - m_clock.now();
                m_serverTime = {*date, m_clock.uptime()};
                if (std::chrono::abs(ahead - m_aheadTold) > Millis(10'000)) {
                    isNews = true;
                    m_aheadTold = ahead;
                }
            }
            if (isNews)
                Q_EMIT budgetChanged();
            if (isLimited(*response))
                m_rates.park(*response);
            else if (response->status < 400 && response->status != 200)
                m_rates.succeeded(); // a 200 of GraphQL may still speak of limits
        }
        done(std::move(exchange));
    });
    watcher->setFuture(future);
}

std::optional<Millis> Transport::serverAhead() const
{
    if (!m_serverTime)
        return std::nullopt;
    return m_serverTime->date + (m_clock.uptime() - m_serverTime->uptime) - m_clock.now();
}

void Transport::prepare(std::function<void(const std::optional<Verdict>&)> ready)
{
    ThreadDoor::enter(this, "github");
    if (m_featuresKnown) {
        ready(std::nullopt);
        return;
    }
    m_waitingForFeatures.append(std::move(ready));
    if (m_waitingForFeatures.size() == 1)
        ask(featureProbe(), Purpose::Read,
            [this](std::variant<Envelope, Verdict> outcome) { probed(std::move(outcome)); });
}

void Transport::probed(std::variant<Envelope, Verdict> outcome)
{
    std::optional<Verdict> trouble;
    if (const auto* verdict = std::get_if<Verdict>(&outcome)) {
        trouble = *verdict;
    } else if (const auto found = featuresFrom(std::get<Envelope>(outcome))) {
        m_featuresKnown = true;
        m_features = *found;
        qCInfo(logGitHub).noquote() << "GitHub Enterprise Server" << m_serverVersion << "lacks"
                                    << QByteArrayList(m_features.missingFields.values()).join(' ')
                                    << QByteArrayList(m_features.missingMutations.values()).join(' ');
    } else {
        const auto& envelope = std::get<Envelope>(outcome);
        trouble = envelope.errors.isEmpty() ? Verdict{EffectOutcome::Kind::NotExecuted, unreadable(envelope)}
                                            : verdictOf(envelope.errors.constFirst(), envelope, Json::object());
    }
    if (trouble)
        trouble->kind = EffectOutcome::Kind::NotExecuted; // of what waits: it was not sent
    const QPointer guard(this);
    const auto waiting = std::exchange(m_waitingForFeatures, {});
    for (const auto& ready : waiting) {
        if (!guard)
            return;
        ready(trouble);
    }
}

void Transport::graphql(const Document& document, Purpose purpose, GraphqlDone done)
{
    ThreadDoor::enter(this, "github");
    prepare([this, document, purpose, done = std::move(done)](const std::optional<Verdict>& trouble) {
        if (trouble) {
            done(*trouble);
            return;
        }
        ask(withoutFields(document, m_features.missingFields), purpose, done);
    });
}

void Transport::ask(const Document& document, Purpose purpose, GraphqlDone done)
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
    ThreadDoor::enter(this, "github");
    const auto url = addressOf(request.path);
    restAt(std::move(request), url, 0, purpose, std::move(done));
}

void Transport::restAt(RestRequest request, const QUrl& url, int redirects, Purpose purpose, RestDone done)
{
    if (m_rates.limitedUntil()) {
        done(Verdict{EffectOutcome::Kind::NotExecuted, m_rates.error()}, url);
        return;
    }
    http::Request wire{.method = request.method, .url = url, .headers = {{"Accept", request.accept}}};
    if (request.body)
        wire.body = toBytes(*request.body);
    m_rates.countRequest();
    send(std::move(wire), purpose,
        [this, url, redirects, purpose, request = std::move(request), done = std::move(done)](http::Exchange exchange) {
            if (const auto* failure = std::get_if<http::Failure>(&exchange)) {
                done(verdictOf(*failure), url);
                return;
            }
            auto& response = std::get<http::Response>(exchange);
            qCInfo(logGitHub).noquote() << request.method << url.path() << response.status
                                        << response.header("X-GitHub-Request-Id");
            const int status = response.status;
            if (const auto target = followed(response, url, purpose)) {
                if (purpose == Purpose::Read && redirects < mostRedirects)
                    return restAt(request, *target, redirects + 1, purpose, done);
                if (purpose == Purpose::Effect && *target != url) {
                    // It took place nowhere. Sent on it would be a second request for one intent, so the caller decides
                    // again; the new address is known from here on.
                    auto verdict = verdictOf(response, url, request.args);
                    verdict.kind = EffectOutcome::Kind::NotExecuted;
                    verdict.error.code = errc::githubRenamed;
                    done(std::move(verdict), url);
                    return;
                }
            }
            if (const auto named = request.path.on(m_connection.apiUrl); status == 404 && named != url) {
                // What was there once is gone; the name may be another one's by now.
                m_moved.removeIf([&](const auto& moved) { return url.toEncoded().contains(moved->to); });
                if (purpose == Purpose::Read && redirects == 0)
                    return restAt(request, named, redirects + 1, purpose, done);
            }
            const bool common = (status >= 300 && status < 400) || status == 401 || status >= 500 || status == 408
                || status == 425 || isLimited(response);
            if (!common) {
                if (status < 400)
                    m_rates.succeeded();
                done(std::move(response), url);
                return;
            }
            auto verdict = verdictOf(response, url, request.args);
            if (isLimited(response))
                verdict.error.args.update(m_rates.error().args);
            done(std::move(verdict), url);
        });
}

QUrl Transport::addressOf(const RestPath& path) const
{
    const auto url = path.on(m_connection.apiUrl);
    auto text = url.toEncoded();
    for (auto moved = m_moved.cbegin(); moved != m_moved.cend(); ++moved) {
        const auto at = text.indexOf(moved.key());
        if (at < 0)
            continue;
        const auto next = text.mid(at + moved.key().size(), 1);
        if ((!next.isEmpty() && next != "/" && next != "?") || m_clock.now() >= moved->until)
            continue;
        return QUrl::fromEncoded(text.replace(at, moved.key().size(), moved->to));
    }
    return url;
}

//! GitHub sends whoever asks for a renamed or moved repository to /repositories/ID. Nothing else is followed, and never
//! to another host: the token goes along.
std::optional<QUrl> Transport::followed(const http::Response& response, const QUrl& from, Purpose purpose)
{
    const bool forGood = response.status == 301 || response.status == 308;
    if (!forGood && response.status != 302 && response.status != 307)
        return std::nullopt;
    const auto target = QUrl::fromEncoded(response.header("Location"), QUrl::StrictMode);
    if (!target.isValid() || target.scheme() != from.scheme() || target.authority() != from.authority()
        || !target.path().contains(u"/repositories/"_s))
        return std::nullopt;
    static const QRegularExpression oldPart(u"/repos/[^/?]+/[^/?]+"_s), newPart(u"/repositories/[0-9]+"_s);
    const auto before = oldPart.match(QString::fromLatin1(from.toEncoded()));
    const auto after = newPart.match(QString::fromLatin1(target.toEncoded()));
    if (!after.hasMatch())
        return std::nullopt;
    if (before.hasMatch() && (forGood || purpose == Purpose::Effect))
        m_moved.insert(before.captured().toLatin1(),
            {after.captured().toLatin1(), m_clock.now() + (forGood ? movedFor : movedForTheNext)});
    return target;
}

} // namespace slipway::github
