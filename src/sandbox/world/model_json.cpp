// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/world/model_json.h"

#include "base/text.h"

namespace slipway::sandbox {

namespace {

Json moment(const std::optional<Timestamp>& time) { return time ? Json(time->ms) : Json(nullptr); }

std::optional<Timestamp> momentAt(const Json& json, const char* name)
{
    const Json& value = memberAt(json, name);
    return value.is_number_integer() ? std::optional(Timestamp{value.get<qint64>()}) : std::nullopt;
}

Timestamp timeAt(const Json& json, const char* name) { return {integerAt(json, name)}; }

Json save(const Workflow& w)
{
    return Json::object({{"id", w.id}, {"nodeId", toJson(w.nodeId)}, {"path", toJson(w.path)}, {"name", toJson(w.name)},
        {"job", toJson(w.job)}, {"onPush", w.onPush}, {"onPullRequest", w.onPullRequest}, {"onDispatch", w.onDispatch},
        {"concurrencyGroup", w.concurrencyGroup}, {"seconds", w.seconds}, {"requiredInputs", toJson(w.requiredInputs)},
        {"state", toJson(w.state)}, {"runName", toJson(w.runName)}, {"paths", toJson(w.paths)}});
}

Workflow loadWorkflow(const Json& j)
{
    Workflow w;
    w.id = integerAt(j, "id");
    w.nodeId = textAt(j, "nodeId");
    w.path = textAt(j, "path");
    w.name = textAt(j, "name");
    w.job = textAt(j, "job");
    w.onPush = flagAt(j, "onPush");
    w.onPullRequest = flagAt(j, "onPullRequest");
    w.onDispatch = flagAt(j, "onDispatch");
    w.concurrencyGroup = flagAt(j, "concurrencyGroup");
    w.seconds = integerAt(j, "seconds");
    w.requiredInputs = textsAt(j, "requiredInputs");
    w.state = textAt(j, "state", w.state);
    w.runName = textAt(j, "runName");
    w.paths = textsAt(j, "paths");
    return w;
}

QStringList words(const QList<MergeMethod>& methods)
{
    QStringList list;
    for (const MergeMethod method : methods)
        list.append(word(method));
    return list;
}

} // namespace

Json save(const Repository& r)
{
    Json workflows = Json::array();
    for (const Workflow& workflow : r.workflows)
        workflows.push_back(save(workflow));
    return Json::object({{"id", r.id}, {"nodeId", toJson(r.nodeId)}, {"name", toJson(r.name)},
        {"description", toJson(r.description)}, {"defaultBranch", toJson(r.defaultBranch)},
        {"templateName", toJson(r.templateName)}, {"isTemplate", r.isTemplate}, {"isPrivate", r.isPrivate},
        {"isArchived", r.isArchived}, {"isEmpty", r.isEmpty}, {"autoMergeAllowed", r.autoMergeAllowed},
        {"mergeCommitAllowed", r.mergeCommitAllowed}, {"squashMergeAllowed", r.squashMergeAllowed},
        {"rebaseMergeAllowed", r.rebaseMergeAllowed}, {"deleteBranchOnMerge", r.deleteBranchOnMerge},
        {"requiredChecks", toJson(r.requiredChecks)}, {"requiredApprovals", r.requiredApprovals},
        {"workflows", std::move(workflows)}, {"createdAt", r.createdAt.ms}, {"updatedAt", r.updatedAt.ms},
        {"pushedAt", r.pushedAt.ms}, {"lastNumber", r.lastNumber}, {"lastRunNumber", r.lastRunNumber},
        {"isLocked", r.isLocked}, {"strictChecks", r.strictChecks}, {"dismissesStaleReviews", r.dismissesStaleReviews},
        {"linearHistory", r.linearHistory}, {"signedCommits", r.signedCommits},
        {"ruleMethods", toJson(words(r.ruleMethods))}, {"codeOwners", toJson(r.codeOwners)},
        {"branchRules", toJson(r.branchRules)}, {"mergeQueue", r.mergeQueue ? toJson(word(*r.mergeQueue)) : Json()},
        {"autoMergeSleeps", r.autoMergeSleeps}});
}

Repository loadRepository(const Json& j)
{
    Repository r;
    r.id = integerAt(j, "id");
    r.nodeId = textAt(j, "nodeId");
    r.name = textAt(j, "name");
    r.description = textAt(j, "description");
    r.defaultBranch = textAt(j, "defaultBranch");
    r.templateName = textAt(j, "templateName");
    r.isTemplate = flagAt(j, "isTemplate");
    r.isPrivate = flagAt(j, "isPrivate");
    r.isArchived = flagAt(j, "isArchived");
    r.isEmpty = flagAt(j, "isEmpty");
    r.autoMergeAllowed = flagAt(j, "autoMergeAllowed");
    r.mergeCommitAllowed = flagAt(j, "mergeCommitAllowed");
    r.squashMergeAllowed = flagAt(j, "squashMergeAllowed");
    r.rebaseMergeAllowed = flagAt(j, "rebaseMergeAllowed");
    r.deleteBranchOnMerge = flagAt(j, "deleteBranchOnMerge");
    r.requiredChecks = textsAt(j, "requiredChecks");
    r.requiredApprovals = int(integerAt(j, "requiredApprovals"));
    for (const Json& workflow : memberAt(j, "workflows"))
        r.workflows.append(loadWorkflow(workflow));
    r.createdAt = timeAt(j, "createdAt");
    r.updatedAt = timeAt(j, "updatedAt");
    r.pushedAt = timeAt(j, "pushedAt");
    r.lastNumber = integerAt(j, "lastNumber");
    r.lastRunNumber = integerAt(j, "lastRunNumber");
    r.isLocked = flagAt(j, "isLocked");
    r.strictChecks = flagAt(j, "strictChecks");
    r.dismissesStaleReviews = flagAt(j, "dismissesStaleReviews");
    r.linearHistory = flagAt(j, "linearHistory");
    r.signedCommits = flagAt(j, "signedCommits");
    for (const QString& method : textsAt(j, "ruleMethods"))
        r.ruleMethods.append(mergeMethodFromWord(method).value_or(MergeMethod::Merge));
    r.codeOwners = textsAt(j, "codeOwners");
    r.branchRules = textsAt(j, "branchRules");
    r.mergeQueue = mergeMethodFromWord(textAt(j, "mergeQueue"));
    r.autoMergeSleeps = flagAt(j, "autoMergeSleeps");
    return r;
}

Json save(const PullRequest& p)
{
    Json reviews = Json::array();
    for (const Review& review : p.reviews)
        reviews.push_back(
            Json::object({{"id", review.id}, {"nodeId", toJson(review.nodeId)}, {"author", toJson(review.author)},
                {"state", toJson(review.state)}, {"commit", toJson(review.commit)}, {"at", review.at.ms}}));
    Json requests = Json::array();
    for (const ReviewRequest& request : p.reviewRequests)
        requests.push_back(
            Json::object({{"reviewer", toJson(request.reviewer)}, {"asCodeOwner", request.asCodeOwner}}));
    Json queue = nullptr;
    if (p.queue)
        queue = Json::object({{"enqueuedAt", p.queue->enqueuedAt.ms}, {"enqueuer", toJson(p.queue->enqueuer)}});
    Json comments = Json::array();
    for (const Comment& comment : p.comments)
        comments.push_back(Json::object({{"id", comment.id}, {"nodeId", toJson(comment.nodeId)},
            {"author", toJson(comment.author)}, {"body", toJson(comment.body)}, {"at", comment.at.ms}}));
    Json events = Json::array();
    for (const PullEvent& event : p.events)
        events.push_back(Json::object({{"type", toJson(event.type)}, {"actor", toJson(event.actor)},
            {"reason", toJson(event.reason)}, {"at", event.at.ms}}));
    Json autoMerge = nullptr;
    if (p.autoMerge)
        autoMerge = Json::object({{"method", toJson(word(p.autoMerge->method))},
            {"headline", toJson(p.autoMerge->headline)}, {"body", toJson(p.autoMerge->body)},
            {"enabledBy", toJson(p.autoMerge->enabledBy)}, {"enabledAt", p.autoMerge->enabledAt.ms}});
    return Json::object({{"repository", toJson(p.repository)}, {"number", p.number}, {"id", p.id},
        {"nodeId", toJson(p.nodeId)}, {"title", toJson(p.title)}, {"body", toJson(p.body)},
        {"author", toJson(p.author)}, {"headName", toJson(p.headName)}, {"headOid", toJson(p.headOid)},
        {"baseName", toJson(p.baseName)}, {"baseOid", toJson(p.baseOid)}, {"state", toJson(word(p.state))},
        {"isDraft", p.isDraft}, {"reopenable", p.reopenable}, {"autoMerge", std::move(autoMerge)},
        {"mergeCommitOid", toJson(p.mergeCommitOid)}, {"mergedBy", toJson(p.mergedBy)}, {"reviews", std::move(reviews)},
        {"reviewRequests", std::move(requests)}, {"queue", std::move(queue)}, {"comments", std::move(comments)},
        {"events", std::move(events)}, {"files", toJson(p.files)}, {"createdAt", p.createdAt.ms},
        {"updatedAt", p.updatedAt.ms}, {"headMovedAt", p.headMovedAt.ms}, {"closedAt", moment(p.closedAt)},
        {"mergedAt", moment(p.mergedAt)}});
}

PullRequest loadPullRequest(const Json& j)
{
    PullRequest p;
    p.repository = textAt(j, "repository");
    p.number = integerAt(j, "number");
    p.id = integerAt(j, "id");
    p.nodeId = textAt(j, "nodeId");
    p.title = textAt(j, "title");
    p.body = textAt(j, "body");
    p.author = textAt(j, "author");
    p.headName = textAt(j, "headName");
    p.headOid = textAt(j, "headOid");
    p.baseName = textAt(j, "baseName");
    p.baseOid = textAt(j, "baseOid");
    const QString state = textAt(j, "state");
    p.state = state == u"MERGED" ? PullState::Merged : state == u"CLOSED" ? PullState::Closed : PullState::Open;
    p.isDraft = flagAt(j, "isDraft");
    p.reopenable = flagAt(j, "reopenable");
    if (const Json& a = memberAt(j, "autoMerge"); a.is_object())
        p.autoMerge = AutoMerge{mergeMethodFromWord(textAt(a, "method")).value_or(MergeMethod::Merge),
            textAt(a, "headline"), textAt(a, "body"), textAt(a, "enabledBy"), timeAt(a, "enabledAt")};
    if (const Json& q = memberAt(j, "queue"); q.is_object())
        p.queue = QueueEntry{timeAt(q, "enqueuedAt"), textAt(q, "enqueuer")};
    for (const Json& r : memberAt(j, "reviewRequests"))
        p.reviewRequests.append({textAt(r, "reviewer"), flagAt(r, "asCodeOwner")});
    p.mergeCommitOid = textAt(j, "mergeCommitOid");
    p.mergedBy = textAt(j, "mergedBy");
    for (const Json& r : memberAt(j, "reviews"))
        p.reviews.append({integerAt(r, "id"), textAt(r, "nodeId"), textAt(r, "author"), textAt(r, "state"),
            textAt(r, "commit"), timeAt(r, "at")});
    for (const Json& c : memberAt(j, "comments"))
        p.comments.append(
            {integerAt(c, "id"), textAt(c, "nodeId"), textAt(c, "author"), textAt(c, "body"), timeAt(c, "at")});
    for (const Json& e : memberAt(j, "events"))
        p.events.append({textAt(e, "type"), textAt(e, "actor"), textAt(e, "reason"), timeAt(e, "at")});
    p.files = textsAt(j, "files");
    p.createdAt = timeAt(j, "createdAt");
    p.updatedAt = timeAt(j, "updatedAt");
    p.headMovedAt = timeAt(j, "headMovedAt");
    p.closedAt = momentAt(j, "closedAt");
    p.mergedAt = momentAt(j, "mergedAt");
    return p;
}

Json save(const WorkflowRun& r)
{
    return Json::object({{"repository", toJson(r.repository)}, {"id", r.id}, {"nodeId", toJson(r.nodeId)},
        {"suiteId", r.suiteId}, {"suiteNodeId", toJson(r.suiteNodeId)}, {"checkRunId", r.checkRunId},
        {"checkRunNodeId", toJson(r.checkRunNodeId)}, {"workflowId", r.workflowId}, {"path", toJson(r.path)},
        {"name", toJson(r.name)}, {"job", toJson(r.job)}, {"title", toJson(r.title)}, {"event", toJson(r.event)},
        {"branch", toJson(r.branch)}, {"headSha", toJson(r.headSha)}, {"status", toJson(r.status)},
        {"conclusion", toJson(r.conclusion)}, {"actor", toJson(r.actor)}, {"number", r.number}, {"attempt", r.attempt},
        {"pull", r.pull}, {"inputs", r.inputs}, {"plannedConclusion", toJson(r.plannedConclusion)}, {"held", r.held},
        {"overdue", r.overdue}, {"environment", toJson(r.environment)}, {"reviewers", toJson(r.reviewers)},
        {"hiddenUntil", r.hiddenUntil.ms}, {"firstBuild", r.firstBuild}, {"createdAt", r.createdAt.ms},
        {"startedAt", r.startedAt.ms}, {"updatedAt", r.updatedAt.ms}, {"completedAt", moment(r.completedAt)}});
}

WorkflowRun loadRun(const Json& j)
{
    WorkflowRun r;
    r.repository = textAt(j, "repository");
    r.id = integerAt(j, "id");
    r.nodeId = textAt(j, "nodeId");
    r.suiteId = integerAt(j, "suiteId");
    r.suiteNodeId = textAt(j, "suiteNodeId");
    r.checkRunId = integerAt(j, "checkRunId");
    r.checkRunNodeId = textAt(j, "checkRunNodeId");
    r.workflowId = integerAt(j, "workflowId");
    r.path = textAt(j, "path");
    r.name = textAt(j, "name");
    r.job = textAt(j, "job");
    r.title = textAt(j, "title");
    r.event = textAt(j, "event");
    r.branch = textAt(j, "branch");
    r.headSha = textAt(j, "headSha");
    r.status = textAt(j, "status");
    r.conclusion = textAt(j, "conclusion");
    r.actor = textAt(j, "actor");
    r.number = integerAt(j, "number");
    r.attempt = integerAt(j, "attempt");
    r.pull = integerAt(j, "pull");
    r.inputs = memberAt(j, "inputs");
    r.plannedConclusion = textAt(j, "plannedConclusion");
    r.held = flagAt(j, "held");
    r.overdue = flagAt(j, "overdue");
    r.environment = textAt(j, "environment");
    r.reviewers = textsAt(j, "reviewers");
    r.hiddenUntil = timeAt(j, "hiddenUntil");
    r.firstBuild = flagAt(j, "firstBuild");
    r.createdAt = timeAt(j, "createdAt");
    r.startedAt = timeAt(j, "startedAt");
    r.updatedAt = timeAt(j, "updatedAt");
    r.completedAt = momentAt(j, "completedAt");
    return r;
}

} // namespace slipway::sandbox
