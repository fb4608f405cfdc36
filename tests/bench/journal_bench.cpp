// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what the journal costs; asserts nothing. journal_bench [TRANSITIONS] [RUNS]
// A disk's own speed differs a hundredfold between machines, so what counts is the ratio to bare commits of the same
// bytes, taken in turns with them in the same run.
#include "base/manual_clock.h"
#include "base/text.h"
#include "journal/event_rows.h"
#include "journal/sqlite_reader.h"
#include "journal/sqlite_store.h"
#include "journal/verify.h"
#include "story.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTextStream>

#include <ctime>

using namespace slipway;
using namespace slipway::journal;
using namespace slipway::journal::test;

namespace {

QTextStream& out()
{
    static QTextStream stream(stdout);
    return stream;
}

template <class T>
T need(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().code), toBytes(result.error().details).constData());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

void need(const Result<void>& result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().code), toBytes(result.error().details).constData());
}

//! Commits of one row with the bytes of one event and nothing else: no index, no check, no view.
class BareCommits {
public:
    explicit BareCommits(const QString& file)
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"bare"_s);
        database.setDatabaseName(file);
        if (!database.open())
            qFatal("no bare database");
        for (const auto& sql : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s,
                 u"CREATE TABLE bare (id INTEGER PRIMARY KEY, data TEXT NOT NULL) STRICT"_s})
            if (!QSqlQuery(database).exec(sql))
                qFatal("no bare table");
        for (auto [query, sql] : {std::pair(&m_begin, u"BEGIN IMMEDIATE"_s),
                 {&m_insert, u"INSERT INTO bare (data) VALUES (?)"_s}, {&m_commit, u"COMMIT"_s}}) {
            *query = std::make_unique<QSqlQuery>(database);
            if (!(*query)->prepare(sql))
                qFatal("no bare statement");
        }
    }
    ~BareCommits()
    {
        m_begin.reset();
        m_insert.reset();
        m_commit.reset();
        QSqlDatabase::database(u"bare"_s).close();
        QSqlDatabase::removeDatabase(u"bare"_s);
    }

    void commit(const QString& data)
    {
        m_insert->bindValue(0, data);
        if (!m_begin->exec() || !m_insert->exec() || !m_commit->exec())
            qFatal("no bare commit");
    }

private:
    std::unique_ptr<QSqlQuery> m_begin, m_insert, m_commit;
};

//! The events of a run of the service workflow, each appended by itself: a transition.
struct Transition {
    Run after;
    Events events;
    QString bytes; //!< as many as the event's row has
};

std::vector<Transition> transitionsOf(Story& story)
{
    std::vector<Transition> all;
    const auto take = [&] {
        for (auto& event : story.news()) {
            const auto bytes = QString(qsizetype(toBytes(toJson(event)).size()) + 64, u'x');
            all.push_back({story.run(), {event}, bytes});
        }
    };
    for (const auto& step : story.run().workflow->steps) {
        const Json effect{{"effect", step.id.utf8() + "/1/1"}};
        story.then(EventType::StepStarted, step.id.text(), {{"by", "engine"}});
        take();
        story.then(EventType::EffectIntended, step.id.text(),
            {{"effect", step.id.utf8() + "/1/1"}, {"name", "createPullRequest"}, {"class", "natural key"},
                {"target",
                    {{"repository", "DEFRA/tf-svc-infra"}, {"branch", "add-to-tenant-services-1695303440080"}}}});
        take();
        story.then(EventType::EffectSucceeded, step.id.text(), effect);
        take();
        story.then(EventType::StepWaiting, step.id.text(), {{"for", "checks"}});
        take();
        story.then(EventType::StepSucceeded, step.id.text(),
            {{"outputs", {{"number", 225}, {"url", "https://github.com/DEFRA/tf-svc-infra/pull/225"}}}});
        take();
    }
    return all;
}

//! Time that this process computed, which other programs on the machine do not lengthen.
qint64 computedNs()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

void benchTransitions(SqliteStore& store, const QString& folder, int wanted)
{
    BareCommits bare(folder + u"/bare.db"_s);
    qint64 done = 0, journalNs = 0, bareNs = 0, journalComputed = 0, bareComputed = 0;
    for (int n = 0; done < wanted; ++n) {
        Story story(u"a%1"_s.arg(n, 8, 10, QLatin1Char('0')), u"bench-%1"_s.arg(n), serviceWorkflow(),
            {{"repositoryName", "bench"}, {"serviceType", "cdp-node-backend-template"}, {"owningTeam", "fisheries"}});
        const auto lease = need(store.create(story.run(), story.news()).result());
        const auto transitions = transitionsOf(story);
        QElapsedTimer timer;
        timer.start();
        auto computed = computedNs();
        for (const auto& [after, events, bytes] : transitions)
            need(store.append(lease, after, events).result());
        journalNs += timer.nsecsElapsed();
        journalComputed += computedNs() - computed;
        timer.restart();
        computed = computedNs();
        for (const auto& transition : transitions)
            bare.commit(transition.bytes);
        bareNs += timer.nsecsElapsed();
        bareComputed += computedNs() - computed;
        done += qint64(transitions.size());
    }
    const double journal = double(done) * 1e9 / double(journalNs), plain = double(done) * 1e9 / double(bareNs);
    out() << u"durable transitions: %1/s, bare commits of the same bytes: %2/s, ratio %3 (%4 of each)\n"_s
                 .arg(journal, 0, 'f', 0)
                 .arg(plain, 0, 'f', 0)
                 .arg(journal / plain, 0, 'f', 2)
                 .arg(done);
    out() << u"  computed for one: %1 us, for a bare one: %2 us\n"_s
                 .arg(double(journalComputed) / 1e3 / double(done), 0, 'f', 1)
                 .arg(double(bareComputed) / 1e3 / double(done), 0, 'f', 1);
    out().flush();
}

