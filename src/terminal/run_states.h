// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"

#include <optional>

namespace slipway::terminal {

//! The words of "list --state", as a person reads them in the STATE column; help, completion and the parser have them
//! from here.
QStringList stateChoices();

//! Which runs a word means: one of stateChoices(), the same in any letters' case or as the column has it ("Needs you"), or
//! the word of the JSON ("succeeded", "needsYou"). None: it is no state.
struct StateChoice {
    desk::RunQuery query;
    bool onlyStuck = false; //!< of what the query finds; the store does not count these off
};
std::optional<StateChoice> stateChoice(const QString& word);

} // namespace slipway::terminal
