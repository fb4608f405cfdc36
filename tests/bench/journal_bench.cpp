// SPDX-License-Identifier: GPL-3.0-or-later
// What the journal costs, beside the limits: journal_bench [TRANSITIONS] [RUNS]. Exits with 1 where a limit was passed.
// journal_bench --fill FILE RUNS: only makes a large store, for others to measure with.
// A disk's own speed differs a hundredfold between machines, so what counts is the ratio to bare commits of the same
// bytes, taken in turns with them in the same run.
#include "base/manual_clock.h"
#include "base/text.h"
#include "journal/event_rows.h"
#include "journal/sqlite_reader.h"
#include "journal/sqlite_store.h"
#include "journal/verify.h"
#include "large_store.h"
#include "steps/kinds.h"
#include "story.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTextStream>

#include <ctime>

using namespace slipway;
using namespace slipway::journal;
using namespace slipway::journal::test;

namespace {

bool passed = true;

//! Says how a measurement stands to its limit.
QString against(double measured, double limit, bool atLeast, const QString& unit)
{
    const bool good = atLeast ? measured >= limit : measured <= limit;
    passed = passed && good;
    return u"%1 (limit: %2 %3 %4)"_s.arg(good ? u"good"_s : u"MISSED"_s, atLeast ? u"at least"_s : u"at most"_s)
        .arg(limit)
        .arg(unit);
}

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
    // Within a few seconds the disk's own moods are larger than what is measured: a short run only tells.
    constexpr qint64 enough = 10'000;
    out() << u"  "_s
          << (done >= enough ? against(journal / plain, 0.7, true, u"times bare commits"_s)
                             : u"limit: at least 0.7 times bare commits; not judged in so short a run"_s)
          << u'\n';
    out() << u"  computed for one: %1 us, for a bare one: %2 us\n"_s
                 .arg(double(journalComputed) / 1e3 / double(done), 0, 'f', 1)
                 .arg(double(bareComputed) / 1e3 / double(done), 0, 'f', 1);
    out().flush();
}

template <class F>
void measure(const QString& what, F query, std::optional<double> limitMs = {})
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
    out() << u"  %1 best %2 ms, mean %3 ms (%4 found)%5\n"_s.arg(what, -38)
                 .arg(double(best) / 1e6, 0, 'f', 2)
                 .arg(double(sum) / rounds / 1e6, 0, 'f', 2)
                 .arg(found)
                 .arg(limitMs ? u" "_s + against(double(best) / 1e6, *limitMs, false, u"ms"_s) : QString());
}

void benchQueries(const QString& file, int runs)
{
    auto reader = need(SqliteReader::open(file));
    const RunId middle(u"b%1"_s.arg(runs / 2, 8, 10, QLatin1Char('0')));
    measure(u"first 200 runs"_s, [&] { return need(reader->runs({.limit = 200})).size(); });
    measure(u"all runs"_s, [&] { return need(reader->runs({})).size(); });
    constexpr double searchLimit = 100;
    const Timestamp now{1'700'000'100'000};
    for (const auto& search : {u"team-42 service"_s, u"team:team-42"_s, u"tf-svc-infra"_s, u"looked with team"_s,
             u"note:looked state:open"_s, u"state:stuck"_s, u"since:7d by:mia nothing-like-it"_s, u"ser"_s})
        measure(
            u"search: "_s + search,
            [&] { return need(reader->runs({.search = search, .limit = 200, .now = now})).size(); }, searchLimit);
    measure(u"statistics"_s, [&] { return need(reader->statistics(u"cdp-create-service"_s)).steps.size(); });
    measure(u"open runs"_s, [&] { return need(reader->runs({.open = true})).size(); });
    measure(u"events of one run"_s, [&] { return qsizetype(need(reader->events(middle)).size()); });
    measure(u"by subject"_s, [&] { return need(reader->resolve(u"service-17"_s)).text().size(); });
    measure(u"change counter"_s, [&] { return qsizetype(need(reader->changeCounter()) > 0); });
    measure(u"usual durations"_s, [&] { return need(reader->durations(u"cdp-create-service"_s)).size(); });
}

