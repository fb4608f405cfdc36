// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/engine.h"

#include "base/crash_mark.h"
#include "base/crash_point.h"
#include "base/error_codes.h"
#include "base/text.h"
#include "base/when_done.h"
#include "conductor/refusing_store.h"
#include "journal/sqlite_store.h"
#include "steps/kinds.h"

#include <QPromise>

namespace slipway::conductor {

struct Engine::Inside {
    std::unique_ptr<journal::Store> store;
    std::unique_ptr<http::Http> http;
    std::unique_ptr<github::GitHub> github;
    std::unique_ptr<Conductor> conductor;
};

namespace {

constexpr Millis kLongestDrain{5'000};

//! Runs `call` in the door's thread and hands its future's result out.
template <class T, class F>
QFuture<T> through(QObject* door, F call)
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    auto future = promise->future();
    QMetaObject::invokeMethod(
        door,
        [door, promise, call = std::move(call)]() mutable {
            call().then(door, [promise](const T& value) {
                promise->addResult(value);
                promise->finish();
            });
        },
        Qt::QueuedConnection);
    return future;
}

//! After end().
template <class T>
QFuture<Result<T>> ended()
{
    return QtFuture::makeReadyFuture(Result<T>(Error{.code = errc::networkCancelled}));
}

} // namespace

Engine::Engine(double timeScale)
    : m_clock(timeScale)
{ }

Result<std::unique_ptr<Engine>> Engine::start(const EngineOptions& options)
{
    auto engine = begin(options);
    auto opened = engine->opened();
    opened.waitForFinished();
    if (!opened.result())
        return opened.result().error();
    return engine;
}

std::unique_ptr<Engine> Engine::begin(const EngineOptions& options)
{
    qRegisterMetaType<RunId>();
    qRegisterMetaType<Error>();
    std::unique_ptr<Engine> engine(new Engine(options.timeScale));
    engine->m_door = std::make_unique<QObject>();
    engine->m_door->moveToThread(&engine->m_thread);
    engine->m_thread.setObjectName("slipway-engine"_L1);
    engine->m_thread.start();
    engine->m_opened.start();
    QMetaObject::invokeMethod(
        engine->m_door.get(),
        [engine = engine.get(), options] {
            guardThread();
            const auto opened = engine->open(options);
            engine->m_opened.addResult(opened);
            engine->m_opened.finish();
            // What is asked from now on is answered after it, so nobody needs to wait for the reading of all open runs.
            if (opened && options.mode == Conductor::Mode::Drive && !options.refuseWrites)
                std::ignore = engine->m_inside->conductor->recover();
        },
        Qt::QueuedConnection);
    return engine;
}

Result<void> Engine::open(const EngineOptions& options)
{
    auto inside = std::make_unique<Inside>();
    if (options.refuseWrites) {
        inside->store = std::make_unique<RefusingStore>(*options.refuseWrites);
    } else {
        auto store = journal::SqliteStore::open({.file = options.storePath,
                                                    .program = options.program,
                                                    .kinds = &steps::kindRules(),
                                                    .dailyBackups = true,
                                                    .onWork = [this](journal::StoreWork work) { noteStoreWork(work); }},
            m_clock);
        if (!store)
            return store.error();
        inside->store = std::move(*store);
    }
    inside->http = std::make_unique<http::Http>(options.network);
    if (options.connection)
        inside->github = std::make_unique<github::GitHub>(*inside->http, m_clock, *options.connection);
    inside->conductor = std::make_unique<Conductor>(
        *inside->store, inside->github.get(), *inside->http, m_clock, steps::kindRules(), options.mode);
    inside->conductor->setHost(options.host);
    inside->conductor->vault().setKeeper(options.keeper);
    inside->conductor->vault().setGiven(options.secrets);
    inside->conductor->vault().credentials().setKeeper(options.credentials);
    m_inside = std::move(inside);
    watch();
    return {};
}

void Engine::watch()
{
    auto* door = m_door.get();
    QObject::connect(m_inside->conductor.get(), &Conductor::changed, door, [this](const RunId& run) {
        Q_EMIT changed(run);
        publish();
    });
    QObject::connect(m_inside->conductor.get(), &Conductor::troubleChanged, door, [this] { publish(); });
    if (m_inside->github)
        QObject::connect(m_inside->github.get(), &github::GitHub::budgetChanged, door, [this] { publish(); });
}

void Engine::noteStoreWork(journal::StoreWork work)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_state.storeWork = work;
    }
    Q_EMIT stateChanged();
}

