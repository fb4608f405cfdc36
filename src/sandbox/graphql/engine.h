// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/graphql/cost.h"
#include "sandbox/graphql/execute.h"

#include <QByteArray>

namespace slipway::sandbox::graphql {

struct Reply {
    int status = 200;
    Json body;
};

//! A request that may run: its document is valid and its variables fit.
struct Prepared {
    Document document;
    size_t operationIndex = 0;
    Json variables = Json::object();
    Cost cost;

    const Operation& operation() const { return document.operations[operationIndex]; }
};

//! GraphQL over HTTP with GitHub's manners; knows a schema and resolvers, nothing of GitHub's data.
class Engine {
public:
    Engine(Schema schema, Resolvers resolvers);
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    const Schema& schema() const { return m_schema; }
    const Resolvers& resolvers() const { return m_resolvers; }

    //! The body {"query", "variables", "operationName"}, or the reply that refuses it: 400 for what is no JSON
    //! object, 200 with `errors` and no `data` for everything else.
    std::variant<Prepared, Reply> prepare(const QByteArray& body) const;
    Reply run(const Prepared& prepared, Context& context) const;

private:
    Schema m_schema;
    Resolvers m_resolvers;
};

} // namespace slipway::sandbox::graphql
