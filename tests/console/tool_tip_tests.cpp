// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "console/map_picture.h"
#include "console/plain_tool_tips.h"

#include <QGraphicsItem>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QTest>
#include <QTextDocument>
#include <QToolTip>
#include <QTreeWidget>

using namespace slipway;
using namespace slipway::console;

class ToolTipTests : public QObject {
    Q_OBJECT

    const QString m_trick = u"<b>All is well</b><img src=\"file:///etc/hostname\">"_s;

    static void hover(QWidget* widget, const QPoint& at)
    {
        QHelpEvent event(QEvent::ToolTip, at, widget->mapToGlobal(at));
        QCoreApplication::sendEvent(widget, &event);
    }
    //! What a person reads in the tip that is shown.
    static QString shown()
    {
        QTextDocument document;
        if (Qt::mightBeRichText(QToolTip::text()))
            document.setHtml(QToolTip::text());
        else
            document.setPlainText(QToolTip::text());
        return document.toPlainText();
    }

private Q_SLOTS:
    void initTestCase()
    {
        PlainToolTips::install(*QCoreApplication::instance());
        PlainToolTips::install(*QCoreApplication::instance()); // once is enough
    }
    void cleanup() { QToolTip::hideText(); }

    void aWidgetsTipIsShownToTheLetter()
    {
        QLabel label(u"hover"_s);
        label.setToolTip(m_trick);
        label.show();
        hover(&label, {2, 2});
        QCOMPARE(shown(), m_trick);
    }

    void aCellsTipIsShownToTheLetter()
    {
        QTreeWidget tree;
        auto* item = new QTreeWidgetItem(&tree, {u"run"_s});
        item->setToolTip(0, m_trick);
        tree.show();
        hover(tree.viewport(), tree.visualItemRect(item).center());
        QCOMPARE(shown(), m_trick);
    }

    void aMenusTipIsShownToTheLetter()
    {
        QMenu menu;
        menu.setToolTipsVisible(true);
        QAction* action = menu.addAction(u"Run"_s);
        action->setToolTip(m_trick);
        menu.popup({0, 0});
        hover(&menu, menu.actionGeometry(action).center());
        QCOMPARE(shown(), m_trick);
    }

    void aMenuWithoutTipsShowsNone()
    {
        QMenu menu;
        QAction* action = menu.addAction(u"Run"_s);
        action->setToolTip(m_trick);
        menu.popup({0, 0});
        hover(&menu, menu.actionGeometry(action).center());
        QCOMPARE(shown(), QString());
    }

    void aStepsTitleInTheMapIsShownToTheLetter()
    {
        auto workflow = std::make_shared<Workflow>();
        workflow->lanes.append({.id = u"one"_s, .title = u"One"_s});
        workflow->steps.append(
            {.id = StepId(u"first"_s), .lane = u"one"_s, .kind = u"http.request"_s, .title = m_trick});
        MapPicture map;
        map.resize(400, 300);
        map.showLayout(
            workflow, {.size = {300, 200}, .lanes = {}, .steps = {{0, QRectF(20, 20, 200, 60)}}, .needs = {}});
        map.show();
        const auto items = map.scene()->items();
        const auto box = std::ranges::find_if(items, [](const auto* item) { return !item->toolTip().isEmpty(); });
        QVERIFY(box != items.end());
        hover(map.viewport(), map.mapFromScene((*box)->sceneBoundingRect().center()));
        QCOMPARE(shown(), m_trick);
    }

    void plainTipsAreLeftToQt()
    {
        QLabel label(u"hover"_s);
        label.setToolTip(u"2 < 3"_s);
        label.show();
        hover(&label, {2, 2});
        QCOMPARE(QToolTip::text(), u"2 < 3"_s);
    }
};

QTEST_MAIN(ToolTipTests)
#include "tool_tip_tests.moc"
