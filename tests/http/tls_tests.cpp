// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates and proxies, against real servers: the openssl program plays those that must not be trusted.
#include "base/error_codes.h"
#include "base/manual_clock.h"
#include "base/text.h"
#include "http/event_stream.h"
#include "http/http.h"
#include "http/network_options.h"

#include "raw_server.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QProcess>
#include <QRegularExpression>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::http;

namespace {

Exchange wait(QFuture<Exchange> future)
{
    QEventLoop loop;
    QFutureWatcher<Exchange> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.result();
}

//! "200", or the error's code and reason.
QString told(const Exchange& exchange)
{
    if (const auto* response = std::get_if<Response>(&exchange))
        return QString::number(response->status);
    const auto& failure = std::get<Failure>(exchange);
    return failure.error.code + u' ' + textAt(failure.error.args, "reason")
        + (failure.delivery == Delivery::NotSent ? QString() : u" unknown"_s);
}

//! A server that can be trusted: it answers 200, and keeps what it was sent.
class GoodServer : public QSslServer {
public:
    GoodServer(const QString& certificate, const QString& key, QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater)
    {
        QFile keyFile(key);
        const bool opened = keyFile.open(QIODevice::ReadOnly);
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate::fromPath(certificate).value(0));
        tls.setPrivateKey(QSslKey(opened ? keyFile.readAll() : QByteArray(), QSsl::Rsa));
        tls.setProtocol(protocol);
        setSslConfiguration(tls);
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            auto* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                received += socket->readAll();
                if (received.contains("\r\n\r\n"))
                    socket->write(httpAnswer(200, "{}", {"Content-Type: application/json"}));
            });
        });
    }
    QByteArray received;
};

//! An HTTP proxy as companies have them: tunnels for those that it lets through.
class Proxy : public QTcpServer {
public:
    explicit Proxy(QByteArray credentials = {})
        : m_credentials(std::move(credentials))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                if (auto* target = socket->findChild<QTcpSocket*>()) {
                    target->write(socket->readAll());
                    return;
                }
                if (!socket->peek(64 * 1024).contains("\r\n\r\n"))
                    return;
                const auto head = socket->readAll();
                heads.append(head);
                if (!m_credentials.isEmpty()
                    && !head.contains("Proxy-Authorization: Basic " + m_credentials.toBase64())) {
                    socket->write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic "
                                  "realm=\"proxy\"\r\nContent-Length: 0\r\n\r\n");
                    return;
                }
                auto* target = new QTcpSocket(socket);
                connect(target, &QTcpSocket::readyRead, socket, [socket, target] { socket->write(target->readAll()); });
                connect(target, &QTcpSocket::disconnected, socket, &QTcpSocket::disconnectFromHost);
                // Whatever name was asked for, the test's own server is meant.
                target->connectToHost(QHostAddress::LocalHost, targetPort);
                if (target->waitForConnected(2000))
                    socket->write("HTTP/1.1 200 Connection established\r\n\r\n");
            });
        });
    }
    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort())); }

    quint16 targetPort = 0;
    QList<QByteArray> heads;

private:
    QByteArray m_credentials;
};

} // namespace

