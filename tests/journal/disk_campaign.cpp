// SPDX-License-Identifier: GPL-3.0-or-later
// Lets each call of the journal to the disk fail, one after the other, and each way it can fail, while a run is driven:
// disk_campaign [--long]. Prints one line; exits with 1 where a promise was broken.
//
// What counts is what an engine would do: it acts only after the store took the intent, keeps what came of it until the
// store takes that, too, and goes on from the journal after a restart.
#include "base/text.h"
#include "failing_disk.h"
#include "journal/verify.h"
#include "store_fixture.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QTextStream>

#include <sqlite3.h>

using namespace slipway;
using namespace slipway::journal;
using namespace slipway::journal::test;

namespace {

struct Failure {
    const char* name;
    FailingDisk::Kind kind;
    int code;
    qint64 more; //!< how many calls after the n-th fail as well
};
constexpr std::array shortList{
    Failure{"disk full", FailingDisk::Write, SQLITE_FULL, 0},
    Failure{"write error", FailingDisk::Write, SQLITE_IOERR_WRITE, 3},
    Failure{"sync error", FailingDisk::Sync, SQLITE_IOERR_FSYNC, 0},
    Failure{"read error", FailingDisk::Read, SQLITE_IOERR_READ, 0},
};
constexpr std::array longList{
    Failure{"disk full for long", FailingDisk::Write, SQLITE_FULL, 40},
    Failure{"truncate error", FailingDisk::Truncate, SQLITE_IOERR_TRUNCATE, 0},
    Failure{"not opened", FailingDisk::Open, SQLITE_CANTOPEN, 0},
    Failure{"locked", FailingDisk::Lock, SQLITE_BUSY, 2},
    Failure{"read-only", FailingDisk::Write, SQLITE_READONLY, 1},
    Failure{"no memory", FailingDisk::Any, SQLITE_NOMEM, 0},
    Failure{"anything fails", FailingDisk::Any, SQLITE_IOERR, 0},
};

struct Tally {
    qint64 cases = 0, faults = 0, duplicates = 0, lost = 0, ended = 0;
    QStringList broken;
};

//! What happened in the world outside: effects by name, and how often.
using World = QHash<QString, int>;

//! One process: drives the run as far as the disk lets it, at most `patience` refusals. True: it reached the end.
class Driver {
public:
    Driver(const QString& file, ManualClock& clock, World& world, QSet<QString>& acknowledged)
        : m_file(file)
        , m_clock(clock)
        , m_world(world)
        , m_acknowledged(acknowledged)
    { }

    bool drive()
    {
        auto store = SqliteStore::open({.file = m_file, .program = u"campaign"_s, .kinds = &kinds()}, m_clock);
        if (!store)
            return false;
        m_store = std::move(*store);
        const bool done = go();
        if (done && !m_store->closeCleanly().result())
            return false; // the next process reads what the log has
        m_store.reset();
        return done;
    }

private:
    bool go()
    {
        const RunId id(u"r1"_s);
        const auto open = m_store->openRuns().result();
        if (!open)
            return false;
        const auto known = m_store->events(id).result();
        if (!known)
            return false;
        if (known->empty()) {
            Story story(u"r1"_s, u"alpha"_s);
            const auto created = m_store->create(story.run(), story.news()).result();
            if (!created)
                return false;
            m_lease = *created;
            m_run = story.run();
        } else {
            const auto lease = m_store->claim(id).result();
            auto run = fold(Run{}, *known, kinds());
            if (!lease || !run)
                return false;
            m_lease = *lease;
            m_run = std::move(*run);
        }
        for (const auto& step : {u"raise"_s, u"merge"_s})
            if (!stepDone(step))
                return false;
        return true;
    }

    bool stepDone(const QString& step)
    {
        const QString effect = step + u"/1/1"_s;
        const Json named{{"effect", effect.toStdString()}};
        const auto* state = m_run.step(StepId(step));
        if (state->isDone())
            return true;
        if (state->attempts.isEmpty() && !add(EventType::StepStarted, step, {{"by", "engine"}}))
            return false;
        state = m_run.step(StepId(step));
        const auto& effects = state->attempts.last().effects;
        if (effects.isEmpty()) {
            if (!add(EventType::EffectIntended, step, named))
                return false;
            m_acknowledged.insert(effect);
            ++m_world[effect]; // the request is sent
            if (!insist(EventType::EffectSucceeded, step, named))
                return false;
        } else if (effects.last().state == EffectState::Intended) {
            // Of an earlier process: nobody knows what came of it. It is looked up, never sent again.
            Json unknown = named;
            unknown["error"] = toJson(Error{.code = u"x.lost"_s});
            unknown["notBefore"] = 1;
            if (!insist(EventType::EffectUnknown, step, unknown))
                return false;
        }
        state = m_run.step(StepId(step));
        if (state->attempts.last().effects.last().state == EffectState::Unknown) {
            Json resolved = named;
            const bool there = m_world.value(effect) > 0;
            resolved["outcome"] = "succeeded";
            if (!there)
                ++m_world[effect]; // it is not there: decided again; here the same intent stands for it
            if (!insist(EventType::EffectResolved, step, resolved))
                return false;
        }
        return insist(EventType::StepSucceeded, step, Json::object());
    }

