// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/event_model.h"
#include "console/inspector_tab.h"
#include "console/run_story.h"
#include "desk/desk.h"

class QTreeView;
class QCheckBox;

namespace slipway::console {

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
    void askWhereToSave();

    RunStory& m_story;
    EventModel m_model;
    EventFilter* m_filter;
    QTreeView* m_table;
    QCheckBox* m_onlyStep;
    StepId m_step;
    QString m_subject; //!< of the run
};

} // namespace slipway::console
