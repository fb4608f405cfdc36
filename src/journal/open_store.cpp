// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/open_store.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "journal/database_error.h"
#include "journal/migrations.h"

namespace slipway::journal {

namespace {

Result<void> readMeta(Database& database, FileState& state)
{
    return database.execute(u"SELECT name, value FROM meta"_s, {}, [&](const Row& row) {
        if (row.text(0) == u"clean_shutdown"_s)
            state.cleanlyClosed = row.text(1) == u"1"_s;
        else if (row.text(0) == u"views"_s)
            state.viewsAreCurrent = row.text(1).toInt() >= oldestReadable;
        else if (row.text(0) == u"min_reader"_s)
            state.minReader = row.text(1).toInt();
        return Result<void>();
    });
}

Result<void> quickCheck(Database& database)
{
    QStringList problems;
    auto checked = database.execute(u"PRAGMA quick_check(10)"_s, {}, [&](const Row& row) {
        if (row.text(0) != u"ok"_s)
            problems.append(row.text(0));
        return Result<void>();
    });
    if (!checked)
        return checked;
    if (!problems.isEmpty())
        return storeError(errc::storeDamaged, database.file(), problems.join(u"; "_s));
    return {};
}

} // namespace

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
        // Whatever a newer version did to the table, its number says why it cannot be read here.
        if (state.version <= schemaVersion())
            return storeError(errc::storeDamaged, database.file(), textAt(read.error().args, "reason"));
    }
    return state;
}

Result<FileState> inspect(const QString& file)
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
    if (!state->isNew && !state->cleanlyClosed)
        if (auto checked = quickCheck(**database); !checked)
            return checked.error();
    return state;
}

} // namespace slipway::journal
