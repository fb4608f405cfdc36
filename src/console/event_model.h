// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/table_model.h"
#include "workflow/run.h"

#include <QSortFilterProxyModel>

namespace slipway::console {

//! The events of a run, appended as they come.
class EventModel : public TableModel {
    Q_OBJECT
public:
    enum Column { TimeColumn, WhoColumn, StepColumn, TextColumn, ColumnCount };
    enum Role { StepRole = Qt::UserRole + 1, SequenceRole };
    using TableModel::TableModel;

    void clear();
    //! Those that are not in it yet, and belong into it.
    void append(const Events& events);
    //! Whose titles name the steps.
    void setRun(const Run& run);

protected:
    virtual bool takes(const Event&) const { return true; }
    int rows() const override { return int(m_events.size()); }
    int columns() const override { return ColumnCount; }
    QString title(int column) const override;
    QString cell(int row, int column) const override;
    QVariant other(int row, int column, int role) const override;
    const Event& at(int row) const { return m_events[size_t(row)]; }
    QString stepTextOf(const Event& event) const;
    //! What it names of steps by their ids, named by their titles.
    Event withTitles(const Event& event) const;

private:
    Events m_events;
    qint64 m_seen = 0; //!< the last sequence that was looked at
    std::shared_ptr<const Workflow> m_workflow;
    QHash<QString, QString> m_lanes; //!< titles by id
};

//! What people did to a run: who, when, what, to which step and why. What the engine did by itself is in the log.
class AuditModel : public EventModel {
    Q_OBJECT
public:
    enum Column { TimeColumn, WhoColumn, ActColumn, StepColumn, ReasonColumn, ColumnCount };
    using EventModel::EventModel;

    static bool isAct(const Event& event);

protected:
    bool takes(const Event& event) const override { return isAct(event); }
    int columns() const override { return ColumnCount; }
    QString title(int column) const override;
    QString cell(int row, int column) const override;
};

//! Only the events of one step, or of all; with all the words somewhere in their row; and none after `until`: of a run in
//! the past, what had happened by then.
class EventFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    EventFilter(EventModel& events, QObject* parent);
    void show(const QString& step, qint64 until);
    void setWords(const QString& words);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_step;
    QStringList m_words;
    qint64 m_until = 0;
};

} // namespace slipway::console
