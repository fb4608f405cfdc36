// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/batch_model.h"

#include "base/text.h"
#include "console/safe_text.h"
#include "console/state_painter.h"
#include "desk/error_text.h"
#include "workflow/template.h"

namespace slipway::console {

namespace {

using State = BatchRow::State;

QString subjectOf(const Workflow& workflow, const Json& inputs, const Json& settings)
{
    const auto text = expandText(workflow.subject, Json{{"inputs", inputs}, {"settings", settings}});
    return text ? *text : QString();
}

bool isOneOf(State state, std::initializer_list<State> states)
{
    return std::find(states.begin(), states.end(), state) != states.end();
}

//! What two starts cannot both make.
QStringList claimsOf(const desk::Prospect& prospect)
{
    QStringList claims = prospect.made;
    for (const QString& repository : prospect.repositories)
        claims += repository.toLower(); // GitHub's names are
    return claims;
}

} // namespace

BatchModel::BatchModel(std::shared_ptr<const Workflow> workflow, const Json& settings, QObject* parent)
    : TableModel(parent)
    , m_workflow(std::move(workflow))
    , m_settings(settings)
{
    for (const InputDefinition& input : m_workflow->inputs)
        if (input.type != InputType::Secret)
            m_inputs += input;
}

void BatchModel::read(const QString& text, const Json& usual, const std::optional<QStringList>& teams)
{
    QHash<QString, BatchRow> started;
    QHash<QByteArray, BatchRow> checked;
    for (const BatchRow& row : std::as_const(m_rows)) {
        if (isOneOf(row.state, {State::Started, State::Starting, State::Refused}))
            started.insert(row.name, row);
        else if (isOneOf(row.state, {State::Good, State::Unfit, State::Unknown}))
            checked.insert(toBytes(row.service.inputs), row);
    }
    QList<BatchRow> rows;
    QHash<QString, int> lines;
    for (const ListedService& service : readServices(text, *m_workflow, usual)) {
        BatchRow row{.service = service, .name = {}, .words = {}, .prospect = {}, .id = newCommandId(), .run = {}};
        row.name = service.isService ? subjectOf(*m_workflow, service.inputs, m_settings) : QString();
        const auto known = row.name.isEmpty() ? started.constEnd() : started.constFind(row.name);
        if (known != started.constEnd() && !lines.contains(row.name)) {
            row = *known;
            row.service = service;
        } else {
            judge(row, lines, teams);
            const auto before = checked.constFind(toBytes(service.inputs));
            if (row.state == State::Unchecked && before != checked.constEnd()) {
                row = *before;
                row.service = service;
            }
        }
        if (!row.name.isEmpty() && !lines.contains(row.name))
            lines.insert(row.name, service.line);
        rows += row;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    settle();
}

//! By the rules of the form, before anything is asked.
void BatchModel::judge(BatchRow& row, const QHash<QString, int>& lines, const std::optional<QStringList>& teams) const
{
    row.words = row.service.problem;
    if (row.words.isEmpty())
        row.words = problemOf(row.service, *m_workflow, m_settings, teams);
    if (row.words.isEmpty() && lines.contains(row.name))
        row.words = tr("Line %1 has the same name, “%2”. Take one of the two out.")
                        .arg(lines.value(row.name))
                        .arg(safeLine(row.name, 60));
    if (!row.words.isEmpty())
        row.state = State::Wrong;
}

void BatchModel::setState(qsizetype row, State state, const QString& words)
{
    m_rows[row].state = state;
    m_rows[row].words = words;
    changedRow(row);
}

void BatchModel::setStarted(const CommandId& id, const Result<RunId>& run)
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].id != id)
            continue;
        if (run)
            m_rows[i].run = *run;
        setState(i, run ? State::Started : State::Refused, run ? QString() : desk::describe(run.error()).what);
    }
}

void BatchModel::take(const Json& inputs, const Result<desk::Prospect>& prospect)
{
    using Kind = desk::Availability::Kind;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        BatchRow& row = m_rows[i];
        if (!isOneOf(row.state, {State::Unchecked, State::Checking}) || row.service.inputs != inputs)
            continue;
        const Error* unknown = !prospect             ? &prospect.error()
            : prospect->name.kind != Kind::Unchecked ? nullptr
            : prospect->name.error                   ? &*prospect->name.error
                                                     : nullptr;
        if (unknown || prospect->name.kind == Kind::Unchecked) {
            setState(i, State::Unknown,
                unknown ? tr("Could not be checked: %1").arg(desk::describe(*unknown).what)
                        : tr("Could not be checked."));
            continue;
        }
        row.prospect = *prospect;
        if (prospect->name.kind == Kind::Taken)
            setState(i, State::Unfit, tr("The name is taken: %1").arg(prospect->name.holder));
        else if (prospect->name.kind == Kind::Reserved)
            setState(i, State::Unfit, tr("Another run holds the name."));
        else if (!prospect->problems.isEmpty())
            setState(i, State::Unfit, desk::describe(prospect->problems.first()).what);
        else
            setState(i, State::Good, prospect->name.error ? desk::describe(*prospect->name.error).what : QString());
    }
}

