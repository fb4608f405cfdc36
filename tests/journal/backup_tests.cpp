// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/private_files.h"
#include "journal/backups.h"
#include "journal/restore.h"
#include "journal/store_files.h"
#include "journal/verify.h"
#include "store_fixture.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <unistd.h>

using namespace slipway;
using namespace slipway::journal;
using namespace slipway::journal::test;

//! Asked for the time of each event that is told, so that it sees what stands at the store's name at that moment.
class WatchingClock : public ManualClock {
public:
    explicit WatchingClock(QString file)
        : m_file(std::move(file))
    { }
    Timestamp now() const override
    {
        const auto owner = currentOwner(m_file);
        seen.append({fileIdentity(m_file), owner && *owner && (*owner)->program == u"restore"_s});
        return ManualClock::now();
    }
    struct Seen {
        std::pair<quint64, quint64> identity;
        bool locked = false;
    };
    mutable QList<Seen> seen;

private:
    QString m_file;
};

//! Copies of the store, and putting one back.
class BackupTests : public QObject {
    Q_OBJECT

    std::unique_ptr<StoreFixture> m_fixture;

    QList<StoreWork> m_told;

    Result<std::unique_ptr<SqliteStore>> open(bool daily = false)
    {
        m_told.clear();
        return SqliteStore::open({.file = m_fixture->file(),
                                     .program = u"tests"_s,
                                     .kinds = &kinds(),
                                     .dailyBackups = daily,
                                     .onWork = [this](StoreWork work) { m_told += work; }},
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

    //! A store with two open runs, and the copy of it.
    Result<QString> twoRunsAndACopy()
    {
        auto store = open();
        if (!store)
            return store.error();
        for (const auto& [id, subject] : {std::pair{u"r1"_s, u"alpha"_s}, std::pair{u"r2"_s, u"beta"_s}}) {
            Story story(id, subject);
            story.then(EventType::StepStarted, u"raise"_s);
            if (auto made = now((*store)->create(story.run(), story.news())); !made)
                return made.error();
        }
        const auto made = makeBackup(m_fixture->file(), Backup::Kind::Asked, m_fixture->clock);
        if (!made)
            return made.error();
        if (auto closed = now((*store)->closeCleanly()); !closed)
            return closed.error();
        return made->file;
    }
    QStringList files(const QString& mark)
    {
        return QFileInfo(m_fixture->file()).dir().entryList({u"store.db"_s + mark + u'*'}, QDir::Files);
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
        QVERIFY(m_told.isEmpty());
        m_fixture->clock.advance(std::chrono::minutes(1));
        QTRY_COMPARE(backups(Backup::Kind::Daily).size(), 1);
        QTRY_COMPARE(m_told, (QList{StoreWork::Copying, StoreWork::None}));
        m_fixture->clock.advance(std::chrono::hours(23));
        QCOMPARE(backups(Backup::Kind::Daily).size(), 1);
        for (int day = 2; day <= 9; ++day) {
            // By the hour: while the thread of the copy before still ends, no other is begun.
            const auto before = backups(Backup::Kind::Daily).first().madeAt;
            const auto hasCome = [&] { return backups(Backup::Kind::Daily).first().madeAt > before; };
            for (int hour = 0; hour < 100 && !hasCome(); ++hour) {
                m_fixture->clock.advance(std::chrono::hours(1));
                QTest::qWait(10);
            }
            QVERIFY(hasCome());
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
        // The one from the future is no reason for one more each hour.
        for (int hour = 0; hour < 10; ++hour) {
            m_fixture->clock.advance(std::chrono::hours(1));
            QTest::qWait(10);
        }
        QCOMPARE(backups(Backup::Kind::Daily).size(), 2);
        // Nor does it keep its place among those that are kept.
        for (int day = 0; day < dailyBackupsKept; ++day) {
            // By the hour: while the thread of the copy before still ends, no other is begun.
            const auto before = m_fixture->clock.now();
            const auto hasCome = [&] {
                return std::ranges::any_of(backups(Backup::Kind::Daily), [&](const Backup& backup) {
                    return backup.madeAt > before && backup.madeAt <= m_fixture->clock.now();
                });
            };
            for (int hour = 0; hour < 100 && !hasCome(); ++hour) {
                m_fixture->clock.advance(std::chrono::hours(1));
                QTest::qWait(10);
            }
            QVERIFY(hasCome());
        }
        QTRY_VERIFY(backups(Backup::Kind::Daily).first().madeAt <= m_fixture->clock.now());
        QTRY_COMPARE(backups(Backup::Kind::Daily).size(), dailyBackupsKept);
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

    void everyOpenRunIsToldBeforeTheCopyTakesThePlace()
    {
        const auto backup = twoRunsAndACopy();
        VERIFY_OK(backup);
        const auto old = fileIdentity(m_fixture->file());
        WatchingClock clock(m_fixture->file());
        const auto restored = restoreBackup(m_fixture->file(), *backup, u"mia"_s, kinds(), clock);
        VERIFY_OK(restored);
        QCOMPARE(restored->openRuns, 2);
        QVERIFY(clock.seen.size() >= 4); // two names, two events
        for (const auto& seen : clock.seen) {
            QVERIFY(seen.identity == old);
            QVERIFY(seen.locked);
        }
        QVERIFY(fileIdentity(m_fixture->file()) != old);
        QVERIFY(fileIdentity(restored->replaced) == old);
        QCOMPARE(files(u".restoring-"_s), QStringList());
        QVERIFY(!QFileInfo::exists(m_fixture->file() + u"-wal"_s));
        auto reader = SqliteReader::open(m_fixture->file());
        VERIFY_OK(reader);
        for (const auto& id : {u"r1"_s, u"r2"_s}) {
            const auto events = (*reader)->events(RunId(id));
            VERIFY_OK(events);
            QVERIFY(events->back().type == EventType::LookRequested);
            QCOMPARE(events->back().actor, u"mia"_s);
            QVERIFY(events->back().data == Json({{"scope", "restored"}}));
        }
        QVERIFY(verifyJournal(m_fixture->file(), kinds())->isWhole());
    }

    void aRunThatCannotBeToldRefusesTheWhole()
    {
        const auto backup = twoRunsAndACopy();
        VERIFY_OK(backup);
        {
            // The second one, when the first has been told.
            auto hand = Database::open(*backup, Database::Mode::ReadWrite);
            VERIFY_OK(hand);
            QStringList triggers;
            VERIFY_OK(
                (*hand)->execute(u"SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'event'"_s, {},
                    [&](const Row& row) {
                        triggers.append(row.text(0));
                        return Result<void>();
                    }));
            for (const auto& trigger : triggers)
                VERIFY_OK((*hand)->execute(u"DROP TRIGGER "_s + trigger));
            VERIFY_OK((*hand)->execute(u"UPDATE event SET actor = 'somebody' WHERE run = 'r2' AND sequence = 2"_s));
            QCOMPARE((*hand)->changed(), 1);
        }
        const auto before = readFile(m_fixture->file());
        VERIFY_OK(before);
        const auto identity = fileIdentity(m_fixture->file());
        const auto refused = restoreBackup(m_fixture->file(), *backup, u"mia"_s, kinds(), m_fixture->clock);
        VERIFY_CODE(refused, errc::storeDamaged);
        QCOMPARE(textAt(refused.error().args, "run"), u"r2"_s);
        QCOMPARE(textAt(refused.error().args, "file"), *backup);
        QVERIFY(fileIdentity(m_fixture->file()) == identity);
        QVERIFY(*readFile(m_fixture->file()) == *before);
        QCOMPARE(files(u".restoring-"_s), QStringList());
        QCOMPARE(files(u".replaced-"_s), QStringList());
        auto store = open();
        VERIFY_OK(store);
        QCOMPARE(now((*store)->openRuns())->size(), 2);
    }

    void anInterruptedRestoreDoesNoHarm()
    {
        const auto backup = twoRunsAndACopy();
        VERIFY_OK(backup);
        const auto left = m_fixture->file() + u".restoring-2026-11-21T21-46-00-000Z"_s;
        const auto second = m_fixture->file() + u".replaced-2026-11-21T21-46-00-000Z"_s;
        for (const auto& end : {QString(), u"-wal"_s, u".lock"_s})
            VERIFY_OK(writePrivateFile(left + end, "half"));
        // Cut off between the store's second name and the copy's coming.
        QVERIFY(::link(QFile::encodeName(m_fixture->file()).constData(), QFile::encodeName(second).constData()) == 0);
        {
            auto store = open();
            VERIFY_OK(store);
            QCOMPARE(now((*store)->openRuns())->size(), 2);
            VERIFY_OK(now((*store)->closeCleanly()));
        }
        QVERIFY(verifyJournal(m_fixture->file(), kinds())->isWhole());
        QCOMPARE(backups(Backup::Kind::Asked).size(), 1);
        const auto restored = restoreBackup(m_fixture->file(), *backup, u"mia"_s, kinds(), m_fixture->clock);
        VERIFY_OK(restored);
        QCOMPARE(restored->openRuns, 2);
        QCOMPARE(files(u".restoring-"_s), QStringList());
        QVERIFY(!QFileInfo::exists(second));
        QCOMPARE(backups(Backup::Kind::Replaced).size(), 1);
    }

    void aLogThatCannotBeTakenInGoesAsideWithItsFile()
    {
        const auto backup = twoRunsAndACopy();
        VERIFY_OK(backup);
        const QByteArray damaged(5'000, 'x');
        const QByteArray log(5'000, 'y');
        VERIFY_OK(writePrivateFile(m_fixture->file(), damaged));
        VERIFY_OK(writePrivateFile(m_fixture->file() + u"-wal"_s, log));
        const auto restored = restoreBackup(m_fixture->file(), *backup, u"mia"_s, kinds(), m_fixture->clock);
        VERIFY_OK(restored);
        QVERIFY(*readFile(restored->replaced) == damaged);
        QVERIFY(*readFile(restored->replaced + u"-wal"_s) == log);
        QVERIFY(!QFileInfo::exists(m_fixture->file() + u"-wal"_s));
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
