// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_desk.h"

#include "base/error_codes.h"
#include "desk/preview.h"
#include "journal/summary.h"
#include "steps/kinds.h"
#include "workflow/file_change.h"
#include "workflow/handle.h"
#include "workflow/inputs.h"
#include "workflow/parse_workflow.h"
#include "workflow/shipped.h"
#include "workflow/template.h"

#include <QFutureWatcher>

namespace slipway::test {

FakeDesk::FakeDesk(Clock& clock, QObject* parent)
    : Desk(parent)
    , availability(desk::Availability{.kind = desk::Availability::Kind::Free})
    , teamList(QStringList{u"animal-and-plant-health"_s, u"cdp-platform"_s, u"fisheries"_s, u"forestry-management"_s})
    , m_clock(clock)
    , m_kinds(steps::kindRules())
{
    offer(u"cdp-create-service"_s);
    m_status = {.drives = true,
        .storePath = u"~/.local/share/slipway/store.db"_s,
        .host = u"github.com"_s,
        .login = u"mia"_s,
        .connected = true,
        .budgetLimit = 5000,
        .budgetRemaining = 4312,
        .budgetResetsAt = clock.now() + 18min,
        .lastReadAt = clock.now() - 8s};
}

FakeDesk::~FakeDesk() = default;

void FakeDesk::announce(const QList<RunId>& runs) { Q_EMIT changed(runs); }

void FakeDesk::setStatus(const desk::EngineStatus& status)
{
    m_status = status;
    Q_EMIT statusChanged();
}

desk::RunSummary FakeDesk::summaryOf(const Entry& entry) const
{
    const Run& run = entry.run;
    auto summary =
        journal::summaryOf(run, entry.events.empty() ? run.endedAt.value_or(run.startedAt) : entry.events.back().at);
    if (unreadable.contains(run.id)) {
        summary.state = RunState::NeedsYou;
        summary.step.clear();
        summary.waitingFor = errc::runSetAside;
        summary.needsYou = true;
        summary.active.clear();
    }
    return summary;
}

void FakeDesk::offer(const QString& shipped)
{
    const auto text = shippedWorkflow(shipped);
    const auto workflow = text ? parseWorkflow(*text, shipped + u".json"_s, m_kinds) : text.error();
    if (!workflow)
        qFatal("the shipped workflow does not parse: %s", toBytes(toJson(workflow.error())).constData());
    m_workflows += *workflow;
}

template <class T>
QFuture<T> FakeDesk::answer(T value)
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    const auto give = [promise, value] {
        promise->addResult(value);
        promise->finish();
    };
    if (holdAnswers)
        m_held += give;
    else
        give();
    return promise->future();
}

void FakeDesk::release()
{
    for (const auto& give : std::exchange(m_held, {}))
        give();
}

QFuture<Result<desk::Receipt>> FakeDesk::submit(const desk::Order& order)
{
    const RunId& run = order.run;
    submitted += order.command;
    submittedTo += run;
    expected += order.expectedSequence;
    commandIds += order.id;
    if (submitError)
        return answer<Result<desk::Receipt>>(*submitError);
    if (const auto* start = std::get_if<StartRun>(&order.command)) {
        const RunId id = begin(textAt(start->inputs, "repositoryName"), 0s, textAt(start->inputs, "owningTeam")).run();
        return answer<Result<desk::Receipt>>(desk::Receipt{id, 1});
    }
    if (run.isEmpty()) { // all may go on: safe mode is left
        m_status.trouble.reset();
        Q_EMIT statusChanged();
        return answer<Result<desk::Receipt>>(desk::Receipt{});
    }
    if (unreadable.contains(run) && std::holds_alternative<ResumeRun>(order.command)) {
        unreadable.remove(run);
        announce({run});
        return answer<Result<desk::Receipt>>(desk::Receipt{run, m_runs[run]->run.sequence});
    }
    Entry& entry = *m_runs[run];
    auto events = handle(entry.run,
        {.id = newCommandId(),
            .run = run,
            .actor = u"mia"_s,
            .at = m_clock.now(),
            .expectedSequence = order.expectedSequence,
            .command = order.command},
        m_kinds);
    if (!events)
        return answer<Result<desk::Receipt>>(events.error());
    for (const Event& event : *events)
        append(run, event);
    QMetaObject::invokeMethod(
        this, [this, run] { announce({run}); }, Qt::QueuedConnection);
    return answer<Result<desk::Receipt>>(desk::Receipt{run, entry.run.sequence});
}

