// SPDX-License-Identifier: GPL-3.0-or-later
#include "targets.h"

#include "base/text.h"
#include "journal/event_rows.h"
#include "journal/record.h"
#include "workflow/handle.h"

#include <QFile>
#include <QTemporaryDir>

namespace slipway::fuzz {

namespace {

//! A table as the journal's, without its guards: what a damaged or foreign store can hold.
class Table {
public:
    Table()
    {
        const QString file = m_folder.filePath(u"rows.db"_s);
        require(QFile(file).open(QIODevice::WriteOnly), "a file can be made");
        auto opened = journal::Database::open(file, journal::Database::Mode::ReadWrite);
        require(opened.ok(), "a database can be opened");
        database = std::move(*opened);
        require(database->execute(u"PRAGMA synchronous = OFF"_s).ok(), "a campaign need not be durable");
        require(
            database
                ->execute(u"CREATE TABLE event (id INTEGER PRIMARY KEY, run, sequence, at, actor, type, step, purpose,"
                          " attempt, fence, prev_hash, hash, data)"_s)
                .ok(),
            "a table can be made");
    }

    void fill(const Json& rows)
    {
        require(database->execute(u"DELETE FROM event"_s).ok(), "a table can be cleared");
        for (const auto& row : rows) {
            QVariantList values;
            for (const char* column :
                {"sequence", "at", "actor", "type", "step", "purpose", "attempt", "fence", "prev_hash", "hash", "data"})
                values.append(valueOf(memberAt(row, column)));
            std::ignore =
                database->run("INSERT INTO event (run, sequence, at, actor, type, step, purpose, attempt, fence,"
                              " prev_hash, hash, data) VALUES ('run-1', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    values);
        }
    }

    std::unique_ptr<journal::Database> database;

private:
    static QVariant valueOf(const Json& value)
    {
        if (value.is_number_integer())
            return value.get<qlonglong>();
        if (value.is_number_float())
            return value.get<double>();
        if (value.is_string())
            return toQString(value.get_ref<const std::string&>());
        if (value.is_object()) // the data of an event, for people to write
            return QString::fromUtf8(toBytes(value));
        if (value.is_array()) // bytes that are no text
            return toBytes(value);
        return {};
    }

    QTemporaryDir m_folder;
};

} // namespace

void journalRow(const QByteArray& input)
{
    auto& table = *keptToTheEnd<Table>();
    const auto rows = parseJson(input);
    if (!rows || !rows->is_array() || rows->size() > 64)
        return;
    table.fill(*rows);
    const RunId id(u"run-1"_s);
    std::ignore = journal::readUntouched(*table.database, id);
    const auto read = journal::forEachStored(*table.database, id, [](const auto&) { return Result<void>(); });
    require(read.ok(), "each row can be told, readable or not");
    const auto events = journal::readEvents(*table.database, id, 0);
    if (!events)
        return;
    for (const auto& event : *events) {
        const auto copy = eventFromJson(toJson(event));
        require(!copy || (copy->sequence == event.sequence && copy->type == event.type && copy->data == event.data),
            "an event comes back as it was");
    }
    const auto run = folded({}, *events);
    if (!run)
        return;
    std::ignore = journal::statusRecord(*run);
    std::ignore = scopeOf(*run);
    for (const Command& command : std::initializer_list<Command>{RetryStep{}, RetryNow{}, LookNow{}, PauseRun{},
             ResumeRun{}, CancelRun{}, UndoRun{}, AddNote{.text = u"x"_s}})
        std::ignore = whyNot(*run, command);
}

} // namespace slipway::fuzz
