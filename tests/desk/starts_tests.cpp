// SPDX-License-Identifier: GPL-3.0-or-later
// Hundreds of starts are looked at together: each file, list and name is read once, by few requests.
#include "base/error_codes.h"
#include "base/text.h"
#include "desk/local_desk.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::desk;

namespace {

//! The sandbox in a process of its own.
class SandboxProcess {
public:
    SandboxProcess()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(qEnvironmentVariable("SLIPWAY_SANDBOX_SERVER"), {u"--speed"_s, u"1"_s});
        while (!m_process.canReadLine())
            if (!m_process.waitForReadyRead(60'000))
                qFatal("the sandbox does not answer");
        announced = *parseJson(m_process.readLine());
    }
    ~SandboxProcess()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5'000))
            m_process.kill();
        m_process.waitForFinished(5'000);
    }
    Json announced;

private:
    QProcess m_process;
};

//! Stands before the sandbox and counts what is asked of it.
class CountingRelay : public QObject {
public:
    explicit CountingRelay(const QUrl& to)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this, to] {
            auto* from = m_server.nextPendingConnection();
            auto* on = new QTcpSocket(from);
            on->connectToHost(to.host(), quint16(to.port()));
            connect(from, &QTcpSocket::readyRead, on, [this, from, on] {
                const QByteArray bytes = from->readAll();
                requests += int(bytes.count(" HTTP/1.1\r\n"));
                on->write(bytes);
            });
            connect(on, &QTcpSocket::readyRead, from, [from, on] { from->write(on->readAll()); });
            connect(on, &QTcpSocket::disconnected, from, &QTcpSocket::disconnectFromHost);
            connect(from, &QTcpSocket::disconnected, from, &QObject::deleteLater);
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("there is no port");
    }
    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort())); }
    int requests = 0;

private:
    QTcpServer m_server;
};

template <class T>
T waitFor(const QFuture<T>& future)
{
    QFutureWatcher<T> watcher;
    watcher.setFuture(future);
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 100'000))
        qFatal("a future was not finished");
    return future.result();
}

const QString workflow = u"cdp-create-service"_s;

Json inputsOf(const QString& name)
{
    return {{"repositoryName", name.toStdString()}, {"serviceType", "cdp-node-backend-template"},
        {"owningTeam", "fisheries"}};
}

//! A desk over a sandbox, through the relay.
struct World {
    SandboxProcess sandbox;
    CountingRelay relay{QUrl(textAt(sandbox.announced, "url"))};
    QTemporaryDir folder;
    std::unique_ptr<LocalDesk> desk;

    World()
    {
        LocalDeskOptions options;
        options.engine.storePath = folder.filePath(u"s/store.db"_s);
        options.engine.program = u"tests"_s;
        options.engine.host = u"sandbox"_s;
        options.engine.connection =
            github::Connection{.apiUrl = relay.url(), .token = Secret(textAt(sandbox.announced, "token").toUtf8())};
        options.actor = u"mia"_s;
        options.announced = {{"org", sandbox.announced["org"]}};
        auto opened = LocalDesk::open(options);
        if (!opened)
            qFatal("the store cannot be opened: %s", toBytes(toJson(opened.error())).constData());
        desk = std::move(*opened);
    }
};

} // namespace

class StartsTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void manyStartsAreLookedAtByFewRequests()
    {
        World world;
        QElapsedTimer time;
        time.start();
        // SLIPWAY_STARTS: how many, for measurements; each edits a dozen files of a hundred kilobytes.
        const int rows = std::max(24, qEnvironmentVariableIntValue("SLIPWAY_STARTS"));
        int good = 0;
        for (int from = 0, most = 10; from < rows; from += most, most = 14) {
            QList<Json> inputs;
            for (int i = from; i < std::min(rows, from + most); ++i)
                inputs += inputsOf(u"service-%1"_s.arg(i));
            const auto found = waitFor(world.desk->prospects(workflow, inputs));
            QVERIFY(found.ok());
            QCOMPARE(found->size(), inputs.size());
            for (const Prospect& prospect : *found) {
                QVERIFY2(prospect.name.kind == Availability::Kind::Free,
                    prospect.name.error ? toBytes(toJson(*prospect.name.error)).constData() : "not free");
                QVERIFY2(prospect.problems.isEmpty(), toBytes(toJson(prospect.problems.value(0))).constData());
                QCOMPARE(prospect.pullRequests.size(), 4);
                good += 1;
            }
        }
        QCOMPARE(good, rows);
        qInfo("%d starts: %d requests, %.1f s", rows, world.relay.requests, double(time.elapsed()) / 1000);
        QVERIFY2(world.relay.requests <= 6, qPrintable(QString::number(world.relay.requests)));

        // What was just read serves the preview of one of them.
        const int before = world.relay.requests;
        const auto preview = waitFor(world.desk->preview(workflow, inputsOf(u"service-%1"_s.arg(rows - 1))));
        QVERIFY(preview.ok() && preview->complete());
        QCOMPARE(world.relay.requests - before, 0);
    }

    void whatStandsInTheWayOfOneIsSaidOfThatOne()
    {
        World world;
        auto archived = inputsOf(u"herring-api"_s);
        archived["owningTeam"] = "nobody-at-all";
        const auto found = waitFor(world.desk->prospects(
            workflow, {inputsOf(u"stock-feed"_s), inputsOf(u"tf-svc"_s), archived, inputsOf(u"stock-meal"_s)}));
        QVERIFY(found.ok());
        const auto& all = *found;
        QCOMPARE(all.size(), 4);
        QVERIFY(all[0].name.kind == Availability::Kind::Free && all[0].problems.isEmpty());
        QCOMPARE(all[1].name.kind, Availability::Kind::Taken);
        QCOMPARE(all[1].name.holder, u"DEFRA/tf-svc"_s);
        QVERIFY(all[2].name.kind == Availability::Kind::Free);
        QCOMPARE(all[2].problems.value(0).code, errc::teamUnknown);
        QCOMPARE(all[3].pullRequests, all[0].pullRequests);
        // Both change the same files, and each makes its own.
        QCOMPARE(all[3].changed, all[0].changed);
        QVERIFY(!all[0].changed.isEmpty() && !all[0].made.isEmpty() && all[3].made != all[0].made);
        QCOMPARE(all[0].repositories, QStringList{u"DEFRA/stock-feed"_s});
        // What it says is what the preview of one says.
        const auto preview = waitFor(world.desk->preview(workflow, inputsOf(u"stock-feed"_s)));
        QVERIFY(preview.ok());
        QStringList raised;
        for (const auto& step : preview->steps)
            if (step.raisesPullRequest && !step.nothingToChange)
                raised += step.repository;
        QCOMPARE(all[0].pullRequests, raised);
    }

    //! The form asks as soon as there is a name.
    void aNameIsLookedUpBeforeTheRestIsFilledIn()
    {
        World world;
        const auto taken = waitFor(world.desk->checkName(workflow, {{"repositoryName", "tf-svc"}}));
        QVERIFY(taken.ok());
        QCOMPARE(taken->kind, Availability::Kind::Taken);
        const auto free = waitFor(world.desk->checkName(workflow, {{"repositoryName", "stock-feed"}}));
        QVERIFY(free.ok());
        QCOMPARE(free->kind, Availability::Kind::Free);
        QVERIFY(world.relay.requests >= 2); // both were asked for
    }

    void aRunHoldsItsName()
    {
        World world;
        const auto& known = world.desk->workflows();
        const auto cdp =
            std::find_if(known.begin(), known.end(), [](const auto& each) { return each->id == workflow; });
        QVERIFY(cdp != known.end());
        const auto started = waitFor(world.desk->submit(StartRun{.workflow = (*cdp)->source,
                                                            .inputs = inputsOf(u"stock-feed"_s),
                                                            .settings = *world.desk->settings(workflow)},
            RunId()));
        QVERIFY(started.ok());
        const auto found =
            waitFor(world.desk->prospects(workflow, {inputsOf(u"stock-feed"_s), inputsOf(u"stock-meal"_s)}));
        QVERIFY(found.ok());
        QCOMPARE((*found)[0].name.kind, Availability::Kind::Reserved);
        QCOMPARE((*found)[0].name.run, std::optional(started->run));
        QCOMPARE((*found)[1].name.kind, Availability::Kind::Free);
    }
};

QTEST_GUILESS_MAIN(StartsTests)
#include "starts_tests.moc"
