// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "steps/http_call.h"
#include "steps/kinds.h"
#include "workflow/secrets.h"

namespace slipway::steps {

namespace {

bool isEmpty(const Json& value)
{
    return value.is_null() || ((value.is_structured() || value.is_string()) && value.size() == 0);
}

//! What is waited for is there; whatever else the workflow would like to know may be missing.
Json outputsOf(const Json& body, const Json& pointers)
{
    Json outputs = Json::object();
    for (const auto& [name, where] : pointers.items()) {
        const auto one = outputsFrom(body, Json{{name, where}});
        outputs[name] = one ? memberAt(*one, name.c_str()) : Json();
    }
    return outputs;
}

//! Asks a URL again and again until the answer holds what is waited for.
class HttpWaitKind : public StepKind {
public:
    KindRule rule() const override
    {
        return {.kind = u"http.wait"_s,
            .parameters = {{u"url"_s, ParameterType::Url}, {u"credential"_s, ParameterType::Credential, false},
                {u"nonEmpty"_s, ParameterType::Text, false}, {u"outputs"_s, ParameterType::Outputs, false},
                {u"fails"_s, ParameterType::Refusals, false}},
            .anyOutputs = true,
            .takesSecrets = true};
    }

    Reads reads(const StepContext& context) const override { return {.http = {question(context)}}; }

    Decision decide(const StepContext& context, const Observation& seen) const override
    {
        const auto answer = seen.find(question(context));
        const Json url = toJson(withoutSecrets(context.text("url")));
        Wait wait{.what = u"artifact"_s, .args = {{"url", url}}};
        if (!answer.value) {
            // The service may be down for a while; that is no reason to fail, but it is said.
            if (answer.error && answer.error->code == errc::networkUnsafeUrl)
                return Fail{*answer.error};
            if (answer.error && lacksSecret(*answer.error))
                return Ask{*answer.error};
            wait.args["trouble"] = answer.error ? answer.error->code.toStdString() : "";
            return wait;
        }
        const int status = answer.value->status;
        const QString say =
            textAt(memberAt(memberAt(context.with, "fails"), QByteArray::number(status).constData()), "say");
        if (status == 401 || status == 403 || !say.isEmpty()) {
            Error error{.code = errc::httpStatus, .args = {{"url", url}, {"status", status}}};
            if (!say.isEmpty())
                error.args["say"] = toJson(say);
            nameCredential(error, context.text("credential"));
            return Fail{std::move(error)};
        }
        if (status != 200)
            return wait;
        if (isEmpty(valueAt(answer.value->body, context.text("nonEmpty"))))
            return wait;
        auto outputs = outputsOf(answer.value->body, memberAt(context.with, "outputs"));
        if (auto withheld = askAboutWithheld(withhold(outputs)))
            return Ask{std::move(*withheld)};
        return Done{std::move(outputs)};
    }

private:
    static HttpRead question(const StepContext& context)
    {
        return {.url = context.text("url"), .credential = context.text("credential")};
    }
};

} // namespace

const StepKind& httpWaitKind()
{
    static const HttpWaitKind kind;
    return kind;
}

} // namespace slipway::steps
