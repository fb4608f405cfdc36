// SPDX-License-Identifier: GPL-3.0-or-later
// How a start finds its runs: what crashed the program is left alone, the others go on.
#include "base/crash_point.h"
#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"
#include "base/thread_door.h"
#include "base/when_done.h"
#include "conductor/conductor.h"
#include "conductor/crash_rules.h"
#include "conductor/later.h"
#include "journal/passing.h"
#include "journal/set_aside.h"
#include "workflow/fold.h"

namespace slipway::conductor {

QFuture<Result<void>> Conductor::recover()
{
    ThreadDoor::enter(this, "the conductor");
    const Later<Result<void>> later;
    untilItPasses<QList<journal::Crash>>(
        u"crashes"_s, [this] { return m_store.crashes(); },
        [this, later](const Result<QList<journal::Crash>>& crashes) {
            if (!crashes)
                return later.finish(crashes.error());
            tellCrashes(*crashes, [this, later] { driveAll(later); });
        });
    return later.future();
}

template <class T>
void Conductor::untilItPasses(const QString& what, const std::function<QFuture<Result<T>>()>& ask,
    const std::function<void(const Result<T>&)>& then)
{
    ask().then(this, [this, what, ask, then](const Result<T>& result) {
        if (!result && journal::isPassing(result.error()) && !m_draining)
            return m_storeTrouble.refused(
                what, result.error(), [this, what, ask, then] { untilItPasses<T>(what, ask, then); });
        then(result);
        m_storeTrouble.over(what); // last: what follows may be refused as well, and the trouble is the same one
    });
}

void Conductor::takeUp(const RunId& run, const std::function<void(const Result<QPointer<RunDriver>>&)>& then)
{
    untilItPasses<QPointer<RunDriver>>(
        u"take up "_s + run.text(), [this, run] { return driverFor(run); }, then);
}

//! Before anything is driven: each run is told of the crashes that it brought about, and what could not be explained by
//! runs in quarantine leads to safe mode.
void Conductor::tellCrashes(const QList<journal::Crash>& crashes, std::function<void()> then)
{
    QSet<RunId> runs;
    for (const auto& crash : crashes)
        if (!crash.run.isEmpty())
            runs.insert(crash.run);
    const auto settled = std::make_shared<QSet<RunId>>();
    const auto left = std::make_shared<qsizetype>(runs.size());
    const auto decide = [this, crashes, settled, then = std::move(then)] {
        QStringList explained; // what comes of them is journaled
        for (const auto& crash : crashes)
            if (settled->contains(crash.run))
                explained.append(crash.session);
        if (!explained.isEmpty())
            std::ignore = m_store.forgetCrashes(explained);
        for (const auto& run : std::as_const(*settled))
            qCWarning(logConductor) << "the program crashed while it worked on run" << run.text()
                                    << "which is left alone";
        if (const auto why = safeMode(crashes, *settled)) {
            qCWarning(logConductor) << "safe mode: the program crashed repeatedly, nothing is driven";
            m_safeMode = Trouble{.error = *why};
            Q_EMIT troubleChanged();
        }
        then();
    };
    if (runs.isEmpty())
        return decide();
    for (const auto& run : std::as_const(runs)) {
        const auto told = [left, settled, decide, run](bool isSettled) {
            if (isSettled)
                settled->insert(run);
            if (--*left == 0)
                decide();
        };
        // One that crashes the program by being read is never told: the store leaves it alone (journal/set_aside.h).
        takeUp(run, [this, told, run, crashes](const Result<QPointer<RunDriver>>& driver) {
            if (!driver || !*driver) // it was removed, or is damaged
                return told(false);
            whenDone((*driver)->take(crashes), this,
                [this, told, run](const Result<qint64>&) {
                    const auto found = m_drivers.find(run);
                    const bool isEnded = found != m_drivers.end() && !found->second->run().isOpen();
                    told(isEnded || (found != m_drivers.end() && found->second->run().quarantined));
                    if (isEnded)
                        drive(found->second.get()); // gives it back
                },
                [told] { told(false); });
        });
    }
}

void Conductor::driveAll(const Later<Result<void>>& later)
{
    m_recovered = true;
    if (m_safeMode)
        return later.finish({});
    watchEnded();
    untilItPasses<QList<RunId>>(
        u"open runs"_s, [this] { return m_store.openRuns(); },
        [this, later](const Result<QList<RunId>>& runs) {
            if (!runs)
                return later.finish(runs.error());
            auto left = std::make_shared<qsizetype>(runs->size());
            if (*left == 0)
                return later.finish({});
            for (const auto& run : *runs) {
                takeUp(run, [this, later, left, run](const Result<QPointer<RunDriver>>& driver) {
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
}

//! Of runs that ended before this start.
void Conductor::watchEnded()
{
    untilItPasses<QList<RunId>>(
        u"left open"_s, [this] { return m_store.runsLeftOpen(); },
        [this](const Result<QList<RunId>>& runs) {
            if (!runs) {
                qCWarning(logConductor) << "what ended runs left open is not watched" << runs.error().code;
                return;
            }
            for (const auto& run : *runs)
                untilItPasses<Events>(
                    u"left by "_s + run.text(), [this, run] { return m_store.events(run, 0); },
                    [this, run](const Result<Events>& events) {
                        const journal::ReadingScope reading(run);
                        const auto folded =
                            events ? fold(Run{}, *events, m_services.kinds) : Result<Run>(events.error());
                        if (folded) // a damaged one is told of by whoever reads it
                            watchEnded(*folded);
                    });
        });
}

void Conductor::watchEnded(const Run& run)
{
    const bool isElsewhere = !run.host.isEmpty() && !m_services.host.isEmpty() && run.host != m_services.host;
    if (m_mode == Mode::Drive && m_isConnected && !m_draining && !m_safeMode && !isElsewhere)
        m_ended.take(run);
}

//! Whoever has the run gives it back first: it could not write any more.
void Conductor::noteLearned(const RunId& run)
{
    if (!m_learned.contains(run) || m_drivers.contains(run) || m_claims.contains(run) || m_draining)
        return;
    takeUp(run, [this, run](const Result<QPointer<RunDriver>>& driver) {
        const auto learned = m_learned.take(run);
        if (!driver || !*driver)
            return; // the next start looks again
        (*driver)->noteLearned(learned);
        drive(*driver); // gives it back
    });
}

//! A person says to go on after crashes, here or for the next start.
QFuture<Result<qint64>> Conductor::goOn(const Envelope& envelope)
{
    const Later<Result<qint64>> later;
    const QString reason = std::get<ResumeRun>(envelope.command).reason;
    qCInfo(logConductor) << envelope.actor << "says to go on after crashes" << reason;
    m_store.goOn({.at = envelope.at, .actor = envelope.actor, .reason = reason})
        .then(this, [this, later](const Result<void>& forgotten) {
            if (!forgotten)
                return later.finish(forgotten.error());
            if (std::exchange(m_safeMode, std::nullopt)) {
                Q_EMIT troubleChanged();
                driveAll(Later<Result<void>>());
            }
            later.finish(qint64(0));
        });
    return later.future();
}

Result<Run> Conductor::readBy(const RunId& run, const Events& events) const
{
    if (events.empty())
        return Error{
            .code = errc::storeDamaged, .args = {{"run", run.utf8()}, {"reason", "its events are missing altogether"}}};
    return fold(Run{}, events, m_services.kinds);
}

//! Nothing of it can be journaled; the lists say that it needs somebody.
void Conductor::setAside(
    const RunId& run, const Error& cause, const std::function<void(Result<QPointer<RunDriver>>)>& then)
{
    const Error why = cause.code == errc::runSetAside ? cause : journal::setAsideError(run, cause);
    m_store.setAside(run, why).then(this, [this, run, why, then](const Result<void>& kept) {
        const QString name = u"set aside "_s + run.text();
        const bool isTriedAgain = !kept && journal::isPassing(kept.error()) && !m_draining;
        if (!kept)
            qCWarning(logConductor) << "nothing shows that run" << run.text() << "is left alone" << kept.error().code;
        if (isTriedAgain)
            m_storeTrouble.refused(name, kept.error(), [this, run, why] { setAside(run, why, [](const auto&) {}); });
        Q_EMIT changed(run);
        then(why); // nobody waits for the disk to be told so
        if (!isTriedAgain)
            m_storeTrouble.over(name);
    });
}

//! A person has a run read that could not be, and says by the same word that it may go on.
QFuture<Result<qint64>> Conductor::resume(const Envelope& envelope)
{
    const Later<Result<qint64>> later;
    m_store.takeBackIn(envelope.run).then(this, [this, later, envelope](const Result<std::optional<Error>>& why) {
        if (!why)
            return later.finish(why.error());
        if (!*why)
            return submitTo(envelope, later);
        takeBackIn(envelope, **why, later);
    });
    return later.future();
}

//! Until its journal says that it was left alone, it stays so, for the same reason.
void Conductor::takeBackIn(const Envelope& envelope, const Error& why, const Later<Result<qint64>>& later)
{
    const auto leaveAlone = [this, later, run = envelope.run, why](const Error& error) {
        QMetaObject::invokeMethod(
            this,
            [this, later, run, why, error] {
                m_drivers.erase(run); // it may be one that lost its lease
                setAside(run, why, [later, error](const auto&) { later.finish(error); });
            },
            Qt::QueuedConnection); // the driver may be the one that says so
    };
    const auto told = [this, later, envelope, leaveAlone](const Result<qint64>& sequence) {
        const auto found = m_drivers.find(envelope.run);
        if (!sequence || found == m_drivers.end())
            return leaveAlone(sequence ? Error{.code = errc::commandStale} : sequence.error());
        const Run& now = found->second->run();
        m_store.noteBackIn(now).then(this,
            [this, later, envelope, leaveAlone, isOpen = now.isOpen(), sequence = *sequence](
                const Result<void>& noted) {
                if (!noted)
                    return leaveAlone(noted.error());
                if (isOpen)
                    return submitTo(envelope, later);
                // To be read is all that could be asked of it.
                if (const auto driver = m_drivers.find(envelope.run); driver != m_drivers.end())
                    drive(driver->second.get()); // gives it back
                Q_EMIT changed(envelope.run);
                later.finish(sequence);
            });
    };
    driverFor(envelope.run).then(this, [this, why, leaveAlone, told, later](const Result<QPointer<RunDriver>>& driver) {
        if (!driver && driver.error().code == errc::runSetAside)
            return later.finish(driver.error()); // anew
        if (!driver || !*driver)
            return leaveAlone(driver ? Error{.code = errc::commandStale} : driver.error());
        whenDone((*driver)->tellWasSetAside(why), this, told,
            [leaveAlone] { leaveAlone(Error{.code = errc::commandStale}); });
    });
}

QFuture<Result<QPointer<RunDriver>>> Conductor::driverFor(const RunId& run)
{
    if (const auto found = m_drivers.find(run); found != m_drivers.end()) {
        if (!found->second->isOver())
            return ready(Result<QPointer<RunDriver>>(QPointer<RunDriver>(found->second.get())));
        m_drivers.erase(found);
    }
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
        m_store.events(run).then(this, [this, finish, run, lease = *lease](const Result<Events>& events) {
            if (!events && !journal::isOfRun(events.error(), run))
                return finish(events.error());
            const journal::ReadingScope reading(run);
            auto folded = events ? readBy(run, *events) : Result<Run>(events.error());
            if (!folded)
                return setAside(run, folded.error(), finish);
            crashPoint("claim.read");
            finish(QPointer<RunDriver>(adopt(lease, std::move(*folded))));
        });
    });
    return later.future();
}

} // namespace slipway::conductor
