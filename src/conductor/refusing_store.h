// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/store.h"

namespace slipway::conductor {

//! The store of a process that may only read (another one owns the file, or a newer program made it): previews and checks
//! work, every write is refused with the reason.
class RefusingStore : public journal::Store {
public:
    explicit RefusingStore(Error why)
        : m_why(std::move(why))
    { }
    QFuture<Result<journal::Lease>> create(const Run&, Events) override { return refuse<journal::Lease>(); }
    QFuture<Result<journal::Lease>> claim(const RunId&) override { return refuse<journal::Lease>(); }
    QFuture<Result<void>> append(const journal::Lease&, const Run&, Events) override { return refuse<void>(); }
    QFuture<Result<void>> release(const journal::Lease&) override { return refuse<void>(); }
    QFuture<Result<QList<RunId>>> openRuns() override { return refuse<QList<RunId>>(); }
    QFuture<Result<Events>> events(const RunId&, qint64) override { return refuse<Events>(); }
    QFuture<Result<QList<journal::StepDurations>>> durations(const QString&) override
    {
        return refuse<QList<journal::StepDurations>>();
    }
    QFuture<Result<void>> closeCleanly() override { return QtFuture::makeReadyFuture(Result<void>()); }

private:
    template <class T>
    QFuture<Result<T>> refuse() const
    {
        return QtFuture::makeReadyFuture(Result<T>(m_why));
    }

    Error m_why;
};

} // namespace slipway::conductor
