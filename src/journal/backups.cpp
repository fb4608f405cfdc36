// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/backups.h"

#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"
#include "journal/database.h"
#include "journal/database_error.h"
#include "journal/store_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

namespace slipway::journal {

namespace {

const auto halfMade = u".part"_s;

//! What follows the store's name in the name of a copy, up to the moment.
QString markOf(Backup::Kind kind)
{
    switch (kind) {
    case Backup::Kind::Daily: return u".daily-"_s;
    case Backup::Kind::Asked: return u".backup-"_s;
    case Backup::Kind::Migration: return u".before-v"_s;
    case Backup::Kind::Replaced: return u".replaced-"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Timestamp> momentOfStamp(const QString& stamp)
{
    // The second without dashes, as it stands in copies made before a migration.
    for (const auto& form : {u"yyyy-MM-ddTHH-mm-ss-zzzZ"_s, u"yyyyMMddTHHmmss-zzzZ"_s}) {
        auto text = stamp.right(form.size());
        auto moment = QDateTime::fromString(text.chopped(1), form.chopped(1));
        if (!moment.isValid())
            continue;
        moment.setTimeSpec(Qt::UTC);
        return Timestamp{moment.toMSecsSinceEpoch()};
    }
    return {};
}

std::optional<Backup> backupFrom(const QFileInfo& info, const QString& storeName)
{
    const auto name = info.fileName();
    for (const auto kind :
        {Backup::Kind::Daily, Backup::Kind::Asked, Backup::Kind::Migration, Backup::Kind::Replaced}) {
        if (!name.startsWith(storeName + markOf(kind)))
            continue;
        const auto moment = momentOfStamp(name);
        if (moment)
            return Backup{info.filePath(), kind, *moment, info.size()};
    }
    return {};
}

Result<void> checkRoom(const QString& store)
{
    const QStorageInfo storage(QFileInfo(store).absolutePath());
    const auto needed = 2 * (QFileInfo(store).size() + QFileInfo(store + u"-wal"_s).size());
    if (!storage.isValid() || storage.bytesAvailable() >= needed)
        return {};
    return storeError(errc::storeFull, store, u"there is no room for a copy of it"_s);
}

//! Those from the future were made under a wrong clock, and go first.
void removeBeyond(const QString& store, Backup::Kind kind, int kept, Timestamp now)
{
    auto backups = backupsOf(store);
    if (!backups)
        return;
    std::stable_partition(
        backups->begin(), backups->end(), [now](const Backup& backup) { return backup.madeAt <= now; });
    int seen = 0;
    for (const auto& backup : *backups)
        if (backup.kind == kind && ++seen > kept && !QFile::remove(backup.file))
            qCWarning(logJournal) << "an old copy of the store cannot be removed:" << backup.file;
}

} // namespace

QString toText(Backup::Kind kind)
{
    switch (kind) {
    case Backup::Kind::Daily: return u"daily"_s;
    case Backup::Kind::Asked: return u"asked"_s;
    case Backup::Kind::Migration: return u"migration"_s;
    case Backup::Kind::Replaced: return u"replaced"_s;
    }
    Q_UNREACHABLE();
}

QString stampOf(Timestamp moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment.ms, Qt::UTC).toString(u"yyyy-MM-ddTHH-mm-ss-zzz"_s) + u'Z';
}

Result<QList<Backup>> backupsOf(const QString& wanted)
{
    const auto store = resolvedStorePath(wanted.isEmpty() ? defaultStorePath() : wanted);
    const QFileInfo info(store);
    QList<Backup> backups;
    const auto files = info.dir().entryInfoList({info.fileName() + u".*"_s}, QDir::Files | QDir::NoSymLinks);
    for (const auto& file : files)
        if (auto backup = backupFrom(file, info.fileName()))
            backups.append(std::move(*backup));
    std::sort(backups.begin(), backups.end(), [](const Backup& a, const Backup& b) { return a.madeAt > b.madeAt; });
    return backups;
}

Result<Backup> makeBackup(const QString& wanted, Backup::Kind kind, Clock& clock)
{
    const auto store = resolvedStorePath(wanted.isEmpty() ? defaultStorePath() : wanted);
    if (!QFileInfo::exists(store))
        return storeError(errc::storeMissing, store, u"there is no store"_s);
    if (auto room = checkRoom(store); !room)
        return room.error();
    auto database = Database::open(store, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    Backup backup{.file = store + markOf(kind) + stampOf(clock.now()), .kind = kind, .madeAt = clock.now()};
    const auto part = backup.file + halfMade;
    if (auto made = makeEmptyPrivateFile(part); !made)
        return made.error();
    const auto give = [&](const Error& error) {
        QFile::remove(part);
        return error;
    };
    // Nothing is written to the store, but to SQLite a copy is a write.
    if (auto allowed = (*database)->execute(u"PRAGMA query_only=0"_s); !allowed)
        return give(allowed.error());
    if (auto written = (*database)->execute(u"VACUUM INTO ?"_s, {part}); !written)
        return give(written.error());
    if (auto synced = syncFile(part); !synced)
        return give(synced.error());
    if (!QFile::rename(part, backup.file))
        return give(storeError(errc::storeUnwritable, backup.file, u"the copy cannot be named"_s));
    if (auto synced = syncFile(backup.file); !synced)
        return synced.error();
    backup.bytes = QFileInfo(backup.file).size();
    if (kind == Backup::Kind::Daily || kind == Backup::Kind::Asked)
        removeBeyond(store, kind, kind == Backup::Kind::Daily ? dailyBackupsKept : askedBackupsKept, backup.madeAt);
    return backup;
}

} // namespace slipway::journal
