// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QHash>

#include <algorithm>

namespace slipway::api {

//! So many a second for each key, with a burst of the same number. Real time: a time scale lets nobody ask more often.
class RateLimiter {
public:
    RateLimiter(int perSecond, const Clock& clock)
        : m_perSecond(perSecond)
        , m_clock(clock)
    { }

    int perSecond() const { return m_perSecond; }
    //! Takes one if there is one left.
    bool take(const QString& key)
    {
        const double now = double(m_clock.uptime().count()) / 1000.0;
        auto bucket = m_buckets.find(key);
        if (bucket == m_buckets.end())
            bucket = m_buckets.insert(key, {double(m_perSecond), now});
        bucket->left = std::min(double(m_perSecond), bucket->left + (now - bucket->at) * m_perSecond);
        bucket->at = now;
        if (bucket->left < 1.0)
            return false;
        bucket->left -= 1.0;
        return true;
    }

private:
    struct Bucket {
        double left, at; //!< `at` in seconds
    };
    int m_perSecond;
    const Clock& m_clock;
    QHash<QString, Bucket> m_buckets; //!< keys are names of tokens and a few of our own, so it stays small
};

} // namespace slipway::api
