// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/server/http_message.h"
#include "sandbox/world/world.h"

#include <functional>
#include <vector>

namespace slipway::sandbox {

//! One request to the REST API, after the token was accepted.
struct RestCall {
    const HttpRequest& request;
    QStringList arguments; //!< what stood for the {placeholders}; the last may hold slashes
    Json body; //!< an object; empty where none was sent
    QString version; //!< X-GitHub-Api-Version
    QByteArray path; //!< as sent (with /api/v3), for links
};

//! GitHub's REST API as far as Slipway and its users need it, with real shapes and real refusals.
class RestApi {
public:
    explicit RestApi(World& world);

    //! `segments` without /api/v3. Headers common to all answers are the caller's.
    HttpAnswer handle(const HttpRequest& request, const QStringList& segments);

private:
    using Handler = HttpAnswer (RestApi::*)(const RestCall&);
    struct Route {
        QByteArray method;
        QStringList pattern; //!< "{}" one part, "{*}" the rest
        Handler handler;
    };
    void add(const char* method, const char* pattern, Handler handler);

    // rest_general.cpp
    HttpAnswer root(const RestCall& call);
    HttpAnswer user(const RestCall& call);
    HttpAnswer rateLimit(const RestCall& call);
    HttpAnswer versions(const RestCall& call);
    HttpAnswer organisation(const RestCall& call);
    HttpAnswer teams(const RestCall& call);
    HttpAnswer organisationRepositories(const RestCall& call);
    HttpAnswer repository(const RestCall& call);
    HttpAnswer updateRepository(const RestCall& call);
    HttpAnswer branch(const RestCall& call);
    HttpAnswer branchRules(const RestCall& call);
    HttpAnswer generate(const RestCall& call);
    // rest_git.cpp
    HttpAnswer contents(const RestCall& call);
    HttpAnswer blob(const RestCall& call);
    HttpAnswer ref(const RestCall& call);
    HttpAnswer matchingRefs(const RestCall& call);
    HttpAnswer createRef(const RestCall& call);
    HttpAnswer updateRef(const RestCall& call);
    HttpAnswer deleteRef(const RestCall& call);
    HttpAnswer gitCommit(const RestCall& call);
    HttpAnswer commit(const RestCall& call);
    HttpAnswer commits(const RestCall& call);
    HttpAnswer compare(const RestCall& call);
    HttpAnswer checkRuns(const RestCall& call);
    // rest_git_data.cpp
    HttpAnswer createBlob(const RestCall& call);
    HttpAnswer tree(const RestCall& call);
    HttpAnswer createTree(const RestCall& call);
    HttpAnswer createCommit(const RestCall& call);
    // rest_pulls.cpp
    HttpAnswer pulls(const RestCall& call);
    HttpAnswer pull(const RestCall& call);
    HttpAnswer createPull(const RestCall& call);
    HttpAnswer updatePull(const RestCall& call);
    HttpAnswer mergePull(const RestCall& call);
    HttpAnswer isMerged(const RestCall& call);
    HttpAnswer pullFiles(const RestCall& call);
    HttpAnswer pullCommits(const RestCall& call);
    HttpAnswer updatePullBranch(const RestCall& call);
    // rest_actions.cpp
    HttpAnswer workflows(const RestCall& call);
    HttpAnswer workflow(const RestCall& call);
    HttpAnswer pendingDeployments(const RestCall& call);
    HttpAnswer runs(const RestCall& call);
    HttpAnswer workflowRuns(const RestCall& call);
    HttpAnswer run(const RestCall& call);
    HttpAnswer jobs(const RestCall& call);
    HttpAnswer artifacts(const RestCall& call);
    HttpAnswer annotations(const RestCall& call);
    HttpAnswer rerun(const RestCall& call);
    HttpAnswer cancel(const RestCall& call);
    HttpAnswer dispatch(const RestCall& call);

    HttpAnswer movedTo(const Repository& repository, const HttpRequest& request, const QStringList& segments) const;
    const Repository* find(const RestCall& call) const; //!< by the first two arguments
    //! One page of a list with Link header; `wrapper` names the list inside an object with total_count.
    HttpAnswer page(
        const RestCall& call, const std::vector<std::function<Json()>>& items, const char* wrapper = nullptr) const;

    World& m_world;
    std::vector<Route> m_routes;
};

} // namespace slipway::sandbox
