// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/rest/rest_api.h"
#include "sandbox/rest/rest_errors.h"
#include "sandbox/rest/shapes.h"

namespace slipway::sandbox {

HttpAnswer RestApi::root(const RestCall&)
{
    const std::string base = m_world.baseUrl().toStdString();
    return HttpAnswer::json(200,
        Json::object({{"current_user_url", base + "/user"}, {"rate_limit_url", base + "/rate_limit"},
            {"repository_url", base + "/repos/{owner}/{repo}"}, {"organization_url", base + "/orgs/{org}"}}));
}

HttpAnswer RestApi::user(const RestCall&)
{
    Json json = restUser(m_world, m_world.viewer().login);
    json["name"] = toJson(m_world.viewer().name);
    json["company"] = nullptr;
    json["email"] = nullptr;
    json["created_at"] = "2020-02-03T10:00:00Z";
    json["updated_at"] = "2026-01-05T09:15:00Z";
    return HttpAnswer::json(200, json);
}

HttpAnswer RestApi::rateLimit(const RestCall& call)
{
    const auto shape = [this](const char* resource) {
        const RateLimit& limit = m_world.rateLimit(QString::fromLatin1(resource));
        return Json::object({{"limit", limit.limit}, {"used", limit.used}, {"remaining", limit.remaining()},
            {"reset", limit.resetAt.ms / 1000}});
    };
    Json json = Json::object({{"resources", Json::object({{"core", shape("core")}, {"graphql", shape("graphql")}})}});
    if (call.version != u"2026-03-10")
        json["rate"] = shape("core");
    return HttpAnswer::json(200, json);
}

HttpAnswer RestApi::versions(const RestCall&)
{
    return HttpAnswer::json(200, Json::array({"2022-11-28", "2026-03-10"}));
}

HttpAnswer RestApi::organisation(const RestCall&)
{
    return HttpAnswer::json(200, restUser(m_world, m_world.organisation()));
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
        items.emplace_back([this, repository] { return restRepository(m_world, *repository, false); });
    return page(call, items);
}

HttpAnswer RestApi::repository(const RestCall& call)
{
    return HttpAnswer::json(200, restRepository(m_world, *find(call), true));
}

HttpAnswer RestApi::branch(const RestCall& call)
{
    const Repository& repository = *find(call);
    const QString name = call.arguments[2];
    const auto oid = m_world.git(repository).refTarget(u"refs/heads/"_s + name);
    if (!oid)
        return restError(404, u"Branch not found"_s);
    const bool isProtected = name == repository.defaultBranch && repository.isProtected();
    return HttpAnswer::json(200,
        Json::object(
            {{"name", toJson(name)}, {"commit", restCommit(m_world, repository, *m_world.git(repository).commit(*oid))},
                {"protected", isProtected}}));
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
                    {"require_last_push_approval", false}, {"allowed_merge_methods", std::move(methods)}})}}));
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
    return HttpAnswer::json(201, restRepository(m_world, **made, true));
}

} // namespace slipway::sandbox
