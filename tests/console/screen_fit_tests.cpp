// SPDX-License-Identifier: GPL-3.0-or-later
// The window and its dialogs on small screens and at large scales.
#include "base/text.h"
#include "console/action_set.h"
#include "console/screen_fit.h"
#include "window_stage.h"

#include <QMetaEnum>
#include <QPushButton>
#include <QScreen>
#include <QTreeView>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

class ScreenFitTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyWindowFitsItsScreen_data()
    {
        QTest::addColumn<QSize>("screen");
        QTest::newRow("1024x700") << QSize(1024, 700);
        QTest::newRow("1440x900 at one and a half") << QSize(960, 600);
        QTest::newRow("1440x900 at two") << QSize(720, 450);
    }
    //! Every dialog comes up within the screen, and so do its buttons.
    void everyWindowFitsItsScreen()
    {
        QFETCH(QSize, screen);
        const QRect area(QPoint(0, 0), screen);
        ScreenFit::install(*QCoreApplication::instance(), [area](const QWidget&) { return area; });
        WindowStage s;
        s.open();
        s.window->resize(1280, 820);
        s.window->hide();
        s.window->show();
        s.settle();
        QStringList faults;
        const auto look = [&](QWidget* window, const QString& name) {
            if (window->width() > screen.width() || window->height() > screen.height())
                faults += u"%1 is %2x%3, at least %4x%5"_s.arg(name)
                              .arg(window->width())
                              .arg(window->height())
                              .arg(window->minimumSizeHint().width())
                              .arg(window->minimumSizeHint().height());
            for (const QPushButton* button : window->findChildren<QPushButton*>())
                if (button->isVisible() && button->window() == window
                    && !window->rect().contains(QRect(button->mapTo(window, QPoint(0, 0)), button->size())))
                    faults += u"%1: %2 is out of reach"_s.arg(name, button->text());
        };
        look(s.window.get(), u"the window"_s);
        s.show(u"failed"_s);
        const QMetaEnum ids = QMetaEnum::fromType<ActionSet::Id>();
        auto* actions = qobject_cast<ActionSet*>(s.find<QAction>("retry")->parent());
        QVERIFY(actions);
        const QList<ActionSet::Id> others{ActionSet::Quit, ActionSet::Count, ActionSet::OpenLink,
            ActionSet::ShowNavigator, ActionSet::ShowList, ActionSet::ShowTimeline, ActionSet::ShowInspector};
        int dialogs = 0;
        for (int i = 0; i < ids.keyCount(); ++i) {
            const auto id = ActionSet::Id(ids.value(i));
            if (others.contains(id) || !(*actions)[id]->isEnabled())
                continue;
            (*actions)[id]->trigger();
            s.settle();
            for (QWidget* top : QApplication::topLevelWidgets())
                if (QPointer dialog = qobject_cast<QDialog*>(top); dialog && dialog->isVisible()) {
                    ++dialogs;
                    look(dialog, dialog->objectName());
                    dialog->close();
                }
            s.show(u"failed"_s);
        }
        QVERIFY(dialogs > 10);
        for (const QString& fault : std::as_const(faults))
            qWarning("%s", qPrintable(fault));
        QCOMPARE(faults, QStringList());
    }
    //! What is small enough keeps the size that was chosen for it.
    void aWindowThatFitsIsLeftAlone()
    {
        ScreenFit::install(*QCoreApplication::instance(), [](const QWidget&) { return QRect(0, 0, 1500, 950); });
        QWidget small;
        small.resize(1280, 820);
        small.show();
        QCOMPARE(small.size(), QSize(1280, 820));
        QDialog off;
        off.setGeometry(1400, 900, 300, 200);
        off.show();
        QVERIFY(QRect(0, 0, 1500, 950).contains(off.geometry()));
    }
    void cleanup() { delete QCoreApplication::instance()->findChild<ScreenFit*>(); }
};

QTEST_MAIN(ScreenFitTests)
#include "screen_fit_tests.moc"
