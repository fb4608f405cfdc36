// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

#include <vector>

namespace slipway {

enum class JsonKind { Null, Boolean, Number, Text, Array, Object };

JsonKind kindOf(const Json& value);

//! One value of a JSON text and where its bytes stand. Offsets count bytes from the start of the text, BOM included.
struct JsonNode {
    JsonKind kind = JsonKind::Null;
    qsizetype begin = 0, end = 0; //!< the value: end is one past its last byte
    qsizetype nameBegin = -1, nameEnd = -1; //!< a member's name with its quotes; -1: no member
    int parent = -1;
    std::vector<int> children; //!< node numbers, in order

    //! Where the member or element begins: at its name if it has one.
    qsizetype itemBegin() const { return nameBegin >= 0 ? nameBegin : begin; }
};

//! The places of a JSON text's values. Node 0 is the outermost value; a node comes before its children.
struct JsonPlaces {
    std::vector<JsonNode> nodes;

    const JsonNode& at(int node) const { return nodes[size_t(node)]; }
};

//! Reads strict JSON (RFC 8259, valid UTF-8, an optional BOM, names unique within an object, no deeper than 64) without
//! recursion and in linear time. Error "edit.invalidJson" with args "line", "column" (in characters, from 1), "reason".
Result<JsonPlaces> scanJson(const QByteArray& text);

//! What a JSON string between `begin` and `end` (its quotes included) says, as UTF-8. The range must be a scanned one.
QByteArray decodedText(const QByteArray& text, qsizetype begin, qsizetype end);

//! Equal as JSON values: members in any order, 1.50 equals 1.5. (nlohmann's ordered object compares in order.)
bool sameValue(const Json& a, const Json& b);

} // namespace slipway
