// SPDX-License-Identifier: GPL-3.0-or-later
// RunDriver: what a step is to do by what was seen.
#include "conductor/run_driver.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "conductor/questions.h"
#include "steps/kinds.h"
#include "workflow/left_open.h"

namespace slipway::conductor {

namespace {

//! Who was not let in is let in by a person, who says so: a look at once is hers.
constexpr Millis kAfterRefusal{60'000};

} // namespace

//! Blind first: a first attempt writes from the shared snapshot. After a write, a refusal, a restart or a person's retry
//! only what was asked for since counts.
Timestamp RunDriver::freshSince(const StepRun& step, const steps::StepContext& context, const steps::Reads& reads) const
{
    const auto watch = m_watches.find(step.id);
    Timestamp since = watch == m_watches.end() ? Timestamp{} : watch->second.lookedSince;
    const Timestamp snapshot = m_services.clock.now() - m_services.observer.snapshotAge();
    // Only what a first write builds on is shared: what a step watches must have been asked for since it started, else it
    // would see the world from before the step that it needs.
    if (!context.mustLook() && std::all_of(reads.github.begin(), reads.github.end(), github::isShared)
        && reads.http.isEmpty()) {
        // An answer that took longer than a snapshot may serve is still the answer that was asked for: were it thought
        // too old, a slow service would be asked for ever.
        const auto asked = watch == m_watches.end() ? std::nullopt : watch->second.sharedSince;
        return std::max(since, std::min(snapshot, asked.value_or(snapshot)));
    }
    since = std::max(since, ofThisClock(step.attempt()->startedAt));
    if (const auto* effect = context.lastEffect(); effect && effect->endedAt)
        since = std::max(since, ofThisClock(*effect->endedAt));
    return since;
}

bool RunDriver::decide(const StepRun& step)
{
    const auto& clock = m_services.clock;
    auto& watch = m_watches[step.id];
    auto context = steps::contextOf(run(), step.id, m_services.kinds, clock.now(), clock.scale(), &m_scopes);
    if (!context)
        return fail(step, {.error = context.error()});
    context->takenRuns = m_services.effector.takenByOthers({run().id, step.id});
    const auto* kind = steps::kindNamed(context->definition.kind);
    if (!kind)
        return fail(step, {.error = Error{.code = errc::internal}});
    const auto reads = kind->reads(*context);
    const Timestamp due = watch.secretCame ? clock.now() : std::max(watch.due, clock.now());
    // A gate; and a secret that was asked for is given with a retry, which must not come too late.
    const bool asksOnce = reads.isEmpty() || (step.error && steps::lacksSecret(*step.error));
    if (step.needsYou && asksOnce && !watch.secretCame)
        return false;
    const Timestamp since = freshSince(step, *context, reads);
    if (!known(step, reads, since, due)) {
        watch.sharedSince = since;
        return false;
    }
    watch.sharedSince.reset();
    return apply(step, *context, reads, kind->decide(*context, m_services.observer.seen()));
}

bool RunDriver::apply(
    const StepRun& step, const steps::StepContext& context, const steps::Reads& reads, const steps::Decision& decision)
{
    if (!std::holds_alternative<steps::Act>(decision) && !std::holds_alternative<steps::Call>(decision))
        m_services.effector.release({run().id, step.id});
    return std::visit(
        Overloaded{[&](const steps::Act& what) { return act(step, context, what.effect); },
            [&](const steps::Call& what) { return act(step, context, what.call); },
            [&](const steps::Wait& what) { return wait(step, reads, what); },
            [&](const steps::Done& what) {
                const bool undo = context.purpose == Purpose::Undo;
                m_transitions.add({makeEvent(undo ? EventType::StepUndone : EventType::StepSucceeded, step,
                    {{"outputs", what.outputs}, {"note", what.note.toStdString()}})});
                return true;
            },
            [&](const steps::Fail& what) {
                return steps::needsPerson(what.error) ? apply(step, context, reads, steps::Ask{what.error})
                                                      : fail(step, what);
            },
            [&](const steps::Ask& what) { return ask(step, reads, what); },
            [&](const steps::Revise& what) {
                Event revised =
                    makeEvent(EventType::OutputsRevised, *run().step(what.step), {{"outputs", what.outputs}});
                m_transitions.add({std::move(revised)});
                return true;
            },
            [&](const steps::NewGeneration&) {
                m_transitions.add(
                    {makeEvent(EventType::GenerationStarted, step, {{"generation", step.generation + 1}})});
                return true;
            }},
        decision);
}

Millis RunDriver::interval(const StepRun& step, const steps::Reads& reads, const QString& what, bool unchanged) const
{
    const auto& clock = m_services.clock;
    const auto unscaled = [&](Timestamp since) {
        return Millis(qint64(double((clock.now() - since).count()) * clock.scale()));
    };
    return clock.scaled(watchInterval({.what = what,
        .waited = unscaled(step.attempt()->startedAt),
        .unchanged = unchanged && step.waitingFor ? unscaled(step.waitingFor->since) : Millis(0),
        .usual = m_services.usual.of(run().workflow->id, step.id),
        .newsFlow = m_services.observer.newsFlow(reads),
        .together = m_services.observer.watchedTogether()}));
}

bool RunDriver::wait(const StepRun& step, const steps::Reads& reads, const steps::Wait& wait)
{
    const auto& clock = m_services.clock;
    auto& watch = m_watches[step.id];
    const bool sameFacts = std::all_of(wait.facts.items().begin(), wait.facts.items().end(),
        [&](const auto& fact) { return memberAt(step.attempt()->facts, fact.key().c_str()) == fact.value(); });
    const bool unchanged = step.state == StepState::Waiting && !step.needsYou && step.waitingFor
        && step.waitingFor->what == wait.what && step.waitingFor->args == wait.args && sameFacts;
    watch.lookedSince = clock.now() + Millis(1);
    watch.due = wait.lookAtOnce && !unchanged ? clock.now() : clock.now() + interval(step, reads, wait.what, unchanged);
    if (!unchanged) {
        m_transitions.add({makeEvent(EventType::StepWaiting, step,
            {{"for", wait.what.toStdString()}, {"args", wait.args}, {"facts", wait.facts}})});
        return true;
    }
    if (reads.isEmpty())
        wakeAt(step.id, watch.due);
    else
        known(step, reads, watch.lookedSince, watch.due);
    return false;
}

bool RunDriver::ask(const StepRun& step, const steps::Reads& reads, const steps::Ask& ask)
{
    const auto& clock = m_services.clock;
    auto& watch = m_watches[step.id];
    const bool unchanged = step.needsYou && step.error && isSameQuestion(*step.error, ask.error);
    const Millis pause = isRefusal(ask.error) ? clock.scaled(kAfterRefusal) : Millis(0);
    watch.secretCame = false;
    watch.lookedSince = clock.now() + Millis(1);
    watch.due = clock.now() + std::max(pause, interval(step, reads, QString(), unchanged));
    if (!unchanged) {
        m_transitions.add({makeEvent(EventType::StepAsked, step, {{"error", toJson(ask.error)}})});
        return true;
    }
    if (!reads.isEmpty())
        known(step, reads, watch.lookedSince, watch.due);
    return false;
}

bool RunDriver::fail(const StepRun& step, const steps::Fail& failure)
{
    Json data{{"error", toJson(failure.error)}};
    const auto* definition = run().workflow->step(step.id);
    // Attempts since a person last asked count: a retry by hand starts the count anew.
    int tries = 0;
    for (auto attempt = step.attempts.crbegin(); attempt != step.attempts.crend(); ++attempt) {
        ++tries;
        if (attempt->lookFirst)
            break;
    }
    if (failure.retry && tries < definition->retry.attempts) {
        const auto most = std::min(definition->retry.most, definition->retry.first * (1 << std::min(tries - 1, 16)));
        const auto delay = Millis(qint64(m_services.random() * double(most.count())));
        data["retryAt"] = (m_services.clock.now() + m_services.clock.scaled(delay)).ms;
    }
    m_transitions.add({makeEvent(EventType::StepFailed, step, std::move(data))});
    return true;
}

void RunDriver::noteLearned(const QHash<StepId, Json>& outputs)
{
    Events events;
    for (const auto& left : leftOpen(run()))
        if (const auto learned = outputs.constFind(left.step); learned != outputs.constEnd())
            events.push_back(makeEvent(EventType::OutputsRevised, *run().step(left.step), {{"outputs", *learned}}));
    if (!events.empty())
        m_transitions.add(std::move(events));
}

} // namespace slipway::conductor
