// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connection_work.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "base/when_done.h"
#include "steps/kinds.h"
#include "workflow/inputs.h"
#include "workflow/parse_workflow.h"
#include "workflow/shipped.h"

#include <QPromise>

namespace slipway::app {

namespace {

using Promise = QPromise<Result<github::OAuthGrant>>;

//! What an OAuth app's token must be allowed; a GitHub App has its own permissions.
const QStringList kScopes{u"repo"_s, u"workflow"_s, u"read:org"_s};

Error notConnected() { return {.code = errc::notConnected}; }

} // namespace

struct ConnectionWork::Inside {
    //! A client of one GitHub for one question.
    struct Client {
        Client(const Destination& destination)
            : clock(destination.timeScale)
            , http(destination.network)
            , github(http, clock, *destination.connection)
        { }
        SystemClock clock;
        http::Http http;
        github::GitHub github;
    };
    struct SignIn {
        SignIn(std::shared_ptr<Promise> promise, const http::NetworkOptions& network)
            : http(network)
            , promise(std::move(promise))
        { }
        ~SignIn()
        {
            flow.reset();
            if (promise->future().isFinished())
                return;
            promise->addResult(Error{.code = errc::networkCancelled});
            promise->finish();
        }
        SystemClock clock;
        http::Http http;
        std::unique_ptr<github::DeviceFlow> flow;
        std::shared_ptr<Promise> promise;
    };

    QList<std::shared_ptr<Client>> clients;
    std::unique_ptr<SignIn> signIn;
};

ConnectionWork::ConnectionWork()
    : m_door(std::make_unique<QObject>())
    , m_inside(std::make_unique<Inside>())
{
    m_door->moveToThread(&m_thread);
    m_thread.setObjectName("slipway-connect"_L1);
    m_thread.start();
}

ConnectionWork::~ConnectionWork()
{
    QMetaObject::invokeMethod(
        m_door.get(), [this] { m_inside.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QFuture<Result<desk::ConnectionReport>> ConnectionWork::check(const Destination& destination)
{
    if (!destination.connection)
        return QtFuture::makeReadyFuture(Result<desk::ConnectionReport>(notConnected()));
    auto promise = std::make_shared<QPromise<Result<desk::ConnectionReport>>>();
    promise->start();
    auto future = promise->future();
    QMetaObject::invokeMethod(
        m_door.get(),
        [this, destination, promise] {
            const auto needs = installedNeeds(destination);
            auto client = std::make_shared<Inside::Client>(destination);
            m_inside->clients.append(client);
            auto* const raw = client.get();
            // With the door as context: the client's end is what keeps the promise when all is torn down.
            whenDone(raw->github.access(steps::questionFor(needs)), m_door.get(),
                [this, needs, destination, promise, raw](const Result<github::Access>& access) {
                    if (access) {
                        promise->addResult(desk::ConnectionReport{.host = destination.hostName,
                            .identity = access->identity,
                            .findings = steps::findingsOf(needs, *access),
                            .checkedAt = raw->clock.now(),
                            .kept = destination.kept});
                    } else {
                        promise->addResult(access.error());
                    }
                    promise->finish();
                    m_inside->clients.removeIf([raw](const auto& each) { return each.get() == raw; });
                });
        },
        Qt::QueuedConnection);
    return future;
}

QFuture<Result<github::OAuthGrant>> ConnectionWork::signIn(const github::Host& host, const QString& clientId,
    const http::NetworkOptions& network, std::function<void(const github::DeviceCode&)> shown)
{
    auto promise = std::make_shared<Promise>();
    promise->start();
    auto future = promise->future();
    QMetaObject::invokeMethod(
        m_door.get(),
        [this, promise, host, clientId, network, shown = std::move(shown)] {
            m_inside->signIn = std::make_unique<Inside::SignIn>(promise, network);
            auto& signIn = *m_inside->signIn;
            signIn.flow = std::make_unique<github::DeviceFlow>(signIn.http, signIn.clock, host, clientId, kScopes);
            signIn.flow->start(shown, [promise](const Result<github::OAuthGrant>& grant) {
                promise->addResult(grant);
                promise->finish();
            });
        },
        Qt::QueuedConnection);
    return future;
}

void ConnectionWork::cancelSignIn()
{
    QMetaObject::invokeMethod(
        m_door.get(), [this] { m_inside->signIn.reset(); }, Qt::QueuedConnection);
}

QList<steps::Need> installedNeeds(const Destination& destination)
{
    QList<steps::Need> needs;
    for (const auto& id : shippedWorkflows()) {
        const auto text = shippedWorkflow(id);
        const auto workflow = text ? parseWorkflow(*text, id + u".json"_s, steps::kindRules()) : text.error();
        if (!workflow)
            continue; // the desk says so
        Json overrides = Json::object();
        for (const auto& setting : (*workflow)->settings)
            for (const Json& given : {destination.announced, destination.overrides})
                if (const auto name = setting.id.toStdString(); given.contains(name))
                    overrides[name] = given[name];
        const auto settings =
            resolveSettings(**workflow, memberAt(destination.profileSettings, id.toUtf8().constData()), overrides);
        if (settings)
            needs += steps::needsOf(**workflow, *settings);
    }
    return needs;
}

} // namespace slipway::app
