// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/secret_dialog.h"

#include "base/text.h"
#include "console/command_runner.h"
#include "console/dialog_buttons.h"
#include "console/error_panel.h"
#include "console/labels.h"
#include "console/primary_button.h"
#include "console/safe_text.h"
#include "workflow/secrets.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace slipway::console {

namespace {

//! What a person calls it: the title of the input, else the last part of the name.
QString secretTitle(const Run& run, const QString& name)
{
    for (const auto& input : run.workflow->inputs)
        if (u"inputs."_s + input.id == name && !input.title.isEmpty())
            return safeLine(input.title, 80);
    return safeLine(name.section(u'.', -1), 80);
}

} // namespace

SecretDialog::SecretDialog(const Run& run, const StepRun& step, CommandRunner& commands, QWidget* parent)
    : QDialog(parent)
    , m_commands(commands)
    , m_run(run.id)
    , m_step(step.id)
    , m_id(newCommandId())
    , m_secret(new QLineEdit)
    , m_error(new ErrorPanel)
{
    const QString asked = secretAskedFor(step).value_or(QString());
    m_name = secretNamed(*run.workflow, asked).value_or(asked);
    const auto* definition = run.workflow->step(step.id);
    setObjectName(u"secretDialog"_s);
    setWindowTitle(tr("Give the secret"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);

    auto* label = plainLabel(secretTitle(run, m_name));
    label->setBuddy(m_secret);
    m_secret->setObjectName(u"secret"_s);
    m_secret->setAccessibleName(label->text());
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setMaxLength(kLongestSecret);
    m_error->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_give = buttons->addButton(tr("&Give it"), QDialogButtonBox::AcceptRole);
    m_give->setObjectName(u"giveSecret"_s);
    m_give->setEnabled(false);
    makePrimary(m_give);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(10);
    column->addWidget(wrappedLabel(
        tr("“%1” of %2 waits for it.", "step, service")
            .arg(safeLine(definition ? definition->title : step.id.text(), 120), safeLine(run.subject, 80))));
    column->addWidget(label);
    column->addWidget(m_secret);
    column->addWidget(wrappedLabel(
        tr("It is kept in this desktop's keychain while the run is open. It stands in no history and in no log.")));
    column->addWidget(m_error);
    column->addStretch();
    column->addWidget(buttons);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    m_give->setDefault(true); // within the dialog only: before, Return would press Cancel
    resize(460, sizeHint().height());

    connect(
        m_secret, &QLineEdit::textChanged, this, [this](const QString& text) { m_give->setEnabled(!text.isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &SecretDialog::give);
    letTabReachAll(*buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_secret->setFocus();
}

void SecretDialog::give()
{
    if (!m_give->isEnabled())
        return;
    m_give->setEnabled(false);
    const RetryStep command{.step = m_step, .reason = {}, .secrets = {{m_name, Secret(m_secret->text().toUtf8())}}};
    m_commands.submit(m_run, command, m_id, std::nullopt, this, [this](const Result<desk::Receipt>& receipt) {
        if (receipt)
            return accept();
        m_id = newCommandId(); // what was refused was no act: another value is another one
        m_error->showError(receipt.error());
        m_error->show();
        m_give->setEnabled(true);
    });
}

} // namespace slipway::console
