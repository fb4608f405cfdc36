// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/why_tab.h"

#include "base/text.h"
#include "console/error_panel.h"
#include "console/icons.h"
#include "console/labels.h"
#include "console/safe_text.h"
#include "console/state_badge.h"
#include "console/wording.h"
#include "desk/error_text.h"

#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace slipway::console {

WhyTab::WhyTab(Clock& clock, ActionSet& actions, QWidget* parent)
    : InspectorTab(parent)
    , m_clock(clock)
    , m_badge(new StateBadge)
    , m_title(plainLabel())
    , m_sentence(wrappedLabel())
    , m_facts(wrappedLabel())
    , m_error(new ErrorPanel)
    , m_links(new QHBoxLayout)
    , m_content(new QWidget)
    , m_nothing(quietLabel(tr("Choose a run, then a step in its timeline, to read what goes on.")))
{
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setAlignment(Qt::AlignCenter);

    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_badge);
    head->addWidget(m_title, 1);

    auto* verbs = new QHBoxLayout;
    verbs->setSpacing(6);
    for (const auto id : {ActionSet::Retry, ActionSet::Look, ActionSet::Advance}) {
        auto* button = new QToolButton;
        button->setDefaultAction(actions[id]);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAccessibleName(actions[id]->text().remove(u'&'));
        verbs->addWidget(button);
    }
    m_links->setSpacing(6);
    verbs->addSpacing(10);
    verbs->addLayout(m_links);
    verbs->addStretch();

    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(7);
    column->addLayout(head);
    column->addWidget(m_sentence);
    column->addWidget(m_error);
    column->addWidget(m_facts);
    column->addLayout(verbs);
    column->addStretch();

    auto* scroll = new QScrollArea;
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Why"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    m_content->setBackgroundRole(QPalette::Base);
    m_content->setAutoFillBackground(true);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_nothing, 1);
    outer->addWidget(scroll, 1);
    clear();
}

QString WhyTab::title() const { return tr("Why"); }

void WhyTab::clear()
{
    m_nothing->show();
    m_content->parentWidget()->parentWidget()->hide();
}

void WhyTab::showRun(const desk::RunView& view, const StepRun* step)
{
    m_nothing->hide();
    m_content->parentWidget()->parentWidget()->show();
    const Run& run = view.run;
    const StepDefinition* definition = step && run.workflow ? run.workflow->step(step->id) : nullptr;
    if (!definition) {
        m_badge->showState(shownState(run.state), desk::stateWord(run.state));
        m_title->setText(safeLine(run.subject, 80));
        m_error->setVisible(run.parked.has_value());
        if (run.parked)
            m_error->showError(*run.parked);
        const auto done =
            std::count_if(run.steps.begin(), run.steps.end(), [](const StepRun& s) { return s.isDone(); });
        m_sentence->setText(tr("%1 of %n step(s) done.", nullptr, int(run.steps.size())).arg(done));
        m_facts->setText(tr("Choose a step in the timeline to read why it is where it is."));
        showLinks({});
        return;
    }
    const auto usual = view.usual.constFind(step->id);
    const bool stuck = isStuck(*step, *definition, m_clock.now(),
        usual != view.usual.constEnd() ? std::optional(usual->p90) : std::nullopt, m_clock.scale());
    m_badge->showState(
        shownState(*step, stuck), safeLine(desk::stateWord(*step, *definition, m_clock.now(), stuck), 60));
    m_title->setText(safeLine(definition->title, 120));
    m_sentence->setText(sentence(view, *step, *definition));
    m_sentence->setVisible(!m_sentence->text().isEmpty());
    m_error->setVisible(step->error.has_value());
    if (step->error)
        m_error->showError(*step->error);
    m_facts->setText(facts(view, *step, *definition).join(u"  ·  "_s));
    m_facts->setVisible(!m_facts->text().isEmpty());
    showLinks(desk::linksOf(run, *step));
}

