// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/ports.h"
#include "desk/desk.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTabWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace slipway::console {

class ErrorPanel;
class WorkflowMap;

//! What can be started, every version: its map, its steps in words, and what its runs do in whose name. A file is shown
//! the same way before it is imported, and only a person's word imports it.
class WorkflowsDialog : public QDialog {
    Q_OBJECT
public:
    //! `credentials`: where those are kept that workflows name; none: nothing is said about them.
    WorkflowsDialog(desk::Desk& desk, Clock& clock, CredentialShelf* credentials, QWidget* parent);
    //! Reads a file and shows it, not imported yet.
    void openFile(const QString& file);

private:
    void build();
    void fill();
    void show(std::shared_ptr<const Workflow> workflow);
    void showConsent();
    //! Which of those that the workflow names are kept, and the button for one that is not.
    void showCredentials();
    void readCredentials();
    void setCredential();
    void askForFile();
    void import();

    desk::Desk& m_desk;
    CredentialShelf* m_credentials;
    QStringList m_kept; //!< names
    bool m_knowsKept = false;
    QTreeWidgetItem* m_missing = nullptr; //!< the row of one that is not kept, which the button sets
    std::shared_ptr<const Workflow> m_offered; //!< read from a file and not imported yet
    std::shared_ptr<const Workflow> m_shown;
    QTreeWidget* m_list;
    QTabWidget* m_pages;
    WorkflowMap* m_map;
    QTreeWidget* m_steps;
    QTreeWidget* m_consent;
    QLabel* m_note;
    ErrorPanel* m_error;
    QPushButton* m_setCredential;
    QPushButton* m_import;
};

} // namespace slipway::console
