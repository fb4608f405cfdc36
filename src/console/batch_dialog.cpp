// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/batch_dialog.h"

#include "base/text.h"
#include "base/when_done.h"
#include "console/labels.h"
#include "console/preview_pane.h"
#include "console/primary_button.h"
#include "console/reading_order.h"
#include "console/safe_text.h"
#include "console/table_view.h"
#include "desk/connection_report.h"
#include "desk/error_text.h"
#include "desk/starting.h"

#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QLocale>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTextBlock>
#include <QTreeView>
#include <QVBoxLayout>

namespace slipway::console {

namespace {

using State = BatchRow::State;

constexpr qint64 kMostBytes = 1'000'000;
constexpr qsizetype kLongestDraft = 100'000;
constexpr qsizetype kMostPlaces = 6; // repositories in one sentence

//! A list is a draft beside that of the form.
QString draftOf(const Workflow& workflow) { return workflow.id + u" (list)"_s; }

} // namespace

BatchDialog::BatchDialog(Context context, QWidget* parent)
    : QDialog(parent)
    , m(std::move(context))
    , m_model(m.workflow, m.settings)
    , m_drafts(m.kept, m.desk.status().storePath)
    , m_text(new QPlainTextEdit)
    , m_table(makeTable(&m_model, tr("Services of the list, checked row by row"), {52}))
    , m_preview(new PreviewPane(m.clock))
    , m_hint(quietLabel())
    , m_progress(new QProgressBar)
    , m_progressText(quietLabel())
    , m_stop(new QPushButton)
    , m_open(new QPushButton(tr("&Open a CSV file…")))
    , m_close(new QPushButton(tr("Close")))
    , m_create(new QPushButton)
{
    setObjectName(u"batchDialog"_s);
    setWindowTitle(tr("Many services at once"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptDrops(true);
    build();
    connect(m_text, &QPlainTextEdit::textChanged, this, &BatchDialog::textChanged);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BatchDialog::chosen);
    connect(m_table, &QTreeView::activated, this, &BatchDialog::goToLine);
    connect(m_stop, &QPushButton::clicked, this, &BatchDialog::stopOrCheck);
    connect(m_open, &QPushButton::clicked, this, &BatchDialog::openFile);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &BatchDialog::create);
    if (const auto draft = m_drafts.load(draftOf(*m.workflow)))
        m_text->setPlainText(textAt(draft->inputs, "list"));
    chosen();
    refresh();
}

void BatchDialog::build()
{
    m_text->setObjectName(u"serviceList"_s);
    m_text->setAccessibleName(tr("List of services"));
    m_text->setTabChangesFocus(true);
    m_text->setAcceptDrops(false); // a file that is dropped is read, not named
    QStringList columns;
    for (const InputDefinition& input : m.workflow->inputs)
        if (input.type != InputType::Secret)
            columns += safeLine(input.title.isEmpty() ? input.id : input.title, 40);
    m_text->setPlaceholderText(
        tr("One service a line: %1.\nPaste them from a spreadsheet, or drop a CSV file here. What a line leaves out is "
           "taken from the form.")
            .arg(columns.join(u", "_s)));
    m_table->setObjectName(u"serviceRows"_s);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->header()->setStretchLastSection(true);
    m_preview->keepIn(m.kept);
    m_preview->setNeeds(desk::rightsNeeded(*m.workflow, m.settings));
    m_hint->setWordWrap(true);
    m_hint->setObjectName(u"hint"_s);
    m_hint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setObjectName(u"progress"_s);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(10);
    m_progress->setMinimumWidth(60);
    m_progressText->setObjectName(u"progressText"_s);
    m_stop->setObjectName(u"stopButton"_s);
    m_open->setObjectName(u"openCsv"_s);
    m_close->setObjectName(u"closeButton"_s);
    m_create->setObjectName(u"confirmButton"_s);
    for (QPushButton* button : {m_stop, m_open, m_close, m_create})
        button->setAutoDefault(false);
    makePrimary(m_create);

    auto* lists = new QSplitter(Qt::Vertical);
    lists->addWidget(m_text);
    lists->addWidget(m_table);
    lists->setSizes({150, 330});
    auto* progress = new QHBoxLayout;
    progress->setSpacing(8);
    progress->addWidget(m_progressText);
    progress->addWidget(m_progress, 1);
    progress->addWidget(m_stop);
    auto* left = new QWidget;
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(18, 16, 12, 4);
    leftColumn->setSpacing(10);
    leftColumn->addWidget(headingLabel(safeLine(m.workflow->title, 100)));
    leftColumn->addWidget(lists, 1);
    leftColumn->addLayout(progress);
    leftColumn->addWidget(m_hint);
    left->setMinimumWidth(340);
    auto* right = new QFrame;
    right->setObjectName(u"previewPlace"_s);
    right->setBackgroundRole(QPalette::Base);
    right->setAutoFillBackground(true);
    right->setMinimumWidth(320);
    auto* rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(0, 0, 0, 0);
    rightColumn->addWidget(m_preview);
    auto* halves = new QSplitter(Qt::Horizontal);
    halves->setChildrenCollapsible(false);
    halves->addWidget(left);
    halves->addWidget(right);
    halves->setSizes({680, 520});
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(18, 8, 16, 12);
    buttons->setSpacing(8);
    buttons->addWidget(m_open);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_create);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(halves, 1);
    column->addLayout(buttons);
    resize(1200, 720);
    tabInReadingOrder(this);
}

