// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/values.h"

#include <QSet>

namespace slipway::github {

//! Pull requests that were armed or queued when they were last seen, and so have no history that matters. They are
//! watched without it: for hundreds of them that is most of what a look costs. Where the look shows that one is calm no
//! more, it is asked again with its history before anybody decides upon it.
class CalmPullRequests {
public:
    bool contains(const QString& nodeId) const { return m_nodeIds.contains(nodeId); }

    //! Takes a look at one in. False: it was asked without its history, and that matters now.
    bool take(const PullRequest& pullRequest, bool withHistory)
    {
        if (isCalm(pullRequest)) {
            if (m_nodeIds.size() >= kMost)
                m_nodeIds.clear(); // of runs that ended otherwise; whoever still waits is asked with its history once
            m_nodeIds.insert(pullRequest.nodeId);
            return true;
        }
        m_nodeIds.remove(pullRequest.nodeId);
        return withHistory || pullRequest.state == PullRequestState::Merged;
    }

private:
    static constexpr qsizetype kMost = 10'000;

    static bool isCalm(const PullRequest& pullRequest)
    {
        return pullRequest.state == PullRequestState::Open
            && (pullRequest.inMergeQueue || (pullRequest.autoMergeArmed && !pullRequest.mergeQueueEnabled));
    }

    QSet<QString> m_nodeIds;
};

} // namespace slipway::github
