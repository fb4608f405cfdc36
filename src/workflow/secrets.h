// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "base/secret.h"
#include "workflow/run.h"

#include <functional>

//! Secrets in templates. A decision never sees a secret: where one belongs stands a mark that names it, and only what puts
//! the request on the wire (src/conductor) puts the value in its place. So whatever is journaled, shown or logged on the
//! way can hold no more than the mark.
namespace slipway {

struct SecretName {
    RunId run;
    QString name; //!< "inputs.password", "steps.invite.code"
    friend bool operator==(const SecretName&, const SecretName&) = default;
};

//! The secrets that a run may need: its secret inputs and the secret outputs of its steps.
QStringList secretNames(const Workflow& workflow);
//! The secret that is meant by "inputs.password", or by "invite.code" or "code" where that fits one only.
std::optional<QString> secretNamed(const Workflow& workflow, const QString& given);
//! The secret that a step waits for a person to give, because it is not at hand; a full name where that is known.
std::optional<QString> secretAskedFor(const StepRun& step);
//! Puts marks where secrets belong. Whatever else in the scope looks like a mark (somebody typed it, a service answered
//! it) loses that look first, so that nobody can have a secret sent somewhere by naming it.
void markSecrets(Json& scope, const Run& run);

bool isSecretMark(const QString& text);
QList<SecretName> secretsIn(const Json& value);
//! For people and for the journal: "(secret password)" instead of the mark.
QString withoutSecrets(const QString& text);
Json withoutSecrets(const Json& value);

//! The value of a secret, or none if it is not at hand.
using SecretLookUp = std::function<const Secret*(const SecretName&)>;
//! The same with the secrets themselves, for the wire only. Error "secret.missing" with args "secret".
Result<Json> reveal(const Json& value, const SecretLookUp& lookUp);
//! As reveal(), each secret percent-encoded.
Result<QString> revealUrl(const QString& url, const SecretLookUp& lookUp);

} // namespace slipway
