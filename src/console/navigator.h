// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/run_list_model.h"

#include <QListWidget>

namespace slipway::console {

//! The views with their live counts.
class Navigator : public QListWidget {
    Q_OBJECT
public:
    explicit Navigator(RunListModel& runs, QWidget* parent = nullptr);

    void choose(RunViewKind view);
    RunViewKind chosen() const;
    int countOf(RunViewKind view) const { return m_counts.value(int(view)); }
    QSize sizeHint() const override { return {186, 200}; }

Q_SIGNALS:
    void viewChosen(slipway::console::RunViewKind view);
    void countsChanged();

private:
    void count();

    RunListModel& m_runs;
    QHash<int, int> m_counts;
    bool m_counting = false;
};

QString titleOf(RunViewKind view);

} // namespace slipway::console
