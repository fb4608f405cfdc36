// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QString>

namespace slipway {

//! What went wrong, as a value that is journaled. It holds no sentence: *what, why, remedy* are rendered from one
//! translatable catalogue (desk/error_text.h) where a person reads them.
struct Error {
    //! Dotted code out of base/error_codes.h, for example "github.notFound".
    QString code;
    //! The arguments of the catalogue's sentences, by name: {"repository": "DEFRA/tf-svc", "path": …}.
    Json args = Json::object();
    //! Evidence kept to the letter, never translated: "text" (the service's exact words), "status" (HTTP),
    //! "requestId", "url", "file", "pointer". Never a secret: whoever fills it redacts first.
    Json details = Json::object();

    bool operator==(const Error&) const = default;
};

Json toJson(const Error& error);
Error errorFromJson(const Json& json);

} // namespace slipway
