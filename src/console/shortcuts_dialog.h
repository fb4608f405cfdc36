// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/action_set.h"

#include <QDialog>

class QLineEdit;
class QTreeWidget;

namespace slipway::console {

//! The actions as the menus group them, with their keys; for the help and for the settings.
struct ActionGroup {
    QString title;
    QList<ActionSet::Id> actions;
};
QList<ActionGroup> actionGroups(const ActionSet& actions);

//! F1: every action with its keys and what it does, and where to read on.
class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutsDialog(const ActionSet& actions, QWidget* parent = nullptr);

Q_SIGNALS:
    void changeWanted(); //!< the keys are to be changed
    void paletteWanted();

private:
    void fill(const ActionSet& actions);
    void filter(const QString& words);

    QLineEdit* m_filter;
    QTreeWidget* m_tree;
};

} // namespace slipway::console
