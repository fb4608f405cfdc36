// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/ended_watch.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "conductor/watch_interval.h"

namespace slipway::conductor {

namespace {

steps::Reads readsOf(const LeftOpen& left)
{
    steps::Reads reads;
    reads.github.append(github::WatchPullRequest{left.nodeId});
    return reads;
}

constexpr Millis kLongestUnseen{24LL * 3'600'000};
//! What GitHub was told shows a little later, and a request that was cut off takes effect within a minute or never.
constexpr Millis kSurelyUnarmed{120'000};

using Seen = steps::Observation::Seen<github::PullRequest>;

bool isUnseen(const Seen& seen)
{
    return seen.error && (seen.error->code == errc::githubNotVisible || seen.error->code == errc::githubNotFound);
}

} // namespace

EndedWatch::EndedWatch(Observer& observer, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_observer(observer)
    , m_clock(clock)
{
    connect(&observer, &Observer::answered, this, [this](const QList<Observer::Key>& keys) {
        for (const auto& key : keys)
            consider(key);
    });
    connect(&observer, &Observer::clockWasSet, this, [this](Millis by) {
        for (auto& watched : m_watched) {
            watched.since = watched.since + by;
            for (auto* moment : {&watched.unseenSince, &watched.unarmedSince})
                if (*moment)
                    *moment = **moment + by;
        }
    });
}

void EndedWatch::take(const Run& run)
{
    forget(run.id);
    for (auto& left : leftOpen(run)) {
        const StepKey key{run.id, left.step};
        const auto ended = left.kind == LeftOpen::Kind::Merge ? run.endedAt : run.step(left.step)->endedAt;
        const Timestamp since = ended.value_or(m_clock.now());
        const Timestamp now = m_clock.now();
        auto unseen = left.unseenSince;
        // Noted by a clock that was wrong: the day begins anew. Where it is the one of now, it is not noted anew each time.
        if (unseen && (*unseen < since || *unseen > now)) {
            unseen = now;
            if (since <= now)
                left.unseenSince.reset();
        }
        const Watched watched{.left = std::move(left), .since = since, .unseenSince = unseen};
        m_watched.insert(key, watched);
        // It has just been left, or this is a start: then it is looked at like everything else.
        want(key, watched, m_clock.now(), Millis(0));
    }
}

void EndedWatch::forget(const RunId& run)
{
    m_watched.removeIf([&](const auto& each) {
        if (each.key().run != run)
            return false;
        m_observer.forget(each.key());
        return true;
    });
}

void EndedWatch::want(const StepKey& key, const Watched& watched, Timestamp since, Millis in)
{
    m_observer.want(key, readsOf(watched.left), since, m_clock.now() + in);
}

void EndedWatch::consider(const StepKey& key)
{
    const auto found = m_watched.find(key);
    if (found == m_watched.end())
        return;
    const github::Read read = github::WatchPullRequest{found->left.nodeId};
    const auto seen = m_observer.seen().find<github::PullRequest>(read);
    Watched& watched = *found;
    if (isUnseen(seen))
        watched.unseenSince = watched.unseenSince.value_or(m_clock.now());
    else if (seen.value)
        watched.unseenSince.reset();
    if (const QString outcome = outcomeOf(watched, seen); !outcome.isEmpty()) {
        const LeftOpen left = watched.left;
        m_watched.erase(found);
        Q_EMIT learned(key.run, key.step, outputsOfOutcome(left, outcome));
        return;
    }
    want(key, watched, m_clock.now() + Millis(1), interval(watched));
    if (watched.unseenSince.has_value() == watched.left.unseenSince.has_value())
        return;
    // Each start would else begin to count anew.
    watched.left.unseenSince = watched.unseenSince;
    Q_EMIT learned(key.run, key.step, outputsOfUnseen(watched.left, watched.unseenSince));
}

//! Empty: it is still open, or it cannot be told. What is not to be seen may come back with a permission, but not where
//! its repository was deleted: nobody can decide upon it for ever.
QString EndedWatch::outcomeOf(Watched& watched, const Seen& seen) const
{
    if (seen.error) {
        const auto& since = watched.unseenSince;
        return isUnseen(seen) && since && programTime(*since) > kLongestUnseen ? u"gone"_s : QString();
    }
    if (!seen.value)
        return {};
    switch (seen.value->state) {
    case github::PullRequestState::Open: break;
    case github::PullRequestState::Closed: return u"closed"_s;
    case github::PullRequestState::Merged: return u"merged"_s;
    }
    if (watched.left.kind != LeftOpen::Kind::Merge)
        return {};
    if (seen.value->autoMergeArmed || seen.value->inMergeQueue) {
        watched.unarmedSince.reset();
        return {};
    }
    watched.unarmedSince = watched.unarmedSince.value_or(m_clock.now());
    return programTime(*watched.unarmedSince) >= kSurelyUnarmed ? u"disarmed"_s : QString();
}

Millis EndedWatch::programTime(Timestamp from) const
{
    return Millis(qint64(double((m_clock.now() - from).count()) * m_clock.scale()));
}

//! A person decides, or a check that has to end: often within minutes, else whenever somebody comes to it.
Millis EndedWatch::interval(const Watched& watched) const
{
    const Millis waited = programTime(watched.since);
    const auto usual = m_clock.scaled(
        watchInterval({.waited = waited, .unchanged = waited, .together = m_observer.watchedTogether()}));
    return watched.unarmedSince ? std::min(usual, m_clock.scaled(kSurelyUnarmed)) : usual;
}

} // namespace slipway::conductor
