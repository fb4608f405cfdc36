// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

//! The nouns of the simulated world, as plain values. Object ids (oid, sha) are 40 lower-case hexadecimal digits; an
//! empty one means "none". Node ids are opaque to clients; World::node() finds what one names.
namespace slipway::sandbox {

struct User {
    qint64 id = 0;
    QString nodeId; //!< "U_kg…" ("O_kg…" for the organisation)
    QString login;
    QString name;
};

struct Team {
    qint64 id = 0;
    QString nodeId; //!< "T_kw…"
    QString name;
    QString slug;
    QString description;
};

enum class MergeMethod { Merge, Squash, Rebase };
enum class PullState { Open, Closed, Merged };
enum class Mergeable { Mergeable, Conflicting, Unknown };
//! GraphQL's MergeStateStatus; Unknown while it is being computed and for what is closed.
enum class MergeStatus { Clean, Blocked, Behind, Unstable, Dirty, Draft, Unknown };

//! One file of .github/workflows; `seconds` is its usual duration at speed 1.
struct Workflow {
    qint64 id = 0; //!< database id
    QString nodeId; //!< "W_kw…"
    QString path; //!< ".github/workflows/env-terraform.yml"
    QString name;
    QString job; //!< name of its one check run; branch protection asks for it by this name
    bool onPush = false; //!< on pushes to the default branch
    bool onPullRequest = false;
    bool onDispatch = false;
    bool concurrencyGroup = false; //!< one running, one pending: a newer run cancels the pending one
    qint64 seconds = 40;
    QStringList requiredInputs;
    QString state = QStringLiteral("active"); //!< "disabled_manually", "disabled_inactivity", …
    QString runName; //!< display_title of dispatched runs, with "${{ inputs.NAME }}"; empty: the workflow's name
    QStringList paths; //!< filter of pushes: one changed file must begin with one of these; empty: none
};

//! Also the branch protection of the default branch.
struct Repository {
    qint64 id = 0; //!< 32 bits, database id
    QString nodeId; //!< "R_kg…"
    QString name;
    QString description;
    QString defaultBranch = QStringLiteral("main");
    QString templateName; //!< made from this template repository of the organisation
    bool isTemplate = false;
    bool isPrivate = true;
    bool isArchived = false;
    bool isLocked = false; //!< for a migration: nobody may change it
    bool isEmpty = false; //!< made, but its first content is not there yet: no default branch
    bool autoMergeAllowed = true;
    bool mergeCommitAllowed = true;
    bool squashMergeAllowed = true;
    bool rebaseMergeAllowed = true;
    bool deleteBranchOnMerge = false;
    QStringList requiredChecks; //!< names of check runs that must succeed before a merge
    int requiredApprovals = 0;
    bool strictChecks = false; //!< the branch must hold the newest commit of the base
    bool dismissesStaleReviews = false;
    bool linearHistory = false;
    bool signedCommits = false;
    QList<MergeMethod> ruleMethods; //!< of the ruleset; empty: any
    QStringList
        codeOwners; //!< of every file: logins, or slugs of teams with "team/" before them; their approval is needed
    QStringList branchRules; //!< lines with which a ruleset refuses to make a branch; empty: it does not
    std::optional<MergeMethod> mergeQueue; //!< the default branch takes changes through its queue only
    bool autoMergeSleeps = false; //!< what is armed is not merged by itself, as happens on GitHub
    QList<Workflow> workflows;
    Timestamp createdAt;
    Timestamp updatedAt;
    Timestamp pushedAt; //!< also when the default branch last moved
    qint64 lastNumber = 0; //!< of its pull requests
    qint64 lastRunNumber = 0;

