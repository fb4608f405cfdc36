// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/action_set.h"
#include "console/run_story.h"
#include "console/selection.h"

#include <QSet>
#include <QTabWidget>

class QSettings;

namespace slipway::console {

class CommandRunner;
class InspectorTab;
class AttemptsTab;
class DiffTab;
class NotesTab;
class WhyTab;

//! What is known of the chosen step, or of the run, a page a question. The page stays when the selection moves.
class InspectorPane : public QTabWidget {
    Q_OBJECT
public:
    InspectorPane(desk::Desk& desk, Clock& clock, Selection& selection, CommandRunner& commands, ActionSet& actions,
        QWidget* parent = nullptr);

    void stepAttempt(int by);
    //! The attempt of that number becomes the current one of its page; the page itself is not opened.
    void chooseAttempt(int number);
    void focusNote();
    //! How the pages are shown.
    void keepIn(QSettings& settings);

    //! The same for every run: the window is not laid out anew for each that is looked at, and keeps its sizes.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void linkActivated(const QString& url);

private:
    void refresh();
    void fill(InspectorTab& tab);
    void fillShown();
    void retitle(InspectorTab& tab);
    void tick();
    void freshen();

    Clock& m_clock;
    Selection& m_selection;
    Timer m_tick;
    Timer m_turn; //!< the pages are filled in a turn of their own, after the timeline has been painted
    QList<InspectorTab*> m_tabs;
    QSet<InspectorTab*> m_stale; //!< to be filled when they are seen
    mutable QSize m_hint, m_least; //!< as they were asked for first
    RunStory m_story;
    WhyTab* m_why;
    AttemptsTab* m_attempts;
    DiffTab* m_diff;
    NotesTab* m_notes;
};

} // namespace slipway::console
