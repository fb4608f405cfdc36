// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/ports.h"

#include <QWidget>

namespace Ui {
class FirstRunForm;
}

namespace slipway::console {

class ErrorPanel;

//! Shown while there is nothing to talk to: try the sandbox, or connect to GitHub.
class FirstRunPage : public QWidget {
    Q_OBJECT
public:
    explicit FirstRunPage(Connector* connector, QWidget* parent = nullptr);
    ~FirstRunPage() override;

    //! As it was entered.
    QString host() const;

Q_SIGNALS:
    void connected();
    void later(); //!< look around first
    //! The token that was entered works: this is what it may do. It is used when a person says so.
    void checked(const slipway::desk::ConnectionReport& report);
    //! Another way to connect than a token is wanted.
    void otherWays();

private:
    void trySandbox();
    void connectToGitHub();
    void lookAround();
    void setBusy(const QString& what);
    void finish(const Result<void>& result);
    void ready();
    void refresh();

    Connector* m_connector;
    std::unique_ptr<Ui::FirstRunForm> m_form;
    ErrorPanel* m_error;
    bool m_busy = false;
    bool m_checking = false; //!< a token; the sandbox is no check
    int m_question = 0; //!< counts the checks; the report of one that was given up opens nothing
};

} // namespace slipway::console
