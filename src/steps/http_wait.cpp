// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "steps/kinds.h"

namespace slipway::steps {

namespace {

//! The value at a JSON pointer, or null.
Json at(const Json& body, const QString& pointer)
{
    try {
        const Json::json_pointer parsed(pointer.toStdString());
        return body.contains(parsed) ? body.at(parsed) : Json();
    } catch (const Json::exception&) {
        return {}; // not a pointer, or an index that is no number
    }
}

bool isEmpty(const Json& value)
{
    return value.is_null() || ((value.is_structured() || value.is_string()) && value.size() == 0);
}

//! Asks a URL again and again until the answer holds what is waited for.
class HttpWaitKind : public StepKind {
public:
    KindRule rule() const override
    {
        return {.kind = u"http.wait"_s,
            .parameters = {{u"url"_s}, {u"nonEmpty"_s, ParameterType::Text, false},
                {u"outputs"_s, ParameterType::Object, false}},
            .anyOutputs = true};
    }

    Reads reads(const StepContext& context) const override { return {.http = {{context.text("url")}}}; }

    Decision decide(const StepContext& context, const Observation& seen) const override
    {
        const auto answer = seen.find(HttpRead{context.text("url")});
        Wait wait{.what = u"artifact"_s, .args = {{"url", context.text("url").toStdString()}}};
        if (!answer.value) {
            // The service may be down for a while; that is no reason to fail, but it is said.
            if (answer.error && answer.error->code == errc::networkUnsafeUrl)
                return Fail{*answer.error};
            wait.args["trouble"] = answer.error ? answer.error->code.toStdString() : "";
            return wait;
        }
        if (answer.value->status == 401 || answer.value->status == 403)
            return Fail{{.code = errc::httpStatus,
                .args = {{"url", context.text("url").toStdString()}, {"status", answer.value->status}}}};
        if (answer.value->status != 200)
            return wait;
        if (isEmpty(at(answer.value->body, context.text("nonEmpty"))))
            return wait;
        Json outputs = Json::object();
        for (const auto& [name, pointer] : memberAt(context.with, "outputs").items())
            outputs[name] = at(
                answer.value->body, pointer.is_string() ? toQString(pointer.get_ref<const std::string&>()) : QString());
        return Done{std::move(outputs)};
    }
};

} // namespace

const StepKind& httpWaitKind()
{
    static const HttpWaitKind kind;
    return kind;
}

} // namespace slipway::steps
