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
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>
#include <QTreeWidget>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

namespace {

const QString backend = u"cdp-node-backend-template"_s;

QString nameOf(const ListedService& service) { return textAt(service.inputs, "repositoryName"); }

//! The dialog over a desk, with the form's team and type for what a line leaves out.
struct BatchStage {
    QTemporaryDir folder;
    QSettings kept{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    ManualClock clock;
    FakeDesk desk{clock};
    std::shared_ptr<const Workflow> workflow = desk.workflows().first();
    BatchDialog dialog{{.desk = desk,
                           .clock = clock,
                           .kept = kept,
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
        const auto* model = table()->model();
        return model->index(row, model->columnCount() - 1).data().toString();
    }
    QTreeView* table() { return dialog.findChild<QTreeView*>(u"serviceRows"_s); }
    void choose(int row)
    {
        table()->setCurrentIndex(table()->model()->index(row, 0));
        settle(400ms);
    }
    QString label(const char* name) { return dialog.findChild<QLabel*>(QString::fromLatin1(name))->text(); }
    QPushButton* stop() { return dialog.findChild<QPushButton*>(u"stopButton"_s); }
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

    void whatIsWrongIsSaidWithItsPlaceAndItsCure_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QStringList>("words"); //!< that the first line with a problem says, all of them
        const QString rest = u","_s + backend + u",fisheries"_s;
        QTest::newRow("an unknown column") << u"Service name,Owning team,Shoe size\na-one,fisheries,9"_s << 1
                                           << QStringList{u"Column 3"_s, u"Shoe size"_s, u"Take the column out"_s};
        QTest::newRow("a column that is meant") << u"Service name,Owning taem\na-one,fisheries"_s << 1
                                                << QStringList{u"Column 2"_s, u"Is it “Owning team”"_s};
        QTest::newRow("a column twice") << u"Service name,Owning team,owning_team\na-one,fisheries,fisheries"_s << 1
                                        << QStringList{u"Columns 2 and 3"_s, u"Take one of them out"_s};
        QTest::newRow("a column that is missing")
            << u"Owning team\nfisheries"_s << 2
            << QStringList{u"Service name"_s, u"no such column"_s, u"Add the column"_s};
        QTest::newRow("an empty cell") << u"Service type,Service name\n"_s + backend + u",\n"_s << 2
                                       << QStringList{u"Column 2, Service name"_s, u"Fill it in"_s};
        QTest::newRow("a wrong choice") << u"a-one,cobol,fisheries"_s << 1
                                        << QStringList{
                                               u"Column 2, Service type"_s, u"“cobol”"_s, u"Write one of: "_s, backend};
        QTest::newRow("a choice that is meant")
            << u"a-one,dotnet,fisheries"_s << 1 << QStringList{u"Is it “cdp-dotnet-backend-template”"_s};
        QTest::newRow("an unknown team") << u"a-one,"_s + backend + u",herring"_s << 1
                                         << QStringList{
                                                u"Column 3, Owning team"_s, u"“herring”"_s, u"forestry-management"_s};
        QTest::newRow("a rule of the form") << u"good-one"_s + rest + u"\nBad Name"_s + rest << 2
                                            << QStringList{u"Column 1, Service name"_s, u"“Bad Name”"_s, u"hyphen"_s};
        QTest::newRow("a value too many") << u"a-one"_s + rest
                + u",4,,"_s << 1 << QStringList{u"Column 4"_s, u"“4”"_s, u"there are 3 columns"_s, u"Take it out"_s};
        QTest::newRow("a quotation mark that is not closed")
            << u"\"a-one"_s + rest + u"\nb-two"_s << 1 << QStringList{u"Column 1"_s, u"never closed"_s, u"Close it"_s};
        QTest::newRow("text behind a quotation mark")
            << u"\"a\"-one"_s + rest << 1 << QStringList{u"Column 1"_s, u"“-one”"_s, u"twice"_s};
        QTest::newRow("after a byte order mark") << u"\ufeffa-one,cobol,fisheries"_s << 1 << QStringList{u"Column 2"_s};
        QTest::newRow("between semicolons")
            << u"a-one;cobol;fisheries"_s << 1 << QStringList{u"Column 2, Service type"_s};
        QTest::newRow("with Windows' line ends")
            << u"good-one\r\na-one,cobol,fisheries\r\n"_s << 2 << QStringList{u"Column 2"_s};
        QTest::newRow("with old Macs' line ends") << u"good-one\ra-one,cobol"_s << 2 << QStringList{u"Column 2"_s};
        QTest::newRow("from a spreadsheet, by tabs")
            << u"Owning team\tService name\nherring\ta-one"_s << 2 << QStringList{u"Column 1, Owning team"_s};
        QTest::newRow("below a cell of several lines")
            << u"\"a\nb\",x\ngood-one\nBad Name"_s << 1 << QStringList{u"Column 1"_s};
        QTest::newRow("with Excel's own first line") << u"sep=;\na-one;cobol"_s << 2 << QStringList{u"Column 2"_s};
    }
    void whatIsWrongIsSaidWithItsPlaceAndItsCure()
    {
        QFETCH(QString, text);
        ManualClock clock;
        FakeDesk desk(clock);
        const auto workflow = desk.workflows().first();
        const QStringList teams{u"fisheries"_s, u"forestry-management"_s};
        const auto services =
            readServices(text, *workflow, {{"serviceType", backend.toStdString()}, {"owningTeam", "fisheries"}});
        QString said;
        int line = 0;
        for (const auto& service : services) {
            said = service.problem.isEmpty() ? problemOf(service, *workflow, *desk.settings(workflow->id), teams)
                                             : service.problem;
            line = service.line;
            if (!said.isEmpty())
                break;
        }
        QTEST(line, "line");
        QFETCH(QStringList, words);
        for (const QString& word : words)
            QVERIFY2(said.contains(word), qPrintable(said + u" | "_s + word));
    }

    void flagsNumbersAndSecretsAreSaidToo()
    {
        Workflow workflow;
        for (const auto& [id, type] : {std::pair{u"name"_s, InputType::Text}, {u"public"_s, InputType::Flag},
                 {u"size"_s, InputType::Number}, {u"password"_s, InputType::Secret}}) {
            InputDefinition input;
            input.id = id;
            input.title = id;
            input.type = type;
            input.required = type == InputType::Secret;
            workflow.inputs += input;
        }
        const auto said = [&](const QString& text) {
            const auto service = readServices(text, workflow, Json::object()).first();
            return service.problem.isEmpty() ? problemOf(service, workflow, Json::object(), {}) : service.problem;
        };
        QVERIFY2(said(u"a,maybe,1"_s).contains(u"Column 2, public: “maybe” is neither yes nor no. Write yes or no."_s),
            qPrintable(said(u"a,maybe,1"_s)));
        QVERIFY2(said(u"a,Yes,many"_s).contains(u"Column 3, size: “many” is no number."_s),
            qPrintable(said(u"a,Yes,many"_s)));
        QVERIFY2(said(u"a,no,1"_s).contains(u"password: this is a secret"_s), qPrintable(said(u"a,no,1"_s)));
        QVERIFY(said(u"name,password\na,hunter2"_s).contains(u"Column 2, password: this is a secret"_s));
    }

    void aHeadingThatIsNotUnderstoodStopsItsRows()
    {
        BatchStage s;
        s.type(u"Service name,Owning taem\na-one,fisheries\nb-two,fisheries"_s);
        QVERIFY(s.stateOf(0).contains(u"Owning team"_s));
        QVERIFY2(s.stateOf(1).contains(u"line 1"_s), qPrintable(s.stateOf(1)));
        QVERIFY(!s.button()->isEnabled());
        QVERIFY(s.desk.prospected.isEmpty());
    }

    void tooManyLinesAreSaidAndTheLastOfTheOthersStaysGood()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto services = readServices(u"a-1\na-2\na-3\n"_s, *desk.workflows().first(), Json::object(), 2);
        QCOMPARE(services.size(), 3);
        QVERIFY(services[1].problem.isEmpty());
        QVERIFY(!services[2].isService);
        QVERIFY(services[2].problem.contains(u"longer"_s));
    }

