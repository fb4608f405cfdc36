// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/revert_watch.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "conductor/watch_interval.h"

namespace slipway::conductor {

namespace {

steps::Reads readsOf(const QString& nodeId)
{
    steps::Reads reads;
    reads.github.append(github::WatchPullRequest{nodeId});
    return reads;
}

constexpr Millis kLongestUnseen{24LL * 3'600'000};

using Seen = steps::Observation::Seen<github::PullRequest>;

bool isUnseen(const Seen& seen)
{
    return seen.error && (seen.error->code == errc::githubNotVisible || seen.error->code == errc::githubNotFound);
}

//! Empty: it is still open, or it cannot be told. What is not to be seen may come back with a permission, but not where
//! its repository was deleted: nobody can decide upon it for ever.
QString outcomeOf(const Seen& seen, Millis unseen)
{
    if (seen.error)
        return isUnseen(seen) && unseen > kLongestUnseen ? u"gone"_s : QString();
    if (!seen.value)
        return {};
    switch (seen.value->state) {
    case github::PullRequestState::Open: return {};
    case github::PullRequestState::Closed: return u"closed"_s;
    case github::PullRequestState::Merged: return u"merged"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

RevertWatch::RevertWatch(Observer& observer, Clock& clock, QObject* parent)
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
            if (watched.unseenSince)
                watched.unseenSince = *watched.unseenSince + by;
        }
    });
}

void RevertWatch::take(const Run& run)
{
    forget(run.id);
    for (const auto& revert : openReverts(run)) {
        const StepKey key{run.id, revert.step};
        const Watched watched{revert.nodeId, run.step(revert.step)->endedAt.value_or(m_clock.now()), {}};
        m_watched.insert(key, watched);
        // It has just been proposed, or this is a start: then it is looked at like everything else.
        want(key, watched, m_clock.now(), Millis(0));
    }
}

void RevertWatch::forget(const RunId& run)
{
    m_watched.removeIf([&](const auto& each) {
        if (each.key().run != run)
            return false;
        m_observer.forget(each.key());
        return true;
    });
}

void RevertWatch::want(const StepKey& key, const Watched& watched, Timestamp since, Millis in)
{
    m_observer.want(key, readsOf(watched.nodeId), since, m_clock.now() + in);
}

void RevertWatch::consider(const StepKey& key)
{
    const auto found = m_watched.find(key);
    if (found == m_watched.end())
        return;
    const github::Read read = github::WatchPullRequest{found->nodeId};
    const auto inProgramsTime = [&](Timestamp from) {
        return Millis(qint64(double((m_clock.now() - from).count()) * m_clock.scale()));
    };
    const auto seen = m_observer.seen().find<github::PullRequest>(read);
    if (isUnseen(seen))
        found->unseenSince = found->unseenSince.value_or(m_clock.now());
    else if (seen.value)
        found->unseenSince.reset();
    const Millis waited = inProgramsTime(found->since);
    const QString outcome = outcomeOf(seen, found->unseenSince ? inProgramsTime(*found->unseenSince) : Millis(0));
    if (outcome.isEmpty())
        return want(key, *found, m_clock.now() + Millis(1), interval(waited));
    m_watched.remove(key);
    Q_EMIT settled(key.run, key.step, outcome);
}

//! A person decides: often within minutes, else whenever she comes to it.
Millis RevertWatch::interval(Millis waited) const
{
    return m_clock.scaled(
        watchInterval({.waited = waited, .unchanged = waited, .together = m_observer.watchedTogether()}));
}

} // namespace slipway::conductor
