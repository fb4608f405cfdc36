// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/jobs.h"
#include "desk/record_import.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace slipway::console {

class ErrorPanel;

//! Takes in status records of a file: how far it is, what became of them, and which were refused and why.
class RecordImportDialog : public QDialog {
    Q_OBJECT
public:
    RecordImportDialog(desk::Desk& desk, Jobs& jobs, QWidget* parent);
    void openFile(const QString& file);

private:
    void build();
    void askForFile();
    void showProgress();
    void end(const std::optional<Error>& error);

    desk::Desk& m_desk;
    Jobs& m_jobs;
    std::shared_ptr<Jobs::Job> m_job; //!< while records are taken in
    desk::RecordImport* m_import = nullptr; // child of this
    QComboBox* m_workflow;
    QProgressBar* m_progress;
    QLabel* m_counts;
    QListWidget* m_refused;
    ErrorPanel* m_error;
    QPushButton* m_choose;
    QPushButton* m_stop;
};

} // namespace slipway::console
