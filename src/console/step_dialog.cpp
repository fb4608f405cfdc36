// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/step_dialog.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "base/when_done.h"
#include "console/act_footer.h"
#include "console/choice_list.h"
#include "console/claim_fields.h"
#include "console/error_panel.h"
#include "console/evidence_view.h"
#include "console/field_hint.h"
#include "console/labels.h"
#include "console/primary_button.h"
#include "console/reason_field.h"
#include "console/run_feed.h"
#include "console/safe_text.h"
#include "console/sent_later.h"
#include "console/state_badge.h"
#include "console/wording.h"
#include "desk/error_text.h"
#include "desk/report.h"
#include "workflow/titles.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace slipway::console {

namespace {

QString stepName(const Run& run, const StepId& step)
{
    const StepDefinition* definition = run.workflow ? run.workflow->step(step) : nullptr;
    if (!definition)
        return safeLine(run.subject, 80);
    return StepDialog::tr("%1 › %2 › %3", "service, lane, step")
        .arg(safeLine(run.subject, 60), safeLine(laneTitle(run, definition->lane), 60),
            safeLine(definition->title, 100));
}

//! Changes when what is true of the step may have changed: then the evidence is read anew.
QString fingerprintOf(const Run& run, const StepId& id)
{
    const StepRun* step = run.step(id);
    if (!step)
        return {};
    return u"%1 %2 %3 %4"_s.arg(toText(step->state), QString::number(step->attempts.size()),
        step->waitingFor ? step->waitingFor->what : QString(), step->error ? step->error->code : QString());
}

} // namespace

StepDialog::StepDialog(Context context, const StepId& step, StepChoice asked, QWidget* parent)
    : QDialog(parent)
    , m(std::move(context))
    , m_runId(m.selection.runId())
    , m_step(step)
    , m_asked(asked)
    , m_chosen(asked)
    , m_badge(new StateBadge)
    , m_headline(headingLabel())
    , m_situation(wrappedLabel())
    , m_error(new ErrorPanel)
    , m_lastAnswer(new RawAnswer)
    , m_contradiction(new FieldHint)
    , m_choices(new ChoiceList)
    , m_evidenceView(new EvidenceView(m.clock))
    , m_effects(new QListWidget)
    , m_claims(new ClaimFields)
    , m_wordBox(new QWidget)
    , m_wordTitle(plainLabel())
    , m_word(new QLineEdit)
    , m_copy(new QPushButton(tr("Copy &report")))
    , m_footer(new ActFooter(m.settings, m_copy))
{
    setObjectName(u"stepDialog"_s);
    setWindowTitle(tr("What now?"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    for (const StepChoice choice : allStepChoices)
        m_ids.insert(int(choice), newCommandId());
    build();
    connect(&m.selection, &Selection::viewChanged, this, &StepDialog::runChanged);
    connect(&m.selection, &Selection::runChanged, this, &StepDialog::refresh);
    connect(&m.desk, &desk::Desk::statusChanged, this, &StepDialog::refresh);
    connect(m_evidenceView, &EvidenceView::readAgain, this, &StepDialog::readEvidence);
    connect(m_evidenceView, &EvidenceView::linkActivated, this,
        [this](const QString& url) { openLink(m.opener, url, this); });
    if (const Run* now = run())
        m_chosen = fittingChoice(m_asked, *now, m_step, nullptr);
    runChanged();
    if (m_step.isEmpty())
        m_evidenceView->showNothing(tr("Evidence is read for a step; none is chosen."));
    // Two choices more, where it is asked what became of a request.
    const bool isAsked = run() && !whyNotChoice(StepChoice::Happened, *run(), m_step, {}, nullptr);
    resize(940, isAsked ? 800 : 700);
    m_choices->button(m_chosen)->setFocus();
    if (needsReason(m_chosen))
        m_footer->reason().focusReason();
}

StepDialog::~StepDialog() = default;

void StepDialog::build()
{
    m_headline->setObjectName(u"headline"_s);
    m_headline->setWordWrap(true);
    m_headline->setMinimumWidth(60); // else no narrower than its longest word
    m_situation->setObjectName(u"situation"_s);
    m_contradiction->setObjectName(u"contradiction"_s);
    QFont loud = font();
    loud.setWeight(QFont::DemiBold);
    m_contradiction->setFont(loud);
    m_contradiction->hide();
    m_error->hide();
    m_error->setPage(ErrorPanel::Page::Button);
    connect(m_error, &ErrorPanel::linkActivated, this, [this](const QString& url) { openLink(m.opener, url, this); });
    m_lastAnswer->hide();

    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_badge);
    head->addWidget(m_headline, 1);

    auto* halves = new QSplitter(Qt::Horizontal);
    halves->setChildrenCollapsible(false);
    halves->addWidget(m_choices);
    halves->addWidget(m_evidenceView);
    halves->setSizes({380, 520});
    halves->setStretchFactor(0, 0);
    halves->setStretchFactor(1, 1);

    m_effects->setObjectName(u"effects"_s);
    m_effects->setAccessibleName(tr("What this will do"));
    m_effects->setWordWrap(true);
    m_effects->setSelectionMode(QAbstractItemView::NoSelection);
    auto* effectsTitle = boldLabel(tr("This will"));

    m_copy->setObjectName(u"copyReport"_s);
    connect(m_copy, &QPushButton::clicked, this, &StepDialog::copyReport);
    connect(m_footer, &ActFooter::closed, this, &QDialog::reject);
    connect(m_footer, &ActFooter::confirmed, this, &StepDialog::confirm);
    connect(m_footer, &ActFooter::reasonChanged, this, &StepDialog::refreshButton);
    connect(m_choices, &ChoiceList::chosen, this, [this](StepChoice choice) {
        m_personChose = true;
        choose(choice);
    });

    // On a small screen what is told scrolls; the reason and the buttons stay in sight.
    m_told = new QWidget;
    auto* column = new QVBoxLayout(m_told);
    column->setContentsMargins(18, 16, 18, 5);
    column->setSpacing(10);
    column->addLayout(head);
    column->addWidget(m_situation);
    column->addWidget(m_error);
    column->addWidget(m_lastAnswer);
    column->addWidget(m_contradiction);
    column->addWidget(halves, 1);
    column->addWidget(effectsTitle);
    column->addWidget(m_effects);
    column->addWidget(buildAnswers());
    m_told->installEventFilter(this);
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_told);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(m_told->minimumSizeHint().width());
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(18, 5, 18, 14);
    foot->addWidget(m_footer);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(scroll, 1);
    whole->addLayout(foot);
}

