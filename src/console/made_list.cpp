// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/made_list.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "console/icons.h"
#include "console/labels.h"
#include "console/safe_text.h"
#include "console/wording.h"
#include "desk/values.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace slipway::console {

namespace {

//! Nobody goes on with it at present, or it has come to its end: what it has made so far stays.
bool hasStopped(const Run& run)
{
    switch (run.state) {
    case RunState::Failed:
    case RunState::Paused:
    case RunState::Cancelled:
    case RunState::Undone:
    case RunState::Succeeded: return true;
    case RunState::NeedsYou:
        return run.quarantined || std::any_of(run.steps.begin(), run.steps.end(), [](const StepRun& step) {
            return step.needsYou && step.error && step.error->code != errc::gateWaiting;
        });
    case RunState::Parked: return run.parked && run.parked->code == errc::githubOtherHost; // not driven from here
    case RunState::Running:
    case RunState::Waiting: return false;
    }
    Q_UNREACHABLE();
}

//! When the journal last learnt something of the run.
Timestamp lastNews(const Run& run)
{
    Timestamp last = run.endedAt.value_or(Timestamp());
    for (const StepRun& step : run.steps)
        for (const auto& moment : {step.startedAt, step.endedAt})
            if (moment && *moment > last)
                last = *moment;
    return last;
}

QString told(const desk::LeftBehind& thing)
{
    const QString what = thing.certain ? thing.what : MadeList::tr("Perhaps: %1", "a thing").arg(thing.what);
    return safeLine((thing.harmless ? MadeList::tr("%1. Harmless: %2 %3", "what, why, remedy")
                                    : MadeList::tr("%1. Look after it: %2 %3", "what, why, remedy"))
                        .arg(what, thing.why, thing.remedy),
        500);
}

} // namespace

MadeList::MadeList(QWidget* parent)
    : QWidget(parent)
    , m_line(new QToolButton)
    , m_title(boldLabel(tr("In the world because of this run")))
    , m_rows(new QVBoxLayout)
    , m_age(quietLabel())
{
    m_line->setObjectName(u"madeLine"_s);
    m_line->setAutoRaise(true);
    m_line->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_line->setArrowType(Qt::RightArrow);
    m_line->setToolTip(tr("Show the run as a whole, with each of them"));
    m_age->setWordWrap(true);
    m_rows->setSpacing(4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    column->addWidget(m_line, 0, Qt::AlignLeft);
    column->addWidget(m_title);
    column->addLayout(m_rows);
    column->addWidget(m_age);
    connect(m_line, &QToolButton::clicked, this, &MadeList::wholeWanted);
}

void MadeList::showRun(const Run& run, Timestamp now, Form form)
{
    const auto things = hasStopped(run) ? desk::leftBehind(run) : QList<desk::LeftBehind>();
    m_canBeUndone =
        std::any_of(things.begin(), things.end(), [](const desk::LeftBehind& thing) { return thing.canBeUndone; });
    const bool whole = form == Form::Whole;
    setVisible(!things.isEmpty());
    m_line->setVisible(!whole);
    m_title->setVisible(whole);
    m_age->setVisible(whole);
    if (things.isEmpty())
        return fill({});
    const auto harmful =
        std::count_if(things.begin(), things.end(), [](const desk::LeftBehind& thing) { return !thing.harmless; });
    m_line->setText(harmful > 0
            ? tr("%n thing(s) in the world because of this run, some to look after", nullptr, int(things.size()))
            : tr("%n thing(s) in the world because of this run", nullptr, int(things.size())));
    m_line->setAccessibleName(m_line->text());
    m_age->setText(tr("So it was at %1, when this run last did something. What others did since is not told here.")
                       .arg(timeText(lastNews(run), now)));
    fill(whole ? things : QList<desk::LeftBehind>());
}

void MadeList::fill(const QList<desk::LeftBehind>& things)
{
    QStringList shown;
    for (const desk::LeftBehind& thing : things)
        shown += told(thing) + u'\n' + thing.url;
    if (shown == m_shown)
        return; // a button that is being pressed must not vanish under the pointer
    m_shown = shown;
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* row = item->widget()) { // it may hold the button whose click is being answered
            row->hide();
            row->deleteLater();
        }
        delete item;
    }
    for (const desk::LeftBehind& thing : things) {
        auto* row = new QWidget;
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto* text = wrappedLabel(u"• "_s + told(thing));
        text->setObjectName(u"made"_s);
        line->addWidget(text, 1);
        if (desk::isSafeToOpen(thing.url)) {
            auto* open = new QToolButton;
            open->setObjectName(u"openMade"_s);
            open->setText(tr("Open"));
            open->setIcon(icon(u"open"_s));
            open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
            open->setToolTip(safeLine(thing.url, 300));
            open->setAccessibleName(tr("Open the page of: %1").arg(safeLine(thing.what, 120)));
            connect(open, &QToolButton::clicked, this, [this, url = thing.url] { Q_EMIT linkActivated(url); });
            line->addWidget(open, 0, Qt::AlignTop);
        }
        m_rows->addWidget(row);
    }
}

} // namespace slipway::console
