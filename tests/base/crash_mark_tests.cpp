// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/crash_mark.h"
#include "base/text.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace slipway;

namespace {

//! Ends this process by a fault; not optimised away.
void readNothing()
{
    volatile int* nothing = nullptr;
    *nothing = 1;
}

int overflow(int depth)
{
    volatile char room[4096];
    room[0] = char(depth);
    return depth < 0 ? 0 : overflow(depth + 1) + room[0];
}

struct Death {
    int signal = 0;
    QByteArray text; //!< of the mark; empty: none was left
};

//! How a process dies that owns a store and does that.
Death deathBy(const std::function<void()>& act, const std::function<void(const QByteArray& file)>& before = {})
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"store.db.crash"_s);
    if (before)
        before(QFile::encodeName(file));
    const pid_t child = ::fork();
    if (child == 0) {
        for (const int signal : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTERM})
            ::signal(signal, SIG_DFL); // instead of QTest's own
        installCrashHandler();
        armCrashMark(QFile::encodeName(file), "session-1");
        act();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    struct stat state = {};
    if (::stat(QFile::encodeName(file).constData(), &state) == 0 && (state.st_mode & 0777) != 0600)
        return {.text = "others may read it"};
    if (S_ISFIFO(state.st_mode))
        return {WIFSIGNALED(status) ? WTERMSIG(status) : 0, {}};
    QFile mark(file);
    return {WIFSIGNALED(status) ? WTERMSIG(status) : 0, mark.open(QIODevice::ReadOnly) ? mark.readAll() : QByteArray()};
}

QByteArray placeOf(const Death& death)
{
    const auto words = death.text.trimmed().split(' ');
    return words.size() == 6 ? words[4] + ' ' + words[5] : "?" + death.text;
}

} // namespace

class CrashMarkTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCrashIsMarkedWithWhatWasWorkedOn()
    {
        const auto death = deathBy([] {
            const CrashScope outer(RunId(u"RUN1"_s));
            const CrashScope inner(RunId(u"RUN1"_s), StepId(u"raise"_s));
            readNothing();
        });
        QCOMPARE(death.signal, SIGSEGV);
        QCOMPARE(placeOf(death), "RUN1 raise");
        const auto words = death.text.split(' ');
        QCOMPARE(words[0], "crash");
        QCOMPARE(words[1], "session-1");
        QCOMPARE(words[2].toInt(), SIGSEGV);
        QVERIFY(words[3].toLongLong() > 1'700'000'000);
        QCOMPARE(death.text.count('\n'), 1);
    }

    void whatIsDoneIsNotBlamed()
    {
        QCOMPARE(placeOf(deathBy([] {
            {
                const CrashScope done(RunId(u"RUN1"_s), StepId(u"raise"_s));
            }
            readNothing();
        })),
            "- -");
    }

    void anotherThreadIsNotBlamed()
    {
        QCOMPARE(placeOf(deathBy([] {
            const CrashScope here(RunId(u"RUN1"_s), StepId(u"raise"_s));
            std::thread(readNothing).join();
        })),
            "- -");
    }

    void whatCannotBeNamedInALineIsNotNamed_data()
    {
        QTest::addColumn<QString>("run");
        QTest::newRow("space") << u"a b"_s;
        QTest::newRow("line") << u"a\nb"_s;
        QTest::newRow("long") << QString(500, u'x');
    }
    void whatCannotBeNamedInALineIsNotNamed()
    {
        QFETCH(QString, run);
        QCOMPARE(placeOf(deathBy([run] {
            const CrashScope here{RunId(run)};
            readNothing();
        })),
            "- -");
    }

    void anAbortIsACrash()
    {
        const auto death = deathBy([] {
            const CrashScope here(RunId(u"RUN1"_s));
            std::abort();
        });
        QCOMPARE(death.signal, SIGABRT);
        QCOMPARE(placeOf(death), "RUN1 -");
    }

    void anOverflowOfTheStackIsACrash()
    {
        const auto death = deathBy([] {
            const CrashScope here(RunId(u"RUN1"_s), StepId(u"deep"_s));
            overflow(0);
        });
        QCOMPARE(death.signal, SIGSEGV);
        QCOMPARE(placeOf(death), "RUN1 deep");
    }

    void ofAThreadToo()
    {
        QCOMPARE(placeOf(deathBy([] {
            std::thread([] {
                guardThread();
                const CrashScope here(RunId(u"RUN1"_s), StepId(u"deep"_s));
                overflow(0);
            }).join();
        })),
            "RUN1 deep");
    }

    void aKillIsNoCrash_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("kill -9, a full memory") << SIGKILL;
        QTest::newRow("end") << SIGTERM;
        QTest::newRow("a watchdog's abort") << SIGABRT;
        QTest::newRow("another's fault signal") << SIGSEGV;
    }
    void aKillIsNoCrash()
    {
        QFETCH(int, signal);
        const auto death = deathBy([signal] {
            const pid_t parent = ::getpid();
            if (const pid_t other = ::fork(); other == 0) {
                ::kill(parent, signal);
                ::_exit(0);
            }
            for (;;)
                ::pause();
        });
        QCOMPARE(death.signal, signal);
        QCOMPARE(death.text, QByteArray());
    }

    void whoOwnsNoStoreMarksNothing()
    {
        const auto death = deathBy([] {
            disarmCrashMark("session-1");
            readNothing();
        });
        QCOMPARE(death.signal, SIGSEGV);
        QCOMPARE(death.text, QByteArray());
        QVERIFY(!deathBy([] {
            disarmCrashMark("another");
            readNothing();
        }).text.isEmpty());
    }

    //! A pipe would hold the dying process up for ever.
    void aPipeInItsPlaceIsNotWaitedFor()
    {
        const auto death =
            deathBy([] { std::raise(SIGABRT); }, [](const QByteArray& file) { ::mkfifo(file.constData(), 0600); });
        QCOMPARE(death.signal, SIGABRT);
        QCOMPARE(death.text, QByteArray());
    }

    void whatOthersMayReadIsNarrowed()
    {
        const auto death = deathBy([] { std::raise(SIGABRT); },
            [](const QByteArray& file) {
                ::close(::open(file.constData(), O_CREAT | O_WRONLY, 0600));
                ::chmod(file.constData(), 0644);
            });
        QCOMPARE(death.signal, SIGABRT);
        QVERIFY2(death.text.startsWith("crash session-1 "), death.text.constData());
    }

    void aLinkInItsPlaceIsNotFollowed()
    {
        const QTemporaryDir other;
        const QByteArray target = QFile::encodeName(other.filePath(u"target"_s));
        const auto death = deathBy([] { std::raise(SIGABRT); },
            [&target](const QByteArray& file) { QCOMPARE(::symlink(target.constData(), file.constData()), 0); });
        QCOMPARE(death.signal, SIGABRT);
        QVERIFY(!QFile::exists(QFile::decodeName(target)));
    }
};

QTEST_GUILESS_MAIN(CrashMarkTests)
#include "crash_mark_tests.moc"
