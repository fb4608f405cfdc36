// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/transitions.h"

#include "base/crash_mark.h"
#include "base/error_codes.h"
#include "base/logging.h"
#include "journal/event_limits.h"
#include "journal/passing.h"
#include "workflow/fold.h"

namespace slipway::conductor {

Transitions::Transitions(journal::Store& store, StoreTrouble& trouble, const KindRules& kinds, journal::Lease lease,
    Run run, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_trouble(trouble)
    , m_kinds(kinds)
    , m_lease(std::move(lease))
    , m_run(std::move(run))
{ }

Transitions::~Transitions() { m_trouble.over(name()); }

void Transitions::add(MakeEvents make, Finished finished)
{
    m_queue.push_back({std::move(make), std::move(finished)});
    next();
}

void Transitions::add(Events events, Finished finished)
{
    add(
        [events = std::move(events)](const Run& run) mutable -> Result<Events> {
            qint64 sequence = run.sequence;
            for (auto& event : events)
                event.sequence = ++sequence;
            return events;
        },
        std::move(finished));
}

void Transitions::next()
{
    if (m_appending || m_queue.empty())
        return;
    auto transition = std::move(m_queue.front());
    m_queue.pop_front();
    if (m_lost) { // whoever waits for an answer gets one
        if (transition.finished)
            transition.finished(*m_lost);
        return next();
    }
    const CrashScope working(m_run.id);
    auto events = transition.make(m_run);
    if (!events || events->empty()) {
        if (transition.finished)
            transition.finished(events ? Result<qint64>(m_run.sequence) : events.error());
        return next();
    }
    // Whoever meets one of these ends here: the run stays ours, and readable.
    for (const auto& event : *events) {
        const auto beyond = journal::beyondLimits(event);
        if (!beyond)
            continue;
        qCWarning(logConductor) << "an event is beyond what the journal holds" << toText(event.type)
                                << event.step.text() << toBytes(beyond->args);
        if (transition.finished)
            transition.finished(*beyond);
        return next();
    }
    auto after = fold(m_run, *events, m_kinds);
    if (!after) {
        qCCritical(logConductor) << "an event of ours does not fit" << after.error().code
                                 << toBytes(after.error().args);
        if (transition.finished)
            transition.finished(after.error());
        return next();
    }
    append(std::move(*events), std::move(*after), std::move(transition.finished));
}

void Transitions::append(Events events, Run after, Finished finished)
{
    m_appending = true;
    m_store.append(m_lease, after, events)
        .then(this, [this, events, after, finished](const Result<void>& appended) mutable {
            if (!appended)
                return refused({std::move(events), std::move(after), std::move(finished), appended.error()});
            m_trouble.over(name());
            m_appending = false;
            m_run = std::move(after);
            if (finished)
                finished(m_run.sequence);
            Q_EMIT moved();
            next();
            Q_EMIT settled();
        });
}

void Transitions::refused(Refused transition)
{
    // A run that has ended and is not to be opened again, because another one has its subject: the run is as it was.
    if (transition.why.code == errc::subjectTaken) {
        m_appending = false;
        if (transition.finished)
            transition.finished(transition.why);
        next();
        Q_EMIT settled();
        return;
    }
    // Another owner took the run, or the journal is not ours to write: stop at once.
    if (m_stopping || !journal::isPassing(transition.why)) {
        qCWarning(logConductor) << "the journal refused" << transition.why.code << toBytes(transition.why.args);
        return lose(transition.why, transition.finished);
    }
    // What is known (an answer that was received, a command that was accepted) is kept and journaled when the disk allows.
    const Error why = transition.why;
    m_refused = std::move(transition);
    m_trouble.refused(name(), why, [this] {
        auto again = std::move(*std::exchange(m_refused, std::nullopt));
        append(std::move(again.events), std::move(again.after), std::move(again.finished));
    });
}

void Transitions::stop()
{
    m_stopping = true;
    if (!m_refused)
        return;
    const auto given = std::move(*std::exchange(m_refused, std::nullopt));
    lose(given.why, given.finished);
}

void Transitions::lose(const Error& why, const Finished& finished)
{
    m_trouble.over(name());
    m_lost = why;
    m_appending = false;
    Q_EMIT lost();
    if (finished)
        finished(why);
    next();
}

} // namespace slipway::conductor
