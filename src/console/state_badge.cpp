// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/state_badge.h"

#include "console/state_painter.h"

#include <QPainter>

namespace slipway::console {

StateBadge::StateBadge(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateBadge::showState(ShownState state, const QString& word)
{
    m_state = state;
    m_word = word;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize StateBadge::sizeHint() const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(bold);
    return {metrics.horizontalAdvance(m_word) + 40, std::max(24, metrics.height() + 6)};
}

void StateBadge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = colourOf(m_state, palette());
    QColor ground = ink;
    ground.setAlphaF(0.12f);
    const QRectF plate = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(ink);
    painter.setBrush(ground);
    painter.drawRoundedRect(plate, 4, 4);
    paintShape(painter, QRectF(8, (height() - 15) / 2.0, 15, 15), styleOf(m_state).shape, ink,
        palette().color(QPalette::Base));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect().adjusted(29, 0, -6, 0), Qt::AlignVCenter | Qt::AlignLeft, m_word);
}

} // namespace slipway::console
