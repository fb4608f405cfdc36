// SPDX-License-Identifier: GPL-3.0-or-later
// A secret is kept and forgotten while the disk is slow. Without a keychain, which no test may touch: the first thread,
// where it answers, must never be waited in.
#include "app/stored_secret.h"
#include "base/private_files.h"
#include "base/text.h"
#include "base/when_done.h"
#include "slow_disk.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QTimer>

using namespace slipway;
using namespace slipway::app;
using slipway::test::SlowDisk;

class StoredSecretTests : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;

    QString fileOf(const QString& name) const { return m_home->filePath(u"slipway/tokens/"_s + name); }

    //! What is called again and again comes to its turn while somebody waits for the disk.
    static bool goesOn(const SlowDisk& disk)
    {
        if (!QTest::qWaitFor([&] { return disk.waiting() == 1; }))
            return false;
        int turns = 0;
        QTimer often;
        connect(&often, &QTimer::timeout, &often, [&] { ++turns; });
        often.start(1);
        return QTest::qWaitFor([&] { return turns > 20; }) && disk.waiting() == 1;
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_home->path().toUtf8());
    }

    void whoKeepsASecretGoesOnWhileTheDiskIsSlow_data()
    {
        QTest::addColumn<bool>("inFile");
        QTest::addColumn<QString>("before");
        QTest::newRow("no keychain") << false << QString();
        QTest::newRow("in a file") << true << QString();
        QTest::newRow("in a file, before in the keychain") << true << u"work"_s;
    }
    void whoKeepsASecretGoesOnWhileTheDiskIsSlow()
    {
        QFETCH(const bool, inFile);
        QFETCH(const QString, before);
        SlowDisk disk;
        auto kept = keepSecret(u"work"_s, {.credential = before, .file = {}}, Secret("canary"), inFile);
        QVERIFY(goesOn(disk));
        QVERIFY(!kept.isFinished());
        disk.letGo();
        QTRY_VERIFY(kept.isFinished());
        QVERIFY(kept.result().ok());
        QCOMPARE(kept.result()->file, fileOf(u"work"_s));
        QCOMPARE(*readPrivateFile(kept.result()->file), QByteArray("canary\n"));
        QCOMPARE(disk.ownWrites(), 0);
    }

    void whoForgetsASecretGoesOnWhileTheDiskIsSlow()
    {
        auto kept = keepSecret(u"work"_s, {}, Secret("canary"), true);
        QTRY_VERIFY(kept.isFinished() && kept.result().ok());
        SlowDisk disk;
        auto gone = forgetSecret(*kept.result());
        QVERIFY(goesOn(disk));
        QVERIFY(!gone.isFinished());
        disk.letGo();
        QTRY_VERIFY(gone.isFinished());
        QVERIFY(gone.result().ok());
        QVERIFY(!QFileInfo::exists(fileOf(u"work"_s)));
        QCOMPARE(disk.ownWrites(), 0);
    }

    //! What cannot be written is told, too.
    void anErrorOfASlowDiskArrives()
    {
        QVERIFY(QDir().mkpath(fileOf(u"work/in-the-way"_s)));
        for (const bool inFile : {false, true}) {
            auto kept = keepSecret(u"work"_s, {}, Secret("canary"), inFile);
            QTRY_VERIFY(kept.isFinished());
            QVERIFY(!kept.result().ok());
            QCOMPARE(kept.result().error().code, u"file.unwritable"_s);
        }
    }

    //! A window that is closed meanwhile hears nothing any more, and the secret is whole all the same.
    void whoAskedMayGoWhileTheDiskIsSlow_data()
    {
        QTest::addColumn<bool>("inFile");
        QTest::newRow("no keychain") << false;
        QTest::newRow("in a file") << true;
    }
    void whoAskedMayGoWhileTheDiskIsSlow()
    {
        QFETCH(const bool, inFile);
        SlowDisk disk;
        int told = 0;
        auto window = std::make_unique<QObject>();
        {
            auto kept = keepSecret(u"work"_s, {}, Secret("canary"), inFile);
            whenDone(kept, window.get(), [&](const Result<SecretPlace>&) { ++told; });
        }
        QVERIFY(goesOn(disk));
        window.reset();
        disk.letGo();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        QCoreApplication::processEvents();
        QCOMPARE(told, 0);
        QCOMPARE(*readPrivateFile(fileOf(u"work"_s)), QByteArray("canary\n"));
    }
};

int main(int argc, char** argv)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus"); // before anything asks for it
    QCoreApplication app(argc, argv);
    StoredSecretTests tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "stored_secret_tests.moc"
