// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/navigator.h"

#include "base/text.h"
#include "console/state_painter.h"

#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

namespace slipway::console {

namespace {

constexpr int countRole = Qt::UserRole + 1;

//! The count stands right-aligned in the row.
class CountDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        // One plate over the whole row; the focus ring goes around it, not around the text.
        QStyleOptionViewItem row = option;
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
        row.state &= ~(QStyle::State_HasFocus | QStyle::State_Selected);
        row.rect.adjust(8, 0, 0, 0);
        QStyledItemDelegate::paint(painter, row, index);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(option.palette.color(QPalette::Link), 2));
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
        const int count = index.data(countRole).toInt();
        painter->save();
        painter->setFont(option.font);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText
                : count > 0                           ? QPalette::Text
                                                      : QPalette::PlaceholderText));
        painter->drawText(
            option.rect.adjusted(0, 0, -12, 0), Qt::AlignVCenter | Qt::AlignRight, QLocale().toString(count));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QSize hint = QStyledItemDelegate::sizeHint(option, index);
        hint.setHeight(std::max(30, option.fontMetrics.height() + 12));
        return hint;
    }
};

ShownState iconOf(RunViewKind view)
{
    switch (view) {
    case RunViewKind::NeedsYou: return ShownState::NeedsYou;
    case RunViewKind::Running: return ShownState::Running;
    case RunViewKind::Waiting: return ShownState::Waiting;
    case RunViewKind::Stuck: return ShownState::Stuck;
    case RunViewKind::Failed: return ShownState::Failed;
    case RunViewKind::Done: return ShownState::Done;
    case RunViewKind::All: return ShownState::Planned;
    }
    return ShownState::Unknown;
}

} // namespace

QString titleOf(RunViewKind view)
{
    switch (view) {
    case RunViewKind::NeedsYou: return Navigator::tr("Needs you");
    case RunViewKind::Running: return Navigator::tr("Running");
    case RunViewKind::Waiting: return Navigator::tr("Waiting");
    case RunViewKind::Stuck: return Navigator::tr("Stuck");
    case RunViewKind::Failed: return Navigator::tr("Failed");
    case RunViewKind::Done: return Navigator::tr("Done");
    case RunViewKind::All: return Navigator::tr("All runs");
    }
    return {};
}

Navigator::Navigator(RunListModel& runs, QWidget* parent)
    : QListWidget(parent)
    , m_runs(runs)
{
    setObjectName(u"navigator"_s);
    setAccessibleName(tr("Views"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new CountDelegate(this));
    setIconSize({16, 16});
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(120);
    for (const RunViewKind view : allRunViews) {
        auto* item = new QListWidgetItem(stateIcon(iconOf(view)), titleOf(view), this);
        item->setData(Qt::UserRole, int(view));
    }
    connect(this, &QListWidget::currentRowChanged, this, [this] { Q_EMIT viewChosen(chosen()); });
    // A burst of changes is counted once, after it.
    const auto later = [this] {
        if (!std::exchange(m_counting, true))
            QMetaObject::invokeMethod(this, &Navigator::count, Qt::QueuedConnection);
    };
    connect(&runs, &QAbstractItemModel::rowsInserted, this, later);
    connect(&runs, &QAbstractItemModel::dataChanged, this,
        [later](const QModelIndex&, const QModelIndex&, const QList<int>& roles) {
            if (roles.isEmpty())
                later();
        });
    count();
    setCurrentRow(int(RunViewKind::All));
}

void Navigator::choose(RunViewKind view) { setCurrentRow(int(view)); }

RunViewKind Navigator::chosen() const
{
    return currentItem() ? RunViewKind(currentItem()->data(Qt::UserRole).toInt()) : RunViewKind::All;
}

void Navigator::count()
{
    m_counting = false;
    QHash<int, int> counts;
    for (int row = 0; row < m_runs.rowCount(); ++row)
        for (const RunViewKind view : allRunViews)
            if (belongs(m_runs.stateAt(row), view))
                ++counts[int(view)];
    m_counts = counts;
    for (int row = 0; row < QListWidget::count(); ++row) {
        const int number = counts.value(row);
        item(row)->setData(countRole, number);
        item(row)->setData(Qt::AccessibleTextRole, tr("%1, %n run(s)", nullptr, number).arg(item(row)->text()));
    }
    Q_EMIT countsChanged();
}

} // namespace slipway::console
