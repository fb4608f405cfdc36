// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/connection_form.h"
#include "console/connection_results.h"
#include "console/sign_in_panel.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace slipway::console {

class ErrorPanel;

//! From the choice of a way, over GitHub's page where it needs one, to what the connection may do; and only then it is
//! used. Also shows what the present connection may do.
class ConnectionDialog : public QDialog {
    Q_OBJECT
public:
    ConnectionDialog(Connector& connector, Opener opener, QWidget* parent = nullptr);
    ~ConnectionDialog() override;

    //! Asks the present connection.
    void checkCurrent();
    //! Shows what was found for a choice that was made elsewhere; it can be used.
    void showResults(const desk::ConnectionReport& report);
    ConnectionForm& form() { return *m_form; }

Q_SIGNALS:
    //! The connection is in use now.
    void connected();

private:
    enum Page { Choose, Busy, Code, Results };
    enum class Way { Back, None }; //!< out of what is waited for

    void turnTo(Page page);
    void refresh();
    void check();
    void take(int question, const Result<desk::ConnectionReport>& report);
    void use();
    void askToForget();
    void forget();
    void back();
    //! Counts as a question, whose number is returned: what is answered to an earlier one is not shown.
    int wait(const QString& text, Way back);
    void showError(const Error& error);

    Connector& m_connector;
    bool m_current = false; //!< what is shown is the connection in use
    bool m_checking = false;
    bool m_isBound = false; //!< what is waited for cannot be given up
    int m_question = 0; //!< counts what was asked; the answer to an earlier one is about another connection
    ConnectionForm* m_form;
    SignInPanel* m_code;
    ConnectionResults* m_results;
    QLabel* m_busy;
    QStackedWidget* m_pages;
    ErrorPanel* m_error;
    QPushButton *m_back, *m_forget, *m_next, *m_close;
};

} // namespace slipway::console
