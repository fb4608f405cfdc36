// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/labels.h"

#include "base/text.h"
#include "console/safe_text.h"
#include "console/stray_keys.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

namespace slipway::console {

QLabel* plainLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(safeText(text));
    return label;
}

QLabel* wrappedLabel(const QString& text, QWidget* parent)
{
    auto* label = plainLabel(text, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // A wrapped label's minimum is its text on few lines; without this a long word would widen the window.
    label->setMinimumWidth(60);
    return label;
}

QLabel* headingLabel(const QString& text, QWidget* parent)
{
    auto* label = plainLabel(text, parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * 1.25);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

QLabel* boldLabel(const QString& text, QWidget* parent)
{
    auto* label = plainLabel(text, parent);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

QLabel* quietLabel(const QString& text, QWidget* parent)
{
    auto* label = plainLabel(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

void makePlain(QWidget* form)
{
    for (QLabel* label : form->findChildren<QLabel*>())
        label->setTextFormat(Qt::PlainText);
}

void nameAnew(QWidget& widget, const QString& name)
{
    if (widget.accessibleName() != name)
        widget.setAccessibleName(name);
}

void makeClearable(QLineEdit& field)
{
    field.setClearButtonEnabled(true);
    if (auto* action = field.findChild<QAction*>(u"_q_qlineeditclearaction"_s)) // it is none of the field's own actions
        action->setText(QCoreApplication::translate("slipway::console", "Empty the field"));
}

QMessageBox* plainMessage(QMessageBox::Icon icon, const QString& title, const QString& text, QWidget* parent)
{
    auto* box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(icon);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(title);
    box->setText(safeText(text));
    box->setWindowModality(Qt::WindowModal);
    ignoreStrayLetters(*box);
    return box;
}

} // namespace slipway::console
