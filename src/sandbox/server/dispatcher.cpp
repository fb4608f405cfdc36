// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/server/dispatcher.h"

#include "base/text.h"
#include "sandbox/control/control.h"
#include "sandbox/faults/like_answers.h"
#include "sandbox/portal/portal.h"
#include "sandbox/rest/rest_errors.h"

#include <QDateTime>
#include <QLocale>
#include <QTimer>

namespace slipway::sandbox {

namespace {

QByteArray tokenOf(const HttpRequest& request)
{
    const QByteArray value = request.header("Authorization");
    const qsizetype blank = value.indexOf(' ');
    const QByteArray scheme = value.left(blank).toLower();
    const QByteArray rest = blank < 0 ? QByteArray() : value.mid(blank + 1).trimmed();
    if (scheme == "bearer" || scheme == "token")
        return rest;
    if (scheme == "basic") {
        const QByteArray pair = QByteArray::fromBase64(rest);
        return pair.mid(pair.indexOf(':') + 1);
    }
    return {};
}

bool isLocalHost(const QByteArray& host)
{
    // A page elsewhere on the web may point its own name at this machine; it must not reach the sandbox that way.
    const qsizetype colon = host.lastIndexOf(':');
    const QByteArray name = host.startsWith('[') || colon < 0 ? host.left(host.indexOf(']') + 1) : host.left(colon);
    return name == "127.0.0.1" || name == "localhost" || name == "[::1]" || host == "127.0.0.1" || host == "localhost";
}

QByteArray httpDate(Timestamp now)
{
    return QLocale::c()
        .toString(QDateTime::fromMSecsSinceEpoch(now.ms, Qt::UTC), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s)
        .toLatin1();
}

} // namespace

Dispatcher::Dispatcher(World& world, FaultBook& faults, Recorder& recorder, Millis latency, QObject* parent)
    : QObject(parent)
    , m_world(world)
    , m_faults(faults)
    , m_recorder(recorder)
    , m_latency(latency)
    , m_rest(world)
    , m_pages(world)
    , m_git(world.gitRoot())
    , m_pay(world)
    , m_signIn(std::make_unique<SignIn>(world, QByteArray(), recorder))
    , m_lastNumber(world.lastRequest())
{ }

void Dispatcher::setAppKey(const QByteArray& pem) { m_signIn = std::make_unique<SignIn>(m_world, pem, m_recorder); }

bool Dispatcher::tellsScopes(const HttpRequest& request) const { return tokenOf(request) == m_world.token(); }

void Dispatcher::classify(Visit& visit) const
{
    QStringList segments = visit.exchange->request.segments();
    const QString first = segments.value(0);
    QString& service = visit.entry.service;
    if (first == u"_sandbox" || first == u"portal" || first == u"adminusers" || first == u"connector") {
        service = first == u"_sandbox" ? u"control"_s : first == u"portal" ? u"portal"_s : u"pay"_s;
        if (service != u"pay") // two services: the first segment says which
            segments.removeFirst();
    } else if (SignIn::isSignInPath(segments)) {
        service = u"sign-in"_s;
    } else if (first.compare(m_world.organisation(), Qt::CaseInsensitive) == 0) {
        service = GitHttp::isGitPath(segments) ? u"git"_s : u"pages"_s;
    } else if (segments == QStringList{QString()} && visit.exchange->request.header("Accept").contains("text/html")) {
        service = u"pages"_s;
    } else {
        service = u"github"_s;
        if (first == u"api" && segments.value(1) == u"v3")
            segments = segments.mid(2);
        else if (first == u"api" && segments.value(1) == u"graphql")
            segments = segments.mid(1);
        else if (m_world.isEnterpriseServer())
            segments = {u"?"_s}; // nothing of the API is anywhere else there
        visit.isGraphql = segments == QStringList{u"graphql"_s};
    }
    visit.segments = segments;
}

FaultSubject Dispatcher::subjectOf(const Visit& visit, const GraphqlOperation& operation) const
{
    FaultSubject subject;
    subject.service = visit.entry.service;
    subject.method = QString::fromLatin1(visit.exchange->request.method);
    subject.path = QString::fromUtf8(visit.exchange->request.rawPath);
    if (subject.path.startsWith(u"/api/v3/"_s))
        subject.path = subject.path.mid(7);
    if (visit.isGraphql) {
        subject.operations = operation.rootFields;
        subject.operations.prepend(operation.name);
        subject.repositories = operation.repositories;
    } else if (visit.entry.service == u"github" && visit.segments.value(0) == u"repos") {
        subject.repositories = {visit.segments.value(2)};
    } else if (visit.entry.service == u"git") {
        subject.repositories = {visit.segments.value(1).chopped(4)};
    } else if (visit.entry.service == u"portal") {
        subject.repositories = {visit.segments.value(1)};
    }
    return subject;
}

void Dispatcher::handle(const std::shared_ptr<Exchange>& exchange)
{
    if (const auto segments = exchange->request.segments(); RelayChannels::isRelayPath(segments)) {
        m_relay.handle(exchange, segments[2]);
        return;
    }
    auto visit = std::make_shared<Visit>();
    visit->exchange = exchange;
    visit->entry.number = ++m_lastNumber;
    visit->entry.at = m_world.now();
    visit->entry.request = exchange->request;
    visit->begun = m_world.clock().uptime();
    classify(*visit);
    GraphqlOperation operation;
    if (visit->isGraphql && m_graphql.parse) {
        operation = m_graphql.parse({exchange->request.body});
        visit->isMutation = operation.isMutation;
        visit->entry.operation = operation.name.isEmpty() ? operation.rootFields.value(0) : operation.name;
        visit->entry.rootFields = operation.rootFields;
    }
    if (!m_faults.isEmpty() && visit->entry.service != u"control" && visit->entry.service != u"pages")
        visit->fault = m_faults.take(subjectOf(*visit, operation));
    if (visit->fault)
        visit->entry.fault = visit->fault->source;
    if (m_latency > Millis(0) && visit->entry.service != u"control")
        QTimer::singleShot(m_latency, Qt::PreciseTimer, this, [this, visit] { proceed(visit); });
    else
        proceed(visit);
}

void Dispatcher::proceed(const VisitPointer& visit)
{
    const auto whole = [this, visit](const HttpAnswer& answer) { deliver(visit, answer, Delivery::Whole); };
    if (!visit->fault) {
        apply(visit, whole);
        return;
    }
    const Fault& fault = *visit->fault;
    const Millis pause(fault.millis);
    switch (fault.kind) {
    case FaultKind::Status: {
        const auto fail = [this, visit](const HttpAnswer&) {
            HttpAnswer answer = likeAnswer(*visit->fault, visit->isGraphql, m_world.span(60), m_world.now());
            addCommonHeaders(*visit, answer);
            deliver(visit, answer, Delivery::Whole);
        };
        if (fault.applies)
            apply(visit, fail);
        else
            fail({});
        return;
    }
    case FaultKind::Fields: apply(visit, whole); return;
    case FaultKind::DropBefore:
        visit->exchange->answer({}, Delivery::Reset);
        record(visit, std::nullopt);
        return;
    case FaultKind::ApplyThenDrop:
        apply(visit, [this, visit](const HttpAnswer&) {
            visit->exchange->answer({}, Delivery::Reset);
            record(visit, std::nullopt);
        });
        return;
    case FaultKind::ApplyLate:
        visit->exchange->answer({}, Delivery::Reset);
        QTimer::singleShot(pause, this,
            [this, visit] { apply(visit, [this, visit](const HttpAnswer&) { record(visit, std::nullopt); }); });
        return;
    case FaultKind::Truncate:
        apply(visit, [this, visit](const HttpAnswer& answer) { deliver(visit, answer, Delivery::Truncated); });
        return;
    case FaultKind::Garbage:
        apply(visit, [this, visit](HttpAnswer answer) {
            answer.body = QByteArray::fromHex("1f8b087b5dfffe") + " this is not what was asked for <<<";
            deliver(visit, answer, Delivery::Whole);
        });
        return;
    case FaultKind::Slow:
        apply(visit, [this, visit](const HttpAnswer& answer) { deliver(visit, answer, Delivery::Slow); });
        return;
    case FaultKind::Delay:
        apply(visit, [this, visit, pause](const HttpAnswer& answer) {
            QTimer::singleShot(pause, this, [this, visit, answer] { deliver(visit, answer, Delivery::Whole); });
        });
        return;
    }
}

void Dispatcher::apply(const VisitPointer& visit, std::function<void(HttpAnswer)> then)
{
    if (visit->entry.service == u"git" && isLocalHost(visit->exchange->request.header("Host"))) {
        m_git.serve(visit->exchange->request, std::move(then));
        return;
    }
    if (visit->entry.service == u"pay" && isLocalHost(visit->exchange->request.header("Host"))) {
        m_pay.serve(visit->exchange->request, visit->segments, visit->entry.number,
            [this, then = std::move(then)](HttpAnswer answer) {
                answer.set("Date", httpDate(m_world.now()));
                then(std::move(answer));
            });
        return;
    }
    m_world.setRequest(visit->entry.number);
    HttpAnswer answer = answerNow(*visit);
    const auto flushed = m_world.flush(); // before anybody is told
    m_world.setRequest(0);
    if (!flushed)
        answer = restError(500, u"The sandbox cannot write its state"_s);
    if (visit->entry.service == u"github")
        addCommonHeaders(*visit, answer);
    answer.set("Date", httpDate(m_world.now()));
    then(answer);
}

HttpAnswer Dispatcher::answerNow(const Visit& visit)
{
    const HttpRequest& request = visit.exchange->request;
    if (!isLocalHost(request.header("Host")))
        return HttpAnswer::text(421, "The sandbox answers to 127.0.0.1 and localhost only.\n");
    if (visit.entry.service == u"pages")
        return m_pages.handle(request, visit.segments);
    if (visit.entry.service == u"sign-in")
        return m_signIn->handle(request, visit.segments);
    if (visit.entry.service == u"portal")
        return answerPortal(m_world, request, visit.segments);
    if (visit.entry.service == u"control") {
        if (tokenOf(request) != m_world.token())
            return restError(401, u"Bad credentials"_s);
        return answerControl(m_world, m_faults, request, visit.segments);
    }
    return answerGithub(visit);
}

std::optional<HttpAnswer> Dispatcher::refuseCaller(const HttpRequest& request) const
{
    if (request.header("User-Agent").isEmpty())
        return HttpAnswer::text(403,
            "Request forbidden by administrative rules. Please make sure your request has a User-Agent header "
            "(https://docs.github.com/en/rest/overview/resources-in-the-rest-api#user-agent-required). Check "
            "https://developer.github.com for other possible causes.\n");
    if (!hasHeader(request.headers, "Authorization"))
        return restError(401, u"Requires authentication"_s);
    if (!m_world.accepts(tokenOf(request)) && m_signIn->ownerOf(tokenOf(request)) == SignIn::Who::Nobody)
        return restError(401, u"Bad credentials"_s);
    return std::nullopt;
}

std::optional<HttpAnswer> Dispatcher::refuseForLimits(const Visit& visit)
{
    if (m_world.isEnterpriseServer() || visit.segments.value(0) == u"rate_limit")
        return std::nullopt; // an Enterprise Server has none unless it is given some
    const QString resource = visit.isGraphql ? u"graphql"_s : u"core"_s;
    Fault fault;
    if (const auto& limit = m_world.rateLimit(resource); limit.remaining() == 0) {
        fault.like = u"primary"_s;
        fault.retryAfter = int((limit.resetAt - m_world.now()).count() / 1000);
        return likeAnswer(fault, visit.isGraphql, m_world.span(60), m_world.now());
    }
    const QByteArray& method = visit.exchange->request.method;
    const bool writes = visit.isGraphql ? visit.isMutation : method != "GET" && method != "HEAD" && method != "OPTIONS";
    const auto creates = [](const QString& field) {
        return field.startsWith(u"create"_s) || field.startsWith(u"add"_s);
    };
    const bool createsContent = writes
        && (!visit.isGraphql || std::any_of(visit.entry.rootFields.begin(), visit.entry.rootFields.end(), creates));
    const auto early =
        m_world.limits().refuse({.isGraphql = visit.isGraphql, .isWrite = writes, .createsContent = createsContent},
            m_world.now(), m_world.span(60));
    if (!early)
        return std::nullopt;
    fault.like = m_world.limits().tellsRetryAfter() ? u"secondary"_s : u"secondary-silent"_s;
    fault.retryAfter = int((early->count() + 999) / 1000);
    return likeAnswer(fault, visit.isGraphql, m_world.span(60), m_world.now());
}

HttpAnswer Dispatcher::answerGithub(const Visit& visit)
{
    const HttpRequest& request = visit.exchange->request;
    if (auto answered = m_signIn->answerApp(request, visit.segments, tokenOf(request)))
        return *answered;
    if (const auto refused = refuseCaller(request))
        return *refused;
    m_world.setInstallationCalls(m_signIn->ownerOf(tokenOf(request)) == SignIn::Who::Installation);
    if (auto refused = refuseForLimits(visit))
        return *refused;
    if (visit.isGraphql) {
        if (!m_graphql.execute || request.method != "POST")
            return restNotFound();
        GraphqlRequest graphql{request.body};
        if (visit.fault && visit.fault->kind == FaultKind::Fields) {
            for (const QString& name : visit.fault->fields)
                graphql.refused.push_back({name,
                    {textAt(visit.fault->source, "type", u"UNPROCESSABLE"_s), textAt(visit.fault->source, "message"),
                        nullptr}});
        }
        const GraphqlAnswer answer = m_graphql.execute(graphql);
        return HttpAnswer::json(answer.status, answer.body);
    }
    HttpAnswer answer = m_rest.handle(request, visit.segments);
    if (answer.status != 304 && visit.segments.value(0) != u"rate_limit" && !m_world.isEnterpriseServer())
        m_world.spend(u"core"_s, 1);
    if (tellsScopes(request)) {
        answer.set("X-OAuth-Scopes", "read:org, repo, workflow");
        answer.set("X-Accepted-OAuth-Scopes", "repo");
    }
    return answer;
}

void Dispatcher::addCommonHeaders(const Visit& visit, HttpAnswer& answer)
{
    const QString resource = visit.isGraphql ? u"graphql"_s : u"core"_s;
    const RateLimit& limit = m_world.rateLimit(resource);
    const auto add = [&](const char* name, const QByteArray& value) {
        if (!hasHeader(answer.headers, name))
            answer.headers.append({name, value});
    };
    add("Server", "github.com");
    add("X-GitHub-Media-Type", "github.v3; format=json");
    if (m_world.isEnterpriseServer()) {
        add("X-GitHub-Enterprise-Version", "3.17.3");
    } else {
        add("X-RateLimit-Limit", QByteArray::number(limit.limit));
        add("X-RateLimit-Remaining", QByteArray::number(limit.remaining()));
        add("X-RateLimit-Used", QByteArray::number(limit.used));
        add("X-RateLimit-Reset", QByteArray::number((limit.resetAt.ms + 999) / 1000));
        add("X-RateLimit-Resource", resource.toLatin1());
    }
    if (tellsScopes(visit.exchange->request))
        add("X-OAuth-Scopes", "read:org, repo, workflow");
    const quint64 mixed = quint64(visit.entry.number) * 0x9E3779B97F4A7C15ULL;
    add("X-GitHub-Request-Id",
        QByteArray::number(visit.entry.number + 0xD0A0, 16).toUpper() + ':'
            + QByteArray::number(mixed >> 44, 16).toUpper() + ':' + QByteArray::number(mixed & 0xFFFFFF, 16).toUpper()
            + ':' + QByteArray::number(visit.entry.at.ms / 1000, 16).toUpper());
    add("X-Content-Type-Options", "nosniff");
    add("Date", httpDate(m_world.now()));
}

void Dispatcher::deliver(const VisitPointer& visit, const HttpAnswer& answer, Delivery delivery)
{
    visit->exchange->answer(answer, delivery, visit->fault ? visit->fault->millis : 0);
    record(visit, answer);
}

void Dispatcher::record(const VisitPointer& visit, std::optional<HttpAnswer> answer)
{
    if (!m_recorder.isOpen())
        return;
    visit->entry.answer = std::move(answer);
    visit->entry.took = m_world.clock().uptime() - visit->begun;
    m_recorder.write(visit->entry);
}

} // namespace slipway::sandbox