    void filesOfAnotherKindAreSaid()
    {
        QCOMPARE(readListFile("\xEF\xBB\xBF"
                              "a-one")
                     .text.right(5),
            u"a-one"_s);
        QCOMPARE(readListFile(QByteArray("\xFF\xFE"
                                         "a\0b\0",
                                  6))
                     .text,
            u"ab"_s); // Excel's "Unicode text"
        QVERIFY(readListFile("PK\x03\x04 a sheet").problem.contains(u"CSV"_s));
        QVERIFY(readListFile("caf\xE9,x").problem.contains(u"UTF-8"_s));
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
        QVERIFY2(s.stateOf(4).contains(u"Line 1 has the same name"_s), qPrintable(s.stateOf(4)));
        QVERIFY(s.stateOf(5).startsWith(u"good"_s));
        const int each = 4; // pull requests of the workflow
        QVERIFY2(s.button()->text().contains(u"2"_s) && s.button()->text().contains(QString::number(2 * each)),
            qPrintable(s.button()->text()));
        QVERIFY2(s.label("hint").contains(u"2 in DEFRA/tf-svc"_s), qPrintable(s.label("hint")));
        QVERIFY2(s.label("hint").contains(u"anew"_s), qPrintable(s.label("hint"))); // both change the same files
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

    void aRowThatIsChosenShowsItsPreviewAndNoOtherIsRead()
    {
        BatchStage s;
        s.type(u"a-good\nBad Name\nb-good\nc-good\n"_s);
        QCOMPARE(s.desk.previewed.size(), 1); // of the first row, which is chosen
        s.choose(2);
        QCOMPARE(s.desk.previewed.size(), 2);
        QCOMPARE(textAt(s.desk.previewed.last(), "repositoryName"), u"b-good"_s);
        auto* steps = s.dialog.findChild<QWidget*>(u"preview"_s)->findChild<QTreeWidget*>();
        QVERIFY(steps->isVisible());
        QVERIFY(steps->topLevelItemCount() >= 4);
        s.choose(1);
        QCOMPARE(s.desk.previewed.size(), 2); // there is nothing to be read about it
        QVERIFY(!steps->isVisible());
        s.desk.holdAnswers = true;
        s.choose(3);
        s.choose(0); // and what comes about the other now is late
        s.desk.holdAnswers = false;
        s.desk.release();
        s.settle();
        QVERIFY(steps->isVisible());
        QVERIFY(steps->topLevelItem(0)->text(0).contains(u"tf-svc"_s));
        QVERIFY(s.desk.submitted.isEmpty());
    }

    void aProblemOfThePreviewMarksItsRowAndLeavesItOut()
    {
        BatchStage s;
        s.desk.stoppedBy.insert(
            u"b-good"_s, Error{.code = errc::githubArchived, .args = {{"repository", "DEFRA/tf-svc"}}});
        s.desk.problemOf.insert(u"c-good"_s, Error{.code = errc::githubArchived, .args = {{"repository", "DEFRA/x"}}});
        s.type(u"a-good\nb-good\nc-good\n"_s);
        QVERIFY(s.stateOf(1).startsWith(u"good"_s));
        QVERIFY(!s.stateOf(2).startsWith(u"good"_s)); // the check knew
        s.choose(1);
        QVERIFY2(s.stateOf(1).contains(u"archived"_s, Qt::CaseInsensitive), qPrintable(s.stateOf(1)));
        QTest::mouseClick(s.button(), Qt::LeftButton);
        s.settle();
        QCOMPARE(s.desk.submitted.size(), 1);
        QCOMPARE(textAt(std::get<StartRun>(s.desk.submitted[0]).inputs, "repositoryName"), u"a-good"_s);
    }

    void fiveHundredRowsAreCheckedByFewLooksWithProgressAndCancel()
    {
        BatchStage s;
        s.desk.holdAnswers = true;
        QString list;
        for (int i = 0; i < 500; ++i)
            list += u"service-%1\n"_s.arg(i);
        s.type(list);
        QCOMPARE(s.desk.prospected.size(), 1);
        auto* progress = s.dialog.findChild<QProgressBar*>(u"progress"_s);
        QVERIFY(progress->isVisible());
        QCOMPARE(s.label("progressText"), u"0 of 500 checked"_s);
        QVERIFY(!s.button()->isEnabled());
        s.desk.release();
        s.settle();
        QCOMPARE(s.label("progressText"), u"20 of 500 checked"_s);
        QCOMPARE(s.desk.prospected.size(), 2);
        QTest::mouseClick(s.stop(), Qt::LeftButton); // stop checking
        s.desk.holdAnswers = false;
        s.desk.release();
        s.settle();
        QCOMPARE(s.desk.prospected.size(), 2);
        QVERIFY(s.label("progressText").startsWith(u"100 of 500"_s)); // what was asked is taken, and no more is asked
        QVERIFY(!progress->isVisible());
        QVERIFY(s.button()->isEnabled()); // those that are good may be created
        QVERIFY2(s.button()->text().contains(u"100"_s), qPrintable(s.button()->text()));
        s.dialog.setTeams(QStringList{u"fisheries"_s}); // that it comes late starts nothing that she stopped
        s.settle(400ms);
        QCOMPARE(s.desk.prospected.size(), 2);
        QTest::mouseClick(s.stop(), Qt::LeftButton); // check the rest
        s.settle(400ms);
        QVERIFY2(s.desk.prospected.size() <= 8, qPrintable(QString::number(s.desk.prospected.size())));
        QVERIFY(s.stateOf(499).startsWith(u"good"_s));
        QCOMPARE(s.desk.previewed.size(), 1); // of the row that is chosen, once, however many looks there were
        QVERIFY(!s.stop()->isVisible());
        // Another line is one more row to be looked at, not five hundred.
        s.type(list.replace(u"service-499\n"_s, u"another-one\n"_s));
        QCOMPARE(s.desk.prospected.last().size(), 1);
    }

    void withoutANetworkTheRestIsNotAskedUntilSomebodyWantsIt()
    {
        BatchStage s;
        s.desk.prospectsError = noNetwork();
        QString list;
        for (int i = 0; i < 50; ++i)
            list += u"service-%1\n"_s.arg(i);
        s.type(list);
        QCOMPARE(s.desk.prospected.size(), 1);
        QVERIFY(s.stateOf(0).contains(u"could not"_s, Qt::CaseInsensitive));
        QVERIFY(s.stop()->isVisible());
        s.desk.prospectsError.reset();
        QTest::mouseClick(s.stop(), Qt::LeftButton);
        s.settle(400ms);
        QVERIFY(s.stateOf(0).startsWith(u"good"_s) && s.stateOf(49).startsWith(u"good"_s));
    }

    void rowsThatWouldMakeTheSameAreSaid()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto workflow = desk.workflows().first();
        BatchModel model(workflow, *desk.settings(workflow->id));
        model.read(u"a-one\nb-two"_s, {{"serviceType", backend.toStdString()}, {"owningTeam", "fisheries"}}, {});
        desk::Prospect one, two;
        one.name.kind = two.name.kind = desk::Availability::Kind::Free;
        one.repositories = {u"DEFRA/Shop"_s};
        two.repositories = {u"DEFRA/shop"_s};
        const Json first = model.list()[0].service.inputs, second = model.list()[1].service.inputs;
        for (auto* row : {&first, &second})
            QVERIFY(row->is_object());
        model.take(first, one);
        model.take(second, two);
        model.settle();
        QCOMPARE(model.list()[0].state, BatchRow::State::Good);
        QCOMPARE(model.list()[1].state, BatchRow::State::Unfit);
        QVERIFY2(model.list()[1].words.contains(u"Line 1"_s), qPrintable(model.list()[1].words));
    }

