// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/open_store.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "journal/database_error.h"
#include "journal/migrations.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace slipway::journal {

namespace {

Result<void> readMeta(Database& database, FileState& state)
{
    return database.execute(u"SELECT name, value FROM meta"_s, {}, [&](const Row& row) {
        if (row.text(0) == u"clean_shutdown"_s)
            state.cleanlyClosed = row.text(1) == u"1"_s;
        else if (row.text(0) == u"store_id"_s)
            state.id = row.text(1);
        else if (row.text(0) == u"home"_s)
            state.home = row.text(1);
        else if (row.text(0) == u"views"_s) {
            state.viewsAreReadable = row.text(1).toInt() >= oldestReadable;
            state.viewsAreCurrent = row.text(1).toInt() >= viewsVersion;
        } else if (row.text(0) == u"checked_at"_s)
            state.checkedAt = Timestamp{row.text(1).toLongLong()};
        else if (row.text(0) == u"min_reader"_s)
            state.minReader = row.text(1).toInt();
        return Result<void>();
    });
}

} // namespace

Result<void> setMeta(Database& database, const char* name, const QString& value)
{
    return database.run("INSERT INTO meta (name, value) VALUES (?, ?)"
                        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        {QString::fromLatin1(name), value});
}

namespace {

//! What a check did not get to see it cannot judge; SQLite tells of it in the same rows as of damage.
bool saysItCouldNotBeRead(const QString& problem)
{
    if (problem.contains("failed to get page"_L1))
        return true;
    static const QRegularExpression code(u"error code=(\\d+)"_s);
    const auto told = code.match(problem);
    return told.hasMatch() && isOfTheDisk(told.capturedView(1).toInt());
}

Result<void> check(Database& database, const QString& pragma)
{
    QStringList problems;
    auto checked = database.execute(pragma, {}, [&](const Row& row) {
        if (row.text(0) != u"ok"_s)
            problems.append(row.text(0));
        return Result<void>();
    });
    if (!checked)
        return checked;
    if (problems.isEmpty())
        return {};
    const bool wasRead = std::none_of(problems.begin(), problems.end(), saysItCouldNotBeRead);
    return storeError(wasRead ? errc::storeDamaged : errc::storeFailed, database.file(), problems.join(u"; "_s));
}

} // namespace

Result<void> quickCheck(Database& database) { return check(database, u"PRAGMA quick_check(10)"_s); }

Result<void> wholeCheck(Database& database) { return check(database, u"PRAGMA integrity_check(10)"_s); }

Result<FileState> stateOf(Database& database)
{
    const auto id = database.pragma(u"application_id"_s);
    if (!id)
        return id.error();
    const auto version = database.pragma(u"user_version"_s);
    if (!version)
        return version.error();
    const auto tables = database.value("SELECT count(*) FROM sqlite_master");
    if (!tables)
        return tables.error();
    FileState state{.isNew = *id == 0 && *version == 0 && tables->toLongLong() == 0, .version = int(*version)};
    if (state.isNew)
        return state;
    if (*id != applicationId)
        return storeError(errc::storeForeign, database.file(), u"it belongs to another program"_s);
    if (auto read = readMeta(database, state); !read) {
        if (isOfTheDisk(int(integerAt(read.error().details, "native"))))
            return read.error();
        // Whatever a newer version did to the table, its number says why it cannot be read here.
        if (state.version <= schemaVersion())
            return storeError(errc::storeDamaged, database.file(), textAt(read.error().args, "reason"));
    }
    return state;
}

namespace {

//! A log is taken for the file's own whatever file it stands beside: a copy of a store put where another one had been
//! would become that one, or a mixture.
Result<void> checkLog(const QString& file, const FileState& withLog)
{
    if (QFileInfo(file + u"-wal"_s).size() == 0 || withLog.id.isEmpty())
        return {};
    auto alone = Database::open(file, Database::Mode::Immutable);
    const auto state = alone ? stateOf(**alone) : Result<FileState>(alone.error());
    // What a power cut left half moved says nothing by itself; then the check of the whole has to do.
    if (!state || state->id.isEmpty() || state->id == withLog.id)
        return {};
    return storeError(errc::storeDamaged, file, u"the log beside it belongs to another store"_s);
}

} // namespace

Result<FileState> inspect(const QString& file, std::optional<Timestamp> now, const std::function<void()>& beforeCheck)
{
    auto database = Database::open(file, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    auto state = stateOf(**database);
    if (!state)
        return state;
    if (state->version > schemaVersion())
        return Error{.code = errc::storeNewer,
            .args = {{"file", file.toStdString()}, {"version", state->version}, {"known", schemaVersion()}}};
    if (auto own = checkLog(file, *state); !own)
        return own.error();
    constexpr qint64 checkedAnyway = 8LL * 1024 * 1024; // some twenty milliseconds
    constexpr Millis wholeCheckEach{7LL * 24 * 3'600'000};
    // A moment to come is one that a wrong clock noted.
    const bool isDue = now && (!state->checkedAt || std::chrono::abs(*now - *state->checkedAt) > wholeCheckEach);
    if (!state->isNew && !state->cleanlyClosed && beforeCheck)
        beforeCheck();
    if (!state->isNew && !state->cleanlyClosed && isDue) {
        if (auto checked = wholeCheck(**database); !checked)
            return checked.error();
        state->wasCheckedNow = true;
        return state;
    }
    if (!state->isNew && (!state->cleanlyClosed || QFileInfo(file).size() <= checkedAnyway))
        if (auto checked = quickCheck(**database); !checked)
            return checked.error();
    return state;
}

} // namespace slipway::journal
