// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/create_dialog.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "base/when_done.h"
#include "console/availability_line.h"
#include "console/batch_dialog.h"
#include "console/duration_figures.h"
#include "console/error_panel.h"
#include "console/file_writing.h"
#include "console/input_form.h"
#include "console/labels.h"
#include "console/preview_pane.h"
#include "console/primary_button.h"
#include "console/reading_order.h"
#include "console/safe_text.h"
#include "console/saving.h"
#include "console/state_painter.h"
#include "console/wording.h"
#include "desk/error_text.h"
#include "desk/report.h"
#include "workflow/template.h"

#include "ui_create_service.h"

#include <QPointer>
#include <QToolButton>

namespace slipway::console {

namespace {

//! Ids of the inputs that the name of the service is made of.
QStringList nameInputs(const Workflow& workflow)
{
    QStringList ids;
    if (const auto paths = placeholders(toJson(workflow.subject)))
        for (const QString& path : *paths)
            if (path.startsWith(u"inputs."_s))
                ids += path.section(u'.', 1, 1);
    return ids;
}

} // namespace

CreateDialog::CreateDialog(Context context, QWidget* parent)
    : QDialog(parent)
    , m(std::move(context))
    , m_form(std::make_unique<Ui::CreateServiceForm>())
    , m_drafts(m.settings, m.desk.status().storePath)
    , m_preview(new PreviewPane(m.clock))
    , m_error(new ErrorPanel)
{
    m_form->setupUi(this);
    makePlain(this);
    setWindowModality(Qt::WindowModal);
    QFont heading = font();
    heading.setPointSizeF(heading.pointSizeF() * 1.35);
    heading.setWeight(QFont::DemiBold);
    m_form->title->setFont(heading);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_form->missingTitle->setFont(bold);
    m_form->draft->setMinimumWidth(20); // it gives way before the buttons do
    m_form->draft->setForegroundRole(QPalette::PlaceholderText);
    m_form->previewPlace->setBackgroundRole(QPalette::Base);
    m_form->previewColumn->addWidget(m_preview);
    m_preview->keepIn(m.settings);
    m_form->errorPlace->addWidget(m_error);
    m_form->halves->setSizes({420, 700});
    m_form->outer->setStretch(0, 1);
    makePrimary(m_form->createButton);
    makeLink(m_form->discardButton);
    m_error->hide();
    connect(m_form->createButton, &QPushButton::clicked, this, &CreateDialog::create);
    connect(m_form->discardButton, &QPushButton::clicked, this, [this] {
        m_drafts.discard(m_workflow->id);
        chooseWorkflow(m_form->workflow->currentIndex());
    });

    const auto workflows = m.desk.workflows();
    for (const auto& workflow : workflows)
        m_form->workflow->addItem(safeLine(workflow->title, 100), workflow->id);
    m_form->workflow->setVisible(workflows.size() > 1);
    connect(m_form->workflow, &QComboBox::currentIndexChanged, this, &CreateDialog::chooseWorkflow);
    connect(m_form->batchButton, &QPushButton::clicked, this, &CreateDialog::openBatch);
    connect(m_form->saveButton, &QPushButton::clicked, this, &CreateDialog::savePreview);
    if (const int wanted = m_form->workflow->findData(m.workflow); wanted > 0)
        m_form->workflow->setCurrentIndex(wanted);
    else
        chooseWorkflow(0);
}

CreateDialog::~CreateDialog() = default;

void CreateDialog::chooseWorkflow(int place)
{
    const auto workflows = m.desk.workflows();
    if (place < 0 || place >= workflows.size())
        return;
    m_workflow = workflows[place];
    const auto settings = m.desk.settings(m_workflow->id);
    m_settings = settings ? *settings : Json::object();
    m_error->hide();
    if (!settings)
        showError(settings.error());
    m_preview->setNeeds(desk::rightsNeeded(*m_workflow, m_settings));
    m_preview->showExpected({});
    whenDone(m.desk.statistics(m_workflow->id), this,
        [this, workflow = m_workflow](const Result<desk::WorkflowStatistics>& statistics) {
            if (statistics && workflow == m_workflow)
                m_preview->showExpected(expectationOf(figuresOf(*statistics, workflow.get()).first()));
        });
    m_form->title->setText(safeLine(m_workflow->title, 120));

    delete m_inputs; // the availability line goes with it
    m_inputs = new InputForm(m_workflow, m_settings);
    m_form->fields->addWidget(m_inputs);
    m_availability = new AvailabilityLine(m.clock);
    const QStringList named = nameInputs(*m_workflow);
    m_inputs->addBelow(named.isEmpty() ? m_workflow->inputs.value(0).id : named.first(), m_availability);
    connect(m_availability, &AvailabilityLine::checkAgain, this, [this] {
        m_askedName = {};
        ask();
    });
    connect(m_availability, &AvailabilityLine::linkActivated, this,
        [this](const QString& url) { openLink(m.opener, url, this); });
    connect(m_availability, &AvailabilityLine::runWanted, this, [this](const RunId& run) {
        Q_EMIT runWanted(run);
        reject();
    });
    m_answer.reset();
    m_previewed.reset();
    m_askedName = {};
    if (m.inputs.is_object() && (m.workflow.isEmpty() || m.workflow == m_workflow->id)) {
        m_inputs->setValues(m.inputs);
        m_form->draft->setText(tr("Inputs of another run"));
        m.inputs = {}; // once: clearing the form clears these too
    } else if (const auto draft = m_drafts.load(m_workflow->id)) {
        m_inputs->setValues(draft->inputs);
        m_form->draft->setText(tr("Draft of %1").arg(timeText(draft->savedAt, m.clock.now())));
    } else {
        m_form->draft->clear();
    }
    m_kept = m_inputs->keepable();
    connect(m_inputs, &InputForm::changed, this, [this] {
        // That the list of teams has come is no change of what was typed.
        if (const Json keepable = m_inputs->keepable(); keepable != m_kept) {
            m_kept = keepable;
            m_drafts.save(m_workflow->id, keepable, m.clock.now());
            m_form->draft->setText(tr("Draft saved %1").arg(timeText(m.clock.now(), m.clock.now())));
        }
        formChanged();
    });
    askTeams();
    formChanged();
    tabInReadingOrder(this); // the fields are new
    if (!m_workflow->inputs.isEmpty())
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (QWidget* first = m_inputs->findChild<QWidget*>(u"input-"_s + m_workflow->inputs.first().id))
                    first->setFocus();
            },
            Qt::QueuedConnection);
}

