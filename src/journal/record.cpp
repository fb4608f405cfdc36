// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/record.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "workflow/record_history.h"

#include <QCryptographicHash>

namespace slipway::journal {

namespace {

//! The record's own order, in which the platform's tools show it; other lanes follow as the workflow has them.
const QStringList& usualOrder()
{
    static const QStringList lanes{u"tf-svc"_s, u"tf-svc-infra"_s, u"cdp-app-config"_s, u"cdp-nginx-upstreams"_s};
    return lanes;
}

//! The first step of a kind, in one lane or (lane empty) in any.
const StepRun* stepOf(const Run& run, const QString& kind, const QString& lane = {})
{
    if (!run.workflow)
        return nullptr;
    for (const auto& definition : run.workflow->steps)
        if (definition.kind == kind && (lane.isEmpty() || definition.lane == lane))
            return run.step(definition.id);
    return nullptr;
}

bool isDone(const StepRun* step) { return step && step->isDone(); }

//! A retry that is planned may still heal it.
bool failedForGood(const StepRun& step) { return step.state == StepState::Failed && !step.retryAt; }

bool isClosed(const StepRun& step)
{
    return step.state == StepState::Undone || (step.error && step.error->code == errc::githubPullRequestClosed);
}

//! Copies what is there under the record's name for it.
void take(Json& to, const char* name, const Json& from, const char* output)
{
    if (const Json& value = memberAt(from, output); !value.is_null() && value != "")
        to[name] = value;
}

//! One lane with a pull request.
class LanePart {
public:
    LanePart(const Run& run, const QString& lane)
        : m_run(run)
        , m_lane(lane)
        , m_raise(stepOf(run, u"github.pull-request"_s, lane))
        , m_merged(stepOf(run, u"github.merged"_s, lane))
        , m_workflow(stepOf(run, u"github.workflow-run"_s, lane))
    { }

    bool exists() const { return m_raise; }

    Json json() const
    {
        Json part{{"status", status()}};
        if (auto pr = pullRequest(); !pr.empty())
            part["pr"] = std::move(pr);
        if (m_merged)
            take(part, "merged_sha", m_merged->outputs, "mergedSha");
        if (auto run = workflowRun(); !run.empty())
            part["workflow"] = std::move(run);
        return part;
    }

private:
    const char* status() const
    {
        for (const auto& definition : m_run.workflow->steps) {
            if (definition.lane != m_lane)
                continue;
            const auto* step = m_run.step(definition.id);
            if (step && isClosed(*step))
                return "pr_closed";
            if (step && failedForGood(*step))
                return "failure";
        }
        if (isDone(m_workflow))
            return "workflow_completed";
        if (isDone(m_merged) || hasMerged())
            return isRunning() ? "in-progress" : "merged";
        return isRaised() ? "raised" : "not-requested";
    }

    bool hasMerged() const { return m_merged && !textAt(m_merged->outputs, "mergedSha").isEmpty(); }
    bool isRaised() const { return isDone(m_raise) || !memberAt(m_raise->outputs, "number").is_null(); }
    //! GitHub has begun the run; until then the step waits for its start.
    bool isRunning() const
    {
        return m_workflow && m_workflow->waitingFor
            && (m_workflow->waitingFor->what == u"workflowRun"_s || m_workflow->waitingFor->what == u"runApproval"_s);
    }

    Json pullRequest() const
    {
        const Json& outputs = m_raise->outputs;
        Json pr = Json::object();
        take(pr, "number", outputs, "number");
        take(pr, "sha", outputs, "sha");
        take(pr, "ref", outputs, "branch");
        take(pr, "html_url", outputs, "url");
        take(pr, "node_id", outputs, "nodeId");
        if (memberAt(outputs, "headSha") != memberAt(outputs, "sha"))
            take(pr, "head_sha", outputs, "headSha");
        return pr;
    }

    Json workflowRun() const
    {
        Json run = Json::object();
        if (!m_workflow)
            return run;
        if (!m_workflow->isDone()) {
            if (isRunning()) {
                take(run, "name", m_workflow->waitingFor->args, "workflow");
                take(run, "html_url", m_workflow->waitingFor->args, "url");
            }
            return run;
        }
        const Json& outputs = m_workflow->outputs;
        take(run, "name", outputs, "name");
        take(run, "id", outputs, "id");
        take(run, "html_url", outputs, "url");
        take(run, "created_at", outputs, "createdAt");
        take(run, "updated_at", outputs, "updatedAt");
        take(run, "path", outputs, "path");
        return run;
    }

