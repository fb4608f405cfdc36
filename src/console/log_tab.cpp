// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/log_tab.h"

#include "base/text.h"
#include "base/when_done.h"
#include "console/labels.h"
#include "console/row_delegate.h"
#include "console/safe_text.h"
#include "console/wording.h"
#include "desk/error_text.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace slipway::console {

EventModel::EventModel(QObject* parent)
    : QAbstractTableModel(parent)
{ }

void EventModel::clear()
{
    if (m_events.empty())
        return;
    beginResetModel();
    m_events.clear();
    endResetModel();
}

void EventModel::append(const Events& events)
{
    Events fresh;
    for (const Event& event : events)
        if (event.sequence > lastSequence() && (fresh.empty() || event.sequence > fresh.back().sequence))
            fresh.push_back(event);
    if (fresh.empty())
        return;
    const int first = int(m_events.size());
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    m_events.insert(m_events.end(), fresh.begin(), fresh.end());
    endInsertRows();
}

int EventModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_events.size()); }

int EventModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QVariant EventModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Event& event = m_events[size_t(index.row())];
    if (role == StepRole)
        return event.step.text();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case TimeColumn: return dateTimeText(event.at);
    case WhoColumn: return event.actor == u"engine" ? tr("Slipway") : safeLine(event.actor, 60);
    case StepColumn: {
        const StepDefinition* step = m_workflow ? m_workflow->step(event.step) : nullptr;
        return step ? tr("%1: %2", "lane, step").arg(safeLine(step->lane, 60), safeLine(step->title, 80))
                    : event.step.text();
    }
    case TextColumn: return safeLine(desk::describe(event), 400);
    }
    return {};
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn: return tr("Time");
    case WhoColumn: return tr("Who");
    case StepColumn: return tr("Step");
    case TextColumn: return tr("What happened");
    }
    return {};
}

LogTab::LogTab(desk::Desk& desk, Clock&, QWidget* parent)
    : InspectorTab(parent)
    , m_desk(desk)
    , m_filter(new QSortFilterProxyModel(this))
    , m_table(new QTreeView)
    , m_onlyStep(new QCheckBox(tr("Only the chosen step")))
{
    m_filter->setSourceModel(&m_model);
    m_filter->setFilterRole(EventModel::StepRole);
    m_filter->setFilterKeyColumn(0);
    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("Log"));
    m_table->setRootIsDecorated(false);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->header()->resizeSection(EventModel::TimeColumn, 165);
    m_table->header()->resizeSection(EventModel::WhoColumn, 90);
    m_table->header()->resizeSection(EventModel::StepColumn, 250);
    auto* copy = new QPushButton(tr("Copy log"));
    auto* line = new QHBoxLayout;
    line->setContentsMargins(10, 4, 8, 4);
    line->addWidget(m_onlyStep);
    line->addStretch();
    line->addWidget(copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_table, 1);

    connect(m_onlyStep, &QCheckBox::toggled, this,
        [this] { m_filter->setFilterFixedString(m_onlyStep->isChecked() ? m_step.text() : QString()); });
    connect(copy, &QPushButton::clicked, this, [this] {
        QStringList lines;
        for (int row = 0; row < m_filter->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < m_filter->columnCount(); ++column)
                cells += m_filter->index(row, column).data().toString();
            lines += cells.join(u'\t');
        }
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    });
}

QString LogTab::title() const { return tr("Log"); }

void LogTab::clear()
{
    m_run = RunId();
    m_model.clear();
}

void LogTab::showRun(const desk::RunView& view, const StepRun* step)
{
    if (view.run.id != m_run) {
        m_model.clear();
        m_run = view.run.id;
    }
    m_model.setWorkflow(view.run.workflow);
    m_step = step ? step->id : StepId();
    if (m_onlyStep->isChecked())
        m_filter->setFilterFixedString(m_step.text());
    m_wanted = view.run.sequence;
    if (isVisible())
        load();
}

void LogTab::showEvent(QShowEvent* event)
{
    InspectorTab::showEvent(event);
    load();
}

void LogTab::load()
{
    if (m_loading || m_run.isEmpty() || m_model.lastSequence() >= m_wanted)
        return;
    m_loading = true;
    whenDone(m_desk.events(m_run, m_model.lastSequence()), this, [this, run = m_run](const Result<Events>& events) {
        m_loading = false;
        if (run != m_run) {
            load();
            return;
        }
        if (!events)
            return; // the window's notice says what is wrong with the store
        const QScrollBar* bar = m_table->verticalScrollBar();
        const bool atEnd = bar->value() == bar->maximum();
        m_model.append(*events);
        if (atEnd)
            m_table->scrollToBottom();
        if (!events->empty())
            load();
    });
}

} // namespace slipway::console
