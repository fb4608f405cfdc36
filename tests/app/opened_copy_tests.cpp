// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may choose to look at in the store's place.
#include "app/opened_copy.h"
#include "base/error_codes.h"
#include "base/manual_clock.h"
#include "base/private_files.h"
#include "console/fake_desk.h"
#include "console/run_export.h"
#include "journal/sqlite_reader.h"
#include "steps/kinds.h"
#include "workflow/fold.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using console::StoreCopy;

class OpenedCopyTests : public QObject {
    Q_OBJECT

    ManualClock m_clock;
    QTemporaryDir m_folder;

    QString file(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    Result<StoreCopy> open(const QString& file) { return app::copyFrom(file, m_folder.filePath(u"stores"_s), m_clock); }
    QString exported(FakeDesk& desk, const QList<RunId>& runs)
    {
        const QString to = file("export.json");
        auto done = console::exportRunsTo(desk, runs, to, u"json"_s, m_clock);
        while (!done.isFinished())
            QCoreApplication::processEvents();
        return done.result() ? to : QString();
    }

private Q_SLOTS:
    void init() { m_clock.advance(Millis(1'000)); } // each store has a name of its own

    void exportedRunsAreReadAsTheyWere()
    {
        FakeDesk desk(m_clock);
        const auto gallery = desk.addGallery();
        const QList<RunId> runs(gallery.begin(), gallery.end());
        for (const QList<RunId>& chosen : {runs, QList<RunId>{gallery[u"retrying"_s]}}) {
            m_clock.advance(Millis(1'000));
            const auto copy = open(exported(desk, chosen));
            QVERIFY2(copy, copy ? "" : toBytes(toJson(copy.error())).constData());
            QVERIFY(copy->kind == StoreCopy::Kind::Exported);
            QCOMPARE(copy->madeAt, m_clock.now());
            QCOMPARE(copy->shownFile, file("export.json"));
            auto reader = journal::SqliteReader::open(copy->file);
            QVERIFY(reader);
            QCOMPARE((*reader)->runs({})->size(), chosen.size());
            for (const RunId& run : chosen) {
                // Moments, errors, waits: nothing of it was changed on the way through words for people.
                const auto told = (*reader)->events(run);
                const auto wanted = desk.events(run, 0).result();
                QVERIFY(told);
                QCOMPARE(told->size(), wanted->size());
                const auto there = fold(Run{}, *told, steps::kindRules()),
                           here = fold(Run{}, *wanted, steps::kindRules());
                QVERIFY(there && here);
                QCOMPARE(there->state, here->state);
                for (const StepRun& step : here->steps) {
                    const StepRun& other = *there->step(step.id);
                    QCOMPARE(other.state, step.state);
                    QCOMPARE(other.retryAt, step.retryAt);
                    QVERIFY(other.error == step.error);
                    QVERIFY(other.outputs == step.outputs);
                }
            }
        }
    }

    void whatWasExportedIsReadHoweverLargeItIs()
    {
        FakeDesk desk(m_clock);
        const QString large = exported(desk, {desk.begin(u"harbour"_s, Millis(60'000)).run()});
        QFile exportedFile(large);
        QVERIFY(exportedFile.open(QIODevice::Append));
        exportedFile.write(QByteArray(9 * 1024 * 1024, ' '));
        exportedFile.close();
        QVERIFY(open(large));
    }

    void anotherStoreIsTakenAsItIs()
    {
        FakeDesk desk(m_clock);
        const auto first = open(exported(desk, {desk.begin(u"harbour"_s, Millis(60'000)).run()}));
        QVERIFY(first);
        const QByteArray before = readFile(first->file).value();
        const auto copy = open(first->file);
        QVERIFY(copy);
        QVERIFY(copy->kind == StoreCopy::Kind::Elsewhere);
        QCOMPARE(copy->file, first->file);
        QVERIFY(readFile(first->file).value() == before);
    }

    void whatIsNeitherIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("Dear all,");
        QTest::newRow("other JSON") << QByteArray("{\"format\":\"something-else/1\"}");
        QTest::newRow("a list") << QByteArray("[1, 2]");
        QTest::newRow("no events") << QByteArray("{\"format\":\"slipway-run/1\",\"events\":[]}");
        QTest::newRow("events that do not fit")
            << QByteArray("{\"format\":\"slipway-run/1\",\"events\":[{\"run\":\"R\",\"sequence\":1,\"at\":"
                          "\"2026-01-01T00:00:00.000Z\",\"type\":\"StepStarted\",\"step\":\"x\",\"data\":{}}]}");
        QTest::newRow("an empty file") << QByteArray();
    }
    void whatIsNeitherIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(writePrivateFile(file("letter"), bytes));
        const auto copy = open(file("letter"));
        QVERIFY(!copy);
        QVERIFY2(copy.error().code == errc::storeForeign || copy.error().code == errc::storeDamaged,
            qPrintable(copy.error().code));
        QCOMPARE(readFile(file("letter")).value(), bytes);
    }
};

QTEST_GUILESS_MAIN(OpenedCopyTests)
#include "opened_copy_tests.moc"