void BatchDialog::setText(const QString& text)
{
    if (m_starting == 0) // the rows of a new list would be started with the others, unseen
        m_text->setPlainText(text);
}

void BatchDialog::setTeams(const std::optional<QStringList>& teams)
{
    if (std::exchange(m.teams, teams) != teams && !m_creating && m_starting == 0)
        readRows();
}

void BatchDialog::textChanged()
{
    m_fileProblem.clear();
    m_stopped = false;
    const QString text = m_text->toPlainText();
    if (text.trimmed().isEmpty() || text.size() > kLongestDraft)
        m_drafts.discard(draftOf(*m.workflow));
    else
        m_drafts.save(draftOf(*m.workflow), Json{{"list", text.toStdString()}}, m.clock.now());
    readRows();
}

void BatchDialog::readRows()
{
    const int current = m_table->currentIndex().row();
    m_model.read(m_text->toPlainText(), m.usual, m.teams);
    const int rows = int(m_model.list().size());
    for (int column = 1; rows > 0 && column + 1 < m_model.columnCount(); ++column) {
        m_table->resizeColumnToContents(column);
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column), 190));
    }
    if (rows > 0)
        m_table->setCurrentIndex(m_model.index(std::clamp(current, 0, rows - 1), 0));
    chosen();
    refresh();
    m_pause = m.clock.after(typingPause, this, [this] { check(); });
}

bool BatchDialog::isChecking() const { return !m_stopped && m_model.count({State::Unchecked, State::Checking}) > 0; }

//! One look for many rows, and the next when its answer is there.
void BatchDialog::check()
{
    if (m_looking || m_stopped || m_creating)
        return refresh();
    const auto rows = m_model.unchecked(
        m_model.count({State::Good, State::Unfit, State::Unknown, State::Started}) == 0 ? firstLook : eachLook);
    if (rows.isEmpty())
        return refresh();
    m_looking = true;
    QList<Json> inputs;
    for (const auto row : rows) {
        inputs += m_model.list()[row].service.inputs;
        m_model.setState(row, State::Checking);
    }
    whenDone(
        m.desk.prospects(m.workflow->id, inputs), this, [this, inputs](const Result<QList<desk::Prospect>>& found) {
            m_looking = false;
            bool any = false;
            for (qsizetype i = 0; i < inputs.size(); ++i) {
                any = any || (found && (*found)[i].name.kind != desk::Availability::Kind::Unchecked);
                m_model.take(inputs[i], found ? Result<desk::Prospect>((*found)[i]) : found.error());
            }
            m_model.settle();
            m_stopped = m_stopped || !any; // nothing can be read: hundreds more would say the same
            chosen();
            check();
        });
    refresh();
}

//! The same button: what goes on is stopped, what was left is taken up.
void BatchDialog::stopOrCheck()
{
    if (m_creating || isChecking()) {
        m_stopped = true;
        for (qsizetype i = 0; i < m_model.list().size(); ++i)
            if (m_model.list()[i].state == State::Checking)
                m_model.setState(i, State::Unchecked);
        refresh();
        return;
    }
    m_stopped = false;
    for (qsizetype i = 0; i < m_model.list().size(); ++i)
        if (m_model.list()[i].state == State::Unknown)
            m_model.setState(i, State::Unchecked);
    check();
}

