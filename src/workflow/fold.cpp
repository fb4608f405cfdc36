// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/fold.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "workflow/parse_workflow.h"

namespace slipway {

namespace {

//! One event folded into one run. Each case is one method, named after what the event says.
class Folding {
public:
    Folding(Run& run, const Event& event)
        : m_run(run)
        , m_event(event)
        , m_data(event.data)
    { }

    Result<void> apply(const KindRules& kinds)
    {
        if (m_event.sequence != m_run.sequence + 1)
            return damaged("the sequence has a gap");
        if (m_event.type == EventType::RunStarted && !m_run.workflow) {
            if (auto started = start(kinds); !started)
                return started;
        } else {
            if (!m_run.workflow)
                return damaged("the first event is no RunStarted");
            if (!m_event.step.isEmpty() && !(m_step = m_run.step(m_event.step)))
                return damaged("it names a step that the workflow does not have");
            if (auto applied = applyOther(); !applied)
                return applied;
        }
        if (const auto command = textAt(m_data, "commandId"); !command.isEmpty())
            m_run.commands.append(CommandId(command));
        m_run.sequence = m_event.sequence;
        if (m_run.crashes > 0 && endsAStep() && (m_run.crashedIn.isEmpty() || m_run.crashedIn == m_event.step))
            forgetCrashes();
        deriveState();
        return {};
    }

private:
    Error damaged(const char* reason) const
    {
        return {.code = errc::storeDamaged,
            .args = {{"reason", reason}, {"run", m_event.run.utf8()}, {"sequence", m_event.sequence},
                {"type", toText(m_event.type).toStdString()}}};
    }

    Result<void> start(const KindRules& kinds)
    {
        auto workflow = parseWorkflow(memberAt(m_data, "workflow"), u"run "_s + m_event.run.text(), kinds);
        if (!workflow)
            return workflow.error();
        m_run.id = m_event.run;
        m_run.workflow = *workflow;
        m_run.subject = textAt(m_data, "subject");
        m_run.inputs = memberAt(m_data, "inputs");
        m_run.settings = memberAt(m_data, "settings");
        m_run.stamp = integerAt(m_data, "stamp");
        m_run.profile = textAt(m_data, "profile");
        m_run.host = textAt(m_data, "host");
        m_run.record = memberAt(m_data, "record");
        m_run.recordEvents = integerAt(m_data, "recordEvents");
        m_run.startedBy = m_event.actor;
        m_run.startedAt = m_event.at;
        for (const auto& definition : m_run.workflow->steps)
            m_run.steps.append(StepRun{.id = definition.id});
        return {};
    }

    Result<void> applyOther()
    {
        switch (m_event.type) {
        case EventType::RunStarted: return damaged("the run was started before");
        case EventType::StepStarted: return onStep([this] { startAttempt(); });
        case EventType::EffectIntended: return onAttempt([this](Attempt& attempt) { intend(attempt); });
        case EventType::EffectSucceeded:
        case EventType::EffectFailed:
        case EventType::EffectUnknown:
        case EventType::EffectResolved: return endEffect();
        case EventType::StepWaiting: return onAttempt([this](Attempt& attempt) { wait(attempt); });
        case EventType::OutputsRevised: return onStep([this] { takeOutputs(); });
        case EventType::GenerationStarted:
            return onStep([this] { m_step->generation = int(integerAt(m_data, "generation", 1)); });
        case EventType::StepSucceeded: return onStep([this] { succeed(); });
        case EventType::StepFailed: return onStep([this] { fail(); });
        case EventType::StepAsked: return onStep([this] { ask(); });
        case EventType::StepAdvanced: return onStep([this] { advance(); });
        case EventType::StepSkipped: return onStep([this] { skip(); });
        case EventType::StepCancelled: return onStep([this] { endBy(StepState::Cancelled); });
        case EventType::StepUndone: return onStep([this] { undoStep(); });
        case EventType::RetryRequested: return retry();
        case EventType::LookRequested: return look();
        case EventType::RunPaused:
            m_run.pause = Pause{
                .since = m_event.at,
                .by = m_event.actor,
                .reason = textAt(m_data, "reason"),
                .because = textAt(m_data, "because"),
            };
            return {};
        case EventType::RunResumed:
            m_run.pause.reset();
            leaveQuarantine();
            return {};
        case EventType::RunParked:
            m_run.parked = errorFromJson(memberAt(m_data, "error"));
            m_run.parkedUntil = timeAt("until");
            return {};
        case EventType::RunUnparked:
            m_run.parked.reset();
            m_run.parkedUntil.reset();
            return {};
        case EventType::CancelRequested:
            m_run.cancelRequested = true;
            leaveQuarantine();
            return {};
        case EventType::RunCancelled: cancel(); return {};
        case EventType::UndoRequested: return requestUndo();
        case EventType::RunUndone:
            m_run.undone = true;
            m_run.undoRequested = false;
            return {};
        case EventType::NoteAdded: m_run.notes.append({m_event.at, m_event.actor, textAt(m_data, "text")}); return {};
        case EventType::EngineCrashed:
            m_run.crashes = flagAt(m_data, "again") ? m_run.crashes + 1 : 1;
            m_run.crashedIn = m_event.step;
            return {};
        case EventType::RunQuarantined:
            m_run.quarantined = true;
            m_run.parked = errorFromJson(memberAt(m_data, "error"));
            m_run.parkedUntil.reset();
            return {};
        }
        Q_UNREACHABLE();
    }

