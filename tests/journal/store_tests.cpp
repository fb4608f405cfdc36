// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/private_files.h"
#include "journal/summary.h"
#include "store_fixture.h"

#include <QSqlDatabase>

using namespace slipway;
using namespace slipway::journal;
using namespace slipway::journal::test;

//! The store through its port, and the reader beside it.
class StoreTests : public QObject {
    Q_OBJECT

    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<SqliteStore> m_store;

    Result<Lease> start(Story& story) { return now(m_store->create(story.run(), story.news())); }
    Result<void> append(const Lease& lease, Story& story)
    {
        return now(m_store->append(lease, story.run(), story.news()));
    }
    std::unique_ptr<SqliteReader> reader()
    {
        auto opened = SqliteReader::open(m_fixture->file());
        if (!opened)
            qFatal("%s", describe(opened.error()).constData());
        return std::move(*opened);
    }
    static QStringList idsOf(const Result<QList<RunSummary>>& runs)
    {
        QStringList ids;
        if (runs)
            for (const auto& run : *runs)
                ids << run.id.text();
        else
            ids << QString::fromUtf8(describe(runs.error()));
        return ids;
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
        QVERIFY2(QSqlDatabase::connectionNames().isEmpty(), "a connection's name was left behind");
    }

    void whatIsAppendedIsRead()
    {
        Story story(u"r1"_s, u"alpha"_s);
        const auto lease = start(story);
        VERIFY_OK(lease);
        story.done(u"raise"_s, {{"number", 11073456019LL}, {"title", "Größe \u2713 \"q\""}});
        VERIFY_OK(append(*lease, story));
        const auto events = now(m_store->events(RunId(u"r1"_s)));
        VERIFY_OK(events);
        QVERIFY(*events == story.all());
        const auto later = now(m_store->events(RunId(u"r1"_s), 3));
        VERIFY_OK(later);
        QCOMPARE(later->size(), 2u);
        QCOMPARE(later->front().sequence, 4);
        const auto folded = fold(Run{}, *events, kinds());
        VERIFY_OK(folded);
        QCOMPARE(folded->state, story.run().state);
    }

    void aSecondOpenRunOfASubjectIsRefusedAndNamed()
    {
        Story first(u"r1"_s, u"alpha"_s);
        const auto lease = start(first);
        VERIFY_OK(lease);
        Story second(u"r2"_s, u"alpha"_s);
        const auto refused = start(second);
        VERIFY_CODE(refused, errc::subjectTaken);
        QCOMPARE(textAt(refused.error().args, "subject"), u"alpha"_s);
        QCOMPARE(textAt(refused.error().args, "run"), u"r1"_s);
        QVERIFY(now(m_store->events(RunId(u"r2"_s)))->empty());
        // A failed run is open.
        first.then(EventType::StepStarted, u"raise"_s)
            .then(EventType::StepFailed, u"raise"_s, errorData(u"github.conflict"_s, u"no"_s));
        VERIFY_OK(append(*lease, first));
        QCOMPARE(first.run().state, RunState::Failed);
        Story third(u"r3"_s, u"alpha"_s);
        VERIFY_CODE(start(third), errc::subjectTaken);
        first.then(EventType::RunCancelled);
        VERIFY_OK(append(*lease, first));
        Story fourth(u"r4"_s, u"alpha"_s);
        VERIFY_OK(start(fourth));
        // And the old one cannot be taken up again beside it.
        first.then(EventType::UndoRequested, {}, {{"steps", {"raise"}}});
        QVERIFY(first.run().isOpen());
        VERIFY_CODE(append(*lease, first), errc::subjectTaken);
    }

    void openRunsAreThoseThatHaveNotEnded()
    {
        Story ended(u"r1"_s, u"alpha"_s), open(u"r2"_s, u"beta"_s);
        const auto lease = start(ended);
        VERIFY_OK(lease);
        VERIFY_OK(start(open));
        ended.done(u"raise"_s).done(u"merge"_s);
        QCOMPARE(ended.run().state, RunState::Succeeded);
        VERIFY_OK(append(*lease, ended));
        const auto runs = now(m_store->openRuns());
        VERIFY_OK(runs);
        QCOMPARE(*runs, QList<RunId>{RunId(u"r2"_s)});
    }

