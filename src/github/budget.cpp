// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/budget.h"

#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"

#include <QRandomGenerator>

namespace slipway::github {

namespace {

//! Nothing, too, for a number that is no moment or count of this world.
std::optional<qint64> numberIn(const http::Response& response, const char* name)
{
    constexpr qint64 endOfYear9999 = 253'402'300'799;
    bool ok = false;
    const auto number = response.header(name).trimmed().toLongLong(&ok);
    return ok && number >= 0 && number <= endOfYear9999 ? std::optional(number) : std::nullopt;
}

constexpr auto minute = Millis(60'000);
constexpr int maximumDoublings = 4;
//! No limit of GitHub's lasts longer than an hour; a wrong clock on either side must not park for a day.
constexpr auto longest = Millis(65 * 60'000);

} // namespace

RateKeeper::RateKeeper(Clock& clock, QObject* context, std::function<void()> changed)
    : m_clock(clock)
    , m_context(context)
    , m_changed(std::move(changed))
{ }

void RateKeeper::note(const http::Response& response)
{
    const auto limit = numberIn(response, "X-RateLimit-Limit");
    const auto remaining = numberIn(response, "X-RateLimit-Remaining");
    if (!limit || !remaining)
        return;
    Bucket bucket{*limit, *remaining, std::nullopt};
    if (const auto reset = numberIn(response, "X-RateLimit-Reset"))
        bucket.resetsAt = Timestamp{*reset * 1000};
    m_buckets.insert(response.header("X-RateLimit-Resource"), bucket);
    m_changed();
}

void RateKeeper::note(const Envelope& envelope)
{
    const Json& told = envelope.at("rateLimit");
    if (!told.is_object())
        return;
    Bucket bucket{integerAt(told, "limit"), integerAt(told, "remaining"), Timestamp::fromIso(textAt(told, "resetAt"))};
    m_buckets.insert("graphql", bucket);
    m_spent.points += integerAt(told, "cost");
    m_changed();
}

Timestamp RateKeeper::endOf(const http::Response& response)
{
    const auto now = m_clock.now();
    if (const auto seconds = numberIn(response, "Retry-After"))
        return now + std::clamp(Millis(*seconds * 1000), Millis(1000), longest);
    const auto reset = numberIn(response, "X-RateLimit-Reset");
    if (reset && numberIn(response, "X-RateLimit-Remaining") == 0) {
        // By the server's own clock where it tells it: ours may be wrong.
        const auto serverNow = response.date().value_or(now);
        const auto wait = Timestamp{*reset * 1000} - serverNow + Millis(1000);
        if (wait > Millis(0))
            return now + std::min(wait, longest);
    }
    auto wait = m_clock.scaled(minute * (1 << std::min(m_parkings, maximumDoublings)), Millis(1000));
    wait += Millis(QRandomGenerator::global()->bounded(qint64(wait.count() / 10 + 1)));
    return now + wait;
}

void RateKeeper::park(const http::Response& response)
{
    const auto until = endOf(response);
    ++m_parkings;
    if (m_until && *m_until >= until)
        return;
    m_until = until;
    qCWarning(logGitHub).noquote() << "GitHub says stop; nothing is sent until" << until.toIso();
    m_end = m_clock.at(until, m_context, [this] {
        m_until.reset();
        m_changed();
    });
    m_changed();
}

std::optional<Timestamp> RateKeeper::limitedUntil() const
{
    return m_until && m_clock.now() < *m_until ? m_until : std::nullopt;
}

Error RateKeeper::error() const
{
    const auto until = limitedUntil().value_or(m_clock.now());
    return Error{.code = errc::githubRateLimited, .args = {{"until", until.toIso().toStdString()}}};
}

Budget RateKeeper::budgetOf(const Bucket* bucket) const
{
    Budget budget{.limitedUntil = limitedUntil()};
    if (bucket) {
        budget.limit = bucket->limit;
        budget.remaining = bucket->remaining;
        budget.resetsAt = bucket->resetsAt;
    }
    return budget;
}

Budget RateKeeper::budget() const
{
    const Bucket* least = nullptr;
    for (const auto& bucket : m_buckets) {
        const auto shareOf = [](const Bucket& b) { return b.limit > 0 ? double(b.remaining) / double(b.limit) : 1.0; };
        if (!least || shareOf(bucket) < shareOf(*least))
            least = &bucket;
    }
    return budgetOf(least);
}

Budget RateKeeper::budget(const QByteArray& resource) const
{
    const auto found = m_buckets.constFind(resource);
    return budgetOf(found == m_buckets.constEnd() ? nullptr : &*found);
}

} // namespace slipway::github
