// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that cannot be read: each is left alone by its name, and keeps no other one back.
#include "store_fixture.h"

#include "base/crash_mark.h"
#include "base/error_codes.h"
#include "base/private_files.h"
#include "journal/backups.h"
#include "journal/crash_marks.h"
#include "journal/event_rows.h"
#include "journal/restore.h"
#include "journal/set_aside.h"
#include "journal/verify.h"

using namespace slipway;
using namespace slipway::journal;
using namespace slipway::journal::test;

class SetAsideTests : public QObject {
    Q_OBJECT

    std::unique_ptr<StoreFixture> m_fixture;

    Result<std::unique_ptr<SqliteStore>> open()
    {
        return SqliteStore::open(
            {.file = m_fixture->file(), .program = u"tests"_s, .kinds = &kinds()}, m_fixture->clock);
    }
    //! What a handler leaves of crashes while that run was read.
    void leaveMarks(const QString& run, int count)
    {
        QByteArray lines;
        for (int i = 1; i <= count; ++i)
            lines += u"crash session-%1 11 170000000%1 %2 (reading)\n"_s.arg(i).arg(run).toUtf8();
        VERIFY_OK(writePrivateFile(crashFileOf(m_fixture->file()), lines));
    }
    //! Who can do this can do anything, but not unseen.
    void change(const QString& sql)
    {
        auto raw = m_fixture->raw();
        VERIFY_OK(raw);
        for (const auto* trigger : {"event_update", "event_delete", "event_append"})
            VERIFY_OK((*raw)->execute(u"DROP TRIGGER IF EXISTS "_s + QString::fromLatin1(trigger)));
        VERIFY_OK((*raw)->execute(sql));
    }
    Run runOf(SqliteStore& store, const QString& run)
    {
        const auto events = readEvents(store.maintenance(), RunId(run), 0);
        return events ? *fold(Run{}, *events, kinds()) : Run{};
    }
    QString inTheList(const QString& run, const QString& column)
    {
        auto raw = m_fixture->raw();
        QString found = u"(no row)"_s;
        auto read = (*raw)->execute(u"SELECT %1 FROM view_run WHERE run = ?"_s.arg(column), {run}, [&](const Row& row) {
            found = row.text(0);
            return Result<void>();
        });
        return read ? found : read.error().code;
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<StoreFixture>();
        auto store = open();
        VERIFY_OK(store);
        for (const auto* name : {"r1", "r2"}) {
            Story story(QString::fromLatin1(name), u"svc-"_s + QString::fromLatin1(name));
            story.then(EventType::StepStarted, u"raise"_s);
            VERIFY_OK(now((*store)->create(story.run(), story.news())));
        }
    }
    void cleanup() { m_fixture.reset(); }

    //! The very first reading, while the store is opened, is marked as one.
    void whoIsReadIsNamedByTheMark()
    {
        {
            const ReadingScope reading(RunId(u"r1"_s));
            QCOMPARE(QByteArray(crashPlace()), QByteArray("r1 (reading)"));
        }
        QCOMPARE(QByteArray(crashPlace()), QByteArray("- -"));
    }

    void theThirdCrashWhileItIsReadLeavesItAlone()
    {
        leaveMarks(u"r1"_s, 3);
        auto store = open();
        VERIFY_OK(store);
        QCOMPARE(*now((*store)->openRuns()), QList<RunId>{RunId(u"r2"_s)});
        const auto refused = now((*store)->claim(RunId(u"r1"_s)));
        VERIFY_CODE(refused, errc::runSetAside);
        QCOMPARE(integerAt(refused.error().args, "crashes"), 3);
        QCOMPARE(textAt(refused.error().args, "signal"), u"SIGSEGV"_s);
        QVERIFY(now((*store)->crashes())->isEmpty()); // explained
        QCOMPARE(inTheList(u"r1"_s, u"state"_s), u"needsYou"_s);
        QCOMPARE(inTheList(u"r1"_s, u"waiting_for"_s), errc::runSetAside);
        QCOMPARE(inTheList(u"r2"_s, u"state"_s), u"running"_s);
        auto reader = SqliteReader::open(m_fixture->file());
        VERIFY_OK(reader);
        QVERIFY((*reader)->whySetAside(RunId(u"r1"_s))->has_value());
        QVERIFY(!(*reader)->whySetAside(RunId(u"r2"_s))->has_value());
    }

    //! Also where the program ends after it was read and before its journal was told.
    void itStaysSoUntilItIsTakenBackIn()
    {
        leaveMarks(u"r1"_s, 3);
        VERIFY_OK(open());
        for (const bool isTold : {false, true}) {
            auto store = open();
            VERIFY_OK(store);
            VERIFY_CODE(now((*store)->claim(RunId(u"r1"_s))), errc::runSetAside);
            const auto why = now((*store)->takeBackIn(RunId(u"r1"_s)));
            VERIFY_OK(why);
            QVERIFY(why->has_value());
            VERIFY_OK(now((*store)->claim(RunId(u"r1"_s))));
            if (isTold)
                VERIFY_OK(now((*store)->noteBackIn(runOf(**store, u"r1"_s))));
        }
        auto store = open();
        VERIFY_OK(store);
        QCOMPARE(now((*store)->openRuns())->size(), 2);
        QVERIFY(!now((*store)->takeBackIn(RunId(u"r1"_s)))->has_value());
    }

