// SPDX-License-Identifier: GPL-3.0-or-later
// The copies of the store behind the window.
#include "app/background.h"
#include "app/opened_copy.h"
#include "app/process.h"
#include "app/window_program.h"
#include "base/logging.h"
#include "base/text.h"
#include "base/when_done.h"
#include "console/error_panel.h"
#include "console/labels.h"
#include "journal/backups.h"
#include "journal/restore.h"
#include "journal/store_files.h"
#include "steps/kinds.h"

#include <QApplication>
#include <QTimer>

namespace slipway::app {

namespace {

console::StoreCopy::Kind kindOf(journal::Backup::Kind kind)
{
    using Kind = console::StoreCopy::Kind;
    switch (kind) {
    case journal::Backup::Kind::Daily: return Kind::Daily;
    case journal::Backup::Kind::Asked: return Kind::Asked;
    case journal::Backup::Kind::Migration: return Kind::Migration;
    case journal::Backup::Kind::Replaced: return Kind::Replaced;
    }
    return Kind::Daily;
}

} // namespace

QFuture<Result<QList<console::StoreCopy>>> WindowProgram::copies()
{
    return inBackground<Result<QList<console::StoreCopy>>>(
        [store = storePath()]() -> Result<QList<console::StoreCopy>> {
            const auto backups = journal::backupsOf(store);
            if (!backups)
                return backups.error();
            QList<console::StoreCopy> copies;
            for (const journal::Backup& backup : *backups)
                copies += {backup.file, kindOf(backup.kind), backup.madeAt, backup.bytes};
            return copies;
        });
}

QFuture<Result<void>> WindowProgram::makeCopy()
{
    return inBackground<Result<void>>([store = storePath()]() -> Result<void> {
        SystemClock clock;
        const auto made = journal::makeBackup(store, journal::Backup::Kind::Asked, clock);
        return made ? Result<void>() : Result<void>(made.error());
    });
}

QString WindowProgram::storePath() const { return m_lookedAt ? m_lookedFrom : m_desk->status().storePath; }

void WindowProgram::lookAt(const console::StoreCopy& copy)
{
    if (m_leaving) // meanwhile another window was asked for
        return;
    m_lookedFrom = storePath();
    showNext(copy);
}

QFuture<Result<void>> WindowProgram::lookAtFile(const QString& file)
{
    // The store itself is not read beside its connection: closing its file would drop SQLite's locks on it.
    const QString store = storePath();
    if (journal::fileIdentity(file) == journal::fileIdentity(store)) {
        if (m_lookedAt)
            backToStore();
        return QtFuture::makeReadyFuture(Result<void>());
    }
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    const auto read = inBackground<Result<console::StoreCopy>>([file, folder = m_exported.path()] {
        SystemClock clock;
        return copyFrom(file, folder, clock);
    });
    whenDone(read, this, [this, promise](const Result<console::StoreCopy>& copy) {
        promise->addResult(copy ? Result<void>() : Result<void>(copy.error()));
        promise->finish();
        if (copy)
            lookAt(*copy);
    });
    return promise->future();
}

void WindowProgram::backToStore() { showNext(std::nullopt); }

void WindowProgram::showNext(const std::optional<console::StoreCopy>& copy)
{
    // The window that asks has its answer before it goes.
    QTimer::singleShot(0, this, [this, copy] {
        leave([this, copy, destination = m_destination, kind = m_kind] {
            auto shown = show(destination, kind, copy);
            if (!shown && copy) {
                const Error why = shown.error();
                shown = show(destination, kind);
                if (shown)
                    console::showErrorDialog(why, m_window.get());
            }
            if (!shown) {
                qCWarning(logConsole) << "the store cannot be opened" << shown.error().code;
                QApplication::quit();
            }
        });
    });
}

void WindowProgram::putBack(const QString& file)
{
    // The window that asks goes first: nobody may have the store open.
    QTimer::singleShot(0, this, [this, file] {
        if (m_leaving)
            return;
        const QString store = storePath();
        const Destination destination = m_destination;
        const Kind kind = m_kind;
        leave([this, store, file, destination, kind] { replaceStore(store, file, destination, kind); });
    });
}

void WindowProgram::replaceStore(const QString& store, const QString& file, const Destination& destination, Kind kind)
{
    const auto restored = inBackground<Result<journal::RestoreReport>>([store, file] {
        SystemClock clock;
        return journal::restoreBackup(store, file, actorName(), steps::kindRules(), clock);
    });
    whenDone(restored, this, [this, destination, kind](const Result<journal::RestoreReport>& report) {
        const auto shown = show(destination, kind);
        if (!shown) {
            qCWarning(logConsole) << "the store cannot be opened" << shown.error().code;
            QApplication::quit();
            return;
        }
        if (!report) {
            console::showErrorDialog(report.error(), m_window.get());
            return;
        }
        QString text = tr("The copy is in place: %1 runs, %2 of them open. Open runs look at what is there before they "
                          "do anything.")
                           .arg(report->runs)
                           .arg(report->openRuns);
        if (!report->replaced.isEmpty())
            text += u"\n\n"_s + tr("The earlier file is kept at\n%1").arg(report->replaced);
        console::plainMessage(QMessageBox::Information, tr("Copy put back"), text, m_window.get())->open();
    });
}

} // namespace slipway::app
