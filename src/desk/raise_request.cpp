// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/raise_request.h"

#include <QtGlobal>

namespace slipway::desk {

namespace {

// Where Qt looks for it when a window wants to the front: without it Wayland lets none come.
constexpr auto kActivation = "XDG_ACTIVATION_TOKEN";
constexpr qsizetype kLongestActivation = 256;

} // namespace

Json raiseJson(const RaiseRequest& request, const QByteArray& activation)
{
    return {{"link", request.link.toStdString()}, {"activation", QString::fromUtf8(activation).toStdString()},
        {"named", request.named}};
}

std::optional<RaiseRequest> raiseFromJson(const Json& json)
{
    if (!json.is_object())
        return std::nullopt;
    if (const auto token = textAt(json, "activation").toUtf8(); token.size() <= kLongestActivation)
        putActivation(token);
    const Json& named = memberAt(json, "named");
    return RaiseRequest{textAt(json, "link"), named.is_object() ? named : Json::object()};
}

QByteArray takeActivation()
{
    const QByteArray activation = qgetenv(kActivation);
    qunsetenv(kActivation);
    return activation;
}

void putActivation(const QByteArray& activation)
{
    if (!activation.isEmpty())
        qputenv(kActivation, activation);
}

} // namespace slipway::desk
