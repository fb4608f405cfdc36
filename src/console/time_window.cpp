// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/time_window.h"

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

void TimeWindow::setNow(Timestamp now, bool stale)
{
    const auto before = m_now;
    const bool restyled = stale != m_stale || !before;
    m_now = now;
    m_stale = stale;
    if (restyled)
        Q_EMIT changed();
    else if (now != *before)
        Q_EMIT nowMoved(m_geometry.xOf(*before), m_geometry.xOf(now));
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

void TimeWindow::pan(double pixels)
{
    if (!m_zooms.current())
        return;
    const Timestamp from = m_geometry.timeAt(pixels);
    m_zooms.push(ZoomStack::scaled({from, from + m_geometry.visible.length()}, 1, from, m_whole));
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
