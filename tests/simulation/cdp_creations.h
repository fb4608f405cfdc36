// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conductor/conductor.h"
#include "sandbox/sandbox.h"

namespace simulation {

using namespace slipway;

//! The creation of one CDP service.
struct Creation {
    RunId run;
    QString service;
};
//! The n-th (0, 1, …) of a simulation.
Creation creation(int number);

github::Connection connectionTo(const sandbox::Sandbox& sandbox);
//! What a person who starts it gives; `command` is its id.
Envelope startOf(const Creation& creation, const sandbox::Sandbox& sandbox, const CommandId& command, Timestamp at);

//! Of events as the journal has them; none: there is no such run.
std::optional<Run> runOf(const Events& events);
//! It has ended, or nothing moves before a person does something.
bool isAtRest(const Run& run);

//! What came to be in the world of a creation, against what it is to make; `isWhole`: it ended well, so that nothing may
//! be missing either. What is there too often or too seldom is added, in words.
void judgeWorld(const Json& ledger, const Creation& creation, bool isWhole, QStringList& duplicates, QStringList& lost);

//! Makes the calls that are queued until none is left.
void settle();

} // namespace simulation
