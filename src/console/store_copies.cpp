// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/store_copies.h"

#include "base/text.h"
#include "base/when_done.h"
#include "console/dialog_buttons.h"
#include "console/error_panel.h"
#include "console/labels.h"
#include "console/row_delegate.h"
#include "console/safe_text.h"
#include "console/wording.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace slipway::console {

namespace {

QString wordOf(StoreCopy::Kind kind)
{
    switch (kind) {
    case StoreCopy::Kind::Daily: return StoreCopiesDialog::tr("made by itself, once a day");
    case StoreCopy::Kind::Asked: return StoreCopiesDialog::tr("made because somebody asked");
    case StoreCopy::Kind::Migration: return StoreCopiesDialog::tr("made before the store's form changed");
    case StoreCopy::Kind::Elsewhere:
    case StoreCopy::Kind::Exported: break; // no copies of this store
    case StoreCopy::Kind::Replaced: return StoreCopiesDialog::tr("what stood there before a copy was put back");
    }
    return {};
}

} // namespace

StoreCopiesDialog::StoreCopiesDialog(StoreKeeper& keeper, Jobs& jobs, const QString& storePath, QWidget* parent)
    : QDialog(parent)
    , m_keeper(keeper)
    , m_jobs(jobs)
    , m_list(new QListWidget)
    , m_note(wrappedLabel())
{
    setObjectName(u"storeCopies"_s);
    setWindowTitle(tr("Copies of the store"));
    m_list->setObjectName(u"copyList"_s);
    m_list->setAccessibleName(tr("Copies, newest first"));
    m_list->setItemDelegate(new RowDelegate(m_list));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_make = buttons->addButton(tr("&Make a copy now"), QDialogButtonBox::ActionRole);
    m_make->setObjectName(u"makeCopy"_s);
    m_look = buttons->addButton(tr("&Look at it"), QDialogButtonBox::ActionRole);
    m_look->setObjectName(u"lookAt"_s);
    m_look->setToolTip(tr("Show this copy instead of the store, for reading only"));
    m_putBack = buttons->addButton(tr("&Put it back…"), QDialogButtonBox::ActionRole);
    m_putBack->setObjectName(u"putBack"_s);
    auto* column = new QVBoxLayout(this);
    column->addWidget(
        wrappedLabel(tr("The history is kept in %1; its copies stand beside it.").arg(safeLine(storePath))));
    column->addWidget(m_list, 1);
    column->addWidget(m_note);
    column->addWidget(buttons);
    resize(620, 360);
    letTabReachAll(*buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_make, &QPushButton::clicked, this, &StoreCopiesDialog::make);
    connect(m_look, &QPushButton::clicked, this, &StoreCopiesDialog::look);
    connect(m_putBack, &QPushButton::clicked, this, &StoreCopiesDialog::putBack);
    connect(m_list, &QListWidget::currentRowChanged, this, &StoreCopiesDialog::refresh);
    read();
}

void StoreCopiesDialog::read()
{
    whenDone(m_keeper.copies(), this, [this](const Result<QList<StoreCopy>>& copies) {
        m_list->clear();
        m_copies = copies ? *copies : QList<StoreCopy>();
        for (const StoreCopy& copy : std::as_const(m_copies))
            m_list->addItem(
                tr("%1, %2, %3", "time, size, why")
                    .arg(dateTimeText(copy.madeAt), QLocale().formattedDataSize(copy.bytes, 1), wordOf(copy.kind)));
        m_list->setCurrentRow(0);
        if (!copies)
            showErrorDialog(copies.error(), this);
        refresh();
    });
}

void StoreCopiesDialog::refresh()
{
    m_make->setEnabled(!m_busy);
    m_look->setEnabled(!m_busy && m_list->currentRow() >= 0);
    m_putBack->setEnabled(!m_busy && m_list->currentRow() >= 0);
    if (m_busy)
        m_note->setText(tr("Making a copy…"));
    else if (m_copies.isEmpty())
        m_note->setText(tr("There is no copy yet. One is made each day while the runs are watched."));
    else
        m_note->setText(tr("A copy can be looked at without changing anything; this window does not watch the runs "
                           "meanwhile. To put one back closes this window for a moment. What stands there now is kept, "
                           "and every open run "
                           "looks at what is there before it does anything."));
}

void StoreCopiesDialog::make()
{
    m_busy = true;
    refresh();
    // It goes on where the dialog is closed meanwhile.
    auto copying = m_keeper.makeCopy();
    whenDone(copying, &m_jobs, [job = m_jobs.begin(tr("Copying the store"))](const Result<void>&) {});
    whenDone(copying, this, [this](const Result<void>& made) {
        m_busy = false;
        if (!made)
            showErrorDialog(made.error(), this);
        read();
    });
}

void StoreCopiesDialog::look()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_copies.size())
        return;
    const StoreCopy copy = m_copies[row];
    accept();
    m_keeper.lookAt(copy);
}

void StoreCopiesDialog::putBack()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_copies.size())
        return;
    auto* ask = plainMessage(QMessageBox::Warning, tr("Put this copy back?"),
        tr("The history becomes what it was on %1. What was journaled since then is no longer in it; the file that is "
           "replaced is kept beside it.")
            .arg(dateTimeText(m_copies[row].madeAt)),
        this);
    auto* yes = ask->addButton(tr("Put the copy back"), QMessageBox::DestructiveRole);
    yes->setObjectName(u"putBackConfirm"_s);
    ask->setDefaultButton(ask->addButton(QMessageBox::Cancel));
    connect(yes, &QPushButton::clicked, this, [this, file = m_copies[row].file] {
        accept();
        m_keeper.putBack(file);
    });
    ask->open();
}

} // namespace slipway::console
