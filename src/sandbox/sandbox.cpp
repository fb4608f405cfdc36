// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox.h"

#include "base/clock.h"
#include "base/private_files.h"
#include "base/text.h"
#include "sandbox/scenario.h"
#include "sandbox/server/dispatcher.h"
#include "sandbox/world/usage_error.h"

#if __has_include("sandbox/graphql/graphql.h")
#include "sandbox/graphql/graphql.h"
#define SLIPWAY_SANDBOX_HAS_GRAPHQL 1
#endif

#include <QCoreApplication>
#include <QDir>
#include <QHostAddress>

namespace slipway::sandbox {

struct Sandbox::Parts {
    SystemClock systemClock;
    std::unique_ptr<World> world;
    std::unique_ptr<FaultBook> faults;
    Recorder recorder;
    std::unique_ptr<Dispatcher> dispatcher;
    std::unique_ptr<HttpServer> server; // last made, first gone: no request reaches a part that is no more
    QString url;
};

Sandbox::Sandbox(SandboxOptions options)
    : m_options(std::move(options))
    , m_parts(std::make_unique<Parts>())
{ }

Sandbox::~Sandbox() = default;

Result<std::unique_ptr<Sandbox>> Sandbox::start(SandboxOptions options)
{
    std::unique_ptr<Sandbox> sandbox(new Sandbox(std::move(options)));
    if (const auto opened = sandbox->open(); !opened)
        return opened.error();
    return sandbox;
}

Result<void> Sandbox::open()
{
    const QHostAddress address(m_options.address);
    if (!address.isLoopback())
        return usageError(u"the sandbox listens on loopback only, not on \"%1\""_s.arg(m_options.address));
    if (!(m_options.speed > 0 && m_options.speed <= 100'000))
        return usageError(u"the speed must be more than 0"_s);
    if (m_options.latencyMillis < 0)
        return usageError(u"the latency cannot be negative"_s);
    WorldOptions world;
    world.organisation = m_options.organisation;
    world.stateDirectory = m_options.stateDirectory;
    world.speed = m_options.speed;
    world.seed = m_options.seed;
    world.enterpriseServer = m_options.enterpriseServer;
    auto opened = World::open(world, m_options.clock ? *m_options.clock : m_parts->systemClock);
    if (!opened)
        return opened.error();
    m_parts->world = std::move(*opened);
    World& made = *m_parts->world;
    m_parts->faults = std::make_unique<FaultBook>([&made] { return made.random(); });
    if (!m_options.recordFile.isEmpty()) {
        if (const auto recording = m_parts->recorder.open(m_options.recordFile); !recording)
            return recording.error();
        m_parts->recorder.addSecret(made.token());
    }
    m_parts->dispatcher =
        std::make_unique<Dispatcher>(made, *m_parts->faults, m_parts->recorder, Millis(m_options.latencyMillis));
    if (!m_options.appKeyFile.isEmpty()) {
        const auto key = readFile(m_options.appKeyFile, 64 * 1024);
        if (!key)
            return key.error();
        m_parts->dispatcher->setAppKey(*key);
    }
#ifdef SLIPWAY_SANDBOX_HAS_GRAPHQL
    m_parts->dispatcher->setGraphql(makeGraphqlHook(made));
#endif
    if (!m_options.listens)
        return finish(u"http://127.0.0.1:9"_s);
    Dispatcher& dispatcher = *m_parts->dispatcher;
    m_parts->server = std::make_unique<HttpServer>(
        [&dispatcher](const std::shared_ptr<Exchange>& exchange) { dispatcher.handle(exchange); });
    const auto port = m_parts->server->listen(address, m_options.port);
    if (!port)
        return port.error();
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return finish(u"http://%1:%2"_s.arg(isV6 ? u"[%1]"_s.arg(address.toString()) : address.toString()).arg(*port));
}

Result<void> Sandbox::finish(const QString& url)
{
    m_parts->url = url;
    m_parts->world->setBaseUrl(url);
    for (const QString& scenario : m_options.scenarios) {
        if (const auto applied = applyScenario(scenario); !applied)
            return applied.error();
    }
    return {};
}

void Sandbox::ask(const HttpRequest& request, std::function<void(const HttpAnswer&)> answered)
{
    m_parts->dispatcher->handle(std::make_shared<Exchange>(request, std::move(answered)));
}

QString Sandbox::url() const { return m_parts->url; }

Json Sandbox::announcement() const
{
    const QString& url = m_parts->url;
    const QString state =
        m_options.stateDirectory.isEmpty() ? QString() : QDir(m_options.stateDirectory).absolutePath();
    Json announced = Json::object({{"url", toJson(url)}, {"token", m_parts->world->token().toStdString()},
        {"org", toJson(m_parts->world->organisation())}, {"portalUrl", toJson(url + u"/portal"_s)},
        {"adminusersUrl", toJson(url + u"/adminusers"_s)}, {"connectorUrl", toJson(url + u"/connector"_s)},
        {"speed", m_options.speed}, {"state", state.isEmpty() ? Json(nullptr) : toJson(state)},
        {"pid", QCoreApplication::applicationPid()}});
    if (m_options.enterpriseServer)
        announced["apiUrl"] = toJson(url + u"/api/v3"_s);
    return announced;
}

Result<Json> Sandbox::control(const Json& action)
{
    auto done = m_parts->world->control(action);
    if (const auto flushed = m_parts->world->flush(); !flushed)
        return flushed.error();
    return done;
}

Result<Json> Sandbox::addFault(const Json& fault) { return m_parts->faults->add(fault); }

void Sandbox::clearFaults() { m_parts->faults->clear(); }

Json Sandbox::ledger() const { return m_parts->world->ledger(); }

Json Sandbox::state() const { return m_parts->world->state(); }

QStringList Sandbox::scenarioNames() { return slipway::sandbox::scenarioNames(); }

Result<void> Sandbox::applyScenario(const QString& nameOrFile)
{
    const auto scenario = readScenario(nameOrFile);
    if (!scenario)
        return scenario.error();
    for (const Json& fault : scenario->faults) {
        if (const auto added = m_parts->faults->add(fault); !added)
            return added.error();
    }
    // A world that goes on has had its actions; those still waiting were kept with it.
    if (!m_parts->world->isRestored()) {
        for (const Json& action : scenario->actions) {
            if (const auto done = control(action); !done)
                return done.error();
        }
    }
    return {};
}

} // namespace slipway::sandbox
