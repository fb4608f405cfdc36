// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/timeline_bar.h"

namespace slipway::console {

namespace {

ShownState stateOf(const EndedByHand& hand) { return hand.skipped ? ShownState::Skipped : ShownState::ByHand; }

//! Whether it is that which ended the attempt, and not only the step after it.
bool endedIt(const EndedByHand* hand, const Attempt& attempt)
{
    return hand && attempt.state == AttemptState::Cancelled && attempt.endedAt == hand->at;
}

ShownState stateOf(const Attempt& attempt, const EndedByHand* hand, bool isLast, ShownState step)
{
    const bool isTriedAgain = step == ShownState::Retrying || step == ShownState::Planned;
    if (isLast && !isTriedAgain)
        return step;
    switch (attempt.state) {
    case AttemptState::Running: return step;
    case AttemptState::Succeeded: return attempt.purpose == Purpose::Undo ? ShownState::Undone : ShownState::Done;
    case AttemptState::Failed: return ShownState::Failed;
    case AttemptState::Cancelled: return endedIt(hand, attempt) ? stateOf(*hand) : ShownState::Cancelled;
    }
    return step;
}

//! When a person ended it herself and it was tried again later: nothing else would tell of it any more.
void addMoment(StepBar& bar, const EndedByHand& hand) { bar.segments += {{hand.at, hand.at}, stateOf(hand), 0, false}; }

void addSegments(StepBar& bar, const StepRun& step, Timestamp now)
{
    if (const auto* hand = step.handAfter(0); hand && !step.attempts.isEmpty())
        addMoment(bar, *hand);
    for (qsizetype i = 0; i < step.attempts.size(); ++i) {
        const Attempt& attempt = step.attempts[i];
        const bool isLast = i + 1 == step.attempts.size();
        const auto* hand = step.handAfter(attempt.number);
        const bool toNow = !attempt.endedAt && isLast && attempt.state == AttemptState::Running && !step.endedAt;
        const Timestamp end = attempt.endedAt ? *attempt.endedAt : step.endedAt ? *step.endedAt : now;
        bar.segments += {{attempt.startedAt, std::max(end, attempt.startedAt)},
            stateOf(attempt, hand, isLast, bar.state), attempt.number, toNow};
        const std::optional<Timestamp> next = !isLast ? std::optional(step.attempts[i + 1].startedAt) : step.retryAt;
        // From its end to its undoing it stood there, and nothing tried to do it again.
        const bool isUndoneNext = !isLast && attempt.purpose != step.attempts[i + 1].purpose;
        Timestamp from = end;
        if (hand && !isLast && !endedIt(hand, attempt)) {
            if (hand->at > end)
                bar.segments += {{end, hand->at}, ShownState::Retrying, 0, false};
            addMoment(bar, *hand);
            from = std::max(from, hand->at);
        }
        if (next && *next > from && !isUndoneNext)
            bar.segments += {{from, *next}, ShownState::Retrying, 0, false};
    }
    // Advanced or skipped without an attempt: a mark at the moment of the act.
    if (step.attempts.isEmpty() && step.endedAt)
        bar.segments += {{*step.endedAt, *step.endedAt}, bar.state, 1, false};
}

} // namespace

TimeSpan StepBar::extent() const
{
    if (segments.isEmpty())
        return ghost.value_or(TimeSpan{});
    return {segments.first().span.from, segments.last().span.to};
}

QList<StepBar> barsOf(
    const desk::RunView& view, const QList<ShownState>& states, Timestamp now, Millis placeholder, double timeScale)
{
    QList<StepBar> bars;
    QHash<StepId, Timestamp> expectedEnd;
    const bool open = view.run.isOpen();
    for (qsizetype i = 0; i < view.run.steps.size(); ++i) {
        const StepRun& step = view.run.steps[i];
        const StepDefinition* definition = view.run.workflow ? view.run.workflow->step(step.id) : nullptr;
        const auto usual = view.usual.constFind(step.id);
        const bool hasUsual = usual != view.usual.constEnd();
        StepBar bar;
        bar.state = states.value(i, ShownState::Unknown);
        bar.ghostIsEstimate = hasUsual;
        addSegments(bar, step, now);
        if (!bar.isEmpty()) {
            // The last attempt is what is long or short: what failed before it is told by its own segments.
            const Timestamp start =
                step.attempts.isEmpty() ? bar.segments.first().span.from : step.attempts.last().startedAt;
            if (hasUsual && !step.endedAt) {
                bar.ghost = TimeSpan{start, start + usual->median};
                bar.late = start + usual->p90;
            } else if (definition && definition->limit && !step.endedAt && step.state == StepState::Waiting) {
                bar.late = start + Millis(qint64(double(definition->limit->count()) / timeScale));
            }
            const Millis length = hasUsual ? usual->median : Millis(0);
            expectedEnd[step.id] = step.retryAt ? std::max(now, *step.retryAt) + length // what ended was an attempt
                                                : step.endedAt.value_or(std::max(now, start + length));
        } else if (open && step.state == StepState::Planned) {
            Timestamp start = now + placeholder / 4;
            if (definition)
                for (const StepId& need : definition->needs)
                    start = std::max(start, expectedEnd.value(need, now) + placeholder / 4);
            bar.ghost = TimeSpan{start, start + (hasUsual ? usual->median : placeholder)};
            expectedEnd[step.id] = bar.ghost->to;
        } else {
            expectedEnd[step.id] = now;
        }
        bars += bar;
    }
    return bars;
}

QList<TimeSpan> idleSpans(const Run& run, Timestamp now, Millis threshold)
{
    QList<Timestamp> moments{run.startedAt};
    QList<TimeSpan> busy;
    moments += run.endedAt.value_or(now);
    for (const StepRun& step : run.steps) {
        for (const Attempt& attempt : step.attempts) {
            moments += attempt.startedAt;
            if (attempt.endedAt)
                moments += *attempt.endedAt;
            for (const EffectRecord& effect : attempt.effects)
                busy += TimeSpan{effect.intendedAt, effect.endedAt.value_or(now)};
        }
        if (step.state == StepState::Running && !step.attempts.isEmpty())
            busy += TimeSpan{step.attempts.last().startedAt, now};
        if (step.endedAt)
            moments += *step.endedAt;
        if (step.waitingFor)
            moments += step.waitingFor->since;
    }
    return TimelineGeometry::findFolds(moments, busy, threshold);
}

} // namespace slipway::console
