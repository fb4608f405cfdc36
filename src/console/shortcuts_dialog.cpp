// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shortcuts_dialog.h"

#include "base/text.h"
#include "console/dialog_buttons.h"
#include "console/fuzzy_match.h"
#include "console/labels.h"
#include "console/row_delegate.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace slipway::console {

QList<ActionGroup> actionGroups(const ActionSet& actions)
{
    const auto group = [&](const QString& title, const QList<QAction*>& list) {
        ActionGroup found{title, {}};
        for (const QAction* action : list)
            for (int id = 0; action && id < ActionSet::Count; ++id)
                if (actions[ActionSet::Id(id)] == action && action->isVisible())
                    found.actions += ActionSet::Id(id);
        return found;
    };
    return {group(ShortcutsDialog::tr("Run"), actions.runActions()),
        group(ShortcutsDialog::tr("File"), actions.fileActions()),
        group(ShortcutsDialog::tr("Search and saved views"), actions.editActions()),
        group(ShortcutsDialog::tr("Views"), actions.viewActions()),
        group(ShortcutsDialog::tr("Timeline"), actions.timelineActions()),
        group(ShortcutsDialog::tr("Inspector"), actions.tabActions()),
        group(ShortcutsDialog::tr("Panes"), actions.paneActions()),
        group(ShortcutsDialog::tr("Tools"), actions.toolActions()),
        group(ShortcutsDialog::tr("Help"), actions.helpActions())};
}

ShortcutsDialog::ShortcutsDialog(const ActionSet& actions, QWidget* parent)
    : QDialog(parent)
    , m_filter(new QLineEdit)
    , m_tree(new QTreeWidget)
{
    setObjectName(u"shortcuts"_s);
    setWindowTitle(tr("Help and shortcuts"));
    auto* intro = wrappedLabel(tr(
        "A run goes through the steps of its workflow by itself. Choose it in the list, choose a step in the timeline: "
        "the page “Why” says what it waits for and what you can do. Nothing is changed without a button that says "
        "so."));
    m_filter->setObjectName(u"shortcutFilter"_s);
    m_filter->setPlaceholderText(tr("Find an action"));
    m_filter->setAccessibleName(tr("Find an action"));
    makeClearable(*m_filter);
    m_tree->setObjectName(u"shortcutTree"_s);
    m_tree->setAccessibleName(tr("Actions and their keys"));
    m_tree->setHeaderLabels({tr("Action"), tr("Keys"), tr("What it does")});
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    fill(actions);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* change = buttons->addButton(tr("Change the shortcuts…"), QDialogButtonBox::ActionRole);
    change->setObjectName(u"changeShortcuts"_s);
    auto* palette = buttons->addButton(tr("Open the command palette"), QDialogButtonBox::ActionRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(intro);
    column->addWidget(m_filter);
    column->addWidget(m_tree, 1);
    column->addWidget(buttons);
    resize(940, 620);
    letTabReachAll(*buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(change, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT changeWanted();
    });
    connect(palette, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT paletteWanted();
    });
    connect(m_filter, &QLineEdit::textChanged, this, &ShortcutsDialog::filter);
    m_filter->setFocus();
}

void ShortcutsDialog::fill(const ActionSet& actions)
{
    const auto add = [](QTreeWidgetItem* parent, const QStringList& texts) {
        auto* item = new QTreeWidgetItem(parent, texts);
        item->setToolTip(2, texts.value(2));
        return item;
    };
    for (const ActionGroup& group : actionGroups(actions)) {
        auto* top = new QTreeWidgetItem(m_tree, {group.title});
        top->setFirstColumnSpanned(true);
        for (const ActionSet::Id id : group.actions) {
            QStringList keys;
            for (const QKeySequence& sequence : actions[id]->shortcuts())
                keys += sequence.toString(QKeySequence::NativeText);
            add(top, {actions.titleOf(id), keys.join(tr(" or ", "between two shortcuts")), actions.tipOf(id)});
        }
        if (group.actions.contains(ActionSet::ZoomIn)) {
            // These belong to the timeline alone, while it has the keyboard.
            add(top,
                {tr("Previous attempt, next attempt"), u"[  ]"_s, tr("In the timeline: another attempt of the step")});
            add(top,
                {tr("Fold and unfold a lane"), tr("Left, Right"), tr("In the timeline: hide or show a lane's steps")});
        }
    }
    m_tree->expandAll();
    m_tree->resizeColumnToContents(0);
    m_tree->resizeColumnToContents(1);
}

void ShortcutsDialog::filter(const QString& words)
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = m_tree->topLevelItem(i);
        bool any = false;
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem* item = group->child(j);
            const bool fits = fuzzyScore(words, item->text(0) + u' ' + item->text(1)).has_value();
            item->setHidden(!fits);
            any |= fits;
        }
        group->setHidden(!any);
    }
}

} // namespace slipway::console
