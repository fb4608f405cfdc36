// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/manual_clock.h"
#include "console/compare_dialog.h"
#include "console/state_painter.h"
#include "console/translation.h"
#include "fake_desk.h"

#include <QCheckBox>
#include <QComboBox>
#include <QTest>
#include <QTreeWidget>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

namespace {

void settle()
{
    for (int i = 0; i < 6; ++i)
        QCoreApplication::processEvents();
}

desk::RunView viewOf(FakeDesk& desk, const RunId& run) { return desk.run(run).result().value(); }

ComparedLine lineOf(const QList<ComparedLine>& lines, const QString& what)
{
    for (const auto& line : lines)
        if (line.what == what)
            return line;
    return {.what = u"there is no such line"_s};
}

ComparedLine stepOf(const desk::RunView& view, const QList<ComparedLine>& lines, const char* id)
{
    const auto& definition = *view.run.workflow->step(StepId(QString::fromLatin1(id)));
    return lineOf(lines, u"%1: %2"_s.arg(definition.lane, definition.title));
}

} // namespace

class CompareTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QLocale(QLocale::English)); }

    void inputsOutcomesAndLongDurationsDiffer()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        auto a = desk.begin(u"a-one"_s, 60min), b = desk.begin(u"b-two"_s, 50min, u"cdp-platform"_s);
        a.done("validate", 60min, 60min - 2s).done("infra-raise", 59min, 58min);
        b.done("validate", 50min, 50min - 4s).start("infra-raise", 49min).fail("infra-raise", 45min, workflowFailed());
        const auto first = viewOf(desk, a.run()), second = viewOf(desk, b.run());
        const auto lines = compareRuns(first, second, clock.now());
        QVERIFY(lineOf(lines, u"Owning team"_s).differs);
        QCOMPARE(lineOf(lines, u"Owning team"_s).first, u"fisheries"_s);
        QCOMPARE(lineOf(lines, u"Owning team"_s).second, u"cdp-platform"_s);
        QVERIFY(!lineOf(lines, u"Service type"_s).differs);
        QVERIFY(!lineOf(lines, u"Started"_s).differs); // every run starts at another time
        QVERIFY(!stepOf(first, lines, "validate").differs); // two seconds more are no difference
        const auto raise = stepOf(first, lines, "infra-raise");
        QVERIFY(raise.differs);
        QVERIFY2(raise.first.contains(u"1 min"_s), qPrintable(raise.first));
        QVERIFY2(raise.second.startsWith(u"Failed"_s), qPrintable(raise.second));
        const auto itself = compareRuns(first, first, clock.now());
        QVERIFY(std::none_of(itself.begin(), itself.end(), [](const auto& line) { return line.differs; }));
    }

    void theSameOutcomeInThriceTheTimeDiffers()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        auto a = desk.begin(u"a-one"_s, 60min), b = desk.begin(u"b-two"_s, 60min);
        a.done("validate", 60min, 60min - 20s);
        b.done("validate", 60min, 59min);
        const auto first = viewOf(desk, a.run());
        QVERIFY(stepOf(first, compareRuns(first, viewOf(desk, b.run()), clock.now()), "validate").differs);
    }

    void theDialogOffersTheOthersAndShowsDifferencesOnly()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        const auto runs = desk.addGallery();
        desk.addFinished(3);
        CompareDialog dialog(
            desk, clock, std::make_shared<const desk::RunView>(viewOf(desk, runs[u"failed"_s])), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        settle();
        auto* other = dialog.findChild<QComboBox*>(u"otherRun"_s);
        QCOMPARE(other->count(), runs.size() + 3 - 1); // not with itself
        QCOMPARE(other->findData(runs[u"failed"_s].text()), -1);
        QVERIFY2(other->currentText().contains(u"-service-"_s), qPrintable(other->currentText())); // one that went well
        auto* table = dialog.findChild<QTreeWidget*>(u"comparison"_s);
        QCOMPARE(table->topLevelItemCount(), 3);
        auto* steps = table->topLevelItem(2);
        const auto shown = [&] {
            int count = 0;
            for (int row = 0; row < steps->childCount(); ++row)
                count += steps->child(row)->isHidden() ? 0 : 1;
            return count;
        };
        const int all = shown();
        // What differs has a mark of its own: nothing is stuck here.
        int marked = 0;
        for (int row = 0; row < steps->childCount(); ++row)
            if (const QIcon mark = steps->child(row)->icon(3); !mark.isNull()) {
                ++marked;
                QVERIFY(mark.pixmap(16).toImage() != stateIcon(ShownState::Stuck).pixmap(16).toImage());
            }
        QVERIFY(marked > 0);
        dialog.findChild<QCheckBox*>(u"onlyDifferent"_s)->click();
        QVERIFY(shown() < all && shown() > 0);
        // Another is chosen by the keyboard.
        const QString before = table->headerItem()->text(2);
        other->setFocus();
        QTest::keyClick(other, Qt::Key_Home);
        QTest::keyClick(other, Qt::Key_Down);
        settle();
        QVERIFY(table->headerItem()->text(2) != before);
        QVERIFY(desk.submitted.isEmpty());
    }
};

QTEST_MAIN(CompareTests)
#include "compare_tests.moc"
