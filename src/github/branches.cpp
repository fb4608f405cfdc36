// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "github/effect_calls.h"

namespace slipway::github {

Call call(const DeleteBranch& effect)
{
    Json updates = Json::array();
    updates.push_back(Json{{"name", (u"refs/heads/"_s + effect.branch).toStdString()},
        {"beforeOid", effect.oid.toStdString()}, {"afterOid", zeroOid.toStdString()}, {"force", true}});
    auto args = argsOf(effect.repository);
    args["branch"] = effect.branch.toStdString();
    return singleField(u"DeleteBranch"_s, "updateRefs", "UpdateRefsInput!",
        Json{{"repositoryId", effect.repositoryId.toStdString()}, {"refUpdates", std::move(updates)}},
        "clientMutationId", std::move(args), [branch = effect.branch](const Json&, const Envelope&) {
            return done(Json{{"branch", branch.toStdString()}});
        });
}

} // namespace slipway::github
