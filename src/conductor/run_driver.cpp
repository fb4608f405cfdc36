// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/run_driver.h"

#include "base/crash_mark.h"
#include "base/crash_point.h"
#include "base/error_codes.h"
#include "base/text.h"
#include "base/when_done.h"
#include "conductor/crash_rules.h"
#include "steps/kinds.h"
#include "workflow/handle.h"
#include "workflow/left_open.h"
#include "workflow/secrets.h"
#include "workflow/template.h"

namespace slipway::conductor {

namespace {

constexpr int kParkAfterFailures = 2; // one failed request may be chance

bool canStart(const Run& run, const StepRun& step)
{
    const auto* definition = run.workflow->step(step.id);
    return std::all_of(definition->needs.begin(), definition->needs.end(),
        [&](const StepId& need) { return run.step(need)->isDone(); });
}

} // namespace

RunDriver::RunDriver(Services services, journal::Lease lease, Run start, QObject* parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_transitions(
          m_services.store, m_services.storeTrouble, m_services.kinds, std::move(lease), std::move(start), this)
{
    connect(&m_transitions, &Transitions::moved, this, [this] {
        tellDispatched();
        Q_EMIT changed(run().id);
    });
    connect(&m_transitions, &Transitions::settled, this, &RunDriver::advance);
    connect(&m_transitions, &Transitions::lost, this, [this] {
        m_ended = true;
        m_services.observer.forgetRun(run().id);
        leaveIfLost();
    });
}

RunDriver::~RunDriver()
{
    m_services.observer.forgetRun(run().id);
    for (const auto& step : run().steps)
        m_services.effector.release({run().id, step.id});
}

void RunDriver::secretCame()
{
    for (const auto& step : run().steps)
        if (secretAskedFor(step))
            m_watches[step.id].secretCame = true;
    if (m_started)
        advance();
}

void RunDriver::leaveIfLost()
{
    if (m_transitions.isLost() && isOver() && !std::exchange(m_left, true))
        Q_EMIT lost();
}

//! Whoever has brought what was missing may say so: what was sent already is only looked for by that, unlike by a retry.
void RunDriver::lookForMissing(const StepId& only)
{
    for (const auto& step : run().steps)
        if ((only.isEmpty() || step.id == only) && step.needsYou && step.error && steps::lacksSecret(*step.error))
            m_watches[step.id].secretCame = true;
}

//! Before the observer is hurried: what is decided next would tell it the old moments anew. That a thing is not there counts
//! by looks that are some time apart, so those pauses stay.
void RunDriver::endPauses()
{
    for (const auto& step : run().steps) {
        auto& watch = m_watches[step.id];
        watch.due = {};
        if (step.openEffect() && step.needsYou && watch.absences == 0)
            watch.lookedSince = std::min(watch.lookedSince, m_services.clock.now() + Millis(1));
    }
}

QFuture<Result<qint64>> RunDriver::take(const QList<journal::Crash>& crashes)
{
    return tell([this, crashes](const Run& now) { return crashEvents(now, crashes, m_services.clock.now()); });
}

QFuture<Result<qint64>> RunDriver::tellWasSetAside(const Error& why)
{
    return tell([this, why](const Run& now) {
        if (!now.isOpen())
            return Events{};
        const auto of = [&](EventType type, Json data) {
            return Event{
                .run = now.id, .at = m_services.clock.now(), .actor = kEngine, .type = type, .data = std::move(data)};
        };
        Events events;
        if (flagAt(why.args, "restored")) // it could not be told when the copy was put back
            events.push_back(of(EventType::LookRequested, {{"scope", "restored"}}));
        if (!now.quarantined)
            events.push_back(of(EventType::RunQuarantined, {{"error", toJson(why)}}));
        return events;
    });
}

//! Events without sequences, as the run stands when it is their turn.
QFuture<Result<qint64>> RunDriver::tell(std::function<Events(const Run&)> what)
{
    auto promise = std::make_shared<QPromise<Result<qint64>>>();
    promise->start();
    m_transitions.add(
        [what = std::move(what)](const Run& now) -> Result<Events> {
            Events events = what(now);
            qint64 sequence = now.sequence;
            for (auto& event : events)
                event.sequence = ++sequence;
            return events;
        },
        [promise](const Result<qint64>& result) {
            promise->addResult(result);
            promise->finish();
        });
    return promise->future();
}

void RunDriver::start()
{
    m_mayStart = true;
    if (run().quarantined)
        return;
    if (!std::exchange(m_started, true)) {
        crashPoint("drive.begun");
        // To go on while GitHub says stop can get a token banned; whoever ended a moment ago knew until when.
        if (run().parked && run().parkedUntil)
            m_services.observer.resumeLimit(*run().parked, *run().parkedUntil);
        recoverEffects();
        tellDispatched();
    }
    advance();
}

QFuture<Result<qint64>> RunDriver::submit(const Envelope& envelope)
{
    auto promise = std::make_shared<QPromise<Result<qint64>>>();
    promise->start();
    auto future = promise->future();
    m_transitions.add([this, envelope](const Run& now) { return handle(now, envelope, m_services.kinds); },
        [this, promise, envelope](const Result<qint64>& result) {
            if (const auto* look = std::get_if<LookNow>(&envelope.command); result && look)
                lookForMissing(look->step);
            if (result
                && (std::holds_alternative<LookNow>(envelope.command)
                    || std::holds_alternative<RetryNow>(envelope.command)
                    || std::holds_alternative<RetryStep>(envelope.command))) {
                endPauses();
                m_services.observer.hurry(run().id);
                m_services.effector.gate().hurry(run().id);
            }
            promise->addResult(result);
            promise->finish();
        });
    return future;
}

namespace {

//! A person may have a step verified that has not begun; a kind decides of an attempt.
Run withAttempt(Run run, const StepId& id)
{
    if (auto* step = run.step(id); step && step->attempts.isEmpty())
        step->attempts.append(Attempt{.number = 1, .startedAt = run.startedAt});
    return run;
}

} // namespace

QFuture<Result<steps::Decision>> RunDriver::look(const StepId& step)
{
    auto promise = std::make_shared<QPromise<Result<steps::Decision>>>();
    promise->start();
    auto future = promise->future();
    const auto finish = [promise](Result<steps::Decision> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    const CrashScope working(run().id, step);
    if (isElsewhere()) {
        finish(elsewhere());
        return future;
    }
    const auto& clock = m_services.clock;
    const Run begun = withAttempt(run(), step);
    auto context = steps::contextOf(begun, step, m_services.kinds, clock.now(), clock.scale());
    const auto* kind = context ? steps::kindNamed(context->definition.kind) : nullptr;
    if (!kind) {
        finish(context ? Error{.code = errc::internal} : context.error());
        return future;
    }
    context->forEvidence = true;
    const Observer::Key key{run().id, StepId(u"look "_s + step.text())};
    const auto reads = kind->reads(*context);
    const auto answer = [this, kind, step, finish](const steps::Observation& seen) {
        const CrashScope working(run().id, step);
        const Run begun = withAttempt(run(), step);
        auto now = steps::contextOf(begun, step, m_services.kinds, m_services.clock.now(), m_services.clock.scale());
        if (now)
            now->forEvidence = true;
        finish(now ? Result<steps::Decision>(kind->decide(*now, seen)) : now.error());
    };
    if (reads.isEmpty()) {
        answer({});
        return future;
    }
    whenDone(m_services.observer.look(key, reads, clock.now()), this,
        [answer, finish](const Result<steps::Observation>& looked) {
            if (looked)
                answer(*looked);
            else
                finish(looked.error());
        });
    return future;
}

Event RunDriver::makeEvent(EventType type, const StepRun& step, Json data) const
{
    return {.run = run().id,
        .at = m_services.clock.now(),
        .actor = kEngine,
        .type = type,
        .step = step.id,
        .purpose = step.undoPlanned ? Purpose::Undo : Purpose::Do,
        .attempt = step.attempt() ? step.attempt()->number : 0,
        .data = std::move(data)};
}

void RunDriver::advance()
{
    if (m_mayStart && !m_started && !m_ended && !run().quarantined)
        return start();
    if (!m_started || m_stopping || m_ended || !m_transitions.isIdle())
        return;
    m_services.observer.noticeTime();
    const CrashScope ofRun(run().id);
    if (considerRun())
        return;
    for (const auto& step : run().steps) {
        const CrashScope ofStep(run().id, step.id);
        crashPoint("step.considered");
        if (considerStep(step.id))
            return;
    }
    if (considerTrouble()) // a write may just have been held back
        return;
    // A slot that was granted to a step that no longer writes would block its repository for everyone.
    for (const auto& step : run().steps)
        if (!step.openEffect() && (!step.isActive() || run().pause || run().cancelRequested))
            m_services.effector.release({run().id, step.id});
}

Error RunDriver::elsewhere() const
{
    return {.code = errc::githubOtherHost,
        .args = {{"host", run().host.toStdString()}, {"connected", m_services.host.toStdString()}}};
}

bool RunDriver::considerRun()
{
    // A question that a person may leave open for ever does not hold up a cancellation, unlike a request on the wire: its
    // answer would come to a run that has been put away.
    const auto inFlight = [&] {
        return std::any_of(run().steps.begin(), run().steps.end(),
            [](const StepRun& step) { return step.openEffect() && !step.needsYou; });
    };
    if (!run().isOpen()) {
        if (!m_closing && m_inFlight.isEmpty()) { // what became of a request that was cut off is still worth keeping
            m_closing = true;
            m_services.observer.forgetRun(run().id);
            whenDone(m_transitions.release(), this, [this](const Result<void>&) {
                m_ended = true;
                Q_EMIT ended(run().id);
            });
        }
        return true;
    }
    m_closing = false;
    const auto runEvent = [&](EventType type, Json data) {
        m_transitions.add({Event{
            .run = run().id, .at = m_services.clock.now(), .actor = kEngine, .type = type, .data = std::move(data)}});
        return true;
    };
    if (run().cancelRequested && (run().rests() || !inFlight()))
        return runEvent(EventType::RunCancelled, {{"reason", ""}});
    if (run().undoRequested
        && std::none_of(run().steps.begin(), run().steps.end(), [](const StepRun& step) { return step.undoPlanned; }))
        return runEvent(EventType::RunUndone, Json::object());
    if (isElsewhere()) {
        if (!run().parked || run().parked->code != errc::githubOtherHost)
            runEvent(EventType::RunParked, {{"error", toJson(elsewhere())}});
        return true;
    }
    return considerTrouble();
}

//! Of the way to GitHub, of what this run reads, or of what it writes: other runs' troubles are theirs.
bool RunDriver::considerTrouble()
{
    const auto runEvent = [&](EventType type, Json data) {
        m_transitions.add({Event{
            .run = run().id, .at = m_services.clock.now(), .actor = kEngine, .type = type, .data = std::move(data)}});
        return true;
    };
    const auto* trouble = m_services.observer.troubleOf(run().id);
    if (!trouble)
        trouble = m_services.effector.gate().troubleOf(run().id);
    if (!trouble)
        return run().parked && runEvent(EventType::RunUnparked, Json::object());
    const bool mayBeChance = isOfOneAnswer(trouble->error) || trouble->error.code == errc::networkUnreachable;
    if (mayBeChance && trouble->count < kParkAfterFailures)
        return false;
    // GitHub may say stop again, until later; of other troubles each try is a new moment, and no event.
    const bool longer = trouble->error.code == errc::githubRateLimited
        && run().parkedUntil.value_or(trouble->until) + Millis(1'000) < trouble->until;
    if (run().parked && run().parked->code == trouble->error.code && !longer)
        return false;
    return runEvent(EventType::RunParked, {{"error", toJson(trouble->error)}, {"until", trouble->until.ms}});
}

bool RunDriver::considerStep(const StepId& id)
{
    const StepRun& step = *run().step(id);
    if (run().rests())
        return false; // a look-up is a request that its workflow made up, with this user's credentials
    if (const auto* effect = step.openEffect())
        return considerOpenEffect(step, *effect);
    if (run().pause || run().cancelRequested)
        return false;
    if (step.retryAt) {
        // The moment was chosen by a clock that may have been wrong; the pause before it is known.
        const auto& clock = m_services.clock;
        auto& retry = m_watches[id].retry;
        if (!retry || retry->first != *step.retryAt)
            retry = {*step.retryAt,
                clock.uptime()
                    + std::min(*step.retryAt - clock.now(), clock.scaled(run().workflow->step(id)->retry.most))};
        if (clock.uptime() < retry->second) {
            wakeAt(id, clock.now() + (retry->second - clock.uptime()));
            return false;
        }
        return startStep(step, step.undoPlanned ? Purpose::Undo : Purpose::Do, step.attempt()->number + 1);
    }
    if (run().undoRequested) {
        if (!step.undoPlanned || step.state == StepState::Failed)
            return false;
        // Backwards: what was built upon it goes first.
        if (std::any_of(run().steps.begin(), run().steps.end(), [&](const StepRun& other) {
                return other.undoPlanned && other.state != StepState::Failed && run().workflow->needs(other.id, id);
            }))
            return false;
        if (!step.attempt() || step.attempt()->purpose != Purpose::Undo || step.attempt()->endedAt)
            return startStep(step, Purpose::Undo, int(step.attempts.size()) + 1);
        return decide(step);
    }
    if (step.state == StepState::Planned || step.state == StepState::Ready) {
        if (!canStart(run(), step))
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
    const auto* definition = run().workflow->step(step.id);
    if (!definition->when)
        return false;
    const auto condition = expand(*definition->when, scopeOf(run(), step.generation));
    if (!condition) {
        m_transitions.add({makeEvent(EventType::StepFailed, step, {{"error", toJson(condition.error())}})});
        return true;
    }
    if (isTrue(*condition))
        return false;
    m_transitions.add({makeEvent(EventType::StepSkipped, step, {{"reason", ""}, {"by", "when"}})});
    return true;
}

bool RunDriver::startStep(const StepRun& step, Purpose purpose, int number)
{
    Event started = makeEvent(EventType::StepStarted, step, {{"by", step.lookFirst ? "retry" : "engine"}});
    started.attempt = number;
    started.purpose = purpose;
    m_watches[step.id] = {};
    m_transitions.add({std::move(started)});
    return true;
}

void RunDriver::clockWasSet(Millis by)
{
    for (auto& [step, watch] : m_watches) {
        watch.lookedSince = watch.lookedSince + by;
        watch.due = watch.due + by;
        if (watch.sharedSince)
            watch.sharedSince = *watch.sharedSince + by;
        watch.clockSet.second += by;
    }
}

//! A journaled moment that is still to come was noted by another clock than the one of now: whatever is seen is later.
//! Not where it was set by so little that what was seen before was kept: that moment comes soon.
Timestamp RunDriver::ofThisClock(Timestamp moment) const
{
    return moment - m_services.clock.now() > ClockJumps::kNotice ? m_services.observer.seenSince() : moment;
}

void RunDriver::wakeAt(const StepId& step, Timestamp moment)
{
    m_watches[step].timer = m_services.clock.at(moment, this, [this] { advance(); });
}

bool RunDriver::known(const StepRun& step, const steps::Reads& reads, Timestamp since, Timestamp due)
{
    if (reads.isEmpty() || m_services.observer.seen().answers(reads, since))
        return true;
    m_services.observer.want({run().id, step.id}, reads, since, due);
    return false;
}

} // namespace slipway::conductor
