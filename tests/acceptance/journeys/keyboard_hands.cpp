// SPDX-License-Identifier: GPL-3.0-or-later
#include "eyes.h"
#include "hands.h"

#include <QApplication>
#include <QComboBox>
#include <QMenu>
#include <QMenuBar>
#include <QRadioButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

namespace slipway::journeys {

namespace {

class KeyboardHands : public Hands {
    static constexpr int manySteps = 400; //!< of Tab or of an arrow key: more than any window of ours needs

    static void walkTo(QWidget* target)
    {
        waitFor(u"the window to be the active one"_s, [] { return front()->isActiveWindow(); });
        auto* radio = qobject_cast<QRadioButton*>(target);
        for (int steps = 0; steps < manySteps; ++steps) {
            if (hasFocus(target))
                return;
            // Within a group of choices the arrow keys go from one to the next.
            auto* at = qobject_cast<QRadioButton*>(QApplication::focusWidget());
            press(radio && at && at->parentWidget() == radio->parentWidget() ? Qt::Key_Down : Qt::Key_Tab);
        }
        throw Stumble{u"Tab does not get to "_s + spoken(target->accessibleName()) + u' ' + target->objectName()};
    }

    void push(QWidget* button) override
    {
        walkTo(button);
        if (auto* radio = qobject_cast<QRadioButton*>(button); !radio || !radio->isChecked())
            press(Qt::Key_Space);
    }
    void enter(QWidget* field) override { walkTo(field); }
    void pick(QComboBox* box, const QString& entry) override
    {
        walkTo(box);
        press(Qt::Key_Home);
        for (int steps = 0; steps < manySteps && box->currentText() != entry; ++steps)
            press(Qt::Key_Down);
    }
    void openMenu(QMenuBar*, QAction* menu) override
    {
        press(Qt::Key(menu->text().at(menu->text().indexOf(u'&') + 1).toUpper().unicode()), Qt::AltModifier);
    }
    void take(QMenu* menu, QAction* action) override
    {
        for (int steps = 0; steps < manySteps && menu->activeAction() != action; ++steps)
            QTest::keyClick(menu, Qt::Key_Down);
        if (menu->activeAction() != action)
            throw Stumble{u"the arrow keys do not get to “%1”"_s.arg(spoken(action->text()))};
        QTest::keyClick(menu, action->menu() ? Qt::Key_Right : Qt::Key_Return);
    }
    void choose(QAbstractItemView* view, const std::function<QModelIndex()>& row) override
    {
        walkTo(view);
        press(Qt::Key_Home);
        auto* tree = qobject_cast<QTreeView*>(view);
        for (int steps = 0; steps < manySteps && view->currentIndex().siblingAtColumn(0) != row(); ++steps) {
            const bool above = tree && view->currentIndex().siblingAtColumn(0) == row().parent();
            press(above && !tree->isExpanded(row().parent()) ? Qt::Key_Right : Qt::Key_Down);
        }
    }
    void turn(QTabWidget* tabs, int page) override
    {
        walkTo(tabs->tabBar());
        for (int steps = 0; steps < tabs->count() && tabs->currentIndex() != page; ++steps)
            press(tabs->currentIndex() < page ? Qt::Key_Right : Qt::Key_Left);
    }
    void leaveDialog() override { press(Qt::Key_Escape); }
};

} // namespace

std::unique_ptr<Hands> keyboardHands() { return std::make_unique<KeyboardHands>(); }

void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget* at = QApplication::activePopupWidget();
    if (!at)
        at = QApplication::focusWidget();
    QTest::keyClick(at ? at : front(), key, modifiers);
}

} // namespace slipway::journeys
