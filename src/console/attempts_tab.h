// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/inspector_tab.h"
#include "console/state_style.h"
#include "console/table_model.h"

class QTreeView;
class QLabel;
class QStackedLayout;

namespace slipway::console {

class ErrorPanel;

//! One row an attempt, each with its own error.
class AttemptsModel : public TableModel {
    Q_OBJECT
public:
    enum Column { NumberColumn, StateColumn, StartColumn, LengthColumn, ByColumn, ErrorColumn, ColumnCount };
    using TableModel::TableModel;

    //! `key` tells whether these are the attempts of the step shown before: then rows change in place.
    void setAttempts(const QString& key, const StepRun& step, Timestamp now);
    const Attempt& at(int row) const { return m_step.attempts[row]; }
    //! What became of its error since; empty: it is how things are.
    QString overtakenAt(int row) const;

protected:
    int rows() const override { return int(m_step.attempts.size()); }
    int columns() const override { return ColumnCount; }
    QString title(int column) const override;
    QString cell(int row, int column) const override;
    QVariant other(int row, int column, int role) const override;

private:
    ShownState stateAt(int row) const;

    QString m_key;
    StepRun m_step;
    Timestamp m_now;
};

class AttemptsTab : public InspectorTab {
    Q_OBJECT
public:
    explicit AttemptsTab(Clock& clock, QWidget* parent = nullptr);
    QString title(const desk::RunView* view, const StepRun* step) const override;
    void showRun(const desk::RunView& view, const StepRun* step) override;
    void clear() override;
    void move(int by);
    //! Selects the attempt of that number.
    void choose(int number);

private:
    void showCurrent();

    Clock& m_clock;
    AttemptsModel m_model;
    QLabel* m_overtaken;
    QTreeView* m_table;
    ErrorPanel* m_error;
    QWidget* m_errorArea = nullptr;
    QLabel* m_nothing;
    QWidget* m_content;
    QStackedLayout* m_stack;
};

} // namespace slipway::console
