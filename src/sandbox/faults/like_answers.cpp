// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/faults/like_answers.h"

#include "base/text.h"

#include <algorithm>

namespace slipway::sandbox {

namespace {

const char* const docs = "https://docs.github.com/rest";

HttpAnswer message(int status, const char* text, const char* documentation = docs)
{
    return HttpAnswer::json(status,
        Json::object({{"message", text}, {"documentation_url", documentation}, {"status", std::to_string(status)}}));
}

HttpAnswer graphqlError(Json error)
{
    return HttpAnswer::json(200, Json::object({{"errors", Json::array({std::move(error)})}}));
}

} // namespace

QStringList knownLikes()
{
    return {u"primary"_s, u"secondary"_s, u"secondary-silent"_s, u"graphql"_s, u"graphql-typed"_s,
        u"graphql-resources"_s, u"sso"_s, u"bad-credentials"_s, u"forbidden"_s, u"not-found"_s, u"archived"_s,
        u"server-error"_s, u"bad-gateway"_s, u"unavailable"_s, u"timeout"_s, u"unprocessable"_s, u"ip-allow-list"_s,
        u"scopes"_s, u"legal"_s, u"unknown-field"_s};
}

bool isKnownLike(const QString& like) { return like.isEmpty() || knownLikes().contains(like); }

HttpAnswer likeAnswer(const Fault& fault, bool isGraphql, Millis minute, Timestamp now)
{
    const qint64 wait = fault.retryAfter ? *fault.retryAfter : std::max<qint64>(1, (minute.count() + 999) / 1000);
    const QByteArray seconds = QByteArray::number(wait);
    const QByteArray reset = QByteArray::number((now.ms + 999) / 1000 + wait);
    const int status = fault.status;
    HttpAnswer answer;
    const bool inEnvelope = isGraphql && (status == 0 || status == 200);
    if (fault.like == u"primary" || fault.like == u"graphql" || fault.like == u"graphql-typed") {
        const bool asGraphql = fault.like != u"primary" || inEnvelope;
        const Json error = fault.like == u"graphql-typed" // as GitHub's documentation has it; the other is newer
            ? Json::object({{"type", "RATE_LIMITED"}, {"message", "API rate limit exceeded for user ID 1."}})
            : Json::object({{"type", "RATE_LIMIT"}, {"code", "graphql_rate_limit"},
                {"message", "API rate limit already exceeded for user ID 1."}});
        answer = asGraphql ? graphqlError(error)
                           : message(403,
                               "API rate limit exceeded for user ID 1. If you reach out to GitHub Support for help, "
                               "please include the request ID.",
                               "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api");
        answer.set("X-RateLimit-Limit", "5000");
        answer.set("X-RateLimit-Remaining", "0");
        answer.set("X-RateLimit-Used", "5000");
        answer.set("X-RateLimit-Reset", reset);
        answer.set("X-RateLimit-Resource", asGraphql ? "graphql" : "core");
    } else if (fault.like == u"secondary" || fault.like == u"secondary-silent") {
        const char* text = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
        // GraphQL says it with 200 or with 403.
        answer = isGraphql && status == 200 ? graphqlError(Json::object({{"message", text}}))
                                            : message(403, text,
                                                "https://docs.github.com/rest/overview/"
                                                "rate-limits-for-the-rest-api#about-secondary-rate-limits");
        if (fault.like == u"secondary")
            answer.set("Retry-After", seconds);
    } else if (fault.like == u"graphql-resources") {
        answer = graphqlError(Json::object(
            {{"type", "RESOURCE_LIMITS_EXCEEDED"}, {"message", "Resource limits for this query exceeded."}}));
    } else if (fault.like == u"sso") {
        const char* text = "Resource protected by organization SAML enforcement. You must grant your Personal Access "
                           "token access to this organization.";
        answer = isGraphql && (status == 0 || status == 200)
            ? graphqlError(Json::object(
                {{"type", "FORBIDDEN"}, {"extensions", Json::object({{"saml_failure", true}})}, {"message", text}}))
            : message(403, text,
                "https://docs.github.com/articles/authenticating-to-a-github-organization-with-saml-single-sign-on/");
        answer.set("X-GitHub-SSO", "required; url=https://127.0.0.1/orgs/DEFRA/sso?authorization_request=sandbox");
    } else if (fault.like == u"bad-credentials") {
        answer = message(401, "Bad credentials");
    } else if (fault.like == u"forbidden") {
        answer = isGraphql && (status == 0 || status == 200)
            ? graphqlError(
                Json::object({{"type", "FORBIDDEN"}, {"message", "Resource not accessible by personal access token"}}))
            : message(403, "Resource not accessible by personal access token");
    } else if (fault.like == u"ip-allow-list") {
        const char* text =
            "Although you appear to have the correct authorization credentials, the `DEFRA` organization "
            "has an IP allow list enabled, and your IP address is not permitted to access this resource.";
        answer = isGraphql && (status == 0 || status == 200)
            ? graphqlError(Json::object({{"type", "FORBIDDEN"}, {"message", text}}))
            : message(403, text);
    } else if (fault.like == u"scopes") {
        const char* text =
            "Your token has not been granted the required scopes to execute this query. The 'teams' field "
            "requires one of the following scopes: ['read:org', 'read:discussion'], but your token has only "
            "been granted the: ['repo'] scopes. Please modify your token's scopes at: "
            "https://github.com/settings/tokens.";
        answer = isGraphql ? graphqlError(Json::object({{"type", "INSUFFICIENT_SCOPES"}, {"message", text}}))
                           : message(404, "Not Found");
        answer.set("X-OAuth-Scopes", "gist");
        answer.set("X-Accepted-OAuth-Scopes", "repo");
    } else if (fault.like == u"unknown-field") {
        answer = graphqlError(Json::object({{"message", "Field 'isInMergeQueue' doesn't exist on type 'PullRequest'"},
            {"path", Json::array({"query", "pullRequest", "isInMergeQueue"})},
            {"extensions",
                Json::object(
                    {{"code", "undefinedField"}, {"typeName", "PullRequest"}, {"fieldName", "isInMergeQueue"}})}}));
    } else if (fault.like == u"legal") {
        answer = message(451, "Repository access blocked");
    } else if (fault.like == u"not-found") {
        answer = message(404, "Not Found");
    } else if (fault.like == u"archived") {
        answer = message(403, "Repository was archived so is read-only.");
    } else if (fault.like == u"server-error") {
        answer = isGraphql && status == 200 ? graphqlError(Json::object({{"message",
                     "Something went wrong while executing your query. Please include `D0A1:1B2C` when reporting this "
                     "issue."}}))
                                            : message(500, "Server Error");
    } else if (fault.like == u"unavailable") {
        answer = HttpAnswer::json(
            503, Json::object({{"code", "503"}, {"message", "Service unavailable"}, {"documentation_url", docs}}));
    } else if (fault.like == u"timeout") {
        answer = message(504, "We couldn't respond to your request in time. Sorry about that.");
    } else if (fault.like == u"unprocessable") {
        answer = message(422, "Validation Failed");
    } else {
        // Proxies in front of GitHub answer with HTML.
        answer = HttpAnswer::html(502,
            "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad "
            "Gateway</h1></center>\r\n</body>\r\n</html>\r\n");
        if (fault.like.isEmpty() && status >= 400 && status < 500)
            answer = message(status, reasonPhrase(status).constData());
    }
    if (status != 0)
        answer.status = status;
    return answer;
}

} // namespace slipway::sandbox
