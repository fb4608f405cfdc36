// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "github/fragments.h"
#include "github/read_parts.h"
#include "github/values_json.h"

namespace slipway::github {

bool isCutOff(const Json& suites)
{
    const Json& nodes = memberAt(suites, "nodes");
    return nodes.is_array() && integerAt(suites, "totalCount") > qint64(nodes.size());
}

Error cutOff() { return {.code = errc::internal, .args = {{"reason", "there are more check suites"}}}; }

bool isCutOff(const Error& error) { return error == cutOff(); }

ParseAnswer add(DocumentAssembler& document, const WatchCommitRuns& read)
{
    const auto alias = document.alias("commit");
    document.field(alias + ":repository(owner:" + document.value("String!", read.repository.owner) + ",name:"
        + document.value("String!", read.repository.name) + "){object(oid:" + document.value("GitObjectID!", read.sha)
        + "){... on Commit{oid checkSuites(first:30){totalCount nodes{" + document.spread(fragments::checkSuite)
        + "}}}}}");
    return [=](const Envelope& envelope) -> Result<Answer> {
        const Json& node = envelope.at(alias);
        if (!node.is_object() || envelope.below({QString::fromLatin1(alias)}))
            return errorAt(envelope, alias,
                {{"repository", read.repository.full().toStdString()}, {"sha", read.sha.toStdString()}});
        // A commit that was made a moment ago may not be seen yet: no runs so far.
        const Json& suites = memberAt(memberAt(node, "object"), "checkSuites");
        if (isCutOff(suites))
            return cutOff();
        return Answer(CommitRuns{read.sha, runsFromSuites(suites, read.sha)});
    };
}

} // namespace slipway::github
