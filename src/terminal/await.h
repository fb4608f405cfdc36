// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error_codes.h"
#include "base/result.h"

#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>

namespace slipway::terminal {

//! Turns the event loop until the answer is there. A command is one sequence, so it may wait where a window may not.
template <class T>
Result<T> await(QFuture<Result<T>> future)
{
    if (!future.isFinished()) {
        QEventLoop loop;
        QFutureWatcher<Result<T>> watcher;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        watcher.setFuture(future);
        loop.exec();
    }
    if (future.isCanceled() || future.resultCount() == 0)
        return Error{.code = errc::networkCancelled};
    return future.result();
}

} // namespace slipway::terminal
