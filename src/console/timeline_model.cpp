// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/timeline_model.h"

#include "base/text.h"
#include "base/thread_door.h"
#include "console/safe_text.h"
#include "console/state_painter.h"
#include "console/wording.h"
#include "desk/error_text.h"
#include "workflow/titles.h"

namespace slipway::console {

namespace {
constexpr Millis knownFor{120'000}; //!< what was read longer ago may have changed since
}

TimelineModel::TimelineModel(Clock& clock, QObject* parent)
    : QAbstractItemModel(parent)
    , m_clock(clock)
{ }

TimelineModel::~TimelineModel() = default;

void TimelineModel::setRun(std::shared_ptr<const desk::RunView> view)
{
    ThreadDoor::enter(this, "the timeline");
    const bool same =
        view && m_view && view->run.id == m_view->run.id && view->run.steps.size() == m_view->run.steps.size();
    if (same) {
        m_view = std::move(view);
        refresh();
        return;
    }
    beginResetModel();
    m_view = std::move(view);
    m_lanes.clear();
    m_whole = {};
    if (m_view && m_view->run.workflow) {
        const Run& run = m_view->run;
        const auto titles = laneTitles(run);
        for (const Lane& lane : run.workflow->lanes) {
            LaneRow row;
            row.id = lane.id;
            row.title = titles.value(lane.id);
            for (int i = 0; i < int(run.steps.size()); ++i)
                if (const StepDefinition* step = run.workflow->step(run.steps[i].id); step && step->lane == lane.id)
                    row.steps += i;
            if (!row.steps.isEmpty())
                m_lanes += row;
        }
    }
    derive();
    endResetModel();
}

void TimelineModel::setRequested(const QSet<StepId>& steps)
{
    ThreadDoor::enter(this, "the timeline");
    if (steps == m_requested)
        return;
    const QSet<StepId> touched = steps | m_requested;
    m_requested = steps;
    for (const StepId& step : touched)
        if (const QModelIndex at = indexOf(step, StateColumn); at.isValid())
            Q_EMIT dataChanged(at, at);
}

void TimelineModel::setFrozen(std::optional<Timestamp> at)
{
    ThreadDoor::enter(this, "the timeline");
    if (at == m_frozen)
        return;
    m_frozen = at;
    if (m_view)
        refresh();
}

void TimelineModel::refresh()
{
    derive();
    for (int lane = 0; lane < rowCount(); ++lane) {
        const QModelIndex parent = index(lane, 0);
        Q_EMIT dataChanged(parent, index(lane, ColumnCount - 1));
        if (const int steps = rowCount(parent))
            Q_EMIT dataChanged(index(0, 0, parent), index(steps - 1, ColumnCount - 1, parent));
    }
}

Timestamp TimelineModel::now() const
{
    if (m_view && m_view->asOf)
        return *m_view->asOf;
    return m_frozen ? std::min(*m_frozen, m_clock.now()) : m_clock.now();
}

void TimelineModel::tick()
{
    ThreadDoor::enter(this, "the timeline");
    if (!m_view || !m_view->run.isOpen() || m_view->asOf)
        return;
    const QList<ShownState> before = m_states;
    derive();
    for (int i = 0; i < int(m_states.size()); ++i)
        if (m_states[i] != before.value(i) || m_states[i] == ShownState::Retrying) {
            // A countdown is words only; the column of bars is left alone.
            const QModelIndex at = indexOf(m_view->run.steps[i].id);
            const int last = m_states[i] == before.value(i) ? StateColumn : BarColumn;
            Q_EMIT dataChanged(at, at.siblingAtColumn(last));
            Q_EMIT dataChanged(at.parent(), at.parent().siblingAtColumn(last));
        }
}

ShownState TimelineModel::stateNow(int place) const
{
    const StepRun& step = m_view->run.steps[place];
    const ShownState state = shownState(step, isStuckNow(place));
    const bool forgotten = m_frozen && !m_view->asOf && m_clock.now() - *m_frozen > knownFor;
    const bool goesOn = state == ShownState::Queued || state == ShownState::Running || state == ShownState::Waiting
        || state == ShownState::Stuck;
    return forgotten && goesOn ? ShownState::Unknown : state;
}

QString TimelineModel::wordNow(int place) const
{
    const StepRun& step = m_view->run.steps[place];
    if (m_states[place] == ShownState::Unknown) {
        const EffectRecord* open = step.openEffect();
        const Timestamp since = open && open->endedAt ? *open->endedAt : now();
        return tr("Not known since %1").arg(timeText(since, m_clock.now()));
    }
    const StepDefinition* definition = m_view->run.workflow->step(step.id);
    return safeLine(desk::stateWord(step, *definition, now(), m_states[place] == ShownState::Stuck), 120);
}

bool TimelineModel::isStuckNow(int place) const
{
    const StepRun& step = m_view->run.steps[place];
    const StepDefinition* definition = m_view->run.workflow->step(step.id);
    const auto usual = m_view->usual.constFind(step.id);
    return definition && !m_view->run.pause
        && isStuck(step, *definition, now(),
            usual != m_view->usual.constEnd() ? std::optional(usual->p90) : std::nullopt, m_clock.scale());
}

void TimelineModel::derive()
{
    m_states.clear();
    m_bars.clear();
    if (!m_view || !m_view->run.workflow)
        return;
    const Run& run = m_view->run;
    for (int i = 0; i < int(run.steps.size()); ++i)
        m_states += stateNow(i);
    const Timestamp now = run.endedAt.value_or(this->now());
    // What is folded takes no room: place holders and margins are shares of the rest.
    m_idle = idleSpans(run, now, std::max(m_clock.scaled(Millis(600'000)), (now - run.startedAt) / 5));
    Millis seen = now - run.startedAt;
    for (const TimeSpan& span : std::as_const(m_idle))
        seen -= span.length();
    const Millis placeholder = std::max(m_clock.scaled(Millis(15'000)), seen / 24);
    m_bars = barsOf(*m_view, m_states, now, placeholder, m_clock.scale());
    for (LaneRow& lane : m_lanes) {
        lane.state = ShownState::Skipped;
        for (const int step : lane.steps)
            if (urgencyOf(m_states[step]) < urgencyOf(lane.state))
                lane.state = m_states[step];
        const bool begun =
            std::any_of(lane.steps.begin(), lane.steps.end(), [&](int step) { return run.steps[step].isDone(); });
        if (lane.state == ShownState::Planned && begun)
            lane.state = ShownState::Queued;
    }
    growWhole();
}

void TimelineModel::growWhole()
{
    const Run& run = m_view->run;
    Timestamp end = run.endedAt.value_or(now());
    for (const StepBar& bar : m_bars) {
        if (bar.ghost)
            end = std::max(end, bar.ghost->to);
        if (!bar.isEmpty())
            end = std::max(end, bar.extent().to);
    }
    Millis seen = end - run.startedAt;
    for (const TimeSpan& span : std::as_const(m_idle))
        seen -= span.length();
    seen = std::max(seen, m_clock.scaled(Millis(30'000)));
    // Grown in leaps while the run is open, so that the axis does not slide with every second.
    const bool same = m_whole.from < run.startedAt && m_whole.from > run.startedAt - seen / 10;
    const bool fits =
        run.isOpen() ? same && end <= m_whole.to && m_whole.to - end < seen / 2 : m_whole.to == end + seen / 30;
    if (fits)
        return;
    m_whole = {run.startedAt - seen / 60, end + (run.isOpen() ? seen / 8 : seen / 30)};
    Q_EMIT wholeChanged();
}

QModelIndex TimelineModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    // The internal id is 0 for a lane, else 1 + the lane's row.
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex TimelineModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int TimelineModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_lanes.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return int(m_lanes[parent.row()].steps.size());
}

int TimelineModel::columnCount(const QModelIndex&) const { return ColumnCount; }

const TimelineModel::LaneRow* TimelineModel::laneAt(const QModelIndex& index) const
{
    const int lane = index.internalId() == 0 ? index.row() : int(index.internalId()) - 1;
    return lane >= 0 && lane < m_lanes.size() ? &m_lanes[lane] : nullptr;
}

int TimelineModel::stepAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return -1;
    return laneAt(index)->steps.value(index.row(), -1);
}

QModelIndex TimelineModel::indexOf(const StepId& step, int column) const
{
    for (int lane = 0; lane < m_lanes.size(); ++lane)
        for (int row = 0; row < m_lanes[lane].steps.size(); ++row)
            if (m_view->run.steps[m_lanes[lane].steps[row]].id == step)
                return createIndex(row, column, quintptr(lane + 1));
    return {};
}

QList<const StepBar*> TimelineModel::barsAt(const QModelIndex& index) const
{
    QList<const StepBar*> bars;
    if (const int step = stepAt(index); step >= 0)
        bars += &m_bars[step];
    else if (index.isValid())
        for (const int place : laneAt(index)->steps)
            bars += &m_bars[place];
    return bars;
}

const StepBar* TimelineModel::barOf(const StepId& step) const
{
    const int place = stepAt(indexOf(step));
    return place >= 0 ? &m_bars[place] : nullptr;
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_view)
        return {};
    const int step = stepAt(index);
    return step >= 0 ? stepData(step, index.column(), role) : laneData(*laneAt(index), index.column(), role);
}

QVariant TimelineModel::laneData(const LaneRow& lane, int column, int role) const
{
    switch (role) {
    case IsLaneRole: return true;
    case StateRole: return int(lane.state);
    case Qt::ToolTipRole:
    case Qt::DisplayRole:
        if (column == NameColumn)
            return safeLine(lane.title);
        if (column == StateColumn) {
            const auto done = std::count_if(
                lane.steps.begin(), lane.steps.end(), [this](int step) { return m_view->run.steps[step].isDone(); });
            return tr("%1 of %2", "steps done of all steps of a lane").arg(done).arg(lane.steps.size());
        }
        return {};
    case Qt::DecorationRole: return column == StateColumn ? QVariant(stateIcon(lane.state)) : QVariant();
    case Qt::AccessibleTextRole:
        if (column == BarColumn || column == NameColumn)
            return tr("%1, %2").arg(safeLine(lane.title), wordOf(lane.state));
        if (column == StateColumn)
            return tr("%1, %2").arg(wordOf(lane.state), laneData(lane, column, Qt::DisplayRole).toString());
        return {};
    }
    return {};
}

QVariant TimelineModel::stepData(int place, int column, int role) const
{
    const StepRun& step = m_view->run.steps[place];
    const StepDefinition* definition = m_view->run.workflow->step(step.id);
    switch (role) {
    case IsLaneRole: return false;
    case StepIdRole: return step.id.text();
    case StateRole: return int(m_states[place]);
    case RequestedRole: return m_requested.contains(step.id);
    case Qt::ToolTipRole:
        if (column == BarColumn)
            return spoken(place);
        [[fallthrough]];
    case Qt::DisplayRole:
        if (column == NameColumn)
            return safeLine(definition->title);
        if (column == StateColumn) {
            if (m_requested.contains(step.id))
                return tr("Requested");
            return wordNow(place);
        }
        return {};
    case Qt::DecorationRole: return column == StateColumn ? QVariant(stateIcon(m_states[place])) : QVariant();
    case Qt::AccessibleTextRole:
        return column == BarColumn ? QVariant(spoken(place))
            : column == NameColumn ? QVariant(spokenRow(place))
                                   : QVariant();
    }
    return {};
}

QString TimelineModel::spoken(int place) const
{
    const StepRun& step = m_view->run.steps[place];
    const StepDefinition* definition = m_view->run.workflow->step(step.id);
    QStringList parts{safeLine(definition->title)};
    const auto add = [&parts](QString state) {
        if (!state.isEmpty())
            state[0] = state[0].toLower();
        parts += state;
    };
    const bool waits = step.waitingFor && step.state == StepState::Waiting;
    if (!waits || m_states[place] != ShownState::Waiting)
        add(wordNow(place));
    if (waits)
        add(safeLine(desk::describe(*step.waitingFor)));
    if (const auto failed = std::count_if(step.attempts.begin(), step.attempts.end(),
            [](const Attempt& attempt) { return attempt.state == AttemptState::Failed; });
        failed > 0 && step.state != StepState::Failed)
        parts += tr("%n failed attempt(s)", nullptr, int(failed));
    if (const StepBar& bar = m_bars[place]; !bar.isEmpty()) {
        const TimeSpan extent = bar.extent();
        const Timestamp end = step.endedAt ? extent.to : std::max(extent.to, now());
        parts += spokenDuration(end - extent.from);
    }
    if (const auto usual = m_view->usual.constFind(step.id); usual != m_view->usual.constEnd())
        parts += tr("usual %1").arg(spokenDuration(usual->median));
    return parts.join(u", "_s);
}

QString TimelineModel::spokenRow(int place) const
{
    const StepRun& step = m_view->run.steps[place];
    const auto lane =
        std::find_if(m_lanes.begin(), m_lanes.end(), [place](const LaneRow& row) { return row.steps.contains(place); });
    const QString title = safeLine(m_view->run.workflow->step(step.id)->title);
    const QString laneTitle = lane == m_lanes.end() ? QString() : safeLine(lane->title);
    const QString word = stepData(place, StateColumn, Qt::DisplayRole).toString();
    const auto since = step.waitingFor && step.state == StepState::Waiting ? step.waitingFor->since
        : step.endedAt                                                     ? step.endedAt
                                                                           : step.startedAt;
    return since ? tr("%1, %2, %3, since %4", "lane, step, state, time")
                       .arg(laneTitle, title, word, timeText(*since, m_clock.now()))
                 : tr("%1, %2, %3", "lane, step, state").arg(laneTitle, title, word);
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Repository / step");
    case StateColumn: return tr("State");
    case BarColumn: return tr("Time");
    }
    return {};
}

} // namespace slipway::console
