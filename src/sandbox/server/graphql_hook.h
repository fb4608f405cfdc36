// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "sandbox/graphql/resolvers.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

//! How the GraphQL protocol plugs into the server: `graphql/graphql.h` offers
//! `GraphqlHook makeGraphqlHook(World& world)`, the server calls it at /graphql and /api/graphql. The server has already checked token and User-Agent, and handles latency, faults and the record around it.
namespace slipway::sandbox {

//! What can be told before anything runs; faults and the record use it. Left empty where the body cannot be parsed.
struct GraphqlOperation {
    QString name; //!< operation name of the document; empty if anonymous
    QStringList rootFields; //!< field names (not aliases) of the selected operation
    bool isMutation = false;
    QStringList repositories; //!< names without owner that variables or arguments mention, as far as is easily known
};

struct GraphqlRequest {
    QByteArray body; //!< as received
    std::vector<graphql::RefusedField> refused = {}; //!< by a fault
};

struct GraphqlAnswer {
    int status = 200;
    Json body;
};

struct GraphqlHook {
    //! No effect on the world, never fails.
    std::function<GraphqlOperation(const GraphqlRequest&)> parse;
    //! Runs it. Spends its cost on World::spend("graphql", cost) itself.
    std::function<GraphqlAnswer(const GraphqlRequest&)> execute;
};

} // namespace slipway::sandbox
