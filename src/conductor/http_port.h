// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conductor/secret_vault.h"
#include "http/http.h"
#include "steps/http_call.h"
#include "steps/observation.h"

//! Where calls and questions of workflow files become requests: the one place that puts secrets into them.
namespace slipway::conductor {

//! Without its credential. Error "secret.missing".
Result<http::Request> requestFor(const steps::HttpRead& read, const SecretVault* vault);
//! What was answered, or why nothing was, without the secrets that the question held.
Result<steps::HttpAnswer> answerOf(const http::Exchange& exchange, const steps::HttpRead& read,
    const std::optional<Credential>& credential, const SecretVault* vault);
//! Nothing: every secret that the call needs is at hand. Errors "secret.missing", "keychain.…".
std::optional<Error> missingSecret(const steps::HttpCall& call, const SecretVault& vault);
//! Sends it once, with the credential if it names one. Secret outputs are taken into the vault; the outcome holds none.
QFuture<github::EffectOutcome> perform(http::Http& http, const steps::HttpCall& call, const RunId& run,
    const StepId& step, SecretVault& vault, const std::optional<Credential>& credential);

} // namespace slipway::conductor
