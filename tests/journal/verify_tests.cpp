// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/redaction.h"
#include "journal/event_rows.h"
#include "journal/rebuild.h"
#include "journal/verify.h"
#include "journal/views.h"
#include "store_fixture.h"

#include <QFile>

using namespace slipway;
using namespace slipway::journal;
using namespace slipway::journal::test;

//! What `journal verify` finds, and what `journal rebuild` mends.
class VerifyTests : public QObject {
    Q_OBJECT

    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<SqliteStore> m_store;

    //! Runs in all kinds of states, appended bit by bit.
    void tell()
    {
        const auto play = [this](Story& story, const std::vector<std::function<void(Story&)>>& acts) {
            auto lease = now(m_store->create(story.run(), story.news()));
            VERIFY_OK(lease);
            for (const auto& act : acts) {
                act(story);
                VERIFY_OK(now(m_store->append(*lease, story.run(), story.news())));
                // A restart in the middle: the views go on from what is in the store.
                if (story.run().sequence % 3 == 0) {
                    lease = now(m_store->claim(story.run().id));
                    VERIFY_OK(lease);
                    m_store->maintenance();
                }
            }
        };
        Story done(u"r1"_s, u"alpha"_s);
        play(done, {[](Story& s) { s.done(u"raise"_s, {{"number", 7}}); }, [](Story& s) { s.done(u"merge"_s); }});
        Story retried(u"r2"_s, u"beta"_s);
        play(retried,
            {[](Story& s) { s.then(EventType::StepStarted, u"raise"_s); },
                [](Story& s) {
                    s.then(EventType::EffectIntended, u"raise"_s, {{"effect", "raise/1/1"}});
                },
                [](Story& s) {
                    auto data = errorData(u"network.timeout"_s, u"it took too long"_s);
                    data["effect"] = "raise/1/1";
                    s.then(EventType::EffectUnknown, u"raise"_s, data);
                },
                [](Story& s) {
                    s.then(EventType::EffectResolved, u"raise"_s, {{"effect", "raise/1/1"}, {"outcome", "absent"}});
                },
                [](Story& s) {
                    s.then(EventType::StepFailed, u"raise"_s, errorData(u"github.conflict"_s, u"Conflict here"_s));
                },
                [](Story& s) {
                    s.then(EventType::RetryRequested, {}, {{"steps", {"raise"}}});
                },
                [](Story& s) { s.then(EventType::StepStarted, u"raise"_s, {}, 2); },
                [](Story& s) {
                    s.then(EventType::StepWaiting, u"raise"_s, {{"for", "checks"}}, 2);
                }});
        Story parked(u"r3"_s, u"gamma"_s);
        play(parked,
            {[](Story& s) { s.then(EventType::RunParked, {}, errorData(u"network.unreachable"_s, u"no route"_s)); }});
        Story cancelled(u"r4"_s, u"delta"_s);
        play(cancelled,
            {[](Story& s) { s.then(EventType::StepStarted, u"raise"_s); },
                [](Story& s) { s.then(EventType::RunCancelled); }});
    }

    VerifyReport verified()
    {
        const auto report = verifyJournal(m_fixture->file(), kinds());
        if (!report) {
            QTest::qFail(describe(report.error()).constData(), __FILE__, __LINE__);
            return {};
        }
        return *report;
    }
    static QStringList textOf(const VerifyReport& report)
    {
        QStringList lines;
        for (const auto& finding : report.findings)
            lines << u"%1 %2 %3"_s.arg(toText(finding.kind), finding.run).arg(finding.sequence);
        return lines;
    }

    std::unique_ptr<Database> attacker()
    {
        auto database = m_fixture->raw();
        if (!database)
            qFatal("%s", describe(database.error()).constData());
        // One who can do this can do anything, but not unseen.
        for (const auto* trigger : {"event_update", "event_delete", "event_append"})
            if (!(*database)->execute(u"DROP TRIGGER "_s + QString::fromLatin1(trigger)))
                qFatal("cannot drop %s", trigger);
        return std::move(*database);
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<StoreFixture>();
        auto store = m_fixture->open();
        VERIFY_OK(store);
        m_store = std::move(*store);
        tell();
    }
    void cleanup()
    {
        m_store.reset();
        m_fixture.reset();
    }

    void aWholeJournalIsFoundWholeAlsoWhileItsOwnerWorks()
    {
        const auto report = verified();
        QCOMPARE(textOf(report), QStringList());
        QVERIFY(report.isWhole() && !report.rebuildHelps());
        QCOMPARE(report.runs, 4);
        const auto stored = m_store->maintenance().value("SELECT count(*) FROM event");
        QCOMPARE(report.events, stored->toLongLong());
        QVERIFY(report.events > 20);
    }

