// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/past_run.h"

namespace slipway::console {

//! The run and the step that the window is about. Loads the run, loads it again when it changes, drops late answers. A
//! step that nobody chose is the one that matters most; when it has ended, or another needs a person, the next one is.
class Selection : public QObject {
    Q_OBJECT
public:
    Selection(desk::Desk& desk, Clock& clock, QObject* parent = nullptr);

    void selectRun(const RunId& run);
    //! By a person: it stays, whatever becomes of the step.
    void selectStep(const StepId& step);
    //! The run as a whole, by a person: it stays until she chooses a step.
    void selectWhole();
    bool isStepChosen() const { return m_isChosen; }

    const RunId& runId() const { return m_run; }
    const StepId& stepId() const { return m_step; }
    //! Another run was selected a moment ago and is being read; who shows the one before goes on showing it until
    //! viewChanged(), which comes with what was read, or soon without it. A step cannot be selected meanwhile.
    bool isLoading() const { return m_patience.isPending(); }
    //! Nothing while it is loading, or without a selection. The past one, while a moment of the past is looked at.
    std::shared_ptr<const desk::RunView> view() const { return m_past ? m_past : m_view; }
    const StepRun* step() const { return view() ? view()->run.step(m_step) : nullptr; }
    //! The run as it is, whatever is looked at.
    std::shared_ptr<const desk::RunView> presentView() const { return m_view; }
    //! Looks at the run as it stood at a moment; none: as it is. Nothing can be done while the past is looked at.
    void lookAt(std::optional<Timestamp> moment);
    //! The moment before (-1) or after (+1) at which something happened; past the last one: the present.
    void lookAtNeighbour(int direction);
    bool isPast() const { return m_past != nullptr; }
    //! Why nothing is known of the run: it was set aside, for it cannot be read.
    const std::optional<Error>& setAside() const { return m_setAside; }
    //! Reads the run again, for example after a command.
    void reload();

Q_SIGNALS:
    void runChanged(); //!< another run, or none
    void viewChanged(); //!< its data, of which there may be none
    void stepChanged();
    void failed(const slipway::Error& error);

private:
    void followRun();
    void noteRead();
    void readPast(std::function<void()> then);
    void foldPast(Timestamp moment);
    void showPast();

    desk::Desk& m_desk;
    Clock& m_clock;
    RunId m_run;
    StepId m_step;
    bool m_isChosen = false; //!< the step, by a person
    bool m_isFollowing = false; //!< who is told of a step says it back
    std::shared_ptr<const desk::RunView> m_view, m_past;
    std::optional<Error> m_setAside;
    desk::PastRun m_story;
    std::function<void()> m_afterStory; //!< what waits for the story that is being read
    bool m_readingStory = false;
    int m_storyQuestion = 0; //!< by run: an answer about an earlier one is dropped
    RunId m_asked; //!< the run whose answer is on its way
    bool m_askAgain = false; //!< it has changed since
    Timer m_turn; //!< what is past is shown in the turn after the one in which it was worked out
    Timer m_patience; //!< while another run is being read for the first time
};

} // namespace slipway::console
