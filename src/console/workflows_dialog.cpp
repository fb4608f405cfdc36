// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/workflows_dialog.h"

#include "base/text.h"
#include "base/when_done.h"
#include "console/credential_dialog.h"
#include "console/dialog_buttons.h"
#include "console/error_panel.h"
#include "console/labels.h"
#include "console/lane_name.h"
#include "console/primary_button.h"
#include "console/row_delegate.h"
#include "console/safe_text.h"
#include "console/workflow_map.h"
#include "desk/consent.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace slipway::console {

namespace {

constexpr int kWorkflowRole = Qt::UserRole + 1; //!< index among the versions; -1: the file that is offered
constexpr int kStepRole = Qt::UserRole + 2;
//! Of a row of the consent that is about a stored credential.
constexpr int kCredentialRole = Qt::UserRole + 3, kHostsRole = Qt::UserRole + 4, kWordsRole = Qt::UserRole + 5;

QTreeWidget* listOf(const QString& name, const QString& accessible, const QStringList& titles)
{
    auto* list = new QTreeWidget;
    list->setObjectName(name);
    list->setAccessibleName(accessible);
    list->setHeaderLabels(titles);
    list->setRootIsDecorated(false);
    list->setItemDelegate(new RowDelegate(list));
    list->setWordWrap(true);
    return list;
}

} // namespace

