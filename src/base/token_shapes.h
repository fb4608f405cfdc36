// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace slipway {

//! As redact(), but only what looks like a credential: the same in every process, whatever secrets each of them knows.
QString withoutTokens(QString text);

} // namespace slipway
