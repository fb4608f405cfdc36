// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/http_port.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "base/when_done.h"

#include <QPromise>

namespace slipway::conductor {

namespace {

using Outcome = github::EffectOutcome;

const Secret* none(const SecretName&) { return nullptr; }

QList<http::Header> headersFor(const Json& body)
{
    QList<http::Header> headers{{"Accept", "application/json"}, {"User-Agent", "Slipway"}};
    if (!body.is_null())
        headers.append(http::Header{"Content-Type", "application/json"});
    return headers;
}

Result<http::Request> requestOf(
    const QByteArray& method, const QString& url, const Json& body, const SecretLookUp& lookUp)
{
    const auto plainUrl = revealUrl(url, lookUp);
    if (!plainUrl)
        return plainUrl.error();
    const auto plainBody = reveal(body, lookUp);
    if (!plainBody)
        return plainBody.error();
    return http::Request{.method = method,
        .url = QUrl(*plainUrl),
        .headers = headersFor(body),
        .body = body.is_null() ? QByteArray() : toBytes(*plainBody)};
}

//! A service may say in an error what it was sent.
Json hidden(const Json& value, const RunId& run, const SecretVault& vault)
{
    if (value.is_string())
        return toJson(vault.hide(run, toQString(value.get_ref<const std::string&>())));
    Json clean = value;
    if (value.is_structured()) {
        for (Json& each : clean)
            each = hidden(each, run, vault);
    }
    return clean;
}

bool isPage(const http::Response& response)
{
    return response.status < 300 && response.header("Content-Type").toLower().trimmed().startsWith("text/html");
}

Outcome outcomeOf(const steps::HttpCall& call, const http::Exchange& exchange)
{
    if (const auto* failure = std::get_if<http::Failure>(&exchange)) {
        const bool notSent = failure->delivery == http::Delivery::NotSent;
        return {.kind = notSent ? Outcome::Kind::NotExecuted : Outcome::Kind::Unknown, .error = failure->error};
    }
    const auto& response = std::get<http::Response>(exchange);
    Json body;
    if (auto parsed = parseJson(response.body))
        body = std::move(*parsed);
    else if (!response.body.isEmpty() && (response.isJson() || isPage(response)))
        // Announced as JSON and none: cut off or mangled on the way. Or a page, of a network that wants a sign-in.
        return {.kind = Outcome::Kind::Unknown,
            .error = Error{.code = errc::answerUnreadable, .args = {{"host", steps::targetOf(call)["host"]}}}};
    return steps::judge(call, response.status, body);
}

} // namespace

Result<http::Request> requestFor(const steps::HttpRead& read, const SecretVault* vault)
{
    return requestOf(read.method, read.url, read.body, vault ? vault->lookUp() : SecretLookUp(none));
}

Result<steps::HttpAnswer> answerOf(const http::Exchange& exchange, const steps::HttpRead& read,
    const std::optional<Credential>& credential, const SecretVault* vault)
{
    const auto names = vault ? secretsIn(Json::array({toJson(read.url), read.body})) : QList<SecretName>();
    const auto clean = [&](Json value) {
        for (const auto& name : names)
            value = hidden(value, name.run, *vault);
        return credential ? without(*credential, std::move(value)) : value;
    };
    if (const auto* failure = std::get_if<http::Failure>(&exchange)) {
        Error error = failure->error;
        error.args = clean(std::move(error.args));
        error.details = clean(std::move(error.details));
        return error;
    }
    const auto& response = std::get<http::Response>(exchange);
    steps::HttpAnswer answer{.status = response.status};
    if (auto body = parseJson(response.body))
        answer.body = clean(std::move(*body));
    return answer;
}

std::optional<Error> missingSecret(const steps::HttpCall& call, const SecretVault& vault)
{
    Json all = Json::array({toJson(call.url), call.body});
    for (const auto& [name, value] : call.headers)
        all.push_back(toJson(value));
    const auto revealed = reveal(all, vault.lookUp());
    if (revealed)
        return std::nullopt;
    // It may be there, and only the keychain not answer.
    for (const auto& name : secretsIn(all)) {
        const auto* trouble = vault.troubleWith(name);
        if (!trouble || vault.find(name))
            continue;
        Error error = *trouble;
        error.args["secret"] = name.name.section(u'.', -1).toStdString();
        error.args["name"] = name.name.toStdString();
        return error;
    }
    return revealed.error();
}

QFuture<Outcome> perform(http::Http& http, const steps::HttpCall& call, const RunId& run, const StepId& step,
    SecretVault& vault, const std::optional<Credential>& credential)
{
    auto request = requestOf(call.method, call.url, call.body, vault.lookUp());
    for (const auto& [name, value] : call.headers) {
        const auto plain = reveal(toJson(value), vault.lookUp());
        if (request && plain)
            request->headers.append(http::Header{name.toUtf8(), QByteArray::fromStdString(plain->get<std::string>())});
        else if (!plain)
            request = plain.error();
    }
    if (request && !call.credential.isEmpty()) {
        const auto attached = credential && credential->name == call.credential
            ? attach(*request, *credential)
            : Result<void>(missingCredential(call.credential, request->url));
        if (!attached)
            request = attached.error();
    }
    if (!request)
        return QtFuture::makeReadyFuture(Outcome{.kind = Outcome::Kind::NotExecuted, .error = request.error()});
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    const auto clean = [run, &vault, credential](const Json& value) {
        Json hiding = hidden(value, run, vault);
        return credential ? without(*credential, std::move(hiding)) : hiding;
    };
    whenDone(http.effect(*request), &vault, [promise, call, run, step, &vault, clean](const http::Exchange& exchange) {
        Outcome outcome = outcomeOf(call, exchange);
        if (const Json secrets = memberAt(outcome.result, "secretOutputs"); secrets.is_object()) {
            for (const auto& [name, value] : secrets.items()) {
                const QString text = value.is_string() ? toQString(value.get<std::string>()) : toQString(value.dump());
                vault.put({run, u"steps."_s + step.text() + u'.' + toQString(name)}, Secret(text.toUtf8()));
            }
            outcome.result.erase("secretOutputs");
        }
        outcome.result = clean(outcome.result);
        if (outcome.result.contains("outputs")) {
            // What a secret was cut out of is not what the service said: a later step must not go by it.
            const Json withheld = steps::withhold(outcome.result["outputs"]);
            for (const auto& [name, because] : withheld.items())
                outcome.result["withheld"][name] = because;
        }
        if (outcome.error) {
            outcome.error->args = clean(outcome.error->args);
            outcome.error->details = clean(outcome.error->details);
        }
        promise->addResult(outcome);
        promise->finish();
    });
    return promise->future();
}

} // namespace slipway::conductor