    //! Rules exist for the default branch, so that auto-merge has something to wait for.
    bool isProtected() const
    {
        return !requiredChecks.isEmpty() || requiredApprovals > 0 || !codeOwners.isEmpty() || mergeQueue;
    }
    //! Flags of the repository and rules of the default branch together.
    bool allows(MergeMethod method) const;
};

struct Review {
    qint64 id = 0;
    QString nodeId;
    QString author; //!< login
    QString state; //!< "APPROVED", "CHANGES_REQUESTED", "DISMISSED"
    QString commit;
    Timestamp at;
};

struct ReviewRequest {
    QString reviewer; //!< a login, or a team's slug with "team/" before it
    bool asCodeOwner = false;
};

//! Its place is told by enqueuedAt.
struct QueueEntry {
    Timestamp enqueuedAt;
    QString enqueuer; //!< login
};

//! In a pull request's conversation.
struct Comment {
    qint64 id = 0;
    QString nodeId; //!< "IC_kw…"; opaque, and not found again by World::node()
    QString author; //!< login
    QString body;
    Timestamp at;
};

//! What GraphQL shows as timelineItems: type is the GraphQL type name ("ClosedEvent", "AutoMergeDisabledEvent", …).
struct PullEvent {
    QString type;
    QString actor;
    QString reason;
    Timestamp at;
};

struct AutoMerge {
    MergeMethod method = MergeMethod::Merge;
    QString headline;
    QString body;
    QString enabledBy; //!< login
    Timestamp enabledAt;
};

struct PullRequest {
    QString repository; //!< name without owner
    qint64 number = 0;
    qint64 id = 0; //!< database id
    QString nodeId; //!< "PR_kw…"
    QString title;
    QString body;
    QString author; //!< login
    QString headName; //!< branch, without refs/heads/; survives the deletion of the branch
    QString headOid;
    QString baseName;
    QString baseOid; //!< of the base branch when it was last read by the world; frozen by the merge
    PullState state = PullState::Open;
    bool isDraft = false;
    bool reopenable = true; //!< false for ever once the branch was reset to its base or moved while closed
    std::optional<AutoMerge> autoMerge;
    std::optional<QueueEntry> queue;
    QString mergeCommitOid; //!< the commit that main was moved to; empty until merged
    QString mergedBy;
    QList<Review> reviews; //!< oldest first; of each author the last one counts
    QList<ReviewRequest> reviewRequests;
    QList<Comment> comments; //!< oldest first
    QList<PullEvent> events;
    QStringList files; //!< changed paths
    Timestamp createdAt;
    Timestamp updatedAt;
    Timestamp headMovedAt;
    std::optional<Timestamp> closedAt;
    std::optional<Timestamp> mergedAt;
};

struct Mergeability {
    Mergeable mergeable = Mergeable::Unknown;
    MergeStatus status = MergeStatus::Unknown;
    QString why; //!< what blocks, in the words GitHub uses to refuse a merge; empty when nothing does
};

//! One workflow run together with its check suite and its one check run (the world's workflows have one job each).
//! Words are those of the REST API in lower case; GraphQL's enums are the same words in capitals.
struct WorkflowRun {
    QString repository;
    qint64 id = 0; //!< over 2^33, as on github.com
    QString nodeId; //!< "WFR_kw…"
    qint64 suiteId = 0;
    QString suiteNodeId; //!< "CS_kw…"
    qint64 checkRunId = 0; //!< also the job's id
    QString checkRunNodeId; //!< "CR_kw…"
    qint64 workflowId = 0;
    QString path;
    QString name;
    QString job;
    QString title; //!< display_title
    QString event; //!< "push", "pull_request", "workflow_dispatch"
    QString branch; //!< head_branch
    QString headSha;
    QString status; //!< "queued", "pending", "waiting", "in_progress", "completed"
    QString conclusion; //!< empty until completed; "success", "failure", "cancelled", "timed_out", …
    QString actor; //!< login
    qint64 number = 0; //!< run_number
    qint64 attempt = 1; //!< run_attempt
    qint64 pull = 0; //!< the pull request's number for event pull_request
    Json inputs = Json::object();
    QString plannedConclusion; //!< how it will end when its time has come; empty: "success"
    bool held = false; //!< stays under way until released
    bool overdue = false; //!< its time came while it was held
    QString environment; //!< waits ("waiting") until its reviewers let it in
    QStringList reviewers; //!< logins and "team SLUG"
    Timestamp hiddenUntil; //!< left out of every list until then, as happens on GitHub; by its id it is found
    bool firstBuild = false; //!< the first push of a repository made from a template
    Timestamp createdAt;
    Timestamp startedAt; //!< run_started_at, of this attempt
    Timestamp updatedAt;
    std::optional<Timestamp> completedAt;

    bool isCompleted() const { return status == u"completed"; }
};

//! The state of all checks of one commit: "SUCCESS", "FAILURE", "PENDING"; empty when it has none.
using RollupState = QString;

struct RateLimit {
    qint64 limit = 5000;
    qint64 used = 0;
    Timestamp resetAt; //!< one hour of the world after its first use

    qint64 remaining() const { return limit > used ? limit - used : 0; }
};

enum class NodeKind {
    None,
    User,
    Organisation,
    Team,
    Repository,
    Ref,
    Commit,
    Blob,
    PullRequest,
    WorkflowRun,
    CheckSuite,
    CheckRun,
    Workflow
};

//! What a node id names: `number` is the pull request's number, else the database id of the thing; `text` is the
//! full ref name of a Ref and the oid of a Commit or Blob.
struct NodeName {
    NodeKind kind = NodeKind::None;
    QString repository;
    qint64 number = 0;
    QString text;
};

//! Words of GraphQL's enums: "REBASE", "OPEN", "CONFLICTING", "BLOCKED" …
QString word(MergeMethod method);
QString word(PullState state);
QString word(Mergeable mergeable);
QString word(MergeStatus status);
//! Any case; nothing for an unknown word.
std::optional<MergeMethod> mergeMethodFromWord(const QString& word);

//! GitHub's form: "2023-09-21T13:39:14Z".
QString githubTime(Timestamp time);

} // namespace slipway::sandbox