//! What an owner does before it drives: opens the store, takes every open run and folds it, in a process that is measured
//! from its start.
qsizetype driveReady(const QString& file, Clock& clock)
{
    auto store = need(SqliteStore::open({.file = file, .program = u"journal_bench"_s}, clock));
    std::vector<Run> runs;
    for (const auto& id : need(store->openRuns().result())) {
        need(store->claim(id).result());
        runs.push_back(need(fold(Run{}, need(store->events(id).result()), steps::kindRules())));
    }
    need(store->closeCleanly().result());
    return qsizetype(runs.size());
}

//! The most memory that this process had at a time, in KiB.
qint64 mostMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const auto& line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').first().toLongLong();
    return 0;
}

//! The child of benchReady().
int beReady(const QString& file)
{
    QElapsedTimer timer;
    timer.start();
    SystemClock clock;
    const auto runs = driveReady(file, clock);
    out() << runs << u' ' << timer.elapsed() << u' ' << mostMemory() << u'\n';
    return 0;
}

//! In a process of its own, so that its memory is that of an owner and not of a bench.
void benchReady(const QString& file)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {u"--ready"_s, file});
    child.waitForFinished(120'000);
    const auto told = QString::fromUtf8(child.readAllStandardOutput()).simplified().split(u' ');
    if (told.size() != 3)
        qFatal("an owner was not ready");
    const double ms = told[1].toDouble(), mib = told[2].toDouble() / 1024;
    out() << u"ready to drive %1 open runs after a clean end: %2 ms "_s.arg(told[0], told[1])
          << against(ms, 2'000, false, u"ms"_s) << u"; %1 MiB "_s.arg(mib, 0, 'f', 1)
          << against(mib, 60, false, u"MiB"_s) << u'\n';
}

int makeLarge(const QString& file, int runs)
{
    SystemClock clock;
    auto store = need(SqliteStore::open({file, u"journal_bench"_s}, clock));
    out() << u"%1 events\n"_s.arg(bench::fill(*store, runs));
    need(store->closeCleanly().result());
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--ready"_s)
        return beReady(arguments.value(2));
    if (arguments.value(1) == u"--fill"_s)
        return makeLarge(arguments.value(2), arguments.value(3).toInt());
    const int transitions = arguments.value(1, u"20000"_s).toInt();
    const int runs = arguments.value(2, u"10000"_s).toInt();
    QTemporaryDir folder;
    ManualClock clock;
    QElapsedTimer timer;
    auto store = need(SqliteStore::open({folder.filePath(u"transitions.db"_s), u"journal_bench"_s}, clock));
    benchTransitions(*store, folder.path(), transitions);
    store.reset();
    const auto file = folder.filePath(u"store.db"_s);
    store = need(SqliteStore::open({file, u"journal_bench"_s}, clock));
    timer.start();
    const auto events = bench::fill(*store, runs);
    out() << u"%1 runs, %2 events: written in %3 ms\n"_s.arg(runs).arg(events).arg(timer.elapsed());
    out().flush();
    if (runs > 0)
        benchQueries(file, runs);
    need(store->closeCleanly().result());
    out() << u"store: %1 MiB\n"_s.arg(double(QFileInfo(file).size()) / 1048576.0, 0, 'f', 1);
    store.reset();
    benchReady(file);
    timer.restart();
    store = need(SqliteStore::open({.file = file, .program = u"journal_bench"_s}, clock));
    out() << u"opening after a clean end: %1 ms\n"_s.arg(timer.elapsed());
    store.reset();
    timer.restart();
    store = need(SqliteStore::open({file, u"journal_bench"_s}, clock));
    out() << u"opening with a check after an unclean end: %1 ms\n"_s.arg(timer.elapsed());
    timer.restart();
    const auto report = need(verifyJournal(file, steps::kindRules()));
    out() << u"verify: %1 ms, %2 events, %3 findings\n"_s.arg(timer.elapsed())
                 .arg(report.events)
                 .arg(report.findings.size());
    return passed ? 0 : 1;
}
