// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "sandbox/server/http_message.h"

#include <initializer_list>

namespace slipway::sandbox {

//! {"message", "documentation_url", "status"} as GitHub writes it.
HttpAnswer restError(int status, const QString& message);
HttpAnswer restNotFound();
//! A refusal of the world in REST's words and status. `resource` is named in the `errors` of a 422 that has them.
HttpAnswer restRefusal(const Error& error, const char* resource);

enum class FieldType { Text, Flag, Number, Object };
struct Field {
    const char* name;
    FieldType type;
    bool isRequired = false;
};
//! Nothing if the body has only these fields with these types (null is let pass for optional ones), else the 422 that
//! GitHub gives.
std::optional<HttpAnswer> checkFields(const Json& body, std::initializer_list<Field> fields);

} // namespace slipway::sandbox
