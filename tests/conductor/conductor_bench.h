// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../github/scripted_github.h"
#include "../support/run_builder.h"
#include "base/error_codes.h"
#include "conductor/conductor.h"
#include "journal/sqlite_store.h"
#include "steps/kinds.h"
#include "workflow/handle.h"

#include <QDeadlineTimer>
#include <QTemporaryDir>
#include <QTest>

namespace bench {

using namespace slipway;

//! A store that fails or lingers when the test says so, before a real one.
class MoodyStore : public journal::Store {
public:
    explicit MoodyStore(journal::Store& store)
        : m_store(store)
    { }

    QFuture<Result<journal::Lease>> create(const Run& after, Events events) override
    {
        return m_store.create(after, std::move(events));
    }
    QFuture<Result<journal::Lease>> claim(const RunId& run) override
    {
        return failingClaims ? fail<journal::Lease>(*failingClaims) : m_store.claim(run);
    }
    QFuture<Result<void>> append(const journal::Lease& lease, const Run& after, Events events) override
    {
        for (const auto& event : events)
            if (failing && (!failingType || event.type == *failingType))
                return fail<void>(*failing);
        for (const auto& event : events)
            if (lingering == event.type) {
                held = [this, lease, after, events] {
                    m_promise.addResult(m_store.append(lease, after, events).result());
                    m_promise.finish();
                };
                m_promise = QPromise<Result<void>>();
                m_promise.start();
                return m_promise.future();
            }
        return m_store.append(lease, after, std::move(events));
    }
    QFuture<Result<void>> release(const journal::Lease& lease) override { return m_store.release(lease); }
    QFuture<Result<QList<RunId>>> openRuns() override
    {
        return failingLists ? fail<QList<RunId>>(*failingLists) : m_store.openRuns();
    }
    QFuture<Result<Events>> events(const RunId& run, qint64 since) override { return m_store.events(run, since); }
    QFuture<Result<QList<RunId>>> runsLeftOpen() override
    {
        return failingLists ? fail<QList<RunId>>(*failingLists) : m_store.runsLeftOpen();
    }
    QFuture<Result<QList<journal::StepDurations>>> durations(const QString& workflow) override
    {
        return m_store.durations(workflow);
    }
    QFuture<Result<QList<journal::Crash>>> crashes() override
    {
        return failingLists ? fail<QList<journal::Crash>>(*failingLists)
                            : QtFuture::makeReadyFuture(Result<QList<journal::Crash>>(left));
    }
    QFuture<Result<void>> forgetCrashes(const QStringList& sessions) override
    {
        left.removeIf([&](const auto& crash) { return sessions.isEmpty() || sessions.contains(crash.session); });
        return QtFuture::makeReadyFuture(Result<void>());
    }
    QFuture<Result<void>> setAside(const RunId& run, const Error& why) override
    {
        return failingSetAside ? fail<void>(*failingSetAside) : m_store.setAside(run, why);
    }
    QFuture<Result<std::optional<Error>>> takeBackIn(const RunId& run) override { return m_store.takeBackIn(run); }
    QFuture<Result<void>> noteBackIn(const Run& after) override { return m_store.noteBackIn(after); }
    QFuture<Result<void>> closeCleanly() override { return m_store.closeCleanly(); }

    QList<journal::Crash> left; //!< marks of owners that crashed

    std::optional<QString> failing; //!< the code with which appends fail
    std::optional<EventType> failingType; //!< only those with such an event
    std::optional<QString> failingClaims, failingLists, failingSetAside; //!< the code with which those fail
    int failed = 0; //!< calls, of any of these
    std::optional<EventType> lingering; //!< appends with such an event take until held() is called
    std::function<void()> held;

private:
    template <class T>
    QFuture<Result<T>> fail(const QString& code)
    {
        ++failed;
        return QtFuture::makeReadyFuture(Result<T>(Error{.code = code}));
    }

    journal::Store& m_store;
    QPromise<Result<void>> m_promise;
};

inline Json stepJson(const char* id, const char* kind, Json with, Json needs = Json::array())
{
    return {{"id", id}, {"lane", "one"}, {"kind", kind}, {"title", id}, {"needs", std::move(needs)},
        {"with", std::move(with)}};
}

//! "create": one POST, and nothing is read before it.
inline Json dispatchStep(const char* id = "create")
{
    return stepJson(id, "github.dispatch",
        {{"repository", "DEFRA/boilerplate"}, {"workflow", "create.yml"}, {"ref", "main"}, {"inputs", Json::object()}});
}
inline Json gateStep(Json needs = Json::array())
{
    return stepJson("gate", "gate", {{"message", "Go on?"}}, std::move(needs));
}

inline Json workflowOf(Json steps)
{
    return {{"id", "small"}, {"version", 1}, {"title", "Small"}, {"subject", "{{ inputs.name }}"},
        {"inputs", Json::array({{{"id", "name"}, {"type", "text"}, {"title", "Name"}}})},
        {"lanes", Json::array({{{"id", "one"}, {"title", "One"}}})}, {"steps", std::move(steps)}};
}

//! A conductor over a real store in a folder of its own and a GitHub that says what the test wants, on a clock that the
//! test moves.
class ConductorBench {
public:
    ConductorBench()
    {
        auto opened = journal::SqliteStore::open({m_folder.filePath(u"s/store.db"_s), u"tests"_s}, script.clock);
        if (!opened)
            qFatal("no store: %s", toBytes(toJson(opened.error())).constData());
        sqlite = std::move(*opened);
        store = std::make_unique<MoodyStore>(*sqlite);
        // Whoever looks for a lost dispatch asks first whose token this is.
        script.graphql = [](const ScriptedGitHub::Asked& asked) {
            return asked.query.contains("query Viewer") ? ScriptedGitHub::data({{"viewer", {{"login", "mia"}}}})
                                                        : ScriptedGitHub::Answer{599, "unscripted", {}};
        };
        restart();
    }

