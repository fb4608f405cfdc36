// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "github/effect_calls.h"

//! Branches on servers whose GraphQL has no updateRefs. REST knows no precondition for a reference, so what the read
//! before saw is all that stands between this and somebody else's push of that very moment.
namespace slipway::github {

namespace {

RestPath reference(const RepositoryName& repository, const QString& branch)
{
    RestPath path(repository);
    return path.part(u"git"_s).part(u"refs"_s).part(u"heads"_s).path(branch);
}

Json argsFor(const RepositoryName& repository, const QString& branch)
{
    auto args = argsOf(repository);
    args["branch"] = branch.toStdString();
    return args;
}

} // namespace

RestCall moveBranchByRest(const MoveBranch& effect)
{
    return RestCall{.method = "PATCH",
        .path = reference(effect.repository, effect.branch),
        .body = Json{{"sha", effect.newOid.toStdString()}, {"force", true}},
        .judge = [effect](const http::Response& response, const QUrl& url) {
            if (response.status == 200) {
                const auto answer = parseJson(response.body);
                if (!answer || textAt(memberAt(*answer, "object"), "sha") != effect.newOid)
                    return EffectOutcome{EffectOutcome::Kind::Unknown, Json::object(), unreadable(response, url)};
                return done(Json{{"headSha", effect.newOid.toStdString()}});
            }
            return verdictOf(response, url, argsFor(effect.repository, effect.branch)).outcome();
        }};
}

RestCall deleteBranchByRest(const DeleteBranch& effect)
{
    return RestCall{.method = "DELETE",
        .path = reference(effect.repository, effect.branch),
        .body = std::nullopt,
        .judge = [effect](const http::Response& response, const QUrl& url) {
            if (response.status == 204)
                return done(Json{{"branch", effect.branch.toStdString()}});
            return verdictOf(response, url, argsFor(effect.repository, effect.branch)).outcome();
        }};
}

} // namespace slipway::github
