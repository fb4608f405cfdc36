// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/local_desk.h"

#include "base/error_codes.h"
#include "base/private_files.h"
#include "base/ready.h"
#include "base/text.h"
#include "base/thread_door.h"
#include "base/when_done.h"
#include "desk/preview.h"
#include "desk/starting.h"
#include "journal/passing.h"
#include "journal/store_files.h"
#include "steps/kinds.h"
#include "workflow/inputs.h"
#include "workflow/parse_workflow.h"
#include "workflow/record_history.h"

#include <QPromise>

namespace slipway::desk {

namespace {

LocalDeskOptions withStore(LocalDeskOptions options)
{
    if (options.engine.storePath.isEmpty())
        options.engine.storePath = journal::defaultStorePath();
    return options;
}

} // namespace

LocalDesk::LocalDesk(LocalDeskOptions options)
    : m_options(withStore(std::move(options)))
    , m_shelf(m_options.engine.storePath, steps::kindRules())
    , m_coming(conductor::Engine::begin(m_options.engine))
{
    m_opened.start();
}

QFuture<Result<std::shared_ptr<const Workflow>>> LocalDesk::readWorkflow(const QString& file) const
{
    return QtFuture::makeReadyFuture(file).then(
        QtFuture::Launch::Async, [](const QString& named) -> Result<std::shared_ptr<const Workflow>> {
            const auto text = readFile(named, largestWorkflow);
            return text ? parseWorkflow(*text, named, steps::kindRules()) : text.error();
        });
}

QFuture<Result<void>> LocalDesk::importWorkflow(std::shared_ptr<const Workflow> workflow)
{
    // Of its own: the desk may be gone before the file is written.
    return QtFuture::makeReadyFuture(std::move(workflow))
        .then(
            QtFuture::Launch::Async, [store = m_options.engine.storePath](const std::shared_ptr<const Workflow>& read) {
                return WorkflowShelf(store, steps::kindRules()).add(*read);
            });
}

Result<std::unique_ptr<LocalDesk>> LocalDesk::open(LocalDeskOptions options)
{
    std::unique_ptr<LocalDesk> desk(new LocalDesk(std::move(options)));
    while (!desk->m_opened.future().isFinished()) {
        auto opened = desk->m_coming->opened();
        opened.waitForFinished();
        desk->engineOpened(opened.result());
    }
    if (const auto opened = desk->opened().result(); !opened)
        return opened.error();
    return desk;
}

std::unique_ptr<LocalDesk> LocalDesk::begin(LocalDeskOptions options)
{
    std::unique_ptr<LocalDesk> desk(new LocalDesk(std::move(options)));
    desk->watchComing();
    return desk;
}

journal::StoreWork LocalDesk::storeWork() const
{
    const auto* engine = m_coming ? m_coming.get() : m_engine;
    return engine ? engine->state().storeWork : journal::StoreWork::None;
}

//! What it tells once it is in use is heard there (use()).
void LocalDesk::hearComing()
{
    connect(m_coming.get(), &conductor::Engine::stateChanged, this, [this] {
        if (m_coming)
            Q_EMIT statusChanged();
    });
}

void LocalDesk::watchComing()
{
    hearComing();
    whenDone(m_coming->opened(), this, [this](const Result<void>& opened) {
        if (!m_coming)
            return; // this desk ends
        engineOpened(opened);
        if (!m_opened.future().isFinished())
            watchComing();
    });
}

//! Where the store is not to be had, an engine follows that only reads.
void LocalDesk::engineOpened(const Result<void>& opened)
{
    const auto& wanted = m_options.engine;
    if (!opened) {
        const bool owned = m_options.throughOwner && opened.error().code == errc::storeOwned;
        if (m_refused || (!owned && !m_options.readOnlyIfRefused))
            return finishOpening(opened.error());
        m_refused = opened.error();
        auto reading = wanted;
        reading.refuseWrites = m_refused;
        m_coming = conductor::Engine::begin(reading);
        return;
    }
    const auto refused = m_refused ? m_refused : wanted.refuseWrites;
    const bool passes = m_refused && journal::isPassing(*m_refused);
    if (m_refused && m_options.throughOwner && (passes || m_refused->code == errc::storeOwned)) {
        openLine();
        if (passes)
            m_line->resume(*m_refused);
    } else {
        m_readOnly = refused;
    }
    m_reading = std::make_unique<ReadingRoom>(wanted.storePath, refused.has_value());
    connect(m_reading.get(), &ReadingRoom::changed, this, &LocalDesk::changed);
    connect(m_reading.get(), &ReadingRoom::safeModeChanged, this, &LocalDesk::statusChanged);
    use(std::move(m_coming));
    if (!refused)
        openDoor();
    finishOpening({});
}

void LocalDesk::finishOpening(const Result<void>& result)
{
    m_opened.addResult(result);
    m_opened.finish();
}

void LocalDesk::use(std::unique_ptr<conductor::Engine> engine)
{
    m_engine = engine.get();
    m_engines.push_back(std::move(engine));
    connect(m_engine, &conductor::Engine::changed, this, [this](const RunId& run) { Q_EMIT changed({run}); });
    connect(m_engine, &conductor::Engine::stateChanged, this, [this] {
        tellOthers();
        Q_EMIT statusChanged();
    });
}

LocalDesk::~LocalDesk() = default;

QFuture<void> LocalDesk::end()
{
    ThreadDoor::enter(this, "the desk");
    auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    // Before the store is given back: the next owner opens a door of the same name. Who still has a command finds it there.
    m_door.reset();
    if (m_coming)
        m_engines.push_back(std::move(m_coming));
    if (m_engines.empty())
        promise->finish();
    auto left = std::make_shared<std::size_t>(m_engines.size());
    for (const auto& engine : m_engines)
        whenDone(engine->end(), this, [promise, left] {
            if (--*left == 0)
                promise->finish();
        });
    return promise->future();
}

Result<std::shared_ptr<const Workflow>> LocalDesk::workflowNamed(const QString& id) const
{
    return findWorkflow(*this, id);
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
    return resolveSettings(
        **workflow, memberAt(m_options.profileSettings, (*workflow)->id.toUtf8().constData()), overrides);
}

QFuture<Result<Receipt>> LocalDesk::submit(const Order& order)
{
    ThreadDoor::enter(this, "the desk");
    const Timestamp now = m_engine->clock().now();
    Envelope envelope{.id = order.id.isEmpty() ? newCommandId() : order.id,
        .run = order.run,
        .actor = order.actor.isEmpty() ? m_options.actor : order.actor,
        .at = now,
        .expectedSequence = order.expectedSequence,
        .command = order.command};
    if (auto* start = std::get_if<StartRun>(&envelope.command)) {
        // A start that is asked for again under its id is the same run.
        auto& run = m_starts[envelope.id];
        if (run.isEmpty())
            run = start->record.is_null() ? newRunId(now.ms) : recordRunId(start->record);
        envelope.run = run;
        if (start->profile.isEmpty())
            start->profile = m_options.profile;
    }
    return give(envelope).then(this, [id = envelope.run](const Result<qint64>& sequence) -> Result<Receipt> {
        if (!sequence)
            return sequence.error();
        return Receipt{.run = id, .sequence = *sequence};
    });
}

QFuture<Result<QList<RunSummary>>> LocalDesk::runs(const RunQuery& query)
{
    RunQuery asked = query;
    if (!asked.now)
        asked.now = m_engine->clock().now();
    asked.timeScale = m_options.engine.timeScale;
    return m_reading->runs(asked);
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
    ThreadDoor::enter(this, "the desk");
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
    ThreadDoor::enter(this, "the desk");
    // It is asked as soon as there is a name: what is not filled in yet must not keep the name from being looked up.
    Json filled = inputs;
    if (const auto definition = workflowNamed(workflow))
        for (const auto& input : (*definition)->inputs)
            if (const auto id = input.id.toStdString(); !filled.contains(id) && input.type != InputType::Number)
                filled[id] = input.type == InputType::Flag ? Json(false) : Json("");
    return prospects(workflow, {filled})
        .then(this, [this](const Result<QList<Prospect>>& found) -> Result<Availability> {
            if (found)
                return found->first().name;
            return Availability{
                .kind = Availability::Kind::Unchecked, .error = found.error(), .at = m_engine->clock().now()};
        });
}

QFuture<Result<QList<Prospect>>> LocalDesk::prospects(const QString& id, const QList<Json>& inputs)
{
    ThreadDoor::enter(this, "the desk");
    using Prospects = Result<QList<Prospect>>;
    const auto workflow = workflowNamed(id);
    if (!workflow)
        return ready(Prospects(workflow.error()));
    const auto values = settings(id);
    if (!values)
        return ready(Prospects(values.error()));
    // Of hundreds the edits of long files: not on the thread of a window.
    return ready(Result<QList<Json>>(inputs))
        .then(QtFuture::Launch::Async,
            [workflow = *workflow, values = *values, scale = m_options.engine.timeScale](
                const Result<QList<Json>>& starts) { return StartsLook(*workflow, *starts, values, scale); })
        .then(this,
            [this](const StartsLook& look) {
                return m_engine->look(look.reads(), Millis(60'000))
                    .then(QtFuture::Launch::Async,
                        [look](const Result<steps::Observation>& seen) { return look.prospects(seen); });
            })
        .unwrap()
        .then(this, [this, id](const QList<StartsLook::Found>& found) { return withReserved(id, found); })
        .unwrap();
}

//! A name that an open run of the same workflow holds is not free, whatever GitHub says.
QFuture<Result<QList<Prospect>>> LocalDesk::withReserved(const QString& workflow, const QList<StartsLook::Found>& found)
{
    const QString only = found.size() == 1 ? found.first().subject : QString();
    return m_reading->runs({.open = true, .subject = only})
        .then(this, [workflow, found](const Result<QList<RunSummary>>& open) -> Result<QList<Prospect>> {
            QHash<QString, RunId> holders;
            if (open)
                for (const auto& other : *open)
                    if (other.workflow == workflow)
                        holders.insert(other.subject, other.id);
            QList<Prospect> prospects;
            for (const auto& [subject, prospect] : found) {
                const auto holder = subject.isEmpty() ? holders.constEnd() : holders.constFind(subject);
                prospects.append(holder == holders.constEnd() ? prospect
                                                              : Prospect{.name = {.kind = Availability::Kind::Reserved,
                                                                             .holder = subject,
                                                                             .run = *holder,
                                                                             .at = prospect.name.at}});
            }
            return prospects;
        });
}

QFuture<Result<QList<PreviewStep>>> LocalDesk::previewUndo(const RunId& run)
{
    ThreadDoor::enter(this, "the desk");
    return m_reading->run(run).then(this, [](const Result<RunView>& view) -> Result<QList<PreviewStep>> {
        if (!view)
            return view.error();
        return undoPreviewOf(view->run);
    });
}

QFuture<Result<QStringList>> LocalDesk::teams(const QString& workflow)
{
    ThreadDoor::enter(this, "the desk");
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
    ThreadDoor::enter(this, "the desk");
    const auto state = m_engine->state();
    EngineStatus status{.drives = !m_line && !m_readOnly && m_options.engine.mode == conductor::Conductor::Mode::Drive,
        .owner = m_line ? std::optional(m_line->owner().value_or(OwnerGreeting{})) : std::nullopt,
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
        .watchesEvery = state.watchesEvery,
        .trouble = state.trouble,
        .troubleUntil = state.troubleUntil,
        .troubleSince = state.troubleSince,
        .serverAhead = state.serverAhead,
        .storeWork = storeWork()};
    if (state.incident) {
        status.incidentSince = state.incident->since;
        status.incidentUntil = state.incident->until;
    }
    if (!status.drives && !status.trouble && m_reading)
        status.trouble = m_reading->safeMode();
    if (m_line && m_line->trouble()) {
        if (m_options.readOnlyIfRefused && !m_line->owner()) // until it can be opened
            status.readOnly = m_line->trouble()->error;
        else if (!status.trouble)
            say(status, *m_line->trouble());
    }
    if (m_options.engine.connection)
        status.host = m_options.engine.connection->apiUrl.host();
    return status;
}

} // namespace slipway::desk
