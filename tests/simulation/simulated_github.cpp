// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulated_github.h"

#include "base/text.h"

#include <QPromise>
#include <QRegularExpression>

namespace simulation {

namespace {

constexpr Millis kAutoMergeTakes{3'000};
constexpr Millis kRunStartsAfter{4'000};
constexpr qint64 kHourMs = 3'600'000;

Json valueOf(const Json& variables, const QString& dollar)
{
    return memberAt(variables, dollar.mid(1).toLatin1().constData());
}

QRegularExpressionMatch find(const char* pattern, const QString& text)
{
    return QRegularExpression(QString::fromLatin1(pattern)).match(text);
}

//! Connections that one object of a fragment asks for.
qint64 connectionsIn(const QByteArray& text) { return text.count("(first:") + text.count("(last:"); }

QByteArray fragmentText(const QByteArray& query, const QByteArray& name)
{
    const auto from = query.indexOf("fragment " + name + " on");
    return from < 0 ? QByteArray() : query.mid(from, query.indexOf('\n', from) - from);
}

} // namespace

std::optional<Timestamp> SimulatedGitHub::Pull::mergedAt() const
{
    if (!armedAt || (fate.reviewRequired && !fate.review))
        return std::nullopt;
    auto ready = std::max(raisedAt + fate.checks, *armedAt);
    if (fate.review)
        ready = std::max(ready, raisedAt + *fate.review);
    return ready + kAutoMergeTakes;
}

SimulatedGitHub::SimulatedGitHub(ManualClock& clock)
    : m_clock(clock)
    , m_countFrom(clock.now())
{ }

void SimulatedGitHub::countFrom(Timestamp moment)
{
    m_hours.clear();
    m_countFrom = moment;
}

SimulatedGitHub::Counters& SimulatedGitHub::now() { return m_hours[(m_clock.now() - m_countFrom).count() / kHourMs]; }

SimulatedGitHub::Counters SimulatedGitHub::total() const
{
    Counters sum;
    for (const auto& [hour, counters] : m_hours) {
        sum.reads += counters.reads;
        sum.writes += counters.writes;
        sum.points += counters.points;
        sum.limited += counters.limited;
        for (auto operation = counters.operations.cbegin(); operation != counters.operations.cend(); ++operation)
            sum.operations[operation.key()] += operation.value();
    }
    return sum;
}

const SimulatedGitHub::Pull* SimulatedGitHub::pullOf(const QString& repository, qint64 number) const
{
    for (const auto& [id, pull] : m_pulls)
        if (pull.repository == repository && pull.number == number)
            return &pull;
    return nullptr;
}

QFuture<http::Exchange> SimulatedGitHub::answer(http::Request request)
{
    auto promise = std::make_shared<QPromise<http::Exchange>>();
    promise->start();
    auto future = promise->future();
    const auto finish = [this, promise, number = ++m_lastTimer](http::Response response) {
        m_timers[number] = m_clock.after(latency / 2, this, [this, promise, response, number] {
            const auto keep = m_timers.extract(number);
            promise->addResult(http::Exchange(response));
            promise->finish();
        });
    };
    // GitHub sees the world half a latency after it was asked, and its answer is there another half later.
    m_timers[++m_lastTimer] = m_clock.after(latency / 2, this, [this, finish, request, number = m_lastTimer] {
        const auto keep = m_timers.extract(number);
        finish(respond(request));
    });
    return future;
}

http::Response SimulatedGitHub::respond(const http::Request& request)
{
    http::Response response{.status = 200, .headers = {{"Content-Type", "application/json"}}};
    const auto body = parseJson(request.body);
    if (!request.url.path().endsWith(u"/graphql"_s) || !body) {
        response.status = 404;
        response.body = R"({"message":"Not Found"})";
        ++now().reads;
        return response;
    }
    const auto query = textAt(*body, "query").toUtf8();
    const bool isMutation = query.startsWith("mutation");
    auto& counters = now();
    ++(isMutation ? counters.writes : counters.reads);
    ++counters.operations[textAt(*body, "operationName").toUtf8()];
    const qint64 hour = m_clock.now().ms / kHourMs;
    if (hour != m_hourOfUse) {
        m_hourOfUse = hour;
        m_used = 0;
    }
    const auto header = [&](const char* name, qint64 value) {
        response.headers.append(http::Header{name, QByteArray::number(value)});
    };
    header("X-RateLimit-Limit", hourlyPoints);
    header("X-RateLimit-Reset", (hour + 1) * kHourMs / 1000);
    response.headers.append(http::Header{"X-RateLimit-Resource", "graphql"});
    if (m_used >= hourlyPoints) {
        ++counters.limited;
        header("X-RateLimit-Remaining", 0);
        response.body = toBytes(Json{{"errors",
            Json::array({{{"type", "RATE_LIMIT"}, {"code", "graphql_rate_limit"},
                {"message", "API rate limit already exceeded for user ID 1."}}})}});
        return response;
    }
    qint64 connections = 0;
    Json answer = data(query, memberAt(*body, "variables"), connections);
    const auto cost = std::max<qint64>(1, (connections + 50) / 100);
    m_used += cost;
    counters.points += cost;
    header("X-RateLimit-Remaining", std::max<qint64>(0, hourlyPoints - m_used));
    if (query.contains("rateLimit{"))
        answer["rateLimit"] = {{"cost", cost}, {"limit", hourlyPoints},
            {"remaining", std::max<qint64>(0, hourlyPoints - m_used)}, {"used", m_used},
            {"resetAt", Timestamp{(hour + 1) * kHourMs}.toIso().toStdString()}};
    response.body = toBytes(Json{{"data", answer}});
    return response;
}

Json SimulatedGitHub::data(const QByteArray& query, const Json& variables, qint64& connections)
{
    if (query.contains("createPullRequest("))
        return raise(variables);
    if (query.contains("enablePullRequestAutoMerge(")) {
        auto& pull = m_pulls.at(textAt(variables.begin().value(), "pullRequestId"));
        pull.armedAt = m_clock.now();
        return {{"done",
            {{"pullRequest",
                {{"id", pull.id.toStdString()}, {"state", "OPEN"}, {"isInMergeQueue", false},
                    {"autoMergeRequest", {{"enabledAt", m_clock.now().toIso().toStdString()}}}}}}}};
    }
    Json all = Json::object();
    for (const auto& raw : query.left(query.indexOf("\n}\n")).split('\n')) {
        const auto line = QString::fromUtf8(raw).trimmed();
        if (const auto nodes = find("^(\\w+):nodes\\(ids:(\\$\\w+)\\)", line); nodes.hasMatch()) {
            const auto fragment = find("\\.\\.\\.(\\w+)", line).captured(1).toLatin1();
            Json list = Json::array();
            for (const auto& id : valueOf(variables, nodes.captured(2))) {
                const auto pull = m_pulls.find(toQString(id.get<std::string>()));
                list.push_back(pull == m_pulls.end() ? Json() : pullRequest(pull->second));
                connections += connectionsIn(fragmentText(query, fragment));
            }
            all[nodes.captured(1).toStdString()] = std::move(list);
        } else if (const auto why = find("^(\\w+):node\\(id:(\\$\\w+)\\)", line); why.hasMatch()) {
            // Who and what is still waited for; here nobody in particular.
            connections += connectionsIn(raw);
            all[why.captured(1).toStdString()] = {{"id", valueOf(variables, why.captured(2))}};
        } else if (const auto one = find("^(\\w+):repository\\(", line); one.hasMatch()) {
            all[one.captured(1).toStdString()] = repository(line, variables, connections);
        }
    }
    return all;
}

Json SimulatedGitHub::repository(const QString& line, const Json& variables, qint64& connections)
{
    connections += connectionsIn(line.toUtf8());
    const auto owner = find("owner:(\\$\\w+),name:(\\$\\w+)", line);
    const auto full = toQString(valueOf(variables, owner.captured(1)).get<std::string>()) + u'/'
        + toQString(valueOf(variables, owner.captured(2)).get<std::string>());
    if (const auto commit = find("object\\(oid:(\\$\\w+)\\)", line); commit.hasMatch()) {
        const auto sha = toQString(valueOf(variables, commit.captured(1)).get<std::string>());
        return {{"object", {{"oid", sha.toStdString()}, {"checkSuites", {{"nodes", suites(sha)}}}}}};
    }
    auto& head = m_heads[full];
    if (head.isEmpty())
        head = newSha();
    Json target{{"oid", head.toStdString()}};
    auto files = QRegularExpression(u"(\\w+):file\\("_s).globalMatch(line);
    while (files.hasNext()) // every file is new
        target[files.next().captured(1).toStdString()] = nullptr;
    Json node{{"id", "R_" + full.toStdString()}, {"nameWithOwner", full.toStdString()},
        {"url", "https://github.com/" + full.toStdString()}, {"isArchived", false}, {"isLocked", false},
        {"isEmpty", false}, {"viewerPermission", "WRITE"}, {"autoMergeAllowed", true}, {"rebaseMergeAllowed", true},
        {"squashMergeAllowed", true}, {"mergeCommitAllowed", true}, {"mergeQueue", nullptr},
        {"templateRepository", nullptr},
        {"defaultBranchRef", {{"name", "main"}, {"target", {{"oid", head.toStdString()}}}}},
        {"base", {{"target", target}}}};
    return node;
}

Json SimulatedGitHub::raise(const Json& variables)
{
    Pull pull{.number = ++m_lastNumber, .raisedAt = m_clock.now()};
    for (const auto& [name, input] : variables.items()) {
        if (input.contains("headRefName"))
            pull.branch = textAt(input, "headRefName");
        if (input.contains("branch"))
            pull.repository = textAt(input["branch"], "repositoryNameWithOwner");
    }
    pull.id = u"PR_%1"_s.arg(pull.number);
    pull.headSha = newSha();
    pull.mergedSha = newSha();
    pull.fate = fate(pull.repository);
    m_pullOfMerge[pull.mergedSha] = pull.id;
    const auto& made = m_pulls[pull.id] = pull;
    return {{"ref", {{"ref", {{"id", "REF"}}}}}, {"commit", {{"commit", {{"oid", made.headSha.toStdString()}}}}},
        {"pr",
            {{"pullRequest",
                {{"id", made.id.toStdString()}, {"number", made.number}, {"url", "https://github.com/x"},
                    {"headRefName", made.branch.toStdString()}, {"headRefOid", made.headSha.toStdString()}}}}}};
}

Json SimulatedGitHub::pullRequest(const Pull& pull) const
{
    const auto mergedAt = pull.mergedAt();
    const bool merged = mergedAt && *mergedAt <= m_clock.now();
    const bool checked = pull.raisedAt + pull.fate.checks <= m_clock.now();
    const bool reviewed = pull.fate.review && pull.raisedAt + *pull.fate.review <= m_clock.now();
    const bool blocked = !checked || (pull.fate.reviewRequired && !reviewed);
    const char* rollup = checked ? "SUCCESS" : "PENDING";
    const Json commit{{"statusCheckRollup", {{"state", rollup}}}};
    return {{"__typename", "PullRequest"}, {"id", pull.id.toStdString()}, {"number", pull.number},
        {"url", "https://github.com/x"}, {"title", "t"}, {"state", merged ? "MERGED" : "OPEN"}, {"merged", merged},
        {"mergedAt", merged ? Json(mergedAt->toIso().toStdString()) : Json()}, {"isDraft", false},
        {"isCrossRepository", false}, {"repository", {{"nameWithOwner", pull.repository.toStdString()}}},
        {"headRefName", pull.branch.toStdString()}, {"headRefOid", pull.headSha.toStdString()}, {"baseRefName", "main"},
        {"mergeCommit", merged ? Json{{"oid", pull.mergedSha.toStdString()}} : Json()}, {"mergeable", "MERGEABLE"},
        {"mergeStateStatus", blocked ? "BLOCKED" : "CLEAN"},
        {"reviewDecision",
            !pull.fate.reviewRequired ? Json()
                : reviewed            ? Json("APPROVED")
                                      : Json("REVIEW_REQUIRED")},
        {"autoMergeRequest", pull.armedAt && !merged ? Json{{"enabledAt", "2026-01-01T00:00:00Z"}} : Json()},
        {"isInMergeQueue", false}, {"commits", {{"nodes", Json::array({{{"commit", commit}}})}}},
        {"headRef", {{"target", commit}}}, {"timelineItems", {{"nodes", Json::array()}}}};
}

Json SimulatedGitHub::suites(const QString& sha) const
{
    Json list = Json::array();
    const auto found = m_pullOfMerge.find(sha);
    if (found == m_pullOfMerge.end())
        return list;
    const auto& pull = m_pulls.at(found->second);
    const auto from = *pull.mergedAt() + kRunStartsAfter;
    if (from > m_clock.now())
        return list;
    const bool done = from + pull.fate.workflow <= m_clock.now();
    list.push_back({{"id", "CS_" + sha.toStdString()}, {"status", done ? "COMPLETED" : "IN_PROGRESS"},
        {"conclusion", done ? Json("SUCCESS") : Json()}, {"app", {{"slug", "github-actions"}}},
        {"branch", {{"name", "main"}}},
        {"workflowRun",
            {{"databaseId", pull.number}, {"url", "https://github.com/r"}, {"event", "push"},
                {"createdAt", from.toIso().toStdString()}, {"updatedAt", from.toIso().toStdString()},
                {"workflow", {{"name", "Publish"}}}, {"file", {{"path", ".github/workflows/publish.yml"}}}}}});
    return list;
}

QString SimulatedGitHub::newSha() { return u"%1"_s.arg(++m_lastSha, 40, 16, QLatin1Char('0')); }

} // namespace simulation
