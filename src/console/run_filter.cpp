// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/run_filter.h"

namespace slipway::console {

RunFilter::RunFilter(RunListModel& runs, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_runs(runs)
{
    setSourceModel(&runs);
    setDynamicSortFilter(true);
    sort(RunListModel::StateColumn, Qt::AscendingOrder);
}

void RunFilter::setView(RunViewKind view)
{
    if (view == m_view)
        return;
    m_view = view;
    invalidateFilter();
}

void RunFilter::setSearch(const QString& words)
{
    QStringList list = words.simplified().split(u' ', Qt::SkipEmptyParts);
    if (list == m_words && !m_matches)
        return;
    m_words = list;
    m_matchers.clear();
    for (const QString& word : std::as_const(m_words))
        m_matchers += QStringMatcher(word, Qt::CaseInsensitive);
    m_matches.reset();
    invalidateFilter();
}

void RunFilter::setMatches(const QSet<RunId>& runs)
{
    if (m_matches == runs)
        return;
    m_words.clear();
    m_matches = runs;
    invalidateFilter();
}

bool RunFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    if (!belongs(m_runs.stateAt(row), m_view))
        return false;
    if (m_matches)
        return m_matches->contains(m_runs.at(row).id);
    return m_words.isEmpty() || m_runs.mentions(row, m_matchers);
}

bool RunFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    if (const int order = m_runs.compare(left.row(), right.row(), left.column()); order != 0)
        return order < 0;
    const Timestamp x = m_runs.at(left.row()).startedAt, y = m_runs.at(right.row()).startedAt;
    return sortOrder() == Qt::AscendingOrder ? y < x : x < y;
}

} // namespace slipway::console
