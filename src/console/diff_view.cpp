// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/diff_view.h"

#include "console/safe_text.h"
#include "console/state_style.h"

#include <QEvent>
#include <QFontDatabase>
#include <QSyntaxHighlighter>
#include <QTextOption>

namespace slipway::console {

class DiffView::Highlighter : public QSyntaxHighlighter {
public:
    explicit Highlighter(DiffView& view)
        : QSyntaxHighlighter(view.document())
        , m_view(view)
    { }

protected:
    void highlightBlock(const QString& text) override
    {
        const Brightness brightness = brightnessOf(m_view.palette());
        const bool heading = text.startsWith(u"+++") || text.startsWith(u"---") || text.startsWith(u"diff ")
            || text.startsWith(u"index ") || text.startsWith(u"new file") || text.startsWith(u"@@");
        QTextCharFormat format;
        if (heading)
            format.setForeground(m_view.palette().color(QPalette::PlaceholderText));
        else if (text.startsWith(u'+'))
            mark(format, colourOf(ColourRole::Ok, brightness));
        else if (text.startsWith(u'-'))
            mark(format, colourOf(ColourRole::Fail, brightness));
        else
            return;
        setFormat(0, int(text.size()), format);
    }

private:
    static void mark(QTextCharFormat& format, const QColor& ink)
    {
        QColor ground = ink;
        ground.setAlphaF(0.12f);
        format.setForeground(ink);
        format.setBackground(ground);
    }
    DiffView& m_view;
};

DiffView::DiffView(QWidget* parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new Highlighter(*this))
{
    setReadOnly(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setAccessibleName(tr("Changes of the file"));
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    // Code is written from the left in every language; a line's sign stays before it.
    setLayoutDirection(Qt::LeftToRight);
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight);
    document()->setDefaultTextOption(option);
}

void DiffView::showDiff(const QString& diff)
{
    const QString safe = safeText(diff, 200'000);
    if (safe != toPlainText())
        setPlainText(safe);
}

void DiffView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_highlighter->rehighlight();
}

} // namespace slipway::console
