// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/timeline_pane.h"

#include "base/text.h"
#include "console/icons.h"
#include "console/labels.h"
#include "console/safe_text.h"
#include "console/timeline_view.h"
#include "console/wording.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QStackedLayout>
#include <QToolButton>

namespace slipway::console {

TimelinePane::TimelinePane(Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_model(clock)
    , m_view(new TimelineView(m_model, m_window, this))
    , m_title(plainLabel())
    , m_subtitle(quietLabel())
    , m_fold(new QCheckBox(tr("Fold idle time")))
    , m_stack(new QStackedLayout)
    , m_content(new QWidget)
{
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_subtitle->setMinimumWidth(40);
    m_subtitle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    const auto button = [this](const QString& iconName, const QString& name, auto act) {
        auto* tool = new QToolButton;
        tool->setIcon(icon(iconName));
        tool->setToolTip(name);
        tool->setAccessibleName(name);
        tool->setAutoRaise(true);
        connect(tool, &QToolButton::clicked, this, act);
        return tool;
    };
    m_fold->setChecked(true);
    connect(m_fold, &QCheckBox::toggled, &m_window, &TimeWindow::setFolding);

    auto* heading = new QHBoxLayout;
    heading->setContentsMargins(10, 4, 6, 4);
    heading->setSpacing(8);
    heading->addWidget(m_title);
    heading->addWidget(m_subtitle, 1);
    heading->addWidget(m_fold);
    heading->addWidget(button(u"fit"_s, tr("Show the whole run (Ctrl+0)"), [this] { m_window.fit(); }));
    heading->addWidget(button(u"zoom-out"_s, tr("Zoom out (Ctrl+-)"), [this] { m_window.zoom(1 / 1.6); }));
    heading->addWidget(button(u"zoom-in"_s, tr("Zoom in (Ctrl+=)"), [this] { m_window.zoom(1.6); }));

    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(heading);
    column->addWidget(m_view, 1);

    auto* nothing = quietLabel(tr("Choose a run to see its steps."));
    nothing->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(nothing);
    m_stack->addWidget(m_content);
    setLayout(m_stack);

    connect(
        &m_model, &TimelineModel::wholeChanged, this, [this] { m_window.setWhole(m_model.whole(), m_model.idle()); });
}

void TimelinePane::showRun(std::shared_ptr<const desk::RunView> view)
{
    const bool another = !view || !m_model.view() || view->run.id != m_model.view()->run.id;
    if (another)
        m_window.forget();
    m_model.setRun(std::move(view));
    m_stack->setCurrentIndex(m_model.view() ? 1 : 0);
    if (!m_model.view())
        return;
    m_window.setWhole(m_model.whole(), m_model.idle());
    updateHeading();
    tick();
}

void TimelinePane::setStaleSince(std::optional<Timestamp> lastRead)
{
    m_staleSince = lastRead;
    m_model.setFrozen(lastRead);
    tick();
}

void TimelinePane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    tick();
}

void TimelinePane::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_tick.cancel();
}

void TimelinePane::tick()
{
    m_tick.cancel();
    const desk::RunView* view = m_model.view();
    if (!view)
        return;
    if (!view->run.isOpen()) {
        m_window.hideNow();
        return;
    }
    m_window.setNow(m_staleSince.value_or(m_clock.now()), m_staleSince.has_value());
    if (m_staleSince)
        return; // what runs is not known to run on: nothing grows until there is news
    m_model.tick();
    updateHeading();
    if (isVisible())
        m_tick = m_clock.after(Millis(1'000), this, [this] { tick(); });
}

void TimelinePane::updateHeading()
{
    const Run& run = m_model.view()->run;
    m_title->setText(safeLine(run.subject, 80));
    const Timestamp now = m_clock.now();
    const Millis length = run.endedAt.value_or(now) - run.startedAt;
    const QString who = safeLine(run.startedBy, 40);
    m_subtitle->setText(run.endedAt
            ? tr("started by %1 at %2, took %3").arg(who, timeText(run.startedAt, now), durationText(length))
            : tr("started by %1 at %2, %3 so far").arg(who, timeText(run.startedAt, now), durationText(length)));
}

} // namespace slipway::console
