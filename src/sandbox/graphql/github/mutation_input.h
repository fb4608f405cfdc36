// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/graphql/github/github_views.h"

//! What the mutations share: the ids of their input, and their payloads.
namespace slipway::sandbox::graphql {

//! The argument `input`.
inline const Json& inputOf(const Call& call) { return memberAt(call.arguments, "input"); }

//! What the input's id names, or NOT_FOUND in GitHub's words; also where it names something else than `kind`.
std::variant<NodeName, FieldError> nodeIn(Call& call, const char* member, NodeKind kind);

using Values = std::map<QString, Resolved>;

//! The payload of this type with clientMutationId echoed.
Resolved payload(const Call& call, const QString& type, Values values = {});

//! The payload {pullRequest, actor}, or the refusal.
Resolved pullRequestPayload(Call& call, const QString& type, const Result<const PullRequest*>& result);

} // namespace slipway::sandbox::graphql
