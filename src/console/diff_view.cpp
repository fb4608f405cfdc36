// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/diff_view.h"

#include "base/text.h"
#include "console/diff_text.h"
#include "console/labels.h"
#include "console/safe_text.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>

namespace slipway::console {

namespace {

constexpr qsizetype mostDiffShown = 200'000;
const QString besideKey = QStringLiteral("diff/sideBySide");

QToolButton* barButton(const QString& name, const QString& text, const QString& tip)
{
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMinimumSize(24, 24);
    return button;
}

} // namespace

DiffView::DiffView(QWidget* parent)
    : QWidget(parent)
    , m_bar(new QWidget)
    , m_beside(barButton(u"sideBySide"_s, tr("Side by side"), tr("Before at one side, after at the other")))
    , m_previous(barButton(u"previousChange"_s, tr("Previous change"), tr("Go to the change before (Alt+Up)")))
    , m_next(barButton(u"nextChange"_s, tr("Next change"), tr("Go to the change after (Alt+Down)")))
    , m_place(quietLabel())
    , m_unified(new DiffText(DiffText::Side::Both, tr("Changes of the file")))
    , m_before(new DiffText(DiffText::Side::Before, tr("The file before")))
    , m_after(new DiffText(DiffText::Side::After, tr("The file after")))
    , m_stack(new QStackedLayout)
{
    m_unified->setObjectName(u"unified"_s);
    m_before->setObjectName(u"before"_s);
    m_after->setObjectName(u"after"_s);
    m_place->setObjectName(u"changePlace"_s);
    m_beside->setCheckable(true);
    m_beside->setAutoRaise(false); // words alone would not look like a button
    m_previous->setArrowType(Qt::UpArrow);
    m_next->setArrowType(Qt::DownArrow);
    auto* bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(10, 2, 8, 2);
    bar->setSpacing(4);
    bar->addWidget(m_previous);
    bar->addWidget(m_next);
    bar->addWidget(m_place, 1);
    bar->addWidget(m_beside);

    auto* sides = new QSplitter(Qt::Horizontal);
    sides->setChildrenCollapsible(false);
    sides->addWidget(m_before);
    sides->addWidget(m_after);
    auto* place = new QWidget;
    place->setLayout(m_stack);
    m_stack->addWidget(m_unified);
    m_stack->addWidget(sides);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(place, 1);

    const auto together = [](QScrollBar* one, QScrollBar* other) {
        connect(one, &QScrollBar::valueChanged, other, &QScrollBar::setValue);
        connect(other, &QScrollBar::valueChanged, one, &QScrollBar::setValue);
    };
    together(m_before->verticalScrollBar(), m_after->verticalScrollBar());
    together(m_before->horizontalScrollBar(), m_after->horizontalScrollBar());
    connect(m_beside, &QToolButton::toggled, this, &DiffView::setSideBySide);
    connect(m_previous, &QToolButton::clicked, this, [this] { goToChange(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { goToChange(+1); });
    for (DiffText* text : {m_unified, m_before, m_after})
        connect(text, &QPlainTextEdit::cursorPositionChanged, this, &DiffView::refresh);
    const auto key = [this](Qt::Key name, int by) {
        auto* shortcut = new QShortcut(QKeySequence(QKeyCombination(Qt::AltModifier, name)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by] { goToChange(by); });
    };
    key(Qt::Key_Down, +1);
    key(Qt::Key_Up, -1);
    showText({});
}

void DiffView::showDiff(const QString& diff)
{
    const QString safe = safeText(diff, mostDiffShown);
    if (safe == m_shown && !m_lines.isEmpty())
        return;
    m_shown = safe;
    m_lines = readDiff(safe);
    m_rows = besideEachOther(m_lines);
    m_changes = changesOf(m_lines);
    m_bar->show();
    fill();
}

void DiffView::showText(const QString& text)
{
    m_shown = safeText(text, mostDiffShown);
    m_lines.clear();
    m_rows.clear();
    m_changes.clear();
    m_bar->hide();
    m_stack->setCurrentIndex(0);
    m_unified->showText(m_shown);
}

void DiffView::fill()
{
    QList<int> all, before, after;
    for (int i = 0; i < int(m_lines.size()); ++i)
        all += i;
    for (const auto& [left, right] : std::as_const(m_rows)) {
        before += left;
        after += right;
    }
    // Only what is seen: a large file is laid out once, not thrice.
    if (isSideBySide()) {
        m_before->showLines(m_lines, before);
        m_after->showLines(m_lines, after);
    } else {
        m_unified->showLines(m_lines, all);
    }
    m_stack->setCurrentIndex(isSideBySide() ? 1 : 0);
    refresh();
}

QString DiffView::toPlainText() const { return m_shown; }

bool DiffView::isSideBySide() const { return m_beside->isChecked(); }

void DiffView::setSideBySide(bool beside)
{
    int change = -1;
    {
        // The place is that of the column that was seen until now.
        const QSignalBlocker quiet(m_beside);
        m_beside->setChecked(m_stack->currentIndex() == 1);
        change = currentChange();
        m_beside->setChecked(beside);
    }
    if (!m_lines.isEmpty()) {
        fill();
        showChange(change);
    }
    Q_EMIT sideBySideChanged(beside);
}

void DiffView::keepIn(QSettings& settings)
{
    setSideBySide(settings.value(besideKey, false).toBool());
    connect(
        this, &DiffView::sideBySideChanged, this, [&settings](bool beside) { settings.setValue(besideKey, beside); });
}

int DiffView::rowOf(int line) const
{
    if (!isSideBySide())
        return line;
    for (int row = 0; row < int(m_rows.size()); ++row)
        if (m_rows[row].first == line || m_rows[row].second == line)
            return row;
    return 0;
}

//! The last one that begins at or before the cursor; none: -1.
int DiffView::currentChange() const
{
    const DiffText* text = !isSideBySide() ? m_unified : m_before->hasFocus() ? m_before : m_after;
    const int row = text->currentRow();
    int current = -1;
    for (int i = 0; i < int(m_changes.size()); ++i)
        if (rowOf(m_changes[i]) <= row)
            current = i;
    return current;
}

void DiffView::goToChange(int by) { showChange(currentChange() + by); }

void DiffView::showChange(int change)
{
    if (change < 0 || change >= int(m_changes.size()))
        return;
    const int row = rowOf(m_changes[change]);
    if (isSideBySide()) {
        m_before->goToRow(row);
        m_after->goToRow(row);
    } else {
        m_unified->goToRow(row);
    }
    refresh();
}

void DiffView::refresh()
{
    const int current = currentChange(), all = int(m_changes.size());
    m_previous->setEnabled(current > 0);
    m_next->setEnabled(current + 1 < all);
    m_place->setText(all == 0 ? tr("No line changes")
            : current < 0     ? tr("%n change(s)", nullptr, all)
                              : tr("Change %1 of %2").arg(current + 1).arg(all));
}

} // namespace slipway::console
