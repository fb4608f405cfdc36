// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/inspector_tab.h"

#include <QAbstractTableModel>

class QTreeView;
class QLabel;
class QStackedLayout;

namespace slipway::console {

class ErrorPanel;

//! One row an attempt, each with its own error.
class AttemptsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NumberColumn, StateColumn, StartColumn, LengthColumn, ByColumn, ErrorColumn, ColumnCount };
    explicit AttemptsModel(Clock& clock, QObject* parent = nullptr);

    //! `step` tells whether these are the attempts of the step shown before: then rows change in place.
    void setAttempts(const QString& step, const QList<Attempt>& attempts);
    const Attempt& at(int row) const { return m_attempts[row]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Clock& m_clock;
    QString m_step;
    QList<Attempt> m_attempts;
};

class AttemptsTab : public InspectorTab {
    Q_OBJECT
public:
    explicit AttemptsTab(Clock& clock, QWidget* parent = nullptr);
    QString title() const override;
    void showRun(const desk::RunView& view, const StepRun* step) override;
    void clear() override;
    void move(int by);

private:
    void showCurrent();

    AttemptsModel m_model;
    QTreeView* m_table;
    ErrorPanel* m_error;
    QWidget* m_errorArea = nullptr;
    QLabel* m_nothing;
    QWidget* m_content;
    QStackedLayout* m_stack;
};

} // namespace slipway::console
