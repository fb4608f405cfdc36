// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/connection_form.h"

#include "base/text.h"
#include "console/labels.h"
#include "desk/values.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace slipway::console {

namespace {

using Way = ConnectionChoice::Way;

} // namespace

QString addressOf(const QString& typed)
{
    const QString text = typed.trimmed();
    return text.isEmpty() || text.contains(u"://"_s) ? text : u"https://"_s + text;
}

ConnectionForm::ConnectionForm(QWidget* parent)
    : QWidget(parent)
    , m_fields(new QFormLayout)
    , m_way(new QComboBox)
    , m_explanation(wrappedLabel())
    , m_more(new QCheckBox(tr("&Further settings of the network")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addLayout(m_fields);
    column->addStretch(1); // what is over stays below the fields, not among them
    m_fields->setContentsMargins({});
    m_fields->setVerticalSpacing(8);
    m_host = addField(tr("&Host"), u"connectionHost"_s, tr("github.com, NAME.ghe.com or your own server"));
    m_host->setText(u"github.com"_s);

    m_way->setObjectName(u"connectionWay"_s);
    m_way->setAccessibleName(tr("Way to connect"));
    m_way->addItem(tr("Personal token"), int(Way::Token));
    m_way->addItem(tr("Sign in with a code"), int(Way::SignIn));
    m_way->addItem(tr("Token of the program gh"), int(Way::Gh));
    m_way->addItem(tr("GitHub App"), int(Way::App));
    m_fields->addRow(tr("&Way"), m_way);
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    m_explanation->setMinimumWidth(360); // at the least width of a wrapped label it would ask for the height of a page
    m_explanation->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_fields->addRow(QString(), m_explanation);

    m_token = addField(tr("&Token"), u"connectionToken"_s, u"github_pat_…"_s);
    m_token->setEchoMode(QLineEdit::Password);
    m_clientId = addField(tr("&Client id"), u"connectionClientId"_s, u"Iv23li…"_s);
    m_app = addField(tr("&App's client id"), u"connectionApp"_s, u"Iv23li…"_s);
    m_appKeyFile = addField(tr("&Key file"), u"connectionAppKey"_s, tr("private key (PEM), readable by you alone"));
    addFile(m_appKeyFile, tr("Private key of the App"));
    m_appOrganisation = addField(tr("&Organisation"), u"connectionAppOrganisation"_s, tr("whose installation"));
    m_fields->addRow(QString(), m_more);
    m_caFile = addField(tr("CA &file"), u"connectionCaFile"_s, tr("further certificate authorities (PEM)"));
    addFile(m_caFile, tr("Certificate authorities"));
    m_proxy = addField(tr("&Proxy"), u"connectionProxy"_s, tr("the system's; or http://HOST:PORT, or none"));

    connect(m_way, &QComboBox::currentIndexChanged, this, &ConnectionForm::showWay);
    connect(m_more, &QCheckBox::toggled, this, &ConnectionForm::showWay);
    showWay();
}

QLineEdit* ConnectionForm::addField(const QString& label, const QString& name, const QString& hint)
{
    auto* field = new QLineEdit;
    field->setObjectName(name);
    QString spoken = label;
    field->setAccessibleName(spoken.remove(u'&'));
    field->setPlaceholderText(hint);
    m_fields->addRow(label, field);
    connect(field, &QLineEdit::textChanged, this, &ConnectionForm::changed);
    connect(field, &QLineEdit::returnPressed, this, &ConnectionForm::entered);
    return field;
}

void ConnectionForm::addFile(QLineEdit* field, const QString& title)
{
    auto* choose = field->addAction(style()->standardIcon(QStyle::SP_DialogOpenButton), QLineEdit::TrailingPosition);
    choose->setText(tr("Choose a file…")); // the button is read by it
    choose->setToolTip(tr("Choose a file…"));
    connect(choose, &QAction::triggered, this, [this, field, title] {
        auto* dialog = new QFileDialog(this, title);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, field, &QLineEdit::setText);
        dialog->open();
    });
}

void ConnectionForm::setHost(const QString& host) { m_host->setText(host); }

void ConnectionForm::forgetToken() { m_token->clear(); }

void ConnectionForm::showWay()
{
    const auto way = Way(m_way->currentData().toInt());
    const auto show = [this](QLineEdit* field, bool shown) {
        field->setVisible(shown);
        if (auto* label = m_fields->labelForField(field))
            label->setVisible(shown);
    };
    show(m_token, way == Way::Token);
    show(m_clientId, way == Way::SignIn);
    show(m_app, way == Way::App);
    show(m_appKeyFile, way == Way::App);
    show(m_appOrganisation, way == Way::App);
    show(m_caFile, m_more->isChecked());
    show(m_proxy, m_more->isChecked());
    switch (way) {
    case Way::Token:
        m_explanation->setText(
            tr("Classic (scopes repo, workflow, read:org) or fine-grained (contents, pull requests and "
               "actions: read and write). You make it on GitHub under Settings, Developer settings."));
        break;
    case Way::SignIn:
        m_explanation->setText(
            tr("You enter a code on GitHub's page. Needs the client id of your organisation's GitHub App "
               "or OAuth app, with device flow turned on."));
        break;
    case Way::Gh:
        m_explanation->setText(
            tr("If you are signed in with gh on this computer, Slipway asks it for the token, once."));
        break;
    case Way::App:
        m_explanation->setText(
            tr("Slipway acts as the App, not as you. The key stays in its file; it is read once an hour, "
               "when a new token is asked for."));
        break;
    }
    Q_EMIT changed();
}

QString ConnectionForm::whatIsMissing() const
{
    const auto empty = [](const QLineEdit* field) { return field->text().trimmed().isEmpty(); };
    if (!desk::isSafeToOpen(addressOf(m_host->text())))
        return tr("Enter the address of GitHub first.");
    switch (Way(m_way->currentData().toInt())) {
    case Way::Token: return empty(m_token) ? tr("Enter a token first.") : QString();
    case Way::SignIn: return empty(m_clientId) ? tr("Enter the client id first.") : QString();
    case Way::Gh: return {};
    case Way::App:
        return empty(m_app) || empty(m_appKeyFile) || empty(m_appOrganisation)
            ? tr("Enter the App's client id, its key file and the organisation first.")
            : QString();
    }
    return {};
}

ConnectionChoice ConnectionForm::choice() const
{
    const auto text = [](const QLineEdit* field) { return field->text().trimmed(); };
    ConnectionChoice choice{.way = Way(m_way->currentData().toInt()), .host = addressOf(m_host->text())};
    if (choice.way == Way::Token)
        choice.token = Secret(text(m_token).toUtf8());
    if (choice.way == Way::SignIn)
        choice.clientId = text(m_clientId);
    if (choice.way == Way::App) {
        choice.app = text(m_app);
        choice.appKeyFile = text(m_appKeyFile);
        choice.appOrganisation = text(m_appOrganisation);
    }
    if (m_more->isChecked()) {
        choice.caFile = text(m_caFile);
        choice.proxy = text(m_proxy);
    }
    return choice;
}

} // namespace slipway::console
