// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections.h"
#include "app/credential_keeping.h"
#include "app/credential_store.h"
#include "base/error_codes.h"
#include "base/private_files.h"
#include "base/text.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace slipway;
using namespace slipway::app;

namespace {

//! Every text is another one.
struct AnotherLanguage : QTranslator {
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override
    {
        return u"~"_s + QString::fromUtf8(source);
    }
};

} // namespace

class CredentialStoreTests : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;

    static StoredCredential stored(const QString& name = u"notes"_s)
    {
        return {.name = name,
            .hosts = {u"https://notes.example"_s},
            .header = u"X-Api-Key"_s,
            .prefix = {},
            .place = {.credential = {}, .file = u"/keys/notes"_s}};
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_home->path().toUtf8());
    }

    void aHostIsSchemeNameAndPort_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("host"); // empty: refused
        const auto row = [](const char* typed, const char* host) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(host);
        };
        row("https://notes.example", "https://notes.example");
        row("https://Notes.Example/", "https://notes.example");
        row("https://notes.example:8443", "https://notes.example:8443");
        row("notes.example", "https://notes.example");
        row("http://127.0.0.1:8080", "http://127.0.0.1:8080");
        row("http://localhost", "http://localhost");
        row("http://notes.example", "");
        row("ftp://notes.example", "");
        row("https://me@notes.example", "");
        row("https://notes.example/api", "");
        row("https://notes.example?x=1", "");
        row("https://*.example", "");
        row("https://", "");
        row("", "");
    }
    void aHostIsSchemeNameAndPort()
    {
        QFETCH(QString, typed);
        const auto host = credentialHost(typed);
        QTEST(host ? *host : QString(), "host");
    }

    void onlyWhatCanBeSentIsTaken()
    {
        const auto takes = [](const QString& name, const QString& header, const QString& prefix) {
            StoredCredential credential = stored(name);
            credential.header = header;
            credential.prefix = prefix;
            return checkCredential(credential).ok();
        };
        QVERIFY(takes(u"notes"_s, u"Authorization"_s, u"Bearer"_s));
        QVERIFY(takes(u"a.b_c-1"_s, u"X-Api-Key"_s, {}));
        for (const QString& name : {u""_s, u"../x"_s, u"a b"_s, u"-a"_s, QString(65, u'a')})
            QVERIFY2(!takes(name, u"X"_s, {}), qPrintable(name));
        for (const QString& header : {u""_s, u"X Y"_s, u"X:"_s, u"host"_s, u"Content-Length"_s, u"X\r\nY"_s})
            QVERIFY2(!takes(u"a"_s, header, {}), qPrintable(header));
        for (const QString& prefix : {u"a\r\nX: y"_s, u"ü"_s, QString(65, u'a')})
            QVERIFY2(!takes(u"a"_s, u"X"_s, prefix), qPrintable(prefix));
    }

    void theProfileKeepsWhatElseItHolds()
    {
        ConnectionProfile profile{.name = u"work"_s, .host = u"github.com"_s, .credential = u"work"_s};
        profile.settings = {{"x", 1}};
        QVERIFY(writeProfile(profile).ok());
        QVERIFY(storeCredential(u"work"_s, stored()).ok());
        QVERIFY(storeCredential(u"work"_s, stored(u"other"_s)).ok());
        QVERIFY(writeProfile(profile).ok()); // connected anew
        const auto found = storedCredential(u"work"_s, u"notes"_s);
        QVERIFY(found.ok());
        QCOMPARE(found->hosts, QStringList{u"https://notes.example"_s});
        QCOMPARE(found->header, u"X-Api-Key"_s);
        QCOMPARE(found->place.file, u"/keys/notes"_s);
        QCOMPARE(int(QFileInfo(profilePath(u"work"_s)).permissions() & (QFile::ReadGroup | QFile::ReadOther)), 0);
        QVERIFY(dropCredential(u"work"_s, u"notes"_s).ok());
        const auto gone = storedCredential(u"work"_s, u"notes"_s);
        QCOMPARE(gone.error().code, errc::credentialMissing);
        QCOMPARE(textAt(gone.error().args, "profile"), u"work"_s);
        QCOMPARE(storedCredentials(u"work"_s)->size(), 1);
        QVERIFY(readProfile(u"work"_s)->hasConnection);
        QVERIFY(removeProfile(u"work"_s).ok());
        QCOMPARE(storedCredentials(u"work"_s)->size(), 1);
        QVERIFY(dropCredential(u"work"_s, u"other"_s).ok());
        QVERIFY(!QFileInfo::exists(profilePath(u"work"_s)));
        QVERIFY(storedCredentials(u"work"_s)->isEmpty());
    }

    void aSandboxWritesToNoServiceOfTheWorld()
    {
        StoredCredential both = stored();
        both.hosts += u"http://127.0.0.1:8080"_s;
        QVERIFY(storeCredential(u"default"_s, both).ok());
        const auto hostsIn = [](bool sandbox) {
            const auto options = deskOptions({.store = u"/nowhere/store.db"_s, .sandbox = sandbox}, u"test"_s);
            return options.engine.credentials.describe(u"notes"_s)->origins;
        };
        QCOMPARE(hostsIn(false), both.hosts);
        QCOMPARE(hostsIn(true), QStringList{u"http://127.0.0.1:8080"_s});
    }

    void whatWasTypedIsChecked()
    {
        const QStringList host{u"https://notes.example/"_s};
        const auto taken = credentialFrom(u"notes"_s, host + host, u"X-Api-Key"_s, {});
        QVERIFY(taken.ok());
        QCOMPARE(taken->hosts, QStringList{u"https://notes.example"_s});
        QVERIFY(!credentialFrom(u"no tes"_s, host, u"X-Api-Key"_s, {}).ok());
        QVERIFY(!credentialFrom(u"notes"_s, {}, u"X-Api-Key"_s, {}).ok());
        QVERIFY(!credentialFrom(u"notes"_s, {u"http://notes.example"_s}, u"X-Api-Key"_s, {}).ok());
        QVERIFY(!credentialFrom(u"notes"_s, host, u"Host"_s, {}).ok());
    }

    //! The window shows these errors as they are.
    void whatIsWrongIsSaidInTheLanguage()
    {
        AnotherLanguage language;
        QVERIFY(QCoreApplication::installTranslator(&language));
        const QStringList host{u"https://notes.example"_s};
        QList<Error> errors{credentialFrom(u"no tes"_s, host, u"X-Api-Key"_s, {}).error(),
            credentialFrom(u"notes"_s, {}, u"X-Api-Key"_s, {}).error(),
            credentialFrom(u"notes"_s, host, u"Host"_s, {}).error(),
            credentialFrom(u"notes"_s, host, u"X-Api-Key"_s, u"é"_s).error()};
        for (const char* bad : {"", "two\nlines"}) {
            auto refused = keepCredential(u"work"_s, stored(), Secret(bad), true);
            QTRY_VERIFY(refused.isFinished());
            errors += refused.result().error();
        }
        for (const Error& error : std::as_const(errors))
            for (const char* part : {"text", "why", "remedy"})
                QVERIFY2(textAt(error.args, part).startsWith(u'~'), toBytes(error.args).constData());
        QCoreApplication::removeTranslator(&language);
    }

    //! In a file, which needs no keychain.
    void oneIsKeptKeptAnewAndForgotten()
    {
        const auto wanted = *credentialFrom(u"notes"_s, {u"https://a.example"_s}, u"X-Api-Key"_s, {});
        auto kept = keepCredential(u"work"_s, wanted, Secret("first"), true);
        QTRY_VERIFY(kept.isFinished());
        QVERIFY(kept.result().ok());
        const auto keeper = credentialKeeper(u"work"_s);
        QCOMPARE(keeper.read(u"notes"_s).result()->reveal(), QByteArray("first"));
        QCOMPARE(keeper.describe(u"notes"_s)->origins, wanted.hosts);

        // What cannot be sent changes nothing.
        for (const char* bad : {"", "two\nlines"}) {
            auto refused = keepCredential(u"work"_s, wanted, Secret(bad), true);
            QTRY_VERIFY(refused.isFinished());
            QCOMPARE(refused.result().error().code, errc::usage);
        }
        QCOMPARE(keeper.read(u"notes"_s).result()->reveal(), QByteArray("first"));

        const auto elsewhere = *credentialFrom(u"notes"_s, {u"https://b.example"_s}, u"Authorization"_s, u"Bearer"_s);
        auto moved = keepCredential(u"work"_s, elsewhere, Secret("second"), true);
        QTRY_VERIFY(moved.isFinished());
        QVERIFY(moved.result().ok());
        QCOMPARE(keeper.read(u"notes"_s).result()->reveal(), QByteArray("second"));
        QCOMPARE(keeper.describe(u"notes"_s)->origins, QStringList{u"https://b.example"_s});
        const QString file = storedCredential(u"work"_s, u"notes"_s)->place.file;
        QVERIFY(QFileInfo::exists(file));

        auto gone = forgetCredential(u"work"_s, u"notes"_s);
        QTRY_VERIFY(gone.isFinished());
        QVERIFY(gone.result().ok());
        QVERIFY(!QFileInfo::exists(file));
        QVERIFY(storedCredentials(u"work"_s)->isEmpty());
        auto again = forgetCredential(u"work"_s, u"notes"_s);
        QTRY_VERIFY(again.isFinished());
        QCOMPARE(again.result().error().code, errc::credentialMissing);
    }

    //! Where the secret could not be kept, the old one does not stand beside the new hosts, nor the new hosts beside it.
    void boundElsewhereThereIsNoneInBetween()
    {
        const auto wanted = *credentialFrom(u"notes"_s, {u"https://a.example"_s}, u"X-Api-Key"_s, {});
        auto kept = keepCredential(u"default"_s, wanted, Secret("first"), true);
        QTRY_VERIFY(kept.isFinished() && kept.result().ok());
        // The folder of secrets cannot be written any more.
        const QString folder = QFileInfo(kept.result()->place.file).absolutePath();
        QVERIFY(QDir().rename(folder, folder + u"-away"_s));
        QFile blocker(folder);
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        const auto elsewhere = *credentialFrom(u"notes"_s, {u"https://b.example"_s}, u"X-Api-Key"_s, {});
        auto moved = keepCredential(u"default"_s, elsewhere, Secret("second"), true);
        QTRY_VERIFY(moved.isFinished());
        QVERIFY(!moved.result().ok());
        QCOMPARE(credentialKeeper(u"default"_s).describe(u"notes"_s).error().code, errc::credentialMissing);
    }

    //! Somebody may have edited the file.
    void theFileIsNotBelieved()
    {
        StoredCredential odd = stored();
        odd.header = u"Host"_s;
        QVERIFY(storeCredential(u"default"_s, odd).ok());
        const auto keeper = credentialKeeper(u"default"_s);
        QVERIFY(!keeper.describe(u"notes"_s).ok());
        QCOMPARE(keeper.describe(u"nobody"_s).error().code, errc::credentialMissing);
        // A key in a file that others may read is no secret.
        const QString file = m_home->filePath(u"key"_s);
        QVERIFY(writePrivateFile(file, "k\n").ok());
        StoredCredential open = stored();
        open.place.file = file;
        QVERIFY(storeCredential(u"default"_s, open).ok());
        QCOMPARE(keeper.read(u"notes"_s).result()->reveal(), QByteArray("k"));
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        QCOMPARE(keeper.read(u"notes"_s).result().error().code, errc::filePermissions);
    }
};

QTEST_GUILESS_MAIN(CredentialStoreTests)
#include "credential_store_tests.moc"
