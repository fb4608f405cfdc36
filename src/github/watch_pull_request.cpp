// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "github/fragments.h"
#include "github/read_parts.h"
#include "github/values_json.h"

namespace slipway::github {

namespace {

Result<Answer> parseNode(
    const Envelope& envelope, const QByteArray& alias, qsizetype index, const WatchPullRequest& read)
{
    const Json& nodes = envelope.at(alias);
    const Json args{{"nodeId", read.nodeId.toStdString()}};
    if (!nodes.is_array())
        return errorAt(envelope, alias, args);
    if (size_t(index) < nodes.size())
        if (auto request = pullRequestFrom(nodes[size_t(index)]); request && request->nodeId == read.nodeId)
            return Answer(std::move(*request));
    Envelope own = envelope;
    own.errors.removeIf([&](const GraphqlError& error) {
        // GitHub names the place of an unknown id by index, or not at all.
        return error.path.size() > 1 && error.path.at(1) != QString::number(index);
    });
    return errorAt(own, alias, args, optionalFields());
}

} // namespace

QList<ParseAnswer> add(DocumentAssembler& document, const QList<WatchPullRequest>& reads, const Fragment& as)
{
    const auto alias = document.alias("pullRequests");
    Json ids = Json::array();
    QList<ParseAnswer> parsers;
    for (qsizetype i = 0; i < reads.size(); ++i) {
        ids.push_back(reads.at(i).nodeId.toStdString());
        parsers.append(
            [alias, i, read = reads.at(i)](const Envelope& envelope) { return parseNode(envelope, alias, i, read); });
    }
    document.field(
        alias + ":nodes(ids:" + document.value("[ID!]!", std::move(ids)) + "){__typename " + document.spread(as) + "}");
    return parsers;
}

} // namespace slipway::github
