// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../support/records.h"
#include "base/error_codes.h"
#include "base/text.h"
#include "desk/error_text.h"
#include "desk/local_desk.h"
#include "http/http.h"
#include "sandbox/sandbox.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

namespace edges {

using namespace slipway;

inline Json parsed(const char* text)
{
    const auto json = parseJson(text);
    if (!json)
        qFatal("no JSON: %s", text);
    return *json;
}

inline Json step(const char* id, const char* kind, Json needs, Json with)
{
    return {{"id", id}, {"lane", "one"}, {"kind", kind}, {"title", id}, {"needs", std::move(needs)},
        {"with", std::move(with)}};
}

inline Json workflowOf(Json steps)
{
    Json inputs = Json::array();
    inputs.push_back({{"id", "name"}, {"type", "text"}, {"title", "Name"}});
    return {{"id", "edge"}, {"version", 1}, {"title", "Edge"}, {"subject", "{{ inputs.name }}"},
        {"inputs", std::move(inputs)}, {"lanes", Json::array({{{"id", "one"}, {"title", "One"}}})},
        {"steps", std::move(steps)}};
}

//! Raises a pull request, merges it and waits for the workflow of its commit.
inline Json mergeWorkflow(const QString& title = u"Add {{ inputs.name }}"_s, Json files = nullptr)
{
    if (files.is_null())
        files = Json::array({{{"path", "docs/{{ inputs.name }}.md"}, {"content", "# {{ inputs.name }}\n"}}});
    Json steps = Json::array();
    steps.push_back(step("raise", "github.pull-request", Json::array(),
        {{"repository", "DEFRA/tf-svc-infra"}, {"base", "main"}, {"branch", "add-{{ inputs.name }}-{{ run.stamp }}"},
            {"title", title.toStdString()}, {"files", std::move(files)}}));
    steps.push_back(
        step("arm", "github.auto-merge", Json::array({"raise"}), {{"pullRequest", "raise"}, {"method", "REBASE"}}));
    steps.push_back(step("merged", "github.merged", Json::array({"arm"}), {{"pullRequest", "raise"}}));
    steps.push_back(step("built", "github.workflow-run", Json::array({"merged"}),
        {{"repository", "DEFRA/tf-svc-infra"}, {"sha", "{{ steps.merged.mergedSha }}"}, {"branch", "main"},
            {"path", ".github/workflows/env-terraform.yml"}}));
    return workflowOf(std::move(steps));
}

//! Starts the workflow that makes a repository, waits for it and for its first build.
inline Json createWorkflow(const char* file = "create_repo.yml", const char* ref = "main",
    Json inputs = {{"repositoryName", "{{ inputs.name }}"}, {"serviceType", "cdp-node-backend-template"},
        {"owningTeam", "fisheries"}})
{
    Json steps = Json::array();
    // As in the shipped workflow the request is checked first; from that reading on it is known whose token it is.
    steps.push_back(step("check", "request.validate", Json::array(),
        {{"organisation", "DEFRA"}, {"repository", "DEFRA/{{ inputs.name }}"}}));
    steps.push_back(step("create", "github.dispatch", Json::array({"check"}),
        {{"repository", "DEFRA/cdp-boilerplate"}, {"workflow", file}, {"ref", ref}, {"inputs", std::move(inputs)},
            {"creates", "DEFRA/{{ inputs.name }}"}}));
    steps.push_back(step("ready", "github.repository", Json::array({"create"}),
        {{"repository", "DEFRA/{{ inputs.name }}"}, {"template", "DEFRA/cdp-node-backend-template"},
            {"dispatch", "create"}}));
    steps.push_back(step("build", "github.workflow-run", Json::array({"ready"}),
        {{"repository", "DEFRA/{{ inputs.name }}"}, {"sha", "{{ steps.ready.sha }}"},
            {"branch", "{{ steps.ready.defaultBranch }}"}}));
    return workflowOf(std::move(steps));
}

//! The desk with its engine, and a sandbox that is as fast as the machine allows.
class Bench {
public:
    static constexpr double speed = 200;

    Bench()
    {
        auto started = sandbox::Sandbox::start({.speed = speed, .recordFile = slipway::test::recordFile()});
        if (!started)
            qFatal("no sandbox: %s", toBytes(toJson(started.error())).constData());
        sandbox = std::move(*started);
        m_said = sandbox->announcement();
        desk::LocalDeskOptions options;
        options.engine.storePath = m_folder.filePath(u"s/store.db"_s);
        options.engine.program = u"tests"_s;
        options.engine.connection = github::Connection{
            .apiUrl = QUrl(textAt(m_said, "url")), .token = Secret(textAt(m_said, "token").toUtf8())};
        options.engine.timeScale = speed;
        options.actor = u"mia"_s;
        options.sandbox = true;
        auto opened = desk::LocalDesk::open(std::move(options));
        if (!opened)
            qFatal("no desk: %s", toBytes(toJson(opened.error())).constData());
        desk = std::move(*opened);
        for (const char* what : {"checks", "infrastructure", "boilerplate", "first-build", "workflows"})
            control({{"do", "set-duration"}, {"what", what}, {"seconds", 10}});
    }

