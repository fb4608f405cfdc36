// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/why_tab.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "console/error_panel.h"
#include "console/icons.h"
#include "console/labels.h"
#include "console/made_list.h"
#include "console/overtaken.h"
#include "console/retry_words.h"
#include "console/safe_text.h"
#include "console/state_badge.h"
#include "console/undone_words.h"
#include "console/wording.h"
#include "desk/error_text.h"
#include "desk/left_behind.h"
#include "desk/state_word.h"
#include "workflow/left_open.h"
#include "workflow/titles.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace slipway::console {

WhyTab::WhyTab(Clock& clock, ActionSet& actions, QWidget* parent)
    : InspectorTab(parent)
    , m_clock(clock)
    , m_actions(actions)
    , m_badge(new StateBadge)
    , m_title(plainLabel())
    , m_sentence(wrappedLabel())
    , m_facts(wrappedLabel())
    , m_measure(wrappedLabel())
    , m_relations(wrappedLabel())
    , m_overtaken(wrappedLabel())
    , m_made(new MadeList)
    , m_error(new ErrorPanel)
    , m_verbs(new QHBoxLayout)
    , m_content(new QWidget)
    , m_nothing(quietLabel(tr("Choose a run, then a step in its timeline, to read what goes on.")))
{
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setMinimumWidth(60); // a long one is cut, and not the texts below it
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setAlignment(Qt::AlignCenter);

    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_badge);
    head->addWidget(m_title, 1);

    m_relations->setForegroundRole(QPalette::PlaceholderText);
    m_overtaken->setForegroundRole(QPalette::PlaceholderText);
    connect(m_error, &ErrorPanel::linkActivated, this, &WhyTab::linkActivated);
    m_measure->setObjectName(u"measure"_s);
    m_relations->setObjectName(u"relations"_s);
    m_overtaken->setObjectName(u"overtaken"_s);
    m_verbs->setSpacing(6);
    auto* verbs = new QHBoxLayout;
    verbs->addLayout(m_verbs);
    verbs->addStretch();

    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(7);
    column->addLayout(head);
    column->addWidget(m_sentence);
    column->addWidget(m_error);
    column->addWidget(m_measure);
    column->addWidget(m_overtaken);
    column->addLayout(verbs);
    column->addWidget(m_made);
    column->addWidget(m_facts);
    column->addWidget(m_relations);
    column->addStretch();

    auto* scroll = new QScrollArea;
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Why"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_made, &MadeList::linkActivated, this, &WhyTab::linkActivated);
    connect(m_made, &MadeList::wholeWanted, this, &WhyTab::runWanted);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    m_content->setBackgroundRole(QPalette::Base);
    m_content->setAutoFillBackground(true);
    m_content->installEventFilter(this);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_nothing, 1);
    outer->addWidget(scroll, 1);
    clear();
}

QString WhyTab::title(const desk::RunView*, const StepRun*) const { return tr("Why"); }

void WhyTab::clear()
{
    m_nothing->show();
    m_content->parentWidget()->parentWidget()->hide();
}