    //! What shows that the step that crashed the program got past it.
    bool endsAStep() const
    {
        switch (m_event.type) {
        case EventType::StepSucceeded:
        case EventType::StepFailed:
        case EventType::StepAdvanced:
        case EventType::StepSkipped:
        case EventType::StepUndone: return true;
        default: return false;
        }
    }

    void forgetCrashes()
    {
        m_run.crashes = 0;
        m_run.crashedIn = {};
    }

    //! A person says to go on, or back.
    void leaveQuarantine()
    {
        forgetCrashes();
        if (std::exchange(m_run.quarantined, false))
            m_run.parked.reset();
    }

    template <class F>
    Result<void> onStep(F act)
    {
        if (!m_step)
            return damaged("it names no step");
        act();
        return {};
    }

    template <class F>
    Result<void> onAttempt(F act)
    {
        if (!m_step || m_step->attempts.isEmpty())
            return damaged("its step has no attempt");
        act(m_step->attempts.last());
        return {};
    }

    std::optional<Timestamp> timeAt(const char* name) const
    {
        const Json& value = memberAt(m_data, name);
        return value.is_number_integer() ? std::optional(Timestamp{value.get<qint64>()}) : std::nullopt;
    }

    //! What is not known of an attempt, because a copy or a record does not tell it, is not known of those either that the
    //! engine lets follow. A person who asks for another has said her word.
    bool followsTakenOver() const
    {
        const auto* before = m_step->attempt();
        return !m_step->lookFirst && before && before->takenOver && before->purpose == m_event.purpose;
    }

    void startAttempt()
    {
        Attempt attempt{.number = m_event.attempt,
            .purpose = m_event.purpose,
            .startedAt = m_event.at,
            .startedBy = textAt(m_data, "by", m_event.actor),
            .lookFirst = m_step->lookFirst,
            .takenOver = m_step->takenOver || followsTakenOver()};
        if (m_step->attempt())
            attempt.facts = m_step->attempt()->facts;
        m_step->attempts.append(std::move(attempt));
        m_step->state = StepState::Running;
        m_step->lookFirst = false;
        m_step->takenOver = false;
        clearTrouble();
        m_step->endedAt.reset();
        if (!m_step->startedAt)
            m_step->startedAt = m_event.at;
    }

    void intend(Attempt& attempt)
    {
        attempt.effects.append({.id = EffectId(textAt(m_data, "effect")),
            .name = textAt(m_data, "name"),
            .effectClass = textAt(m_data, "class"),
            .target = memberAt(m_data, "target"),
            .intendedAt = m_event.at});
        m_step->state = StepState::Running;
        m_step->waitingFor.reset();
        // What a person was asked about has solved itself.
        m_step->needsYou = false;
        m_step->error.reset();
    }

    Result<void> endEffect()
    {
        const EffectId id(textAt(m_data, "effect"));
        EffectRecord* effect = nullptr;
        if (m_step) {
            for (auto& attempt : m_step->attempts)
                for (auto& candidate : attempt.effects)
                    if (candidate.id == id)
                        effect = &candidate;
        }
        if (!effect || !effect->isOpen())
            return damaged("it ends an effect that is not open");
        if (m_event.type == EventType::EffectUnknown) {
            effect->state = EffectState::Unknown;
            effect->notBefore = timeAt("notBefore");
            effect->error = errorFromJson(memberAt(m_data, "error"));
            return {};
        }
        effect->endedAt = m_event.at;
        const auto outcome = textAt(m_data, "outcome");
        if (m_event.type == EventType::EffectFailed) {
            effect->state = EffectState::Failed;
            effect->absent = flagAt(m_data, "notExecuted");
            effect->error = errorFromJson(memberAt(m_data, "error"));
            effect->result = memberAt(m_data, "result"); // the part that took place
        } else if (m_event.type == EventType::EffectSucceeded || outcome == "succeeded"_L1
            || outcome == "declaredDone"_L1) {
            effect->state = EffectState::Succeeded;
            effect->result = memberAt(m_data, "result");
        } else {
            effect->state = EffectState::Failed;
            effect->absent = true;
        }
        if (m_event.type == EventType::EffectResolved)
            m_step->needsYou = false;
        return {};
    }

