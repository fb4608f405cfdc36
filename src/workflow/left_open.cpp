// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/left_open.h"

#include "base/result.h"
#include "base/text.h"

namespace slipway {

namespace {

constexpr auto kRevertOutcome = "revertOutcome", kRevertUnseen = "revertUnseenSince";
constexpr auto kMergeOutcome = "mergeOutcome", kMergeUnseen = "mergeUnseenSince";

template <class Test>
const EffectRecord* lastEffect(const StepRun& step, Test&& test)
{
    for (auto attempt = step.attempts.crbegin(); attempt != step.attempts.crend(); ++attempt)
        for (auto effect = attempt->effects.crbegin(); effect != attempt->effects.crend(); ++effect)
            if (test(*effect))
                return &*effect;
    return nullptr;
}

const EffectRecord* lastSuccess(const StepRun& step, QLatin1StringView name)
{
    return lastEffect(step,
        [&](const EffectRecord& effect) { return effect.name == name && effect.state == EffectState::Succeeded; });
}

//! By which it is watched. Who found one that was there had its outputs alone, whoever proposed it also the answer.
QString revertNodeId(const StepRun& step)
{
    if (const QString told = textAt(step.outputs, "revertNodeId"); !told.isEmpty())
        return told;
    const auto* proposed = lastSuccess(step, "revertPullRequest"_L1);
    return proposed ? textAt(proposed->result, "nodeId") : QString();
}

std::optional<Timestamp> unseenSince(const StepRun& step, const char* name)
{
    const qint64 since = integerAt(step.outputs, name);
    return since > 0 ? std::optional(Timestamp{since}) : std::nullopt;
}

std::optional<LeftOpen> openRevert(const StepRun& step)
{
    if (step.state != StepState::Undone || step.note != "revertProposed"_L1 || !revertOutcome(step).isEmpty())
        return {};
    LeftOpen left{.kind = LeftOpen::Kind::Revert,
        .step = step.id,
        .number = integerAt(step.outputs, "revertNumber"),
        .url = textAt(step.outputs, "revertUrl"),
        .nodeId = revertNodeId(step),
        .unseenSince = unseenSince(step, kRevertUnseen)};
    // What cannot be looked at would wait for ever.
    return left.number > 0 && !left.nodeId.isEmpty() ? std::optional(std::move(left)) : std::nullopt;
}

bool concerns(const Run& run, const StepRun& step, const StepId& raise)
{
    return textAt(run.workflow->step(step.id)->with, "pullRequest") == raise.text();
}

//! Whether it is merged, or taken for that.
bool isMerged(const Run& run, const StepRun& raise)
{
    return raise.note == "alreadyMerged"_L1
        || std::any_of(run.steps.begin(), run.steps.end(), [&](const StepRun& step) {
               return concerns(run, step, raise.id)
                   && ((run.workflow->step(step.id)->kind == "github.merged"_L1 && step.isDone())
                       || textAt(step.outputs, "mode") == "merged"_L1 || lastSuccess(step, "mergePullRequest"_L1));
           });
}

bool isWithdrawn(const Run& run, const StepRun& raise)
{
    return std::any_of(run.steps.begin(), run.steps.end(), [&](const StepRun& step) {
        if (step.id != raise.id && !concerns(run, step, raise.id))
            return false;
        const auto* last = lastEffect(step, [](const EffectRecord& effect) {
            return effect.state == EffectState::Succeeded
                && (effect.name == "closePullRequest"_L1 || effect.name == "reopenPullRequest"_L1);
        });
        return last && last->name == "closePullRequest"_L1
            && textAt(last->target, "pullRequestId") == textAt(raise.outputs, "nodeId");
    });
}

std::optional<LeftOpen> openMerge(const Run& run, const StepRun& step)
{
    if (run.workflow->step(step.id)->kind != "github.pull-request"_L1 || step.state == StepState::Undone
        || !mergeOutcome(step).isEmpty() || !mergesByItself(run, step.id) || isMerged(run, step)
        || isWithdrawn(run, step))
        return {};
    const auto* raised =
        lastEffect(step, [](const EffectRecord& effect) { return !textAt(effect.target, "repository").isEmpty(); });
    LeftOpen left{.kind = LeftOpen::Kind::Merge,
        .step = step.id,
        .number = integerAt(step.outputs, "number"),
        .url = textAt(step.outputs, "url"),
        .nodeId = textAt(step.outputs, "nodeId"),
        .repository = raised ? textAt(raised->target, "repository") : QString(),
        .unseenSince = unseenSince(step, kMergeUnseen)};
    return left.number > 0 && !left.nodeId.isEmpty() ? std::optional(std::move(left)) : std::nullopt;
}

QList<LeftOpen> only(LeftOpen::Kind kind, QList<LeftOpen> all)
{
    all.removeIf([&](const LeftOpen& left) { return left.kind != kind; });
    return all;
}

} // namespace

QList<LeftOpen> leftOpen(const Run& run)
{
    QList<LeftOpen> left;
    if (run.state != RunState::Undone && run.state != RunState::Cancelled)
        return left;
    for (const auto& step : run.steps) {
        if (auto revert = openRevert(step); revert && run.state == RunState::Undone)
            left.append(std::move(*revert));
        if (auto merge = openMerge(run, step))
            left.append(std::move(*merge));
    }
    return left;
}

QList<LeftOpen> openReverts(const Run& run) { return only(LeftOpen::Kind::Revert, leftOpen(run)); }

QList<LeftOpen> openMerges(const Run& run) { return only(LeftOpen::Kind::Merge, leftOpen(run)); }

bool mergesByItself(const Run& run, const StepId& raise)
{
    // A step that was stopped may have turned it on before, or does so with the request that is in flight.
    const auto turnsOn = [](const EffectRecord& effect) {
        return (effect.name == "enableAutoMerge"_L1 || effect.name == "enqueuePullRequest"_L1)
            && (effect.state == EffectState::Succeeded || effect.isOpen());
    };
    return std::any_of(run.steps.begin(), run.steps.end(), [&](const StepRun& step) {
        return concerns(run, step, raise)
            && ((run.workflow->step(step.id)->kind == "github.auto-merge"_L1 && step.state == StepState::Succeeded)
                || lastEffect(step, turnsOn));
    });
}

QString revertOutcome(const StepRun& step) { return textAt(step.outputs, kRevertOutcome); }

QString mergeOutcome(const StepRun& step) { return textAt(step.outputs, kMergeOutcome); }

Json outputsOfOutcome(const LeftOpen& left, const QString& outcome)
{
    Json outputs{{left.kind == LeftOpen::Kind::Revert ? kRevertOutcome : kMergeOutcome, outcome.toStdString()}};
    if (left.unseenSince)
        outputs.update(outputsOfUnseen(left, std::nullopt));
    return outputs;
}

Json outputsOfUnseen(const LeftOpen& left, const std::optional<Timestamp>& since)
{
    return {{left.kind == LeftOpen::Kind::Revert ? kRevertUnseen : kMergeUnseen, since ? Json(since->ms) : Json()}};
}

} // namespace slipway
