// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "journal/rebuild.h"
#include "journal/search.h"
#include "journal/search_words.h"
#include "journal/verify.h"
#include "store_fixture.h"

using namespace slipway;
using namespace slipway::journal;
using namespace slipway::journal::test;

namespace {

//! smallWorkflow() with a limit of an hour for "merge".
Json limitedWorkflow()
{
    auto workflow = smallWorkflow();
    workflow["steps"][1]["limit"] = "1h";
    return workflow;
}

Json intent(const QString& effect, const QString& repository)
{
    return {{"effect", effect.toStdString()}, {"name", "createPullRequest"}, {"class", "natural key"},
        {"target", {{"repository", repository.toStdString()}, {"branch", "add-to-tenant-services-1695303440080"}}}};
}

} // namespace

//! Finding runs again: full text, filters, flags of the list, and what things usually take.
class HistoryTests : public QObject {
    Q_OBJECT

    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<SqliteStore> m_store;

    void tell(Story& story)
    {
        const auto events = story.news();
        const auto made = now(m_store->create(story.run(), events));
        VERIFY_OK(made);
    }
    std::unique_ptr<SqliteReader> reader()
    {
        auto opened = SqliteReader::open(m_fixture->file());
        if (!opened)
            qFatal("%s", describe(opened.error()).constData());
        return std::move(*opened);
    }
    QString found(const QString& search, std::optional<Timestamp> when = {})
    {
        const auto runs = reader()->runs({.search = search, .now = when});
        if (!runs)
            return QString::fromUtf8(describe(runs.error()));
        QStringList ids;
        for (const auto& run : *runs)
            ids << run.id.text();
        return ids.join(u' ');
    }

    //! r1 fails, r2 waits for checks, r3 is done, r4 is another workflow's.
    void tellFour()
    {
        Story failed(u"r1"_s, u"tf-svc-alpha"_s, limitedWorkflow(), {{"name", "x"}, {"owningTeam", "Fisheries"}});
        failed.then(EventType::StepStarted, u"raise"_s)
            .then(EventType::EffectIntended, u"raise"_s, intent(u"raise/1/1"_s, u"DEFRA/cdp-tf-svc-infra"_s))
            .then(EventType::EffectFailed, u"raise"_s,
                {{"effect", "raise/1/1"},
                    {"error",
                        toJson(Error{.code = u"github.conflict"_s,
                            .args = {{"file", "tenants.json"}},
                            .details = {{"text", "Merge conflict near café"}}})}})
            .then(EventType::StepFailed, u"raise"_s, errorData(u"github.conflict"_s, u"gave up"_s));
        tell(failed);
        Story waiting(u"r2"_s, u"beta"_s, limitedWorkflow(), {{"name", "fisheries"}, {"owningTeam", "Forestry"}});
        waiting.then(EventType::StepStarted, u"raise"_s)
            .then(EventType::EffectIntended, u"raise"_s, intent(u"raise/1/1"_s, u"DEFRA/cdp-app-config"_s))
            .then(EventType::EffectSucceeded, u"raise"_s, {{"effect", "raise/1/1"}, {"result", {{"number", 4711}}}})
            .then(EventType::StepSucceeded, u"raise"_s)
            .then(EventType::StepStarted, u"merge"_s)
            .then(EventType::StepWaiting, u"merge"_s, {{"for", "checks"}, {"args", {{"name", "lint-and-test"}}}});
        tell(waiting);
        Story done(u"r3"_s, u"gamma"_s, limitedWorkflow(), {{"name", "n"}, {"owningTeam", "Forestry"}});
        done.done(u"raise"_s).done(u"merge"_s);
        tell(done);
        Story other(u"r4"_s, u"delta"_s, serviceWorkflow(),
            {{"repositoryName", "n"}, {"serviceType", "t"}, {"owningTeam", "Forestry"}});
        other.then(EventType::NoteAdded, {}, {{"text", "Ask Zoë about ticket OPS-2210 first"}});
        tell(other);
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<StoreFixture>();
        auto store = m_fixture->open();
        VERIFY_OK(store);
        m_store = std::move(*store);
    }
    void cleanup()
    {
        m_store.reset();
        m_fixture.reset();
    }