    void wait(Attempt& attempt)
    {
        m_step->state = StepState::Waiting;
        m_step->needsYou = false;
        m_step->error.reset();
        const QString what = textAt(m_data, "for");
        // Waiting for the same thing with new arguments does not start the wait anew.
        const auto since =
            m_step->waitingFor && m_step->waitingFor->what == what ? m_step->waitingFor->since : m_event.at;
        m_step->waitingFor = WaitingFor{.what = what, .args = memberAt(m_data, "args"), .since = since};
        if (const Json& facts = memberAt(m_data, "facts"); facts.is_object())
            attempt.facts.update(facts);
    }

    void takeOutputs()
    {
        if (const Json& outputs = memberAt(m_data, "outputs"); outputs.is_object())
            m_step->outputs.update(outputs);
    }

    void clearTrouble()
    {
        m_step->error.reset();
        m_step->retryAt.reset();
        m_step->waitingFor.reset();
        m_step->needsYou = false;
    }

    void endAttempt(AttemptState state)
    {
        if (m_step->attempts.isEmpty() || m_step->attempts.last().endedAt)
            return;
        m_step->attempts.last().state = state;
        m_step->attempts.last().endedAt = m_event.at;
    }

    void succeed()
    {
        takeOutputs();
        clearTrouble();
        m_step->note = textAt(m_data, "note");
        m_step->state = StepState::Succeeded;
        m_step->endedAt = m_event.at;
        endAttempt(AttemptState::Succeeded);
    }

    void fail()
    {
        clearTrouble();
        m_step->state = StepState::Failed;
        m_step->error = errorFromJson(memberAt(m_data, "error"));
        m_step->retryAt = timeAt("retryAt");
        m_step->endedAt = m_event.at;
        if (!m_step->attempts.isEmpty())
            m_step->attempts.last().error = m_step->error;
        endAttempt(AttemptState::Failed);
    }

    void ask()
    {
        m_step->state = StepState::Waiting;
        m_step->needsYou = true;
        m_step->takenOver = false; // whoever answers has been told what is not known
        m_step->retryAt.reset();
        m_step->error = errorFromJson(memberAt(m_data, "error"));
        m_step->waitingFor = WaitingFor{.what = u"person"_s, .since = m_event.at};
    }

    void endByHand(bool skipped)
    {
        m_step->endedByHand.append({.attempt = m_step->attempt() ? m_step->attempt()->number : 0,
            .skipped = skipped,
            .verified = flagAt(m_data, "verified"),
            .at = m_event.at,
            .byWhom = m_event.actor,
            .reason = textAt(m_data, "reason")});
    }

    void advance()
    {
        takeOutputs();
        endByHand(false);
        m_step->verified = flagAt(m_data, "verified");
        endBy(StepState::Advanced);
    }

    void endBy(StepState state)
    {
        clearTrouble();
        m_step->state = state;
        m_step->byWhom = m_event.actor;
        m_step->reason = textAt(m_data, "reason");
        if (!m_step->startedAt)
            m_step->startedAt = m_event.at;
        m_step->endedAt = m_event.at;
        endAttempt(AttemptState::Cancelled);
    }

    //! Of an undo: what the step made is left for good.
    void skip()
    {
        if (textAt(m_data, "by") != "when"_L1)
            endByHand(true);
        endBy(StepState::Skipped);
        m_step->undoPlanned = false;
    }

    void undoStep()
    {
        takeOutputs();
        clearTrouble();
        m_step->state = StepState::Undone;
        m_step->undoPlanned = false;
        m_step->note = textAt(m_data, "note");
        m_step->endedAt = m_event.at;
        endAttempt(AttemptState::Succeeded);
    }

