// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "journal/event_rows.h"
#include "store_fixture.h"

using namespace slipway;
using namespace slipway::journal;
using namespace slipway::journal::test;

//! Attacks the journal by SQL on a second connection: the database itself must refuse.
class GuardsTests : public QObject {
    Q_OBJECT

    StoreFixture* m_fixture = nullptr;
    std::unique_ptr<SqliteStore> m_store;
    std::unique_ptr<Database> m_attacker;
    std::unique_ptr<Story> m_story;
    Lease m_lease;

    //! How the attacker adds an event that is right in all but what `change` makes of it.
    struct Row {
        Event event;
        qint64 fence = 1;
        std::optional<QByteArray> previous; //!< else the last one's hash
    };

    qint64 count(const char* table)
    {
        qint64 rows = -1;
        const auto read = m_attacker->execute(
            u"SELECT count(*) FROM "_s + QString::fromLatin1(table), {}, [&](const journal::Row& row) {
                rows = row.integer(0);
                return Result<void>();
            });
        return read ? rows : -1;
    }

    QByteArray lastHash()
    {
        const auto hash = m_attacker->value("SELECT hash FROM event WHERE run = 'r1' ORDER BY sequence DESC LIMIT 1");
        return hash ? hash->toByteArray() : QByteArray();
    }

    Event made(EventType type, const Json& data = Json::object(), const QString& step = u"raise"_s)
    {
        return {.run = RunId(u"r1"_s),
            .sequence = count("event") + 1,
            .at = {1},
            .actor = u"attacker"_s,
            .type = type,
            .step = StepId(step),
            .attempt = 1,
            .data = data};
    }

    Result<void> insert(const Row& row, const QString& verb = u"INSERT"_s, qint64 id = 0)
    {
        const auto previous = row.previous.value_or(lastHash());
        const auto data = toBytes(row.event.data);
        QVariantList values{row.event.run.text(), row.event.sequence, row.event.at.ms, row.event.actor,
            toText(row.event.type), bound(row.event.step.text()), toText(row.event.purpose), row.event.attempt,
            QString::fromUtf8(data), row.fence, previous, chainHash(previous, row.event, row.fence, data)};
        QString columns = u"run, sequence, at, actor, type, step, purpose, attempt, data, fence, prev_hash, hash"_s;
        QString marks = u"?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"_s;
        if (id != 0) {
            columns += u", id"_s;
            marks += u", ?"_s;
            values << id;
        }
        return m_attacker->execute(verb + u" INTO event ("_s + columns + u") VALUES ("_s + marks + u")"_s, values);
    }

    Result<void> insert(EventType type, const QString& effect)
    {
        return insert({made(type, {{"effect", effect.toStdString()}})});
    }

    static QString guardOf(const Result<void>& refused) { return textAt(refused.error().args, "guard"); }

#define VERIFY_GUARD(result, name)                                                                                     \
    do {                                                                                                               \
        const auto refused = (result);                                                                                 \
        QVERIFY2(!refused.ok(), "it was not refused");                                                                 \
        QCOMPARE(guardOf(refused), QString::fromLatin1(name));                                                         \
        QCOMPARE(count("event"), eventsBefore);                                                                        \
        QCOMPARE(count("run"), runsBefore);                                                                            \
    } while (false)

private Q_SLOTS:
    void init()
    {
        m_fixture = new StoreFixture;
        auto store = m_fixture->open();
        VERIFY_OK(store);
        m_store = std::move(*store);
        m_story = std::make_unique<Story>(u"r1"_s, u"alpha"_s);
        m_story->then(EventType::StepStarted, u"raise"_s);
        const auto lease = now(m_store->create(m_story->run(), m_story->news()));
        VERIFY_OK(lease);
        m_lease = *lease;
        auto attacker = m_fixture->raw();
        VERIFY_OK(attacker);
        m_attacker = std::move(*attacker);
    }
    void cleanup()
    {
        m_attacker.reset();
        m_store.reset();
        delete std::exchange(m_fixture, nullptr);
    }

