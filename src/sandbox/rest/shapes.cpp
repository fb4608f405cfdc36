// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/rest/shapes.h"

#include "base/text.h"
#include "sandbox/rest/shape_parts.h"

namespace slipway::sandbox {

QString apiUrl(const World& world, const Repository& repository)
{
    return world.apiUrl() + u"/repos/"_s + world.organisation() + u'/' + repository.name;
}

Json restUser(const World& world, const QString& login)
{
    const User* user = world.user(login);
    const bool isOrganisation = login == world.organisation();
    const qint64 id = user ? user->id : 0;
    const QString url = world.apiUrl() + u"/users/"_s + login;
    Json json = Json::object({{"login", toJson(login)}, {"id", id}, {"node_id", user ? toJson(user->nodeId) : Json("")},
        {"avatar_url", toJson(world.baseUrl() + u"/avatars/u/"_s + QString::number(id))}, {"gravatar_id", ""},
        {"url", toJson(url)}, {"html_url", toJson(world.baseUrl() + u'/' + login)}});
    addUrls(json, url,
        {{"followers_url", "/followers"}, {"following_url", "/following{/other_user}"},
            {"gists_url", "/gists{/gist_id}"}, {"starred_url", "/starred{/owner}{/repo}"},
            {"subscriptions_url", "/subscriptions"}, {"organizations_url", "/orgs"}, {"repos_url", "/repos"},
            {"events_url", "/events{/privacy}"}, {"received_events_url", "/received_events"}});
    json["type"] = isOrganisation ? "Organization" : "User";
    json["user_view_type"] = "public";
    json["site_admin"] = false;
    return json;
}

Json restTeam(const World& world, const Team& team)
{
    const QString url =
        u"%1/organizations/%2/team/%3"_s.arg(world.apiUrl()).arg(world.organisationUser().id).arg(team.id);
    Json json = Json::object({{"id", team.id}, {"node_id", toJson(team.nodeId)}, {"name", toJson(team.name)},
        {"slug", toJson(team.slug)}, {"description", toJson(team.description)}, {"privacy", "closed"},
        {"notification_setting", "notifications_enabled"}, {"permission", "pull"}, {"url", toJson(url)},
        {"html_url", toJson(u"%1/orgs/%2/teams/%3"_s.arg(world.baseUrl(), world.organisation(), team.slug))}});
    addUrls(json, url, {{"members_url", "/members{/member}"}, {"repositories_url", "/repos"}});
    json["type"] = "organization";
    json["organization_id"] = world.organisationUser().id;
    json["parent"] = nullptr;
    return json;
}

namespace {

//! The ways to everything of a repository, as every answer that shows one tells them.
void addRepositoryUrls(Json& json, const World& world, const Repository& r)
{
    addUrls(json, apiUrl(world, r),
        {{"url", ""}, {"archive_url", "/{archive_format}{/ref}"}, {"assignees_url", "/assignees{/user}"},
            {"blobs_url", "/git/blobs{/sha}"}, {"branches_url", "/branches{/branch}"},
            {"collaborators_url", "/collaborators{/collaborator}"}, {"comments_url", "/comments{/number}"},
            {"commits_url", "/commits{/sha}"}, {"compare_url", "/compare/{base}...{head}"},
            {"contents_url", "/contents/{+path}"}, {"contributors_url", "/contributors"},
            {"deployments_url", "/deployments"}, {"downloads_url", "/downloads"}, {"events_url", "/events"},
            {"forks_url", "/forks"}, {"git_commits_url", "/git/commits{/sha}"}, {"git_refs_url", "/git/refs{/sha}"},
            {"git_tags_url", "/git/tags{/sha}"}, {"hooks_url", "/hooks"},
            {"issue_comment_url", "/issues/comments{/number}"}, {"issue_events_url", "/issues/events{/number}"},
            {"issues_url", "/issues{/number}"}, {"keys_url", "/keys{/key_id}"}, {"labels_url", "/labels{/name}"},
            {"languages_url", "/languages"}, {"merges_url", "/merges"}, {"milestones_url", "/milestones{/number}"},
            {"notifications_url", "/notifications{?since,all,participating}"}, {"pulls_url", "/pulls{/number}"},
            {"releases_url", "/releases{/id}"}, {"stargazers_url", "/stargazers"}, {"statuses_url", "/statuses/{sha}"},
            {"subscribers_url", "/subscribers"}, {"subscription_url", "/subscription"}, {"tags_url", "/tags"},
            {"teams_url", "/teams"}, {"trees_url", "/git/trees{/sha}"}});
}

//! What is told of nobody's stars, forks and issues.
void addCounts(Json& json, const World& world, const Repository& r)
{
    qint64 open = 0;
    for (const PullRequest* pull : world.pullRequests(r.name))
        open += pull->state == PullState::Open;
    for (const char* none : {"forks", "forks_count", "stargazers_count", "watchers", "watchers_count"})
        json[none] = 0;
    json["open_issues"] = open;
    json["open_issues_count"] = open;
}

} // namespace

Json restRepository(const World& world, const Repository& r, RepositoryShape shape)
{
    Json json = Json::object({{"id", r.id}, {"node_id", toJson(r.nodeId)}, {"name", toJson(r.name)},
        {"full_name", toJson(world.organisation() + u'/' + r.name)}, {"private", r.isPrivate},
        {"owner", restUser(world, world.organisation())}, {"html_url", toJson(world.url(r))},
        {"description", restOrNull(r.description)}, {"fork", false}});
    addRepositoryUrls(json, world, r);
    if (shape == RepositoryShape::Minimal)
        return json;
    addUrls(json, world.url(r), {{"clone_url", ".git"}, {"svn_url", ""}});
    json["git_url"] = toJson(world.url(r).replace(u"http:"_s, u"git:"_s) + u".git"_s);
    json["ssh_url"] = toJson(u"git@127.0.0.1:%1/%2.git"_s.arg(world.organisation(), r.name));
    for (const char* unknown : {"mirror_url", "homepage", "language", "license"})
        json[unknown] = nullptr;
    addCounts(json, world, r);
    json.update(Json::object({{"created_at", restTime(r.createdAt)}, {"updated_at", restTime(r.updatedAt)},
        {"pushed_at", restTime(r.isEmpty ? r.createdAt : r.pushedAt)}, {"size", r.isEmpty ? 0 : 100},
        {"archived", r.isArchived}, {"disabled", false}, {"is_template", r.isTemplate}, {"topics", Json::array()},
        {"visibility", r.isPrivate ? "internal" : "public"}, {"default_branch", toJson(r.defaultBranch)},
        {"has_issues", true}, {"has_projects", true}, {"has_wiki", false}, {"has_pages", false},
        {"has_downloads", true}, {"has_discussions", false}, {"allow_forking", true},
        {"web_commit_signoff_required", false},
        {"permissions",
            Json::object({{"admin", false}, {"maintain", false}, {"push", true}, {"triage", true}, {"pull", true}})}}));
    if (shape == RepositoryShape::Listed)
        return json;
    json["allow_auto_merge"] = r.autoMergeAllowed;
    json["allow_merge_commit"] = r.mergeCommitAllowed;
    json["allow_squash_merge"] = r.squashMergeAllowed;
    json["allow_rebase_merge"] = r.rebaseMergeAllowed;
    json["allow_update_branch"] = false;
    json["delete_branch_on_merge"] = r.deleteBranchOnMerge;
    if (shape == RepositoryShape::Nested)
        return json;
    json["network_count"] = 0;
    json["subscribers_count"] = 0;
    json["organization"] = restUser(world, world.organisation());
    if (const Repository* source = r.templateName.isEmpty() ? nullptr : world.repository(r.templateName))
        json["template_repository"] = restRepository(world, *source, RepositoryShape::Nested);
    return json;
}

} // namespace slipway::sandbox
