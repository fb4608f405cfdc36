// SPDX-License-Identifier: GPL-3.0-or-later
// What the banners' buttons and the parts of the status bar lead to.
#include "base/text.h"
#include "base/when_done.h"
#include "console/about_dialog.h"
#include "console/error_panel.h"
#include "console/labels.h"
#include "console/safe_text.h"
#include "console/store_copies.h"
#include "console/window_menus.h"
#include "console/window_parts.h"
#include "console/wording.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>

namespace slipway::console {

QList<RunId> MainWindow::parkedRuns() const
{
    QList<RunId> parked;
    for (int row = 0; row < m->runs.rowCount(); ++row)
        if (m->runs.at(row).open && m->runs.at(row).state == RunState::Parked)
            parked += m->runs.at(row).id;
    return parked;
}

void MainWindow::actOnBanner(BannerAct act)
{
    switch (act) {
    case BannerAct::GoOn:
        whenDone(m->desk.submit(ResumeRun{}, RunId()), this, [this](const Result<desk::Receipt>& receipt) {
            if (!receipt)
                m->banner->showError(receipt.error());
        });
        return;
    case BannerAct::TryNow:
        // One look tries the way; the others follow by themselves when it is open.
        if (const QList<RunId> parked = parkedRuns(); !parked.isEmpty())
            m->desk.submit(LookNow{}, parked.first());
        m->status->showMessage(tr("Trying now…"), 3'000);
        return;
    case BannerAct::SignIn:
        if (m->options.connector)
            openConnectionDialog();
        return;
    case BannerAct::WhatIsMissing: showConnection(); return;
    case BannerAct::ShowStore: showStorePlace(); return;
    case BannerAct::StoreCopies: showStoreCopies(); return;
    case BannerAct::BackToStore:
        if (m->options.storeKeeper)
            m->options.storeKeeper->backToStore();
        return;
    case BannerAct::StatusPage: openLink(m->options.opener, statusPageOf(m->desk.status().host), this); return;
    case BannerAct::None:
    case BannerAct::Details:
    case BannerAct::Close: return;
    }
}

void MainWindow::showStatusPart(StatusLine::Part part)
{
    const desk::EngineStatus status = m->desk.status();
    switch (part) {
    case StatusLine::Part::Account:
        if (m->options.connector)
            showConnection();
        else
            showAbout();
        return;
    case StatusLine::Part::Budget: {
        QString text = tr("GitHub allows this account %L1 calls an hour; %L2 are left.")
                           .arg(status.budgetLimit.value_or(0))
                           .arg(status.budgetRemaining.value_or(0));
        if (status.budgetResetsAt && *status.budgetResetsAt > m->clock.now())
            text += u' ' + tr("The hour ends at %1.").arg(timeText(*status.budgetResetsAt, m->clock.now()));
        text += u"\n\n"_s
            + tr("When the budget gets low, watching slows down. What you ask for yourself comes first, and when "
                 "GitHub says "
                 "stop, nothing is sent until it may.");
        plainMessage(QMessageBox::Information, tr("GitHub's budget"), text, this)->open();
        return;
    }
    case StatusLine::Part::Age: m->actions[ActionSet::ReadNow]->trigger(); return;
    case StatusLine::Part::Counts: m->navigator->choose(RunViewKind::NeedsYou); return;
    case StatusLine::Part::Job: m->status->showMessage(m->jobs.text(), 4'000); return;
    case StatusLine::Part::Store: showStorePlace(); return;
    case StatusLine::Part::Version: showAbout(); return;
    }
}

void MainWindow::showStorePlace()
{
    const desk::EngineStatus status = m->desk.status();
    QString text = tr("The history is kept in\n%1").arg(safeText(status.storePath));
    if (status.drives)
        text += u"\n\n"_s + tr("This window watches its runs.");
    else if (status.owner && !status.owner->program.isEmpty())
        text += u"\n\n"_s
            + tr("Another Slipway watches its runs: %1, process %2.")
                  .arg(safeLine(status.owner->program, 40))
                  .arg(status.owner->pid);
    else
        text += u"\n\n"_s + tr("Nobody watches its runs at present.");
    auto* message = plainMessage(QMessageBox::Information, tr("Where the history is"), text, this);
    message->addButton(QMessageBox::Close);
    auto* folder = message->addButton(tr("Open the folder"), QMessageBox::ActionRole);
    connect(folder, &QPushButton::clicked, this,
        [this, path = status.storePath] { m->options.opener(QUrl::fromLocalFile(QFileInfo(path).absolutePath())); });
    if (m->options.storeKeeper) {
        auto* copies = message->addButton(tr("Copies…"), QMessageBox::ActionRole);
        connect(copies, &QPushButton::clicked, this, &MainWindow::showStoreCopies, Qt::QueuedConnection);
    }
    message->open();
}

void MainWindow::showStoreCopies()
{
    if (!m->options.storeKeeper)
        return;
    auto* dialog = new StoreCopiesDialog(*m->options.storeKeeper, m->jobs, m->desk.status().storePath, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

//! A store or an exported run, shown in this window's place.
void MainWindow::openCopy()
{
    if (!m->options.storeKeeper)
        return;
    auto* dialog = new QFileDialog(this, tr("Open a copy"));
    dialog->setObjectName(u"openCopy"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setNameFilters(
        {u"%1 (*.db *.json)"_s.arg(tr("Stores and exported runs")), u"%1 (*)"_s.arg(tr("All files"))});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m->status->showMessage(tr("Opening %1…").arg(safeLine(file)), 4'000);
        whenDone(m->options.storeKeeper->lookAtFile(file), this, [this](const Result<void>& opened) {
            if (!opened)
                showErrorDialog(opened.error(), this);
        });
    });
    dialog->open();
}

void MainWindow::showAbout()
{
    const desk::EngineStatus status = m->desk.status();
    (new AboutDialog({.version = m->options.version,
                         .store = status.storePath,
                         .profile = m->options.profileFile,
                         .settings = m->settings.fileName(),
                         .terminal = m->options.terminal},
         this))
        ->open();
}

} // namespace slipway::console
