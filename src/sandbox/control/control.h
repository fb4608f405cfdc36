// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/faults/fault_book.h"
#include "sandbox/server/http_message.h"
#include "sandbox/world/world.h"

namespace slipway::sandbox {

//! The sandbox's own endpoints under /_sandbox: ledger, state, faults, world, webhook. The token was checked before (also an
//! expired one is good here: who made it expire must be able to renew it).
HttpAnswer answerControl(World& world, FaultBook& faults, const HttpRequest& request, const QStringList& segments);

} // namespace slipway::sandbox
