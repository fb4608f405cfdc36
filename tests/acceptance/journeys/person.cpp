// SPDX-License-Identifier: GPL-3.0-or-later
#include "person.h"

#include "console/main_window.h"
#include "console/run_list_model.h"
#include "console/timeline_model.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

namespace slipway::journeys {

namespace {

constexpr int manySteps = 400; //!< of Tab or of an arrow key: more than any window of ours needs

//! As a person reads it aloud: without the mark of its letter, without the dots that promise a dialog.
QString spoken(QString text)
{
    text.remove(u'&');
    while (text.endsWith(u'…') || text.endsWith(u'*') || text.endsWith(u' '))
        text.chop(1);
    return text;
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QWidget* at = QApplication::activePopupWidget();
    if (!at)
        at = QApplication::focusWidget();
    QTest::keyClick(at ? at : Person::front(), key, modifiers);
}

bool hasFocus(const QWidget* target)
{
    const QWidget* at = QApplication::focusWidget();
    return at && (at == target || at == target->focusProxy() || at->focusProxy() == target);
}

//! The row that is named by a way from the root, "lane › step": the one of that text, else the first that has it in it,
//! for rows that number or date themselves.
QModelIndex rowOf(const QAbstractItemModel* model, const QString& way, const QModelIndex& parent = {})
{
    const QString first = way.section(u" › "_s, 0, 0), rest = way.section(u" › "_s, 1);
    QModelIndex has;
    for (int row = 0; row < model->rowCount(parent); ++row) {
        const QModelIndex index = model->index(row, 0, parent);
        const QString text = index.data().toString();
        if (text == first)
            return rest.isEmpty() ? index : rowOf(model, rest, index);
        if (!has.isValid() && text.contains(first))
            has = index;
    }
    return rest.isEmpty() || !has.isValid() ? has : rowOf(model, rest, has);
}

void textsOf(const QAbstractItemModel* model, const QModelIndex& parent, QStringList& texts)
{
    for (int row = 0; row < model->rowCount(parent); ++row) {
        for (int column = 0; column < model->columnCount(parent); ++column)
            texts += model->index(row, column, parent).data().toString();
        textsOf(model, model->index(row, 0, parent), texts);
    }
}

QAction* actionIn(const QList<QAction*>& actions, const QString& text)
{
    for (QAction* action : actions)
        if (action->isVisible() && spoken(action->text()) == text)
            return action;
    return nullptr;
}

} // namespace

void waitFor(const QString& what, const std::function<bool()>& holds, int timeout)
{
    QString why;
    const auto now = [&] {
        try {
            return holds();
        } catch (const Stumble& stumble) { // while one window goes and another comes there is nothing to look at
            why = u" ("_s + stumble.why + u')';
            return false;
        }
    };
    if (!QTest::qWaitFor(now, timeout))
        throw Stumble{u"waited in vain for "_s + what + why};
}

QWidget* Person::front()
{
    if (QWidget* modal = QApplication::activeModalWidget())
        return modal;
    if (QWidget* active = QApplication::activeWindow(); active && qobject_cast<QDialog*>(active))
        return active;
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (qobject_cast<console::MainWindow*>(widget) && widget->isVisible())
            return widget;
    throw Stumble{u"there is no window"_s};
}

// Finding by words

QAbstractButton* Person::button(const QString& text, bool isChoice) const
{
    const auto named = [&](const auto& fits) -> QAbstractButton* {
        for (auto* button : front()->findChildren<QAbstractButton*>())
            if (button->isVisible() && bool(qobject_cast<QRadioButton*>(button)) == isChoice && fits(button))
                return button;
        return nullptr;
    };
    if (auto* exact = named([&](const auto* one) { return spoken(one->text()) == text; }))
        return exact;
    if (auto* begins = named([&](const auto* one) { return spoken(one->text()).startsWith(text); }))
        return begins;
    return named([&](const auto* one) { return spoken(one->accessibleName()) == text; });
}

QWidget* Person::field(const QString& label) const
{
    for (auto* title : front()->findChildren<QLabel*>())
        if (title->isVisible() && title->buddy() && title->buddy()->isVisible() && spoken(title->text()) == label)
            return title->buddy();
    for (auto* title : front()->findChildren<QLabel*>()) // one that goes on to explain
        if (title->isVisible() && title->buddy() && spoken(title->text()).startsWith(label))
            return title->buddy();
    for (auto* one : front()->findChildren<QWidget*>()) {
        const bool takesText =
            qobject_cast<QLineEdit*>(one) || qobject_cast<QComboBox*>(one) || qobject_cast<QPlainTextEdit*>(one);
        if (takesText && one->isVisible() && spoken(one->accessibleName()) == label)
            return one;
    }
    return nullptr;
}

QAbstractItemView* Person::list(const QString& name) const
{
    for (auto* view : front()->findChildren<QAbstractItemView*>())
        if (view->isVisible() && view->accessibleName().startsWith(name))
            return view;
    return nullptr;
}

// The two kinds of hands

//! Brings it into view as a person scrolls, then makes sure that a click would hit it and nothing above it.
void Person::uncover(QWidget* target)
{
    for (QWidget* above = target->parentWidget(); above; above = above->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(above))
            area->ensureWidgetVisible(target);
    const QPoint at = target->mapTo(target->window(), target->rect().center());
    QWidget* hit = target->window()->childAt(at);
    if (!hit || (hit != target && !target->isAncestorOf(hit) && !hit->isAncestorOf(target)))
        throw Stumble{u"it is covered by something else: "_s + target->accessibleName() + target->objectName()};
}

void Person::walksTo(QWidget* target)
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

void Person::pushes(QWidget* target)
{
    if (usesMouse()) {
        uncover(target);
        QTest::mouseClick(target, Qt::LeftButton);
        return;
    }
    walksTo(target);
    if (auto* radio = qobject_cast<QRadioButton*>(target); !radio || !radio->isChecked())
        press(Qt::Key_Space);
}

// What she does

void Person::presses(const QString& text)
{
    waitFor(u"the button “%1” that can be pressed"_s.arg(text), [&] {
        const auto* found = button(text);
        return found && found->isEnabled();
    });
    pushes(button(text));
}

void Person::decidesTo(const QString& choice)
{
    waitFor(u"the choice “%1” that can be made"_s.arg(choice), [&] {
        const auto* found = button(choice, true);
        return found && found->isEnabled();
    });
    pushes(button(choice, true));
    waitFor(
        u"“%1” to be chosen"_s.arg(choice), [&] { return button(choice, true)->isChecked(); }, 5'000);
}

void Person::choosesFromMenu(const QStringList& way)
{
    waitFor(u"the window to be the active one"_s, [] { return front()->isActiveWindow(); });
    auto* bar = front()->findChild<QMenuBar*>();
    QAction* action = bar ? actionIn(bar->actions(), way.first()) : nullptr;
    if (!action)
        throw Stumble{u"there is no menu “%1”"_s.arg(way.first())};
    if (usesMouse())
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->actionGeometry(action).center());
    else
        press(Qt::Key(action->text().at(action->text().indexOf(u'&') + 1).toUpper().unicode()), Qt::AltModifier);
    for (const QString& title : way.mid(1)) {
        QMenu* menu = action->menu();
        waitFor(u"the menu “%1” to open"_s.arg(spoken(action->text())), [menu] { return menu->isVisible(); });
        action = actionIn(menu->actions(), title);
        if (!action || !action->isEnabled())
            throw Stumble{u"“%1” cannot be chosen from the menu"_s.arg(title)};
        if (usesMouse()) {
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            continue;
        }
        for (int steps = 0; steps < manySteps && menu->activeAction() != action; ++steps)
            QTest::keyClick(menu, Qt::Key_Down);
        if (menu->activeAction() != action)
            throw Stumble{u"the arrow keys do not get to “%1”"_s.arg(title)};
        QTest::keyClick(menu, action->menu() ? Qt::Key_Right : Qt::Key_Return);
    }
    waitFor(u"the menu to close"_s, [] { return !QApplication::activePopupWidget(); });
}

void Person::types(const QString& text, const QString& label)
{
    waitFor(u"the field “%1”"_s.arg(label), [&] {
        const auto* found = field(label);
        return found && found->isEnabled();
    });
    QWidget* target = field(label);
    if (usesMouse()) {
        waitFor(u"the window to be the active one"_s, [] { return front()->isActiveWindow(); });
        auto* combo = qobject_cast<QComboBox*>(target);
        QWidget* inner = combo && combo->lineEdit() ? static_cast<QWidget*>(combo->lineEdit()) : target;
        if (auto* area = qobject_cast<QAbstractScrollArea*>(target))
            inner = area->viewport();
        uncover(inner);
        QTest::mouseClick(inner, Qt::LeftButton);
        waitFor(u"the focus in “%1”"_s.arg(label), [&] { return hasFocus(target); });
    } else {
        walksTo(target);
    }
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    const QStringList lines = text.split(u'\n');
    for (qsizetype line = 0; line < lines.size(); ++line) {
        if (line > 0)
            press(Qt::Key_Return);
        QTest::keyClicks(QApplication::focusWidget(), lines[line]);
    }
}

void Person::picks(const QString& entry, const QString& label)
{
    const auto offered = [&] {
        const auto* box = qobject_cast<QComboBox*>(field(label));
        return box && box->isEnabled() && box->findText(entry) >= 0;
    };
    waitFor(u"“%1” to be offered in “%2”"_s.arg(entry, label), offered);
    auto* box = qobject_cast<QComboBox*>(field(label));
    if (box->isEditable()) {
        types(entry, label);
        // What fits is offered below the field while she types; Return takes it.
        if (QTest::qWaitFor([] { return QApplication::activePopupWidget() != nullptr; }, 300)) {
            press(Qt::Key_Down);
            press(Qt::Key_Return);
        }
        press(Qt::Key_Tab);
    } else if (usesMouse()) {
        uncover(box);
        QTest::mouseClick(box, Qt::LeftButton);
        waitFor(u"the list to open"_s, [box] { return box->view()->isVisible(); });
        const QModelIndex index = box->model()->index(box->findText(entry), box->modelColumn());
        box->view()->scrollTo(index);
        QTest::qWait(QApplication::doubleClickInterval() + 50); // a release right after the press only opens the list
        QTest::mouseClick(box->view()->viewport(), Qt::LeftButton, {}, box->view()->visualRect(index).center());
        waitFor(u"the list to close"_s, [box] { return !box->view()->isVisible(); });
    } else {
        walksTo(box);
        press(Qt::Key_Home);
        for (int steps = 0; steps < manySteps && box->currentText() != entry; ++steps)
            press(Qt::Key_Down);
    }
    if (box->currentText() != entry)
        throw Stumble{u"“%1” shows “%2”, not “%3”"_s.arg(label, box->currentText(), entry)};
}

void Person::choosesRow(const QString& row, const QString& name)
{
    const auto find = [&] {
        const auto* view = list(name);
        return view ? rowOf(view->model(), row) : QModelIndex();
    };
    waitFor(u"the row “%1” in “%2”"_s.arg(row, name), [&] { return find().isValid(); });
    QAbstractItemView* view = list(name);
    auto* tree = qobject_cast<QTreeView*>(view);
    if (usesMouse()) {
        if (tree && find().parent().isValid() && !tree->isExpanded(find().parent()))
            QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(find().parent()).center());
        view->scrollTo(find());
        QRect place = view->visualRect(find());
        place.setWidth(std::min(place.width(), view->viewport()->width()));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place.center());
    } else {
        walksTo(view);
        press(Qt::Key_Home);
        // Rows come and go while a run is under way, so each step asks anew where the wanted one is.
        for (int steps = 0; steps < manySteps && view->currentIndex().siblingAtColumn(0) != find(); ++steps) {
            const bool above = tree && view->currentIndex().siblingAtColumn(0) == find().parent();
            press(above && !tree->isExpanded(find().parent()) ? Qt::Key_Right : Qt::Key_Down);
        }
    }
    waitFor(
        u"“%1” to be the chosen row"_s.arg(row), [&] { return view->currentIndex().siblingAtColumn(0) == find(); },
        5'000);
}

