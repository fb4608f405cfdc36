// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/graphql/schema.h"

namespace slipway::sandbox::graphql {

//! What GitHub counts before it runs a request, assuming that every page is full.
struct Cost {
    qint64 points = 1; //!< of the hourly limit: requests to fill all connections / 100, rounded, at least 1
    qint64 nodes = 0; //!< that could come back; more than 500,000 are refused
};

Cost costOf(const Schema& schema, const Document& document, const Operation& operation, const Json& variables);

} // namespace slipway::sandbox::graphql
