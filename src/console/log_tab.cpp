// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/log_tab.h"

#include "base/text.h"
#include "console/copying.h"
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
    if (role == SequenceRole)
        return event.sequence;
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

void EventFilter::show(const QString& step, qint64 until)
{
    if (step == m_step && until == m_until)
        return;
    m_step = step;
    m_until = until;
    invalidateFilter();
}

bool EventFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return index.data(EventModel::SequenceRole).toLongLong() <= m_until
        && (m_step.isEmpty() || index.data(EventModel::StepRole).toString() == m_step);
}

LogTab::LogTab(RunStory& story, QWidget* parent)
    : InspectorTab(parent)
    , m_story(story)
    , m_filter(new EventFilter(this))
    , m_table(new QTreeView)
    , m_onlyStep(new QCheckBox(tr("Only the chosen step")))
{
    m_filter->setSourceModel(&m_model);
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

    makeCopyable(m_table);
    connect(m_onlyStep, &QCheckBox::toggled, this, &LogTab::filter);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(tableText(*m_filter)); });
    connect(&story, &RunStory::forgotten, this, [this] { m_model.clear(); });
    connect(&story, &RunStory::appended, this, [this](const Events& events) {
        const QScrollBar* bar = m_table->verticalScrollBar();
        const bool atEnd = bar->value() == bar->maximum();
        m_model.append(events);
        if (atEnd)
            m_table->scrollToBottom();
    });
}

QString LogTab::title() const { return tr("Log"); }

void LogTab::clear() { m_model.clear(); }

void LogTab::filter() { m_filter->show(m_onlyStep->isChecked() ? m_step.text() : QString(), m_story.until()); }

void LogTab::showRun(const desk::RunView& view, const StepRun* step)
{
    m_model.setWorkflow(view.run.workflow);
    m_step = step ? step->id : StepId();
    filter();
    if (isVisible())
        m_story.load();
}

void LogTab::showEvent(QShowEvent* event)
{
    InspectorTab::showEvent(event);
    m_story.load();
}

} // namespace slipway::console
