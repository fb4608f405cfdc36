// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/fragments.h"

namespace slipway::github::fragments {

const Fragment repository{"RepositoryFields",
    "fragment RepositoryFields on Repository{id nameWithOwner url isArchived isLocked isEmpty viewerPermission"
    " autoMergeAllowed rebaseMergeAllowed squashMergeAllowed mergeCommitAllowed templateRepository{nameWithOwner}"
    " createdAt defaultBranchRef{name target{oid}}}",
    {}};

const Fragment file{"FileFields",
    "fragment FileFields on TreeEntry{mode type size oid object{... on Blob{byteSize isBinary isTruncated text}}}", {}};

const Fragment branch{"BranchFields",
    "fragment BranchFields on Ref{id target{oid ... on Commit{message parents(first:1){nodes{oid}}}}}", {}};

// mergeCommit is the commit on the base, null until merged; potentialMergeCommit would be the test merge.
const Fragment calmPullRequest{"CalmPullRequestFields",
    "fragment CalmPullRequestFields on PullRequest{id number url title state merged mergedAt isDraft isCrossRepository"
    " repository{nameWithOwner isArchived isLocked} headRefName headRefOid baseRefName mergeCommit{oid} mergeable "
    "mergeStateStatus"
    " reviewDecision autoMergeRequest{enabledAt} isInMergeQueue isMergeQueueEnabled mergedBy{login}"
    " mergeQueueEntry{position state} "
    // Not by commits(last:1): a connection costs points for each of hundreds.
    "headRef{target{... on Commit{messageHeadline statusCheckRollup{state}}}}}",
    {}};

const Fragment pullRequest{"PullRequestFields",
    "fragment PullRequestFields on PullRequest{...CalmPullRequestFields"
    // Only the last of them: what has happened since it was disarmed, removed or closed has overtaken that.
    " timelineItems(last:1,itemTypes:[AUTO_MERGE_DISABLED_EVENT,AUTO_MERGE_ENABLED_EVENT,ADDED_TO_MERGE_QUEUE_EVENT,"
    "REMOVED_FROM_MERGE_QUEUE_EVENT,CLOSED_EVENT,REOPENED_EVENT]){nodes{__typename"
    " ... on AutoMergeDisabledEvent{actor{login} reason reasonCode}"
    " ... on RemovedFromMergeQueueEvent{actor{login} reason} ... on ClosedEvent{actor{login}}}}}",
    {&calmPullRequest}};

const Fragment checkSuite{"CheckSuiteFields",
    "fragment CheckSuiteFields on CheckSuite{id status conclusion app{slug} branch{name}"
    " workflowRun{databaseId url event createdAt updatedAt workflow{name} file{path}}}",
    {}};

} // namespace slipway::github::fragments
