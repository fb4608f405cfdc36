// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/run_list_view.h"

#include "base/text.h"
#include "console/labels.h"
#include "console/navigator.h"
#include "console/primary_button.h"
#include "console/quiet_view.h"
#include "console/row_delegate.h"
#include "console/safe_text.h"
#include "desk/error_text.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedLayout>
#include <QTreeView>

namespace slipway::console {

RunListView::RunListView(RunListModel& runs, QWidget* parent)
    : QWidget(parent)
    , m_runs(runs)
    , m_filter(runs)
    , m_table(new QuietView<QTreeView>)
    , m_empty(quietLabel())
    , m_emptyAct(new QPushButton)
    , m_searchStrip(makeSearchStrip())
    , m_stack(new QStackedLayout)
{
    m_table->setObjectName(u"runs"_s);
    m_table->setAccessibleName(tr("Runs"));
    // Told before the view is, which makes a neighbour of what goes its current row.
    connect(&m_filter, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_isLeavingOut = true; });
    m_table->setModel(&m_filter);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setSortingEnabled(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection); // several can be retried, cancelled, exported
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    QHeaderView* header = m_table->header();
    header->setSortIndicator(RunListModel::StateColumn, Qt::AscendingOrder);
    header->setStretchLastSection(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const std::array widths{170, 145, 150, 190, 250, 180};
    for (int column = 0; column < int(widths.size()); ++column)
        header->resizeSection(column, widths[size_t(column)]);
    header->setMinimumSectionSize(110); // what stretches would be left a few letters in a narrow window
    header->setSectionResizeMode(RunListModel::WaitingColumn, QHeaderView::Stretch);

    makeColumnActions();

    m_empty->setAlignment(Qt::AlignCenter);
    auto* empty = new QWidget;
    auto* column = new QVBoxLayout(empty);
    column->addStretch();
    column->addWidget(m_empty);
    column->addWidget(m_emptyAct, 0, Qt::AlignCenter);
    column->addStretch();
    m_stack->addWidget(m_table);
    m_stack->addWidget(empty);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_searchStrip);
    whole->addLayout(m_stack, 1);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &RunListView::refreshShown);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        m_selectedCount = int(m_table->selectionModel()->selectedRows().size());
        refreshShown();
        Q_EMIT selectionChanged();
    });
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &RunListView::refreshEmptyLater);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, [this] {
        m_isLeavingOut = false;
        // Nobody chose that neighbour: what is looked at stays, whether it is listed or not.
        if (!m_shown.isEmpty() && !lists(m_shown))
            m_table->selectionModel()->clearCurrentIndex();
        refreshShown();
        refreshEmptyLater();
    });
    connect(m_emptyAct, &QPushButton::clicked, this, [this] {
        if (m_runs.rowCount() > 0) // as its text says
            Q_EMIT clearFilter();
        else
            Q_EMIT newService();
    });
    refreshEmpty();
}

//! Beside a view's count a short list would be taken for all there is.
QWidget* RunListView::makeSearchStrip()
{
    auto* strip = new QWidget;
    strip->setObjectName(u"searchStrip"_s);
    auto* text = quietLabel(tr("Only the runs that the search finds are shown."));
    text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* clear = new QPushButton(tr("Clear the search"));
    clear->setObjectName(u"clearSearch"_s);
    clear->setAutoDefault(false);
    makeLink(clear);
    auto* line = new QHBoxLayout(strip);
    line->setContentsMargins(10, 2, 6, 2);
    line->addWidget(text, 1);
    line->addWidget(clear);
    connect(clear, &QPushButton::clicked, this, &RunListView::clearSearch);
    strip->hide();
    return strip;
}

void RunListView::makeColumnActions()
{
    QHeaderView* header = m_table->header();
    for (int column = 1; column < m_runs.columnCount(); ++column) {
        auto* action = new QAction(m_runs.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), this);
        action->setObjectName(u"column%1"_s.arg(column));
        action->setCheckable(true);
        action->setChecked(true);
        connect(
            action, &QAction::toggled, header, [header, column](bool on) { header->setSectionHidden(column, !on); });
        m_columns += action;
    }
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint& at) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions(m_columns);
        menu->popup(header->mapToGlobal(at));
    });
}

void RunListView::refreshColumns()
{
    for (int i = 0; i < m_columns.size(); ++i)
        m_columns[i]->setChecked(!m_table->header()->isSectionHidden(i + 1));
}

void RunListView::setView(RunViewKind view)
{
    m_filter.setView(view);
    refreshEmpty();
}

