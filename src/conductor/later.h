// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPromise>

#include <memory>

namespace slipway::conductor {

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

} // namespace slipway::conductor
