// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "console/time_window.h"
#include "console/timeline_model.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QStackedLayout;

namespace slipway::console {

class TimelineView;

//! The timeline with its heading and zoom buttons; keeps the now-line going.
class TimelinePane : public QWidget {
    Q_OBJECT
public:
    TimelinePane(Clock& clock, QWidget* parent = nullptr);

    void showRun(std::shared_ptr<const desk::RunView> view);
    //! Since when nothing has been read: the now-line stands there.
    void setStaleSince(std::optional<Timestamp> lastRead);

    TimelineView& view() { return *m_view; }
    TimelineModel& model() { return m_model; }
    TimeWindow& window() { return m_window; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void tick();
    void updateHeading();

    Clock& m_clock;
    TimelineModel m_model;
    TimeWindow m_window;
    Timer m_tick;
    std::optional<Timestamp> m_staleSince;
    TimelineView* m_view;
    QLabel* m_title;
    QLabel* m_subtitle;
    QCheckBox* m_fold;
    QStackedLayout* m_stack;
    QWidget* m_content;
};

} // namespace slipway::console
