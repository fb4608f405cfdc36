// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/http_call.h"

#include "base/error_codes.h"
#include "base/json_depth.h"
#include "base/text.h"
#include "workflow/secrets.h"

#include <QUrl>

namespace slipway::steps {

namespace {

constexpr qsizetype kLongestText = 500;
// An event holds a megabyte and is read back to 64 levels; the outputs stand within it, and others beside them.
constexpr qsizetype kLargestOutput = 64 * 1024, kLargestOutputs = 512 * 1024;
constexpr int kDeepestOutput = 32;

using Outcome = github::EffectOutcome;

//! Some services tell an id only as the end of a link.
QString lastSegment(const QString& link)
{
    const QString path = link.section(u'?', 0, 0).section(u'#', 0, 0);
    return QUrl::fromPercentEncoding(path.section(u'/', -1, -1, QString::SectionSkipEmpty).toUtf8());
}

Outcome outcomeOf(Outcome::Kind kind, Json result, std::optional<Error> error = std::nullopt)
{
    return {.kind = kind, .result = std::move(result), .error = std::move(error)};
}

Error refusal(const HttpCall& call, int status, const Json& body, const QString& say)
{
    Error error{.code = errc::httpStatus,
        .args = {{"host", toJson(QUrl(withoutSecrets(call.url)).host())}, {"status", status}},
        .details = detailsOf(call)};
    if (const QString text = serviceText(body); !text.isEmpty())
        error.args["text"] = toJson(text);
    if (!say.isEmpty())
        error.args["say"] = toJson(say);
    if (status == 401 || status == 403)
        nameCredential(error, call.credential);
    return error;
}

Outcome succeeded(const HttpCall& call, int status, const Json& body)
{
    auto outputs = outputsFrom(body, call.outputs), secrets = outputsFrom(body, call.secretOutputs);
    if (!outputs || !secrets) {
        // It took place, but what later steps need is not in the answer: looked up, or a person is asked.
        return outcomeOf(Outcome::Kind::Unknown, Json::object(),
            Error{.code = errc::answerUnreadable,
                .args = {{"host", toJson(QUrl(withoutSecrets(call.url)).host())}},
                .details = detailsOf(call)});
    }
    Json withheld = withhold(*outputs);
    Json result{{"status", status}, {"outputs", std::move(*outputs)}};
    if (!withheld.empty())
        result["withheld"] = std::move(withheld);
    if (!secrets->empty())
        result["secretOutputs"] = std::move(*secrets);
    return outcomeOf(Outcome::Kind::Done, std::move(result));
}

} // namespace

QString nameOf(const HttpCall&) { return u"httpRequest"_s; }

void nameCredential(Error& error, const QString& credential)
{
    if (!credential.isEmpty())
        error.args["credential"] = toJson(credential);
}

Json targetOf(const HttpCall& call)
{
    const QString url = withoutSecrets(call.url);
    Json target{{"method", call.method.toStdString()}, {"url", toJson(url)}, {"host", toJson(QUrl(url).host())}};
    if (!call.credential.isEmpty())
        target["credential"] = toJson(call.credential);
    return target;
}

Json detailsOf(const HttpCall& call)
{
    return {{"request", toJson(QString::fromLatin1(call.method) + u' ' + withoutSecrets(call.url))}};
}

QString slotOf(const HttpCall& call)
{
    const QUrl url(withoutSecrets(call.url));
    return u"%1://%2"_s.arg(url.scheme(), url.authority(QUrl::FullyEncoded)).toLower();
}

Json valueAt(const Json& body, const QString& pointer)
{
    try {
        const Json::json_pointer parsed(pointer.toStdString());
        return body.contains(parsed) ? body.at(parsed) : Json();
    } catch (const Json::exception&) {
        return {}; // not a pointer, or an index that is no number
    }
}

std::optional<Json> outputsFrom(const Json& body, const Json& pointers)
{
    Json outputs = Json::object();
    if (!pointers.is_object())
        return outputs;
    for (const auto& [name, where] : pointers.items()) {
        const bool plain = where.is_string();
        Json value = valueAt(body, plain ? toQString(where.get_ref<const std::string&>()) : textAt(where, "at"));
        if (value.is_null())
            return std::nullopt;
        if (!plain && !value.is_string())
            value = value.dump();
        if (!plain && textAt(where, "as") == "last segment"_L1)
            value = toJson(lastSegment(toQString(value.get_ref<const std::string&>())));
        outputs[name] = std::move(value);
    }
    return outputs;
}

Json withhold(Json& outputs)
{
    Json withheld = Json::object(), kept = Json::object();
    qsizetype all = 0;
    for (const auto& [name, value] : outputs.items()) {
        const bool deep = depthOf(value) > kDeepestOutput;
        const auto text = deep ? QByteArray() : toBytes(value);
        if (deep || text.size() > kLargestOutput || all + text.size() > kLargestOutputs) {
            withheld[name] = "outputTooLarge";
        } else if (text.contains("(redacted)")) {
            withheld[name] = "outputHidden";
        } else {
            all += text.size();
            kept[name] = value;
        }
    }
    if (!withheld.empty())
        outputs = std::move(kept);
    return withheld;
}

std::optional<Error> askAboutWithheld(const Json& withheld)
{
    for (const auto& [name, because] : withheld.items())
        return Error{.code = errc::gateWaiting, .args = {{"because", because}, {"output", name}}};
    return std::nullopt;
}

QString serviceText(const Json& body)
{
    const auto textOf = [](const Json& value) {
        if (value.is_string())
            return toQString(value.get_ref<const std::string&>());
        QStringList texts;
        if (value.is_array()) {
            for (const Json& each : value) {
                if (each.is_string())
                    texts.append(toQString(each.get_ref<const std::string&>()));
                else if (each.is_object())
                    texts.append(textAt(each, "message"));
            }
        }
        return texts.join(u"; "_s);
    };
    for (const char* member : {"errors", "message", "error_description", "detail", "title", "error"}) {
        if (const QString text = textOf(memberAt(body, member)).simplified(); !text.isEmpty())
            return text.left(kLongestText);
    }
    return {};
}

github::EffectOutcome judge(const HttpCall& call, int status, const Json& body)
{
    if (call.expect.contains(status))
        return succeeded(call, status, body);
    const Json& meaning = memberAt(call.meanings, QByteArray::number(status).constData());
    if (meaning.is_string() && meaning == Json("done"))
        return outcomeOf(Outcome::Kind::Done, {{"status", status}});
    const Error error = refusal(call, status, body, textAt(meaning, "say"));
    if (!meaning.is_null())
        return outcomeOf(Outcome::Kind::Refused, {{"status", status}}, error);
    if (status == 429)
        return outcomeOf(Outcome::Kind::NotExecuted, Json::object(), error);
    // A failure of the server, or of something before it, says nothing about what was done; and a success that is not
    // the expected one was most likely done, unless a network's sign-in page said it.
    if (status >= 500 || status == 408 || status == 425 || (status >= 200 && status < 300))
        return outcomeOf(Outcome::Kind::Unknown, Json::object(), error);
    return outcomeOf(Outcome::Kind::Refused, {{"status", status}}, error);
}

} // namespace slipway::steps