void WhyTab::showRun(const desk::RunView& view, const StepRun* step)
{
    m_nothing->hide();
    m_content->parentWidget()->parentWidget()->show();
    m_now = view.asOf.value_or(m_clock.now());
    const Run& run = view.run;
    const StepDefinition* definition = step && run.workflow ? run.workflow->step(step->id) : nullptr;
    if (!definition) {
        showWhole(run);
        return;
    }
    desk::StuckReport report = desk::stuckReport(view, *step, m_now, m_clock.scale());
    const bool stuck = report.overdue && step->state == StepState::Waiting;
    m_badge->showState(shownState(*step, stuck), safeLine(desk::stateWord(*step, *definition, m_now, stuck), 60));
    m_title->setText(safeLine(definition->title, 120));
    m_title->setToolTip(safeLine(definition->title, 300));
    if (run.pause) // by itself it does not go on
        report.acts.removeAll(desk::StuckAct::Wait);
    m_sentence->setText(withPause(run, sentence(view, *step, *definition)));
    m_sentence->setVisible(!m_sentence->text().isEmpty());
    showPanel(report, *step, run.pause.has_value());
    const auto put = [](QLabel* label, const QString& text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    put(m_measure, report.measure);
    QStringList over{overtakenText(*step, m_now), healedText(*step, m_now)};
    over.removeAll(QString());
    put(m_overtaken, over.join(u'\n'));
    put(m_facts, facts(view, *step, *definition).join(u"  ·  "_s));
    put(m_relations, relations(view, *definition));
    m_made->showRun(run, m_now, MadeList::Form::OneLine);
    if (m_made->canBeUndone() && !report.acts.contains(desk::StuckAct::Undo))
        report.acts += desk::StuckAct::Undo;
    showActs(report, desk::linksOf(run, *step), actsBefore(run, step));
    if (isVisible())
        fitHeight(); // before it is painted, not a turn later
}

QString WhyTab::withPause(const Run& run, const QString& sentence) const
{
    if (!run.pause || !run.isOpen())
        return sentence;
    const QString paused = tr("%1 (%2). Nothing is begun until it is resumed.", "mia paused the run: why (when)")
                               .arg(safeText(desk::describe(*run.pause), 300), timeText(run.pause->since, m_now));
    return sentence.isEmpty() ? paused : paused + u'\n' + sentence;
}

//! What comes before all that is to be done about the step.
QList<WhyTab::NamedAct> WhyTab::actsBefore(const Run& run, const StepRun* step) const
{
    QList<NamedAct> acts;
    if (run.pause && run.isOpen())
        acts += {ActionSet::Pause, tr("Resume the run"), u"resume"_s};
    const auto merges = openMerges(run);
    if (step && std::any_of(merges.begin(), merges.end(), [&](const LeftOpen& left) { return left.step == step->id; }))
        acts += {ActionSet::Skip, tr("Leave it to GitHub"), u"skip"_s};
    return acts;
}

void WhyTab::showSetAside(const Error& why)
{
    m_nothing->hide();
    m_content->parentWidget()->parentWidget()->show();
    for (QWidget* part : QList<QWidget*>{m_sentence, m_facts, m_measure, m_relations, m_overtaken, m_made})
        part->hide();
    m_badge->showState(ShownState::NeedsYou, wordOf(ShownState::NeedsYou));
    m_title->setText(tr("This run cannot be read"));
    m_title->setToolTip({});
    m_error->setPage(ErrorPanel::Page::Button);
    m_error->showError(why);
    m_error->show();
    if (const QStringList verbs{why.code}; m_shownVerbs != verbs) {
        m_shownVerbs = verbs;
        clearVerbs();
        addVerb(ActionSet::Pause); // which is Resume here: by that very word it is read again
    }
    if (isVisible())
        fitHeight();
}

//! Who cancelled it, when and why; empty where nobody did.
QString WhyTab::cancelText(const Run& run) const
{
    const auto ended = std::find_if(run.steps.begin(), run.steps.end(),
        [](const StepRun& step) { return step.state == StepState::Cancelled && !step.byWhom.isEmpty(); });
    if (run.state != RunState::Cancelled || !run.endedAt || ended == run.steps.end())
        return {};
    const QString who = safeLine(ended->byWhom, 60), when = timeText(*run.endedAt, m_now);
    const auto done = std::count_if(run.steps.begin(), run.steps.end(), [](const StepRun& s) { return s.isDone(); });
    const QString far = tr("%1 of %n step(s) done.", nullptr, int(run.steps.size())).arg(done);
    return ended->reason.isEmpty() ? tr("%1 cancelled it, %2. %3", "who, when, how far it was").arg(who, when, far)
                                   : tr("%1 cancelled it, %2: %3. %4", "who, when, why, how far it was")
                                         .arg(who, when, safeLine(ended->reason, 400), far);
}

//! By name and lane, those whose pull request GitHub still merges by itself.
QString WhyTab::mergingSteps(const Run& run) const
{
    QStringList steps;
    for (const LeftOpen& left : openMerges(run))
        if (const StepDefinition* definition = run.workflow ? run.workflow->step(left.step) : nullptr)
            steps +=
                tr("“%1” (%2)").arg(safeLine(definition->title, 80), safeLine(laneTitle(run, definition->lane), 60));
    return steps.join(tr(" and "));
}

//! How many steps are done; or, where nothing is left to do, how it ended and what is to be seen of it.
void WhyTab::showWhole(const Run& run)
{
    for (QLabel* label : {m_measure, m_relations, m_overtaken})
        label->hide();
    const auto left = leftOpen(run);
    const ShownState state = left.isEmpty() ? shownState(run.state) : ShownState::NeedsYou;
    m_badge->showState(state, desk::stateWord(run));
    m_title->setText(safeLine(run.subject, 80));
    m_title->setToolTip(safeLine(run.subject, 300));
    m_error->setVisible(run.parked.has_value());
    m_error->setPage(ErrorPanel::Page::Button);
    if (run.parked)
        m_error->showError(*run.parked);
    const auto done = std::count_if(run.steps.begin(), run.steps.end(), [](const StepRun& s) { return s.isDone(); });
    if (!left.isEmpty() && openMerges(run).isEmpty())
        m_sentence->setText(tr("%1. What this run had merged stays until it is reverted.", "2 … are still open")
                                .arg(desk::leftOpenText(run)));
    else if (!left.isEmpty())
        m_sentence->setText(tr("%1. Undo closes what is open; “Leave it to GitHub” lets it merge, at %2.",
            "#12 still merges by itself; steps")
                                .arg(desk::leftOpenText(run), mergingSteps(run)));
    else if (run.state == RunState::Succeeded && run.endedAt)
        m_sentence->setText(tr("All is done, since %1; it took %2.")
                                .arg(timeText(*run.endedAt, m_now), durationText(*run.endedAt - run.startedAt)));
    else if (const QString end = cancelText(run); !end.isEmpty())
        m_sentence->setText(end);
    else if (const QString undone = undoneText(run, m_now); !undone.isEmpty())
        m_sentence->setText(undone);
    else
        m_sentence->setText(withPause(run, tr("%1 of %n step(s) done.", nullptr, int(run.steps.size())).arg(done)));
    m_sentence->show();
    m_facts->setText(tr("Choose a step in the timeline to read why it is where it is."));
    m_facts->show();
    m_made->showRun(run, m_now, MadeList::Form::Whole);
    desk::StuckReport report;
    if (m_made->canBeUndone())
        report.acts += desk::StuckAct::Undo;
    showActs(report, desk::servicePages(run), actsBefore(run, nullptr));
    if (isVisible())
        fitHeight();
}

void WhyTab::fitHeight()
{
    // A scroll area asks for the least height of its content, and that of a wrapped text is a line: what does not fit
    // would be squeezed instead of scrolled.
    QLayout* layout = m_content->layout();
    layout->activate();
    m_content->setMinimumHeight(std::max(0, layout->totalHeightForWidth(m_content->width())));
}

bool WhyTab::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_content && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
        fitHeight();
    return InspectorTab::eventFilter(watched, event);
}

