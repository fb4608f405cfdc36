// SPDX-License-Identifier: GPL-3.0-or-later
#include "eyes.h"
#include "hands.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

namespace slipway::journeys {

namespace {

class MouseHands : public Hands {
    static void click(QWidget* target) { QTest::mouseClick(target, Qt::LeftButton); }
    static void click(QWidget* target, const QRect& place)
    {
        QTest::mouseClick(target, Qt::LeftButton, {}, place.center());
    }
    //! Brings it into view as a person scrolls, then makes sure that a click would hit it and nothing above it.
    static void uncover(QWidget* target)
    {
        for (QWidget* above = target->parentWidget(); above; above = above->parentWidget())
            if (auto* area = qobject_cast<QScrollArea*>(above))
                area->ensureWidgetVisible(target);
        const QPoint at = target->mapTo(target->window(), target->rect().center());
        QWidget* hit = target->window()->childAt(at);
        if (!hit || (hit != target && !target->isAncestorOf(hit) && !hit->isAncestorOf(target)))
            throw Stumble{u"it is covered by something else: "_s + target->accessibleName() + target->objectName()};
    }

    void push(QWidget* button) override
    {
        uncover(button);
        click(button);
    }
    void enter(QWidget* field) override
    {
        auto* combo = qobject_cast<QComboBox*>(field);
        QWidget* inner = combo && combo->lineEdit() ? static_cast<QWidget*>(combo->lineEdit()) : field;
        if (auto* area = qobject_cast<QAbstractScrollArea*>(field))
            inner = area->viewport();
        push(inner);
        waitFor(u"the focus where she clicked"_s, [field] { return hasFocus(field); });
    }
    void pick(QComboBox* box, const QString& entry) override
    {
        push(box);
        waitFor(u"the list to open"_s, [box] { return box->view()->isVisible(); });
        const QModelIndex index = box->model()->index(box->findText(entry), box->modelColumn());
        box->view()->scrollTo(index);
        const auto isClosed = [box] { return !box->view()->isVisible(); };
        // A release right after the press only opens the list; on a busy machine that may be so for longer.
        for (int tries = 0; tries < 3 && !isClosed(); ++tries) {
            QTest::qWait(QApplication::doubleClickInterval() + 50);
            click(box->view()->viewport(), box->view()->visualRect(index));
            std::ignore = QTest::qWaitFor(isClosed, 2'000);
        }
        waitFor(u"the list to close"_s, isClosed);
    }
    void openMenu(QMenuBar* bar, QAction* menu) override { click(bar, bar->actionGeometry(menu)); }
    void take(QMenu* menu, QAction* action) override { click(menu, menu->actionGeometry(action)); }
    void choose(QAbstractItemView* view, const std::function<QModelIndex()>& row) override
    {
        auto* tree = qobject_cast<QTreeView*>(view);
        if (const QModelIndex parent = row().parent(); tree && parent.isValid() && !tree->isExpanded(parent))
            QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(parent).center());
        view->scrollTo(row());
        QRect place = view->visualRect(row());
        place.setWidth(std::min(place.width(), view->viewport()->width()));
        click(view->viewport(), place);
    }
    void turn(QTabWidget* tabs, int page) override { click(tabs->tabBar(), tabs->tabBar()->tabRect(page)); }
    void leaveDialog() override
    {
        for (const QString& word : {u"Close"_s, u"OK"_s, u"Cancel"_s})
            if (auto* button = buttonReading(word))
                return push(button);
        throw Stumble{u"the dialog has no button that closes it"_s};
    }
};

} // namespace

std::unique_ptr<Hands> mouseHands() { return std::make_unique<MouseHands>(); }

} // namespace slipway::journeys
