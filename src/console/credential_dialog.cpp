// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/credential_dialog.h"

#include "base/text.h"
#include "base/when_done.h"
#include "console/dialog_buttons.h"
#include "console/error_panel.h"
#include "console/labels.h"
#include "console/primary_button.h"
#include "console/safe_text.h"
#include "console/secret_dialog.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace slipway::console {

namespace {

QLineEdit* fieldOf(const char* objectName, const QString& text)
{
    auto* field = new QLineEdit(text);
    field->setObjectName(QString::fromLatin1(objectName));
    return field;
}

} // namespace

CredentialDialog::CredentialDialog(CredentialShelf& shelf, const KeptCredential& known, bool isNamed, QWidget* parent)
    : QDialog(parent)
    , m_shelf(shelf)
    , m_replaces(!known.kept.isEmpty())
    , m_name(fieldOf("credentialName", safeValue(known.name, 64)))
    , m_hosts(fieldOf("credentialHosts", safeValue(known.hosts.join(u' '), 2'000)))
    , m_secret(fieldOf("credentialSecret", {}))
    , m_header(fieldOf("credentialHeader", known.header.isEmpty() ? u"Authorization"_s : safeValue(known.header, 64)))
    , m_prefix(fieldOf("credentialPrefix", known.header.isEmpty() ? u"Bearer"_s : safeValue(known.prefix, 64)))
    , m_missing(quietLabel())
    , m_error(new ErrorPanel)
    , m_formerGone(wrappedLabel())
{
    setObjectName(u"credentialDialog"_s);
    setWindowTitle(tr("Set a credential"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    m_name->setReadOnly(isNamed);
    build(known);
    refresh();
    auto* first = !isNamed ? m_name : m_hosts->text().isEmpty() ? m_hosts : m_secret;
    first->setFocus();
}

void CredentialDialog::build(const KeptCredential& known)
{
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setMaxLength(kLongestSecret);
    m_hosts->setPlaceholderText(u"https://portal.example"_s);
    m_missing->setObjectName(u"credentialMissing"_s);
    m_error->hide();
    m_formerGone->setObjectName(u"formerGone"_s);
    m_formerGone->hide();
    auto* form = new QFormLayout;
    form->setVerticalSpacing(10);
    const auto row = [form](const QString& title, QLineEdit* field, const QString& help) {
        auto* label = plainLabel(title);
        label->setBuddy(field);
        field->setAccessibleName(QString(title).remove(u'&'));
        field->setAccessibleDescription(help);
        auto* hint = quietLabel(help);
        hint->setWordWrap(true);
        auto* both = new QVBoxLayout; // what is said of a field stands close to it
        both->setSpacing(2);
        both->addWidget(field);
        both->addWidget(hint);
        form->addRow(label, both);
    };
    row(tr("&Name"), m_name, tr("As workflows name it."));
    row(tr("&Hosts"), m_hosts,
        tr("The only addresses that may get it, with a space between several; http:// only for this computer."));
    row(tr("&Secret"), m_secret,
        known.kept.isEmpty() ? tr("A token or key. Once it is kept, it is shown nowhere again.")
                             : tr("The one that is kept is not shown. What you give here takes its place."));
    row(tr("H&eader"), m_header, tr("What requests carry it in."));
    row(tr("&Word before it"), m_prefix, tr("Such as Bearer; empty where the service wants none."));

    m_keep = new QPushButton(tr("&Keep it"));
    m_keep->setObjectName(u"keepCredential"_s);
    m_keep->setDefault(true);
    makePrimary(m_keep);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_keep, QDialogButtonBox::AcceptRole);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(10);
    column->addLayout(form);
    column->addWidget(wrappedLabel(tr("It is kept in this desktop's keychain, or, where there is none, in a file that "
                                      "only you can read. It stands in no workflow, no history and no log.")));
    column->addWidget(m_error);
    column->addWidget(m_formerGone);
    column->addWidget(m_missing);
    column->addStretch();
    column->addWidget(buttons);
    letTabReachAll(*buttons);
    resize(600, 0);
    makeRoom();
    for (auto* field : {m_name, m_hosts, m_secret, m_header, m_prefix})
        connect(field, &QLineEdit::textChanged, this, &CredentialDialog::refresh);
    connect(buttons, &QDialogButtonBox::accepted, this, &CredentialDialog::keep);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QStringList CredentialDialog::hosts() const
{
    static const QRegularExpression between(u"[\\s,]+"_s);
    return m_hosts->text().split(between, Qt::SkipEmptyParts);
}

void CredentialDialog::refresh()
{
    const QString missing = m_keeping
        ? tr("Keeping it… The desktop may ask you to unlock its keychain. Closing this does not stop it.")
        : m_name->text().isEmpty()   ? tr("It needs a name.")
        : hosts().isEmpty()          ? tr("Say which host may get it.")
        : m_secret->text().isEmpty() ? tr("Type or paste the secret.")
        : m_header->text().isEmpty() ? tr("Say which header it is sent in.")
                                     : QString();
    m_missing->setText(missing);
    m_keep->setEnabled(missing.isEmpty());
}

//! The style has the last word on how high fields are, and has it now.
void CredentialDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    makeRoom();
}

void CredentialDialog::makeRoom()
{
    // Lines that are wrapped ask for no more than one of them.
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void CredentialDialog::keep()
{
    if (!m_keep->isEnabled())
        return;
    m_keeping = true;
    m_error->hide();
    m_formerGone->hide();
    refresh();
    makeRoom();
    const CredentialOffer offer{.name = m_name->text().trimmed(),
        .hosts = hosts(),
        .header = m_header->text().trimmed(),
        .prefix = m_prefix->text().trimmed(),
        .secret = Secret(m_secret->text().trimmed().toUtf8())};
    const auto ended = m_shelf.setCredential(offer);
    Q_EMIT keeping(ended);
    whenDone(ended, this, [this](const Result<void>& kept) {
        m_keeping = false;
        if (kept) {
            m_secret->clear();
            accept();
            return;
        }
        m_error->showError(kept.error());
        m_error->show();
        refresh();
        makeRoom();
        tellOfFormer();
    });
}

//! Where it was to go to other hosts, the former one had to go first (app::keepCredential).
void CredentialDialog::tellOfFormer()
{
    if (!m_replaces)
        return;
    whenDone(m_shelf.credentials(), this, [this](const Result<QList<KeptCredential>>& all) {
        const QString name = m_name->text().trimmed();
        const bool isThere = !all
            || std::any_of(all->begin(), all->end(), [&name](const KeptCredential& one) { return one.name == name; });
        if (m_keeping || isThere)
            return;
        m_formerGone->setText(
            tr("The one that was kept before is gone, for it went to other hosts: runs that need it stop until it is "
               "set."));
        m_formerGone->show();
        makeRoom();
    });
}

} // namespace slipway::console
