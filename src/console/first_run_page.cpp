// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/first_run_page.h"

#include "base/text.h"
#include "base/when_done.h"
#include "console/connection_form.h"
#include "console/error_panel.h"
#include "console/icons.h"
#include "console/labels.h"
#include "console/primary_button.h"
#include "desk/values.h"

#include "ui_first_run.h"

#include <QIcon>
#include <QUrl>

namespace slipway::console {

FirstRunPage::FirstRunPage(Connector* connector, QWidget* parent)
    : QWidget(parent)
    , m_connector(connector)
    , m_form(std::make_unique<Ui::FirstRunForm>())
    , m_error(new ErrorPanel)
{
    m_form->setupUi(this);
    makePlain(this);
    m_form->picture->setPixmap(QIcon(u":/icons/org.slipway.Slipway.svg"_s).pixmap(64, 64));
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.7);
    title.setWeight(QFont::DemiBold);
    m_form->title->setFont(title);
    QFont heading = font();
    heading.setPointSizeF(heading.pointSizeF() * 1.15);
    heading.setWeight(QFont::DemiBold);
    m_form->sandboxTitle->setFont(heading);
    m_form->githubTitle->setFont(heading);
    for (QLabel* quiet : {m_form->subtitle, m_form->sandboxText, m_form->githubText, m_form->progress})
        quiet->setForegroundRole(QPalette::PlaceholderText);
    m_form->connectButton->setIcon(icon(u"connect"_s));
    m_form->errorPlace->addWidget(m_error);
    m_error->hide();
    for (QFrame* card : {m_form->sandboxCard, m_form->githubCard}) {
        card->setBackgroundRole(QPalette::AlternateBase); // fields in it must stand out in dark, too
        card->setAutoFillBackground(true);
    }
    makePrimary(m_form->sandboxButton);
    setFocusProxy(m_form->sandboxButton);
    for (QPushButton* link : {m_form->otherWaysButton, m_form->laterButton})
        makeLink(link);

    connect(m_form->sandboxButton, &QPushButton::clicked, this, &FirstRunPage::trySandbox);
    connect(m_form->connectButton, &QPushButton::clicked, this, &FirstRunPage::connectToGitHub);
    connect(m_form->token, &QLineEdit::returnPressed, this, &FirstRunPage::connectToGitHub);
    connect(m_form->otherWaysButton, &QPushButton::clicked, this, &FirstRunPage::otherWays);
    connect(m_form->laterButton, &QPushButton::clicked, this, &FirstRunPage::lookAround);
    connect(m_form->host, &QLineEdit::textChanged, this, &FirstRunPage::refresh);
    connect(m_form->token, &QLineEdit::textChanged, this, &FirstRunPage::refresh);
    refresh();
}

FirstRunPage::~FirstRunPage() = default;

QString FirstRunPage::host() const { return m_form->host->text(); }

void FirstRunPage::refresh()
{
    const bool complete =
        desk::isSafeToOpen(addressOf(m_form->host->text())) && !m_form->token->text().trimmed().isEmpty();
    m_form->connectButton->setEnabled(complete && !m_busy);
    m_form->connectButton->setToolTip(complete ? QString() : tr("Enter the address of GitHub and a token first."));
    m_form->sandboxButton->setEnabled(!m_busy);
    m_form->otherWaysButton->setEnabled(!m_busy);
    m_form->progress->setVisible(m_busy);
}

void FirstRunPage::setBusy(const QString& what)
{
    m_busy = true;
    m_error->hide();
    m_form->progress->setText(what);
    refresh();
}

void FirstRunPage::trySandbox()
{
    if (!m_connector || m_busy)
        return;
    setBusy(tr("Building a world of simulated repositories…"));
    whenDone(m_connector->trySandbox(), this, [this](const Result<void>& result) { finish(result); });
}

void FirstRunPage::connectToGitHub()
{
    if (!m_connector || !m_form->connectButton->isEnabled())
        return;
    const QString url = addressOf(m_form->host->text());
    setBusy(tr("Asking %1 who this token belongs to…").arg(QUrl(url).host()));
    const ConnectionChoice choice{.host = url, .token = Secret(m_form->token->text().trimmed().toUtf8())};
    m_checking = true;
    whenDone(m_connector->check(choice, {}), this,
        [this, question = ++m_question](const Result<desk::ConnectionReport>& report) {
            if (question != m_question)
                return;
            m_checking = false;
            ready();
            m_error->setVisible(!report);
            if (report) {
                m_form->token->clear(); // it is in better hands than a widget's now
                Q_EMIT checked(*report);
            } else {
                m_error->showError(report.error());
            }
        });
}

//! Who looks around first does something else by the time the report would be there.
void FirstRunPage::lookAround()
{
    if (std::exchange(m_checking, false)) {
        ++m_question;
        m_connector->cancelCheck();
        ready();
    }
    Q_EMIT later();
}

void FirstRunPage::ready()
{
    m_busy = false;
    refresh();
}

void FirstRunPage::finish(const Result<void>& result)
{
    ready();
    m_error->setVisible(!result);
    if (result)
        Q_EMIT connected();
    else
        m_error->showError(result.error());
}

} // namespace slipway::console
