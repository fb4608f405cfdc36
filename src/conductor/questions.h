// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error_codes.h"
#include "steps/http_look_up.h"
#include "steps/observation.h"

namespace slipway::conductor {

//! Whether a person who was asked the one is asked nothing new by the other. What each look tells anew is no part of the
//! question: the details (each answer of GitHub has an id there), and a service's own words, in which it may count.
inline bool isSameQuestion(const Error& asked, const Error& now)
{
    const auto question = [](Json args) {
        args.erase("text");
        return args;
    };
    return asked.code == now.code && question(asked.args) == question(now.args);
}

//! The next look would be refused as the last one was: no time changes it, only what a person does.
inline bool isRefusal(const Error& error) { return error.code == errc::githubForbidden || steps::isRefusedLook(error); }

//! Whatever time passes, looking again will not be let before a person has cleared the way, or she knows what it came to.
inline bool isBarred(const Error& error)
{
    return steps::needsPerson(error) || error.code == errc::githubNotFound || steps::isRefusedLook(error);
}

} // namespace slipway::conductor