    void aNewGrantFencesTheOldHolder()
    {
        Story story(u"r1"_s, u"alpha"_s);
        const auto old = start(story);
        VERIFY_OK(old);
        const auto fresh = now(m_store->claim(RunId(u"r1"_s)));
        VERIFY_OK(fresh);
        QVERIFY(fresh->fence > old->fence);
        Story late = story;
        late.then(EventType::StepStarted, u"raise"_s);
        VERIFY_CODE(append(*old, late), errc::storeFenced);
        story.then(EventType::NoteAdded, {}, {{"text", "n"}});
        VERIFY_OK(append(*fresh, story));
        VERIFY_CODE(now(m_store->append(*old, late.run(), {late.all().back()})), errc::storeFenced);
        VERIFY_CODE(now(m_store->release(*old)), errc::storeFenced);
        QCOMPARE(now(m_store->events(RunId(u"r1"_s)))->size(), 2u);
        VERIFY_OK(now(m_store->release(*fresh)));
        story.then(EventType::NoteAdded, {}, {{"text", "o"}});
        VERIFY_CODE(append(*fresh, story), errc::storeFenced);
        VERIFY_CODE(now(m_store->claim(RunId(u"nothing"_s))), errc::runUnknown);
    }

    void aRefusedAppendLeavesNothingAndTheNextOneGoesOn()
    {
        Story story(u"r1"_s, u"alpha"_s);
        const auto lease = start(story);
        VERIFY_OK(lease);
        Story wrong = story;
        wrong.then(EventType::StepStarted, u"raise"_s).then(EventType::NoteAdded, {}, {{"text", "n"}});
        auto events = wrong.news();
        events.back().type = EventType::EffectSucceeded; // without its intent
        VERIFY_CODE(now(m_store->append(*lease, wrong.run(), events)), errc::storeGuard);
        QCOMPARE(now(m_store->events(RunId(u"r1"_s)))->size(), 1u);
        QCOMPARE(reader()->runs({})->first().sequence, 1);
        story.then(EventType::StepStarted, u"raise"_s);
        VERIFY_OK(append(*lease, story));
        // A gap, events of another run, a fold without them.
        Story gap = story;
        gap.then(EventType::NoteAdded).then(EventType::NoteAdded);
        VERIFY_CODE(now(m_store->append(*lease, gap.run(), {gap.all().back()})), errc::storeGuard);
        Story other(u"r2"_s, u"beta"_s);
        VERIFY_CODE(now(m_store->append(*lease, other.run(), other.news())), errc::storeGuard);
        VERIFY_CODE(now(m_store->append(*lease, story.run(), {gap.all().back()})), errc::storeGuard);
        VERIFY_CODE(now(m_store->append(*lease, story.run(), {})), errc::storeGuard);
        QCOMPARE(now(m_store->events(RunId(u"r1"_s)))->size(), 2u);
    }

    void theListShowsTheRunAsItsFold()
    {
        Story story(u"r1"_s, u"alpha"_s);
        const auto lease = start(story);
        VERIFY_OK(lease);
        story.done(u"raise"_s).then(EventType::StepStarted, u"merge"_s);
        story.then(EventType::StepWaiting, u"merge"_s, {{"for", "merge"}});
        VERIFY_OK(append(*lease, story));
        const auto runs = reader()->runs({});
        VERIFY_OK(runs);
        QCOMPARE(runs->size(), 1);
        const auto& shown = runs->first();
        QCOMPARE(shown.id, RunId(u"r1"_s));
        QCOMPARE(shown.workflow, u"small"_s);
        QCOMPARE(shown.subject, u"alpha"_s);
        QCOMPARE(shown.state, RunState::Waiting);
        QCOMPARE(shown.startedBy, u"mia"_s);
        QCOMPARE(shown.startedAt, story.all().front().at);
        QCOMPARE(shown.changedAt, story.all().back().at);
        QVERIFY(!shown.endedAt);
        QCOMPARE(shown.sequence, story.run().sequence);
        QCOMPARE(shown.step, u"merge"_s);
        QCOMPARE(shown.waitingFor, u"merge"_s);
        QVERIFY(shown.inputs == story.run().inputs);
        QVERIFY(shown.open);
        story.then(EventType::StepSucceeded, u"merge"_s);
        VERIFY_OK(append(*lease, story));
        const auto ended = reader()->runs({})->first();
        QVERIFY(!ended.open);
        QCOMPARE(ended.state, RunState::Succeeded);
        QCOMPARE(ended.endedAt, std::optional(story.all().back().at));
        QCOMPARE(ended.step, QString());
    }