    void restart()
    {
        conductor.reset();
        conductor = std::make_unique<conductor::Conductor>(*store, script.github.get(), *script.http, script.clock,
            steps::kindRules(), conductor::Conductor::Mode::Drive);
    }

    //! Lets happen what can happen now, until `done` or for half a minute of real time.
    bool until(const std::function<bool()>& done, int milliseconds = 30'000)
    {
        const QDeadlineTimer deadline(milliseconds);
        while (!done() && !deadline.hasExpired()) {
            script.clock.advance(Millis(0));
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        }
        return done();
    }
    void settle() { script.settle(); }
    void pass(qint64 milliseconds) { script.clock.advance(Millis(milliseconds)); }

    template <class T>
    T get(QFuture<T> future)
    {
        if (!until([&] { return future.isFinished(); }))
            qFatal("a future was not finished");
        return future.result();
    }

    Result<qint64> submit(const Command& command) { return get(conductor->submit(envelope(command))); }
    Envelope envelope(const Command& command)
    {
        return {.id = newCommandId(), .run = run, .actor = u"mia"_s, .at = script.clock.now(), .command = command};
    }
    void start(const Json& workflow)
    {
        const auto started = submit(StartRun{.workflow = workflow, .inputs = {{"name", "fishing"}}});
        if (!started)
            qFatal("not started: %s", toBytes(toJson(started.error())).constData());
    }

    //! As the journal has it, not as anybody remembers it.
    Events events() const
    {
        auto read = sqlite->events(run).result();
        return read ? *read : Events{};
    }
    int count(EventType type) const
    {
        int found = 0;
        for (const auto& event : events())
            found += event.type == type ? 1 : 0;
        return found;
    }
    Event last(EventType type) const
    {
        Event found;
        for (const auto& event : events())
            if (event.type == type)
                found = event;
        return found;
    }
    bool comes(EventType type, int times = 1)
    {
        return until([&] { return count(type) >= times; });
    }
    Run folded() const { return *fold(Run{}, events(), steps::kindRules()); }
    QString state() const { return toText(folded().state); }
    int posts() const
    {
        return int(std::count_if(script.asked.begin(), script.asked.end(),
            [](const auto& asked) { return asked.method == "POST" && asked.path.endsWith("/dispatches"); }));
    }
    int looks() const
    {
        return int(std::count_if(
            script.asked.begin(), script.asked.end(), [](const auto& asked) { return asked.method == "GET"; }));
    }

    static ScriptedGitHub::Answer dispatched()
    {
        return ScriptedGitHub::json({{"workflow_run_id", 99}, {"run_url", "r"}, {"html_url", "u"}});
    }
    //! What a list of runs looks like that holds one of that moment.
    ScriptedGitHub::Answer runList(std::optional<Timestamp> createdAt) const
    {
        Json runs = Json::array();
        if (createdAt)
            runs.push_back({{"id", 99}, {"name", "Create"}, {"path", ".github/workflows/create.yml"}, {"html_url", "u"},
                {"event", "workflow_dispatch"}, {"head_branch", "main"}, {"head_sha", std::string(40, 'a')},
                {"status", "queued"}, {"conclusion", nullptr}, {"run_attempt", 1}, {"display_title", "Create"},
                {"created_at", createdAt->toIso().toStdString()}, {"updated_at", createdAt->toIso().toStdString()}});
        return ScriptedGitHub::json({{"total_count", runs.size()}, {"workflow_runs", runs}});
    }
    //! The first dispatch is answered so, later ones well; no run is ever listed.
    auto firstDispatchFails(int status)
    {
        return [this, status](const ScriptedGitHub::Asked& asked) {
            if (asked.method != "POST")
                return runList({});
            return posts() == 1 ? ScriptedGitHub::Answer{status, "oops", {}} : dispatched();
        };
    }

    const RunId run{u"01JD0000000000000000000001"_s};
    ScriptedGitHub script;

private:
    QTemporaryDir m_folder;

public:
    std::unique_ptr<journal::SqliteStore> sqlite;
    std::unique_ptr<MoodyStore> store;
    std::unique_ptr<conductor::Conductor> conductor;
};

} // namespace bench
