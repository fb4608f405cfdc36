// SPDX-License-Identifier: GPL-3.0-or-later
#include "../steps/step_bench.h"
#include "desk/report.h"

#include <QTest>

using namespace slipway;
using namespace slipway::desk;
using enum EventType;

namespace {

RunView failedView(StepBench& bench)
{
    bench.isMerged().start(u"built"_s);
    bench.then(StepFailed, u"built"_s,
        {{"error",
            toJson(Error{.code = errc::githubWorkflowFailed,
                .args = {{"workflow", "Plan"}, {"conclusion", "failure"}},
                .details = {{"text", "limit ````exceeded | here"}, {"requestId", "8A1F:33"}}})}});
    auto event = bench.next(NoteAdded, {}, {{"text", "=cmd @platform <img> [x](http://bad)"}});
    event.actor = u"mia"_s;
    bench.then(event);
    return {.run = bench.run, .usual = {{StepId(u"built"_s), {Millis(180'000), Millis(300'000)}}}};
}

} // namespace

class ReportTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTicketHasTheErrorTheStepsAndThePeople()
    {
        StepBench bench;
        const auto view = failedView(bench);
        const QString report = runReport(view, bench.events, bench.now);
        QVERIFY(report.startsWith(u"# fishing\n"_s));
        QVERIFY(report.contains(u"## Error of “built”"_s));
        QVERIFY(report.contains(u"8A1F:33"_s));
        QVERIFY(report.contains(u"3 min"_s)); // the usual
        QVERIFY(report.contains(u"<https://github.example/7>"_s));
        QVERIFY(report.contains(u"mia"_s));
    }

    void nothingFromOutsideIsMarkup()
    {
        StepBench bench;
        auto paused = bench.next(RunPaused, {}, {{"reason", "*freeze*"}});
        paused.actor = u"jon"_s;
        bench.then(paused);
        const auto view = failedView(bench);
        const QString report = runReport(view, bench.events, bench.now);
        QVERIFY2(report.contains(u"- jon paused the run: \\*freeze\\* ("_s), qPrintable(report));
        QVERIFY(!report.contains(u"<img>"_s));
        QVERIFY(!report.contains(u"[x]("_s));
        QVERIFY(!report.contains(u"@platform"_s)); // nobody is called by it
        QCOMPARE(report.count(u"````"_s), 2); // the service's text cannot end its own frame
    }

    void aTableHasALineAStepAndNoFormulas()
    {
        StepBench bench;
        const auto view = failedView(bench);
        const QStringList lines = runCsv(view, bench.now, 1.0).split(u"\r\n"_s, Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), view.run.steps.size() + 1);
        QCOMPARE(lines[0].section(u',', 0, 3), u"run,subject,step,lane"_s);
        QCOMPARE(csvCell(u"=1+1"_s), u"\"'=1+1\""_s);
        QCOMPARE(csvCell(u"say \"x\", y"_s), u"\"say \"\"x\"\", y\""_s);
        QCOMPARE(csvCell(u"a\nb"_s), u"a b"_s);
        const auto built =
            std::find_if(lines.begin(), lines.end(), [](const QString& line) { return line.contains(u",built,"_s); });
        QVERIFY(built != lines.end());
        QVERIFY(built->contains(u",failed,"_s));
        QVERIFY(built->contains(u",180.000,"_s));
    }

    void theWholeRunHasItsJournal()
    {
        StepBench bench;
        const auto view = failedView(bench);
        const Json report = runReportJson(view, bench.events, bench.now, 1.0);
        QCOMPARE(qsizetype(report["events"].size()), qsizetype(bench.events.size()));
        QCOMPARE(textAt(report, "subject"), u"fishing"_s);
    }

    void aStepsReportCarriesItsEvidence()
    {
        StepBench bench;
        const auto view = failedView(bench);
        Evidence evidence{.step = StepId(u"built"_s), .readAt = bench.now, .service = u"GitHub"_s};
        evidence.headline = u"GitHub shows something else"_s;
        evidence.lines = {{u"Checks"_s, u"passed"_s, u"failed"_s, EvidenceLine::Agreement::Differs}};
        const QString report = stepReport(view, evidence.step, &evidence, bench.now);
        QVERIFY(report.contains(u"**differs**"_s));
        QVERIFY(report.contains(u"GitHub shows something else"_s));
        evidence.step = StepId(u"raise"_s); // of another step: it proves nothing here
        QVERIFY(!stepReport(view, StepId(u"built"_s), &evidence, bench.now).contains(u"**differs**"_s));
    }
};

QTEST_GUILESS_MAIN(ReportTests)
#include "report_tests.moc"
