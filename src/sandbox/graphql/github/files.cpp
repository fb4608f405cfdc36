// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/graphql/github/github_views.h"

//! Trees, their entries, and blobs with GitHub's limits.
namespace slipway::sandbox::graphql {

namespace {

//! `Blob.text` ends here, without a word.
constexpr qsizetype mostText = 512'000;

QByteArray bytesOf(const Repository& repository, const QString& oid, Call& call)
{
    return worldOf(call).git(repository).blob(oid).value_or(QByteArray());
}

bool isBinary(const QByteArray& bytes) { return bytes.left(8000).contains('\0'); }

//! Not more than `limit` bytes, and no torn character at the end.
QByteArray cut(QByteArray bytes, qsizetype limit)
{
    if (bytes.size() <= limit)
        return bytes;
    const auto continues = [&](qsizetype at) { return (uchar(bytes.at(at)) & 0xC0) == 0x80; };
    while (limit > 0 && continues(limit))
        --limit;
    bytes.truncate(limit);
    return bytes;
}

Resolved text(const BlobView& v, Call& call)
{
    const QByteArray bytes = bytesOf(*v.repository, v.oid, call);
    return isBinary(bytes) ? Resolved(nullptr) : QString::fromUtf8(cut(bytes, mostText));
}

Resolved entries(const TreeView& v, Call& call)
{
    Resolved::List list;
    for (const TreeEntry& entry : worldOf(call).git(*v.repository).list(v.oid, {}).value_or(QList<TreeEntry>()))
        list.emplace_back(makeObject(TreeEntryView{v.repository, entry}));
    return list;
}

} // namespace

void addFiles(Resolvers& resolvers)
{
    resolvers.add<TreeView>({
        {u"id",
            [](const TreeView& v, Call&) -> Resolved {
                return madeUpId(u"T_kw", {v.repository->nodeId, v.oid});
            }},
        {u"oid", [](const TreeView& v, Call&) -> Resolved { return v.oid; }},
        {u"abbreviatedOid", [](const TreeView& v, Call&) -> Resolved { return v.oid.left(7); }},
        {u"entries", entries},
    });
    using Entry = TreeEntryView;
    resolvers.add<Entry>({
        {u"mode", [](const Entry& v, Call&) -> Resolved { return number(v.entry.mode); }},
        {u"name", [](const Entry& v, Call&) -> Resolved { return v.entry.name; }},
        {u"oid", [](const Entry& v, Call&) -> Resolved { return v.entry.oid; }},
        {u"path", [](const Entry& v, Call&) -> Resolved { return v.entry.path; }},
        {u"type", [](const Entry& v, Call&) -> Resolved { return v.entry.type; }},
        {u"size",
            [](const Entry& v, Call& c) -> Resolved {
                return number(v.entry.type == u"blob" ? bytesOf(*v.repository, v.entry.oid, c).size() : 0);
            }},
        {u"object",
            [](const Entry& v, Call& c) -> Resolved { return gitObject(worldOf(c), *v.repository, v.entry.oid); }},
    });
    resolvers.add<BlobView>({
        {u"id", [](const BlobView& v, Call& c) -> Resolved { return worldOf(c).blobNodeId(*v.repository, v.oid); }},
        {u"oid", [](const BlobView& v, Call&) -> Resolved { return v.oid; }},
        {u"abbreviatedOid", [](const BlobView& v, Call&) -> Resolved { return v.oid.left(7); }},
        {u"byteSize",
            [](const BlobView& v, Call& c) -> Resolved { return number(bytesOf(*v.repository, v.oid, c).size()); }},
        {u"isBinary",
            [](const BlobView& v, Call& c) -> Resolved { return flag(isBinary(bytesOf(*v.repository, v.oid, c))); }},
        {u"isTruncated",
            [](const BlobView& v, Call& c) -> Resolved {
                return flag(bytesOf(*v.repository, v.oid, c).size() > mostText);
            }},
        {u"text", text},
    });
}

} // namespace slipway::sandbox::graphql
