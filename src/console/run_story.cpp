// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/run_story.h"

#include "base/when_done.h"

namespace slipway::console {

RunStory::RunStory(desk::Desk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
{ }

void RunStory::follow(const desk::RunView* view)
{
    const RunId run = view ? view->run.id : RunId();
    if (run != m_run) {
        m_run = run;
        m_last = 0;
        m_until = 0;
        Q_EMIT forgotten();
    }
    const qint64 until = view ? view->run.sequence : 0;
    if (until == m_until)
        return;
    m_until = until;
    Q_EMIT untilChanged();
}

void RunStory::load()
{
    if (m_loading || m_run.isEmpty() || m_last >= m_until)
        return;
    m_loading = true;
    whenDone(m_desk.events(m_run, m_last), this, [this, run = m_run](const Result<Events>& events) {
        m_loading = false;
        if (run != m_run) {
            load();
            return;
        }
        if (!events)
            return; // the window's notice says what is wrong with the store
        Events fresh;
        for (const Event& event : *events)
            if (event.sequence > m_last) {
                m_last = event.sequence;
                fresh.push_back(event);
            }
        if (fresh.empty())
            return;
        Q_EMIT appended(fresh);
        load();
    });
}

} // namespace slipway::console