void Person::turnsTo(const QString& page)
{
    auto* tabs = front()->findChild<QTabWidget*>();
    int wanted = -1;
    for (int i = 0; tabs && i < tabs->count(); ++i)
        if (tabs->tabText(i).startsWith(page))
            wanted = i;
    if (wanted < 0)
        throw Stumble{u"there is no page “%1”"_s.arg(page)};
    if (usesMouse()) {
        QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(wanted).center());
    } else {
        walksTo(tabs->tabBar());
        for (int steps = 0; steps < tabs->count() && tabs->currentIndex() != wanted; ++steps)
            press(tabs->currentIndex() < wanted ? Qt::Key_Right : Qt::Key_Left);
    }
    waitFor(
        u"the page “%1”"_s.arg(page), [&] { return tabs->currentIndex() == wanted; }, 5'000);
}

void Person::closesTheDialog()
{
    const QPointer<QWidget> dialog = front();
    if (!usesMouse())
        press(Qt::Key_Escape);
    else
        presses(button(u"Close"_s) ? u"Close"_s : button(u"OK"_s) ? u"OK"_s : u"Cancel"_s);
    waitFor(u"the dialog to close"_s, [dialog] { return !dialog || !dialog->isVisible(); });
}

// What she sees

bool Person::readsNow(const QString& text) const
{
    QStringList texts;
    for (const auto* widget : front()->findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        texts += widget->accessibleName();
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            texts += label->text();
        else if (const auto* one = qobject_cast<const QAbstractButton*>(widget))
            texts += spoken(one->text());
        else if (const auto* edit = qobject_cast<const QPlainTextEdit*>(widget))
            texts += edit->toPlainText();
        else if (const auto* view = qobject_cast<const QAbstractItemView*>(widget); view && view->model())
            textsOf(view->model(), {}, texts);
    }
    return texts.join(u'\n').contains(text);
}

