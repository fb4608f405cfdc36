// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/act_footer.h"

#include "base/text.h"
#include "console/error_panel.h"
#include "console/field_hint.h"
#include "console/reason_field.h"
#include "console/safe_text.h"
#include "console/state_style.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QEvent>
#include <QKeyEvent>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace slipway::console {

ActFooter::ActFooter(QSettings& settings, QPushButton* extra, QWidget* parent)
    : QWidget(parent)
    , m_reason(new ReasonField(settings))
    , m_agree(new QCheckBox(tr("It may be sent later")))
    , m_refusal(new ErrorPanel)
    , m_hint(new FieldHint)
    , m_close(new QPushButton(tr("Close")))
    , m_confirm(new QPushButton)
{
    m_refusal->setObjectName(u"refusal"_s);
    m_refusal->hide();
    m_hint->setObjectName(u"hint"_s);
    m_agree->setObjectName(u"sendLater"_s);
    m_agree->hide();
    m_close->setObjectName(u"closeButton"_s);
    m_confirm->setObjectName(u"confirmButton"_s);
    for (QPushButton* button : {extra, m_close, m_confirm})
        button->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(extra);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_confirm);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_reason);
    column->addWidget(m_refusal);
    column->addWidget(m_agree);
    column->addWidget(m_hint);
    column->addLayout(buttons);
    connect(m_reason, &ReasonField::changed, this, &ActFooter::reasonChanged);
    connect(m_agree, &QCheckBox::toggled, this, [this] { showState(m_state); });
    connect(m_close, &QPushButton::clicked, this, &ActFooter::closed);
    connect(m_confirm, &QPushButton::clicked, this, &ActFooter::confirmed);
}

void ActFooter::showState(const State& given)
{
    m_state = given;
    State state = given;
    if (state.later.isEmpty() && !state.sending)
        m_agree->setChecked(false); // agreed to for that trouble, not for the next
    m_agree->setVisible(!state.later.isEmpty());
    m_agree->setEnabled(!state.sending);
    if (!state.later.isEmpty() && !m_agree->isChecked() && state.lacking.isEmpty())
        state.lacking = tr("%1 Tick that it may be.", "why it is sent later").arg(state.later);
    else if (!state.later.isEmpty() && state.against.isEmpty())
        state.against = state.later;
    m_red = state.red;
    if (state.sending)
        m_confirm->setText(tr("Requested…"));
    else if (!state.verb.isEmpty())
        m_confirm->setText(state.verb);
    m_confirm->setEnabled(state.lacking.isEmpty() && !state.sending);
    m_confirm->setToolTip(safeText(state.lacking, 300));
    if (state.against.isEmpty())
        m_hint->explain(state.lacking);
    else
        m_hint->say(ShownState::NeedsYou,
            state.lacking.isEmpty() ? state.against : tr("%1 %2").arg(state.against, state.lacking));
    m_reason->setFieldsEnabled(!state.sending);
    colourButton();
}

void ActFooter::showRefusal(const Error& error)
{
    m_refusal->showError(error);
    m_refusal->show();
    fitRefusal();
}

void ActFooter::hideRefusal() { m_refusal->hide(); }

bool ActFooter::isReady() const { return m_confirm->isEnabled(); }

bool ActFooter::takeKey(QKeyEvent& event)
{
    if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter)
        return false;
    event.accept();
    QWidget* const at = window()->focusWidget();
    if (auto* button = qobject_cast<QAbstractButton*>(at);
        button && button != m_confirm && !qobject_cast<QRadioButton*>(at) && !qobject_cast<QCheckBox*>(at)) {
        button->click(); // the key is meant for what has the keyboard
        return true;
    }
    const auto* view = qobject_cast<QAbstractItemView*>(at);
    if (view && view->selectionMode() != QAbstractItemView::NoSelection)
        return true; // the view has taken it: a line was opened
    if (!m_red && isReady())
        Q_EMIT confirmed();
    return true;
}

void ActFooter::colourButton()
{
    QPalette colours;
    for (const auto group : {QPalette::Active, QPalette::Inactive})
        if (m_red) {
            colours.setColor(group, QPalette::ButtonText, colourOf(ColourRole::Fail, palette()));
        } else if (m_confirm->isEnabled()) { // the page's main act, as makePrimary shows it elsewhere
            colours.setColor(group, QPalette::Button, palette().color(QPalette::Link));
            colours.setColor(group, QPalette::ButtonText, palette().color(QPalette::Base));
        }
    if (m_confirm->palette() != colours || m_confirm->palette().resolveMask() != colours.resolveMask())
        m_confirm->setPalette(colours);
}

void ActFooter::fitRefusal() { fitToWidth(*m_refusal, width()); }

void ActFooter::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colourButton();
}

void ActFooter::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitRefusal();
}

void fitToWidth(ErrorPanel& panel, int width)
{
    if (QLayout* inside = panel.layout(); inside && inside->hasHeightForWidth())
        panel.setMinimumHeight(inside->heightForWidth(width));
}

} // namespace slipway::console
