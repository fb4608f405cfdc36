// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTimer>

//! Runs the event loop until the future is finished: no polling, so that many short requests stay short.
template <class T>
T waitFor(QFuture<T> future, int seconds = 30)
{
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    QTimer::singleShot(seconds * 1000, &loop, &QEventLoop::quit);
    if (!future.isFinished())
        loop.exec();
    if (!future.isFinished())
        qFatal("a future was not finished");
    return future.result();
}
