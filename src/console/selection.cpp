// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/selection.h"

#include "base/error_codes.h"
#include "base/when_done.h"
#include "console/run_feed.h"

#include <QScopedValueRollback>

namespace slipway::console {

namespace {
constexpr Millis patience{200}; //!< with a run that is being read: longer, and the one before would be taken for it
}

Selection::Selection(desk::Desk& desk, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_clock(clock)
{
    connect(&desk, &desk::Desk::changed, this, [this](const QList<RunId>& runs) {
        if (runs.contains(m_run))
            reload();
    });
}

void Selection::selectRun(const RunId& run)
{
    if (run == m_run)
        return;
    m_run = run;
    m_step = StepId();
    m_isChosen = false;
    m_view.reset();
    m_past.reset();
    m_turn.cancel();
    m_setAside.reset();
    m_story = {};
    m_afterStory = {};
    m_readingStory = false;
    ++m_storyQuestion;
    if (!run.isEmpty())
        m_patience = m_clock.after(patience, this, [this] { noteRead(); });
    Q_EMIT runChanged();
    reload();
}

//! There is something else to show than the run before, be it nothing.
void Selection::noteRead()
{
    m_patience.cancel();
    Q_EMIT viewChanged();
}

void Selection::selectStep(const StepId& step)
{
    if (m_isFollowing || isLoading())
        return;
    m_isChosen = !step.isEmpty();
    if (step == m_step)
        return;
    m_step = step;
    Q_EMIT stepChanged();
}

void Selection::selectWhole()
{
    if (isLoading())
        return;
    m_isChosen = true;
    if (m_step.isEmpty())
        return;
    m_step = StepId();
    Q_EMIT stepChanged();
}

void Selection::followRun()
{
    if (m_isChosen || m_past || !m_view)
        return;
    const StepRun* next = nextFocus(*m_view, m_step, m_clock.now(), m_clock.scale());
    // A run that has ended with nothing left to look into is shown as a whole.
    const bool isOver = !next && !m_view->run.isOpen() && !focusStep(*m_view, m_clock.now(), m_clock.scale());
    const StepId step = next ? next->id : isOver ? StepId() : m_step;
    if (step == m_step)
        return;
    const QScopedValueRollback<bool> following(m_isFollowing, true);
    m_step = step;
    Q_EMIT stepChanged();
}

void Selection::readPast(std::function<void()> then)
{
    if (!m_view)
        return;
    // Only the last wish counts: a handle that is dragged asks faster than a disk answers.
    m_afterStory = std::move(then);
    if (m_readingStory)
        return;
    if (m_story.lastSequence() >= m_view->run.sequence) {
        if (m_afterStory)
            std::exchange(m_afterStory, {})();
        return;
    }
    m_readingStory = true;
    const int question = m_storyQuestion;
    whenDone(m_desk.events(m_run, m_story.lastSequence()), this, [this, question](const Result<Events>& events) {
        if (question != m_storyQuestion)
            return; // another run was selected since, and may have a question of its own
        m_readingStory = false;
        if (!events) {
            m_afterStory = {};
            Q_EMIT failed(events.error());
            return;
        }
        m_story.append(*events);
        if (!events->empty() && m_story.lastSequence() < m_view->run.sequence)
            readPast(std::exchange(m_afterStory, {})); // a long story comes in parts
        else if (m_afterStory)
            std::exchange(m_afterStory, {})();
    });
}

void Selection::lookAt(std::optional<Timestamp> moment)
{
    if (moment) {
        readPast([this, moment] { foldPast(*moment); });
        return;
    }
    m_afterStory = {};
    m_turn.cancel();
    if (!m_past)
        return;
    m_past.reset();
    Q_EMIT viewChanged();
    followRun();
}

void Selection::foldPast(Timestamp moment)
{
    m_turn.cancel();
    if (!m_story.prepare(moment)) {
        m_turn = m_clock.after(Millis(0), this, [this, moment] { foldPast(moment); });
        return;
    }
    auto run = m_story.at(moment);
    if (!run) {
        Q_EMIT failed(run.error());
        return;
    }
    m_past = std::make_shared<const desk::RunView>(
        desk::RunView{.run = std::move(*run), .usual = m_view->usual, .asOf = moment});
    m_turn = m_clock.after(Millis(0), this, [this] { showPast(); });
}

void Selection::showPast()
{
    m_turn.cancel();
    Q_EMIT viewChanged();
}

void Selection::lookAtNeighbour(int direction)
{
    readPast([this, direction] {
        const Timestamp from = m_past ? *m_past->asOf : m_clock.now();
        const auto next = direction < 0 ? m_story.before(from) : m_story.after(from);
        if (next)
            foldPast(*next);
        else if (direction > 0)
            lookAt(std::nullopt);
    });
}

void Selection::reload()
{
    if (m_run.isEmpty()) {
        noteRead();
        return;
    }
    // One question at a time: a run that changes faster than it can be read would otherwise never be shown.
    if (m_asked == m_run) {
        m_askAgain = true;
        return;
    }
    m_asked = m_run;
    m_askAgain = false;
    whenDone(m_desk.run(m_run), this, [this, run = m_run](const Result<desk::RunView>& view) {
        if (run != m_asked)
            return; // another run was selected since
        m_asked = RunId();
        if (run != m_run)
            return;
        if (m_askAgain)
            reload();
        if (!view && view.error().code == errc::runSetAside) {
            // What was read of it before holds no longer, and nothing can be done from there.
            m_view.reset();
            m_past.reset();
            m_turn.cancel();
            m_setAside = view.error();
            noteRead();
            return;
        }
        if (!view) {
            if (isLoading())
                noteRead();
            Q_EMIT failed(view.error());
            return;
        }
        m_setAside.reset();
        if (m_view && m_view->run.sequence > view->run.sequence)
            return;
        m_view = std::make_shared<const desk::RunView>(*view);
        if (m_past)
            return; // what is past does not change; the present is shown when it is gone back to
        noteRead();
        followRun();
    });
}

} // namespace slipway::console
