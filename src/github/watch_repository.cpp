// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "github/fragments.h"
#include "github/read_parts.h"
#include "github/values_json.h"

namespace slipway::github {

ParseAnswer add(DocumentAssembler& document, const WatchRepository& read)
{
    const auto alias = document.alias("created");
    document.field(alias + ":repository(owner:" + document.value("String!", read.repository.owner)
        + ",name:" + document.value("String!", read.repository.name) + ",followRenames:false){"
        + document.spread(fragments::repository)
        + " defaultBranchRef{name target{oid ... on Commit{checkSuites(first:20){totalCount nodes{"
        + document.spread(fragments::checkSuite) + "}}}}}}");
    return [=](const Envelope& envelope) -> Result<Answer> {
        const auto optional = optionalFields() + QList<QString>{u"checkSuites"_s};
        const Json& node = envelope.at(alias);
        auto info = repositoryFrom(node);
        if (!info || envelope.below({QString::fromLatin1(alias)}, optional)) {
            auto error = errorAt(envelope, alias, {{"repository", read.repository.full().toStdString()}}, optional);
            if (!info && error.code == errc::githubNotFound)
                return Answer(RepositoryState{});
            return error;
        }
        const Json& suites = memberAt(memberAt(memberAt(node, "defaultBranchRef"), "target"), "checkSuites");
        RepositoryState state{.exists = true, .info = std::move(*info)};
        state.runs = runsFromSuites(suites, state.info.defaultBranchOid);
        state.runsReadable = !envelope.below({QString::fromLatin1(alias)}, optionalFields()) && !isCutOff(suites);
        return Answer(std::move(state));
    };
}

} // namespace slipway::github
