// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "failing_disk.h"

#include <QStringList>

#include <array>

namespace simulation {

using slipway::journal::test::FailingDisk;

struct DiskFault {
    enum class Way {
        Once,
        Lasting, //!< the calls after it fail as well, until the disk has room again: for seconds up to ten minutes
        LastingBeyondTheProgram, //!< meanwhile the program is ended, and started again
        OnceOfTwoPrograms //!< a first one is killed at its fourth request; the calls are those of both
    };

    FailingDisk::Kind kind = FailingDisk::Write;
    int code = 0; //!< SQLite's result
    qint64 call = 0; //!< which call of the kind fails, counted from the first opening of the store on; 0: none
    Way way = Way::Once;
};

using DiskCalls = std::array<qint64, FailingDisk::Any + 1>; //!< how many of each kind

struct DiskReport {
    DiskCalls calls{}; //!< if the disk was well, as are the next
    QList<DiskCalls> atRequests; //!< up to each request: the last ones are its intent's
    qint64 faults = 0;
    int requests = 0, intents = 0, lookedUp = 0;
    int openings = 0; //!< that failed
    bool wasTold = false; //!< the engine said that its store is in trouble
    bool endedWell = false, waits = false; //!< the run
    QStringList duplicates, lost, wrong;

    bool isGood() const { return duplicates.isEmpty() && lost.isEmpty() && wrong.isEmpty(); }
};

//! A CDP service is created by the whole engine, whose store's disk fails at one call; nothing else goes wrong. A store that
//! cannot be opened is opened again, and a start that was refused is given again; all else goes on by itself. Judged by
//! the world and, at each request, by what is on the disk.
DiskReport simulateDisk(quint64 seed, const DiskFault& fault);

} // namespace simulation
