// SPDX-License-Identifier: GPL-3.0-or-later
// What the window keeps is what its engine finds. Without a keychain, which no test may touch.
#include "app/credential_store.h"
#include "app/window_program.h"
#include "base/error_codes.h"
#include "base/text.h"
#include "slow_disk.h"

#include <QApplication>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::app;

class WindowCredentialsTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsSetIsListedUsedAndRemoved()
    {
        const QTemporaryDir home;
        qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
        WindowProgram program(u"test"_s);
        auto set = program.setCredential({.name = u"notes"_s,
            .hosts = {u"https://Notes.example/"_s},
            .header = u"X-Api-Key"_s,
            .prefix = {},
            .secret = Secret("canary")});
        QVERIFY(!set.isFinished()); // nobody waits for the disk
        QTRY_VERIFY_WITH_TIMEOUT(set.isFinished(), 20'000);
        QVERIFY(set.result().ok());
        auto listed = program.credentials();
        QTRY_VERIFY(listed.isFinished());
        const auto kept = *listed.result();
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept[0].name, u"notes"_s);
        QCOMPARE(kept[0].hosts, QStringList{u"https://notes.example"_s});
        QCOMPARE(kept[0].header, u"X-Api-Key"_s);
        QVERIFY2(kept[0].kept.contains(home.path()), qPrintable(kept[0].kept));
        const auto keeper = credentialKeeper(u"default"_s);
        QCOMPARE(keeper.describe(u"notes"_s)->origins, kept[0].hosts);
        QCOMPARE(keeper.read(u"notes"_s).result()->reveal(), QByteArray("canary"));

        auto refused = program.setCredential({.name = u"other"_s,
            .hosts = {u"http://notes.example"_s},
            .header = u"X"_s,
            .prefix = {},
            .secret = Secret("x")});
        QTRY_VERIFY(refused.isFinished());
        QCOMPARE(refused.result().error().code, errc::usage);

        auto removed = program.removeCredential(u"notes"_s);
        QTRY_VERIFY(removed.isFinished());
        QVERIFY(removed.result().ok());
        QCOMPARE(keeper.describe(u"notes"_s).error().code, errc::credentialMissing);
        for (QDirIterator files(home.path(), QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("canary"), qPrintable(file.fileName()));
        }
    }

    //! The file of the secret, then that of the profile; the program may end in between.
    void theWindowWritesNothingItself_data()
    {
        QTest::addColumn<bool>("ends");
        QTest::newRow("goes on") << false;
        QTest::newRow("ends meanwhile") << true;
    }
    void theWindowWritesNothingItself()
    {
        QFETCH(const bool, ends);
        const QTemporaryDir home;
        qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
        auto program = std::make_unique<WindowProgram>(u"test"_s);
        test::SlowDisk disk;
        auto set = program->setCredential({.name = u"notes"_s,
            .hosts = {u"https://notes.example"_s},
            .header = u"X-Api-Key"_s,
            .prefix = {},
            .secret = Secret("canary")});
        QTRY_COMPARE(disk.waiting(), 1);
        QVERIFY(!set.isFinished());
        if (ends)
            program.reset();
        disk.letGo();
        QTRY_VERIFY_WITH_TIMEOUT(set.isFinished(), 20'000);
        QVERIFY(set.result().ok());
        QCOMPARE(credentialKeeper(u"default"_s).read(u"notes"_s).result()->reveal(), QByteArray("canary"));
        if (ends)
            return;
        test::SlowDisk again;
        auto removed = program->removeCredential(u"notes"_s);
        QTRY_COMPARE(again.waiting(), 1);
        again.letGo();
        QTRY_VERIFY_WITH_TIMEOUT(removed.isFinished(), 20'000);
        QVERIFY(removed.result().ok());
        QCOMPARE(disk.ownWrites() + again.ownWrites(), 0);
    }

    //! Another page may have asked it, and would tell it above the button that keeps what was asked last.
    void theAnswerToACheckThatWasOvertakenIsNotTold()
    {
        const QTemporaryDir home;
        qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
        WindowProgram program(u"test"_s);
        const console::ConnectionChoice nowhere{.host = u"http://127.0.0.1:1"_s, .token = Secret("ghp_a")};
        const auto first = program.check(nowhere, {});
        const auto second = program.check(nowhere, {});
        QTRY_VERIFY_WITH_TIMEOUT(first.isFinished() && second.isFinished(), 20'000);
        QCOMPARE(first.result().error().code, errc::networkCancelled);
        QVERIFY(second.result().error().code != errc::networkCancelled);
        const auto third = program.check(nowhere, {});
        program.cancelCheck();
        QTRY_VERIFY_WITH_TIMEOUT(third.isFinished(), 20'000);
        QCOMPARE(third.result().error().code, errc::networkCancelled);
        QCOMPARE(program.use().result().error().code, errc::notConnected);
    }
};

int main(int argc, char** argv)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus"); // before anything asks for it
    QApplication app(argc, argv);
    WindowCredentialsTests tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "window_credentials_tests.moc"
