// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "github/github.h"
#include "github/graphql.h"
#include "http/http.h"

namespace slipway::github {

//! Keeps what GitHub tells of its limits, and the moment until which nothing may be sent with this token. One place
//! for the whole token, because going on while limited can get it banned.
class RateKeeper {
public:
    //! `changed` is called whenever budget() has changed, also when the waiting is over.
    RateKeeper(Clock& clock, QObject* context, std::function<void()> changed);

    //! The hourly budget out of an answer's headers.
    void note(const http::Response& response);
    //! … and out of a query's rateLimit field.
    void note(const Envelope& envelope);
    //! GitHub has refused for its limits: Retry-After, else the reset of the hourly budget if that is used up, else a
    //! minute, doubled each time it happens again before anything succeeds.
    void park(const http::Response& response);
    //! Something succeeded: the doubling begins anew.
    void succeeded() { m_parkings = 0; }

    std::optional<Timestamp> limitedUntil() const;
    //! "github.rateLimited" with args "until".
    Error error() const;
    Budget budget() const;
    Budget budget(const QByteArray& resource) const;

    void countRequest() { ++m_spent.requests; }
    const Spent& spent() const { return m_spent; }

private:
    struct Bucket {
        qint64 limit = 0, remaining = 0;
        std::optional<Timestamp> resetsAt;
    };

    Timestamp endOf(const http::Response& response);
    Budget budgetOf(const Bucket* bucket) const;

    Clock& m_clock;
    QObject* m_context;
    std::function<void()> m_changed;
    QMap<QByteArray, Bucket> m_buckets; //!< by GitHub's name of the resource: core, graphql …
    Spent m_spent;
    std::optional<Timestamp> m_until;
    Timer m_end;
    int m_parkings = 0;
};

} // namespace slipway::github
