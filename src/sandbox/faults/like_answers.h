// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "sandbox/faults/fault_book.h"
#include "sandbox/server/http_message.h"

namespace slipway::sandbox {

//! The answer of a fault {"status", "like"}: real bodies and headers of GitHub. `minute` is one minute of the world in
//! real time: limits ask for that long (at least a second) unless the fault says otherwise. `isGraphql`: limits and
//! refusals take GraphQL's shape (HTTP 200 with errors) where GitHub does it so and no status was asked for.
HttpAnswer likeAnswer(const Fault& fault, bool isGraphql, Millis minute, Timestamp now);
//! Empty or one that likeAnswer() knows.
bool isKnownLike(const QString& like);
QStringList knownLikes();

} // namespace slipway::sandbox
