// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/error_panel.h"

#include "base/text.h"
#include "console/icons.h"
#include "console/labels.h"
#include "console/safe_text.h"
#include "desk/error_text.h"
#include "desk/values.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

namespace slipway::console {

ErrorPanel::ErrorPanel(QWidget* parent)
    : QWidget(parent)
    , m_what(wrappedLabel())
    , m_why(wrappedLabel())
    , m_remedy(wrappedLabel())
    , m_open(new QToolButton)
    , m_exact(new RawAnswer)
{
    // No form layout: its rows do not grow with texts of several lines.
    auto* lines = new QGridLayout;
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setHorizontalSpacing(14);
    lines->setVerticalSpacing(5);
    lines->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& [title, line] :
        {std::pair(tr("What happened"), m_what), std::pair(tr("Why"), m_why), std::pair(tr("You can"), m_remedy)}) {
        lines->addWidget(quietLabel(title), row, 0, Qt::AlignTop);
        lines->addWidget(line, row++, 1);
    }
    m_open->setObjectName(u"openErrorPage"_s);
    m_open->setIcon(icon(u"open"_s));
    m_open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_open->setFocusPolicy(Qt::StrongFocus);
    m_open->hide();
    connect(m_open, &QToolButton::clicked, this, [this] { Q_EMIT linkActivated(m_url); });
    lines->addWidget(m_open, row, 1, Qt::AlignLeft);
    QFont bold = m_what->font();
    bold.setWeight(QFont::DemiBold);
    m_what->setFont(bold);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    column->addLayout(lines);
    column->addWidget(m_exact);
}

void ErrorPanel::setPage(Page page)
{
    if (page != m_page)
        m_shown = {};
    m_page = page;
}

void ErrorPanel::showError(const Answer& answer)
{
    if (answer == m_shown)
        return; // what somebody has marked to copy stays marked
    m_shown = answer;
    desk::ErrorText text = desk::describe(answer.error);
    showPage(text, answer.error);
    m_what->setText(safeText(text.what));
    m_why->setText(text.why.isEmpty() ? tr("The cause is not known.") : safeText(text.why));
    m_remedy->setText(text.remedy.isEmpty() ? tr("Try again, or look at the exact text.") : safeText(text.remedy));
    m_exact->showAnswer(answer);
}

//! An address says less than the name of what is there, and is nothing that one could press.
void ErrorPanel::showPage(desk::ErrorText& text, const Error& error)
{
    m_open->hide();
    const auto page = m_page == Page::InWords ? std::nullopt : desk::pageOf(error);
    const QString address = page ? u" (%1)"_s.arg(page->url) : QString();
    if (!page || !text.remedy.contains(address))
        return;
    text.remedy.remove(address);
    m_url = page->url;
    m_open->setText(safeLine(page->title, 60));
    m_open->setToolTip(safeLine(page->url, 300));
    m_open->setAccessibleName(tr("Open %1").arg(safeLine(page->title, 80)));
    m_open->setVisible(m_page == Page::Button);
}

void ErrorPanel::showText(const desk::ErrorText& text)
{
    m_shown = {};
    m_open->hide();
    const auto put = [](QLabel* label, const QString& line) {
        if (const QString safe = safeText(line); safe != label->text())
            label->setText(safe);
    };
    put(m_what, text.what);
    put(m_why, text.why.isEmpty() ? tr("The cause is not known.") : text.why);
    put(m_remedy, text.remedy);
    m_exact->showNothing();
}

void showErrorDialog(const Error& error, QWidget* parent)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setWindowTitle(ErrorPanel::tr("What went wrong"));
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(14);
    auto* panel = new ErrorPanel;
    panel->showError(error);
    column->addWidget(panel);
    column->addStretch();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    column->addWidget(buttons);
    dialog->resize(560, dialog->sizeHint().height());
    dialog->open();
}

} // namespace slipway::console
