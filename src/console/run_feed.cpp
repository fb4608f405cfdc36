// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/run_feed.h"

#include "base/text.h"
#include "base/thread_door.h"
#include "base/when_done.h"
#include "desk/error_text.h"

#include <malloc.h>

namespace slipway::console {

namespace {

constexpr Millis gatherTime{40}; //!< a burst of changes is one query
constexpr int detailsAtOnce = 4;

std::optional<Millis> p90Of(const desk::RunView& view, const StepId& step)
{
    const auto usual = view.usual.constFind(step);
    return usual == view.usual.constEnd() ? std::nullopt : std::optional(usual->p90);
}

ShownState stateOf(
    const desk::RunView& view, const StepRun& step, Timestamp now, double timeScale, bool slowForAll = false)
{
    const StepDefinition* definition = view.run.workflow ? view.run.workflow->step(step.id) : nullptr;
    const auto usual = slowForAll ? std::nullopt : p90Of(view, step.id);
    return shownState(step, definition && !view.run.pause && isStuck(step, *definition, now, usual, timeScale));
}

} // namespace

const StepRun* focusStep(const desk::RunView& view, Timestamp now, double timeScale, bool slowForAll)
{
    const StepRun* focus = nullptr;
    int best = urgencyOf(ShownState::Planned);
    for (const StepRun& step : view.run.steps) {
        const int urgency = urgencyOf(stateOf(view, step, now, timeScale, slowForAll));
        if (urgency < best) {
            best = urgency;
            focus = &step;
        }
    }
    return focus;
}

const StepRun* nextFocus(const desk::RunView& view, const StepId& shown, Timestamp now, double timeScale)
{
    const StepRun* focus = focusStep(view, now, timeScale);
    const StepRun* step = view.run.step(shown);
    if (!focus || !step)
        return focus;
    const int urgency = urgencyOf(stateOf(view, *focus, now, timeScale));
    const bool hasEnded = !step->isActive() && !step->retryAt;
    const bool needsPerson = urgency <= urgencyOf(ShownState::Failed);
    return (hasEnded || needsPerson) && urgency < urgencyOf(stateOf(view, *step, now, timeScale)) ? focus : nullptr;
}

RunDetail detailOf(const desk::RunView& view, Timestamp now, double timeScale, bool slowForAll)
{
    const Run& run = view.run;
    RunDetail detail;
    detail.state = shownState(run.state);
    const StepRun* focus = focusStep(view, now, timeScale, slowForAll);
    if (!focus || !run.workflow)
        return detail;
    const StepDefinition* definition = run.workflow->step(focus->id);
    const ShownState step = stateOf(view, *focus, now, timeScale, slowForAll);
    // A run that waits is stuck when the step is; one that runs is retrying when nothing else goes on.
    if (run.state == RunState::Waiting || run.state == RunState::Running)
        if (urgencyOf(step) < urgencyOf(detail.state) || step == ShownState::Retrying) {
            detail.state = step;
            detail.stateWord =
                definition ? desk::stateWord(*focus, *definition, now, step == ShownState::Stuck) : QString();
        }
    const auto done = std::count_if(run.steps.begin(), run.steps.end(), [](const StepRun& s) { return s.isDone(); });
    if (definition)
        detail.step = placeText(int(done), int(run.steps.size()), definition->title);
    if (focus->waitingFor && focus->state == StepState::Waiting) {
        detail.waitingFor = desk::describe(*focus->waitingFor);
        detail.since = focus->waitingFor->since;
    } else if (focus->error) {
        detail.waitingFor = desk::describe(*focus->error).what;
    }
    if (!detail.since)
        detail.since = focus->endedAt ? focus->endedAt : focus->startedAt;
    if (const auto usual = view.usual.constFind(focus->id); usual != view.usual.constEnd())
        detail.usual = usual->median;
    return detail;
}

RunFeed::RunFeed(desk::Desk& desk, Clock& clock, RunListModel& model, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_model(model)
{
    connect(&desk, &desk::Desk::changed, this, &RunFeed::take);
    watchAges();
}

//! With the teams of what can be started by now: a workflow may have been imported since the last time.
void RunFeed::upsert(const QList<desk::RunSummary>& runs)
{
    QHash<QString, QString> teams;
    for (const auto& workflow : m_desk.workflows())
        for (const InputDefinition& input : workflow->inputs)
            if (input.choices == Json("github.teams"))
                teams.insert(workflow->id, input.id);
    m_model.setTeamInputs(teams);
    m_model.upsert(runs);
}

void RunFeed::reload()
{
    ThreadDoor::enter(this, "the list of runs");
    whenDone(m_desk.runs({}), this, [this](const Result<QList<desk::RunSummary>>& runs) {
        if (!runs) {
            Q_EMIT failed(runs.error());
            return;
        }
        upsert(*runs);
        for (const desk::RunSummary& run : *runs)
            if (run.open && !m_toRead.contains(run.id))
                m_toRead += run.id;
        readDetails();
        if (!m_isLoaded) {
            m_isLoaded = true;
            Q_EMIT loaded();
            m_tidy = m_clock.after(Millis(2'000), this, [] { malloc_trim(0); }); // the copies on the way here were many
        }
        settle();
    });
}

void RunFeed::take(const QList<RunId>& changed)
{
    ThreadDoor::enter(this, "the list of runs");
    for (const RunId& run : changed)
        m_pending.insert(run);
    if (!m_flush.isPending())
        m_flush = m_clock.after(gatherTime, this, [this] { flush(); });
}

void RunFeed::flush()
{
    m_flush.cancel();
    const QSet<RunId> pending = std::exchange(m_pending, {});
    if (pending.size() > 16) {
        reload();
        return;
    }
    for (const RunId& id : pending) {
        desk::RunQuery query;
        query.idPrefix = id.text();
        whenDone(m_desk.runs(query), this, [this, id](const Result<QList<desk::RunSummary>>& runs) {
            if (!runs)
                return; // the next change, or the status, says what is wrong
            upsert(*runs);
            m_open.remove(id);
            if (!runs->isEmpty() && runs->first().open && !m_toRead.contains(id))
                m_toRead += id;
            readDetails();
        });
    }
}

void RunFeed::readDetails()
{
    while (m_reading < detailsAtOnce && !m_toRead.isEmpty()) {
        const RunId id = m_toRead.takeFirst();
        ++m_reading;
        whenDone(m_desk.run(id), this, [this](const Result<desk::RunView>& view) {
            --m_reading;
            if (view)
                noteDetail(*view);
            readDetails();
            settle();
        });
    }
}

void RunFeed::settle()
{
    if (m_isLoaded && m_toRead.isEmpty() && m_reading == 0 && !std::exchange(m_isSettled, true))
        Q_EMIT settled();
}

//! While GitHub itself has trouble, what takes longer than usual is no alarm; what passes its limit still is.
bool RunFeed::isSlowForAll() const
{
    const desk::EngineStatus status = m_desk.status();
    return status.incidentSince && (!status.incidentUntil || *status.incidentUntil > m_clock.now());
}

void RunFeed::noteDetail(const desk::RunView& view)
{
    if (!view.run.isOpen()) {
        m_open.remove(view.run.id);
        return;
    }
    m_open.insert(view.run.id, std::make_shared<const desk::RunView>(view));
    m_model.setDetail(view.run.id, detailOf(view, m_clock.now(), m_clock.scale(), isSlowForAll()));
}

void RunFeed::watchAges()
{
    // A run turns stuck by the clock alone, without an event, and a countdown counts.
    m_ages = m_clock.after(Millis(1'000), this, [this] {
        const bool all = ++m_seconds % 5 == 0;
        const bool slow = isSlowForAll();
        for (const auto& view : std::as_const(m_open))
            if (all || m_model.stateAt(m_model.rowOf(view->run.id)) == ShownState::Retrying)
                m_model.setDetail(view->run.id, detailOf(*view, m_clock.now(), m_clock.scale(), slow));
        if (all)
            m_model.tick();
        watchAges();
    });
}

} // namespace slipway::console
