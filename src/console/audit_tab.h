// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/inspector_tab.h"
#include "console/run_story.h"

#include <QAbstractTableModel>

class QLabel;
class QSortFilterProxyModel;
class QStackedLayout;
class QTreeView;

namespace slipway::console {

//! What people did to a run: who, when, what, to which step and why. What the engine did by itself is in the log.
class AuditModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TimeColumn, WhoColumn, ActColumn, StepColumn, ReasonColumn, ColumnCount };
    enum Role { SequenceRole = Qt::UserRole + 1 };
    using QAbstractTableModel::QAbstractTableModel;

    static bool isAct(const Event& event);
    void clear();
    void append(const Events& events);
    void setWorkflow(std::shared_ptr<const Workflow> workflow) { m_workflow = std::move(workflow); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Events m_acts;
    std::shared_ptr<const Workflow> m_workflow;
};

class AuditTab : public InspectorTab {
    Q_OBJECT
public:
    explicit AuditTab(RunStory& story, QWidget* parent = nullptr);
    QString title() const override;
    void showRun(const desk::RunView& view, const StepRun* step) override;
    void clear() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();

    RunStory& m_story;
    AuditModel m_model;
    QSortFilterProxyModel* m_filter;
    QTreeView* m_table;
    QLabel* m_nothing;
    QStackedLayout* m_stack;
};

} // namespace slipway::console
