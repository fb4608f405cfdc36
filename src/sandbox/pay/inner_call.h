// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QObject>

#include <functional>

namespace slipway::sandbox::pay {

//! What came of a call from one simulated service to another: status 0 means that no whole answer came.
struct InnerAnswer {
    int status = 0;
    Json body;
};

//! POSTs JSON over a socket of its own, as one service calls another: latency, faults and the record are met on the way.
//! `then` runs once, unless `context` goes first.
void postInside(const QString& url, const Json& body, QObject* context, std::function<void(const InnerAnswer&)> then);

} // namespace slipway::sandbox::pay
