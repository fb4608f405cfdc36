// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <deque>
#include <map>

namespace slipway::sandbox {

//! GitHub's limits beside the hourly budgets: points a minute and writes that create content, of which no header tells
//! anything before they are exceeded. Off until a world action {"do": "limits", …} switches them on, because most worlds
//! live faster than their clients.
class Limits {
public:
    struct Request {
        bool isGraphql = false;
        bool isWrite = false; //!< counts five points instead of one
        bool createsContent = false;
    };

    //! {"core": N, "graphql": N} budgets an hour; {"secondary": true} switches the others on, with {"pointsAMinute": N}
    //! (of REST; GraphQL has its own), {"graphqlPointsAMinute": N}, {"contentAMinute": N}, {"contentAnHour": N},
    //! {"retryAfter": false} to leave that header out. Error "usage".
    Result<Json> set(const Json& action);
    //! Requests ("core") or points ("graphql") an hour.
    qint64 hourly(const QString& resource) const;
    bool tellsRetryAfter() const { return m_tellsRetryAfter; }

    //! Counts the request, or says how long it is too early. `minute`: one minute of the world in real time.
    std::optional<Millis> refuse(const Request& request, Timestamp now, Millis minute);

private:
    class Window {
    public:
        //! Until when `amount` more would be too many, or nothing.
        std::optional<Timestamp> fullUntil(Timestamp now, Millis length, qint64 most, qint64 amount);
        void count(Timestamp now, qint64 amount) { m_counted.emplace_back(now, amount); }

    private:
        std::deque<std::pair<Timestamp, qint64>> m_counted;
    };

    std::map<QString, qint64> m_settings{{QStringLiteral("core"), 5000}, {QStringLiteral("graphql"), 5000},
        {QStringLiteral("pointsAMinute"), 900}, {QStringLiteral("graphqlPointsAMinute"), 2000},
        {QStringLiteral("contentAMinute"), 80}, {QStringLiteral("contentAnHour"), 500}};
    bool m_secondary = false;
    bool m_tellsRetryAfter = true;
    Window m_rest, m_graphql, m_contentMinute, m_contentHour;
};

} // namespace slipway::sandbox
