// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QList>

namespace slipway::journal {

//! One status record of a file.
struct RecordText {
    int line = 1; //!< where it begins
    int number = 1; //!< among the records of the text: several may stand in one line
    Result<Json> record; //!< error "json.invalid" with "line", "column", "reason"
};

//! Status records as the Mongo tools write them: one document a line (mongoexport), an array, or what the shell prints:
//! ObjectId("…"), ISODate("…"), NumberLong(…), names without quotation marks, single ones. Both forms of Extended JSON
//! stay as they are; the shell's words become the relaxed one, or {"$numberLong": …}. A document that cannot be read
//! keeps no other from being read, also in an array that is one line: reading goes on behind it.
QList<RecordText> readRecords(const QByteArray& text);

} // namespace slipway::journal