void BatchModel::takeProblems(const Json& inputs, const QList<Error>& problems)
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        BatchRow& row = m_rows[i];
        if (row.state != State::Good || row.service.inputs != inputs || problems.isEmpty())
            continue;
        row.prospect.problems = problems;
        setState(i, State::Unfit, desk::describe(problems.first()).what);
    }
    settle();
}

void BatchModel::settle()
{
    QHash<QString, int> claimed; // the line that has it
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        BatchRow& row = m_rows[i];
        const bool isFree = row.prospect.name.kind == desk::Availability::Kind::Free && row.prospect.problems.isEmpty();
        const bool isOpen = isOneOf(row.state, {State::Good, State::Unfit}) && isFree;
        if (!isOpen && !isOneOf(row.state, {State::Starting, State::Started, State::Refused}))
            continue;
        const QStringList claims = claimsOf(row.prospect);
        const auto held =
            std::find_if(claims.begin(), claims.end(), [&](const QString& claim) { return claimed.contains(claim); });
        if (isOpen && held != claims.end())
            setState(i, State::Unfit,
                tr("Line %1 would make the same: %2. Take one of the two out.")
                    .arg(claimed.value(*held))
                    .arg(safeLine(*held, 120)));
        else if (row.state == State::Unfit)
            setState(i, State::Good);
        if (row.state != State::Unfit)
            for (const QString& claim : claims)
                claimed.insert(claim, row.service.line);
    }
}

QList<qsizetype> BatchModel::unchecked(qsizetype most) const
{
    QList<qsizetype> found;
    for (qsizetype i = 0; i < m_rows.size() && found.size() < most; ++i)
        if (m_rows[i].state == State::Unchecked)
            found += i;
    return found;
}

qsizetype BatchModel::count(std::initializer_list<State> states) const
{
    return std::count_if(m_rows.begin(), m_rows.end(), [&](const BatchRow& row) { return isOneOf(row.state, states); });
}

BatchModel::Plan BatchModel::plan() const
{
    Plan plan;
    QHash<QString, int> changes;
    for (const BatchRow& row : m_rows) {
        if (!isOneOf(row.state, {State::Good, State::Refused}))
            continue;
        ++plan.services;
        plan.pullRequests += int(row.prospect.pullRequests.size());
        plan.makesRepositories = plan.makesRepositories || !row.prospect.repositories.isEmpty();
        for (const QString& repository : row.prospect.pullRequests)
            ++plan.pullRequestsOf[repository];
        for (const QString& file : row.prospect.changed)
            if (++changes[file] == 2)
                plan.sharedFiles += file;
    }
    return plan;
}

void BatchModel::changedRow(qsizetype row) { Q_EMIT dataChanged(index(int(row), 0), index(int(row), columns() - 1)); }

QString BatchModel::title(int column) const
{
    if (column == 0)
        return tr("Line");
    if (column > m_inputs.size())
        return tr("State");
    const InputDefinition& input = m_inputs[column - 1];
    return safeLine(input.title.isEmpty() ? input.id : input.title, 40);
}

QString BatchModel::cell(int number, int column) const
{
    const BatchRow& row = m_rows[number];
    if (column == 0)
        return QString::number(row.service.line);
    if (column > m_inputs.size())
        return safeLine(wordsOf(row), 400);
    const Json& value = memberAt(row.service.inputs, m_inputs[column - 1].id.toUtf8().constData());
    if (value.is_boolean())
        return value.get<bool>() ? tr("yes") : tr("no");
    return value.is_null() || !row.service.isService ? QString()
        : value.is_string()                          ? safeLine(toQString(value.get_ref<const std::string&>()), 60)
                                                     : QString::fromUtf8(toBytes(value));
}

QString BatchModel::wordsOf(const BatchRow& row) const
{
    switch (row.state) {
    case State::Wrong:
    case State::Unfit:
    case State::Unknown:
    case State::Refused: return row.words;
    case State::Unchecked: return tr("not checked yet");
    case State::Checking: return tr("checking…");
    case State::Starting: return tr("requested…");
    case State::Started: return tr("started");
    case State::Good: break;
    }
    QStringList facts{row.prospect.pullRequests.isEmpty()
            ? tr("good")
            : tr("good: %n pull request(s)", nullptr, int(row.prospect.pullRequests.size()))};
    if (row.prospect.name.error)
        facts += desk::describe(*row.prospect.name.error).what;
    return facts.join(tr(". "));
}

QVariant BatchModel::other(int number, int column, int role) const
{
    if (column != columns() - 1 || role != Qt::DecorationRole)
        return {};
    switch (m_rows[number].state) {
    case State::Wrong:
    case State::Unfit: return stateIcon(ShownState::NeedsYou);
    case State::Unknown: return stateIcon(ShownState::Unknown);
    case State::Unchecked: return stateIcon(ShownState::Planned);
    case State::Checking: return stateIcon(ShownState::Waiting);
    case State::Good:
    case State::Started: return stateIcon(ShownState::Done);
    case State::Starting: return stateIcon(ShownState::Running);
    case State::Refused: return stateIcon(ShownState::Failed);
    }
    return {};
}

} // namespace slipway::console
