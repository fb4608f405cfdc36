// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../support/run_builder.h"
#include "base/error_codes.h"
#include "steps/kinds.h"

//! One step of each kind; what each needs is told by the test.
inline slipway::Json benchWorkflow()
{
    using slipway::Json;
    const auto step = [](const char* id, const char* kind, Json needs, Json with) {
        return Json{{"id", id}, {"lane", "one"}, {"kind", kind}, {"title", id}, {"needs", std::move(needs)},
            {"with", std::move(with)}};
    };
    const Json none = Json::array();
    const Json edit{{"appendUnique", ""}, {"value", "{{ inputs.name }}"}};
    const Json file{{"path", "list.json"}, {"edit", Json::array({edit})}};
    Json steps = Json::array();
    steps.push_back(step("validate", "request.validate", none,
        {{"organisation", "DEFRA"}, {"repository", "DEFRA/{{ inputs.name }}"}, {"team", "{{ inputs.team }}"},
            {"pullRequests", Json::array({"raise"})}}));
    steps.push_back(step("raise", "github.pull-request", Json::array({"validate"}),
        {{"repository", "{{ settings.org }}/tf-svc"}, {"base", "main"},
            {"branch", "add-{{ inputs.name }}-{{ run.stamp }}"}, {"title", "Add {{ inputs.name }}"},
            {"commit", "add {{ inputs.name }}\n\nmore words"}, {"files", Json::array({file})}}));
    steps.push_back(
        step("arm", "github.auto-merge", Json::array({"raise"}), {{"pullRequest", "raise"}, {"method", "squash"}}));
    steps.push_back(step("merged", "github.merged", Json::array({"arm"}), {{"pullRequest", "raise"}}));
    steps.push_back(step("built", "github.workflow-run", Json::array({"merged"}),
        {{"repository", "DEFRA/tf-svc"}, {"sha", "{{ steps.merged.mergedSha }}"},
            {"path", ".github/workflows/b.yml"}}));
    steps.push_back(step("any", "github.workflow-run", Json::array({"merged"}),
        {{"repository", "DEFRA/tf-svc"}, {"sha", "{{ steps.merged.mergedSha }}"}, {"noneAfter", "5m"}}));
    steps.push_back(step("create", "github.dispatch", none,
        {{"repository", "DEFRA/boilerplate"}, {"workflow", "create.yml"}, {"ref", "main"},
            {"inputs", {{"name", "{{ inputs.name }}"}}}, {"creates", "DEFRA/{{ inputs.name }}"}}));
    steps.push_back(step("ready", "github.repository", Json::array({"create"}),
        {{"repository", "DEFRA/{{ inputs.name }}"}, {"dispatch", "create"}}));
    steps.push_back(step("portal", "http.wait", none,
        {{"url", "https://portal.example/x"}, {"nonEmpty", "/items"}, {"outputs", {{"first", "/items/0/id"}}}}));
    steps.push_back(step("gate", "gate", none, {{"message", "Go on?"}}));
    Json inputs = Json::array();
    for (const char* id : {"name", "team"})
        inputs.push_back({{"id", id}, {"type", "text"}, {"title", id}});
    return {{"id", "bench"}, {"version", 1}, {"title", "Bench"}, {"subject", "{{ inputs.name }}"},
        {"settings", {{"org", {{"type", "text"}, {"default", "DEFRA"}, {"title", "Organisation"}}}}},
        {"inputs", inputs}, {"lanes", Json::array({{{"id", "one"}, {"title", "One"}}})}, {"steps", steps}};
}

inline QString sha(char letter) { return QString(40, QLatin1Char(letter)); }

inline slipway::Json failure(const QString& code, bool notExecuted = false)
{
    slipway::Json data{{"error", slipway::toJson(slipway::Error{.code = code})}};
    if (notExecuted)
        data["notExecuted"] = true;
    return data;
}

//! A run of the workflow above and the world that its steps look at. look() answers exactly what a step asks for, so a
//! decision that builds on something else finds nothing.
class StepBench : public RunBuilder {
public:
    explicit StepBench(const slipway::Json& workflow = benchWorkflow())
        : RunBuilder(
            workflow, slipway::steps::kindRules(), {{"name", "fishing"}, {"team", "fisheries"}}, {{"org", "DEFRA"}})
    {
        snapshot.info.nodeId = u"R1"_s;
        snapshot.baseName = u"main"_s;
        snapshot.baseOid = sha('b');
        setFile(u"list.json"_s, "[\"old\"]\n");
        pullRequest = slipway::github::Answer(pull(slipway::github::PullRequestState::Open));
    }

