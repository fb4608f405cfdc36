// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/reads.h"

#include "base/result.h"
#include "base/text.h"

namespace slipway::github {

namespace {

//! A separator that stands in no name, branch or id.
QString joined(const QStringList& parts) { return parts.join(u'\n'); }

QString low(const RepositoryName& repository) { return repository.full().toLower(); }

QStringList united(QStringList a, const QStringList& b)
{
    a += b;
    a.removeDuplicates();
    return a;
}

bool contains(const QStringList& wide, const QStringList& narrow)
{
    return std::all_of(narrow.begin(), narrow.end(), [&](const QString& text) { return wide.contains(text); });
}

} // namespace

QString keyOf(const Read& read)
{
    return std::visit(Overloaded{
                          [](const ReadRepository& r) {
                              return joined({u"repository"_s, low(r.repository), r.base});
                          },
                          [](const ReadName& r) {
                              return joined({u"name"_s, low(r.repository)});
                          },
                          [](const ReadTeams& r) {
                              return joined({u"teams"_s, r.organisation.toLower()});
                          },
                          [](const WatchPullRequest& r) {
                              return joined({u"pullRequest"_s, r.nodeId});
                          },
                          [](const ExplainPullRequest& r) {
                              return joined({u"explained"_s, r.nodeId});
                          },
                          [](const WatchCommitRuns& r) {
                              return joined({u"commitRuns"_s, low(r.repository), r.sha});
                          },
                          [](const WatchBranchRuns& r) {
                              return joined({u"branchRuns"_s, low(r.repository), r.branch, r.sha});
                          },
                          [](const CompareCommits& r) {
                              return joined({u"compare"_s, low(r.repository), r.base, r.head});
                          },
                          [](const ReadWorkflowRun& r) {
                              return joined({u"run"_s, low(r.repository), QString::number(r.id)});
                          },
                          [](const FindDispatchedRuns& r) {
                              return joined({u"dispatched"_s, low(r.repository), r.workflow, r.branch, r.since.toIso(),
                                  r.until ? r.until->toIso() : QString(), r.anybody ? u"*"_s : r.actor.toLower()});
                          },
                          [](const ReadCommit& r) {
                              return joined({u"commit"_s, low(r.repository), r.sha});
                          },
                          [](const ReadWorkflow& r) {
                              return joined({u"workflow"_s, low(r.repository), r.path});
                          },
                          [](const ReadPendingApprovals& r) {
                              return joined({u"approvals"_s, low(r.repository), QString::number(r.run)});
                          },
                          [](const ReadFailedJobs& r) {
                              return joined({u"failedJobs"_s, low(r.repository), QString::number(r.run)});
                          },
                          [](const WatchRepository& r) {
                              return joined({u"watchRepository"_s, low(r.repository)});
                          },
                      },
        read);
}

Read merged(const Read& a, const Read& b)
{
    const auto* left = std::get_if<ReadRepository>(&a);
    const auto* right = std::get_if<ReadRepository>(&b);
    if (!left || !right)
        return a;
    ReadRepository both = *left;
    both.files = united(both.files, right->files);
    both.branches = united(both.branches, right->branches);
    return both;
}

bool isShared(const Read& read)
{
    return std::holds_alternative<ReadRepository>(read) || std::holds_alternative<ReadName>(read)
        || std::holds_alternative<ReadTeams>(read);
}

bool covers(const Read& wider, const Read& read)
{
    if (keyOf(wider) != keyOf(read))
        return false;
    const auto* wide = std::get_if<ReadRepository>(&wider);
    const auto* narrow = std::get_if<ReadRepository>(&read);
    return !wide || !narrow || (contains(wide->files, narrow->files) && contains(wide->branches, narrow->branches));
}

} // namespace slipway::github