    void aProperAppendOfTheAttackerWouldPass()
    {
        // Else the refusals below might have another cause than the one they name.
        VERIFY_OK(insert({made(EventType::NoteAdded, {{"text", "x"}})}));
        VERIFY_OK(insert(EventType::EffectIntended, u"raise/1/1"_s));
        VERIFY_OK(insert(EventType::EffectUnknown, u"raise/1/1"_s));
        VERIFY_OK(insert(EventType::EffectResolved, u"raise/1/1"_s));
        VERIFY_OK(insert(EventType::EffectIntended, u"raise/1/2"_s));
        VERIFY_OK(insert(EventType::EffectFailed, u"raise/1/2"_s));
        VERIFY_OK(insert(EventType::EffectIntended, u"raise/1/3"_s));
        VERIFY_OK(insert(EventType::EffectSucceeded, u"raise/1/3"_s));
        QCOMPARE(count("event"), 10);
    }

    void eventsAreNeitherChangedNorDeleted()
    {
        const auto eventsBefore = count("event"), runsBefore = count("run");
        VERIFY_GUARD(m_attacker->execute(u"UPDATE event SET actor = 'x'"_s), "appendOnly");
        VERIFY_GUARD(m_attacker->execute(u"UPDATE OR REPLACE event SET sequence = 1"_s), "appendOnly");
        VERIFY_GUARD(m_attacker->execute(u"DELETE FROM event"_s), "appendOnly");
        VERIFY_GUARD(m_attacker->execute(u"DELETE FROM event WHERE sequence = 2"_s), "appendOnly");
    }

    void replacingIsRefusedEvenWithoutRecursiveTriggers_data()
    {
        QTest::addColumn<bool>("recursive");
        QTest::newRow("with") << true;
        QTest::newRow("without, as in a shell") << false;
    }
    void replacingIsRefusedEvenWithoutRecursiveTriggers()
    {
        QFETCH(bool, recursive);
        VERIFY_OK(m_attacker->execute(u"PRAGMA recursive_triggers = %1"_s.arg(int(recursive))));
        VERIFY_OK(m_attacker->execute(u"PRAGMA foreign_keys = 0"_s));
        VERIFY_OK(insert(EventType::EffectIntended, u"raise/1/1"_s));
        VERIFY_OK(insert(EventType::EffectFailed, u"raise/1/1"_s));
        const auto eventsBefore = count("event"), runsBefore = count("run");
        auto older = made(EventType::NoteAdded);
        older.sequence = 2;
        VERIFY_GUARD(insert({older}, u"INSERT OR REPLACE"_s), "sequence");
        // A free sequence, but the place of an older row.
        VERIFY_GUARD(insert({made(EventType::NoteAdded)}, u"INSERT OR REPLACE"_s, 2), "appendOnly");
        // The unique index over an effect's result would replace the older result.
        VERIFY_GUARD(
            insert({made(EventType::EffectSucceeded, {{"effect", "raise/1/1"}})}, u"REPLACE"_s), "secondResult");
        VERIFY_GUARD(
            insert({made(EventType::EffectIntended, {{"effect", "raise/1/1"}})}, u"REPLACE"_s), "effectIntendedTwice");
        VERIFY_GUARD(m_attacker->execute(u"REPLACE INTO run (id, workflow, subject, open, fence, owner, claimed_at,"
                                         " created_at) VALUES ('r1', 'small', 'alpha', 1, 1, 'x', 1, 1)"_s),
            "runExists");
        VERIFY_GUARD(m_attacker->execute(u"REPLACE INTO run (id, workflow, subject, open, fence, owner, claimed_at,"
                                         " created_at) VALUES ('r2', 'small', 'alpha', 1, 1, 'x', 1, 1)"_s),
            "subjectTaken");
    }

