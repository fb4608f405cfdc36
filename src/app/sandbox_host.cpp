// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox_host.h"

#include "base/logging.h"
#include "base/text.h"

namespace slipway::app {

Result<std::unique_ptr<SandboxHost>> SandboxHost::start(const sandbox::SandboxOptions& options)
{
    std::unique_ptr<SandboxHost> host(new SandboxHost);
    host->m_door = std::make_unique<QObject>();
    host->m_door->moveToThread(&host->m_thread);
    host->m_thread.setObjectName("slipway-sandbox"_L1);
    host->m_thread.start();
    std::optional<Error> error;
    QMetaObject::invokeMethod(
        host->m_door.get(),
        [&] {
            auto started = sandbox::Sandbox::start(options);
            if (!started) {
                error = started.error();
                return;
            }
            host->m_sandbox = std::move(*started);
            host->m_announcement = host->m_sandbox->announcement();
        },
        Qt::BlockingQueuedConnection);
    if (error)
        return *error;
    return host;
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

} // namespace slipway::app
