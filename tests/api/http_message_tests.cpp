// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http_message.h"

#include "base/error_codes.h"
#include "base/text.h"

#include <QTest>

using namespace slipway;
using namespace slipway::api;

class HttpMessageTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsARequest()
    {
        const auto request = parseHead(
            "POST /v1/runs/my%20service%2Fa/retry?since=3&search=a+b HTTP/1.1\r\nHost: here\r\ncontent-length: 12\r\n"
            "X-Empty:");
        QVERIFY(request.ok());
        QCOMPARE(request->method, QByteArray("POST"));
        QCOMPARE(request->segments, (QStringList{u"v1"_s, u"runs"_s, u"my service/a"_s, u"retry"_s}));
        QCOMPARE(request->parameter(u"search"_s).value_or(QString()), u"a b"_s);
        QCOMPARE(request->parameter(u"since"_s).value_or(QString()), u"3"_s);
        QVERIFY(!request->parameter(u"other"_s));
        QCOMPARE(request->contentLength, 12);
        QVERIFY(request->has("x-empty"));
        QVERIFY(request->keepAlive);
    }

    void oldAndClosingClientsAreNotKept()
    {
        QVERIFY(!parseHead("GET / HTTP/1.0\r\nHost: a")->keepAlive);
        QVERIFY(!parseHead("GET / HTTP/1.1\r\nHost: a\r\nConnection: Close")->keepAlive);
    }

    void refusesWhatTwoReadersMightReadDifferently_data()
    {
        QTest::addColumn<QByteArray>("head");
        const auto row = [](const char* name, const QByteArray& head) { QTest::newRow(name) << head; };
        row("no version", "GET /");
        row("other protocol", "GET / HTTP/2.0\r\nHost: a");
        row("no path", "GET http://a/ HTTP/1.1\r\nHost: a");
        row("blank in the path", "GET /a b HTTP/1.1\r\nHost: a");
        row("no host", "GET / HTTP/1.1\r\nAccept: a");
        row("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: a");
        row("two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1");
        row("chunked", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked");
        row("chunked, hidden", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked");
        row("length with a sign", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1");
        row("negative length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1");
        row("endless length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999");
        row("folded header", "GET / HTTP/1.1\r\nHost: a\r\nX-A: b\r\n c");
        row("header without name", "GET / HTTP/1.1\r\nHost: a\r\n: b");
        row("header without colon", "GET / HTTP/1.1\r\nHost: a\r\nnonsense");
        row("control character", QByteArray("GET / HTTP/1.1\r\nHost: a\r\nX-A: b\0c", 33));
        row("broken escape", "GET /%4 HTTP/1.1\r\nHost: a");
        row("signed escape", "GET /%+4 HTTP/1.1\r\nHost: a");
        row("no UTF-8", "GET /%FF HTTP/1.1\r\nHost: a");
        row("upwards", "GET /v1/../x HTTP/1.1\r\nHost: a");
        row("upwards, encoded", "GET /v1/%2e%2E/x HTTP/1.1\r\nHost: a");
        row("parameter twice", "GET /?a=1&a=2 HTTP/1.1\r\nHost: a");
        row("too many headers", "GET / HTTP/1.1\r\nHost: a" + QByteArray("\r\nX: y").repeated(64));
    }
    void refusesWhatTwoReadersMightReadDifferently()
    {
        QFETCH(QByteArray, head);
        const auto request = parseHead(head);
        QVERIFY(!request.ok());
        QCOMPARE(request.error().code, errc::apiMalformed);
        QVERIFY(!textAt(request.error().args, "reason").isEmpty());
    }
};

QTEST_GUILESS_MAIN(HttpMessageTests)
#include "http_message_tests.moc"