void BatchDialog::showProgress()
{
    const auto all = int(m_model.list().size());
    const bool isChecking = this->isChecking();
    const auto left = int(m_model.count({State::Unchecked, State::Checking}));
    const auto unknown = int(m_model.count({State::Unknown}));
    const int done = m_creating ? m_toStart - int(m_model.count({State::Good, State::Starting})) : all - left;
    const int of = m_creating ? m_toStart : all;
    const bool isUnderWay = m_creating || isChecking;
    m_progress->setVisible(isUnderWay);
    m_progress->setRange(0, std::max(1, of));
    m_progress->setValue(std::clamp(done, 0, of));
    const QLocale locale;
    const QString words = m_creating ? tr("%1 of %2 started") : tr("%1 of %2 checked");
    m_progressText->setText(words.arg(locale.toString(done), locale.toString(of)));
    m_progress->setAccessibleName(m_progressText->text());
    m_progressText->setVisible(isUnderWay || left > 0);
    m_stop->setVisible(isUnderWay || left > 0 || unknown > 0);
    m_stop->setEnabled(!(m_creating && m_stopped));
    m_stop->setText(m_creating ? tr("Stop")
            : isChecking       ? tr("Stop checking")
            : left > 0         ? tr("Check the rest")
                               : tr("Check again"));
}

//! What will happen, and what stands in the way.
QString BatchDialog::facts() const
{
    QStringList facts;
    if (!m_fileProblem.isEmpty())
        facts += m_fileProblem;
    if (const auto started = m_model.count({State::Started}); started > 0)
        facts += tr("%n started.", nullptr, int(started));
    if (const auto wrong = m_model.count({State::Wrong, State::Unfit}); wrong > 0)
        facts += tr("%n cannot be created and is left out: see the last column.", nullptr, int(wrong));
    if (const auto unknown = m_model.count({State::Unknown}); unknown > 0)
        facts += tr("%n could not be checked.", nullptr, int(unknown));
    const auto plan = m_model.plan();
    QStringList places;
    for (auto place = plan.pullRequestsOf.begin(); place != plan.pullRequestsOf.end(); ++place)
        places +=
            tr("%1 in %2", "number of pull requests, repository").arg(place.value()).arg(safeLine(place.key(), 80));
    if (places.size() > kMostPlaces)
        places = places.mid(0, kMostPlaces) + QStringList{tr("others")};
    if (!places.isEmpty())
        facts += tr("Pull requests: %1.").arg(places.join(tr(", ")));
    if (!plan.sharedFiles.isEmpty())
        facts +=
            tr("%n file(s) will be changed by more than one of them: they are merged one after another, and where one "
               "comes first and the next no longer fits, Slipway makes that one anew on the new main.",
                nullptr, int(plan.sharedFiles.size()));
    if (const auto status = m.desk.status(); status.readOnly)
        facts += desk::describe(*status.readOnly).what;
    return facts.join(u' ');
}

QString BatchDialog::createText() const
{
    if (m_creating)
        return tr("Requested…");
    const auto plan = m_model.plan();
    const QString what = plan.services == 0 || plan.makesRepositories
        ? tr("&Create %n service(s)", nullptr, plan.services)
        : tr("&Start %n run(s)", nullptr, plan.services);
    return plan.pullRequests == 0 ? what
                                  : tr("%1: %2", "what is created, what is opened")
                                        .arg(what, tr("open %n pull request(s)", nullptr, plan.pullRequests));
}

void BatchDialog::refresh()
{
    m_creating = m_creating && m_starting > 0;
    showProgress();
    m_hint->setText(safeText(facts(), 900));
    m_hint->setVisible(!m_hint->text().isEmpty());
    m_create->setText(createText());
    m_create->setEnabled(m_model.plan().services > 0 && !isChecking() && !m_creating && !m.desk.status().readOnly);
    m_open->setEnabled(m_starting == 0);
    m_text->setReadOnly(m_starting > 0); // what is being started is what stands there
    setAcceptDrops(m_starting == 0);
}

const BatchRow* BatchDialog::chosenRow() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_model.list().size() ? &m_model.list()[row] : nullptr;
}

void BatchDialog::chosen()
{
    const BatchRow* row = chosenRow();
    const bool isOpen = row && (row->state == State::Good || row->state == State::Refused);
    if (isOpen && row->service.inputs == m_asked)
        return; // its preview is there, or under way: other rows have been checked
    m_asked = isOpen ? row->service.inputs : Json();
    ++m_previewQuestion; // whatever comes is about another row
    m_choosing.cancel();
    if (!row) {
        m_preview->showNothing(
            tr("Choose a row to see every pull request that it will raise,\nand each line that it will change."));
        return;
    }
    switch (row->state) {
    case State::Good:
    case State::Refused:
    case State::Unfit:
        if (row->prospect.name.kind == desk::Availability::Kind::Free)
            break;
        [[fallthrough]];
    case State::Wrong:
    case State::Unknown:
        m_preview->showNothing(
            tr("Line %1\n%2", "number, what is wrong").arg(row->service.line).arg(safeText(row->words, 600)));
        return;
    case State::Unchecked: m_preview->showNothing(tr("This row was not checked yet.")); return;
    case State::Starting:
    case State::Started: m_preview->showNothing(tr("This service has a run of its own now.")); return;
    case State::Checking: break;
    }
    m_preview->showReading();
    if (row->state != State::Checking) // it is asked for when that is known
        m_choosing = m.clock.after(choosingPause, this, [this] { askPreview(); });
}

