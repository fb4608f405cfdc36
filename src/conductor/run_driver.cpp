// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/run_driver.h"

#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"
#include "steps/kinds.h"
#include "workflow/fold.h"
#include "workflow/handle.h"
#include "workflow/template.h"

namespace slipway::conductor {

namespace {

constexpr Millis kInFlightWindow{30'000};
constexpr Millis kLeastInFlightWindow{1'000};
constexpr Millis kShortestInterval{3'000};
constexpr Millis kLongestInterval{60'000};
constexpr std::array kLookAgainAfter{Millis(5'000), Millis(25'000), Millis(60'000)};
constexpr int kParkAfterFailures = 2; // one failed request may be chance

const QString kEngine = u"engine"_s;

bool canStart(const Run& run, const StepRun& step)
{
    const auto* definition = run.workflow->step(step.id);
    return std::all_of(definition->needs.begin(), definition->needs.end(),
        [&](const StepId& need) { return run.step(need)->isDone(); });
}

} // namespace

RunDriver::RunDriver(Services services, journal::Lease lease, Run run, QObject* parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_lease(std::move(lease))
    , m_run(std::move(run))
{
    connect(&m_services.observer, &Observer::answered, this, [this](const RunId& run, const StepId&) {
        if (run == m_run.id)
            advance();
    });
    connect(&m_services.effector, &Effector::granted, this, [this](const RunId& run, const StepId& step) {
        Q_UNUSED(step)
        if (run == m_run.id)
            advance();
    });
}

RunDriver::~RunDriver()
{
    m_services.observer.forgetRun(m_run.id);
    for (const auto& step : m_run.steps)
        m_services.effector.release({m_run.id, step.id});
}

void RunDriver::start()
{
    if (!std::exchange(m_started, true))
        recoverEffects();
    advance();
}

QFuture<Result<qint64>> RunDriver::submit(const Envelope& envelope)
{
    auto promise = std::make_shared<QPromise<Result<qint64>>>();
    promise->start();
    auto future = promise->future();
    transact([this, envelope](const Run& run) { return handle(run, envelope, m_services.kinds); },
        [this, promise, envelope](const Result<qint64>& result) {
            if (result
                && (std::holds_alternative<LookNow>(envelope.command)
                    || std::holds_alternative<RetryNow>(envelope.command)
                    || std::holds_alternative<RetryStep>(envelope.command)))
                m_services.observer.hurry(m_run.id);
            promise->addResult(result);
            promise->finish();
        });
    return future;
}

QFuture<Result<steps::Decision>> RunDriver::look(const StepId& step)
{
    auto promise = std::make_shared<QPromise<Result<steps::Decision>>>();
    promise->start();
    auto future = promise->future();
    const auto finish = [promise](Result<steps::Decision> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    const auto& clock = m_services.clock;
    auto context = steps::contextOf(m_run, step, m_services.kinds, clock.now(), clock.scale());
    const auto* kind = context ? steps::kindNamed(context->definition.kind) : nullptr;
    if (!kind) {
        finish(context ? Error{.code = errc::internal} : context.error());
        return future;
    }
    const Observer::Key key{m_run.id, StepId(u"look "_s + step.text())};
    const auto reads = kind->reads(*context);
    const auto answer = [this, kind, step, finish] {
        auto now = steps::contextOf(m_run, step, m_services.kinds, m_services.clock.now(), m_services.clock.scale());
        finish(now ? Result<steps::Decision>(kind->decide(*now, m_services.observer.seen())) : now.error());
    };
    if (reads.isEmpty()) {
        answer();
        return future;
    }
    auto connection = std::make_shared<QMetaObject::Connection>();
    *connection = connect(&m_services.observer, &Observer::answered, this,
        [key, answer, connection](const RunId& run, const StepId& answeredStep) {
            if (Observer::Key{run, answeredStep} == key) {
                disconnect(*connection);
                answer();
            }
        });
    m_services.observer.want(key, reads, clock.now(), clock.now());
    return future;
}

// --- one transition after the other -------------------------------------------------------------------------------

void RunDriver::transact(MakeEvents make, Finished finished)
{
    m_queue.push_back({std::move(make), std::move(finished)});
    next();
}

void RunDriver::transactEvents(Events events, Finished finished)
{
    transact(
        [events = std::move(events)](const Run& run) mutable -> Result<Events> {
            qint64 sequence = run.sequence;
            for (auto& event : events)
                event.sequence = ++sequence;
            return events;
        },
        std::move(finished));
}

void RunDriver::next()
{
    if (m_appending || m_queue.empty())
        return;
    auto transition = std::move(m_queue.front());
    m_queue.pop_front();
    if (m_lost) { // whoever waits for an answer gets one
        if (transition.finished)
            transition.finished(*m_lost);
        return next();
    }
    auto events = transition.make(m_run);
    if (!events || events->empty()) {
        if (transition.finished)
            transition.finished(events ? Result<qint64>(m_run.sequence) : events.error());
        return next();
    }
    auto after = fold(m_run, *events, m_services.kinds);
    if (!after) {
        qCCritical(logConductor) << "an event of ours does not fit" << after.error().code
                                 << toBytes(after.error().args);
        if (transition.finished)
            transition.finished(after.error());
        return next();
    }
    append(std::move(*events), std::move(*after), std::move(transition.finished));
}

void RunDriver::append(Events events, Run after, Finished finished)
{
    m_appending = true;
    m_services.store.append(m_lease, after, events)
        .then(this, [this, events, after, finished](const Result<void>& appended) mutable {
            if (!appended) {
                qCWarning(logConductor) << "the journal refused" << appended.error().code
                                        << toBytes(appended.error().args);
                Q_EMIT storeFailed(appended.error());
                if (appended.error().code == errc::storeFull || appended.error().code == errc::storeBusy
                    || appended.error().code == errc::storeUnwritable || appended.error().code == errc::storeFailed)
                    return appendAgainLater(std::move(events), std::move(after), std::move(finished));
                // Another owner took the run, or the journal is not ours to write: stop at once.
                m_ended = true;
                m_lost = appended.error();
                m_appending = false;
                m_services.observer.forgetRun(m_run.id);
                if (finished)
                    finished(appended.error());
                return next();
            }
            m_appending = false;
            m_run = std::move(after);
            if (finished)
                finished(m_run.sequence);
            Q_EMIT changed(m_run.id);
            next();
            advance();
        });
}

//! What is known (an answer that was received, a command that was accepted) is kept and journaled when the disk allows.
void RunDriver::appendAgainLater(Events events, Run after, Finished finished)
{
    m_appendRetry = m_services.clock.after(m_services.clock.scaled(Millis(2'000), Millis(250)), this,
        [this, events, after, finished] { append(events, after, finished); });
}

Event RunDriver::makeEvent(EventType type, const StepRun& step, Json data) const
{
    return {.run = m_run.id,
        .at = m_services.clock.now(),
        .actor = kEngine,
        .type = type,
        .step = step.id,
        .purpose = step.undoPlanned ? Purpose::Undo : Purpose::Do,
        .attempt = step.attempt() ? step.attempt()->number : 0,
        .data = std::move(data)};
}

// --- what is to do -------------------------------------------------------------------------------------------------

Timestamp RunDriver::notBefore() const
{
    return m_services.clock.now() + m_services.clock.scaled(kInFlightWindow, kLeastInFlightWindow);
}

//! Effects that were sent by whoever drove before us, and whose answer nobody kept.
void RunDriver::recoverEffects()
{
    Events events;
    for (const auto& step : m_run.steps) {
        const auto* effect = step.openEffect();
        if (!effect || effect->state != EffectState::Intended || m_inFlight.contains(effect->id))
            continue;
        events.push_back(makeEvent(EventType::EffectUnknown, step,
            {{"effect", effect->id.utf8()}, {"notBefore", notBefore().ms},
                {"error", toJson(Error{.code = errc::effectUnknown, .args = {{"because", "restart"}}})}}));
    }
    if (!events.empty())
        transactEvents(std::move(events));
}

void RunDriver::advance()
{
    if (!m_started || m_stopping || m_appending || m_ended || !m_queue.empty())
        return;
    if (considerRun())
        return;
    for (const auto& step : m_run.steps) {
        if (considerStep(step.id))
            return;
    }
    // A slot that was granted to a step that no longer writes would block its repository for everyone.
    for (const auto& step : m_run.steps)
        if (!step.openEffect() && (!step.isActive() || m_run.paused || m_run.cancelRequested))
            m_services.effector.release({m_run.id, step.id});
}

bool RunDriver::considerRun()
{
    // A question that a person may leave open for ever does not hold up a cancellation, unlike a request on the wire: its
    // answer would come to a run that has been put away.
    const auto inFlight = [&] {
        return std::any_of(m_run.steps.begin(), m_run.steps.end(),
            [](const StepRun& step) { return step.openEffect() && !step.needsYou; });
    };
    if (!m_run.isOpen()) {
        if (!m_closing) {
            m_closing = true;
            m_services.observer.forgetRun(m_run.id);
            m_services.store.release(m_lease).then(this, [this](const Result<void>&) {
                m_ended = true;
                Q_EMIT ended(m_run.id);
            });
        }
        return true;
    }
    m_closing = false;
    const auto runEvent = [&](EventType type, Json data) {
        transactEvents({Event{
            .run = m_run.id, .at = m_services.clock.now(), .actor = kEngine, .type = type, .data = std::move(data)}});
        return true;
    };
    if (m_run.cancelRequested && !inFlight())
        return runEvent(EventType::RunCancelled, {{"reason", ""}});
    if (m_run.undoRequested
        && std::none_of(m_run.steps.begin(), m_run.steps.end(), [](const StepRun& step) { return step.undoPlanned; }))
        return runEvent(EventType::RunUndone, Json::object());
    const auto& trouble = m_services.observer.trouble();
    const bool limits = trouble && trouble->error.code != errc::networkUnreachable
        && trouble->error.code != errc::networkTimeout && trouble->error.code != errc::networkInterrupted
        && trouble->error.code != errc::serverError && trouble->error.code != errc::answerUnreadable;
    if (trouble && (limits || trouble->count >= kParkAfterFailures)) {
        if (!m_run.parked || m_run.parked->code != trouble->error.code)
            return runEvent(EventType::RunParked, {{"error", toJson(trouble->error)}, {"until", trouble->until.ms}});
    } else if (!trouble && m_run.parked) {
        return runEvent(EventType::RunUnparked, Json::object());
    }
    return false;
}

bool RunDriver::considerStep(const StepId& id)
{
    const StepRun& step = *m_run.step(id);
    if (const auto* effect = step.openEffect())
        return considerOpenEffect(step, *effect);
    if (m_run.paused || m_run.cancelRequested)
        return false;
    if (step.retryAt) {
        if (m_services.clock.now() < *step.retryAt) {
            wakeAt(id, *step.retryAt);
            return false;
        }
        return startStep(step, step.undoPlanned ? Purpose::Undo : Purpose::Do, step.attempt()->number + 1);
    }
    if (m_run.undoRequested) {
        if (!step.undoPlanned || step.state == StepState::Failed)
            return false;
        if (!step.attempt() || step.attempt()->purpose != Purpose::Undo || step.attempt()->endedAt)
            return startStep(step, Purpose::Undo, int(step.attempts.size()) + 1);
        return decide(step);
    }
    if (step.state == StepState::Planned || step.state == StepState::Ready) {
        if (!canStart(m_run, step))
            return false;
        if (skipByCondition(step))
            return true;
        return startStep(step, Purpose::Do, int(step.attempts.size()) + 1);
    }
    if (step.isActive())
        return decide(step);
    return false;
}

bool RunDriver::skipByCondition(const StepRun& step)
{
    const auto* definition = m_run.workflow->step(step.id);
    if (!definition->when)
        return false;
    const auto condition = expand(*definition->when, scopeOf(m_run, step.generation));
    if (!condition) {
        transactEvents({makeEvent(EventType::StepFailed, step, {{"error", toJson(condition.error())}})});
        return true;
    }
    if (isTrue(*condition))
        return false;
    transactEvents({makeEvent(EventType::StepSkipped, step, {{"reason", ""}, {"by", "when"}})});
    return true;
}

bool RunDriver::startStep(const StepRun& step, Purpose purpose, int number)
{
    Event started = makeEvent(EventType::StepStarted, step, {{"by", step.lookFirst ? "retry" : "engine"}});
    started.attempt = number;
    started.purpose = purpose;
    m_watches[step.id] = {};
    transactEvents({std::move(started)});
    return true;
}

void RunDriver::wakeAt(const StepId& step, Timestamp moment)
{
    m_watches[step].timer = m_services.clock.at(moment, this, [this] { advance(); });
}

bool RunDriver::known(const StepRun& step, const steps::Reads& reads, Timestamp since, Timestamp due)
{
    if (reads.isEmpty() || m_services.observer.seen().answers(reads, since))
        return true;
    m_services.observer.want({m_run.id, step.id}, reads, since, due);
    return false;
}

bool RunDriver::considerOpenEffect(const StepRun& step, const EffectRecord& effect)
{
    if (effect.state == EffectState::Intended || step.needsYou)
        return false; // under way, or a person's turn
    const Timestamp from = effect.notBefore.value_or(m_services.clock.now());
    if (m_services.clock.now() < from) {
        wakeAt(step.id, from);
        return false;
    }
    auto& watch = m_watches[step.id];
    const auto& clock = m_services.clock;
    auto context = steps::contextOf(m_run, step.id, m_services.kinds, clock.now(), clock.scale());
    const auto* kind = context ? steps::kindNamed(context->definition.kind) : nullptr;
    if (!kind)
        return false;
    context->lookUps = watch.lookUps;
    const Timestamp since = std::max(from, watch.lookedSince);
    if (clock.now() < since) {
        wakeAt(step.id, since);
        return false;
    }
    const auto reads = kind->reads(*context);
    if (!known(step, reads, since, clock.now()))
        return false;
    const auto resolution = kind->resolve(*context, effect, m_services.observer.seen());
    const auto resolved = [&](const char* outcome) {
        watch.lookUps = 0;
        watch.lookedSince = clock.now();
        transactEvents({makeEvent(EventType::EffectResolved, step,
            {{"effect", effect.id.utf8()}, {"outcome", outcome}, {"result", resolution.result}})});
        return true;
    };
    switch (resolution.kind) {
    case steps::Resolution::Kind::Succeeded: return resolved("succeeded");
    case steps::Resolution::Kind::Absent: return resolved("absent");
    case steps::Resolution::Kind::LookAgain: {
        const auto pause =
            kLookAgainAfter[std::min<std::size_t>(std::size_t(watch.lookUps), kLookAgainAfter.size() - 1)];
        ++watch.lookUps;
        watch.lookedSince = clock.now() + clock.scaled(pause);
        wakeAt(step.id, watch.lookedSince);
        return false;
    }
    case steps::Resolution::Kind::AskPerson:
        transactEvents({makeEvent(EventType::StepAsked, step,
            {{"error",
                toJson(Error{.code = errc::effectUnknown,
                    .args = {{"effect", effect.name.toStdString()}, {"because", "noLookUp"}}})}})});
        return true;
    }
    Q_UNREACHABLE();
}

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
    since = std::max(since, step.attempt()->startedAt);
    if (const auto* effect = context.lastEffect(); effect && effect->endedAt)
        since = std::max(since, *effect->endedAt);
    return since;
}

bool RunDriver::decide(const StepRun& step)
{
    const auto& clock = m_services.clock;
    auto& watch = m_watches[step.id];
    auto context = steps::contextOf(m_run, step.id, m_services.kinds, clock.now(), clock.scale());
    if (!context)
        return fail(step, {.error = context.error()});
    const auto* kind = steps::kindNamed(context->definition.kind);
    if (!kind)
        return fail(step, {.error = Error{.code = errc::internal}});
    const auto reads = kind->reads(*context);
    const Timestamp due = std::max(watch.due, clock.now());
    if (step.needsYou && reads.isEmpty())
        return false; // a gate
    const Timestamp since = freshSince(step, *context, reads);
    if (!known(step, reads, since, due)) {
        watch.sharedSince = since;
        return false;
    }
    watch.sharedSince.reset();
    return apply(step, *context, kind->decide(*context, m_services.observer.seen()));
}

bool RunDriver::apply(const StepRun& step, const steps::StepContext& context, const steps::Decision& decision)
{
    if (!std::holds_alternative<steps::Act>(decision))
        m_services.effector.release({m_run.id, step.id});
    return std::visit(
        Overloaded{[&](const steps::Act& what) { return act(step, context, what.effect); },
            [&](const steps::Wait& what) { return wait(step, what); },
            [&](const steps::Done& what) {
                const bool undo = context.purpose == Purpose::Undo;
                transactEvents({makeEvent(undo ? EventType::StepUndone : EventType::StepSucceeded, step,
                    {{"outputs", what.outputs}, {"note", what.note.toStdString()}})});
                return true;
            },
            [&](const steps::Fail& what) { return fail(step, what); },
            [&](const steps::Ask& what) {
                if (step.needsYou && step.error == what.error) {
                    m_watches[step.id].lookedSince = m_services.clock.now();
                    const auto* kind = steps::kindNamed(context.definition.kind);
                    const auto reads = kind->reads(context);
                    if (!reads.isEmpty())
                        known(step, reads, m_services.clock.now() + Millis(1),
                            m_services.clock.now() + m_services.clock.scaled(kLongestInterval));
                    return false;
                }
                m_watches[step.id].lookedSince = m_services.clock.now();
                transactEvents({makeEvent(EventType::StepAsked, step, {{"error", toJson(what.error)}})});
                return true;
            },
            [&](const steps::Revise& what) {
                Event revised =
                    makeEvent(EventType::OutputsRevised, *m_run.step(what.step), {{"outputs", what.outputs}});
                transactEvents({std::move(revised)});
                return true;
            },
            [&](const steps::NewGeneration&) {
                transactEvents({makeEvent(EventType::GenerationStarted, step, {{"generation", step.generation + 1}})});
                return true;
            }},
        decision);
}

bool RunDriver::act(const StepRun& step, const steps::StepContext& context, const github::Effect& effect)
{
    if (!m_services.observer.mayAsk())
        return false; // retryNow() pokes
    if (!m_services.effector.acquire(
            {m_run.id, step.id}, github::repositoryOf(effect).full().toLower(), github::createsContent(effect)))
        return false; // granted() decides anew, on what is known then
    const int attempt = step.attempt()->number;
    const EffectId id(u"%1/%2/%3"_s.arg(step.id.text()).arg(attempt).arg(step.attempt()->effects.size() + 1));
    const StepId stepId = step.id;
    const Purpose purpose = context.purpose;
    transactEvents({makeEvent(EventType::EffectIntended, step,
                       {{"effect", id.utf8()}, {"name", github::nameOf(effect).toStdString()},
                           {"class", github::classOf(effect).toStdString()}, {"target", github::targetOf(effect)}})},
        [this, stepId, id, effect, attempt, purpose](const Result<qint64>& committed) {
            if (committed)
                send(stepId, id, effect, attempt, purpose);
            else
                m_services.effector.release({m_run.id, stepId});
        });
    return true;
}

void RunDriver::send(const StepId& step, EffectId id, const github::Effect& effect, int attempt, Purpose purpose)
{
    m_inFlight.insert(id);
    m_services.effector.perform(effect).then(
        this, [this, step, id, attempt, purpose](const github::EffectOutcome& outcome) {
            m_inFlight.remove(id);
            const Error error = outcome.error.value_or(Error{.code = errc::internal});
            Event result{.run = m_run.id,
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
                m_services.observer.reportSuccess();
                break;
            case github::EffectOutcome::Kind::Refused:
                result.type = EventType::EffectFailed;
                result.data["error"] = toJson(error);
                result.data["result"] = outcome.result;
                break;
            case github::EffectOutcome::Kind::NotExecuted:
                result.type = EventType::EffectFailed;
                result.data["error"] = toJson(error);
                result.data["notExecuted"] = true;
                if (steps::isTrouble(error))
                    m_services.observer.report(error);
                break;
            case github::EffectOutcome::Kind::Unknown:
                result.type = EventType::EffectUnknown;
                result.data["error"] = toJson(error);
                result.data["notBefore"] = notBefore().ms;
                break;
            }
            m_watches[step].lookedSince = {};
            transactEvents({std::move(result)}, [this, step](const Result<qint64>&) {
                m_services.effector.release({m_run.id, step});
            });
        });
}

Millis RunDriver::interval(const StepRun& step) const
{
    const auto& clock = m_services.clock;
    const auto waited = step.waitingFor ? clock.now() - step.waitingFor->since : Millis(0);
    const auto unscaled = Millis(qint64(double(waited.count()) * clock.scale()));
    return clock.scaled(std::clamp(unscaled / 12, kShortestInterval, kLongestInterval));
}

bool RunDriver::wait(const StepRun& step, const steps::Wait& wait)
{
    const auto& clock = m_services.clock;
    auto& watch = m_watches[step.id];
    const bool sameFacts = std::all_of(wait.facts.items().begin(), wait.facts.items().end(),
        [&](const auto& fact) { return memberAt(step.attempt()->facts, fact.key().c_str()) == fact.value(); });
    const bool unchanged = step.state == StepState::Waiting && !step.needsYou && step.waitingFor
        && step.waitingFor->what == wait.what && step.waitingFor->args == wait.args && sameFacts;
    watch.lookedSince = clock.now() + Millis(1);
    watch.due = wait.lookAtOnce && !unchanged ? clock.now() : clock.now() + interval(step);
    if (!unchanged) {
        transactEvents({makeEvent(EventType::StepWaiting, step,
            {{"for", wait.what.toStdString()}, {"args", wait.args}, {"facts", wait.facts}})});
        return true;
    }
    auto context = steps::contextOf(m_run, step.id, m_services.kinds, clock.now(), clock.scale());
    const auto* kind = steps::kindNamed(m_run.workflow->step(step.id)->kind);
    const auto reads = context ? kind->reads(*context) : steps::Reads{};
    if (reads.isEmpty())
        wakeAt(step.id, watch.due);
    else
        known(step, reads, watch.lookedSince, watch.due);
    return false;
}

bool RunDriver::fail(const StepRun& step, const steps::Fail& failure)
{
    Json data{{"error", toJson(failure.error)}};
    const auto* definition = m_run.workflow->step(step.id);
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
    transactEvents({makeEvent(EventType::StepFailed, step, std::move(data))});
    return true;
}

} // namespace slipway::conductor
