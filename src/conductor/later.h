// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ready.h"

#include <QPromise>

#include <memory>

namespace slipway::conductor {

//! A future that is ended by whoever has a copy of this, once: where a continuation itself starts another one.
template <class T>
class Later {
public:
    Later() { m_promise->start(); }
    QFuture<T> future() const { return m_promise->future(); }
    void finish(T value) const
    {
        m_promise->addResult(std::move(value));
        m_promise->finish();
    }

private:
    std::shared_ptr<QPromise<T>> m_promise = std::make_shared<QPromise<T>>();
};

} // namespace slipway::conductor