//! A scroll area does not ask how high texts become at their width.
bool StepDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_told && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
        m_told->setMinimumHeight(std::max(0, m_told->layout()->totalMinimumHeightForWidth(m_told->width())));
    return QDialog::eventFilter(watched, event);
}

QWidget* StepDialog::buildAnswers()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    if (const Run* now = run())
        m_claims->offer(claimsOf(*now, m_step));
    connect(m_claims, &ClaimFields::changed, this, [this] {
        if (run())
            refreshEffects();
        refreshButton();
    });
    m_word->setObjectName(u"confirmWord"_s);
    m_word->setAccessibleName(tr("The step's name, typed"));
    m_wordTitle->setBuddy(m_word);
    auto* word = new QHBoxLayout(m_wordBox);
    word->setContentsMargins(0, 0, 0, 0);
    word->addWidget(m_wordTitle);
    word->addWidget(m_word, 1);
    connect(m_word, &QLineEdit::textChanged, this, &StepDialog::refreshButton);
    column->addWidget(m_claims);
    column->addWidget(m_wordBox);
    return box;
}

const Run* StepDialog::run() const
{
    const auto view = m.selection.view();
    return view && view->run.id == m_runId ? &view->run : nullptr;
}

ChoiceInput StepDialog::input() const
{
    return {.from = m_choices->origin(),
        .reason = m_footer->reason().text(),
        .claims = m_claims->values(),
        .secrets = m_claims->secrets()};
}

