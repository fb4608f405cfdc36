// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/sandbox_frame.h"

#include "console/state_style.h"

#include <QLayout>
#include <QPainter>

namespace slipway::console {

namespace {
constexpr int frameWidth = 3;
}

void SandboxFrame::setTinted(bool on)
{
    m_tinted = on;
    refresh();
}

void SandboxFrame::setPast(bool on)
{
    m_past = on;
    refresh();
}

void SandboxFrame::refresh()
{
    const int width = m_tinted || m_past ? frameWidth : 0;
    layout()->setContentsMargins(width, width, width, width);
    update();
}

void SandboxFrame::paintEvent(QPaintEvent*)
{
    if (!m_tinted && !m_past)
        return;
    QPainter painter(this);
    painter.setPen(QPen(colourOf(m_past ? ColourRole::Attention : ColourRole::Hand, palette()), frameWidth,
        Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    const double inset = frameWidth / 2.0;
    painter.drawRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset));
}

} // namespace slipway::console
