// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/graphql.h"

#include "base/text.h"
#include "github/answers.h"

namespace slipway::github {

const GraphqlError* Envelope::general() const
{
    for (const auto& error : errors)
        if (error.path.isEmpty())
            return &error;
    return nullptr;
}

const GraphqlError* Envelope::below(const QList<QString>& path, const QList<QString>& optional) const
{
    for (const auto& error : errors) {
        if (error.path.mid(0, path.size()) != path)
            continue;
        const bool skipped = std::any_of(error.path.begin() + path.size(), error.path.end(),
            [&](const QString& part) { return optional.contains(part); });
        if (!skipped)
            return &error;
    }
    return nullptr;
}

bool Envelope::hasType(const QString& type) const
{
    return std::any_of(errors.begin(), errors.end(), [&](const GraphqlError& error) { return error.type == type; });
}

Result<Envelope> parseEnvelope(const http::Response& response, const QUrl& url)
{
    const auto json = parseJson(response.body, {.bytes = response.body.size()});
    if (!json.ok() || !json->is_object() || (!json->contains("data") && !json->contains("errors")))
        return unreadable(response, url);
    Envelope envelope{.data = memberAt(*json, "data"),
        .requestId = QString::fromLatin1(response.header("X-GitHub-Request-Id")),
        .url = url,
        .sso = response.header("X-GitHub-SSO")};
    const Json& errors = memberAt(*json, "errors");
    if (errors.is_array()) {
        for (const auto& error : errors) {
            GraphqlError read{.type = textAt(error, "type", textAt(error, "code")),
                .message = textAt(error, "message"),
                .samlFailure = flagAt(memberAt(error, "extensions"), "saml_failure")};
            const Json& path = memberAt(error, "path");
            if (path.is_array())
                for (const auto& part : path)
                    read.path.append(part.is_string() ? toQString(part.get_ref<const std::string&>())
                                                      : QString::fromStdString(part.dump()));
            envelope.errors.append(std::move(read));
        }
    }
    return envelope;
}

} // namespace slipway::github