    void searchesAndFilters()
    {
        for (int i = 0; i < 5; ++i) {
            Story story(u"r%1"_s.arg(i), u"Service-%1"_s.arg(i), smallWorkflow(),
                {{"name", "n"}, {"team", i < 2 ? "Fisheries" : "FORESTRY"}});
            const auto lease = start(story);
            VERIFY_OK(lease);
            if (i == 3)
                story.then(EventType::StepStarted, u"raise"_s)
                    .then(EventType::StepFailed, u"raise"_s,
                        errorData(u"github.conflict"_s, u"Merge conflict in 50%_done.json"_s));
            if (i == 4)
                story.done(u"raise"_s).done(u"merge"_s);
            if (i >= 3)
                VERIFY_OK(append(*lease, story));
        }
        const auto read = reader();
        QCOMPARE(idsOf(read->runs({})), (QStringList{u"r4"_s, u"r3"_s, u"r2"_s, u"r1"_s, u"r0"_s}));
        QCOMPARE(idsOf(read->runs({.search = u"fisheries"_s})), (QStringList{u"r1"_s, u"r0"_s}));
        QCOMPARE(idsOf(read->runs({.search = u" forestry  SERVICE-2 "_s})), (QStringList{u"r2"_s}));
        const auto ids = read->runs({.search = u"fisheries"_s, .idsOnly = true});
        QCOMPARE(idsOf(ids), (QStringList{u"r1"_s, u"r0"_s}));
        QCOMPARE(ids->first().subject, QString());
        QCOMPARE(idsOf(read->runs({.search = u"50%_done"_s})), (QStringList{u"r3"_s}));
        QCOMPARE(idsOf(read->runs({.search = u"%"_s})), QStringList()); // no word, and in no name
        QCOMPARE(idsOf(read->runs({.search = u"github.conflict"_s})), (QStringList{u"r3"_s}));
        QCOMPARE(idsOf(read->runs({.search = u"'"_s})), QStringList());
        QCOMPARE(idsOf(read->runs({.state = RunState::Failed})), (QStringList{u"r3"_s}));
        QCOMPARE(idsOf(read->runs({.open = false})), (QStringList{u"r4"_s}));
        QCOMPARE(idsOf(read->runs({.subject = u"Service-1"_s})), (QStringList{u"r1"_s}));
        QCOMPARE(idsOf(read->runs({.idPrefix = u"r"_s, .limit = 2, .offset = 1})), (QStringList{u"r3"_s, u"r2"_s}));
        QCOMPARE(idsOf(read->runs({.idPrefix = u"*"_s})), QStringList());
        QCOMPARE(idsOf(read->runs({.offset = 4})), (QStringList{u"r0"_s}));
    }

    void runsAreFoundByIdPrefixAndSubject()
    {
        for (const auto& [id, subject] :
            {std::pair(u"01aaa"_s, u"alpha"_s), {u"01aab"_s, u"beta"_s}, {u"02abc"_s, u"gamma"_s}}) {
            Story story(id, subject);
            const auto lease = start(story);
            VERIFY_OK(lease);
            story.done(u"raise"_s).done(u"merge"_s);
            VERIFY_OK(append(*lease, story));
        }
        Story again(u"03xyz"_s, u"alpha"_s);
        VERIFY_OK(start(again));
        const auto read = reader();
        QCOMPARE(read->resolve(u"01aaa"_s)->text(), u"01aaa"_s);
        QCOMPARE(read->resolve(u"02"_s)->text(), u"02abc"_s);
        QCOMPARE(read->resolve(u"02A"_s)->text(), u"02abc"_s);
        QCOMPARE(read->resolve(u"alpha"_s)->text(), u"03xyz"_s);
        QCOMPARE(read->resolve(u"beta"_s)->text(), u"01aab"_s);
        const auto ambiguous = read->resolve(u"01a"_s);
        VERIFY_CODE(ambiguous, errc::runAmbiguous);
        QCOMPARE(textsAt(ambiguous.error().args, "matches"), (QStringList{u"01aab"_s, u"01aaa"_s}));
        VERIFY_CODE(read->resolve(u"nothing"_s), errc::runUnknown);
        VERIFY_CODE(read->resolve(u""_s), errc::runUnknown);
        VERIFY_CODE(read->events(RunId(u"nothing"_s)), errc::runUnknown);
    }

