// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/run_filter.h"

namespace slipway::console {

RunFilter::RunFilter(RunListModel& runs, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_runs(runs)
{
    setSourceModel(&runs);
    setSortRole(RunListModel::SortRole);
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
    if (m_words.isEmpty())
        return true;
    const QString text = m_runs.index(row, 0).data(RunListModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(),
        [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool RunFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QVariant a = left.data(RunListModel::SortRole), b = right.data(RunListModel::SortRole);
    if (a != b)
        return a.typeId() == QMetaType::QString
            ? QString::localeAwareCompare(a.toString().toLower(), b.toString().toLower()) < 0
            : a.toLongLong() < b.toLongLong();
    const Timestamp x = m_runs.at(left.row()).startedAt, y = m_runs.at(right.row()).startedAt;
    return sortOrder() == Qt::AscendingOrder ? y < x : x < y;
}

} // namespace slipway::console
