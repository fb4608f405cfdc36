// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>

namespace slipway {

//! Calls `call` with the future's result in the thread of `context`, unless the context is gone by then; a future that
//! ends without a result (its maker was torn down) calls nothing. For contexts that may go first, windows above all:
//! QFuture::then(context, …) of Qt 6.4 asserts when its context died before the future ended.
template <class T, class F>
void whenDone(const QFuture<T>& future, QObject* context, F call)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, call = std::move(call)]() mutable {
        const QFuture<T> ended = watcher->future();
        watcher->deleteLater();
        if constexpr (std::is_void_v<T>) {
            if (!ended.isCanceled())
                call();
        } else if (ended.resultCount() > 0) {
            call(ended.result());
        }
    });
    watcher->setFuture(future);
}

//! The same for whoever must be told either way: `otherwise` where the future ends without a result.
template <class T, class F, class G>
void whenDone(const QFuture<T>& future, QObject* context, F call, G otherwise)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
        [watcher, call = std::move(call), otherwise = std::move(otherwise)]() mutable {
            const QFuture<T> ended = watcher->future();
            watcher->deleteLater();
            if (ended.resultCount() > 0)
                call(ended.result());
            else
                otherwise();
        });
    watcher->setFuture(future);
}

} // namespace slipway
