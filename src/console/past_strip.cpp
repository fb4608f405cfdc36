// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/past_strip.h"

#include "base/text.h"
#include "console/labels.h"
#include "console/state_style.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace slipway::console {

PastStrip::PastStrip(QWidget* parent)
    : QFrame(parent)
    , m_text(plainLabel())
{
    setObjectName(u"pastStrip"_s);
    setAccessibleName(tr("A moment of the past"));
    QFont bold = m_text->font();
    bold.setWeight(QFont::DemiBold);
    m_text->setFont(bold);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(isRightToLeft() ? 6 : 14, 3, isRightToLeft() ? 14 : 6, 3);
    line->addWidget(m_text, 1);
    const auto button = [&](const QString& text, auto signal) {
        auto* push = new QPushButton(text);
        connect(push, &QPushButton::clicked, this, signal);
        line->addWidget(push);
        return push;
    };
    button(tr("Earlier"), &PastStrip::earlier)->setToolTip(tr("To what happened before (Ctrl+Left)"));
    button(tr("Later"), &PastStrip::later)->setToolTip(tr("To what happened after (Ctrl+Right)"));
    button(tr("Back to now"), &PastStrip::present)->setObjectName(u"backToNow"_s);
    hide();
}

void PastStrip::showMoment(const QString& moment)
{
    m_text->setText(tr("As of %1. The run as it stood then; nothing can be done here.").arg(moment));
    m_text->setToolTip(m_text->text());
}

void PastStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QColor ink = colourOf(ColourRole::Attention, palette());
    QColor ground = ink;
    ground.setAlphaF(0.14f);
    painter.fillRect(rect(), ground);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, 4, height())), ink);
}

} // namespace slipway::console
