// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/run.h"

#include "base/result.h"
#include "base/text.h"
#include "workflow/template.h"

namespace slipway {

QString toText(RunState state)
{
    switch (state) {
    case RunState::Running: return u"running"_s;
    case RunState::Waiting: return u"waiting"_s;
    case RunState::NeedsYou: return u"needsYou"_s;
    case RunState::Failed: return u"failed"_s;
    case RunState::Parked: return u"parked"_s;
    case RunState::Paused: return u"paused"_s;
    case RunState::Succeeded: return u"succeeded"_s;
    case RunState::Cancelled: return u"cancelled"_s;
    case RunState::Undone: return u"undone"_s;
    }
    Q_UNREACHABLE();
}

std::optional<RunState> runStateFromText(const QString& text)
{
    for (const auto state : {RunState::Running, RunState::Waiting, RunState::NeedsYou, RunState::Failed,
             RunState::Parked, RunState::Paused, RunState::Succeeded, RunState::Cancelled, RunState::Undone})
        if (toText(state) == text)
            return state;
    return std::nullopt;
}

QString toText(StepState state)
{
    switch (state) {
    case StepState::Planned: return u"planned"_s;
    case StepState::Ready: return u"ready"_s;
    case StepState::Running: return u"running"_s;
    case StepState::Waiting: return u"waiting"_s;
    case StepState::Succeeded: return u"succeeded"_s;
    case StepState::Failed: return u"failed"_s;
    case StepState::Advanced: return u"advanced"_s;
    case StepState::Skipped: return u"skipped"_s;
    case StepState::Cancelled: return u"cancelled"_s;
    case StepState::Undone: return u"undone"_s;
    }
    Q_UNREACHABLE();
}

QString toText(AttemptState state)
{
    switch (state) {
    case AttemptState::Running: return u"running"_s;
    case AttemptState::Succeeded: return u"succeeded"_s;
    case AttemptState::Failed: return u"failed"_s;
    case AttemptState::Cancelled: return u"cancelled"_s;
    }
    Q_UNREACHABLE();
}

QString toText(EffectState state)
{
    switch (state) {
    case EffectState::Intended: return u"intended"_s;
    case EffectState::Succeeded: return u"succeeded"_s;
    case EffectState::Failed: return u"failed"_s;
    case EffectState::Unknown: return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

const EndedByHand* StepRun::handAfter(int attempt) const
{
    for (auto hand = endedByHand.crbegin(); hand != endedByHand.crend(); ++hand)
        if (hand->attempt == attempt)
            return &*hand;
    return nullptr;
}

const EffectRecord* StepRun::openEffect() const
{
    for (const auto& attempt : attempts)
        for (const auto& effect : attempt.effects)
            if (effect.isOpen())
                return &effect;
    return nullptr;
}

const StepRun* Run::step(const StepId& id) const
{
    for (const auto& step : steps)
        if (step.id == id)
            return &step;
    return nullptr;
}

StepRun* Run::step(const StepId& id)
{
    for (auto& step : steps)
        if (step.id == id)
            return &step;
    return nullptr;
}

Json scopeOf(const Run& run, int generation)
{
    Json scope{{"inputs", run.inputs}, {"settings", run.settings}};
    scope["run"] = Json{{"id", run.id.utf8()}, {"stamp", run.stamp}, {"generation", generation}};
    Json outputs = Json::object();
    for (const auto& step : run.steps)
        outputs[step.id.utf8()] = step.outputs;
    scope["steps"] = std::move(outputs);
    // A let may use another one that stands before it in the file.
    for (const auto& [name, value] : run.workflow->lets.items()) {
        if (const auto expanded = expand(value, scope))
            scope[name] = *expanded;
    }
    return scope;
}

bool waitsTooLong(Millis waited, std::optional<Millis> limit, std::optional<Millis> usual, double timeScale)
{
    const auto scaled = [&](Millis time) { return Millis(qint64(double(time.count()) / timeScale)); };
    if (limit && waited > scaled(*limit))
        return true;
    return usual && waited > *usual;
}

bool isStuck(
    const StepRun& step, const StepDefinition& definition, Timestamp now, std::optional<Millis> usual, double timeScale)
{
    if (step.state != StepState::Waiting || !step.attempt())
        return false;
    return waitsTooLong(now - step.attempt()->startedAt, definition.limit, usual, timeScale);
}

} // namespace slipway
