// SPDX-License-Identifier: GPL-3.0-or-later
#include "person.h"

#include "console/run_list_model.h"
#include "console/timeline_model.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QRadioButton>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

namespace slipway::journeys {

namespace {

void waitForActiveWindow()
{
    waitFor(u"the window to be the active one"_s, [] { return front()->isActiveWindow(); });
}

} // namespace

// What she does

void Person::presses(const QString& text)
{
    waitFor(u"the button “%1” that can be pressed"_s.arg(text), [&] { return canPress(text); });
    m_hands->push(buttonReading(text));
}

void Person::decidesTo(const QString& choice)
{
    waitFor(u"the choice “%1” that can be made"_s.arg(choice), [&] {
        const auto* found = buttonReading(choice, true);
        return found && found->isEnabled();
    });
    m_hands->push(buttonReading(choice, true));
    waitFor(
        u"“%1” to be chosen"_s.arg(choice), [&] { return buttonReading(choice, true)->isChecked(); }, 5'000);
}

void Person::choosesFromMenu(const QStringList& way)
{
    waitForActiveWindow();
    auto* bar = front()->findChild<QMenuBar*>();
    QAction* action = bar ? actionReading(bar->actions(), way.first()) : nullptr;
    if (!action)
        throw Stumble{u"there is no menu “%1”"_s.arg(way.first())};
    m_hands->openMenu(bar, action);
    for (const QString& title : way.mid(1)) {
        QMenu* menu = action->menu();
        waitFor(u"the menu “%1” to open"_s.arg(spoken(action->text())), [menu] { return menu->isVisible(); });
        action = actionReading(menu->actions(), title);
        if (!action || !action->isEnabled())
            throw Stumble{u"“%1” cannot be chosen from the menu"_s.arg(title)};
        m_hands->take(menu, action);
    }
    waitFor(u"the menu to close"_s, [] { return !QApplication::activePopupWidget(); });
}

void Person::types(const QString& text, const QString& label)
{
    waitFor(u"the field “%1”"_s.arg(label), [&] {
        const auto* found = fieldLabelled(label);
        return found && found->isEnabled();
    });
    waitForActiveWindow();
    m_hands->enter(fieldLabelled(label));
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
        const auto* box = qobject_cast<QComboBox*>(fieldLabelled(label));
        return box && box->isEnabled() && box->findText(entry) >= 0;
    };
    waitFor(u"“%1” to be offered in “%2”"_s.arg(entry, label), offered);
    auto* box = qobject_cast<QComboBox*>(fieldLabelled(label));
    if (box->isEditable()) {
        types(entry, label);
        // What fits is offered below the field while she types; Return takes it.
        if (QTest::qWaitFor([] { return QApplication::activePopupWidget() != nullptr; }, 300)) {
            press(Qt::Key_Down);
            press(Qt::Key_Return);
        }
        press(Qt::Key_Tab);
    } else {
        m_hands->pick(box, entry);
    }
    if (box->currentText() != entry)
        throw Stumble{u"“%1” shows “%2”, not “%3”"_s.arg(label, box->currentText(), entry)};
}

void Person::choosesRow(const QString& row, const QString& name)
{
    const auto find = [&] {
        const auto* view = listNamed(name);
        return view ? rowOf(view->model(), row) : QModelIndex();
    };
    waitFor(u"the row “%1” in “%2”"_s.arg(row, name), [&] { return find().isValid(); });
    QAbstractItemView* view = listNamed(name);
    m_hands->choose(view, find);
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
    m_hands->turn(tabs, wanted);
    waitFor(
        u"the page “%1”"_s.arg(page), [&] { return tabs->currentIndex() == wanted; }, 5'000);
}

void Person::closesTheDialog()
{
    const QPointer<QWidget> dialog = front();
    m_hands->leaveDialog();
    waitFor(u"the dialog to close"_s, [dialog] { return !dialog || !dialog->isVisible(); });
}

// What she sees

bool Person::canPress(const QString& text) const
{
    const auto* found = buttonReading(text);
    return found && found->isEnabled();
}

void Person::reads(const QString& text)
{
    waitFor(u"the words “%1”"_s.arg(text), [&] { return readsNow(text); });
}

QStringList Person::runsListed() const
{
    QStringList names;
    if (const auto* view = listNamed(u"Runs"_s))
        for (int row = 0; row < view->model()->rowCount(); ++row)
            names += view->model()->index(row, 0).data().toString();
    return names;
}

void Person::seesRun(const QString& service, const QString& state)
{
    const auto holds = [&] {
        const auto* view = listNamed(u"Runs"_s);
        const QModelIndex row = view ? rowOf(view->model(), service) : QModelIndex();
        const QString shown = row.siblingAtColumn(console::RunListModel::StateColumn).data().toString();
        return row.isValid() && (state.isEmpty() || shown == state);
    };
    waitFor(u"%1 in the list of runs, as “%2”"_s.arg(service, state), holds);
}

void Person::seesStep(const QString& step, const QString& state)
{
    const auto holds = [&] {
        const auto* view = listNamed(u"Timeline"_s);
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
