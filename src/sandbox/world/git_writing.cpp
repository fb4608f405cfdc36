// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/world/git_handles.h"
#include "sandbox/world/git_repository.h"

#include <vector>

//! The writing half of GitRepository: objects, merges, replays, differences.
namespace slipway::sandbox {

namespace {

SignatureHandle toGit(const Signature& signature)
{
    SignatureHandle result;
    git_signature_new(out(result), signature.name.toUtf8().constData(), signature.email.toUtf8().constData(),
        git_time_t(signature.at.ms / 1000), 0);
    return result;
}

Error deletesNothing(const QString& path)
{
    return {errc::githubRefused, Json::object({{"path", path.toStdString()}}),
        Json::object({{"text",
            "A path was requested for deletion which does not exist as of the expected head: " + path.toStdString()}})};
}

} // namespace

Result<QString> GitRepository::writeBlob(const QByteArray& bytes)
{
    git_oid oid;
    if (git_blob_create_from_buffer(&oid, m_repository, bytes.constData(), size_t(bytes.size())) != 0)
        return gitError(u"write blob"_s);
    return toText(&oid);
}

Result<QString> GitRepository::writeTree(const QString& baseTree, const QList<FileChange>& changes)
{
    IndexHandle index;
    git_index_new(out(index));
    if (!baseTree.isEmpty()) {
        const TreeHandle tree = lookUpTree(m_repository, baseTree);
        if (!tree || git_index_read_tree(index.get(), tree.get()) != 0)
            return gitError(u"read tree"_s);
    }
    for (const FileChange& change : changes) {
        const QByteArray path = change.path.toUtf8();
        if (!change.contents) {
            if (git_index_get_bypath(index.get(), path.constData(), 0) == nullptr)
                return deletesNothing(change.path);
            git_index_remove(index.get(), path.constData(), 0);
            continue;
        }
        git_index_entry entry = {};
        entry.mode = uint32_t(change.mode);
        entry.path = path.constData();
        if (git_blob_create_from_buffer(
                &entry.id, m_repository, change.contents->constData(), size_t(change.contents->size()))
                != 0
            || git_index_add(index.get(), &entry) != 0)
            return gitError(u"write file"_s);
    }
    git_oid oid;
    if (git_index_write_tree_to(&oid, index.get(), m_repository) != 0)
        return gitError(u"write tree"_s);
    return toText(&oid);
}

Result<QString> GitRepository::writeCommitOfTree(const QString& tree, const QStringList& parents,
    const QString& message, const Signature& author, const Signature& committer)
{
    std::vector<CommitHandle> owners;
    std::vector<const git_commit*> commits;
    for (const QString& parent : parents) {
        owners.push_back(lookUpCommit(m_repository, parent));
        if (!owners.back())
            return gitError(u"find parent commit"_s);
        commits.push_back(owners.back().get());
    }
    const TreeHandle root = lookUpTree(m_repository, tree);
    if (!root)
        return gitError(u"find tree"_s);
    const SignatureHandle by = toGit(author);
    const SignatureHandle with = toGit(committer);
    git_oid oid;
    if (!by || !with
        || git_commit_create(&oid, m_repository, nullptr, by.get(), with.get(), nullptr, message.toUtf8().constData(),
               root.get(), commits.size(), commits.data())
            != 0)
        return gitError(u"write commit"_s);
    return toText(&oid);
}

Result<QString> GitRepository::writeCommit(const QString& parent, const QList<FileChange>& changes,
    const QString& message, const Signature& author, const Signature& committer)
{
    const auto tree = writeTree(parent, changes);
    if (!tree)
        return tree.error();
    return writeCommitOfTree(*tree, parent.isEmpty() ? QStringList() : QStringList(parent), message, author, committer);
}

Result<std::optional<QString>> GitRepository::mergedTree(const QString& ours, const QString& theirs) const
{
    const CommitHandle left = lookUpCommit(m_repository, ours);
    const CommitHandle right = lookUpCommit(m_repository, theirs);
    IndexHandle index;
    if (!left || !right || git_merge_commits(out(index), m_repository, left.get(), right.get(), nullptr) != 0)
        return gitError(u"merge"_s);
    if (git_index_has_conflicts(index.get()) != 0)
        return std::optional<QString>();
    git_oid oid;
    if (git_index_write_tree_to(&oid, index.get(), m_repository) != 0)
        return gitError(u"write merged tree"_s);
    return std::optional(toText(&oid));
}

Result<std::optional<QString>> GitRepository::replay(
    const QString& onto, const QString& head, const Signature& committer)
{
    QString tip = onto;
    for (const Commit& step : between(onto, head)) {
        if (step.parents.size() > 1)
            continue; // a merge brings nothing of its own that the replayed commits lack
        const CommitHandle picked = lookUpCommit(m_repository, step.oid);
        const CommitHandle base = lookUpCommit(m_repository, tip);
        IndexHandle index;
        if (!picked || !base
            || git_cherrypick_commit(out(index), m_repository, picked.get(), base.get(), 0, nullptr) != 0)
            return gitError(u"replay"_s);
        if (git_index_has_conflicts(index.get()) != 0)
            return std::optional<QString>();
        git_oid tree;
        if (git_index_write_tree_to(&tree, index.get(), m_repository) != 0)
            return gitError(u"write replayed tree"_s);
        if (git_oid_equal(&tree, git_commit_tree_id(base.get())) != 0 && !step.parents.isEmpty()
            && commit(step.parents.first()) && commit(step.parents.first())->tree != step.tree)
            continue; // its change is there already; a commit that was made empty stays one
        auto next = writeCommitOfTree(toText(&tree), {tip}, step.message, step.author, committer);
        if (next && *next == step.oid) {
            // Committed and replayed within one second on the same parent: git would find the very same commit, but
            // GitHub's rebase always makes another one.
            Signature later = committer;
            later.at = later.at + Millis(1000);
            next = writeCommitOfTree(toText(&tree), {tip}, step.message, step.author, later);
        }
        if (!next)
            return next.error();
        tip = *next;
    }
    return std::optional(tip);
}

QList<ChangedFile> GitRepository::diff(const QString& fromCommit, const QString& toCommit, bool withPatch) const
{
    QList<ChangedFile> result;
    const TreeHandle from = fromCommit.isEmpty() ? TreeHandle() : lookUpTree(m_repository, fromCommit);
    const TreeHandle to = lookUpTree(m_repository, toCommit);
    DiffHandle diff;
    if (git_diff_tree_to_tree(out(diff), m_repository, from.get(), to.get(), nullptr) != 0)
        return result;
    for (size_t i = 0; i < git_diff_num_deltas(diff.get()); ++i) {
        const git_diff_delta* delta = git_diff_get_delta(diff.get(), i);
        ChangedFile file;
        const bool removed = delta->status == GIT_DELTA_DELETED;
        file.path = QString::fromUtf8(removed ? delta->old_file.path : delta->new_file.path);
        file.blob = toText(removed ? &delta->old_file.id : &delta->new_file.id);
        file.status = removed ? u"removed"_s : delta->status == GIT_DELTA_ADDED ? u"added"_s : u"modified"_s;
        PatchHandle patch;
        if (withPatch)
            git_patch_from_diff(out(patch), diff.get(), i);
        if (patch) {
            size_t added = 0;
            size_t deleted = 0;
            git_patch_line_stats(nullptr, &added, &deleted, patch.get());
            file.additions = int(added);
            file.deletions = int(deleted);
            git_buf buffer = GIT_BUF_INIT_CONST(nullptr, 0);
            if (git_patch_to_buf(&buffer, patch.get()) == 0) {
                const QString text = QString::fromUtf8(buffer.ptr, qsizetype(buffer.size));
                const qsizetype hunks = text.indexOf(u"\n@@ "_s);
                file.patch = hunks < 0 ? QString() : text.mid(hunks + 1);
                git_buf_dispose(&buffer);
            }
        }
        result.append(file);
    }
    return result;
}

} // namespace slipway::sandbox
