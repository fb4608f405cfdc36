// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../github/wait_for.h"
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

    EdgeBench()
        : clock(speed)
    {
        auto started = slipway::sandbox::Sandbox::start({.speed = speed});
        if (!started)
            qFatal("no sandbox: %s", slipway::toBytes(slipway::toJson(started.error())).constData());
        world = std::move(*started);
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
    }
    ~EdgeBench() { conductor.reset(); }

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
        for (slipway::Json one : happenings) {
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
        const auto started = submit(slipway::StartRun{.workflow = workflow, .inputs = {{"name", "fishing"}}});
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

    //! Lets things happen until the situation is `wanted` and its words hold `said`; false after ten seconds.
    bool comesTo(const QString& wanted, const QString& said = {})
    {
        const QDeadlineTimer deadline(10000);
        do {
            QTest::qWait(5);
            const auto now = folded();
            last = situation(now) + u" — "_s + words(now);
            if (situation(now) == wanted && words(now).contains(said))
                return true;
        } while (!deadline.hasExpired());
        return false;
    }

    int ledger(const char* list) const
    {
        const auto told = world->ledger();
        const auto& entries = slipway::memberAt(told, list);
        int count = 0;
        for (const auto& entry : entries)
            count += slipway::textAt(entry, "repository") == repository;
        return count;
    }
    slipway::Json pull(int number = 1) const
    {
        for (const auto& entry : slipway::memberAt(world->ledger(), "pullRequests"))
            if (slipway::integerAt(entry, "number") == number && slipway::textAt(entry, "repository") == repository)
                return entry;
        return {};
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
    std::unique_ptr<slipway::sandbox::Sandbox> world;
    std::unique_ptr<slipway::github::GitHub> github;
    std::unique_ptr<slipway::journal::SqliteStore> store;
    std::unique_ptr<slipway::conductor::Conductor> conductor;
    const slipway::RunId run = slipway::newRunId(1'700'000'000'000);
    QString last; //!< situation and words when last looked at

private:
    QTemporaryDir m_folder;
};
