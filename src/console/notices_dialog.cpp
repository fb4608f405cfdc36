// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/notices_dialog.h"

#include "base/text.h"
#include "console/dialog_buttons.h"
#include "console/labels.h"
#include "console/row_delegate.h"
#include "console/state_painter.h"
#include "console/wording.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace slipway::console {

NoticesDialog::NoticesDialog(Notices& notices, Clock& clock, QWidget* parent)
    : QDialog(parent)
    , m_notices(notices)
    , m_clock(clock)
    , m_list(new QListWidget)
    , m_empty(quietLabel())
{
    setObjectName(u"notices"_s);
    setWindowTitle(tr("Notifications"));
    m_list->setObjectName(u"noticeList"_s);
    m_list->setAccessibleName(tr("Notifications, newest first"));
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setWordWrap(true);
    m_empty->setText(tr("Nothing has been notified yet. What needs you, gets stuck, fails for good or "
                        "takes long and ends well is listed here."));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_open = buttons->addButton(tr("Open the run"), QDialogButtonBox::ActionRole);
    m_open->setObjectName(u"openNotice"_s);
    m_clear = buttons->addButton(tr("Remove what is resolved"), QDialogButtonBox::ActionRole);
    m_clear->setObjectName(u"clearNotices"_s);
    auto* choose = buttons->addButton(tr("Choose what is notified…"), QDialogButtonBox::ActionRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_empty, 1);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    resize(620, 360);
    letTabReachAll(*buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, &NoticesDialog::open);
    connect(m_list, &QListWidget::itemActivated, this, &NoticesDialog::open);
    connect(m_clear, &QPushButton::clicked, &notices, &Notices::forgetResolved);
    connect(choose, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT settingsWanted();
    });
    connect(&notices, &Notices::changed, this, &NoticesDialog::refresh);
    refresh();
}

void NoticesDialog::refresh()
{
    const int row = std::max(0, m_list->currentRow());
    m_list->clear();
    bool anyResolved = false;
    for (const Notice& notice : m_notices.all()) {
        QString text = tr("%1  %2", "time, title").arg(timeText(notice.at, m_clock.now()), notice.title);
        if (!notice.text.isEmpty())
            text += u'\n' + notice.text;
        if (notice.resolved)
            text += u'\n' + tr("No longer so.");
        anyResolved |= notice.resolved || notice.reason == NoticeReason::Finished;
        auto* item = new QListWidgetItem(stateIcon(stateOf(notice.reason)), text, m_list);
        item->setData(Qt::UserRole, notice.run.text());
        if (notice.resolved)
            item->setForeground(palette().color(QPalette::PlaceholderText));
    }
    const bool any = m_list->count() > 0;
    m_list->setVisible(any);
    m_empty->setVisible(!any);
    m_open->setEnabled(any);
    m_clear->setEnabled(anyResolved);
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
}

void NoticesDialog::open()
{
    if (const QListWidgetItem* item = m_list->currentItem())
        Q_EMIT runWanted(RunId(item->data(Qt::UserRole).toString()));
}

} // namespace slipway::console
