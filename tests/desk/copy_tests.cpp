// SPDX-License-Identifier: GPL-3.0-or-later
// A desk over a copy of the store, as the window opens it to look at: it reads, and nothing is written.
#include "base/error_codes.h"
#include "desk/local_desk.h"
#include "journal/backups.h"
#include "store_fixture.h"

#include <QFile>

using namespace slipway;
using journal::test::describe;
using journal::test::StoreFixture;
using journal::test::Story;

class CopyTests : public QObject {
    Q_OBJECT

    static QByteArray bytesOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void aCopyIsReadAndNotWritten()
    {
        StoreFixture fixture;
        auto store = fixture.open();
        VERIFY_OK(store);
        Story early(u"early"_s, u"early"_s);
        VERIFY_OK(journal::test::now((*store)->create(early.run(), early.news())));
        const auto copy = journal::makeBackup(fixture.file(), journal::Backup::Kind::Asked, fixture.clock);
        VERIFY_OK(copy);
        Story late(u"late"_s, u"late"_s);
        VERIFY_OK(journal::test::now((*store)->create(late.run(), late.news())));
        const QByteArray before = bytesOf(copy->file);
        QVERIFY(!before.isEmpty());
        {
            desk::LocalDeskOptions options;
            options.engine.storePath = copy->file;
            options.engine.program = u"tests"_s;
            options.engine.refuseWrites = Error{.code = errc::storeReadOnly};
            options.throughOwner = true;
            options.readOnlyIfRefused = true;
            auto opened = desk::LocalDesk::open(std::move(options)); // while somebody owns the store
            VERIFY_OK(opened);
            desk::LocalDesk& desk = **opened;
            QVERIFY(desk.status().readOnly);
            QVERIFY(!desk.status().drives);
            auto runs = desk.runs({});
            QTRY_VERIFY(runs.isFinished());
            VERIFY_OK(runs.result());
            QCOMPARE(runs.result()->size(), 1); // as it was then
            QCOMPARE(runs.result()->first().id.text(), u"early"_s);
            auto pause = desk.submit(PauseRun{u"a reason that is long enough"_s}, RunId(u"early"_s));
            QTRY_VERIFY(pause.isFinished());
            VERIFY_CODE(pause.result(), errc::storeReadOnly);
        }
        QCOMPARE(bytesOf(copy->file), before);
    }
};

QTEST_GUILESS_MAIN(CopyTests)
#include "copy_tests.moc"
