// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/raw_answer.h"

#include "base/redaction.h"
#include "base/text.h"
#include "console/safe_text.h"
#include "console/wording.h"
#include "workflow/run.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace slipway::console {

std::optional<Answer> lastAnswer(const StepRun& step)
{
    for (auto attempt = step.attempts.crbegin(); attempt != step.attempts.crend(); ++attempt) {
        if (attempt->error)
            return Answer{.error = *attempt->error, .attempt = attempt->number, .at = attempt->endedAt};
        for (auto effect = attempt->effects.crbegin(); effect != attempt->effects.crend(); ++effect)
            if (effect->error)
                return Answer{.error = *effect->error, .attempt = attempt->number, .at = effect->endedAt};
    }
    return std::nullopt;
}

QString exactText(const Answer& answer)
{
    QStringList lines{u"code: "_s + answer.error.code};
    const auto append = [&lines](const Json& object) {
        if (!object.is_object())
            return;
        for (const auto& [name, value] : object.items()) {
            const QString text =
                value.is_string() ? toQString(value.get_ref<const std::string&>()) : QString::fromUtf8(toBytes(value));
            lines += toQString(name) + u": "_s + text;
        }
    };
    append(answer.error.details);
    append(answer.error.args);
    if (answer.attempt > 0)
        lines += u"attempt: "_s + QString::number(answer.attempt);
    if (answer.at)
        lines += u"time: "_s + fullTimeText(*answer.at, true);
    // Whoever wrote it into the journal has masked it already, as far as that program knew how.
    return safeText(redact(lines.join(u'\n')), 20'000);
}

RawAnswer::RawAnswer(QWidget* parent)
    : QWidget(parent)
    , m_fold(new QToolButton)
    , m_copy(new QPushButton(tr("Copy")))
    , m_text(new QPlainTextEdit)
{
    m_fold->setObjectName(u"rawAnswer"_s);
    m_fold->setCheckable(true);
    const Qt::ArrowType folded = isRightToLeft() ? Qt::LeftArrow : Qt::RightArrow;
    m_fold->setArrowType(folded);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setAutoRaise(true);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    m_copy->setObjectName(u"copyRawAnswer"_s);
    m_copy->setAccessibleName(tr("Copy the exact text"));
    m_copy->setAutoDefault(false); // Enter is meant for the dialog around
    m_copy->hide();
    m_text->setObjectName(u"rawAnswerText"_s);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Exact text of the error"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setMinimumHeight(72);
    m_text->setMaximumHeight(160);
    m_text->setLayoutDirection(Qt::LeftToRight); // codes and GitHub's own words
    m_text->hide();
    connect(m_fold, &QToolButton::toggled, this, [this, folded](bool open) {
        m_fold->setArrowType(open ? Qt::DownArrow : folded);
        m_text->setVisible(open);
        m_copy->setVisible(open);
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_text->toPlainText());
        m_copy->setText(tr("Copied"));
    });

    auto* line = new QHBoxLayout;
    line->addWidget(m_fold);
    line->addStretch();
    line->addWidget(m_copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    column->addLayout(line);
    column->addWidget(m_text);
}

void RawAnswer::showAnswer(const Answer& answer)
{
    setVisible(true);
    if (answer == m_shown)
        return; // what somebody has marked to copy stays marked
    m_shown = answer;
    const QString request = safeLine(textAt(answer.error.details, "requestId"), 60);
    m_fold->setText(request.isEmpty() ? tr("Exact text") : tr("Raw answer, request id %1").arg(request));
    m_text->setPlainText(exactText(answer));
    m_copy->setText(tr("Copy"));
}

void RawAnswer::showNothing()
{
    m_shown = {};
    m_fold->setChecked(false);
    hide();
}

} // namespace slipway::console