    void twoCrashesAreNotEnoughAndAreKept()
    {
        leaveMarks(u"r1"_s, 2);
        auto store = open();
        VERIFY_OK(store);
        QCOMPARE(now((*store)->openRuns())->size(), 2);
        QCOMPARE(now((*store)->crashes())->size(), 2);
    }

    //! Lists and search that were made without it know it again, whether it goes on or had ended.
    void takenBackInItIsListedAndFoundAsItIs_data()
    {
        QTest::addColumn<bool>("isOpen");
        QTest::addColumn<bool>("areMadeAnew");
        for (const bool isOpen : {true, false})
            for (const bool areMadeAnew : {true, false})
                QTest::addRow("%s, %s", isOpen ? "open" : "ended", areMadeAnew ? "made anew" : "as they were")
                    << isOpen << areMadeAnew;
    }
    void takenBackInItIsListedAndFoundAsItIs()
    {
        QFETCH(const bool, isOpen);
        QFETCH(const bool, areMadeAnew);
        if (!isOpen) {
            auto store = open();
            VERIFY_OK(store);
            const Run before = runOf(**store, u"r1"_s);
            const auto lease = now((*store)->claim(before.id));
            VERIFY_OK(lease);
            Events ends;
            for (const auto type : {EventType::CancelRequested, EventType::RunCancelled})
                ends.push_back({.run = before.id,
                    .sequence = before.sequence + 1 + qint64(ends.size()),
                    .at = m_fixture->clock.now(),
                    .actor = u"mia"_s,
                    .type = type});
            const auto after = fold(before, ends, kinds());
            VERIFY_OK(after);
            VERIFY_OK(now((*store)->append(*lease, *after, ends)));
        }
        leaveMarks(u"r1"_s, 3);
        VERIFY_OK(open());
        if (areMadeAnew)
            change(u"DELETE FROM view_run"_s);
        {
            auto store = open();
            VERIFY_OK(store);
            QCOMPARE((*store)->openReport().viewsRebuilt, areMadeAnew);
            QVERIFY(!verifyJournal(m_fixture->file(), kinds())->findings.isEmpty());
            QVERIFY(now((*store)->takeBackIn(RunId(u"r1"_s)))->has_value());
            VERIFY_OK(now((*store)->noteBackIn(runOf(**store, u"r1"_s))));
        }
        QCOMPARE(inTheList(u"r1"_s, u"state"_s), isOpen ? u"running"_s : u"cancelled"_s);
        const auto report = verifyJournal(m_fixture->file(), kinds());
        VERIFY_OK(report);
        QVERIFY2(report->findings.isEmpty(), qPrintable(report->findings.value(0).text));
    }

    //! Its row comes in where the lists are made anew, and the next start has nothing to mend.
    void itIsInTheListsThatAreMadeAnew()
    {
        leaveMarks(u"r1"_s, 3);
        VERIFY_OK(open());
        change(u"DELETE FROM view_run"_s);
        {
            auto store = open();
            VERIFY_OK(store);
            QVERIFY((*store)->openReport().viewsRebuilt);
            QCOMPARE(inTheList(u"r1"_s, u"subject"_s), u"svc-r1"_s);
            QCOMPARE(inTheList(u"r1"_s, u"state"_s), u"needsYou"_s);
        }
        auto store = open();
        VERIFY_OK(store);
        QVERIFY(!(*store)->openReport().viewsRebuilt);
    }

    void verifyDoesNotTryToUnderstandIt()
    {
        leaveMarks(u"r1"_s, 3);
        VERIFY_OK(open());
        const auto report = verifyJournal(m_fixture->file(), kinds());
        VERIFY_OK(report);
        QCOMPARE(report->findings.size(), 1);
        QCOMPARE(report->findings.first().run, u"r1"_s);
        QCOMPARE(int(report->findings.first().kind), int(Finding::Kind::Fold));
    }

    //! A copy knows less than was done: who could not be told is told when it is read again.
    void inACopyThatIsPutBackItIsNoted()
    {
        leaveMarks(u"r1"_s, 3);
        VERIFY_OK(open());
        const auto copy = makeBackup(m_fixture->file(), Backup::Kind::Asked, m_fixture->clock);
        VERIFY_OK(copy);
        VERIFY_OK(restoreBackup(m_fixture->file(), copy->file, u"mia"_s, kinds(), m_fixture->clock));
        auto store = open();
        VERIFY_OK(store);
        const auto why = now((*store)->takeBackIn(RunId(u"r1"_s)));
        VERIFY_OK(why);
        QVERIFY(why->has_value());
        QVERIFY(flagAt((*why)->args, "restored"));
        QCOMPARE(integerAt((*why)->args, "crashes"), 3);
        // It still cannot be read, for another reason.
        VERIFY_OK(now((*store)->setAside(RunId(u"r1"_s), Error{.code = errc::runSetAside})));
        QVERIFY(flagAt((*now((*store)->takeBackIn(RunId(u"r1"_s))))->args, "restored"));
    }