    void upsertsDoNotChangeAnEvent()
    {
        const auto eventsBefore = count("event"), runsBefore = count("run");
        VERIFY_GUARD(m_attacker->execute(u"INSERT INTO event SELECT * FROM event WHERE sequence = 2"
                                         " ON CONFLICT DO UPDATE SET actor = 'x'"_s),
            "appendOnly");
    }

    void anAppendUnderAnOldGrantIsRefused()
    {
        VERIFY_OK(now(m_store->claim(m_lease.run)));
        const auto eventsBefore = count("event"), runsBefore = count("run");
        VERIFY_GUARD(insert({made(EventType::NoteAdded), 1}), "fenced");
        VERIFY_GUARD(insert({made(EventType::NoteAdded), 3}), "fenced");
        VERIFY_CODE(insert({made(EventType::NoteAdded), 1}), errc::storeFenced);
        VERIFY_OK(insert({made(EventType::NoteAdded), 2}));
    }

    void nobodyAppendsToARunThatWasGivenBack()
    {
        VERIFY_OK(now(m_store->release(m_lease)));
        const auto eventsBefore = count("event"), runsBefore = count("run");
        VERIFY_GUARD(insert({made(EventType::NoteAdded)}), "fenced");
    }

    void fencesDoNotShrinkAndRunsKeepTheirIdentity()
    {
        const auto eventsBefore = count("event"), runsBefore = count("run");
        VERIFY_GUARD(m_attacker->execute(u"UPDATE run SET fence = fence - 1"_s), "fenceShrinks");
        VERIFY_GUARD(m_attacker->execute(u"UPDATE run SET owner = 'x'"_s), "fenceShrinks");
        VERIFY_GUARD(m_attacker->execute(u"UPDATE run SET subject = 'other'"_s), "runIdentity");
        VERIFY_GUARD(m_attacker->execute(u"DELETE FROM run"_s), "appendOnly");
        VERIFY_OK(m_attacker->execute(u"PRAGMA foreign_keys = 0"_s));
        VERIFY_GUARD(m_attacker->execute(u"DELETE FROM run"_s), "appendOnly");
    }

    void gapsAndTwinsInTheSequenceAreRefused()
    {
        const auto eventsBefore = count("event"), runsBefore = count("run");
        for (const qint64 sequence : {eventsBefore, eventsBefore + 2, qint64(0), qint64(-1)}) {
            auto wrong = made(EventType::NoteAdded);
            wrong.sequence = sequence;
            QVERIFY(!insert({wrong}).ok());
            QCOMPARE(count("event"), eventsBefore);
        }
        auto gap = made(EventType::NoteAdded);
        gap.sequence += 1;
        VERIFY_GUARD(insert({gap}), "sequence");
    }

    void anEventThatDoesNotFollowTheChainIsRefused()
    {
        const auto eventsBefore = count("event"), runsBefore = count("run");
        VERIFY_GUARD(insert({made(EventType::NoteAdded), 1, QByteArray(32, 'x')}), "chain");
        VERIFY_GUARD(insert({made(EventType::NoteAdded), 1, QByteArray("", 0)}), "chain");
    }

    void anEventDoesNotSlipInBeforeOthers()
    {
        VERIFY_OK(insert({made(EventType::NoteAdded)}, u"INSERT"_s, 1000));
        const auto eventsBefore = count("event"), runsBefore = count("run");
        VERIFY_GUARD(insert({made(EventType::NoteAdded)}, u"INSERT"_s, 500), "appendOnly");
        VERIFY_GUARD(insert({made(EventType::NoteAdded)}, u"INSERT"_s, 1000), "appendOnly");
        VERIFY_CODE(insert({made(EventType::NoteAdded)}, u"INSERT"_s, -5), errc::storeGuard);
        QCOMPARE(count("event"), eventsBefore);
    }

