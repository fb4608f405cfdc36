// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/values.h"

#include <variant>

//! What may be asked of GitHub, as data. GitHub::read() puts any number of them into as few requests as possible.
namespace slipway::github {

//! A repository, its base branch's head, and from that one commit the files; with it the state of some branches and the
//! pull requests that have them as head. Answer: RepositorySnapshot.
struct ReadRepository {
    RepositoryName repository;
    QString base; //!< branch name
    QStringList files;
    QStringList branches;
};
//! Whether a repository of that very name exists (renames not followed). Answer: NameState.
struct ReadName {
    RepositoryName repository;
};
//! The organisation's teams that the token sees. Answer: Teams.
struct ReadTeams {
    QString organisation;
};
//! A pull request by node id. Answer: PullRequest.
struct WatchPullRequest {
    QString nodeId;
};
//! GitHub Actions' runs for one commit. Answer: CommitRuns.
struct WatchCommitRuns {
    RepositoryName repository;
    QString sha;
};
//! Push runs of the newest commits of a branch, newest first, and whether `sha` is contained in the branch. For a run of
//! ours that was cancelled or superseded. Answer: BranchRuns.
struct WatchBranchRuns {
    RepositoryName repository;
    QString branch;
    QString sha;
};
//! Whether `head` contains `base`. REST. Answer: Comparison.
struct CompareCommits {
    RepositoryName repository;
    QString base, head;
};
//! One run by id (with its attempt number). REST. Answer: WorkflowRun.
struct ReadWorkflowRun {
    RepositoryName repository;
    qint64 id = 0;
};
//! workflow_dispatch runs of one workflow file since a moment. REST. Answer: CommitRuns (sha empty).
struct FindDispatchedRuns {
    RepositoryName repository;
    QString workflow; //!< file name, e.g. create_repo.yml
    QString branch;
    Timestamp since;
};
//! A repository that is to come to exist, its default branch's head and the runs for it. Answer: RepositoryState.
struct WatchRepository {
    RepositoryName repository;
};

using Read = std::variant<ReadRepository, ReadName, ReadTeams, WatchPullRequest, WatchCommitRuns, WatchBranchRuns,
    CompareCommits, ReadWorkflowRun, FindDispatchedRuns, WatchRepository>;

struct NameState {
    bool taken = false;
    QString fullName, url; //!< of the holder
};
struct Teams {
    QList<Team> teams;
};
struct BranchRuns {
    bool contained = false; //!< `sha` is in the branch
    QList<CommitRuns> commits; //!< newest first
};
struct Comparison {
    QString status; //!< "ahead", "behind", "identical", "diverged": head seen from base

    bool headContainsBase() const { return status == QLatin1String("ahead") || status == QLatin1String("identical"); }
};
struct RepositoryState {
    bool exists = false;
    RepositoryInfo info; //!< defaultBranchOid empty: no content yet
    QList<WorkflowRun> runs; //!< for the default branch's head
    bool runsReadable = true; //!< false: this token may read neither check suites nor runs
};

using Answer = std::variant<RepositorySnapshot, NameState, Teams, PullRequest, CommitRuns, BranchRuns, Comparison,
    WorkflowRun, RepositoryState>;

//! The same text for reads that have the same answer. ReadRepository: repository and base only, because the files and
//! branches of several steps are read together.
QString keyOf(const Read& read);
//! One read that answers both (ReadRepository: the union of files and branches); their keys must be equal.
Read merged(const Read& a, const Read& b);
//! Reads of a snapshot that serves several steps for a while (files, names, teams), unlike what is watched for a change.
bool isShared(const Read& read);
//! Whether the answer to `wider` also answers `read`.
bool covers(const Read& wider, const Read& read);

} // namespace slipway::github
