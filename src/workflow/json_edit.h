// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace slipway {

//! Edits of JSON text that leave every byte outside the inserted or removed value as it was: order, indentation,
//! spelling of numbers and strings, line ends, final newline. What is inserted takes the file's own indentation.
//!
//! `edit` is one object of a workflow file with its values expanded: {"insertMember": POINTER, "name": …, "value": …},
//! {"appendUnique": POINTER, "value": …}, {"appendUnlessMatch": POINTER, "member": NAME, "value": {…}},
//! {"removeMember": POINTER, "name": …}, {"removeElement": POINTER, "value": …}, {"removeMatch": POINTER,
//! "member": NAME, "value": …}: the last object that has that value there. What is to be removed and is missing is an
//! error, but not with "ifThere": true.
//! With "only": true the addressed value must be the only element of its array, else "edit.shape".
//! appendUnique wants elements of the value's own kind, appendUnlessMatch objects. Where several elements equal the value,
//! removeElement takes the last. Values are compared as JSON values: members in any order, 1.50 equals 1.5.
//! Errors: "edit.invalidJson" (line, column, reason), "edit.shape" (pointer, expected, found: "an object", "nothing" …), "edit.nameExists"
//! (pointer, name), "edit.notFound" (pointer, and what).
Result<QByteArray> applyEdit(const QByteArray& text, const Json& edit);

} // namespace slipway
