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
//! What an open pull request waits for and may be merged by: asked when that changes, not at every tick, because it
//! costs more points than the pull request itself. Answer: PullRequestDetails.
struct ExplainPullRequest {
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
//! workflow_dispatch runs of one workflow file that were started in a span of time. REST. Answer: CommitRuns (sha empty).
struct FindDispatchedRuns {
    RepositoryName repository;
    QString workflow; //!< file name, e.g. create_repo.yml
    QString branch;
    Timestamp since; //!< by our clock; GitHub's answers tell how far its own is from that
    std::optional<Timestamp> until = {}; //!< the same; none: until now
    //! Login of who started them, as far as it is known. Everybody's runs are told where it is not, or where the token is
    //! somebody else's by now: which of the two sent them cannot be known then.
    QString actor = {};
    //! Whoever started them, also where no other token than the present one was ever here: what a record or a copy does
    //! not tell may have been sent by another program. `actor` is empty then.
    bool anybody = false;
};
//! Message and merger of a commit: why it may have started no workflow. Answer: CommitInfo.
struct ReadCommit {
    RepositoryName repository;
    QString sha;
};
//! One workflow file, whether it is there and switched on. REST. Answer: WorkflowInfo.
struct ReadWorkflow {
    RepositoryName repository;
    QString path; //!< ".github/workflows/x.yml" or its last part
};
//! Who must approve a run that waits for an environment. REST. Answer: PendingApprovals.
struct ReadPendingApprovals {
    RepositoryName repository;
    qint64 run = 0;
};
//! Which jobs of a finished run ended badly, at which step, and what the first of them noted: two requests, the second
//! only where there is such a job. The log itself is not read: it may have any size. REST. Answer: FailedJobs.
struct ReadFailedJobs {
    RepositoryName repository;
    qint64 run = 0;
};
//! A repository that is to come to exist, its default branch's head and the runs for it. Answer: RepositoryState.
struct WatchRepository {
    RepositoryName repository;
};

using Read = std::variant<ReadRepository, ReadName, ReadTeams, WatchPullRequest, ExplainPullRequest, WatchCommitRuns,
    WatchBranchRuns, CompareCommits, ReadWorkflowRun, FindDispatchedRuns, ReadCommit, ReadWorkflow,
    ReadPendingApprovals, ReadFailedJobs, WatchRepository>;

struct NameState {
    bool taken = false;
    QString fullName, url; //!< of the holder
    QString redirectsTo; //!< not taken, but the old name of a renamed repository: its old addresses still lead there
};
struct CommitInfo {
    QString message; //!< empty: GitHub does not know the commit
    QString mergedBy; //!< login of who merged the pull request that brought it
};
struct WorkflowInfo {
    bool exists = false;
    QString state; //!< "active", "disabled_manually", "disabled_inactivity", "disabled_fork", "deleted"
    QString url;
};
struct PendingApprovals {
    QStringList environments, reviewers; //!< logins and "team SLUG"
};
struct FailedJob {
    qint64 id = 0; //!< also that of its check run
    QString name;
    QString step; //!< the first that ended badly; empty: GitHub does not tell
    QString conclusion; //!< "failure", "timed_out", "cancelled"
    QString url;
};
//! GitHub's words are without credentials and of bounded length.
struct FailedJobs {
    QList<FailedJob> jobs; //!< at most three
    QStringList notes; //!< of the first job, "FILE:LINE: MESSAGE" or "MESSAGE"; at most five
};
struct Teams {
    QList<Team> teams;
};
struct BranchRuns {
    bool contained = false; //!< `sha` is in the branch
    QList<CommitRuns> commits; //!< newest first
};
//! What the commits of a comparison do to one file.
struct ComparedFile {
    QString path;
    QString status; //!< "added", "modified", "removed", "renamed" …
    int added = 0, removed = 0;
    QString patch; //!< the hunks of a unified diff; empty: GitHub does not show it (binary, or too large)
};
struct Comparison {
    QString status; //!< "ahead", "behind", "identical", "diverged": head seen from base
    QList<ComparedFile> files = {}; //!< at most 300

    bool headContainsBase() const { return status == QLatin1String("ahead") || status == QLatin1String("identical"); }
};
struct RepositoryState {
    bool exists = false;
    RepositoryInfo info; //!< defaultBranchOid empty: no content yet
    QList<WorkflowRun> runs; //!< for the default branch's head
    bool runsReadable = true; //!< false: this token may read neither check suites nor runs
};

using Answer = std::variant<RepositorySnapshot, NameState, Teams, PullRequest, PullRequestDetails, CommitRuns,
    BranchRuns, Comparison, WorkflowRun, CommitInfo, WorkflowInfo, PendingApprovals, FailedJobs, RepositoryState>;

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
