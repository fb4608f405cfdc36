// SPDX-License-Identifier: GPL-3.0-or-later
// Durations of a real store, in the window's words, tables and plots.
#include "base/error_codes.h"
#include "console/duration_charts.h"
#include "console/saving.h"
#include "console/statistics_dialog.h"
#include "console/theme.h"
#include "console/translation.h"
#include "fake_desk.h"
#include "store_fixture.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QHorizontalBarSeries>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;
using journal::test::StoreFixture;
using journal::test::Story;

namespace {

//! Reads what stands in a store; all else is the fake's.
class StoreDesk : public FakeDesk {
public:
    StoreDesk(Clock& clock, QString file)
        : FakeDesk(clock)
        , m_file(std::move(file))
    { }
    QFuture<Result<desk::WorkflowStatistics>> statistics(const QString& workflow) override
    {
        auto reader = journal::SqliteReader::open(m_file);
        return QtFuture::makeReadyFuture(
            reader ? (*reader)->statistics(workflow) : Result<desk::WorkflowStatistics>(reader.error()));
    }

private:
    QString m_file;
};

Json workflowOf(const char* id)
{
    auto workflow = journal::test::smallWorkflow();
    workflow["id"] = id;
    return workflow;
}

struct Stage {
    StoreFixture fixture;
    std::unique_ptr<journal::SqliteStore> store;
    std::unique_ptr<StoreDesk> desk;
    QList<RunId> shown;

    Stage()
    {
        auto opened = fixture.open();
        if (!opened)
            qFatal("%s", journal::test::describe(opened.error()).constData());
        store = std::move(*opened);
        desk = std::make_unique<StoreDesk>(fixture.clock, fixture.file());
    }
    void tell(Story& story)
    {
        if (const auto made = journal::test::now(store->create(story.run(), story.news())); !made)
            qFatal("%s", journal::test::describe(made.error()).constData());
    }
    //! "raise" takes so many seconds, "merge" little; each a day after the one before.
    void addRuns(const char* workflow, const QList<int>& seconds)
    {
        int number = 0;
        for (const int took : seconds) {
            const QString id = u"%1-%2"_s.arg(QLatin1String(workflow)).arg(++number, 3, 10, QChar(u'0'));
            Story story(id, id, workflowOf(workflow));
            story.now += qint64(number) * 86400000;
            story.then(EventType::StepStarted, u"raise"_s);
            story.now += (took - 1) * 1000;
            story.then(EventType::StepSucceeded, u"raise"_s);
            story.done(u"merge"_s);
            tell(story);
        }
    }
    void addFailure(const char* workflow)
    {
        Story story(u"bad"_s, u"bad"_s, workflowOf(workflow));
        for (int attempt = 1; attempt <= 3; ++attempt) {
            story.then(EventType::StepStarted, u"raise"_s, {}, attempt);
            Json data = journal::test::errorData(errc::serverError, u"502"_s);
            if (attempt < 3)
                data["retryAt"] = story.now + 1000;
            story.then(EventType::StepFailed, u"raise"_s, data, attempt);
        }
        tell(story);
    }
    std::unique_ptr<StatisticsDialog> open(const QString& workflow, const QString& step = {})
    {
        auto dialog = std::make_unique<StatisticsDialog>(
            StatisticsDialog::Context{.desk = *desk,
                .clock = fixture.clock,
                .workflows = {u"small"_s, u"other"_s},
                .workflow = workflow,
                .step = step,
                .subjectOf = [](const RunId& run) { return u"service of "_s + run.text(); }},
            nullptr);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        QObject::connect(dialog.get(), &StatisticsDialog::runWanted, [this](const RunId& run) { shown += run; });
        dialog->show();
        settle();
        return dialog;
    }
    static void settle()
    {
        for (int i = 0; i < 6; ++i)
            QCoreApplication::processEvents();
    }
};

template <class T>
T& in(QWidget& where, const char* name)
{
    auto* found = where.findChild<T*>(QLatin1String(name));
    if (!found)
        qFatal("there is no %s", name);
    return *found;
}

QStringList rowOf(const QTreeWidget& table, const QString& first)
{
    QStringList cells;
    for (int row = 0; row < table.topLevelItemCount(); ++row)
        if (table.topLevelItem(row)->text(0).startsWith(first))
            for (int column = 0; column < table.columnCount(); ++column)
                cells += table.topLevelItem(row)->text(column);
    return cells;
}

//! Answers the save dialog, and waits for the file.
QByteArray saved(QWidget& dialog, const QString& file)
{
    in<QPushButton>(dialog, "saveFigures").click();
    Stage::settle();
    Q_EMIT in<QFileDialog>(dialog, "saveStatistics").fileSelected(file);
    QByteArray bytes;
    [&] { QTRY_VERIFY(!in<QLabel>(dialog, "said").text().isEmpty()); }();
    QFile read(file);
    if (read.open(QIODevice::ReadOnly))
        bytes = read.readAll();
    return bytes;
}

} // namespace

class StatisticsTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QLocale(QLocale::English)); }

    void theFiguresAreThoseOfTheStore()
    {
        Stage stage;
        stage.addRuns("small", {10, 20, 30, 40, 50, 60, 70, 80, 90, 600});
        stage.addFailure("small");
        auto dialog = stage.open(u"small"_s, u"raise"_s);
        auto& figures = in<QTreeWidget>(*dialog, "figures");
        QCOMPARE(figures.topLevelItemCount(), 3);
        // Ten went well; the median of ten is the sixth, nine in ten took no longer than the tenth.
        QCOMPARE(rowOf(figures, u"raise"_s).mid(1),
            (QStringList{u"10"_s, u"1 min"_s, u"10 min"_s, u"3"_s, u"2"_s})); // each attempt that failed
        QCOMPARE(rowOf(figures, u"Whole run"_s).mid(4), (QStringList{u"1"_s, u"2"_s}));
        QCOMPARE(figures.currentItem()->text(0).startsWith(u"raise"_s), true);
        const QString summary = in<QLabel>(*dialog, "summary").text();
        for (const QString& part : {u"Went well 10 times"_s, u"no longer than 1 min,"_s, u"no longer than 10 min"_s,
                 u"Shortest 10 s, longest 10 min"_s, u"Failed 3 times."_s, u"Tried again 2 times"_s})
            QVERIFY2(summary.contains(part), qPrintable(summary));
        auto& durations = in<QTreeWidget>(*dialog, "durations");
        QCOMPARE(durations.topLevelItemCount(), 10);
        QCOMPARE(durations.topLevelItem(0)->text(1), u"10 min"_s); // newest first
        QCOMPARE(durations.topLevelItem(0)->text(2), u"service of small-010"_s);
        QCOMPARE(durations.topLevelItem(9)->text(1), u"10 s"_s);
    }

    void thePlotsHoldTheSameNumbers()
    {
        Stage stage;
        stage.addRuns("small", {10, 20, 30, 40, 50, 60, 70, 80, 90, 600});
        auto dialog = stage.open(u"small"_s, u"raise"_s);
        auto& overTime = in<DurationsOverTime>(*dialog, "durationsOverTime");
        QList<double> took;
        QList<double> lines;
        for (QAbstractSeries* series : overTime.chart()->series()) {
            if (auto* points = qobject_cast<QScatterSeries*>(series)) {
                for (const QPointF& point : points->points())
                    took += point.y() / 1000;
            } else if (auto* line = qobject_cast<QLineSeries*>(series)) {
                lines += line->at(0).y() / 1000;
            }
        }
        QCOMPARE(took, (QList<double>{600, 90, 80, 70, 60, 50, 40, 30, 20, 10}));
        QCOMPARE(lines, (QList<double>{60, 600}));
        QVERIFY(overTime.accessibleDescription().contains(u"no longer than 1 min"_s));
        auto& spread = in<DurationDistribution>(*dialog, "durationDistribution");
        auto* bars = qobject_cast<QHorizontalBarSeries*>(spread.chart()->series().value(0));
        QVERIFY(bars);
        double all = 0;
        for (int i = 0; i < bars->barSets().first()->count(); ++i)
            all += bars->barSets().first()->at(i);
        QCOMPARE(all, 10.0);
        const auto labels = qobject_cast<QBarCategoryAxis*>(spread.chart()->axes(Qt::Vertical).value(0))->categories();
        QCOMPARE(labels.size(), bars->barSets().first()->count());
        QVERIFY(labels.first().endsWith(u"and more"_s) || labels.first().contains(u"10 min"_s)); // the longest is below
        // A row that is chosen is ringed in the plot.
        auto& durations = in<QTreeWidget>(*dialog, "durations");
        durations.setCurrentItem(durations.topLevelItem(2));
        QCOMPARE(overTime.marked(), std::optional<Millis>(Millis(80000)));
    }

    void oneFarAwayDoesNotPressAllOthersIntoOneBar()
    {
        QList<journal::DurationSample> samples;
        for (int i = 0; i < 40; ++i)
            samples += journal::DurationSample{RunId(u"r"_s), {i}, Millis(30000 + i * 1000)};
        samples += journal::DurationSample{RunId(u"weekend"_s), {41}, Millis(200000000)};
        const auto buckets = distributionOf(samples);
        QVERIFY(buckets.size() >= 4 && buckets.size() <= 9);
        int all = 0;
        for (const auto& bucket : buckets)
            all += bucket.count;
        QCOMPARE(all, 41);
        QVERIFY(buckets.last().open);
        QVERIFY(textOf(buckets.last()).endsWith(u"and more"_s));
        QVERIFY(buckets.first().count < 20);
        QVERIFY(distributionOf({}).isEmpty());
        QCOMPARE(distributionOf({samples.first()}).size(), 1);
    }

    void fewAndNoDurationsAreSaidInWords()
    {
        Stage stage;
        stage.addRuns("small", {10, 20, 30});
        auto few = stage.open(u"small"_s, u"raise"_s);
        const QString summary = in<QLabel>(*few, "summary").text();
        QVERIFY2(summary.contains(u"too few to say what is usual: 5 are needed"_s), qPrintable(summary));
        QCOMPARE(rowOf(in<QTreeWidget>(*few, "figures"), u"raise"_s).mid(1, 3), (QStringList{u"3"_s, u"–"_s, u"–"_s}));
        QVERIFY(!in<DurationDistribution>(*few, "durationDistribution").isVisible());
        auto none = stage.open(u"other"_s);
        QVERIFY(in<QLabel>(*none, "words").isVisible());
        QVERIFY(in<QLabel>(*none, "words").text().startsWith(u"There is no run of this workflow yet"_s));
        QVERIFY(!in<QPushButton>(*none, "saveFigures").isEnabled());
        stage.addFailure("other");
        auto bad = stage.open(u"other"_s, u"raise"_s);
        QVERIFY(in<QLabel>(*bad, "summary").text().contains(u"has not gone well yet"_s));
        QVERIFY(!in<QWidget>(*bad, "plots").isVisible());
    }

    void anotherWorkflowAndStepAreChosenByKeyboard()
    {
        Stage stage;
        stage.addRuns("small", {10, 20, 30, 40, 50});
        stage.addRuns("other", {100, 200, 300, 400, 500});
        auto dialog = stage.open(u"small"_s);
        auto& workflow = in<QComboBox>(*dialog, "workflow");
        QCOMPARE(workflow.currentData().toString(), u"small"_s);
        QTest::keyClick(&workflow, Qt::Key_Down);
        Stage::settle();
        QCOMPARE(workflow.currentData().toString(), u"other"_s);
        auto& figures = in<QTreeWidget>(*dialog, "figures");
        QCOMPARE(rowOf(figures, u"raise"_s).value(2), u"5 min"_s);
        figures.setFocus();
        QTest::keyClick(&figures, Qt::Key_End);
        QCOMPARE(figures.currentItem()->text(0), u"raise"_s);
        auto& durations = in<QTreeWidget>(*dialog, "durations");
        QCOMPARE(durations.topLevelItemCount(), 5);
        durations.setFocus();
        durations.setCurrentItem(durations.topLevelItem(1));
        QTest::keyClick(&durations, Qt::Key_Return);
        QCOMPARE(stage.shown, QList<RunId>{RunId(u"other-004"_s)});
    }

    void theFiguresAreCopiedAndSavedByTheFilesEnding()
    {
        Stage stage;
        stage.addRuns("small", {10, 20, 30, 40, 50});
        auto dialog = stage.open(u"small"_s);
        in<QPushButton>(*dialog, "copyFigures").click();
        const QString csv = QGuiApplication::clipboard()->text();
        QVERIFY2(csv.contains(u"small,raise,raise,5,30.0,50.0,10.0,50.0,0,0\r\n"_s), qPrintable(csv));
        QTemporaryDir folder;
        in<QLabel>(*dialog, "said").clear();
        QCOMPARE(saved(*dialog, folder.filePath(u"a.csv"_s)), csv.toUtf8());
        in<QLabel>(*dialog, "said").clear();
        const auto json = parseJson(saved(*dialog, folder.filePath(u"a.json"_s)));
        QVERIFY(json);
        QCOMPARE(memberAt(memberAt(*json, "figures")[1], "samples").size(), std::size_t(5));
        in<QLabel>(*dialog, "said").clear();
        QVERIFY(saved(*dialog, folder.filePath(u"a.md"_s)).contains("| raise | 5 | 30 s | 50 s | 50 s | 0 | 0 |"));
        in<QLabel>(*dialog, "said").clear();
        QVERIFY(QImage::fromData(saved(*dialog, folder.filePath(u"a.png"_s))).width() > 300);
    }

    void thePlotsTakeThePalettesColours()
    {
        Stage stage;
        stage.addRuns("small", {10, 20, 30, 40, 50});
        auto dialog = stage.open(u"small"_s, u"raise"_s);
        auto& chart = in<DurationsOverTime>(*dialog, "durationsOverTime");
        for (const QPalette& palette : {Theme::light(), Theme::dark(), Theme::highContrast(true)}) {
            dialog->setPalette(palette);
            Stage::settle();
            QCOMPARE(chart.chart()->backgroundBrush().color(), palette.color(QPalette::Base));
            QCOMPARE(chart.chart()->titleBrush().color(), palette.color(QPalette::Text));
        }
        dialog->setPalette(QPalette());
    }

    void aSavedFilesEndingDecides()
    {
        QWidget window;
        QStringList saved;
        const QList<SaveForm> forms{{u"json"_s, u"All"_s}, {u"csv"_s, u"Table"_s}};
        const auto ask = [&] {
            askWhereToSave(
                &window, u"ask"_s, u"Save"_s, u"name"_s, forms, [&](const QString& file, const QString& ending) {
                    saved += QFileInfo(file).fileName() + u' ' + ending;
                });
            Stage::settle();
            return window.findChildren<QFileDialog*>(u"ask"_s).last();
        };
        auto* dialog = ask();
        QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), u"name.json"_s);
        auto& kinds = in<QComboBox>(*dialog, "fileTypeCombo");
        kinds.setFocus();
        QTest::keyClick(&kinds, Qt::Key_Down);
        QCOMPARE(dialog->defaultSuffix(), u"csv"_s);
        QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), u"name.csv"_s); // the name goes along
        Q_EMIT dialog->fileSelected(u"/x/name.JSON"_s);
        Q_EMIT dialog->fileSelected(u"/x/name.v2"_s);
        QCOMPARE(saved, (QStringList{u"name.JSON json"_s, u"name.v2 csv"_s}));
    }
};

QTEST_MAIN(StatisticsTests)
#include "statistics_tests.moc"
