// SPDX-License-Identifier: GPL-3.0-or-later
// The map of a workflow: Graphviz's dot lays it out in a process of its own, and where it does not, there are words.
#include "base/manual_clock.h"
#include "base/text.h"
#include "console/lane_name.h"
#include "console/map_picture.h"
#include "console/theme.h"
#include "console/translation.h"
#include "console/workflow_map.h"
#include "fake_desk.h"
#include "steps/kinds.h"
#include "workflow/parse_workflow.h"
#include "workflow/shipped.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGraphicsItem>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

namespace {

//! The real one, asked in the test's own process.
std::optional<MapLayout> laidOut(const Workflow& workflow, const MapSizes& sizes)
{
    ManualClock clock;
    DotProcess dot(clock, u"dot"_s);
    QSignalSpy answered(&dot, &DotProcess::answered);
    dot.ask(graphOf(workflow, sizes));
    if (!answered.wait(15'000))
        return std::nullopt;
    return layoutFrom(answered.first().first().toByteArray(), workflow);
}

int boxesIn(const WorkflowMap& map)
{
    const auto items = map.findChild<MapPicture*>()->scene()->items();
    return int(std::ranges::count_if(
        items, [](const QGraphicsItem* item) { return !item->data(MapPicture::stepKey).toString().isEmpty(); }));
}

bool isInWords(const WorkflowMap& map) { return map.currentWidget()->findChild<QPlainTextEdit*>() != nullptr; }

QString whyNot(const WorkflowMap& map) { return map.findChild<QLabel*>(u"workflowMapMissing"_s)->text(); }

//! A program that is no dot.
class Impostor {
public:
    explicit Impostor(const QByteArray& script)
    {
        QFile file(program());
        if (file.open(QIODevice::WriteOnly))
            file.write("#!/bin/sh\n" + script + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QString program() const { return m_folder.filePath(u"dot"_s); }
    QString file(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private:
    QTemporaryDir m_folder;
};

std::shared_ptr<const Workflow> foreign()
{
    auto workflow = std::make_shared<Workflow>();
    workflow->id = u"foreign"_s;
    workflow->lanes = {{.id = u"one\"]; evil -> evil"_s, .title = u"</table>> }; x [label=\"<b>"_s},
        {.id = u"empty"_s, .title = u"Nobody is in it"_s}};
    const auto step = [&](const char* id, QList<StepId> needs) {
        workflow->steps.append({.id = StepId(QString::fromLatin1(id)),
            .lane = workflow->lanes.first().id,
            .kind = u"gate"_s,
            .title = u"\\N \"quoted\" <i>%1</i>"_s.arg(QString::fromLatin1(id)),
            .needs = std::move(needs)});
    };
    step("a\" ; }", {});
    step("b", {StepId(u"a\" ; }"_s)});
    return workflow;
}

} // namespace

class WorkflowMapTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QLocale(QLocale::English)); }

    void everyShippedWorkflowIsLaidOut_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"cdp-create-service", "cdp-decommission-service", "pay-create-service",
                 "pay-create-service-adr-order", "pay-create-service-one-call"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void everyShippedWorkflowIsLaidOut()
    {
        QFETCH(QString, name);
        const auto bytes = shippedWorkflow(name);
        QVERIFY(bytes.ok());
        const auto read = parseWorkflow(*bytes, name, steps::kindRules());
        QVERIFY(read.ok());
        const Workflow& workflow = **read;
        const MapSizes sizes = MapPicture().sizesOf(workflow);
        const auto layout = laidOut(workflow, sizes);
        QVERIFY(layout.has_value());
        QCOMPARE(layout->lanes.size(), workflow.lanes.size());
        QHash<int, QRectF> boxes, lanes;
        for (const auto& lane : layout->lanes) {
            for (const QRectF& other : std::as_const(lanes))
                QVERIFY(!other.intersects(lane.rect));
            lanes.insert(lane.index, lane.rect);
            QVERIFY(QRectF(QPointF(), layout->size).contains(lane.rect));
        }
        for (const auto& box : layout->steps) {
            for (const QRectF& other : std::as_const(boxes))
                QVERIFY(!other.intersects(box.rect));
            boxes.insert(box.index, box.rect);
            QVERIFY(std::abs(box.rect.width() - sizes.step.width()) < 2);
            QVERIFY(std::abs(box.rect.height() - sizes.step.height()) < 2);
            const auto lane = std::ranges::find_if(
                workflow.lanes, [&](const Lane& each) { return each.id == workflow.steps[box.index].lane; });
            const QRectF around = lanes.value(int(lane - workflow.lanes.begin()));
            QVERIFY(around.contains(box.rect));
            // Its title has a place above the steps.
            QVERIFY(box.rect.top() - around.top() > sizes.lanes.first().height());
        }
        QCOMPARE(boxes.size(), workflow.steps.size());
        for (const auto& need : layout->needs) {
            QVERIFY(workflow.steps[need.to].needs.contains(workflow.steps[need.from].id));
            // Downwards, from the one to the other.
            QVERIFY(boxes.value(need.from).bottom() < boxes.value(need.to).top());
            const QMarginsF near(2, 2, 2, 2);
            QVERIFY(boxes.value(need.from).marginsAdded(near).contains(need.curve.first()));
            QVERIFY(boxes.value(need.to).marginsAdded(near).contains(need.tip));
        }
    }

    void noTextOfAWorkflowGoesToTheProgram()
    {
        const auto workflow = foreign();
        const MapSizes sizes = MapPicture().sizesOf(*workflow);
        const QByteArray graph = graphOf(*workflow, sizes);
        for (const char* theirs : {"evil", "quoted", "gate", "<b>", "<i>", "\\N", "Nobody"})
            QVERIFY2(!graph.contains(theirs), graph.constData());
        const auto layout = laidOut(*workflow, sizes);
        QVERIFY(layout.has_value());
        QCOMPARE(layout->steps.size(), 2);
        QCOMPARE(layout->lanes.size(), 1); // nobody is in the other
        ManualClock clock;
        WorkflowMap map(clock);
        map.showWorkflow(workflow);
        QTRY_COMPARE(boxesIn(map), 2);
    }

    void theWindowDoesNotWaitForIt()
    {
        const Impostor slow("sleep 2; exec dot \"$@\"");
        ManualClock clock;
        const auto workflow = FakeDesk(clock).workflows().first();
        WorkflowMap map(clock, nullptr, slow.program());
        QElapsedTimer took;
        took.start();
        map.showWorkflow(workflow);
        QVERIFY2(took.elapsed() < 1'000, qPrintable(QString::number(took.elapsed())));
        QCOMPARE(boxesIn(map), 0);
        QTRY_COMPARE_WITH_TIMEOUT(boxesIn(map), int(workflow->steps.size()), 15'000);
        QVERIFY(!isInWords(map));
    }

    void aScreenReaderGetsStepsAndNeedsAsText()
    {
        ManualClock clock;
        const auto workflow = FakeDesk(clock).workflows().first();
        WorkflowMap map(clock);
        map.showWorkflow(workflow);
        const QString words = map.findChild<MapPicture*>()->accessibleDescription();
        QCOMPARE(words, workflowInWords(*workflow));
        for (const auto& step : workflow->steps)
            QVERIFY2(words.contains(u"• "_s + step.title), qPrintable(words));
        QVERIFY2(words.contains(u"• Raise pull request (needs “Validate the request”)"_s), qPrintable(words));
        QVERIFY2(words.contains(u"needs “Raise pull request”, “Wait for the workflow” in tf-svc-infra"_s),
            qPrintable(words));
    }

    void aLaneHasANameBeforeThereIsARun()
    {
        Workflow workflow;
        workflow.settings = {{.id = u"infra"_s, .title = u"Infrastructure"_s, .defaultValue = "tf-svc-infra"},
            {.id = u"teams"_s, .type = SettingType::List, .defaultValue = Json::array()}};
        workflow.inputs = {{.id = u"name"_s, .title = u"Service name"_s}};
        const auto name = [&](const char* title) {
            return laneName(workflow, {.id = u"lane"_s, .title = QString::fromUtf8(title)});
        };
        QCOMPARE(name("Portal"), u"Portal"_s);
        QCOMPARE(name(""), u"lane"_s);
        QCOMPARE(name("{{ settings.infra }}"), u"tf-svc-infra"_s);
        QCOMPARE(name("the {{inputs.name}} of {{ settings.infra }}!"), u"the ‹Service name› of tf-svc-infra!"_s);
        QCOMPARE(name("{{ settings.teams }}"), u"lane"_s);
        QCOMPARE(name("{{ settings.hosts[inputs.name] }}"), u"lane"_s);
    }

    void withoutTheProgramThereAreWords()
    {
        ManualClock clock;
        const auto workflow = FakeDesk(clock).workflows().first();
        WorkflowMap map(clock, nullptr, u"/nowhere/dot"_s);
        map.showWorkflow(workflow);
        clock.advance(Millis(1));
        QTRY_VERIFY(isInWords(map));
        QVERIFY2(whyNot(map).contains(u"Install the package “graphviz”"_s), qPrintable(whyNot(map)));
        const auto* words = map.findChild<QPlainTextEdit*>(u"workflowWords"_s);
        QCOMPARE(words->toPlainText(), workflowInWords(*workflow));
        QVERIFY(words->isReadOnly());
        QVERIFY(words->focusPolicy() & Qt::TabFocus);
        QVERIFY(!words->accessibleName().isEmpty());
        // A file that cannot be started is none either.
        const Impostor broken("true");
        QFile::remove(broken.program());
        QVERIFY(QFile(broken.program()).open(QIODevice::WriteOnly));
        QFile::setPermissions(broken.program(), QFile::ReadOwner | QFile::ExeOwner);
        WorkflowMap other(clock, nullptr, broken.program());
        other.showWorkflow(workflow);
        clock.advance(Millis(1));
        QTRY_VERIFY(isInWords(other));
    }

    void onlySoLongIsWaited()
    {
        const Impostor slow("echo $$ > \"$0.pid\"; exec sleep 600");
        ManualClock clock;
        const auto workflow = FakeDesk(clock).workflows().first();
        WorkflowMap map(clock, nullptr, slow.program());
        map.showWorkflow(workflow);
        QTRY_VERIFY(QFile::exists(slow.file("dot.pid")));
        clock.advance(DotProcess::longest - Millis(1));
        QVERIFY(!isInWords(map));
        clock.advance(Millis(1));
        QTRY_VERIFY(isInWords(map));
        QVERIFY2(whyNot(map).contains(u"took too long"_s), qPrintable(whyNot(map)));
        QFile pid(slow.file("dot.pid"));
        QVERIFY(pid.open(QIODevice::ReadOnly));
        const QString status = u"/proc/%1"_s.arg(QString::fromLatin1(pid.readAll().trimmed()));
        QTRY_VERIFY(!QFile::exists(status)); // and it is gone
    }

    void whatIsNoLayoutIsNotDrawn_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("it ends badly") << QByteArray("cat > /dev/null; exit 1");
        QTest::newRow("it is killed") << QByteArray("kill -9 $$");
        QTest::newRow("it says nothing") << QByteArray("cat > /dev/null");
        QTest::newRow("no JSON") << QByteArray("echo no");
        QTest::newRow("an empty layout") << QByteArray("echo '{\"bb\":\"0,0,1,1\"}'");
        QTest::newRow("it never ends talking") << QByteArray("exec yes");
        QTest::newRow("a step is missing") << QByteArray("dot \"$@\" | sed 's/\"name\": \"n3\"/\"name\": \"n2\"/'");
        QTest::newRow("a step of nobody") << QByteArray("dot \"$@\" | sed 's/\"name\": \"n3\"/\"name\": \"n999\"/'");
        QTest::newRow("no number") << QByteArray("dot \"$@\" | sed 's/\"pos\": \"[0-9.]*,/\"pos\": \"nan,/'");
        QTest::newRow("too far away") << QByteArray("dot \"$@\" | sed 's/\"pos\": \"[0-9.]*,/\"pos\": \"1e300,/'");
        QTest::newRow("an arrow without end") << QByteArray("dot \"$@\" | sed 's/\"pos\": \"e,[0-9.,]* /\"pos\": \"/'");
        QTest::newRow("a need is missing") << QByteArray("grep -v -- '-> n3' | dot \"$@\"");
    }
    void whatIsNoLayoutIsNotDrawn()
    {
        QFETCH(QByteArray, script);
        const Impostor impostor(script);
        ManualClock clock;
        WorkflowMap map(clock, nullptr, impostor.program());
        const auto workflow = FakeDesk(clock).workflows().first();
        map.showWorkflow(workflow);
        QTRY_VERIFY(isInWords(map));
        QVERIFY2(whyNot(map).contains(u"gave no layout"_s), qPrintable(whyNot(map)));
        QCOMPARE(boxesIn(map), 0);
    }

    void onlyTheLastOneAskedForIsDrawn()
    {
        // The first question, of many steps, takes longer than the second: its answer would come last.
        const Impostor slow("f=\"$0.$$\"; cat > \"$f\"; grep -q n9 \"$f\" && sleep 0.4; exec dot \"$@\" < \"$f\"");
        ManualClock clock;
        const auto first = FakeDesk(clock).workflows().first();
        const auto second = foreign();
        WorkflowMap map(clock, nullptr, slow.program());
        map.showWorkflow(first);
        QTest::qWait(50); // it is under way
        map.showWorkflow(second);
        QTRY_COMPARE(boxesIn(map), 2);
        QTest::qWait(700);
        QCOMPARE(boxesIn(map), 2);
        map.showWorkflow(first);
        QTest::qWait(50);
        map.showWorkflow(nullptr);
        QCOMPARE(boxesIn(map), 0);
        QTest::qWait(700);
        QCOMPARE(boxesIn(map), 0);
    }

    void aStepIsChosenAndMarked()
    {
        ManualClock clock;
        const auto workflow = FakeDesk(clock).workflows().first();
        WorkflowMap map(clock);
        map.resize(900, 1200);
        map.show();
        map.showWorkflow(workflow);
        QTRY_COMPARE(boxesIn(map), int(workflow->steps.size()));
        auto* picture = map.findChild<MapPicture*>();
        const auto boxOf = [picture](const StepId& step) -> QGraphicsItem* {
            for (auto* item : picture->scene()->items())
                if (item->data(MapPicture::stepKey).toString() == step.text())
                    return item;
            return nullptr;
        };
        const auto thick = [picture] {
            const auto items = picture->scene()->items();
            return std::ranges::count_if(items, [](QGraphicsItem* item) {
                const auto* path = qgraphicsitem_cast<QGraphicsPathItem*>(item);
                return path && path->pen().style() != Qt::NoPen && path->pen().widthF() > 1.5;
            });
        };
        QSignalSpy chosen(&map, &WorkflowMap::stepChosen);
        const StepId step = workflow->steps[1].id; // needed by three, and needs one
        QTest::mouseClick(
            picture->viewport(), Qt::LeftButton, {}, picture->mapFromScene(boxOf(step)->sceneBoundingRect().center()));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<StepId>(), step);
        QCOMPARE(thick(), 0);
        map.showStep(step);
        QCOMPARE(thick(), 1 + 4); // its own outline, and its arrows
    }

    void inHighContrastEachLineIsInk()
    {
        ManualClock clock;
        WorkflowMap map(clock);
        const auto pale = [&map] {
            const auto items = map.findChild<MapPicture*>()->scene()->items();
            return std::ranges::count_if(items, [&](QGraphicsItem* item) {
                const auto* path = qgraphicsitem_cast<QGraphicsPathItem*>(item);
                return path && path->pen().style() != Qt::NoPen
                    && path->pen().color() != map.palette().color(QPalette::WindowText);
            });
        };
        const auto workflow = FakeDesk(clock).workflows().first();
        map.setPalette(Theme::dark());
        map.showWorkflow(workflow);
        QTRY_COMPARE(boxesIn(map), int(workflow->steps.size()));
        QVERIFY(pale() > 0);
        map.setPalette(Theme::highContrast(true)); // drawn anew
        QCOMPARE(pale(), 0);
    }

    void itFitsTheWidthWhereItCanBeRead()
    {
        ManualClock clock;
        const auto workflow = FakeDesk(clock).workflows().first();
        WorkflowMap map(clock);
        map.resize(1400, 700);
        map.show();
        map.showWorkflow(workflow);
        QTRY_COMPARE(boxesIn(map), int(workflow->steps.size()));
        const auto* picture = map.findChild<MapPicture*>();
        QCOMPARE(picture->transform().m11(), 1.0);
        map.resize(int(picture->sceneRect().width() * 0.85), 700);
        QTRY_VERIFY(picture->transform().m11() < 0.9);
        QVERIFY(picture->sceneRect().width() * picture->transform().m11() <= picture->viewport()->width());
        map.resize(200, 700);
        QTRY_COMPARE(picture->transform().m11(), 0.7); // smaller letters nobody can read
    }
};

QTEST_MAIN(WorkflowMapTests)
#include "workflow_map_tests.moc"
