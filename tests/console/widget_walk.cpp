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
#include <QRegularExpression>
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
    {R"(\b(github|http|request)\.[a-z-]+\b)", "a kind of step"},
    {R"(\((\*\.\w+ ?)+\))", "the endings of files"},
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

//! Once each, with the first stage where it showed.
void note(QStringList& faults, const QString& stage, const QString& fault)
{
    if (!std::ranges::any_of(faults, [&fault](const QString& known) { return known.endsWith(fault); }))
        faults += stage + fault;
}

//! Shows data only: names of JSON members and their values; the folders and files of this computer; languages by their
//! own names.
bool showsData(const QWidget* widget)
{
    for (const QWidget* at = widget; at; at = at->parentWidget())
        if (at->inherits("slipway::console::ValuesTab")
            || (at->inherits("QFileDialog") && widget->inherits("QAbstractItemView"))
            || at->objectName() == "language"_L1)
            return true;
    return false;
}

} // namespace

QString WidgetWalk::strange(const QString& text) const
{
    if (const auto known = m_known.constFind(text); known != m_known.constEnd())
        return *known;
    static const QList<QRegularExpression> expressions = [] {
        QList<QRegularExpression> made;
        for (const Data& data : patterns)
            made += QRegularExpression(QString::fromLatin1(data.pattern));
        return made;
    }();
    QString rest;
    int depth = 0;
    for (const QChar c : text) {
        depth += c == PseudoTranslator::open;
        // What is elided ends before its bracket does.
        if (depth == 0 && c.category() != QChar::Other_Format)
            rest += c;
        depth -= c == PseudoTranslator::close;
    }
    static const QRegularExpression letters(u"[A-Za-z]{2,}"_s);
    if (letters.match(rest).hasMatch()) {
        // Sentences first: names may stand in them. Single words last: they may stand in names.
        for (const QString& data : m_data)
            if (data.contains(u' '))
                rest.replace(data, u" "_s);
        for (const QRegularExpression& data : expressions)
            rest.replace(data, u" "_s);
        for (const QString& data : m_data)
            if (!data.contains(u' '))
                rest.replace(data, u" "_s);
    }
    return *m_known.insert(text, letters.match(rest).hasMatch() ? rest.simplified() : QString());
}

void WidgetWalk::text(const QWidget* widget, const char* what, const QString& text)
{
    if (text.isEmpty())
        return;
    ++m_texts;
    if (const QString rest = strange(text); !rest.isEmpty())
        note(m_untranslated, m_stage,
            u", %1, %2: “%3” in “%4”"_s.arg(placeOf(widget), QString::fromLatin1(what), rest, text.left(120)));
}

void WidgetWalk::tight(const QWidget* widget, const QString& text, int has, int needs, const char* measure)
{
    if (needs > has + 1)
        note(m_cut, m_stage,
            u", %1: “%2” has %3 and needs %4 (%5)"_s.arg(placeOf(widget), text.left(80))
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
            tight(label, label->text(), label->width() - across,
                label->fontMetrics().size(label->buddy() ? Qt::TextShowMnemonic : 0, label->text()).width());
    } else if (auto* button = qobject_cast<QAbstractButton*>(widget)) {
        const auto* tool = qobject_cast<QToolButton*>(button);
        if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull())
            return;
        if (!button->text().isEmpty() && !(button->text().endsWith(u'…') && !button->toolTip().isEmpty()))
            tight(button, button->text(), button->width(), button->sizeHint().width());
    } else if (auto* tabs = qobject_cast<QTabBar*>(widget)) {
        for (int tab = 0; tab < tabs->count(); ++tab)
            tight(tabs, tabs->tabText(tab), tabs->tabRect(tab).width(),
                tabs->fontMetrics().size(Qt::TextShowMnemonic, tabs->tabText(tab)).width());
    } else if (auto* header = qobject_cast<QHeaderView*>(widget);
               header && header->orientation() == Qt::Horizontal && !showsData(header)) {
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
        if (showsData(widget))
            return;
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
        if (view->model() && !showsData(view))
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
