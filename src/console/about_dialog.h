// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QFormLayout;
class QPushButton;

namespace slipway::console {

//! Version, licence, and where things are kept: each line can be marked, and all of them copied for a ticket.
class AboutDialog : public QDialog {
    Q_OBJECT
public:
    struct Facts {
        QString version;
        QString store; //!< file
        QString profile; //!< file; empty: no connection is kept
        QString settings; //!< file of the window's own settings
        QString terminal; //!< what is typed in a terminal before a command for the same runs
    };
    AboutDialog(const Facts& facts, QWidget* parent);

private:
    void addLine(const QString& name, const QString& title, const QString& text);

    QFormLayout* m_form;
    QStringList m_lines; //!< as they are copied
    QPushButton* m_copy;
};

} // namespace slipway::console
