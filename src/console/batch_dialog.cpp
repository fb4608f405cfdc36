// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/batch_dialog.h"

#include "base/text.h"
#include "base/when_done.h"
#include "console/input_form.h"
#include "console/labels.h"
#include "console/primary_button.h"
#include "console/row_delegate.h"
#include "console/safe_text.h"
#include "console/state_painter.h"
#include "desk/error_text.h"
#include "workflow/template.h"

#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace slipway::console {

namespace {

constexpr qint64 kMostBytes = 1'000'000;

QString subjectOf(const Workflow& workflow, const Json& inputs, const Json& settings)
{
    const auto text = expandText(workflow.subject, Json{{"inputs", inputs}, {"settings", settings}});
    return text ? *text : QString();
}

} // namespace

BatchDialog::BatchDialog(Context context, QWidget* parent)
    : QDialog(parent)
    , m(std::move(context))
    , m_text(new QPlainTextEdit)
    , m_table(new QTreeWidget)
    , m_hint(quietLabel())
    , m_open(new QPushButton(tr("&Open a CSV file…")))
    , m_close(new QPushButton(tr("Close")))
    , m_create(new QPushButton)
{
    setObjectName(u"batchDialog"_s);
    setWindowTitle(tr("Many services at once"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptDrops(true);
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
    m_table->setAccessibleName(tr("Services of the list, checked row by row"));
    m_table->setRootIsDecorated(false);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setAlternatingRowColors(true);
    m_table->setHeaderLabels(QStringList{tr("Line")} + columns + QStringList{tr("State")});
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_hint->setWordWrap(true);
    m_hint->setObjectName(u"hint"_s);
    m_open->setObjectName(u"openCsv"_s);
    m_close->setObjectName(u"closeButton"_s);
    m_create->setObjectName(u"confirmButton"_s);
    for (QPushButton* button : {m_open, m_close, m_create})
        button->setAutoDefault(false);
    makePrimary(m_create);
    connect(m_text, &QPlainTextEdit::textChanged, this, &BatchDialog::textChanged);
    connect(m_open, &QPushButton::clicked, this, &BatchDialog::openFile);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &BatchDialog::create);

    auto* halves = new QSplitter(Qt::Vertical);
    halves->addWidget(m_text);
    halves->addWidget(m_table);
    halves->setSizes({150, 330});
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_open);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_create);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(10);
    column->addWidget(headingLabel(safeLine(m.workflow->title, 100)));
    column->addWidget(halves, 1);
    column->addWidget(m_hint);
    column->addLayout(buttons);
    resize(860, 620);
    refresh();
}

void BatchDialog::setText(const QString& text)
{
    if (m_starting == 0) // the rows of a new list would be started with the others, unseen
        m_text->setPlainText(text);
}

void BatchDialog::textChanged()
{
    ++m_generation;
    m_checking = 0;
    QHash<QString, Row> before; // what was started stays so, even when another line is changed
    for (const Row& row : std::as_const(m_rows))
        if (row.state == State::Started || row.state == State::Starting || row.state == State::Refused)
            before.insert(row.name, row);
    m_rows.clear();
    QSet<QString> names;
    for (const ListedService& service : readServices(m_text->toPlainText(), *m.workflow, m.usual)) {
        Row row{.service = service, .id = newCommandId()};
        row.name = subjectOf(*m.workflow, service.inputs, m.settings);
        if (const auto known = before.constFind(row.name); known != before.constEnd()) {
            row = *known;
            row.service = service;
        } else {
            judge(row, names);
        }
        names.insert(row.name);
        m_rows += row;
    }
    m_table->clear();
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        new QTreeWidgetItem(m_table);
        showRow(row);
    }
    refresh();
    m_pause = m.clock.after(typingPause, this, [this] { checkMore(); });
}

//! By the rules of the form, before anything is asked.
void BatchDialog::judge(Row& row, QSet<QString>& names) const
{
    const auto wrong = [&row](const QString& words) {
        row.state = State::Wrong;
        row.words = words;
    };
    if (!row.service.problem.isEmpty())
        return wrong(row.service.problem);
    const auto problems = checkInputs(*m.workflow, row.service.inputs, m.settings, m.teams);
    for (const InputProblem& problem : problems)
        if (const InputDefinition* input = m.workflow->input(problem.input))
            return wrong(tr("%1: %2", "field, what is wrong")
                             .arg(input->title.isEmpty() ? input->id : input->title, wordProblem(problem, *input)));
    if (!problems.isEmpty())
        return wrong(tr("It cannot be read."));
    if (names.contains(row.name))
        return wrong(tr("It stands in the list already."));
}

void BatchDialog::checkMore()
{
    for (qsizetype i = 0; i < m_rows.size() && m_checking < atOnce; ++i) {
        if (m_rows[i].state != State::Unchecked)
            continue;
        m_rows[i].state = State::Checking;
        showRow(i);
        ++m_checking;
        whenDone(m.desk.checkName(m.workflow->id, m_rows[i].service.inputs), this,
            [this, i, generation = m_generation](const Result<desk::Availability>& answer) {
                if (generation != m_generation)
                    return;
                --m_checking;
                Row& row = m_rows[i];
                using Kind = desk::Availability::Kind;
                row.state = State::Unfit;
                if (!answer)
                    row.words = tr("Could not be checked: %1").arg(desk::describe(answer.error()).what);
                else if (answer->kind == Kind::Free)
                    row.state = State::Good;
                else if (answer->kind == Kind::Taken)
                    row.words = tr("The name is taken: %1").arg(answer->holder);
                else if (answer->kind == Kind::Reserved)
                    row.words = tr("Another run holds the name.");
                else
                    row.words = answer->error ? tr("Could not be checked: %1").arg(desk::describe(*answer->error).what)
                                              : tr("Could not be checked.");
                showRow(i);
                refresh();
                checkMore();
            });
    }
    refresh();
}

