// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/world/limits.h"

#include "base/text.h"
#include "sandbox/world/usage_error.h"

namespace slipway::sandbox {

std::optional<Timestamp> Limits::Window::fullUntil(Timestamp now, Millis length, qint64 most, qint64 amount)
{
    while (!m_counted.empty() && m_counted.front().first + length <= now)
        m_counted.pop_front();
    qint64 sum = amount;
    for (const auto& [at, counted] : m_counted)
        sum += counted;
    for (const auto& [at, counted] : m_counted) {
        if (sum <= most)
            break;
        sum -= counted;
        if (sum <= most)
            return at + length;
    }
    return std::nullopt;
}

Result<Json> Limits::set(const Json& action)
{
    auto settings = m_settings;
    for (const auto& [name, value] : action.items()) {
        const QString key = toQString(name);
        if (key == u"do" || key == u"after")
            continue;
        if (key == u"secondary" || key == u"retryAfter") {
            if (!value.is_boolean())
                return usageError(u"\"%1\" must be true or false"_s.arg(key));
            (key == u"secondary" ? m_secondary : m_tellsRetryAfter) = value.get<bool>();
        } else if (const auto found = settings.find(key); found == settings.end()) {
            return usageError(u"limits know core, graphql, secondary, pointsAMinute, graphqlPointsAMinute, "
                              "contentAMinute, contentAnHour and retryAfter"_s);
        } else if (!value.is_number_integer() || value.get<qint64>() < 0) {
            return usageError(u"\"%1\" must be a whole number"_s.arg(key));
        } else {
            found->second = value.get<qint64>();
        }
    }
    m_settings = std::move(settings);
    Json told{{"secondary", m_secondary}, {"retryAfter", m_tellsRetryAfter}};
    for (const auto& [key, value] : m_settings)
        told[key.toStdString()] = value;
    return Json::object({{"limits", std::move(told)}});
}

qint64 Limits::hourly(const QString& resource) const
{
    const auto found = m_settings.find(resource);
    return found == m_settings.end() ? 5000 : found->second;
}

std::optional<Millis> Limits::refuse(const Request& request, Timestamp now, Millis minute)
{
    if (!m_secondary)
        return std::nullopt;
    const qint64 points = request.isWrite ? 5 : 1;
    auto& window = request.isGraphql ? m_graphql : m_rest;
    const auto most = m_settings.at(request.isGraphql ? u"graphqlPointsAMinute"_s : u"pointsAMinute"_s);
    std::optional<Timestamp> until = window.fullUntil(now, minute, most, points);
    if (request.createsContent) {
        const auto later = [&](const std::optional<Timestamp>& other) {
            if (other && (!until || *until < *other))
                until = other;
        };
        later(m_contentMinute.fullUntil(now, minute, m_settings.at(u"contentAMinute"_s), 1));
        later(m_contentHour.fullUntil(now, minute * 60, m_settings.at(u"contentAnHour"_s), 1));
    }
    if (until)
        return *until - now;
    window.count(now, points);
    if (request.createsContent) {
        m_contentMinute.count(now, 1);
        m_contentHour.count(now, 1);
    }
    return std::nullopt;
}

} // namespace slipway::sandbox