    const Run& m_run;
    QString m_lane;
    const StepRun* m_raise;
    const StepRun* m_merged;
    const StepRun* m_workflow;
};

//! Whether a request has gone out that is not known to have come to nothing.
bool wasSent(const StepRun* step)
{
    if (!step)
        return false;
    if (step->isDone())
        return true;
    for (const auto& attempt : step->attempts)
        for (const auto& effect : attempt.effects)
            if (effect.state == EffectState::Succeeded || effect.state == EffectState::Unknown)
                return true;
    return false;
}

const char* repositoryStatus(const StepRun* dispatch, const StepRun* repository)
{
    if (isDone(repository))
        return "success";
    if ((dispatch && failedForGood(*dispatch)) || (repository && failedForGood(*repository)))
        return "failure";
    return wasSent(dispatch) ? "requested" : "not-requested";
}

Json createRepository(const Run& run)
{
    Json payload = Json::object();
    for (const char* input : {"repositoryName", "serviceType", "owningTeam"})
        take(payload, input, run.inputs, input);
    return {{"status", repositoryStatus(stepOf(run, u"github.dispatch"_s), stepOf(run, u"github.repository"_s))},
        {"payload", std::move(payload)}};
}

QStringList laneOrder(const Run& run)
{
    QStringList lanes;
    for (const auto& lane : run.workflow->lanes)
        lanes.append(lane.id);
    QStringList ordered;
    for (const auto& lane : usualOrder())
        if (lanes.removeOne(lane))
            ordered.append(lane);
    return ordered + lanes;
}

} // namespace

namespace {

//! Early and late records have different words for the same.
bool meansTheSame(const QString& a, const QString& b)
{
    const auto plain = [](const QString& word) {
        if (word == "pr_open"_L1)
            return u"raised"_s;
        return word == "success"_L1 ? u"workflow_completed"_s : word;
    };
    return plain(a) == plain(b);
}

//! What is known now over what was known, in the shape that was there: other members stay, and so do words and values
//! that mean the same.
void overlay(Json& known, const Json& now)
{
    for (const auto& [name, value] : now.items()) {
        if (name == "workflow" && memberAt(memberAt(known, "main"), "workflow").is_object()) {
            overlay(known["main"]["workflow"], value);
            continue;
        }
        if (!known.contains(name)) {
            known[name] = value;
            continue;
        }
        Json& old = known[name];
        if (old.is_object() && value.is_object())
            overlay(old, value);
        else if (old.is_object() && old.size() == 1 && textAt(old, "$numberLong") == toQString(value.dump()))
            continue;
        else if (name == "status" && meansTheSame(textAt(known, "status"), textAt(now, "status")))
            continue;
        else
            old = value;
    }
}

const char* overallStatus(const Json& record, const Workflow& workflow)
{
    bool all = true, failed = false;
    for (const auto& [name, part] : record.items()) {
        if (name != "createRepository" && !laneOfPart(workflow, toQString(name)))
            continue;
        const QString status = textAt(part, "status");
        all = all && (status == "success"_L1 || status == "workflow_completed"_L1);
        failed = failed || status == "failure"_L1;
    }
    return failed ? "failure" : all ? "success" : "in-progress";
}

Json partNow(const Run& run, const QString& part)
{
    if (part == "createRepository"_L1)
        return createRepository(run);
    const auto* lane = laneOfPart(*run.workflow, part);
    const LanePart now(run, lane ? lane->id : QString());
    return lane && now.exists() ? now.json() : Json();
}

//! The imported record, with what has changed since. Nothing has while it rests.
Json goneOnWith(const Run& run)
{
    Json record = run.record;
    if (!run.takenOver)
        return record;
    for (auto& [name, part] : record.items())
        if (const Json now = partNow(run, toQString(name)); part.is_object() && now.is_object())
            overlay(part, now);
    for (const auto& lane : laneOrder(run)) {
        const bool isThere = std::any_of(record.items().begin(), record.items().end(), [&](const auto& item) {
            const auto* known = laneOfPart(*run.workflow, toQString(item.key()));
            return known && known->id == lane;
        });
        if (const LanePart part(run, lane); !isThere && part.exists())
            record[lane.toStdString()] = part.json();
    }
    if (record.contains("status"))
        record["status"] = overallStatus(record, *run.workflow);
    return record;
}

} // namespace

Json statusRecord(const Run& run)
{
    if (run.record.is_object() && run.workflow)
        return goneOnWith(run);
    const auto digest = QCryptographicHash::hash(run.id.text().toUtf8(), QCryptographicHash::Sha256).toHex();
    constexpr int objectIdLength = 24;
    Json record{{"_id", {{"$oid", digest.left(objectIdLength).toStdString()}}},
        {"repositoryName", textAt(run.inputs, "repositoryName", run.subject).toStdString()},
        {"started", {{"$date", run.startedAt.toIso().toStdString()}}}, {"createRepository", createRepository(run)}};
    if (!run.workflow)
        return record;
    for (const auto& lane : laneOrder(run))
        if (const LanePart part(run, lane); part.exists())
            record[lane.toStdString()] = part.json();
    return record;
}

} // namespace slipway::journal
