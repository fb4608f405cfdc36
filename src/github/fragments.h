// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/document_assembler.h"

//! The fixed pieces of all queries, valid against GitHub's public schema.
namespace slipway::github::fragments {

extern const Fragment repository;
extern const Fragment file;
extern const Fragment branch;
extern const Fragment pullRequest;
//! The same without its history, which costs points for each of hundreds.
extern const Fragment calmPullRequest;
extern const Fragment checkSuite;

//! What each query asks beside its own matter.
inline constexpr auto rateLimit = "rateLimit{cost remaining resetAt limit}";

} // namespace slipway::github::fragments