void StepDialog::choose(StepChoice choice)
{
    m_chosen = choice;
    m_lapsed.clear();
    if (run())
        noteChosen();
    refresh();
    if (needsReason(choice) && m_choices->button(choice)->hasFocus() && QGuiApplication::mouseButtons() != Qt::NoButton)
        m_footer->reason().focusReason();
}

void StepDialog::runChanged()
{
    const Run* now = run();
    if (!now)
        return;
    const QString seen = fingerprintOf(*now, m_step);
    const bool moved = seen != m_stepSeen;
    m_choices->offerOrigins(*now, m_step);
    if (m_stepSeen)
        letGoOfWhatLapsed(moved);
    else
        noteChosen();
    m_stepSeen = seen;
    refresh();
    if (moved && !m_step.isEmpty())
        readEvidence();
}

void StepDialog::noteChosen()
{
    const Run& now = *run();
    m_verbSeen = verbOf(m_chosen, now, m_step);
    m_couldBe = !whyNotChoice(m_chosen, now, m_step, input(), evidence());
}

void StepDialog::letGoOfWhatLapsed(bool stepMoved)
{
    if (m_sending || !m_lapsed.isEmpty())
        return;
    m_settled = m_settled || stepMoved;
    const Run& now = *run();
    const bool isGone = m_couldBe && whyNotChoice(m_chosen, now, m_step, input(), evidence());
    if (!isGone && verbOf(m_chosen, now, m_step) == m_verbSeen)
        return;
    const StepRun* step = now.step(m_step);
    m_lapsed = step && stepMoved
        ? tr("This step has gone on meanwhile: %1. Choose what to do.", "its state")
              .arg(safeLine(desk::stateWord(*step, *now.workflow->step(m_step), m.clock.now()), 60))
        : tr("The run has gone on meanwhile: %1. Choose what to do.", "its state")
              .arg(safeLine(desk::stateWord(now.state), 60));
}

void StepDialog::readEvidence()
{
    m_readAnew = m_reading; // what is on its way may have been seen before the step went on
    if (m_reading || m_step.isEmpty())
        return;
    m_reading = true;
    m_evidenceView->showReading();
    whenDone(m.desk.evidence(m_runId, m_step), this, [this](const Result<desk::Evidence>& evidence) {
        m_reading = false;
        if (m_readAnew)
            readEvidence();
        else
            takeEvidence(evidence);
    });
}

void StepDialog::takeEvidence(const Result<desk::Evidence>& evidence)
{
    if (evidence) {
        m_evidence = *evidence;
        m_evidenceView->showEvidence(*evidence);
    } else {
        m_evidence.reset();
        m_evidenceView->showError(evidence.error());
    }
    const Run* now = run();
    if (now && !m_sending && m_lapsed.isEmpty()) {
        if (!m_personChose && !m_settled)
            m_chosen = fittingChoice(m_asked, *now, m_step, this->evidence());
        // What stood stays, unless it is not to be had any more: then nothing is put in its place.
        else if (const auto whyNot = whyNotChoice(m_chosen, *now, m_step, input(), this->evidence());
                 whyNot && m_couldBe)
            m_lapsed = tr("%1 Choose what to do.", "why what was chosen is not to be had any more").arg(*whyNot);
        noteChosen();
    }
    m_settled = m_settled || bool(evidence);
    refresh();
}

void StepDialog::refresh()
{
    if (!run()) {
        refreshButton();
        return;
    }
    m_shownSequence = run()->sequence;
    refreshHead();
    refreshChoices();
    refreshEffects();
    refreshAnswers();
    refreshButton();
}

