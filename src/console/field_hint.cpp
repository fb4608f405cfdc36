// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/field_hint.h"

#include "console/labels.h"
#include "console/safe_text.h"
#include "console/state_painter.h"

#include <QHBoxLayout>
#include <QPainter>

namespace slipway::console {

FieldHint::FieldHint(QWidget* parent)
    : QWidget(parent)
    , m_text(wrappedLabel())
{
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_text);
}

void FieldHint::explain(const QString& text)
{
    m_state.reset();
    m_text->setText(safeText(text, 500));
    m_text->setForegroundRole(QPalette::PlaceholderText);
    layout()->setContentsMargins(0, 0, 0, 0);
    setVisible(!text.isEmpty());
    update();
}

void FieldHint::say(ShownState state, const QString& text)
{
    m_state = state;
    m_text->setText(safeText(text, 500));
    m_text->setForegroundRole(QPalette::WindowText);
    layout()->setContentsMargins(isRightToLeft() ? 0 : 20, 0, isRightToLeft() ? 20 : 0, 0);
    setVisible(true);
    update();
}

QString FieldHint::text() const { return m_text->text(); }

void FieldHint::paintEvent(QPaintEvent*)
{
    if (!m_state)
        return;
    QPainter painter(this);
    const double line = fontMetrics().height();
    paintShape(painter, QRectF(isRightToLeft() ? width() - 14 : 0, (line - 14) / 2, 14, 14), styleOf(*m_state).shape,
        colourOf(*m_state, palette()), palette().color(QPalette::Window));
}

} // namespace slipway::console
