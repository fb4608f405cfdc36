// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/time_window.h"

#include "console/wording.h"

namespace slipway::console {

void TimeWindow::setWhole(const TimeSpan& whole, const QList<TimeSpan>& idle)
{
    if (whole == m_whole && idle == m_idle)
        return;
    m_whole = whole;
    m_idle = idle;
    apply();
}

void TimeWindow::setWidth(double pixels)
{
    if (pixels == m_geometry.width)
        return;
    m_geometry.width = pixels;
    Q_EMIT changed();
}

void TimeWindow::setFolding(bool on)
{
    if (on == m_folding)
        return;
    m_folding = on;
    apply();
}

void TimeWindow::setNow(Timestamp now, std::optional<Millis> staleFor)
{
    const auto before = m_now;
    const QString label = nowLabel();
    const bool restyled = staleFor.has_value() != m_staleFor.has_value() || !before;
    m_now = now;
    m_staleFor = staleFor;
    if (restyled) {
        Q_EMIT changed();
        return;
    }
    if (now != *before)
        Q_EMIT nowMoved(m_geometry.xOf(*before), m_geometry.xOf(now));
    if (nowLabel() != label)
        Q_EMIT labelChanged();
}

QString TimeWindow::nowLabel() const
{
    return m_staleFor ? tr("last read %1 ago").arg(durationText(*m_staleFor)) : tr("now");
}

void TimeWindow::setAsOf(std::optional<Timestamp> moment)
{
    if (moment == m_asOf)
        return;
    m_asOf = moment;
    Q_EMIT changed();
}

void TimeWindow::setUtc(bool on)
{
    if (on == m_utc)
        return;
    m_utc = on;
    Q_EMIT changed();
}

void TimeWindow::setPhase(double phase)
{
    m_phase = phase;
    Q_EMIT phaseChanged();
}

TimelinePainter TimeWindow::painter(const QPalette& palette, const QFont& font) const
{
    return {.geometry = m_geometry,
        .palette = palette,
        .font = font,
        .now = m_now,
        .stale = isStale(),
        .nowLabel = nowLabel(),
        .asOf = m_asOf,
        .utc = m_utc,
        .phase = m_phase};
}

void TimeWindow::hideNow()
{
    if (!m_now)
        return;
    m_now.reset();
    Q_EMIT changed();
}

void TimeWindow::zoom(double factor, std::optional<double> anchorX)
{
    const Timestamp anchor = m_geometry.timeAt(anchorX.value_or(m_geometry.width / 2));
    m_zooms.push(ZoomStack::scaled(m_geometry.visible, factor, anchor, m_whole));
    apply();
}

void TimeWindow::zoomByWheel(double factor, double anchorX)
{
    m_zooms.adjust(ZoomStack::scaled(m_geometry.visible, factor, m_geometry.timeAt(anchorX), m_whole));
    apply();
}

void TimeWindow::zoomTo(const TimeSpan& span)
{
    // Cut to what there is, and never under the least that can be shown.
    const TimeSpan cut{std::max(span.from, m_whole.from), std::min(span.to, m_whole.to)};
    if (cut.from < cut.to)
        m_zooms.push(ZoomStack::scaled(cut, 1, cut.from, m_whole));
    apply();
}

void TimeWindow::pan(double pixels)
{
    if (!m_zooms.current())
        return;
    const Timestamp from = m_geometry.timeAt(pixels);
    m_zooms.adjust(ZoomStack::scaled({from, from + m_geometry.visible.length()}, 1, from, m_whole));
    apply();
}

void TimeWindow::fit()
{
    m_zooms.push(std::nullopt);
    apply();
}

void TimeWindow::back()
{
    m_zooms.back();
    apply();
}

void TimeWindow::forward()
{
    m_zooms.forward();
    apply();
}

void TimeWindow::forget()
{
    m_zooms.clear();
    apply();
}

void TimeWindow::apply()
{
    m_geometry.visible = m_zooms.current().value_or(m_whole);
    m_geometry.folds = m_folding ? m_idle : QList<TimeSpan>{};
    Q_EMIT changed();
}

} // namespace slipway::console
