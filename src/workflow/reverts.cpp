// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/reverts.h"

#include "base/text.h"

namespace slipway {

namespace {

constexpr auto kOutcome = "revertOutcome";

//! By which it is watched. Who found one that was there had its outputs alone, whoever proposed it also the answer.
QString nodeIdOf(const StepRun& step)
{
    if (const QString told = textAt(step.outputs, "revertNodeId"); !told.isEmpty())
        return told;
    for (auto attempt = step.attempts.crbegin(); attempt != step.attempts.crend(); ++attempt)
        for (auto effect = attempt->effects.crbegin(); effect != attempt->effects.crend(); ++effect)
            if (effect->name == "revertPullRequest"_L1 && effect->state == EffectState::Succeeded)
                return textAt(effect->result, "nodeId");
    return {};
}

} // namespace

QList<OpenRevert> openReverts(const Run& run)
{
    QList<OpenRevert> open;
    if (run.state != RunState::Undone)
        return open;
    for (const auto& step : run.steps) {
        OpenRevert revert{.step = step.id,
            .number = integerAt(step.outputs, "revertNumber"),
            .url = textAt(step.outputs, "revertUrl"),
            .nodeId = nodeIdOf(step)};
        // What cannot be looked at would wait for ever.
        if (step.state == StepState::Undone && step.note == "revertProposed"_L1 && revert.number > 0
            && !revert.nodeId.isEmpty() && revertOutcome(step).isEmpty())
            open.append(std::move(revert));
    }
    return open;
}

QString revertOutcome(const StepRun& step) { return textAt(step.outputs, kOutcome); }

Json outputsOfRevertOutcome(const QString& outcome) { return {{kOutcome, outcome.toStdString()}}; }

} // namespace slipway
