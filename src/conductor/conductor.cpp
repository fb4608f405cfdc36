// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/conductor.h"

#include "base/crash_point.h"
#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"
#include "base/when_done.h"
#include "steps/kinds.h"
#include "steps/raise_plan.h"
#include "workflow/fold.h"
#include "workflow/handle.h"

#include <QRandomGenerator>

namespace slipway::conductor {

namespace {

template <class T>
QFuture<T> ready(T value)
{
    return QtFuture::makeReadyFuture(std::move(value));
}

//! Hands the result of one future on to a promise when the continuation itself starts another one.
template <class T>
struct Later {
    std::shared_ptr<QPromise<T>> promise = std::make_shared<QPromise<T>>();
    Later() { promise->start(); }
    QFuture<T> future() const { return promise->future(); }
    void finish(T value) const
    {
        promise->addResult(std::move(value));
        promise->finish();
    }
};

} // namespace

steps::Reads firstReads(const Run& run, const KindRules& kinds, const Clock& clock)
{
    steps::Reads reads;
    for (const auto& step : run.steps) {
        const auto context = steps::contextOf(run, step.id, kinds, clock.now(), clock.scale());
        if (!context)
            continue; // it builds on what does not exist yet
        const auto* kind = steps::kindNamed(context->definition.kind);
        for (const auto& read : kind->reads(*context).github)
            if (github::isShared(read))
                reads.github.append(read);
    }
    return reads;
}

namespace {

//! What the run's first validation would do; nothing where it has none, or where its parameters are not there yet.
Result<std::optional<steps::Decision>> validation(
    const Run& run, const KindRules& kinds, const Clock& clock, const steps::Observation& seen)
{
    for (const auto& step : run.steps) {
        const auto* definition = run.workflow->step(step.id);
        if (!definition->needs.isEmpty() || definition->kind != "request.validate"_L1)
            continue;
        const auto context = steps::contextOf(run, step.id, kinds, clock.now(), clock.scale());
        if (!context)
            return context.error();
        auto decision = steps::validateKind().decide(*context, seen);
        if (!std::holds_alternative<steps::Done>(decision))
            return std::optional<steps::Decision>(std::move(decision));
    }
    return std::optional<steps::Decision>();
}

} // namespace

namespace {

//! Of each pull request of the run: its repository, and the fingerprint of what it would change ("-": not known).
QList<std::pair<QString, QString>> previewParts(
    const Run& run, const KindRules& kinds, const Clock& clock, const steps::Observation& seen)
{
    QList<std::pair<QString, QString>> parts;
    for (const auto& step : run.steps) {
        if (run.workflow->step(step.id)->kind != "github.pull-request"_L1)
            continue;
        parts.append({step.id.text(), u"-"_s});
        const auto context = steps::contextOf(run, step.id, kinds, clock.now(), clock.scale());
        const auto intent = context ? steps::raiseIntent(*context) : Result<steps::RaiseIntent>(context.error());
        if (!intent)
            continue;
        parts.last().first = intent->repository.full();
        const auto snapshot = seen.find<github::RepositorySnapshot>(steps::readFor(*intent));
        const auto plan =
            snapshot.value ? steps::planRaise(*intent, *snapshot.value) : Result<steps::RaisePlan>(Error{});
        if (plan)
            parts.last().second = steps::fingerprint(*plan);
    }
    return parts;
}

} // namespace

QString previewToken(const Run& run, const KindRules& kinds, const Clock& clock, const steps::Observation& seen)
{
    QStringList parts;
    for (const auto& [repository, part] : previewParts(run, kinds, clock, seen))
        parts.append(part);
    return parts.join(u'.');
}

std::optional<Error> previewError(
    const QString& token, const Run& run, const KindRules& kinds, const Clock& clock, const steps::Observation& seen)
{
    const auto shown = token.split(u'.');
    const auto now = previewParts(run, kinds, clock, seen);
    QStringList changed;
    for (qsizetype i = 0; i < now.size(); ++i)
        if (now[i].second != shown.value(i))
            changed.append(now[i].first);
    if (changed.isEmpty())
        return std::nullopt;
    return Error{.code = errc::previewStale, .args = {{"repositories", toJson(changed)}}};
}

std::optional<Error> validationError(
    const Run& run, const KindRules& kinds, const Clock& clock, const steps::Observation& seen)
{
    const auto decision = validation(run, kinds, clock, seen);
    if (!decision)
        return decision.error();
    const auto* failure = *decision ? std::get_if<steps::Fail>(&**decision) : nullptr;
    return failure ? std::optional(failure->error) : std::nullopt;
}

std::optional<Error> validationQuestion(
    const Run& run, const KindRules& kinds, const Clock& clock, const steps::Observation& seen)
{
    const auto decision = validation(run, kinds, clock, seen);
    const auto* question = decision && *decision ? std::get_if<steps::Ask>(&**decision) : nullptr;
    return question ? std::optional(question->error) : std::nullopt;
}

Conductor::Conductor(journal::Store& store, github::GitHub* github, http::Http& http, Clock& clock,
    const KindRules& kinds, Mode mode, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_vault(clock)
    , m_observer(github, http, clock)
    , m_effector(github, clock)
    , m_usual(store, clock)
    , m_services{m_store, m_observer, m_effector, m_usual, clock, kinds,
          [] { return QRandomGenerator::global()->generateDouble(); }}
    , m_mode(mode)
{
    m_observer.useSecrets(m_vault);
    m_effector.reachServices(http, m_vault);
    const auto pokeAll = [this] {
        for (const auto& [id, driver] : m_drivers)
            driver->poke();
    };
    connect(&m_observer, &Observer::troubleChanged, this, [this, pokeAll] {
        pokeAll();
        Q_EMIT troubleChanged();
    });
    connect(&m_observer, &Observer::retryNow, this, pokeAll);
    // By name: with hundreds of runs, each answer would otherwise be told to each of them.
    const auto poke = [this](const RunId& run) {
        if (const auto found = m_drivers.find(run); found != m_drivers.end())
            found->second->poke();
    };
    connect(&m_observer, &Observer::answered, this, [poke](const QList<Observer::Key>& keys) {
        QSet<RunId> runs;
        for (const auto& key : keys)
            runs.insert(key.run);
        for (const auto& run : std::as_const(runs))
            poke(run);
    });
    const auto pokeEach = [poke](const QSet<StepKey>& keys) {
        QSet<RunId> runs;
        for (const auto& key : keys)
            runs.insert(key.run);
        for (const auto& run : std::as_const(runs))
            poke(run);
    };
    connect(&m_observer, &Observer::readsPassAgain, this, [this] { m_effector.gate().wayIsFree(); });
    connect(&m_effector.gate(), &WriteGate::opened, this, pokeEach);
    connect(&m_effector.gate(), &WriteGate::changed, this, [this, pokeEach](const QSet<StepKey>& keys) {
        pokeEach(keys);
        Q_EMIT troubleChanged();
    });
    connect(&m_effector, &Effector::granted, this, [poke](const RunId& run, const StepId&) { poke(run); });
}

Conductor::~Conductor() = default;

RunDriver* Conductor::adopt(journal::Lease lease, Run run)
{
    auto driver = std::make_unique<RunDriver>(m_services, std::move(lease), std::move(run));
    auto* raw = driver.get();
    connect(raw, &RunDriver::changed, this, &Conductor::changed);
    connect(raw, &RunDriver::storeFailed, this, &Conductor::storeFailed);
    connect(
        raw, &RunDriver::ended, this,
        [this](const RunId& id) {
            if (const auto found = m_drivers.find(id); found != m_drivers.end())
                m_vault.forget(found->second->run());
            m_drivers.erase(id);
        },
        Qt::QueuedConnection);
    m_drivers[raw->run().id] = std::move(driver);
    return raw;
}

void Conductor::drive(RunDriver* driver)
{
    if (m_mode != Mode::Drive || !driver || m_draining)
        return;
    auto secrets = m_vault.load(driver->run());
    if (secrets.isFinished())
        return driver->start();
    whenDone(secrets, this, [driver = QPointer<RunDriver>(driver)] {
        if (driver)
            driver->start();
    });
}

QFuture<Result<void>> Conductor::recover()
{
    const Later<Result<void>> later;
    m_store.openRuns().then(this, [this, later](const Result<QList<RunId>>& runs) {
        if (!runs)
            return later.finish(runs.error());
        auto left = std::make_shared<qsizetype>(runs->size());
        if (*left == 0)
            return later.finish({});
        for (const auto& run : *runs) {
            driverFor(run).then(this, [this, later, left, run](const Result<QPointer<RunDriver>>& driver) {
                if (!driver)
                    qCWarning(logConductor) << "run" << run.text() << "cannot be driven" << driver.error().code
                                            << toBytes(driver.error().args);
                else
                    drive(*driver);
                if (--*left == 0)
                    later.finish({});
            });
        }
    });
    return later.future();
}

QFuture<Result<QPointer<RunDriver>>> Conductor::driverFor(const RunId& run)
{
    if (const auto found = m_drivers.find(run); found != m_drivers.end())
        return ready(Result<QPointer<RunDriver>>(QPointer<RunDriver>(found->second.get())));
    if (const auto found = m_claims.find(run); found != m_claims.end())
        return found->second;
    const Later<Result<QPointer<RunDriver>>> later;
    m_claims[run] = later.future();
    const auto finish = [this, later, run](Result<QPointer<RunDriver>> result) {
        m_claims.erase(run);
        later.finish(std::move(result));
    };
    crashPoint("claim.before");
    m_store.claim(run).then(this, [this, finish, run](const Result<journal::Lease>& lease) {
        crashPoint("claim.done");
        if (!lease)
            return finish(lease.error());
        // Read after the claim: nothing can be appended by an earlier holder any more.
        m_store.events(run).then(this, [this, finish, lease = *lease](const Result<Events>& events) {
            if (!events)
                return finish(events.error());
            auto folded = fold(Run{}, *events, m_services.kinds);
            if (!folded)
                return finish(folded.error());
            crashPoint("claim.read");
            finish(QPointer<RunDriver>(adopt(lease, std::move(*folded))));
        });
    });
    return later.future();
}

QFuture<Result<qint64>> Conductor::submit(const Envelope& envelope)
{
    if (std::holds_alternative<StartRun>(envelope.command))
        return startOnce(envelope);
    const Later<Result<qint64>> later;
    driverFor(envelope.run).then(this, [this, later, envelope](const Result<QPointer<RunDriver>>& driver) {
        if (!driver)
            return later.finish(driver.error());
        if (!*driver) // it ended and was put away since
            return later.finish(Error{.code = errc::commandStale});
        const auto* advance = std::get_if<AdvanceStep>(&envelope.command);
        auto done = advance && advance->verified ? verifyThenAdvance(*driver, envelope) : (*driver)->submit(envelope);
        // Only now: a run that has ended would be put away before the command reaches it.
        drive(*driver);
        whenDone(
            done, this, [later](const Result<qint64>& result) { later.finish(result); },
            [later] { later.finish(Error{.code = errc::commandStale}); }); // the run ended and was put away meanwhile
    });
    return later.future();
}

//! What a person says is checked against the service before it is believed.
QFuture<Result<qint64>> Conductor::verifyThenAdvance(RunDriver* driver, const Envelope& envelope)
{
    if (driver->run().commands.contains(envelope.id))
        return driver->submit(envelope);
    // A step that the run does not have, or that cannot be advanced, is not looked at.
    if (const auto why = whyNot(driver->run(), envelope.command))
        return ready(Result<qint64>(*why));
    const Later<Result<qint64>> later;
    const auto advance = std::get<AdvanceStep>(envelope.command);
    const RunId run = envelope.run;
    whenDone(
        driver->look(advance.step), this,
        [this, later, envelope, advance, run](const Result<steps::Decision>& decision) {
            if (!decision)
                return later.finish(decision.error());
            const auto* done = std::get_if<steps::Done>(&*decision);
            Error refusal{.code = errc::commandRefused,
                .args = {{"command", "AdvanceStep"}, {"step", advance.step.utf8()}, {"because", "notConfirmed"}}};
            // Of what a gate asks there is no other evidence than the person's word.
            const auto* question = std::get_if<steps::Ask>(&*decision);
            const bool onlyAPersonKnows = question && question->error.code == errc::gateWaiting;
            if (!done && !onlyAPersonKnows)
                return later.finish(refusal);
            for (const auto& [name, value] : advance.outputs.items()) {
                if (done && memberAt(done->outputs, name.c_str()) != value) {
                    refusal.args["output"] = name;
                    return later.finish(refusal);
                }
            }
            const auto found = m_drivers.find(run);
            if (found == m_drivers.end())
                return later.finish(refusal);
            Envelope checked = envelope;
            auto& command = std::get<AdvanceStep>(checked.command);
            command.verified = done != nullptr;
            if (done)
                command.outputs = done->outputs;
            whenDone(
                found->second->submit(checked), this, [later](const Result<qint64>& result) { later.finish(result); });
        },
        [later] { later.finish(Error{.code = errc::commandStale}); });
    return later.future();
}

QFuture<Result<qint64>> Conductor::startOnce(const Envelope& envelope)
{
    // Who lost the line to this process before the answer sends the start again. While it is under way everybody waits
    // for the same one; afterwards the journal knows it.
    const Later<Result<qint64>> later;
    auto& waiting = m_starting[envelope.run];
    waiting.push_back(later.promise);
    if (waiting.size() > 1)
        return later.future();
    const auto finish = [this, run = envelope.run](const Result<qint64>& result) {
        for (const auto& promise : m_starting.take(run)) {
            promise->addResult(result);
            promise->finish();
        }
    };
    m_store.events(envelope.run).then(this, [this, envelope, finish](const Result<Events>& events) {
        if (events && !events->empty() && textAt(events->front().data, "commandId") == envelope.id.text())
            return finish(events->back().sequence);
        whenDone(start(envelope), this, finish);
    });
    return later.future();
}

QFuture<Result<qint64>> Conductor::start(const Envelope& envelope)
{
    auto events = handle(Run{}, envelope, m_services.kinds);
    if (!events)
        return ready(Result<qint64>(events.error()));
    events->front().data["host"] = m_services.host.toStdString();
    auto folded = fold(Run{}, *events, m_services.kinds);
    if (!folded)
        return ready(Result<qint64>(folded.error()));
    const Later<Result<qint64>> later;
    const auto& command = std::get<StartRun>(envelope.command);
    if (!command.record.is_null()) {
        importRun(*folded, *events, later.promise);
        return later.future();
    }
    const Json inputs = command.inputs;
    // Whoever was shown what would be changed is told if that is so no more, so the files are read anew.
    const QString previewed = command.previewed;
    whenDone(
        look(firstReads(*folded, m_services.kinds, m_services.clock), previewed.isEmpty() ? Millis(60'000) : Millis(0)),
        this,
        [this, later, inputs, previewed, events = *events, run = *folded](const Result<steps::Observation>& seen) {
            if (!seen)
                return later.finish(seen.error());
            if (const auto error = validationError(run, m_services.kinds, m_services.clock, *seen))
                return later.finish(*error);
            if (!previewed.isEmpty())
                if (const auto error = previewError(previewed, run, m_services.kinds, m_services.clock, *seen))
                    return later.finish(*error);
            const auto create = [this, later, run, events] {
                m_store.create(run, events).then(this, [this, later, run](const Result<journal::Lease>& lease) {
                    if (!lease) {
                        m_vault.forget(run);
                        return later.finish(lease.error());
                    }
                    drive(adopt(*lease, run));
                    Q_EMIT changed(run.id);
                    later.finish(run.sequence);
                });
            };
            if (auto kept = keepSecrets(run, inputs); kept.isFinished())
                create();
            else
                whenDone(kept, this, create);
        });
    return later.future();
}

//! What has happened is not checked against the world: it is looked at when a person takes the run over.
void Conductor::importRun(const Run& run, const Events& events, std::shared_ptr<QPromise<Result<qint64>>> promise)
{
    const auto finish = [promise](Result<qint64> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    m_store.create(run, events).then(this, [this, finish, run](const Result<journal::Lease>& lease) {
        if (!lease) {
            const bool known = textAt(lease.error().args, "guard") == "runExists"_L1;
            return finish(known ? Error{.code = errc::recordKnown,
                              .args = {{"run", run.id.utf8()}, {"subject", run.subject.toStdString()}}}
                                : lease.error());
        }
        // Thousands of them must not be held: whoever takes one over claims it.
        m_store.release(*lease).then(this, [this, finish, run](const Result<void>& released) {
            Q_EMIT changed(run.id);
            finish(released ? Result<qint64>(run.sequence) : Result<qint64>(released.error()));
        });
    });
}

//! Before the run exists, so that it never does without them. No event holds what is taken here.
QFuture<void> Conductor::keepSecrets(const Run& run, const Json& inputs)
{
    QHash<QString, Secret> secrets;
    for (const auto& input : run.workflow->inputs) {
        const QString value = textAt(inputs, input.id.toUtf8().constData());
        if (input.type == InputType::Secret && !value.isEmpty())
            secrets.insert(u"inputs."_s + input.id, Secret(value.toUtf8()));
    }
    return m_vault.putAll(run.id, secrets);
}

const Trouble* Conductor::trouble() const
{
    const auto* ofReads = m_observer.anyTrouble();
    const auto* ofWrites = m_effector.gate().trouble();
    const bool ofTheWay = m_observer.trouble().has_value();
    return ofTheWay || !ofWrites ? ofReads : ofWrites;
}

void Conductor::lookNow()
{
    m_observer.hurry();
    m_effector.gate().hurry({});
}

QFuture<Result<steps::Observation>> Conductor::look(const steps::Reads& reads, Millis notOlderThan)
{
    const Timestamp since = notOlderThan <= Millis(0) ? m_services.clock.now()
                                                      : m_services.clock.now()
            - std::min(m_services.clock.scaled(notOlderThan, Millis(2'000)), m_observer.snapshotAge());
    if (reads.isEmpty() || m_observer.seen().answers(reads, since))
        return ready(Result<steps::Observation>(m_observer.seen()));
    const Later<Result<steps::Observation>> later;
    const Observer::Key key{RunId(u"look"_s), StepId(QString::number(++m_looks))};
    whenDone(m_observer.look(key, reads, since), this, [this, later](const Result<void>& looked) {
        later.finish(looked ? Result<steps::Observation>(m_observer.seen()) : looked.error());
    });
    return later.future();
}

QFuture<void> Conductor::drain()
{
    m_draining = true;
    for (const auto& [id, driver] : m_drivers)
        driver->stop();
    const Later<bool> later;
    waitUntilIdle(later.promise);
    return later.future().then([](bool) {});
}

void Conductor::waitUntilIdle(std::shared_ptr<QPromise<bool>> promise)
{
    const bool idle =
        std::all_of(m_drivers.begin(), m_drivers.end(), [](const auto& entry) { return entry.second->isIdle(); });
    if (idle) {
        promise->addResult(true);
        promise->finish();
        return;
    }
    m_drainTimer = m_services.clock.after(Millis(10), this, [this, promise] { waitUntilIdle(promise); });
}

QFuture<void> Conductor::close()
{
    m_drivers.clear();
    return m_store.closeCleanly().then(this, [](const Result<void>& closed) {
        if (!closed)
            qCWarning(logConductor) << "the store could not be closed in good order" << closed.error().code;
    });
}

} // namespace slipway::conductor