    void wordsOfATextAreFoundByTheirPartsToo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("parts") << u"cdp-tf-svc.infra"_s << u"cdp-tf-svc.infra tf-svc.infra svc.infra infra"_s;
        QTest::newRow("address") << u"https://github.com/DEFRA/x/pull/12"_s
                                 << u"https github.com com defra x pull 12"_s;
        QTest::newRow("accents") << u"Größe CAFÉ"_s << u"große cafe"_s;
        QTest::newRow("ends") << u"--flag= _a_ ..."_s << u"flag a"_s;
        QTest::newRow("nothing") << u" % ' \""_s << u""_s;
    }
    void wordsOfATextAreFoundByTheirPartsToo()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        QCOMPARE(wordsOf(text).join(u' '), words);
    }

    void runsAreFound_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("runs");
        const auto row = [](const char* search, const char* runs) {
            QTest::newRow(search) << QString::fromUtf8(search) << QString::fromUtf8(runs);
        };
        row("", "r4 r3 r2 r1");
        row("fisheries", "r2 r1"); // an input of one, the team of the other
        row("team:fisheries", "r1");
        row("team:FISH", "r1");
        row("svc-al", "r1"); // in the middle of the name
        row("lph", "r1"); // any part of the name
        row("conflict", "r1");
        row("cafe", "r1");
        row("error:tenants.json", "r1");
        row("error:checks", "");
        row("note:ops-2210", "r4");
        row("zoe ticket", "r4");
        row("lint-and", "r2");
        row("4711", "r2");
        row("repo:tf-svc", "r1");
        row("repo:defra", "r2 r1");
        row("repo:app-config team:forestry", "r2");
        row("workflow:cdp", "r4");
        row("state:failed", "r1");
        row("state:failed,succeeded", "r3 r1");
        row("state:open", "r4 r2 r1");
        row("state:ended", "r3");
        row("STATE:NEEDSYOU", "");
        row("state:done", "r3"); // as windows show them
        row("state:needs-you", "");
        row("state:\"needs you\",done", "r3");
        row("state:Done,failed", "r3 r1");
        row("state:finished", "r3");
        row("state:canceled,stopped,queued", "");
        row("step:merge", "r2");
        row("waiting:checks", "r2");
        row("by:mia", "r4 r3 r2 r1");
        row("\"merge conflict\"", "r1");
        row("\"state:failed\"", "");
        row("gamma forestry", "r3");
        row("gamma fisheries", "");
        row("\"' OR 1 --\"", "");
        row("NEAR(a, b)", "");
    }
    void runsAreFound()
    {
        QFETCH(QString, search);
        QFETCH(QString, runs);
        tellFour();
        QCOMPARE(found(search), runs);
        // Words written bit by bit and words made anew are the same.
        VERIFY_OK(rebuildViews(*m_store, kinds()));
        QCOMPARE(found(search), runs);
    }

    void aWrongFilterIsToldWithWhatThereIs_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("known");
        QTest::newRow("name") << u"stat:failed"_s << u"state:"_s;
        QTest::newRow("state") << u"state:broken"_s << u"needsYou"_s;
        QTest::newRow("age") << u"since:soon"_s << u"7d"_s;
        QTest::newRow("no value") << u"team:"_s << u"team:"_s;
        QTest::newRow("no moment") << u"since:7d"_s << u"7d"_s;
    }
    void aWrongFilterIsToldWithWhatThereIs()
    {
        QFETCH(QString, search);
        QFETCH(QString, known);
        const auto runs = reader()->runs({.search = search});
        VERIFY_CODE(runs, errc::searchFilter);
        QCOMPARE(textAt(runs.error().args, "filter"), search);
        QVERIFY2(textAt(runs.error().args, "known").contains(known), describe(runs.error()).constData());
    }

    void agesAreCountedBackFromTheQuestion()
    {
        tellFour();
        const Timestamp start{1'700'000'000'000};
        const auto day = std::chrono::hours(24);
        QCOMPARE(found(u"since:2d"_s, start + day), u"r4 r3 r2 r1"_s);
        QCOMPARE(found(u"since:23h"_s, start + day), QString());
        QCOMPARE(found(u"until:23h"_s, start + day), u"r4 r3 r2 r1"_s);
        QCOMPARE(found(u"since:2023-11-10"_s), u"r4 r3 r2 r1"_s);
        QCOMPARE(found(u"since:2023-11-20"_s), QString());
    }

    void theListSaysWhatNeedsWhom()
    {
        tellFour();
        const Timestamp start{1'700'000'000'000};
        const auto runs = reader()->runs({.now = start + std::chrono::minutes(30)});
        VERIFY_OK(runs);
        const auto& waiting = (*runs)[2];
        QCOMPARE(waiting.id.text(), u"r2"_s);
        QVERIFY(!waiting.stuck && !waiting.needsYou);
        QCOMPARE(waiting.done, 1);
        QCOMPARE(waiting.steps, 2);
        QCOMPARE(waiting.active.size(), 1);
        const auto& step = waiting.active.first();
        QCOMPARE(step.id.text(), u"merge"_s);
        QCOMPARE(step.title, u"Merge"_s);
        QCOMPARE(step.state, StepState::Waiting);
        QCOMPARE(step.waitingFor->what, u"checks"_s);
        QVERIFY(step.waitingFor->args == (Json{{"name", "lint-and-test"}}));
        QCOMPARE(step.limit, std::optional<Millis>(std::chrono::hours(1)));
        QCOMPARE(waiting.since, std::optional(step.waitingFor->since));
        const auto& failed = (*runs)[3];
        QCOMPARE(failed.active.first().error->code, u"github.conflict"_s);
        QVERIFY((*runs)[1].active.isEmpty());
        QCOMPARE((*runs)[1].done, 2);
    }

    void whatWaitsBeyondItsLimitIsStuck()
    {
        tellFour();
        const Timestamp start{1'700'000'000'000};
        QCOMPARE(found(u"state:stuck"_s, start + std::chrono::minutes(59)), QString());
        QCOMPARE(found(u"state:stuck"_s, start + std::chrono::minutes(62)), u"r2"_s);
        QCOMPARE(found(u"state:stuck,failed"_s, start + std::chrono::minutes(62)), u"r2 r1"_s);
        QCOMPARE(found(u"state:stuck team:fisheries"_s, start + std::chrono::minutes(62)), QString());
        const auto scaled =
            reader()->runs({.search = u"state:stuck"_s, .now = start + std::chrono::minutes(2), .timeScale = 60});
        VERIFY_OK(scaled);
        QCOMPARE(scaled->size(), 1);
        const auto paged = reader()->runs(
            {.search = u"state:stuck,open"_s, .limit = 1, .offset = 1, .now = start + std::chrono::minutes(62)});
        VERIFY_OK(paged);
        QCOMPARE(paged->size(), 1);
        QCOMPARE(paged->first().id.text(), u"r2"_s);
    }

    void whatWaitsLongerThanUsualIsStuck()
    {
        for (int i = 0; i < 5; ++i) {
            Story story(u"s%1"_s.arg(i), u"s%1"_s.arg(i));
            story.done(u"raise"_s).then(EventType::StepStarted, u"merge"_s);
            story.now += 60'000 + i * 10'000;
            story.then(EventType::StepSucceeded, u"merge"_s);
            tell(story);
        }
        Story waiting(u"w"_s, u"w"_s);
        waiting.done(u"raise"_s)
            .then(EventType::StepStarted, u"merge"_s)
            .then(EventType::StepWaiting, u"merge"_s, {{"for", "checks"}});
        tell(waiting);
        const auto since = waiting.run().step(StepId(u"merge"_s))->attempt()->startedAt;
        QCOMPARE(found(u"state:stuck"_s, since + Millis(101'000)), QString());
        QCOMPARE(found(u"state:stuck"_s, since + Millis(101'001)), u"w"_s);
        const auto runs = reader()->runs({.idPrefix = u"w"_s});
        QVERIFY(runs && !runs->first().stuck); // nobody said what time it is
        const auto known = reader()->runs({.idPrefix = u"w"_s, .now = since});
        VERIFY_OK(known);
        QCOMPARE(known->first().active.first().usual, std::optional(Millis(81'000)));
        QCOMPARE(known->first().active.first().usualMost, std::optional(Millis(101'000)));
    }

    void statisticsCountRunsAndWhatTheyTook()
    {
        for (int i = 0; i < 10; ++i) {
            Story story(u"s%1"_s.arg(i), u"s%1"_s.arg(i));
            story.now += i * 1'000'000;
            story.then(EventType::StepStarted, u"raise"_s);
            story.now += i * 10'000;
            story.then(EventType::StepSucceeded, u"raise"_s);
            if (i < 8)
                story.done(u"merge"_s);
            tell(story);
        }
        const auto statistics = reader()->statistics(u"small"_s);
        VERIFY_OK(statistics);
        QCOMPARE(statistics->runs, 10);
        QCOMPARE(statistics->states.value(RunState::Succeeded), 8);
        QCOMPARE(statistics->states.value(RunState::Running), 2);
        QCOMPARE(statistics->whole.count, 8);
        // Each took its raise and about five seconds; the median of eight is the fifth.
        QCOMPARE(statistics->whole.samples.size(), 8);
        QCOMPARE(statistics->whole.samples.first().run.text(), u"s7"_s);
        QCOMPARE(statistics->whole.median, statistics->whole.samples[3].took);
        QCOMPARE(statistics->steps.size(), 2);
        const auto& raise = statistics->steps[1];
        QCOMPARE(raise.step, u"raise"_s);
        QCOMPARE(raise.count, 10);
        QCOMPARE(raise.median, Millis(51'000));
        QCOMPARE(raise.p90, Millis(91'000));
        QCOMPARE(raise.samples.first().took, Millis(91'000));
        QCOMPARE(raise.failures, 0);
        QCOMPARE(raise.retries, 0);
        QCOMPARE(*reader()->workflowsWithRuns(), QStringList{u"small"_s});
        QCOMPARE(reader()->statistics(u"none"_s)->runs, 0);
    }

    void statisticsCountFailuresAndRetries()
    {
        const auto fails = [](Story& story, int attempt, bool forGood) {
            story.then(EventType::StepStarted, u"raise"_s, Json::object(), attempt);
            Json data = errorData(errc::serverError, u"502"_s);
            if (!forGood)
                data["retryAt"] = story.now + 1000;
            story.then(EventType::StepFailed, u"raise"_s, data, attempt);
        };
        Story good(u"good"_s, u"good"_s);
        fails(good, 1, false);
        good.then(EventType::StepStarted, u"raise"_s, Json::object(), 2)
            .then(EventType::StepSucceeded, u"raise"_s, Json::object(), 2);
        tell(good);
        Story bad(u"bad"_s, u"bad"_s);
        fails(bad, 1, false);
        fails(bad, 2, false);
        fails(bad, 3, true);
        tell(bad);
        Story never(u"never"_s, u"never"_s, [] {
            auto workflow = smallWorkflow();
            workflow["id"] = "other";
            return workflow;
        }());
        fails(never, 1, true);
        tell(never);
        const auto statistics = reader()->statistics(u"small"_s);
        VERIFY_OK(statistics);
        QCOMPARE(statistics->steps.size(), 1);
        QCOMPARE(statistics->steps.first().count, 1);
        QCOMPARE(statistics->steps.first().failures, 4); // of the one that went well in the end, too
        QCOMPARE(statistics->steps.first().retries, 3);
        QCOMPARE(statistics->whole.failures, 1);
        QCOMPARE(statistics->whole.retries, 3);
        // What never went well is in the history, too.
        const auto other = reader()->statistics(u"other"_s);
        VERIFY_OK(other);
        QCOMPARE(other->steps.size(), 1);
        QCOMPARE(other->steps.first().step, u"raise"_s);
        QCOMPARE(other->steps.first().count, 0);
        QCOMPARE(other->steps.first().failures, 1);
    }

    void credentialsAreNotFound()
    {
        Story story(u"r1"_s, u"alpha"_s);
        // Should one ever get as far as an error's text.
        story.then(EventType::StepStarted, u"raise"_s)
            .then(EventType::StepFailed, u"raise"_s,
                errorData(u"x.y"_s, u"refused ghp_abcdefghijklmnopqrstuvwxyz0123456789 here"_s));
        tell(story);
        QCOMPARE(found(u"refused here"_s), u"r1"_s);
        QCOMPARE(found(u"ghp_abcdefghijklmnopqrstuvwxyz0123456789"_s), QString());
        QCOMPARE(found(u"abcdefghijk"_s), QString());
    }

    void appendsAfterARestartAddOnlyNewWords()
    {
        Story story(u"r1"_s, u"alpha"_s);
        tell(story);
        VERIFY_OK(now(m_store->closeCleanly()));
        m_store.reset();
        auto store = m_fixture->open();
        VERIFY_OK(store);
        m_store = std::move(*store);
        const auto lease = now(m_store->claim(RunId(u"r1"_s)));
        VERIFY_OK(lease);
        story.then(EventType::NoteAdded, {}, {{"text", "alpha speaks"}});
        VERIFY_OK(now(m_store->append(*lease, story.run(), story.news())));
        QCOMPARE(found(u"note:speaks"_s), u"r1"_s);
        const auto report = verifyJournal(m_fixture->file(), kinds());
        VERIFY_OK(report);
        QVERIFY(report->isWhole());
    }

    void anAppendThatFailsLeavesNoWords()
    {
        Story story(u"r1"_s, u"alpha"_s);
        const auto lease = now(m_store->create(story.run(), story.news()));
        VERIFY_OK(lease);
        Story ahead = story;
        ahead.then(EventType::NoteAdded, {}, {{"text", "first"}}).then(EventType::NoteAdded, {}, {{"text", "second"}});
        VERIFY_CODE(now(m_store->append(*lease, ahead.run(), {ahead.all().back()})), errc::storeGuard);
        QCOMPARE(found(u"second"_s), QString());
        VERIFY_OK(now(m_store->append(*lease, ahead.run(), ahead.news())));
        QCOMPARE(found(u"second"_s), u"r1"_s);
        QVERIFY(verifyJournal(m_fixture->file(), kinds())->isWhole());
    }

    void anOlderStoreIsBroughtUpToDateWithItsLists()
    {
        tellFour();
        m_store.reset();
        {
            // As the version before left it, its own lists included.
            auto database = m_fixture->raw();
            VERIFY_OK(database);
            VERIFY_OK(runScript(**database, u":/migrations/002-views.sql"_s));
            VERIFY_OK((*database)->execute(u"PRAGMA user_version = 2"_s));
            VERIFY_OK((*database)->execute(u"DELETE FROM meta WHERE name = 'views'"_s));
        }
        VERIFY_CODE(SqliteReader::open(m_fixture->file()), errc::storeOlder);
        VERIFY_CODE(m_fixture->open(), errc::storeOlder);
        auto store = SqliteStore::open({m_fixture->file(), u"tests"_s, &kinds()}, m_fixture->clock);
        VERIFY_OK(store);
        m_store = std::move(*store);
        QVERIFY(m_store->openReport().viewsRebuilt);
        QCOMPARE(found(u"team:forestry"_s), u"r4 r3 r2"_s);
        QVERIFY(verifyJournal(m_fixture->file(), kinds())->isWhole());
    }

    //! They can be read, and do not say everything: who drives makes them anew, once, even after a good end.
    void listsOfTheProgramBeforeAreMadeAnew()
    {
        tellFour();
        VERIFY_OK(now(m_store->closeCleanly()));
        m_store.reset();
        {
            auto database = m_fixture->raw();
            VERIFY_OK(database);
            VERIFY_OK((*database)->execute(u"UPDATE view_run SET needs_you = 1 - needs_you"_s));
            VERIFY_OK((*database)->execute(u"UPDATE meta SET value = '3' WHERE name = 'views'"_s));
        }
        VERIFY_OK(SqliteReader::open(m_fixture->file()));
        for (const bool isFirst : {true, false}) {
            auto store = SqliteStore::open({m_fixture->file(), u"tests"_s, &kinds()}, m_fixture->clock);
            VERIFY_OK(store);
            QCOMPARE((*store)->openReport().viewsRebuilt, isFirst);
            QVERIFY(verifyJournal(m_fixture->file(), kinds())->isWhole());
            VERIFY_OK(now((*store)->closeCleanly()));
        }
    }
};

QTEST_GUILESS_MAIN(HistoryTests)
#include "history_tests.moc"