    void aFlippedByteIsFound()
    {
        VERIFY_OK(now(m_store->closeCleanly()));
        m_store.reset();
        QFile file(m_fixture->file());
        QVERIFY(file.open(QIODevice::ReadWrite));
        // The last event of r2 says {"for":"checks"}.
        const auto bytes = file.readAll();
        const auto at = bytes.indexOf(R"({"for":"checks"})");
        QVERIFY(at > 0);
        QVERIFY(file.seek(at + 8));
        QCOMPARE(file.write("C"), 1);
        file.close();
        const auto report = verified();
        QVERIFY2(textOf(report).contains(u"hash r2 9"_s), qPrintable(textOf(report).join(u", "_s)));
        QVERIFY(!report.rebuildHelps());
    }

    void aChangedEventIsFoundByItsHash()
    {
        VERIFY_OK(attacker()->execute(u"UPDATE event SET actor = 'someone' WHERE run = 'r1' AND sequence = 3"_s));
        QVERIFY2(textOf(verified()).contains(u"hash r1 3"_s), qPrintable(textOf(verified()).join(u", "_s)));
    }

    void aForgedHashBreaksTheChain()
    {
        auto database = attacker();
        auto events = readEvents(*database, RunId(u"r1"_s), 0);
        VERIFY_OK(events);
        auto forged = (*events)[2];
        forged.actor = u"someone"_s;
        const auto previous = database->value("SELECT prev_hash FROM event WHERE run = 'r1' AND sequence = 3");
        const auto fence = database->value("SELECT fence FROM event WHERE run = 'r1' AND sequence = 3");
        const auto hash = chainHash(previous->toByteArray(), forged, fence->toLongLong(), toBytes(forged.data));
        VERIFY_OK(database->execute(
            u"UPDATE event SET actor = 'someone', hash = ? WHERE run = 'r1' AND sequence = 3"_s, {hash}));
        // And whoever forged it is not in the search index.
        QCOMPARE(textOf(verified()), (QStringList{u"chain r1 4"_s, u"view r1 0"_s}));
    }

    void aRemovedEventIsFound()
    {
        VERIFY_OK(attacker()->execute(u"DELETE FROM event WHERE run = 'r2' AND sequence = 4"_s));
        const auto found = textOf(verified());
        QVERIFY2(
            found.contains(u"sequence r2 5"_s) && found.contains(u"chain r2 5"_s), qPrintable(found.join(u", "_s)));
    }

    void aRemovedTailIsFound()
    {
        VERIFY_OK(attacker()->execute(u"DELETE FROM event WHERE run = 'r2' AND sequence > 7"_s));
        const auto found = textOf(verified());
        QVERIFY2(found.contains(u"sequence  0"_s) && found.contains(u"view r2 0"_s), qPrintable(found.join(u", "_s)));
    }

    void anEventThatCannotBeReadIsFound()
    {
        VERIFY_OK(attacker()->execute(u"UPDATE event SET type = 'Nonsense' WHERE run = 'r3' AND sequence = 2"_s));
        const auto found = textOf(verified());
        QVERIFY2(found.contains(u"row r3 2"_s), qPrintable(found.join(u", "_s)));
        VERIFY_CODE(now(m_store->events(RunId(u"r3"_s))), errc::storeDamaged);
    }

    void aRunsRowThatSaysOtherwiseIsFound()
    {
        auto database = m_fixture->raw();
        VERIFY_OK(database);
        VERIFY_OK((*database)->execute(u"UPDATE run SET open = 0 WHERE id = 'r2'"_s));
        QCOMPARE(textOf(verified()), QStringList{u"runRow r2 0"_s});
    }

