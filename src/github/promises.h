// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPromise>

namespace slipway::github {

//! Promises that are all kept in the end: what is still open on destruction gets the answer given for that case, so
//! that nobody waits for ever for an owner that has gone.
class Promises {
public:
    Promises() = default;
    Promises(const Promises&) = delete;
    Promises& operator=(const Promises&) = delete;
    ~Promises()
    {
        const auto open = std::exchange(m_open, {});
        for (const auto& abandon : open)
            abandon();
    }

    template <class T>
    using Keep = std::function<void(T)>;

    //! The future, and what keeps its promise; only the first call counts.
    template <class T>
    std::pair<QFuture<T>, Keep<T>> make(std::function<T()> ifAbandoned)
    {
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        const int number = m_next++;
        Keep<T> keep = [promise](T value) {
            if (promise->future().isFinished())
                return;
            promise->addResult(std::move(value));
            promise->finish();
        };
        m_open.insert(number, [keep, ifAbandoned = std::move(ifAbandoned)] { keep(ifAbandoned()); });
        // The entry goes when the promise is kept; `this` outlives no keep that could reach it (see ~Promises).
        return {promise->future(), [this, number, keep, alive = std::weak_ptr<int>(m_alive)](T value) {
                    if (alive.lock())
                        m_open.remove(number);
                    keep(std::move(value));
                }};
    }

private:
    std::shared_ptr<int> m_alive = std::make_shared<int>();
    QMap<int, std::function<void()>> m_open;
    int m_next = 0;
};

} // namespace slipway::github
