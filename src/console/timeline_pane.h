// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "console/time_window.h"
#include "console/timeline_model.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedLayout;
class QToolButton;

namespace slipway::console {

class PastStrip;
class TimelineView;

//! The timeline with its heading and zoom buttons; keeps the now-line going.
class TimelinePane : public QWidget {
    Q_OBJECT
public:
    TimelinePane(Clock& clock, QWidget* parent = nullptr);

    //! With `view->asOf` the run is shown as it stood then, on the axis of the present.
    void showRun(std::shared_ptr<const desk::RunView> view);
    //! Since when nothing has been read: the now-line stands there.
    void setStaleSince(std::optional<Timestamp> lastRead);
    //! The list does not show this run: its heading says so, and offers to.
    void setUnlisted(bool unlisted);
    //! Nothing moves by itself but the now-line.
    void setReducedMotion(bool on);

    TimelineView& view() { return *m_view; }
    TimelineModel& model() { return m_model; }
    TimeWindow& window() { return m_window; }

public Q_SLOTS:
    //! A file is asked for, then the timeline is written as PNG, SVG or PDF.
    void exportPicture();
    void showTable();

Q_SIGNALS:
    //! A moment of the past is to be looked at; none: the present.
    void momentWanted(std::optional<slipway::Timestamp> moment);
    //! The moment before (-1) or after (+1) at which something happened.
    void neighbourWanted(int direction);
    void listWanted(); //!< the run is to be shown in the list

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void tick();
    void moveStripe();
    void updateHeading();
    QString subtitle() const;

    Clock& m_clock;
    TimelineModel m_model;
    TimeWindow m_window;
    Timer m_tick, m_stripe;
    std::optional<Timestamp> m_staleSince;
    bool m_reducedMotion = false;
    TimelineView* m_view;
    PastStrip* m_past;
    QLabel* m_title;
    QLabel* m_subtitle;
    QPushButton* m_unlisted;
    QCheckBox* m_fold;
    QToolButton* m_zone;
    QStackedLayout* m_stack;
    QWidget* m_content;
};

} // namespace slipway::console
