// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faulty_world.h"

namespace simulation {

struct FaultOptions {
    quint64 seed = 1;
    int runs = 2;
    FaultyWorld::Habits habits;
    int mostDeaths = 8;
    bool clockTroubles = true; //!< jumps of the clock on the wall, and sleeps
};

struct FaultReport {
    QByteArray journal; //!< every event of every run, one a line
    QByteArray ledger; //!< what came to be in the world
    int effects = 0, intents = 0, lookedUp = 0, faults = 0, deaths = 0, jumps = 0, sleeps = 0;
    int endedWell = 0, waiting = 0;
    QStringList duplicates, lost, wrong;

    bool isGood() const { return duplicates.isEmpty() && lost.isEmpty() && wrong.isEmpty(); }
};

//! CDP services are created by an engine that is killed at any moment (before and after each commit and each request,
//! and in between), over a network that loses and delays, on a computer that sleeps and whose clock is set. After twenty
//! minutes or the last death the trouble stops, and everything has to come to an end. A seed tells all.
FaultReport simulateFaults(const FaultOptions& options);

} // namespace simulation
