// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections.h"
#include "app/sandbox_notice.h"
#include "base/error_codes.h"
#include "base/text.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::app;

namespace {

const Json announcement{{"url", "http://127.0.0.1:4711"}, {"token", "ghp_x"}, {"org", "DEFRA"}, {"speed", 20}};

} // namespace

class SandboxNoticeTests : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_home.filePath(u"data"_s).toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(u"config"_s).toLocal8Bit());
    }

    void theWindowsSandboxIsFoundWhileItRunsAndNotAfter()
    {
        QVERIFY(!windowSandbox().ok());
        QCOMPARE(windowSandbox().error().code, errc::connectionNoSandbox);
        auto notice = SandboxNotice::take();
        QVERIFY(notice.ok());
        QVERIFY(!windowSandbox().ok()); // it is on its way
        QVERIFY((*notice)->post(announcement).ok());
        QVERIFY(windowSandbox().ok());
        QVERIFY(*windowSandbox() == announcement);
        // A second one would write over its world.
        const auto second = SandboxNotice::take();
        QVERIFY(!second.ok());
        QCOMPARE(second.error().code, errc::storeOwned);
        notice->reset();
        QVERIFY(!windowSandbox().ok());
        QVERIFY(SandboxNotice::take().ok());
    }

    void whatACrashLeftMisleadsNobody()
    {
        {
            auto notice = SandboxNotice::take();
            QVERIFY((*notice)->post(announcement).ok());
            QVERIFY(QFile::copy(windowSandboxFolder() + u"/sandbox.json"_s, windowSandboxFolder() + u"/kept"_s));
        }
        const QString file = windowSandboxFolder() + u"/sandbox.json"_s;
        QVERIFY(QFile::rename(windowSandboxFolder() + u"/kept"_s, file));
        QVERIFY(!windowSandbox().ok());
        const auto next = SandboxNotice::take(); // nor does the next one announce it before its own
        QVERIFY(next.ok());
        QVERIFY(!windowSandbox().ok());
    }

    void itsStoreAndItsPaceAreTheWindows()
    {
        auto notice = SandboxNotice::take();
        QVERIFY((*notice)->post(announcement).ok());
        const auto found = destinationOf({.trySandbox = true}).result();
        QVERIFY(found.ok());
        QCOMPARE(found->store, windowSandboxStore());
        QCOMPARE(found->timeScale, 20.0);
        QVERIFY(found->sandbox);
        const auto named = destinationOf({.trySandbox = true, .store = u"/x/y.db"_s}).result();
        QCOMPARE(named->store, u"/x/y.db"_s);
    }

    void theTerminalIsToldTheSameWay_data()
    {
        QTest::addColumn<QStringList>("way");
        QTest::addColumn<QString>("usual");
        QTest::addColumn<QString>("store");
        QTest::addColumn<QString>("command");
        const QString own = m_home.filePath(u"data/slipway/store.db"_s);
        const QString box = m_home.filePath(u"data/slipway/sandbox/store.db"_s);
        QTest::newRow("the user's own") << QStringList() << QString() << own << u"slipwayctl"_s;
        QTest::newRow("a profile") << QStringList{u"--profile"_s, u"work"_s} << QString() << own
                                   << u"slipwayctl --profile work"_s;
        QTest::newRow("another store") << QStringList() << QString() << u"/mnt/it's mine/s.db"_s
                                       << uR"(slipwayctl --store '/mnt/it'\''s mine/s.db')"_s;
        QTest::newRow("the sandbox") << QStringList{u"--try-sandbox"_s} << box << box << u"slipwayctl --try-sandbox"_s;
    }
    void theTerminalIsToldTheSameWay()
    {
        QFETCH(QStringList, way);
        QFETCH(QString, usual);
        QFETCH(QString, store);
        QFETCH(QString, command);
        QCOMPARE(terminalCommand({.way = way, .usualStore = usual}, store), command);
    }

    //! The file that `slipwayctl sandbox` wrote, a token file, and a profile lead back to themselves.
    void everyWayLeadsBack()
    {
        const QString file = m_home.filePath(u"a box.json"_s);
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(toBytes(announcement));
        out.close();
        const auto sandbox = destinationOf({.sandboxFile = file}).result();
        QVERIFY(sandbox.ok());
        QCOMPARE(terminalCommand(*sandbox, sandbox->store), u"slipwayctl --sandbox '%1'"_s.arg(file));
        const QString tokens = m_home.filePath(u"token"_s);
        QFile token(tokens);
        QVERIFY(token.open(QIODevice::WriteOnly));
        QVERIFY(token.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        token.write("ghp_y\n");
        token.close();
        const auto named =
            destinationOf({.githubUrl = u"http://127.0.0.1:9"_s, .tokenFile = tokens, .store = u"/x.db"_s}).result();
        QVERIFY(named.ok());
        QCOMPARE(terminalCommand(*named, named->store),
            u"slipwayctl --github-url http://127.0.0.1:9 --token-file %1 --store /x.db"_s.arg(tokens));
    }
};

QTEST_GUILESS_MAIN(SandboxNoticeTests)
#include "sandbox_notice_tests.moc"
