// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/rest/rest_api.h"

#include "base/text.h"
#include "sandbox/rest/rest_errors.h"
#include "sandbox/rest/shapes.h"

#include <QCryptographicHash>
#include <QUrl>

#include <algorithm>

namespace slipway::sandbox {

RestApi::RestApi(World& world)
    : m_world(world)
{
    add("GET", "", &RestApi::root);
    add("GET", "user", &RestApi::user);
    add("GET", "rate_limit", &RestApi::rateLimit);
    add("GET", "versions", &RestApi::versions);
    add("GET", "orgs/{}", &RestApi::organisation);
    add("GET", "orgs/{}/teams", &RestApi::teams);
    add("GET", "orgs/{}/repos", &RestApi::organisationRepositories);
    add("GET", "repos/{}/{}", &RestApi::repository);
    add("PATCH", "repos/{}/{}", &RestApi::updateRepository);
    add("POST", "repos/{}/{}/generate", &RestApi::generate);
    add("GET", "repos/{}/{}/rules/branches/{*}", &RestApi::branchRules);
    add("GET", "repos/{}/{}/branches/{*}", &RestApi::branch);
    add("GET", "repos/{}/{}/contents", &RestApi::contents);
    add("GET", "repos/{}/{}/contents/{*}", &RestApi::contents);
    add("GET", "repos/{}/{}/git/blobs/{}", &RestApi::blob);
    add("POST", "repos/{}/{}/git/blobs", &RestApi::createBlob);
    add("GET", "repos/{}/{}/git/trees/{*}", &RestApi::tree);
    add("POST", "repos/{}/{}/git/trees", &RestApi::createTree);
    add("POST", "repos/{}/{}/git/commits", &RestApi::createCommit);
    add("GET", "repos/{}/{}/git/ref/{*}", &RestApi::ref);
    add("GET", "repos/{}/{}/git/matching-refs/{*}", &RestApi::matchingRefs);
    add("POST", "repos/{}/{}/git/refs", &RestApi::createRef);
    add("PATCH", "repos/{}/{}/git/refs/{*}", &RestApi::updateRef);
    add("DELETE", "repos/{}/{}/git/refs/{*}", &RestApi::deleteRef);
    add("GET", "repos/{}/{}/git/commits/{}", &RestApi::gitCommit);
    add("GET", "repos/{}/{}/commits", &RestApi::commits);
    add("GET", "repos/{}/{}/commits/{}/check-runs", &RestApi::checkRuns);
    add("GET", "repos/{}/{}/commits/{*}", &RestApi::commit);
    add("GET", "repos/{}/{}/compare/{*}", &RestApi::compare);
    add("GET", "repos/{}/{}/pulls", &RestApi::pulls);
    add("POST", "repos/{}/{}/pulls", &RestApi::createPull);
    add("GET", "repos/{}/{}/pulls/{}", &RestApi::pull);
    add("PATCH", "repos/{}/{}/pulls/{}", &RestApi::updatePull);
    add("GET", "repos/{}/{}/pulls/{}/merge", &RestApi::isMerged);
    add("PUT", "repos/{}/{}/pulls/{}/merge", &RestApi::mergePull);
    add("GET", "repos/{}/{}/pulls/{}/files", &RestApi::pullFiles);
    add("GET", "repos/{}/{}/pulls/{}/commits", &RestApi::pullCommits);
    add("PUT", "repos/{}/{}/pulls/{}/update-branch", &RestApi::updatePullBranch);
    add("GET", "repos/{}/{}/actions/workflows", &RestApi::workflows);
    add("GET", "repos/{}/{}/actions/workflows/{}", &RestApi::workflow);
    add("GET", "repos/{}/{}/actions/workflows/{}/runs", &RestApi::workflowRuns);
    add("GET", "repos/{}/{}/actions/runs/{}/pending_deployments", &RestApi::pendingDeployments);
    add("POST", "repos/{}/{}/actions/workflows/{}/dispatches", &RestApi::dispatch);
    add("GET", "repos/{}/{}/actions/runs", &RestApi::runs);
    add("GET", "repos/{}/{}/actions/runs/{}", &RestApi::run);
    add("GET", "repos/{}/{}/actions/runs/{}/jobs", &RestApi::jobs);
    add("GET", "repos/{}/{}/actions/runs/{}/artifacts", &RestApi::artifacts);
    add("GET", "repos/{}/{}/check-runs/{}/annotations", &RestApi::annotations);
    add("POST", "repos/{}/{}/actions/runs/{}/rerun", &RestApi::rerun);
    add("POST", "repos/{}/{}/actions/runs/{}/rerun-failed-jobs", &RestApi::rerun);
    add("POST", "repos/{}/{}/actions/runs/{}/cancel", &RestApi::cancel);
}

void RestApi::add(const char* method, const char* pattern, Handler handler)
{
    m_routes.push_back({method, QString::fromLatin1(pattern).split(u'/'), handler});
}

namespace {

//! The arguments if the parts fit the pattern.
std::optional<QStringList> matched(const QStringList& pattern, const QStringList& segments)
{
    QStringList arguments;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (i >= segments.size())
            return std::nullopt;
        if (pattern[i] == u"{*}") {
            arguments.append(segments.mid(i).join(u'/'));
            return segments.last().isEmpty() ? std::nullopt : std::optional(arguments);
        }
        if (pattern[i] == u"{}" && !segments[i].isEmpty())
            arguments.append(segments[i]);
        else if (pattern[i] != segments[i])
            return std::nullopt;
    }
    return pattern.size() == segments.size() ? std::optional(arguments) : std::nullopt;
}

//! Of names, the REST API takes "DEFRA" and "defra" alike.
constexpr const char* currentVersion = "2022-11-28";

} // namespace