    void theReaderSeesWhatIsWrittenWhileItIsOpen()
    {
        const auto read = reader();
        QCOMPARE(*read->changeCounter(), 0);
        Story one(u"r1"_s, u"alpha"_s), two(u"r2"_s, u"beta"_s);
        const auto lease = start(one);
        VERIFY_OK(lease);
        const auto counter = *read->changeCounter();
        QVERIFY(counter > 0);
        QCOMPARE(*read->changedSince(0), QList<RunId>{RunId(u"r1"_s)});
        QVERIFY(read->changedSince(counter)->isEmpty());
        VERIFY_OK(start(two));
        one.then(EventType::StepStarted, u"raise"_s);
        VERIFY_OK(append(*lease, one));
        QVERIFY(*read->changeCounter() > counter);
        QCOMPARE(*read->changedSince(counter), (QList<RunId>{RunId(u"r2"_s), RunId(u"r1"_s)}));
        QCOMPARE(read->events(RunId(u"r1"_s), 1)->size(), 1u);
    }

    void durationsAreThoseOfStepsThatSucceededNewestFirst()
    {
        for (int i = 0; i < 3; ++i) {
            Story story(u"r%1"_s.arg(i), u"s%1"_s.arg(i));
            story.now += i * 1'000'000;
            const auto lease = start(story);
            VERIFY_OK(lease);
            story.then(EventType::StepStarted, u"raise"_s);
            story.now += i * 10'000;
            story.then(EventType::StepSucceeded, u"raise"_s);
            if (i == 1)
                story.then(EventType::StepStarted, u"merge"_s)
                    .then(EventType::StepFailed, u"merge"_s, errorData(u"x"_s, u"y"_s));
            VERIFY_OK(append(*lease, story));
        }
        const auto durations = reader()->durations(u"small"_s);
        VERIFY_OK(durations);
        QCOMPARE(durations->size(), 1);
        QCOMPARE(durations->first().step, u"raise"_s);
        QCOMPARE(durations->first().ms, (QList<qint64>{21'000, 11'000, 1'000}));
        QVERIFY(reader()->durations(u"other"_s)->isEmpty());
    }

    void theStepThatMattersIsTheOneAPersonMustMove()
    {
        Story story(u"r1"_s, u"alpha"_s, serviceWorkflow());
        story.then(EventType::StepStarted, u"infra-raise"_s).then(EventType::StepStarted, u"config-raise"_s);
        story.then(EventType::StepWaiting, u"infra-raise"_s, {{"for", "checks"}});
        QCOMPARE(stepThatMatters(story.run())->id.text(), u"config-raise"_s); // running before waiting
        story.then(EventType::StepFailed, u"config-raise"_s, errorData(u"github.conflict"_s, u""_s));
        QCOMPARE(stepThatMatters(story.run())->id.text(), u"config-raise"_s);
        story.then(EventType::StepAsked, u"infra-raise"_s, errorData(u"gate.waiting"_s, u""_s));
        QCOMPARE(stepThatMatters(story.run())->id.text(), u"infra-raise"_s);
        QCOMPARE(summaryOf(story.run(), {}).state, RunState::NeedsYou);
    }

    void afterClosingNothingIsWritten()
    {
        Story story(u"r1"_s, u"alpha"_s);
        const auto lease = start(story);
        VERIFY_OK(lease);
        VERIFY_OK(now(m_store->closeCleanly()));
        VERIFY_OK(now(m_store->closeCleanly()));
        story.then(EventType::StepStarted, u"raise"_s);
        VERIFY_CODE(append(*lease, story), errc::storeReadOnly);
        VERIFY_CODE(now(m_store->claim(RunId(u"r1"_s))), errc::storeReadOnly);
        m_store.reset();
        auto again = m_fixture->open();
        VERIFY_OK(again);
        QVERIFY(!(*again)->openReport().wasUnclean);
        QCOMPARE(now((*again)->openRuns())->size(), 1);
        const auto claimed = now((*again)->claim(RunId(u"r1"_s)));
        VERIFY_OK(claimed);
        VERIFY_OK(now((*again)->append(*claimed, story.run(), {story.all().back()})));
    }

    void theLogIsMovedIntoTheFileWhenNothingHappens()
    {
        Story story(u"r1"_s, u"alpha"_s);
        VERIFY_OK(start(story));
        const auto inFile = [&] {
            const auto bytes = readFile(m_fixture->file());
            return bytes && bytes->contains("alpha");
        };
        QVERIFY(!inFile());
        m_fixture->clock.advance(Millis(6'000));
        QVERIFY(inFile());
    }
};

QTEST_GUILESS_MAIN(StoreTests)
#include "store_tests.moc"
