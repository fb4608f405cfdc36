// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error_codes.h"
#include "journal/store.h"

#include <functional>

namespace simulation {

using namespace slipway;

//! The door to the journal of a process that may die at any moment: from then on nothing is written any more and nobody
//! learns what was. What is committed when it dies stays.
class MortalStore : public journal::Store {
public:
    MortalStore(journal::Store& store, std::function<bool()> diesBefore, std::function<bool()> diesAfter)
        : m_store(store)
        , m_diesBefore(std::move(diesBefore))
        , m_diesAfter(std::move(diesAfter))
    { }

    bool isDead() const { return m_dead; }
    void die() { m_dead = true; }

    QFuture<Result<journal::Lease>> create(const Run& after, Events events) override
    {
        return mortal<journal::Lease>([&] { return m_store.create(after, std::move(events)); });
    }
    QFuture<Result<journal::Lease>> claim(const RunId& run) override
    {
        return mortal<journal::Lease>([&] { return m_store.claim(run); });
    }
    QFuture<Result<void>> append(const journal::Lease& lease, const Run& after, Events events) override
    {
        return mortal<void>([&] { return m_store.append(lease, after, std::move(events)); });
    }
    QFuture<Result<void>> release(const journal::Lease& lease) override
    {
        return mortal<void>([&] { return m_store.release(lease); });
    }
    QFuture<Result<QList<RunId>>> openRuns() override { return m_store.openRuns(); }
    QFuture<Result<Events>> events(const RunId& run, qint64 since) override { return m_store.events(run, since); }
    QFuture<Result<QList<journal::StepDurations>>> durations(const QString& workflow) override
    {
        return m_store.durations(workflow);
    }
    QFuture<Result<QList<journal::Crash>>> crashes() override { return m_store.crashes(); }
    QFuture<Result<void>> forgetCrashes(const QStringList& sessions) override
    {
        return mortal<void>([&] { return m_store.forgetCrashes(sessions); });
    }
    QFuture<Result<void>> closeCleanly() override
    {
        return m_dead ? QtFuture::makeReadyFuture(Result<void>()) : m_store.closeCleanly();
    }

private:
    //! Whoever is dead is told that the run is another's: it stops at once.
    template <class T, class F>
    QFuture<Result<T>> mortal(F write)
    {
        if (!m_dead && m_diesBefore())
            m_dead = true;
        if (!m_dead) {
            auto written = write();
            if (!m_diesAfter())
                return written;
            m_dead = true;
        }
        return QtFuture::makeReadyFuture(Result<T>(Error{.code = errc::storeFenced}));
    }

    journal::Store& m_store;
    std::function<bool()> m_diesBefore, m_diesAfter;
    bool m_dead = false;
};

} // namespace simulation
