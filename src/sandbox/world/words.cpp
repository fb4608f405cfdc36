// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/world/model.h"

#include <QDateTime>

namespace slipway::sandbox {

QString word(MergeMethod method)
{
    switch (method) {
    case MergeMethod::Merge: return u"MERGE"_s;
    case MergeMethod::Squash: return u"SQUASH"_s;
    case MergeMethod::Rebase: return u"REBASE"_s;
    }
    return {};
}

bool Repository::allows(MergeMethod method) const
{
    if ((!ruleMethods.isEmpty() && !ruleMethods.contains(method)) || (linearHistory && method == MergeMethod::Merge)
        || (signedCommits && method == MergeMethod::Rebase))
        return false;
    switch (method) {
    case MergeMethod::Merge: return mergeCommitAllowed;
    case MergeMethod::Squash: return squashMergeAllowed;
    case MergeMethod::Rebase: return rebaseMergeAllowed;
    }
    return false;
}

QString word(PullState state)
{
    switch (state) {
    case PullState::Open: return u"OPEN"_s;
    case PullState::Closed: return u"CLOSED"_s;
    case PullState::Merged: return u"MERGED"_s;
    }
    return {};
}

QString word(Mergeable mergeable)
{
    switch (mergeable) {
    case Mergeable::Mergeable: return u"MERGEABLE"_s;
    case Mergeable::Conflicting: return u"CONFLICTING"_s;
    case Mergeable::Unknown: return u"UNKNOWN"_s;
    }
    return {};
}

QString word(MergeStatus status)
{
    switch (status) {
    case MergeStatus::Clean: return u"CLEAN"_s;
    case MergeStatus::Blocked: return u"BLOCKED"_s;
    case MergeStatus::Behind: return u"BEHIND"_s;
    case MergeStatus::Unstable: return u"UNSTABLE"_s;
    case MergeStatus::Dirty: return u"DIRTY"_s;
    case MergeStatus::Draft: return u"DRAFT"_s;
    case MergeStatus::Unknown: return u"UNKNOWN"_s;
    }
    return {};
}

std::optional<MergeMethod> mergeMethodFromWord(const QString& word)
{
    const QString upper = word.toUpper();
    if (upper == u"MERGE")
        return MergeMethod::Merge;
    if (upper == u"SQUASH")
        return MergeMethod::Squash;
    if (upper == u"REBASE")
        return MergeMethod::Rebase;
    return std::nullopt;
}

QString githubTime(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.ms, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
}

} // namespace slipway::sandbox
