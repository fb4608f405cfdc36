// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/values_json.h"

#include "base/text.h"

#include <QCryptographicHash>

namespace slipway::github {

namespace {

//! GitHub's schema declares 32 bits, GitHub sends more; where a client on the way cut it, the URL still ends with it.
qint64 runIdFrom(const Json& run)
{
    if (const auto id = integerAt(run, "databaseId"); id > 0)
        return id;
    return textAt(run, "url").section(u'/', -1).toLongLong();
}

PullRequestState stateFrom(const Json& node)
{
    const auto state = textAt(node, "state");
    if (state == u"MERGED"_s || flagAt(node, "merged"))
        return PullRequestState::Merged;
    return state == u"CLOSED"_s ? PullRequestState::Closed : PullRequestState::Open;
}

const Json& firstNode(const Json& connection)
{
    static const Json null;
    const Json& nodes = memberAt(connection, "nodes");
    return nodes.is_array() && !nodes.empty() ? nodes.front() : null;
}

//! ".github/workflows/x.yml@main" where a run of a reusable workflow names its ref.
QString pathWithoutRef(const QString& path) { return path.section(u'@', 0, 0); }

} // namespace

std::optional<Timestamp> timeAt(const Json& object, const char* name)
{
    const auto text = textAt(object, name);
    return text.isEmpty() ? std::nullopt : Timestamp::fromIso(text);
}

std::optional<PullRequest> pullRequestFrom(const Json& node)
{
    PullRequest out{.nodeId = textAt(node, "id"),
        .number = integerAt(node, "number"),
        .url = textAt(node, "url"),
        .title = textAt(node, "title"),
        .state = stateFrom(node),
        .draft = flagAt(node, "isDraft"),
        .crossRepository = flagAt(node, "isCrossRepository"),
        .repository = textAt(memberAt(node, "repository"), "nameWithOwner"),
        .archived = flagAt(memberAt(node, "repository"), "isArchived"),
        .locked = flagAt(memberAt(node, "repository"), "isLocked"),
        .headName = textAt(node, "headRefName"),
        .headSha = textAt(node, "headRefOid"),
        .baseName = textAt(node, "baseRefName"),
        .mergedAt = timeAt(node, "mergedAt"),
        .mergeable = textAt(node, "mergeable"),
        .mergeState = textAt(node, "mergeStateStatus"),
        .reviewDecision = textAt(node, "reviewDecision"),
        .autoMergeArmed = memberAt(node, "autoMergeRequest").is_object(),
        .inMergeQueue = flagAt(node, "isInMergeQueue"),
        .mergeQueueEnabled = flagAt(node, "isMergeQueueEnabled"),
        .queuePosition = integerAt(memberAt(node, "mergeQueueEntry"), "position"),
        .queueState = textAt(memberAt(node, "mergeQueueEntry"), "state"),
        .mergedBy = textAt(memberAt(node, "mergedBy"), "login")};
    if (out.nodeId.isEmpty() || out.number <= 0 || !node.contains("state"))
        return std::nullopt;
    if (out.state == PullRequestState::Merged)
        out.mergedSha = textAt(memberAt(node, "mergeCommit"), "oid");
    const Json& head = memberAt(memberAt(node, "headRef"), "target");
    out.headline = textAt(head, "messageHeadline");
    out.checks = textAt(memberAt(head, "statusCheckRollup"), "state");
    const Json& event = firstNode(memberAt(node, "timelineItems"));
    const QString type = textAt(event, "__typename", u"AutoMergeDisabledEvent"_s);
    const QString actor = textAt(memberAt(event, "actor"), "login");
    const QString reason = textAt(event, "reason", textAt(event, "reasonCode"));
    if (type == u"AutoMergeDisabledEvent"_s && !out.autoMergeArmed) {
        out.autoMergeDisabledReason = reason;
        out.autoMergeDisabledBy = actor;
    } else if (type == u"RemovedFromMergeQueueEvent"_s && !out.inMergeQueue) {
        out.queueRemovalReason = reason.isEmpty() ? u"UNKNOWN_REMOVAL_REASON"_s : reason;
        out.queueRemovedBy = actor;
    } else if (type == u"ClosedEvent"_s) {
        out.closedBy = actor;
    }
    return out;
}

std::optional<RepositoryInfo> repositoryFrom(const Json& node)
{
    const Json& branch = memberAt(node, "defaultBranchRef");
    RepositoryInfo out{.nodeId = textAt(node, "id"),
        .fullName = textAt(node, "nameWithOwner"),
        .url = textAt(node, "url"),
        .archived = flagAt(node, "isArchived"),
        .locked = flagAt(node, "isLocked"),
        .empty = flagAt(node, "isEmpty"),
        .permission = textAt(node, "viewerPermission"),
        .autoMergeAllowed = flagAt(node, "autoMergeAllowed"),
        .rebaseAllowed = flagAt(node, "rebaseMergeAllowed"),
        .squashAllowed = flagAt(node, "squashMergeAllowed"),
        .mergeCommitAllowed = flagAt(node, "mergeCommitAllowed"),
        .hasMergeQueue = memberAt(node, "mergeQueue").is_object(),
        .defaultBranch = textAt(branch, "name"),
        .defaultBranchOid = textAt(memberAt(branch, "target"), "oid"),
        .templateRepository = textAt(memberAt(node, "templateRepository"), "nameWithOwner"),
        .createdAt = timeAt(node, "createdAt")};
    if (out.nodeId.isEmpty() || out.fullName.isEmpty())
        return std::nullopt;
    return out;
}

bool isWhole(const QByteArray& bytes, const FileVersion& file)
{
    if (bytes.size() != file.size)
        return false;
    if (file.oid.size() != 40)
        return true; // a repository of another object format
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData("blob " + QByteArray::number(bytes.size()) + '\0');
    hash.addData(bytes);
    return QString::fromLatin1(hash.result().toHex()) == file.oid;
}

std::optional<FileVersion> fileFrom(const Json& treeEntry)
{
    if (!treeEntry.is_object())
        return std::nullopt;
    const Json& blob = memberAt(treeEntry, "object");
    FileVersion out{.mode = int(integerAt(treeEntry, "mode", 0100644)),
        .size = integerAt(blob, "byteSize", integerAt(treeEntry, "size")),
        .oid = textAt(treeEntry, "oid"),
        .truncated = flagAt(blob, "isTruncated"),
        .type = textAt(treeEntry, "type", u"blob"_s)};
    const Json& text = memberAt(blob, "text");
    if (text.is_string() && !out.truncated && !flagAt(blob, "isBinary")) {
        auto bytes = QByteArray::fromStdString(text.get_ref<const std::string&>());
        // A byte order mark or another charset: what GitHub shows as text is not what the file holds.
        if (isWhole(bytes, out))
            out.bytes = std::move(bytes);
        else
            out.truncated = true;
    }
    return out;
}

std::optional<BranchState> branchFrom(const Json& ref)
{
    const Json& commit = memberAt(ref, "target");
    BranchState out{.refId = textAt(ref, "id"),
        .oid = textAt(commit, "oid"),
        .parentOid = textAt(firstNode(memberAt(commit, "parents")), "oid"),
        .message = textAt(commit, "message")};
    if (out.oid.isEmpty())
        return std::nullopt;
    return out;
}

QList<WorkflowRun> runsFromSuites(const Json& suites, const QString& sha)
{
    QList<WorkflowRun> runs;
    const Json& nodes = memberAt(suites, "nodes");
    if (!nodes.is_array())
        return runs;
    for (const auto& suite : nodes) {
        const Json& run = memberAt(suite, "workflowRun");
        // By slug in code, because Actions' app id is another on GitHub Enterprise Server.
        if (!run.is_object() || textAt(memberAt(suite, "app"), "slug") != u"github-actions"_s)
            continue;
        runs.append(WorkflowRun{.id = runIdFrom(run),
            .nodeId = textAt(suite, "id"),
            .name = textAt(memberAt(run, "workflow"), "name"),
            .path = pathWithoutRef(textAt(memberAt(run, "file"), "path")),
            .url = textAt(run, "url"),
            .event = textAt(run, "event"),
            .branch = textAt(memberAt(suite, "branch"), "name"),
            .headSha = sha,
            .status = textAt(suite, "status"),
            .conclusion = textAt(suite, "conclusion"),
            .createdAt = timeAt(run, "createdAt"),
            .updatedAt = timeAt(run, "updatedAt")});
    }
    return runs;
}

std::optional<WorkflowRun> runFromRest(const Json& run)
{
    WorkflowRun out{.id = integerAt(run, "id"),
        .nodeId = textAt(run, "check_suite_node_id"),
        .name = textAt(run, "name"),
        .path = pathWithoutRef(textAt(run, "path")),
        .url = textAt(run, "html_url"),
        .event = textAt(run, "event"),
        .branch = textAt(run, "head_branch"),
        .headSha = textAt(run, "head_sha"),
        .status = textAt(run, "status").toUpper(),
        .conclusion = textAt(run, "conclusion").toUpper(),
        .attempt = int(integerAt(run, "run_attempt")),
        .displayTitle = textAt(run, "display_title"),
        .actor = textAt(memberAt(run, "actor"), "login"),
        .createdAt = timeAt(run, "created_at"),
        .updatedAt = timeAt(run, "updated_at")};
    if (out.id <= 0 || out.status.isEmpty())
        return std::nullopt;
    return out;
}

} // namespace slipway::github
