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
    const int width = on ? frameWidth : 0;
    layout()->setContentsMargins(width, width, width, width);
    update();
}

void SandboxFrame::paintEvent(QPaintEvent*)
{
    if (!m_tinted)
        return;
    QPainter painter(this);
    painter.setPen(QPen(
        colourOf(ColourRole::Hand, brightnessOf(palette())), frameWidth, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    const double inset = frameWidth / 2.0;
    painter.drawRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset));
}

} // namespace slipway::console
