// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/effect_calls.h"

#include "base/error_codes.h"
#include "base/text.h"

namespace slipway::github {

Call callFor(const Effect& effect, const std::shared_ptr<ServerTraits>& server)
{
    return std::visit(
        Overloaded{
            [&](const DispatchWorkflow& e) { return call(e, server); },
            [&](const MoveBranch& e) { return server->knowsUpdateRefs ? call(e) : Call(moveBranchByRest(e)); },
            [&](const DeleteBranch& e) { return server->knowsUpdateRefs ? call(e) : Call(deleteBranchByRest(e)); },
            [](const auto& e) { return call(e); },
        },
        effect);
}

GraphqlCall singleField(const QString& operation, const QByteArray& mutation, const QByteArray& inputType, Json input,
    const QByteArray& selection, Json args, std::function<EffectOutcome(const Json& payload, const Envelope&)> judge)
{
    DocumentAssembler document(DocumentAssembler::Kind::Mutation, operation);
    document.field(
        "done:" + mutation + "(input:" + document.value(inputType, std::move(input)) + "){" + selection + "}");
    return {document.document(), [args = std::move(args), judge = std::move(judge)](const Envelope& envelope) {
                const auto* error = envelope.below({u"done"_s});
                if (!error)
                    error = envelope.general();
                if (error)
                    return verdictOf(*error, envelope, args).outcome();
                const Json& payload = envelope.at("done");
                return payload.is_object() ? judge(payload, envelope) : garbage(envelope);
            }};
}

Json commitInput(const RepositoryName& repository, const QString& branch, const QString& expectedHeadOid,
    const QString& headline, const QString& body, const QList<FileAddition>& additions, const QStringList& deletions)
{
    Json added = Json::array();
    for (const auto& file : additions)
        added.push_back(Json{{"path", file.path.toStdString()}, {"contents", file.bytes.toBase64().toStdString()}});
    Json removed = Json::array();
    for (const auto& path : deletions)
        removed.push_back(Json{{"path", path.toStdString()}});
    Json message{{"headline", headline.toStdString()}};
    if (!body.isEmpty())
        message["body"] = body.toStdString();
    return Json{
        {"branch",
            {{"repositoryNameWithOwner", repository.full().toStdString()}, {"branchName", branch.toStdString()}}},
        {"expectedHeadOid", expectedHeadOid.toStdString()}, {"message", std::move(message)},
        {"fileChanges", {{"additions", std::move(added)}, {"deletions", std::move(removed)}}}};
}

Json argsOf(const RepositoryName& repository) { return Json{{"repository", repository.full().toStdString()}}; }

EffectOutcome done(Json result) { return {EffectOutcome::Kind::Done, std::move(result), std::nullopt}; }

EffectOutcome refused(const QString& code, Json args, Json result)
{
    return {EffectOutcome::Kind::Refused, std::move(result), Error{.code = code, .args = std::move(args)}};
}

EffectOutcome garbage(const Envelope& envelope, Json result)
{
    return {EffectOutcome::Kind::Unknown, std::move(result), unreadable(envelope)};
}

} // namespace slipway::github
