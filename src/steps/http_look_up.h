// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/observation.h"

namespace slipway::steps {

//! What looking shows of the thing that a request makes.
struct Found {
    enum class Kind {
        Absent,
        Ours, //!< there as this run wants it; `outputs` tell about it
        Anothers, //!< something is there under that name, but it is not what this run makes
        Several, //!< more than one fits: nobody but a person can say which is meant
        Unclear //!< the answer says neither; `error` says why
    };
    Kind kind = Kind::Unclear;
    Json outputs = Json::object();
    std::optional<Error> error;
};

//! The service did not let it be looked up, and will not by itself. That something is not found, is busy or wants fewer
//! requests may pass.
bool isRefusedLook(const Error& error);

//! `lookUp` is the parameter of http.request, expanded: method, url, body, credential, absent, in, match, ours, outputs.
HttpRead readOf(const Json& lookUp);
//! `outputs`: those of the step, for a look-up that names none of its own.
Found findIn(const Json& lookUp, const Json& outputs, const Observation& seen);

} // namespace slipway::steps