    //! A store put back from a copy knows less than was done: what is not done in it may be there already.
    Result<void> look()
    {
        if (textAt(m_data, "scope") != "restored"_L1)
            return {};
        for (auto& step : m_run.steps) {
            if (step.isDone() || step.state == StepState::Undone)
                continue;
            const bool isOpen = !step.attempts.isEmpty() && !step.attempts.last().endedAt;
            if (isOpen)
                step.attempts.last().lookFirst = step.attempts.last().takenOver = true;
            // The answer to a question from before the copy says nothing of what came after it.
            if (!isOpen || step.needsYou)
                step.lookFirst = step.takenOver = true;
        }
        return {};
    }

    Result<void> retry()
    {
        const bool takeOver = textAt(m_data, "scope") == "takeOver"_L1;
        if (takeOver)
            m_run.takenOver = true;
        leaveQuarantine();
        for (const auto& id : textsAt(m_data, "steps")) {
            m_step = m_run.step(StepId(id));
            if (!m_step)
                return damaged("it names a step that the workflow does not have");
            endAttempt(AttemptState::Cancelled);
            clearTrouble();
            m_step->state = StepState::Planned;
            m_step->byWhom.clear();
            m_step->reason.clear();
            m_step->verified = false;
            m_step->endedAt.reset();
            m_step->lookFirst = true;
            m_step->takenOver = takeOver || m_step->takenOver; // no attempt has gone by it, nor was anybody asked
        }
        return {};
    }

    void cancel()
    {
        for (auto& step : m_run.steps) {
            m_step = &step;
            if (!step.isDone() && step.state != StepState::Undone)
                endBy(StepState::Cancelled);
        }
        m_run.cancelled = true;
        m_run.cancelRequested = false;
    }

    Result<void> requestUndo()
    {
        for (auto& step : m_run.steps) {
            m_step = &step;
            if (!step.isDone() && step.state != StepState::Undone)
                endBy(StepState::Cancelled);
        }
        for (const auto& id : textsAt(m_data, "steps")) {
            auto* step = m_run.step(StepId(id));
            if (!step)
                return damaged("it names a step that the workflow does not have");
            step->undoPlanned = true;
        }
        leaveQuarantine();
        m_run.undoRequested = true;
        m_run.cancelRequested = false;
        m_run.cancelled = false;
        return {};
    }

    void deriveState()
    {
        const bool wasOpen = m_run.isOpen() || m_event.type == EventType::RunStarted;
        m_run.state = stateOf(m_run);
        if (!m_run.isOpen() && wasOpen)
            m_run.endedAt = m_event.at;
        else if (m_run.isOpen())
            m_run.endedAt.reset();
    }

    static RunState stateOf(const Run& run)
    {
        if (run.undone)
            return RunState::Undone;
        if (run.cancelled)
            return RunState::Cancelled;
        const auto any = [&](auto&& test) { return std::any_of(run.steps.begin(), run.steps.end(), test); };
        if (!run.undoRequested && !any([](const StepRun& s) { return !s.isDone(); }))
            return RunState::Succeeded;
        if (run.quarantined || any([](const StepRun& s) { return s.needsYou; }))
            return RunState::NeedsYou;
        if (run.pause)
            return RunState::Paused;
        if (run.parked)
            return RunState::Parked;
        // All is taken back and only the closing event is missing: whoever follows must not take that for a failure.
        if (run.undoRequested && !any([](const StepRun& s) { return s.undoPlanned; }))
            return RunState::Running;
        const auto canStart = [&](const StepRun& step) {
            if (step.state != StepState::Planned)
                return false;
            const auto* definition = run.workflow->step(step.id);
            return std::all_of(definition->needs.begin(), definition->needs.end(),
                [&](const StepId& need) { return run.step(need)->isDone(); });
        };
        if (any([&](const StepRun& s) {
                return s.state == StepState::Ready || s.state == StepState::Running || s.retryAt || canStart(s)
                    || (s.undoPlanned && s.state != StepState::Failed);
            }))
            return RunState::Running;
        if (any([](const StepRun& s) { return s.state == StepState::Waiting; }))
            return RunState::Waiting;
        return RunState::Failed;
    }

    Run& m_run;
    const Event& m_event;
    const Json& m_data;
    StepRun* m_step = nullptr;
};

} // namespace

Result<Run> fold(Run run, const Event& event, const KindRules& kinds)
{
    if (auto applied = Folding(run, event).apply(kinds); !applied)
        return applied.error();
    return run;
}

Result<Run> fold(Run run, const Events& events, const KindRules& kinds)
{
    for (const auto& event : events) {
        if (auto applied = Folding(run, event).apply(kinds); !applied)
            return applied.error();
    }
    return run;
}

} // namespace slipway
