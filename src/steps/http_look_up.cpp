// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/http_look_up.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "steps/http_call.h"
#include "workflow/secrets.h"

#include <QUrl>

#include <array>

namespace slipway::steps {

namespace {

//! Services write the same id as a text here and as a number there.
bool isSame(const Json& a, const Json& b)
{
    const auto text = [](const Json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); };
    return a == b || (a.is_primitive() && b.is_primitive() && !a.is_null() && !b.is_null() && text(a) == text(b));
}

bool holds(const Json& conditions, const Json& value)
{
    if (!conditions.is_object())
        return true;
    return std::all_of(conditions.items().begin(), conditions.items().end(),
        [&](const auto& condition) { return isSame(valueAt(value, toQString(condition.key())), condition.value()); });
}

Found unclear(Error error) { return {.kind = Found::Kind::Unclear, .error = std::move(error)}; }

} // namespace

bool isRefusedLook(const Error& error)
{
    if (error.code != errc::httpStatus)
        return false;
    static constexpr std::array mayPass{404, 408, 409, 423, 425, 429};
    const auto status = integerAt(error.args, "status");
    return status >= 400 && status < 500 && std::find(mayPass.begin(), mayPass.end(), status) == mayPass.end();
}

HttpRead readOf(const Json& lookUp)
{
    return {.url = textAt(lookUp, "url"),
        .method = textAt(lookUp, "method", u"GET"_s).toLatin1(),
        .body = memberAt(lookUp, "body"),
        .credential = textAt(lookUp, "credential")};
}

Found findIn(const Json& lookUp, const Json& outputs, const Observation& seen)
{
    const auto answer = seen.find(readOf(lookUp));
    if (!answer.value)
        return unclear(answer.error ? *answer.error : Error{.code = errc::notConnected});
    const QUrl url(withoutSecrets(textAt(lookUp, "url")));
    const Json& absent = memberAt(lookUp, "absent");
    const int status = answer.value->status;
    // Where there is a list, what is not there is missing in it: that the list itself is not found tells nothing.
    const bool saysAbsent = absent.is_array() ? std::find(absent.begin(), absent.end(), Json(status)) != absent.end()
                                              : status == 404 && !lookUp.contains("in");
    if (saysAbsent)
        return {.kind = Found::Kind::Absent};
    if (status != 200) {
        Error error{.code = errc::httpStatus, .args = {{"host", toJson(url.host())}, {"status", status}}};
        if (const QString text = serviceText(answer.value->body); !text.isEmpty())
            error.args["text"] = toJson(text);
        if (status == 401 || status == 403)
            nameCredential(error, textAt(lookUp, "credential"));
        return unclear(std::move(error));
    }
    const Error unreadable{.code = errc::answerUnreadable, .args = {{"host", toJson(url.host())}}};
    if (answer.value->body.is_null())
        return unclear(unreadable);
    Json candidates = Json::array();
    if (lookUp.contains("in")) {
        const Json list = valueAt(answer.value->body, textAt(lookUp, "in"));
        if (!list.is_array())
            return unclear(unreadable);
        for (const Json& each : list)
            candidates.push_back(each);
    } else {
        candidates.push_back(answer.value->body);
    }
    Json fitting = Json::array();
    for (const Json& each : candidates) {
        if (holds(memberAt(lookUp, "match"), each))
            fitting.push_back(each);
    }
    if (fitting.empty())
        return {.kind = Found::Kind::Absent};
    if (fitting.size() > 1)
        return {.kind = Found::Kind::Several};
    if (!holds(memberAt(lookUp, "ours"), fitting[0]))
        return {.kind = Found::Kind::Anothers};
    auto told = outputsFrom(fitting[0], lookUp.contains("outputs") ? memberAt(lookUp, "outputs") : outputs);
    if (!told)
        return unclear(unreadable);
    if (auto withheld = askAboutWithheld(withhold(*told)))
        return unclear(std::move(*withheld));
    return {.kind = Found::Kind::Ours, .outputs = std::move(*told)};
}

} // namespace slipway::steps
