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
//! {"removeMember": POINTER, "name": …}, {"removeElement": POINTER, "value": …}.
//! Errors: "edit.invalidJson" (line, column, reason), "edit.shape" (pointer, expected, found), "edit.nameExists"
//! (pointer, name), "edit.notFound" (pointer, and what).
Result<QByteArray> applyEdit(const QByteArray& text, const Json& edit);

} // namespace slipway
