// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/banner_strip.h"

#include "base/text.h"
#include "console/error_panel.h"
#include "console/labels.h"
#include "console/safe_text.h"
#include "console/state_painter.h"
#include "console/wording.h"
#include "desk/error_text.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace slipway::console {

BannerStrip::BannerStrip(Clock& clock, QWidget* parent)
    : QFrame(parent)
    , m_clock(clock)
    , m_text(plainLabel())
    , m_details(new QPushButton(tr("Details")))
    , m_close(new QPushButton(tr("Close")))
{
    setObjectName(u"banner"_s);
    setAccessibleName(tr("Notice"));
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_details->setAccessibleName(tr("Details of the notice"));
    m_close->setAccessibleName(tr("Close the notice"));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(36, 5, 8, 5);
    line->setSpacing(8);
    line->addWidget(m_text, 1);
    line->addWidget(m_details);
    line->addWidget(m_close);
    connect(m_close, &QPushButton::clicked, this, [this] {
        m_error.reset();
        refresh();
    });
    connect(m_details, &QPushButton::clicked, this, [this] {
        if (const auto& error = m_error ? m_error : m_status.readOnly ? m_status.readOnly : m_status.trouble)
            showErrorDialog(*error, window());
    });
    refresh();
}

void BannerStrip::showStatus(const desk::EngineStatus& status)
{
    m_status = status;
    refresh();
}

void BannerStrip::showError(const Error& error)
{
    m_error = error;
    refresh();
}

void BannerStrip::refresh()
{
    QString text;
    m_grave = false;
    m_close->setVisible(m_error.has_value());
    if (m_error) {
        const desk::ErrorText words = desk::describe(*m_error);
        text = words.what + (words.why.isEmpty() ? QString() : u' ' + words.why);
        m_grave = true;
    } else if (m_status.readOnly) {
        const desk::ErrorText words = desk::describe(*m_status.readOnly);
        text = words.what + u' ' + words.why;
        m_grave = true;
    } else if (m_status.trouble) {
        text = desk::describe(*m_status.trouble).what;
        if (m_status.troubleUntil)
            text += u' ' + tr("Next try at %1.").arg(timeText(*m_status.troubleUntil, m_clock.now()));
        m_grave = true;
    } else if (m_status.sandbox) {
        text = tr("Sandbox, speed %1. The services are simulated: nothing here reaches GitHub.")
                   .arg(m_status.timeScale, 0, 'g', 4);
    }
    m_details->setVisible(m_grave);
    m_text->setText(safeLine(text, 300));
    m_text->setToolTip(safeText(text, 600));
    setVisible(!text.isEmpty());
    update();
}

void BannerStrip::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    const ShownState kind = m_grave ? ShownState::NeedsYou : ShownState::Undone;
    const QColor ink = colourOf(kind, palette());
    QColor ground = ink;
    ground.setAlphaF(0.13f);
    painter.fillRect(rect(), ground);
    painter.setPen(ink);
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    paintShape(painter, QRectF(12, (height() - 16) / 2.0, 16, 16),
        m_grave ? console::Shape::Diamond : console::Shape::EmptyCircle, ink, palette().color(QPalette::Window));
}

} // namespace slipway::console