    const QString branch = u"add-fishing-1700000000000"_s;
    slipway::github::RepositorySnapshot snapshot;
    slipway::Result<slipway::github::Answer> pullRequest = slipway::Error{};
    slipway::github::PullRequestDetails details;
    slipway::github::CommitRuns runs, dispatchedRuns;
    QList<slipway::github::WorkflowRun> lateRuns; //!< later than a dispatch that was answered can have started them
    slipway::github::BranchRuns branchRuns;
    slipway::github::Comparison comparison;
    slipway::github::WorkflowRun run1;
    slipway::github::CommitInfo commitInfo{.message = u"Add fishing"_s};
    slipway::github::WorkflowInfo workflowInfo{.exists = true, .state = u"active"_s};
    slipway::github::PendingApprovals approvals;
    slipway::github::FailedJobs failedJobs;
    slipway::github::RepositoryState repository;
    slipway::github::NameState name;
    slipway::github::Teams teams{{{u"fisheries"_s, u"Fisheries"_s}}};
    slipway::Result<slipway::steps::HttpAnswer> http = slipway::steps::HttpAnswer{.status = 404};
    std::optional<slipway::Error> readsFail, repositoryFails;
    int lookUps = 0;
    QSet<qint64> takenRuns;

    void setFile(const QString& path, const QByteArray& bytes)
    {
        snapshot.files[path] = slipway::github::FileVersion{.size = bytes.size(), .bytes = bytes};
    }
    //! Our pull request, number 7, head "h".
    slipway::github::PullRequest pull(slipway::github::PullRequestState state) const
    {
        return {.nodeId = u"PR7"_s,
            .number = 7,
            .url = u"https://github.example/7"_s,
            .title = u"Add fishing"_s,
            .state = state,
            .repository = u"DEFRA/tf-svc"_s,
            .headName = branch,
            .headSha = sha('d'),
            .baseName = u"main"_s,
            .mergeable = u"MERGEABLE"_s,
            .mergeState = u"BLOCKED"_s};
    }
    slipway::github::PullRequest& watched() { return std::get<slipway::github::PullRequest>(pullRequest.value()); }
    void setBranch(const QString& oid, const QString& message)
    {
        snapshot.branches[branch] = slipway::github::BranchState{u"REF"_s, oid, snapshot.baseOid, message};
    }

    slipway::steps::StepContext context(const QString& id) const
    {
        auto made = slipway::steps::contextOf(run, slipway::StepId(id), kinds(), now, 1.0);
        if (!made)
            qFatal("no context: %s", slipway::toBytes(slipway::toJson(made.error())).constData());
        auto context = *made;
        context.lookUps = lookUps;
        context.takenRuns = takenRuns;
        return context;
    }
    const slipway::steps::StepKind& kind(const QString& id) const
    {
        return *slipway::steps::kindNamed(run.workflow->step(slipway::StepId(id))->kind);
    }
    slipway::steps::Reads reads(const QString& id) const { return kind(id).reads(context(id)); }

    slipway::steps::Observation look(const QString& id) const
    {
        slipway::steps::Observation seen;
        const auto asked = reads(id);
        for (const auto& read : asked.github)
            seen.add(read, readsFail ? slipway::Result<slipway::github::Answer>(*readsFail) : answer(read), now);
        for (const auto& read : asked.http)
            seen.add(read, http, now);
        return seen;
    }
    slipway::steps::Decision decide(const QString& id) const { return kind(id).decide(context(id), look(id)); }
    slipway::steps::Resolution resolve(const QString& id) const
    {
        return kind(id).resolve(context(id), *step(id).openEffect(), look(id));
    }

    //! The decision in words: "act raisePullRequest", "wait merge", "done adopted", "fail CODE retry", …
    static QString words(const slipway::steps::Decision& decision)
    {
        using namespace slipway::steps;
        return std::visit(
            slipway::Overloaded{[](const Act& what) { return u"act "_s + slipway::github::nameOf(what.effect); },
                [](const Call& what) { return u"call "_s + QString::fromLatin1(what.call.method); },
                [](const Wait& what) { return u"wait "_s + what.what + (what.lookAtOnce ? u" at once"_s : QString()); },
                [](const Done& what) { return what.note.isEmpty() ? u"done"_s : u"done "_s + what.note; },
                [](const Fail& what) { return u"fail "_s + what.error.code + (what.retry ? u" retry"_s : QString()); },
                [](const Ask& what) { return u"ask "_s + what.error.code; },
                [](const Revise& what) { return u"revise "_s + what.step.text(); },
                [](const NewGeneration&) { return u"new generation"_s; }},
            decision);
    }
    QString says(const QString& id) const { return words(decide(id)); }
    //! As the engine goes on: with what was found, it looks again at once.
    slipway::steps::Decision lastDecision(const QString& id)
    {
        auto decision = decide(id);
        for (int round = 0; round < 3; ++round) {
            const auto* wait = std::get_if<slipway::steps::Wait>(&decision);
            if (!wait || !wait->lookAtOnce)
                break;
            then(slipway::EventType::StepWaiting, id,
                {{"for", wait->what.toStdString()}, {"args", wait->args}, {"facts", wait->facts}});
            decision = decide(id);
        }
        return decision;
    }
    QString comesTo(const QString& id) { return words(lastDecision(id)); }
    QString finds(const QString& id) const
    {
        using Kind = slipway::steps::Resolution::Kind;
        switch (resolve(id).kind) {
        case Kind::Succeeded: return u"succeeded"_s;
        case Kind::Absent: return u"absent"_s;
        case Kind::SendAgain: return u"send again"_s;
        case Kind::LookAgain: return u"look again"_s;
        case Kind::AskPerson: return u"ask"_s;
        }
        Q_UNREACHABLE();
    }
    template <class T>
    T acts(const QString& id) const
    {
        const auto decision = decide(id);
        const auto* act = std::get_if<slipway::steps::Act>(&decision);
        const auto* effect = act ? std::get_if<T>(&act->effect) : nullptr;
        if (!effect)
            qFatal("it does something else: %s", qPrintable(words(decision)));
        return *effect;
    }
    slipway::Json outputs(const QString& id) const
    {
        const auto decision = decide(id);
        const auto* done = std::get_if<slipway::steps::Done>(&decision);
        return done ? done->outputs : slipway::Json(words(decision).toStdString());
    }

