// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "terminal/environment.h"
#include "terminal/output.h"

#include <QStringList>

namespace slipway::terminal {

//! Runs one command of `slipwayctl` to its end and gives the exit status: 0 done; 1 the run failed, was cancelled or
//! needs a person; 2 wrong usage or bad input; 3 refused by the state of things; 4 network, limits or sign-in; 5 store.
//! `arguments` without the program's name. Needs a QCoreApplication; turns its event loop while it waits.
int run(const QStringList& arguments, Environment& environment, Output& output);

} // namespace slipway::terminal
