// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "sandbox/graphql/ast.h"

#include <QString>

namespace slipway::sandbox::graphql {

//! One entry of an answer's `errors`. `type` is empty for what was refused before anything ran.
struct GraphqlError {
    QString message;
    QString type;
    Json path = nullptr; //!< null or an array of names (aliases) and numbers
    std::vector<Location> locations;
    Json extensions = nullptr;
};

using GraphqlErrors = std::vector<GraphqlError>;

//! Members in GitHub's order: type, path, extensions, locations, message.
Json toJson(const GraphqlError& error);
Json toJson(const GraphqlErrors& errors);

} // namespace slipway::sandbox::graphql