HttpAnswer RestApi::handle(const HttpRequest& request, const QStringList& segments)
{
    const QString version =
        QString::fromLatin1(hasHeader(request.headers, "X-GitHub-Api-Version") ? request.header("X-GitHub-Api-Version")
                                                                               : QByteArray(currentVersion));
    if (version != QLatin1StringView(currentVersion) && (version != u"2026-03-10" || m_world.isEnterpriseServer())) {
        HttpAnswer answer = restError(400, u"Invalid API version: '%1' is not a supported API version."_s.arg(version));
        return answer;
    }
    if (segments.value(0) == u"repositories") {
        const Repository* byId = m_world.repositoryById(segments.value(1).toLongLong());
        if (!byId)
            return restNotFound();
        return handle(request, QStringList{u"repos"_s, m_world.organisation(), byId->name} + segments.mid(2));
    }
    const QByteArray method = request.method == "HEAD" ? QByteArray("GET") : request.method;
    for (const Route& route : m_routes) {
        if (route.method != method)
            continue;
        const auto arguments = matched(route.pattern, segments);
        if (!arguments)
            continue;
        // The repository comes first: a token that may not see it learns nothing from its own body.
        if (segments.value(0) == u"repos") {
            const Repository* present = m_world.repository(arguments->value(0), arguments->value(1));
            const Repository* moved = present ? nullptr : m_world.formerly(arguments->value(0), arguments->value(1));
            if (const Repository* either = present ? present : moved; !either || m_world.isHidden(either->name))
                return restNotFound();
            if (moved)
                return movedTo(*moved, request, segments);
        }
        if (segments.value(0) == u"orgs"
            && arguments->value(0).compare(m_world.organisation(), Qt::CaseInsensitive) != 0)
            return restNotFound();
        Json body = Json::object();
        if (!request.body.isEmpty()) {
            auto parsed = parseJson(request.body);
            if (!parsed)
                return restError(400, u"Problems parsing JSON"_s);
            if (!parsed->is_object())
                return restError(400, u"Body should be a JSON object"_s);
            body = std::move(*parsed);
        }
        const RestCall call{request, *arguments, std::move(body), version, request.rawPath};
        HttpAnswer answer = (this->*route.handler)(call);
        answer.set("X-GitHub-Api-Version-Selected", version.toLatin1());
        if (method == "GET" && answer.status == 200) {
            const QByteArray tag = "W/\""
                + QCryptographicHash::hash(
                    answer.body + headerValue(answer.headers, "Link"), QCryptographicHash::Sha256)
                      .toHex()
                + '"';
            answer.set("ETag", tag);
            answer.set("Cache-Control", "private, max-age=60, s-maxage=60");
            answer.set("Vary", "Accept, Authorization, Cookie, X-GitHub-OTP, Accept-Encoding");
            for (const QByteArray& known : request.header("If-None-Match").split(',')) {
                if (known.trimmed() == tag || known.trimmed() == tag.mid(2)) {
                    answer.status = 304;
                    answer.body.clear();
                }
            }
        }
        return answer;
    }
    return restNotFound();
}

