// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/graphql/github/github_views.h"

//! GitHub's pages: connections, edges, cursors.
namespace slipway::sandbox::graphql {

namespace {

struct PageView {
    Resolved::List nodes;
    QString edgeType;
    qsizetype offset = 0;
    qsizetype total = 0;
};

struct PageInfoView {
    static constexpr auto graphqlType = u"PageInfo";
    qsizetype offset;
    qsizetype count;
    qsizetype total;
};

struct EdgeView {
    Resolved node;
    QString cursor;
};

const QString cursorPrefix = u"cursor:v2:"_s;

//! Of the entry with this index.
QString cursorOf(qsizetype index)
{
    return QString::fromLatin1((cursorPrefix + QString::number(index)).toLatin1().toBase64());
}

std::optional<qsizetype> indexOf(const QString& cursor)
{
    const QString plain = QString::fromLatin1(QByteArray::fromBase64(cursor.toLatin1()));
    bool isNumber = false;
    const qsizetype index = plain.mid(cursorPrefix.size()).toLongLong(&isNumber);
    return plain.startsWith(cursorPrefix) && isNumber ? std::optional(index) : std::nullopt;
}

QString edgeTypeOf(const QString& connectionType)
{
    if (connectionType == u"CommitHistoryConnection")
        return u"CommitEdge"_s;
    return connectionType.chopped(u"Connection"_s.size()) + u"Edge"_s;
}

Resolved edges(const PageView& page)
{
    Resolved::List list;
    for (size_t i = 0; i < page.nodes.size(); ++i)
        list.emplace_back(Object{page.edgeType,
            std::make_shared<const EdgeView>(EdgeView{page.nodes[i], cursorOf(page.offset + qsizetype(i))})});
    return list;
}

} // namespace

Resolved connection(const QString& type, Resolved::List all, Call& call)
{
    qsizetype from = 0;
    qsizetype to = qsizetype(all.size());
    for (const char* name : {"after", "before"}) {
        if (!call.has(name))
            continue;
        const auto index = indexOf(call.text(name));
        if (!index)
            return FieldError{u"INVALID_CURSOR_ARGUMENTS"_s,
                u"`%1` does not appear to be a valid cursor."_s.arg(call.text(name)), nullptr};
        if (QLatin1StringView(name) == "after"_L1)
            from = std::clamp(*index + 1, from, to);
        else
            to = std::clamp(*index, from, to);
    }
    if (call.has("first"))
        to = std::min(to, from + qsizetype(integerAt(call.arguments, "first")));
    if (call.has("last"))
        from = std::max(from, to - qsizetype(integerAt(call.arguments, "last")));
    PageView page;
    page.total = qsizetype(all.size());
    page.offset = from;
    page.edgeType = edgeTypeOf(type);
    page.nodes.assign(std::make_move_iterator(all.begin() + from), std::make_move_iterator(all.begin() + to));
    return Object{type, std::make_shared<const PageView>(std::move(page))};
}

Resolved edge(const QString& type, Resolved node)
{
    return Object{type, std::make_shared<const EdgeView>(EdgeView{std::move(node), cursorOf(0)})};
}

void addConnections(Resolvers& resolvers, const Schema& schema)
{
    for (const QString& name : schema.typeNames()) {
        if (schema.find(name)->isConnection())
            resolvers.add<PageView>(
                {
                    {u"nodes", [](const PageView& v, Call&) -> Resolved { return v.nodes; }},
                    {u"edges", [](const PageView& v, Call&) -> Resolved { return edges(v); }},
                    {u"totalCount", [](const PageView& v, Call&) -> Resolved { return number(v.total); }},
                    {u"pageInfo",
                        [](const PageView& v, Call&) -> Resolved {
                            return makeObject(PageInfoView{v.offset, qsizetype(v.nodes.size()), v.total});
                        }},
                },
                name);
        else if (name.endsWith(u"Edge"_s))
            resolvers.add<EdgeView>(
                {
                    {u"node", [](const EdgeView& v, Call&) -> Resolved { return v.node; }},
                    {u"cursor", [](const EdgeView& v, Call&) -> Resolved { return v.cursor; }},
                },
                name);
    }
    resolvers.add<PageInfoView>({
        {u"hasNextPage", [](const PageInfoView& v, Call&) -> Resolved { return flag(v.offset + v.count < v.total); }},
        {u"hasPreviousPage", [](const PageInfoView& v, Call&) -> Resolved { return flag(v.offset > 0); }},
        {u"startCursor",
            [](const PageInfoView& v, Call&) -> Resolved { return v.count ? Resolved(cursorOf(v.offset)) : nullptr; }},
        {u"endCursor",
            [](const PageInfoView& v, Call&) -> Resolved {
                return v.count ? Resolved(cursorOf(v.offset + v.count - 1)) : nullptr;
            }},
    });
}

} // namespace slipway::sandbox::graphql
