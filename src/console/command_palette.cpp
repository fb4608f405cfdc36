// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/command_palette.h"

#include "base/text.h"
#include "console/fuzzy_match.h"
#include "console/labels.h"
#include "console/row_delegate.h"
#include "console/safe_text.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace slipway::console {

namespace {

constexpr int mostEntries = 60;
constexpr int moreRole = Qt::UserRole + 1;

//! What it is stands at the right in the softer colour; an entry that cannot be done keeps its place, in that colour.
class EntryDelegate : public RowDelegate {
public:
    using RowDelegate::RowDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QString more = index.data(moreRole).toString();
        QStyleOptionViewItem row = option;
        row.state &= ~QStyle::State_HasFocus;
        const int width = std::min(option.fontMetrics.horizontalAdvance(more) + 20, option.rect.width() / 2);
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
        const auto side = [&option](
                              const QRect& part) { return QStyle::visualRect(option.direction, option.rect, part); };
        row.rect = side(option.rect.adjusted(0, 0, -width, 0));
        RowDelegate::paint(painter, row, index);
        painter->save();
        painter->setFont(option.font);
        painter->setPen(option.palette.color(
            option.state.testFlag(QStyle::State_Selected) ? QPalette::HighlightedText : QPalette::PlaceholderText));
        const QRect place = side(option.rect.adjusted(option.rect.width() - width, 0, -8, 0));
        painter->drawText(place, int(QStyle::visualAlignment(option.direction, Qt::AlignVCenter | Qt::AlignRight)),
            option.fontMetrics.elidedText(more, Qt::ElideRight, place.width()));
        painter->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(QList<PaletteEntry> entries, QWidget* parent)
    : QDialog(parent)
    , m_entries(std::move(entries))
    , m_field(new QLineEdit)
    , m_list(new QListWidget)
    , m_hint(quietLabel())
{
    setObjectName(u"palette"_s);
    setWindowTitle(tr("Command palette"));
    m_field->setObjectName(u"paletteField"_s);
    m_field->setAccessibleName(tr("Find a run, a repository, a pull request or an action"));
    m_field->setPlaceholderText(tr("Run, repository, #pull request or action"));
    makeClearable(*m_field);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Found"));
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setIconSize({16, 16});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::ClickFocus); // the keys go from the field to the list
    m_hint->setObjectName(u"paletteHint"_s);
    m_hint->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_hint);
    resize(640, 420);
    m_field->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_found.clear();
        refresh();
        Q_EMIT typedChanged(typed());
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &CommandPalette::explain);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    refresh();
}

QString CommandPalette::typed() const { return m_field->text().simplified(); }

void CommandPalette::take(const QString& typed, const QList<PaletteEntry>& found)
{
    if (typed != this->typed())
        return; // a late answer
    m_found = found;
    refresh();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            run();
            return true;
        }
        if (watched == m_field
            && (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp)) {
            const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : key == Qt::Key_PageDown ? 10 : -10;
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, std::max(0, m_list->count() - 1)));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::refresh()
{
    struct Hit {
        int score;
        const PaletteEntry* entry;
    };
    std::vector<Hit> hits;
    const QString wanted = typed();
    for (const PaletteEntry& entry : std::as_const(m_entries)) {
        // What it is counts less than what it is called.
        if (const auto score = fuzzyScore(wanted, entry.text))
            hits.push_back({*score + (entry.whyNot.isEmpty() ? 0 : -40), &entry});
        else if (const auto beside = fuzzyScore(wanted, entry.text + u' ' + entry.more))
            hits.push_back({*beside - 200, &entry});
    }
    // With nothing typed the order of the menus is the one that is known.
    if (!wanted.isEmpty())
        std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.score > b.score; });
    QList<PaletteEntry> shown;
    for (const Hit& hit : hits)
        if (shown.size() < mostEntries)
            shown += *hit.entry;
    for (const PaletteEntry& entry : std::as_const(m_found))
        if (std::none_of(shown.begin(), shown.end(), [&](const auto& other) { return other.text == entry.text; }))
            shown += entry;
    m_shown = shown;
    m_list->clear();
    QPixmap empty(16, 16); // texts stand below each other, with an icon or without
    empty.fill(Qt::transparent);
    const QIcon blank(empty);
    for (const PaletteEntry& entry : std::as_const(m_shown)) {
        auto* item = new QListWidgetItem(entry.icon.isNull() ? blank : entry.icon, safeLine(entry.text, 160), m_list);
        item->setData(moreRole, safeLine(entry.more, 80));
        QString name = tr("%1, %2", "entry, what it is").arg(item->text(), safeLine(entry.more, 80));
        if (!entry.whyNot.isEmpty()) {
            item->setForeground(palette().color(QPalette::PlaceholderText));
            name = tr("%1, not now: %2").arg(name, safeLine(entry.whyNot));
        }
        item->setData(Qt::AccessibleTextRole, name);
        item->setToolTip(safeText(entry.whyNot));
    }
    m_list->setCurrentRow(0);
    explain();
}

void CommandPalette::explain()
{
    const int row = m_list->currentRow();
    if (m_shown.isEmpty())
        m_hint->setText(tr("Nothing is called that. Ctrl+Shift+F searches errors, logs and notes, too."));
    else if (row >= 0 && row < m_shown.size() && !m_shown[row].whyNot.isEmpty())
        m_hint->setText(tr("Not now: %1").arg(safeLine(m_shown[row].whyNot)));
    else
        m_hint->setText(tr("Enter does it, Esc closes, the arrow keys choose."));
}

void CommandPalette::run()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_shown.size() || !m_shown[row].whyNot.isEmpty())
        return; // the reason stands below
    const auto act = m_shown[row].act;
    accept();
    if (act) // when this dialog is gone: the act may open another one
        QTimer::singleShot(0, parentWidget() ? static_cast<QObject*>(parentWidget()) : this, act);
}

} // namespace slipway::console
