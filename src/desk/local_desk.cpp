// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/local_desk.h"

#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"
#include "desk/preview.h"
#include "journal/store_files.h"
#include "steps/kinds.h"
#include "workflow/inputs.h"
#include "workflow/parse_workflow.h"
#include "workflow/shipped.h"

namespace slipway::desk {

namespace {

template <class T>
QFuture<Result<T>> ready(Result<T> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

} // namespace

LocalDesk::LocalDesk(LocalDeskOptions options)
    : m_options(std::move(options))
{
    if (m_options.engine.storePath.isEmpty())
        m_options.engine.storePath = journal::defaultStorePath();
    for (const auto& id : shippedWorkflows()) {
        const auto text = shippedWorkflow(id);
        auto workflow = text ? parseWorkflow(*text, id + u".json"_s, steps::kindRules()) : text.error();
        if (workflow)
            m_workflows.append(*workflow);
        else
            qCCritical(logDesk) << "the shipped workflow" << id << "is not valid" << toBytes(workflow.error().args);
    }
}

Result<std::unique_ptr<LocalDesk>> LocalDesk::open(LocalDeskOptions options)
{
    std::unique_ptr<LocalDesk> desk(new LocalDesk(std::move(options)));
    auto engine = conductor::Engine::start(desk->m_options.engine);
    if (!engine && desk->m_options.readOnlyIfOwned) {
        desk->m_readOnly = engine.error();
        desk->m_options.engine.refuseWrites = engine.error();
        engine = conductor::Engine::start(desk->m_options.engine);
    }
    if (!engine)
        return engine.error();
    desk->m_engine = std::move(*engine);
    if (desk->m_options.engine.refuseWrites)
        desk->m_readOnly = desk->m_options.engine.refuseWrites;
    const bool othersWrite = desk->m_readOnly.has_value();
    desk->m_reading = std::make_unique<ReadingRoom>(desk->m_options.engine.storePath, othersWrite);
    auto* self = desk.get();
    connect(self->m_reading.get(), &ReadingRoom::changed, self, &LocalDesk::changed);
    connect(self->m_engine.get(), &conductor::Engine::changed, self,
        [self](const RunId& run) { Q_EMIT self->changed({run}); });
    connect(self->m_engine.get(), &conductor::Engine::stateChanged, self, &LocalDesk::statusChanged);
    return desk;
}

LocalDesk::~LocalDesk() = default;

Result<std::shared_ptr<const Workflow>> LocalDesk::workflowNamed(const QString& id) const
{
    for (const auto& workflow : m_workflows)
        if (workflow->id == id)
            return workflow;
    QStringList known;
    for (const auto& workflow : m_workflows)
        known.append(workflow->id);
    return Error{.code = errc::workflowUnknown, .args = {{"workflow", id.toStdString()}, {"known", toJson(known)}}};
}

Result<Json> LocalDesk::settings(const QString& workflowId) const
{
    const auto workflow = workflowNamed(workflowId);
    if (!workflow)
        return workflow.error();
    // What a sandbox announces is for all workflows, and each takes what it knows; what a person sets must exist.
    Json overrides = Json::object();
    for (const auto& setting : (*workflow)->settings) {
        const auto name = setting.id.toStdString();
        if (m_options.announced.contains(name))
            overrides[name] = m_options.announced[name];
    }
    for (const auto& [name, value] : m_options.overrides.items())
        overrides[name] = value;
    return resolveSettings(**workflow, memberAt(m_options.profileSettings, workflowId.toUtf8().constData()), overrides);
}

QFuture<Result<Receipt>> LocalDesk::submit(const Order& order)
{
    const Timestamp now = m_engine->clock().now();
    Envelope envelope{.id = order.id.isEmpty() ? newCommandId() : order.id,
        .run = order.run,
        .actor = order.actor.isEmpty() ? m_options.actor : order.actor,
        .at = now,
        .expectedSequence = order.expectedSequence,
        .command = order.command};
    if (auto* start = std::get_if<StartRun>(&envelope.command)) {
        envelope.run = newRunId(now.ms);
        if (start->profile.isEmpty())
            start->profile = m_options.profile;
    }
    return m_engine->submit(envelope).then(
        this, [id = envelope.run](const Result<qint64>& sequence) -> Result<Receipt> {
            if (!sequence)
                return sequence.error();
            return Receipt{.run = id, .sequence = *sequence};
        });
}

QFuture<Result<std::pair<Run, steps::Observation>>> LocalDesk::look(
    const QString& id, const Json& inputs, Millis notOlderThan)
{
    using Looked = std::pair<Run, steps::Observation>;
    const auto workflow = workflowNamed(id);
    if (!workflow)
        return ready(Result<Looked>(workflow.error()));
    const auto values = settings(id);
    if (!values)
        return ready(Result<Looked>(values.error()));
    auto run = provisionalRun(**workflow, inputs, *values, m_engine->clock().now(), steps::kindRules());
    if (!run)
        return ready(Result<Looked>(run.error()));
    const auto reads = conductor::firstReads(*run, steps::kindRules(), m_engine->clock());
    return m_engine->look(reads, notOlderThan)
        .then(this, [run = std::move(*run)](const Result<steps::Observation>& seen) -> Result<Looked> {
            if (!seen)
                return seen.error();
            return Looked{run, *seen};
        });
}

QFuture<Result<Preview>> LocalDesk::preview(const QString& workflow, const Json& inputs)
{
    // Dozens of diffs of long files: not on the thread of a window.
    return look(workflow, inputs, Millis(60'000))
        .then(QtFuture::Launch::Async,
            [scale = m_options.engine.timeScale](
                const Result<std::pair<Run, steps::Observation>>& looked) -> Result<Preview> {
                if (!looked)
                    return looked.error();
                return previewOf(looked->first, looked->second, steps::kindRules(), SystemClock(scale));
            });
}

QFuture<Result<Availability>> LocalDesk::checkName(const QString& workflow, const Json& inputs)
{
    return look(workflow, inputs, Millis(60'000))
        .then(this,
            [this](const Result<std::pair<Run, steps::Observation>>& looked) -> Result<Availability> {
                if (!looked)
                    return Availability{
                        .kind = Availability::Kind::Unchecked, .error = looked.error(), .at = m_engine->clock().now()};
                return availabilityOf(looked->first, looked->second, steps::kindRules(), m_engine->clock());
            })
        .then(this,
            [this, workflow, inputs](const Result<Availability>& seen) {
                const auto definition = workflowNamed(workflow);
                const auto values = settings(workflow);
                const auto run = definition && values
                    ? provisionalRun(**definition, inputs, *values, m_engine->clock().now(), steps::kindRules())
                    : Result<Run>(Error{});
                if (!run || run->subject.isEmpty())
                    return ready(seen);
                return m_reading->runs({.open = true, .subject = run->subject})
                    .then(this, [seen, workflow](const Result<QList<RunSummary>>& open) -> Result<Availability> {
                        if (open) {
                            for (const auto& other : *open) {
                                if (other.workflow != workflow)
                                    continue;
                                return Availability{.kind = Availability::Kind::Reserved,
                                    .holder = other.subject,
                                    .run = other.id,
                                    .at = seen ? seen->at : Timestamp{}};
                            }
                        }
                        return seen;
                    });
            })
        .unwrap();
}

QFuture<Result<QList<PreviewStep>>> LocalDesk::previewUndo(const RunId& run)
{
    return m_reading->run(run).then(this, [](const Result<RunView>& view) -> Result<QList<PreviewStep>> {
        if (!view)
            return view.error();
        return undoPreviewOf(view->run);
    });
}

QFuture<Result<QStringList>> LocalDesk::teams(const QString& workflow)
{
    const auto values = settings(workflow);
    if (!values)
        return ready(Result<QStringList>(values.error()));
    const github::ReadTeams read{textAt(*values, "org")};
    return m_engine->look({.github = {read}}, Millis(3'600'000))
        .then(this, [read](const Result<steps::Observation>& seen) -> Result<QStringList> {
            if (!seen)
                return seen.error();
            const auto teams = seen->find<github::Teams>(read);
            if (!teams.value)
                return teams.error ? *teams.error : Error{.code = errc::notConnected};
            QStringList slugs;
            for (const auto& team : teams.value->teams)
                slugs.append(team.slug);
            return slugs;
        });
}

EngineStatus LocalDesk::status() const
{
    const auto state = m_engine->state();
    EngineStatus status{.drives = !m_readOnly && m_options.engine.mode == conductor::Conductor::Mode::Drive,
        .readOnly = m_readOnly,
        .storePath = m_options.engine.storePath,
        .login = m_login,
        .connected = m_options.engine.connection.has_value(),
        .sandbox = m_options.sandbox,
        .timeScale = m_options.engine.timeScale,
        .budgetLimit = state.budget.limit,
        .budgetRemaining = state.budget.remaining,
        .budgetResetsAt = state.budget.resetsAt,
        .lastReadAt = state.lastReadAt,
        .trouble = state.trouble,
        .troubleUntil = state.troubleUntil};
    if (m_options.engine.connection)
        status.host = m_options.engine.connection->apiUrl.host();
    return status;
}

} // namespace slipway::desk