void BatchDialog::showRow(qsizetype number)
{
    const Row& row = m_rows[number];
    QTreeWidgetItem* item = m_table->topLevelItem(int(number));
    int column = 0;
    item->setText(column++, QString::number(row.service.line));
    for (const InputDefinition& input : m.workflow->inputs)
        if (input.type != InputType::Secret) {
            const Json& value = memberAt(row.service.inputs, input.id.toUtf8().constData());
            item->setText(column++,
                safeLine(value.is_string() ? textAt(row.service.inputs, input.id.toUtf8().constData())
                        : value.is_null()  ? QString()
                                           : QString::fromUtf8(toBytes(value)),
                    60));
        }
    QString words;
    ShownState shape = ShownState::Planned;
    switch (row.state) {
    case State::Wrong: words = row.words, shape = ShownState::NeedsYou; break;
    case State::Unchecked: words = tr("not checked yet"); break;
    case State::Checking: words = tr("checking…"), shape = ShownState::Waiting; break;
    case State::Good: words = tr("good: the name is free"), shape = ShownState::Done; break;
    case State::Unfit: words = row.words, shape = ShownState::NeedsYou; break;
    case State::Starting: words = tr("requested…"), shape = ShownState::Running; break;
    case State::Started: words = tr("started"), shape = ShownState::Done; break;
    case State::Refused: words = row.words, shape = ShownState::Failed; break;
    }
    item->setText(column, safeLine(words, 200));
    item->setToolTip(column, safeText(words, 500));
    item->setIcon(column, stateIcon(shape));
}

qsizetype BatchDialog::count(std::initializer_list<State> states) const
{
    return std::count_if(m_rows.begin(), m_rows.end(),
        [&](const Row& row) { return std::find(states.begin(), states.end(), row.state) != states.end(); });
}

void BatchDialog::refresh()
{
    const auto good = count({State::Good, State::Refused}), started = count({State::Started});
    const auto open = count({State::Unchecked, State::Checking});
    const auto wrong = count({State::Wrong, State::Unfit});
    QStringList facts;
    if (started > 0)
        facts += tr("%n started.", nullptr, int(started));
    if (wrong > 0)
        facts += tr("%n cannot be created: see the last column.", nullptr, int(wrong));
    if (open > 0)
        facts += tr("%n still to be checked.", nullptr, int(open));
    const auto status = m.desk.status();
    if (status.readOnly)
        facts += desk::describe(*status.readOnly).what;
    m_hint->setText(safeText(facts.join(u' '), 400));
    m_creating = m_creating && m_starting > 0;
    m_create->setText(m_creating ? tr("Requested…") : tr("&Create the %n good one(s)", nullptr, int(good)));
    m_create->setEnabled(good > 0 && open == 0 && !m_creating && !status.readOnly);
    m_create->setToolTip(safeText(facts.join(u'\n'), 400));
    m_open->setEnabled(m_starting == 0);
    setAcceptDrops(m_starting == 0);
}

void BatchDialog::create()
{
    if (m_creating)
        return;
    m_creating = true;
    for (Row& row : m_rows)
        if (row.state == State::Refused)
            row.state = State::Good; // asked for again: the same start, not a second one
    m_text->setReadOnly(true); // what is being started is what stands there
    startMore();
    refresh();
}

void BatchDialog::startMore()
{
    for (qsizetype i = 0; i < m_rows.size() && m_starting < atOnce; ++i) {
        Row& row = m_rows[i];
        if (row.state != State::Good)
            continue;
        row.state = State::Starting;
        row.words.clear();
        showRow(i);
        ++m_starting;
        const desk::Order order{
            .command = StartRun{.workflow = m.workflow->source, .inputs = row.service.inputs, .settings = m.settings},
            .id = row.id};
        whenDone(m.desk.submit(order), this, [this, id = row.id](const Result<desk::Receipt>& receipt) {
            --m_starting;
            // By its id: rows may have come and gone, and a name that stands twice is one start.
            for (qsizetype i = 0; i < m_rows.size(); ++i) {
                Row& row = m_rows[i];
                if (row.id != id)
                    continue;
                row.state = receipt ? State::Started : State::Refused;
                if (receipt)
                    row.run = receipt->run;
                else
                    row.words = desk::describe(receipt.error()).what;
                showRow(i);
            }
            if (receipt)
                Q_EMIT created(receipt->run);
            startMore();
            if (m_starting == 0)
                m_text->setReadOnly(false);
            refresh();
        });
    }
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
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes) {
        m_hint->setText(file.isOpen() ? tr("The file is larger than a list of services can be.")
                                      : tr("The file cannot be read: %1").arg(file.errorString()));
        return;
    }
    setText(QString::fromUtf8(file.readAll()));
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
