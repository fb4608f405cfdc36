// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/manual_clock.h"
#include "base/result.h"
#include "base/text.h"
#include "sandbox/graphql/graphql.h"
#include "sandbox/world/world.h"

#include <chrono>

namespace slipway::sandbox {

//! A new world with a clock that stands still, asked over the hook as the server asks it.
class GithubGraphqlFixture {
public:
    GithubGraphqlFixture()
    {
        auto opened = World::open({}, clock);
        if (!opened)
            qFatal("%s", qUtf8Printable(refusalText(opened.error())));
        world = std::move(*opened);
        world->setBaseUrl(u"http://127.0.0.1:1"_s);
        hook = makeGraphqlHook(*world);
    }

    static QByteArray body(const QString& query, const Json& variables)
    {
        return toBytes(Json::object({{"query", query.toStdString()}, {"variables", variables}}));
    }
    Json ask(const QString& query, const Json& variables = Json::object())
    {
        return hook.execute({body(query, variables)}).body;
    }
    void pass(std::chrono::seconds time) { clock.advance(time); }

    QString head(const QString& repository) { return world->head(*world->repository(repository)); }
    QString idOf(const QString& repository) { return world->repository(repository)->nodeId; }

    static constexpr auto write =
        u"mutation W($ref:CreateRefInput!,$c:CreateCommitOnBranchInput!,$p:CreatePullRequestInput!){"
        " ref:createRef(input:$ref){ref{id}}  commit:createCommitOnBranch(input:$c){commit{oid}}"
        " pr:createPullRequest(input:$p){pullRequest{id number url headRefOid}} }";

    //! Variables of `write`: one file on a new branch of the repository's head.
    Json writeVariables(const QString& repository, const QString& branch)
    {
        const std::string base = head(repository).toStdString();
        const std::string id = idOf(repository).toStdString();
        const std::string fullName = (world->organisation() + u'/' + repository).toStdString();
        Json v = Json::object();
        v["ref"] = {{"repositoryId", id}, {"name", "refs/heads/" + branch.toStdString()}, {"oid", base},
            {"clientMutationId", "w-1"}};
        v["c"] = {{"branch", {{"repositoryNameWithOwner", fullName}, {"branchName", branch.toStdString()}}},
            {"expectedHeadOid", base}, {"message", {{"headline", "Add a file"}, {"body", "Because."}}},
            {"fileChanges",
                {{"additions", Json::array({{{"path", "notes/new.txt"}, {"contents", "aGVsbG8K"}}})},
                    {"deletions", Json::array({{{"path", "README.md"}}})}}}};
        v["p"] = {{"repositoryId", id}, {"baseRefName", "main"}, {"headRefName", branch.toStdString()},
            {"title", "Add a file"}, {"body", "Why not"}};
        return v;
    }
    //! The id of an open pull request made that way.
    QString openPullRequest(const QString& repository, const QString& branch)
    {
        const Json answer = ask(QString::fromUtf16(write), writeVariables(repository, branch));
        return textAt(memberAt(memberAt(memberAt(answer, "data"), "pr"), "pullRequest"), "id");
    }

    ManualClock clock{Timestamp{1'795'000'000'000}}; // after the world's seed commits
    std::unique_ptr<World> world;
    GraphqlHook hook;
};

} // namespace slipway::sandbox
