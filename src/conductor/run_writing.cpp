// SPDX-License-Identifier: GPL-3.0-or-later
// RunDriver: effects, from the slot to what came of them.
#include "conductor/run_driver.h"

#include "base/crash_mark.h"
#include "base/crash_point.h"
#include "base/error_codes.h"
#include "base/text.h"
#include "base/when_done.h"
#include "conductor/questions.h"
#include "steps/kinds.h"
#include "steps/pacing.h"

namespace slipway::conductor {

namespace {

constexpr Millis kInFlightWindow{30'000};
constexpr Millis kLeastInFlightWindow{1'000};
//! A process that stood still between an intent and its request (a machine asleep, SIGSTOP) may have been taken for dead
//! meanwhile: by then another one looks the effect up. Far less than the window after which that is done. Where the disk
//! was full for longer the world has moved on, and so, maybe, has whoever wanted it.
constexpr Millis kLatestSend{10'000};
constexpr Millis kLeastLatestSend{500};
//! A run that starts this long after the last moment of a lost dispatch is told apart from it by GitHub's clock, which is
//! known to three seconds and told in whole ones.
constexpr Millis kTellApart{5'000};
//! A service that is being rolled out answers 404 for what it has, and a list lags behind: one look that finds nothing
//! proves nothing. Where the service itself refuses a repetition (a precondition) one is enough.
constexpr int kLooksBeforeAbsent = 3;
constexpr std::array kLookAgainAfter{Millis(5'000), Millis(25'000), Millis(60'000)};

//! How long after its window a lost dispatch keeps others from being sent there: a run that starts late has maybe no name
//! that tells whose it is.
Millis closedBeyond(const Services& services, Millis window, bool mayStartLate)
{
    const Millis late = mayStartLate ? services.clock.scaled(steps::kStartsLate) - window : Millis(0);
    return std::max(late, Millis(0)) + kTellApart;
}

//! Beside the moment of an intent: by which clock it was noted, and what GitHub's said then.
Json clockNoted(const Services& services)
{
    Json noted{{"boot", services.boot.toStdString()}, {"uptime", services.clock.uptime().count()}};
    if (const auto ahead = services.effector.serverAhead())
        noted["serverAhead"] = ahead->count();
    return noted;
}

//! How far the clock was set since then, in whole seconds, so that it stays the same from look to look. Zero where nothing
//! is known of it.
Millis clockSetSince(const Services& services, const EffectRecord& effect)
{
    const Json& noted = memberAt(effect.target, "clock");
    if (services.boot.isEmpty() || textAt(noted, "boot") != services.boot)
        return Millis(0);
    const auto& clock = services.clock;
    const Millis by = (clock.now() - effect.intendedAt) - (clock.uptime() - Millis(integerAt(noted, "uptime")));
    return std::chrono::abs(by) < ClockJumps::kNotice ? Millis(0) : std::chrono::round<std::chrono::seconds>(by);
}

//! Noted by another start of the computer: only GitHub's clock can tell how far this one's was set meanwhile.
bool isOfAnotherStart(const Services& services, const EffectRecord& effect)
{
    const Json& noted = memberAt(effect.target, "clock");
    return noted.contains("serverAhead") && (services.boot.isEmpty() || textAt(noted, "boot") != services.boot);
}

//! The same by what GitHub's clock was ahead then and is now. What an answer tells of it may be a second too little, so a
//! difference that is told may be one of two seconds.
Millis clockSetBetweenStarts(const EffectRecord& effect, Millis ahead)
{
    const Millis by = Millis(integerAt(memberAt(effect.target, "clock"), "serverAhead")) - ahead;
    return std::chrono::abs(by) < ClockJumps::kNotice
        ? Millis(0)
        : std::chrono::floor<std::chrono::seconds>(by - ClockJumps::kNotice);
}

//! The run with the moments of that effect as the clock of now would have noted them: GitHub is asked by them.
Run withMomentsMoved(Run run, const StepId& step, const EffectId& id, Millis by)
{
    for (auto& attempt : run.step(step)->attempts)
        for (auto& effect : attempt.effects)
            if (effect.id == id) {
                effect.intendedAt = effect.intendedAt + by;
                if (effect.notBefore && by > Millis(0)) // noted later, maybe by the clock of now
                    effect.notBefore = *effect.notBefore + by;
            }
    return run;
}

} // namespace

Millis RunDriver::inFlightWindow() const { return m_services.clock.scaled(kInFlightWindow, kLeastInFlightWindow); }

//! A clock on the wall may be set meanwhile, so the time since the computer was started is noted beside it. Where another
//! start of it noted the effect, or a program that noted no such time, nothing is known of how long ago that was.
Json RunDriver::unknownData(const EffectId& id, Error error) const
{
    const auto& clock = m_services.clock;
    error.details["inFlight"] = {
        {"boot", m_services.boot.toStdString()}, {"until", (clock.uptime() + inFlightWindow()).count()}};
    return {{"effect", id.utf8()}, {"notBefore", (clock.now() + inFlightWindow()).ms}, {"error", toJson(error)}};
}

Millis RunDriver::windowLeft(const EffectRecord& effect)
{
    const Millis now = m_services.clock.uptime();
    Millis until = m_unknownSince.try_emplace(effect.id, now).first->second + inFlightWindow();
    if (effect.error && !m_services.boot.isEmpty()) {
        const Json& noted = memberAt(effect.error->details, "inFlight");
        const Millis told(integerAt(noted, "until"));
        if (textAt(noted, "boot") == m_services.boot && told - now <= inFlightWindow())
            until = told;
    }
    return until - now;
}

//! Effects that were sent by whoever drove before us, and whose answer nobody kept.
void RunDriver::recoverEffects()
{
    Events events;
    for (const auto& step : run().steps) {
        const auto* effect = step.openEffect();
        if (!effect || effect->state != EffectState::Intended || m_inFlight.contains(effect->id))
            continue;
        events.push_back(makeEvent(EventType::EffectUnknown, step,
            unknownData(effect->id, {.code = errc::effectUnknown, .args = {{"because", "restart"}}})));
    }
    if (!events.empty()) {
        crashPoint("recovery.unknown");
        m_transitions.add(std::move(events));
    }
    for (const auto& step : run().steps)
        if (const auto* effect = step.openEffect(); effect && effect->name == "dispatchWorkflow"_L1)
            m_services.effector.keepClosed(textAt(effect->target, "repository").toLower(),
                windowLeft(*effect) + closedBeyond(m_services, inFlightWindow(), steps::mayStartLate(*effect)));
}

//! So that a lost dispatch is not taken for another of ours.
void RunDriver::tellDispatched()
{
    for (const auto& step : run().steps) {
        for (const auto& attempt : step.attempts)
            for (const auto& effect : attempt.effects)
                if (effect.name == "dispatchWorkflow"_L1 && integerAt(effect.result, "id") != 0)
                    m_services.effector.took({run().id, step.id}, integerAt(effect.result, "id"));
        if (const auto id = integerAt(step.outputs, "id");
            id != 0 && run().workflow->step(step.id)->kind == "github.dispatch"_L1)
            m_services.effector.took({run().id, step.id}, id);
    }
}

bool RunDriver::considerOpenEffect(const StepRun& step, const EffectRecord& effect)
{
    const bool isWatchedOn = step.error && isBarred(*step.error);
    if (effect.state == EffectState::Intended || (step.needsYou && !isWatchedOn && !m_watches[step.id].secretCame))
        return false; // under way, or a person's turn
    const Timestamp from = m_services.clock.now() + windowLeft(effect);
    if (m_services.clock.now() < from) {
        wakeAt(step.id, from);
        return false;
    }
    auto& watch = m_watches[step.id];
    const auto& clock = m_services.clock;
    Millis by = clockSetSince(m_services, effect);
    const bool needsServer = isOfAnotherStart(m_services, effect);
    if (needsServer && watch.clockSet.first != effect.id)
        if (const auto ahead = m_services.effector.serverAhead()) // once: each answer tells a little more or less
            watch.clockSet = {effect.id, clockSetBetweenStarts(effect, *ahead)};
    const bool toldByServer = needsServer && watch.clockSet.first == effect.id;
    if (toldByServer)
        by = watch.clockSet.second;
    std::optional<Run> moved;
    if (by != Millis(0))
        moved = withMomentsMoved(run(), step.id, effect.id, by);
    const Run& told = moved ? *moved : run();
    auto context = steps::contextOf(told, step.id, m_services.kinds, clock.now(), clock.scale());
    const auto* kind = context ? steps::kindNamed(context->definition.kind) : nullptr;
    if (!kind)
        return false;
    context->lookUps = watch.lookUps;
    context->takenRuns = m_services.effector.takenByOthers({run().id, step.id});
    const Timestamp since = std::max(from, watch.lookedSince);
    if (clock.now() < since) {
        wakeAt(step.id, since);
        return false;
    }
    const auto reads = kind->reads(*context);
    if (!known(step, reads, since, clock.now()))
        return false;
    crashPoint("lookUp.answered");
    auto resolution = kind->resolve(*context, *told.step(step.id)->openEffect(), m_services.observer.seen());
    // How far GitHub's clock is from the one that was set, only an answer tells: the first look is for that.
    if (watch.lookUps == 0 && (needsServer ? !toldByServer : moved.has_value()))
        resolution.kind = steps::Resolution::Kind::LookAgain;
    if (resolution.kind == steps::Resolution::Kind::LookAgain && resolution.error && isBarred(*resolution.error))
        return lookRefused(step, effect, resolution);
    watch.refusals = 0;
    const auto resolved = [&](const char* outcome) {
        watch.lookUps = watch.absences = 0;
        watch.secretCame = false;
        watch.lookedSince = clock.now();
        m_transitions.add({makeEvent(EventType::EffectResolved, step,
            {{"effect", effect.id.utf8()}, {"outcome", outcome}, {"result", resolution.result}})});
        return true;
    };
    switch (resolution.kind) {
    case steps::Resolution::Kind::Succeeded: return resolved("succeeded");
    case steps::Resolution::Kind::Absent:
        if (effect.effectClass != "precondition"_L1 && ++watch.absences < kLooksBeforeAbsent)
            return lookAgain(step, resolution, watch.absences - 1);
        if (mayShowLate(effect)) {
            resolution.error = Error{.code = errc::serverError};
            return lookAgain(step, resolution, watch.lookUps);
        }
        return resolved("absent");
    case steps::Resolution::Kind::SendAgain: return resolved("absent");
    case steps::Resolution::Kind::LookAgain: watch.absences = 0; return lookAgain(step, resolution, watch.lookUps);
    case steps::Resolution::Kind::AskPerson: watch.absences = 0; return askAboutEffect(step, effect, resolution);
    }
    Q_UNREACHABLE();
}

bool RunDriver::mayShowLate(const EffectRecord& effect)
{
    if (effect.name != "dispatchWorkflow"_L1)
        return false;
    const Millis passed = inFlightWindow() - windowLeft(effect);
    return m_services.effector.hasIncident()
        || (steps::mayStartLate(effect) && passed < m_services.clock.scaled(steps::kStartsLate));
}

bool RunDriver::lookRefused(const StepRun& step, const EffectRecord& effect, const steps::Resolution& resolution)
{
    auto& watch = m_watches[step.id];
    watch.absences = 0;
    if (++watch.refusals >= kLooksBeforeAbsent && askAboutEffect(step, effect, resolution)) {
        watch.lookedSince = m_services.clock.now() + m_services.clock.scaled(kLookAgainAfter.back());
        return true;
    }
    steps::Resolution told = resolution;
    if (step.needsYou)
        told.error.reset(); // it stands in the question
    return lookAgain(step, told, watch.lookUps);
}

bool RunDriver::askAboutEffect(const StepRun& step, const EffectRecord& effect, const steps::Resolution& resolution)
{
    auto& watch = m_watches[step.id];
    watch.secretCame = false;
    watch.lookedSince = m_services.clock.now() + Millis(1);
    const Error error = resolution.error.value_or(
        Error{.code = errc::effectUnknown, .args = {{"effect", effect.name.toStdString()}, {"because", "noLookUp"}}});
    if (step.needsYou && step.error && isSameQuestion(*step.error, error))
        return false;
    m_transitions.add({makeEvent(EventType::StepAsked, step, {{"error", toJson(error)}})});
    return true;
}

bool RunDriver::lookAgain(const StepRun& step, const steps::Resolution& resolution, int before)
{
    const auto& clock = m_services.clock;
    auto& watch = m_watches[step.id];
    const auto pause = kLookAgainAfter[std::min<std::size_t>(std::size_t(before), kLookAgainAfter.size() - 1)];
    ++watch.lookUps;
    watch.lookedSince = clock.now() + clock.scaled(pause);
    wakeAt(step.id, watch.lookedSince);
    if (!resolution.error)
        return false;
    // Why it takes so long; the same trouble is told once.
    Json args{{"trouble", toJson(resolution.error->code)}};
    for (const char* which : {"host", "effect", "repository", "runs"})
        if (const QString told = textAt(resolution.error->args, which); !told.isEmpty())
            args[which] = toJson(told);
    if (step.waitingFor && step.waitingFor->what == "lookUp"_L1 && step.waitingFor->args == args)
        return false;
    m_transitions.add({makeEvent(EventType::StepWaiting, step, {{"for", "lookUp"}, {"args", std::move(args)}})});
    return true;
}

namespace {

//! Why a write that was led elsewhere so often is not sent once more, though what is read passes: an address that is no
//! longer right leads elsewhere for ever.
const Error* ledElsewhere(const Attempt& attempt, const QString& name)
{
    constexpr int kMostLedElsewhere = 8;
    int count = 0;
    for (auto effect = attempt.effects.crbegin(); effect != attempt.effects.crend(); ++effect) {
        if (effect->name != name || !effect->absent || !effect->error || effect->error->code != errc::networkRedirected)
            break;
        ++count;
    }
    return count >= kMostLedElsewhere ? &*attempt.effects.last().error : nullptr;
}

} // namespace

bool RunDriver::act(const StepRun& step, const steps::StepContext& context, const Write& write)
{
    if (const auto* why = ledElsewhere(*step.attempt(), nameOf(write)))
        return apply(step, context, steps::kindNamed(context.definition.kind)->reads(context), steps::Ask{Error(*why)});
    // Trouble is the way to GitHub; a step that calls another service sees to its own.
    if (std::holds_alternative<github::Effect>(write) && !m_services.observer.mayAsk())
        return false; // retryNow() pokes
    if (!m_services.effector.prepare({run().id, step.id}, write))
        return false; // granted() decides anew
    if (const auto missing = m_services.effector.missing({run().id, step.id}, write))
        return apply(step, context, steps::kindNamed(context.definition.kind)->reads(context), steps::Ask{*missing});
    if (!m_services.effector.mayWrite({run().id, step.id}, write)) {
        m_services.effector.giveBack(
            {run().id, step.id}); // whoever finds out whether the way is free may need the slot
        return false; // the gate tells when to try again
    }
    if (!m_services.effector.acquire({run().id, step.id}, slotOf(write), createsContent(write)))
        return false; // granted() decides anew, on what is known then
    const int attempt = step.attempt()->number;
    const EffectId id(u"%1/%2/%3"_s.arg(step.id.text()).arg(attempt).arg(step.attempt()->effects.size() + 1));
    const StepId stepId = step.id;
    const Purpose purpose = context.purpose;
    Json target = m_services.effector.targetOf(write);
    if (const auto* effect = std::get_if<github::Effect>(&write);
        effect && std::holds_alternative<github::DispatchWorkflow>(*effect))
        target["clock"] = clockNoted(m_services); // a lost one is looked for by its moment
    crashPoint("intent.before");
    const Millis decided = m_services.clock.uptime();
    m_transitions.add(
        {makeEvent(EventType::EffectIntended, step,
            {{"effect", id.utf8()}, {"name", nameOf(write).toStdString()},
                {"class", m_services.effector.classOf(write).toStdString()}, {"target", std::move(target)}})},
        [this, stepId, id, write, attempt, purpose, decided](const Result<qint64>& committed) {
            const CrashScope working(run().id, stepId);
            crashPoint("intent.done");
            if (!committed)
                return m_services.effector.release({run().id, stepId});
            const auto& clock = m_services.clock;
            if (clock.uptime() - decided > clock.scaled(kLatestSend, kLeastLatestSend))
                return giveUp(stepId, id, attempt, purpose);
            send(stepId, id, write, attempt, purpose);
        });
    return true;
}

//! Nothing was sent for the intent, and nothing will be: it is decided again, if the run is still ours.
void RunDriver::giveUp(const StepId& step, EffectId id, int attempt, Purpose purpose)
{
    m_watches[step].lookedSince = {};
    m_transitions.add(
        {Event{.run = run().id,
            .at = m_services.clock.now(),
            .actor = kEngine,
            .type = EventType::EffectFailed,
            .step = step,
            .purpose = purpose,
            .attempt = attempt,
            .data = {{"effect", id.utf8()}, {"notExecuted", true},
                {"error", toJson(Error{.code = errc::effectUnknown, .args = {{"because", "stoodStill"}}})}}}},
        [this, step](const Result<qint64>&) {
            m_services.effector.release({run().id, step});
        });
}

namespace {

//! What an answer is journaled as. One to a request that a termination cut off resolves what is journaled as unknown;
//! where only a part took place, it stays unknown: undoing looks at what is there.
Events asItStands(const Run& now, const Event& result)
{
    Event event = result;
    event.sequence = now.sequence + 1;
    const auto* step = now.step(event.step);
    const auto* effect = step ? step->openEffect() : nullptr;
    if (!effect || effect->id.utf8() != textAt(event.data, "effect").toStdString())
        return {}; // answered for meanwhile
    if (effect->state != EffectState::Unknown)
        return {event};
    if (event.type != EventType::EffectSucceeded && !flagAt(event.data, "notExecuted"))
        return {};
    event.data["outcome"] = event.type == EventType::EffectSucceeded ? "succeeded" : "absent";
    event.type = EventType::EffectResolved;
    return {event};
}

} // namespace

void RunDriver::send(const StepId& step, EffectId id, const Write& write, int attempt, Purpose purpose)
{
    m_inFlight.insert(id);
    const auto* effect = std::get_if<github::Effect>(&write);
    const bool onGitHub = effect != nullptr;
    const auto slotOfDispatch = effect && std::holds_alternative<github::DispatchWorkflow>(*effect)
        ? std::optional(slotOf(write))
        : std::nullopt;
    whenDone(m_services.effector.perform({run().id, step}, write), this,
        [this, step, id, attempt, purpose, onGitHub, slotOfDispatch](const github::EffectOutcome& outcome) {
            const CrashScope working(run().id, step);
            crashPoint("outcome.before");
            m_inFlight.remove(id);
            const Error error = outcome.error.value_or(Error{.code = errc::internal});
            Event result{.run = run().id,
                .at = m_services.clock.now(),
                .actor = kEngine,
                .step = step,
                .purpose = purpose,
                .attempt = attempt,
                .data = {{"effect", id.utf8()}}};
            switch (outcome.kind) {
            case github::EffectOutcome::Kind::Done:
                result.type = EventType::EffectSucceeded;
                result.data["result"] = outcome.result;
                if (onGitHub)
                    m_services.observer.reportSuccess();
                break;
            case github::EffectOutcome::Kind::Refused:
                result.type = EventType::EffectFailed;
                result.data["error"] = toJson(error);
                result.data["result"] = outcome.result;
                if (onGitHub && error.code == errc::githubRateLimited) // in the middle: a part took place
                    m_services.observer.report(error);
                break;
            case github::EffectOutcome::Kind::NotExecuted:
                result.type = EventType::EffectFailed;
                result.data["error"] = toJson(error);
                result.data["notExecuted"] = true;
                if (onGitHub && steps::isTrouble(error) && !isLocal(error))
                    m_services.observer.report(error);
                break;
            case github::EffectOutcome::Kind::Unknown:
                // The next dispatch of that workflow could not be told from this one.
                if (slotOfDispatch)
                    m_services.effector.keepClosed(*slotOfDispatch,
                        inFlightWindow() + closedBeyond(m_services, inFlightWindow(), steps::mayStartLate(error)));
                result.type = EventType::EffectUnknown;
                result.data = unknownData(id, error);
                break;
            }
            m_watches[step].lookedSince = {};
            m_transitions.add(
                [result = std::move(result)](const Run& now) -> Result<Events> { return asItStands(now, result); },
                [this, step](const Result<qint64>&) {
                    crashPoint("outcome.done");
                    m_services.effector.giveBack({run().id, step});
                    if (!run().isOpen())
                        advance(); // nothing of it may have been journaled
                    leaveIfLost();
                });
        });
}

} // namespace slipway::conductor