WorkflowsDialog::WorkflowsDialog(desk::Desk& desk, Clock& clock, CredentialShelf* credentials, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_credentials(credentials)
    , m_list(listOf(u"workflowList"_s, tr("Workflows"), QStringList() << tr("Workflow") << tr("Version")))
    , m_pages(new QTabWidget)
    , m_map(new WorkflowMap(clock))
    , m_steps(listOf(u"workflowSteps"_s, tr("Steps of the workflow"),
          QStringList() << tr("Step") << tr("Lane") << tr("Kind") << tr("Needs")))
    , m_consent(listOf(u"workflowConsent"_s, tr("What its runs do"), QStringList() << tr("What") << tr("In words")))
    , m_note(wrappedLabel())
    , m_error(new ErrorPanel)
    , m_setCredential(new QPushButton(tr("&Set the credential…")))
    , m_import(new QPushButton(tr("I&mport it")))
{
    setObjectName(u"workflowsDialog"_s);
    setWindowTitle(tr("Workflows"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    fill();
    readCredentials();
    resize(1180, 780);
}

void WorkflowsDialog::build()
{
    m_error->hide();
    m_import->setObjectName(u"importWorkflow"_s);
    makePrimary(m_import);
    m_note->setObjectName(u"workflowNote"_s);
    m_consent->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_steps->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setStretchLastSection(false);
    m_pages->setObjectName(u"workflowPages"_s);
    m_pages->setAccessibleName(tr("The chosen workflow"));
    m_pages->setDocumentMode(true); // as the inspector's
    m_pages->addTab(m_map, tr("Map"));
    m_pages->addTab(m_steps, tr("Steps"));
    auto* consent = new QWidget;
    auto* consentColumn = new QVBoxLayout(consent);
    consentColumn->setContentsMargins({});
    consentColumn->addWidget(m_consent, 1);
    consentColumn->addWidget(m_setCredential, 0, Qt::AlignLeft);
    m_setCredential->setObjectName(u"setCredential"_s);
    m_setCredential->setAutoDefault(false);
    m_setCredential->hide();
    m_pages->addTab(consent, tr("What it does"));
    auto* halves = new QSplitter;
    halves->addWidget(m_list);
    halves->addWidget(m_pages);
    halves->setStretchFactor(1, 1);
    halves->setSizes({290, 850});
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* choose = buttons->addButton(tr("&Choose a file…"), QDialogButtonBox::ActionRole);
    choose->setObjectName(u"chooseWorkflowFile"_s);
    buttons->addButton(m_import, QDialogButtonBox::ActionRole);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(10);
    column->addWidget(halves, 1);
    column->addWidget(m_note);
    column->addWidget(m_error);
    column->addWidget(buttons);
    letTabReachAll(*buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(choose, &QPushButton::clicked, this, &WorkflowsDialog::askForFile);
    connect(m_setCredential, &QPushButton::clicked, this, &WorkflowsDialog::setCredential);
    connect(m_consent, &QTreeWidget::currentItemChanged, this, &WorkflowsDialog::showCredentials);
    connect(m_import, &QPushButton::clicked, this, &WorkflowsDialog::import);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* item) {
        if (!item)
            return;
        const int index = item->data(0, kWorkflowRole).toInt();
        const auto all = m_desk.workflowVersions();
        show(index < 0 ? m_offered : index < all.size() ? all[index] : nullptr);
    });
    connect(m_map, &WorkflowMap::stepChosen, this, [this](const StepId& step) {
        for (int row = 0; row < m_steps->topLevelItemCount(); ++row)
            if (m_steps->topLevelItem(row)->data(0, kStepRole).toString() == step.text())
                m_steps->setCurrentItem(m_steps->topLevelItem(row));
    });
    connect(m_steps, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* row) {
        if (row)
            m_map->showStep(StepId(row->data(0, kStepRole).toString()));
    });
}

void WorkflowsDialog::fill()
{
    m_list->clear();
    const auto row = [this](const Workflow& workflow, int index) {
        auto* item = new QTreeWidgetItem(m_list);
        item->setText(0, safeLine(workflow.title, 120));
        item->setText(1, QLocale().toString(workflow.version));
        item->setToolTip(0, workflow.id);
        item->setData(0, kWorkflowRole, index);
        return item;
    };
    if (m_offered) {
        auto* item = row(*m_offered, -1);
        item->setText(0, tr("%1 (not imported yet)").arg(item->text(0)));
    }
    const auto all = m_desk.workflowVersions();
    for (int index = 0; index < all.size(); ++index)
        row(*all[index], index);
    m_list->setCurrentItem(m_list->topLevelItem(0));
    if (!m_list->topLevelItemCount())
        show(nullptr);
}

void WorkflowsDialog::show(std::shared_ptr<const Workflow> workflow)
{
    m_shown = std::move(workflow);
    m_map->showWorkflow(m_shown);
    m_steps->clear();
    const bool offered = m_shown && m_shown == m_offered;
    // Beside a copy of the store it would be found by nobody.
    const bool readOnly = m_desk.status().readOnly.has_value();
    m_import->setEnabled(offered && !readOnly);
    m_note->setText(!offered ? tr("Runs keep the version that they were started with. New ones take the newest.")
            : readOnly       ? tr("The store is only read here, so this workflow cannot be imported now.")
                             : tr("Its runs act in your name. Read what it does before you import it."));
    if (!m_shown)
        return;
    QHash<QString, QString> lanes;
    for (const auto& lane : m_shown->lanes)
        lanes.insert(lane.id, laneName(*m_shown, lane));
    for (const auto& step : m_shown->steps) {
        QStringList needs;
        for (const auto& need : step.needs)
            if (const auto* other = m_shown->step(need))
                needs << safeLine(other->title, 80);
        auto* row = new QTreeWidgetItem(
            m_steps, {safeLine(step.title, 120), lanes.value(step.lane), step.kind, needs.join(u", "_s)});
        row->setData(0, kStepRole, step.id.text());
    }
    showConsent();
}

void WorkflowsDialog::showConsent()
{
    m_consent->clear();
    const auto consent = desk::consentOf(*m_shown);
    const auto row = [this](const QString& what, const QString& words) {
        return new QTreeWidgetItem(m_consent, {what, safeText(words)});
    };
    row(tr("Goes to"), tr("GitHub, as you"));
    for (const auto& host : consent.hosts)
        row(tr("Goes to"), host);
    const auto sent = [](const desk::Consent::Credential& each) {
        return each.hosts.isEmpty() ? each.name : tr("%1, sent to %2").arg(each.name, each.hosts.join(u", "_s));
    };
    for (const auto& secret : consent.secrets)
        row(tr("Takes a secret"), sent(secret));
    for (const auto& credential : consent.credentials) {
        auto* item = row(tr("Uses a stored credential"), sent(credential));
        item->setData(0, kCredentialRole, credential.name);
        item->setData(0, kHostsRole, credential.origins);
        item->setData(0, kWordsRole, item->text(1));
    }
    for (const auto& effect : consent.effects)
        row(tr("Changes"),
            effect.canBeTakenBack ? tr("%1 (can be taken back)").arg(effect.words)
                                  : tr("%1 (cannot be taken back)").arg(effect.words));
    showCredentials();
}

void WorkflowsDialog::readCredentials()
{
    if (!m_credentials)
        return;
    whenDone(m_credentials->credentials(), this, [this](const Result<QList<KeptCredential>>& kept) {
        m_knowsKept = kept.ok();
        m_kept.clear();
        for (const auto& one : kept ? *kept : QList<KeptCredential>())
            m_kept += one.name;
        showCredentials();
    });
}

void WorkflowsDialog::showCredentials()
{
    const auto* current = m_consent->currentItem();
    m_missing = nullptr;
    for (int row = 0; m_knowsKept && row < m_consent->topLevelItemCount(); ++row) {
        auto* item = m_consent->topLevelItem(row);
        const QString name = item->data(0, kCredentialRole).toString();
        if (name.isEmpty())
            continue;
        const bool missing = !m_kept.contains(name);
        const QString words = item->data(0, kWordsRole).toString();
        item->setText(1, missing ? tr("%1 (not set on this computer yet)").arg(words) : words);
        if (missing && (!m_missing || item == current))
            m_missing = item;
    }
    m_setCredential->setVisible(m_missing);
    if (m_missing)
        m_setCredential->setText(
            tr("&Set “%1”…", "a credential")
                .arg(safeLine(m_missing->data(0, kCredentialRole).toString(), 64).replace(u'&', u"&&"_s)));
}

void WorkflowsDialog::setCredential()
{
    if (!m_missing)
        return;
    KeptCredential wanted{
        .name = m_missing->data(0, kCredentialRole).toString(), .hosts = {}, .header = {}, .prefix = {}, .kept = {}};
    for (const QString& host : m_missing->data(0, kHostsRole).toStringList())
        if (!host.contains(u'{')) // who types an input says where that leads
            wanted.hosts += host.contains("://"_L1) ? host : u"https://"_s + host;
    auto* dialog = new CredentialDialog(*m_credentials, wanted, true, this);
    connect(dialog, &QDialog::finished, this, &WorkflowsDialog::readCredentials);
    connect(dialog, &CredentialDialog::keeping, this, [this](const auto& keeping) {
        // Also where the dialog was closed meanwhile.
        whenDone(keeping, this, [this](const Result<void>&) { readCredentials(); });
    });
    dialog->open();
}

void WorkflowsDialog::askForFile()
{
    auto* dialog = new QFileDialog(this, tr("Import a workflow"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"workflowFile"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Workflow files (*.json)")});
    connect(dialog, &QFileDialog::fileSelected, this, &WorkflowsDialog::openFile);
    dialog->open();
}

void WorkflowsDialog::openFile(const QString& file)
{
    m_error->hide();
    whenDone(m_desk.readWorkflow(file), this, [this](const Result<std::shared_ptr<const Workflow>>& read) {
        if (!read) {
            m_error->showError(read.error());
            m_error->show();
            return;
        }
        m_offered = *read;
        fill();
        m_pages->setCurrentWidget(m_consent->parentWidget());
    });
}

void WorkflowsDialog::import()
{
    if (!m_offered || m_shown != m_offered)
        return;
    m_import->setEnabled(false);
    whenDone(m_desk.importWorkflow(m_offered), this, [this, read = m_offered](const Result<void>& done) {
        if (!done) {
            m_error->showError(done.error());
            m_error->show();
            m_import->setEnabled(m_offered && m_shown == m_offered);
            return;
        }
        if (m_offered == read)
            m_offered = nullptr;
        m_error->hide();
        fill();
        if (m_offered)
            return; // another one was opened meanwhile, and is looked at
        for (int row = 0; row < m_list->topLevelItemCount(); ++row)
            if (m_list->topLevelItem(row)->toolTip(0) == read->id
                && m_list->topLevelItem(row)->text(1) == QLocale().toString(read->version))
                m_list->setCurrentItem(m_list->topLevelItem(row));
    });
}

} // namespace slipway::console