void WhyTab::showPanel(const desk::StuckReport& report, const StepRun& step, bool paused)
{
    // What only takes its usual time needs no more than its sentence.
    const bool goesWell = report.cause == desk::StuckCause::None
        || (!step.error
            && (paused // what was seen last is not how it stands
                || (!report.overdue && !report.acts.isEmpty() && report.acts.first() == desk::StuckAct::Wait)));
    m_error->setVisible(!goesWell);
    if (goesWell)
        return;
    m_error->setPage(ErrorPanel::Page::Elsewhere); // it is among the step's links below
    if (step.error)
        m_error->showError(*step.error); // with the service's exact text
    else
        m_error->showText(report.text);
}

QString WhyTab::relations(const desk::RunView& view, const StepDefinition& definition) const
{
    const auto lanes = laneTitles(view.run);
    const auto named = [&view, &lanes](const StepDefinition& step) {
        const StepRun* state = view.run.step(step.id);
        return tr("“%1” in %2 (%3)", "step, lane, state")
            .arg(safeLine(step.title, 80), safeLine(lanes.value(step.lane, step.lane), 60),
                state ? wordOf(shownState(*state, false)).toLower() : QString());
    };
    QStringList before, after;
    for (const StepDefinition& other : view.run.workflow->steps) {
        if (definition.needs.contains(other.id))
            before += named(other);
        if (other.needs.contains(definition.id))
            after += named(other);
    }
    QStringList lines;
    if (!before.isEmpty())
        lines += tr("It needs %1.").arg(before.join(u", "_s));
    if (!after.isEmpty())
        lines += tr("It holds up %1.").arg(after.join(u", "_s));
    return lines.join(u' ');
}

