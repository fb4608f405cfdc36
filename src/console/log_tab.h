// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/inspector_tab.h"
#include "desk/desk.h"

#include <QAbstractTableModel>

class QTreeView;
class QCheckBox;
class QSortFilterProxyModel;

namespace slipway::console {

//! The events of a run, appended as they come.
class EventModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TimeColumn, WhoColumn, StepColumn, TextColumn, ColumnCount };
    enum Role { StepRole = Qt::UserRole + 1 };
    explicit EventModel(QObject* parent = nullptr);

    void clear();
    void append(const Events& events);
    void setWorkflow(std::shared_ptr<const Workflow> workflow) { m_workflow = std::move(workflow); }
    qint64 lastSequence() const { return m_events.empty() ? 0 : m_events.back().sequence; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Events m_events;
    std::shared_ptr<const Workflow> m_workflow;
};

class LogTab : public InspectorTab {
    Q_OBJECT
public:
    LogTab(desk::Desk& desk, Clock& clock, QWidget* parent = nullptr);
    QString title() const override;
    void showRun(const desk::RunView& view, const StepRun* step) override;
    void clear() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void load();

    desk::Desk& m_desk;
    EventModel m_model;
    QSortFilterProxyModel* m_filter;
    QTreeView* m_table;
    QCheckBox* m_onlyStep;
    RunId m_run;
    StepId m_step;
    qint64 m_wanted = 0;
    bool m_loading = false;
};

} // namespace slipway::console