void BatchDialog::askPreview()
{
    const BatchRow* row = chosenRow();
    if (!row)
        return;
    whenDone(m.desk.preview(m.workflow->id, row->service.inputs), this,
        [this, question = m_previewQuestion, inputs = row->service.inputs](const Result<desk::Preview>& preview) {
            if (preview) {
                m_model.takeProblems(inputs, desk::whatStopsStart(*preview));
                refresh();
            }
            if (question != m_previewQuestion)
                return;
            if (preview)
                m_preview->showPreview(*preview);
            else
                m_preview->showError(preview.error());
        });
}

void BatchDialog::goToLine(const QModelIndex& row)
{
    if (row.row() < 0 || row.row() >= m_model.list().size())
        return;
    const QTextBlock block = m_text->document()->findBlockByNumber(m_model.list()[row.row()].service.line - 1);
    QTextCursor cursor(block);
    cursor.select(QTextCursor::LineUnderCursor);
    m_text->setTextCursor(cursor);
    m_text->setFocus(Qt::OtherFocusReason);
}

void BatchDialog::create()
{
    if (m_creating)
        return;
    for (qsizetype i = 0; i < m_model.list().size(); ++i)
        if (m_model.list()[i].state == State::Refused)
            m_model.setState(i, State::Good); // asked for again: the same start, not a second one
    m_creating = true;
    m_stopped = false;
    m_toStart = int(m_model.count({State::Good}));
    startMore();
    refresh();
}

void BatchDialog::startMore()
{
    for (qsizetype i = 0; i < m_model.list().size() && m_starting < atOnce && !m_stopped; ++i) {
        const BatchRow& row = m_model.list()[i];
        if (row.state != State::Good)
            continue;
        ++m_starting;
        // Without the preview's token: what the others of the list change is no reason to ask again.
        const desk::Order order{
            .command = StartRun{.workflow = m.workflow->source, .inputs = row.service.inputs, .settings = m.settings},
            .id = row.id};
        m_model.setState(i, State::Starting);
        whenDone(m.desk.submit(order), this, [this, id = order.id](const Result<desk::Receipt>& receipt) {
            --m_starting;
            // By its id: rows may have come and gone, and a name that stands twice is one start.
            m_model.setStarted(id, receipt ? Result<RunId>(receipt->run) : Result<RunId>(receipt.error()));
            if (receipt)
                Q_EMIT created(receipt->run);
            startMore();
            if (m_starting > 0)
                return refresh();
            m_creating = false;
            m_model.settle();
            const bool isLeft = m_model.count({State::Good, State::Refused, State::Unchecked, State::Unknown}) > 0;
            if (!isLeft && m_model.count({State::Wrong, State::Unfit}) == 0)
                m_drafts.discard(draftOf(*m.workflow)); // all of it is done
            chosen();
            refresh();
        });
    }
}

//! Runs that were asked for go on; those that were not are said to be left, not silently dropped.
void BatchDialog::reject()
{
    if (m_creating && !m_stopped && m_model.count({State::Good}) > 0)
        return stopOrCheck();
    QDialog::reject();
}

void BatchDialog::openFile()
{
    auto* ask =
        new QFileDialog(this, tr("Open a list of services"), {}, tr("Lists (*.csv *.tsv *.txt);;All files (*)"));
    ask->setAttribute(Qt::WA_DeleteOnClose);
    ask->setFileMode(QFileDialog::ExistingFile);
    connect(ask, &QFileDialog::fileSelected, this, &BatchDialog::readFile);
    ask->open();
}

void BatchDialog::readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_fileProblem = tr("The file cannot be read: %1").arg(file.errorString());
    } else if (file.size() > kMostBytes) {
        m_fileProblem = tr("The file is larger than a list of services can be.");
    } else {
        const ListFile list = readListFile(file.readAll());
        if (list.problem.isEmpty())
            return setText(list.text);
        m_fileProblem = list.problem;
    }
    refresh();
}

void BatchDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_starting > 0)
        return;
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void BatchDialog::dropEvent(QDropEvent* event)
{
    const auto urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        readFile(urls.first().toLocalFile());
    else if (event->mimeData()->hasText())
        setText(event->mimeData()->text());
    event->acceptProposedAction();
}

void BatchDialog::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->accept(); // dozens of runs are not started by a slip
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace slipway::console
