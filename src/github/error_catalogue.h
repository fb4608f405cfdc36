// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <optional>

namespace slipway::github {

//! What GitHub's words mean. Its texts drift, so they are found by lower-case parts; the exact text goes into
//! Error.details beside the code. Facts: docs/github.md.
struct Meaning {
    QString code;
    Json args = Json::object();
};

//! Nothing where the text is not known.
std::optional<Meaning> meaningOfText(const QString& text);
//! By GraphQL's error type ("STALE_DATA"), for texts that are not known.
std::optional<Meaning> meaningOfType(const QString& type);
//! Text first, then type, then "github.refused".
Meaning meaningOf(const QString& text, const QString& type = {});
//! Whether these words say that GitHub itself failed in the middle: the effect may have taken place.
bool isServerFailure(const QString& text, const QString& type);

} // namespace slipway::github