//! GitHub's answer to the old name of a renamed repository: its address by number, for all but GET with the method kept.
HttpAnswer RestApi::movedTo(const Repository& repository, const HttpRequest& request, const QStringList& segments) const
{
    QByteArray location = m_world.apiUrl().toUtf8() + "/repositories/" + QByteArray::number(repository.id);
    for (const QString& part : segments.mid(3))
        location += '/' + QUrl::toPercentEncoding(part);
    if (!request.rawQuery.isEmpty())
        location += '?' + request.rawQuery;
    HttpAnswer answer = HttpAnswer::json(request.method == "GET" ? 301 : 307,
        Json::object({{"message", "Moved Permanently"}, {"url", location.toStdString()},
            {"documentation_url", "https://docs.github.com/rest/guides/best-practices-for-using-the-rest-api"}}));
    answer.set("Location", location);
    return answer;
}

const Repository* RestApi::find(const RestCall& call) const
{
    return m_world.repository(call.arguments.value(0), call.arguments.value(1));
}

HttpAnswer RestApi::page(
    const RestCall& call, const std::vector<std::function<Json()>>& items, const char* wrapper) const
{
    const auto number = [&](const char* name, qint64 usual, qint64 most) {
        bool isNumber = false;
        const qint64 value =
            call.request.queryValue(QString::fromLatin1(name)).value_or(QString()).toLongLong(&isNumber);
        return isNumber && value > 0 ? std::min(value, most) : usual;
    };
    const qint64 size = number("per_page", 30, 100);
    const qint64 page = number("page", 1, 1'000'000);
    const qint64 total = qint64(items.size());
    const qint64 last = std::max<qint64>(1, (total + size - 1) / size);
    Json list = Json::array();
    for (qint64 i = (page - 1) * size; i < std::min(total, page * size); ++i)
        list.push_back(items[size_t(i)]());
    Json body = Json::object();
    if (wrapper) {
        body["total_count"] = total;
        body[wrapper] = std::move(list);
    }
    HttpAnswer answer = HttpAnswer::json(200, wrapper ? body : list);
    QList<QByteArray> links;
    const auto link = [&](qint64 target, const char* relation) {
        QByteArray query;
        for (const QByteArray& part : call.request.rawQuery.split('&')) {
            if (!part.isEmpty() && !part.startsWith("page="))
                query += part + '&';
        }
        links.append('<' + m_world.baseUrl().toUtf8() + call.path + '?' + query + "page=" + QByteArray::number(target)
            + ">; rel=\"" + relation + '"');
    };
    if (page > 1) {
        link(std::min(page - 1, last), "prev");
    }
    if (page < last) {
        link(page + 1, "next");
        link(last, "last");
    }
    if (page > 1)
        link(1, "first");
    if (!links.isEmpty())
        answer.set("Link", links.join(", "));
    return answer;
}

} // namespace slipway::sandbox
