// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "console/state_style.h"
#include "desk/values.h"

#include <QHash>
#include <QObject>

class QWidget;

namespace slipway::console {

class RunListModel;
class Selection;

//! How urgently a screen reader says something: after what it is saying, or at once.
enum class Urgency { Polite, Assertive };

//! Says the text to whoever listens through the accessibility bus (object:announcement), on behalf of the widget. Nobody
//! listens: nothing happens.
void announce(QWidget& widget, const QString& text, Urgency urgency);

//! Tells people who do not see the window what changes in it: how runs go, and each step of the run that is looked at.
//! Politely, and merged to one announcement in five seconds; only that the run looked at needs its person is said at once.
class Announcer : public QObject {
    Q_OBJECT
public:
    using Say = std::function<void(const QString& text, Urgency urgency)>;
    Announcer(RunListModel& runs, Selection& selection, Clock& clock, Say say, QObject* parent = nullptr);

    //! What the rows hold now is no news; what changes from now on is.
    void begin();

private:
    //! What is to be said of a run: its trouble, which nothing that went well later takes the place of, and its newest.
    struct Waiting {
        RunId run;
        QString trouble, newest;
    };

    void lookAtRow(int row);
    void lookAtSteps();
    void add(const RunId& run, const QString& sentence, bool isTrouble);
    void speak();

    RunListModel& m_runs;
    Selection& m_selection;
    Clock& m_clock;
    Say m_say;
    bool m_begun = false;
    QHash<RunId, ShownState> m_rows; //!< as they were last seen
    RunId m_run; //!< whose steps are known
    QHash<StepId, StepState> m_steps;
    QList<Waiting> m_waiting;
    std::optional<Millis> m_spokenAt; //!< uptime
    Timer m_timer;
};

} // namespace slipway::console
