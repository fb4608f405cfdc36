// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "github/read_parts.h"

namespace slipway::github {

ParseAnswer add(DocumentAssembler& document, const ReadCommit& read)
{
    const auto alias = document.alias("made");
    document.field(alias + ":repository(owner:" + document.value("String!", read.repository.owner) + ",name:"
        + document.value("String!", read.repository.name) + "){object(oid:" + document.value("GitObjectID!", read.sha)
        + "){... on Commit{message associatedPullRequests(first:1){nodes{mergedBy{login}}}}}}");
    return [=](const Envelope& envelope) -> Result<Answer> {
        const Json& node = envelope.at(alias);
        // Who merged is a hint; a token that may not read it still reads the message.
        const QList<QString> optional{u"associatedPullRequests"_s};
        if (!node.is_object() || envelope.below({QString::fromLatin1(alias)}, optional))
            return errorAt(envelope, alias,
                {{"repository", read.repository.full().toStdString()}, {"sha", read.sha.toStdString()}}, optional);
        const Json& commit = memberAt(node, "object");
        CommitInfo info{.message = textAt(commit, "message")};
        if (const Json& pulls = memberAt(memberAt(commit, "associatedPullRequests"), "nodes");
            pulls.is_array() && !pulls.empty())
            info.mergedBy = textAt(memberAt(pulls.front(), "mergedBy"), "login");
        return Answer(std::move(info));
    };
}

} // namespace slipway::github
