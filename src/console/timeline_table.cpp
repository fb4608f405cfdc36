// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/timeline_table.h"

#include "base/text.h"
#include "console/copying.h"
#include "console/dialog_buttons.h"
#include "console/row_delegate.h"
#include "console/safe_text.h"
#include "console/state_painter.h"
#include "console/time_window.h"
#include "console/wording.h"
#include "workflow/titles.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace slipway::console {

TimelineTable::TimelineTable(const TimelineModel& timeline, const TimeWindow& window, QWidget* parent)
    : QDialog(parent)
    , m_timeline(timeline)
    , m_window(window)
    , m_table(new QStandardItemModel(0, ColumnCount, this))
{
    setObjectName(u"timelineTable"_s);
    m_table->setHorizontalHeaderLabels({tr("Repository"), tr("Step"), tr("State"), tr("Started"), tr("Ended"),
        tr("Length"), tr("Usually"), tr("Long is over"), tr("Attempts"), tr("Needs")});
    for (int column = 0; column < m_table->columnCount(); ++column)
        m_table->horizontalHeaderItem(column)->setToolTip(m_table->horizontalHeaderItem(column)->text());
    auto* view = new QTreeView;
    view->setModel(m_table);
    view->setAccessibleName(tr("Timeline as a table"));
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setAllColumnsShowFocus(true);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setItemDelegate(new RowDelegate(view));
    view->setFrameShape(QFrame::NoFrame);
    makeCopyable(view);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* copy = buttons->addButton(tr("Copy all"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(tableText(*m_table)); });
    letTabReachAll(*buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(view, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 8, 12, 10);
    foot->addWidget(buttons);
    column->addLayout(foot);

    fill();
    for (const auto& [section, width] :
        {std::pair(LaneColumn, 145), std::pair(StepColumn, 165), std::pair(StateColumn, 165),
            std::pair(StartColumn, 145), std::pair(EndColumn, 145), std::pair(LengthColumn, 70),
            std::pair(UsualColumn, 70), std::pair(LongColumn, 85), std::pair(AttemptsColumn, 70)})
        view->header()->resizeSection(section, width);
    resize(1240, 560);
    connect(&timeline, &QAbstractItemModel::dataChanged, this, &TimelineTable::fill);
    connect(&timeline, &QAbstractItemModel::modelReset, this, &TimelineTable::fill);
    connect(&window, &TimeWindow::changed, this, &TimelineTable::fill);
}

void TimelineTable::fill()
{
    const desk::RunView* view = m_timeline.view();
    setWindowTitle(view ? tr("Timeline of %1").arg(safeLine(view->run.subject, 80)) : tr("Timeline"));
    int row = 0;
    const auto put = [this](int at, int column, const QString& text) {
        // Cells change in place, so that a screen reader stays where it reads.
        if (!m_table->item(at, column))
            m_table->setItem(at, column, new QStandardItem);
        if (m_table->item(at, column)->text() != text)
            m_table->item(at, column)->setText(text);
    };
    const auto lanes = view ? laneTitles(view->run) : decltype(laneTitles(view->run))();
    for (int lane = 0; view && lane < m_timeline.rowCount(); ++lane) {
        const QModelIndex parent = m_timeline.index(lane, 0);
        for (int i = 0; i < m_timeline.rowCount(parent); ++i, ++row) {
            const QModelIndex index = m_timeline.index(i, 0, parent);
            const StepRun& step = view->run.steps[m_timeline.stepAt(index)];
            const StepDefinition& definition = *view->run.workflow->step(step.id);
            const bool utc = m_window.isUtc();
            put(row, LaneColumn, parent.data().toString());
            put(row, StepColumn, index.data().toString());
            put(row, StateColumn, index.siblingAtColumn(TimelineModel::StateColumn).data().toString());
            m_table->item(row, StateColumn)
                ->setIcon(stateIcon(ShownState(index.data(TimelineModel::StateRole).toInt())));
            put(row, StartColumn, step.startedAt ? fullTimeText(*step.startedAt, utc) : QString());
            put(row, EndColumn, step.endedAt ? fullTimeText(*step.endedAt, utc) : QString());
            put(row, LengthColumn,
                step.startedAt ? durationText(step.endedAt.value_or(m_timeline.moment()) - *step.startedAt)
                               : QString());
            const auto usual = view->usual.constFind(step.id);
            const bool known = usual != view->usual.constEnd();
            put(row, UsualColumn, known ? durationText(usual->median) : QString());
            put(row, LongColumn, known ? durationText(usual->p90) : QString());
            put(row, AttemptsColumn, step.attempts.isEmpty() ? QString() : QString::number(step.attempts.size()));
            QStringList needs;
            for (const StepId& need : definition.needs)
                if (const StepDefinition* other = view->run.workflow->step(need))
                    needs += tr("%1: %2", "lane, step")
                                 .arg(safeLine(lanes.value(other->lane, other->lane), 60), safeLine(other->title, 80));
            put(row, NeedsColumn, needs.join(u"; "_s));
        }
    }
    if (m_table->rowCount() > row)
        m_table->removeRows(row, m_table->rowCount() - row);
}

} // namespace slipway::console
