// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/http.h"

#include "base/error_codes.h"
#include "base/manual_clock.h"
#include "base/text.h"
#include "flood.h"
#include "http/system_proxies.h"
#include "http/url_rules.h"
#include "raw_server.h"

#include <QFutureWatcher>
#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QSemaphore>
#include <QTest>
#include <QTimer>

#include <arpa/inet.h>
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <thread>

using namespace slipway;
using http::Delivery;
using http::Exchange;
using http::Failure;
using http::Http;
using http::Request;
using http::Response;
using Behaviour = RawServer::Behaviour;

Q_DECLARE_METATYPE(RawServer::Behaviour)

namespace {

QStringList& logLines()
{
    static QStringList lines;
    return lines;
}

void keepLog(QtMsgType, const QMessageLogContext&, const QString& text)
{
    logLines().append(text);
    fprintf(stderr, "%s\n", qPrintable(text));
}

Exchange wait(QFuture<Exchange> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
        return Failure{Error{.code = u"test.timeout"_s}};
    return future.result();
}

//! The words of a failure, or of the answer's status, for a comparison that explains itself.
QString wordsOf(const Exchange& exchange)
{
    if (const auto* response = std::get_if<Response>(&exchange))
        return QString::number(response->status);
    const auto& failure = std::get<Failure>(exchange);
    return failure.error.code + (failure.delivery == Delivery::NotSent ? u" not sent"_s : u" unknown"_s);
}

//! What a desktop says of proxies, as slowly as the test wants. Look-ups end when it goes.
struct SlowDesktop {
    struct Shared {
        QSemaphore mayAnswer;
        std::atomic<int> asked = 0;
    };
    std::shared_ptr<Shared> shared = std::make_shared<Shared>();

    http::ProxyLookUp lookUp() const
    {
        return [shared = shared](const QNetworkProxyQuery& query) {
            ++shared->asked;
            shared->mayAnswer.acquire();
            return QList<QNetworkProxy>{QNetworkProxy(QNetworkProxy::HttpProxy, u"proxy-of."_s + query.peerHostName())};
        };
    }
    void answer(int times = 1) const { shared->mayAnswer.release(times); }
    ~SlowDesktop() { answer(1000); }
};

//! From now on the client's side of a connection to that port answers each read with an error that Qt has no name for, as
//! when a route or an interface is gone. What was connected stays so as long as this lives.
class NamelessError {
public:
    explicit NamelessError(quint16 port)
        : m_folder(open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    {
        for (int fd = 3; fd < 4096 && m_connection < 0; ++fd)
            if (portOf(getpeername, fd) == port && portOf(getsockname, fd) != port)
                if (m_connection = fcntl(fd, F_DUPFD_CLOEXEC, 0); dup2(m_folder, fd) != fd)
                    std::abort();
    }
    ~NamelessError()
    {
        close(m_connection);
        close(m_folder);
    }
    Q_DISABLE_COPY_MOVE(NamelessError)

    bool found() const { return m_connection >= 0; }

private:
    template <class Ask>
    static quint16 portOf(Ask ask, int fd)
    {
        sockaddr_in address{};
        socklen_t size = sizeof address;
        return ask(fd, reinterpret_cast<sockaddr*>(&address), &size) == 0 ? ntohs(address.sin_port) : 0;
    }

    int m_folder, m_connection = -1;
};

constexpr auto tokenText = "canary-token-0123456789-abcdef";

} // namespace

class HttpTests : public QObject {
    Q_OBJECT

    void behaviours()
    {
        QTest::addColumn<Behaviour>("behaviour");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("reused");
        const QList<std::pair<const char*, Behaviour>> kinds{{"FIN", Behaviour::FinBeforeAnswer},
            {"RST", Behaviour::RstBeforeAnswer}, {"status line", Behaviour::FinInStatusLine},
            {"truncated", Behaviour::TruncatedBody}, {"truncated chunks", Behaviour::TruncatedChunks}};
        for (const auto& [name, kind] : kinds)
            for (const auto* method : {"POST", "PUT", "PATCH", "DELETE"})
                for (const bool empty : {false, true})
                    for (const bool reused : {false, true})
                        QTest::addRow(
                            "%s %s %s %s", name, method, empty ? "empty" : "body", reused ? "reused" : "fresh")
                            << kind << QByteArray(method) << (empty ? QByteArray() : QByteArray(R"({"x":1})"))
                            << reused;
    }

private Q_SLOTS:
    void initTestCase() { qInstallMessageHandler(keepLog); }

