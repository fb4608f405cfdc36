// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/connection_dialog.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "base/when_done.h"
#include "console/error_panel.h"
#include "console/labels.h"
#include "console/primary_button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace slipway::console {

ConnectionDialog::ConnectionDialog(Connector& connector, Opener opener, QWidget* parent)
    : QDialog(parent)
    , m_connector(connector)
    , m_form(new ConnectionForm)
    , m_code(new SignInPanel(opener))
    , m_results(new ConnectionResults(opener))
    , m_busy(wrappedLabel())
    , m_pages(new QStackedWidget)
    , m_error(new ErrorPanel)
    , m_back(new QPushButton(tr("&Back")))
    , m_forget(new QPushButton(tr("&Forget this connection…")))
    , m_next(new QPushButton)
    , m_close(new QPushButton)
{
    setWindowTitle(tr("Connection to GitHub"));
    setObjectName(u"connectionDialog"_s);
    m_busy->setAlignment(Qt::AlignCenter);
    m_busy->setObjectName(u"connectionBusy"_s);
    auto* choose = new QWidget;
    auto* chooseColumn = new QVBoxLayout(choose);
    chooseColumn->setContentsMargins({});
    chooseColumn->addWidget(m_form);
    chooseColumn->addWidget(m_error);
    chooseColumn->addStretch(1);
    for (QWidget* page :
        {choose, static_cast<QWidget*>(m_busy), static_cast<QWidget*>(m_code), static_cast<QWidget*>(m_results)})
        m_pages->addWidget(page); // in the order of Page
    m_back->setObjectName(u"connectionBack"_s);
    m_forget->setObjectName(u"connectionForget"_s);
    m_next->setObjectName(u"connectionNext"_s);
    m_close->setObjectName(u"connectionClose"_s);
    for (auto* button : {m_back, m_forget, m_next, m_close})
        button->setAutoDefault(false);
    makePrimary(m_next);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addWidget(m_forget);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(12);
    column->addWidget(m_pages, 1);
    column->addLayout(buttons);
    resize(720, 520);
    m_error->hide();

    connect(m_form, &ConnectionForm::changed, this, &ConnectionDialog::refresh);
    connect(m_form, &ConnectionForm::entered, this, [this] {
        if (m_next->isEnabled())
            check();
    });
    connect(m_next, &QPushButton::clicked, this, [this] { m_pages->currentIndex() == Results ? use() : check(); });
    connect(m_back, &QPushButton::clicked, this, &ConnectionDialog::back);
    connect(m_forget, &QPushButton::clicked, this, &ConnectionDialog::askToForget);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    turnTo(Choose);
}

ConnectionDialog::~ConnectionDialog()
{
    if (m_checking)
        m_connector.cancelCheck();
}

void ConnectionDialog::turnTo(Page page)
{
    m_pages->setCurrentIndex(page);
    refresh();
}

void ConnectionDialog::refresh()
{
    const int page = m_pages->currentIndex();
    const QString missing = m_form->whatIsMissing();
    m_next->setVisible(page == Choose || (page == Results && !m_current));
    m_next->setText(page == Results ? tr("&Use this connection") : tr("&Check"));
    m_next->setEnabled(page == Results || missing.isEmpty());
    m_next->setToolTip(page == Choose ? missing : QString());
    m_back->setVisible(page != Choose && !(page == Busy && m_isBound));
    m_back->setText(page == Results && m_current ? tr("&Connect differently…") : tr("&Back"));
    m_forget->setVisible(page == Results && m_current && m_connector.canForget());
    m_close->setText(page == Results && m_current ? tr("Close") : tr("Cancel"));
}

int ConnectionDialog::wait(const QString& text, Way back)
{
    m_busy->setText(text);
    m_error->hide();
    m_checking = true;
    m_isBound = back == Way::None;
    turnTo(Busy);
    return ++m_question;
}

void ConnectionDialog::check()
{
    m_current = false;
    const auto choice = m_form->choice();
    const int question = wait(tr("Asking %1 who this is and what it may do…").arg(QUrl(choice.host).host()), Way::Back);
    const QPointer guard(this);
    whenDone(m_connector.check(choice,
                 [this, guard, question](const SignInCode& code) {
                     if (!guard || !m_checking || question != m_question)
                         return;
                     m_code->showCode(code);
                     turnTo(Code);
                 }),
        this, [this, question](const Result<desk::ConnectionReport>& report) { take(question, report); });
}

void ConnectionDialog::checkCurrent()
{
    m_current = true;
    const int question = wait(tr("Asking GitHub what this connection may do…"), Way::Back);
    whenDone(m_connector.checkCurrent(), this,
        [this, question](const Result<desk::ConnectionReport>& report) { take(question, report); });
}

void ConnectionDialog::take(int question, const Result<desk::ConnectionReport>& report)
{
    if (question != m_question)
        return; // gone back meanwhile, or another connection was asked since: what is kept would not be what is shown
    m_checking = false;
    if (!report) {
        showError(report.error());
        return;
    }
    const bool current = m_current;
    showResults(*report);
    m_current = current;
    refresh();
}

void ConnectionDialog::showResults(const desk::ConnectionReport& report)
{
    m_current = false;
    m_results->showReport(report);
    turnTo(Results);
}

void ConnectionDialog::use()
{
    wait(tr("Keeping the token and connecting…"), Way::None);
    whenDone(m_connector.use(), this, [this](const Result<void>& used) {
        m_checking = false;
        if (!used) {
            showError(used.error());
            return;
        }
        m_form->forgetToken();
        Q_EMIT connected();
        accept();
    });
}

void ConnectionDialog::askToForget()
{
    auto* box = plainMessage(QMessageBox::Question, tr("Forget this connection?"),
        tr("The token goes from this computer, and the runs wait until you connect again. It stays good: revoke it on "
           "GitHub, too."),
        this);
    box->setObjectName(u"forgetConnection"_s);
    auto* agreed = box->addButton(tr("&Forget it"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(agreed, &QPushButton::clicked, this, &ConnectionDialog::forget);
    box->open();
}

void ConnectionDialog::forget()
{
    wait(tr("Forgetting the token…"), Way::None);
    whenDone(m_connector.forget(), this, [this](const Result<void>& forgotten) {
        m_checking = false;
        if (forgotten)
            accept();
        else
            showError(forgotten.error());
    });
}

void ConnectionDialog::back()
{
    ++m_question;
    if (std::exchange(m_checking, false))
        m_connector.cancelCheck();
    m_current = false;
    turnTo(Choose);
}

void ConnectionDialog::showError(const Error& error)
{
    m_current = false;
    turnTo(Choose);
    m_error->showError(error);
    m_error->show();
}

} // namespace slipway::console