void CreateDialog::askTeams()
{
    const bool wanted = std::any_of(m_workflow->inputs.begin(), m_workflow->inputs.end(),
        [](const InputDefinition& input) { return input.choices == Json("github.teams"); });
    if (!wanted)
        return;
    const int question = ++m_teamsQuestion;
    whenDone(m.desk.teams(m_workflow->id), this, [this, question](const Result<QStringList>& teams) {
        if (question != m_teamsQuestion)
            return;
        if (teams)
            m_inputs->setTeams(*teams);
        else
            m_inputs->setTeamsUnknown(desk::describe(teams.error()).what);
    });
}

void CreateDialog::formChanged()
{
    m_problems = checkInputs(*m_workflow, m_inputs->values(), m_settings, m_inputs->teams());
    m_inputs->showProblems(m_problems);
    askSoon();
    refreshMissing();
}

bool CreateDialog::nameIsComplete() const
{
    const QStringList named = nameInputs(*m_workflow);
    return !named.isEmpty() && std::none_of(m_problems.begin(), m_problems.end(), [&](const InputProblem& problem) {
        return named.contains(problem.input);
    });
}

void CreateDialog::askSoon()
{
    // Whatever was asked before is about another form: its answer will be late.
    ++m_question;
    ++m_previewQuestion;
    const Json values = m_inputs->values();
    if (!nameIsComplete()) {
        m_answer.reset();
        m_askedName = {};
        m_availability->showNothing();
    }
    m_previewed.reset();
    if (!m_problems.isEmpty())
        m_preview->showNothing(
            tr("Fill in the form to see every pull request that will be raised,\nand each line it will change."));
    else
        m_preview->showReading();
    if (nameIsComplete()) {
        if (!m_answer)
            m_availability->showChecking();
        m_pause = m.clock.after(typingPause, this, [this] { ask(); });
    } else {
        m_pause.cancel();
    }
}

