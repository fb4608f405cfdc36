// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/command_dialog.h"

#include "base/text.h"
#include "console/labels.h"
#include "console/safe_text.h"
#include "console/state_style.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace slipway::console {

CommandDialog::CommandDialog(QWidget* parent)
    : QDialog(parent)
{
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
}

void CommandDialog::setUp(const CommandForm& form)
{
    m_form = form;
    makePlain(this);
    QFont heading = font();
    heading.setPointSizeF(heading.pointSizeF() * 1.2);
    heading.setWeight(QFont::DemiBold);
    m_form.headline->setFont(heading);
    m_form.hint->setForegroundRole(QPalette::PlaceholderText);
    m_form.confirm->setDefault(false);
    colourConfirm();
    connect(m_form.reason, &QLineEdit::textChanged, this, &CommandDialog::refresh);
    connect(m_form.confirm, &QPushButton::clicked, this, [this] {
        Q_EMIT confirmed(reason());
        accept();
    });
    m_form.reason->setFocus();
    refresh();
}

void CommandDialog::setHeadline(const QString& text) { m_form.headline->setText(safeLine(text, 160)); }

void CommandDialog::setEffects(const QStringList& effects)
{
    m_form.effects->clear();
    int number = 1;
    for (const QString& effect : effects)
        m_form.effects->addItem(tr("%1. %2", "place, effect").arg(number++).arg(safeText(effect, 500)));
    m_effectsKnown = true;
    refresh();
}

void CommandDialog::setEffectsPending(const QString& text)
{
    m_form.effects->clear();
    m_form.effects->addItem(safeText(text, 600));
    m_effectsKnown = false;
    refresh();
}

void CommandDialog::setReasonNeeded(bool needed)
{
    m_reasonNeeded = needed;
    refresh();
}

void CommandDialog::setRefusal(const std::optional<QString>& whyNot)
{
    m_refusal = whyNot;
    refresh();
}

QString CommandDialog::reason() const { return m_form.reason->text().trimmed(); }

void CommandDialog::refresh()
{
    const auto missing = leastReason - reason().size();
    QString hint;
    if (m_refusal)
        hint = *m_refusal;
    else if (m_reasonNeeded && missing > 0)
        hint = reason().isEmpty()
            ? tr("A reason of at least %n character(s) is needed; others will read it.", nullptr, leastReason)
            : tr("%n more character(s), please.", nullptr, int(missing));
    m_form.hint->setText(safeText(hint, 400));
    m_form.confirm->setEnabled(hint.isEmpty() && m_effectsKnown);
    m_form.confirm->setToolTip(hint);
}

void CommandDialog::colourConfirm()
{
    // The act overrides the plan: its button wears the colour of failure besides its verb, when it can be pressed.
    QPalette red;
    for (const auto group : {QPalette::Active, QPalette::Inactive})
        red.setColor(group, QPalette::ButtonText, colourOf(ColourRole::Fail, brightnessOf(palette())));
    m_form.confirm->setPalette(red);
}

void CommandDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_form.confirm)
        colourConfirm();
}

void CommandDialog::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace slipway::console
