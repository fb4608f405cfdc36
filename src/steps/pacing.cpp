// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/pacing.h"

#include "base/error_codes.h"
#include "base/text.h"

namespace slipway::steps {

namespace {

constexpr int kMostRefusals = 8;
constexpr int kLongestPause = 60; // s
//! Of a run from a copy or a record nobody knows what was sent, so that it is not there must show for as long as the looks
//! after a lost answer take.
constexpr Millis kAbsentFor{30'000};

constexpr Millis kClocksApart{60 * 60'000};

bool needsTime(const Error& error) { return error.code == errc::githubNotVisible || flagAt(error.args, "transient"); }

} // namespace

int refusalsInARow(const StepContext& context)
{
    int count = 0;
    const auto& effects = context.attempt()->effects;
    for (auto effect = effects.crbegin(); effect != effects.crend(); ++effect) {
        if (effect->state == EffectState::Succeeded)
            break;
        count += effect->state == EffectState::Failed && !effect->absent;
    }
    return count;
}

std::optional<Decision> pace(const StepContext& context, const Json& args)
{
    const auto* last = context.lastEffect();
    if (!last || last->state != EffectState::Failed || last->absent || !last->error || !last->endedAt)
        return std::nullopt;
    const int refusals = refusalsInARow(context);
    if (refusals > kMostRefusals)
        return Fail{*last->error, true};
    const bool slow = needsTime(*last->error);
    if (refusals == 1 && !slow)
        return std::nullopt;
    const int doublings = std::min(slow ? refusals - 1 : refusals - 2, 6);
    const Millis pause(std::min(kLongestPause, 1 << doublings) * 1000);
    if (context.now >= *last->endedAt + Millis(qint64(double(pause.count()) / context.timeScale)))
        return std::nullopt;
    return Wait{.what = last->error->code == errc::githubNotVisible ? u"visibility"_s : u"mergeState"_s, .args = args};
}

bool mayStartLate(const EffectRecord& effect)
{
    return effect.name == "dispatchWorkflow"_L1 && effect.error && mayStartLate(*effect.error);
}

bool mayStartLate(const Error& ofDispatch)
{
    return ofDispatch.code == errc::serverError && integerAt(ofDispatch.args, "status") >= 500;
}

std::optional<Decision> believeLater(const StepContext& context, Wait wait)
{
    if (!context.attempt()->takenOver || context.forEvidence)
        return std::nullopt;
    const Json& since = context.fact("absentSince");
    // One that is yet to come was noted by an earlier attempt.
    const bool isFirst = !since.is_number_integer() || Millis(since.get<qint64>()) > context.waited();
    if (!isFirst && context.waited() - Millis(since.get<qint64>()) >= kAbsentFor)
        return std::nullopt;
    wait.facts["absentSince"] = isFirst ? Json(context.waited().count()) : since;
    return wait;
}

Timestamp earliestStart(const StepContext& context)
{
    const Timestamp noted = context.run.startedAt;
    if (!context.attempt() || !context.attempt()->takenOver)
        return noted;
    return std::max(noted - kClocksApart, Timestamp{});
}

bool mayBeFromBefore(const StepContext& context, const EffectRecord& rerun, const QString& updatedAt)
{
    const bool settled = rerun.endedAt && context.now - *rerun.endedAt > Millis(qint64(30'000 / context.timeScale));
    return updatedAt == textAt(rerun.target, "updatedAt") && !settled;
}

} // namespace slipway::steps
