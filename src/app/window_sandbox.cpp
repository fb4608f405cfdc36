// SPDX-License-Identifier: GPL-3.0-or-later
// The window's sandbox: simulated services that run in this process.
#include "app/window_program.h"
#include "base/error_codes.h"
#include "base/logging.h"
#include "base/private_files.h"
#include "base/text.h"
#include "base/when_done.h"

#include <QPromise>
#include <QTimer>
#include <QUrl>

namespace slipway::app {

namespace {

//! What the menu makes, as the sandbox's control takes it.
const QHash<QString, Json>& troubles()
{
    static const QHash<QString, Json> actions{
        {u"fail-next-workflow"_s, {{"do", "fail-run"}, {"next", true}}},
        {u"conflict-next-pull-request"_s, {{"do", "commit"}, {"next", true}}},
        {u"close-next-pull-request"_s, {{"do", "close"}, {"next", true}}},
        {u"cancel-next-run"_s, {{"do", "cancel-run"}, {"next", true}}},
        {u"auto-merge-sleeps"_s, {{"do", "auto-merge-sleeps"}, {"next", true}, {"on", true}}},
        {u"hold"_s, {{"do", "hold"}, {"all", true}}},
    };
    return actions;
}

//! Links of earlier runs hold the port, so the sandbox comes back on the one it had.
quint16 rememberedPort(const QString& folder)
{
    const auto text = readFile(folder + u"/port"_s, 16);
    return text ? quint16(text->trimmed().toUInt()) : quint16(0);
}

} // namespace

QFuture<WindowProgram::SandboxStarted> WindowProgram::startSandbox()
{
    if (m_sandbox)
        return QtFuture::makeReadyFuture(SandboxStarted(SandboxInUse{m_sandbox->announcement(), m_sandbox}));
    auto promise = std::make_shared<QPromise<SandboxStarted>>();
    promise->start();
    const auto end = [promise](const SandboxStarted& started) {
        promise->addResult(started);
        promise->finish();
    };
    const quint16 port = rememberedPort(windowSandboxFolder());
    startSandboxOn(port, [this, port, end](const SandboxStarted& started) {
        const auto another = windowSandbox();
        if (!started && started.error().code == errc::storeOwned && another)
            end(SandboxInUse{*another, nullptr});
        else if (!started && started.error().code != errc::storeOwned && port != 0)
            startSandboxOn(0, end); // somebody else has it now
        else
            end(started);
    });
    return promise->future();
}

void WindowProgram::startSandboxOn(quint16 port, std::function<void(const SandboxStarted&)> done)
{
    auto notice = SandboxNotice::take();
    if (!notice)
        return done(notice.error());
    const QString folder = windowSandboxFolder();
    auto starting = SandboxHost::start(
        {.port = port, .stateDirectory = folder + u"/world"_s, .speed = m_sandboxSpeed}, std::move(*notice));
    m_starting = starting.host;
    whenDone(starting.ready, this, [this, folder, done = std::move(done)](const Result<void>& ready) {
        auto host = std::exchange(m_starting, nullptr);
        if (!ready) {
            host.reset(); // before another try, which takes its notice
            return done(ready.error());
        }
        const QUrl url(textAt(host->announcement(), "url"));
        if (auto kept = writePrivateFile(folder + u"/port"_s, QByteArray::number(url.port())); !kept)
            qCWarning(logConsole) << "the sandbox's port could not be kept" << kept.error().code;
        if (auto posted = host->notice().post(host->announcement()); !posted)
            qCWarning(logConsole) << "the terminal is not told of the sandbox" << posted.error().code;
        done(SandboxInUse{host->announcement(), host});
    });
}

Result<void> WindowProgram::showSandbox(const SandboxInUse& sandbox)
{
    auto destination = windowSandboxDestination(sandbox.announcement);
    if (!destination)
        return destination.error();
    m_window.reset();
    m_desk.reset();
    m_sandbox = sandbox.host;
    m_borrowing.stop();
    auto shown = show(*destination, Kind::Sandbox);
    if (shown && !m_sandbox)
        m_borrowing.start();
    return shown;
}

//! The window whose sandbox this one uses has gone, and the simulated services with it: they go on from here.
void WindowProgram::replaceLender()
{
    if (m_kind != Kind::Sandbox || m_sandbox) {
        m_borrowing.stop();
        return;
    }
    if (!windowSandbox() && !m_leaving && !m_starting)
        std::ignore = trySandbox();
}

QFuture<Result<void>> WindowProgram::trySandbox()
{
    // The window that asks has its answer before it goes; where the sandbox cannot be started it stays, and is told why.
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    whenDone(startSandbox(), this, [this, promise](const SandboxStarted& started) {
        promise->addResult(started ? Result<void>() : Result<void>(started.error()));
        promise->finish();
        if (!started)
            return;
        QTimer::singleShot(
            0, this, [this, sandbox = *started] { leave([this, sandbox] { instead(showSandbox(sandbox)); }); });
    });
    return promise->future();
}

void WindowProgram::make(const QString& action, bool on)
{
    const auto known = m_sandbox ? troubles().constFind(action) : troubles().cend();
    if (known == troubles().cend())
        return;
    if (on) {
        m_sandbox->control(*known);
        return;
    }
    if (action == u"hold") {
        m_sandbox->control({{"do", "release"}, {"all", true}});
        return;
    }
    m_sandbox->control({{"do", "forget"}, {"action", memberAt(*known, "do")}});
    if (action != u"auto-merge-sleeps")
        return;
    whenDone(m_sandbox->state(), this, [host = std::weak_ptr(m_sandbox)](const Json& state) {
        const auto sandbox = host.lock();
        for (const Json& repository : memberAt(state, "repositories"))
            if (sandbox && flagAt(repository, "autoMergeSleeps"))
                sandbox->control(
                    {{"do", "auto-merge-sleeps"}, {"repository", memberAt(repository, "name")}, {"on", false}});
    });
}

QFuture<QStringList> WindowProgram::inForce()
{
    auto promise = std::make_shared<QPromise<QStringList>>();
    promise->start();
    const auto end = [promise](const QStringList& actions) {
        promise->addResult(actions);
        promise->finish();
    };
    if (!m_sandbox) {
        end({});
        return promise->future();
    }
    whenDone(m_sandbox->state(), this, [end](const Json& state) {
        QStringList waiting, found;
        for (const Json& action : memberAt(state, "waitingActions"))
            waiting += textAt(action, "do");
        for (const Json& run : memberAt(state, "runs"))
            if (flagAt(run, "held"))
                waiting += u"hold"_s;
        for (const Json& repository : memberAt(state, "repositories"))
            if (flagAt(repository, "autoMergeSleeps"))
                waiting += u"auto-merge-sleeps"_s;
        for (auto known = troubles().cbegin(); known != troubles().cend(); ++known)
            if (waiting.contains(textAt(*known, "do")))
                found += known.key();
        end(found);
    });
    return promise->future();
}

} // namespace slipway::app
