// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

namespace slipway::console {

//! The events of the chosen run, read when a page that shows them is seen and brought up to date from then on. One of
//! them for all pages.
class RunStory : public QObject {
    Q_OBJECT
public:
    RunStory(desk::Desk& desk, QObject* parent = nullptr);

    //! The run, and the last of its events that is to be shown: of the past there are fewer.
    void follow(const desk::RunView* view);
    //! Reads what is missing.
    void load();
    const RunId& run() const { return m_run; }
    qint64 until() const { return m_until; }

Q_SIGNALS:
    void forgotten(); //!< another run: nothing is known of it yet
    void appended(const slipway::Events& events);
    void untilChanged();

private:
    desk::Desk& m_desk;
    RunId m_run;
    qint64 m_last = 0, m_until = 0;
    bool m_loading = false;
};

} // namespace slipway::console
