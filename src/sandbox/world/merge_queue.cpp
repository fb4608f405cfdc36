// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "sandbox/world/world.h"

#include <algorithm>

//! The merge queue of a default branch: first in, first out, one after the other, each after the time that its checks
//! on top of the branch would take (duration "merge-queue"). The checks themselves are not played as runs.
namespace slipway::sandbox {

std::vector<const PullRequest*> World::mergeQueue(const QString& repository) const
{
    std::vector<const PullRequest*> queue;
    for (const PullRequest* pull : pullRequests(repository)) {
        if (pull->queue)
            queue.push_back(pull);
    }
    std::stable_sort(queue.begin(), queue.end(), [](const PullRequest* a, const PullRequest* b) {
        return a->queue->enqueuedAt != b->queue->enqueuedAt ? a->queue->enqueuedAt < b->queue->enqueuedAt
                                                            : a->number < b->number;
    });
    return queue;
}

QString World::queueState(const PullRequest& pull) const
{
    const Repository* repository = this->repository(pull.repository);
    if (repository && !mergesCleanly(*repository, pull))
        return u"UNMERGEABLE"_s;
    const auto queue = mergeQueue(pull.repository);
    return !queue.empty() && queue.front()->number == pull.number ? u"AWAITING_CHECKS"_s : u"QUEUED"_s;
}

qint64 World::secondsToMerge(const PullRequest& pull) const
{
    const auto queue = mergeQueue(pull.repository);
    const auto place =
        std::find_if(queue.begin(), queue.end(), [&](const PullRequest* one) { return one->number == pull.number; });
    return qint64(double((place - queue.begin() + 1)) * m_durations.at(u"merge-queue"_s) / m_options.speed);
}

Result<const PullRequest*> World::enqueuePull(const QString& name, qint64 number, const QString& expectedHeadOid)
{
    const auto found = writablePull(name, number);
    if (!found)
        return found.error();
    PullRequest& pull = **found;
    if (pull.state != PullState::Open)
        return refusal(errc::githubPullRequestClosed, u"Pull request is closed"_s);
    if (!findRepository(name)->mergeQueue)
        return refusal(errc::githubRefused, u"Merge queue is not enabled on this branch"_s);
    if (pull.queue)
        return refusal(errc::githubAlreadyExists, u"Pull request is already in the queue"_s);
    if (!expectedHeadOid.isEmpty() && expectedHeadOid != pull.headOid)
        return refusal(errc::githubHeadMoved, u"Head branch was modified. Review and try the merge again."_s);
    const Mergeability state = settledMergeability(pull);
    if (!state.why.isEmpty())
        return refusal(errc::githubNotMergeable, u"Pull request "_s + state.why);
    pull.autoMerge.reset(); // it has done its part
    enterQueue(pull, m_viewer.login);
    return &pull;
}

Result<const PullRequest*> World::dequeuePull(const QString& name, qint64 number)
{
    const auto found = writablePull(name, number);
    if (!found)
        return found.error();
    PullRequest& pull = **found;
    if (!pull.queue)
        return refusal(errc::githubRefused, u"Pull request is not in the queue"_s);
    leaveQueue(pull, m_viewer.login, u"MANUAL"_s);
    return &pull;
}

void World::enterQueue(PullRequest& pull, const QString& actor)
{
    pull.queue = QueueEntry{now(), actor};
    pull.updatedAt = now();
    pull.events.append({u"AddedToMergeQueueEvent"_s, actor, {}, now()});
    record("queueEntries", Json::object({{"repository", toJson(pull.repository)}, {"number", pull.number}}));
    touch(pull);
    schedule(now() + span(m_durations.at(u"merge-queue"_s)), u"merge-queue"_s,
        Json::object({{"repository", toJson(pull.repository)}, {"number", pull.number}}));
}

void World::leaveQueue(PullRequest& pull, const QString& actor, const QString& reason)
{
    if (!pull.queue)
        return;
    pull.queue.reset();
    pull.updatedAt = now();
    pull.events.append({u"RemovedFromMergeQueueEvent"_s, actor, reason, now()});
    touch(pull);
}

void World::considerQueue(const QString& name, qint64 number)
{
    Repository* repository = findRepository(name);
    PullRequest* pull = findPull(name, number);
    if (!repository || !pull || !pull->queue)
        return;
    const Millis turn = span(m_durations.at(u"merge-queue"_s));
    const bool early = now() < pull->queue->enqueuedAt + turn; // of an entry that has left and come back
    if (early || mergeQueue(name).front()->number != number || repository->isArchived || repository->isLocked) {
        if (!early)
            schedule(now() + turn, u"merge-queue"_s, Json::object({{"repository", toJson(name)}, {"number", number}}));
        return;
    }
    const Mergeability state = settledMergeability(*pull);
    if (state.status == MergeStatus::Dirty) {
        leaveQueue(*pull, m_organisation.login, u"MERGE_CONFLICT"_s);
    } else if (state.status == MergeStatus::Blocked && !unmetReviews(*repository, *pull).isEmpty()) {
        leaveQueue(*pull, m_organisation.login, u"BRANCH_PROTECTIONS"_s);
    } else if (state.status == MergeStatus::Blocked) {
        leaveQueue(*pull, m_organisation.login, u"CI_FAILURE"_s);
    } else {
        const QString by = pull->queue->enqueuer;
        const MergeRequest request{repository->mergeQueue.value_or(MergeMethod::Merge), {}, {}, {}};
        if (const auto merged = performMerge(*repository, *pull, request, by); !merged)
            leaveQueue(*pull, m_organisation.login, u"INVALID_MERGE_COMMIT"_s);
    }
}

} // namespace slipway::sandbox
