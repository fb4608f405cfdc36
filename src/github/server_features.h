// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/document_assembler.h"
#include "github/graphql.h"

#include <QSet>

namespace slipway::github {

//! What a server's GraphQL schema lacks of what Slipway uses. One unknown field makes the whole document fail before
//! anything runs, so documents are cut to what the server knows.
struct ServerFeatures {
    QSet<QByteArray> missingFields; //!< of pull requests and repositories
    QSet<QByteArray> missingMutations;

    bool lacks(const char* mutation) const { return missingMutations.contains(mutation); }
};

//! The one question, asked once for each connection to an Enterprise Server.
Document featureProbe();
//! Nothing where the answer does not tell.
std::optional<ServerFeatures> featuresFrom(const Envelope& answer);

//! The GraphQL text without selections of these fields, with their aliases, arguments and sub-selections. The text is
//! one of ours: names stand only where a field, an argument or a type can stand, and values are variables.
QByteArray withoutFields(const QByteArray& text, const QSet<QByteArray>& fields);
//! Likewise, and without the variables that nothing uses then.
Document withoutFields(const Document& document, const QSet<QByteArray>& fields);

} // namespace slipway::github