void StepDialog::refreshHead()
{
    const auto view = m.selection.view();
    const Run& now = *run();
    const StepRun* step = now.step(m_step);
    m_headline->setText(stepName(now, m_step));
    if (!step) {
        m_badge->showState(shownState(now.state), desk::stateWord(now.state));
        m_situation->setVisible(false);
        m_error->setVisible(false);
        m_lastAnswer->showNothing();
        return;
    }
    const StepDefinition& definition = *now.workflow->step(m_step);
    const auto usual = view->usual.constFind(m_step);
    const bool known = usual != view->usual.constEnd();
    const bool stuck = !now.pause
        && isStuck(*step, definition, m.clock.now(), known ? std::optional(usual->p90) : std::nullopt, m.clock.scale());
    m_badge->showState(
        shownState(*step, stuck), safeLine(desk::stateWord(*step, definition, m.clock.now(), stuck), 60));
    QStringList facts;
    if (step->waitingFor)
        facts += tr("%1, since %2.")
                     .arg(safeLine(desk::describe(*step->waitingFor), 300),
                         timeText(step->waitingFor->since, m.clock.now()));
    if (step->startedAt && !step->endedAt && known)
        facts += tr("It takes %1 so far; usual are %2.")
                     .arg(durationText(m.clock.now() - *step->startedAt), durationText(usual->median));
    m_situation->setText(facts.join(u' '));
    m_situation->setVisible(!facts.isEmpty());
    m_error->setVisible(step->error.has_value());
    const auto answer = lastAnswer(*step);
    if (step->error)
        m_error->showError(answer && answer->error == *step->error ? *answer : Answer{.error = *step->error, .at = {}});
    if (answer && !step->error)
        m_lastAnswer->showAnswer(*answer);
    else
        m_lastAnswer->showNothing();
    fitToWidth(*m_error, width() - 36);
    const QString headline = !m_moved.isEmpty() ? m_moved : m_evidence ? m_evidence->headline : QString();
    m_contradiction->setVisible(!headline.isEmpty());
    if (!headline.isEmpty())
        m_contradiction->say(ShownState::NeedsYou, headline);
}

void StepDialog::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    fitToWidth(*m_error, width() - 36);
    fitEffects();
}

void StepDialog::refreshChoices()
{
    m_choices->refresh({.run = *run(),
        .step = m_step,
        .asked = m_asked,
        .chosen = m_lapsed.isEmpty() ? std::optional(m_chosen) : std::nullopt,
        .input = input(),
        .evidence = evidence(),
        .sending = m_sending});
}

void StepDialog::refreshEffects()
{
    QStringList lines, effects;
    int number = 1;
    if (m_lapsed.isEmpty())
        effects = effectsOf(m_chosen, *run(), m_step, input(), evidence(), m.clock.now());
    if (!later().isEmpty())
        lines += tr("%1. %2", "place, effect").arg(number++).arg(tr("wait until GitHub answers again; then"));
    for (const QString& effect : std::as_const(effects))
        lines += tr("%1. %2", "place, effect").arg(number++).arg(safeText(effect, 500));
    QStringList shown;
    for (int row = 0; row < m_effects->count(); ++row)
        shown += m_effects->item(row)->text();
    if (shown == lines)
        return;
    m_effects->clear();
    m_effects->addItems(lines);
    fitEffects();
}

//! As high as what it says, on as many lines as the width makes of it: that is what somebody agrees to.
void StepDialog::fitEffects()
{
    m_effects->doItemsLayout();
    int height = 0;
    for (int row = 0; row < m_effects->count(); ++row)
        height += m_effects->visualItemRect(m_effects->item(row)).height();
    const int line = m_effects->fontMetrics().height() + 2;
    m_effects->setFixedHeight(std::clamp(height, 3 * line, 10 * line) + 6);
}

void StepDialog::refreshAnswers()
{
    m_claims->setVisible(m_lapsed.isEmpty() && takesClaims(m_chosen, *run(), m_step));
    m_claims->setProven(m_chosen == StepChoice::AdvanceProven);
    m_wordBox->setVisible(needsWord());
    m_wordTitle->setText(m_chosen == StepChoice::AdvanceUnproven
            ? tr("Nothing is checked. Type the step's name: %1").arg(wordToType())
            : tr("What was read speaks against it. Type the step's name: %1").arg(wordToType()));
    m_footer->reason().setVisible(takesReason(m_chosen));
    m_footer->reason().setNeeded(m_lapsed.isEmpty() && needsReason(m_chosen));
}

