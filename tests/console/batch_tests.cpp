// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "console/batch_dialog.h"
#include "console/create_dialog.h"
#include "console/translation.h"
#include "window_stage.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

namespace {

const QString backend = u"cdp-node-backend-template"_s;

QString nameOf(const ListedService& service) { return textAt(service.inputs, "repositoryName"); }

//! The dialog over a desk, with the form's team and type for what a line leaves out.
struct BatchStage {
    ManualClock clock;
    FakeDesk desk{clock};
    std::shared_ptr<const Workflow> workflow = desk.workflows().first();
    BatchDialog dialog{{.desk = desk,
                           .clock = clock,
                           .workflow = workflow,
                           .settings = *desk.settings(workflow->id),
                           .usual = {{"serviceType", backend.toStdString()}, {"owningTeam", "fisheries"}},
                           .teams = QStringList{u"fisheries"_s, u"forestry-management"_s}},
        nullptr};

    BatchStage()
    {
        dialog.show();
        settle();
    }
    void settle(Millis time = Millis(60))
    {
        for (int i = 0; i < 8; ++i) {
            clock.advance(time / 6);
            QCoreApplication::processEvents();
        }
    }
    void type(const QString& text)
    {
        dialog.setText(text);
        settle(400ms);
    }
    QString stateOf(int row)
    {
        auto* table = dialog.findChild<QTreeWidget*>(u"serviceRows"_s);
        return table->topLevelItem(row)->text(table->columnCount() - 1);
    }
    QPushButton* button() { return dialog.findChild<QPushButton*>(u"confirmButton"_s); }
};

} // namespace

class BatchTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QLocale(QLocale::English)); }

    void listsAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("team"); //!< of the first
        QTest::newRow("names alone take the form's values")
            << u"a-one\nb-two\n"_s << QStringList{u"a-one"_s, u"b-two"_s} << u"fisheries"_s;
        QTest::newRow("from a spreadsheet") << u"a-one\t"_s + backend + u"\tforestry-management\r\n"_s
                                            << QStringList{u"a-one"_s} << u"forestry-management"_s;
        QTest::newRow("a heading names the columns") << u"\ufeffowningTeam;repositoryName\nforestry-management;a-one"_s
                                                     << QStringList{u"a-one"_s} << u"forestry-management"_s;
        QTest::newRow("titles are a heading too") << u"Service name,Owning team\na-one,\"forestry-management\""_s
                                                  << QStringList{u"a-one"_s} << u"forestry-management"_s;
        QTest::newRow("empty lines and comments")
            << u"\n# mine\n  \na-one"_s << QStringList{u"a-one"_s} << u"fisheries"_s;
        QTest::newRow("quoted") << u"\"a-one\",\"x,y\""_s << QStringList{u"a-one"_s} << u"fisheries"_s;
    }
    void listsAreRead()
    {
        QFETCH(QString, text);
        ManualClock clock;
        FakeDesk desk(clock);
        const auto services = readServices(
            text, *desk.workflows().first(), {{"serviceType", backend.toStdString()}, {"owningTeam", "fisheries"}});
        QStringList names;
        for (const auto& service : services)
            names += nameOf(service);
        QTEST(names, "names");
        QVERIFY(services.first().problem.isEmpty());
        QFETCH(QString, team);
        QCOMPARE(textAt(services.first().inputs, "owningTeam"), team);
    }

    void tooManyValuesAndLinesAreSaid()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto& workflow = *desk.workflows().first();
        QVERIFY(!readServices(u"a,b,c,d,e,f,g"_s, workflow, Json::object()).first().problem.isEmpty());
        const auto services = readServices(u"a-1\na-2\na-3\n"_s, workflow, Json::object(), 2);
        QCOMPARE(services.size(), 2);
        QVERIFY(services.last().problem.contains(u"longer"_s));
    }

    void rowsAreCheckedAndOnlyTheGoodOnesAreCreated()
    {
        BatchStage s;
        s.desk.availabilityOf.insert(
            u"b-taken"_s, desk::Availability{.kind = desk::Availability::Kind::Taken, .holder = u"DEFRA/b-taken"_s});
        s.desk.availabilityOf.insert(u"c-unknown"_s, noNetwork());
        s.type(u"a-good\nb-taken\nBad Name\nc-unknown\na-good\nd-good\n"_s);
        QVERIFY(s.stateOf(0).startsWith(u"good"_s));
        QVERIFY(s.stateOf(1).contains(u"DEFRA/b-taken"_s));
        QVERIFY(!s.stateOf(2).startsWith(u"good"_s));
        QVERIFY2(s.stateOf(3).contains(u"could not"_s, Qt::CaseInsensitive), qPrintable(s.stateOf(3))); // not "taken"
        QVERIFY(s.stateOf(4).contains(u"already"_s));
        QVERIFY(s.stateOf(5).startsWith(u"good"_s));
        QVERIFY2(s.button()->text().contains(u"2"_s), qPrintable(s.button()->text()));
        QVERIFY(s.desk.submitted.isEmpty());
        QTest::keyClick(&s.dialog, Qt::Key_Return);
        QVERIFY(s.desk.submitted.isEmpty());
        QTest::mouseClick(s.button(), Qt::LeftButton);
        s.settle();
        QCOMPARE(s.desk.submitted.size(), 2); // each a run of its own
        QCOMPARE(textAt(std::get<StartRun>(s.desk.submitted[0]).inputs, "repositoryName"), u"a-good"_s);
        QCOMPARE(textAt(std::get<StartRun>(s.desk.submitted[1]).inputs, "owningTeam"), u"fisheries"_s);
        QVERIFY(s.desk.commandIds[0] != s.desk.commandIds[1]);
        QCOMPARE(s.stateOf(0), u"started"_s);
        QVERIFY(!s.button()->isEnabled());
    }

    void aRefusedStartIsAskedForAgainAsTheSameAct()
    {
        BatchStage s;
        s.type(u"a-good\n"_s);
        s.desk.submitError = noNetwork();
        QTest::mouseClick(s.button(), Qt::LeftButton);
        s.settle();
        QCOMPARE(s.desk.submitted.size(), 1);
        QVERIFY(s.button()->isEnabled());
        s.desk.submitError.reset();
        QTest::mouseClick(s.button(), Qt::LeftButton);
        s.settle();
        QCOMPARE(s.desk.submitted.size(), 2);
        QVERIFY(!s.desk.commandIds[0].isEmpty());
        QCOMPARE(s.desk.commandIds[0], s.desk.commandIds[1]);
        QCOMPARE(s.stateOf(0), u"started"_s);
        // What was started stays so when the list grows.
        s.type(u"a-good\nb-good\n"_s);
        QCOMPARE(s.stateOf(0), u"started"_s);
        QVERIFY2(s.button()->text().contains(u"1"_s), qPrintable(s.button()->text()));
    }

    void aFileThatIsDroppedIsRead()
    {
        BatchStage s;
        QTemporaryDir folder;
        QFile file(folder.filePath(u"list.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("repositoryName,owningTeam\na-good,fisheries\n");
        file.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&s.dialog, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&s.dialog, &drop);
        s.settle(400ms);
        QVERIFY(s.stateOf(0).startsWith(u"good"_s));
    }

    void aListIsNotReplacedWhileItsRowsAreStarted()
    {
        BatchStage s;
        s.type(u"a-good\nb-good\nc-good\n"_s);
        s.desk.holdAnswers = true;
        QTest::mouseClick(s.button(), Qt::LeftButton);
        QCOMPARE(s.desk.submitted.size(), 3);
        QVERIFY(!s.dialog.findChild<QPushButton*>(u"openCsv"_s)->isEnabled());
        QMimeData data;
        data.setText(u"d-good\n"_s);
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(&s.dialog, &enter);
        QVERIFY(!enter.isAccepted());
        QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&s.dialog, &drop);
        s.dialog.setText(u"d-good\n"_s); // a file that was asked for before
        s.desk.holdAnswers = false;
        s.desk.release();
        s.settle(400ms);
        for (int row = 0; row < 3; ++row)
            QCOMPARE(s.stateOf(row), u"started"_s);
        QCOMPARE(s.desk.submitted.size(), 3);
        QVERIFY(s.dialog.findChild<QPushButton*>(u"openCsv"_s)->isEnabled());
    }

    void aStartFindsItsRowWhenTheListHasChanged()
    {
        BatchStage s;
        s.type(u"a-good\nb-good\n"_s);
        s.desk.holdAnswers = true;
        QTest::mouseClick(s.button(), Qt::LeftButton);
        QCOMPARE(s.desk.submitted.size(), 2);
        s.dialog.findChild<QPlainTextEdit*>(u"serviceList"_s)->setPlainText(u"b-good\n"_s);
        s.desk.holdAnswers = false;
        s.desk.release();
        s.settle(400ms);
        QCOMPARE(s.stateOf(0), u"started"_s);
    }

    void answersAboutAnEarlierListAreDropped()
    {
        BatchStage s;
        s.desk.holdAnswers = true;
        s.type(u"a-good\n"_s);
        QCOMPARE(s.stateOf(0), u"checking…"_s);
        s.dialog.setText(u"Bad Name\n"_s);
        s.desk.holdAnswers = false;
        s.desk.release();
        s.settle(400ms);
        QVERIFY(!s.stateOf(0).startsWith(u"good"_s));
    }

    void theFormOpensTheListAndSavesTheDryRun()
    {
        WindowStage s;
        s.open();
        s.window->newService();
        s.settle();
        QDialog* form = s.dialog();
        auto* save = s.in<QPushButton>(form, u"saveButton"_s);
        QVERIFY(!save->isEnabled()); // there is nothing to be saved yet
        s.in<QLineEdit>(form, u"input-repositoryName"_s)->setText(u"harvest-api"_s);
        s.in<QComboBox>(form, u"input-serviceType"_s)->setCurrentIndex(1);
        s.in<QComboBox>(form, u"input-owningTeam"_s)->setCurrentIndex(2);
        for (int i = 0; i < 8; ++i)
            s.pause(60ms);
        QVERIFY(save->isEnabled());
        QTest::mouseClick(save, Qt::LeftButton);
        s.settle();
        auto* ask = form->findChild<QFileDialog*>(u"saveDryRun"_s);
        QVERIFY(ask);
        const QString path = s.folder.filePath(u"dry.md"_s);
        Q_EMIT ask->fileSelected(path);
        ask->close();
        QFile file(path);
        QTRY_VERIFY(file.exists()); // it appears whole, when the disk has it
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString report = QString::fromUtf8(file.readAll());
        QVERIFY(report.contains(u"harvest-api"_s) && report.contains(u"````diff"_s));
        QVERIFY(s.desk.submitted.isEmpty());
        s.settle();
        QTest::mouseClick(s.in<QPushButton>(form, u"batchButton"_s), Qt::LeftButton);
        s.settle();
        QCOMPARE(s.dialog()->objectName(), u"batchDialog"_s);
        s.dialog()->close();
        s.settle();
        form->close();
    }

    void startAgainFillsTheFormAndStartsNothing()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        QDialog* form = s.trigger(u"Start again with these inputs…"_s);
        QVERIFY(form);
        QCOMPARE(s.in<QLineEdit>(form, u"input-repositoryName"_s)->text(), u"ledger-api"_s);
        QCOMPARE(s.in<QComboBox>(form, u"input-owningTeam"_s)->currentText(), u"fisheries"_s);
        QVERIFY(s.desk.submitted.isEmpty());
        form->close();
    }
};

QTEST_MAIN(BatchTests)
#include "batch_tests.moc"
