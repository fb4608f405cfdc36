// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/world/git_repository.h"

#include "base/text.h"
#include "sandbox/world/git_handles.h"

#include <QFile>

#include <algorithm>

namespace slipway::sandbox {

namespace {

Signature toSignature(const git_signature* signature)
{
    return {QString::fromUtf8(signature->name), QString::fromUtf8(signature->email),
        Timestamp{qint64(signature->when.time) * 1000}};
}

TreeEntry toEntry(const git_tree_entry* entry, const QString& path)
{
    TreeEntry result;
    result.name = QString::fromUtf8(git_tree_entry_name(entry));
    result.path = path;
    result.oid = toText(git_tree_entry_id(entry));
    result.mode = int(git_tree_entry_filemode(entry));
    result.type = QString::fromLatin1(git_object_type2string(git_tree_entry_type(entry)));
    return result;
}

Commit toCommit(const git_commit* commit)
{
    Commit result;
    result.oid = toText(git_commit_id(commit));
    result.tree = toText(git_commit_tree_id(commit));
    for (unsigned i = 0; i < git_commit_parentcount(commit); ++i)
        result.parents.append(toText(git_commit_parent_id(commit, i)));
    result.message = QString::fromUtf8(git_commit_message_raw(commit));
    result.author = toSignature(git_commit_author(commit));
    result.committer = toSignature(git_commit_committer(commit));
    return result;
}

} // namespace

QString Commit::body() const
{
    const qsizetype end = message.indexOf(u'\n');
    return end < 0 ? QString() : message.mid(end + 1).trimmed();
}

Result<std::unique_ptr<GitRepository>> GitRepository::create(const QString& path)
{
    git_libgit2_init(); // counted; released by the destructor
    git_repository* repository = nullptr;
    git_repository_init_options options = GIT_REPOSITORY_INIT_OPTIONS_INIT;
    options.flags = GIT_REPOSITORY_INIT_BARE | GIT_REPOSITORY_INIT_MKPATH;
    options.initial_head = "main";
    if (git_repository_init_ext(&repository, QFile::encodeName(path).constData(), &options) != 0) {
        Error error = gitError(u"create repository"_s);
        git_libgit2_shutdown();
        return error;
    }
    return std::unique_ptr<GitRepository>(new GitRepository(path, repository));
}

Result<std::unique_ptr<GitRepository>> GitRepository::open(const QString& path)
{
    git_libgit2_init();
    git_repository* repository = nullptr;
    if (git_repository_open_bare(&repository, QFile::encodeName(path).constData()) != 0) {
        Error error = gitError(u"open repository"_s);
        git_libgit2_shutdown();
        return error;
    }
    return std::unique_ptr<GitRepository>(new GitRepository(path, repository));
}

GitRepository::~GitRepository()
{
    git_repository_free(m_repository);
    git_libgit2_shutdown();
}

std::optional<QString> GitRepository::refTarget(const QString& fullName) const
{
    git_oid oid;
    if (git_reference_name_to_id(&oid, m_repository, fullName.toUtf8().constData()) != 0)
        return std::nullopt;
    return toText(&oid);
}

QList<GitRef> GitRepository::refs(const QString& prefix) const
{
    QList<GitRef> result;
    git_reference_iterator* iterator = nullptr;
    if (git_reference_iterator_new(&iterator, m_repository) != 0)
        return result;
    const char* name = nullptr;
    while (git_reference_next_name(&name, iterator) == 0) {
        const QString full = QString::fromUtf8(name);
        if (!full.startsWith(prefix))
            continue;
        if (const auto oid = refTarget(full))
            result.append({full, *oid});
    }
    git_reference_iterator_free(iterator);
    std::sort(result.begin(), result.end(), [](const GitRef& a, const GitRef& b) { return a.name < b.name; });
    return result;
}

std::optional<QString> GitRepository::resolve(const QString& expression) const
{
    const qsizetype colon = expression.indexOf(u':');
    const QString revision = colon < 0 ? expression : expression.left(colon);
    std::optional<QString> root;
    if (toOid(revision) && !typeOf(revision).isEmpty())
        root = revision;
    for (const QString& prefix : {u""_s, u"refs/heads/"_s, u"refs/tags/"_s, u"refs/"_s}) {
        if (root)
            break;
        root = refTarget(prefix + revision);
    }
    if (!root && revision == u"HEAD")
        root = refTarget(u"refs/heads/main"_s);
    if (!root || colon < 0)
        return root;
    const QString path = expression.mid(colon + 1);
    if (path.isEmpty()) {
        const TreeHandle tree = lookUpTree(m_repository, *root);
        return tree ? std::optional(toText(git_tree_id(tree.get()))) : std::nullopt;
    }
    const auto found = entry(*root, path);
    return found ? std::optional(found->oid) : std::nullopt;
}

QString GitRepository::typeOf(const QString& oid) const
{
    const auto id = toOid(oid);
    git_odb* odb = nullptr;
    if (!id || git_repository_odb(&odb, m_repository) != 0)
        return {};
    size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    const bool found = git_odb_read_header(&size, &type, odb, &*id) == 0;
    git_odb_free(odb);
    return found ? QString::fromLatin1(git_object_type2string(type)) : QString();
}

std::optional<Commit> GitRepository::commit(const QString& oid) const
{
    const CommitHandle commit = lookUpCommit(m_repository, oid);
    return commit ? std::optional(toCommit(commit.get())) : std::nullopt;
}

std::optional<TreeEntry> GitRepository::entry(const QString& commitOid, const QString& path) const
{
    const TreeHandle tree = lookUpTree(m_repository, commitOid);
    TreeEntryHandle entry;
    if (!tree || path.isEmpty() || git_tree_entry_bypath(out(entry), tree.get(), path.toUtf8().constData()) != 0)
        return std::nullopt;
    return toEntry(entry.get(), path);
}

std::optional<QList<TreeEntry>> GitRepository::list(const QString& commitOid, const QString& path) const
{
    QString treeOid = commitOid;
    if (!path.isEmpty()) {
        const auto folder = entry(commitOid, path);
        if (!folder || folder->type != u"tree")
            return std::nullopt;
        treeOid = folder->oid;
    }
    const TreeHandle tree = lookUpTree(m_repository, treeOid);
    if (!tree)
        return std::nullopt;
    QList<TreeEntry> result;
    for (size_t i = 0; i < git_tree_entrycount(tree.get()); ++i) {
        const git_tree_entry* item = git_tree_entry_byindex(tree.get(), i);
        const QString name = QString::fromUtf8(git_tree_entry_name(item));
        result.append(toEntry(item, path.isEmpty() ? name : path + u'/' + name));
    }
    return result;
}

std::optional<QByteArray> GitRepository::blob(const QString& oid) const
{
    const auto id = toOid(oid);
    BlobHandle blob;
    if (!id || git_blob_lookup(out(blob), m_repository, &*id) != 0)
        return std::nullopt;
    return QByteArray(
        static_cast<const char*>(git_blob_rawcontent(blob.get())), qsizetype(git_blob_rawsize(blob.get())));
}

std::optional<QByteArray> GitRepository::file(const QString& commitOid, const QString& path) const
{
    const auto found = entry(commitOid, path);
    return found && found->type == u"blob" ? blob(found->oid) : std::nullopt;
}

QList<Commit> GitRepository::history(const QString& fromOid, int limit, int skip) const
{
    QList<Commit> result;
    const auto from = toOid(fromOid);
    WalkHandle walk;
    if (!from || git_revwalk_new(out(walk), m_repository) != 0)
        return result;
    git_revwalk_sorting(walk.get(), GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME);
    git_revwalk_push(walk.get(), &*from);
    git_oid oid;
    while (result.size() < limit && git_revwalk_next(&oid, walk.get()) == 0) {
        if (skip-- > 0)
            continue;
        if (const auto found = commit(toText(&oid)))
            result.append(*found);
    }
    return result;
}

QList<Commit> GitRepository::between(const QString& base, const QString& head, int limit) const
{
    QList<Commit> result;
    const auto from = toOid(head);
    const auto hidden = toOid(base);
    WalkHandle walk;
    if (!from || git_revwalk_new(out(walk), m_repository) != 0)
        return result;
    git_revwalk_sorting(walk.get(), GIT_SORT_TOPOLOGICAL | GIT_SORT_REVERSE);
    if (git_revwalk_push(walk.get(), &*from) != 0 || (hidden && git_revwalk_hide(walk.get(), &*hidden) != 0))
        return result;
    git_oid oid;
    while (result.size() < limit && git_revwalk_next(&oid, walk.get()) == 0) {
        if (const auto found = commit(toText(&oid)))
            result.append(*found);
    }
    return result;
}

Comparison GitRepository::compare(const QString& base, const QString& head) const
{
    Comparison result;
    const auto from = toOid(base);
    const auto to = toOid(head);
    if (!from || !to)
        return result;
    size_t ahead = 0;
    size_t behind = 0;
    if (git_graph_ahead_behind(&ahead, &behind, m_repository, &*to, &*from) != 0)
        return result;
    result.ahead = int(ahead);
    result.behind = int(behind);
    result.status = ahead > 0 ? (behind > 0 ? u"diverged"_s : u"ahead"_s) : (behind > 0 ? u"behind"_s : u"identical"_s);
    git_oid mergeBase;
    if (git_merge_base(&mergeBase, m_repository, &*from, &*to) == 0)
        result.mergeBase = toText(&mergeBase);
    return result;
}

bool GitRepository::contains(const QString& oid, const QString& ancestor) const
{
    const auto tip = toOid(oid);
    const auto old = toOid(ancestor);
    if (!tip || !old)
        return false;
    return git_oid_equal(&*tip, &*old) != 0 || git_graph_descendant_of(m_repository, &*tip, &*old) == 1;
}

Result<void> GitRepository::setRef(const QString& fullName, const QString& oid)
{
    const auto target = toOid(oid);
    ReferenceHandle reference;
    if (!target
        || git_reference_create(out(reference), m_repository, fullName.toUtf8().constData(), &*target, 1, "sandbox")
            != 0) {
        Error error = gitError(u"set reference"_s);
        error.code = errc::githubRefused;
        error.details["text"] = "Reference update failed";
        return error;
    }
    return {};
}

Result<void> GitRepository::deleteRef(const QString& fullName)
{
    if (git_reference_remove(m_repository, fullName.toUtf8().constData()) != 0)
        return gitError(u"delete reference"_s);
    return {};
}

bool GitRepository::isValidRefName(const QString& fullName)
{
    git_libgit2_init();
    int valid = 0;
    git_reference_name_is_valid(&valid, fullName.toUtf8().constData());
    git_libgit2_shutdown();
    return valid == 1;
}

} // namespace slipway::sandbox
