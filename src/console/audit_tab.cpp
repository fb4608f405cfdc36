// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/audit_tab.h"

#include "base/text.h"
#include "console/copying.h"
#include "console/labels.h"
#include "console/row_delegate.h"
#include "console/safe_text.h"
#include "console/wording.h"
#include "desk/error_text.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QTreeView>

namespace slipway::console {

namespace {

//! Of a run in the past, only the acts that had been done by then.
class ActsUntil : public QSortFilterProxyModel {
public:
    ActsUntil(const RunStory& story, QObject* parent)
        : QSortFilterProxyModel(parent)
        , m_story(story)
    { }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override
    {
        return sourceModel()->index(row, 0, parent).data(AuditModel::SequenceRole).toLongLong() <= m_story.until();
    }

private:
    const RunStory& m_story;
};

} // namespace

bool AuditModel::isAct(const Event& event) { return !event.actor.isEmpty() && event.actor != u"engine"; }

void AuditModel::clear()
{
    beginResetModel();
    m_acts.clear();
    endResetModel();
}

void AuditModel::append(const Events& events)
{
    Events acts;
    for (const Event& event : events)
        if (isAct(event))
            acts.push_back(event);
    if (acts.empty())
        return;
    const int first = int(m_acts.size());
    beginInsertRows({}, first, first + int(acts.size()) - 1);
    m_acts.insert(m_acts.end(), acts.begin(), acts.end());
    endInsertRows();
}

int AuditModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_acts.size()); }

int AuditModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QVariant AuditModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Event& event = m_acts[size_t(index.row())];
    if (role == SequenceRole)
        return event.sequence;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case TimeColumn: return dateTimeText(event.at);
    case WhoColumn: return safeLine(event.actor, 60);
    case ActColumn: {
        Event act = event; // the reason has a column of its own
        if (act.data.is_object())
            act.data.erase("reason");
        const QString text = safeLine(desk::describe(act), 300);
        if (event.type != EventType::StepAdvanced)
            return text;
        const Json& verified = memberAt(event.data, "verified");
        return verified.is_boolean() && verified.get<bool>() ? tr("%1 (checked against GitHub)").arg(text)
                                                             : tr("%1 (not checked against GitHub)").arg(text);
    }
    case StepColumn: {
        const StepDefinition* step = m_workflow ? m_workflow->step(event.step) : nullptr;
        return step ? tr("%1: %2", "lane, step").arg(safeLine(step->lane, 60), safeLine(step->title, 80))
                    : event.step.text();
    }
    case ReasonColumn: return safeLine(textAt(event.data, "reason"), 400);
    }
    return {};
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn: return tr("Time");
    case WhoColumn: return tr("Who");
    case ActColumn: return tr("What");
    case StepColumn: return tr("Step");
    case ReasonColumn: return tr("Why");
    }
    return {};
}

AuditTab::AuditTab(RunStory& story, QWidget* parent)
    : InspectorTab(parent)
    , m_story(story)
    , m_filter(new ActsUntil(story, this))
    , m_table(new QTreeView)
    , m_nothing(quietLabel())
    , m_stack(new QStackedLayout)
{
    m_filter->setSourceModel(&m_model);
    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("Audit"));
    m_table->setRootIsDecorated(false);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->header()->resizeSection(AuditModel::TimeColumn, 165);
    m_table->header()->resizeSection(AuditModel::WhoColumn, 90);
    m_table->header()->resizeSection(AuditModel::ActColumn, 330);
    m_table->header()->resizeSection(AuditModel::StepColumn, 220);
    makeCopyable(m_table);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_table);
    setLayout(m_stack);
    connect(&story, &RunStory::forgotten, this, [this] { m_model.clear(); });
    connect(&story, &RunStory::appended, this, [this](const Events& events) {
        m_model.append(events);
        refresh();
    });
    clear();
}

QString AuditTab::title() const
{
    const int acts = m_filter->rowCount();
    return acts > 0 ? tr("Audit %1").arg(acts) : tr("Audit");
}

void AuditTab::clear()
{
    m_model.clear();
    m_nothing->setText(tr("What people did to the run appears here: who, when, what and why."));
    m_stack->setCurrentIndex(0);
}

void AuditTab::refresh()
{
    m_filter->invalidate();
    m_stack->setCurrentIndex(m_filter->rowCount() > 0 ? 1 : 0);
    Q_EMIT titleChanged();
}

void AuditTab::showRun(const desk::RunView& view, const StepRun*)
{
    m_model.setWorkflow(view.run.workflow);
    m_story.load(); // its count stands in the tab, so it is read even while another page is seen
    refresh();
}

void AuditTab::showEvent(QShowEvent* event)
{
    InspectorTab::showEvent(event);
    m_story.load();
}

} // namespace slipway::console
