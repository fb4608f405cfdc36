// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/run_json.h"

#include "base/text.h"
#include "desk/error_text.h"
#include "desk/left_behind.h"
#include "desk/stuck_cause.h"
#include "workflow/left_open.h"
#include "workflow/titles.h"

namespace slipway::desk {

namespace {

//! Null rather than an empty text: "no value" has one spelling.
Json textJson(const QString& text) { return text.isEmpty() ? Json(nullptr) : toJson(text); }

Json effectJson(const EffectRecord& effect)
{
    return {{"id", effect.id.utf8()}, {"name", toJson(effect.name)}, {"class", toJson(effect.effectClass)},
        {"target", effect.target}, {"state", toJson(toText(effect.state))},
        {"intendedAt", momentJson(effect.intendedAt)}, {"endedAt", momentJson(effect.endedAt)},
        {"notBefore", momentJson(effect.notBefore)}, {"result", effect.result}, {"error", errorJson(effect.error)}};
}

Json attemptJson(const Attempt& attempt)
{
    Json effects = Json::array();
    for (const auto& effect : attempt.effects)
        effects.push_back(effectJson(effect));
    return {{"number", attempt.number}, {"purpose", toJson(toText(attempt.purpose))},
        {"startedAt", momentJson(attempt.startedAt)}, {"endedAt", momentJson(attempt.endedAt)},
        {"state", toJson(toText(attempt.state))}, {"startedBy", textJson(attempt.startedBy)},
        {"effects", std::move(effects)}, {"error", errorJson(attempt.error)}};
}

Json handJson(const EndedByHand& hand)
{
    return {{"attempt", hand.attempt}, {"act", hand.skipped ? "skipped" : "advanced"}, {"verified", hand.verified},
        {"at", momentJson(hand.at)}, {"byWhom", toJson(hand.byWhom)}, {"reason", textJson(hand.reason)}};
}

Json waitingJson(const std::optional<WaitingFor>& waiting)
{
    if (!waiting)
        return nullptr;
    return {{"what", toJson(waiting->what)}, {"text", toJson(describe(*waiting))}, {"args", waiting->args},
        {"since", momentJson(waiting->since)}};
}

Json secondsJson(const std::optional<Millis>& time)
{
    return time ? Json(double(time->count()) / 1000.0) : Json(nullptr);
}

Json activeJson(const journal::ActiveStep& step)
{
    return {{"id", step.id.utf8()}, {"title", toJson(step.title)}, {"state", toJson(toText(step.state))},
        {"stuck", step.stuck}, {"needsYou", step.needsYou}, {"startedAt", momentJson(step.startedAt)},
        {"retryAt", momentJson(step.retryAt)}, {"waitingFor", waitingJson(step.waitingFor)},
        {"error", errorJson(step.error)}, {"usualSeconds", secondsJson(step.usual)}};
}

Json durationsJson(const journal::DurationStatistics& durations)
{
    return {{"step", textJson(durations.step)}, {"count", durations.count},
        {"medianSeconds", durations.count > 0 ? secondsJson(durations.median) : Json()},
        {"p90Seconds", durations.count > 0 ? secondsJson(durations.p90) : Json()}, {"failures", durations.failures},
        {"retries", durations.retries}};
}

Json linksJson(const QList<Link>& links)
{
    Json list = Json::array();
    for (const auto& link : links)
        list.push_back({{"title", toJson(link.title)}, {"url", toJson(link.url)}});
    return list;
}

Json usualJson(const RunView& view, const StepId& step)
{
    const auto usual = view.usual.constFind(step);
    return usual == view.usual.constEnd() ? Json(nullptr) : Json(double(usual->median.count()) / 1000.0);
}

Json leftOpenJson(const QList<LeftOpen>& left)
{
    Json list = Json::array();
    for (const auto& each : left)
        list.push_back({{"step", each.step.utf8()}, {"number", each.number}, {"url", toJson(each.url)}});
    return list;
}

//! Never renamed: scripts go by it.
const char* wordOf(StuckAct act)
{
    switch (act) {
    case StuckAct::OpenPage: return "openPage";
    case StuckAct::CopyNudge: return "copyNudge";
    case StuckAct::LookNow: return "lookNow";
    case StuckAct::RetryNow: return "retryNow";
    case StuckAct::Retry: return "retry";
    case StuckAct::RetryFrom: return "retryFrom";
    case StuckAct::Advance: return "advance";
    case StuckAct::Skip: return "skip";
    case StuckAct::Undo: return "undo";
    case StuckAct::GiveSecret: return "giveSecret";
    case StuckAct::SetCredential: return "setCredential";
    case StuckAct::Answer: return "answer";
    case StuckAct::Wait: return "wait";
    }
    return "";
}

//! Null: nothing holds it up.
Json causeJson(const RunView& view, const StepRun& step, Timestamp now, double timeScale)
{
    const StuckReport report = stuckReport(view, step, now, timeScale);
    if (report.cause == StuckCause::None)
        return nullptr;
    Json acts = Json::array();
    for (const StuckAct act : report.acts)
        acts.push_back(wordOf(act));
    return {{"code", toJson(toText(report.cause))}, {"what", toJson(report.text.what)},
        {"why", toJson(report.text.why)}, {"remedy", toJson(report.text.remedy)}, {"measure", textJson(report.measure)},
        {"nudge", textJson(report.nudge)}, {"acts", std::move(acts)}};
}

Json stepJson(const RunView& view, const StepRun& step, const QString& laneTitle, Timestamp now, double timeScale)
{
    const auto* definition = view.run.workflow->step(step.id);
    Json needs = Json::array();
    for (const auto& need : definition->needs)
        needs.push_back(need.utf8());
    Json attempts = Json::array(), hands = Json::array();
    for (const auto& attempt : step.attempts)
        attempts.push_back(attemptJson(attempt));
    for (const auto& hand : step.endedByHand)
        hands.push_back(handJson(hand));
    return {{"id", step.id.utf8()}, {"lane", toJson(definition->lane)}, {"laneTitle", toJson(laneTitle)},
        {"kind", toJson(definition->kind)}, {"title", toJson(definition->title)}, {"state", toJson(toText(step.state))},
        {"retryAt", momentJson(step.retryAt)}, {"stuck", isStuckNow(view, step, now, timeScale)},
        {"cause", causeJson(view, step, now, timeScale)}, {"needsYou", step.needsYou}, {"needs", std::move(needs)},
        {"attempts", std::move(attempts)}, {"outputs", step.outputs}, {"error", errorJson(step.error)},
        {"startedAt", momentJson(step.startedAt)}, {"endedAt", momentJson(step.endedAt)},
        {"usualSeconds", usualJson(view, step.id)}, {"links", linksJson(linksOf(view.run, step))},
        {"waitingFor", waitingJson(step.waitingFor)}, {"note", textJson(step.note)}, {"byWhom", textJson(step.byWhom)},
        {"reason", textJson(step.reason)}, {"endedByHand", std::move(hands)}, {"optional", definition->optional}};
}

} // namespace

Json momentJson(const std::optional<Timestamp>& moment) { return moment ? toJson(moment->toIso()) : Json(nullptr); }

Json errorJson(const Error& error)
{
    const auto text = describe(error);
    return {{"code", toJson(error.code)}, {"what", toJson(text.what)}, {"why", toJson(text.why)},
        {"remedy", toJson(text.remedy)}, {"args", error.args}, {"details", error.details}};
}

Json errorJson(const std::optional<Error>& error) { return error ? errorJson(*error) : Json(nullptr); }

Json summaryJson(const RunSummary& summary)
{
    Json active = Json::array();
    for (const auto& step : summary.active)
        active.push_back(activeJson(step));
    return {{"id", summary.id.utf8()}, {"workflow", toJson(summary.workflow)}, {"subject", toJson(summary.subject)},
        {"state", toJson(toText(summary.state))}, {"open", summary.open}, {"startedBy", textJson(summary.startedBy)},
        {"startedAt", momentJson(summary.startedAt)}, {"endedAt", momentJson(summary.endedAt)},
        {"changedAt", momentJson(summary.changedAt)}, {"sequence", summary.sequence}, {"step", textJson(summary.step)},
        {"waitingFor", textJson(summary.waitingFor)}, {"since", momentJson(summary.since)}, {"stuck", summary.stuck},
        {"needsYou", summary.needsYou}, {"done", summary.done}, {"steps", summary.steps}, {"active", std::move(active)},
        {"inputs", summary.inputs}};
}

Json statisticsJson(const WorkflowStatistics& statistics)
{
    Json states = Json::object();
    for (const auto& [state, count] : statistics.states.asKeyValueRange())
        states[toText(state).toStdString()] = count;
    Json steps = Json::array();
    for (const auto& step : statistics.steps)
        steps.push_back(durationsJson(step));
    return {{"workflow", toJson(statistics.workflow)}, {"runs", statistics.runs}, {"states", std::move(states)},
        {"whole", durationsJson(statistics.whole)}, {"steps", std::move(steps)}};
}

bool isStuckNow(const RunView& view, const StepRun& step, Timestamp now, double timeScale)
{
    if (view.run.pause) // it is held up by a person's word, and by nothing else
        return false;
    const auto* definition = view.run.workflow->step(step.id);
    const auto usual = view.usual.constFind(step.id);
    return isStuck(
        step, *definition, now, usual == view.usual.constEnd() ? std::nullopt : std::optional(usual->p90), timeScale);
}

Json runJson(const RunView& view, Timestamp now, double timeScale)
{
    const Run& run = view.run;
    Json notes = Json::array();
    for (const auto& note : run.notes)
        notes.push_back({{"at", momentJson(note.at)}, {"actor", toJson(note.actor)}, {"text", toJson(note.text)}});
    Json steps = Json::array();
    const auto lanes = laneTitles(run);
    for (const auto& step : run.steps)
        steps.push_back(stepJson(view, step, lanes.value(run.workflow->step(step.id)->lane), now, timeScale));
    return {{"id", run.id.utf8()}, {"workflow", toJson(run.workflow->id)}, {"subject", toJson(run.subject)},
        {"state", toJson(toText(run.state))}, {"startedAt", momentJson(run.startedAt)},
        {"endedAt", momentJson(run.endedAt)}, {"startedBy", textJson(run.startedBy)}, {"inputs", run.inputs},
        {"sequence", run.sequence}, {"parked", errorJson(run.parked)}, {"parkedUntil", momentJson(run.parkedUntil)},
        {"notes", std::move(notes)}, {"openReverts", leftOpenJson(openReverts(run))},
        {"openMerges", leftOpenJson(openMerges(run))}, {"leftBehind", leftBehindJson(leftBehind(run))},
        {"steps", std::move(steps)}};
}

Json eventJson(const Event& event)
{
    Json data = event.data;
    if (data.is_object()) {
        for (const char* name : {"notBefore", "retryAt", "until"}) {
            if (const Json& value = memberAt(data, name); value.is_number_integer())
                data[name] = momentJson(Timestamp{value.get<qint64>()});
        }
        if (const Json& error = memberAt(data, "error"); error.is_object())
            data["error"] = errorJson(errorFromJson(error));
    }
    return {{"run", event.run.utf8()}, {"sequence", event.sequence}, {"at", momentJson(event.at)},
        {"actor", toJson(event.actor)}, {"type", toJson(toText(event.type))}, {"step", textJson(event.step.text())},
        {"purpose", toJson(toText(event.purpose))}, {"attempt", event.attempt}, {"data", std::move(data)}};
}

Json previewJson(const QList<PreviewStep>& steps)
{
    Json list = Json::array();
    for (const auto& step : steps) {
        Json files = Json::array();
        for (const auto& file : step.files)
            files.push_back({{"path", toJson(file.path)}, {"diff", toJson(file.diff)}, {"added", file.added},
                {"removed", file.removed}, {"isNew", file.isNew}});
        list.push_back({{"id", step.step.utf8()}, {"lane", toJson(step.lane)}, {"kind", toJson(step.kind)},
            {"title", toJson(step.title)}, {"summary", textJson(step.summary)},
            {"repository", textJson(step.repository)}, {"base", textJson(step.base)},
            {"baseOid", textJson(step.baseOid)}, {"branch", textJson(step.branch)},
            {"pullRequestTitle", textJson(step.pullRequestTitle)}, {"body", textJson(step.body)},
            {"commit", textJson(step.commit)}, {"files", std::move(files)},
            {"raisesPullRequest", step.raisesPullRequest}, {"nothingToChange", step.nothingToChange},
            {"autoMergeAllowed", step.autoMergeAllowed ? Json(*step.autoMergeAllowed) : Json(nullptr)},
            {"error", errorJson(step.error)}});
    }
    return list;
}

Json workflowJson(const Workflow& workflow)
{
    return {{"id", toJson(workflow.id)}, {"version", workflow.version}, {"title", toJson(workflow.title)},
        {"steps", qint64(workflow.steps.size())}, {"lanes", qint64(workflow.lanes.size())}};
}

} // namespace slipway::desk
