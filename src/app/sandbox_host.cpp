// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox_host.h"

#include "base/logging.h"
#include "base/text.h"

#include <QPromise>

namespace slipway::app {

SandboxHost::Starting SandboxHost::start(const sandbox::SandboxOptions& options, std::unique_ptr<SandboxNotice> notice)
{
    std::shared_ptr<SandboxHost> host(new SandboxHost);
    host->m_notice = std::move(notice);
    host->m_door = std::make_unique<QObject>();
    host->m_door->moveToThread(&host->m_thread);
    host->m_thread.setObjectName("slipway-sandbox"_L1);
    host->m_thread.start();
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    // The bare pointer: a last reference given up in the thread itself would wait for itself.
    QMetaObject::invokeMethod(
        host->m_door.get(),
        [raw = host.get(), options, promise] {
            auto started = sandbox::Sandbox::start(options);
            if (started) {
                raw->m_sandbox = std::move(*started);
                raw->m_announcement = raw->m_sandbox->announcement();
            }
            promise->addResult(started ? Result<void>() : Result<void>(started.error()));
            promise->finish();
        },
        Qt::QueuedConnection);
    return {std::move(host), promise->future()};
}

SandboxHost::~SandboxHost()
{
    QMetaObject::invokeMethod(
        m_door.get(), [this] { m_sandbox.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void SandboxHost::control(const Json& action)
{
    QMetaObject::invokeMethod(
        m_door.get(),
        [this, action] {
            if (const auto done = m_sandbox->control(action); !done)
                qCWarning(logSandbox) << "trouble could not be made" << toBytes(done.error().args);
        },
        Qt::QueuedConnection);
}

QFuture<Json> SandboxHost::state()
{
    auto promise = std::make_shared<QPromise<Json>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_door.get(),
        [this, promise] {
            promise->addResult(m_sandbox->state());
            promise->finish();
        },
        Qt::QueuedConnection);
    return promise->future();
}

} // namespace slipway::app
