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
    QString headName, headSha, baseName;
    QString mergedSha; //!< the commit on the base; empty until merged (never the test merge)
    std::optional<Timestamp> mergedAt;
    QString mergeable; //!< MERGEABLE, CONFLICTING, UNKNOWN
    QString mergeState; //!< CLEAN, BLOCKED, BEHIND, DIRTY, UNSTABLE, UNKNOWN, HAS_HOOKS, DRAFT
    QString reviewDecision; //!< REVIEW_REQUIRED, CHANGES_REQUESTED, APPROVED, or empty
    bool autoMergeArmed = false;
    bool inMergeQueue = false;
    QString checks; //!< rollup: SUCCESS, FAILURE, ERROR, PENDING, EXPECTED; empty: none or not readable
    QString autoMergeDisabledReason; //!< why the last arming was switched off, if it was
};

struct FileVersion {
    int mode = 0100644;
    qint64 size = 0;
    QString oid;
    std::optional<QByteArray> bytes; //!< nothing: binary or cut off (see truncated)
    bool truncated = false;
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
};

//! One commit of the base branch and the files asked for, all of that same commit.
struct RepositorySnapshot {
    RepositoryInfo info;
    QString baseName;
    QString baseOid; //!< empty: the branch does not exist
    QMap<QString, std::optional<FileVersion>> files; //!< by path; no value: no such file
    QMap<QString, std::optional<BranchState>> branches; //!< by name, those asked for
    QMap<QString, QList<PullRequest>> pullRequests; //!< by head branch name, newest first, any state
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
    std::optional<Timestamp> createdAt, updatedAt;

    bool completed() const { return status == QLatin1String("COMPLETED"); }
    //! `success` and `skipped` count as success (docs/workflows.md).
    bool succeeded() const
    {
        return completed() && (conclusion == QLatin1String("SUCCESS") || conclusion == QLatin1String("SKIPPED"));
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
