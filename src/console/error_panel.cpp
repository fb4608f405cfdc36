// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/error_panel.h"

#include "base/text.h"
#include "console/labels.h"
#include "console/safe_text.h"
#include "desk/error_text.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>

namespace slipway::console {

QString exactText(const Error& error)
{
    QStringList lines{u"code: "_s + error.code};
    const auto append = [&lines](const Json& object) {
        for (const auto& [name, value] : object.items()) {
            const QString text =
                value.is_string() ? toQString(value.get_ref<const std::string&>()) : QString::fromUtf8(toBytes(value));
            lines += toQString(name) + u": "_s + text;
        }
    };
    if (error.details.is_object())
        append(error.details);
    if (error.args.is_object())
        append(error.args);
    return safeText(lines.join(u'\n'), 20'000);
}

ErrorPanel::ErrorPanel(QWidget* parent)
    : QWidget(parent)
    , m_what(wrappedLabel())
    , m_why(wrappedLabel())
    , m_remedy(wrappedLabel())
    , m_fold(new QToolButton)
    , m_exact(new QPlainTextEdit)
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
    QFont bold = m_what->font();
    bold.setWeight(QFont::DemiBold);
    m_what->setFont(bold);

    m_fold->setText(tr("Exact text"));
    m_fold->setCheckable(true);
    const Qt::ArrowType folded = isRightToLeft() ? Qt::LeftArrow : Qt::RightArrow;
    m_fold->setArrowType(folded);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setAutoRaise(true);
    m_exact->setReadOnly(true);
    m_exact->setAccessibleName(tr("Exact text of the error"));
    m_exact->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_exact->setMinimumHeight(72);
    m_exact->setMaximumHeight(160);
    m_exact->setLayoutDirection(Qt::LeftToRight); // codes and GitHub's own words
    m_exact->hide();
    connect(m_fold, &QToolButton::toggled, this, [this, folded](bool open) {
        m_fold->setArrowType(open ? Qt::DownArrow : folded);
        m_exact->setVisible(open);
    });

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    column->addLayout(lines);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_exact);
}

void ErrorPanel::showError(const Error& error)
{
    if (error == m_shown)
        return; // what somebody has marked to copy stays marked
    m_shown = error;
    const desk::ErrorText text = desk::describe(error);
    m_what->setText(safeText(text.what));
    m_why->setText(text.why.isEmpty() ? tr("The cause is not known.") : safeText(text.why));
    m_remedy->setText(text.remedy.isEmpty() ? tr("Try again, or look at the exact text.") : safeText(text.remedy));
    m_exact->setPlainText(exactText(error));
    m_fold->show();
}

void ErrorPanel::showText(const desk::ErrorText& text)
{
    m_shown = {};
    const auto put = [](QLabel* label, const QString& line) {
        if (const QString safe = safeText(line); safe != label->text())
            label->setText(safe);
    };
    put(m_what, text.what);
    put(m_why, text.why.isEmpty() ? tr("The cause is not known.") : text.why);
    put(m_remedy, text.remedy);
    m_fold->setChecked(false);
    m_fold->hide();
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