void CreateDialog::ask()
{
    m_pause.cancel();
    const Json values = m_inputs->values();
    Json name = Json::object();
    for (const QString& input : nameInputs(*m_workflow))
        name[input.toStdString()] = memberAt(values, input.toUtf8().constData());
    if (name != m_askedName || !m_answer) {
        m_askedName = name;
        m_answer.reset();
        m_availability->showChecking();
        const int question = ++m_question;
        whenDone(
            m.desk.checkName(m_workflow->id, values), this, [this, question](const Result<desk::Availability>& answer) {
                if (question == m_question)
                    takeAvailability(answer);
            });
    }
    if (m_problems.isEmpty()) {
        m_preview->showReading();
        const int question = ++m_previewQuestion;
        whenDone(m.desk.preview(m_workflow->id, values), this, [this, question](const Result<desk::Preview>& preview) {
            if (question != m_previewQuestion)
                return;
            m_previewed = preview;
            if (preview)
                m_preview->showPreview(*preview);
            else
                m_preview->showError(preview.error());
            refreshMissing();
        });
    }
    refreshMissing();
}

void CreateDialog::takeAvailability(const Result<desk::Availability>& answer)
{
    m_answer = answer;
    m_availability->showAnswer(answer);
    refreshMissing();
}

QList<CreateDialog::Missing> CreateDialog::missing() const
{
    QList<Missing> missing;
    for (const InputProblem& problem : m_problems)
        if (const InputDefinition* input = m_workflow->input(problem.input))
            missing += {tr("%1: %2", "field, what is missing")
                            .arg(input->title.isEmpty() ? input->id : input->title, wordProblem(problem, *input)),
                input->id};
    const QString name = nameInputs(*m_workflow).value(0);
    if (nameIsComplete()) {
        using Kind = desk::Availability::Kind;
        if (!m_answer)
            missing += {tr("The name is being checked"), name};
        else if (!*m_answer || (*m_answer)->kind == Kind::Unchecked)
            missing += {tr("The name could not be checked"), name};
        else if ((*m_answer)->kind == Kind::Taken)
            missing += {tr("The name is taken"), name};
        else if ((*m_answer)->kind == Kind::Reserved)
            missing += {tr("Another run holds the name"), name};
    }
    if (m_problems.isEmpty()) {
        if (!m_previewed)
            missing += {tr("The preview is being read"), {}};
        else if (!*m_previewed)
            missing += {tr("The preview could not be read"), {}};
    }
    if (const auto status = m.desk.status(); status.readOnly)
        missing += {desk::describe(*status.readOnly).what, {}};
    return missing;
}

void CreateDialog::refreshMissing()
{
    const QList<Missing> list = missing();
    // Links that stay are the same buttons: who is on one of them keeps the place.
    const qsizetype most = std::min<qsizetype>(list.size(), 8);
    const bool isFewer = m_links.size() > most;
    while (m_links.size() > most)
        delete m_links.takeLast();
    const bool isMore = m_links.size() < most;
    while (m_links.size() < most) {
        auto* link = new QToolButton;
        link->setAutoRaise(true);
        link->setIcon(stateIcon(ShownState::Planned));
        link->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        link->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        connect(link, &QToolButton::clicked, this, [this, place = m_links.size()] {
            const QString input = m_missing.value(place).input;
            if (input.isEmpty())
                focusPreview();
            else
                m_inputs->focusField(input);
        });
        m_form->missing->addWidget(link);
        m_links += link;
    }
    m_missing = list;
    for (qsizetype i = 0; i < most; ++i) {
        m_links[i]->setText(safeLine(list[i].text, 70).replace(u'&', u"&&"_s));
        m_links[i]->setToolTip(safeText(list[i].text, 300));
        nameAnew(*m_links[i], safeLine(list[i].text, 200));
    }
    if (isFewer || isMore)
        tabInReadingOrder(this);
    m_form->missingTitle->setVisible(!list.isEmpty());
    m_form->saveButton->setEnabled(m_previewed && *m_previewed);
    m_form->createButton->setEnabled(list.isEmpty() && !m_creating);
    QStringList texts;
    for (const Missing& entry : list)
        texts += entry.text;
    m_form->createButton->setToolTip(safeText(texts.join(u'\n'), 600));
    m_form->createButton->setText(m_creating ? tr("Requested…")
            : m_preview->pullRequests() > 0 ? tr("&Create: open %n pull request(s)", nullptr, m_preview->pullRequests())
                                            : tr("&Create"));
}

