// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/world/world.h"

#include <algorithm>

//! Reviews: who is asked, what counts, and what a push does to them.
namespace slipway::sandbox {

namespace {

//! Of each author the last one that is an opinion.
std::vector<const Review*> counting(const PullRequest& pull)
{
    std::vector<const Review*> result;
    for (const Review& review : pull.reviews) {
        const auto known = std::find_if(result.begin(), result.end(),
            [&](const Review* other) { return other->author.compare(review.author, Qt::CaseInsensitive) == 0; });
        if (known == result.end())
            result.push_back(&review);
        else
            *known = &review;
    }
    return result;
}

qsizetype countOf(const PullRequest& pull, QLatin1StringView state)
{
    const auto reviews = counting(pull);
    return std::count_if(reviews.begin(), reviews.end(), [&](const Review* review) { return review->state == state; });
}

} // namespace

QString World::unmetReviews(const Repository& repository, const PullRequest& pull) const
{
    if (countOf(pull, "CHANGES_REQUESTED"_L1) > 0)
        return u"Changes were requested by reviewers with write access."_s;
    const qsizetype approvals = countOf(pull, "APPROVED"_L1);
    if (approvals < repository.requiredApprovals)
        return u"At least %1 approving review is required by reviewers with write access."_s.arg(
            repository.requiredApprovals);
    // Whoever approves stands for every owner: the world does not know who is in which team.
    if (!repository.codeOwners.isEmpty() && approvals == 0)
        return u"Waiting on code owner review from %1."_s.arg(
            QString(repository.codeOwners.join(u", "_s)).replace(u"team/"_s, organisation() + u'/'));
    return {};
}

QString World::reviewDecision(const PullRequest& pull) const
{
    const Repository* repository = this->repository(pull.repository);
    if (!repository)
        return {};
    if (countOf(pull, "CHANGES_REQUESTED"_L1) > 0)
        return u"CHANGES_REQUESTED"_s;
    if (!unmetReviews(*repository, pull).isEmpty())
        return u"REVIEW_REQUIRED"_s;
    return countOf(pull, "APPROVED"_L1) > 0 ? u"APPROVED"_s : QString();
}

void World::askForReviews(const Repository& repository, PullRequest& pull)
{
    for (const QString& owner : repository.codeOwners) {
        const bool asked = std::any_of(pull.reviewRequests.begin(), pull.reviewRequests.end(),
            [&](const ReviewRequest& request) { return request.reviewer == owner; });
        if (!asked && countOf(pull, "APPROVED"_L1) == 0)
            pull.reviewRequests.append({owner, true});
    }
}

void World::addReview(PullRequest& pull, const QString& author, const QString& state)
{
    Review review;
    review.id = 1'700'000'000 + nextId();
    review.nodeId = u"PRR_kwDO"_s + QString::number(review.id, 36);
    review.author = author;
    review.state = state;
    review.commit = pull.headOid;
    review.at = now();
    pull.reviews.append(review);
    // Who has answered is not asked any more; with an approval nor is a team that owns the files.
    pull.reviewRequests.removeIf([&](const ReviewRequest& request) {
        return request.reviewer == author || (request.asCodeOwner && state == u"APPROVED");
    });
    pull.updatedAt = now();
    touch(pull);
}

void World::dismissStaleReviews(const Repository& repository, PullRequest& pull)
{
    if (!repository.dismissesStaleReviews)
        return;
    for (Review& review : pull.reviews) {
        if (review.state == u"APPROVED")
            review.state = u"DISMISSED"_s;
    }
    askForReviews(repository, pull);
}

} // namespace slipway::sandbox
