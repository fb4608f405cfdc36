// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/event_model.h"
#include "console/inspector_tab.h"
#include "console/run_story.h"

class QLabel;
class QStackedLayout;
class QTreeView;

namespace slipway::console {

//! What people did to the run, and who let Slipway go on after crashes while it was open.
class AuditTab : public InspectorTab {
    Q_OBJECT
public:
    explicit AuditTab(RunStory& story, QWidget* parent = nullptr);
    QString title(const desk::RunView* view, const StepRun* step) const override;
    void showRun(const desk::RunView& view, const StepRun* step) override;
    void clear() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void showWentOn(const desk::RunView& view);

    RunStory& m_story;
    AuditModel m_model;
    EventFilter* m_filter;
    QTreeView* m_table;
    QLabel* m_nothing;
    QLabel* m_wentOn;
    QStackedLayout* m_stack;
};

} // namespace slipway::console
