// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/api.h"

#include "api/webhooks.h"
#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"

#include <QFile>

static void registerApiResources() { Q_INIT_RESOURCE(api); }

namespace slipway::api {

namespace {

constexpr int notesPerSecond = 5; // refusals told in the log: an attacker must not fill the disk with them
const QString nobody = u"(nobody)"_s;

//! The token behind "Bearer ", if it looks like one at all.
QByteArray bearerOf(const Request& head)
{
    const QByteArray value = head.header("Authorization");
    if (value.size() < 8 || value.left(7).compare("bearer ", Qt::CaseInsensitive) != 0)
        return {};
    return value.mid(7).trimmed();
}

bool isJson(const QByteArray& type) { return type.split(';').first().trimmed().toLower() == "application/json"; }

} // namespace

QByteArray openApiDescription()
{
    registerApiResources();
    QFile file(u":/api/openapi.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the API's description is not among the resources");
    return file.readAll();
}

Api::Api(desk::Desk& desk, Clock& clock, const ApiOptions& options)
    : m_options(options)
    , m_access(TokenFile(options.tokenFile.isEmpty() ? TokenFile::defaultPath() : options.tokenFile))
    , m_clock(clock)
    , m_context{.desk = desk, .clock = clock, .access = m_access, .scope = &m_scope}
    , m_rates(options.requestsPerSecond, clock)
    , m_notes(notesPerSecond, clock)
    , m_server(std::make_unique<HttpServer>(static_cast<RequestHandler&>(*this), options.limits, clock))
{
    m_context.server = m_server.get();
    m_routes = readingRoutes(m_context) + startingRoutes(m_context) + actingRoutes(m_context) + streamRoutes(m_context)
        + webhookRoutes(m_context, options.webhookSecret);
    m_routes << Route{.method = "GET",
        .path = u"/openapi.json"_s,
        .operation = u"readDescription"_s,
        .gate = Gate::Open,
        .handle = [description = openApiDescription()](const Call& call) {
            call.exchange->answer({.headers = {{"Content-Type", "application/json"}}, .body = description});
        }};
}

Api::~Api() = default;

Result<std::unique_ptr<Api>> Api::start(desk::Desk& desk, Clock& clock, const ApiOptions& options)
{
    if (!options.address.isLoopback() && !options.allowRemote)
        return Error{.code = errc::apiNotLoopback, .args = {{"host", options.address.toString().toStdString()}}};
    std::unique_ptr<Api> api(new Api(desk, clock, options));
    // A file of tokens that others can read is told now, not when the first request fails.
    if (const auto known = TokenFile(options.tokenFile.isEmpty() ? TokenFile::defaultPath() : options.tokenFile).read();
        !known)
        return known.error();
    if (auto listening = api->listen(); !listening)
        return listening.error();
    return api;
}

Result<void> Api::listen()
{
    const auto port = m_server->listen(m_options.address, m_options.port);
    if (!port)
        return port.error();
    m_url.setScheme(u"http"_s);
    m_url.setHost(m_options.address.toString());
    m_url.setPort(*port);
    nameHosts(*port);
    return {};
}

void Api::nameHosts(quint16 port)
{
    QStringList names = m_options.hosts;
    QStringList own{m_options.address.protocol() == QAbstractSocket::IPv6Protocol
            ? u"[%1]"_s.arg(m_options.address.toString())
            : m_options.address.toString()};
    if (m_options.address.isLoopback())
        own << u"localhost"_s;
    for (const auto& name : own)
        names << u"%1:%2"_s.arg(name).arg(port);
    for (const auto& name : names)
        m_hosts << name.toLower().toUtf8();
}

//! A page in a browser reaches loopback under a name of its own (DNS rebinding) or says where it comes from.
std::optional<Error> Api::foreign(const Request& head) const
{
    const auto plain = [](const QByteArray& text) { return QString::fromLatin1(text.left(100)).toStdString(); };
    const QByteArray host = head.header("Host");
    if (!m_hosts.contains(host.toLower()))
        return Error{.code = errc::apiHost, .args = {{"host", plain(host)}}};
    if (head.has("Origin"))
        return Error{.code = errc::apiOrigin, .args = {{"origin", plain(head.header("Origin"))}}};
    if (const QByteArray site = head.header("Sec-Fetch-Site"); !site.isEmpty() && site != "none")
        return Error{.code = errc::apiOrigin};
    return std::nullopt;
}

Result<Caller> Api::identify(const Request& head, const Route& route)
{
    if (route.gate == Gate::Open)
        return Caller{.name = nobody};
    const QByteArray token = bearerOf(head);
    if (token.isEmpty())
        return Error{.code = errc::apiNoToken};
    const auto caller = m_access.callerOf(token);
    if (!caller)
        return caller.error();
    if (!*caller)
        return Error{.code = errc::apiBadToken};
    return **caller;
}

Result<void> Api::checkForm(const Request& head, const Route& route) const
{
    for (const auto& [name, value] : head.query) {
        if (!route.query.contains(name))
            return Error{.code = errc::apiMalformed,
                .args = {{"reason", u"“%1” is no parameter of this path"_s.arg(name.left(40)).toStdString()}}};
    }
    if (head.contentLength > 0 && route.bodyLimit == 0)
        return Error{.code = errc::apiTooLarge, .args = {{"limit", 0}}};
    if (head.contentLength > 0 && !isJson(head.header("Content-Type"))) {
        Error error{.code = errc::apiMediaType};
        if (head.has("Content-Type"))
            error.args["found"] = QString::fromLatin1(head.header("Content-Type").left(60)).toStdString();
        return error;
    }
    return {};
}

std::optional<Error> Api::rateOf(const Caller& caller)
{
    if (m_rates.take(caller.name))
        return std::nullopt;
    return Error{
        .code = errc::apiTooMany, .args = {{"limit", m_rates.perSecond()}, {"who", caller.name.toStdString()}}};
}

Result<Call> Api::judge(const Request& head, qint64* bodyLimit)
{
    if (const auto error = foreign(head))
        return *error;
    auto matched = match(m_routes, head);
    if (!matched)
        return matched.error();
    const Route& route = *matched->route;
    auto caller = identify(head, route);
    if (!caller)
        return caller.error();
    if (const auto refused = route.refuses ? route.refuses(head) : rateOf(*caller))
        return *refused;
    if (route.gate == Gate::Operator && caller->role != Role::Operator)
        return Error{.code = errc::apiRole,
            .args = {{"who", caller->name.toStdString()}, {"method", QString::fromLatin1(head.method).toStdString()},
                {"path", QString::fromLatin1(head.rawPath.left(200)).toStdString()}}};
    if (auto form = checkForm(head, route); !form)
        return form.error();
    *bodyLimit = route.bodyLimit;
    return Call{.exchange = {}, .caller = *caller, .parts = matched->parts};
}

RequestHandler::Admission Api::admit(const Request& head)
{
    qint64 bodyLimit = 0;
    const auto call = judge(head, &bodyLimit);
    if (call)
        return {.bodyLimit = bodyLimit, .isKnown = call->caller.name != nobody};
    const auto& error = call.error();
    note(head, textAt(error.args, "who", nobody), error);
    auto response = problem(error);
    if (error.code == errc::apiMethod)
        response.add("Allow", textsAt(error.args, "known").join(u", "_s).toLatin1());
    return {.refusal = std::move(response)};
}

void Api::handle(const std::shared_ptr<Exchange>& exchange)
{
    const Request& request = exchange->request();
    // The token may have been removed while the body was on its way; and the route is found once more, by the same code.
    const auto matched = match(m_routes, request);
    const auto caller = matched ? identify(request, *matched->route) : Result<Caller>(matched.error());
    if (!caller) {
        note(request, nobody, caller.error());
        return exchange->answer(problem(caller.error()));
    }
    const auto told = u"%1 %2 %3 from %4"_s.arg(caller->name, QString::fromLatin1(request.method),
        QString::fromLatin1(request.rawPath.left(200)), request.peer);
    if (matched->route->gate == Gate::Operator)
        qCInfo(logApi).noquote() << told;
    else if (matched->route->gate == Gate::Viewer)
        qCDebug(logApi).noquote() << told; // not unasked: whoever shows the runs on a wall reads every few seconds
    matched->route->handle({.exchange = exchange, .caller = *caller, .parts = matched->parts});
}

Response Api::refusal(int status, const Error& error)
{
    if (m_notes.take(nobody))
        qCWarning(logApi) << "refused a request that is no proper one:" << error.code;
    return problem(status, error);
}

//! Never the query, a header or the body: there a secret may stand that was put in the wrong place.
void Api::note(const Request& request, const QString& who, const Error& error)
{
    if (m_notes.take(nobody))
        qCWarning(logApi).noquote() << "refused" << error.code << who << request.method.left(20)
                                    << request.rawPath.left(200) << "from" << request.peer;
}

} // namespace slipway::api
