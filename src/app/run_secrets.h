// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conductor/secret_vault.h"

#include <optional>

//! Secrets that a person gives for a run, and where they are kept while it is open.
namespace slipway::app {

//! What the file says: a JSON object, or a line NAME=VALUE for each; NAME, or SUBJECT/NAME for one run among several. A
//! file must be readable by its user only; "-" is standard input and /dev/fd/N a file descriptor, each read once.
//! Errors: "file.…", "json.invalid", "usage".
Result<conductor::GivenSecrets> readRunSecrets(const QString& file);
//! Asks the person at the terminal without showing what is typed; nothing where there is no terminal.
std::optional<Result<Secret>> askSecret(const QString& prompt);
//! The desktop's keychain.
conductor::SecretKeeper keychainKeeper();

} // namespace slipway::app
