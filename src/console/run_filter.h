// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/run_list_model.h"

#include <QSet>
#include <QSortFilterProxyModel>

namespace slipway::console {

//! The runs of one view that match the search words, sorted. Equal keys: the newest start first.
class RunFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit RunFilter(RunListModel& runs, QObject* parent = nullptr);

    void setView(RunViewKind view);
    RunViewKind view() const { return m_view; }
    //! Words that must occur in what the list shows; ends setMatches().
    void setSearch(const QString& words);
    //! These runs only: what a search elsewhere has found.
    void setMatches(const QSet<RunId>& runs);
    bool isSearching() const { return !m_words.isEmpty() || m_matches; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    RunListModel& m_runs;
    RunViewKind m_view = RunViewKind::All;
    QStringList m_words;
    QList<QStringMatcher> m_matchers; //!< of the words
    std::optional<QSet<RunId>> m_matches;
};

} // namespace slipway::console
