// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/graphql/github/github_views.h"

//! What a merge waits for and goes by: reviews, the merge queue, rules of the base branch.
namespace slipway::sandbox::graphql {

namespace {

struct ReviewView {
    static constexpr auto graphqlType = u"PullRequestReview";
    const PullRequest* pull;
    Review review;
};
struct ReviewRequestView {
    static constexpr auto graphqlType = u"ReviewRequest";
    const PullRequest* pull;
    ReviewRequest request;
};
struct QueueView {
    static constexpr auto graphqlType = u"MergeQueue";
    const Repository* repository;
};
struct QueueConfigurationView {
    static constexpr auto graphqlType = u"MergeQueueConfiguration";
    const Repository* repository;
};
struct UpdateRuleView {
    static constexpr auto graphqlType = u"RefUpdateRule";
    const Repository* repository;
};
struct RuleView {
    static constexpr auto graphqlType = u"RepositoryRule";
    const Repository* repository;
    QString type;
};
//! Of a rule; the GraphQL type is that of the rule's parameters.
struct ParametersView {
    const Repository* repository;
};

Resolved reviewer(const World& world, const QString& name)
{
    if (!name.startsWith(u"team/"_s))
        return actor(world, name);
    for (const Team& team : world.teams()) {
        if (team.slug == name.mid(5))
            return makeObject(TeamView{team});
    }
    return nullptr;
}

Resolved latestReviews(const PullRequestView& v, Call& call)
{
    Resolved::List list;
    for (qsizetype i = 0; i < v.pull->reviews.size(); ++i) {
        const Review& review = v.pull->reviews.at(i);
        const bool later = std::any_of(v.pull->reviews.begin() + i + 1, v.pull->reviews.end(),
            [&](const Review& other) { return other.author == review.author; });
        if (!later)
            list.emplace_back(makeObject(ReviewView{v.pull, review}));
    }
    return connection(u"PullRequestReviewConnection"_s, std::move(list), call);
}

Resolved reviewRequests(const PullRequestView& v, Call& call)
{
    Resolved::List list;
    for (const ReviewRequest& request : v.pull->reviewRequests)
        list.emplace_back(makeObject(ReviewRequestView{v.pull, request}));
    return connection(u"ReviewRequestConnection"_s, std::move(list), call);
}

Resolved entries(const QueueView& v, Call& call)
{
    Resolved::List list;
    for (const PullRequest* pull : worldOf(call).mergeQueue(v.repository->name))
        list.emplace_back(queueEntryObject(pull));
    return connection(u"MergeQueueEntryConnection"_s, std::move(list), call);
}

bool isProtectedRef(const RefView& v) { return v.ref.name == u"refs/heads/"_s + v.repository->defaultBranch; }

Resolved rules(const RefView& v, Call& call)
{
    Resolved::List list;
    const Repository& repository = *v.repository;
    const auto add = [&](const char16_t* type) {
        list.emplace_back(makeObject(RuleView{v.repository, QString::fromUtf16(type)}));
    };
    if (isProtectedRef(v)) {
        if (!repository.ruleMethods.isEmpty())
            add(u"PULL_REQUEST");
        if (repository.linearHistory)
            add(u"REQUIRED_LINEAR_HISTORY");
        if (repository.signedCommits)
            add(u"REQUIRED_SIGNATURES");
        if (repository.mergeQueue)
            add(u"MERGE_QUEUE");
    }
    return connection(u"RepositoryRuleConnection"_s, std::move(list), call);
}

Resolved parameters(const RuleView& v, Call&)
{
    const auto view = std::make_shared<const ParametersView>(ParametersView{v.repository});
    if (v.type == u"PULL_REQUEST")
        return Object{u"PullRequestParameters"_s, view};
    if (v.type == u"MERGE_QUEUE")
        return Object{u"MergeQueueParameters"_s, view};
    return nullptr;
}

void addReviews(Resolvers& resolvers)
{
    resolvers.add<PullRequestView>({
        {u"latestOpinionatedReviews", latestReviews},
        {u"reviewRequests", reviewRequests},
    });
    using Request = ReviewRequestView;
    resolvers.add<Request>({
        {u"id",
            [](const Request& v, Call&) -> Resolved {
                return madeUpId(u"RR_kw", {v.pull->nodeId, v.request.reviewer});
            }},
        {u"asCodeOwner", [](const Request& v, Call&) -> Resolved { return flag(v.request.asCodeOwner); }},
        {u"pullRequest", [](const Request& v, Call&) -> Resolved { return pullRequestObject(v.pull); }},
        {u"requestedReviewer",
            [](const Request& v, Call& c) -> Resolved { return reviewer(worldOf(c), v.request.reviewer); }},
    });
    using View = ReviewView;
    resolvers.add<View>({
        {u"id", [](const View& v, Call&) -> Resolved { return v.review.nodeId; }},
        {u"author", [](const View& v, Call& c) -> Resolved { return actor(worldOf(c), v.review.author); }},
        {u"state", [](const View& v, Call&) -> Resolved { return v.review.state; }},
        {u"submittedAt", [](const View& v, Call&) -> Resolved { return time(v.review.at); }},
        {u"pullRequest", [](const View& v, Call&) -> Resolved { return pullRequestObject(v.pull); }},
        {u"commit",
            [](const View& v, Call& c) -> Resolved {
                return commitObject(worldOf(c), *worldOf(c).repository(v.pull->repository), v.review.commit);
            }},
    });
}

void addQueue(Resolvers& resolvers)
{
    static const auto queueOf = [](const World& world, const QString& repository) -> Resolved {
        const Repository* found = world.repository(repository);
        return found && found->mergeQueue ? Resolved(makeObject(QueueView{found})) : nullptr;
    };
    using Pull = PullRequestView;
    resolvers.add<Pull>({
        {u"isInMergeQueue", [](const Pull& v, Call&) -> Resolved { return flag(v.pull->queue.has_value()); }},
        {u"isMergeQueueEnabled",
            [](const Pull& v, Call& c) -> Resolved {
                return flag(worldOf(c).repository(v.pull->repository)->mergeQueue.has_value());
            }},
        {u"mergeQueue", [](const Pull& v, Call& c) -> Resolved { return queueOf(worldOf(c), v.pull->repository); }},
        {u"mergeQueueEntry", [](const Pull& v, Call&) -> Resolved { return queueEntryObject(v.pull); }},
    });
    resolvers.add<RepositoryView>({{u"mergeQueue", [](const RepositoryView& v, Call& c) -> Resolved {
                                        const QString branch = c.text("branch");
                                        return branch.isEmpty() || branch == v.repository->defaultBranch
                                            ? queueOf(worldOf(c), v.repository->name)
                                            : nullptr;
                                    }}});
    using Queue = QueueView;
    resolvers.add<Queue>({
        {u"id", [](const Queue& v, Call&) -> Resolved { return madeUpId(u"MQ_kw", {v.repository->nodeId}); }},
        {u"url",
            [](const Queue& v, Call& c) -> Resolved {
                return worldOf(c).url(*v.repository) + u"/queue/"_s + v.repository->defaultBranch;
            }},
        {u"repository", [](const Queue& v, Call&) -> Resolved { return repositoryObject(v.repository); }},
        {u"configuration",
            [](const Queue& v, Call&) -> Resolved { return makeObject(QueueConfigurationView{v.repository}); }},
        {u"entries", entries},
    });
    using Configuration = QueueConfigurationView;
    resolvers.add<Configuration>({{u"mergeMethod", [](const Configuration& v, Call&) -> Resolved {
                                       return word(v.repository->mergeQueue.value_or(MergeMethod::Merge));
                                   }}});
    using Entry = QueueEntryView;
    resolvers.add<Entry>({
        {u"id", [](const Entry& v, Call&) -> Resolved { return madeUpId(u"MQE_kw", {v.pull->nodeId}); }},
        {u"enqueuedAt", [](const Entry& v, Call&) -> Resolved { return time(v.pull->queue->enqueuedAt); }},
        {u"enqueuer", [](const Entry& v, Call& c) -> Resolved { return actor(worldOf(c), v.pull->queue->enqueuer); }},
        {u"estimatedTimeToMerge",
            [](const Entry& v, Call& c) -> Resolved { return number(worldOf(c).secondsToMerge(*v.pull)); }},
        {u"position",
            [](const Entry& v, Call& c) -> Resolved {
                const auto queue = worldOf(c).mergeQueue(v.pull->repository);
                return number(std::find(queue.begin(), queue.end(), v.pull) - queue.begin() + 1);
            }},
        {u"state", [](const Entry& v, Call& c) -> Resolved { return worldOf(c).queueState(*v.pull); }},
        {u"pullRequest", [](const Entry& v, Call&) -> Resolved { return pullRequestObject(v.pull); }},
        {u"mergeQueue", [](const Entry& v, Call& c) -> Resolved { return queueOf(worldOf(c), v.pull->repository); }},
    });
}

//! The world's checks and reviews are a classic protection, its merge methods and its queue a ruleset: real
//! repositories have either.
void addRules(Resolvers& resolvers)
{
    resolvers.add<RefView>({
        {u"refUpdateRule",
            [](const RefView& v, Call&) -> Resolved {
                const Repository& r = *v.repository;
                const bool any = !r.requiredChecks.isEmpty() || r.requiredApprovals > 0 || !r.codeOwners.isEmpty();
                return isProtectedRef(v) && any ? Resolved(makeObject(UpdateRuleView{v.repository})) : nullptr;
            }},
        {u"rules", rules},
    });
    using Update = UpdateRuleView;
    resolvers.add<Update>({
        {u"pattern", [](const Update& v, Call&) -> Resolved { return v.repository->defaultBranch; }},
        {u"requiredApprovingReviewCount",
            [](const Update& v, Call&) -> Resolved { return number(v.repository->requiredApprovals); }},
        {u"requiredStatusCheckContexts",
            [](const Update& v, Call&) -> Resolved { return slipway::toJson(v.repository->requiredChecks); }},
        {u"requiresCodeOwnerReviews",
            [](const Update& v, Call&) -> Resolved { return flag(!v.repository->codeOwners.isEmpty()); }},
        {u"requiresConversationResolution", [](const Update&, Call&) -> Resolved { return flag(false); }},
        {u"requiresLinearHistory", [](const Update&, Call&) -> Resolved { return flag(false); }},
        {u"requiresSignatures", [](const Update&, Call&) -> Resolved { return flag(false); }},
        {u"viewerCanPush", [](const Update&, Call&) -> Resolved { return flag(false); }},
    });
    resolvers.add<RuleView>({
        {u"id",
            [](const RuleView& v, Call&) -> Resolved {
                return madeUpId(u"RRU_kw", {v.repository->nodeId, v.type});
            }},
        {u"type", [](const RuleView& v, Call&) -> Resolved { return v.type; }},
        {u"parameters", parameters},
    });
    using Parameters = ParametersView;
    resolvers.add<Parameters>(
        {
            {u"allowedMergeMethods",
                [](const Parameters& v, Call&) -> Resolved {
                    QStringList methods;
                    for (const MergeMethod method : v.repository->ruleMethods)
                        methods.append(word(method).toLower());
                    return slipway::toJson(methods);
                }},
            {u"dismissStaleReviewsOnPush",
                [](const Parameters& v, Call&) -> Resolved { return flag(v.repository->dismissesStaleReviews); }},
            {u"requireCodeOwnerReview", [](const Parameters&, Call&) -> Resolved { return flag(false); }},
            {u"requireLastPushApproval", [](const Parameters&, Call&) -> Resolved { return flag(false); }},
            {u"requiredApprovingReviewCount", [](const Parameters&, Call&) -> Resolved { return number(0); }},
        },
        u"PullRequestParameters"_s);
    resolvers.add<Parameters>({{u"mergeMethod",
                                  [](const Parameters& v, Call&) -> Resolved {
                                      return word(v.repository->mergeQueue.value_or(MergeMethod::Merge));
                                  }}},
        u"MergeQueueParameters"_s);
}

} // namespace

Resolved queueEntryObject(const PullRequest* pull)
{
    return pull->queue ? Resolved(makeObject(QueueEntryView{pull})) : nullptr;
}

void addMergeRules(Resolvers& resolvers)
{
    addReviews(resolvers);
    addQueue(resolvers);
    addRules(resolvers);
}

} // namespace slipway::sandbox::graphql
