// SPDX-License-Identifier: GPL-3.0-or-later
// A store that takes long to open, or to take over, holds nobody's event loop up.
#include "base/error_codes.h"
#include "base/private_files.h"
#include "base/text.h"
#include "desk/local_desk.h"
#include "desk/reading_room.h"
#include "desk/status_report.h"
#include "store_fixture.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace slipway;
using namespace slipway::desk;

namespace {

//! Somebody else's transaction on the store: who opens it waits for its end.
class Held {
public:
    explicit Held(const QString& file)
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"held"_s);
        database.setDatabaseName(file);
        if (!database.open() || !QSqlQuery(database).exec(u"BEGIN IMMEDIATE"_s))
            qFatal("the store cannot be held");
    }
    ~Held()
    {
        QSqlDatabase::database(u"held"_s).close();
        QSqlDatabase::removeDatabase(u"held"_s);
    }
};

//! How often the event loop came round while it was waited for.
struct Loop {
    Loop()
    {
        timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&timer, &QTimer::timeout, [this] { ++turns; });
        timer.start(10);
    }
    QTimer timer;
    int turns = 0;
};

} // namespace

class OpeningTests : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    LocalDeskOptions options() const
    {
        LocalDeskOptions options;
        options.engine.storePath = m_folder.filePath(u"s/store.db"_s);
        options.engine.program = u"tests"_s;
        options.throughOwner = true;
        options.actor = u"mia"_s;
        return options;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(LocalDesk::open(options()).ok()); } // there is a store

    void theEventLoopGoesOnWhileAStoreIsOpened()
    {
        auto held = std::make_unique<Held>(options().engine.storePath);
        Loop loop;
        QElapsedTimer time;
        time.start();
        const auto desk = LocalDesk::begin(options());
        QVERIFY(time.elapsed() < 3'000); // it would wait for as long as the store is held
        QTest::qWait(600);
        QVERIFY(!desk->opened().isFinished());
        QVERIFY2(loop.turns > 3, qPrintable(QString::number(loop.turns)));
        held.reset();
        QTRY_VERIFY_WITH_TIMEOUT(desk->opened().isFinished(), 10'000);
        QVERIFY(desk->opened().result().ok());
        QVERIFY(desk->status().drives);
    }

    void theEventLoopGoesOnWhileAStoreIsTakenOver()
    {
        auto owner = LocalDesk::open(options());
        QVERIFY(owner.ok());
        const auto other = LocalDesk::open(options());
        QVERIFY(other.ok());
        QVERIFY(!(*other)->status().drives);
        auto held = std::unique_ptr<Held>();
        QVERIFY(QTest::qWaitFor([end = (*owner)->end()] { return end.isFinished(); }));
        owner->reset();
        held = std::make_unique<Held>(options().engine.storePath);
        Loop loop;
        QTest::qWait(1'200);
        QVERIFY(!(*other)->status().drives);
        QVERIFY2(loop.turns > 6, qPrintable(QString::number(loop.turns)));
        held.reset();
        QTRY_VERIFY_WITH_TIMEOUT((*other)->status().drives, 10'000);
    }

    void aStoreThatCannotBeHadIsReadInstead()
    {
        auto owner = LocalDesk::open(options());
        QVERIFY(owner.ok());
        auto wanted = options();
        wanted.throughOwner = false;
        auto refused = LocalDesk::begin(wanted);
        QTRY_VERIFY(refused->opened().isFinished());
        QCOMPARE(refused->opened().result().error().code, errc::storeOwned);
        wanted.readOnlyIfRefused = true;
        auto reading = LocalDesk::begin(wanted);
        QTRY_VERIFY(reading->opened().isFinished());
        QVERIFY(reading->opened().result().ok());
        QCOMPARE(reading->status().readOnly->code, errc::storeOwned);
    }

    //! What is done in a second window is refused by the owner, so it has to say why, too; and a person leaves it there.
    void anOwnersSafeModeIsSaidInASecondWindowAndLeftThere()
    {
        const QString store = options().engine.storePath;
        QByteArray marks;
        for (int i = 1; i <= 3; ++i)
            marks += u"crash session-%1 11 170000000%1 - -\n"_s.arg(i).toUtf8();
        QVERIFY(writePrivateFile(store + u".crash"_s, marks).ok());
        auto owner = LocalDesk::open(options());
        QVERIFY(owner.ok());
        QTRY_VERIFY((*owner)->status().trouble);
        const auto second = LocalDesk::open(options());
        QVERIFY(second.ok());
        QVERIFY(!(*second)->status().drives);
        QTRY_VERIFY((*second)->status().trouble);
        QCOMPARE((*second)->status().trouble->code, errc::engineSafeMode);
        const auto word = (*second)->submit(ResumeRun{u"reported"_s}, RunId());
        QTRY_VERIFY(word.isFinished());
        QVERIFY(word.result().ok());
        QTRY_VERIFY(!(*owner)->status().trouble);
        QTRY_VERIFY(!(*second)->status().trouble);
        const auto said = desk::wentOnAfterCrashes(store);
        QCOMPARE(said.size(), 1);
        QCOMPARE(said[0].word.actor, u"mia"_s);
        QCOMPARE(said[0].word.reason, u"reported"_s);
        QCOMPARE(said[0].crashes.size(), 3);
    }

    //! No event of a run tells who ended safe mode, which held up all that were open.
    void aRunTellsWhoWentOnWhileItWasOpen()
    {
        journal::test::StoreFixture store;
        const auto opened = [&] {
            const auto* mark = "crash session 11 1700000001 - -\n";
            if (!makePrivateDirectory(QFileInfo(store.file()).path())
                || !writePrivateFile(store.file() + u".crash"_s, mark))
                qFatal("no mark can be left");
            return journal::SqliteStore::open(
                {.file = store.file(), .program = u"tests"_s, .kinds = &journal::test::kinds()}, store.clock);
        };
        for (const qint64 at : {1'600'000'000'000, 1'700'000'100'000}) {
            auto owner = opened();
            QVERIFY(owner.ok());
            QVERIFY(journal::test::now((*owner)->goOn({.at = {at}, .actor = u"mia"_s, .reason = u"reported"_s})).ok());
            if (at < 1'700'000'000'000)
                continue;
            journal::test::Story open(u"open"_s, u"open"_s, journal::test::gateWorkflow()),
                ended(u"ended"_s, u"ended"_s, journal::test::gateWorkflow());
            ended.then(EventType::RunCancelled);
            QVERIFY(journal::test::now((*owner)->create(open.run(), open.news())).ok());
            QVERIFY(journal::test::now((*owner)->create(ended.run(), ended.news())).ok());
        }
        ReadingRoom room(store.file(), false);
        const auto wentOn = [&](const QString& run) {
            const auto view = room.run(RunId(run));
            return QTest::qWaitFor([&] { return view.isFinished(); }) && view.result().ok() ? view.result()->wentOn
                                                                                            : QList<WentOn>{{}, {}, {}};
        };
        QCOMPARE(wentOn(u"open"_s).size(), 1);
        QCOMPARE(wentOn(u"open"_s)[0].word.at.ms, 1'700'000'100'000);
        QCOMPARE(wentOn(u"open"_s)[0].crashes.size(), 1);
        QCOMPARE(wentOn(u"ended"_s).size(), 0);
    }

    //! Who drives the others must not die of being asked for it; another process may look.
    void whatCrashesTheProgramIsNotReadWhereTheOthersAreDriven()
    {
        const RunId run(u"01JD0000000000000000000009"_s);
        QByteArray marks;
        for (int i = 1; i <= 3; ++i)
            marks += u"crash reading-%1 11 170000000%1 %2 (reading)\n"_s.arg(i).arg(run.text()).toUtf8();
        QVERIFY(writePrivateFile(options().engine.storePath + u".crash"_s, marks).ok());
        auto owner = LocalDesk::open(options());
        QVERIFY(owner.ok());
        const auto asked = [&run](LocalDesk& desk) {
            const auto events = desk.events(run, 0);
            return QTest::qWaitFor([&] { return events.isFinished(); }) ? events.result()
                                                                        : Result<Events>(Error{.code = errc::internal});
        };
        QCOMPARE(asked(**owner).error().code, errc::runSetAside);
        const auto second = LocalDesk::open(options());
        QVERIFY(second.ok());
        QCOMPARE(asked(**second).error().code, errc::runUnknown); // it looked
        QVERIFY(QTest::qWaitFor([end = (*owner)->end()] { return end.isFinished(); }));
        owner->reset();
        QTRY_VERIFY_WITH_TIMEOUT((*second)->status().drives, 10'000);
        QCOMPARE(asked(**second).error().code, errc::runSetAside);
    }

    void aDeskMayGoWhileItsStoreIsBeingOpened()
    {
        auto held = std::make_unique<Held>(options().engine.storePath);
        auto desk = LocalDesk::begin(options());
        QTest::qWait(50);
        const auto ended = desk->end();
        QVERIFY(!ended.isFinished());
        held.reset();
        QTRY_VERIFY_WITH_TIMEOUT(ended.isFinished(), 10'000);
        desk.reset();
        QVERIFY(LocalDesk::open(options()).ok()); // it was given back
    }
};

QTEST_GUILESS_MAIN(OpeningTests)
#include "opening_tests.moc"
