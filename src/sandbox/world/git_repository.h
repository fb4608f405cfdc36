// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

struct git_repository;

//! Real bare git repositories, by libgit2. Nothing here knows GitHub. Not thread-safe: used from the world's thread.
namespace slipway::sandbox {

struct Signature {
    QString name;
    QString email;
    Timestamp at; //!< seconds are kept, UTC
};

struct Commit {
    QString oid;
    QString tree;
    QStringList parents;
    QString message; //!< whole
    Signature author;
    Signature committer;

    QString headline() const { return message.section(QLatin1Char('\n'), 0, 0); }
    //! What follows the headline and its blank line, without the final newline.
    QString body() const;
};

struct TreeEntry {
    QString name; //!< last part of the path
    QString path; //!< from the root, no leading slash
    QString oid;
    int mode = 0; //!< 0100644 (33188), 0100755, 0120000, 040000, 0160000
    QString type; //!< "blob", "tree", "commit"
};

struct GitRef {
    QString name; //!< full: "refs/heads/main"
    QString oid;
};

struct FileChange {
    QString path;
    std::optional<QByteArray> contents; //!< nothing deletes the file
    int mode = 0100644; //!< of what is written
};

struct ChangedFile {
    QString path;
    QString status; //!< "added", "modified", "removed"
    int additions = 0;
    int deletions = 0;
    QString blob; //!< new side, else old side
    QString patch; //!< unified hunks without file header, as in GitHub's `patch`
};

struct Comparison {
    QString status; //!< of head, seen from base: "identical", "ahead", "behind", "diverged"
    QString mergeBase; //!< empty: no common history
    int ahead = 0;
    int behind = 0;
};

class GitRepository {
public:
    ~GitRepository();
    GitRepository(const GitRepository&) = delete;
    GitRepository& operator=(const GitRepository&) = delete;

    static Result<std::unique_ptr<GitRepository>> create(const QString& path);
    static Result<std::unique_ptr<GitRepository>> open(const QString& path);
    const QString& path() const { return m_path; }

    //! Of the full name; nothing if there is no such ref.
    std::optional<QString> refTarget(const QString& fullName) const;
    //! All refs under the prefix ("refs/heads/"), sorted by name.
    QList<GitRef> refs(const QString& prefix) const;
    //! oid, branch, tag or full ref name, then optionally ":path": the oid of the object. Nothing if not found.
    std::optional<QString> resolve(const QString& expression) const;
    //! "commit", "tree", "blob", "tag"; empty if there is no such object.
    QString typeOf(const QString& oid) const;
    bool isCommit(const QString& oid) const { return typeOf(oid) == u"commit"; }

    std::optional<Commit> commit(const QString& oid) const;
    //! File or folder at `path` in the commit's (or tree's) tree.
    std::optional<TreeEntry> entry(const QString& commitOid, const QString& path) const;
    //! What is directly in the folder; empty path is the root. Nothing if it is no folder.
    std::optional<QList<TreeEntry>> list(const QString& commitOid, const QString& path) const;
    std::optional<QByteArray> blob(const QString& oid) const;
    //! The file's bytes at the commit.
    std::optional<QByteArray> file(const QString& commitOid, const QString& path) const;
    //! First-parent order not promised: newest first by time and topology, at most `limit`.
    QList<Commit> history(const QString& fromOid, int limit, int skip = 0) const;
    //! Commits reachable from head but not from base, oldest first.
    QList<Commit> between(const QString& base, const QString& head, int limit = 250) const;

    Comparison compare(const QString& base, const QString& head) const;
    //! True if `ancestor` is `oid` or reachable from it.
    bool contains(const QString& oid, const QString& ancestor) const;
    //! Changes from the tree of `fromCommit` (empty: from nothing) to that of `toCommit`.
    QList<ChangedFile> diff(const QString& fromCommit, const QString& toCommit, bool withPatch = true) const;

    //! A commit object on `parent` (empty: a root commit); moves no ref. Modes of existing files are kept only for
    //! those not written; written files are 100644, as by GitHub's API. Deleting what is not there is an error.
    Result<QString> writeCommit(const QString& parent, const QList<FileChange>& changes, const QString& message,
        const Signature& author, const Signature& committer);
    Result<QString> writeBlob(const QByteArray& bytes);
    //! A commit of an existing tree.
    Result<QString> writeCommitOfTree(const QString& tree, const QStringList& parents, const QString& message,
        const Signature& author, const Signature& committer);
    //! base_tree and entries, as GitHub's POST git/trees does it.
    Result<QString> writeTree(const QString& baseTree, const QList<FileChange>& changes);

    //! Runs `write`, keeping new objects in memory, and stores them as one pack: many files at once are many times
    //! faster so. Moves no ref.
    Result<QString> writeInBulk(const std::function<Result<QString>()>& write);

    //! Three-way merge of two commits: the merged tree, or nothing when they conflict.
    Result<std::optional<QString>> mergedTree(const QString& ours, const QString& theirs) const;
    //! Replays base..head onto `onto` with new committers: the new tip, or nothing on a conflict. Always new commits,
    //! as GitHub does, even where a fast-forward was possible.
    Result<std::optional<QString>> replay(const QString& onto, const QString& head, const Signature& committer);

    //! Creates or moves; no checks but that the object is there. Error githubRefused "Reference update failed".
    Result<void> setRef(const QString& fullName, const QString& oid);
    Result<void> deleteRef(const QString& fullName);
    static bool isValidRefName(const QString& fullName);

private:
    GitRepository(QString path, git_repository* repository)
        : m_path(std::move(path))
        , m_repository(repository)
    { }

    QString m_path;
    git_repository* m_repository;
};

} // namespace slipway::sandbox
