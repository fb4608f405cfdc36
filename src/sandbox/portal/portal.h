// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/server/http_message.h"
#include "sandbox/world/world.h"

namespace slipway::sandbox {

//! The portal's backend: GET artifacts/{name}, the images known for a repository. `segments` come after the base URL.
HttpAnswer answerPortal(const World& world, const HttpRequest& request, const QStringList& segments);

} // namespace slipway::sandbox