void RunListView::setSearch(const QString& words)
{
    m_searchError.reset();
    m_filter.setSearch(words);
    refreshEmpty();
}

void RunListView::setMatches(const QSet<RunId>& runs)
{
    m_searchError.reset();
    m_filter.setMatches(runs);
    refreshEmpty();
}

void RunListView::showSearchError(const Error& error)
{
    m_searchError = error;
    m_filter.setMatches({});
    refreshEmpty();
}

//! The current row is not always marked: Ctrl with a click takes the mark away, Ctrl with the arrows goes on without one.
void RunListView::refreshShown()
{
    if (m_isLeavingOut)
        return;
    const QItemSelectionModel& marked = *m_table->selectionModel();
    QModelIndex index = m_table->currentIndex();
    if (marked.hasSelection() && !marked.isSelected(index)) {
        const int row = m_runs.rowOf(m_shown);
        index = row < 0 ? QModelIndex() : m_filter.mapFromSource(m_runs.index(row, 0));
        if (!index.isValid() || !marked.isSelected(index))
            index = marked.selection().first().topLeft();
    }
    const RunId shown(index.data(RunListModel::RunIdRole).toString());
    if (shown == m_shown)
        return;
    m_shown = shown;
    Q_EMIT runSelected(m_shown);
}

QList<RunId> RunListView::selected() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<RunId> runs;
    for (const QModelIndex& row : std::as_const(rows))
        runs += RunId(row.data(RunListModel::RunIdRole).toString());
    return runs;
}

void RunListView::select(const RunId& run)
{
    const int row = m_runs.rowOf(run);
    const QModelIndex index = row < 0 ? QModelIndex() : m_filter.mapFromSource(m_runs.index(row, 0));
    if (!index.isValid())
        return;
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
}

void RunListView::selectNeedingYou(int by)
{
    const int rows = m_filter.rowCount();
    const int start = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : (by > 0 ? -1 : rows);
    for (int i = 1; i <= rows; ++i) {
        const int row = ((start + by * i) % rows + rows) % rows;
        const auto state = ShownState(m_filter.index(row, 0).data(RunListModel::StateRole).toInt());
        if (state == ShownState::NeedsYou || state == ShownState::Stuck || state == ShownState::Failed) {
            m_table->setCurrentIndex(m_filter.index(row, 0));
            return;
        }
    }
}

bool RunListView::lists(const RunId& run) const
{
    const int row = m_runs.rowOf(run);
    return row >= 0 && m_filter.mapFromSource(m_runs.index(row, 0)).isValid();
}

//! A search takes rows out in a hundred stretches; the table is laid out once for all of them.
void RunListView::refreshEmptyLater()
{
    if (!std::exchange(m_isToldLater, true))
        QMetaObject::invokeMethod(this, &RunListView::refreshEmpty, Qt::QueuedConnection);
}

void RunListView::refreshEmpty()
{
    m_isToldLater = false;
    m_searchStrip->setVisible(m_filter.isSearching() && m_filter.rowCount() > 0);
    Q_EMIT listed();
    if (m_filter.rowCount() > 0 || !m_loaded) {
        m_stack->setCurrentIndex(0);
        return;
    }
    m_empty->setWordWrap(true);
    const bool filtered = m_filter.isSearching() || m_filter.view() != RunViewKind::All;
    if (m_runs.rowCount() == 0)
        m_empty->setText(tr("No service has been started yet. Each one you create appears here, step by step."));
    else if (m_searchError) {
        const desk::ErrorText words = desk::describe(*m_searchError);
        m_empty->setText(safeText(
            QStringList{words.what, words.why, words.remedy}.filter(QRegularExpression(u"."_s)).join(u'\n'), 600));
    } else if (m_filter.isSearching())
        m_empty->setText(m_filter.view() == RunViewKind::All
                ? tr("No run matches.")
                : tr("No run in the view “%1” matches.").arg(titleOf(m_filter.view())));
    else if (m_filter.view() == RunViewKind::NeedsYou)
        m_empty->setText(tr("Nothing needs you."));
    else
        m_empty->setText(tr("No run is in the view “%1”.").arg(titleOf(m_filter.view())));
    m_emptyAct->setText(m_runs.rowCount() == 0 ? tr("New service") : tr("Show all runs"));
    m_emptyAct->setVisible(m_runs.rowCount() == 0 || filtered);
    m_stack->setCurrentIndex(1);
}

} // namespace slipway::console
