// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/graphql/ast.h"
#include "sandbox/graphql/graphql_error.h"

#include <variant>

namespace slipway::sandbox::graphql {

struct Token {
    enum class Kind { End, Name, Int, Float, String, Punctuator };
    Kind kind = Kind::End;
    QString text; //!< a string's content without quotes and escapes; a punctuator's characters
    Location at;

    //! GitHub's word for the token in a syntax error, for example RCURLY.
    QString word() const;
};

//! All tokens with an End after the last, or the first error.
std::variant<std::vector<Token>, GraphqlError> tokenize(const QString& source);

} // namespace slipway::sandbox::graphql
