// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/timeline_bar.h"

#include <QAbstractItemModel>
#include <QSet>

namespace slipway::console {

//! One run as lanes (parents) with their steps (children). News of the same run change rows in place; only another
//! run resets the model.
class TimelineModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, StateColumn, BarColumn, ColumnCount };
    enum Role { StepIdRole = Qt::UserRole + 1, StateRole, IsLaneRole, RequestedRole, LinkRole };
    Q_ENUM(Role)

    explicit TimelineModel(Clock& clock, QObject* parent = nullptr);
    ~TimelineModel() override;

    //! Takes a run in. `placeholder` is the drawn length of a step whose duration nobody knows yet.
    void setRun(std::shared_ptr<const desk::RunView> view);
    //! Steps with a command on its way; an empty id stands for the whole run.
    void setRequested(const QSet<StepId>& steps);
    //! Nothing is known after this moment: bars end there. No value: they go on with the clock. After a while nobody knows
    //! whether what was going on still does: such steps turn to "Not known since …".
    void setFrozen(std::optional<Timestamp> at);
    //! Words with a countdown, states that turn to stuck, bars that grow.
    void tick();

    const desk::RunView* view() const { return m_view.get(); }
    //! The moment that the rows are about: now, or the one of the past that is looked at.
    Timestamp moment() const { return now(); }
    //! The place of a row's step in view()->run.steps; -1: a lane.
    int stepAt(const QModelIndex& index) const;
    QModelIndex indexOf(const StepId& step, int column = NameColumn) const;
    //! The bars of a row: one of a step, all of a lane.
    QList<const StepBar*> barsAt(const QModelIndex& index) const;
    const StepBar* barOf(const StepId& step) const;
    //! What may be folded: longer than ten minutes and than a fifth of the run.
    const QList<TimeSpan>& idle() const { return m_idle; }
    //! From the start of the run to its end, or past now to the last planned step.
    TimeSpan whole() const { return m_whole; }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void wholeChanged();

private:
    struct LaneRow {
        QString id, title;
        QList<int> steps; //!< places in view->run.steps
        ShownState state = ShownState::Planned;
    };

    void derive();
    void refresh();
    Timestamp now() const;
    void growWhole();
    const LaneRow* laneAt(const QModelIndex& index) const;
    QVariant laneData(const LaneRow& lane, int column, int role) const;
    QVariant stepData(int place, int column, int role) const;
    QString spoken(int place) const; //!< the bar
    QString spokenRow(int place) const;
    bool isStuckNow(int place) const;
    ShownState stateNow(int place) const;
    QString wordNow(int place) const;

    Clock& m_clock;
    std::shared_ptr<const desk::RunView> m_view;
    QList<LaneRow> m_lanes;
    QList<ShownState> m_states;
    QList<StepBar> m_bars;
    QSet<StepId> m_requested;
    std::optional<Timestamp> m_frozen;
    TimeSpan m_whole;
    QList<TimeSpan> m_idle;
};

} // namespace slipway::console
