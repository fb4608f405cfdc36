// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/opener.h"
#include "console/ports.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace slipway::console {

//! The code to enter on GitHub's page: large, to be copied, with a button that opens the page.
class SignInPanel : public QWidget {
    Q_OBJECT
public:
    explicit SignInPanel(Opener opener, QWidget* parent = nullptr);
    void showCode(const SignInCode& code);

private:
    Opener m_opener;
    QUrl m_page;
    QLabel *m_text, *m_code, *m_until;
    QPushButton *m_copy, *m_open;
};

} // namespace slipway::console
