// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/conductor.h"

#include "base/boot.h"
#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"
#include "base/thread_door.h"
#include "base/when_done.h"
#include "conductor/later.h"
#include "workflow/fold.h"
#include "workflow/handle.h"
#include "workflow/secrets.h"

#include <QRandomGenerator>

namespace slipway::conductor {

namespace {

//! What a person gave with the command; null: nothing.
const QHash<QString, Secret>* givenSecrets(const Command& command)
{
    return std::visit(
        [](const auto& c) -> const QHash<QString, Secret>* {
            if constexpr (requires { c.secrets; })
                return c.secrets.isEmpty() ? nullptr : &c.secrets;
            else
                return nullptr;
        },
        command);
}

Error notKept(const Envelope& envelope, const QString& secret)
{
    return {.code = errc::commandRefused,
        .args = {{"command", commandName(envelope.command).toStdString()}, {"because", "secretNotKept"},
            {"secret", secret.section(u'.', 1).toStdString()}}};
}

} // namespace

Conductor::Conductor(journal::Store& store, github::GitHub* github, http::Http& http, Clock& clock,
    const KindRules& kinds, Mode mode, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_storeTrouble(clock)
    , m_isConnected(github != nullptr)
    , m_vault(clock)
    , m_observer(github, http, clock)
    , m_effector(github, clock)
    , m_ended(m_observer, clock)
    , m_usual(store, clock)
    , m_services{m_store, m_storeTrouble, m_observer, m_effector, m_usual, clock, kinds,
          [] { return QRandomGenerator::global()->generateDouble(); }, bootId()}
    , m_mode(mode)
{
    connect(&m_storeTrouble, &StoreTrouble::changed, this, &Conductor::troubleChanged);
    m_observer.useSecrets(m_vault);
    m_effector.reachServices(http, m_vault);
    connect(
        &m_vault, &SecretVault::came, this,
        [this](const RunId& run) {
            if (const auto found = m_drivers.find(run); found != m_drivers.end())
                found->second->secretCame();
        },
        Qt::QueuedConnection); // whoever gives one may be in the middle of something
    const auto pokeAll = [this] {
        for (const auto& [id, driver] : m_drivers)
            driver->poke();
    };
    connect(&m_observer, &Observer::troubleChanged, this, [this, pokeAll] {
        pokeAll();
        Q_EMIT troubleChanged();
    });
    connect(&m_observer, &Observer::retryNow, this, pokeAll);
    connect(&m_observer, &Observer::clockWasSet, this, [this](Millis by) {
        for (const auto& [id, driver] : m_drivers)
            driver->clockWasSet(by);
    });
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
    connect(
        &m_ended, &EndedWatch::learned, this,
        [this](const RunId& run, const StepId& step, const Json& outputs) {
            auto& learned = m_learned[run];
            if (auto known = learned.find(step); known != learned.end())
                known->update(outputs);
            else
                learned.insert(step, outputs);
            noteLearned(run);
        },
        Qt::QueuedConnection); // those of one look are told together
    connect(&m_effector, &Effector::granted, this, [poke](const RunId& run, const StepId&) { poke(run); });
}

Conductor::~Conductor() = default;

RunDriver* Conductor::adopt(journal::Lease lease, Run run)
{
    m_ended.forget(run.id); // it is looked after again once it is given back
    auto driver = std::make_unique<RunDriver>(m_services, std::move(lease), std::move(run));
    auto* raw = driver.get();
    connect(raw, &RunDriver::changed, this, &Conductor::changed);
    connect(
        raw, &RunDriver::ended, this,
        [this, driver = QPointer(raw)](const RunId& id) {
            const auto found = m_drivers.find(id);
            if (!driver || found == m_drivers.end() || found->second.get() != driver)
                return; // somebody wanted the run meanwhile, and has it claimed anew
            const Run run = found->second->run();
            m_vault.forget(run);
            m_drivers.erase(found); // with all that is asked for the run
            watchEnded(run);
            noteLearned(id);
        },
        Qt::QueuedConnection);
    // Whoever has the run needs its secrets, and looks after it.
    connect(
        raw, &RunDriver::lost, this,
        [this, driver = QPointer(raw), id = raw->run().id] {
            if (const auto found = m_drivers.find(id);
                driver && found != m_drivers.end() && found->second.get() == driver)
                m_drivers.erase(found);
        },
        Qt::QueuedConnection);
    m_drivers[raw->run().id] = std::move(driver);
    return raw;
}

void Conductor::drive(RunDriver* driver)
{
    if (m_mode != Mode::Drive || !driver || m_draining || m_safeMode)
        return;
    auto secrets = m_vault.load(driver->run());
    if (secrets.isFinished())
        return driver->start();
    whenDone(secrets, this, [driver = QPointer<RunDriver>(driver)](const QStringList&) {
        if (driver)
            driver->start();
    });
}

QFuture<Result<qint64>> Conductor::submit(const Envelope& envelope)
{
    ThreadDoor::enter(this, "the conductor");
    if (envelope.run.isEmpty() && std::holds_alternative<ResumeRun>(envelope.command))
        return goOn(envelope);
    if (m_safeMode)
        return ready(Result<qint64>(m_safeMode->error));
    if (std::holds_alternative<StartRun>(envelope.command))
        return startOnce(envelope);
    if (std::holds_alternative<ResumeRun>(envelope.command))
        return resume(envelope);
    const Later<Result<qint64>> later;
    submitTo(envelope, later);
    return later.future();
}

void Conductor::submitTo(const Envelope& envelope, const Later<Result<qint64>>& later)
{
    driverFor(envelope.run).then(this, [this, later, envelope](const Result<QPointer<RunDriver>>& driver) {
        if (!driver)
            return later.finish(driver.error());
        if (!*driver) // it ended and was put away since
            return later.finish(Error{.code = errc::commandStale});
        const auto* advance = std::get_if<AdvanceStep>(&envelope.command);
        auto done = advance && advance->verified ? verifyThenAdvance(*driver, envelope)
            : givenSecrets(envelope.command)     ? keepThenSubmit(*driver, envelope)
                                                 : (*driver)->submit(envelope);
        // Only now: a run that has ended would be put away before the command reaches it.
        drive(*driver);
        whenDone(
            done, this, [later](const Result<qint64>& result) { later.finish(result); },
            [later] { later.finish(Error{.code = errc::commandStale}); }); // the run ended and was put away meanwhile
    });
}

//! They are at hand before the step goes on, and kept before the command is answered: this process may end after it. What
//! comes with a command that is refused is kept nowhere.
QFuture<Result<qint64>> Conductor::keepThenSubmit(RunDriver* driver, const Envelope& envelope)
{
    if (const auto events = handle(driver->run(), envelope, m_services.kinds); !events)
        return ready(Result<qint64>(events.error()));
    const auto& given = *givenSecrets(envelope.command);
    QHash<QString, Secret> secrets;
    for (auto each = given.begin(); each != given.end(); ++each)
        if (const auto name = secretNamed(*driver->run().workflow, each.key()))
            secrets.insert(*name, each.value());
    const Later<Result<qint64>> later;
    if (m_mode == Mode::Drive) {
        const auto before = m_vault.hold(envelope.run, secrets);
        whenDone(
            driver->submit(envelope), this,
            [this, later, run = envelope.run, secrets, before](const Result<qint64>& done) {
                m_vault.putBack(run, before);
                if (!done)
                    return later.finish(done);
                whenDone(m_vault.putAll(run, secrets), this, [later, done](const QStringList&) { later.finish(done); });
            },
            [this, later, run = envelope.run, before] {
                m_vault.putBack(run, before);
                later.finish(Error{.code = errc::commandStale});
            });
        return later.future();
    }
    whenDone(m_vault.kept(envelope.run, secrets.keys()), this,
        [this, later, envelope, secrets, driver = QPointer<RunDriver>(driver)](const SecretVault::Kept& before) {
            for (const QString& name : secrets.keys())
                if (!before.contains(name)) // what is there would be lost if the command were refused
                    return later.finish(notKept(envelope, name));
            keepForWhoDrives(driver, envelope, secrets, before, later);
        });
    return later.future();
}

//! This process ends without using it: whoever drives after it finds it in the keychain or not at all.
void Conductor::keepForWhoDrives(const QPointer<RunDriver>& driver, const Envelope& envelope,
    const QHash<QString, Secret>& secrets, const SecretVault::Kept& before, const Later<Result<qint64>>& later)
{
    const auto finish = [this, later, run = envelope.run, before](const Result<qint64>& done) {
        if (!done)
            m_vault.keepAgain(run, before);
        later.finish(done);
    };
    whenDone(m_vault.putAll(envelope.run, secrets), this, [this, finish, envelope, driver](const QStringList& lost) {
        if (!lost.isEmpty())
            return finish(notKept(envelope, lost.first()));
        if (!driver)
            return finish(Error{.code = errc::commandStale});
        whenDone(
            driver->submit(envelope), this, [finish](const Result<qint64>& done) { finish(done); },
            [finish] { finish(Error{.code = errc::commandStale}); });
    });
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
                found->second->submit(checked), this, [later](const Result<qint64>& result) { later.finish(result); },
                [later] { later.finish(Error{.code = errc::commandStale}); });
        },
        [later] { later.finish(Error{.code = errc::commandStale}); });
    return later.future();
}

