// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "terminal/environment.h"

namespace slipway::app {

//! The terminal's commands about credentials that workflows name. They wait, as a terminal may.
Result<terminal::KnownCredential> setCredential(const terminal::CredentialRequest& request);
Result<QList<terminal::KnownCredential>> listCredentials(const terminal::GlobalOptions& global);
Result<void> removeCredential(const terminal::GlobalOptions& global, const QString& name);

} // namespace slipway::app
