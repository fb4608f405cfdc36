// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/selection.h"

#include "base/when_done.h"
#include "console/run_feed.h"

namespace slipway::console {

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
    m_view.reset();
    Q_EMIT runChanged();
    Q_EMIT stepChanged();
    reload();
}

void Selection::selectStep(const StepId& step)
{
    if (step == m_step)
        return;
    m_step = step;
    Q_EMIT stepChanged();
}

void Selection::reload()
{
    if (m_run.isEmpty()) {
        Q_EMIT viewChanged();
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
        if (!view) {
            Q_EMIT failed(view.error());
            return;
        }
        if (m_view && m_view->run.sequence > view->run.sequence)
            return;
        const bool first = !m_view;
        m_view = std::make_shared<const desk::RunView>(*view);
        Q_EMIT viewChanged();
        if (first && m_step.isEmpty())
            if (const StepRun* focus = focusStep(*m_view, m_clock.now(), m_clock.scale()))
                selectStep(focus->id);
    });
}

} // namespace slipway::console
