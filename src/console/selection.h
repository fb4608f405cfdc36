// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

namespace slipway::console {

//! The run and the step that the window is about. Loads the run, loads it again when it changes, drops late answers.
class Selection : public QObject {
    Q_OBJECT
public:
    Selection(desk::Desk& desk, Clock& clock, QObject* parent = nullptr);

    void selectRun(const RunId& run);
    void selectStep(const StepId& step);

    const RunId& runId() const { return m_run; }
    const StepId& stepId() const { return m_step; }
    //! Nothing while it is loading, or without a selection.
    std::shared_ptr<const desk::RunView> view() const { return m_view; }
    const StepRun* step() const { return m_view ? m_view->run.step(m_step) : nullptr; }
    //! Reads the run again, for example after a command.
    void reload();

Q_SIGNALS:
    void runChanged(); //!< another run, or none
    void viewChanged(); //!< its data
    void stepChanged();
    void failed(const slipway::Error& error);

private:
    desk::Desk& m_desk;
    Clock& m_clock;
    RunId m_run;
    StepId m_step;
    std::shared_ptr<const desk::RunView> m_view;
    RunId m_asked; //!< the run whose answer is on its way
    bool m_askAgain = false; //!< it has changed since
};

} // namespace slipway::console
