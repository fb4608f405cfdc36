// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/diff_text.h"

#include "base/text.h"
#include "console/state_style.h"

#include <QEvent>
#include <QFontDatabase>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

namespace slipway::console {

namespace {

using Kind = DiffLine::Kind;

constexpr int linesAbove = 3;

QColor tint(QColor ink, float share)
{
    ink.setAlphaF(share);
    return ink;
}

QString signOf(Kind kind)
{
    switch (kind) {
    case Kind::Added: return u"+"_s;
    case Kind::Removed: return u"-"_s;
    case Kind::Same: return u" "_s;
    case Kind::Heading:
    case Kind::Hunk:
    case Kind::Remark: break;
    }
    return {};
}

//! How one line looks.
struct LineLook {
    QTextBlockFormat row;
    QTextCharFormat sign, words, mark;
};

LineLook lookOf(const DiffLine* line, const QPalette& palette)
{
    LineLook look;
    const QColor quiet = palette.color(QPalette::PlaceholderText);
    look.words.setForeground(palette.color(QPalette::Text));
    look.sign = look.mark = look.words;
    if (!line) {
        look.row.setBackground(QBrush(tint(quiet, 0.25f), Qt::BDiagPattern));
        return look;
    }
    if (line->kind == Kind::Same)
        return look;
    if (line->kind != Kind::Added && line->kind != Kind::Removed) {
        look.words.setForeground(quiet);
        return look;
    }
    const QColor ink = colourOf(line->kind == Kind::Added ? ColourRole::Ok : ColourRole::Fail, palette);
    look.sign.setForeground(ink);
    look.sign.setFontWeight(QFont::Bold);
    if (isHighContrast(palette)) {
        look.mark.setFontUnderline(true);
        look.mark.setFontWeight(QFont::Bold);
    } else {
        look.row.setBackground(tint(ink, 0.13f));
        look.mark.setBackground(tint(ink, 0.36f));
    }
    return look;
}

} // namespace

class DiffText::Margin : public QWidget {
public:
    explicit Margin(DiffText* text)
        : QWidget(text)
        , m_text(*text)
    { }

protected:
    void paintEvent(QPaintEvent* event) override { m_text.paintMargin(event->rect()); }

private:
    DiffText& m_text;
};

DiffText::DiffText(Side side, const QString& name, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_side(side)
    , m_margin(new Margin(this))
{
    setReadOnly(true);
    // The keyboard moves through it and marks, for whoever cannot use a mouse or listens to it.
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    connect(this, &QPlainTextEdit::updateRequest, m_margin, [this](const QRect& area, int scrolled) {
        if (scrolled != 0)
            m_margin->scroll(0, scrolled);
        else
            m_margin->update(0, area.y(), m_margin->width(), area.height());
    });
}

void DiffText::showLines(const QList<DiffLine>& lines, const QList<int>& places)
{
    m_lines = lines;
    m_places = places;
    int largest = 0;
    for (const DiffLine& line : lines)
        largest = std::max({largest, line.before, line.after});
    m_digits = largest > 0 ? int(QString::number(largest).size()) : 0;
    fill();
}

void DiffText::showText(const QString& text)
{
    m_lines.clear();
    m_places.clear();
    m_digits = 0;
    clear();
    QTextCursor cursor(document());
    cursor.setBlockFormat({});
    cursor.insertText(text, QTextCharFormat());
    moveCursor(QTextCursor::Start);
    placeMargin();
}

void DiffText::fill()
{
    clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (qsizetype row = 0; row < m_places.size(); ++row) {
        const DiffLine* line = m_places[row] < 0 ? nullptr : &m_lines[m_places[row]];
        const LineLook look = lookOf(line, palette());
        if (row == 0)
            cursor.setBlockFormat(look.row);
        else
            cursor.insertBlock(look.row, look.words);
        if (!line)
            continue;
        cursor.insertText(signOf(line->kind), look.sign);
        cursor.insertText(line->text.first(line->markFrom), look.words);
        cursor.insertText(line->text.mid(line->markFrom, line->markLength), look.mark);
        cursor.insertText(line->text.mid(line->markFrom + line->markLength), look.words);
    }
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
    placeMargin();
}

void DiffText::goToRow(int row)
{
    const QTextBlock block = document()->findBlockByNumber(row);
    if (!block.isValid())
        return;
    setTextCursor(QTextCursor(block));
    verticalScrollBar()->setValue(std::max(0, row - linesAbove));
}

QString DiffText::numberOf(int row) const
{
    const int place = m_places.value(row, -1);
    if (place < 0)
        return {};
    const auto text = [this](int number) {
        return (number > 0 ? QString::number(number) : QString()).rightJustified(m_digits);
    };
    const DiffLine& line = m_lines[place];
    switch (m_side) {
    case Side::Both: return text(line.before) + u' ' + text(line.after);
    case Side::Before: return text(line.before);
    case Side::After: return text(line.after);
    }
    return {};
}

int DiffText::marginWidth() const
{
    const int signs = m_side == Side::Both ? 2 * m_digits + 1 : m_digits;
    return m_digits == 0 ? 0 : fontMetrics().horizontalAdvance(u'0') * signs + 12;
}

void DiffText::placeMargin()
{
    const int width = marginWidth();
    const bool rightToLeft = isRightToLeft();
    setViewportMargins(rightToLeft ? 0 : width, 0, rightToLeft ? width : 0, 0);
    const QRect inside = contentsRect();
    m_margin->setGeometry(
        rightToLeft ? inside.right() - width + 1 : inside.left(), inside.top(), width, inside.height());
    m_margin->update();
}

void DiffText::paintMargin(const QRect& area)
{
    QPainter painter(m_margin);
    painter.fillRect(area, palette().color(QPalette::Window));
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > area.bottom())
            break;
        painter.drawText(QRectF(0, place.top(), m_margin->width() - 6, place.height()),
            int(Qt::AlignRight | Qt::AlignVCenter), numberOf(block.blockNumber()));
    }
}

void DiffText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    placeMargin();
}

void DiffText::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_places.isEmpty()) {
        const int row = currentRow(), scrolled = verticalScrollBar()->value();
        fill();
        setTextCursor(QTextCursor(document()->findBlockByNumber(row)));
        verticalScrollBar()->setValue(scrolled);
    }
}

} // namespace slipway::console
