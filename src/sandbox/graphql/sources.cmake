# SPDX-License-Identifier: GPL-3.0-or-later
# Files of the simulated GitHub's GraphQL, seen from src/sandbox.
set(GRAPHQL_SOURCES
    graphql/ast.cpp graphql/ast.h
    graphql/coerce.cpp graphql/coerce.h
    graphql/cost.cpp graphql/cost.h
    graphql/engine.cpp graphql/engine.h
    graphql/execute.cpp graphql/execute.h
    graphql/github/checks.cpp
    graphql/github/comments.cpp
    graphql/github/commit.cpp
    graphql/github/connections.cpp
    graphql/github/files.cpp
    graphql/github/github_schema.cpp graphql/github/github_schema.h
    graphql/github/github_views.h
    graphql/github/merge_mutations.cpp
    graphql/github/merge_rules.cpp
    graphql/github/mutation_input.h
    graphql/github/objects.cpp
    graphql/github/owners.cpp
    graphql/github/payloads.cpp
    graphql/github/pull_request.cpp
    graphql/github/pull_request_mutations.cpp
    graphql/github/query.cpp
    graphql/github/ref.cpp
    graphql/github/ref_mutations.cpp
    graphql/github/repository.cpp
    graphql/github/timeline.cpp
    graphql/graphql.cpp graphql/graphql.h
    graphql/graphql_error.cpp graphql/graphql_error.h
    graphql/introspection.cpp graphql/introspection.h
    graphql/lexer.cpp graphql/lexer.h
    graphql/parser.cpp graphql/parser.h
    graphql/resolvers.h
    graphql/schema.cpp graphql/schema.h
    graphql/schema_reader.cpp
    graphql/token_reader.cpp graphql/token_reader.h
    graphql/validate.cpp graphql/validate.h
    graphql/validate_merging.cpp
    graphql/validate_selections.cpp
    graphql/validate_values.cpp
    graphql/validation.h)
# The schema's text is compiled in; qt_add_resources appends the generated source.
qt_add_resources(GRAPHQL_SOURCES "${PROJECT_SOURCE_DIR}/resources/sandbox/sandbox_graphql.qrc"
    OPTIONS --format-version 1 --compress-algo zlib) # as slipway_resources()
