// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

//! What Slipway knows of GitHub, as plain values. Facts: docs/github.md.
namespace slipway::github {

struct RepositoryName {
    QString owner, name;

    QString full() const { return owner + u'/' + name; }
    //! "OWNER/NAME" with GitHub's characters (`[A-Za-z0-9._-]{1,100}`, not "." or ".."), else nothing.
    static std::optional<RepositoryName> tryParse(const QString& text);
    //! GitHub compares names without case.
    friend bool operator==(const RepositoryName& a, const RepositoryName& b)
    {
        return a.owner.compare(b.owner, Qt::CaseInsensitive) == 0 && a.name.compare(b.name, Qt::CaseInsensitive) == 0;
    }
};

//! 40 hexadecimal digits. An empty `head_sha=` makes GitHub drop the filter and answer strangers' runs, so a SHA is
//! checked before it is asked for.
bool isSha(const QString& text);

enum class PullRequestState { Open, Closed, Merged };

struct PullRequest {
    QString nodeId;
    qint64 number = 0;
    QString url;
    QString title;
    PullRequestState state = PullRequestState::Open;
    bool draft = false;
    bool crossRepository = false;
    QString repository; //!< "OWNER/NAME"
    bool archived = false, locked = false; //!< the repository: nothing of it can be changed or merged
    QString headName, headSha, baseName;
    QString headline; //!< of the head's message; empty: not told
    QString mergedSha; //!< the commit on the base; empty until merged (never the test merge)
    std::optional<Timestamp> mergedAt; //!< by GitHub's clock, as all its moments, and rounded down to a second
    QString mergeable; //!< MERGEABLE, CONFLICTING, UNKNOWN
    QString mergeState; //!< CLEAN, BLOCKED, BEHIND, DIRTY, UNSTABLE, UNKNOWN, HAS_HOOKS, DRAFT
    QString reviewDecision; //!< REVIEW_REQUIRED, CHANGES_REQUESTED, APPROVED, or empty
    bool autoMergeArmed = false;
    bool inMergeQueue = false;
    bool mergeQueueEnabled = false; //!< its base branch takes changes through a queue only
    qint64 queuePosition = 0; //!< from 1; 0: in no queue, or not told
    QString queueState; //!< QUEUED, AWAITING_CHECKS, MERGEABLE, UNMERGEABLE, LOCKED; empty: in no queue
    QString mergedBy; //!< login; empty until merged
    QString closedBy; //!< login of who closed it, where nothing has happened since
    QString checks; //!< rollup: SUCCESS, FAILURE, ERROR, PENDING, EXPECTED; empty: none or not readable
    QString autoMergeDisabledReason; //!< why the last arming was switched off, if nothing has happened since
    QString autoMergeDisabledBy; //!< login
    QString queueRemovalReason; //!< why it was taken out of the queue, if nothing has happened since
    QString queueRemovedBy; //!< login
};

struct CheckState {
    QString name;
    QString state; //!< SUCCESS, FAILURE, PENDING, EXPECTED
    QString url;
    bool required = false;
};

//! What holds a pull request up, and what it may be merged by. Parts that a token may not read are empty.
struct PullRequestDetails {
    QStringList reviewers; //!< asked and not yet answered: logins, slugs of teams
    QStringList codeOwners; //!< the same, asked because they own a changed file
    QStringList changesRequestedBy; //!< logins
    int approvalsNeeded = 0;
    bool codeOwnerReview = false; //!< an owner's approval is needed
    QList<CheckState> checks; //!< that have reported, by name
    QStringList requiredChecks; //!< names, also of those that have never reported
    QStringList
        methods; //!< REBASE, SQUASH, MERGE: allowed by settings and rules together; empty may mean: not readable
    QString queueMethod; //!< of the base's merge queue, which heeds no other; empty: no queue
};

struct FileVersion {
    int mode = 0100644;
    qint64 size = 0;
    QString oid;
    std::optional<QByteArray> bytes; //!< nothing: binary or cut off (see truncated)
    bool truncated = false;
    QString type = QStringLiteral("blob"); //!< "tree": a directory; "commit": a submodule
};

struct BranchState {
    QString refId;
    QString oid;
    QString parentOid; //!< first parent of its head, empty for a root commit
    QString message; //!< of its head
};

struct RepositoryInfo {
    QString nodeId;
    QString fullName; //!< as GitHub spells it now; differs from what was asked after a rename
    QString url;
    bool archived = false, locked = false, empty = false;
    QString permission; //!< ADMIN, MAINTAIN, WRITE, TRIAGE, READ; empty for a GitHub App
    bool autoMergeAllowed = false, rebaseAllowed = false, squashAllowed = false, mergeCommitAllowed = false;
    bool hasMergeQueue = false;
    QString defaultBranch;
    QString defaultBranchOid;
    QString templateRepository;
    std::optional<Timestamp> createdAt; //!< by GitHub's clock
};

//! One commit of the base branch and the files asked for, all of that same commit.
struct RepositorySnapshot {
    RepositoryInfo info;
    QString baseName;
    QString baseOid; //!< empty: the branch does not exist
    QString baseTreeOid; //!< the tree of that commit
    QMap<QString, std::optional<FileVersion>> files; //!< by path; no value: no such file
    QMap<QString, std::optional<BranchState>> branches; //!< by name, those asked for
    QMap<QString, QList<PullRequest>> pullRequests; //!< by head branch name, newest first, any state
    //! GitHub's clock before ours when it answered, at the least: what it dates cannot be compared without.
    Millis serverAhead{0};

    //! Surely so, though GitHub dates in whole seconds and by its own clock.
    bool isMergedBefore(const PullRequest& pullRequest, Timestamp ours) const
    {
        return pullRequest.mergedAt && *pullRequest.mergedAt + Millis(1000) <= ours + serverAhead;
    }
};

struct WorkflowRun {
    qint64 id = 0; //!< exceeds 32 bits
    QString nodeId; //!< of the check suite
    QString name, path, url, event, branch;
    QString headSha;
    QString status; //!< QUEUED, IN_PROGRESS, COMPLETED, WAITING, REQUESTED, PENDING
    QString conclusion; //!< SUCCESS, FAILURE, CANCELLED, SKIPPED, …; empty until completed
    int attempt = 0; //!< 0: not known (GraphQL does not tell)
    QString displayTitle;
    QString actor; //!< login; empty: not known (GraphQL does not tell)
    std::optional<Timestamp> createdAt, updatedAt;

    bool completed() const { return status == QLatin1String("COMPLETED"); }
    //! `skipped` and `neutral` count as success, as they do for a required check.
    bool succeeded() const
    {
        return completed()
            && (conclusion == QLatin1String("SUCCESS") || conclusion == QLatin1String("SKIPPED")
                || conclusion == QLatin1String("NEUTRAL"));
    }
};

struct CommitRuns {
    QString sha;
    QList<WorkflowRun> runs;
};

struct Team {
    QString slug, name;
};

} // namespace slipway::github
