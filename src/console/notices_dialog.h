// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/notices.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace slipway::console {

//! Everything that was notified, newest first; what is no longer so says it. Stays open beside the window.
class NoticesDialog : public QDialog {
    Q_OBJECT
public:
    NoticesDialog(Notices& notices, Clock& clock, QWidget* parent = nullptr);

Q_SIGNALS:
    void runWanted(const slipway::RunId& run);
    void settingsWanted();

private:
    void refresh();
    void open();

    Notices& m_notices;
    Clock& m_clock;
    QListWidget* m_list;
    QLabel* m_empty;
    QPushButton* m_open;
    QPushButton* m_clear;
};

} // namespace slipway::console
