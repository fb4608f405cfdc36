// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QList>

namespace slipway::journal {

//! A copy of the store that stands beside it.
struct Backup {
    enum class Kind {
        Daily, //!< made by the owner once a day
        Asked, //!< made because a person asked
        Migration, //!< made before the schema was changed
        Replaced //!< what stood in the store's place before a restore
    };
    QString file;
    Kind kind = Kind::Daily;
    Timestamp madeAt;
    qint64 bytes = 0;
};

QString toText(Backup::Kind kind); //!< "daily", "asked", "migration", "replaced"

//! Of how many of a kind the newest are kept; of those made before a migration or a restore, all are.
inline constexpr int dailyBackupsKept = 7;
inline constexpr int askedBackupsKept = 7;

//! Newest first. A half-made copy is none.
Result<QList<Backup>> backupsOf(const QString& store);

//! A copy of the store as of one moment, made through a connection of its own while the owner works. Older copies of
//! the same kind beyond those that are kept are removed afterwards. Takes seconds for a large store. "store.missing",
//! "store.full" (also where there is not room for it and as much again), errors of the store.
Result<Backup> makeBackup(const QString& store, Backup::Kind kind, Clock& clock);

//! "NAME-2026-11-21T21-46-00-000Z": the moment as it stands in names of files.
QString stampOf(Timestamp moment);

} // namespace slipway::journal
