// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/error_catalogue.h"

#include <QCoreApplication>

#include <array>

namespace slipway::desk {

namespace {

constexpr std::array entries{
    ErrorEntry{"store.owned", QT_TRANSLATE_NOOP("errors", "store in use"),
        QT_TRANSLATE_NOOP("errors", "Another Slipway owns the store[ {file}]."),
        QT_TRANSLATE_NOOP("errors",
            "[The process {pid} ({program}) drives its runs.|The process {pid} drives its runs.|Another process drives "
            "its runs.] Only one may, so that nothing is "
            "done twice. Reading is possible meanwhile."),
        QT_TRANSLATE_NOOP("errors", "Use that window or agent, or close it first.")},
    ErrorEntry{"store.otherHost", QT_TRANSLATE_NOOP("errors", "owner works elsewhere"),
        QT_TRANSLATE_NOOP("errors",
            "The Slipway that owns this store is connected to [{connected}|no GitHub], not to [{host}|yours]."),
        QT_TRANSLATE_NOOP("errors", "A service started there would be made on another GitHub than the one asked for."),
        QT_TRANSLATE_NOOP(
            "errors", "Close that window or agent, or connect it as you want to work. Nothing was started.")},
    ErrorEntry{"store.newer", QT_TRANSLATE_NOOP("errors", "store is newer"),
        QT_TRANSLATE_NOOP("errors", "The store[ {file}] was written by a newer Slipway."),
        QT_TRANSLATE_NOOP("errors",
            "[It has version {version}; this Slipway knows versions up to {known}.|This Slipway does not know its "
            "version.] It is opened for reading only."),
        QT_TRANSLATE_NOOP("errors", "Update Slipway, or use another store.")},
    ErrorEntry{"store.foreign", QT_TRANSLATE_NOOP("errors", "not a store"),
        QT_TRANSLATE_NOOP("errors", "The file[ {file}] is not a Slipway store."),
        QT_TRANSLATE_NOOP("errors", "[{reason}.|It is another kind of file, and it was left as it is.]"),
        QT_TRANSLATE_NOOP("errors", "Check the path, or choose a file that does not exist yet.")},
    ErrorEntry{"store.damaged", QT_TRANSLATE_NOOP("errors", "store is damaged"),
        QT_TRANSLATE_NOOP("errors", "The journal[ in {file}] is damaged[ at run {run}]."),
        QT_TRANSLATE_NOOP("errors", "[{reason}.|What is stored does not fit together.] Nothing was changed."),
        QT_TRANSLATE_NOOP("errors",
            "Keep a copy of the file and run “slipwayctl journal verify”. The copies made before each update stand "
            "beside the store.")},
    ErrorEntry{"store.unwritable", QT_TRANSLATE_NOOP("errors", "store unwritable"),
        QT_TRANSLATE_NOOP("errors", "The store[ {file}] cannot be written."),
        QT_TRANSLATE_NOOP("errors", "[{reason}.|The system does not allow it.]"),
        QT_TRANSLATE_NOOP(
            "errors", "Check that the file and its folder belong to you and are writable, then try again.")},
    ErrorEntry{"store.full", QT_TRANSLATE_NOOP("errors", "disk is full"),
        QT_TRANSLATE_NOOP("errors", "The store[ {file}] cannot grow."),
        QT_TRANSLATE_NOOP("errors", "The disk is full. Slipway does nothing that it cannot write down first."),
        QT_TRANSLATE_NOOP("errors", "Make space on the disk. The runs go on from where they are.")},
    ErrorEntry{"store.busy", QT_TRANSLATE_NOOP("errors", "store is busy"),
        QT_TRANSLATE_NOOP("errors", "The store[ {file}] is busy."),
        QT_TRANSLATE_NOOP("errors", "Another program has held it for too long."),
        QT_TRANSLATE_NOOP(
            "errors", "Close programs that have the file open (backups, database tools), then try again.")},
    ErrorEntry{"store.fenced", QT_TRANSLATE_NOOP("errors", "run taken over"),
        QT_TRANSLATE_NOOP("errors", "The run[ {run}] was taken over by another Slipway."),
        QT_TRANSLATE_NOOP("errors", "What this one wanted to write was refused, so that nothing is done twice."),
        QT_TRANSLATE_NOOP("errors", "Go on in the Slipway that took it over.")},
    ErrorEntry{"store.readOnly", QT_TRANSLATE_NOOP("errors", "read-only"),
        QT_TRANSLATE_NOOP("errors", "The store[ {file}] is open for reading only."),
        QT_TRANSLATE_NOOP("errors", "[{reason}.|It was opened without the right to change anything.]"),
        QT_TRANSLATE_NOOP("errors", "Use the Slipway that drives the store, or close it and open the store again.")},
    ErrorEntry{"store.failed", QT_TRANSLATE_NOOP("errors", "store failed"),
        QT_TRANSLATE_NOOP("errors", "The database[ {file}] reported an error."),
        QT_TRANSLATE_NOOP("errors", "[{reason}.|It gave no reason.]"),
        QT_TRANSLATE_NOOP("errors", "Try again. If it stays, check the disk and run “slipwayctl journal verify”.")},
    ErrorEntry{"store.guard", QT_TRANSLATE_NOOP("errors", "journal guard"),
        QT_TRANSLATE_NOOP("errors", "The journal refused an entry[ of run {run}]."),
        QT_TRANSLATE_NOOP(
            "errors", "[{reason}.|The entry does not follow the last one stored.] The journal is as it was."),
        QT_TRANSLATE_NOOP("errors",
            "Look at the run again. If it stays, close and reopen Slipway, and report this with the details.")},
    ErrorEntry{"store.missing", QT_TRANSLATE_NOOP("errors", "no store"),
        QT_TRANSLATE_NOOP("errors", "There is no store[ at {file}]."),
        QT_TRANSLATE_NOOP("errors", "It is made when the first run starts."),
        QT_TRANSLATE_NOOP("errors", "Check the path, or start a run.")},
    ErrorEntry{"store.older", QT_TRANSLATE_NOOP("errors", "store is older"),
        QT_TRANSLATE_NOOP("errors", "The store[ {file}] was written by an older Slipway."),
        QT_TRANSLATE_NOOP("errors",
            "[It has version {version}; this Slipway reads versions from {known} on.|Its lists have to be made anew.] "
            "Whoever owns the store brings it up to date when it starts."),
        QT_TRANSLATE_NOOP(
            "errors", "Start the window or an agent on it once, or run “slipwayctl journal rebuild”. A copy is made.")},
    ErrorEntry{"search.filter", QT_TRANSLATE_NOOP("errors", "search not understood"),
        QT_TRANSLATE_NOOP("errors", "[The search cannot use “{filter}”.|The search has a filter that is not known.]"),
        QT_TRANSLATE_NOOP("errors", "[It knows {known}.|There is no such filter, or not with this value.]"),
        QT_TRANSLATE_NOOP("errors", "Correct it, or put it into quotes to search for it as text.")},
};

} // namespace

std::span<const ErrorEntry> storeErrors() { return entries; }

} // namespace slipway::desk