    void anEffectGoesOverTheWireOnce_data() { behaviours(); }
    void anEffectGoesOverTheWireOnce()
    {
        QFETCH(const Behaviour, behaviour);
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, body);
        QFETCH(const bool, reused);
        RawServer server;
        Http http;
        if (reused)
            QCOMPARE(wordsOf(wait(http.read({.url = server.url(u"/warm"_s)}))), u"200"_s);
        server.behaviour = behaviour;
        const auto exchange = wait(http.effect({.method = method, .url = server.url(u"/effect"_s), .body = body}));
        QCOMPARE(wordsOf(exchange), u"network.interrupted unknown"_s);
        // A resend follows at once (see aPlainManagerDoesResend): a moment shows that none does.
        QTest::qWait(60);
        QCOMPARE(server.count("/effect"), 1);
        QCOMPARE(server.received.constLast().method, method);
        QCOMPARE(server.received.constLast().body, body);
        QCOMPARE(server.received.constLast().header("Content-Length"), QByteArray::number(body.size()));
        if (reused)
            QCOMPARE(server.connections, 1);
    }

    void anErrorWithoutANameLeavesAWriteThatIsOutUnknown_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("reused");
        for (const auto* method : {"POST", "PUT", "DELETE"})
            for (const auto* body : {"", "{}"})
                for (const bool reused : {false, true})
                    QTest::addRow("%s %s %s", method, *body ? "body" : "empty", reused ? "reused" : "fresh")
                        << QByteArray(method) << QByteArray(body) << reused;
    }
    void anErrorWithoutANameLeavesAWriteThatIsOutUnknown()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, body);
        QFETCH(const bool, reused);
        RawServer server;
        Http http;
        if (reused)
            QCOMPARE(wordsOf(wait(http.read({.url = server.url(u"/warm"_s)}))), u"200"_s);
        server.behaviour = Behaviour::Silence;
        auto exchange = http.effect({.method = method, .url = server.url(u"/effect"_s), .body = body});
        QTRY_COMPARE(server.count("/effect"), 1);
        const NamelessError error(server.serverPort());
        QVERIFY(error.found());
        for (auto* socket : server.findChildren<QTcpSocket*>())
            socket->write("H"); // so that somebody reads
        const auto outcome = wait(exchange);
        QVERIFY(std::holds_alternative<Failure>(outcome));
        const auto& failure = std::get<Failure>(outcome);
        QCOMPARE(integerAt(failure.error.details, "qtError"), qint64(QNetworkReply::UnknownNetworkError));
        QCOMPARE(int(failure.delivery), int(Delivery::Unknown));
        QTest::qWait(60);
        QCOMPARE(server.count("/effect"), 1);
    }

    //! The test of the test: the same server makes Qt's plain manager send more than once, so the guard above can fail.
    void aPlainManagerDoesResend_data()
    {
        QTest::addColumn<Behaviour>("behaviour");
        QTest::newRow("FIN") << Behaviour::FinBeforeAnswer;
        QTest::newRow("RST") << Behaviour::RstBeforeAnswer;
        QTest::newRow("status line") << Behaviour::FinInStatusLine;
    }
    void aPlainManagerDoesResend()
    {
        QFETCH(const Behaviour, behaviour);
        RawServer server;
        server.behaviour = behaviour;
        QNetworkAccessManager plain;
        QNetworkRequest request(server.url(u"/effect"_s));
        request.setRawHeader("Content-Type", "application/json");
        auto* reply = plain.post(request, R"({"x":1})");
        QVERIFY(QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000));
        QVERIFY2(server.count("/effect") >= 2, "this Qt does not resend any more: docs/decisions can be thought over");
    }

    void answersArriveWhole()
    {
        RawServer server;
        Http http;
        server.script = [](const RawServer::Received& r) {
            return httpAnswer(r.path == "/refused" ? 422 : 200, "{\"path\":\"" + r.path + "\"}",
                {"Content-Type: application/json; charset=utf-8", "X-Thing: one"});
        };
        for (const auto& [path, status] : {std::pair{u"/fine"_s, 200}, std::pair{u"/refused"_s, 422}}) {
            const auto exchange = wait(http.effect({.method = "POST",
                .url = server.url(path),
                .headers = {{"Content-Type", "application/json"}},
                .body = "{}",
                .bearer = Secret(tokenText)}));
            QCOMPARE(wordsOf(exchange), QString::number(status));
            const auto& response = std::get<Response>(exchange);
            QVERIFY(response.isJson());
            QCOMPARE(response.header("x-thing"), QByteArray("one"));
            QCOMPARE(response.body, "{\"path\":\"" + path.toUtf8() + "\"}");
            QCOMPARE(server.received.constLast().header("Authorization"), QByteArray("Bearer ") + tokenText);
            QCOMPARE(server.received.constLast().header("Content-Type"), QByteArray("application/json"));
        }
        QCOMPARE(server.connections, 1);
        QCOMPARE(http.requestsSent(), 2);
    }

    void everyStatusIsAnAnswer_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 201, 202, 204, 400, 401, 403, 404, 405, 408, 409, 410, 412, 415, 418, 422, 425,
                 429, 451, 500, 501, 502, 503, 504, 599})
            QTest::addRow("%d", status) << status;
    }
    void everyStatusIsAnAnswer()
    {
        QFETCH(const int, status);
        RawServer server;
        Http http;
        const QByteArray body = status == 204 ? "" : "{\"message\":\"m\"}";
        server.script = [&](const RawServer::Received&) {
            return httpAnswer(status, body, {"Content-Type: application/json", "WWW-Authenticate: Basic realm=\"x\""});
        };
        for (const bool effect : {true, false}) {
            Request request{.method = effect ? "POST" : "GET", .url = server.url(u"/s"_s), .body = effect ? "{}" : ""};
            const auto exchange = wait(effect ? http.effect(request) : http.read(request));
            QCOMPARE(wordsOf(exchange), QString::number(status));
            QCOMPARE(std::get<Response>(exchange).body, body);
        }
        QCOMPARE(server.count("/s"), 2);
    }

    void aCutOffErrorAnswerIsNoAnswer_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 201, 404, 422, 500, 503})
            QTest::addRow("%d", status) << status;
    }
    void aCutOffErrorAnswerIsNoAnswer()
    {
        QFETCH(const int, status);
        RawServer server;
        Http http;
        server.script = [&](const RawServer::Received&) {
            QTimer::singleShot(20, &server, [&] {
                for (auto* socket : server.findChildren<QTcpSocket*>())
                    socket->disconnectFromHost();
            });
            return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Length: 50\r\n\r\n{\"message\":";
        };
        QCOMPARE(wordsOf(wait(http.effect({.method = "POST", .url = server.url(u"/s"_s)}))),
            u"network.interrupted unknown"_s);
        QCOMPARE(server.count("/s"), 1);
    }

    void gzipIsReadAndCapped()
    {
        RawServer server;
        Http http;
        QByteArray raw(300'000, 'a');
        QByteArray zlib = qCompress(raw, 9).mid(4); // zlib stream = HTTP's "deflate"
        server.script = [&](const RawServer::Received& r) {
            return r.header("Accept-Encoding").contains("deflate")
                ? httpAnswer(200, zlib, {"Content-Encoding: deflate", "Content-Type: text/plain"})
                : httpAnswer(406, "");
        };
        const auto exchange = wait(http.read({.url = server.url(u"/z"_s)}));
        QCOMPARE(wordsOf(exchange), u"200"_s);
        QCOMPARE(std::get<Response>(exchange).body, raw);
        QCOMPARE(wordsOf(wait(http.read({.url = server.url(u"/z"_s), .maximumAnswer = 100'000}))),
            u"network.tooLarge unknown"_s);
    }

    void tooLargeAnswersEndEarly()
    {
        RawServer server;
        Http http;
        server.script = [](const RawServer::Received&) { return httpAnswer(200, QByteArray(3'000'000, 'x')); };
        QCOMPARE(
            wordsOf(wait(http.effect({.method = "POST", .url = server.url(u"/big"_s), .maximumAnswer = 1'000'000}))),
            u"network.tooLarge unknown"_s);
    }

    //! More than is taken in ahead of what is read.
    void largeAnswersComeWhole_data()
    {
        QTest::addColumn<QList<QByteArray>>("headers");
        QTest::newRow("plain") << QList<QByteArray>{};
        QTest::newRow("compressed") << QList<QByteArray>{"Content-Encoding: deflate"};
        QTest::newRow("the last one of a connection") << QList<QByteArray>{"Connection: close"};
    }
    void largeAnswersComeWhole()
    {
        QFETCH(const QList<QByteArray>, headers);
        QByteArray raw(24 * 1024 * 1024, Qt::Uninitialized);
        QRandomGenerator dice(7); // nothing that could be made smaller
        dice.fillRange(reinterpret_cast<quint32*>(raw.data()), raw.size() / qsizetype(sizeof(quint32)));
        const bool compressed = !headers.isEmpty() && headers.first().startsWith("Content-Encoding");
        const auto sent = compressed ? qCompress(raw, 1).mid(4) : raw;
        RawServer server;
        server.script = [&](const RawServer::Received&) { return httpAnswer(200, sent, headers); };
        Http http;
        const auto exchange = wait(http.read({.url = server.url(u"/large"_s), .maximumAnswer = 2 * raw.size()}));
        QCOMPARE(wordsOf(exchange), u"200"_s);
        QVERIFY(std::get<Response>(exchange).body == raw);
    }

    void timeoutsCountFromTheStart_data()
    {
        QTest::addColumn<Behaviour>("behaviour");
        QTest::newRow("silent") << Behaviour::Silence;
        QTest::newRow("a byte now and then") << Behaviour::Trickle;
    }
    void timeoutsCountFromTheStart()
    {
        QFETCH(const Behaviour, behaviour);
        RawServer server;
        server.behaviour = behaviour;
        Http http;
        QElapsedTimer elapsed;
        elapsed.start();
        const auto exchange =
            wait(http.effect({.method = "POST", .url = server.url(u"/slow"_s), .timeout = Millis(400)}));
        QCOMPARE(wordsOf(exchange), u"network.timeout unknown"_s);
        QVERIFY(elapsed.elapsed() >= 350 && elapsed.elapsed() < 3000);
        QCOMPARE(server.count("/slow"), 1);
    }

    //! A thread of Qt's takes in what comes, also while ours is busy and sees nothing of it.
    void anAnswerThatComesFasterThanItIsReadFillsLittleMemory_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("with a body") << QByteArray("{}");
        QTest::newRow("without") << QByteArray();
    }
    void anAnswerThatComesFasterThanItIsReadFillsLittleMemory()
    {
        QFETCH(const QByteArray, body);
        Flood flood("HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\n");
        Http http;
        auto exchange = http.effect({.method = "POST", .url = flood.url(), .body = body});
        const auto taken = flood.takenUnread();
        const auto outcome = wordsOf(wait(exchange));
        QVERIFY2(taken >= 0 && taken < Flood::size / 4, qPrintable(u"%1 MiB"_s.arg(taken)));
        QCOMPARE(outcome, u"network.tooLarge unknown"_s);
    }

    //! Qt has no limit on them, and tells of none before all have come. It reads them a byte at a time, so that an exchange
    //! ends long before they fill the memory: some 2 MiB a second on a busy machine. This is told where another Qt is quicker.
    void headersWithoutEndFillLittleMemory()
    {
        RawServer server;
        server.behaviour = Behaviour::EndlessHeaders;
        Http http;
        wait(http.read({.url = server.url(u"/warm"_s)}));
        const auto before = resident();
        qint64 most = before;
        QTimer sample;
        connect(&sample, &QTimer::timeout, &sample, [&] { most = std::max(most, resident()); });
        sample.start(20);
        constexpr Millis kEnd{1'500};
        QCOMPARE(wordsOf(wait(http.effect({.method = "POST", .url = server.url(u"/x"_s), .timeout = kEnd}))),
            u"network.timeout unknown"_s);
        QVERIFY(before > 0);
        const qint64 inHalfAMinute = (most - before) * 30'000 / kEnd.count();
        QVERIFY2(inHalfAMinute < 1'024, qPrintable(u"%1 MiB in half a minute"_s.arg(inHalfAMinute)));
    }

    //! Qt's thread does nothing else as long as they come, and does not hear that the time is over.
    void headersWithoutEndHoldUpNobodyElse()
    {
        Flood flood("HTTP/1.1 200 OK\r\nX-Filler: ");
        RawServer server;
        Http http;
        auto flooded = http.effect({.method = "POST", .url = flood.url(), .body = "{}", .timeout = Millis(1'000)});
        flood.begin();
        QCOMPARE(wordsOf(wait(flooded)), u"network.timeout unknown"_s);
        QCOMPARE(wordsOf(wait(http.read({.url = server.url(u"/x"_s), .timeout = Millis(20'000)}))), u"200"_s);
    }

    void certainlyNotSent()
    {
        Http http;
        quint16 closedPort = 0;
        {
            QTcpServer once;
            QVERIFY(once.listen(QHostAddress::LocalHost));
            closedPort = once.serverPort();
        }
        QCOMPARE(wordsOf(wait(http.effect({.method = "POST", .url = QUrl(u"http://127.0.0.1:%1/"_s.arg(closedPort))}))),
            u"network.unreachable not sent"_s);
        QCOMPARE(wordsOf(wait(http.effect({.method = "POST", .url = QUrl(u"https://no-such-host.invalid/"_s)}))),
            u"network.unreachable not sent"_s);
        QCOMPARE(http.requestsSent(), 2);
    }

    void aServerThatSpeaksNoTlsGetsNoByteOfTheRequest()
    {
        RawServer server;
        Http http;
        auto url = server.url(u"/"_s);
        url.setScheme(u"https"_s);
        const auto future = http.effect({.method = "POST", .url = url, .body = "secret", .timeout = Millis(3000)});
        QTimer::singleShot(300, &server, [&] {
            for (auto* socket : server.findChildren<QTcpSocket*>()) {
                socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
                socket->disconnectFromHost();
            }
        });
        const auto exchange = wait(future);
        QCOMPARE(wordsOf(exchange), u"network.tls not sent"_s);
        QCOMPARE(server.received.size(), 0);
    }

    void unsafeUrlsAreRefusedUnsent_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("plain http") << u"http://api.github.com/user"_s << false;
        QTest::newRow("loopback name look-alike") << u"http://localhost.example.com/"_s << false;
        QTest::newRow("user information") << u"https://user:pass@api.github.com/"_s << false;
        QTest::newRow("file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("none") << QString() << false;
        QTest::newRow("https") << u"https://api.github.com/user"_s << true;
        QTest::newRow("loopback") << u"http://127.0.0.1:8080/user"_s << true;
        QTest::newRow("loopback v6") << u"http://[::1]:8080/user"_s << true;
        QTest::newRow("localhost") << u"http://localhost:8080/user"_s << true;
    }
    void unsafeUrlsAreRefusedUnsent()
    {
        QFETCH(const QString, url);
        QFETCH(const bool, allowed);
        QCOMPARE(http::isAllowed(QUrl(url)), allowed);
        if (allowed)
            return;
        Http http;
        const auto exchange = wait(http.effect({.method = "POST", .url = QUrl(url)}));
        QCOMPARE(wordsOf(exchange), u"network.unsafeUrl not sent"_s);
        QCOMPARE(http.requestsSent(), 0);
        QVERIFY(!toBytes(toJson(std::get<Failure>(exchange).error)).contains("pass@"));
    }

    void aHeaderOfSeveralLinesIsNotSent()
    {
        Http http;
        const QUrl url(u"https://api.example/"_s);
        for (const auto& header : {http::Header{"X-Name", "fishing\r\nX-Other: 1"}, {"X-Name", "fishing\n"},
                 {"X-Na\rme", "fishing"}, {"X-Name", QByteArray("a\0b", 3)}, {"", "fishing"}, {"X Name", "fishing"}}) {
            const auto exchange = wait(http.effect({.method = "POST", .url = url, .headers = {header}}));
            QCOMPARE(wordsOf(exchange), u"setting.invalid not sent"_s);
        }
        QCOMPARE(http.requestsSent(), 0);
    }

    void aRedirectNeverCarriesTheTokenAway_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }
    void aRedirectNeverCarriesTheTokenAway()
    {
        QFETCH(const int, status);
        RawServer server, elsewhere; // another port is another origin
        Http http;
        server.script = [&](const RawServer::Received&) {
            return httpAnswer(status, "", {"Location: " + elsewhere.url(u"/stolen?x=1"_s).toEncoded()});
        };
        QCOMPARE(wordsOf(wait(http.read({.url = server.url(u"/a"_s), .bearer = Secret(tokenText)}))),
            u"network.redirected unknown"_s);
        QCOMPARE(wordsOf(wait(http.read(
                     {.method = "POST", .url = server.url(u"/a"_s), .body = "{}", .bearer = Secret(tokenText)}))),
            u"network.redirected unknown"_s);
        // For an effect the redirect is the answer, and nobody follows it, not even on the same host.
        QCOMPARE(
            wordsOf(wait(http.effect({.method = "POST", .url = server.url(u"/b"_s), .bearer = Secret(tokenText)}))),
            QString::number(status));
        QTest::qWait(50);
        QCOMPARE(elsewhere.connections, 0);
        QCOMPARE(server.received.size(), 3);
    }

    void readsFollowAFewRedirectsToTheSameHost()
    {
        RawServer server;
        Http http;
        server.script = [&](const RawServer::Received& r) {
            if (r.path == "/end")
                return httpAnswer(200, "{}");
            if (r.path == "/loop")
                return httpAnswer(302, "", {"Location: /loop"});
            const auto left = r.path.mid(3).toInt();
            return httpAnswer(301, "", {left > 1 ? "Location: /r/" + QByteArray::number(left - 1) : "Location: /end"});
        };
        QCOMPARE(wordsOf(wait(http.read({.url = server.url(u"/r/3"_s), .bearer = Secret(tokenText)}))), u"200"_s);
        QCOMPARE(server.received.constLast().header("Authorization"), QByteArray("Bearer ") + tokenText);
        QCOMPARE(wordsOf(wait(http.read({.url = server.url(u"/r/4"_s)}))), u"network.redirected unknown"_s);
        QCOMPARE(wordsOf(wait(http.read({.url = server.url(u"/loop"_s)}))), u"network.redirected unknown"_s);
        QCOMPARE(server.count("/loop"), 4);
    }

    void abandonedFuturesFinish()
    {
        RawServer server;
        server.behaviour = Behaviour::Silence;
        auto http = std::make_unique<Http>();
        const auto one = http->effect({.method = "POST", .url = server.url(u"/x"_s)});
        QTRY_COMPARE(server.count("/x"), 1);
        http->abortAll();
        QVERIFY(one.isFinished());
        QCOMPARE(wordsOf(one.result()), u"network.cancelled unknown"_s);
        const auto two = http->read({.url = server.url(u"/y"_s)});
        http.reset();
        QVERIFY(two.isFinished());
        QCOMPARE(wordsOf(two.result()), u"network.cancelled unknown"_s);
    }

    void theSystemsProxyIsAskedForOnceAndInAnotherThread()
    {
        ManualClock clock;
        SlowDesktop desktop;
        http::SystemProxies proxies(clock, desktop.lookUp());
        const QUrl url(u"https://API.example/x"_s), sameHost(u"https://api.example/y"_s);
        int ready = 0;
        for (const auto& each : {url, url, sameHost})
            proxies.prepare(each, this, [&] { ++ready; });
        QCOMPARE(ready, 0);
        QVERIFY(proxies.known(url).isEmpty());
        desktop.answer();
        QTRY_COMPARE(ready, 3);
        QCOMPARE(proxies.known(sameHost).value(0).hostName(), u"proxy-of.api.example"_s);
        clock.advance(Millis(10 * 60'000 - 1));
        proxies.prepare(url, this, [&] { ++ready; });
        QCOMPARE(ready, 4); // at once
        QCOMPARE(int(desktop.shared->asked), 1);
        clock.advance(Millis(1));
        proxies.prepare(url, this, [&] { ++ready; }); // the network may be another one by now
        QCOMPARE(ready, 4);
        desktop.answer();
        QTRY_COMPARE(ready, 5);
        QCOMPARE(int(desktop.shared->asked), 2);
        proxies.prepare(QUrl(u"https://other.example/"_s), this, [&] { ++ready; });
        desktop.answer();
        QTRY_COMPARE(ready, 6);
        QCOMPARE(int(desktop.shared->asked), 3); // by host
    }

    void aSystemThatDoesNotAnswerHoldsNobodyUp()
    {
        ManualClock clock;
        SlowDesktop desktop;
        http::SystemProxies proxies(clock, desktop.lookUp());
        const QUrl url(u"https://api.example/"_s);
        int ready = 0;
        proxies.prepare(url, this, [&] { ++ready; });
        {
            QObject gone;
            proxies.prepare(url, &gone, [&] { ready += 100; });
        }
        clock.advance(Millis(4'999));
        QCOMPARE(ready, 0);
        clock.advance(Millis(1));
        QCOMPARE(ready, 1);
        QCOMPARE(proxies.known(url).value(0).type(), QNetworkProxy::NoProxy);
        proxies.prepare(url, this, [&] { ++ready; });
        QCOMPARE(ready, 2); // not each request waits so long
        desktop.answer(); // late, but good for those that follow
        QTRY_COMPARE(proxies.known(url).value(0).type(), QNetworkProxy::HttpProxy);
        QCOMPARE(ready, 2);
    }

    void requestsDoNotWaitForTheSystemInTheirThread()
    {
        SlowDesktop desktop;
        http::NetworkOptions options;
        options.systemLookUp = desktop.lookUp();
        Http http(options);
        // The thread goes on, and the request's own limit holds: nothing was sent.
        const auto slow =
            http.effect({.method = "POST", .url = QUrl(u"https://api.example/"_s), .timeout = Millis(100)});
        RawServer server;
        QCOMPARE(wordsOf(wait(http.read({.url = server.url(u"/x"_s)}))), u"200"_s); // loopback needs nobody's word
        QCOMPARE(wordsOf(wait(slow)), errc::networkTimeout + u" not sent"_s);
        QCOMPARE(int(desktop.shared->asked), 1);
        QCOMPARE(http.requestsSent(), 1);
    }

    void theServersClockIsReadFromItsDate()
    {
        Response response{.headers = {{"date", "Sat, 21 Nov 2026 10:00:07 GMT"}}};
        QVERIFY(response.date() == Timestamp::fromIso(u"2026-11-21T10:00:07Z"_s));
        for (const char* bad : {"", "Sat, 21 Nov 2026 10:00:07 +0100", "2026-11-21T10:00:07Z"}) {
            response.headers[0].value = bad;
            QVERIFY2(!response.date(), bad);
        }
    }

    //! A continuation may drop the last owner of everything.
    void aContinuationMayDestroyItsHttp()
    {
        RawServer server;
        auto http = std::make_unique<Http>();
        QFutureWatcher<Exchange> watcher;
        bool gone = false;
        http->read({.url = server.url(u"/x"_s)}).then([&](const Exchange&) {
            http.reset();
            gone = true;
        });
        QTRY_VERIFY(gone);
        QTest::qWait(50);
    }

    //! Runs last: looks through everything that was said above.
    void theTokenIsInNoErrorAndNoLogLine()
    {
        QLoggingCategory::setFilterRules(u"*.debug=true\nqt.*=false"_s);
        RawServer server;
        Http http;
        QList<Exchange> exchanges;
        for (const auto behaviour : {Behaviour::Answer, Behaviour::FinBeforeAnswer, Behaviour::TruncatedBody}) {
            server.behaviour = behaviour;
            exchanges << wait(http.effect({.method = "POST",
                .url = server.url(u"/e?token=%1"_s.arg(QLatin1String(tokenText))),
                .bearer = Secret(tokenText)}));
        }
        exchanges << wait(http.read(
            {.url = QUrl(u"http://no.example/?t=%1"_s.arg(QLatin1String(tokenText))), .bearer = Secret(tokenText)}));
        for (const auto& exchange : exchanges)
            if (const auto* failure = std::get_if<Failure>(&exchange))
                QVERIFY(!toBytes(toJson(failure->error)).contains(tokenText));
        QVERIFY(logLines().filter(u"/e 200"_s).size() == 1); // so the log was really looked at
        QCOMPARE(logLines().filter(QLatin1String(tokenText)), QStringList());
    }
};

QTEST_GUILESS_MAIN(HttpTests)
#include "http_tests.moc"
