// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/run_filter.h"

#include <QWidget>

class QAction;
class QTreeView;
class QLineEdit;
class QLabel;
class QPushButton;
class QStackedLayout;

namespace slipway::console {

//! The list of runs, and what stands in its place when there is none.
class RunListView : public QWidget {
    Q_OBJECT
public:
    explicit RunListView(RunListModel& runs, QWidget* parent = nullptr);

    void setView(RunViewKind view);
    void setSearch(const QString& words);
    void setMatches(const QSet<RunId>& runs);
    //! The search could not be made: said in place of the runs.
    void showSearchError(const Error& error);
    bool isSearching() const { return m_filter.isSearching(); }
    //! Whether the run stands in the list as it is filtered now.
    bool lists(const RunId& run) const;
    //! Before the first answer of the desk nothing is said to be missing.
    void setLoaded() { m_loaded = true, refreshEmpty(); }

    //! The run that the window shows: what is done to one run is done to it, so it is always a marked one while any is.
    RunId shown() const { return m_shown; }
    //! Of the rows that are marked, in the order in which they stand.
    QList<RunId> selected() const;
    int selectedCount() const { return m_selectedCount; }
    void select(const RunId& run);
    //! The next (+1) or previous (-1) run that needs a person, around the end.
    void selectNeedingYou(int by);

    QTreeView& table() { return *m_table; }

    //! Each shows or hides a column; the name stays. They are in the menu of the headings, too.
    QList<QAction*> columnActions() const { return m_columns; }
    //! After the headings were restored.
    void refreshColumns();

Q_SIGNALS:
    void runSelected(const slipway::RunId& run);
    void selectionChanged(); //!< of the marked rows
    void clearFilter();
    void clearSearch();
    void listed(); //!< which runs stand in the list may have changed
    void newService();

private:
    void makeColumnActions();
    QWidget* makeSearchStrip();
    void refreshEmpty();
    void refreshEmptyLater();
    void refreshShown();

    RunListModel& m_runs;
    RunFilter m_filter;
    QTreeView* m_table;
    QLabel* m_empty;
    QPushButton* m_emptyAct;
    QWidget* m_searchStrip;
    QStackedLayout* m_stack;
    bool m_loaded = false;
    bool m_isLeavingOut = false; //!< rows are being removed
    bool m_isToldLater = false; //!< of the rows that came or went
    int m_selectedCount = 0;
    RunId m_shown;
    std::optional<Error> m_searchError;
    QList<QAction*> m_columns; //!< in the order of the model's columns, from the second one
};

} // namespace slipway::console
