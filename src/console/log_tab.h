// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/event_model.h"
#include "console/inspector_tab.h"
#include "console/run_story.h"
#include "desk/desk.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QTreeView;

namespace slipway::console {

//! What happened, of the chosen step unless somebody wants all of the run. What is filtered stays so when another step or run
//! is chosen. It shows the newest, unless somebody has scrolled away from it: then it stays where it is.
class LogTab : public InspectorTab {
    Q_OBJECT
public:
    explicit LogTab(RunStory& story, QWidget* parent = nullptr);
    QString title(const desk::RunView* view, const StepRun* step) const override;
    void showRun(const desk::RunView& view, const StepRun* step) override;
    void clear() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void filter();
    void keepInSight(const std::function<void()>& change);
    void askWhereToSave();

    RunStory& m_story;
    EventModel m_model;
    EventFilter* m_filter;
    QTreeView* m_table;
    QLabel* m_nothing; //!< in place of rows
    QCheckBox* m_onlyStep;
    QLineEdit* m_words;
    bool m_atEnd = true; //!< where the newest is
    bool m_changing = false; //!< the scroll bar moves by itself
    RunId m_run;
    StepId m_step;
    QString m_subject; //!< of the run
};

} // namespace slipway::console
