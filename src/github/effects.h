// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/values.h"

#include <variant>

//! What may be written to GitHub, as data; each is one request. Results are JSON so that they can be journaled as they
//! are; the member names are those of the steps' outputs (docs/workflows.md).
namespace slipway::github {

struct FileAddition {
    QString path;
    QByteArray bytes;
    int mode = 0100644;
};

//! Branch, commit and pull request in one mutation document, three fields, no roll-back between them.
//! Result: number, nodeId, url, branch, sha.
struct RaisePullRequest {
    RepositoryName repository;
    QString repositoryId;
    QString base, baseOid;
    QString branch;
    QString title, body;
    QString commitHeadline, commitBody;
    QList<FileAddition> additions;
    QStringList deletions;
};
//! The commit and the pull request on a branch that exists with its head at `headOid` (an earlier try made it).
//! Result as above.
struct CommitAndOpen {
    RaisePullRequest raise;
};
//! The pull request on a branch that already holds our commit `sha`. Result as above.
struct OpenPullRequest {
    RaisePullRequest raise;
    QString sha;
};
//! REST. The tree of a commit that is to keep modes which createCommitOnBranch would lose. Nothing names it: done twice it
//! is the same object. Result: tree.
struct WriteTree {
    RepositoryName repository;
    QString baseOid, baseTreeOid;
    QList<FileAddition> additions;
    QStringList deletions;
};
//! REST. The commit of such a tree. No reference names it, so done twice it leaves an object that GitHub clears away.
//! Result: sha.
struct WriteCommit {
    RepositoryName repository;
    QString tree, parentOid;
    QString headline, body;
};
//! Branch at a commit that exists and the pull request, in one document. Result as RaisePullRequest.
struct RaiseFromCommit {
    RaisePullRequest raise;
    QString sha;
};
//! Result: mode "armed", or "queued".
struct EnableAutoMerge {
    RepositoryName repository;
    QString pullRequestId;
    QString method; //!< REBASE, SQUASH, MERGE
    QString headOid;
};
//! Result: mode "queued".
struct EnqueuePullRequest {
    RepositoryName repository;
    QString pullRequestId, headOid;
};
//! Result: mode "merged", mergedSha (where the answer tells).
struct MergePullRequest {
    RepositoryName repository;
    QString pullRequestId;
    QString method;
    QString headOid;
};
//! First half of healing a conflict: a branch `temporaryBranch` at the new main with the re-applied commit.
//! Result: sha (the new commit), refId, branch.
struct PrepareBranch {
    RepositoryName repository;
    QString repositoryId;
    QString baseOid;
    QString temporaryBranch;
    QString commitHeadline, commitBody;
    QList<FileAddition> additions;
    QStringList deletions;
};
//! Second half: moves `branch` from `oldOid` to `newOid` and removes the temporary branch, atomically. The branch is never
//! at its base, which would close the pull request for ever. Result: headSha.
struct MoveBranch {
    RepositoryName repository;
    QString repositoryId;
    QString branch, oldOid, newOid;
    QString temporaryBranch;
};
//! Result: headSha.
struct UpdateBranch {
    RepositoryName repository;
    QString pullRequestId, headOid;
};
struct ReopenPullRequest {
    RepositoryName repository;
    QString pullRequestId;
};
struct ClosePullRequest {
    RepositoryName repository;
    QString pullRequestId;
};
//! A pull request that takes back what a merged one changed: GitHub makes branch and commit. It is open for a person's
//! review; nothing on the base changes before somebody merges it. Result: number, nodeId, url, branch.
struct RevertPullRequest {
    RepositoryName repository;
    QString pullRequestId; //!< the merged one
    qint64 number = 0; //!< the same
    QString branch; //!< the name that GitHub is going to give (revertBranchOf)
    QString body;
};
//! "revert-7-add-fishing": what GitHub calls the branch of a reverting pull request.
QString revertBranchOf(qint64 number, const QString& headName);
//! Deletes the branch if its head is still `oid`.
struct DeleteBranch {
    RepositoryName repository;
    QString repositoryId;
    QString branch, oid;
};
//! REST. Result: id, url where GitHub tells them, else empty.
struct DispatchWorkflow {
    RepositoryName repository;
    QString workflow, ref;
    Json inputs = Json::object(); //!< texts only
};
//! REST. Failed jobs of a completed run (all jobs if it was cancelled). Result: id.
struct RerunWorkflow {
    RepositoryName repository;
    qint64 id = 0;
    bool failedJobsOnly = true;
    QString updatedAt = {}; //!< of the completed run that is to run again: tells later whether it did
};

//! REST. The repository becomes read-only. Result: url.
struct ArchiveRepository {
    RepositoryName repository;
};

using Effect = std::variant<RaisePullRequest, CommitAndOpen, OpenPullRequest, WriteTree, WriteCommit, RaiseFromCommit,
    EnableAutoMerge, EnqueuePullRequest, MergePullRequest, PrepareBranch, MoveBranch, UpdateBranch, ReopenPullRequest,
    ClosePullRequest, RevertPullRequest, DeleteBranch, DispatchWorkflow, RerunWorkflow, ArchiveRepository>;

//! "raisePullRequest", "enableAutoMerge" …: journaled, never renamed.
QString nameOf(const Effect& effect);
//! "precondition", "natural key", "none" … (docs/architecture.md, effect classes), on a server that knows all that GitHub
//! does; GitHub::classOf() tells it for the one that is connected.
QString classOf(const Effect& effect);
RepositoryName repositoryOf(const Effect& effect);
//! Whether GitHub counts it as creating content (its limit of 80 a minute, 500 an hour).
bool createsContent(const Effect& effect);
//! What it is aimed at, for the journal and the screen: repository, branch, number …
Json targetOf(const Effect& effect);

//! What came of one request.
struct EffectOutcome {
    enum class Kind {
        Done, //!< took place; `result` holds what it made
        NotExecuted, //!< certainly did not take place, for a reason outside it (no connection, limits, token): send later
        Refused, //!< GitHub said no; nothing, or only the part that `result` names, took place
        Unknown //!< may have taken place: look it up before deciding again
    };
    Kind kind = Kind::Unknown;
    Json result = Json::object();
    std::optional<Error> error;
};

} // namespace slipway::github
