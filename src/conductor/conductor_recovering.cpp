// SPDX-License-Identifier: GPL-3.0-or-later
// How a start finds its runs: what crashed the program is left alone, the others go on.
#include "base/crash_mark.h"
#include "base/crash_point.h"
#include "base/logging.h"
#include "base/thread_door.h"
#include "base/when_done.h"
#include "conductor/conductor.h"
#include "conductor/crash_rules.h"
#include "conductor/later.h"
#include "workflow/fold.h"

namespace slipway::conductor {

QFuture<Result<void>> Conductor::recover()
{
    ThreadDoor::enter(this, "the conductor");
    const Later<Result<void>> later;
    m_store.crashes().then(this, [this, later](const Result<QList<journal::Crash>>& crashes) {
        if (!crashes)
            return later.finish(crashes.error());
        tellCrashes(*crashes, [this, later] { driveAll(later.promise); });
    });
    return later.future();
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
        // One that crashes the program by being read is never told: that ends in safe mode.
        driverFor(run).then(this, [this, told, run, crashes](const Result<QPointer<RunDriver>>& driver) {
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

void Conductor::driveAll(std::shared_ptr<QPromise<Result<void>>> promise)
{
    const auto finish = [promise](Result<void> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    m_recovered = true;
    if (m_safeMode)
        return finish({});
    m_store.openRuns().then(this, [this, finish](const Result<QList<RunId>>& runs) {
        if (!runs)
            return finish(runs.error());
        auto left = std::make_shared<qsizetype>(runs->size());
        if (*left == 0)
            return finish({});
        for (const auto& run : *runs) {
            driverFor(run).then(this, [this, finish, left, run](const Result<QPointer<RunDriver>>& driver) {
                if (!driver)
                    qCWarning(logConductor) << "run" << run.text() << "cannot be driven" << driver.error().code
                                            << toBytes(driver.error().args);
                else
                    drive(*driver);
                if (--*left == 0)
                    finish({});
            });
        }
    });
}

//! A person says to go on after crashes, here or for the next start.
QFuture<Result<qint64>> Conductor::goOn()
{
    const Later<Result<qint64>> later;
    m_store.forgetCrashes({}).then(this, [this, later](const Result<void>& forgotten) {
        if (!forgotten)
            return later.finish(forgotten.error());
        if (std::exchange(m_safeMode, std::nullopt)) {
            Q_EMIT troubleChanged();
            driveAll(Later<Result<void>>().promise);
        }
        later.finish(qint64(0));
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
        m_store.events(run).then(this, [this, finish, run, lease = *lease](const Result<Events>& events) {
            if (!events)
                return finish(events.error());
            const CrashScope working(run);
            auto folded = fold(Run{}, *events, m_services.kinds);
            if (!folded)
                return finish(folded.error());
            crashPoint("claim.read");
            finish(QPointer<RunDriver>(adopt(lease, std::move(*folded))));
        });
    });
    return later.future();
}

} // namespace slipway::conductor