    void aResultNeedsItsIntent_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("guard");
        QTest::newRow("succeeded") << int(EventType::EffectSucceeded) << u"resultWithoutIntent"_s;
        QTest::newRow("failed") << int(EventType::EffectFailed) << u"resultWithoutIntent"_s;
        QTest::newRow("unknown") << int(EventType::EffectUnknown) << u"resultWithoutIntent"_s;
        QTest::newRow("resolved") << int(EventType::EffectResolved) << u"resolutionWithoutUnknown"_s;
    }
    void aResultNeedsItsIntent()
    {
        QFETCH(int, type);
        QFETCH(QString, guard);
        VERIFY_OK(insert(EventType::EffectIntended, u"raise/1/1"_s));
        const auto eventsBefore = count("event"), runsBefore = count("run");
        VERIFY_GUARD(insert(EventType(type), u"raise/1/2"_s), guard.toLatin1());
        // The right effect at the wrong step.
        VERIFY_GUARD(insert({made(EventType(type), {{"effect", "raise/1/1"}}, u"merge"_s)}), guard.toLatin1());
        VERIFY_GUARD(insert({made(EventType(type))}), "effectUnnamed");
        VERIFY_GUARD(insert({made(EventType(type), {{"effect", 7}})}), "effectUnnamed");
        VERIFY_GUARD(insert({made(EventType(type), {{"effect", "raise/1/1"}}, u""_s)}), "effectUnnamed");
    }

    void anEffectOfAnotherRunIsNoIntent()
    {
        VERIFY_OK(insert(EventType::EffectIntended, u"raise/1/1"_s));
        Story other(u"r2"_s, u"beta"_s);
        other.then(EventType::StepStarted, u"raise"_s);
        VERIFY_OK(now(m_store->create(other.run(), other.news())));
        const auto eventsBefore = count("event"), runsBefore = count("run");
        auto foreign = made(EventType::EffectSucceeded, {{"effect", "raise/1/1"}});
        foreign.run = RunId(u"r2"_s);
        foreign.sequence = 3;
        const auto hash = m_attacker->value("SELECT hash FROM event WHERE run = 'r2' AND sequence = 2");
        VERIFY_GUARD(insert({foreign, 1, hash->toByteArray()}), "resultWithoutIntent");
    }

    void aStepHasOneOpenIntentAPurpose_data()
    {
        QTest::addColumn<bool>("unknown");
        QTest::newRow("the first is intended") << false;
        QTest::newRow("the first is unknown") << true;
    }
    void aStepHasOneOpenIntentAPurpose()
    {
        QFETCH(bool, unknown);
        VERIFY_OK(insert(EventType::EffectIntended, u"raise/1/1"_s));
        if (unknown)
            VERIFY_OK(insert(EventType::EffectUnknown, u"raise/1/1"_s));
        const auto eventsBefore = count("event"), runsBefore = count("run");
        VERIFY_GUARD(insert(EventType::EffectIntended, u"raise/1/2"_s), "intentOpen");
        VERIFY_GUARD(insert(EventType::EffectIntended, u"raise/1/1"_s), "effectIntendedTwice");
        // Another step, and another purpose, are free.
        VERIFY_OK(insert({made(EventType::EffectIntended, {{"effect", "merge/1/1"}}, u"merge"_s)}));
        auto undo = made(EventType::EffectIntended, {{"effect", "raise/2/1"}});
        undo.purpose = Purpose::Undo;
        VERIFY_OK(insert({undo}));
    }

    void anEffectHasOneResult()
    {
        VERIFY_OK(insert(EventType::EffectIntended, u"raise/1/1"_s));
        VERIFY_OK(insert(EventType::EffectUnknown, u"raise/1/1"_s));
        auto eventsBefore = count("event");
        const auto runsBefore = count("run");
        for (const auto type : {EventType::EffectSucceeded, EventType::EffectFailed, EventType::EffectUnknown})
            VERIFY_GUARD(insert(type, u"raise/1/1"_s), "secondResult");
        VERIFY_OK(insert(EventType::EffectResolved, u"raise/1/1"_s));
        eventsBefore = count("event");
        for (const auto type :
            {EventType::EffectSucceeded, EventType::EffectFailed, EventType::EffectUnknown, EventType::EffectResolved})
            VERIFY_GUARD(insert(type, u"raise/1/1"_s), "secondResult");
        // A result that was known needs no resolution.
        VERIFY_OK(insert(EventType::EffectIntended, u"raise/1/2"_s));
        VERIFY_OK(insert(EventType::EffectSucceeded, u"raise/1/2"_s));
        eventsBefore = count("event");
        VERIFY_GUARD(insert(EventType::EffectResolved, u"raise/1/2"_s), "resolutionWithoutUnknown");
    }

    void dataIsSmallValidJson()
    {
        const auto eventsBefore = count("event");
        auto large = made(EventType::NoteAdded, {{"text", std::string(1024 * 1024, 'x')}});
        VERIFY_CODE(insert({large}), errc::storeGuard);
        // Bytes count, not characters.
        std::string wide;
        for (int i = 0; i < 300'000; ++i)
            wide += "\xf0\x9f\x9a\xa2";
        VERIFY_CODE(insert({made(EventType::NoteAdded, {{"text", wide}})}), errc::storeGuard);
        VERIFY_CODE(m_attacker->execute(
                        u"INSERT INTO event (run, sequence, at, actor, type, step, purpose, attempt, data, fence,"
                        " prev_hash, hash) VALUES ('r1', ?, 1, 'x', 'NoteAdded', '', 'do', 0, '{', 1, ?, ?)"_s,
                        {eventsBefore + 1, lastHash(), QByteArray(32, 'x')}),
            errc::storeGuard);
        QCOMPARE(count("event"), eventsBefore);
    }

    //! The database would take it; and then nobody could ever read the run again.
    void dataIsNoDeeperThanItCanBeReadAgain()
    {
        const auto nested = [](int levels) {
            Json value = 1;
            for (int level = 0; level < levels; ++level)
                value = Json::array({std::move(value)});
            return Json{{"text", std::move(value)}}; // one more
        };
        VERIFY_CODE(insertEvent(*m_attacker, made(EventType::NoteAdded, nested(64)), 1, lastHash()), errc::jsonInvalid);
        VERIFY_OK(insertEvent(*m_attacker, made(EventType::NoteAdded, nested(63)), 1, lastHash()));
        VERIFY_OK(readEvents(*m_attacker, RunId(u"r1"_s), 0));
    }

    void aSubjectHasOneOpenRunAWorkflow()
    {
        const auto insertRun = [this](const char* id, const char* workflow, int open) {
            return m_attacker->execute(u"INSERT INTO run (id, workflow, subject, open, fence, owner, claimed_at,"
                                       " created_at) VALUES (?, ?, 'alpha', ?, 1, 'x', 1, 1)"_s,
                {QString::fromLatin1(id), QString::fromLatin1(workflow), open});
        };
        const auto eventsBefore = count("event");
        auto runsBefore = count("run");
        VERIFY_GUARD(insertRun("r2", "small", 1), "subjectTaken");
        VERIFY_OK(insertRun("r3", "other", 1));
        VERIFY_OK(insertRun("r4", "small", 0));
        runsBefore = count("run");
        VERIFY_GUARD(m_attacker->execute(u"UPDATE run SET open = 1 WHERE id = 'r4'"_s), "subjectTaken");
        VERIFY_GUARD(m_attacker->execute(u"UPDATE OR REPLACE run SET open = 1 WHERE id = 'r4'"_s), "subjectTaken");
    }

    void theReadersConnectionCannotWrite()
    {
        auto reader = Database::open(m_fixture->file(), Database::Mode::ReadOnly);
        VERIFY_OK(reader);
        VERIFY_CODE((*reader)->execute(u"UPDATE view_run SET subject = 'x'"_s), errc::storeReadOnly);
    }
};

QTEST_GUILESS_MAIN(GuardsTests)
#include "guards_tests.moc"
