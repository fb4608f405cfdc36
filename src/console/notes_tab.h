// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/inspector_tab.h"

#include <QHash>

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
    //! A note that is not in the journal: half-written, or refused.
    struct Unsent {
        QString text;
        StepId step; //!< that was chosen when it was begun
    };
    void keepTyped(const QString& text);
    void add();
    void putBack(const RunId& run, const Unsent& note);
    void refresh();
    void showNone();

    Clock& m_clock;
    CommandRunner& m_commands;
    QListWidget* m_list;
    QLineEdit* m_text;
    QPushButton* m_add;
    QLabel* m_none;
    RunId m_run;
    StepId m_step;
    QHash<RunId, QList<Unsent>> m_unsent; //!< the first of them stands in the field while its run is shown
    int m_count = 0;
};

} // namespace slipway::console
