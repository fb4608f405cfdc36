// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/run_list_model.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "base/thread_door.h"
#include "console/safe_text.h"
#include "console/state_painter.h"
#include "console/wording.h"
#include "desk/error_text.h"
#include "desk/left_behind.h"
#include "desk/state_word.h"

namespace slipway::console {

namespace {

//! Until the run has been read in full. People know a step by its title only, so its id is never shown in its place.
QString stepText(const desk::RunSummary& run)
{
    for (const auto& step : run.active)
        if (step.id.text() == run.step)
            return placeText(run.done, run.steps, step.title);
    return {};
}

} // namespace

QString placeText(int done, int steps, const QString& title)
{
    return RunListModel::tr("%1/%2 %3", "number of the step, of how many, its title")
        .arg(done + 1)
        .arg(steps)
        .arg(title);
}

RunListModel::RunListModel(Clock& clock, QObject* parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

void RunListModel::upsert(const QList<desk::RunSummary>& runs)
{
    ThreadDoor::enter(this, "the list of runs");
    QList<const desk::RunSummary*> fresh;
    QSet<RunId> listed;
    for (const desk::RunSummary& run : runs) {
        const int row = rowOf(run.id);
        if (row < 0) {
            if (!listed.contains(run.id))
                fresh += &run;
            listed.insert(run.id);
            continue;
        }
        if (run.sequence < m_rows[row].summary.sequence)
            continue; // a late answer: newer news are here already
        if (run.state != m_rows[row].summary.state || run.step != m_rows[row].summary.step || isSetAside(run))
            m_rows[row].detail.reset();
        auto detail = std::move(m_rows[row].detail);
        m_rows[row] = rowFrom(run);
        m_rows[row].detail = std::move(detail);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (fresh.isEmpty())
        return;
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    m_rows.reserve(m_rows.size() + fresh.size());
    for (const desk::RunSummary* run : std::as_const(fresh)) {
        m_places.insert(run->id, int(m_rows.size()));
        m_rows += rowFrom(*run);
    }
    endInsertRows();
}

void RunListModel::setDetail(const RunId& run, const RunDetail& detail)
{
    ThreadDoor::enter(this, "the list of runs");
    const int row = rowOf(run);
    if (row < 0 || (m_rows[row].detail && *m_rows[row].detail == detail))
        return;
    m_rows[row].detail = std::make_shared<const RunDetail>(detail);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void RunListModel::setTeamInputs(const QHash<QString, QString>& inputs) { m_teamInputs = inputs; }

RunListModel::Row RunListModel::rowFrom(const desk::RunSummary& run)
{
    Row row{run, {}, nullptr};
    row.summary.inputs = Json();
    if (const auto input = m_teamInputs.constFind(run.workflow); input != m_teamInputs.constEnd())
        row.team = *m_teams.insert(safeLine(textAt(run.inputs, input->toUtf8().constData()), 80));
    return row;
}

void RunListModel::tick()
{
    ThreadDoor::enter(this, "the list of runs");
    for (int row = 0; row < m_rows.size(); ++row)
        if (m_rows[row].summary.open)
            Q_EMIT dataChanged(index(row, SinceColumn), index(row, SinceColumn), {Qt::DisplayRole});
}

bool RunListModel::isSetAside(const desk::RunSummary& run) { return run.open && run.waitingFor == errc::runSetAside; }

const desk::RunSummary* RunListModel::run(const RunId& id) const
{
    const int row = rowOf(id);
    return row >= 0 ? &m_rows[row].summary : nullptr;
}

ShownState RunListModel::stateAt(int row) const
{
    const Row& r = m_rows[row];
    if (!r.summary.open && r.summary.needsYou)
        return ShownState::NeedsYou;
    return r.detail ? r.detail->state : shownState(r.summary.state);
}

int RunListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int RunListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QString RunListModel::text(const Row& row, int column) const
{
    const desk::RunSummary& run = row.summary;
    switch (column) {
    case NameColumn: return safeLine(run.subject, 80);
    case TeamColumn: return row.team;
    case StateColumn:
        if (row.detail && !row.detail->stateWord.isEmpty())
            return safeLine(row.detail->stateWord, 60);
        return desk::stateWord(run);
    case StepColumn: return run.open ? safeLine(row.detail ? row.detail->step : stepText(run), 120) : QString();
    case WaitingColumn:
        if (!run.open)
            return desk::leftOpenText(run);
        if (isSetAside(run))
            return safeLine(desk::describe(Error{.code = run.waitingFor}).what, 160);
        return row.detail ? safeLine(row.detail->waitingFor, 160) : QString();
    case SinceColumn: {
        const Timestamp now = m_clock.now();
        if (!run.open)
            return timeText(run.endedAt.value_or(run.changedAt), now);
        const QString age = durationText(now - (row.detail && row.detail->since ? *row.detail->since : run.changedAt));
        if (row.detail && row.detail->usual)
            return tr("%1 (usual %2)").arg(age, durationText(*row.detail->usual));
        return age;
    }
    }
    return {};
}

int RunListModel::compare(int left, int right, int column) const
{
    const Row &a = m_rows[left], &b = m_rows[right];
    const auto order = [](auto x, auto y) { return x < y ? -1 : x > y ? 1 : 0; };
    const auto since = [](const Row& row) {
        return row.detail && row.detail->since ? row.detail->since->ms
                                               : row.summary.endedAt.value_or(row.summary.changedAt).ms;
    };
    switch (column) {
    case NameColumn: return m_collator.compare(a.summary.subject, b.summary.subject);
    case StateColumn: return order(urgencyOf(stateAt(left)), urgencyOf(stateAt(right)));
    case SinceColumn: return order(since(a), since(b));
    default: return m_collator.compare(text(a, column), text(b, column));
    }
}

bool RunListModel::mentions(int row, const QList<QStringMatcher>& words) const
{
    const Row& r = m_rows[row];
    const desk::RunSummary& run = r.summary;
    return std::all_of(words.begin(), words.end(), [&](const QStringMatcher& word) {
        const auto in = [&](const QString& text) { return word.indexIn(text) >= 0; };
        return in(run.subject) || in(r.team) || in(run.startedBy) || in(run.id.text()) || in(run.workflow);
    });
}

QVariant RunListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return text(row, index.column());
    case Qt::DecorationRole:
        return index.column() == StateColumn ? QVariant(stateIcon(stateAt(index.row()))) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == NameColumn)
            return tr("%1, %2").arg(text(row, NameColumn), text(row, StateColumn));
        return {};
    case RunIdRole: return row.summary.id.text();
    case StateRole: return int(stateAt(index.row()));
    case OpenRole: return row.summary.open;
    }
    return {};
}

QVariant RunListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    // A narrow column says its whole title in the tip.
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    switch (section) {
    case NameColumn: return tr("Name");
    case TeamColumn: return tr("Team");
    case StateColumn: return tr("State");
    case StepColumn: return tr("Step");
    case WaitingColumn: return tr("Waiting for");
    case SinceColumn: return tr("Since (usual)");
    }
    return {};
}

bool belongs(ShownState state, RunViewKind view)
{
    switch (view) {
    case RunViewKind::NeedsYou: return state == ShownState::NeedsYou;
    case RunViewKind::Running:
        return state == ShownState::Running || state == ShownState::Retrying || state == ShownState::Queued;
    case RunViewKind::Waiting: return state == ShownState::Waiting || state == ShownState::Paused;
    case RunViewKind::Stuck: return state == ShownState::Stuck;
    case RunViewKind::Failed: return state == ShownState::Failed;
    case RunViewKind::Done: return state == ShownState::Done;
    case RunViewKind::Stopped: return state == ShownState::Cancelled || state == ShownState::Undone;
    case RunViewKind::All: return true;
    }
    return false;
}

} // namespace slipway::console
