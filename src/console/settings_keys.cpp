// SPDX-License-Identifier: GPL-3.0-or-later
// The settings' page of shortcuts.
#include "base/text.h"
#include "console/labels.h"
#include "console/row_delegate.h"
#include "console/settings_dialog.h"
#include "console/shortcuts_dialog.h"

#include <QHBoxLayout>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace slipway::console {

QWidget* SettingsDialog::makeKeys()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(16, 14, 16, 14);
    m_tree = new QTreeWidget;
    m_tree->setObjectName(u"keyTree"_s);
    m_tree->setAccessibleName(tr("Actions and their keys"));
    m_tree->setHeaderLabels({tr("Action"), tr("Keys")});
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    column->addWidget(m_tree, 1);

    auto* label = plainLabel(tr("New &keys"));
    m_editor = new QKeySequenceEdit;
    m_editor->setObjectName(u"keyEditor"_s);
    m_editor->setAccessibleName(tr("New keys for the chosen action"));
    if (auto* typed = m_editor->findChild<QLineEdit*>()) // it is what has the keyboard
        typed->setAccessibleName(m_editor->accessibleName());
    label->setBuddy(m_editor);
    auto* none = new QPushButton(tr("&No keys"));
    none->setObjectName(u"noKeys"_s);
    auto* reset = new QPushButton(tr("&Usual keys"));
    reset->setObjectName(u"usualKeys"_s);
    auto* all = new QPushButton(tr("All &as usual"));
    all->setObjectName(u"allUsualKeys"_s);
    auto* line = new QHBoxLayout;
    line->addWidget(label);
    line->addWidget(m_editor, 1);
    for (QPushButton* button : {none, reset, all})
        line->addWidget(button);
    column->addLayout(line);
    m_clash = plainLabel();
    m_clash->setObjectName(u"keyClash"_s);
    m_clash->setWordWrap(true);
    column->addWidget(m_clash);

    connect(m_editor, &QKeySequenceEdit::editingFinished, this, [this] {
        // Leaving the field without a key changes nothing.
        if (!m_editor->keySequence().isEmpty())
            giveKeys(m_editor->keySequence());
    });
    connect(none, &QPushButton::clicked, this, [this] { giveKeys({}); });
    connect(reset, &QPushButton::clicked, this, [this] {
        if (const auto id = chosenAction()) {
            m.keys.reset(*id);
            m_clash->clear();
            fillKeys();
        }
    });
    connect(all, &QPushButton::clicked, this, [this] {
        m.keys.resetAll();
        m_clash->clear();
        fillKeys();
    });
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this, none, reset] {
        const bool any = chosenAction().has_value();
        for (QWidget* widget :
            {static_cast<QWidget*>(m_editor), static_cast<QWidget*>(none), static_cast<QWidget*>(reset)})
            widget->setEnabled(any);
        m_editor->clear();
    });
    fillKeys();
    return page;
}

std::optional<ActionSet::Id> SettingsDialog::chosenAction() const
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    if (!item || !item->data(0, Qt::UserRole).isValid())
        return std::nullopt;
    return ActionSet::Id(item->data(0, Qt::UserRole).toInt());
}

void SettingsDialog::fillKeys()
{
    const auto chosen = chosenAction();
    m_tree->clear();
    QTreeWidgetItem* current = nullptr;
    for (const ActionGroup& group : actionGroups(m.actions)) {
        auto* top = new QTreeWidgetItem(m_tree, {group.title});
        for (const ActionSet::Id id : group.actions) {
            QStringList keys;
            for (const QKeySequence& sequence : m.actions[id]->shortcuts())
                keys += sequence.toString(QKeySequence::NativeText);
            auto* item =
                new QTreeWidgetItem(top, {m.actions.titleOf(id), keys.join(tr(" or ", "between two shortcuts"))});
            item->setData(0, Qt::UserRole, int(id));
            if (m.actions[id]->shortcuts() != m.actions.defaultKeys(id)) {
                QFont changed = item->font(1);
                changed.setBold(true);
                item->setFont(1, changed);
                item->setData(1, Qt::AccessibleTextRole, tr("%1, changed").arg(item->text(1)));
            }
            if (chosen == id)
                current = item;
        }
    }
    m_tree->expandAll();
    m_tree->resizeColumnToContents(0);
    m_tree->setCurrentItem(current ? current : m_tree->topLevelItem(0)->child(0));
}

void SettingsDialog::giveKeys(const QKeySequence& keys)
{
    const auto id = chosenAction();
    if (!id)
        return;
    const QString name = keys.toString(QKeySequence::NativeText);
    if (const auto holder = m.keys.give(*id, keys)) {
        m_clash->setText(tr("%1 belongs to “%2” already. Give that action other keys first, or choose others here.")
                             .arg(name, m.actions.titleOf(*holder)));
        m_editor->clear();
        return;
    }
    m_clash->setText(keys.isEmpty() ? tr("“%1” has no keys now.").arg(m.actions.titleOf(*id))
                                    : tr("“%1” is %2 now.").arg(m.actions.titleOf(*id), name));
    fillKeys();
}

} // namespace slipway::console
