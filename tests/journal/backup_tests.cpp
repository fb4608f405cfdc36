// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/private_files.h"
#include "journal/backups.h"
#include "journal/restore.h"
#include "journal/verify.h"
#include "store_fixture.h"

#include <QDir>
#include <QFileInfo>

using namespace slipway;
using namespace slipway::journal;
using namespace slipway::journal::test;

//! Copies of the store, and putting one back.
class BackupTests : public QObject {
    Q_OBJECT

    std::unique_ptr<StoreFixture> m_fixture;

    Result<std::unique_ptr<SqliteStore>> open(bool daily = false)
    {
        return SqliteStore::open(
            {.file = m_fixture->file(), .program = u"tests"_s, .kinds = &kinds(), .dailyBackups = daily},
            m_fixture->clock);
    }
    QList<Backup> backups(Backup::Kind kind)
    {
        auto all = backupsOf(m_fixture->file());
        if (!all)
            return {};
        all->removeIf([&](const Backup& backup) { return backup.kind != kind; });
        return *all;
    }

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<StoreFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void aCopyIsMadeWhileTheOwnerWrites()
    {
        auto store = open();
        VERIFY_OK(store);
        Story story(u"r1"_s, u"alpha"_s);
        const auto lease = now((*store)->create(story.run(), story.news()));
        VERIFY_OK(lease);
        const auto backup = makeBackup(m_fixture->file(), Backup::Kind::Asked, m_fixture->clock);
        VERIFY_OK(backup);
        story.done(u"raise"_s);
        VERIFY_OK(now((*store)->append(*lease, story.run(), story.news())));
        QCOMPARE(backup->bytes, QFileInfo(backup->file).size());
        QVERIFY(!(QFileInfo(backup->file).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        // As of its moment, whole, and to be read like any store.
        auto reader = SqliteReader::open(backup->file);
        VERIFY_OK(reader);
        QCOMPARE((*reader)->runs({})->first().sequence, 1);
        QCOMPARE((*reader)->runs({.search = u"alpha"_s})->size(), 1);
        reader->reset();
        QVERIFY(verifyJournal(backup->file, kinds())->isWhole());
        QVERIFY(verifyJournal(m_fixture->file(), kinds())->isWhole());
        const auto listed = backupsOf(m_fixture->file());
        VERIFY_OK(listed);
        QCOMPARE(listed->size(), 1);
        QCOMPARE(listed->first().file, backup->file);
        QCOMPARE(listed->first().madeAt, m_fixture->clock.now());
    }

    void oneCopyADayAndAWeekOfThem()
    {
        auto store = open(true);
        VERIFY_OK(store);
        m_fixture->clock.advance(std::chrono::minutes(9));
        QCOMPARE(backups(Backup::Kind::Daily).size(), 0);
        m_fixture->clock.advance(std::chrono::minutes(1));
        QTRY_COMPARE(backups(Backup::Kind::Daily).size(), 1);
        m_fixture->clock.advance(std::chrono::hours(23));
        QCOMPARE(backups(Backup::Kind::Daily).size(), 1);
        for (int day = 2; day <= 9; ++day) {
            // Considered once an hour: within twenty-five there is one that finds the last copy a day old.
            m_fixture->clock.advance(std::chrono::hours(25));
            const auto wanted = m_fixture->clock.now() - std::chrono::hours(25);
            QTRY_VERIFY(backups(Backup::Kind::Daily).first().madeAt > wanted);
        }
        QTRY_COMPARE(backups(Backup::Kind::Daily).size(), dailyBackupsKept);
        // However often it is started.
        const auto newest = backups(Backup::Kind::Daily).first().madeAt;
        VERIFY_OK(now((*store)->closeCleanly()));
        store->reset();
        store = open(true);
        VERIFY_OK(store);
        m_fixture->clock.advance(std::chrono::minutes(11));
        QTest::qWait(50);
        QCOMPARE(backups(Backup::Kind::Daily).first().madeAt, newest);
    }

    void aClockThatWasWrongDoesNotEndTheCopies()
    {
        m_fixture->clock.jump(std::chrono::hours(24 * 3'650));
        auto store = open(true);
        VERIFY_OK(store);
        m_fixture->clock.advance(std::chrono::minutes(10));
        QTRY_COMPARE(backups(Backup::Kind::Daily).size(), 1);
        m_fixture->clock.jump(-std::chrono::hours(24 * 3'650));
        m_fixture->clock.advance(std::chrono::hours(1));
        QTRY_COMPARE(backups(Backup::Kind::Daily).size(), 2);
    }

    void aRestoredStoreLooksFirst()
    {
        Story story(u"r1"_s, u"alpha"_s);
        QString backup;
        {
            auto store = open();
            VERIFY_OK(store);
            story.then(EventType::StepStarted, u"raise"_s);
            const auto lease = now((*store)->create(story.run(), story.news()));
            VERIFY_OK(lease);
            const auto made = makeBackup(m_fixture->file(), Backup::Kind::Asked, m_fixture->clock);
            VERIFY_OK(made);
            backup = made->file;
            story.then(EventType::EffectIntended, u"raise"_s, {{"effect", "raise/1/1"}})
                .then(EventType::EffectSucceeded, u"raise"_s, {{"effect", "raise/1/1"}})
                .then(EventType::StepSucceeded, u"raise"_s);
            VERIFY_OK(now((*store)->append(*lease, story.run(), story.news())));
            // Not while somebody owns it.
            VERIFY_CODE(
                restoreBackup(m_fixture->file(), backup, u"mia"_s, kinds(), m_fixture->clock), errc::storeOwned);
        }
        m_fixture->clock.advance(Millis(1'000));
        const auto restored = restoreBackup(m_fixture->file(), backup, u"mia"_s, kinds(), m_fixture->clock);
        VERIFY_OK(restored);
        QCOMPARE(restored->runs, 1);
        QCOMPARE(restored->openRuns, 1);
        QVERIFY(QFileInfo::exists(backup));
        // What was replaced is still whole, its log included.
        auto replaced = SqliteReader::open(restored->replaced);
        VERIFY_OK(replaced);
        QCOMPARE((*replaced)->runs({})->first().sequence, 5);
        replaced->reset();
        QCOMPARE(backups(Backup::Kind::Replaced).size(), 1);

        auto reader = SqliteReader::open(m_fixture->file());
        VERIFY_OK(reader);
        const auto run = fold(Run{}, *(*reader)->events(RunId(u"r1"_s)), kinds());
        VERIFY_OK(run);
        QCOMPARE(run->sequence, 3);
        QVERIFY(run->steps[0].attempts.last().lookFirst);
        QVERIFY(run->steps[1].lookFirst); // in truth it may have been done since
        QVERIFY(verifyJournal(m_fixture->file(), kinds())->isWhole());
    }

    void whatIsNoWholeStoreIsNotPutInItsPlace_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("missing") << QByteArray() << QString(errc::storeMissing);
        QTest::newRow("text") << QByteArray(5'000, 'x') << QString(errc::storeDamaged);
        QTest::newRow("cut") << QByteArray("cut") << QString(errc::storeDamaged);
    }
    void whatIsNoWholeStoreIsNotPutInItsPlace()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        {
            auto store = open();
            VERIFY_OK(store);
            Story story(u"r1"_s, u"alpha"_s);
            VERIFY_OK(now((*store)->create(story.run(), story.news())));
            VERIFY_OK(now((*store)->closeCleanly()));
        }
        const auto backup = m_fixture->folder() + u"/copy.db"_s;
        if (bytes == "cut") {
            const auto whole = readFile(m_fixture->file());
            bytes = whole->left(whole->size() / 2);
        }
        if (!bytes.isEmpty())
            VERIFY_OK(writePrivateFile(backup, bytes));
        VERIFY_CODE(restoreBackup(m_fixture->file(), backup, u"mia"_s, kinds(), m_fixture->clock), code);
        auto reader = SqliteReader::open(m_fixture->file());
        VERIFY_OK(reader);
        QCOMPARE((*reader)->runs({})->size(), 1);
        QVERIFY(backupsOf(m_fixture->file())->isEmpty());
    }
};

QTEST_GUILESS_MAIN(BackupTests)
#include "backup_tests.moc"
