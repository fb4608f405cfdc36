// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/credentials_page.h"

#include "base/text.h"
#include "base/when_done.h"
#include "console/credential_dialog.h"
#include "console/error_panel.h"
#include "console/labels.h"
#include "console/row_delegate.h"
#include "console/safe_text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace slipway::console {

CredentialsPage::CredentialsPage(CredentialShelf& shelf, QWidget* parent)
    : QWidget(parent)
    , m_shelf(shelf)
    , m_list(new QTreeWidget)
    , m_none(quietLabel(tr("None is kept yet.")))
    , m_where(quietLabel())
    , m_error(new ErrorPanel)
    , m_new(new QPushButton(tr("&Set a credential…")))
    , m_change(new QPushButton(tr("Set ane&w…")))
    , m_remove(new QPushButton(tr("&Remove…")))
{
    m_list->setObjectName(u"credentialList"_s);
    m_list->setAccessibleName(tr("Credentials that are kept"));
    m_list->setHeaderLabels({tr("Name"), tr("Goes only to"), tr("Sent as")});
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_list->setRootIsDecorated(false);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_new->setObjectName(u"newCredential"_s);
    m_change->setObjectName(u"changeCredential"_s);
    m_remove->setObjectName(u"removeCredential"_s);
    m_none->setObjectName(u"noCredential"_s);
    m_where->setObjectName(u"credentialPlace"_s);
    m_where->setWordWrap(true);
    m_none->hide();
    m_error->hide();
    auto* line = new QHBoxLayout;
    for (auto* button : {m_new, m_change, m_remove}) {
        button->setAutoDefault(false);
        line->addWidget(button);
    }
    line->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    column->addWidget(headingLabel(tr("Credentials for services")));
    column->addWidget(wrappedLabel(tr("Workflows name the credentials that their requests carry. Each goes only to the "
                                      "hosts that you say, and what is kept is never shown.")));
    column->addWidget(m_list, 1);
    column->addWidget(m_none);
    column->addWidget(m_where);
    column->addWidget(m_error);
    column->addLayout(line);
    connect(m_new, &QPushButton::clicked, this, [this] { set({}, false); });
    const auto setAnew = [this] {
        if (const auto known = chosen())
            set(*known, true);
    };
    connect(m_change, &QPushButton::clicked, this, setAnew);
    connect(m_list, &QTreeWidget::itemActivated, this, setAnew);
    connect(m_remove, &QPushButton::clicked, this, &CredentialsPage::askToRemove);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &CredentialsPage::showChosen);
    fill(QList<KeptCredential>());
    m_none->hide(); // not known yet
    reload();
}

void CredentialsPage::reload(const std::optional<Error>& trouble)
{
    whenDone(m_shelf.credentials(), this, [this, trouble](const Result<QList<KeptCredential>>& kept) {
        fill(kept);
        if (trouble && kept) {
            m_error->showError(*trouble);
            m_error->show();
        }
    });
}

void CredentialsPage::fill(const Result<QList<KeptCredential>>& kept)
{
    m_error->setVisible(!kept);
    if (!kept)
        m_error->showError(kept.error());
    const QString before = chosen() ? chosen()->name : QString();
    m_kept = kept ? *kept : QList<KeptCredential>();
    m_list->clear();
    for (const auto& one : std::as_const(m_kept)) {
        const QString sent = one.prefix.isEmpty() ? tr("%1: …", "a header").arg(safeLine(one.header, 64))
                                                  : tr("%1: %2 …", "a header, the word before the secret")
                                                        .arg(safeLine(one.header, 64), safeLine(one.prefix, 64));
        auto* item = new QTreeWidgetItem(m_list, {safeLine(one.name, 64), safeLine(one.hosts.join(u", "_s)), sent});
        for (int part = 1; part < 3; ++part)
            item->setToolTip(part, item->text(part));
        if (one.name == before)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem())
        m_list->setCurrentItem(m_list->topLevelItem(0));
    for (const int part : {0, 2})
        m_list->resizeColumnToContents(part);
    m_none->setVisible(kept && m_kept.isEmpty());
    showChosen();
}

void CredentialsPage::showChosen()
{
    const auto known = chosen();
    m_change->setEnabled(known.has_value());
    m_remove->setEnabled(known.has_value());
    m_where->setText(known ? safeLine(known->kept) : QString());
    m_where->setVisible(known.has_value());
}

std::optional<KeptCredential> CredentialsPage::chosen() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return row >= 0 && row < m_kept.size() ? std::optional(m_kept[row]) : std::nullopt;
}

void CredentialsPage::set(const KeptCredential& known, bool isNamed)
{
    auto* dialog = new CredentialDialog(m_shelf, known, isNamed, this);
    connect(dialog, &QDialog::finished, this, [this] { reload(); });
    // The dialog may be closed before the keychain has answered.
    connect(dialog, &CredentialDialog::keeping, this, [this, dialog = QPointer(dialog)](const auto& keeping) {
        whenDone(keeping, this, [this, dialog](const Result<void>& kept) {
            reload(kept || (dialog && dialog->isVisible()) ? std::nullopt : std::optional(kept.error()));
        });
    });
    dialog->open();
}

void CredentialsPage::askToRemove()
{
    const auto known = chosen();
    if (!known)
        return;
    auto* question = plainMessage(QMessageBox::Question, tr("Remove the credential"),
        tr("Runs that need “%1” stop until it is set again. It stays good at its service until it is revoked there.")
            .arg(safeLine(known->name, 64)),
        this);
    question->setObjectName(u"removeCredentialQuestion"_s);
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    auto* yes = question->addButton(tr("&Remove it"), QMessageBox::DestructiveRole);
    yes->setObjectName(u"removeCredentialYes"_s);
    connect(yes, &QPushButton::clicked, this, [this, name = known->name] { remove(name); });
    question->open();
}

void CredentialsPage::remove(const QString& name)
{
    m_remove->setEnabled(false);
    whenDone(m_shelf.removeCredential(name), this, [this](const Result<void>& removed) {
        if (removed)
            return reload();
        m_error->showError(removed.error());
        m_error->show();
        m_remove->setEnabled(chosen().has_value());
    });
}

} // namespace slipway::console
