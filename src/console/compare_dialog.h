// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/run_comparison.h"
#include "desk/desk.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QTreeWidget;

namespace slipway::console {

//! Two runs of one workflow side by side: outcomes, durations, inputs. Reads only.
class CompareDialog : public QDialog {
    Q_OBJECT
public:
    CompareDialog(desk::Desk& desk, Clock& clock, std::shared_ptr<const desk::RunView> first, QWidget* parent);

private:
    void take(const Result<QList<desk::RunSummary>>& runs);
    void read();
    void fill(const desk::RunView& second);
    void filter();

    desk::Desk& m_desk;
    Clock& m_clock;
    std::shared_ptr<const desk::RunView> m_first;
    int m_question = 0;
    QComboBox* m_other;
    QCheckBox* m_onlyDifferent;
    QTreeWidget* m_table;
    QLabel* m_hint;
};

} // namespace slipway::console
