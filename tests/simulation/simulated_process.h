// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cdp_creations.h"
#include "conductor/conductor.h"
#include "journal/sqlite_store.h"
#include "mortal_store.h"
#include "steps/kinds.h"

namespace simulation {

//! One process, as the engine's thread makes it: what dies and is made anew over the same journal and the same world.
struct SimulatedProcess {
    SimulatedProcess(
        std::unique_ptr<journal::SqliteStore> opened, http::Http& world, ManualClock& clock,
        const github::Connection& connection, Dice& dice, std::function<bool()> diesBefore = [] { return false; },
        std::function<bool()> diesAfter = [] { return false; })
        : sqlite(std::move(opened))
        , store(std::make_unique<MortalStore>(*sqlite, std::move(diesBefore), std::move(diesAfter)))
        , github(std::make_unique<github::GitHub>(world, clock, connection))
        , conductor(std::make_unique<conductor::Conductor>(
              *store, github.get(), world, clock, steps::kindRules(), conductor::Conductor::Mode::Drive))
    {
        conductor->setDice([&dice] { return dice.uniform(); });
    }
    ~SimulatedProcess()
    {
        conductor.reset();
        github.reset();
    }

    std::unique_ptr<journal::SqliteStore> sqlite;
    std::unique_ptr<MortalStore> store;
    std::unique_ptr<github::GitHub> github;
    std::unique_ptr<conductor::Conductor> conductor;
};

} // namespace simulation
