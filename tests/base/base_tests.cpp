// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/error_codes.h"
#include "base/ids.h"
#include "base/logging.h"
#include "base/loopback.h"
#include "base/manual_clock.h"
#include "base/private_files.h"
#include "base/redaction.h"
#include "base/result.h"
#include "base/secret.h"
#include "base/text.h"
#include "base/thread_door.h"
#include "base/when_done.h"

#include <QPromise>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace slipway;

class BaseTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void deepJsonIsRefusedBeforeItCanOverflowTheStack()
    {
        const auto deep = QByteArray(1'000'000, '[');
        const auto result = parseJson(deep);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, errc::jsonInvalid);
        QVERIFY(parseJson(QByteArray(60, '[') + QByteArray(60, ']')).ok());
    }

    void jsonKeepsOrderAndLargeNumbers()
    {
        const auto result = parseJson(R"({"zone":1,"mongo":9007199254740993,"a":11073456019})");
        QVERIFY(result.ok());
        QCOMPARE(toBytes(*result), QByteArray(R"({"zone":1,"mongo":9007199254740993,"a":11073456019})"));
    }

    void duplicateNamesAndSyntaxErrorsSayWhere()
    {
        const auto twice = parseJson("{\"a\":1,\n\"a\":2}");
        QVERIFY(!twice.ok());
        QVERIFY(textAt(twice.error().args, "reason").contains(u"twice"_s));
        QByteArray many = "{";
        for (int i = 0; i < 200'000; ++i)
            many += "\"n" + QByteArray::number(i) + "\":1,";
        const auto whole = parseJson(many + "\"last\":2}"); // with a look through all names for each: minutes
        QVERIFY(whole);
        QCOMPARE(whole->size(), 200'001U);
        QCOMPARE(integerAt(*whole, "n199999"), 1);
        QVERIFY(!parseJson(many + "\"n3\":2}").ok());
        const auto broken = parseJson("{\n  \"a\": tru\n}");
        QVERIFY(!broken.ok());
        QCOMPARE(integerAt(broken.error().args, "line"), 2);
    }

    void manualClockFiresInOrderAndAtTheRightMoment()
    {
        ManualClock clock({1000});
        QStringList seen;
        auto later = clock.after(Millis(20), this, [&] { seen << u"20@%1"_s.arg(clock.now().ms); });
        auto sooner = clock.after(Millis(10), this, [&] { seen << u"10@%1"_s.arg(clock.now().ms); });
        auto cancelled = clock.after(Millis(15), this, [&] { seen << u"never"_s; });
        cancelled.cancel();
        clock.advance(Millis(30));
        QCOMPARE(seen, (QStringList{u"10@1010"_s, u"20@1020"_s}));
        QCOMPARE(clock.now().ms, 1030);
        QVERIFY(later.isPending() && sooner.isPending());
    }

    void scalingDividesDurationsButRespectsTheFloor()
    {
        const ManualClock clock({0}, 100);
        QCOMPARE(clock.scaled(Millis(30'000)), Millis(300));
        QCOMPARE(clock.scaled(Millis(30'000), Millis(1000)), Millis(1000));
    }

    void aClockThatIsSetMovesNoWait()
    {
        for (const Millis jump : {Millis(-3'600'000), Millis(86'400'000), Millis(-1'000), Millis(400'000'000'000)}) {
            ManualClock clock({1'700'000'000'000});
            QObject context;
            QList<Millis> called;
            const auto first = clock.after(Millis(5'000), &context, [&] { called += clock.uptime(); });
            const auto second = clock.at(clock.now() + Millis(9'000), &context, [&] { called += clock.uptime(); });
            clock.advance(Millis(1'000));
            clock.jump(jump);
            clock.advance(Millis(0));
            QVERIFY(called.isEmpty());
            QCOMPARE(clock.now(), (Timestamp{1'700'000'001'000}) + jump);
            QCOMPARE(clock.next(), std::optional(clock.now() + Millis(4'000)));
            clock.advance(Millis(60'000));
            QCOMPARE(called, (QList<Millis>{Millis(5'000), Millis(9'000)}));
        }
    }

    void afterASleepWhatFellDueIsCalledOnce()
    {
        ManualClock clock;
        QObject context;
        int ticks = 0;
        Timer timer;
        std::function<void()> again = [&] { timer = clock.after(Millis(1'000), &context, [&] { ++ticks, again(); }); };
        again();
        clock.sleep(std::chrono::hours(72));
        QCOMPARE(ticks, 1); // not once for each second that was slept away
        clock.advance(Millis(3'000));
        QCOMPARE(ticks, 4);
    }

    void aWaitOfWeeksNeitherOverflowsNorEndsAtOnce()
    {
        SystemClock clock;
        QObject context;
        int calls = 0;
        const auto weeks = clock.after(std::chrono::hours(24 * 40), &context, [&] { ++calls; });
        const auto years = clock.at(Timestamp{4'102'444'800'000}, &context, [&] { ++calls; });
        const auto past = clock.at(Timestamp{1}, &context, [&] { calls += 100; });
        QTRY_COMPARE(calls, 100);
        QTest::qWait(20);
        QCOMPARE(calls, 100);
    }

    void aTimerMayEndItselfAndArmAnother()
    {
        SystemClock clock;
        QObject context;
        int calls = 0;
        Timer timer;
        timer = clock.after(Millis(1), &context, [&] {
            timer = {};
            ++calls;
            timer = clock.after(Millis(1), &context, [&] { ++calls; });
        });
        QTRY_COMPARE(calls, 2);
    }

    void momentsAreUtcAndOutliveTheYear2038()
    {
        const Timestamp late{4'102'444'800'123}; // 2100-01-01, beyond 2^31 seconds and 2^32
        for (const char* zone : {"UTC", "Pacific/Kiritimati", "America/St_Johns"}) {
            qputenv("TZ", zone);
            tzset();
            QCOMPARE(late.toIso(), u"2100-01-01T00:00:00.123Z"_s);
            QCOMPARE(Timestamp::fromIso(late.toIso()), std::optional(late));
            QCOMPARE(
                Timestamp::fromIso(u"2038-01-19T05:14:08.000+02:00"_s), std::optional(Timestamp{2'147'483'648'000}));
        }
        qunsetenv("TZ");
        tzset();
        QVERIFY(newRunId(late.ms).text() > newRunId(2'147'483'647'000).text());
    }

    void aLogsLineSteersNoTerminal()
    {
        QCOMPARE(
            onOneLine(u"one\r\ntwo\x1b[2J\x9b\x7f\tthree \u00e4"_s), u"one\\r\\ntwo\\x1b[2J\\x9b\\x7f\tthree \u00e4"_s);
    }

    void aLogTellsNobodysAddress()
    {
        QCOMPARE(withoutAddresses(u"to mia.o'neil+x@example.org, POST /v1/runs/sam%40mail.example/retry, a@b"_s),
            u"to m…@example.org, POST /v1/runs/s…%40mail.example/retry, a@b"_s);
    }

    //! What a line says goes through all of it, whoever writes the line.
    void aLogsLineIsCleanedOnItsWay()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        const int before = dup(STDERR_FILENO);
        fflush(stderr);
        dup2(file.handle(), STDERR_FILENO);
        installRedactingLog();
        qCWarning(logHttp).noquote() << "to mia@example.org with ghp_0123456789abcdefghij,\nsecond \x1b[2J line";
        qInstallMessageHandler(nullptr);
        fflush(stderr);
        dup2(before, STDERR_FILENO);
        close(before);
        file.seek(0);
        const QByteArray line = file.readAll();
        QVERIFY2(line.contains("to m\u2026@example.org with (redacted),\\nsecond \\x1b[2J line"), line.constData());
        QCOMPARE(line.count('\n'), 1);
    }

    //! Qt would take it for the mark of a file's encoding.
    void aValueMayBeginWithTheByteOrderMark()
    {
        for (const QString& text :
            {u"\ufeff"_s, u"\ufeffname"_s, u"\ufeff\ufeff"_s, u"na\ufeffme"_s, u"name"_s, QString()}) {
            QCOMPARE(toQString(text.toStdString()), text);
            const auto parsed = parseJson("{\"a\": \"" + text.toUtf8() + "\"}");
            QCOMPARE(textAt(*parsed, "a", u"?"_s), text);
        }
    }

    void privateFilesAreNoLinksAndLieInNobodyElsesFolder()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"token"_s), link = folder.filePath(u"link"_s);
        QVERIFY(writePrivateFile(file, "t0ken").ok());
        QVERIFY(QFile::link(file, link));
        QCOMPARE(readPrivateFile(link).error().code, errc::filePermissions);
        QCOMPARE(readPrivateFile(folder.path()).error().code, errc::filePermissions);
        QCOMPARE(readPrivateFile(folder.filePath(u"none"_s)).error().code, errc::fileUnreadable);

        const QString open = folder.filePath(u"open"_s);
        QVERIFY(makePrivateDirectory(open).ok());
        const auto all = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
        QCOMPARE(QFile::permissions(open) & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser), all);
        QVERIFY(makePrivateDirectory(open).ok());
        QVERIFY(QFile::setPermissions(open, all | QFile::WriteOther | QFile::ExeOther));
        QCOMPARE(makePrivateDirectory(open).error().code, errc::filePermissions);
        QVERIFY(makePrivateDirectory(u"/tmp"_s).ok()); // everybody's, but sticky
    }

    void redactionFindsTokensHeadersAndRegisteredSecrets()
    {
        QCOMPARE(redact(u"ghp_0123456789abcdefghij!"_s), u"(redacted)!"_s);
        QCOMPARE(redact(u"Authorization: Bearer abc.def-123 next"_s), u"Authorization: Bearer (redacted) next"_s);
        QCOMPARE(redact(u"https://me:pw@host/x"_s), u"https://(redacted)@host/x"_s);
        const Secret secret("an-unmarked-secret");
        QCOMPARE(redact(u"got an-unmarked-secret here"_s), u"got (redacted) here"_s);
    }

    void credentialFilesThatOthersMayReadAreRefused()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(u"token"_s);
        QVERIFY(writePrivateFile(path, "t0ken").ok());
        QCOMPARE(readPrivateFile(path).value(), QByteArray("t0ken"));
        QFile::setPermissions(path, QFile::ReadOwner); // as systemd's LoadCredential leaves them
        QCOMPARE(readPrivateFile(path).value(), QByteArray("t0ken"));
        QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadOther);
        const auto refused = readPrivateFile(path);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, errc::filePermissions);
    }

    void aCredentialFileOfAnotherUserIsRefused()
    {
        if (::geteuid() != 0)
            QSKIP("only root can give a file to somebody else");
        QTemporaryDir directory;
        const QString path = directory.filePath(u"token"_s);
        QVERIFY(writePrivateFile(path, "t0ken").ok());
        QVERIFY(readPrivateFile(path).ok());
        constexpr uid_t kNobody = 65'534;
        QCOMPARE(::chown(QFile::encodeName(path).constData(), kNobody, kNobody), 0);
        const auto refused = readPrivateFile(path);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, errc::filePermissions);
    }

    void onlyLoopbackIsLoopback()
    {
        for (const char* host : {"localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "::1"})
            QVERIFY2(isLoopbackHost(QString::fromLatin1(host)), host);
        for (const char* host : {"", "localhost.evil.example", "127.0.0.1.evil.example", "127.0.0.256", "127.0.1",
                 "127.0.0.", "128.0.0.1", "0.0.0.0", "::2", "127.0.0.x", "127.0.0.1 "})
            QVERIFY2(!isLoopbackHost(QString::fromLatin1(host)), host);
    }

    void runIdsSortByStart()
    {
        QVERIFY(newRunId(1000) < newRunId(2000));
        QCOMPARE(newRunId(1).text().size(), 26);
        QVERIFY(newRunId(1) != newRunId(1));
    }

    void anAnswerForAWindowThatIsGoneIsDropped()
    {
        QPromise<int> promise;
        promise.start();
        int told = 0;
        auto* window = new QObject;
        whenDone(promise.future(), window, [&](int value) { told += value; });
        whenDone(promise.future(), this, [&](int value) { told += 10 * value; });
        delete window;
        promise.addResult(1);
        promise.finish();
        QTRY_COMPARE(told, 10);
        QPromise<int> abandoned;
        abandoned.start();
        whenDone(abandoned.future(), this, [&](int value) { told += 100 * value; });
        abandoned = QPromise<int>();
        QTest::qWait(20);
        QCOMPARE(told, 10);
    }

    void foreignThreadsEndTheProgramAtTheDoor()
    {
#ifdef NDEBUG
        QSKIP("doors are not watched in the programs that are shipped");
#else
        // The signal that ended a copy of this process after `act`, or 0.
        const auto endedBy = [](const std::function<void()>& act) {
            const pid_t child = ::fork();
            if (child == 0) {
                ::dup2(::open("/dev/null", O_WRONLY), STDERR_FILENO);
                ::dup2(STDERR_FILENO, STDOUT_FILENO);
                std::signal(SIGABRT, SIG_DFL);
                qInstallMessageHandler(nullptr);
                act();
                ::_exit(0);
            }
            int status = 0;
            ::waitpid(child, &status, 0);
            return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        };
        const ThreadDoor door;
        QCOMPARE(endedBy([&] { door.enter("a store"); }), 0);
        QCOMPARE(endedBy([&] { ThreadDoor::enter(this, "a model"); }), 0);
        QCOMPARE(endedBy([&] { std::thread([&] { door.enter("a store"); }).join(); }), SIGABRT);
        QCOMPARE(endedBy([&] { std::thread([&] { ThreadDoor::enter(this, "a model"); }).join(); }), SIGABRT);
#endif
    }

    void timestampsRoundTripAsIso()
    {
        const Timestamp t{1'695'303'439'352};
        QCOMPARE(t.toIso(), u"2023-09-21T13:37:19.352Z"_s);
        QCOMPARE(Timestamp::fromIso(t.toIso())->ms, t.ms);
        QVERIFY(!Timestamp::fromIso(u"yesterday"_s));
    }
};

QTEST_GUILESS_MAIN(BaseTests)
#include "base_tests.moc"
