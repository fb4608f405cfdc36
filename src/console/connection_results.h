// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/opener.h"
#include "desk/connection_report.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace slipway::console {

//! Who the connection is, and a list by repository of what it may do, what is missing, and what cannot be known.
class ConnectionResults : public QWidget {
    Q_OBJECT
public:
    explicit ConnectionResults(Opener opener, QWidget* parent = nullptr);
    void showReport(const desk::ConnectionReport& report);

private:
    void showWhy();

    Opener m_opener;
    desk::ConnectionReport m_report;
    QLabel *m_summary, *m_token, *m_warnings, *m_verdict, *m_why;
    QTreeWidget* m_list;
    QPushButton* m_link;
};

} // namespace slipway::console
