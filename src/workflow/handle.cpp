// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/handle.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "workflow/fold.h"
#include "workflow/inputs.h"
#include "workflow/left_open.h"
#include "workflow/parse_workflow.h"
#include "workflow/record_history.h"
#include "workflow/secrets.h"
#include "workflow/template.h"

namespace slipway {

namespace {

Error refused(const char* because, const StepId& step = {})
{
    Error error{.code = errc::commandRefused, .args = {{"because", because}}};
    if (!step.isEmpty())
        error.args["step"] = step.utf8();
    return error;
}

QStringList texts(const QList<StepId>& ids)
{
    QStringList list;
    for (const auto& id : ids)
        list.append(id.text());
    return list;
}

bool isGate(const Run& run, const StepRun& step) { return run.workflow->step(step.id)->kind == "gate"_L1; }

//! Steps that `RetryStep` without a step means: everything that failed for good, or that asks for a person because of an
//! error. Where there is nothing of that sort, what would be tried again by itself.
QList<StepId> failedSteps(const Run& run)
{
    QList<StepId> ids, planned;
    for (const auto& step : run.steps) {
        if (step.state == StepState::Failed)
            (step.retryAt ? planned : ids).append(step.id);
        else if (step.needsYou && step.error && !step.openEffect() && !isGate(run, step))
            ids.append(step.id);
    }
    return ids.isEmpty() ? planned : ids;
}

bool hasUndo(const Run& run, const StepRun& step)
{
    return memberAt(run.workflow->step(step.id)->with, "undo").is_object();
}

//! Whether the run made something there that its workflow can take back: a request of its own that took place, not what
//! was found and taken over.
bool madeWhatCanBeUndone(const Run& run, const StepRun& step)
{
    if (!hasUndo(run, step))
        return false;
    return std::any_of(step.attempts.begin(), step.attempts.end(), [](const Attempt& attempt) {
        return attempt.purpose == Purpose::Do
            && std::any_of(attempt.effects.begin(), attempt.effects.end(),
                [](const EffectRecord& effect) { return effect.state == EffectState::Succeeded; });
    });
}

bool isRaise(const Run& run, const StepRun& step)
{
    return run.workflow->step(step.id)->kind == "github.pull-request"_L1;
}

//! What this run raised (of what is merged, a pull request that reverts it is proposed), and what its workflow says how
//! to take back.
QList<StepId> undoableSteps(const Run& run)
{
    QList<StepId> ids;
    for (auto step = run.steps.crbegin(); step != run.steps.crend(); ++step) {
        const bool wrote = std::any_of(step->attempts.begin(), step->attempts.end(), [](const Attempt& attempt) {
            return std::any_of(attempt.effects.begin(), attempt.effects.end(),
                [](const EffectRecord& effect) { return !(effect.state == EffectState::Failed && effect.absent); });
        });
        const bool raised = wrote && isRaise(run, *step);
        if ((raised || madeWhatCanBeUndone(run, *step)) && step->state != StepState::Undone)
            ids.append(step->id);
    }
    return ids;
}

//! A request whose answer nobody waits for any more takes effect within this time, or never.
constexpr Millis kCutOffWindow{60'000};

//! Whether a command applies, and the events it makes. One visitor serves refusals, disabled buttons and acts, so they
//! cannot disagree.
class Handling {
public:
    Handling(const Run& run, const KindRules* kinds, std::optional<Timestamp> at = {})
        : m_run(run)
        , m_kinds(kinds)
        , m_at(at)
    { }

    Result<Events> operator()(const StartRun& command) const
    {
        auto workflow = parseWorkflow(command.workflow, u"the workflow to start"_s, m_kinds ? *m_kinds : KindRules{});
        if (!workflow)
            return workflow.error();
        if (!command.record.is_null())
            return imported(**workflow, command);
        const Json inputs = withDefaults(**workflow, command.inputs);
        if (const auto problems = checkInputs(**workflow, inputs, command.settings); !problems.isEmpty()) {
            Json list = Json::array();
            for (const auto& problem : problems)
                list.push_back({{"input", problem.input.toStdString()}, {"rule", problem.rule.toStdString()},
                    {"message", problem.message.toStdString()}});
            return Error{.code = errc::inputInvalid, .args = {{"problems", std::move(list)}}};
        }
        Json scope{{"inputs", inputs}, {"settings", command.settings}};
        const auto subject = expandText((*workflow)->subject, scope);
        if (!subject)
            return subject.error();
        return Events{Event{.type = EventType::RunStarted,
            .data = {{"subject", subject->toStdString()}, {"workflow", command.workflow},
                {"inputs", withoutSecrets(**workflow, inputs)}, {"settings", command.settings},
                {"profile", command.profile.toStdString()}}}};
    }

    Result<Events> operator()(const RetryStep& command) const
    {
        if (const auto why = unknownSecret(command.secrets, command.step, {}))
            return *why;
        QList<StepId> ids = command.step.isEmpty() ? failedSteps(m_run) : QList<StepId>{command.step};
        if (ids.isEmpty())
            return refused("nothingToRetry");
        for (const auto& id : ids) {
            const auto* step = m_run.step(id);
            if (!step)
                return unknownStep(id);
            if (auto why = cannotRestart(*step))
                return *why;
            if (step->state == StepState::Planned)
                return refused("stepNotFailed", id);
            if (step->isDone() || step->state == StepState::Undone)
                return refused("stepDone", id);
        }
        return retryEvents(ids, "step", command.reason);
    }

    Result<Events> operator()(const RetryFrom& command) const
    {
        const auto* from = m_run.step(command.step);
        if (!from)
            return unknownStep(command.step);
        if (from->state == StepState::Planned)
            return refused("stepNotFailed", command.step);
        QList<StepId> ids;
        for (const auto& id : m_run.workflow->downstream(command.step)) {
            const auto* step = m_run.step(id);
            if (step->state == StepState::Planned)
                continue;
            if (auto why = cannotRestart(*step))
                return *why;
            ids.append(id);
        }
        return retryEvents(ids, "from", command.reason);
    }

    Result<Events> operator()(const RetryNow& command) const
    {
        QList<StepId> ids;
        for (const auto& step : m_run.steps)
            if (step.retryAt && (command.step.isEmpty() || step.id == command.step))
                ids.append(step.id);
        if (!command.step.isEmpty() && !m_run.step(command.step))
            return unknownStep(command.step);
        if (auto why = cannotMove())
            return *why;
        if (ids.isEmpty())
            return refused("noRetryPlanned", command.step);
        return retryEvents(ids, "now", {});
    }

    Result<Events> operator()(const LookNow& command) const
    {
        if (auto why = cannotMove())
            return *why;
        if (m_run.quarantined)
            return refused("quarantined");
        if (!command.step.isEmpty()) {
            const auto* step = m_run.step(command.step);
            if (!step)
                return unknownStep(command.step);
            if (!step->isActive() && !step->retryAt)
                return refused("notWaiting", command.step);
        }
        return Events{Event{.type = EventType::LookRequested, .step = command.step}};
    }

    Result<Events> operator()(const AdvanceStep& command) const
    {
        const auto* step = m_run.step(command.step);
        if (!step)
            return unknownStep(command.step);
        if (auto why = cannotEndByHand(*step))
            return *why;
        const QString own = command.verified ? u"nothing"_s : u"steps.%1."_s.arg(command.step.text());
        if (const auto why = unknownSecret(command.secrets, command.step, own))
            return *why;
        if (m_kinds) {
            const auto* definition = m_run.workflow->step(command.step);
            const auto rule = m_kinds->value(definition->kind);
            const Json& secrets = memberAt(definition->with, "secretOutputs");
            for (const auto& [name, value] : command.outputs.items()) {
                // What is given here is journaled, so a secret cannot be.
                if ((!rule.anyOutputs && !rule.outputs.contains(toQString(name)))
                    || !memberAt(secrets, name.c_str()).is_null()) {
                    Error error = refused("outputUnknown", command.step);
                    error.args["output"] = name;
                    return error;
                }
            }
        }
        if (m_kinds && command.reason.trimmed().isEmpty() && !command.verified)
            return refused("reasonMissing", command.step);
        Events events = answerTo(*step, "declaredDone", command.reason);
        events.push_back({.type = EventType::StepAdvanced,
            .step = command.step,
            .attempt = step->attempt() ? step->attempt()->number : 0,
            .data = {{"outputs", command.outputs}, {"reason", command.reason.toStdString()},
                {"verified", command.verified}}});
        return events;
    }

    Result<Events> operator()(const SkipStep& command) const
    {
        const auto* step = m_run.step(command.step);
        if (!step)
            return unknownStep(command.step);
        if (auto why = cannotSkip(*step))
            return *why;
        if (m_kinds && command.reason.trimmed().isEmpty())
            return refused("reasonMissing", command.step);
        if (const auto left = leftOpenOf(command.step))
            return Events{{.type = EventType::OutputsRevised,
                .step = command.step,
                .data = {{"outputs", outputsOfOutcome(*left, u"left"_s)}, {"reason", command.reason.toStdString()}}}};
        Events events = answerTo(*step, "declaredAbsent", command.reason);
        events.push_back({.type = EventType::StepSkipped,
            .step = command.step,
            .data = {{"reason", command.reason.toStdString()}, {"by", "person"}}});
        return events;
    }

    Result<Events> operator()(const PauseRun& command) const
    {
        if (!m_run.isOpen())
            return refused("runEnded");
        if (m_run.pause)
            return refused("runPaused");
        return Events{withReason(EventType::RunPaused, command.reason)};
    }

    Result<Events> operator()(const ResumeRun& command) const
    {
        if (!m_run.isOpen())
            return refused("runEnded");
        if (!m_run.pause && !m_run.quarantined && !m_run.canBeTakenOver())
            return refused("notPaused");
        Events events;
        if (m_run.pause || m_run.quarantined)
            events.push_back(withReason(EventType::RunResumed, command.reason));
        if (m_run.canBeTakenOver())
            events.push_back({.type = EventType::RetryRequested,
                .data = {{"steps", toJson(texts(stepsToTakeOver()))}, {"scope", "takeOver"},
                    {"reason", command.reason.toStdString()}}});
        return events;
    }

    Result<Events> operator()(const CancelRun& command) const
    {
        if (!m_run.isOpen())
            return refused("runEnded");
        if (m_run.undoRequested)
            return refused("undoRunning");
        if (command.atOnce)
            return terminate(command.reason);
        // It crashed the program again while the end of a request was waited for: nothing finds that end out any more.
        if (m_run.cancelRequested && m_run.quarantined)
            return endAtOnce(command.reason);
        if (m_run.cancelRequested)
            return refused("alreadyCancelled");
        Events events{withReason(EventType::CancelRequested, command.reason)};
        const bool inFlight =
            std::any_of(m_run.steps.begin(), m_run.steps.end(), [](const StepRun& s) { return s.openEffect(); });
        if (!inFlight)
            events.push_back(withReason(EventType::RunCancelled, command.reason));
        return events;
    }

    //! Also of a run that was cancelled and waits for the end of a request. What is in flight may yet take effect: that is
    //! journaled, and undoing the run looks at it.
    Result<Events> terminate(const QString& reason) const
    {
        if (m_kinds && reason.trimmed().isEmpty())
            return refused("reasonMissing");
        return endAtOnce(reason);
    }

    Events endAtOnce(const QString& reason) const
    {
        Events events;
        if (!m_run.cancelRequested || m_run.quarantined)
            events.push_back(withReason(EventType::CancelRequested, reason));
        for (const auto& step : m_run.steps) {
            const auto* effect = step.openEffect();
            if (!effect || effect->state != EffectState::Intended)
                continue;
            events.push_back({.type = EventType::EffectUnknown,
                .step = step.id,
                .purpose = step.attempt()->purpose,
                .attempt = step.attempt()->number,
                .data = {{"effect", effect->id.utf8()}, {"notBefore", (m_at.value_or(Timestamp()) + kCutOffWindow).ms},
                    {"error", toJson(Error{.code = errc::effectUnknown, .args = {{"because", "terminated"}}})}}});
        }
        Event ended = withReason(EventType::RunCancelled, reason);
        ended.data["atOnce"] = true;
        events.push_back(std::move(ended));
        return events;
    }

    Result<Events> operator()(const UndoRun& command) const
    {
        if (m_run.undoRequested)
            return refused("undoRunning");
        if (m_run.state == RunState::Undone)
            return refused("runEnded");
        QList<StepId> ids = undoableSteps(m_run);
        if (ids.isEmpty()) {
            for (const auto& step : m_run.steps)
                if (const auto why = hasUndo(m_run, step) ? cannotUndoYet(step) : std::nullopt)
                    return *why;
            return refused("nothingToUndo");
        }
        for (const auto& id : command.steps)
            if (!ids.contains(id))
                return m_run.step(id) ? refused("notUndoable", id) : unknownStep(id);
        if (!command.steps.isEmpty())
            ids.removeIf([&](const StepId& id) { return !command.steps.contains(id); });
        Events events;
        for (const auto& step : m_run.steps) {
            if (const auto why = cannotUndoYet(step))
                return *why;
            const Events answer = answerTo(step, "declaredAbsent", command.reason);
            events.insert(events.end(), answer.begin(), answer.end());
        }
        Event event = withReason(EventType::UndoRequested, command.reason);
        event.data["steps"] = toJson(texts(ids));
        events.push_back(std::move(event));
        return events;
    }

    Result<Events> operator()(const AddNote& command) const
    {
        if (m_kinds && command.text.trimmed().isEmpty())
            return refused("reasonMissing");
        return Events{
            Event{.type = EventType::NoteAdded, .step = command.step, .data = {{"text", command.text.toStdString()}}}};
    }

    Result<Events> operator()(const ResolveEffect& command) const
    {
        const auto* step = m_run.step(command.step);
        if (!step)
            return unknownStep(command.step);
        const auto* effect = step->openEffect();
        // Nobody else finds out any more once the run was cancelled.
        if (!effect || effect->state != EffectState::Unknown || !(step->needsYou || m_run.cancelled))
            return refused("noOpenQuestion", command.step);
        if (auto why = mayTakeEffectYet(*step, *effect))
            return *why;
        return Events{Event{.type = EventType::EffectResolved,
            .step = command.step,
            .attempt = step->attempt()->number,
            .data = {{"effect", effect->id.utf8()}, {"outcome", command.happened ? "declaredDone" : "declaredAbsent"},
                {"reason", command.reason.toStdString()}}}};
    }

private:
    //! What the record says has happened. Left alone until a person takes it over.
    static Result<Events> imported(const Workflow& workflow, const StartRun& command)
    {
        auto events = recordHistory(workflow, command.settings, command.record);
        if (!events)
            return events;
        events->front().data["profile"] = command.profile.toStdString();
        for (auto& event : *events)
            event.actor = u"status record"_s;
        return events;
    }

    //! All that is not done, and the pull requests that are not known to be merged: each looks first at what is there.
    QList<StepId> stepsToTakeOver() const
    {
        QList<StepId> ids;
        for (const auto& step : m_run.steps) {
            const auto& definition = *m_run.workflow->step(step.id);
            const bool isOpenPullRequest = definition.kind == "github.pull-request"_L1
                && std::any_of(m_run.steps.begin(), m_run.steps.end(), [&](const StepRun& other) {
                       const auto& wait = *m_run.workflow->step(other.id);
                       return wait.kind == "github.merged"_L1 && !other.isDone()
                           && textAt(wait.with, "pullRequest") == step.id.text();
                   });
            if (!step.isDone() || isOpenPullRequest)
                ids.append(step.id);
        }
        return ids;
    }

    static Error unknownStep(const StepId& id) { return {.code = errc::stepUnknown, .args = {{"step", id.utf8()}}}; }

    static Event withReason(EventType type, const QString& reason)
    {
        return {.type = type, .data = {{"reason", reason.toStdString()}}};
    }

    //! In quarantine nothing finds out what became of a request: to wait for it would be in vain.
    Error underWay(const StepRun& step) const
    {
        return refused(m_run.quarantined ? "quarantined" : "effectInFlight", step.id);
    }

    std::optional<Error> cannotMove() const
    {
        if (!m_run.isOpen())
            return refused("runEnded");
        if (m_run.pause)
            return refused("runPaused");
        if (m_run.cancelRequested)
            return refused("alreadyCancelled");
        return std::nullopt;
    }

    std::optional<Error> cannotRestart(const StepRun& step) const
    {
        if (auto why = cannotMove())
            return why;
        if (m_run.undoRequested && !step.undoPlanned)
            return refused("undoRunning", step.id);
        if (const auto* effect = step.openEffect(); effect && !(effect->state == EffectState::Unknown && step.needsYou))
            return underWay(step);
        return std::nullopt;
    }

    //! What was cut off might take effect after it was looked for, and its answer may come and tell.
    std::optional<Error> mayTakeEffectYet(const StepRun& step, const EffectRecord& effect) const
    {
        if (!m_run.cancelled || !m_at || !effect.notBefore || *m_at >= *effect.notBefore)
            return std::nullopt;
        Error error = refused("mayTakeEffectYet", step.id);
        error.args["until"] = effect.notBefore->ms;
        return error;
    }

    std::optional<Error> cannotUndoYet(const StepRun& step) const
    {
        const auto* effect = step.openEffect();
        if (!effect)
            return std::nullopt;
        if (effect->state != EffectState::Unknown || !(step.needsYou || m_run.cancelled))
            return underWay(step); // still being found out
        if (auto why = mayTakeEffectYet(step, *effect))
            return why;
        // Undoing a pull request looks at what is there. What a workflow takes back by a request of its own is taken back
        // where it was made, and that a person has to say.
        if (hasUndo(m_run, step))
            return refused("effectUnanswered", step.id);
        return std::nullopt;
    }

    //! Of secrets that were given with a command: one that the run does not have, or whose full name begins otherwise.
    std::optional<Error> unknownSecret(
        const QHash<QString, Secret>& secrets, const StepId& step, const QString& beginning) const
    {
        for (auto secret = secrets.begin(); secret != secrets.end(); ++secret) {
            if (const auto name = secretNamed(*m_run.workflow, secret.key()); name && name->startsWith(beginning))
                continue;
            Error error = refused("secretUnknown", step);
            error.args["secret"] = secret.key().toStdString();
            return error;
        }
        return std::nullopt;
    }

    //! What the run has left of that step, where it has ended.
    std::optional<LeftOpen> leftOpenOf(const StepId& step) const
    {
        for (auto& left : leftOpen(m_run))
            if (left.step == step)
                return std::move(left);
        return {};
    }

    //! Also what cannot be taken back may be left, when a person has seen why: else the undo would never end. So may what
    //! has been left open at GitHub: it would need somebody until it is merged or closed there.
    std::optional<Error> cannotSkip(const StepRun& step) const
    {
        if (leftOpenOf(step.id))
            return std::nullopt;
        const bool leftByUndo =
            m_run.undoRequested && step.undoPlanned && (step.state == StepState::Failed || step.needsYou);
        if (leftByUndo)
            return cannotRestart(step);
        if (!m_run.workflow->step(step.id)->optional)
            return refused("stepNotOptional", step.id);
        return cannotEndByHand(step);
    }

    std::optional<Error> cannotEndByHand(const StepRun& step) const
    {
        if (auto why = cannotMove())
            return why;
        if (m_run.undoRequested)
            return refused("undoRunning", step.id);
        if (step.isDone())
            return refused("stepDone", step.id);
        if (const auto* effect = step.openEffect(); effect && effect->state == EffectState::Intended)
            return underWay(step);
        return std::nullopt;
    }

    Events retryEvents(const QList<StepId>& ids, const char* scope, const QString& reason) const
    {
        Events events;
        for (const auto& id : ids) {
            const Events answer = answerTo(*m_run.step(id), "declaredAbsent", reason);
            events.insert(events.end(), answer.begin(), answer.end());
        }
        events.push_back({.type = EventType::RetryRequested,
            .step = ids.first(),
            .data = {{"steps", toJson(texts(ids))}, {"scope", scope}, {"reason", reason.toStdString()}}});
        return events;
    }

    //! A person answers what became of an effect by what she does: advancing the step says that it took place, skipping
    //! it or trying again that it did not. Left open it would be looked up for a step that has ended, and asked about.
    static Events answerTo(const StepRun& step, const char* outcome, const QString& reason)
    {
        const auto* effect = step.openEffect();
        if (!effect || effect->state != EffectState::Unknown)
            return {};
        return {Event{.type = EventType::EffectResolved,
            .step = step.id,
            .attempt = step.attempt()->number,
            .data = {{"effect", effect->id.utf8()}, {"outcome", outcome}, {"reason", reason.toStdString()}}}};
    }

    static Json withoutSecrets(const Workflow& workflow, Json inputs)
    {
        for (const auto& input : workflow.inputs)
            if (input.type == InputType::Secret)
                inputs.erase(input.id.toStdString());
        return inputs;
    }

    const Run& m_run;
    const KindRules* m_kinds; //!< none: only whether it applies is asked, before the person has typed anything
    std::optional<Timestamp> m_at; //!< of the command
};

} // namespace

namespace {

//! What could go on by itself rests until a person takes it over.
Result<void> restImported(Events& events, const Envelope& envelope, const KindRules& kinds)
{
    const auto imported = fold(Run{}, events, kinds);
    if (!imported)
        return imported.error();
    if (imported->state == RunState::Running || imported->state == RunState::Waiting)
        events.push_back({.run = envelope.run,
            .sequence = events.back().sequence + 1,
            .at = envelope.at,
            .actor = envelope.actor,
            .type = EventType::RunPaused,
            .data = {{"reason", ""}, {"because", "imported"}}});
    events.front().data["recordEvents"] = events.size();
    return {};
}

} // namespace

Result<Events> handle(const Run& run, const Envelope& envelope, const KindRules& kinds)
{
    if (run.commands.contains(envelope.id))
        return Events{};
    if (envelope.expectedSequence && *envelope.expectedSequence != run.sequence)
        return Error{.code = errc::commandStale,
            .args = {{"command", commandName(envelope.command).toStdString()}, {"expected", *envelope.expectedSequence},
                {"sequence", run.sequence}}};
    auto events = std::visit(Handling(run, &kinds, envelope.at), envelope.command);
    if (!events) {
        Error error = events.error();
        if (error.code == errc::commandRefused)
            error.args["command"] = commandName(envelope.command).toStdString();
        return error;
    }
    qint64 sequence = run.sequence;
    for (auto& event : *events) {
        event.run = envelope.run;
        event.sequence = ++sequence;
        // A record's history has moments and an actor of its own.
        if (event.at.ms == 0)
            event.at = envelope.at;
        if (event.actor.isEmpty())
            event.actor = envelope.actor;
    }
    if (const auto* start = std::get_if<StartRun>(&envelope.command); start && !start->record.is_null()) {
        if (auto rested = restImported(*events, envelope, kinds); !rested)
            return rested.error();
    }
    if (!events->empty()) {
        events->front().data["commandId"] = envelope.id.text().toStdString();
        if (events->front().type == EventType::RunStarted)
            events->front().data["stamp"] = events->front().at.ms;
    }
    return events;
}

std::optional<Error> whyNot(const Run& run, const Command& command)
{
    if (std::holds_alternative<StartRun>(command))
        return std::nullopt;
    auto events = std::visit(Handling(run, nullptr), command);
    if (events)
        return std::nullopt;
    Error error = events.error();
    if (error.code == errc::commandRefused)
        error.args["command"] = commandName(command).toStdString();
    return error;
}

} // namespace slipway
