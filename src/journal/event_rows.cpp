// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/event_rows.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "journal/database_error.h"
#include "journal/event_limits.h"

#include <QCryptographicHash>

namespace slipway::journal {

namespace {

Error unreadable(const Database& database, const RunId& run, qint64 sequence, const QString& reason)
{
    auto error = storeError(errc::storeDamaged, database.file(), reason);
    error.args["run"] = run.utf8();
    error.args["sequence"] = sequence;
    return error;
}

Result<StoredEvent> storedEvent(const Database& database, const RunId& run, const Row& row)
{
    StoredEvent stored;
    auto& event = stored.event;
    event.run = run;
    stored.id = row.integer(0);
    event.sequence = row.integer(1);
    event.at = {row.integer(2)};
    event.actor = row.text(3);
    const auto type = eventTypeFromText(row.text(4));
    if (!type)
        return unreadable(database, run, event.sequence, u"unknown event type \"%1\""_s.arg(row.text(4)));
    event.type = *type;
    event.step = StepId(row.text(5));
    event.purpose = row.text(6) == toText(Purpose::Undo) ? Purpose::Undo : Purpose::Do;
    event.attempt = int(row.integer(7));
    stored.data = row.utf8(8);
    auto data = parseJson(stored.data);
    if (!data)
        return unreadable(database, run, event.sequence, textAt(data.error().args, "reason"));
    event.data = std::move(*data);
    stored.fence = row.integer(9);
    stored.previousHash = row.bytes(10);
    stored.hash = row.bytes(11);
    return stored;
}

} // namespace

QByteArray chainHash(const QByteArray& previousHash, const Event& event, qint64 fence, const QByteArray& data)
{
    QByteArray row;
    row.reserve(256);
    for (const auto number : {event.sequence, event.at.ms, qint64(event.attempt), fence}) {
        row += QByteArray::number(number);
        row += ',';
    }
    for (const auto& text :
        {event.run.text(), event.actor, toText(event.type), event.step.text(), toText(event.purpose)}) {
        const auto utf8 = text.toUtf8();
        row += QByteArray::number(utf8.size());
        row += ':';
        row += utf8;
        row += ',';
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(previousHash);
    hash.addData(row);
    hash.addData(data);
    return hash.result();
}

Result<QByteArray> insertEvent(Database& database, const Event& event, qint64 fence, const QByteArray& previousHash)
{
    // The database sees to the size; what is nested too deep it would take, and nobody could read it again.
    if (const auto beyond = beyondLimits(event); beyond && beyond->code == errc::jsonInvalid)
        return *beyond;
    const auto data = toBytes(event.data);
    auto hash = chainHash(previousHash, event, fence, data);
    // A null QByteArray would bind as NULL.
    const auto previous = previousHash.isNull() ? QByteArray("", 0) : previousHash;
    auto inserted = database.run(
        "INSERT INTO event (run, sequence, at, actor, type, step, purpose, attempt, data, fence, prev_hash, hash)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {event.run.text(), event.sequence, event.at.ms, bound(event.actor), toText(event.type),
            bound(event.step.text()), toText(event.purpose), event.attempt, QString::fromUtf8(data), fence, previous,
            hash});
    if (!inserted)
        return inserted.error();
    return hash;
}

Result<QList<RunId>> allRuns(Database& database)
{
    QList<RunId> runs;
    auto read = database.run("SELECT id FROM run ORDER BY id", {}, [&](const Row& row) {
        runs.append(RunId(row.text(0)));
        return Result<void>();
    });
    if (!read)
        return read.error();
    return runs;
}

Result<Events> readEvents(Database& database, const RunId& run, qint64 since)
{
    Events events;
    auto read =
        database.run("SELECT id, sequence, at, actor, type, step, purpose, attempt, data, fence, prev_hash, hash"
                     " FROM event WHERE run = ? AND sequence > ? ORDER BY sequence",
            {run.text(), since}, [&](const Row& row) -> Result<void> {
                auto stored = storedEvent(database, run, row);
                if (!stored)
                    return stored.error();
                events.push_back(std::move(stored->event));
                return {};
            });
    if (!read)
        return read.error();
    return events;
}

Result<Events> readUntouched(Database& database, const RunId& run)
{
    Events events;
    QByteArray previous;
    auto read = forEachStored(database, run, [&](const Result<StoredEvent>& stored) -> Result<void> {
        if (!stored)
            return stored.error();
        const auto& event = stored->event;
        if (event.sequence != qint64(events.size()) + 1)
            return unreadable(database, run, event.sequence, u"events before it are missing"_s);
        if (stored->previousHash != previous || chainHash(previous, event, stored->fence, stored->data) != stored->hash)
            return unreadable(database, run, event.sequence, u"it is not as it was written"_s);
        previous = stored->hash;
        events.push_back(event);
        return {};
    });
    if (!read)
        return read.error();
    return events;
}

Result<void> forEachStored(
    Database& database, const RunId& run, const std::function<Result<void>(const Result<StoredEvent>&)>& each)
{
    return database.run("SELECT id, sequence, at, actor, type, step, purpose, attempt, data, fence, prev_hash, hash"
                        " FROM event WHERE run = ? ORDER BY sequence",
        {run.text()}, [&](const Row& row) { return each(storedEvent(database, run, row)); });
}

} // namespace slipway::journal
