// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/summary.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "workflow/left_open.h"

namespace slipway::journal {

namespace {

enum Rank { NeedsPerson, FailedForGood, FailedWithRetry, Running, Waiting, Ready, Quiet };

Rank rankOf(const StepRun& step)
{
    if (step.needsYou)
        return NeedsPerson;
    switch (step.state) {
    case StepState::Failed: return step.retryAt ? FailedWithRetry : FailedForGood;
    case StepState::Running: return Running;
    case StepState::Waiting: return Waiting;
    case StepState::Ready: return Ready;
    case StepState::Planned:
    case StepState::Succeeded:
    case StepState::Advanced:
    case StepState::Skipped:
    case StepState::Cancelled:
    case StepState::Undone: return Quiet;
    }
    Q_UNREACHABLE();
}

std::optional<Timestamp> momentAt(const Json& json, const char* name)
{
    const auto& value = memberAt(json, name);
    return value.is_number_integer() ? std::optional(Timestamp{value.get<qint64>()}) : std::nullopt;
}

//! Null members are left out: most steps have few of them, and the row is written again and again.
Json activeJson(const ActiveStep& step)
{
    Json json{{"id", step.id.utf8()}, {"title", step.title.toStdString()}, {"state", toText(step.state).toStdString()}};
    if (step.needsYou)
        json["needsYou"] = true;
    for (const auto& [name, at] :
        {std::pair("startedAt", step.startedAt), {"endedAt", step.endedAt}, {"retryAt", step.retryAt}})
        if (at)
            json[name] = at->ms;
    if (step.waitingFor) {
        json["for"] = step.waitingFor->what.toStdString();
        json["args"] = step.waitingFor->args;
        json["since"] = step.waitingFor->since.ms;
    }
    if (step.error)
        json["error"] = Json{{"code", step.error->code.toStdString()}, {"args", step.error->args}};
    if (step.limit)
        json["limit"] = qint64(step.limit->count());
    return json;
}

std::optional<StepState> activeStateFrom(const QString& text)
{
    for (const auto state :
        {StepState::Ready, StepState::Running, StepState::Waiting, StepState::Failed, StepState::Planned,
            StepState::Succeeded, StepState::Advanced, StepState::Skipped, StepState::Cancelled, StepState::Undone})
        if (toText(state) == text)
            return state;
    return {};
}

std::optional<ActiveStep> activeFrom(const Json& json)
{
    const auto state = activeStateFrom(textAt(json, "state"));
    if (!state)
        return {};
    ActiveStep step{.id = StepId(textAt(json, "id")),
        .title = textAt(json, "title"),
        .state = *state,
        .needsYou = flagAt(json, "needsYou", false),
        .startedAt = momentAt(json, "startedAt"),
        .endedAt = momentAt(json, "endedAt"),
        .retryAt = momentAt(json, "retryAt")};
    if (const auto since = momentAt(json, "since"))
        step.waitingFor = WaitingFor{.what = textAt(json, "for"), .args = memberAt(json, "args"), .since = *since};
    if (const auto& error = memberAt(json, "error"); error.is_object())
        step.error = Error{.code = textAt(error, "code"), .args = memberAt(error, "args")};
    if (const auto& limit = memberAt(json, "limit"); limit.is_number_integer())
        step.limit = Millis(limit.get<qint64>());
    return step;
}

std::optional<Timestamp> sinceOf(const StepRun& step)
{
    if (step.waitingFor && step.state == StepState::Waiting)
        return step.waitingFor->since;
    return step.endedAt ? step.endedAt : step.startedAt;
}

QString codeOfLeft(const LeftOpen& left)
{
    return left.kind == LeftOpen::Kind::Revert ? u"revert"_s : u"mergesByItself"_s;
}

Timestamp sinceOfLeft(const Run& run, const LeftOpen& left)
{
    const auto since = left.kind == LeftOpen::Kind::Revert ? run.step(left.step)->endedAt : run.endedAt;
    return since.value_or(run.startedAt);
}

std::optional<Timestamp> sinceOf(const Run& run, const StepRun* thatMatters)
{
    if (!thatMatters)
        return run.endedAt;
    return run.isOpen() ? sinceOf(*thatMatters) : sinceOfLeft(run, leftOpen(run).first());
}

} // namespace

const StepRun* stepThatMatters(const Run& run)
{
    if (!run.isOpen()) {
        const auto left = leftOpen(run);
        return left.isEmpty() ? nullptr : run.step(left.first().step);
    }
    const StepRun* found = nullptr;
    Rank best = Quiet;
    for (const auto& step : run.steps) {
        if (const auto rank = rankOf(step); rank < best) {
            best = rank;
            found = &step;
        }
    }
    return found;
}

QString waitingCode(const Run& run, const StepRun* step)
{
    if (run.parked)
        return run.parked->code;
    if (!step)
        return {};
    if (!run.isOpen())
        return codeOfLeft(leftOpen(run).first());
    if (step->waitingFor)
        return step->waitingFor->what;
    return step->needsYou && step->error ? step->error->code : QString();
}

namespace {

//! What a run that has ended has left for a person to decide upon.
QList<ActiveStep> stepsLeftOpen(const Run& run)
{
    QList<ActiveStep> active;
    for (const auto& left : leftOpen(run)) {
        const auto* definition = run.workflow->step(left.step);
        const auto* step = run.step(left.step);
        Json args{{"number", left.number}, {"url", left.url.toStdString()}};
        if (!left.repository.isEmpty())
            args["repository"] = left.repository.toStdString();
        active.append({.id = left.step,
            .title = definition ? definition->title : QString(),
            .state = step->state,
            .needsYou = true,
            .startedAt = step->startedAt,
            .endedAt = step->endedAt,
            .waitingFor =
                WaitingFor{.what = codeOfLeft(left), .args = std::move(args), .since = sinceOfLeft(run, left)}});
    }
    return active;
}

} // namespace

QList<ActiveStep> activeSteps(const Run& run, const StepRun* thatMatters)
{
    QList<ActiveStep> active;
    if (!run.workflow)
        return active;
    if (!run.isOpen())
        return stepsLeftOpen(run);
    for (const auto& step : run.steps) {
        if (rankOf(step) == Quiet)
            continue;
        const auto* definition = run.workflow->step(step.id);
        const auto* attempt = step.attempt();
        ActiveStep one{.id = step.id,
            .title = definition ? definition->title : QString(),
            .state = step.state,
            .needsYou = step.needsYou,
            .startedAt = attempt ? std::optional(attempt->startedAt) : step.startedAt,
            .endedAt = step.state == StepState::Failed ? step.endedAt : std::nullopt,
            .retryAt = step.retryAt,
            .waitingFor = step.waitingFor,
            .limit = definition ? definition->limit : std::nullopt};
        if (step.error)
            one.error = Error{.code = step.error->code, .args = step.error->args};
        if (&step == thatMatters)
            active.prepend(std::move(one));
        else
            active.append(std::move(one));
    }
    return active;
}

Json toJson(const QList<ActiveStep>& steps)
{
    Json json = Json::array();
    for (const auto& step : steps)
        json.push_back(activeJson(step));
    return json;
}

Result<QList<ActiveStep>> activeStepsFromJson(const Json& json)
{
    const Error damaged{.code = errc::storeDamaged, .args = {{"reason", "its steps in the list cannot be read"}}};
    if (!json.is_array())
        return damaged;
    QList<ActiveStep> steps;
    for (const auto& element : json) {
        auto step = activeFrom(element);
        if (!step)
            return damaged;
        steps.append(std::move(*step));
    }
    return steps;
}

RunSummary summaryOf(const Run& run, Timestamp changedAt)
{
    const auto* step = stepThatMatters(run);
    return {.id = run.id,
        .workflow = run.workflow ? run.workflow->id : QString(),
        .subject = run.subject,
        .state = run.state,
        .startedBy = run.startedBy,
        .startedAt = run.startedAt,
        .endedAt = run.endedAt,
        .changedAt = changedAt,
        .sequence = run.sequence,
        .step = step ? step->id.text() : QString(),
        .waitingFor = waitingCode(run, step),
        .inputs = run.inputs,
        .open = run.isOpen(),
        .needsYou = run.isOpen() ? run.quarantined
                || std::any_of(run.steps.begin(), run.steps.end(), [](const StepRun& s) { return s.needsYou; })
                                 : !leftOpen(run).isEmpty(),
        .since = sinceOf(run, step),
        .done = int(std::count_if(run.steps.begin(), run.steps.end(), [](const StepRun& s) { return s.isDone(); })),
        .steps = int(run.steps.size()),
        .active = activeSteps(run, step)};
}

QString namesOf(const Run& run) { return (run.subject + u'\n' + run.id.text()).toCaseFolded(); }

} // namespace slipway::journal
