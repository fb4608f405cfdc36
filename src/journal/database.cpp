// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/database.h"

#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"
#include "journal/database_error.h"

#include <QSqlError>
#include <QSqlRecord>
#include <QUrl>
#include <QUuid>

namespace slipway::journal {

int Row::count() const { return m_query.record().count(); }

Database::Database(QString file, QString connection)
    : m_file(std::move(file))
    , m_connection(std::move(connection))
{ }

Database::~Database()
{
    m_statements.clear();
    // The connection must not be referred to any more when its name is removed.
    {
        auto connection = QSqlDatabase::database(m_connection, false);
        connection.close();
    }
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString& file, Mode mode, int busyMs)
{
    const auto name = u"slipway-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    std::unique_ptr<Database> database(new Database(file, name));
    auto options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyMs);
    if (mode != Mode::ReadWrite)
        options += u";QSQLITE_OPEN_READONLY"_s;
    if (mode == Mode::Immutable) {
        options += u";QSQLITE_OPEN_URI"_s;
        connection.setDatabaseName(QString::fromLatin1(QUrl::fromLocalFile(file).toEncoded()) + u"?immutable=1"_s);
    } else {
        connection.setDatabaseName(file);
    }
    connection.setConnectOptions(options);
    const bool opened = connection.open();
    const auto error = connection.lastError();
    connection = {}; // before the database goes, which takes the connection's name with it
    if (!opened)
        return errorOf(error, file, u"(open)"_s);
    if (auto configured = database->configure(mode); !configured)
        return configured.error();
    return database;
}

Result<void> Database::configure(Mode mode)
{
    struct Wanted {
        QString name, value;
        qint64 readBack;
    };
    QList<Wanted> wanted{{u"foreign_keys"_s, u"1"_s, 1}, {u"recursive_triggers"_s, u"1"_s, 1},
        {u"cell_size_check"_s, u"1"_s, 1}, {u"temp_store"_s, u"MEMORY"_s, 2}};
    if (mode == Mode::ReadWrite) {
        QString journal;
        const auto set = execute(u"PRAGMA journal_mode=WAL"_s, {}, [&](const Row& row) {
            journal = row.text(0);
            return Result<void>();
        });
        if (!set)
            return set;
        if (journal != u"wal"_s)
            return storeError(errc::storeUnwritable, m_file,
                u"its file system does not offer the shared memory that a write-ahead log needs"_s);
        wanted.append({u"synchronous"_s, u"FULL"_s, 2});
        // The usual thousand pages are full after some two hundred transitions, which touch the same few pages again and
        // again; moved less often, each is moved once. The store moves the log when it is idle, too.
        wanted.append({u"wal_autocheckpoint"_s, u"4000"_s, 4000});
    } else {
        wanted.append({u"query_only"_s, u"1"_s, 1});
        // KiB, where two MiB are usual: what is read is read once, and every window and agent has several readers.
        wanted.append({u"cache_size"_s, u"-512"_s, -512});
    }
    for (const auto& [name, value, readBack] : wanted) {
        if (auto set = execute(u"PRAGMA %1=%2"_s.arg(name, value)); !set)
            return set;
        const auto now = pragma(name);
        if (!now)
            return now.error();
        if (*now != readBack)
            return storeError(errc::storeFailed, m_file, u"PRAGMA %1 stays %2"_s.arg(name).arg(*now));
    }
    return {};
}

Error Database::failure(const QSqlQuery& query) const { return errorOf(query.lastError(), m_file, query.lastQuery()); }

Result<void> Database::step(QSqlQuery& query, const QVariantList& values, const EachRow& each)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values[i]);
    if (!query.exec())
        return failure(query);
    if (each) {
        while (query.next()) {
            if (auto taken = each(Row(query)); !taken) {
                query.finish();
                return taken;
            }
        }
        // next() answers false for the end and for a failure half-way alike.
        if (query.lastError().isValid()) {
            const auto error = failure(query);
            query.finish();
            return error;
        }
    }
    m_changed = query.numRowsAffected();
    query.finish();
    return {};
}

Result<void> Database::execute(const QString& sql, const QVariantList& values, const EachRow& each)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(query);
    return step(query, values, each);
}

Result<void> Database::run(Sql sql, const QVariantList& values, const EachRow& each)
{
    auto& statement = m_statements[sql.text];
    if (!statement) {
        auto query = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_connection, false));
        query->setForwardOnly(true);
        if (!query->prepare(QString::fromUtf8(sql.text)))
            return failure(*query);
        statement = std::move(query);
    }
    return step(*statement, values, each);
}

Result<QVariant> Database::value(Sql sql, const QVariantList& values)
{
    QVariant first;
    const auto done = run(sql, values, [&](const Row& row) {
        if (!first.isValid())
            first = row.value(0);
        return Result<void>();
    });
    if (!done)
        return done.error();
    return first;
}

Result<qint64> Database::pragma(const QString& name)
{
    qint64 value = -1;
    const auto done = execute(u"PRAGMA "_s + name, {}, [&](const Row& row) {
        value = row.integer(0);
        return Result<void>();
    });
    if (!done)
        return done.error();
    return value;
}

Result<Transaction> Transaction::begin(Database& database, Kind kind)
{
    if (auto begun = kind == Kind::Write ? database.run("BEGIN IMMEDIATE") : database.run("BEGIN"); !begun)
        return begun.error();
    return Transaction(database);
}

Transaction::~Transaction()
{
    if (!m_database)
        return;
    // SQLite may have rolled back by itself (disk full, out of memory): then there is nothing left to do.
    if (auto rolledBack = m_database->run("ROLLBACK"); !rolledBack)
        qCDebug(logJournal) << "rollback:" << textAt(rolledBack.error().details, "text");
}

Result<void> Transaction::commit()
{
    auto committed = m_database->run("COMMIT");
    if (committed)
        m_database = nullptr;
    return committed;
}

} // namespace slipway::journal
