// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/run_search.h"

#include "base/text.h"
#include "base/when_done.h"

namespace slipway::console {

namespace {
constexpr Millis typingPause{150};
constexpr Millis changePause{500};
} // namespace

RunSearch::RunSearch(desk::Desk& desk, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_clock(clock)
{
    connect(&desk, &desk::Desk::changed, this, [this] {
        if (isAsked() && !m_pause.isPending())
            m_pause = m_clock.after(changePause, this, [this] { ask(); });
    });
}

bool RunSearch::isAsked() const { return !m_text.isEmpty() && (m_everything || m_text.contains(u':')); }

void RunSearch::set(const QString& text, bool everything)
{
    const QString plain = text.simplified();
    if (plain == m_text && everything == m_everything)
        return;
    m_text = plain;
    m_everything = everything;
    ++m_question;
    m_pause.cancel();
    if (!isAsked()) {
        Q_EMIT words(m_text);
        return;
    }
    m_pause = m_clock.after(typingPause, this, [this] { ask(); });
}

void RunSearch::ask()
{
    m_pause.cancel();
    if (!isAsked())
        return;
    desk::RunQuery query;
    query.search = m_text;
    query.idsOnly = true; // the list has the rest
    whenDone(m_desk.runs(query), this, [this, question = ++m_question](const Result<QList<desk::RunSummary>>& runs) {
        if (question != m_question)
            return;
        if (!runs) {
            Q_EMIT refused(runs.error());
            return;
        }
        QSet<RunId> found;
        for (const desk::RunSummary& run : *runs)
            found.insert(run.id);
        Q_EMIT matches(found);
    });
}

} // namespace slipway::console
