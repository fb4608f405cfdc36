// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/navigator.h"

#include "base/text.h"
#include "console/icons.h"
#include "console/safe_text.h"
#include "console/state_painter.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>

namespace slipway::console {

namespace {

constexpr int countRole = Qt::UserRole + 1;
constexpr int lineRole = Qt::UserRole + 2;

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
        row.rect = QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(8, 0, 0, 0));
        QStyledItemDelegate::paint(painter, row, index);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(option.palette.color(QPalette::Link), 2));
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
        if (!index.data(countRole).isValid())
            return;
        const int count = index.data(countRole).toInt();
        painter->save();
        painter->setFont(option.font);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText
                : count > 0                           ? QPalette::Text
                                                      : QPalette::PlaceholderText));
        painter->drawText(QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(0, 0, -12, 0)),
            int(QStyle::visualAlignment(option.direction, Qt::AlignVCenter | Qt::AlignRight)),
            QLocale().toString(count));
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
    case RunViewKind::Stopped: return ShownState::Cancelled;
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
    case RunViewKind::Stopped: return Navigator::tr("Cancelled, undone");
    case RunViewKind::All: return Navigator::tr("All runs");
    }
    return {};
}

Navigator::Navigator(RunListModel& runs, SavedViews& saved, QWidget* parent)
    : QListWidget(parent)
    , m_runs(runs)
    , m_saved(saved)
{
    setObjectName(u"navigator"_s);
    setAccessibleName(tr("Views"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new CountDelegate(this));
    setIconSize({16, 16});
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(120);
    setContextMenuPolicy(Qt::CustomContextMenu);
    rebuild();
    connect(this, &QListWidget::currentItemChanged, this, &Navigator::take);
    connect(this, &QListWidget::itemClicked, this, &Navigator::act);
    connect(this, &QListWidget::itemActivated, this, &Navigator::act);
    connect(this, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        if (const QListWidgetItem* item = itemAt(at); item && Line(item->data(lineRole).toInt()) == Line::Saved)
            Q_EMIT savedViewMenuWanted(at);
    });
    connect(&saved, &SavedViews::changed, this, &Navigator::rebuild);
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
}

QListWidgetItem* Navigator::add(Line line, const QString& text, const QVariant& data)
{
    auto* item = new QListWidgetItem(text, this);
    item->setData(lineRole, int(line));
    item->setData(Qt::UserRole, data);
    if (line == Line::Header || line == Line::Quiet)
        item->setFlags(Qt::NoItemFlags);
    if (line == Line::Header) {
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() * 0.85);
        small.setCapitalization(QFont::AllUppercase);
        item->setFont(small);
    }
    return item;
}

void Navigator::rebuild()
{
    m_rebuilding = true;
    clear();
    for (const RunViewKind view : allRunViews)
        add(Line::View, titleOf(view), int(view))->setIcon(stateIcon(iconOf(view)));
    add(Line::Header, tr("Saved"));
    for (const SavedView& view : m_saved.all()) {
        QListWidgetItem* item = add(Line::Saved, safeLine(view.name, 60), view.name);
        item->setIcon(icon(u"search"_s));
        const QString what = view.search.isEmpty() ? titleOf(view.kind)
                                                   : tr("%1: %2", "view, search").arg(titleOf(view.kind), view.search);
        item->setToolTip(safeLine(what));
        item->setData(Qt::AccessibleTextRole, tr("%1, saved view, %2").arg(item->text(), safeLine(what)));
    }
    QListWidgetItem* save = add(Line::Save, tr("Save this view…"));
    save->setIcon(icon(u"new"_s));
    save->setToolTip(tr("Keep the view and what is searched for under a name"));
    add(Line::Header, tr("Drafts"));
    for (const DraftLine& draft : std::as_const(m_drafts)) {
        QListWidgetItem* item = add(Line::Draft, safeLine(draft.title, 60), draft.workflow);
        item->setIcon(icon(u"note"_s));
        item->setToolTip(safeText(draft.detail));
        item->setData(Qt::AccessibleTextRole, tr("%1, draft, %2").arg(item->text(), safeLine(draft.detail)));
    }
    if (m_drafts.isEmpty())
        add(Line::Quiet, tr("No form is half filled."));
    if (!m_chosenSaved.isEmpty() && !m_saved.named(m_chosenSaved))
        m_chosenSaved.clear();
    for (int row = 0; row < QListWidget::count(); ++row) {
        const Line line = Line(item(row)->data(lineRole).toInt());
        if (m_chosenSaved.isEmpty() ? line == Line::View && item(row)->data(Qt::UserRole).toInt() == int(m_chosen)
                                    : line == Line::Saved && item(row)->data(Qt::UserRole).toString() == m_chosenSaved)
            setCurrentRow(row);
    }
    m_rebuilding = false;
    count();
}

void Navigator::setDrafts(const QList<DraftLine>& drafts)
{
    if (drafts == m_drafts)
        return;
    m_drafts = drafts;
    rebuild();
}

void Navigator::choose(RunViewKind view)
{
    if (currentRow() == int(view) && m_chosenSaved.isEmpty())
        return;
    setCurrentRow(int(view));
}

void Navigator::chooseSaved(const QString& name)
{
    for (int row = 0; row < QListWidget::count(); ++row)
        if (Line(item(row)->data(lineRole).toInt()) == Line::Saved && item(row)->data(Qt::UserRole).toString() == name)
            setCurrentRow(row);
}

//! Saving and drafts wait for a click or Enter: passing them with the arrow keys does nothing.
void Navigator::take(QListWidgetItem* item)
{
    if (!item || m_rebuilding)
        return;
    switch (Line(item->data(lineRole).toInt())) {
    case Line::View:
        m_chosen = RunViewKind(item->data(Qt::UserRole).toInt());
        m_chosenSaved.clear();
        Q_EMIT viewChosen(m_chosen);
        return;
    case Line::Saved:
        m_chosenSaved = item->data(Qt::UserRole).toString();
        if (const SavedView* view = m_saved.named(m_chosenSaved))
            m_chosen = view->kind;
        Q_EMIT savedViewChosen(QString(m_chosenSaved));
        return;
    case Line::Save:
    case Line::Draft:
    case Line::Header:
    case Line::Quiet: return;
    }
}

void Navigator::act(QListWidgetItem* item)
{
    const Line line = Line(item->data(lineRole).toInt());
    if (QApplication::activeModalWidget())
        return; // the second click of two
    if (line == Line::Save)
        Q_EMIT saveWanted();
    else if (line == Line::Draft)
        Q_EMIT draftWanted(item->data(Qt::UserRole).toString());
    else if (line == Line::Saved && item->data(Qt::UserRole).toString() == m_chosenSaved)
        Q_EMIT savedViewChosen(QString(m_chosenSaved)); // once more: what was typed over it goes
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
    for (int row = 0; row < int(allRunViews.size()); ++row) {
        const int number = counts.value(row);
        item(row)->setData(countRole, number);
        item(row)->setData(Qt::AccessibleTextRole, tr("%1, %n run(s)", nullptr, number).arg(item(row)->text()));
    }
    Q_EMIT countsChanged();
}

} // namespace slipway::console
