// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error_codes.h"
#include "base/result.h"

#include <QString>

#include <git2.h>

#include <memory>

//! Owners for libgit2's objects and the one place that turns its errors into values. Private to the world.
namespace slipway::sandbox {

template <auto Free>
struct GitDelete {
    template <class T>
    void operator()(T* object) const
    {
        Free(object);
    }
};
template <class T, auto Free>
using GitHandle = std::unique_ptr<T, GitDelete<Free>>;

using CommitHandle = GitHandle<git_commit, git_commit_free>;
using TreeHandle = GitHandle<git_tree, git_tree_free>;
using BlobHandle = GitHandle<git_blob, git_blob_free>;
using ObjectHandle = GitHandle<git_object, git_object_free>;
using IndexHandle = GitHandle<git_index, git_index_free>;
using ReferenceHandle = GitHandle<git_reference, git_reference_free>;
using TreeEntryHandle = GitHandle<git_tree_entry, git_tree_entry_free>;
using WalkHandle = GitHandle<git_revwalk, git_revwalk_free>;
using DiffHandle = GitHandle<git_diff, git_diff_free>;
using PatchHandle = GitHandle<git_patch, git_patch_free>;
using SignatureHandle = GitHandle<git_signature, git_signature_free>;

//! libgit2 fills in a pointer: out(handle) hands it one and takes what it got at the end of the whole expression: do
//! not use the handle in the same one.
template <class Handle>
class HandleOut {
public:
    explicit HandleOut(Handle& handle)
        : m_handle(handle)
    { }
    ~HandleOut() { m_handle.reset(m_raw); }
    HandleOut(const HandleOut&) = delete;
    HandleOut& operator=(const HandleOut&) = delete;
    operator typename Handle::pointer *() { return &m_raw; }

private:
    Handle& m_handle;
    typename Handle::pointer m_raw = nullptr;
};
template <class Handle>
HandleOut<Handle> out(Handle& handle)
{
    return HandleOut<Handle>(handle);
}

inline Error gitError(const QString& doing)
{
    const git_error* last = git_error_last();
    Error error{errc::internal, {}, {}};
    error.args = Json::object({{"doing", doing.toStdString()}});
    error.details = Json::object({{"text", last && last->message ? std::string(last->message) : std::string("git")}});
    return error;
}

inline std::optional<git_oid> toOid(const QString& text)
{
    git_oid oid;
    if (text.size() != GIT_OID_HEXSZ || git_oid_fromstr(&oid, text.toLatin1().constData()) != 0)
        return std::nullopt;
    return oid;
}

inline QString toText(const git_oid* oid)
{
    char buffer[GIT_OID_HEXSZ];
    git_oid_fmt(buffer, oid);
    return QString::fromLatin1(buffer, GIT_OID_HEXSZ);
}

inline CommitHandle lookUpCommit(git_repository* repository, const QString& oid)
{
    CommitHandle commit;
    if (const auto id = toOid(oid))
        git_commit_lookup(out(commit), repository, &*id);
    return commit;
}

//! The tree of a commit or of a tree id.
inline TreeHandle lookUpTree(git_repository* repository, const QString& oid)
{
    TreeHandle tree;
    const auto id = toOid(oid);
    if (!id)
        return tree;
    ObjectHandle object;
    if (git_object_lookup(out(object), repository, &*id, GIT_OBJECT_ANY) != 0)
        return tree;
    ObjectHandle peeled;
    if (git_object_peel(out(peeled), object.get(), GIT_OBJECT_TREE) == 0)
        tree.reset(reinterpret_cast<git_tree*>(peeled.release()));
    return tree;
}

} // namespace slipway::sandbox
