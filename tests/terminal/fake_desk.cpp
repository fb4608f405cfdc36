// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_desk.h"

#include "base/error_codes.h"
#include "workflow/fold.h"
#include "workflow/handle.h"
#include "workflow/inputs.h"
#include "workflow/parse_workflow.h"

namespace slipway::terminal::test {

namespace {

const char* const workflowText = R"({
  "id": "make-thing", "version": 3, "title": "Make a thing", "subject": "{{ inputs.name }}",
  "settings": {"org": {"type": "text", "default": "acme", "title": "Organisation"},
    "colours": {"type": "list", "default": ["red", "green"], "title": "Colours"}},
  "inputs": [
    {"id": "name", "type": "text", "title": "Name", "minLength": 2, "maxLength": 20,
     "pattern": "^[a-z; -]+$", "messages": {"pattern": "Lower-case letters and hyphens"}},
    {"id": "size", "type": "number", "title": "Size", "required": false, "default": 1},
    {"id": "colour", "type": "choice", "title": "Colour", "required": false, "choices": "settings.colours"},
    {"id": "password", "type": "secret", "title": "Password", "required": false}
  ],
  "lanes": [{"id": "infra", "title": "{{ settings.org }}/infra"}, {"id": "portal", "title": "Portal"}],
  "steps": [
    {"id": "raise", "lane": "infra", "kind": "test.raise", "title": "Raise pull request", "needs": [], "with": {}},
    {"id": "watch", "lane": "infra", "kind": "test.watch", "title": "Watch workflow", "needs": ["raise"], "with": {},
     "limit": "1h"},
    {"id": "tell", "lane": "portal", "kind": "test.tell", "title": "Tell portal", "needs": ["watch"], "with": {},
     "optional": true}
  ]
})";

const KindRules& rules()
{
    static const KindRules kinds = [] {
        KindRules made;
        for (const auto& name : {u"test.raise"_s, u"test.watch"_s, u"test.tell"_s})
            made.insert(name, KindRule{.kind = name, .outputs = {u"number"_s, u"url"_s, u"sha"_s}});
        return made;
    }();
    return kinds;
}

template <class T>
QFuture<Result<T>> ready(Result<T> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

class FakeSession : public Session {
public:
    explicit FakeSession(Bench& bench)
        : m_bench(bench)
    { }
    ~FakeSession() override { ++m_bench.closed; }
    desk::Desk& desk() override { return m_bench.desk; }

private:
    Bench& m_bench;
};

} // namespace

FakeDesk::FakeDesk(Clock& clock)
    : m_clock(clock)
{
    auto workflow = parseWorkflow(QByteArray(workflowText), u"make-thing.json"_s, rules());
    if (!workflow)
        qFatal("the test's workflow is not valid: %s", toBytes(workflow.error().args).constData());
    m_workflow = *workflow;
    m_status.drives = true;
    m_status.storePath = u"/nowhere/store.db"_s;
}

QFuture<Result<desk::Receipt>> FakeDesk::submit(const desk::Order& order)
{
    m_commands << order.command;
    const bool starts = std::holds_alternative<StartRun>(order.command);
    if (starts && m_startError)
        return ready(Result<desk::Receipt>(*m_startError));
    if (order.run.isEmpty() && std::holds_alternative<ResumeRun>(order.command)) { // a person's word after crashes
        m_status.trouble.reset();
        return ready(Result<desk::Receipt>(desk::Receipt{}));
    }
    if (std::holds_alternative<ResumeRun>(order.command))
        m_runError.reset(); // it is read again
    const RunId id = starts ? newRunId(m_clock.now().ms + m_order.size()) : order.run;
    const auto events = handle(m_journal.value(id).run,
        {.id = order.id.isEmpty() ? newCommandId() : order.id,
            .run = id,
            .actor = order.actor.isEmpty() ? u"mia"_s : order.actor,
            .at = m_clock.now(),
            .expectedSequence = order.expectedSequence,
            .command = order.command},
        rules());
    if (!events)
        return ready(Result<desk::Receipt>(events.error()));
    auto& stored = m_journal[id];
    auto folded = fold(stored.run, *events, rules());
    if (!folded)
        return ready(Result<desk::Receipt>(folded.error()));
    if (starts)
        m_order.prepend(id);
    stored.run = *folded;
    stored.events.insert(stored.events.end(), events->begin(), events->end());
    const auto sequence = stored.run.sequence;
    Q_EMIT changed({id});
    if (m_afterSubmit)
        m_afterSubmit(id);
    return ready(Result<desk::Receipt>(desk::Receipt{.run = id, .sequence = sequence}));
}

