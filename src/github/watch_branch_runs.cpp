// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "github/answers.h"
#include "github/fragments.h"
#include "github/read_parts.h"
#include "github/values_json.h"

namespace slipway::github {

ParseAnswer add(DocumentAssembler& document, const WatchBranchRuns& read)
{
    const auto alias = document.alias("history");
    document.field(alias + ":repository(owner:" + document.value("String!", read.repository.owner)
        + ",name:" + document.value("String!", read.repository.name)
        + "){ref(qualifiedName:" + document.value("String!", u"refs/heads/"_s + read.branch)
        + "){target{... on Commit{history(first:15){nodes{oid checkSuites(first:30){totalCount nodes{"
        + document.spread(fragments::checkSuite) + "}}}}}} compare(headRef:" + document.value("String!", read.sha)
        + "){status}}}");
    return [=](const Envelope& envelope) -> Result<Answer> {
        const Json args{{"repository", read.repository.full().toStdString()}, {"branch", read.branch.toStdString()}};
        const Json& ref = memberAt(envelope.at(alias), "ref");
        const Json& commits = memberAt(memberAt(memberAt(ref, "target"), "history"), "nodes");
        const auto* error = envelope.below({QString::fromLatin1(alias)});
        const bool unknownSha = error && error->path.contains(u"compare"_s)
            && verdictOf(*error, envelope, args).error.code == errc::githubNotFound;
        if (!commits.is_array() || (error && !unknownSha))
            return errorAt(envelope, alias, args);
        BranchRuns answer;
        // The branch is the base and our commit the head of the comparison: contained is what brings nothing new.
        const auto status = textAt(memberAt(ref, "compare"), "status");
        answer.contained = status == u"BEHIND"_s || status == u"IDENTICAL"_s;
        for (const auto& commit : commits) {
            const Json& suites = memberAt(commit, "checkSuites");
            if (isCutOff(suites))
                return cutOff();
            CommitRuns runs{textAt(commit, "oid"), runsFromSuites(suites, textAt(commit, "oid"))};
            runs.runs.removeIf([](const WorkflowRun& run) { return run.event != u"push"_s; });
            answer.commits.append(std::move(runs));
        }
        return Answer(std::move(answer));
    };
}

} // namespace slipway::github
