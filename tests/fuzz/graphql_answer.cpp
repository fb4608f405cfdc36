// SPDX-License-Identifier: GPL-3.0-or-later
#include "targets.h"

#include "base/text.h"
#include "github/answers.h"
#include "github/effect_calls.h"
#include "github/fragments.h"
#include "github/read_parts.h"
#include "github/server_features.h"

namespace slipway::fuzz {

using namespace slipway::github;

namespace {

const RepositoryName kRepository{u"DEFRA"_s, u"tf-svc"_s};
const QString kSha(40, u'a'), kMain(u"main"_s), kBranch(u"add-ct-sso"_s), kPullRequest(u"PR_1"_s);

DocumentAssembler document() { return {DocumentAssembler::Kind::Query, u"Read"_s}; }

QList<ParseAnswer> readers()
{
    QList<ParseAnswer> all;
    // Each in a document of its own: the aliases of all begin with 0.
    const auto read = [&all](const auto& what) {
        auto of = document();
        all.append(add(of, what));
    };
    read(ReadRepository{kRepository, kMain, {u"a.json"_s, u"b/c.json"_s}, {kBranch}});
    read(ReadName{kRepository});
    read(ReadTeams{u"DEFRA"_s});
    read(ReadCommit{kRepository, kSha});
    read(ExplainPullRequest{kPullRequest});
    read(WatchCommitRuns{kRepository, kSha});
    read(WatchBranchRuns{kRepository, kMain, kSha});
    read(WatchRepository{kRepository});
    auto of = document();
    all += add(of, QList<WatchPullRequest>{{kPullRequest}, {u"PR_2"_s}}, fragments::pullRequest);
    return all;
}

QList<GraphqlCall> writes()
{
    const auto server = std::make_shared<ServerTraits>();
    const RaisePullRequest raise{.repository = kRepository,
        .repositoryId = u"R_1"_s,
        .base = kMain,
        .baseOid = kSha,
        .branch = kBranch,
        .title = u"t"_s,
        .commitHeadline = u"h"_s,
        .additions = {{u"a.json"_s, "{}"}}};
    QList<GraphqlCall> all;
    for (const Effect& effect : std::initializer_list<Effect>{raise, CommitAndOpen{raise}, OpenPullRequest{raise, kSha},
             RaiseFromCommit{raise, kSha}, EnableAutoMerge{kRepository, kPullRequest, u"REBASE"_s, kSha},
             EnqueuePullRequest{kRepository, kPullRequest, kSha},
             MergePullRequest{kRepository, kPullRequest, u"REBASE"_s, kSha},
             PrepareBranch{kRepository, u"R_1"_s, kSha, u"tmp"_s, u"h"_s, {}, {{u"a.json"_s, "{}"}}},
             MoveBranch{kRepository, u"R_1"_s, kBranch, kSha, kSha, u"tmp"_s},
             UpdateBranch{kRepository, kPullRequest, kSha}, ReopenPullRequest{kRepository, kPullRequest},
             ClosePullRequest{kRepository, kPullRequest}, DeleteBranch{kRepository, u"R_1"_s, kBranch, kSha}}) {
        if (auto call = callFor(effect, server); std::holds_alternative<GraphqlCall>(call))
            all.append(std::get<GraphqlCall>(std::move(call)));
    }
    return all;
}

} // namespace

void graphqlAnswer(const QByteArray& input)
{
    static const auto reads = readers();
    static const auto calls = writes();
    const http::Response response{.status = 200, .body = input};
    const auto envelope = parseEnvelope(response, QUrl(u"https://api.github.com/graphql"_s));
    if (!envelope) {
        require(envelope.error().code == u"answer.unreadable"_s, "an unreadable answer says so");
        return;
    }
    for (const auto& error : envelope->errors)
        std::ignore = verdictOf(error, *envelope, Json::object());
    std::ignore = isLimited(*envelope);
    std::ignore = nextTeamsPage(*envelope);
    std::ignore = featuresFrom(*envelope);
    for (const auto& parse : reads)
        std::ignore = parse(*envelope);
    for (const auto& call : calls) {
        const auto outcome = call.judge(*envelope);
        require(outcome.kind == EffectOutcome::Kind::Done || outcome.error, "what is not done has a reason");
    }
}

} // namespace slipway::fuzz
