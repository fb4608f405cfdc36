// SPDX-License-Identifier: GPL-3.0-or-later
// Who stands by: a store that is in trouble for a while, and one that was replaced meanwhile.
#include "base/error_codes.h"
#include "base/text.h"
#include "desk/local_desk.h"
#include "desk/reading_room.h"
#include "journal/backups.h"
#include "journal/restore.h"
#include "store_fixture.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace slipway;
using namespace slipway::desk;
using journal::test::now;
using journal::test::Story;

namespace {

bool isDone(const QFuture<void>& future)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, 10'000);
}

} // namespace

class StandbyTests : public QObject {
    Q_OBJECT

    static LocalDeskOptions at(const QString& store)
    {
        LocalDeskOptions options;
        options.engine.storePath = store;
        options.engine.program = u"tests"_s;
        options.throughOwner = true;
        options.actor = u"mia"_s;
        return options;
    }

private Q_SLOTS:
    void aStoreThatCannotBeOpenedForAWhileIsTakenOverAfterIt()
    {
        const journal::test::StoreFixture store;
        auto owner = LocalDesk::open(at(store.file()));
        QVERIFY(owner.ok());
        const auto other = LocalDesk::open(at(store.file()));
        QVERIFY(other.ok());
        QTRY_VERIFY((*other)->status().owner && !(*other)->status().owner->program.isEmpty());
        QVERIFY(!(*other)->status().trouble);
        // The lock's name belongs to a folder: that is no owner, and nobody can take it.
        const QString lock = store.file() + u".lock"_s;
        QVERIFY(QFile::rename(lock, lock + u".away"_s));
        QVERIFY(QDir().mkdir(lock));
        QVERIFY(isDone((*owner)->end()));
        owner->reset();
        QTRY_VERIFY_WITH_TIMEOUT((*other)->status().trouble, 10'000);
        QCOMPARE((*other)->status().trouble->code, errc::storeUnwritable);
        QVERIFY((*other)->status().troubleSince);
        QVERIFY(!(*other)->status().drives);
        QVERIFY(!(*other)->status().readOnly);
        QVERIFY(QDir().rmdir(lock));
        QVERIFY(QFile::rename(lock + u".away"_s, lock));
        QTRY_VERIFY_WITH_TIMEOUT((*other)->status().drives, 10'000);
        QVERIFY(!(*other)->status().trouble);
    }

    void aWindowThatBeganWhileTheStoreCouldNotBeOpenedComesToDrive()
    {
        const journal::test::StoreFixture store;
        QVERIFY(LocalDesk::open(at(store.file())).ok()); // there is a store
        const QString lock = store.file() + u".lock"_s;
        QVERIFY(QFile::rename(lock, lock + u".away"_s));
        QVERIFY(QDir().mkdir(lock));
        auto options = at(store.file());
        options.readOnlyIfRefused = true;
        const auto window = LocalDesk::open(options);
        QVERIFY(window.ok());
        QCOMPARE((*window)->status().readOnly->code, errc::storeUnwritable);
        QVERIFY(!(*window)->status().drives);
        QTest::qWait(1'500);
        QCOMPARE((*window)->status().readOnly->code, errc::storeUnwritable);
        QVERIFY(QDir().rmdir(lock));
        QVERIFY(QFile::rename(lock + u".away"_s, lock));
        QTRY_VERIFY_WITH_TIMEOUT((*window)->status().drives, 10'000);
        QVERIFY(!(*window)->status().readOnly);
    }

    //! Whoever went on reading the file that was replaced would show what is not there, and never what is.
    void aStoreThatWasReplacedIsReadAnew()
    {
        journal::test::StoreFixture store;
        const auto story = [](const QString& name) { return Story(name, name, journal::test::gateWorkflow()); };
        Story first = story(u"first"_s), second = story(u"second"_s), third = story(u"third"_s);
        const auto add = [&](Story& of) {
            auto opened = store.open();
            return opened.ok() && now((*opened)->create(of.run(), of.news())).ok()
                && now((*opened)->closeCleanly()).ok();
        };
        QVERIFY(add(first));
        const auto copy = journal::makeBackup(store.file(), journal::Backup::Kind::Asked, store.clock);
        QVERIFY(copy.ok());
        QVERIFY(add(second));
        ReadingRoom room(store.file(), true);
        QSignalSpy changed(&room, &ReadingRoom::changed);
        const auto subjects = [&room] {
            QStringList found;
            const auto runs = room.runs({});
            if (!QTest::qWaitFor([&] { return runs.isFinished(); }))
                return found;
            const auto listed = runs.result();
            if (listed.ok())
                for (const auto& run : *listed)
                    found.append(run.subject);
            found.sort();
            return found;
        };
        const auto isThere = [&room](const char* id) {
            const auto view = room.run(RunId(QString::fromLatin1(id)));
            return QTest::qWaitFor([&] { return view.isFinished(); }) && view.result().ok();
        };
        QCOMPARE(subjects(), (QStringList{u"first"_s, u"second"_s}));
        QVERIFY(isThere("second"));
        changed.clear();
        const auto put =
            journal::restoreBackup(store.file(), copy->file, u"mia"_s, journal::test::kinds(), store.clock);
        QVERIFY2(put.ok(), put.ok() ? "" : qPrintable(put.error().code));
        QCOMPARE(subjects(), QStringList{u"first"_s});
        QVERIFY(!isThere("second"));
        QTRY_VERIFY(!changed.isEmpty());
        QVERIFY(changed.first().first().value<QList<RunId>>().contains(RunId(u"first"_s)));
        QVERIFY(add(third));
        QCOMPARE(subjects(), (QStringList{u"first"_s, u"third"_s}));
        // Moved away: the history can still be read.
        QVERIFY(QFile::rename(store.file(), store.file() + u".away"_s));
        QCOMPARE(subjects(), (QStringList{u"first"_s, u"third"_s}));
    }
};

QTEST_GUILESS_MAIN(StandbyTests)
#include "standby_tests.moc"
