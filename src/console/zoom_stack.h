// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/timeline_geometry.h"

#include <optional>

namespace slipway::console {

//! Which part of a run is in sight, with a way back and forward through earlier choices. No value: all of it.
class ZoomStack {
public:
    std::optional<TimeSpan> current() const { return m_current; }
    void push(std::optional<TimeSpan> span);
    //! As a part of one gesture: many turns of the wheel are one step back.
    void adjust(std::optional<TimeSpan> span);
    bool canGoBack() const { return !m_back.isEmpty(); }
    bool canGoForward() const { return !m_forward.isEmpty(); }
    void back();
    void forward();
    void clear();

    //! `span` made shorter by `factor` (longer if under 1) around `anchor`, within `whole`, never under one second.
    static std::optional<TimeSpan> scaled(const TimeSpan& span, double factor, Timestamp anchor, const TimeSpan& whole);

private:
    std::optional<TimeSpan> m_current;
    QList<std::optional<TimeSpan>> m_back, m_forward;
    bool m_adjusting = false;
};

} // namespace slipway::console
