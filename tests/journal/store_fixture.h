// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/manual_clock.h"
#include "base/text.h"
#include "journal/sqlite_reader.h"
#include "journal/sqlite_store.h"
#include "story.h"

#include <QTest>

namespace slipway::journal::test {

//! What a ready future holds.
template <class T>
Result<T> now(QFuture<Result<T>> future)
{
    return future.result();
}

inline QByteArray describe(const Error& error)
{
    return error.code.toUtf8() + ' ' + toBytes(error.args) + ' ' + toBytes(error.details);
}

#define VERIFY_OK(result)                                                                                              \
    do {                                                                                                               \
        const auto& outcome = (result);                                                                                \
        QVERIFY2(outcome.ok(), outcome.ok() ? "" : describe(outcome.error()).constData());                             \
    } while (false)

#define VERIFY_CODE(result, expected)                                                                                  \
    do {                                                                                                               \
        const auto& outcome = (result);                                                                                \
        QVERIFY2(!outcome.ok(), "it was not refused");                                                                 \
        QVERIFY2(outcome.error().code == (expected), describe(outcome.error()).constData());                           \
    } while (false)

//! A store in a folder of its own.
class StoreFixture {
public:
    QString file() const { return m_folder.filePath(u"slipway/store.db"_s); }
    QString folder() const { return m_folder.path(); }
    Result<std::unique_ptr<SqliteStore>> open() { return SqliteStore::open({file(), u"tests"_s}, clock); }
    //! Another connection, as a hand in a shell would have it: writing, and without our pragmas unless `careful`.
    Result<std::unique_ptr<Database>> raw() const { return Database::open(file(), Database::Mode::ReadWrite, 500); }

    ManualClock clock;

private:
    QTemporaryDir m_folder;
};

} // namespace slipway::journal::test
