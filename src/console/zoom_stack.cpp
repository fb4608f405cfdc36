// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/zoom_stack.h"

namespace slipway::console {

void ZoomStack::push(std::optional<TimeSpan> span)
{
    if (span == m_current)
        return;
    m_back += m_current;
    m_forward.clear();
    m_current = span;
    m_adjusting = false;
}

void ZoomStack::adjust(std::optional<TimeSpan> span)
{
    if (m_adjusting) {
        m_current = span;
        return;
    }
    push(span);
    m_adjusting = true;
}

void ZoomStack::back()
{
    if (m_back.isEmpty())
        return;
    m_adjusting = false;
    m_forward += m_current;
    m_current = m_back.takeLast();
}

void ZoomStack::forward()
{
    if (m_forward.isEmpty())
        return;
    m_adjusting = false;
    m_back += m_current;
    m_current = m_forward.takeLast();
}

void ZoomStack::clear()
{
    m_adjusting = false;
    m_current.reset();
    m_back.clear();
    m_forward.clear();
}

std::optional<TimeSpan> ZoomStack::scaled(const TimeSpan& span, double factor, Timestamp anchor, const TimeSpan& whole)
{
    const double length = std::max(1000.0, double(span.length().count()) / factor);
    if (length >= double(whole.length().count()))
        return std::nullopt;
    const double share =
        span.length().count() > 0 ? double((anchor - span.from).count()) / double(span.length().count()) : 0.5;
    Timestamp from = anchor - Millis(qint64(length * share));
    from = std::clamp(from, whole.from, whole.to - Millis(qint64(length)));
    return TimeSpan{from, from + Millis(qint64(length))};
}

} // namespace slipway::console