    template <class T>
    static T get(QFuture<T> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20000))
            qFatal("no answer");
        return future.result();
    }

    Json control(const Json& action)
    {
        const auto done = sandbox->control(action);
        if (!done)
            qFatal(
                "the sandbox refuses %s: %s", toBytes(action).constData(), toBytes(toJson(done.error())).constData());
        return *done;
    }
    void fault(const Json& fault)
    {
        if (const auto added = sandbox->addFault(fault); !added)
            qFatal("no such fault: %s", toBytes(toJson(added.error())).constData());
    }
    //! What the sandbox answers to a GET below its address; nothing unless that is a 200.
    std::optional<QByteArray> ask(const QString& path, const char* accept = "application/vnd.github+json") const
    {
        http::Http http;
        const auto exchange = get(http.read({.url = QUrl(textAt(m_said, "url") + path),
            .headers = {{"Accept", accept}, {"User-Agent", "slipway-tests"}},
            .bearer = Secret(textAt(m_said, "token").toUtf8())}));
        const auto* response = std::get_if<http::Response>(&exchange);
        return response && response->status == 200 ? std::optional(response->body) : std::nullopt;
    }
    //! Bytes of a file, as the sandbox's git has them; nothing where there is none.
    std::optional<QByteArray> file(const QString& repository, const QString& path, const QString& ref = u"main"_s) const
    {
        return ask(
            u"/repos/DEFRA/%1/contents/%2?ref=%3"_s.arg(repository, path, ref), "application/vnd.github.raw+json");
    }

    Result<desk::Receipt> submit(const Command& command) { return get(desk->submit(command, run)); }
    Result<void> tryStart(const Json& workflow, const QString& name)
    {
        const auto receipt = submit(StartRun{.workflow = workflow, .inputs = {{"name", name.toStdString()}}});
        if (!receipt)
            return receipt.error();
        run = receipt->run;
        return {};
    }
    void start(const Json& workflow, const QString& name)
    {
        if (const auto started = tryStart(workflow, name); !started)
            qFatal("not started: %s", toBytes(toJson(started.error())).constData());
    }
    Run now()
    {
        const auto view = get(desk->run(run));
        if (!view)
            qFatal("no run: %s", toBytes(toJson(view.error())).constData());
        return view->run;
    }
    StepRun step(const char* id) { return *now().step(StepId(QString::fromLatin1(id))); }
    //! Where the run stands: "succeeded", "failed at built: github.workflowFailed", "needsYou at …", "waiting at …".
    QString stands()
    {
        const auto seen = now();
        QString text = toText(seen.state);
        if (seen.parked)
            text += u": "_s + seen.parked->code;
        for (const auto& step : seen.steps) {
            const bool stuck = step.needsYou || step.state == StepState::Failed;
            if (stuck && seen.isOpen())
                return text + u" at "_s + step.id.text() + u": "_s + (step.error ? step.error->code : QString());
        }
        for (const auto& step : seen.steps)
            if (step.state == StepState::Waiting && step.waitingFor && seen.isOpen() && !seen.parked)
                return text + u" at "_s + step.id.text() + u": "_s + step.waitingFor->what;
        return text;
    }
    bool comes(const QString& standing, int milliseconds = 25000)
    {
        QElapsedTimer elapsed;
        elapsed.start();
        while (elapsed.elapsed() < milliseconds) {
            if (stands() == standing)
                return true;
            QTest::qWait(15);
        }
        qWarning("it stands %s, not %s", qPrintable(stands()), qPrintable(standing));
        return false;
    }
    //! Cause and remedy, as a person reads them.
    QString told(const char* id)
    {
        const auto seen = step(id);
        return seen.error ? desk::oneLine(*seen.error) : QString();
    }

    qsizetype ledger(const char* list) const { return qsizetype(memberAt(sandbox->ledger(), list).size()); }

    std::unique_ptr<sandbox::Sandbox> sandbox;
    std::unique_ptr<desk::LocalDesk> desk;
    RunId run;

private:
    QTemporaryDir m_folder;
    Json m_said;
};

} // namespace edges
