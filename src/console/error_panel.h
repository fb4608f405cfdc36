// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/raw_answer.h"
#include "desk/error_text.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace slipway::console {

//! An error as three lines: what happened, why, what you can do. The exact text of the service is folded below.
class ErrorPanel : public QWidget {
    Q_OBJECT
public:
    explicit ErrorPanel(QWidget* parent = nullptr);

    //! How one gets to the page that the words speak of.
    enum class Page {
        InWords, //!< its address is among them, to be copied
        Button, //!< by a button, with linkActivated()
        Elsewhere //!< whoever shows this has a button for it
    };
    void setPage(Page page);
    void showError(const Error& error) { showError(Answer{.error = error, .at = {}}); }
    //! The same of an attempt: its number and time are told with the exact text.
    void showError(const Answer& answer);
    //! Three lines without an error behind them: there is no exact text.
    void showText(const desk::ErrorText& text);

Q_SIGNALS:
    void linkActivated(const QString& url);

private:
    void showPage(desk::ErrorText& text, const Error& error);

    Page m_page = Page::InWords;
    Answer m_shown;
    QLabel* m_what;
    QLabel* m_why;
    QLabel* m_remedy;
    QToolButton* m_open;
    QString m_url; //!< of that button
    RawAnswer* m_exact;
};

//! The panel in a dialog of its own; opened, not executed.
void showErrorDialog(const Error& error, QWidget* parent);

} // namespace slipway::console
