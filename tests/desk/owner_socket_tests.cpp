// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/manual_clock.h"
#include "base/text.h"
#include "desk/owner_channel.h"
#include "desk/owner_door.h"
#include "desk/owner_line.h"
#include "journal/owner_lock.h"
#include "journal/store_files.h"

#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace slipway;
using namespace slipway::desk;

namespace {

Envelope note(const char* text)
{
    return {.id = newCommandId(),
        .run = RunId(u"run-1"_s),
        .actor = u"mia"_s,
        .at = {1},
        .command = AddNote{.text = QString::fromLatin1(text)}};
}

Envelope start()
{
    return {.id = newCommandId(),
        .run = RunId(u"run-2"_s),
        .actor = u"mia"_s,
        .at = {1},
        .command = StartRun{.inputs = Json::object()}};
}

//! A store's owner, as far as others meet it.
struct Owner {
    explicit Owner(const QString& store, const QString& host = u"github.com"_s)
    {
        lock = *journal::OwnerLock::acquire(store, u"slipway"_s);
        auto opened = OwnerDoor::open(store,
            {.greeting = {.program = u"slipway"_s, .pid = 42, .host = host},
                .submit =
                    [this](const Envelope& envelope) {
                        heard.append(envelope);
                        return answer ? answer(envelope) : QtFuture::makeReadyFuture(Result<qint64>(heard.size()));
                    },
                .raise = raise ? OwnerServiceRaise(raise) : OwnerServiceRaise()});
        door = std::move(*opened);
    }
    using OwnerServiceRaise = std::function<bool(const RaiseRequest&)>;
    static inline OwnerServiceRaise raise;

    std::unique_ptr<journal::OwnerLock> lock;
    std::unique_ptr<OwnerDoor> door;
    QList<Envelope> heard;
    std::function<QFuture<Result<qint64>>(const Envelope&)> answer;
};

} // namespace

class OwnerSocketTests : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    SystemClock m_clock;
    QString store() const { return m_folder.filePath(u"store.db"_s); }

    template <class T>
    static T waited(const QFuture<T>& future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 15'000))
            return T(Error{.code = u"test.late"_s});
        return future.result();
    }

