// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <memory>
#include <unordered_map>

namespace slipway::journal {

//! SQL text that lives as long as the program: only a literal makes one, so its address can name a prepared statement.
struct Sql {
    template <std::size_t N>
    consteval Sql(const char (&literal)[N])
        : text(literal)
    { }
    const char* text;
};

//! The row that a query stands on.
class Row {
public:
    explicit Row(const QSqlQuery& query)
        : m_query(query)
    { }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray utf8(int column) const { return m_query.value(column).toString().toUtf8(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    bool flag(int column) const { return integer(column) != 0; }
    bool isNull(int column) const { return m_query.isNull(column); }
    QVariant value(int column) const { return m_query.value(column); }
    int count() const;

private:
    const QSqlQuery& m_query;
};

using EachRow = std::function<Result<void>(const Row&)>;

//! A text that is never NULL: a null QString binds as NULL.
inline QVariant bound(const QString& text) { return text.isNull() ? QVariant(QLatin1StringView("")) : QVariant(text); }

//! One SQLite connection, used by the thread that opened it. Statements are prepared once and kept.
//! Every failure is an Error whose code says what kind it is (see errorOf() in database_error.h) and whose details hold
//! the statement ("sql"), the driver's words ("text") and SQLite's extended result code ("native").
class Database {
public:
    enum class Mode {
        ReadWrite, //!< the file must exist; WAL, synchronous=FULL, foreign keys and recursive triggers, each read back
        ReadOnly, //!< cannot write, and query_only is set besides
        Immutable //!< as ReadOnly, for a file in a folder where nothing can be written; nobody may be writing to it
    };

    static Result<std::unique_ptr<Database>> open(const QString& file, Mode mode, int busyMs = 5000);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    const QString& file() const { return m_file; }

    //! One statement that is made up at run time (schema, pragmas, searches); not kept. SQLite takes one an exec.
    Result<void> execute(const QString& sql, const QVariantList& values = {}, const EachRow& each = {});
    //! One statement that is kept prepared.
    Result<void> run(Sql sql, const QVariantList& values = {}, const EachRow& each = {});
    //! The first column of the first row, or an invalid QVariant where there is no row.
    Result<QVariant> value(Sql sql, const QVariantList& values = {});
    Result<qint64> pragma(const QString& name);
    //! How many rows the last run() or value() changed.
    qint64 changed() const { return m_changed; }

private:
    Database(QString file, QString connection);
    Result<void> configure(Mode mode);
    Result<void> step(QSqlQuery& query, const QVariantList& values, const EachRow& each);
    Error failure(const QSqlQuery& query) const;

    QString m_file;
    QString m_connection;
    std::unordered_map<const char*, std::unique_ptr<QSqlQuery>> m_statements;
    qint64 m_changed = 0;
};

//! BEGIN IMMEDIATE: takes the write lock at once (QSqlDatabase::transaction() sends a plain BEGIN, which fails only at
//! the first write). Rolls back unless it was committed.
class Transaction {
public:
    enum class Kind { Write, Read };

    static Result<Transaction> begin(Database& database, Kind kind = Kind::Write);
    Transaction(Transaction&& other) noexcept
        : m_database(std::exchange(other.m_database, nullptr))
    { }
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    Result<void> commit();

private:
    explicit Transaction(Database& database)
        : m_database(&database)
    { }
    Database* m_database;
};

} // namespace slipway::journal
