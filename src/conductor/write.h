// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "steps/http_call.h"

//! What the conductor may write: an effect on GitHub or a call of another service.
namespace slipway::conductor {

using Write = std::variant<github::Effect, steps::HttpCall>;

inline QString nameOf(const Write& write)
{
    return std::visit(Overloaded{[](const github::Effect& effect) { return github::nameOf(effect); },
                          [](const steps::HttpCall& call) { return steps::nameOf(call); }},
        write);
}
inline QString classOf(const Write& write)
{
    return std::visit(Overloaded{[](const github::Effect& effect) { return github::classOf(effect); },
                          [](const steps::HttpCall& call) { return call.effectClass; }},
        write);
}
inline Json targetOf(const Write& write)
{
    return std::visit(Overloaded{[](const github::Effect& effect) { return github::targetOf(effect); },
                          [](const steps::HttpCall& call) { return steps::targetOf(call); }},
        write);
}
//! One write in flight for each: a repository, or a service.
inline QString slotOf(const Write& write)
{
    return std::visit(
        Overloaded{[](const github::Effect& effect) { return github::repositoryOf(effect).full().toLower(); },
            [](const steps::HttpCall& call) { return steps::slotOf(call); }},
        write);
}
inline bool createsContent(const Write& write)
{
    const auto* effect = std::get_if<github::Effect>(&write);
    return effect && github::createsContent(*effect);
}

} // namespace slipway::conductor