void Person::reads(const QString& text)
{
    waitFor(u"the words “%1”"_s.arg(text), [&] { return readsNow(text); });
}

QStringList Person::runsListed() const
{
    QStringList names;
    if (const auto* view = list(u"Runs"_s))
        for (int row = 0; row < view->model()->rowCount(); ++row)
            names += view->model()->index(row, 0).data().toString();
    return names;
}

void Person::seesRun(const QString& service, const QString& state)
{
    const auto holds = [&] {
        const auto* view = list(u"Runs"_s);
        const QModelIndex row = view ? rowOf(view->model(), service) : QModelIndex();
        const QString shown = row.siblingAtColumn(console::RunListModel::StateColumn).data().toString();
        return row.isValid() && (state.isEmpty() || shown == state);
    };
    waitFor(u"%1 in the list of runs, as “%2”"_s.arg(service, state), holds);
}

void Person::seesStep(const QString& step, const QString& state)
{
    const auto holds = [&] {
        const auto* view = list(u"Timeline"_s);
        const QModelIndex row = view ? rowOf(view->model(), step) : QModelIndex();
        return row.isValid()
            && row.siblingAtColumn(console::TimelineModel::StateColumn).data().toString().startsWith(state);
    };
    waitFor(u"the step %1 as “%2”"_s.arg(step, state), holds);
}

void Person::seesDialog(const QString& title)
{
    waitFor(u"the dialog “%1”"_s.arg(title), [&] {
        return qobject_cast<QDialog*>(front()) && front()->windowTitle().startsWith(title) && front()->isActiveWindow();
    });
}

void Person::seesNoDialog()
{
    waitFor(u"the window itself, without a dialog"_s,
        [] { return !qobject_cast<QDialog*>(front()) && front()->isActiveWindow(); });
}

// What she often does

void Person::fillsTheForm(const QString& service)
{
    presses(u"New service"_s);
    seesDialog(u"New service"_s);
    types(service, u"Service name"_s);
    picks(u"cdp-node-backend-template"_s, u"Service type"_s);
    picks(u"fisheries"_s, u"Owning team"_s);
}

void Person::creates(const QString& service)
{
    fillsTheForm(service);
    presses(u"Create: open 4 pull requests"_s);
    seesNoDialog();
    seesRun(service, {});
    waitFor(u"the new run to be the chosen one"_s, [&] { return front()->windowTitle().contains(service); });
}

} // namespace slipway::journeys
