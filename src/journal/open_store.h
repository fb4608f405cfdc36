// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "journal/database.h"

#include <functional>

namespace slipway::journal {

//! What a file says of itself through SQLite, with the write-ahead log taken in.
struct FileState {
    bool isNew = false; //!< nothing in it yet
    int version = 0; //!< of the schema
    int minReader = 0; //!< schema that a reader must know at least
    bool cleanlyClosed = true;
    QString id; //!< of the store; empty: an older program made it
    QString home; //!< where it is driven (home.h); empty: an older program made it
    bool viewsAreReadable = false; //!< they can be understood, even if they do not say everything yet
    bool viewsAreCurrent = false; //!< made by a program with the same lists
    std::optional<Timestamp> checkedAt; //!< whole, with all indexes
    bool wasCheckedNow = false; //!< the same, just now
};

//! What the file says of itself, by a name. Owner only.
Result<void> setMeta(Database& database, const char* name, const QString& value);

//! Errors: "store.foreign", "store.damaged".
Result<FileState> stateOf(Database& database);

//! Reads every page. "store.damaged".
Result<void> quickCheck(Database& database);

//! Reads every page and holds every index against its table. "store.damaged".
Result<void> wholeCheck(Database& database);

//! Looks at a file through a read-only connection before anything writes to it, and checks it page by page if its last
//! owner did not close it; whole, if that was not done for a week before `now`. `beforeCheck` is called where that takes
//! a while. "store.foreign", "store.newer", "store.damaged".
Result<FileState> inspect(
    const QString& file, std::optional<Timestamp> now = {}, const std::function<void()>& beforeCheck = {});

} // namespace slipway::journal
