// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/sign_in_panel.h"

#include "base/text.h"
#include "console/labels.h"
#include "console/primary_button.h"
#include "console/safe_text.h"

#include <QClipboard>
#include <QDateTime>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace slipway::console {

SignInPanel::SignInPanel(Opener opener, QWidget* parent)
    : QWidget(parent)
    , m_opener(std::move(opener))
    , m_text(wrappedLabel())
    , m_code(plainLabel())
    , m_until(quietLabel())
    , m_copy(new QPushButton(tr("&Copy the code")))
    , m_open(new QPushButton(tr("&Open GitHub's page")))
{
    QFont large = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    large.setPointSizeF(large.pointSizeF() * 2.4);
    large.setWeight(QFont::DemiBold);
    m_code->setFont(large);
    m_code->setObjectName(u"signInCode"_s);
    m_code->setAccessibleName(tr("Code"));
    m_code->setAlignment(Qt::AlignCenter);
    m_code->setMargin(12);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copy->setObjectName(u"copyCode"_s);
    m_open->setObjectName(u"openSignInPage"_s);
    makePrimary(m_open);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_copy);
    buttons->addWidget(m_open);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(12);
    column->addWidget(m_text);
    column->addStretch();
    column->addWidget(m_code);
    column->addLayout(buttons);
    column->addStretch();
    column->addWidget(m_until);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_code->text()); });
    connect(m_open, &QPushButton::clicked, this, [this] { openLink(m_opener, m_page.toString(), this); });
}

void SignInPanel::showCode(const SignInCode& code)
{
    m_page = code.page;
    m_code->setText(safeValue(code.code, 40));
    m_text->setText(tr("Open %1 in your browser, enter this code, and allow access. Slipway notices by itself.")
                        .arg(safeLine(code.page.toString(), 200)));
    m_until->setText(
        tr("The code is good until %1.")
            .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(code.expiresAt.ms).time(), QLocale::ShortFormat)));
    m_open->setFocus();
}

} // namespace slipway::console
