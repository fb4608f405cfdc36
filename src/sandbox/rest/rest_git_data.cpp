// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "sandbox/rest/rest_api.h"
#include "sandbox/rest/rest_errors.h"
#include "sandbox/rest/shapes.h"

//! Git's objects over REST, piece by piece: the way in which most other programs make commits. Members that are not
//! known are let pass here, unlike elsewhere: a much used client sends "mode" with a blob and gets its blob.
namespace slipway::sandbox {

namespace {

//! A refusal where nothing may be written.
std::optional<HttpAnswer> refuseWrites(const Repository& repository)
{
    if (repository.isArchived)
        return restError(403, u"Repository was archived so is read-only."_s);
    if (repository.isLocked)
        return restError(403, u"Repository has been locked for migration."_s);
    if (repository.isEmpty)
        return restError(409, u"Git Repository is empty."_s);
    return std::nullopt;
}

Json treeShape(const World& world, const Repository& repository, const QString& oid, bool recursive)
{
    const QString api = apiUrl(world, repository);
    const GitRepository& git = world.git(repository);
    Json entries = Json::array();
    const std::function<void(const QString&)> add = [&](const QString& folder) {
        for (const TreeEntry& entry : git.list(oid, folder).value_or(QList<TreeEntry>())) {
            const bool isFile = entry.type == u"blob";
            Json json = Json::object({{"path", toJson(recursive ? entry.path : entry.name)},
                {"mode", toJson(u"%1"_s.arg(entry.mode, 6, 8, QChar(u'0')))}, {"type", toJson(entry.type)},
                {"sha", toJson(entry.oid)}});
            if (isFile)
                json["size"] = git.blob(entry.oid).value_or(QByteArray()).size();
            json["url"] = toJson(api + (isFile ? u"/git/blobs/"_s : u"/git/trees/"_s) + entry.oid);
            entries.push_back(std::move(json));
            if (recursive && entry.type == u"tree")
                add(entry.path);
        }
    };
    add(QString());
    return Json::object({{"sha", toJson(oid)}, {"url", toJson(api + u"/git/trees/"_s + oid)},
        {"tree", std::move(entries)}, {"truncated", false}});
}

//! One entry of POST git/trees; an error text where it is not of GitHub's form.
Result<FileChange> changeOf(const GitRepository& git, const Json& entry)
{
    const auto wrong = [](const QString& text) {
        return Error{errc::githubRefused, Json::object(), Json::object({{"text", text.toStdString()}})};
    };
    if (!entry.is_object() || textAt(entry, "path").isEmpty())
        return wrong(u"tree.path missing"_s);
    FileChange change{textAt(entry, "path"), std::nullopt};
    bool isOctal = false;
    change.mode = textAt(entry, "mode", u"100644"_s).toInt(&isOctal, 8);
    if (!isOctal || (change.mode != 0100644 && change.mode != 0100755 && change.mode != 0120000))
        return wrong(u"tree.mode %1 is not supported by the sandbox"_s.arg(textAt(entry, "mode")));
    if (const Json& content = memberAt(entry, "content"); content.is_string())
        change.contents = QByteArray::fromStdString(content.get<std::string>());
    else if (const Json& sha = memberAt(entry, "sha"); sha.is_string())
        change.contents = git.blob(toQString(sha.get<std::string>()));
    else if (entry.contains("sha"))
        return change; // null deletes
    if (!change.contents)
        return wrong(u"tree.sha %1 is not a valid blob"_s.arg(textAt(entry, "sha")));
    return change;
}

//! "author" or "committer" of a commit that is asked for; what is left out is the viewer's.
Signature signatureOf(const World& world, const Json& given)
{
    const User& viewer = world.viewer();
    return {textAt(given, "name", viewer.name), textAt(given, "email", viewer.login + u"@users.noreply.github.com"_s),
        Timestamp::fromIso(textAt(given, "date")).value_or(world.now())};
}

} // namespace

HttpAnswer RestApi::createBlob(const RestCall& call)
{
    const Repository& repository = *find(call);
    if (!memberAt(call.body, "content").is_string())
        return restError(422, u"Invalid request.\n\n\"content\" wasn't supplied."_s);
    if (const auto refused = refuseWrites(repository))
        return *refused;
    const QByteArray content = textAt(call.body, "content").toUtf8();
    const auto made =
        m_world.git(repository)
            .writeBlob(textAt(call.body, "encoding") == u"base64" ? QByteArray::fromBase64(content) : content);
    if (!made)
        return restRefusal(made.error(), "Blob");
    const QString url = apiUrl(m_world, repository) + u"/git/blobs/"_s + *made;
    HttpAnswer answer = HttpAnswer::json(201, Json::object({{"sha", toJson(*made)}, {"url", toJson(url)}}));
    answer.set("Location", url.toUtf8());
    return answer;
}

HttpAnswer RestApi::tree(const RestCall& call)
{
    const Repository& repository = *find(call);
    if (repository.isEmpty)
        return restError(409, u"Git Repository is empty."_s);
    const GitRepository& git = m_world.git(repository);
    const auto oid = git.resolve(call.arguments[2]);
    const auto commit = oid ? git.commit(*oid) : std::nullopt;
    if (!oid || (!commit && git.typeOf(*oid) != u"tree"))
        return restNotFound();
    const bool recursive = call.request.queryValue(u"recursive"_s).has_value();
    return HttpAnswer::json(200, treeShape(m_world, repository, commit ? commit->tree : *oid, recursive));
}

HttpAnswer RestApi::createTree(const RestCall& call)
{
    const Repository& repository = *find(call);
    const Json& entries = memberAt(call.body, "tree");
    if (!entries.is_array() || entries.empty())
        return restError(422, u"Invalid request.\n\n\"tree\" wasn't supplied."_s);
    if (const auto refused = refuseWrites(repository))
        return *refused;
    GitRepository& git = m_world.git(repository);
    QString base = textAt(call.body, "base_tree");
    if (const auto commit = git.commit(base))
        base = commit->tree; // GitHub takes a commit for its tree
    if (!base.isEmpty() && git.typeOf(base) != u"tree")
        return restError(422, u"base_tree is not a valid tree oid"_s);
    QList<FileChange> changes;
    for (const Json& entry : entries) {
        const auto change = changeOf(git, entry);
        if (!change)
            return restRefusal(change.error(), "Tree");
        changes.append(*change);
    }
    const auto made = git.writeTree(base, changes);
    if (!made)
        return restRefusal(made.error(), "Tree");
    HttpAnswer answer = HttpAnswer::json(201, treeShape(m_world, repository, *made, false));
    answer.set("Location", (apiUrl(m_world, repository) + u"/git/trees/"_s + *made).toUtf8());
    return answer;
}

HttpAnswer RestApi::createCommit(const RestCall& call)
{
    const Repository& repository = *find(call);
    for (const char* needed : {"message", "tree"}) {
        if (textAt(call.body, needed).isEmpty())
            return restError(422, u"Invalid request.\n\n\"%1\" wasn't supplied."_s.arg(QString::fromLatin1(needed)));
    }
    if (const auto refused = refuseWrites(repository))
        return *refused;
    GitRepository& git = m_world.git(repository);
    const QString tree = textAt(call.body, "tree");
    if (git.typeOf(tree) != u"tree")
        return restError(422, u"Tree SHA does not exist"_s);
    QStringList parents;
    if (const Json& given = memberAt(call.body, "parents"); given.is_array()) {
        for (const Json& parent : given)
            parents.append(parent.is_string() ? toQString(parent.get<std::string>()) : QString());
    }
    for (const QString& parent : parents) {
        if (!git.isCommit(parent))
            return restError(422, u"Parent SHA does not exist or is not a commit object"_s);
    }
    const Signature author = signatureOf(m_world, memberAt(call.body, "author"));
    const Signature committer =
        call.body.contains("committer") ? signatureOf(m_world, memberAt(call.body, "committer")) : author;
    const auto made = git.writeCommitOfTree(tree, parents, textAt(call.body, "message"), author, committer);
    if (!made)
        return restRefusal(made.error(), "Commit");
    HttpAnswer answer = HttpAnswer::json(201, restGitCommit(m_world, repository, *git.commit(*made)));
    answer.set("Location", (apiUrl(m_world, repository) + u"/git/commits/"_s + *made).toUtf8());
    return answer;
}

} // namespace slipway::sandbox
