// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QList>

namespace slipway::journal {

//! One status record of a file.
struct RecordText {
    int line = 1; //!< where it begins
    Result<Json> record; //!< error "json.invalid" with "line", "column", "reason"
};

//! Status records as the Mongo tools write them: one document a line (mongoexport), an array, or what the shell prints:
//! ObjectId("…"), ISODate("…"), NumberLong(…), names without quotation marks, single ones. Both forms of Extended JSON
//! stay as they are; the shell's words become the relaxed one, or {"$numberLong": …}. A document that cannot be read
//! keeps no other from being read: after it the next one that begins a line is looked for.
QList<RecordText> readRecords(const QByteArray& text);

} // namespace slipway::journal