void CreateDialog::focusPreview()
{
    const QWidgetList stops = inReadingOrder(m_preview);
    const auto first = std::find_if(
        stops.begin(), stops.end(), [](const QWidget* stop) { return stop->isVisible() && stop->isEnabled(); });
    if (first != stops.end())
        (*first)->setFocus(Qt::OtherFocusReason);
}

BatchDialog* CreateDialog::openBatch()
{
    auto* dialog = new BatchDialog({.desk = m.desk,
                                       .clock = m.clock,
                                       .kept = m.settings,
                                       .workflow = m_workflow,
                                       .settings = m_settings,
                                       .usual = m_inputs->keepable(),
                                       .teams = m_inputs->teams()},
        this);
    connect(dialog, &BatchDialog::created, this, &CreateDialog::created);
    connect(m_inputs, &InputForm::changed, dialog, [this, dialog] { dialog->setTeams(m_inputs->teams()); });
    dialog->open();
    return dialog;
}

//! The dry run as it is shown, for a ticket or a reviewer.
void CreateDialog::savePreview()
{
    if (!m_previewed || !*m_previewed)
        return;
    const QString report = desk::previewReport(**m_previewed, m_workflow->title, m_inputs->keepable());
    askWhereToSave(this, u"saveDryRun"_s, tr("Save the dry run"), u"dry-run"_s, {{u"md"_s, tr("Markdown")}},
        [this, report](const QString& path, const QString&) {
            whenDone(writeFileApart(path, report.toUtf8()), this, [this](const Result<void>& written) {
                if (written)
                    m_form->draft->setText(tr("Dry run saved"));
                else
                    showErrorDialog(written.error(), this);
            });
        });
}

void CreateDialog::create()
{
    if (m_creating || !missing().isEmpty()) {
        m_inputs->touchAll();
        return;
    }
    m_creating = true;
    m_error->hide();
    refreshMissing();
    // The answer may be minutes old: the name is looked up once more before anything is written.
    const int question = ++m_question;
    whenDone(m.desk.checkName(m_workflow->id, m_inputs->values()), this,
        [this, question](const Result<desk::Availability>& answer) {
            if (question != m_question) { // the form was edited meanwhile
                m_creating = false;
                refreshMissing();
                return;
            }
            takeAvailability(answer);
            if (answer && answer->kind == desk::Availability::Kind::Free) {
                submit();
                return;
            }
            m_creating = false;
            refreshMissing();
        });
}

void CreateDialog::submit()
{
    const StartRun command{m_workflow->source, m_inputs->values(), m_settings, {},
        m_previewed && *m_previewed ? (*m_previewed)->token : QString()};
    const QPointer<QWidget> left(focusWidget()); // the keyboard goes from what is disabled
    letFieldsBeFilled(false);
    whenDone(m.desk.submit(command, RunId()), this,
        [this, workflow = m_workflow->id, left](const Result<desk::Receipt>& receipt) {
            m_creating = false;
            if (!receipt) {
                letFieldsBeFilled(true);
                if (left)
                    left->setFocus(Qt::OtherFocusReason);
                showError(receipt.error());
                if (receipt.error().code == errc::previewStale)
                    askSoon(); // and show what it would be now
                refreshMissing();
                return;
            }
            m_drafts.discard(workflow);
            Q_EMIT created(receipt->run);
            accept();
        });
}

void CreateDialog::letFieldsBeFilled(bool may)
{
    m_inputs->setEnabled(may);
    for (QWidget* other : {static_cast<QWidget*>(m_form->workflow), static_cast<QWidget*>(m_form->discardButton),
             static_cast<QWidget*>(m_form->batchButton)})
        other->setEnabled(may);
}

void CreateDialog::showError(const Error& error)
{
    m_error->showError(error);
    m_error->show();
    m_form->formArea->ensureWidgetVisible(m_error);
}

} // namespace slipway::console
