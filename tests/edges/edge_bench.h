// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../github/wait_for.h"
#include "../support/records.h"
#include "base/error_codes.h"
#include "base/text.h"
#include "conductor/conductor.h"
#include "desk/error_text.h"
#include "github/github.h"
#include "http/http.h"
#include "journal/sqlite_store.h"
#include "sandbox/sandbox.h"
#include "steps/kinds.h"
#include "workflow/fold.h"

#include <QDeadlineTimer>
#include <QTemporaryDir>
#include <QTest>

//! One run against one simulated GitHub: raise, arm, merged, as the shipped workflow has them.
class EdgeBench {
public:
    static constexpr double speed = 200;
    inline static const QString repository = u"tf-svc-infra"_s;
    inline static const QString file = u"environments/test/resources/github_oidc_repositories.json"_s;

    //! `world` is shared by the tests of a program, because making one takes longer than most tests; each has its own
    //! names in it, and leaves it as it found it (rules off, no faults).
    explicit EdgeBench(slipway::sandbox::Sandbox& shared)
        : clock(speed)
        , world(&shared)
        , subject(u"fishing-%1"_s.arg(++benches()))
        , branch(u"add-"_s + subject)
    {
        const auto told = world->announcement();
        github = std::make_unique<slipway::github::GitHub>(http, clock,
            slipway::github::Connection{
                QUrl(slipway::textAt(told, "url")), slipway::Secret(slipway::textAt(told, "token").toUtf8())});
        auto opened = slipway::journal::SqliteStore::open({m_folder.filePath(u"s/store.db"_s), u"tests"_s}, clock);
        if (!opened)
            qFatal("no store: %s", slipway::toBytes(slipway::toJson(opened.error())).constData());
        store = std::move(*opened);
        conductor = std::make_unique<slipway::conductor::Conductor>(
            *store, github.get(), http, clock, slipway::steps::kindRules(), slipway::conductor::Conductor::Mode::Drive);
        QObject::connect(
            conductor.get(), &slipway::conductor::Conductor::changed, conductor.get(), [this] { m_changed = true; });
        for (const char* list : {"branches", "commits", "pullRequests", "merges", "queueEntries"})
            m_before[QString::fromLatin1(list)] = entries(list);
    }
    ~EdgeBench()
    {
        // Nothing is under way when its parts are taken down.
        const auto drained = conductor->drain();
        if (!QTest::qWaitFor([&] { return drained.isFinished(); }, 10'000))
            qFatal("a request is never answered");
        conductor.reset();
        world->clearFaults();
        happens(calm());
    }

    static std::unique_ptr<slipway::sandbox::Sandbox> makeWorld()
    {
        auto started = slipway::sandbox::Sandbox::start({.speed = speed, .recordFile = slipway::test::recordFile()});
        if (!started)
            qFatal("no sandbox: %s", slipway::toBytes(slipway::toJson(started.error())).constData());
        return std::move(*started);
    }

    static slipway::Json step(const char* id, const char* kind, slipway::Json with, slipway::Json needs)
    {
        return {{"id", id}, {"lane", "one"}, {"kind", kind}, {"title", id}, {"needs", std::move(needs)},
            {"retry", {{"attempts", 2}, {"first", "1s"}, {"most", "1s"}}}, {"with", std::move(with)}};
    }

    //! `changes` is merged into the parameters of the raising step.
    static slipway::Json workflow(const slipway::Json& changes = slipway::Json::object())
    {
        using slipway::Json;
        Json raise{{"repository", "DEFRA/tf-svc-infra"}, {"base", "main"}, {"branch", "add-{{ inputs.name }}"},
            {"title", "Add {{ inputs.name }}"}, {"commit", "add {{ inputs.name }}"},
            {"files",
                Json::array({{{"path", file.toStdString()},
                    {"edit", Json::array({{{"appendUnique", ""}, {"value", "DEFRA/{{ inputs.name }}"}}})}}})}};
        raise.update(changes);
        return {{"id", "edge"}, {"version", 1}, {"title", "Edge"}, {"subject", "{{ inputs.name }}"},
            {"inputs", Json::array({{{"id", "name"}, {"type", "text"}, {"title", "Name"}}})},
            {"lanes", Json::array({{{"id", "one"}, {"title", "One"}}})},
            {"steps",
                Json::array({step("raise", "github.pull-request", std::move(raise), Json::array()),
                    step("arm", "github.auto-merge", {{"pullRequest", "raise"}, {"method", "rebase"}},
                        Json::array({"raise"})),
                    step("merged", "github.merged", {{"pullRequest", "raise"}}, Json::array({"arm"}))})}};
    }

    //! World actions and faults, by what they look like; without "repository" they concern ours.
    void happens(const slipway::Json& happenings)
    {
        for (const slipway::Json& each : happenings) {
            const auto named = slipway::parseJson(slipway::toBytes(each).replace("SUBJECT", subject.toUtf8()));
            slipway::Json one = *named;
            const bool isFault = one.contains("fault");
            if (!isFault && !one.contains("repository"))
                one["repository"] = repository.toStdString();
            const auto done = isFault ? world->addFault(one) : world->control(one);
            if (!done)
                qFatal("the sandbox refuses %s: %s", slipway::toBytes(one).constData(),
                    slipway::toBytes(slipway::toJson(done.error())).constData());
        }
    }

    slipway::Result<qint64> submit(const slipway::Command& command)
    {
        return waitFor(conductor->submit(
            {.id = slipway::newCommandId(), .run = run, .actor = u"mia"_s, .at = clock.now(), .command = command}));
    }
    void start(const slipway::Json& workflow)
    {
        const auto started =
            submit(slipway::StartRun{.workflow = workflow, .inputs = {{"name", subject.toStdString()}}});
        if (!started)
            qFatal("not started: %s", slipway::toBytes(slipway::toJson(started.error())).constData());
    }

    slipway::Run folded() const
    {
        return *slipway::fold(slipway::Run{}, *store->events(run).result(), slipway::steps::kindRules());
    }

    //! "merged: wait review", "arm: ask github.draft", "raise: fail github.foreignBranch", "succeeded" …
    static QString situation(const slipway::Run& run)
    {
        for (const auto& step : run.steps) {
            const QString id = step.id.text() + u": "_s;
            if (step.needsYou && step.error)
                return id + u"ask "_s + step.error->code;
            if (step.state == slipway::StepState::Failed && !step.retryAt)
                return id + u"fail "_s + step.error->code;
            if (step.state == slipway::StepState::Waiting && step.waitingFor)
                return id + u"wait "_s + step.waitingFor->what;
        }
        return slipway::toText(run.state);
    }

    //! What the person reads there.
    static QString words(const slipway::Run& run)
    {
        for (const auto& step : run.steps) {
            if (step.error && (step.needsYou || step.state == slipway::StepState::Failed)) {
                const auto text = slipway::desk::describe(*step.error);
                return text.what + u" | "_s + text.why + u" | "_s + text.remedy;
            }
            if (step.state == slipway::StepState::Waiting && step.waitingFor)
                return slipway::desk::describe(*step.waitingFor);
        }
        return {};
    }

    //! The checks are held: a slow machine must not let them end before auto-merge was asked for. They go on with it.
    bool releaseWhenArmed = false;

    //! Lets things happen until the situation is `wanted` and its words hold `said`; false after ten seconds.
    bool comesTo(const QString& wanted, const QString& said = {})
    {
        const QDeadlineTimer deadline(10000);
        do {
            QTest::qWait(5);
            const auto now = folded();
            if (releaseWhenArmed && now.step(slipway::StepId(u"arm"_s))->state == slipway::StepState::Succeeded) {
                releaseWhenArmed = false;
                happens(slipway::Json::array({{{"do", "release"}, {"what", "check"}}}));
            }
            last = situation(now) + u" — "_s + words(now);
            if (situation(now) == wanted && words(now).contains(said))
                return true;
        } while (!deadline.hasExpired());
        return false;
    }

    //! Every write in turn with what came of it: "raisePullRequest", "enableAutoMerge refused", "mergePullRequest lost",
    //! "… found" (lost, and then seen to have taken place), "… absent", "… not sent".
    QStringList writes() const
    {
        QStringList list;
        QHash<QString, qsizetype> at;
        for (const auto events = *store->events(run).result(); const auto& event : events) {
            using enum slipway::EventType;
            const QString id = slipway::textAt(event.data, "effect");
            if (event.type == EffectIntended) {
                at[id] = list.size();
                list.append(slipway::textAt(event.data, "name"));
            } else if (event.type == EffectUnknown) {
                list[at[id]] += u" lost"_s;
            } else if (event.type == EffectFailed) {
                list[at[id]] += slipway::flagAt(event.data, "notExecuted") ? u" not sent"_s : u" refused"_s;
            } else if (event.type == EffectResolved) {
                list[at[id]] += slipway::textAt(event.data, "outcome") == u"absent"_s ? u" absent"_s : u" found"_s;
            }
        }
        return list;
    }

    //! What is wrong with how lost answers were dealt with, or nothing: none is looked up before its time, and its step
    //! writes nothing before it is known what came of it.
    QString hasty() const
    {
        QHash<QString, slipway::Timestamp> open; // by step: not before
        for (const auto events = *store->events(run).result(); const auto& event : events) {
            using enum slipway::EventType;
            const QString step = event.step.text();
            if (event.type == EffectUnknown)
                open[step] = slipway::Timestamp{slipway::integerAt(event.data, "notBefore")};
            else if (event.type == EffectIntended && open.contains(step))
                return step + u" writes again before it is known what came of its last write"_s;
            else if (event.type == EffectResolved && event.at < open.value(step))
                return step + u" was looked up too early"_s;
            else if (event.type == EffectResolved)
                open.remove(step);
        }
        return open.isEmpty() ? QString() : u"never resolved"_s;
    }

    //! Entries that this bench has brought about.
    int ledger(const char* list) const { return entries(list) - m_before.value(QString::fromLatin1(list)); }
    //! Branches of this bench's names that are there now.
    QStringList branches()
    {
        auto request = slipway::http::Request{.method = "GET",
            .url = QUrl(slipway::textAt(world->announcement(), "url")
                + u"/repos/DEFRA/tf-svc-infra/git/matching-refs/heads/"_s + branch),
            .headers = {{"User-Agent", "slipway-tests"}},
            .bearer = slipway::Secret(slipway::textAt(world->announcement(), "token").toUtf8())};
        const auto exchange = waitFor(http.read(std::move(request)));
        const auto* response = std::get_if<slipway::http::Response>(&exchange);
        QStringList names;
        const auto refs = response ? slipway::parseJson(response->body) : slipway::Error{};
        if (!refs || !refs->is_array())
            qFatal("the branches cannot be listed");
        for (const auto& ref : *refs)
            if (const auto name = slipway::textAt(ref, "ref").mid(11);
                name == branch || name.startsWith(branch + u"-onto"_s))
                names.append(name);
        return names;
    }
    //! The newest one.
    slipway::Json pull() const
    {
        const auto told = world->ledger();
        return slipway::memberAt(told, "pullRequests").back();
    }
    slipway::github::RepositorySnapshot snapshot(const QStringList& branches)
    {
        auto answers = waitFor(
            github->read({slipway::github::ReadRepository{{u"DEFRA"_s, repository}, u"main"_s, {file}, branches}}));
        if (!answers.constFirst().answer)
            qFatal(
                "cannot read: %s", slipway::toBytes(slipway::toJson(answers.constFirst().answer.error())).constData());
        return std::get<slipway::github::RepositorySnapshot>(*answers.constFirst().answer);
    }

    slipway::SystemClock clock;
    slipway::http::Http http;
    slipway::sandbox::Sandbox* world;
    const QString subject, branch;
    std::unique_ptr<slipway::github::GitHub> github;
    std::unique_ptr<slipway::journal::SqliteStore> store;
    std::unique_ptr<slipway::conductor::Conductor> conductor;
    const slipway::RunId run = slipway::newRunId(1'700'000'000'000);
    QString last; //!< situation and words when last looked at

private:
    static int& benches()
    {
        static int count = 0;
        return count;
    }

    //! Everything as the seed has it.
    static slipway::Json calm()
    {
        using slipway::Json;
        Json all = Json::array({{{"do", "archive"}, {"off", true}}, {{"do", "lock"}, {"off", true}},
            {{"do", "protect"}}, {{"do", "require-review"}, {"off", true}}, {{"do", "auto-merge"}},
            {{"do", "delete-branch-on-merge"}, {"off", true}},
            {{"do", "allow-methods"}, {"methods", {"merge", "squash", "rebase"}}},
            {{"do", "rule-methods"}, {"methods", Json::array()}}, {{"do", "code-owners"}, {"owners", Json::array()}},
            {{"do", "set-duration"}, {"what", "checks"}, {"seconds", 45}},
            {{"do", "set-duration"}, {"what", "mergeability"}, {"seconds", 1}}});
        for (const char* rule : {"linear-history", "require-signatures", "strict-checks", "merge-queue",
                 "dismiss-stale-reviews", "restrict-branches", "auto-merge-sleeps"})
            all.push_back({{"do", rule}, {"off", true}});
        return all;
    }

    int entries(const char* list) const
    {
        const auto told = world->ledger();
        int count = 0;
        for (const auto& entry : slipway::memberAt(told, list))
            count += slipway::textAt(entry, "repository") == repository;
        return count;
    }

    QTemporaryDir m_folder;
    QHash<QString, int> m_before;
    bool m_changed = false;
};