QString WhyTab::sentence(const desk::RunView& view, const StepRun& step, const StepDefinition& definition) const
{
    const Timestamp now = m_clock.now();
    switch (step.state) {
    case StepState::Planned: {
        QStringList missing;
        for (const StepId& need : definition.needs)
            if (const StepRun* other = view.run.step(need); other && !other->isDone())
                if (const StepDefinition* named = view.run.workflow->step(need))
                    missing += tr("“%1” (%2)").arg(safeLine(named->title, 80), safeLine(named->lane, 60));
        return missing.isEmpty() ? tr("It starts in a moment.")
                                 : tr("It starts after %1.").arg(missing.join(tr(" and ")));
    }
    case StepState::Ready: return tr("It is about to start.");
    case StepState::Running:
        return step.attempts.size() > 1 ? tr("Attempt %1 is at work.").arg(step.attempts.last().number)
                                        : tr("It is at work.");
    case StepState::Waiting:
        if (step.waitingFor)
            return tr("%1, since %2.")
                .arg(safeLine(desk::describe(*step.waitingFor)), timeText(step.waitingFor->since, now));
        return tr("It waits.");
    case StepState::Succeeded: {
        const QString tries = step.attempts.size() > 1
            ? tr("Done after %n attempt(s).", nullptr, int(step.attempts.size()))
            : tr("Done.");
        return step.note.isEmpty() ? tries : tries + u' ' + safeText(desk::describeNote(step.note));
    }
    case StepState::Failed:
        return step.retryAt ? tr("It is tried again at %1.").arg(dateTimeText(*step.retryAt)) : QString();
    case StepState::Advanced:
        return tr("Treated as done by %1: %2").arg(safeLine(step.byWhom, 60), safeText(step.reason, 400));
    case StepState::Skipped:
        return step.byWhom.isEmpty() || step.byWhom == u"engine"
            ? tr("Left out: it is not needed for these inputs and settings.")
            : tr("Left out by %1: %2").arg(safeLine(step.byWhom, 60), safeText(step.reason, 400));
    case StepState::Cancelled: return tr("The run was cancelled before this step ended.");
    case StepState::Undone: return tr("What this step had made has been taken back.");
    }
    return {};
}

QStringList WhyTab::facts(const desk::RunView& view, const StepRun& step, const StepDefinition& definition) const
{
    QStringList facts;
    const Timestamp now = m_clock.now();
    if (step.startedAt) {
        facts += tr("started %1").arg(timeText(*step.startedAt, now));
        facts += step.endedAt ? tr("took %1").arg(durationText(*step.endedAt - *step.startedAt))
                              : tr("%1 so far").arg(durationText(now - *step.startedAt));
    }
    if (const auto usual = view.usual.constFind(step.id); usual != view.usual.constEnd())
        facts += tr("usually %1").arg(durationText(usual->median));
    else if (!step.endedAt)
        facts += tr("usual duration not known yet");
    if (step.attempts.size() > 0)
        facts += tr("attempt %1 of %2")
                     .arg(step.attempts.size())
                     .arg(std::max<qsizetype>(definition.retry.attempts, step.attempts.size()));
    if (step.generation > 1)
        facts += tr("made anew, generation %1").arg(step.generation);
    return facts;
}

void WhyTab::showLinks(const QList<desk::Link>& links)
{
    const auto same = [&] {
        return links.size() == m_shownLinks.size()
            && std::equal(links.begin(), links.end(), m_shownLinks.begin(),
                [](const desk::Link& a, const desk::Link& b) { return a.url == b.url && a.title == b.title; });
    };
    if (same())
        return; // a button that is being pressed must not vanish under the pointer
    m_shownLinks = links;
    while (QLayoutItem* item = m_links->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const desk::Link& link : links.mid(0, 4)) {
        if (!desk::isSafeToOpen(link.url))
            continue;
        auto* button = new QToolButton;
        button->setText(safeLine(link.title, 40).replace(u'&', u"&&"_s));
        button->setIcon(icon(u"open"_s));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setToolTip(safeLine(link.url, 300));
        button->setAccessibleName(tr("Open %1").arg(safeLine(link.title, 80)));
        connect(button, &QToolButton::clicked, this, [this, url = link.url] { Q_EMIT linkActivated(url); });
        m_links->addWidget(button);
    }
}

} // namespace slipway::console
