// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/rest/shapes.h"

#include "base/text.h"
#include "sandbox/rest/shape_parts.h"

namespace slipway::sandbox {

namespace {

void addPullUrls(Json& json, const World& world, const PullRequest& p)
{
    const QString api = apiUrl(world, *world.repository(p.repository));
    const QString pull = api + u"/pulls/"_s + QString::number(p.number);
    const QString issue = api + u"/issues/"_s + QString::number(p.number);
    addUrls(json, world.url(p), {{"diff_url", ".diff"}, {"patch_url", ".patch"}});
    addUrls(json, pull, {{"commits_url", "/commits"}, {"review_comments_url", "/comments"}});
    addUrls(json, issue, {{"issue_url", ""}, {"comments_url", "/comments"}});
    json["review_comment_url"] = toJson(api + u"/pulls/comments{/number}"_s);
    json["statuses_url"] = toJson(api + u"/statuses/"_s + p.headOid);
    const auto link = [&json](const char* name) { return Json::object({{"href", json[name]}}); };
    json["_links"] = Json::object({{"self", link("url")}, {"html", link("html_url")}, {"issue", link("issue_url")},
        {"comments", link("comments_url")}, {"review_comments", link("review_comments_url")},
        {"review_comment", link("review_comment_url")}, {"commits", link("commits_url")},
        {"statuses", link("statuses_url")}});
}

} // namespace

Json restPullRequest(const World& world, const PullRequest& p, bool full, const QString& version)
{
    const Repository& repository = *world.repository(p.repository);
    const QString url = apiUrl(world, repository) + u"/pulls/"_s + QString::number(p.number);
    const auto side = [&](const QString& name, const QString& oid) {
        return Json::object({{"label", toJson(world.organisation() + u':' + name)}, {"ref", toJson(name)},
            {"sha", toJson(oid)}, {"user", restUser(world, world.organisation())},
            {"repo", restRepository(world, repository, RepositoryShape::Nested)}});
    };
    Json autoMerge = nullptr;
    if (p.autoMerge)
        autoMerge = Json::object({{"enabled_by", restUser(world, p.autoMerge->enabledBy)},
            {"merge_method", toJson(word(p.autoMerge->method).toLower())},
            {"commit_title", toJson(p.autoMerge->headline)}, {"commit_message", toJson(p.autoMerge->body)}});
    Json json = Json::object({{"url", toJson(url)}, {"id", p.id}, {"node_id", toJson(p.nodeId)},
        {"html_url", toJson(world.url(p))}, {"number", p.number},
        {"state", p.state == PullState::Open ? "open" : "closed"}, {"locked", false}, {"title", toJson(p.title)},
        {"user", restUser(world, p.author)}, {"body", restOrNull(p.body)}, {"created_at", restTime(p.createdAt)},
        {"updated_at", restTime(p.updatedAt)}, {"closed_at", restTime(p.closedAt)}, {"merged_at", restTime(p.mergedAt)},
        {"assignee", nullptr}, {"assignees", Json::array()}, {"requested_reviewers", Json::array()},
        {"requested_teams", Json::array()}, {"labels", Json::array()}, {"milestone", nullptr}, {"draft", p.isDraft},
        {"head", side(p.headName, p.headOid)}, {"base", side(p.baseName, p.baseOid)}, {"author_association", "MEMBER"},
        {"auto_merge", std::move(autoMerge)}, {"active_lock_reason", nullptr}});
    addPullUrls(json, world, p);
    if (version != u"2026-03-10")
        json["merge_commit_sha"] = restOrNull(p.mergeCommitOid);
    if (!full)
        return json;
    const Mergeability state = world.mergeability(p);
    const GitRepository& git = world.git(repository);
    const auto files = git.diff(git.compare(p.baseOid, p.headOid).mergeBase, p.headOid);
    int additions = 0;
    int deletions = 0;
    for (const ChangedFile& file : files) {
        additions += file.additions;
        deletions += file.deletions;
    }
    const bool isKnown = state.mergeable != Mergeable::Unknown;
    json["merged"] = p.state == PullState::Merged;
    json["mergeable"] = isKnown ? Json(state.mergeable == Mergeable::Mergeable) : Json(nullptr);
    json["rebaseable"] = json["mergeable"];
    json["mergeable_state"] = toJson(word(state.status).toLower());
    json["merged_by"] = p.mergedBy.isEmpty() ? Json(nullptr) : restUser(world, p.mergedBy);
    json["comments"] = p.comments.size();
    json["review_comments"] = 0;
    json["maintainer_can_modify"] = false;
    json["commits"] = world.commits(p).size();
    json["additions"] = additions;
    json["deletions"] = deletions;
    json["changed_files"] = files.size();
    return json;
}

} // namespace slipway::sandbox