class TlsTests : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    NetworkOptions m_trusting; //!< trusts the test's own authority

    QString path(const QString& name) const { return m_folder.filePath(name); }

    void openssl(const QStringList& arguments) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(u"openssl"_s, arguments);
        QVERIFY(process.waitForFinished(30000));
        QVERIFY2(process.exitCode() == 0, process.readAll().constData());
    }

    //! A certificate of the test's authority for a name, good from and to days from now.
    void certify(const QString& name, const QString& subject, const QString& days, const QString& alternative) const
    {
        openssl({u"req"_s, u"-new"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, path(name + u".key"_s),
            u"-out"_s, path(name + u".csr"_s), u"-subj"_s, subject});
        QFile extension(path(name + u".ext"_s));
        QVERIFY(extension.open(QIODevice::WriteOnly));
        extension.write("subjectAltName=" + alternative.toLatin1() + "\n");
        extension.close();
        openssl({u"x509"_s, u"-req"_s, u"-in"_s, path(name + u".csr"_s), u"-CA"_s, path(u"ca.pem"_s), u"-CAkey"_s,
            path(u"ca.key"_s), u"-CAcreateserial"_s, u"-days"_s, days, u"-extfile"_s, path(name + u".ext"_s), u"-out"_s,
            path(name + u".pem"_s)});
    }

    //! openssl's server with that certificate; its port, or 0.
    quint16 serve(QProcess& server, const QString& name, const QStringList& more = {}) const
    {
        server.setProcessChannelMode(QProcess::MergedChannels);
        server.start(u"openssl"_s,
            QStringList{u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, u"-cert"_s, path(name + u".pem"_s), u"-key"_s,
                path(name + u".key"_s)}
                + more);
        QByteArray said;
        static const QRegularExpression port(u"ACCEPT [^\\n]*:(\\d+)"_s);
        for (int i = 0; i < 100; ++i) {
            server.waitForReadyRead(100);
            said += server.readAll();
            if (const auto found = port.match(QString::fromLatin1(said)); found.hasMatch())
                return quint16(found.captured(1).toUInt());
        }
        return 0;
    }

    QString answerOf(const NetworkOptions& options, const QString& certificate, const QStringList& more = {},
        const QString& host = u"127.0.0.1"_s) const
    {
        QProcess server;
        const auto port = serve(server, certificate, more);
        if (port == 0)
            return u"no server: "_s + QString::fromLocal8Bit(server.readAll());
        Http http(options);
        const auto answer = told(wait(http.read({.url = QUrl(u"https://%1:%2/"_s.arg(host).arg(port)),
            .bearer = Secret("canary-token-0123456789"),
            .timeout = Millis(5000)})));
        // The token reached nobody whose certificate was not accepted.
        server.waitForReadyRead(50);
        const auto said = server.readAll();
        server.kill();
        server.waitForFinished();
        return said.contains("canary") ? u"the token was sent"_s : answer;
    }

