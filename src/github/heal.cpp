// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "github/effect_calls.h"

namespace slipway::github {

Call call(const PrepareBranch& effect)
{
    DocumentAssembler document(DocumentAssembler::Kind::Mutation, u"PrepareBranch"_s);
    document.field("ref:createRef(input:"
        + document.value("CreateRefInput!",
            Json{{"repositoryId", effect.repositoryId.toStdString()},
                {"name", (u"refs/heads/"_s + effect.temporaryBranch).toStdString()},
                {"oid", effect.baseOid.toStdString()}})
        + "){ref{id}}");
    document.field("commit:createCommitOnBranch(input:"
        + document.value("CreateCommitOnBranchInput!",
            commitInput(effect.repository, effect.temporaryBranch, effect.baseOid, effect.commitHeadline,
                effect.commitBody, effect.additions, effect.deletions))
        + "){commit{oid} ref{id}}");
    return GraphqlCall{document.document(), [effect](const Envelope& envelope) {
                           auto args = argsOf(effect.repository);
                           args["branch"] = effect.temporaryBranch.toStdString();
                           const auto* refError = envelope.below({u"ref"_s});
                           const auto* commitError = envelope.below({u"commit"_s});
                           for (const auto* error : {refError, commitError})
                               if (error && verdictOf(*error, envelope, args).kind == EffectOutcome::Kind::Unknown)
                                   return verdictOf(*error, envelope, args).outcome();
                           const Json& commit = envelope.at("commit");
                           const auto sha = textAt(memberAt(commit, "commit"), "oid");
                           Json result = Json::object();
                           if (memberAt(envelope.at("ref"), "ref").is_object())
                               result["ref"] = true;
                           if (!sha.isEmpty()) {
                               // Also where the branch stood at its base already: the commit's precondition decided.
                               return done(Json{{"sha", sha.toStdString()},
                                   {"refId", textAt(memberAt(commit, "ref"), "id").toStdString()},
                                   {"branch", effect.temporaryBranch.toStdString()}});
                           }
                           const auto* error = refError ? refError : commitError ? commitError : envelope.general();
                           if (!error)
                               return garbage(envelope, std::move(result));
                           auto outcome = verdictOf(*error, envelope, args).outcome(result);
                           if (outcome.kind == EffectOutcome::Kind::NotExecuted && !result.empty())
                               outcome.kind = EffectOutcome::Kind::Refused;
                           return outcome;
                       }};
}

Call call(const MoveBranch& effect)
{
    Json updates = Json::array();
    updates.push_back(Json{{"name", (u"refs/heads/"_s + effect.branch).toStdString()},
        {"beforeOid", effect.oldOid.toStdString()}, {"afterOid", effect.newOid.toStdString()}, {"force", true}});
    if (!effect.temporaryBranch.isEmpty())
        updates.push_back(Json{{"name", (u"refs/heads/"_s + effect.temporaryBranch).toStdString()},
            {"beforeOid", effect.newOid.toStdString()}, {"afterOid", zeroOid.toStdString()}, {"force", true}});
    auto args = argsOf(effect.repository);
    args["branch"] = effect.branch.toStdString();
    // clientMutationId is null in the answer; that the payload is an object says that all refs moved, or none would.
    return singleField(u"MoveBranch"_s, "updateRefs", "UpdateRefsInput!",
        Json{{"repositoryId", effect.repositoryId.toStdString()}, {"refUpdates", std::move(updates)}},
        "clientMutationId", std::move(args), [head = effect.newOid](const Json&, const Envelope&) {
            return done(Json{{"headSha", head.toStdString()}});
        });
}

} // namespace slipway::github
