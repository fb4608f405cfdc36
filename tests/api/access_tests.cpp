// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/access.h"

#include "api/constant_time.h"
#include "base/error_codes.h"
#include "base/redaction.h"
#include "base/text.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::api;

class AccessTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aTokenIsKnownByItsDigestOnly()
    {
        const auto token = file().add(u"robot"_s, Role::Operator, at);
        QVERIFY(token.ok());
        QVERIFY(token->reveal().size() >= 47); // the prefix and 256 bits
        QVERIFY(token->reveal() != file().add(u"other"_s, Role::Viewer, at)->reveal());
        QFile kept(path());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY(!kept.readAll().contains(token->reveal().mid(4)));
        QCOMPARE(kept.permissions() & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);

        Access access(file());
        const auto caller = access.callerOf(token->reveal());
        QVERIFY(caller.ok() && *caller);
        QCOMPARE((*caller)->name, u"robot"_s);
        QVERIFY((*caller)->role == Role::Operator);
        for (const QByteArray& wrong : {QByteArray(), QByteArray("slw_"), token->reveal().chopped(1),
                 token->reveal() + 'A', token->reveal().toUpper()})
            QVERIFY(!access.callerOf(wrong).value().has_value());
    }

    void aRemovedTokenEndsAtOnce()
    {
        const auto token = file().add(u"robot"_s, Role::Operator, at);
        Access access(file());
        QVERIFY(access.callerOf(token->reveal())->has_value());
        QVERIFY(access.stillHas({u"robot"_s, Role::Operator}));
        QVERIFY(file().remove(u"robot"_s).ok());
        QVERIFY(!access.callerOf(token->reveal())->has_value());
        QVERIFY(!access.stillHas({u"robot"_s, Role::Viewer}));
        QCOMPARE(file().remove(u"robot"_s).error().code, errc::apiTokenUnknown);
    }

    void aNameIsGivenOnce()
    {
        QVERIFY(file().add(u"robot"_s, Role::Viewer, at).ok());
        QCOMPARE(file().add(u"Robot"_s, Role::Operator, at).error().code, errc::apiTokenExists);
        for (const auto& name : {u""_s, u"a b"_s, u"-a"_s, u"ä"_s, u"a\nb"_s, u"robot\n"_s, QString(41, u'a')})
            QCOMPARE(file().add(name, Role::Viewer, at).error().code, errc::apiMalformed);
    }

    void aFileThatOthersReadLetsNobodyIn()
    {
        const auto token = file().add(u"robot"_s, Role::Operator, at);
        QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        Access access(file());
        const auto caller = access.callerOf(token->reveal());
        QVERIFY(!caller.ok());
        QCOMPARE(caller.error().code, errc::filePermissions);
        QVERIFY(!access.stillHas({u"robot"_s, Role::Viewer}));
    }

    void withoutAFileNobodyIsKnown()
    {
        Access access(file());
        QVERIFY(!access.callerOf("slw_anything")->has_value());
    }

    void aTokenThatSlipsIntoALogIsTakenOut()
    {
        QVERIFY(!redact(u"it was slw_0123456789012345678901234567890123456789abc today"_s).contains("0123"_L1));
    }

    void digestsAreComparedWhole()
    {
        QVERIFY(equalInConstantTime("abc", "abc"));
        QVERIFY(!equalInConstantTime("abc", "abd"));
        QVERIFY(!equalInConstantTime("xbc", "abc"));
        QVERIFY(!equalInConstantTime("abc", "ab"));
        QVERIFY(equalInConstantTime("", ""));
    }

private:
    QString path() const { return m_folder->filePath(u"tokens.json"_s); }
    TokenFile file() const { return TokenFile(path()); }

    static constexpr Timestamp at{1700000000000};
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(AccessTests)
#include "access_tests.moc"
