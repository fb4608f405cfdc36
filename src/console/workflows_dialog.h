// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTabWidget;
class QTreeWidget;

namespace slipway::console {

class ErrorPanel;
class WorkflowMap;

//! What can be started, every version: its map, its steps in words, and what its runs do in whose name. A file is shown
//! the same way before it is imported, and only a person's word imports it.
class WorkflowsDialog : public QDialog {
    Q_OBJECT
public:
    WorkflowsDialog(desk::Desk& desk, QWidget* parent);
    //! Reads a file and shows it, not imported yet.
    void openFile(const QString& file);

private:
    void build();
    void fill();
    void show(std::shared_ptr<const Workflow> workflow);
    void showConsent();
    void askForFile();
    void import();

    desk::Desk& m_desk;
    std::shared_ptr<const Workflow> m_offered; //!< read from a file and not imported yet
    std::shared_ptr<const Workflow> m_shown;
    QTreeWidget* m_list;
    QTabWidget* m_pages;
    WorkflowMap* m_map;
    QTreeWidget* m_steps;
    QTreeWidget* m_consent;
    QLabel* m_note;
    ErrorPanel* m_error;
    QPushButton* m_import;
};

} // namespace slipway::console
