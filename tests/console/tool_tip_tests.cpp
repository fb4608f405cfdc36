// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "console/plain_tool_tips.h"

#include <QHelpEvent>
#include <QLabel>
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
