// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/event_model.h"

#include "base/text.h"
#include "console/safe_text.h"
#include "console/wording.h"
#include "desk/error_text.h"
#include "workflow/titles.h"

namespace slipway::console {

void EventModel::setRun(const Run& run)
{
    m_workflow = run.workflow;
    m_lanes = laneTitles(run);
}

void EventModel::clear()
{
    beginResetModel();
    m_events.clear();
    m_seen = 0;
    endResetModel();
}

void EventModel::append(const Events& events)
{
    Events fresh;
    for (const Event& event : events) {
        if (event.sequence <= m_seen)
            continue;
        m_seen = event.sequence;
        if (takes(event))
            fresh.push_back(event);
    }
    if (fresh.empty())
        return;
    const int first = int(m_events.size());
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    m_events.insert(m_events.end(), fresh.begin(), fresh.end());
    endInsertRows();
}

QString EventModel::stepTextOf(const Event& event) const
{
    const StepDefinition* step = m_workflow ? m_workflow->step(event.step) : nullptr;
    return step
        ? tr("%1: %2", "lane, step").arg(safeLine(m_lanes.value(step->lane, step->lane), 60), safeLine(step->title, 80))
        : event.step.text();
}

Event EventModel::withTitles(const Event& event) const
{
    Event named = event;
    if (!m_workflow || !memberAt(event.data, "steps").is_array())
        return named;
    for (Json& id : named.data["steps"])
        if (const auto* step =
                id.is_string() ? m_workflow->step(StepId(toQString(id.get_ref<const std::string&>()))) : nullptr)
            id = u"“%1”"_s.arg(step->title).toStdString();
    return named;
}

QVariant EventModel::other(int row, int, int role) const
{
    if (role == StepRole)
        return at(row).step.text();
    if (role == SequenceRole)
        return at(row).sequence;
    return {};
}

QString EventModel::cell(int row, int column) const
{
    const Event& event = at(row);
    switch (column) {
    case TimeColumn: return dateTimeText(event.at);
    case WhoColumn: return event.actor == u"engine" ? tr("Slipway") : safeLine(event.actor, 60);
    case StepColumn: return stepTextOf(event);
    case TextColumn: return safeLine(desk::describe(withTitles(event)), 400);
    }
    return {};
}

QString EventModel::title(int column) const
{
    switch (column) {
    case TimeColumn: return tr("Time");
    case WhoColumn: return tr("Who");
    case StepColumn: return tr("Step");
    case TextColumn: return tr("What happened");
    }
    return {};
}

bool AuditModel::isAct(const Event& event) { return !event.actor.isEmpty() && event.actor != u"engine"; }

QString AuditModel::cell(int row, int column) const
{
    const Event& event = at(row);
    switch (column) {
    case TimeColumn: return dateTimeText(event.at);
    case WhoColumn: return safeLine(event.actor, 60);
    case ActColumn: {
        Event act = withTitles(event); // the reason has a column of its own
        if (act.data.is_object())
            act.data.erase("reason");
        const QString text = safeLine(desk::describe(act), 300);
        if (event.type != EventType::StepAdvanced)
            return text;
        const Json& verified = memberAt(event.data, "verified");
        return verified.is_boolean() && verified.get<bool>() ? tr("%1 (checked against GitHub)").arg(text)
                                                             : tr("%1 (not checked against GitHub)").arg(text);
    }
    case StepColumn: return stepTextOf(event);
    case ReasonColumn: return safeLine(textAt(event.data, "reason"), 400);
    }
    return {};
}

QString AuditModel::title(int column) const
{
    switch (column) {
    case TimeColumn: return tr("Time");
    case WhoColumn: return tr("Who");
    case ActColumn: return tr("What");
    case StepColumn: return tr("Step");
    case ReasonColumn: return tr("Why");
    }
    return {};
}

EventFilter::EventFilter(EventModel& events, QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSourceModel(&events);
}

void EventFilter::show(const QString& step, qint64 until)
{
    if (step == m_step && until == m_until)
        return;
    m_step = step;
    m_until = until;
    invalidateFilter();
}

void EventFilter::setWords(const QString& words)
{
    const QStringList all = words.simplified().split(u' ', Qt::SkipEmptyParts);
    if (all == m_words)
        return;
    m_words = all;
    invalidateFilter();
}

bool EventFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (index.data(EventModel::SequenceRole).toLongLong() > m_until
        || (!m_step.isEmpty() && index.data(EventModel::StepRole).toString() != m_step))
        return false;
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString& word) {
        for (int column = 0; column < sourceModel()->columnCount(parent); ++column)
            if (index.siblingAtColumn(column).data().toString().contains(word, Qt::CaseInsensitive))
                return true;
        return false;
    });
}

} // namespace slipway::console