QFuture<Result<QList<desk::RunSummary>>> FakeDesk::runs(const desk::RunQuery& query)
{
    QList<desk::RunSummary> list;
    for (const auto& id : m_order) {
        const Run run = stored(id);
        if ((query.open && *query.open != run.isOpen()) || (query.state && *query.state != run.state)
            || !run.subject.contains(query.search) || !id.text().startsWith(query.idPrefix) || id.text() < query.idFrom
            || (!query.subject.isEmpty() && run.subject != query.subject))
            continue;
        if (!query.startCommand.isEmpty() && !run.commands.value(0).text().startsWith(query.startCommand))
            continue;
        list.append({.id = id,
            .workflow = run.workflow->id,
            .subject = run.subject,
            .state = run.state,
            .startedBy = run.startedBy,
            .startedAt = run.startedAt,
            .changedAt = m_journal.value(id).events.back().at,
            .sequence = run.sequence,
            .inputs = run.inputs,
            .open = run.isOpen()});
    }
    list = list.mid(query.offset, query.limit > 0 ? query.limit : -1);
    return ready(Result<QList<desk::RunSummary>>(list));
}

QFuture<Result<desk::RunView>> FakeDesk::run(const RunId& run)
{
    ++m_runsRead;
    if (m_runError)
        return ready(Result<desk::RunView>(*m_runError));
    return ready(Result<desk::RunView>(desk::RunView{.run = stored(run), .usual = {}}));
}

QFuture<Result<RunId>> FakeDesk::resolve(const QString& text)
{
    for (const auto& id : m_order) {
        if (id.text().startsWith(text) || stored(id).subject == text)
            return ready(Result<RunId>(id));
    }
    return ready(Result<RunId>(Error{.code = errc::runUnknown, .args = {{"run", text.toStdString()}}}));
}

QFuture<Result<Events>> FakeDesk::events(const RunId& run, qint64 since)
{
    Events events;
    for (const auto& event : m_journal.value(run).events) {
        if (event.sequence > since)
            events.push_back(event);
    }
    return ready(Result<Events>(events));
}

QFuture<Result<desk::Preview>> FakeDesk::preview(const QString&, const Json&)
{
    ++m_previews;
    return ready(m_previewError ? Result<desk::Preview>(*m_previewError) : Result<desk::Preview>(m_preview));
}

QFuture<Result<desk::Availability>> FakeDesk::checkName(const QString&, const Json&)
{
    return ready(Result<desk::Availability>(desk::Availability{}));
}

QFuture<Result<QList<desk::PreviewStep>>> FakeDesk::previewUndo(const RunId&)
{
    return ready(Result<QList<desk::PreviewStep>>(m_preview.steps));
}

QFuture<Result<QStringList>> FakeDesk::teams(const QString&) { return ready(Result<QStringList>(QStringList{})); }

Result<Json> FakeDesk::settings(const QString&) const
{
    if (m_settingsError)
        return *m_settingsError;
    return resolveSettings(*m_workflow, Json::object(), Json::object());
}

