// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/graphql/github/github_views.h"

//! PullRequest.timelineItems: the request's commits, then what happened to it.
namespace slipway::sandbox::graphql {

namespace {

const QStringList eventTypes{u"AddedToMergeQueueEvent"_s, u"AutoMergeDisabledEvent"_s, u"AutoMergeEnabledEvent"_s,
    u"ClosedEvent"_s, u"HeadRefForcePushedEvent"_s, u"MergedEvent"_s, u"RemovedFromMergeQueueEvent"_s,
    u"ReopenedEvent"_s};

//! "AutoMergeDisabledEvent" → "AUTO_MERGE_DISABLED_EVENT".
QString enumWord(const QString& type)
{
    QString text;
    for (const QChar c : type) {
        if (c.isUpper() && !text.isEmpty())
            text += u'_';
        text += c.toUpper();
    }
    return text;
}

QString reasonCode(const QString& reason)
{
    QString code;
    for (const QChar c : reason)
        code += c.isLetterOrNumber() ? c.toUpper() : u'_';
    return code;
}

Resolved timelineItems(const PullRequestView& v, Call& call)
{
    const QStringList wanted = textsAt(call.arguments, "itemTypes");
    const auto isWanted = [&](const QString& type) {
        return !call.has("itemTypes") || wanted.contains(enumWord(type));
    };
    Resolved::List list;
    if (isWanted(u"PullRequestCommit"_s)) {
        for (const Commit& commit : worldOf(call).commits(*v.pull))
            list.emplace_back(makeObject(PullRequestCommitView{v.pull, commit}));
    }
    for (qint64 i = 0; i < v.pull->events.size(); ++i) {
        const PullEvent& event = v.pull->events.at(i);
        if (eventTypes.contains(event.type) && isWanted(event.type))
            list.emplace_back(Object{event.type, std::make_shared<const EventView>(EventView{v.pull, event, i})});
    }
    return connection(u"PullRequestTimelineItemsConnection"_s, std::move(list), call);
}

} // namespace

void addTimeline(Resolvers& resolvers)
{
    resolvers.add<PullRequestView>({{u"timelineItems", timelineItems}});
    using View = EventView;
    for (const QString& type : eventTypes) {
        resolvers.add<View>(
            {
                {u"id",
                    [](const View& v, Call&) -> Resolved {
                        return madeUpId(u"EV_kw", {v.pull->nodeId, QString::number(v.index)});
                    }},
                {u"createdAt", [](const View& v, Call&) -> Resolved { return time(v.event.at); }},
                {u"actor", [](const View& v, Call& c) -> Resolved { return actor(worldOf(c), v.event.actor); }},
                {u"pullRequest", [](const View& v, Call&) -> Resolved { return pullRequestObject(v.pull); }},
                {u"reason", [](const View& v, Call&) -> Resolved { return textOrNull(v.event.reason); }},
                {u"reasonCode",
                    [](const View& v, Call&) -> Resolved { return textOrNull(reasonCode(v.event.reason)); }},
                {u"url",
                    [](const View& v, Call& c) -> Resolved {
                        return worldOf(c).url(*v.pull) + u"#event-"_s + QString::number(v.index + 1);
                    }},
                {u"mergeRefName", [](const View& v, Call&) -> Resolved { return v.pull->baseName; }},
                {u"commit",
                    [](const View& v, Call& c) -> Resolved {
                        return commitObject(
                            worldOf(c), *worldOf(c).repository(v.pull->repository), v.pull->mergeCommitOid);
                    }},
            },
            type);
    }
}

} // namespace slipway::sandbox::graphql
