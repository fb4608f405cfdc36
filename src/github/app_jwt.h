// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"

namespace slipway::github {

//! What a GitHub App signs to speak as itself: RS256 over {iat, exp, iss}. `key` is the PEM that GitHub let the App's
//! owner download (PKCS#1; PKCS#8 is read, too), `issuer` the App's client id or number, `now` GitHub's time. It counts
//! from a minute before now until ten after that, so a clock that is off by less does no harm.
//! Error "github.appRefused" for a key that is none.
Result<Secret> signedAppToken(const Secret& key, const QString& issuer, Timestamp now);

} // namespace slipway::github
