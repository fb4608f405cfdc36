// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/rest/rest_api.h"
#include "sandbox/rest/rest_errors.h"
#include "sandbox/rest/shape_parts.h"
#include "sandbox/rest/shapes.h"

namespace slipway::sandbox {

HttpAnswer RestApi::root(const RestCall&)
{
    Json json = Json::object();
    addUrls(json, m_world.apiUrl(),
        {{"current_user_url", "/user"},
            {"current_user_authorizations_html_url", "/settings/connections/applications{/client_id}"},
            {"authorizations_url", "/authorizations"},
            {"code_search_url", "/search/code?q={query}{&page,per_page,sort,order}"},
            {"commit_search_url", "/search/commits?q={query}{&page,per_page,sort,order}"},
            {"emails_url", "/user/emails"}, {"emojis_url", "/emojis"}, {"events_url", "/events"},
            {"feeds_url", "/feeds"}, {"followers_url", "/user/followers"},
            {"following_url", "/user/following{/target}"}, {"gists_url", "/gists{/gist_id}"}, {"hub_url", "/hub"},
            {"issue_search_url", "/search/issues?q={query}{&page,per_page,sort,order}"}, {"issues_url", "/issues"},
            {"keys_url", "/user/keys"},
            {"label_search_url", "/search/labels?q={query}&repository_id={repository_id}{&page,per_page}"},
            {"notifications_url", "/notifications"}, {"organization_url", "/orgs/{org}"},
            {"organization_repositories_url", "/orgs/{org}/repos{?type,page,per_page,sort}"},
            {"organization_teams_url", "/orgs/{org}/teams"}, {"public_gists_url", "/gists/public"},
            {"rate_limit_url", "/rate_limit"}, {"repository_url", "/repos/{owner}/{repo}"},
            {"repository_search_url", "/search/repositories?q={query}{&page,per_page,sort,order}"},
            {"current_user_repositories_url", "/user/repos{?type,page,per_page,sort}"},
            {"starred_url", "/user/starred{/owner}{/repo}"}, {"starred_gists_url", "/gists/starred"},
            {"topic_search_url", "/search/topics?q={query}{&page,per_page}"}, {"user_url", "/users/{user}"},
            {"user_organizations_url", "/user/orgs"},
            {"user_repositories_url", "/users/{user}/repos{?type,page,per_page,sort}"},
            {"user_search_url", "/search/users?q={query}{&page,per_page,sort,order}"}});
    return HttpAnswer::json(200, json);
}

HttpAnswer RestApi::user(const RestCall&)
{
    if (m_world.installationCalls())
        return restError(403, u"Resource not accessible by integration"_s);
    // As a token without the scope "user" sees its own: nothing private.
    Json json = restUser(m_world, m_world.viewer().login);
    json.update(Json::object({{"name", toJson(m_world.viewer().name)}, {"company", nullptr}, {"blog", ""},
        {"location", nullptr}, {"email", nullptr}, {"hireable", nullptr}, {"bio", nullptr},
        {"twitter_username", nullptr}, {"public_repos", 0}, {"public_gists", 0}, {"followers", 0}, {"following", 0},
        {"created_at", "2020-02-03T10:00:00Z"}, {"updated_at", "2026-01-05T09:15:00Z"}}));
    return HttpAnswer::json(200, json);
}

HttpAnswer RestApi::rateLimit(const RestCall& call)
{
    if (m_world.isEnterpriseServer())
        return restError(404, u"Rate limiting is not enabled."_s);
    const auto shape = [this](const char* resource) {
        const RateLimit& limit = m_world.rateLimit(QString::fromLatin1(resource));
        return Json::object({{"limit", limit.limit}, {"used", limit.used}, {"remaining", limit.remaining()},
            {"reset", limit.resetAt.ms / 1000}});
    };
    Json json = Json::object({{"resources",
        Json::object({{"core", shape("core")}, {"search", shape("search")}, {"graphql", shape("graphql")}})}});
    if (call.version != u"2026-03-10")
        json["rate"] = shape("core");
    return HttpAnswer::json(200, json);
}

HttpAnswer RestApi::versions(const RestCall&)
{
    if (m_world.isEnterpriseServer())
        return restNotFound();
    return HttpAnswer::json(200, Json::array({"2022-11-28", "2026-03-10"}));
}

HttpAnswer RestApi::organisation(const RestCall&)
{
    const User& organisation = m_world.organisationUser();
    const QString url = m_world.apiUrl() + u"/orgs/"_s + organisation.login;
    Json json = Json::object(
        {{"login", toJson(organisation.login)}, {"id", organisation.id}, {"node_id", toJson(organisation.nodeId)}});
    addUrls(json, url,
        {{"url", ""}, {"repos_url", "/repos"}, {"events_url", "/events"}, {"hooks_url", "/hooks"},
            {"issues_url", "/issues"}, {"members_url", "/members{/member}"},
            {"public_members_url", "/public_members{/member}"}});
    json.update(Json::object({{"avatar_url", restUser(m_world, organisation.login)["avatar_url"]}, {"description", ""},
        {"name", toJson(organisation.name)}, {"has_organization_projects", true}, {"has_repository_projects", true},
        {"public_repos", 0}, {"public_gists", 0}, {"followers", 0}, {"following", 0},
        {"html_url", toJson(m_world.baseUrl() + u'/' + organisation.login)}, {"type", "Organization"},
        {"created_at", "2012-04-13T13:31:39Z"}, {"updated_at", "2026-01-05T09:15:00Z"}, {"archived_at", nullptr}}));
    return HttpAnswer::json(200, json);
}

HttpAnswer RestApi::teams(const RestCall& call)
{
    std::vector<std::function<Json()>> items;
    for (const Team& team : m_world.teams())
        items.emplace_back([this, &team] { return restTeam(m_world, team); });
    return page(call, items);
}

HttpAnswer RestApi::organisationRepositories(const RestCall& call)
{
    std::vector<std::function<Json()>> items;
    for (const Repository* repository : m_world.repositories())
        items.emplace_back(
            [this, repository] { return restRepository(m_world, *repository, RepositoryShape::Listed); });
    return page(call, items);
}

HttpAnswer RestApi::repository(const RestCall& call)
{
    return HttpAnswer::json(200, restRepository(m_world, *find(call), RepositoryShape::Full));
}

//! Of all that can be changed only whether it is archived.
HttpAnswer RestApi::updateRepository(const RestCall& call)
{
    if (const auto wrong = checkFields(call.body, {{"archived", FieldType::Flag}}))
        return *wrong;
    const QString name = find(call)->name;
    if (const Json& archived = memberAt(call.body, "archived"); archived.is_boolean()) {
        const auto changed =
            m_world.control({{"do", "archive"}, {"repository", toJson(name)}, {"on", archived.get<bool>()}});
        if (!changed)
            return restRefusal(changed.error(), "Repository");
    }
    return repository(call);
}

HttpAnswer RestApi::branch(const RestCall& call)
{
    const Repository& repository = *find(call);
    const QString name = call.arguments[2];
    const auto oid = m_world.git(repository).refTarget(u"refs/heads/"_s + name);
    if (!oid)
        return restError(404, u"Branch not found"_s);
    const bool isProtected = name == repository.defaultBranch && repository.isProtected();
    const QString url = apiUrl(m_world, repository) + u"/branches/"_s + name;
    Json contexts = Json::array();
    Json checks = Json::array();
    for (const QString& check : isProtected ? repository.requiredChecks : QStringList()) {
        contexts.push_back(toJson(check));
        checks.push_back(Json::object({{"context", toJson(check)}, {"app_id", 15368}}));
    }
    return HttpAnswer::json(200,
        Json::object({{"name", toJson(name)},
            {"commit", restCommit(m_world, repository, *m_world.git(repository).commit(*oid))},
            {"_links",
                Json::object({{"self", toJson(url)}, {"html", toJson(m_world.url(repository) + u"/tree/"_s + name)}})},
            {"protected", isProtected},
            {"protection",
                Json::object({{"enabled", isProtected},
                    {"required_status_checks",
                        Json::object({{"enforcement_level", isProtected ? "non_admins" : "off"},
                            {"contexts", std::move(contexts)}, {"checks", std::move(checks)}})}})},
            {"protection_url", toJson(url + u"/protection"_s)}}));
}

HttpAnswer RestApi::branchRules(const RestCall& call)
{
    const Repository& repository = *find(call);
    Json rules = Json::array();
    if (call.arguments[2] == repository.defaultBranch && repository.isProtected()) {
        Json methods = Json::array();
        if (repository.mergeCommitAllowed)
            methods.push_back("merge");
        if (repository.squashMergeAllowed)
            methods.push_back("squash");
        if (repository.rebaseMergeAllowed)
            methods.push_back("rebase");
        rules.push_back(Json::object({{"type", "pull_request"},
            {"parameters",
                Json::object({{"required_approving_review_count", repository.requiredApprovals},
                    {"require_code_owner_review", false}, {"dismiss_stale_reviews_on_push", false},
                    {"require_last_push_approval", false}, {"required_review_thread_resolution", false},
                    {"allowed_merge_methods", std::move(methods)}})}}));
        Json checks = Json::array();
        for (const QString& check : repository.requiredChecks)
            checks.push_back(Json::object({{"context", toJson(check)}, {"integration_id", 15368}}));
        if (!checks.empty())
            rules.push_back(Json::object({{"type", "required_status_checks"},
                {"parameters",
                    Json::object({{"strict_required_status_checks_policy", false},
                        {"required_status_checks", std::move(checks)}})}}));
    }
    return HttpAnswer::json(200, rules);
}

HttpAnswer RestApi::generate(const RestCall& call)
{
    if (const auto wrong = checkFields(call.body,
            {{"name", FieldType::Text, true}, {"owner", FieldType::Text}, {"description", FieldType::Text},
                {"private", FieldType::Flag}, {"include_all_branches", FieldType::Flag}}))
        return *wrong;
    const auto made = m_world.generateRepository(find(call)->name, textAt(call.body, "name"));
    if (!made) {
        const QString text = refusalText(made.error());
        if (!text.startsWith(u"Could not clone"))
            return restRefusal(made.error(), "Repository");
        return HttpAnswer::json(422,
            Json::object({{"message", toJson(text)}, {"errors", Json::array({toJson(text)})},
                {"documentation_url", "https://docs.github.com/rest"}, {"status", "422"}}));
    }
    return HttpAnswer::json(201, restRepository(m_world, **made, RepositoryShape::Full));
}

} // namespace slipway::sandbox
