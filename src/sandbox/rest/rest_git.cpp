// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/rest/rest_api.h"
#include "sandbox/rest/rest_errors.h"
#include "sandbox/rest/shapes.h"

namespace slipway::sandbox {

namespace {

//! Base64 as GitHub writes it: a newline after each sixty characters.
std::string wrappedBase64(const QByteArray& bytes)
{
    const QByteArray plain = bytes.toBase64();
    std::string result;
    for (qsizetype i = 0; i < plain.size(); i += 60)
        result += plain.mid(i, 60).toStdString() + "\n";
    return result;
}

Json entryShape(
    const World& world, const Repository& repository, const TreeEntry& entry, qint64 size, const QString& ref)
{
    const QString api = apiUrl(world, repository);
    const bool isFile = entry.type == u"blob";
    const QString kind = isFile ? u"blob"_s : u"tree"_s;
    const QString url = api + u"/contents/"_s + entry.path + u"?ref="_s + ref;
    const QString git = api + u"/git/"_s + kind + u"s/"_s + entry.oid;
    const QString html = world.url(repository) + u'/' + kind + u'/' + ref + u'/' + entry.path;
    return Json::object({{"name", toJson(entry.name)}, {"path", toJson(entry.path)}, {"sha", toJson(entry.oid)},
        {"size", size}, {"url", toJson(url)}, {"html_url", toJson(html)}, {"git_url", toJson(git)},
        {"download_url", isFile ? toJson(html) : Json(nullptr)}, {"type", isFile ? "file" : "dir"},
        {"_links", Json::object({{"self", toJson(url)}, {"git", toJson(git)}, {"html", toJson(html)}})}});
}

} // namespace

HttpAnswer RestApi::contents(const RestCall& call)
{
    const Repository& repository = *find(call);
    if (repository.isEmpty)
        return restError(404, u"This repository is empty."_s);
    const GitRepository& git = m_world.git(repository);
    const QString ref = call.request.queryValue(u"ref"_s).value_or(repository.defaultBranch);
    const auto oid = git.resolve(ref.isEmpty() ? repository.defaultBranch : ref);
    if (!oid || ref.contains(u':'))
        return restError(404, u"No commit found for the ref %1"_s.arg(ref));
    const QString path = call.arguments.value(2);
    const QByteArray accept = call.request.header("Accept");
    if (const auto entries = git.list(*oid, path)) {
        Json list = Json::array();
        for (const TreeEntry& entry : *entries) {
            const auto bytes = entry.type == u"blob" ? git.blob(entry.oid) : std::nullopt;
            list.push_back(entryShape(m_world, repository, entry, bytes ? bytes->size() : 0, ref));
        }
        return HttpAnswer::json(200, list);
    }
    const auto entry = git.entry(*oid, path);
    const auto bytes = entry ? git.blob(entry->oid) : std::nullopt;
    if (!bytes)
        return restNotFound();
    if (accept.contains("raw"))
        return {200, {{"Content-Type", "application/vnd.github.raw+json; charset=utf-8"}}, *bytes};
    Json json = entryShape(m_world, repository, *entry, bytes->size(), ref);
    const bool isLarge = bytes->size() > 1024 * 1024;
    json["content"] = isLarge ? std::string() : wrappedBase64(*bytes);
    json["encoding"] = isLarge ? "none" : "base64";
    return HttpAnswer::json(200, json);
}

HttpAnswer RestApi::blob(const RestCall& call)
{
    const Repository& repository = *find(call);
    const auto bytes = m_world.git(repository).blob(call.arguments[2]);
    if (!bytes)
        return restNotFound();
    if (call.request.header("Accept").contains("raw"))
        return {200, {{"Content-Type", "application/vnd.github.raw+json; charset=utf-8"}}, *bytes};
    return HttpAnswer::json(200,
        Json::object({{"sha", toJson(call.arguments[2])},
            {"node_id", toJson(m_world.blobNodeId(repository, call.arguments[2]))}, {"size", bytes->size()},
            {"url", toJson(apiUrl(m_world, repository) + u"/git/blobs/"_s + call.arguments[2])},
            {"content", wrappedBase64(*bytes)}, {"encoding", "base64"}}));
}

HttpAnswer RestApi::ref(const RestCall& call)
{
    const Repository& repository = *find(call);
    if (repository.isEmpty)
        return restError(409, u"Git Repository is empty."_s);
    const QString name = u"refs/"_s + call.arguments[2];
    const auto oid = m_world.git(repository).refTarget(name);
    return oid ? HttpAnswer::json(200, restRef(m_world, repository, {name, *oid})) : restNotFound();
}

HttpAnswer RestApi::matchingRefs(const RestCall& call)
{
    const Repository& repository = *find(call);
    std::vector<std::function<Json()>> items;
    const QList<GitRef> refs = m_world.git(repository).refs(u"refs/"_s + call.arguments[2]);
    for (const GitRef& found : refs)
        items.emplace_back([this, &repository, found] { return restRef(m_world, repository, found); });
    return page(call, items);
}

HttpAnswer RestApi::createRef(const RestCall& call)
{
    const Repository& repository = *find(call);
    if (const auto wrong = checkFields(call.body, {{"ref", FieldType::Text, true}, {"sha", FieldType::Text, true}}))
        return *wrong;
    const auto made = m_world.createRef(repository.name, textAt(call.body, "ref"), textAt(call.body, "sha"));
    if (!made)
        return restRefusal(made.error(), "Reference");
    HttpAnswer answer = HttpAnswer::json(201, restRef(m_world, repository, *made));
    answer.set("Location", (apiUrl(m_world, repository) + u"/git/"_s + made->name).toUtf8());
    return answer;
}

HttpAnswer RestApi::updateRef(const RestCall& call)
{
    const Repository& repository = *find(call);
    if (const auto wrong = checkFields(call.body, {{"sha", FieldType::Text, true}, {"force", FieldType::Flag}}))
        return *wrong;
    const auto moved = m_world.updateRef(
        repository.name, u"refs/"_s + call.arguments[2], textAt(call.body, "sha"), flagAt(call.body, "force"));
    if (!moved)
        return restRefusal(moved.error(), "Reference");
    return HttpAnswer::json(200, restRef(m_world, repository, *moved));
}

HttpAnswer RestApi::deleteRef(const RestCall& call)
{
    const auto deleted = m_world.deleteRef(find(call)->name, u"refs/"_s + call.arguments[2]);
    return deleted ? HttpAnswer{204, {}, {}} : restRefusal(deleted.error(), "Reference");
}

HttpAnswer RestApi::gitCommit(const RestCall& call)
{
    const Repository& repository = *find(call);
    const auto found = m_world.git(repository).commit(call.arguments[2]);
    return found ? HttpAnswer::json(200, restGitCommit(m_world, repository, *found)) : restNotFound();
}

HttpAnswer RestApi::commit(const RestCall& call)
{
    const Repository& repository = *find(call);
    const GitRepository& git = m_world.git(repository);
    if (repository.isEmpty)
        return restError(409, u"Git Repository is empty."_s);
    const auto oid = git.resolve(call.arguments[2]);
    const auto found = oid ? git.commit(*oid) : std::nullopt;
    if (!found)
        return restError(422, u"No commit found for SHA: %1"_s.arg(call.arguments[2]));
    Json json = restCommit(m_world, repository, *found);
    Json files = Json::array();
    for (const ChangedFile& file : git.diff(found->parents.value(0), found->oid))
        files.push_back(restFile(m_world, repository, file));
    json["files"] = std::move(files);
    return HttpAnswer::json(200, json);
}

HttpAnswer RestApi::commits(const RestCall& call)
{
    const Repository& repository = *find(call);
    const GitRepository& git = m_world.git(repository);
    if (repository.isEmpty)
        return restError(409, u"Git Repository is empty."_s);
    const auto oid = git.resolve(call.request.queryValue(u"sha"_s).value_or(repository.defaultBranch));
    if (!oid)
        return restNotFound();
    const QList<Commit> history = git.history(*oid, 1000);
    std::vector<std::function<Json()>> items;
    for (const Commit& each : history)
        items.emplace_back([this, &repository, &each] { return restCommit(m_world, repository, each); });
    return page(call, items);
}

HttpAnswer RestApi::compare(const RestCall& call)
{
    const Repository& repository = *find(call);
    const GitRepository& git = m_world.git(repository);
    const qsizetype dots = call.arguments[2].indexOf(u"..."_s);
    const auto base = dots < 0 ? std::nullopt : git.resolve(call.arguments[2].left(dots));
    const auto head = dots < 0 ? std::nullopt : git.resolve(call.arguments[2].mid(dots + 3));
    if (!base || !head || !git.isCommit(*base) || !git.isCommit(*head))
        return restNotFound();
    const Comparison comparison = git.compare(*base, *head);
    const Commit baseCommit = *git.commit(*base);
    Json commits = Json::array();
    bool isNumber = false;
    const int perPage = call.request.queryValue(u"per_page"_s).value_or(QString()).toInt(&isNumber);
    for (const Commit& each : git.between(*base, *head, isNumber && perPage > 0 ? std::min(perPage, 250) : 250))
        commits.push_back(restCommit(m_world, repository, each));
    Json files = Json::array();
    for (const ChangedFile& file : git.diff(comparison.mergeBase, *head))
        files.push_back(restFile(m_world, repository, file));
    const auto mergeBase = git.commit(comparison.mergeBase);
    const QString page = m_world.url(repository) + u"/compare/"_s + call.arguments[2];
    return HttpAnswer::json(200,
        Json::object({{"url", toJson(apiUrl(m_world, repository) + u"/compare/"_s + call.arguments[2])},
            {"html_url", toJson(page)}, {"permalink_url", toJson(page)}, {"diff_url", toJson(page + u".diff"_s)},
            {"patch_url", toJson(page + u".patch"_s)}, {"base_commit", restCommit(m_world, repository, baseCommit)},
            {"merge_base_commit", mergeBase ? restCommit(m_world, repository, *mergeBase) : Json(nullptr)},
            {"status", toJson(comparison.status)}, {"ahead_by", comparison.ahead}, {"behind_by", comparison.behind},
            {"total_commits", comparison.ahead}, {"commits", std::move(commits)}, {"files", std::move(files)}}));
}

HttpAnswer RestApi::checkRuns(const RestCall& call)
{
    const Repository& repository = *find(call);
    const auto oid = m_world.git(repository).resolve(call.arguments[2]);
    if (!oid)
        return restError(422, u"No commit found for SHA: %1"_s.arg(call.arguments[2]));
    std::vector<std::function<Json()>> items;
    for (const WorkflowRun* each : m_world.runs(repository.name, {.headSha = *oid}))
        items.emplace_back([this, each] { return restCheckRun(m_world, *each); });
    return page(call, items, "check_runs");
}

} // namespace slipway::sandbox
