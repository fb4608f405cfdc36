// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/record_import_dialog.h"

#include "base/text.h"
#include "console/dialog_buttons.h"
#include "console/error_panel.h"
#include "console/labels.h"
#include "console/row_delegate.h"
#include "console/safe_text.h"
#include "desk/error_text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace slipway::console {

namespace {

constexpr int kMostListed = 200;
const QString kUsualWorkflow = QStringLiteral("cdp-create-service"); // whose records the platform keeps

} // namespace

RecordImportDialog::RecordImportDialog(desk::Desk& desk, Jobs& jobs, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_jobs(jobs)
    , m_workflow(new QComboBox)
    , m_progress(new QProgressBar)
    , m_counts(wrappedLabel(tr("Lines of mongoexport, arrays and what the Mongo shell prints are understood.")))
    , m_refused(new QListWidget)
    , m_error(new ErrorPanel)
{
    setObjectName(u"recordImport"_s);
    setWindowTitle(tr("Import status records"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    resize(620, 420);
}

void RecordImportDialog::build()
{
    for (const auto& workflow : m_desk.workflows())
        m_workflow->addItem(safeLine(workflow->title, 120), workflow->id);
    m_workflow->setCurrentIndex(std::max(0, m_workflow->findData(kUsualWorkflow)));
    m_workflow->setObjectName(u"recordWorkflow"_s);
    auto* whose = plainLabel(tr("&They become runs of"));
    whose->setBuddy(m_workflow);
    m_progress->setObjectName(u"recordProgress"_s);
    m_progress->setAccessibleName(tr("Records taken in"));
    m_progress->setRange(0, 1);
    m_progress->setValue(0);
    m_counts->setObjectName(u"recordCounts"_s);
    m_refused->setObjectName(u"recordRefused"_s);
    m_refused->setAccessibleName(tr("Records that were refused"));
    m_refused->setItemDelegate(new RowDelegate(m_refused));
    m_refused->setWordWrap(true);
    m_error->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_choose = buttons->addButton(tr("&Choose a file…"), QDialogButtonBox::ActionRole);
    m_choose->setObjectName(u"chooseRecords"_s);
    m_stop = buttons->addButton(tr("&Stop"), QDialogButtonBox::ActionRole);
    m_stop->setEnabled(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(10);
    column->addWidget(whose);
    column->addWidget(m_workflow);
    column->addWidget(m_progress);
    column->addWidget(m_counts);
    column->addWidget(m_refused, 1);
    column->addWidget(m_error);
    column->addWidget(buttons);
    letTabReachAll(*buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_choose, &QPushButton::clicked, this, &RecordImportDialog::askForFile);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_import)
            m_import->stop();
    });
}

void RecordImportDialog::askForFile()
{
    auto* dialog = new QFileDialog(this, tr("Import status records"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"recordFile"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RecordImportDialog::openFile);
    dialog->open();
}

void RecordImportDialog::openFile(const QString& file)
{
    if (m_import)
        return;
    m_refused->clear();
    m_error->hide();
    m_choose->setEnabled(false);
    m_workflow->setEnabled(false);
    m_stop->setEnabled(true);
    m_progress->setRange(0, 0); // the file is read
    m_job = m_jobs.begin(tr("Importing records"));
    m_import = new desk::RecordImport(m_desk, m_workflow->currentData().toString(), this);
    connect(m_import, &desk::RecordImport::progressed, this, &RecordImportDialog::showProgress);
    connect(m_import, &desk::RecordImport::refused, this, [this](const Error& error) {
        const auto text = desk::describe(error);
        if (m_refused->count() < kMostListed)
            m_refused->addItem(safeText(text.what + u' ' + text.why));
    });
    connect(m_import, &desk::RecordImport::finished, this, &RecordImportDialog::end);
    m_import->start(file);
}

void RecordImportDialog::showProgress()
{
    const auto& counts = m_import->counts();
    if (m_job)
        m_job->progress(counts.done, counts.total);
    m_progress->setRange(0, int(std::max<qsizetype>(1, counts.total)));
    m_progress->setValue(int(counts.done));
    m_counts->setText(tr("%1 of %2 records: %3 imported, %4 known before, %5 refused.")
                          .arg(counts.done)
                          .arg(counts.total)
                          .arg(counts.imported)
                          .arg(counts.known)
                          .arg(counts.refused));
}

void RecordImportDialog::end(const std::optional<Error>& error)
{
    if (error) {
        m_error->showError(*error);
        m_error->show();
        m_progress->setRange(0, 1);
    } else {
        showProgress();
    }
    std::exchange(m_import, nullptr)->deleteLater();
    m_job.reset();
    m_choose->setEnabled(true);
    m_workflow->setEnabled(true);
    m_stop->setEnabled(false);
}

} // namespace slipway::console