//! The title under which the dialog shows it: nothing else of the step is there to be copied by eye.
QString StepDialog::wordToType() const { return safeLine(stepTitle(*run(), m_step), 1'000).simplified(); }

bool StepDialog::needsWord() const
{
    return m_lapsed.isEmpty()
        && (m_chosen == StepChoice::AdvanceUnproven || !contradictionOf(m_chosen, evidence()).isEmpty());
}

QString StepDialog::later() const
{
    return m_lapsed.isEmpty() && reachesServices(m_chosen, *run()) ? sentLater(m.desk.status(), m.clock.now())
                                                                   : QString();
}

QString StepDialog::missing() const
{
    const Run& now = *run();
    if (const auto status = m.desk.status(); status.readOnly)
        return desk::describe(*status.readOnly).what;
    if (!m_lapsed.isEmpty())
        return m_lapsed;
    if (const auto whyNot = whyNotChoice(m_chosen, now, m_step, input(), evidence()))
        return *whyNot;
    // What is typed has none of the marks that the title is shown with in a window that is written from the right.
    const QString title = safeValue(stepTitle(now, m_step), 1'000).simplified();
    if (needsWord() && withoutIsolates(m_word->text()).simplified().compare(title, Qt::CaseInsensitive) != 0)
        return tr("Type “%1” to say that you mean this step.").arg(wordToType());
    if (takesReason(m_chosen))
        return m_footer->reason().missing();
    return {};
}

void StepDialog::refreshButton()
{
    const Run* now = run();
    if (!now) {
        m_footer->showState({.verb = {},
            .lacking = m.selection.runId() == m_runId
                ? tr("Reading the run…")
                : tr("The window shows another run by now. Select this one again, or close this.")});
        return;
    }
    if (!m_lapsed.isEmpty()) {
        m_footer->showState({.verb = tr("Choose what to do"), .lacking = m_lapsed});
        return;
    }
    m_footer->showState({.verb = verbOf(m_chosen, *now, m_step, evidence()),
        .lacking = missing(),
        .against = contradictionOf(m_chosen, evidence()),
        .later = later(),
        .sending = m_sending,
        .red = isRed(m_chosen)});
}

void StepDialog::confirm()
{
    if (m_sending || !run() || !missing().isEmpty())
        return;
    if (m_chosen == StepChoice::Undo) {
        accept();
        Q_EMIT undoWanted();
        return;
    }
    m_sending = true;
    m_moved.clear();
    m_footer->hideRefusal();
    m_footer->reason().remember();
    const Command command = commandOf(m_chosen, *run(), m_step, input());
    const std::optional<qint64> expected =
        holdsForWhatWasSeen(m_chosen) ? std::optional(m_shownSequence) : std::nullopt;
    refreshChoices();
    refreshButton();
    m.commands.submit(
        m_runId, command, m_ids[int(m_chosen)], expected, this, [this](const Result<desk::Receipt>& receipt) {
            m_sending = false;
            if (receipt) {
                accept();
                return;
            }
            refused(receipt.error());
        });
}

void StepDialog::refused(const Error& error)
{
    // The act was not taken in; asked for again it is another one, about another state of the run.
    m_ids[int(m_chosen)] = newCommandId();
    m_footer->showRefusal(error);
    if (error.code == errc::commandStale)
        tellWhatMoved(m_shownSequence);
    refresh();
    readEvidence();
}

void StepDialog::tellWhatMoved(qint64 since)
{
    whenDone(m.desk.events(m_runId, since), this, [this](const Result<Events>& events) {
        if (!events || events->empty())
            return;
        QStringList lines;
        for (const Event& event : *events)
            lines += desk::describe(event);
        m_moved = tr("The run has moved while this was open: %1. Look at what this would do now, then press again.")
                      .arg(safeLine(lines.mid(0, 4).join(u"; "_s), 400));
        refresh();
    });
}

void StepDialog::copyReport()
{
    if (const auto view = m.selection.view(); view && run())
        QGuiApplication::clipboard()->setText(desk::stepReport(*view, m_step, evidence(), m.clock.now()));
    m_copy->setText(tr("Copied"));
}

void StepDialog::keyPressEvent(QKeyEvent* event)
{
    if (!m_footer->takeKey(*event))
        QDialog::keyPressEvent(event);
}

} // namespace slipway::console