    StepBench& start(const QString& id)
    {
        then(slipway::EventType::StepStarted, id);
        return *this;
    }
    //! The attempt failed and a person wants another.
    StepBench& retry(const QString& id, const QString& code = u"github.refused"_s)
    {
        then(slipway::EventType::StepFailed, id, failure(code));
        then(slipway::EventType::RetryRequested, id, {{"steps", {id.toStdString()}}});
        return start(id);
    }
    //! One write of the present attempt with its end.
    StepBench& wrote(const QString& id, const char* effect, slipway::EventType end,
        slipway::Json data = slipway::Json::object(), slipway::Json target = slipway::Json::object())
    {
        intend(id, effect, std::move(target));
        RunBuilder::end(end, id, std::move(data));
        return *this;
    }
    //! The pull request is raised: what the steps after it build on.
    StepBench& raised()
    {
        done(u"raise"_s,
            {{"number", 7}, {"nodeId", "PR7"}, {"url", "https://github.example/7"}, {"branch", branch.toStdString()},
                {"sha", sha('d').toStdString()}, {"headSha", sha('d').toStdString()}});
        return *this;
    }
    StepBench& isMerged()
    {
        raised().done(u"arm"_s).done(u"merged"_s, {{"mergedSha", sha('e').toStdString()}});
        return *this;
    }

    slipway::Result<slipway::github::Answer> answer(const slipway::github::Read& read) const
    {
        using namespace slipway::github;
        using Got = slipway::Result<Answer>;
        return std::visit(slipway::Overloaded{[&](const ReadRepository& what) -> Got {
                                                  // Only what was asked for is told.
                                                  RepositorySnapshot told = snapshot;
                                                  for (const auto& name : snapshot.branches.keys())
                                                      if (!what.branches.contains(name))
                                                          told.branches.remove(name);
                                                  for (const auto& name : snapshot.pullRequests.keys())
                                                      if (!what.branches.contains(name))
                                                          told.pullRequests.remove(name);
                                                  return Got(Answer(told));
                                              },
                              [&](const ReadName&) { return Got(Answer(name)); },
                              [&](const ReadTeams&) { return Got(Answer(teams)); },
                              [&](const WatchPullRequest&) { return pullRequest; },
                              [&](const ExplainPullRequest&) { return Got(Answer(details)); },
                              [&](const WatchCommitRuns&) { return Got(Answer(runs)); },
                              [&](const WatchBranchRuns&) { return Got(Answer(branchRuns)); },
                              [&](const CompareCommits&) { return Got(Answer(comparison)); },
                              [&](const ReadWorkflowRun&) { return Got(Answer(run1)); },
                              [&](const FindDispatchedRuns& what) {
                                  CommitRuns told = dispatchedRuns;
                                  const bool tellsLate =
                                      what.until && (*what.until - what.since) > slipway::Millis(60'000);
                                  if (tellsLate)
                                      told.runs += lateRuns;
                                  return Got(Answer(told));
                              },
                              [&](const ReadCommit&) { return Got(Answer(commitInfo)); },
                              [&](const ReadWorkflow&) { return Got(Answer(workflowInfo)); },
                              [&](const ReadPendingApprovals&) { return Got(Answer(approvals)); },
                              [&](const ReadFailedJobs&) { return Got(Answer(failedJobs)); },
                              [&](const WatchRepository&) {
                                  return repositoryFails ? Got(*repositoryFails) : Got(Answer(repository));
                              }},
            read);
    }
};
