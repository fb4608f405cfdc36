// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/state_badge.h"

#include "console/state_painter.h"

#include <QPainter>
#include <QStyle>

namespace slipway::console {

StateBadge::StateBadge(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateBadge::showState(ShownState state, const QString& word)
{
    if (state == m_state && word == m_word)
        return; // a screen reader would hear of a change
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
    const auto side = [this](const QRect& place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    paintShape(painter, side(QRect(8, (height() - 15) / 2, 15, 15)), styleOf(m_state).shape, ink,
        palette().color(QPalette::Base));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(side(rect().adjusted(29, 0, -6, 0)),
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignVCenter | Qt::AlignLeft)), m_word);
}

} // namespace slipway::console
