// SPDX-License-Identifier: GPL-3.0-or-later
#include "targets.h"

#include "base/manual_clock.h"
#include "base/text.h"
#include "github/answers.h"
#include "github/budget.h"
#include "github/effect_calls.h"
#include "github/rest_reads.h"
#include "http/event_stream_parser.h"
#include "steps/http_call.h"
#include "steps/http_look_up.h"

namespace slipway::fuzz {

using github::EffectOutcome;

namespace {

const github::RepositoryName kRepository{u"DEFRA"_s, u"tf-svc"_s};
const QString kSha(40, u'a');

http::Response responseOf(const QByteArray& input)
{
    QByteArray rest = input;
    http::Response response{.status = takeLine(rest).toInt()};
    while (!rest.isEmpty()) {
        const auto line = takeLine(rest);
        if (line.isEmpty())
            break;
        const auto colon = line.indexOf(':');
        response.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
    response.body = rest;
    return response;
}

void readByRest(const Json& body)
{
    for (const auto& read : {restRead(github::CompareCommits{kRepository, u"main"_s, kSha}),
             restRead(github::ReadWorkflowRun{kRepository, 7}),
             restRead(github::FindDispatchedRuns{kRepository, u"create.yml"_s, u"main"_s, {1}}),
             restRead(github::ReadWorkflow{kRepository, u"create.yml"_s}),
             restRead(github::ReadPendingApprovals{kRepository, 7}), restRead(github::ReadFailedJobs{kRepository, 7}),
             notesOf(kRepository, github::FailedJob{.id = 9}), restRead(github::WatchCommitRuns{kRepository, kSha}),
             restRead(github::WatchBranchRuns{kRepository, u"main"_s, kSha})})
        std::ignore = read.parse(body);
}

//! Writes that REST takes: an answer without a 2xx never counts as done.
void judgeWrites(const http::Response& response, const QUrl& url)
{
    const auto server = std::make_shared<github::ServerTraits>();
    for (const github::Effect& effect :
        std::initializer_list<github::Effect>{github::DispatchWorkflow{kRepository, u"create.yml"_s, u"main"_s},
            github::RerunWorkflow{kRepository, 7}, github::ArchiveRepository{kRepository},
            github::WriteTree{kRepository, kSha, kSha}, github::WriteCommit{kRepository, kSha, kSha, u"a"_s, u"b"_s}}) {
        const auto call = callFor(effect, server);
        if (const auto* rest = std::get_if<github::RestCall>(&call))
            std::ignore = rest->judge(response, url);
    }
}

void judgeCalls(const http::Response& response, const Json& body)
{
    const steps::HttpCall call{.method = "POST",
        .url = u"https://pay.example/v1/api/services"_s,
        .effectClass = u"natural key"_s,
        .expect = {200, 201},
        .meanings = {{"409", "exists"}, {"412", "retry"}, {"403", {{"say", "no"}}}},
        .outputs = {{"id", "/external_id"}, {"account", {{"at", "/accounts/0"}, {"as", "text"}}},
            {"link", {{"at", "/_links/0/href"}, {"as", "last segment"}}}},
        .secretOutputs = {{"token", "/token"}}};
    const auto outcome = judge(call, response.status, body);
    const bool failed = response.status == 408 || response.status == 425 || response.status >= 500;
    require(!failed || outcome.kind == EffectOutcome::Kind::Unknown, "a server that fails may have done it");
    std::ignore = steps::serviceText(body);

    const Json lookUp{{"method", "GET"}, {"url", "https://pay.example/v1/api/services"}, {"in", "/results"},
        {"match", {{"/name", "ct-sso"}}}, {"ours", {{"/gateway", "stripe"}}}, {"absent", {404}}};
    const auto read = steps::readOf(lookUp);
    steps::Observation seen;
    seen.add(read, steps::HttpAnswer{response.status, body}, {1});
    std::ignore = steps::findIn(lookUp, {{"id", "/external_id"}}, seen);
}

} // namespace

void httpAnswer(const QByteArray& input)
{
    const auto response = responseOf(input);
    const QUrl url(u"https://api.github.com/repos/DEFRA/tf-svc/pulls/1"_s);
    if (response.status < 200 || response.status >= 300) {
        const auto verdict = github::verdictOf(response, url, Json::object());
        require(verdict.kind != EffectOutcome::Kind::Done, "what is no success is not done");
        require(!verdict.error.code.isEmpty(), "what is no success has a reason");
    }
    std::ignore = github::leavesOut(response);
    std::ignore = github::isLimited(response);
    std::ignore = github::wordsOf(response);
    std::ignore = response.date();
    std::ignore = response.isJson();

    ManualClock clock;
    QObject context;
    github::RateKeeper keeper(clock, &context, [] {});
    keeper.note(response);
    keeper.park(response);
    const auto until = keeper.limitedUntil();
    require(!until || *until > clock.now(), "a limit lies ahead");
    std::ignore = keeper.budget();

    const auto body = parseJson(response.body);
    if (body)
        readByRest(*body);
    judgeWrites(response, url);
    judgeCalls(response, body ? *body : Json());

    // However the bytes are cut, the events are the same.
    http::EventStreamParser whole, inTwo;
    const auto events = whole.add(response.body);
    const auto half = response.body.size() / 2;
    auto parts = inTwo.add(response.body.left(half));
    parts += inTwo.add(response.body.mid(half));
    require(events.size() == parts.size() && whole.lastId() == inTwo.lastId(), "a stream may come in pieces");
}

} // namespace slipway::fuzz