QString WhyTab::sentence(const desk::RunView& view, const StepRun& step, const StepDefinition& definition) const
{
    const Timestamp now = m_now;
    for (const LeftOpen& merge : openMerges(view.run))
        if (merge.step == step.id)
            return tr("GitHub still merges pull request #%1 by itself, although the run has ended. Undo closes it; "
                      "“Leave it to GitHub” lets it merge.")
                .arg(merge.number);
    switch (step.state) {
    case StepState::Planned: {
        QStringList missing;
        const auto lanes = laneTitles(view.run);
        for (const StepId& need : definition.needs)
            if (const StepRun* other = view.run.step(need); other && !other->isDone())
                if (const StepDefinition* named = view.run.workflow->step(need))
                    missing +=
                        tr("“%1” (%2)")
                            .arg(safeLine(named->title, 80), safeLine(lanes.value(named->lane, named->lane), 60));
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
        return step.retryAt ? tr("It is tried again at %1.").arg(secondText(*step.retryAt, now)) : QString();
    case StepState::Advanced:
        return tr("Treated as done by %1: %2").arg(safeLine(step.byWhom, 60), safeText(step.reason, 400));
    case StepState::Skipped:
        return step.byWhom.isEmpty() || step.byWhom == u"engine"
            ? tr("Left out: it is not needed for these inputs and settings.")
            : tr("Left out by %1: %2").arg(safeLine(step.byWhom, 60), safeText(step.reason, 400));
    case StepState::Cancelled: return tr("The run was cancelled before this step ended.");
    case StepState::Undone:
        if (const QString outcome = revertOutcome(step); !outcome.isEmpty())
            return (outcome == u"merged"
                    ? tr("What it changed has been taken back: pull request #%1, which reverts it, was merged.")
                    : outcome == u"closed"
                    ? tr("What it changed stays: pull request #%1, which would have reverted it, was not merged.")
                    : outcome == u"left"
                    ? tr("What it changed stays: pull request #%1, which reverts it, is left as it is.")
                    : tr("Pull request #%1, which would have taken back what it changed, is not to be seen any more; "
                         "look whether it was merged."))
                .arg(integerAt(step.outputs, "revertNumber"));
        if (const qint64 number = integerAt(step.outputs, "revertNumber"); number > 0)
            return tr("What it changed stays until somebody merges pull request #%1, which reverts it.").arg(number);
        return tr("What this step had made has been taken back.");
    }
    return {};
}

QStringList WhyTab::facts(const desk::RunView& view, const StepRun& step, const StepDefinition& definition) const
{
    QStringList facts;
    const Timestamp now = m_now;
    // Its time ran on until it was taken back, and undoing is no attempt at it.
    if (step.state == StepState::Undone)
        return {};
    if (step.startedAt) {
        facts += tr("started %1").arg(timeText(*step.startedAt, now));
        facts += step.endedAt ? tr("took %1").arg(durationText(*step.endedAt - *step.startedAt))
                              : tr("%1 so far").arg(durationText(now - *step.startedAt));
    }
    const auto usual = view.usual.constFind(step.id);
    if (usual == view.usual.constEnd()) {
        if (!step.endedAt)
            facts += tr("usual duration not known yet");
    } else if (step.state != StepState::Waiting) {
        facts += tr("usually %1").arg(durationText(usual->median));
    }
    if (step.attempts.size() > 0)
        facts += tr("attempt %1 of %2")
                     .arg(step.attempts.size())
                     .arg(std::max<qsizetype>(definition.retry.attempts, step.attempts.size()));
    if (step.generation > 1)
        facts += tr("made anew, generation %1").arg(step.generation);
    return facts;
}

namespace {

std::optional<ActionSet::Id> actionOf(desk::StuckAct act)
{
    switch (act) {
    case desk::StuckAct::LookNow: return ActionSet::Look;
    case desk::StuckAct::RetryNow: return ActionSet::RetryAtOnce;
    case desk::StuckAct::Retry: return ActionSet::Retry;
    case desk::StuckAct::RetryFrom: return ActionSet::RetryFromHere;
    case desk::StuckAct::Advance: return ActionSet::Advance;
    case desk::StuckAct::Skip: return ActionSet::Skip;
    case desk::StuckAct::Undo: return ActionSet::Undo;
    case desk::StuckAct::GiveSecret: return ActionSet::GiveSecret;
    case desk::StuckAct::SetCredential: return ActionSet::SetCredential;
    case desk::StuckAct::Answer: return ActionSet::Answer;
    case desk::StuckAct::OpenPage:
    case desk::StuckAct::CopyNudge:
    case desk::StuckAct::Wait: break;
    }
    return std::nullopt;
}

} // namespace

void WhyTab::clearVerbs()
{
    while (QLayoutItem* item = m_verbs->takeAt(0)) {
        if (QWidget* widget = item->widget()) { // it may be the one whose click is being answered
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void WhyTab::addVerb(ActionSet::Id id)
{
    auto* button = new QToolButton;
    button->setDefaultAction(m_actions[id]);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAccessibleName(m_actions[id]->text().remove(u'&'));
    m_verbs->addWidget(button);
}

void WhyTab::showActs(const desk::StuckReport& report, const QList<desk::Link>& links, const QList<NamedAct>& before)
{
    QList<desk::StuckAct> acts = report.acts;
    acts.removeAll(desk::StuckAct::Wait);
    if (!acts.contains(desk::StuckAct::OpenPage))
        acts += desk::StuckAct::OpenPage;
    QStringList verbs;
    for (const NamedAct& act : before)
        verbs += act.name;
    for (const desk::StuckAct act : std::as_const(acts))
        verbs += QString::number(int(act));
    const QString retry = retryVerb(report.cause);
    verbs += retry;
    for (const desk::Link& link : links)
        verbs += link.title + u' ' + link.url;
    verbs += report.nudge;
    if (verbs == m_shownVerbs)
        return; // a button that is being pressed must not vanish under the pointer
    m_shownVerbs = verbs;
    clearVerbs();
    const auto add = [this](const QString& text, const QString& iconName, const QString& tip) {
        auto* button = new QToolButton;
        button->setText(QString(text).replace(u'&', u"&&"_s));
        button->setIcon(icon(iconName));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setToolTip(tip);
        button->setAccessibleName(text);
        m_verbs->addWidget(button);
        return button;
    };
    const auto addNamed = [this, &add](const NamedAct& act) {
        QAction* action = m_actions[act.action];
        auto* button = add(act.name, act.icon, {});
        const auto follow = [button, action] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(action->toolTip());
        };
        follow();
        connect(action, &QAction::changed, button, follow);
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
    };
    for (const NamedAct& act : before)
        addNamed(act);
    for (const desk::StuckAct act : std::as_const(acts)) {
        if (act == desk::StuckAct::Retry && !retry.isEmpty()) {
            addNamed({ActionSet::Retry, retry, u"retry"_s});
        } else if (const auto id = actionOf(act)) {
            addVerb(*id);
        } else if (act == desk::StuckAct::CopyNudge) {
            connect(add(tr("Copy nudge"), u"note"_s, safeText(report.nudge, 400)), &QToolButton::clicked, this,
                [this, nudge = report.nudge] {
                    QGuiApplication::clipboard()->setText(nudge);
                    Q_EMIT copied();
                });
        } else {
            for (const desk::Link& link : links.mid(0, 4))
                if (desk::isSafeToOpen(link.url)) {
                    auto* button = add(safeLine(link.title, 40), u"open"_s, safeLine(link.url, 300));
                    button->setAccessibleName(tr("Open %1").arg(safeLine(link.title, 80)));
                    connect(button, &QToolButton::clicked, this, [this, url = link.url] { Q_EMIT linkActivated(url); });
                }
        }
    }
}

} // namespace slipway::console