private Q_SLOTS:
    void initTestCase()
    {
        openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, path(u"ca.key"_s),
            u"-out"_s, path(u"ca.pem"_s), u"-days"_s, u"30"_s, u"-subj"_s, u"/CN=Acme test authority"_s});
        const auto here = u"IP:127.0.0.1,DNS:localhost"_s;
        certify(u"good"_s, u"/CN=localhost"_s, u"30"_s, here);
        certify(u"expired"_s, u"/CN=localhost"_s, u"-1"_s, here);
        certify(u"other"_s, u"/CN=github.acme.example"_s, u"30"_s, u"DNS:github.acme.example"_s);
        const auto authorities = readAuthorities(path(u"ca.pem"_s));
        QVERIFY(authorities);
        m_trusting.authorities = *authorities;
        m_trusting.proxy = QUrl();
    }

    void anAuthorityOfOnesOwnIsTrustedBesideTheSystems()
    {
        GoodServer server(path(u"good.pem"_s), path(u"good.key"_s));
        for (const auto& host : {u"127.0.0.1"_s, u"localhost"_s}) {
            Http http(m_trusting);
            QCOMPARE(told(wait(http.read({.url = QUrl(u"https://%1:%2/"_s.arg(host).arg(server.serverPort())),
                         .bearer = Secret("canary-token-0123456789")}))),
                u"200"_s);
        }
        QCOMPARE(server.received.count("Authorization: Bearer canary-token-0123456789"), 2);
        // What openssl's server is sent shows in what it says: its silence below means something.
        QCOMPARE(answerOf(m_trusting, u"good"_s), u"the token was sent"_s);
    }

    void aStreamOfEventsTrustsNobodyElse()
    {
        for (const bool trusting : {true, false}) {
            GoodServer server(path(u"good.pem"_s), path(u"good.key"_s));
            ManualClock clock;
            EventStream stream(QUrl(u"https://127.0.0.1:%1/c"_s.arg(server.serverPort())),
                trusting ? m_trusting : NetworkOptions(), clock);
            int ended = 0;
            connect(&stream, &EventStream::interrupted, this, [&ended] { ++ended; });
            stream.start();
            QTRY_COMPARE(ended, 1); // it is answered by what is no stream
            QCOMPARE(server.received.startsWith("GET /c "), trusting);
        }
    }

    void whatIsNotToBeTrustedGetsNothing_data()
    {
        QTest::addColumn<bool>("trusting");
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QString>("answer");
        const QStringList nothing;
        QTest::newRow("unknown authority") << false << u"good"_s << nothing << u"network.tls authority"_s;
        QTest::newRow("expired") << true << u"expired"_s << nothing << u"network.tls expired"_s;
        QTest::newRow("another name") << true << u"other"_s << nothing << u"network.tls hostName"_s;
        QTest::newRow("TLS 1.1") << true << u"good"_s
                                 << QStringList{u"-tls1_1"_s, u"-cipher"_s, u"DEFAULT:@SECLEVEL=0"_s}
                                 << u"network.tls protocol"_s;
    }
    void whatIsNotToBeTrustedGetsNothing()
    {
        QFETCH(const bool, trusting);
        QFETCH(const QString, certificate);
        QFETCH(const QStringList, more);
        QFETCH(const QString, answer);
        NetworkOptions plain;
        plain.proxy = QUrl();
        QCOMPARE(answerOf(trusting ? m_trusting : plain, certificate, more), answer);
    }

    //! The test of the test: the same servers are reached by who trusts them, with the older protocol, too.
    void newerProtocolsAreSpoken()
    {
        for (const auto version : {QSsl::TlsV1_2, QSsl::TlsV1_3}) {
            GoodServer server(path(u"good.pem"_s), path(u"good.key"_s), version);
            Http http(m_trusting);
            QCOMPARE(
                told(wait(http.read({.url = QUrl(u"https://127.0.0.1:%1/"_s.arg(server.serverPort()))}))), u"200"_s);
        }
    }

    void filesWithoutCertificatesAreRefused()
    {
        QFile file(path(u"nothing.pem"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        file.close();
        for (const auto& name : {u"nothing.pem"_s, u"ca.key"_s, u"absent.pem"_s}) {
            const auto read = readAuthorities(path(name));
            QVERIFY(!read);
            QCOMPARE(read.error().code, errc::fileUnreadable);
        }
    }

    void aProxyIsUsedAndItsRefusalTold()
    {
        GoodServer server(path(u"other.pem"_s), path(u"other.key"_s));
        const auto port = server.serverPort();
        const QUrl url(u"https://github.acme.example/"_s);
        Proxy open;
        open.targetPort = port;
        auto options = m_trusting;
        options.proxy = open.url();
        const auto ask = [&url](const NetworkOptions& with) {
            Http http(with);
            return told(
                wait(http.read({.url = url, .bearer = Secret("canary-token-0123456789"), .timeout = Millis(5000)})));
        };
        QCOMPARE(ask(options), u"200"_s);
        QVERIFY(open.heads.constFirst().startsWith("CONNECT github.acme.example:443 "));
        QVERIFY(!open.heads.join().contains("canary")); // the token is for GitHub, inside the tunnel

        Proxy closed("mia:secret-word");
        closed.targetPort = port;
        options.proxy = closed.url();
        QCOMPARE(ask(options), u"network.proxy credentials"_s);
        options.proxyUser = u"mia"_s;
        options.proxyPassword = Secret("wrong-word");
        QCOMPARE(ask(options), u"network.proxy credentials"_s);
        options.proxyPassword = Secret("secret-word");
        QCOMPARE(ask(options), u"200"_s);

        // The password is for the proxy that was named: what the system says may be anybody's.
        options.proxy.reset();
        options.systemLookUp = [named = closed.serverPort()](const QNetworkProxyQuery&) {
            return QList<QNetworkProxy>{QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, named)};
        };
        closed.heads.clear();
        QCOMPARE(ask(options), u"network.proxy credentials"_s);
        QVERIFY(!closed.heads.isEmpty() && !closed.heads.join().toLower().contains("authorization"));

        QTcpServer nobody;
        nobody.listen(QHostAddress::LocalHost);
        options.proxy = QUrl(u"http://127.0.0.1:%1"_s.arg(nobody.serverPort()));
        nobody.close();
        QCOMPARE(ask(options), u"network.proxy unreachable"_s);
    }

    void loopbackNeedsNoProxy()
    {
        RawServer server;
        NetworkOptions options;
        options.proxy = QUrl(u"http://127.0.0.1:1"_s);
        Http http(options);
        QCOMPARE(told(wait(http.read({.url = server.url(u"/a"_s)}))), u"200"_s);
    }

    void addressesOfProxies()
    {
        QVERIFY(proxyAddress(u"none"_s)->isEmpty());
        QCOMPARE(proxyAddress(u"proxy.acme.example:3128"_s)->toString(), u"http://proxy.acme.example:3128"_s);
        QVERIFY(proxyAddress(u"socks5://127.0.0.1:1080"_s));
        for (const auto* bad : {"http://me:secret@proxy:3128", "ftp://proxy", "http://", "http://proxy/path"})
            QVERIFY2(!proxyAddress(QString::fromLatin1(bad)), bad);
    }
};

QTEST_GUILESS_MAIN(TlsTests)
#include "tls_tests.moc"
