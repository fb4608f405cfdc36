// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/inspector_tab.h"

class QTreeWidget;
class QTreeWidgetItem;

namespace slipway::console {

//! The run's inputs and what the chosen step was given, found and gave.
class ValuesTab : public InspectorTab {
    Q_OBJECT
public:
    explicit ValuesTab(QWidget* parent = nullptr);
    QString title(const desk::RunView* view, const StepRun* step) const override;
    void showRun(const desk::RunView& view, const StepRun* step) override;
    void clear() override;

private:
    void add(const QString& title, const Json& object);

    QTreeWidget* m_tree;
    QByteArray m_shown; //!< what the tree holds: rebuilt only when it changes
};

} // namespace slipway::console
