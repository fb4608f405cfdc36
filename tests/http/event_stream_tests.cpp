// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/manual_clock.h"
#include "base/text.h"
#include "flood.h"
#include "http/event_stream.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

using namespace slipway;
using namespace slipway::http;

namespace {

QByteArray tell(const QList<StreamEvent>& events)
{
    QByteArray told;
    for (const auto& event : events)
        told += event.type + '=' + event.data + ';';
    return told;
}

//! One connection after the other, said by hand.
class Server : public QTcpServer {
public:
    Server() { listen(QHostAddress::LocalHost); }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/c").arg(serverPort())); }
    QTcpSocket* next()
    {
        if (!QTest::qWaitFor([this] { return hasPendingConnections(); }, 5000))
            return nullptr;
        auto* socket = nextPendingConnection();
        std::ignore = QTest::qWaitFor([&] { return (head += socket->readAll()).contains("\r\n\r\n"); }, 5000);
        return socket;
    }
    static void begin(QTcpSocket* socket, const QByteArray& type = "text/event-stream", int status = 200)
    {
        socket->write(
            "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: " + type + "\r\nConnection: close\r\n\r\n");
        socket->flush();
    }
    QByteArray head;
};

} // namespace

class EventStreamTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEventsHoweverTheyCome()
    {
        const QByteArray text("\xef\xbb\xbf: hello\nid: 1\nevent: ready\ndata: {}\n\ndata: a\r\ndata: b\r\n\r\n"
                              "data:c\rid\r\rretry: 250\nevent: none\n\nid: 7\ndata\n\n");
        const QByteArray wanted("ready={};message=a\nb;message=c;message=;");
        for (int piece = 1; piece <= text.size(); ++piece) {
            EventStreamParser parser;
            QByteArray told;
            for (qsizetype at = 0; at < text.size(); at += piece)
                told += tell(parser.add(text.mid(at, piece)));
            QCOMPARE(told, wanted);
            QCOMPARE(parser.lastId(), QByteArray("7"));
            QCOMPARE(parser.retry(), std::optional(250));
        }
    }

    //! Whoever may write to a relay cannot end the stream by a large one, nor have it kept.
    void whatIsTooLargeIsLeftOutAndTheNextOneRead()
    {
        constexpr auto most = EventStreamParser::largestEvent;
        const QByteArray fits(most / 2, 'f'), half(most / 2 + 1, 'h'), large(3 * most, 'l');
        const QByteArray text = "data: one\n\nid: 2\ndata: " + large + "\r\n\r\ndata: two\n\nevent: wide\ndata:" + half
            + "\ndata:" + half + "\ndata: more\n\n:" + large + "\ndata: with it\n\ndata:" + fits + "\ndata:three\n\n";
        const QByteArray wanted = "message=one;message=two;message=" + fits + "\nthree;";
        for (const qsizetype piece : {text.size(), qsizetype(4096), most, most + 1}) {
            EventStreamParser parser;
            QByteArray told;
            for (qsizetype at = 0; at < text.size(); at += piece)
                told += tell(parser.add(text.mid(at, piece)));
            QVERIFY2(told == wanted, told.left(60).constData());
            QCOMPARE(parser.lastId(), QByteArray("2"));
        }
    }

    void forgetsWhatWasNotWhole()
    {
        EventStreamParser parser;
        QVERIFY(parser.add("id: 3\ndata: x\n\nid: 4\ndata: half").size() == 1);
        parser.restart();
        QCOMPARE(tell(parser.add("data: new\n\n")), QByteArray("message=new;"));
        QCOMPARE(parser.lastId(), QByteArray("3"));
    }

    //! The thread that listens is that of the window, or of the agent's API.
    void theSystemsProxyIsAskedForInAnotherThread()
    {
        ManualClock clock;
        auto released = std::make_shared<QSemaphore>();
        auto asked = std::make_shared<std::atomic<Qt::HANDLE>>(nullptr);
        NetworkOptions options;
        options.systemLookUp = [released, asked](const QNetworkProxyQuery&) {
            *asked = QThread::currentThreadId();
            released->acquire();
            return QList<QNetworkProxy>{QNetworkProxy(QNetworkProxy::NoProxy)};
        };
        EventStream stream(QUrl(u"https://relay.invalid/c"_s), options, clock);
        stream.start(); // comes back though the system does not answer
        QTRY_VERIFY(asked->load());
        QVERIFY(asked->load() != QThread::currentThreadId());
        QCOMPARE(stream.connections(), 0);
        released->release();
        QTRY_COMPARE(stream.connections(), 1);
    }

    void goesThroughTheProxyThatIsNamed()
    {
        Server proxy;
        ManualClock clock;
        NetworkOptions options;
        options.proxy = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(proxy.serverPort()));
        EventStream stream(QUrl(u"https://relay.invalid/c"_s), options, clock);
        stream.start();
        auto* socket = proxy.next();
        QVERIFY(socket);
        QVERIFY2(proxy.head.startsWith("CONNECT relay.invalid:443 "), proxy.head.constData());
    }

    void comesBackWithTheLastIdAndLaterEachTime()
    {
        Server server;
        ManualClock clock;
        EventStream stream(server.url(), {}, clock);
        QList<StreamEvent> events;
        QList<int> waits;
        connect(&stream, &EventStream::told, this, [&](const StreamEvent& event) { events.append(event); });
        connect(&stream, &EventStream::interrupted, this,
            [&](const Error&, std::chrono::milliseconds again) { waits.append(int(again.count())); });
        stream.start();
        auto* first = server.next();
        QVERIFY(first && server.head.contains("Accept: text/event-stream") && !server.head.contains("Last-Event-ID"));
        Server::begin(first);
        first->write("id: 41\ndata: one\n\n");
        QTRY_COMPARE(events.size(), 1);
        first->disconnectFromHost();
        QTRY_COMPARE(waits.size(), 1);
        QVERIFY(waits.last() <= 1000 && waits.last() >= 500);
        for (int i = 1; i < 5; ++i) { // a server that only hangs up
            server.head.clear();
            clock.advance(Millis(waits.last()));
            auto* socket = server.next();
            QVERIFY(socket);
            QVERIFY(server.head.contains("Last-Event-ID: 41"));
            Server::begin(socket, "text/plain", 503); // a reset would be tried again by Qt itself
            socket->disconnectFromHost();
            QTRY_COMPARE(waits.size(), i + 1);
            QVERIFY(waits.last() <= 1000 << i);
        }
        QVERIFY(waits.last() > 4000);
        QCOMPARE(stream.connections(), 5);
    }

    void silenceIsAConnectionThatHasDied()
    {
        Server server;
        ManualClock clock;
        EventStream stream(server.url(), {}, clock);
        QStringList codes;
        connect(&stream, &EventStream::interrupted, this,
            [&](const Error& why, std::chrono::milliseconds) { codes.append(why.code); });
        stream.start();
        auto* socket = server.next();
        QVERIFY(socket);
        QSignalSpy opened(&stream, &EventStream::opened);
        Server::begin(socket);
        socket->write(": hello\n");
        QTRY_COMPARE(opened.size(), 1);
        clock.advance(Millis(89'000));
        QVERIFY(codes.isEmpty());
        clock.advance(Millis(2'000));
        QCOMPARE(codes, QStringList{errc::networkTimeout});
    }

    void whatIsNoStreamIsNone()
    {
        for (const auto& [type, status] : {std::pair<QByteArray, int>{"text/html", 200}, {"text/event-stream", 404}}) {
            Server server;
            ManualClock clock;
            EventStream stream(server.url(), {}, clock);
            QStringList codes;
            connect(&stream, &EventStream::interrupted, this,
                [&](const Error& why, std::chrono::milliseconds) { codes.append(why.code); });
            stream.start();
            auto* socket = server.next();
            QVERIFY(socket);
            Server::begin(socket, type, status);
            socket->write("data: x\n\n");
            QTRY_COMPARE(codes.size(), 1);
        }
    }

    //! A relay that sends without end, while the window's thread is busy.
    void whatComesFasterThanItIsReadFillsLittleMemory()
    {
        Flood flood("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
        ManualClock clock;
        EventStream stream(flood.url(), {}, clock);
        QSignalSpy opened(&stream, &EventStream::opened);
        stream.start();
        const auto taken = flood.takenUnread();
        QVERIFY2(taken >= 0 && taken < Flood::size / 4, qPrintable(QStringLiteral("%1 MiB").arg(taken)));
        QTRY_COMPARE(opened.size(), 1); // it was read as a stream
    }

    void onlyLoopbackWithoutTls()
    {
        ManualClock clock;
        EventStream stream(QUrl(QStringLiteral("http://relay.example/c")), {}, clock);
        QSignalSpy refused(&stream, &EventStream::refused);
        stream.start();
        QCOMPARE(refused.size(), 1);
        QCOMPARE(stream.connections(), 0);
    }
};

QTEST_GUILESS_MAIN(EventStreamTests)
#include "event_stream_tests.moc"