void FakeDesk::append(const RunId& run, EventType type, const QString& step, Json data, int attempt)
{
    auto& stored = m_journal[run];
    const bool undoes = textAt(data, "purpose") == "undo"_L1;
    const Event event{.run = run,
        .sequence = stored.run.sequence + 1,
        .at = m_clock.now(),
        .actor = u"engine"_s,
        .type = type,
        .step = StepId(step),
        .purpose = undoes ? Purpose::Undo : Purpose::Do,
        .attempt = step.isEmpty() ? 0 : attempt,
        .data = std::move(data)};
    auto folded = fold(stored.run, event, rules());
    if (!folded)
        qFatal("the test's event does not fit: %s", toBytes(folded.error().args).constData());
    stored.run = *folded;
    stored.events.push_back(event);
    Q_EMIT changed({run});
}

RunId FakeDesk::start(const QString& subject)
{
    const auto receipt = submit(
        StartRun{
            .workflow = m_workflow->source, .inputs = {{"name", subject.toStdString()}}, .settings = {{"org", "acme"}}},
        RunId())
                             .result();
    if (!receipt)
        qFatal("the test's run does not start: %s", toBytes(receipt.error().args).constData());
    return receipt->run;
}

Bench::Bench(bool coloured)
    : environment{.clock = clock, .version = u"1.2.3"_s}
    , output({[this](const QByteArray& bytes) { results += QString::fromUtf8(bytes); }, coloured},
          {[this](const QByteArray& bytes) { diagnostics += QString::fromUtf8(bytes); }, coloured})
{
    environment.open = [this](const GlobalOptions& given, OpenMode mode) -> Result<std::unique_ptr<Session>> {
        opened << mode;
        options << given;
        if (openError && mode != OpenMode::Read && mode != OpenMode::History)
            return *openError;
        return std::unique_ptr<Session>(std::make_unique<FakeSession>(*this));
    };
    environment.sandbox = [this](const QStringList& arguments) {
        sandboxArguments = arguments;
        return 7;
    };
    environment.verifyJournal = [](const GlobalOptions&) -> Result<Json> {
        return Json{{"ok", false}, {"runs", 2}, {"problems", Json::array({"a hash differs"})}};
    };
    environment.listBackups = [](const GlobalOptions&) -> Result<Json> {
        return Json::array({{{"file", "store.db.daily-x"}, {"kind", "daily"}, {"madeAt", "2026-11-21T21:46:00.000Z"},
            {"bytes", 4096}}});
    };
    environment.rebuildJournal = [](const GlobalOptions&) -> Result<Json> { return Json{{"ok", true}, {"runs", 2}}; };
    environment.checkConnection = [](const GlobalOptions&) {
        desk::ConnectionReport report{.host = u"github.com"_s, .identity = {.login = u"mia"_s, .tellsScopes = true}};
        report.findings.append({.place = u"DEFRA/tf-svc-infra"_s,
            .right = steps::Right::WriteWorkflows,
            .steps = {u"Raise pull request"_s},
            .granted = steps::Granted::No,
            .reason = u"scope"_s});
        return ready(Result<desk::ConnectionReport>(report));
    };
    environment.statusRecord = [](const Run& run) -> Result<Json> {
        return Json{{"repositoryName", run.subject.toStdString()}, {"status", toText(run.state).toStdString()}};
    };
    environment.validateWorkflow = [this](const QString& file) -> Result<std::shared_ptr<const Workflow>> {
        if (file == u"good.json"_s)
            return desk.workflow();
        return Error{.code = errc::workflowInvalid,
            .args = {{"file", file.toStdString()},
                {"problems", Json::array({{{"pointer", "/steps/0/kind"}, {"reason", "The kind is unknown."}}})}}};
    };
    environment.workflows = [this](const GlobalOptions&) -> Result<QList<std::shared_ptr<const Workflow>>> {
        return QList{desk.workflow()};
    };
}

int Bench::run(const QStringList& arguments)
{
    results.clear();
    diagnostics.clear();
    return terminal::run(arguments, environment, output);
}

QList<Json> Bench::jsonLines() const
{
    QList<Json> lines;
    for (const auto& line : results.split(u'\n', Qt::SkipEmptyParts)) {
        const auto json = parseJson(line.toUtf8());
        if (!json)
            qFatal("no JSON: %s", qPrintable(line));
        lines << *json;
    }
    return lines;
}

} // namespace slipway::terminal::test
