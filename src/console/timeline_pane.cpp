// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/timeline_pane.h"

#include "base/text.h"
#include "base/when_done.h"
#include "console/error_panel.h"
#include "console/icons.h"
#include "console/labels.h"
#include "console/past_strip.h"
#include "console/primary_button.h"
#include "console/safe_text.h"
#include "console/saving.h"
#include "console/theme.h"
#include "console/timeline_axis.h"
#include "console/timeline_export.h"
#include "console/timeline_table.h"
#include "console/timeline_view.h"
#include "console/wording.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedLayout>
#include <QStyle>
#include <QToolButton>

namespace slipway::console {

namespace {
constexpr Millis stripeStep{250};
constexpr int stripeSteps = 12; //!< of one way through the bar
} // namespace

TimelinePane::TimelinePane(Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_model(clock)
    , m_reducedMotion(Theme::wantsStillness())
    , m_view(new TimelineView(m_model, m_window, this))
    , m_past(new PastStrip)
    , m_title(plainLabel())
    , m_subtitle(quietLabel())
    , m_unlisted(new QPushButton(tr("Not in the list: show it")))
    , m_fold(new QCheckBox(tr("Fold idle time")))
    , m_zone(new QToolButton)
    , m_stack(new QStackedLayout)
    , m_content(new QWidget)
{
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setMinimumWidth(60); // a long name is cut rather than that the window grows
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
    m_fold->setToolTip(tr("Draw long stretches in which nothing happened short, with their length beside"));
    connect(m_fold, &QCheckBox::toggled, &m_window, &TimeWindow::setFolding);
    m_zone->setCheckable(true);
    m_zone->setAutoRaise(true);
    m_zone->setText(tr("UTC"));
    m_zone->setObjectName(u"utc"_s);
    m_zone->setToolTip(tr("Show times in UTC instead of local time"));
    m_zone->setAccessibleName(tr("Times in UTC"));
    connect(m_zone, &QToolButton::toggled, this, [this](bool on) {
        m_window.setUtc(on);
        if (m_model.view())
            updateHeading();
    });

    m_unlisted->setObjectName(u"showInList"_s);
    m_unlisted->setToolTip(tr("The search or the view leaves this run out; the buttons still act on it."));
    makeLink(m_unlisted);
    m_unlisted->hide();
    connect(m_unlisted, &QPushButton::clicked, this, &TimelinePane::listWanted);

    auto* heading = new QHBoxLayout;
    heading->setContentsMargins(10, 4, 6, 4);
    heading->setSpacing(8);
    heading->addWidget(m_title);
    heading->addWidget(m_subtitle, 1);
    heading->addWidget(m_unlisted);
    heading->addWidget(m_fold);
    heading->addWidget(m_zone);
    heading->addWidget(button(u"fit"_s, tr("Show the whole run (Ctrl+0)"), [this] { m_window.fit(); }));
    heading->addWidget(button(u"zoom-out"_s, tr("Zoom out (Ctrl+-)"), [this] { m_window.zoom(1 / 1.6); }));
    heading->addWidget(button(u"zoom-in"_s, tr("Zoom in (Ctrl+=)"), [this] { m_window.zoom(1.6); }));
    heading->addWidget(button(u"table"_s, tr("View as table"), [this] { showTable(); }));
    heading->addWidget(button(u"picture"_s, tr("Save the timeline as a picture"), [this] { exportPicture(); }));

    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(heading);
    column->addWidget(m_past);
    column->addWidget(m_view, 1);

    auto* nothing = quietLabel(tr("Choose a run to see its steps."));
    nothing->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(nothing);
    m_stack->addWidget(m_content);
    setLayout(m_stack);

    connect(&m_model, &TimelineModel::wholeChanged, this, [this] {
        if (!m_model.view()->asOf)
            m_window.setWhole(m_model.whole(), m_model.idle());
    });
    connect(&m_view->axis(), &TimelineAxis::momentDragged, this, [this](Timestamp moment) {
        const desk::RunView* view = m_model.view();
        if (!view)
            return;
        const auto now = m_window.now();
        if (now && moment >= *now)
            Q_EMIT momentWanted(std::nullopt);
        else
            Q_EMIT momentWanted(std::max(moment, view->run.startedAt));
    });
    connect(m_view, &TimelineView::presentWanted, this, [this] { Q_EMIT momentWanted(std::nullopt); });
    connect(m_past, &PastStrip::present, this, [this] { Q_EMIT momentWanted(std::nullopt); });
    connect(m_past, &PastStrip::earlier, this, [this] { Q_EMIT neighbourWanted(-1); });
    connect(m_past, &PastStrip::later, this, [this] { Q_EMIT neighbourWanted(+1); });
}

void TimelinePane::showRun(std::shared_ptr<const desk::RunView> view)
{
    const bool another = !view || !m_model.view() || view->run.id != m_model.view()->run.id;
    if (another)
        m_window.forget();
    m_model.setRun(std::move(view));
    m_stack->setCurrentIndex(m_model.view() ? 1 : 0);
    const desk::RunView* shown = m_model.view();
    m_window.setAsOf(shown ? shown->asOf : std::nullopt);
    m_past->setVisible(shown && shown->asOf);
    if (!shown)
        return;
    if (!shown->asOf)
        m_window.setWhole(m_model.whole(), m_model.idle());
    updateHeading();
    tick();
}

void TimelinePane::setStaleSince(std::optional<Timestamp> lastRead)
{
    if (lastRead == m_staleSince)
        return;
    m_staleSince = lastRead;
    m_model.setFrozen(lastRead);
    tick();
}

void TimelinePane::setUnlisted(bool unlisted) { m_unlisted->setVisible(unlisted); }

void TimelinePane::setReducedMotion(bool on)
{
    m_reducedMotion = on;
    m_window.setPhase(0.5);
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
    m_stripe.cancel();
}

void TimelinePane::tick()
{
    m_tick.cancel();
    const desk::RunView* view = m_model.view();
    if (!view || view->asOf) {
        m_stripe.cancel();
        return; // what is past does not move
    }
    if (!view->run.isOpen()) {
        m_window.hideNow();
        m_stripe.cancel();
        return;
    }
    const Timestamp now = m_clock.now();
    if (isVisible())
        m_tick = m_clock.after(Millis(1'000), this, [this] { tick(); });
    if (m_staleSince) { // what runs is not known to run on: nothing grows until there is news
        m_stripe.cancel();
        m_window.setNow(*m_staleSince, now - *m_staleSince);
        m_model.tick(); // after a while, what went on is not known to
        return;
    }
    m_window.setNow(now);
    m_model.tick();
    updateHeading();
    if (isVisible() && !m_reducedMotion && !m_stripe.isPending())
        moveStripe();
}

void TimelinePane::moveStripe()
{
    m_stripe.cancel();
    const desk::RunView* view = m_model.view();
    const bool isWanted = view && !m_reducedMotion && isVisible()
        && std::any_of(view->run.steps.begin(), view->run.steps.end(), [this](const StepRun& step) {
               const StepBar* bar = m_model.barOf(step.id);
               return bar && bar->state == ShownState::Running;
           });
    if (!isWanted)
        return;
    m_window.setPhase(double(m_clock.uptime() / stripeStep % stripeSteps) / stripeSteps);
    m_stripe = m_clock.after(stripeStep, this, [this] { moveStripe(); });
}

QString TimelinePane::subtitle() const
{
    const desk::RunView& view = *m_model.view();
    const Run& run = view.run;
    const Timestamp now = m_model.moment();
    const Millis length = run.endedAt.value_or(now) - run.startedAt;
    const QString who = safeLine(run.startedBy, 40);
    const QString start = m_window.isUtc() ? fullTimeText(run.startedAt, true) : timeText(run.startedAt, m_clock.now());
    return run.endedAt ? tr("started by %1 at %2, took %3").arg(who, start, durationText(length))
                       : tr("started by %1 at %2, %3 so far").arg(who, start, durationText(length));
}

void TimelinePane::updateHeading()
{
    m_title->setText(safeLine(m_model.view()->run.subject, 80));
    m_title->setToolTip(safeLine(m_model.view()->run.subject, 300));
    m_subtitle->setText(subtitle());
    m_subtitle->setToolTip(m_subtitle->text());
    if (const auto asOf = m_model.view()->asOf)
        m_past->showMoment(fullTimeText(*asOf, m_window.isUtc()));
}

void TimelinePane::exportPicture()
{
    if (!m_model.view())
        return;
    // Taken now: the run goes on, and another may be chosen, while a folder is looked for.
    const TimelineSheet sheet(m_model, m_window, subtitle(), m_clock.now());
    askWhereToSave(this, u"saveTimeline"_s, tr("Save the timeline as a picture"),
        timelineFileName(m_model.view()->run.subject),
        {{u"png"_s, tr("Picture")}, {u"svg"_s, tr("Drawing")}, {u"pdf"_s, tr("Page")}},
        [this, sheet](const QString& file, const QString& ending) {
            whenDone(exportTimeline(sheet, file, ending), this, [this](const Result<void>& written) {
                if (!written)
                    showErrorDialog(written.error(), this);
            });
        });
}

void TimelinePane::showTable()
{
    if (!m_model.view())
        return;
    auto* dialog = new TimelineTable(m_model, m_window, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace slipway::console
