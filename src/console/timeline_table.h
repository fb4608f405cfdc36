// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/timeline_model.h"

#include <QDialog>

class QStandardItemModel;

namespace slipway::console {

class TimeWindow;

//! What the timeline draws, as a table of words and times: for those who do not see it, and to be copied. Follows the
//! run while it is open.
class TimelineTable : public QDialog {
    Q_OBJECT
public:
    enum Column {
        LaneColumn,
        StepColumn,
        StateColumn,
        StartColumn,
        EndColumn,
        LengthColumn,
        UsualColumn,
        LongColumn,
        AttemptsColumn,
        NeedsColumn,
        ColumnCount
    };
    TimelineTable(const TimelineModel& timeline, const TimeWindow& window, QWidget* parent = nullptr);
    QStandardItemModel& table() { return *m_table; }

private:
    void fill();

    const TimelineModel& m_timeline;
    const TimeWindow& m_window;
    QStandardItemModel* m_table;
};

} // namespace slipway::console
