// SPDX-License-Identifier: GPL-3.0-or-later
// A store that somebody else made: nothing of it is driven before a person says so.
#include "store_fixture.h"

#include "journal/backups.h"
#include "journal/home.h"
#include "journal/restore.h"

using namespace slipway;
using namespace slipway::journal;
using namespace slipway::journal::test;

namespace {

const auto elsewhere = u"UPDATE meta SET value = 'another' WHERE name = 'home'"_s;

} // namespace

class HomeTests : public QObject {
    Q_OBJECT

    std::unique_ptr<StoreFixture> m_fixture;

    Result<std::unique_ptr<SqliteStore>> open(bool readsRuns = true)
    {
        return SqliteStore::open(
            {.file = m_fixture->file(), .program = u"tests"_s, .kinds = readsRuns ? &kinds() : nullptr},
            m_fixture->clock);
    }
    Run folded(SqliteStore& store, const QString& id)
    {
        const auto events = now(store.events(RunId(id)));
        const auto run = events ? fold(Run{}, *events, kinds()) : Result<Run>(events.error());
        return run ? *run : Run{};
    }
    Events eventsOf(SqliteStore& store, const QString& id) { return *now(store.events(RunId(id))); }

private Q_SLOTS:
    //! One run that goes on, one that a person paused, one that has ended.
    void init()
    {
        m_fixture = std::make_unique<StoreFixture>();
        auto store = open();
        VERIFY_OK(store);
        Story open(u"r1"_s, u"alpha"_s), paused(u"r2"_s, u"beta"_s), ended(u"r3"_s, u"gamma"_s);
        open.then(EventType::StepStarted, u"raise"_s);
        paused.then(EventType::RunPaused, {}, {{"reason", "lunch"}});
        ended.then(EventType::CancelRequested).then(EventType::RunCancelled);
        for (auto* story : {&open, &paused, &ended})
            VERIFY_OK(now((*store)->create(story->run(), story->news())));
        VERIFY_OK(now((*store)->closeCleanly()));
    }
    void cleanup() { m_fixture.reset(); }

    void onesOwnStoreGoesOn()
    {
        QCOMPARE(thisHome(), thisHome());
        QCOMPARE(thisHome().size(), 32);
        auto store = open();
        VERIFY_OK(store);
        QCOMPARE((*store)->openReport().rested, 0);
        QVERIFY(!folded(**store, u"r1"_s).pause);
    }

    void theRunsOfAnothersRestUntilTheyAreResumed_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("because");
        QTest::newRow("another's") << elsewhere << u"elsewhere"_s;
        QTest::newRow("of a program that noted none") << u"DELETE FROM meta WHERE name = 'home'"_s << u"noHome"_s;
        QTest::newRow("that takes its mark away") << u"UPDATE meta SET value = '' WHERE name = 'home'"_s << u"noHome"_s;
    }
    void theRunsOfAnothersRestUntilTheyAreResumed()
    {
        QFETCH(QString, sql);
        QFETCH(QString, because);
        VERIFY_OK((*m_fixture->raw())->execute(sql));
        {
            auto store = open();
            VERIFY_OK(store);
            QCOMPARE((*store)->openReport().rested, 2);
            const auto run = folded(**store, u"r1"_s);
            QVERIFY(run.rests());
            QCOMPARE(run.pause->because, because);
            QCOMPARE(eventsOf(**store, u"r1"_s).size(), std::size_t(3));
            // Also what a person had paused: a pause alone keeps no look-up back.
            QCOMPARE(eventsOf(**store, u"r2"_s).size(), std::size_t(3));
            QVERIFY(folded(**store, u"r2"_s).rests());
            QCOMPARE(eventsOf(**store, u"r3"_s).size(), std::size_t(3));
            // A person resumes it, and it is hers from now on.
            const auto lease = now((*store)->claim(RunId(u"r1"_s)));
            VERIFY_OK(lease);
            const Event resumed{.run = run.id,
                .sequence = run.sequence + 1,
                .at = m_fixture->clock.now(),
                .actor = u"mia"_s,
                .type = EventType::RunResumed,
                .data = {{"reason", ""}}};
            const auto after = fold(run, resumed, kinds());
            VERIFY_OK(after);
            QVERIFY(!after->rests());
            VERIFY_OK(now((*store)->append(*lease, *after, {resumed})));
        }
        auto again = open();
        VERIFY_OK(again);
        QCOMPARE((*again)->openReport().rested, 0);
        QVERIFY(!folded(**again, u"r1"_s).pause);
    }

    //! Who cannot read runs drives none either, and does not say that the store was looked at.
    void whoReadsNoRunsLeavesItAnothers()
    {
        VERIFY_OK((*m_fixture->raw())->execute(elsewhere));
        {
            auto store = open(false);
            VERIFY_OK(store);
            QVERIFY(!folded(**store, u"r1"_s).pause);
        }
        auto store = open();
        VERIFY_OK(store);
        QCOMPARE((*store)->openReport().rested, 2);
    }

    //! A command would have it driven, whatever the list says of it.
    void whatTheListHidesIsFoundByItsEvents()
    {
        VERIFY_OK((*m_fixture->raw())->execute(elsewhere));
        VERIFY_OK((*m_fixture->raw())->execute(u"UPDATE run SET open = 0 WHERE id = 'r1'"_s));
        auto store = open();
        VERIFY_OK(store);
        QVERIFY(folded(**store, u"r1"_s).rests());
    }

    //! A copy that is put back is a store that comes from where it was made.
    void theRunsOfAnothersCopyRest()
    {
        VERIFY_OK((*m_fixture->raw())->execute(elsewhere));
        const auto copy = m_fixture->folder() + u"/sent.db"_s;
        QVERIFY(QFile::copy(m_fixture->file(), copy));
        QVERIFY(QFile::remove(m_fixture->file()));
        VERIFY_OK(restoreBackup(m_fixture->file(), copy, u"mia"_s, kinds(), m_fixture->clock));
        auto store = open();
        VERIFY_OK(store);
        QVERIFY(folded(**store, u"r1"_s).rests());
    }

    void theRunsOfOnesOwnCopyGoOn()
    {
        const auto copy = makeBackup(m_fixture->file(), Backup::Kind::Asked, m_fixture->clock);
        VERIFY_OK(copy);
        VERIFY_OK(restoreBackup(m_fixture->file(), copy->file, u"mia"_s, kinds(), m_fixture->clock));
        auto store = open();
        VERIFY_OK(store);
        QVERIFY(!folded(**store, u"r1"_s).pause);
    }
};

QTEST_GUILESS_MAIN(HomeTests)
#include "home_tests.moc"
