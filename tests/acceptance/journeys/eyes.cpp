// SPDX-License-Identifier: GPL-3.0-or-later
#include "eyes.h"

#include "console/main_window.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <QTreeView>

namespace slipway::journeys {

namespace {

void textsOf(const QAbstractItemModel* model, const QModelIndex& parent, QStringList& texts)
{
    for (int row = 0; row < model->rowCount(parent); ++row) {
        for (int column = 0; column < model->columnCount(parent); ++column)
            texts += model->index(row, column, parent).data().toString();
        textsOf(model, model->index(row, 0, parent), texts);
    }
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

QWidget* front()
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

QString spoken(QString text)
{
    text.remove(u'&');
    while (text.endsWith(u'…') || text.endsWith(u'*') || text.endsWith(u' '))
        text.chop(1);
    return text;
}

QAbstractButton* buttonReading(const QString& text, bool isChoice)
{
    const auto named = [isChoice](const auto& fits) -> QAbstractButton* {
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

QWidget* fieldLabelled(const QString& label)
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

QAbstractItemView* listNamed(const QString& name)
{
    for (auto* view : front()->findChildren<QAbstractItemView*>())
        if (view->isVisible() && view->accessibleName().startsWith(name))
            return view;
    return nullptr;
}

QModelIndex rowOf(const QAbstractItemModel* model, const QString& way, const QModelIndex& parent)
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

QAction* actionReading(const QList<QAction*>& actions, const QString& text)
{
    for (QAction* action : actions)
        if (action->isVisible() && spoken(action->text()) == text)
            return action;
    return nullptr;
}

bool canBeRead(const QString& text)
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

bool hasFocus(const QWidget* target)
{
    const QWidget* at = QApplication::focusWidget();
    return at && (at == target || at == target->focusProxy() || at->focusProxy() == target);
}

} // namespace slipway::journeys
