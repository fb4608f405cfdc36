// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/effects.h"

#include "base/result.h"
#include "base/text.h"

namespace slipway::github {

namespace {

Json target(const RepositoryName& repository) { return Json{{"repository", repository.full().toStdString()}}; }

Json target(const RepositoryName& repository, const char* name, const QString& value)
{
    Json json = target(repository);
    json[name] = value.toStdString();
    return json;
}

Json target(const RaisePullRequest& raise)
{
    Json json = target(raise.repository, "branch", raise.branch);
    json["base"] = raise.base.toStdString();
    json["baseOid"] = raise.baseOid.toStdString();
    json["title"] = raise.title.toStdString();
    QStringList paths = raise.deletions;
    for (const auto& addition : raise.additions)
        paths.append(addition.path);
    json["paths"] = toJson(paths);
    return json;
}

} // namespace

QString nameOf(const Effect& effect)
{
    return std::visit(Overloaded{
                          [](const RaisePullRequest&) { return u"raisePullRequest"_s; },
                          [](const CommitAndOpen&) { return u"commitAndOpen"_s; },
                          [](const OpenPullRequest&) { return u"openPullRequest"_s; },
                          [](const WriteTree&) { return u"writeTree"_s; },
                          [](const WriteCommit&) { return u"writeCommit"_s; },
                          [](const RaiseFromCommit&) { return u"raiseFromCommit"_s; },
                          [](const EnableAutoMerge&) { return u"enableAutoMerge"_s; },
                          [](const EnqueuePullRequest&) { return u"enqueuePullRequest"_s; },
                          [](const MergePullRequest&) { return u"mergePullRequest"_s; },
                          [](const PrepareBranch&) { return u"prepareBranch"_s; },
                          [](const MoveBranch&) { return u"moveBranch"_s; },
                          [](const UpdateBranch&) { return u"updateBranch"_s; },
                          [](const ReopenPullRequest&) { return u"reopenPullRequest"_s; },
                          [](const ClosePullRequest&) { return u"closePullRequest"_s; },
                          [](const RevertPullRequest&) { return u"revertPullRequest"_s; },
                          [](const DeleteBranch&) { return u"deleteBranch"_s; },
                          [](const DispatchWorkflow&) { return u"dispatchWorkflow"_s; },
                          [](const RerunWorkflow&) { return u"rerunWorkflow"_s; },
                          [](const ArchiveRepository&) { return u"archiveRepository"_s; },
                      },
        effect);
}

QString classOf(const Effect& effect)
{
    // "precondition": GitHub itself refuses it the second time. "natural key": the state that it leads to can be looked
    // up by a name fixed beforehand.
    return std::visit(Overloaded{
                          [](const RaisePullRequest&) { return u"precondition"_s; },
                          [](const CommitAndOpen&) { return u"precondition"_s; },
                          [](const OpenPullRequest&) { return u"natural key"_s; },
                          [](const WriteTree&) { return u"natural key"_s; },
                          [](const WriteCommit&) { return u"natural key"_s; },
                          [](const RaiseFromCommit&) { return u"precondition"_s; },
                          [](const EnableAutoMerge&) { return u"natural key"_s; },
                          [](const EnqueuePullRequest&) { return u"natural key"_s; },
                          [](const MergePullRequest&) { return u"precondition"_s; },
                          [](const PrepareBranch&) { return u"precondition"_s; },
                          [](const MoveBranch&) { return u"precondition"_s; },
                          [](const UpdateBranch&) { return u"precondition"_s; },
                          [](const ReopenPullRequest&) { return u"natural key"_s; },
                          [](const ClosePullRequest&) { return u"natural key"_s; },
                          [](const RevertPullRequest&) { return u"natural key"_s; },
                          [](const DeleteBranch&) { return u"precondition"_s; },
                          [](const DispatchWorkflow&) { return u"natural key"_s; },
                          [](const RerunWorkflow&) { return u"natural key"_s; },
                          [](const ArchiveRepository&) { return u"natural key"_s; },
                      },
        effect);
}

RepositoryName repositoryOf(const Effect& effect)
{
    return std::visit(Overloaded{
                          [](const CommitAndOpen& e) { return e.raise.repository; },
                          [](const OpenPullRequest& e) { return e.raise.repository; },
                          [](const RaiseFromCommit& e) { return e.raise.repository; },
                          [](const auto& e) { return e.repository; },
                      },
        effect);
}

QString revertBranchOf(qint64 number, const QString& headName) { return u"revert-%1-"_s.arg(number) + headName; }

bool createsContent(const Effect& effect)
{
    return std::visit(Overloaded{
                          [](const RaisePullRequest&) { return true; },
                          [](const CommitAndOpen&) { return true; },
                          [](const OpenPullRequest&) { return true; },
                          [](const WriteTree&) { return true; },
                          [](const WriteCommit&) { return true; },
                          [](const RaiseFromCommit&) { return true; },
                          [](const EnableAutoMerge&) { return false; },
                          [](const EnqueuePullRequest&) { return false; },
                          [](const MergePullRequest&) { return true; },
                          [](const PrepareBranch&) { return true; },
                          [](const MoveBranch&) { return false; },
                          [](const UpdateBranch&) { return true; },
                          [](const ReopenPullRequest&) { return false; },
                          [](const ClosePullRequest&) { return false; },
                          [](const RevertPullRequest&) { return true; },
                          [](const DeleteBranch&) { return false; },
                          [](const DispatchWorkflow&) { return false; },
                          [](const RerunWorkflow&) { return false; },
                          [](const ArchiveRepository&) { return false; },
                      },
        effect);
}

Json targetOf(const Effect& effect)
{
    return std::visit(Overloaded{
                          [](const RaisePullRequest& e) { return target(e); },
                          [](const CommitAndOpen& e) { return target(e.raise); },
                          [](const OpenPullRequest& e) {
                              Json json = target(e.raise);
                              json["sha"] = e.sha.toStdString();
                              return json;
                          },
                          [](const WriteTree& e) { return target(e.repository, "baseOid", e.baseOid); },
                          [](const WriteCommit& e) {
                              Json json = target(e.repository, "parentOid", e.parentOid);
                              json["tree"] = e.tree.toStdString();
                              return json;
                          },
                          [](const RaiseFromCommit& e) {
                              Json json = target(e.raise);
                              json["sha"] = e.sha.toStdString();
                              return json;
                          },
                          [](const PrepareBranch& e) {
                              Json json = target(e.repository, "branch", e.temporaryBranch);
                              json["baseOid"] = e.baseOid.toStdString();
                              return json;
                          },
                          [](const MoveBranch& e) {
                              Json json = target(e.repository, "branch", e.branch);
                              json["oldOid"] = e.oldOid.toStdString();
                              json["newOid"] = e.newOid.toStdString();
                              json["temporaryBranch"] = e.temporaryBranch.toStdString();
                              return json;
                          },
                          [](const RevertPullRequest& e) {
                              Json json = target(e.repository, "pullRequestId", e.pullRequestId);
                              json["number"] = e.number;
                              json["branch"] = e.branch.toStdString();
                              return json;
                          },
                          [](const DeleteBranch& e) {
                              Json json = target(e.repository, "branch", e.branch);
                              json["oid"] = e.oid.toStdString();
                              return json;
                          },
                          [](const DispatchWorkflow& e) {
                              Json json = target(e.repository, "workflow", e.workflow);
                              json["ref"] = e.ref.toStdString();
                              json["inputs"] = e.inputs;
                              return json;
                          },
                          [](const ArchiveRepository& e) { return target(e.repository); },
                          [](const RerunWorkflow& e) {
                              Json json = target(e.repository);
                              json["id"] = e.id;
                              json["failedJobsOnly"] = e.failedJobsOnly;
                              json["updatedAt"] = e.updatedAt.toStdString();
                              return json;
                          },
                          [](const EnableAutoMerge& e) {
                              Json json = target(e.repository, "pullRequestId", e.pullRequestId);
                              json["method"] = e.method.toStdString();
                              json["headOid"] = e.headOid.toStdString();
                              return json;
                          },
                          [](const MergePullRequest& e) {
                              Json json = target(e.repository, "pullRequestId", e.pullRequestId);
                              json["method"] = e.method.toStdString();
                              json["headOid"] = e.headOid.toStdString();
                              return json;
                          },
                          [](const EnqueuePullRequest& e) {
                              Json json = target(e.repository, "pullRequestId", e.pullRequestId);
                              json["headOid"] = e.headOid.toStdString();
                              return json;
                          },
                          [](const UpdateBranch& e) {
                              Json json = target(e.repository, "pullRequestId", e.pullRequestId);
                              json["headOid"] = e.headOid.toStdString();
                              return json;
                          },
                          [](const auto& e) { return target(e.repository, "pullRequestId", e.pullRequestId); },
                      },
        effect);
}

} // namespace slipway::github