    //! What it began may still go on: it keeps its subject to itself, and whoever is refused hears which run and why.
    void aSecondRunOfItsSubjectIsToldWhichRunIsInTheWay()
    {
        leaveMarks(u"r1"_s, 3);
        auto store = open();
        VERIFY_OK(store);
        const auto begin = [&](const QString& run, const QString& subject) {
            Story story(run, subject);
            return now((*store)->create(story.run(), story.news()));
        };
        const auto refused = begin(u"r3"_s, u"svc-r1"_s);
        VERIFY_CODE(refused, errc::subjectTaken);
        QCOMPARE(textAt(refused.error().args, "run"), u"r1"_s);
        QCOMPARE(textAt(refused.error().args, "setAside"), u"r1"_s);
        const auto beside = begin(u"r4"_s, u"svc-r2"_s);
        VERIFY_CODE(beside, errc::subjectTaken);
        QCOMPARE(textAt(beside.error().args, "run"), u"r2"_s);
        QVERIFY(!beside.error().args.contains("setAside"));
        VERIFY_OK(now((*store)->takeBackIn(RunId(u"r1"_s))));
        VERIFY_OK(now((*store)->noteBackIn(runOf(**store, u"r1"_s))));
        const auto again = begin(u"r5"_s, u"svc-r1"_s);
        VERIFY_CODE(again, errc::subjectTaken);
        QVERIFY(!again.error().args.contains("setAside"));
    }

    void whoGoesOnAfterCrashesIsKept()
    {
        leaveMarks(u"r1"_s, 2);
        auto store = open();
        VERIFY_OK(store);
        const auto said = [&] { return wentOnInStore(m_fixture->file()); };
        QVERIFY(said().isEmpty());
        VERIFY_OK(now((*store)->goOn({.at = {1'700'000'100'000}, .actor = u"mia"_s, .reason = u"reported"_s})));
        VERIFY_OK(now((*store)->goOn({.at = {1'700'000'200'000}, .actor = u"joe"_s, .reason = {}}))); // after nothing
        QVERIFY(now((*store)->crashes())->isEmpty());
        QCOMPARE(said().size(), 1);
        QCOMPARE(said()[0].word.actor, u"mia"_s);
        QCOMPARE(said()[0].word.reason, u"reported"_s);
        QCOMPARE(said()[0].word.at.ms, 1'700'000'100'000);
        QCOMPARE(said()[0].crashes.size(), 2);
        QCOMPARE(said()[0].crashes[0].run, RunId(u"r1"_s));
        const Json json = wentOnJson(said());
        QCOMPARE(textAt(json[0], "actor"), u"mia"_s);
        QCOMPARE(textAt(json[0]["crashes"][0], "run"), u"r1"_s);
    }

    //! Of a store that comes from elsewhere, what could not be read here does not go on by itself once it can be.
    void whatCouldNotBePausedIsLeftAloneEvenWhenItCanBeRead_data()
    {
        QTest::addColumn<QString>("spoil");
        QTest::addColumn<QString>("mend");
        QTest::newRow("an event of a newer program")
            << u"UPDATE event SET type = 'OfTheFuture' WHERE run = 'r1' AND sequence = 2"_s
            << u"UPDATE event SET type = 'StepStarted' WHERE run = 'r1' AND sequence = 2"_s;
        QTest::newRow("changed by hand") << u"UPDATE event SET actor = 'mallory' WHERE run = 'r1' AND sequence = 2"_s
                                         << u"UPDATE event SET actor = 'engine' WHERE run = 'r1' AND sequence = 2"_s;
        QTest::newRow("without its beginning") << u"UPDATE event SET sequence = 3 WHERE run = 'r1' AND sequence = 1"_s
                                               << u"UPDATE event SET sequence = 1 WHERE run = 'r1' AND sequence = 3"_s;
    }
    void whatCouldNotBePausedIsLeftAloneEvenWhenItCanBeRead()
    {
        QFETCH(QString, spoil);
        QFETCH(QString, mend);
        change(spoil);
        change(u"UPDATE meta SET value = 'another' WHERE name = 'home'"_s);
        {
            auto store = open();
            VERIFY_OK(store);
            QCOMPARE((*store)->openReport().rested, 1);
            const auto refused = now((*store)->claim(RunId(u"r1"_s)));
            VERIFY_CODE(refused, errc::runSetAside);
            QCOMPARE(textAt(refused.error().args, "run"), u"r1"_s);
            QVERIFY(!textAt(refused.error().args, "reason").isEmpty());
            VERIFY_OK(now((*store)->claim(RunId(u"r2"_s))));
        }
        change(mend);
        auto store = open();
        VERIFY_OK(store);
        VERIFY_CODE(now((*store)->claim(RunId(u"r1"_s))), errc::runSetAside);
    }
};

QTEST_GUILESS_MAIN(SetAsideTests)
#include "set_aside_tests.moc"