    bool add(EventType type, const QString& step, Json data)
    {
        const Event event{.run = m_run.id,
            .sequence = m_run.sequence + 1,
            .at = m_clock.now(),
            .actor = u"engine"_s,
            .type = type,
            .step = StepId(step),
            .attempt = 1,
            .data = std::move(data)};
        auto after = fold(m_run, event, kinds());
        if (!after)
            qFatal("the campaign's own event does not fold");
        if (!m_store->append(m_lease, *after, {event}).result())
            return false;
        m_run = std::move(*after);
        return true;
    }

    //! What is known is kept and journaled when the disk allows; a process has some patience before it is ended.
    bool insist(EventType type, const QString& step, const Json& data)
    {
        for (int tries = 0; tries < 60; ++tries)
            if (add(type, step, data))
                return true;
        return false;
    }

    QString m_file;
    ManualClock& m_clock;
    World& m_world;
    QSet<QString>& m_acknowledged;
    std::unique_ptr<SqliteStore> m_store;
    Lease m_lease;
    Run m_run;
};

void judge(const Failure& failure, qint64 n, const QString& file, const World& world, const QSet<QString>& acknowledged,
    bool ended, Tally& tally)
{
    const auto name = u"%1 at call %2: "_s.arg(QString::fromLatin1(failure.name)).arg(n);
    ++tally.cases;
    for (const auto& [effect, times] : world.asKeyValueRange())
        if (times > 1) {
            ++tally.duplicates;
            tally.broken += name + effect + u" took place twice"_s;
        }
    const auto report = verifyJournal(file, kinds());
    if (!report || !report->isWhole()) {
        ++tally.lost;
        tally.broken += name + u"the journal is not whole "_s
            + (report ? report->findings.first().text : QString::fromUtf8(describe(report.error())));
        return;
    }
    auto reader = SqliteReader::open(file);
    const auto events = reader ? (*reader)->events(RunId(u"r1"_s)) : Result<Events>(reader.error());
    QSet<QString> journaled;
    if (events)
        for (const auto& event : *events)
            if (event.type == EventType::EffectIntended)
                journaled.insert(textAt(event.data, "effect"));
    for (const auto& effect : acknowledged)
        if (!journaled.contains(effect)) {
            ++tally.lost;
            tally.broken += name + effect + u" was sent and its intent is not in the journal"_s;
        }
    if (ended)
        ++tally.ended;
    else
        tally.broken += name + u"the run did not end once the disk was well"_s;
}

//! How many calls of the kind a whole life of the run makes.
qint64 callsOf(FailingDisk::Kind kind, const QString& root)
{
    QTemporaryDir folder(root + u"/disk-XXXXXX"_s);
    ManualClock clock;
    World world;
    QSet<QString> acknowledged;
    FailingDisk::heal();
    if (!Driver(folder.filePath(u"s/store.db"_s), clock, world, acknowledged).drive())
        qFatal("the run does not end on a disk that is well");
    return FailingDisk::calls(kind);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QLoggingCategory::setFilterRules(u"slipway.*=false"_s);
    const bool isLong = QCoreApplication::arguments().contains(u"--long"_s);
    FailingDisk::install();
    // In memory: it is not the speed of a disk that is tried.
    const auto root = QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm"_s : QDir::tempPath();
    QElapsedTimer timer;
    timer.start();
    Tally tally;
    QList<Failure> failures(shortList.begin(), shortList.end());
    if (isLong)
        failures.append(QList<Failure>(longList.begin(), longList.end()));
    for (const auto& failure : failures) {
        const auto calls = callsOf(failure.kind, root);
        for (qint64 n = 1; n <= calls; ++n) {
            QTemporaryDir folder(root + u"/disk-XXXXXX"_s);
            const auto file = folder.filePath(u"s/store.db"_s);
            ManualClock clock;
            World world;
            QSet<QString> acknowledged;
            FailingDisk::failAt(n, failure.kind, failure.code, failure.more);
            bool ended = Driver(file, clock, world, acknowledged).drive();
            tally.faults += FailingDisk::failed();
            FailingDisk::heal();
            for (int restarts = 0; !ended && restarts < 3; ++restarts)
                ended = Driver(file, clock, world, acknowledged).drive();
            judge(failure, n, file, world, acknowledged, ended, tally);
        }
    }
    QTextStream out(stdout);
    out << u"seed none, %1 cases, %2 faults, %3 duplicates, %4 lost, %5 ended, 0 waiting, %6 s\n"_s.arg(tally.cases)
               .arg(tally.faults)
               .arg(tally.duplicates)
               .arg(tally.lost)
               .arg(tally.ended)
               .arg(timer.elapsed() / 1000);
    for (const auto& line : tally.broken.mid(0, 20))
        out << u"  "_s << line << u'\n';
    return tally.broken.isEmpty() && tally.faults > 0 ? 0 : 1;
}
