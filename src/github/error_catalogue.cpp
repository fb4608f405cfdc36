// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/error_catalogue.h"

#include "base/error_codes.h"
#include "base/text.h"

namespace slipway::github {

namespace {

struct Entry {
    const char* part; //!< lower case
    const QString& code;
    const char* argument = nullptr; //!< name of one argument of the error …
    const char* value = nullptr; //!< … and its value; "true" is the flag
};

//! In order: where several parts stand in one text the first row wins, so the more telling one comes first.
const std::vector<Entry>& entries()
{
    static const std::vector<Entry> list{
        {"secondary rate limit", errc::githubRateLimited},
        {"api rate limit", errc::githubRateLimited},
        {"abuse detection", errc::githubRateLimited},
        {"bad credentials", errc::githubBadCredentials},
        {"requires authentication", errc::githubBadCredentials},
        {"saml enforcement", errc::githubSso},
        {"saml sso", errc::githubSso},
        // Permission
        {"ip allow list", errc::githubForbidden, "reason", "ipAllowList"},
        {"resource not accessible by", errc::githubForbidden},
        {"not been granted the required scopes", errc::githubForbidden},
        {"refusing to allow", errc::githubForbidden, "reason", "workflows"},
        {"user is not allowed to push", errc::githubForbidden},
        {"not authorized", errc::githubForbidden},
        {"must have push access", errc::githubForbidden},
        {"must have admin rights", errc::githubForbidden},
        {"not all refs are readable", errc::githubForbidden},
        {"does not have the correct permissions", errc::githubForbidden},
        {"archived so is read-only", errc::githubArchived},
        {"repository is archived", errc::githubArchived},
        {"locked for migration", errc::githubArchived, "reason", "locked"},
        {"repository is locked", errc::githubArchived, "reason", "locked"},
        // Branches and commits
        {"expected branch to point to", errc::githubStaleData},
        {"but expected", errc::githubStaleData},
        {"is not a fast forward", errc::githubStaleData},
        {"reference already exists", errc::githubAlreadyExists, "what", "branch"},
        {"a ref named", errc::githubAlreadyExists, "what", "branch"},
        {"a pull request already exists", errc::githubAlreadyExists, "what", "pull request"},
        {"ref cannot be created", errc::githubBranchClash},
        {"reference update failed", errc::githubBranchClash},
        // Merging
        {"in clean status", errc::githubAutoMergeClean, "status", "clean"},
        {"in has_hooks status", errc::githubAutoMergeClean, "status", "clean"},
        {"in unstable status", errc::githubAutoMergeClean, "status", "unstable"},
        {"in dirty status", errc::githubConflict},
        {"in draft status", errc::githubNotMergeable, "reason", "draft"},
        {"in unknown status", errc::githubNotMergeable, "transient", "true"},
        {"merge conflict", errc::githubConflict},
        {"auto merge is not allowed", errc::githubAutoMergeOff, "reason", "setting"},
        {"auto-merge is not allowed", errc::githubAutoMergeOff, "reason", "setting"},
        {"protected branch rules not configured", errc::githubAutoMergeOff, "reason", "noRules"},
        {"merge method", errc::githubMergeMethod},
        {"merging is not allowed on this repository", errc::githubMergeMethod},
        {"merges are not allowed", errc::githubMergeMethod},
        {"merge commits are not allowed", errc::githubMergeMethod},
        {"must not contain merge commits", errc::githubMergeMethod},
        {"cannot be automatically signed", errc::githubMergeMethod},
        {"head branch was modified", errc::githubHeadMoved},
        {"expected head sha", errc::githubHeadMoved},
        {"expected_head_sha", errc::githubHeadMoved},
        {"head sha didn", errc::githubHeadMoved},
        {"base branch was modified", errc::githubNotMergeable, "transient", "true"},
        {"merge already in progress", errc::githubNotMergeable, "transient", "true"},
        {"pull request is closed", errc::githubPullRequestClosed},
        {"already merged", errc::githubPullRequestClosed},
        {"already closed", errc::githubPullRequestClosed},
        {"pull request is still a draft", errc::githubNotMergeable, "reason", "draft"},
        {"approving review", errc::githubNotMergeable, "reason", "review"},
        {"code owner review", errc::githubNotMergeable, "reason", "review"},
        {"changes were requested", errc::githubNotMergeable, "reason", "review"},
        {"required status check", errc::githubNotMergeable, "reason", "checks"},
        {"through the merge queue", errc::githubNotMergeable, "reason", "mergeQueue"},
        {"in the merge queue", errc::githubNotMergeable, "reason", "mergeQueue"},
        {"already in the queue", errc::githubAlreadyExists, "what", "queue entry"},
        {"not mergeable", errc::githubNotMergeable},
        {"correct state to enable auto-merge", errc::githubNotMergeable},
        {"can't enable auto-merge", errc::githubNotMergeable},
        {"repository rule violations", errc::githubRuleViolation},
        {"protected branch", errc::githubRuleViolation},
        {"reverted automatically", errc::githubCannotRevert},
        // Just made and not seen yet
        {"no commits between", errc::githubNotVisible},
        {"head sha can't be blank", errc::githubNotVisible},
        {"head ref must be a branch", errc::githubNotVisible},
        {"could not resolve to a node with the global id", errc::githubNotVisible},
        // Workflows
        {"disabled workflow", errc::githubDispatchRefused, "reason", "disabled"},
        {"workflow_dispatch", errc::githubDispatchRefused, "reason", "noTrigger"},
        {"unexpected inputs", errc::githubDispatchRefused, "reason", "unexpectedInputs"},
        {"no ref found for", errc::githubDispatchRefused, "reason", "noBranch"},
        {"in the list of allowed values", errc::githubDispatchRefused, "reason", "badValue"},
        {"required input", errc::githubDispatchRefused, "reason", "missingInput"},
        {"could not resolve to", errc::githubNotFound},
    };
    return list;
}

} // namespace

std::optional<Meaning> meaningOfText(const QString& text)
{
    const auto low = text.toLower().toUtf8();
    for (const auto& entry : entries()) {
        if (!low.contains(entry.part))
            continue;
        Meaning meaning{entry.code};
        if (entry.argument && qstrcmp(entry.value, "true") == 0)
            meaning.args[entry.argument] = true;
        else if (entry.argument)
            meaning.args[entry.argument] = entry.value;
        return meaning;
    }
    return std::nullopt;
}

std::optional<Meaning> meaningOfType(const QString& type)
{
    static const QHash<QString, QString> codes{
        {u"NOT_FOUND"_s, errc::githubNotFound},
        {u"FORBIDDEN"_s, errc::githubForbidden},
        {u"INSUFFICIENT_SCOPES"_s, errc::githubForbidden},
        {u"STALE_DATA"_s, errc::githubStaleData},
        {u"RATE_LIMITED"_s, errc::githubRateLimited},
        {u"RATE_LIMIT"_s, errc::githubRateLimited},
        {u"graphql_rate_limit"_s, errc::githubRateLimited},
        {u"RESOURCE_LIMITS_EXCEEDED"_s, errc::serverError},
        {u"SERVICE_UNAVAILABLE"_s, errc::serverError},
        {u"INTERNAL"_s, errc::serverError},
    };
    const auto found = codes.constFind(type);
    return found == codes.constEnd() ? std::nullopt : std::optional(Meaning{*found});
}

Meaning meaningOf(const QString& text, const QString& type)
{
    if (isServerFailure(text, type))
        return Meaning{errc::serverError};
    if (auto meaning = meaningOfText(text))
        return *meaning;
    if (auto meaning = meaningOfType(type))
        return *meaning;
    return Meaning{errc::githubRefused};
}

bool isServerFailure(const QString& text, const QString& type)
{
    return type == u"SERVICE_UNAVAILABLE"_s || type == u"INTERNAL"_s
        || text.contains(u"something went wrong while executing"_s, Qt::CaseInsensitive)
        || text.contains(u"respond to your request in time"_s, Qt::CaseInsensitive)
        || text.contains(u"your request timed out"_s, Qt::CaseInsensitive);
}

} // namespace slipway::github