//! Words anywhere in what happened to the run, and the filters state: and repo:; any other filter is refused.
Result<bool> FakeDesk::matches(const Entry& entry, const QString& search) const
{
    QString text = entry.run.subject + u' ' + entry.run.startedBy + QString::fromUtf8(toBytes(entry.run.inputs));
    for (const Event& event : entry.events)
        text += u' ' + QString::fromUtf8(toBytes(event.data));
    for (const QString& word : search.split(u' ', Qt::SkipEmptyParts)) {
        const QString filter = word.section(u':', 0, 0), value = word.section(u':', 1);
        if (!word.contains(u':')) {
            if (!text.contains(word, Qt::CaseInsensitive))
                return false;
        } else if (filter == u"state"_s) {
            if (toText(entry.run.state) != value)
                return false;
        } else if (filter == u"repo"_s) {
            if (!text.contains(value, Qt::CaseInsensitive))
                return false;
        } else {
            return Error{
                .code = errc::searchFilter, .args = {{"filter", word.toStdString()}, {"known", {"state", "repo"}}}};
        }
    }
    return true;
}

QFuture<Result<QList<desk::RunSummary>>> FakeDesk::runs(const desk::RunQuery& query)
{
    QList<desk::RunSummary> found;
    if (!query.search.isEmpty())
        searched += query.search;
    for (const RunId& id : std::as_const(m_order)) {
        const auto fits = matches(*m_runs[id], query.search);
        if (!fits)
            return QtFuture::makeReadyFuture(Result<QList<desk::RunSummary>>(fits.error()));
        if (*fits && (query.idPrefix.isEmpty() || id.text().startsWith(query.idPrefix)))
            found += summaryOf(*m_runs[id]);
    }
    return QtFuture::makeReadyFuture(Result<QList<desk::RunSummary>>(found));
}

QFuture<Result<desk::RunView>> FakeDesk::run(const RunId& run)
{
    const auto entry = m_runs.value(run);
    if (!entry)
        return QtFuture::makeReadyFuture(Result<desk::RunView>(Error{.code = errc::runUnknown}));
    if (const auto why = unreadable.constFind(run); why != unreadable.constEnd())
        return QtFuture::makeReadyFuture(Result<desk::RunView>(*why));
    desk::RunView view{.run = entry->run, .usual = {}, .wentOn = wentOn};
    for (const auto& [step, median, p90] : {std::tuple("infra-merged", Millis(12min), Millis(40min)),
             std::tuple("infra-workflow", Millis(3min), Millis(9min)),
             std::tuple("infra-raise", Millis(7s), Millis(20s)),
             std::tuple("repository-create", Millis(4min), Millis(8min)),
             std::tuple("config-merged", Millis(5min), Millis(15min)),
             std::tuple("first-build", Millis(6min), Millis(15min))})
        view.usual.insert(StepId(QString::fromLatin1(step)), {median, p90});
    return QtFuture::makeReadyFuture(Result<desk::RunView>(view));
}

QFuture<Result<RunId>> FakeDesk::resolve(const QString& text)
{
    return QtFuture::makeReadyFuture(Result<RunId>(RunId(text)));
}

QFuture<Result<Events>> FakeDesk::events(const RunId& run, qint64 since)
{
    Events events;
    if (const auto entry = m_runs.value(run))
        for (const Event& event : entry->events)
            if (event.sequence > since)
                events.push_back(event);
    return QtFuture::makeReadyFuture(Result<Events>(events));
}

desk::PreviewStep FakeDesk::previewOf(const StepDefinition& step, const Json& scope) const
{
    const auto text = [&](const char* name) {
        const auto expanded = expandText(textAt(step.with, name), scope);
        return expanded ? *expanded : QString();
    };
    desk::PreviewStep preview{.step = step.id, .lane = step.lane, .kind = step.kind, .title = step.title};
    preview.laneTitle = step.lane;
    preview.repository = text("repository");
    if (step.kind != u"github.pull-request") {
        preview.summary = u"Follows when what it needs is done."_s;
        return preview;
    }
    preview.raisesPullRequest = true;
    preview.autoMergeAllowed = true;
    preview.base = text("base");
    preview.baseOid = u"9f2c1e07c3"_s;
    preview.branch = text("branch");
    preview.pullRequestTitle = text("title");
    preview.body = text("body");
    preview.commit = text("commit");
    if (const auto files = expandFiles(memberAt(step.with, "files"), scope))
        for (const FileChange& change : *files) {
            desk::PreviewFile file{.path = change.path, .isNew = change.content.has_value()};
            if (change.content) {
                file.added = 1;
                file.diff = u"--- /dev/null\n+++ b/%1\n@@ -0,0 +1 @@\n+%2"_s.arg(
                    change.path, QString::fromUtf8(*change.content));
            } else {
                file.added = 5;
                file.removed = 1;
                file.diff =
                    u"--- a/%1\n+++ b/%1\n@@ -41,4 +41,8 @@\n     \"basket-ui\": {\n       \"zone\": \"public\"\n"
                    "-    }\n+    },\n+    \"NAME\": {\n+      \"zone\": \"protected\",\n+      \"mongo\": true\n+    }\n   }\n ]"_s
                        .arg(change.path);
            }
            preview.files += file;
        }
    return preview;
}

