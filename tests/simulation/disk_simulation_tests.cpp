// SPDX-License-Identifier: GPL-3.0-or-later
// The whole engine on a disk whose n-th call fails, for every n of a creation: whatever the store does not take holds it up,
// and nothing else comes of it.
#include "disk_simulation.h"

#include "base/manual_clock.h"
#include "base/text.h"
#include "cdp_creations.h"
#include "journal/passing.h"
#include "journal/sqlite_store.h"
#include "steps/kinds.h"
#include "workflow/fold.h"
#include "workflow/handle.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QHashSeed>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace simulation;
using namespace slipway;

namespace {

constexpr quint64 kSeed = 1;

struct Failure {
    const char* name;
    FailingDisk::Kind kind;
    int code;
    bool inEveryWay = true;
};
constexpr std::array kFailures{
    Failure{"disk full", FailingDisk::Write, SQLITE_FULL},
    Failure{"write error", FailingDisk::Write, SQLITE_IOERR_WRITE, false}, // for the engine it is what a full disk is
    Failure{"sync error", FailingDisk::Sync, SQLITE_IOERR_FSYNC},
    Failure{"read error", FailingDisk::Read, SQLITE_IOERR_READ},
};
//! Only in the long form.
constexpr std::array kFurther{
    Failure{"truncate error", FailingDisk::Truncate, SQLITE_IOERR_TRUNCATE},
    Failure{"not opened", FailingDisk::Open, SQLITE_CANTOPEN},
    Failure{"anything fails", FailingDisk::Any, SQLITE_IOERR, false},
};

using Way = DiskFault::Way;
const std::array kWays{u"once"_s, u"for a while"_s, u"while the program ended"_s, u"of two programs"_s};

struct Tally {
    qint64 cases = 0, faults = 0, reached = 0, openings = 0, told = 0, requests = 0, intents = 0, lookedUp = 0;
    qint64 duplicates = 0, lost = 0, endedWell = 0, waiting = 0;
    QStringList problems;

    void play(const Failure& failure, qint64 call, Way way)
    {
        const auto report = simulateDisk(kSeed, {failure.kind, failure.code, call, way});
        ++cases;
        faults += report.faults;
        reached += report.faults > 0;
        openings += report.openings;
        told += report.wasTold;
        requests += report.requests;
        intents += report.intents;
        lookedUp += report.lookedUp;
        duplicates += report.duplicates.size();
        lost += report.lost.size();
        endedWell += report.endedWell;
        waiting += report.waits;
        for (const auto& problem : report.duplicates + report.lost + report.wrong)
            problems += u"%1 at call %2, %3: %4"_s.arg(QString::fromLatin1(failure.name))
                            .arg(call)
                            .arg(kWays.at(std::size_t(way)), problem);
    }

    void print(qint64 ms) const
    {
        for (const auto& problem : problems.mid(0, 20))
            std::printf("   %s\n", qUtf8Printable(problem));
        std::printf("disk simulation: seed %llu, %lld cases, %lld faults, %lld duplicates, %lld lost, %lld ended well, "
                    "%lld waiting for a person, %lld s (%lld requests for %lld intents, %lld looked up, %lld openings "
                    "refused)\n",
            kSeed, cases, faults, duplicates, lost, endedWell, waiting, ms / 1000, requests, intents, lookedUp,
            openings);
        std::fflush(stdout);
    }

    void verify() const
    {
        QVERIFY2(problems.isEmpty(), qUtf8Printable(problems.value(0)));
        QCOMPARE(endedWell, cases);
        // A trivial pass would be one in which nothing fails.
        QVERIFY(cases > 0 && reached >= cases * 95 / 100);
        QVERIFY(told > 0 && openings > 0 && lookedUp > 0);
    }
};

} // namespace

class DiskSimulationTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"slipway.*=false"_s); }

    void onADiskThatIsWellNothingIsTold()
    {
        const auto report = simulateDisk(kSeed, {});
        QVERIFY2(report.isGood(), qUtf8Printable((report.duplicates + report.lost + report.wrong).value(0)));
        QVERIFY(report.endedWell && !report.wasTold);
        QCOMPARE(report.requests, report.intents);
        QCOMPARE(report.openings, 0);
        QVERIFY(report.requests > 8 && report.calls[FailingDisk::Any] > 500);
    }

    //! Else a person would put a copy back for a disk that did not answer once.
    void aPageThatCannotBeReadIsNoDamage()
    {
        QTemporaryDir folder;
        ManualClock clock;
        const auto sandbox = sandbox::Sandbox::start({.listens = false, .clock = &clock});
        const auto& kinds = steps::kindRules();
        const auto start = startOf(creation(0), **sandbox, CommandId(u"start"_s), clock.now());
        const auto events = handle(Run{}, start, kinds);
        const auto open = [&] {
            return journal::SqliteStore::open(
                {.file = folder.filePath(u"s/store.db"_s), .program = u"simulation"_s, .kinds = &kinds}, clock);
        };
        {
            const auto store = open(); // nobody closes it, so the next ones check the file
            QVERIFY((*store)->create(*fold(Run{}, *events, kinds), *events).result());
        }
        int refused = 0;
        for (qint64 call = 1;; ++call) {
            FailingDisk::failAt(call, FailingDisk::Read, SQLITE_IOERR_READ);
            const auto opened = open();
            if (FailingDisk::failed() == 0)
                break;
            if (!opened)
                QVERIFY2(journal::isPassing(opened.error()), toBytes(toJson(opened.error())).constData());
            refused += !opened;
        }
        FailingDisk::heal();
        QVERIFY(refused > 20);
    }

    //! Calls of the opening, of intents, of what came of them and of the end, each in another way.
    void someCalls()
    {
        Tally tally;
        QElapsedTimer timer;
        timer.start();
        const auto well = simulateDisk(kSeed, {}), killed = simulateDisk(kSeed, {.way = Way::OnceOfTwoPrograms});
        for (std::size_t i = 0; i < kFailures.size(); ++i) {
            const auto& failure = kFailures[i];
            const qint64 calls = well.calls[failure.kind];
            const qint64 intent = well.atRequests[qsizetype(i) * 3 % well.atRequests.size()][failure.kind];
            tally.play(failure, 3 + qint64(i) * 4, i % 2 == 0 ? Way::Lasting : Way::Once);
            tally.play(failure, intent, Way::Lasting);
            tally.play(failure, std::min(intent + 1, calls), i % 2 == 0 ? Way::Once : Way::LastingBeyondTheProgram);
            // The second program's first call, and then others.
            tally.play(failure, killed.atRequests[3][failure.kind] + 1 + qint64(i) * 10, Way::OnceOfTwoPrograms);
        }
        tally.print(timer.elapsed());
        tally.verify();
    }

    void everyCall()
    {
        if (qEnvironmentVariableIntValue("SLIPWAY_EVERY_CALL") == 0)
            QSKIP("The long form: SLIPWAY_EVERY_CALL=1.");
        Tally tally;
        QElapsedTimer timer;
        timer.start();
        std::vector<Failure> failures(kFailures.begin(), kFailures.end());
        failures.insert(failures.end(), kFurther.begin(), kFurther.end());
        const auto well = simulateDisk(kSeed, {}), killed = simulateDisk(kSeed, {.way = Way::OnceOfTwoPrograms});
        for (const auto& failure : failures) {
            for (qint64 call = 1; call <= well.calls[failure.kind]; ++call) {
                tally.play(failure, call, Way::Once);
                if (failure.inEveryWay)
                    tally.play(failure, call, call % 2 == 0 ? Way::Lasting : Way::LastingBeyondTheProgram);
            }
            if (!failure.inEveryWay)
                continue;
            // Up to the kill they are the same.
            for (qint64 call = killed.atRequests[3][failure.kind] + 1; call <= killed.calls[failure.kind]; ++call)
                tally.play(failure, call, Way::OnceOfTwoPrograms);
        }
        tally.print(timer.elapsed());
        tally.verify();
    }
};

int main(int argc, char** argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    // In memory: it is not the speed of a disk that is tried.
    if (QFileInfo(u"/dev/shm"_s).isWritable())
        qputenv("TMPDIR", "/dev/shm");
    FailingDisk::install();
    QCoreApplication application(argc, argv);
    DiskSimulationTests tests;
    return QTest::qExec(&tests, argc, argv);
}
#include "disk_simulation_tests.moc"
