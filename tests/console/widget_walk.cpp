// SPDX-License-Identifier: GPL-3.0-or-later
#include "widget_walk.h"

#include "pseudo_translator.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

namespace slipway::test {

namespace {

struct Data {
    const char *pattern, *reason;
};
//! What is data wherever it shows.
constexpr Data patterns[]{
    {R"(\w+://\S+)", "an address"},
    {R"([\w.-]*/[\w./{}-]+)", "a path, a repository with its owner, the parts of a link"},
    {R"(\b[a-z][a-z0-9]*(-[a-z0-9]+)+\b)", "the name of a service, repository, team, branch or template"},
    {R"(\b[\w-]+\.(com|json|md|ya?ml|conf|tf|db|tfvars|csv)\b)", "a host or a file"},
    {R"(\b(Ctrl|Shift|Alt|Meta)\+\S+|\bF\d+\b|\b(Esc|Enter|Return|Del|PgUp|PgDown|Space)\b)",
        "keys, as printed on them"},
    {R"(\b[0-9A-HJKMNP-TV-Z]{6,26}\b)", "an id"},
    {R"(\b[0-9a-f]{7,40}\b)", "a commit"},
    {R"(\b\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\b)", "a date, written by QLocale"},
    {R"(\bSlipway\b|\bGitHub\b|\bUTC\b|\bAPI\b|\bJSON\b|\bPNG\b|\bSVG\b|\bPDF\b|\bCSV\b)", "a name"},
    {R"(\d+ (bytes|[kMG]i?B)\b)", "a size, written by QLocale"},
    {R"(\b[ap]m\b|\b[AP]M\b)", "half of the day, written by QLocale"},
};

QString placeOf(const QWidget* widget)
{
    QStringList names;
    for (const QWidget* at = widget; at && names.size() < 4; at = at->parentWidget())
        if (!at->objectName().startsWith("qt_"_L1))
            names.prepend(
                at->objectName().isEmpty() ? QString::fromLatin1(at->metaObject()->className()) : at->objectName());
    return names.join(u'>');
}

void note(QStringList& faults, const QString& fault)
{
    if (!faults.contains(fault))
        faults += fault;
}

} // namespace

QString WidgetWalk::strange(const QString& text) const
{
    QString rest;
    int depth = 0;
    for (const QChar c : text) {
        depth += c == PseudoTranslator::open;
        // What is elided ends before its bracket does.
        if (depth == 0 && c.category() != QChar::Other_Format)
            rest += c;
        depth -= c == PseudoTranslator::close;
    }
    for (const QString& data : m_data)
        rest.replace(data, u" "_s);
    for (const Data& data : patterns)
        rest.replace(QRegularExpression(QString::fromLatin1(data.pattern)), u" "_s);
    static const QRegularExpression letters(u"[A-Za-z]{2,}"_s);
    return letters.match(rest).hasMatch() ? rest.simplified() : QString();
}

void WidgetWalk::text(const QWidget* widget, const char* what, const QString& text)
{
    if (text.isEmpty())
        return;
    ++m_texts;
    if (const QString rest = strange(text); !rest.isEmpty())
        note(m_untranslated,
            u"%1, %2, %3: “%4” in “%5”"_s.arg(
                m_stage, placeOf(widget), QString::fromLatin1(what), rest, text.left(120)));
}

void WidgetWalk::tight(const QWidget* widget, const QString& text, int has, int needs, const char* measure)
{
    if (needs > has + 1)
        note(m_cut,
            u"%1, %2: “%3” has %4 and needs %5 (%6)"_s.arg(m_stage, placeOf(widget), text.left(80))
                .arg(has)
                .arg(needs)
                .arg(QString::fromLatin1(measure)));
}

void WidgetWalk::room(QWidget* widget)
{
    if (auto* label = qobject_cast<QLabel*>(widget)) {
        // A label that elides says the whole in its tip.
        if (label->text().isEmpty() || (label->text().endsWith(u'…') && !label->toolTip().isEmpty()))
            return;
        const QMargins margins = label->contentsMargins();
        const int across = 2 * label->margin() + margins.left() + margins.right();
        if (label->wordWrap())
            tight(label, label->text(), label->height(), label->heightForWidth(label->width()), "high");
        else
            tight(label, label->text(), label->width() - across, label->fontMetrics().size(0, label->text()).width());
    } else if (auto* button = qobject_cast<QAbstractButton*>(widget)) {
        if (!button->text().isEmpty() && !(button->text().endsWith(u'…') && !button->toolTip().isEmpty()))
            tight(button, button->text(), button->width(), button->sizeHint().width());
    } else if (auto* tabs = qobject_cast<QTabBar*>(widget)) {
        for (int tab = 0; tab < tabs->count(); ++tab)
            tight(tabs, tabs->tabText(tab), tabs->tabRect(tab).width(),
                tabs->fontMetrics().size(Qt::TextShowMnemonic, tabs->tabText(tab)).width());
    } else if (auto* header = qobject_cast<QHeaderView*>(widget); header && header->orientation() == Qt::Horizontal) {
        for (int section = 0; section < header->count(); ++section) {
            const QString title = header->model()->headerData(section, Qt::Horizontal).toString();
            const bool told =
                !header->model()->headerData(section, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty();
            if (!header->isSectionHidden(section) && !told)
                tight(header, title, header->sectionSize(section), header->fontMetrics().horizontalAdvance(title));
        }
    } else if (auto* combo = qobject_cast<QComboBox*>(widget); combo && !combo->isEditable()) {
        // Its words may be data; what was chosen must be legible, or in the tip.
        if (combo->toolTip().isEmpty())
            tight(combo, combo->currentText(), combo->width(),
                combo->fontMetrics().horizontalAdvance(combo->currentText()) + 20);
    }
}

void WidgetWalk::lookAt(QWidget* widget)
{
    text(widget, "tool tip", widget->toolTip());
    text(widget, "accessible name", widget->accessibleName());
    text(widget, "accessible description", widget->accessibleDescription());
    if (widget->isWindow())
        text(widget, "title", widget->windowTitle());
    if (auto* label = qobject_cast<QLabel*>(widget))
        text(widget, "label", label->text());
    else if (auto* button = qobject_cast<QAbstractButton*>(widget))
        text(widget, "button", button->text());
    else if (auto* group = qobject_cast<QGroupBox*>(widget))
        text(widget, "group", group->title());
    else if (auto* edit = qobject_cast<QLineEdit*>(widget))
        text(widget, "placeholder", edit->placeholderText());
    else if (auto* area = qobject_cast<QPlainTextEdit*>(widget))
        text(widget, "placeholder", area->placeholderText());
    else if (auto* combo = qobject_cast<QComboBox*>(widget)) {
        for (int row = 0; row < combo->count(); ++row)
            text(widget, "choice", combo->itemText(row));
    } else if (auto* tabs = qobject_cast<QTabBar*>(widget)) {
        for (int tab = 0; tab < tabs->count(); ++tab)
            text(widget, "tab", tabs->tabText(tab));
    } else if (auto* header = qobject_cast<QHeaderView*>(widget)) {
        for (int section = 0; section < header->count() && header->model(); ++section)
            if (!header->isSectionHidden(section))
                text(widget, "heading", header->model()->headerData(section, header->orientation()).toString());
    } else if (auto* view = qobject_cast<QAbstractItemView*>(widget)) {
        int left = 400;
        std::function<void(const QModelIndex&)> rows = [&](const QModelIndex& parent) {
            for (int row = 0; row < view->model()->rowCount(parent) && --left > 0; ++row) {
                for (int column = 0; column < view->model()->columnCount(parent); ++column) {
                    const QModelIndex index = view->model()->index(row, column, parent);
                    text(widget, "cell", index.data().toString());
                    text(widget, "tip of a cell", index.data(Qt::ToolTipRole).toString());
                    text(widget, "accessible text of a cell", index.data(Qt::AccessibleTextRole).toString());
                }
                rows(view->model()->index(row, 0, parent));
            }
        };
        if (view->model())
            rows({});
    }
}

void WidgetWalk::look(QWidget* top, const QString& stage)
{
    m_stage = stage;
    QWidgetList all = top->findChildren<QWidget*>();
    all.prepend(top);
    for (QWidget* widget : std::as_const(all)) {
        if (auto* menu = qobject_cast<QMenu*>(widget)) {
            for (const QAction* action : menu->actions()) {
                text(menu, "menu", action->text());
                text(menu, "tip of a menu", action->toolTip());
            }
            continue;
        }
        // Parts that Qt makes up: the editor inside a combo box, the cells of a hidden popup.
        if (!widget->isVisible() || widget->window() != top->window())
            continue;
        lookAt(widget);
        room(widget);
    }
}

} // namespace slipway::test