QFuture<Result<desk::Preview>> FakeDesk::preview(const QString&, const Json& inputs)
{
    previewed += inputs;
    if (previewError)
        return answer<Result<desk::Preview>>(*previewError);
    const auto& workflow = *m_workflows.first();
    Run run{
        .workflow = m_workflows.first(), .inputs = inputs, .settings = *settings(workflow.id), .stamp = 1695303440080};
    const Json scope = scopeOf(run);
    desk::Preview preview{.readAt = m_clock.now(), .token = u"token-of-the-preview"_s};
    for (const StepDefinition& step : workflow.steps)
        if (step.kind == u"github.pull-request" || step.kind == u"github.dispatch")
            preview.steps += previewOf(step, scope);
    if (const auto stopped = stoppedBy.constFind(textAt(inputs, "repositoryName")); stopped != stoppedBy.constEnd())
        preview.steps.first().error = *stopped;
    return answer<Result<desk::Preview>>(preview);
}

QFuture<Result<QList<desk::Prospect>>> FakeDesk::prospects(const QString&, const QList<Json>& inputs)
{
    prospected += inputs;
    if (prospectsError)
        return answer<Result<QList<desk::Prospect>>>(*prospectsError);
    QList<desk::Prospect> found;
    for (const Json& each : inputs) {
        const QString name = textAt(each, "repositoryName");
        const auto known = availabilityOf.value(name, availability);
        desk::Prospect prospect;
        prospect.name = known ? *known : desk::Availability{.error = known.error()};
        const Run run{.workflow = m_workflows.first(),
            .inputs = each,
            .settings = *settings(m_workflows.first()->id),
            .stamp = 1};
        const Json scope = scopeOf(run);
        for (const StepDefinition& step : m_workflows.first()->steps) {
            if (step.kind != u"github.pull-request")
                continue;
            const auto preview = previewOf(step, scope);
            prospect.pullRequests += preview.repository;
            for (const auto& file : preview.files)
                (file.isNew ? prospect.made : prospect.changed) += preview.repository + u": "_s + file.path;
        }
        prospect.repositories += u"DEFRA/"_s + name;
        if (const auto problem = problemOf.constFind(name); problem != problemOf.constEnd())
            prospect.problems += *problem;
        found += prospect;
    }
    return answer<Result<QList<desk::Prospect>>>(found);
}

QFuture<Result<desk::Availability>> FakeDesk::checkName(const QString&, const Json& inputs)
{
    checkedNames += inputs;
    const auto own = availabilityOf.constFind(textAt(inputs, "repositoryName"));
    auto result = own == availabilityOf.constEnd() ? availability : *own;
    if (result)
        result->at = m_clock.now();
    return answer<Result<desk::Availability>>(result);
}

QFuture<Result<QList<desk::PreviewStep>>> FakeDesk::previewUndo(const RunId& run)
{
    const auto entry = m_runs.value(run);
    return QtFuture::makeReadyFuture(
        Result<QList<desk::PreviewStep>>(entry ? desk::undoPreviewOf(entry->run) : QList<desk::PreviewStep>()));
}

QFuture<Result<desk::UndoPlan>> FakeDesk::planUndo(const RunId& run)
{
    ++undoLooks;
    const auto entry = m_runs.value(run);
    if (!undoNow || !entry)
        return Desk::planUndo(run);
    desk::UndoPlan plan{.run = run,
        .sequence = entry->run.sequence,
        .steps = desk::undoPreviewOf(entry->run),
        .now = *undoNow,
        .service = u"GitHub"_s,
        .readAt = m_clock.now(),
        .headline = undoHeadline};
    for (auto& step : plan.steps)
        if (const QString will = plan.now.value(step.step).will; !will.isEmpty())
            step.summary = will;
    return answer<Result<desk::UndoPlan>>(plan);
}

QFuture<Result<desk::Evidence>> FakeDesk::evidence(const RunId& run, const StepId& step)
{
    evidenceAsked += step;
    if (evidenceError)
        return answer<Result<desk::Evidence>>(*evidenceError);
    if (!evidenceFound)
        return answer<Result<desk::Evidence>>(Error{.code = errc::notConnected});
    desk::Evidence found = *evidenceFound;
    found.run = run;
    found.step = step;
    found.readAt = m_clock.now();
    found.sequence = m_runs[run]->run.sequence;
    return answer<Result<desk::Evidence>>(found);
}

QFuture<Result<QStringList>> FakeDesk::teams(const QString&) { return answer(Result(teamList)); }

Result<Json> FakeDesk::settings(const QString& id) const
{
    const auto named =
        std::find_if(m_workflows.begin(), m_workflows.end(), [&](const auto& workflow) { return workflow->id == id; });
    return resolveSettings(named == m_workflows.end() ? *m_workflows.first() : **named, Json::object(), Json::object());
}

} // namespace slipway::test
