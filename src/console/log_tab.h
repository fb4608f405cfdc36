// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/inspector_tab.h"
#include "console/run_story.h"
#include "desk/desk.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

class QTreeView;
class QCheckBox;

namespace slipway::console {

//! The events of a run, appended as they come.
class EventModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TimeColumn, WhoColumn, StepColumn, TextColumn, ColumnCount };
    enum Role { StepRole = Qt::UserRole + 1, SequenceRole };
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

//! Only the events of one step, or of all; and none after `until`.
class EventFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void show(const QString& step, qint64 until);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_step;
    qint64 m_until = 0;
};

class LogTab : public InspectorTab {
    Q_OBJECT
public:
    explicit LogTab(RunStory& story, QWidget* parent = nullptr);
    QString title() const override;
    void showRun(const desk::RunView& view, const StepRun* step) override;
    void clear() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void filter();

    RunStory& m_story;
    EventModel m_model;
    EventFilter* m_filter;
    QTreeView* m_table;
    QCheckBox* m_onlyStep;
    StepId m_step;
};

} // namespace slipway::console