    //! From the menu: the teams that GitHub names late count from then on, and the form goes with the list.
    void aListIsOpenedFromTheMenu()
    {
        WindowStage s;
        s.desk.teamList = Result(QStringList{u"fisheries"_s});
        s.open();
        s.desk.holdAnswers = true;
        auto* dialog = qobject_cast<BatchDialog*>(s.trigger(u"New services from a list…"_s));
        QVERIFY(dialog);
        dialog->setText(u"Service name,Service type,Owning team\na-one,"_s + backend + u",herring\n"_s);
        const auto* rows = s.in<QTreeView>(dialog, u"serviceRows"_s)->model();
        const auto says = [rows] { return rows->index(0, rows->columnCount() - 1).data().toString(); };
        s.pause(400ms);
        QVERIFY2(!says().contains(u"herring"_s), qPrintable(says())); // it may be one
        s.desk.release();
        s.pause(400ms);
        QVERIFY2(says().contains(u"herring"_s), qPrintable(says()));
        dialog->reject();
        s.settle();
        QVERIFY(!QApplication::activeModalWidget());
    }

    void theListIsADraftUntilItIsDone()
    {
        BatchStage s;
        s.type(u"a-good\nBad Name\n"_s);
        BatchDialog again({.desk = s.desk,
                              .clock = s.clock,
                              .kept = s.kept,
                              .workflow = s.workflow,
                              .settings = *s.desk.settings(s.workflow->id),
                              .usual = Json::object(),
                              .teams = {}},
            nullptr);
        QCOMPARE(again.findChild<QPlainTextEdit*>(u"serviceList"_s)->toPlainText(), u"a-good\nBad Name\n"_s);
        s.type(u"a-good\n"_s);
        QTest::mouseClick(s.button(), Qt::LeftButton);
        s.settle();
        QVERIFY(s.kept.allKeys().filter(u"list"_s).isEmpty());
    }

    void closingWhileRowsAreStartedStopsBeforeTheRest()
    {
        BatchStage s;
        QString list;
        for (int i = 0; i < 9; ++i)
            list += u"service-%1\n"_s.arg(i);
        s.type(list);
        s.desk.holdAnswers = true;
        QTest::mouseClick(s.button(), Qt::LeftButton);
        QCOMPARE(s.desk.submitted.size(), 4);
        QTest::keyClick(&s.dialog, Qt::Key_Escape);
        QVERIFY(s.dialog.isVisible());
        s.desk.holdAnswers = false;
        s.desk.release();
        s.settle();
        QCOMPARE(s.desk.submitted.size(), 4);
        QVERIFY(s.dialog.isVisible()); // five are left, and it is seen
        QVERIFY2(s.button()->text().contains(u"5"_s), qPrintable(s.button()->text()));
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
