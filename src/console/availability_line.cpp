// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/availability_line.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "console/field_hint.h"
#include "console/safe_text.h"
#include "console/wording.h"
#include "desk/error_text.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace slipway::console {

AvailabilityLine::AvailabilityLine(Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_text(new FieldHint)
    , m_act(new QToolButton)
{
    setObjectName(u"availability"_s);
    setAccessibleName(tr("Whether the name is free"));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_text, 1);
    line->addWidget(m_act, 0, Qt::AlignTop);
    connect(m_act, &QToolButton::clicked, this, [this] {
        if (m_onAct)
            m_onAct();
    });
    // Its place is kept: the fields below must not go away from under the pointer when the answer comes.
    QSizePolicy place = sizePolicy();
    place.setRetainSizeWhenHidden(true);
    setSizePolicy(place);
    setMinimumHeight(m_act->sizeHint().height());
    showNothing();
}

void AvailabilityLine::showNothing()
{
    setVisible(false);
    m_text->explain({});
}

void AvailabilityLine::showChecking()
{
    setVisible(true);
    m_act->hide();
    m_text->say(ShownState::Queued, tr("Checking whether the name is free…"));
}

void AvailabilityLine::showAnswer(const Result<desk::Availability>& answer)
{
    setVisible(true);
    m_act->hide();
    const auto act = [this](const QString& text, std::function<void()> call) {
        m_act->setText(text);
        m_act->setAccessibleName(text);
        m_onAct = std::move(call);
        m_act->show();
    };
    const auto unchecked = [&](const Error& error) {
        const desk::ErrorText words = desk::describe(error);
        m_text->say(ShownState::Unknown,
            tr("Could not check whether the name is free. %1").arg(words.why.isEmpty() ? words.what : words.why));
        act(tr("Check again"), [this] { Q_EMIT checkAgain(); });
    };
    if (!answer) {
        unchecked(answer.error());
        return;
    }
    const desk::Availability& a = *answer;
    const QString holder = safeLine(a.holder, 200);
    switch (a.kind) {
    case desk::Availability::Kind::Free:
        if (a.error) {
            const desk::ErrorText words = desk::describe(*a.error);
            m_text->say(ShownState::NeedsYou, words.what + u' ' + words.why);
            break;
        }
        m_text->say(ShownState::Done,
            tr("The name is free, checked at %1.").arg(timeText(a.at.ms ? a.at : m_clock.now(), m_clock.now())));
        break;
    case desk::Availability::Kind::Taken:
        m_text->say(ShownState::Failed,
            holder.isEmpty() ? tr("The name is taken.") : tr("The name is taken by %1.").arg(holder));
        if (desk::isSafeToOpen(a.link.toString()))
            act(tr("Open"), [this, url = a.link.toString()] { Q_EMIT linkActivated(url); });
        break;
    case desk::Availability::Kind::Reserved:
        m_text->say(ShownState::NeedsYou, tr("A run for this name is not finished: %1.").arg(holder));
        if (a.run)
            act(tr("Show the run"), [this, run = *a.run] { Q_EMIT runWanted(run); });
        break;
    case desk::Availability::Kind::Unchecked: unchecked(a.error.value_or(Error{.code = errc::nameUnchecked})); break;
    }
}

QString AvailabilityLine::text() const { return m_text->text(); }

} // namespace slipway::console