void Engine::publish()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_state.trouble.reset();
        m_state.troubleUntil.reset();
        m_state.troubleSince.reset();
        if (const auto* trouble = m_inside->conductor->trouble()) {
            m_state.trouble = trouble->error;
            m_state.troubleSince = trouble->since;
            if (trouble->until > Timestamp())
                m_state.troubleUntil = trouble->until;
        }
        m_state.lastReadAt = m_inside->conductor->observer().lastReadAt();
        m_state.watchesEvery = m_inside->conductor->watchesEvery();
        if (m_inside->github) {
            m_state.budget = m_inside->github->budget();
            m_state.incident = m_inside->github->incident();
            m_state.serverAhead = m_inside->github->serverAhead();
            m_state.requestsSent = m_inside->github->requestsSent();
        }
    }
    Q_EMIT stateChanged();
}

QFuture<void> Engine::end()
{
    if (m_ending)
        return m_ending->future();
    m_ending = std::make_shared<QPromise<void>>();
    m_ending->start();
    QMetaObject::invokeMethod(
        m_door.get(),
        [this] {
            if (!m_inside)
                return close();
            crashPoint("end.begun");
            // An answer that is on its way is worth waiting for: without it the next start has to look it up.
            m_longestDrain = m_clock.after(kLongestDrain, m_door.get(), [this] { close(); });
            whenDone(m_inside->conductor->drain(), m_door.get(), [this] { close(); });
        },
        Qt::QueuedConnection);
    return m_ending->future();
}

void Engine::close()
{
    if (m_ending->future().isFinished())
        return;
    m_longestDrain.cancel();
    if (m_inside) {
        crashPoint("end.drained");
        // Nothing calls out any more; then the store is closed, which tells the next start that all is well.
        m_inside->conductor->disconnect();
        m_inside->http->abortAll();
        // Whoever waits for an answer goes after what answers: Qt 6.4 asserts where the context of a continuation is gone
        // before its future ends.
        m_inside->github.reset();
        m_inside->http.reset();
        std::ignore = m_inside->conductor->close();
        m_inside.reset();
    }
    m_ending->finish();
}

Engine::~Engine()
{
    if (!m_thread.isRunning())
        return;
    end().waitForFinished();
    m_thread.quit();
    m_thread.wait();
}

QFuture<Result<qint64>> Engine::submit(const Envelope& envelope)
{
    return through<Result<qint64>>(
        m_door.get(), [this, envelope] { return m_inside ? m_inside->conductor->submit(envelope) : ended<qint64>(); });
}

QFuture<Result<steps::Observation>> Engine::look(const steps::Reads& reads, Millis notOlderThan)
{
    return through<Result<steps::Observation>>(m_door.get(), [this, reads, notOlderThan] {
        return m_inside ? m_inside->conductor->look(reads, notOlderThan) : ended<steps::Observation>();
    });
}

QFuture<Result<github::Identity>> Engine::identity()
{
    return through<Result<github::Identity>>(m_door.get(), [this] {
        if (!m_inside)
            return ended<github::Identity>();
        if (!m_inside->github)
            return QtFuture::makeReadyFuture(Result<github::Identity>(Error{.code = errc::notConnected}));
        return m_inside->github->identity();
    });
}

void Engine::hear(const QString& repository, const QString& pullRequest, bool isProven)
{
    QMetaObject::invokeMethod(
        m_door.get(),
        [this, repository, pullRequest, isProven] {
            if (m_inside)
                m_inside->conductor->hear(repository, pullRequest, isProven);
        },
        Qt::QueuedConnection);
}

EngineState Engine::state() const
{
    const QMutexLocker lock(&m_mutex);
    return m_state;
}

} // namespace slipway::conductor
