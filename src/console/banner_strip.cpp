// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/banner_strip.h"

#include "base/text.h"
#include "console/error_panel.h"
#include "console/labels.h"
#include "console/safe_text.h"
#include "console/state_painter.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace slipway::console {

class BannerStrip::Line : public QFrame {
public:
    explicit Line(QWidget* parent = nullptr)
        : QFrame(parent)
        , m_text(plainLabel())
    {
        m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        auto* line = new QHBoxLayout(this);
        line->setContentsMargins(isRightToLeft() ? 8 : 36, 5, isRightToLeft() ? 36 : 8, 5);
        line->setSpacing(8);
        line->addWidget(m_text, 1);
        for (QPushButton*& button : m_buttons)
            line->addWidget(button = new QPushButton);
    }

    void show(const Banner& banner)
    {
        m_grave = banner.grave;
        m_text->setText(safeLine(banner.text, 300));
        m_text->setToolTip(safeText(banner.text, 600));
        setAccessibleName(safeLine(banner.text, 300));
        for (const auto& [button, act] :
            {std::pair(m_buttons[0], banner.first), std::pair(m_buttons[1], banner.second)}) {
            button->setVisible(act != BannerAct::None);
            button->setText(labelOf(act));
            button->setAccessibleName(BannerStrip::tr("%1: %2").arg(labelOf(act), safeLine(banner.text, 80)));
        }
        QWidget::show();
        update();
    }
    QPushButton* button(int number) const { return m_buttons[size_t(number)]; }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QFrame::paintEvent(event);
        QPainter painter(this);
        const QColor ink = colourOf(m_grave ? ShownState::NeedsYou : ShownState::Undone, palette());
        QColor ground = ink;
        ground.setAlphaF(0.13f);
        painter.fillRect(rect(), ground);
        painter.setPen(ink);
        painter.drawLine(rect().bottomLeft(), rect().bottomRight());
        paintShape(painter, QRectF(isRightToLeft() ? width() - 28 : 12, (height() - 16) / 2.0, 16, 16),
            m_grave ? console::Shape::Diamond : console::Shape::EmptyCircle, ink, palette().color(QPalette::Window));
    }

private:
    QLabel* m_text;
    std::array<QPushButton*, 2> m_buttons{};
    bool m_grave = false;
};

BannerStrip::BannerStrip(Clock& clock, QWidget* parent)
    : QFrame(parent)
    , m_clock(clock)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"banner"_s);
    setAccessibleName(tr("Notices"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    refresh();
}

void BannerStrip::showStatus(const desk::EngineStatus& status)
{
    m_facts.status = status;
    refresh();
}

void BannerStrip::showError(const Error& error)
{
    m_facts.refused = error;
    refresh();
}

void BannerStrip::setCanConnect(bool can)
{
    m_facts.canConnect = can;
    refresh();
}

void BannerStrip::setCanCopy(bool can)
{
    m_facts.canCopy = can;
    refresh();
}

void BannerStrip::setCopyOf(Timestamp moment, const QString& file)
{
    m_facts.copyOf = moment;
    m_facts.copyFile = file;
    refresh();
}

void BannerStrip::setCanTryNow(bool can)
{
    if (can == m_facts.canTryNow)
        return;
    m_facts.canTryNow = can;
    refresh();
}

void BannerStrip::setOpenRuns(int runs)
{
    if (runs == m_facts.openRuns)
        return;
    m_facts.openRuns = runs;
    refresh();
}

void BannerStrip::refresh()
{
    const QList<Banner> banners = bannersOf(m_facts, m_clock.now());
    while (m_lines.size() < banners.size()) {
        auto* line = new Line;
        const qsizetype at = m_lines.size();
        for (const int number : {0, 1})
            connect(line->button(number), &QPushButton::clicked, this, [this, at, number] {
                if (at < m_shown.size())
                    act(number == 0 ? m_shown[at].first : m_shown[at].second, m_shown[at].id);
            });
        m_lines += line;
        m_column->addWidget(line);
    }
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (i >= banners.size())
            m_lines[i]->hide();
        else if (i >= m_shown.size() || m_shown[i] != banners[i] || m_lines[i]->isHidden())
            m_lines[i]->show(banners[i]);
    }
    m_shown = banners;
    setVisible(!banners.isEmpty());
    // Only what counts down is drawn again by the clock.
    const desk::EngineStatus& status = m_facts.status;
    if (status.troubleUntil || status.budgetResetsAt || status.incidentUntil)
        m_tick = m_clock.after(Millis(1'000), this, [this] { refresh(); });
    else
        m_tick.cancel();
}

void BannerStrip::act(BannerAct act, const QString& id)
{
    if (act == BannerAct::Close) {
        m_facts.refused.reset();
        refresh();
        return;
    }
    if (act != BannerAct::Details) {
        Q_EMIT acted(act);
        return;
    }
    for (const Banner& banner : std::as_const(m_shown))
        if (banner.id == id && banner.error)
            return showErrorDialog(*banner.error, window());
}

} // namespace slipway::console
