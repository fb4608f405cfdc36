// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/run.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace slipway::console {

class CommandRunner;
class ErrorPanel;

inline constexpr int kLongestSecret = 4'000; //!< as of a secret input of a start

//! Asks for a secret that a step waits for, and has the step go on with it. What is typed stands nowhere but in its
//! field, and there only as dots.
class SecretDialog : public QDialog {
    Q_OBJECT
public:
    SecretDialog(const Run& run, const StepRun& step, CommandRunner& commands, QWidget* parent);

private:
    void give();

    CommandRunner& m_commands;
    RunId m_run;
    StepId m_step;
    QString m_name; //!< of the secret, in full where that is known
    CommandId m_id; //!< one act, however often it is pressed
    QLineEdit* m_secret;
    ErrorPanel* m_error;
    QPushButton* m_give;
};

} // namespace slipway::console
