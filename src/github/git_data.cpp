// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "github/effect_calls.h"

//! Git's objects over REST: the only way that keeps the modes of files.
namespace slipway::github {

namespace {

std::function<EffectOutcome(const http::Response&, const QUrl&)> judgeBySha(Json args, const char* member)
{
    return [args = std::move(args), member](const http::Response& response, const QUrl& url) {
        if (response.status != 201)
            return verdictOf(response, url, args).outcome();
        const auto json = parseJson(response.body, {.bytes = response.body.size()});
        const auto sha = json.ok() ? textAt(*json, "sha") : QString();
        if (!isSha(sha))
            return EffectOutcome{EffectOutcome::Kind::Unknown, Json::object(), unreadable(response, url)};
        return done(Json{{member, sha.toStdString()}});
    };
}

std::string octal(int mode) { return QString::number(mode, 8).rightJustified(6, u'0').toStdString(); }

} // namespace

Call call(const WriteTree& effect)
{
    Json entries = Json::array();
    for (const auto& addition : effect.additions)
        entries.push_back(Json{{"path", addition.path.toStdString()}, {"mode", octal(addition.mode)}, {"type", "blob"},
            {"content", addition.bytes.toStdString()}});
    for (const auto& path : effect.deletions)
        entries.push_back(
            Json{{"path", path.toStdString()}, {"mode", octal(0100644)}, {"type", "blob"}, {"sha", nullptr}});
    RestPath path(effect.repository);
    path.part(u"git"_s).part(u"trees"_s);
    return RestCall{"POST", path, Json{{"base_tree", effect.baseTreeOid.toStdString()}, {"tree", std::move(entries)}},
        judgeBySha(argsOf(effect.repository), "tree")};
}

Call call(const WriteCommit& effect)
{
    auto message = effect.headline;
    if (!effect.body.isEmpty())
        message += u"\n\n"_s + effect.body;
    RestPath path(effect.repository);
    path.part(u"git"_s).part(u"commits"_s);
    return RestCall{"POST", path,
        Json{{"message", message.toStdString()}, {"tree", effect.tree.toStdString()},
            {"parents", Json::array({effect.parentOid.toStdString()})}},
        judgeBySha(argsOf(effect.repository), "sha")};
}

} // namespace slipway::github