private Q_SLOTS:
    void init() { QFile(store()).open(QIODevice::WriteOnly); }

    void commandsReachTheOwnerWhole()
    {
        Owner owner(store());
        OwnerLine line(store(), u"github.com"_s, m_clock);
        const auto sent = note("grüße \n {}");
        const auto sequence = waited(line.submit(sent));
        QVERIFY(sequence);
        QCOMPARE(*sequence, 1);
        QCOMPARE(
            line.owner(), std::optional(OwnerGreeting{.program = u"slipway"_s, .pid = 42, .host = u"github.com"_s}));
        QVERIFY(toJson(owner.heard.first()) == toJson(sent));
    }

    void theOwnersRefusalComesBackAsItIs()
    {
        Owner owner(store());
        const Error refusal{.code = errc::commandStale, .args = {{"step", "merge"}}, .details = {{"text", "…"}}};
        owner.answer = [&](const Envelope&) { return QtFuture::makeReadyFuture(Result<qint64>(refusal)); };
        OwnerLine line(store(), {}, m_clock);
        const auto result = waited(line.submit(note("x")));
        QVERIFY(!result);
        QVERIFY(result.error() == refusal);
    }

    void aStartForAnotherHostIsRefused()
    {
        Owner owner(store(), u"github.com"_s);
        OwnerLine line(store(), u"ghes.example.org"_s, m_clock);
        const auto result = waited(line.submit(start()));
        QVERIFY(!result);
        QCOMPARE(result.error().code, errc::storeOtherHost);
        QVERIFY(owner.heard.isEmpty());
        QVERIFY(waited(line.submit(note("what exists may be noted from anywhere"))));
    }

    void whatWasNotAnsweredIsSentAgainToTheNextOwner()
    {
        auto first = std::make_unique<Owner>(store());
        first->answer = [](const Envelope&) { return QPromise<Result<qint64>>().future(); }; // never
        QPromise<Result<qint64>> never;
        never.start();
        first->answer = [&](const Envelope&) { return never.future(); };
        OwnerLine line(store(), {}, m_clock);
        const auto sent = note("once");
        const auto answer = line.submit(sent);
        QTRY_COMPARE(first->heard.size(), 1);
        first.reset();
        Owner second(store());
        QVERIFY(waited(answer));
        QCOMPARE(second.heard.size(), 1);
        QCOMPARE(second.heard.first().id, sent.id);
    }

    //! Its owner would close the line upon it, and get it again from there.
    void whatAnOwnerCannotReadIsNotSent()
    {
        Owner owner(store());
        OwnerLine line(store(), {}, m_clock);
        QTRY_VERIFY(line.owner());
        const auto large = waited(line.submit(note(QByteArray(9 * 1024 * 1024, 'x').constData())));
        QVERIFY(!large);
        QCOMPARE(large.error().code, errc::jsonTooLarge);
        Json deep = 1;
        for (int level = 0; level < 63; ++level)
            deep = Json::array({std::move(deep)});
        auto nested = start();
        std::get<StartRun>(nested.command).inputs["deep"] = std::move(deep);
        const auto refused = waited(line.submit(nested));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, errc::jsonInvalid);
        QVERIFY(waited(line.submit(note("and nobody was disturbed"))));
        QCOMPARE(owner.heard.size(), 1);
    }

    //! Whatever it is that each owner ends upon: it comes to an end.
    void whatEndsEveryLineIsGivenUp()
    {
        const auto lock = *journal::OwnerLock::acquire(store(), u"slipway"_s);
        const auto listening = listenAtStore(store());
        QVERIFY(listening);
        QLocalServer server;
        QVERIFY(server.listen(qintptr(*listening)));
        int times = 0;
        connect(&server, &QLocalServer::newConnection, this, [&] {
            while (auto* socket = server.nextPendingConnection()) {
                connect(socket, &QLocalSocket::readyRead, socket, [socket, &times] {
                    ++times;
                    socket->abort();
                });
                socket->write(toBytes(Json{{"greeting", greetingJson({.program = u"slipway"_s, .pid = 42})}}) + '\n');
            }
        });
        OwnerLine line(store(), {}, m_clock);
        const auto answer = waited(line.submit(note("poison")));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, errc::storeOwned);
        QCOMPARE(times, 3);
    }

    void aVacantStoreIsTold()
    {
        auto owner = std::make_unique<Owner>(store());
        OwnerLine line(store(), {}, m_clock);
        QSignalSpy vacant(&line, &OwnerLine::vacant);
        QTRY_VERIFY(line.owner());
        QVERIFY(vacant.isEmpty());
        owner->answer = [](const Envelope&) { return QtFuture::makeReadyFuture(Result<qint64>(7)); };
        owner.reset();
        QTRY_VERIFY(!vacant.isEmpty());
        QVERIFY(!line.owner());
        const auto waiting = line.submit(note("later"));
        QVERIFY(line.hasUndelivered());
        const auto undelivered = line.takeUndelivered();
        QCOMPARE(undelivered.size(), 1);
        undelivered.first().second->addResult(Result<qint64>(9));
        undelivered.first().second->finish();
        QCOMPARE(*waited(waiting), 9);
    }

    //! To open a large store takes longer than an owner may take to be found.
    void whatWaitsIsNotGivenUpWhileTheStoreIsTakenOver()
    {
        ManualClock clock;
        OwnerLine line(store(), {}, clock);
        const auto before = line.submit(note("before"));
        clock.advance(Millis(9'000));
        line.hold();
        const auto during = line.submit(note("meanwhile"));
        clock.advance(Millis(60'000));
        QVERIFY(!before.isFinished());
        QVERIFY(!during.isFinished());
        // Another one was quicker: it can be found now.
        line.resume(Error{.code = errc::storeOwned});
        clock.advance(Millis(9'999));
        QVERIFY(!before.isFinished());
        QVERIFY(!during.isFinished());
        clock.advance(Millis(1));
        QCOMPARE(before.result().error().code, errc::storeOwned);
        QVERIFY(during.isFinished());
        // It could not be opened: over and over this must come to an end.
        const auto after = line.submit(note("after"));
        for (int i = 0; i < 99 && !after.isFinished(); ++i) {
            line.hold();
            clock.advance(Millis(200));
            line.resume(Error{.code = errc::storeFull});
            clock.advance(Millis(1));
        }
        QVERIFY(after.isFinished());
        QCOMPARE(after.result().error().code, errc::storeFull);
    }

    //! A disk that is full for the moment is none for ever: it is tried again, but not five times a second.
    void aStoreThatCannotBeOpenedIsToldAndTriedAgain()
    {
        ManualClock clock;
        OwnerLine line(store(), {}, clock);
        QSignalSpy vacant(&line, &OwnerLine::vacant), changed(&line, &OwnerLine::ownerChanged);
        clock.advance(Millis(1));
        QCOMPARE(vacant.count(), 1);
        QVERIFY(!line.trouble());
        const Timestamp since = clock.now();
        for (int tries = 2; tries < 5; ++tries) {
            line.hold();
            line.resume(Error{.code = errc::storeUnwritable});
            clock.advance(Millis(1'000));
            QCOMPARE(vacant.count(), tries);
            QCOMPARE(line.trouble()->error.code, errc::storeUnwritable);
            QCOMPARE(line.trouble()->since, std::optional(since));
            QCOMPARE(changed.count(), 1);
        }
    }

    void anOwnersTroubleIsHeardByEverybody()
    {
        const Error full{.code = errc::storeFull, .args = {{"file", "x"}}};
        Owner owner(store());
        OwnerLine before(store(), {}, m_clock);
        QTRY_VERIFY(before.owner());
        QVERIFY(!before.trouble());
        QVERIFY(!askOwner(store(), m_clock)->trouble);
        QSignalSpy changed(&before, &OwnerLine::ownerChanged);
        const OwnerTrouble trouble{.error = full, .since = Timestamp{7}};
        owner.door->tell(trouble);
        owner.door->tell(trouble);
        QTRY_COMPARE(before.trouble(), std::optional(trouble));
        OwnerLine after(store(), {}, m_clock);
        QTRY_COMPARE(after.trouble(), std::optional(trouble));
        const auto word = askOwner(store(), m_clock);
        QVERIFY(word);
        QCOMPARE(word->greeting.pid, 42);
        QCOMPARE(word->trouble, std::optional(trouble));
        owner.door->tell(std::nullopt);
        QTRY_VERIFY(!before.trouble() && !after.trouble());
        QCOMPARE(changed.count(), 2);
    }

    void anOwnerThatDoesNotAnswerIsNamedByItsLock()
    {
        QVERIFY(!askOwner(store(), m_clock));
        const auto lock = *journal::OwnerLock::acquire(store(), u"slipwayctl"_s);
        const auto word = askOwner(store(), m_clock);
        QVERIFY(word);
        QCOMPARE(word->greeting.program, u"slipwayctl"_s);
        QCOMPARE(word->greeting.pid, qint64(::getpid()));
    }

    void anOwnerWithoutDoorIsNotVacant()
    {
        const auto lock = *journal::OwnerLock::acquire(store(), u"slipwayctl"_s);
        OwnerLine line(store(), {}, m_clock);
        QSignalSpy vacant(&line, &OwnerLine::vacant);
        QTest::qWait(600);
        QVERIFY(vacant.isEmpty());
    }

    void socketsOfDeadOwnersAreReplaced()
    {
        // What a killed owner leaves: a name at which nobody answers.
        const auto dead = listenAtStore(store());
        QVERIFY(dead);
        ::close(*dead);
        QVERIFY(QFile::exists(store() + u".sock"_s));
        QVERIFY(!connectToOwner(store()));
        Owner owner(store());
        OwnerLine line(store(), {}, m_clock);
        QVERIFY(waited(line.submit(note("x"))));
        QCOMPARE(QFile::permissions(store() + u".sock"_s)
                & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
            QFile::Permissions());
    }

    void aDeepStoreHasASocketToo()
    {
        const QString folder = m_folder.filePath(QString(u'd').repeated(120) + u'/' + QString(u'e').repeated(120));
        const QString deep = folder + u"/store.db"_s;
        QVERIFY(journal::makeStoreFolder(deep));
        QVERIFY(QFile(deep).open(QIODevice::WriteOnly));
        Owner owner(deep);
        OwnerLine line(deep, {}, m_clock);
        QVERIFY(waited(line.submit(note("x"))));
    }

    void nonsenseEndsTheConnectionOnly_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no JSON") << QByteArray("hello\n");
        QTest::newRow("no object") << QByteArray("[1]\n");
        QTest::newRow("deep") << QByteArray(100'000, '[') + '\n';
        QTest::newRow("no end") << QByteArray(9 * 1024 * 1024, ' ');
        QTest::newRow("zeros") << QByteArray(64, '\0') + '\n';
    }
    void nonsenseEndsTheConnectionOnly()
    {
        QFETCH(QByteArray, bytes);
        Owner owner(store());
        QLocalSocket socket;
        socket.connectToServer(store() + u".sock"_s);
        QTRY_COMPARE(socket.state(), QLocalSocket::ConnectedState);
        socket.write(bytes);
        QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QLocalSocket::UnconnectedState, 10'000);
        QVERIFY(owner.heard.isEmpty());
        OwnerLine line(store(), {}, m_clock);
        QVERIFY(waited(line.submit(note("still there"))));
    }

    void aCommandThatIsNoneIsRefused()
    {
        Owner owner(store());
        QLocalSocket socket;
        socket.connectToServer(store() + u".sock"_s);
        QTRY_VERIFY(socket.canReadLine());
        socket.readLine();
        socket.write(R"({"number": 3, "submit": {"command": "DropEverything"}})"
                     "\n");
        QTRY_VERIFY(socket.canReadLine());
        const auto answer = parseJson(socket.readLine());
        QCOMPARE(integerAt(*answer, "number"), 3);
        QCOMPARE(textAt(memberAt(*answer, "error"), "code"), errc::usage);
        QVERIFY(owner.heard.isEmpty());
    }

    void aWindowIsRaised()
    {
        QVERIFY(!askToRaise(store(), {}, m_clock));
        QString shown;
        Json named;
        QByteArray token; // what the desktop gave to the one that was started
        Owner::raise = [&](const RaiseRequest& request) {
            shown = request.link;
            named = request.named;
            token = qgetenv("XDG_ACTIVATION_TOKEN");
            return true;
        };
        qputenv("XDG_ACTIVATION_TOKEN", "wayland-7");
        {
            Owner owner(store());
            QVERIFY(askToRaise(store(), {u"slipway://run/abc"_s, {{"profile", "work"}}}, m_clock));
            QCOMPARE(shown, u"slipway://run/abc"_s);
            QVERIFY(named == (Json{{"profile", "work"}}));
            QCOMPARE(token, QByteArray("wayland-7"));
            qunsetenv("XDG_ACTIVATION_TOKEN");
            QVERIFY(askToRaise(store(), {}, m_clock));
            QVERIFY(token.isEmpty());
        }
        Owner::raise = nullptr;
        Owner agent(store());
        qputenv("XDG_ACTIVATION_TOKEN", "wayland-8");
        QVERIFY(!askToRaise(store(), {}, m_clock));
        QCOMPARE(qgetenv("XDG_ACTIVATION_TOKEN"), QByteArray("wayland-8")); // left to a window of its own
        qunsetenv("XDG_ACTIVATION_TOKEN");
    }

    //! An agent has no window; who looks at its store from one is not to get a second by a click on the icon.
    void theWindowBesideAnAgentIsRaised()
    {
        Owner agent(store());
        OwnerLine without(store(), {}, m_clock), first(store(), {}, m_clock);
        QList<RaiseRequest> asked;
        QByteArray token;
        connect(&first, &OwnerLine::raiseAsked, this, [&](const RaiseRequest& request) {
            asked.append(request);
            token = qgetenv("XDG_ACTIVATION_TOKEN");
        });
        first.offerWindow(); // before it has found the owner
        QTRY_VERIFY(first.owner() && without.owner());
        QTest::qWait(100); // what it offers is on its way
        const RaiseRequest request{u"slipway://run/abc"_s, {{"profile", "work"}}};
        qputenv("XDG_ACTIVATION_TOKEN", "wayland-9");
        QVERIFY(askToRaise(store(), request, m_clock));
        QTRY_COMPARE(asked.size(), 1);
        QVERIFY(asked.first() == request);
        QCOMPARE(token, QByteArray("wayland-9"));
        qunsetenv("XDG_ACTIVATION_TOKEN");
        {
            OwnerLine second(store(), {}, m_clock);
            QTRY_VERIFY(second.owner());
            second.offerWindow(); // and after
            QSignalSpy newest(&second, &OwnerLine::raiseAsked);
            QTest::qWait(100);
            QVERIFY(askToRaise(store(), request, m_clock));
            QTRY_COMPARE(newest.size(), 1);
        }
        QTest::qWait(100);
        QVERIFY(askToRaise(store(), request, m_clock)); // the newest has gone
        QTRY_COMPARE(asked.size(), 2);
    }
};

QTEST_GUILESS_MAIN(OwnerSocketTests)
#include "owner_socket_tests.moc"
