// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/rest/shapes.h"

#include "base/text.h"
#include "sandbox/rest/shape_parts.h"

namespace slipway::sandbox {

namespace {

Json signatureShape(const Signature& signature)
{
    return Json::object(
        {{"name", toJson(signature.name)}, {"email", toJson(signature.email)}, {"date", restTime(signature.at)}});
}

} // namespace

Json restRef(const World& world, const Repository& repository, const GitRef& ref)
{
    const QString api = apiUrl(world, repository);
    return Json::object({{"ref", toJson(ref.name)}, {"node_id", toJson(world.refNodeId(repository, ref.name))},
        {"url", toJson(api + u"/git/"_s + ref.name)},
        {"object",
            Json::object(
                {{"type", "commit"}, {"sha", toJson(ref.oid)}, {"url", toJson(api + u"/git/commits/"_s + ref.oid)}})}});
}

Json restGitCommit(const World& world, const Repository& repository, const Commit& c)
{
    const QString api = apiUrl(world, repository);
    Json parents = Json::array();
    for (const QString& parent : c.parents)
        parents.push_back(Json::object({{"sha", toJson(parent)}, {"url", toJson(api + u"/git/commits/"_s + parent)},
            {"html_url", toJson(world.url(repository) + u"/commit/"_s + parent)}}));
    return Json::object({{"sha", toJson(c.oid)}, {"node_id", toJson(world.commitNodeId(repository, c.oid))},
        {"url", toJson(api + u"/git/commits/"_s + c.oid)},
        {"html_url", toJson(world.url(repository) + u"/commit/"_s + c.oid)}, {"author", signatureShape(c.author)},
        {"committer", signatureShape(c.committer)},
        {"tree", Json::object({{"sha", toJson(c.tree)}, {"url", toJson(api + u"/git/trees/"_s + c.tree)}})},
        {"message", toJson(c.message)}, {"parents", std::move(parents)},
        {"verification",
            Json::object({{"verified", false}, {"reason", "unsigned"}, {"signature", nullptr}, {"payload", nullptr},
                {"verified_at", nullptr}})}});
}

Json restCommit(const World& world, const Repository& repository, const Commit& c)
{
    const QString api = apiUrl(world, repository);
    Json git = restGitCommit(world, repository, c);
    Json parents = Json::array();
    for (const QString& parent : c.parents)
        parents.push_back(Json::object({{"sha", toJson(parent)}, {"url", toJson(api + u"/commits/"_s + parent)},
            {"html_url", toJson(world.url(repository) + u"/commit/"_s + parent)}}));
    const Json verification = git["verification"];
    return Json::object({{"sha", toJson(c.oid)}, {"node_id", git["node_id"]},
        {"commit",
            Json::object({{"author", git["author"]}, {"committer", git["committer"]}, {"message", git["message"]},
                {"tree", git["tree"]}, {"url", git["url"]}, {"comment_count", 0}, {"verification", verification}})},
        {"url", toJson(api + u"/commits/"_s + c.oid)}, {"html_url", git["html_url"]},
        {"comments_url", toJson(api + u"/commits/"_s + c.oid + u"/comments"_s)}, {"author", nullptr},
        {"committer", nullptr}, {"parents", std::move(parents)}});
}

Json restFile(const World& world, const Repository& repository, const ChangedFile& f)
{
    Json json = Json::object({{"sha", toJson(f.blob)}, {"filename", toJson(f.path)}, {"status", toJson(f.status)},
        {"additions", f.additions}, {"deletions", f.deletions}, {"changes", f.additions + f.deletions},
        {"blob_url", toJson(world.url(repository) + u"/blob/"_s + f.blob)},
        {"raw_url", toJson(world.url(repository) + u"/raw/"_s + f.blob)},
        {"contents_url", toJson(apiUrl(world, repository) + u"/contents/"_s + f.path)}});
    if (!f.patch.isEmpty())
        json["patch"] = toJson(f.patch);
    return json;
}

} // namespace slipway::sandbox