std::optional<Millis> Conductor::watchesEvery() const
{
    const bool waits = std::any_of(m_drivers.begin(), m_drivers.end(), [](const auto& driver) {
        const Run& run = driver.second->run();
        return run.isOpen() && !run.pause && std::any_of(run.steps.begin(), run.steps.end(), [](const StepRun& step) {
            return step.state == StepState::Waiting;
        });
    });
    return waits || !m_ended.isEmpty() ? m_observer.watchesEvery() : std::nullopt;
}

const Trouble* Conductor::trouble() const
{
    if (m_safeMode)
        return &*m_safeMode;
    if (const auto* ofStore = m_storeTrouble.trouble())
        return ofStore;
    const auto* ofReads = m_observer.anyTrouble();
    const auto* ofWrites = m_effector.gate().trouble();
    const bool ofTheWay = m_observer.trouble().has_value();
    return ofTheWay || !ofWrites ? ofReads : ofWrites;
}

void Conductor::lookNow()
{
    ThreadDoor::enter(this, "the conductor");
    m_observer.hurry();
    m_effector.gate().hurry({});
}

QFuture<Result<steps::Observation>> Conductor::look(const steps::Reads& reads, Millis notOlderThan)
{
    ThreadDoor::enter(this, "the conductor");
    const Timestamp since = notOlderThan <= Millis(0) ? m_services.clock.now()
                                                      : m_services.clock.now()
            - std::min(m_services.clock.scaled(notOlderThan, Millis(2'000)), m_observer.snapshotAge());
    // What is known is not asked for again: of a list of new services the names differ, and the files are the same.
    const auto missing = m_observer.seen().unanswered(reads, since);
    if (missing.isEmpty())
        return ready(Result<steps::Observation>(m_observer.seen()));
    const auto ask = [this, since](const steps::Reads& some) {
        return m_observer.look({RunId(u"look"_s), StepId(QString::number(++m_looks))}, some, since);
    };
    const Later<Result<steps::Observation>> later;
    whenDone(ask(missing), this, [this, later, ask, reads, since](const Result<steps::Observation>& seen) {
        if (!seen || seen->answers(reads, since))
            return later.finish(seen);
        // Another's look took the place of what was known, with other files of a repository.
        whenDone(ask(reads), this, [later](const Result<steps::Observation>& all) { later.finish(all); });
    });
    return later.future();
}

QFuture<void> Conductor::drain()
{
    ThreadDoor::enter(this, "the conductor");
    m_draining = true;
    for (const auto& [id, driver] : m_drivers)
        driver->stop();
    m_storeTrouble.stop();
    const Later<bool> later;
    waitUntilIdle(later);
    return later.future().then([](bool) {});
}

void Conductor::waitUntilIdle(const Later<bool>& later)
{
    const bool idle =
        std::all_of(m_drivers.begin(), m_drivers.end(), [](const auto& entry) { return entry.second->isIdle(); });
    if (idle)
        return later.finish(true);
    m_drainTimer = m_services.clock.after(Millis(10), this, [this, later] { waitUntilIdle(later); });
}

QFuture<void> Conductor::close()
{
    ThreadDoor::enter(this, "the conductor");
    m_drivers.clear();
    // It drove, and did not die of it. What this store answers, it answers at once.
    if (m_recovered && !m_safeMode)
        std::ignore = m_store.forgetCrashes({});
    return m_store.closeCleanly().then(this, [](const Result<void>& closed) {
        if (!closed)
            qCWarning(logConductor) << "the store could not be closed in good order" << closed.error().code;
    });
}

} // namespace slipway::conductor
