// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QFuture>

namespace slipway::app {

//! The token that the program gh has for the host, by "gh auth token": only when a person asked for it. gh is found in
//! PATH and run without a shell, for ten seconds at most. Error "github.import" (reason "missing", "timeout", or gh's own
//! words as details "text").
QFuture<Result<Secret>> importFromGh(const QString& host);

} // namespace slipway::app