void fill(SqliteStore& store, int runs)
{
    QElapsedTimer timer;
    timer.start();
    Story story(u"b"_s, u"template"_s, serviceWorkflow(),
        {{"repositoryName", "bench"}, {"serviceType", "cdp-node-backend-template"}, {"owningTeam", "fisheries"}});
    for (const auto& step : story.run().workflow->steps)
        story.done(step.id.text());
    const auto all = story.news();
    for (int i = 0; i < runs; ++i) {
        auto run = story.run();
        run.id = RunId(u"b%1"_s.arg(i, 8, 10, QLatin1Char('0')));
        run.subject = u"service-%1"_s.arg(i);
        run.inputs["repositoryName"] = run.subject.toStdString();
        run.inputs["owningTeam"] = "team-" + std::to_string(i % 97);
        auto events = all;
        for (auto& event : events)
            event.run = run.id;
        events.front().data["subject"] = run.subject.toStdString();
        events.front().data["inputs"] = run.inputs;
        need(store.create(run, events).result());
    }
    out() << u"%1 finished runs of %2 events: written in %3 ms\n"_s.arg(runs).arg(all.size()).arg(timer.elapsed());
}

template <class F>
void measure(const QString& what, F query)
{
    constexpr int rounds = 5;
    qsizetype found = 0;
    qint64 best = std::numeric_limits<qint64>::max(), sum = 0;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        found = query();
        best = std::min(best, timer.nsecsElapsed());
        sum += timer.nsecsElapsed();
    }
    out() << u"  %1 best %2 ms, mean %3 ms (%4 found)\n"_s.arg(what, -38)
                 .arg(double(best) / 1e6, 0, 'f', 2)
                 .arg(double(sum) / rounds / 1e6, 0, 'f', 2)
                 .arg(found);
}

void benchQueries(const QString& file, int runs)
{
    auto reader = need(SqliteReader::open(file));
    const RunId middle(u"b%1"_s.arg(runs / 2, 8, 10, QLatin1Char('0')));
    measure(u"first 200 runs"_s, [&] { return need(reader->runs({.limit = 200})).size(); });
    measure(u"all runs"_s, [&] { return need(reader->runs({})).size(); });
    measure(u"search for one team"_s, [&] { return need(reader->runs({.search = u"team-42 service"_s})).size(); });
    measure(u"open runs"_s, [&] { return need(reader->runs({.open = true})).size(); });
    measure(u"events of one run"_s, [&] { return qsizetype(need(reader->events(middle)).size()); });
    measure(u"by subject"_s, [&] { return need(reader->resolve(u"service-17"_s)).text().size(); });
    measure(u"change counter"_s, [&] { return qsizetype(need(reader->changeCounter()) > 0); });
    measure(u"usual durations"_s, [&] { return need(reader->durations(u"cdp-create-service"_s)).size(); });
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    const int transitions = arguments.value(1, u"20000"_s).toInt();
    const int runs = arguments.value(2, u"10000"_s).toInt();
    QTemporaryDir folder;
    ManualClock clock;
    const auto file = folder.filePath(u"store.db"_s);
    auto store = need(SqliteStore::open({file, u"journal_bench"_s}, clock));
    benchTransitions(*store, folder.path(), transitions);
    fill(*store, runs);
    if (runs > 0)
        benchQueries(file, runs);
    need(store->closeCleanly().result());
    out() << u"store: %1 MiB\n"_s.arg(double(QFileInfo(file).size()) / 1048576.0, 0, 'f', 1);
    QElapsedTimer timer;
    timer.start();
    store.reset();
    store = need(SqliteStore::open({file, u"journal_bench"_s}, clock));
    out() << u"opening after a clean end: %1 ms\n"_s.arg(timer.elapsed());
    store.reset();
    timer.restart();
    store = need(SqliteStore::open({file, u"journal_bench"_s}, clock));
    out() << u"opening with a check after an unclean end: %1 ms\n"_s.arg(timer.elapsed());
    timer.restart();
    const auto report = need(verifyJournal(file, kinds()));
    out() << u"verify: %1 ms, %2 events, %3 findings\n"_s.arg(timer.elapsed())
                 .arg(report.events)
                 .arg(report.findings.size());
    return 0;
}
