// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace slipway {
struct StepRun;
}

namespace slipway::console {

//! What a service answered when something failed, and of which attempt at a step that was.
struct Answer {
    Error error;
    int attempt = 0; //!< 0: of none
    std::optional<Timestamp> at;
    bool operator==(const Answer&) const = default;
};

//! The last answer that an attempt at the step failed with, or that left open what became of a request; also when the
//! step has gone on since.
std::optional<Answer> lastAnswer(const StepRun& step);

//! What was kept to the letter: text, status, request id …, one a line. Never a secret, and safe to show.
QString exactText(const Answer& answer);

//! The exact text, folded, with a button that copies it. Hidden while there is none.
class RawAnswer : public QWidget {
    Q_OBJECT
public:
    explicit RawAnswer(QWidget* parent = nullptr);
    void showAnswer(const Answer& answer);
    void showNothing();

private:
    Answer m_shown;
    QToolButton* m_fold;
    QPushButton* m_copy;
    QPlainTextEdit* m_text;
};

} // namespace slipway::console
