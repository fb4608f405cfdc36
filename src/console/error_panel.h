// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "desk/error_text.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace slipway::console {

//! An error as three lines: what happened, why, what you can do. The exact text of the service is folded below.
class ErrorPanel : public QWidget {
    Q_OBJECT
public:
    explicit ErrorPanel(QWidget* parent = nullptr);
    void showError(const Error& error);
    //! Three lines without an error behind them: there is no exact text.
    void showText(const desk::ErrorText& text);

private:
    Error m_shown;
    QLabel* m_what;
    QLabel* m_why;
    QLabel* m_remedy;
    QToolButton* m_fold;
    QPlainTextEdit* m_exact;
};

//! The panel in a dialog of its own; opened, not executed.
void showErrorDialog(const Error& error, QWidget* parent);

//! What was kept to the letter: text, status, request id …, one a line.
QString exactText(const Error& error);

} // namespace slipway::console