    void wrongViewsAreFoundAndRebuilt_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("state") << u"UPDATE view_run SET state = 'succeeded' WHERE run = 'r2'"_s;
        QTest::newRow("step") << u"UPDATE view_step SET attempts = 9 WHERE run = 'r1' AND step = 'raise'"_s;
        QTest::newRow("missing") << u"DELETE FROM view_run WHERE run = 'r2'"_s;
        QTest::newRow("step of a run under way")
            << u"INSERT INTO view_step SELECT 'r2', step, workflow, state, attempts, generation, started_at, ended_at,"
               " duration, duration_at, error, note FROM view_step WHERE run = 'r1' AND step = 'raise'"_s;
        QTest::newRow("step missing") << u"DELETE FROM view_step WHERE run = 'r1' AND step = 'raise'"_s;
        QTest::newRow("stray") << u"INSERT INTO view_run SELECT 999, 'r9', workflow, subject, state, open, started_by,"
                                  " started_at, ended_at, step, waiting_for, needs_you, since, done, steps, active,"
                                  " inputs, names FROM view_run WHERE run = 'r2'"_s;
        QTest::newRow("needs somebody") << u"UPDATE view_run SET needs_you = 1 WHERE run = 'r2'"_s;
        QTest::newRow("active steps") << u"UPDATE view_run SET active = '[]' WHERE run = 'r2'"_s;
        QTest::newRow("number") << u"UPDATE view_run SET number = number + 1000 WHERE run = 'r2'"_s;
        QTest::newRow("a word too many") << u"INSERT INTO view_search (rowid, notes) VALUES (4000000000, 'stray')"_s;
        QTest::newRow("words of a run") << u"INSERT INTO view_search (view_search, rowid, names, inputs, errors, log,"
                                           " notes, repositories) SELECT 'delete', (number << 24) + 1, 'mia', '', '',"
                                           " '', '', '' FROM view_run WHERE run = 'r2'"_s;
        QTest::newRow("null for a time") << u"UPDATE view_step SET started_at = NULL WHERE run = 'r1'"_s;
    }
    void wrongViewsAreFoundAndRebuilt()
    {
        QFETCH(QString, sql);
        VERIFY_OK(m_store->maintenance().execute(sql));
        const auto report = verified();
        QVERIFY2(report.rebuildHelps(), qPrintable(textOf(report).join(u", "_s)));
        const auto rebuilt = rebuildViews(*m_store, kinds());
        VERIFY_OK(rebuilt);
        QCOMPARE(rebuilt->runs, 4);
        QVERIFY(rebuilt->leftOut.isEmpty());
        QCOMPARE(textOf(verified()), QStringList());
    }

    void rebuiltViewsEqualThoseWrittenBitByBit()
    {
        const auto read = [this] {
            QHash<QString, ViewRows> rows;
            for (const auto* id : {"r1", "r2", "r3", "r4"}) {
                const auto found = readViewRows(m_store->maintenance(), RunId(QString::fromLatin1(id)));
                if (found)
                    rows.insert(QString::fromLatin1(id), *found);
            }
            return rows;
        };
        const auto before = read();
        QCOMPARE(before.size(), 4);
        QCOMPARE(before.value(u"r1"_s).steps.size(), 2);
        QCOMPARE(before.value(u"r2"_s).steps.size(), 0); // it failed, but was started again
        QCOMPARE(before.value(u"r4"_s).steps.size(), 2);
        VERIFY_OK(rebuildViews(*m_store, kinds()));
        QVERIFY(read() == before);
    }

    void droppedViewsComeBackAndTheStoreGoesOn()
    {
        VERIFY_OK(m_store->maintenance().execute(u"DROP TABLE view_run"_s));
        VERIFY_OK(m_store->maintenance().execute(u"DROP TABLE view_step"_s));
        VERIFY_OK(rebuildViews(*m_store, kinds()));
        const auto lease = now(m_store->claim(RunId(u"r3"_s)));
        VERIFY_OK(lease);
        auto run = fold(Run{}, *now(m_store->events(RunId(u"r3"_s))), kinds());
        VERIFY_OK(run);
        const Event unparked{.run = run->id,
            .sequence = run->sequence + 1,
            .at = {1'700'000'999'000},
            .actor = u"engine"_s,
            .type = EventType::RunUnparked};
        run = fold(std::move(*run), unparked, kinds());
        VERIFY_OK(run);
        VERIFY_OK(now(m_store->append(*lease, *run, {unparked})));
        QCOMPARE(textOf(verified()), QStringList());
    }

    void aRunThatDoesNotFoldIsLeftOutOfTheLists()
    {
        VERIFY_OK(attacker()->execute(u"UPDATE event SET type = 'StepStarted', step = 'nowhere' WHERE run = 'r3' AND"
                                      " sequence = 2"_s));
        QVERIFY(textOf(verified()).contains(u"fold r3 2"_s));
        const auto rebuilt = rebuildViews(*m_store, kinds());
        VERIFY_OK(rebuilt);
        QCOMPARE(rebuilt->leftOut, QStringList{u"r3"_s});
        QCOMPARE(rebuilt->runs, 3);
    }

    //! The owner knows a run's password and who verifies does not, or the other way round.
    void whatAProcessKnowsAsSecretMakesNoDifference()
    {
        QVERIFY(verified().isWhole());
        redactAlways(u"Conflict here");
        QCOMPARE(textOf(verified()), QStringList());
    }
};

QTEST_GUILESS_MAIN(VerifyTests)
#include "verify_tests.moc"
