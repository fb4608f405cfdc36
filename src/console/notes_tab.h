// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/inspector_tab.h"

class QListWidget;
class QLabel;
class QLineEdit;
class QPushButton;

namespace slipway::console {

class CommandRunner;

//! What people wrote about the run.
class NotesTab : public InspectorTab {
    Q_OBJECT
public:
    NotesTab(Clock& clock, CommandRunner& commands, QWidget* parent = nullptr);
    QString title(const desk::RunView* view, const StepRun* step) const override;
    void showRun(const desk::RunView& view, const StepRun* step) override;
    void clear() override;
    void startWriting();

private:
    void showNone();

    Clock& m_clock;
    CommandRunner& m_commands;
    QListWidget* m_list;
    QLineEdit* m_text;
    QPushButton* m_add;
    QLabel* m_none;
    RunId m_run;
    StepId m_step;
    int m_count = 0;
};

} // namespace slipway::console
