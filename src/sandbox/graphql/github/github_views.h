// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/graphql/cost.h"
#include "sandbox/graphql/resolvers.h"
#include "sandbox/graphql/schema.h"
#include "sandbox/world/world.h"

//! Inside of the GitHub resolvers: what an object of each GraphQL type is made of, and the helpers they share.
//! Pointers into the world are good for one root field: only a mutation's own resolver changes the world, before
//! anything of its payload is read.
namespace slipway::sandbox::graphql {

class GithubContext : public Context {
public:
    GithubContext(World& world, Cost cost)
        : world(world)
        , cost(cost)
    { }
    World& world;
    Cost cost;
};

inline World& worldOf(Call& call) { return static_cast<GithubContext&>(call.context).world; }

struct UserView {
    static constexpr auto graphqlType = u"User";
    User user;
};
struct OrganizationView {
    static constexpr auto graphqlType = u"Organization";
};
struct TeamView {
    static constexpr auto graphqlType = u"Team";
    Team team;
};
struct RateLimitView {
    static constexpr auto graphqlType = u"RateLimit";
};
struct RepositoryView {
    static constexpr auto graphqlType = u"Repository";
    const Repository* repository;
};
struct RefView {
    static constexpr auto graphqlType = u"Ref";
    const Repository* repository;
    GitRef ref;
};
struct ComparisonView {
    static constexpr auto graphqlType = u"Comparison";
    const Repository* repository;
    QString base;
    QString head;
    Comparison comparison;
};
struct CommitView {
    static constexpr auto graphqlType = u"Commit";
    const Repository* repository;
    Commit commit;
};
struct GitActorView {
    static constexpr auto graphqlType = u"GitActor";
    Signature signature;
};
struct TreeView {
    static constexpr auto graphqlType = u"Tree";
    const Repository* repository;
    QString oid;
};
struct TreeEntryView {
    static constexpr auto graphqlType = u"TreeEntry";
    const Repository* repository;
    TreeEntry entry;
};
struct BlobView {
    static constexpr auto graphqlType = u"Blob";
    const Repository* repository;
    QString oid;
};
struct PullRequestView {
    static constexpr auto graphqlType = u"PullRequest";
    const PullRequest* pull;
};
struct PullRequestCommitView {
    static constexpr auto graphqlType = u"PullRequestCommit";
    const PullRequest* pull;
    Commit commit;
};
struct ChangedFileView {
    static constexpr auto graphqlType = u"PullRequestChangedFile";
    ChangedFile file;
};
struct AutoMergeView {
    static constexpr auto graphqlType = u"AutoMergeRequest";
    const PullRequest* pull;
};
struct QueueEntryView {
    static constexpr auto graphqlType = u"MergeQueueEntry";
    const PullRequest* pull; //!< that is queued
};
struct CommentView {
    static constexpr auto graphqlType = u"IssueComment";
    const PullRequest* pull;
    Comment comment;
};
//! One entry of timelineItems; its GraphQL type is the event's own.
struct EventView {
    const PullRequest* pull;
    PullEvent event;
    qint64 index;
};
struct CheckSuiteView {
    static constexpr auto graphqlType = u"CheckSuite";
    const WorkflowRun* run;
};
struct CheckRunView {
    static constexpr auto graphqlType = u"CheckRun";
    const WorkflowRun* run;
};
struct WorkflowRunView {
    static constexpr auto graphqlType = u"WorkflowRun";
    const WorkflowRun* run;
};
struct WorkflowRunFileView {
    static constexpr auto graphqlType = u"WorkflowRunFile";
    const WorkflowRun* run;
};
struct WorkflowView {
    static constexpr auto graphqlType = u"Workflow";
    const Repository* repository;
    Workflow workflow;
};
struct AppView {
    static constexpr auto graphqlType = u"App";
};
struct RollupView {
    static constexpr auto graphqlType = u"StatusCheckRollup";
    const Repository* repository;
    QString sha;
    RollupState state;
};
//! What a mutation answers: its fields by name, clientMutationId among them; the rest is null.
struct PayloadView {
    std::map<QString, Resolved> values;
};

//! GitHub Actions on github.com.
constexpr qint64 actionsAppId = 15368;

inline Resolved flag(bool value) { return Json(value); }
inline Resolved number(qint64 value) { return Json(value); }
inline Resolved time(Timestamp value) { return githubTime(value); }
inline Resolved time(const std::optional<Timestamp>& value)
{
    return value ? Resolved(githubTime(*value)) : Resolved(nullptr);
}
inline Resolved textOrNull(const QString& text) { return text.isEmpty() ? Resolved(nullptr) : Resolved(text); }

//! An opaque id for what the world gives none (and node() therefore does not find): a rollup, an event, …
QString madeUpId(QStringView prefix, const QStringList& parts);

//! The page of `all` that first, last, after and before ask for, as the connection type of this name.
Resolved connection(const QString& type, Resolved::List all, Call& call);

// One object each; null where there is no such thing.
Resolved actor(const World& world, const QString& login);
Resolved repositoryObject(const Repository* repository);
Resolved refObject(const World& world, const Repository& repository, const QString& fullName);
Resolved commitObject(const World& world, const Repository& repository, const QString& oid);
Resolved gitObject(const World& world, const Repository& repository, const QString& oid);
Resolved pullRequestObject(const PullRequest* pull);
Resolved queueEntryObject(const PullRequest* pull);
Resolved rollupObject(const World& world, const Repository& repository, const QString& sha);
Resolved nodeObject(World& world, const QString& id);

//! An edge without a page, as addComment answers one.
Resolved edge(const QString& type, Resolved node);

//! The repository's pull requests as states, headRefName, baseRefName and orderBy ask for.
Resolved pullRequests(const std::vector<const PullRequest*>& all, Call& call);

//! A refusal of the world as GitHub types it.
FieldError fieldError(const Error& error);
FieldError notFound(const QString& message);
FieldError unknownNode(const QString& id);

void addQuery(Resolvers& resolvers);
void addOwners(Resolvers& resolvers);
void addRepository(Resolvers& resolvers);
void addRef(Resolvers& resolvers);
void addCommit(Resolvers& resolvers);
void addFiles(Resolvers& resolvers);
void addPullRequest(Resolvers& resolvers);
void addMergeRules(Resolvers& resolvers);
void addComments(Resolvers& resolvers);
void addTimeline(Resolvers& resolvers);
void addChecks(Resolvers& resolvers);
void addConnections(Resolvers& resolvers, const Schema& schema);
void addRefMutations(Resolvers& resolvers);
void addPullRequestMutations(Resolvers& resolvers);
void addMergeMutations(Resolvers& resolvers);
void addPayloads(Resolvers& resolvers, const Schema& schema);

} // namespace slipway::sandbox::graphql
