// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/context.h"
#include "base/error_codes.h"
#include "base/text.h"
#include "desk/left_behind.h"
#include "desk/run_json.h"
#include "desk/starting.h"

#include <QUrl>

namespace slipway::api {

namespace {

constexpr qint64 mostRuns = 200, mostEvents = 1'000;

using desk::momentJson;

Json optionalNumber(const std::optional<qint64>& number) { return number ? Json(*number) : Json(nullptr); }
Json optionalText(const QString& text) { return text.isEmpty() ? Json(nullptr) : toJson(text); }

Json statusJson(const desk::EngineStatus& status)
{
    return {{"drives", status.drives}, {"readOnly", desk::errorJson(status.readOnly)},
        {"host", optionalText(status.host)}, {"login", optionalText(status.login)}, {"connected", status.connected},
        {"sandbox", status.sandbox}, {"timeScale", status.timeScale},
        {"budget",
            {{"limit", optionalNumber(status.budgetLimit)}, {"remaining", optionalNumber(status.budgetRemaining)},
                {"resetsAt", momentJson(status.budgetResetsAt)}}},
        {"lastReadAt", momentJson(status.lastReadAt)}, {"trouble", desk::errorJson(status.trouble)},
        {"troubleSince", momentJson(status.troubleSince)}, {"troubleUntil", momentJson(status.troubleUntil)}};
}

Result<desk::RunQuery> queryOf(const Request& request)
{
    desk::RunQuery query{.subject = request.parameter(u"subject"_s).value_or(QString()),
        .search = request.parameter(u"search"_s).value_or(QString())};
    const auto limit = numberOf(request, "limit", 50, 1, mostRuns);
    const auto offset = numberOf(request, "offset", 0, 0, 1'000'000'000);
    if (!limit || !offset)
        return limit ? offset.error() : limit.error();
    query.limit = int(*limit);
    query.offset = int(*offset);
    const auto state = request.parameter(u"state"_s);
    if (!state)
        return query;
    if (*state == "open"_L1) {
        query.open = true;
        return query;
    }
    query.state = runStateFromText(*state);
    if (!query.state)
        return Error{.code = errc::apiMalformed, .args = {{"reason", "“state” is no state of a run, nor “open”"}}};
    return query;
}

//! The same list further on.
QString nextPage(const Request& request, const desk::RunQuery& query)
{
    QStringList parts;
    for (const auto& [name, value] : request.query) {
        if (name != "offset"_L1)
            parts << QString::fromLatin1(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value));
    }
    parts << u"offset=%1"_s.arg(query.offset + query.limit);
    return u"/v1/runs?"_s + parts.join(u'&');
}

void listRuns(Context& context, const Call& call)
{
    const auto query = queryOf(call.request());
    if (!query)
        return call.exchange->answer(problem(query.error()));
    auto wanted = *query;
    ++wanted.limit; // one more tells whether there is more
    whenDone(
        context.desk.runs(wanted), context.scope, [call, query = *query](const Result<QList<desk::RunSummary>>& runs) {
            if (!runs)
                return call.exchange->answer(problem(runs.error()));
            Json list = Json::array();
            for (const auto& run : runs->first(std::min<qsizetype>(runs->size(), query.limit)))
                list.push_back(desk::summaryJson(run));
            const bool more = runs->size() > query.limit;
            call.exchange->answer(Response::json(200,
                {{"runs", std::move(list)}, {"next", more ? toJson(nextPage(call.request(), query)) : Json(nullptr)}}));
        });
}

void showRun(Context& context, const Call& call)
{
    withRun(context, call, [&context, call](const desk::RunView& view) {
        auto response = Response::json(200, desk::runJson(view, context.clock.now(), context.desk.status().timeScale));
        response.add("ETag", entityTag(view.run.sequence));
        call.exchange->answer(std::move(response));
    });
}

void listEvents(Context& context, const Call& call)
{
    const auto since = numberOf(call.request(), "since", 0, 0, std::numeric_limits<int>::max());
    const auto limit = numberOf(call.request(), "limit", mostEvents, 1, mostEvents);
    if (!since || !limit)
        return call.exchange->answer(problem(since ? limit.error() : since.error()));
    whenDone(context.desk.resolve(call.part("run")), context.scope,
        [&context, call, since = *since, limit = *limit](const Result<RunId>& id) {
            if (!id)
                return call.exchange->answer(problem(id.error()));
            whenDone(context.desk.events(*id, since), context.scope, [call, limit](const Result<Events>& events) {
                if (!events)
                    return call.exchange->answer(problem(events.error()));
                Json list = Json::array();
                for (size_t i = 0; i < std::min(events->size(), size_t(limit)); ++i)
                    list.push_back(desk::eventJson((*events)[i]));
                const Json next = events->size() > size_t(limit) ? list.back()["sequence"] : Json(nullptr);
                call.exchange->answer(Response::json(200, {{"events", std::move(list)}, {"next", next}}));
            });
        });
}

void previewUndo(Context& context, const Call& call)
{
    withRun(context, call, [&context, call](const desk::RunView& view) {
        whenDone(context.desk.planUndo(view.run.id), context.scope,
            [call, run = view.run](const Result<desk::UndoPlan>& plan) {
                call.exchange->answer(
                    plan ? Response::json(200, desk::undoPlanJson(*plan, run)) : problem(plan.error()));
            });
    });
}

void listWorkflows(Context& context, const Call& call)
{
    Json list = Json::array();
    for (const auto& workflow : context.desk.workflows())
        list.push_back(desk::workflowJson(*workflow));
    call.exchange->answer(Response::json(200, {{"workflows", std::move(list)}}));
}

void showWorkflow(Context& context, const Call& call)
{
    const auto workflow = desk::findWorkflow(context.desk, call.part("workflow"));
    call.exchange->answer(workflow ? Response::json(200, (*workflow)->source) : problem(workflow.error()));
}

//! What a start has to give, and the settings it would have.
void showInputs(Context& context, const Call& call)
{
    const auto workflow = desk::findWorkflow(context.desk, call.part("workflow"));
    const auto settings = context.desk.settings(call.part("workflow"));
    if (!workflow || !settings)
        return call.exchange->answer(problem(workflow ? settings.error() : workflow.error()));
    const Json& inputs = memberAt((*workflow)->source, "inputs");
    call.exchange->answer(Response::json(200,
        {{"workflow", toJson((*workflow)->id)}, {"inputs", inputs.is_array() ? inputs : Json::array()},
            {"settings", *settings}}));
}

void previewStart(Context& context, const Call& call)
{
    const auto body = call.body({"inputs"});
    if (!body)
        return call.exchange->answer(problem(body.error()));
    const Json& inputs = memberAt(*body, "inputs");
    if (!inputs.is_object())
        return call.exchange->answer(
            problem({.code = errc::apiMalformed, .args = {{"reason", "“inputs” is no object"}}}));
    const auto start = desk::prepareStart(context.desk, call.part("workflow"), inputs);
    if (!start)
        return call.exchange->answer(problem(start.error()));
    if (!start->problems.isEmpty())
        return call.exchange->answer(problem(start->problems));
    whenDone(context.desk.preview(start->workflow->id, start->inputs), context.scope,
        [call, id = start->workflow->id](const Result<desk::Preview>& preview) {
            if (!preview)
                return call.exchange->answer(problem(preview.error()));
            call.exchange->answer(Response::json(200,
                {{"workflow", toJson(id)}, {"readAt", momentJson(preview->readAt)}, {"complete", preview->complete()},
                    {"token", toJson(preview->token)}, {"steps", desk::previewJson(preview->steps)}}));
        });
}

} // namespace

Result<qint64> numberOf(const Request& request, const char* name, qint64 fallback, qint64 least, qint64 most)
{
    const auto text = request.parameter(QString::fromLatin1(name));
    if (!text)
        return fallback;
    bool ok = false;
    const qint64 number = text->toLongLong(&ok);
    if (!ok || number < least || number > most)
        return Error{.code = errc::apiMalformed,
            .args = {{"reason",
                u"“%1” is no number from %2 to %3"_s.arg(QLatin1StringView(name)).arg(least).arg(most).toStdString()}}};
    return number;
}

QByteArray entityTag(qint64 sequence) { return '"' + QByteArray::number(sequence) + '"'; }

QList<Route> readingRoutes(Context& context)
{
    const auto on = [&context](void (*act)(Context&, const Call&)) {
        return [&context, act](const Call& call) { act(context, call); };
    };
    const auto get = [&](const char* path, const char* operation, void (*act)(Context&, const Call&),
                         const QStringList& query = {}, Gate gate = Gate::Viewer) {
        return Route{.method = "GET",
            .path = QString::fromLatin1(path),
            .operation = QString::fromLatin1(operation),
            .gate = gate,
            .query = query,
            .handle = on(act)};
    };
    return {
        Route{.method = "GET",
            .path = u"/v1/status"_s,
            .operation = u"readStatus"_s,
            .handle =
                [&context](const Call& call) {
                    call.exchange->answer(Response::json(200, statusJson(context.desk.status())));
                }},
        get("/v1/runs", "listRuns", listRuns, {u"state"_s, u"search"_s, u"subject"_s, u"limit"_s, u"offset"_s}),
        get("/v1/runs/{run}", "readRun", showRun),
        get("/v1/runs/{run}/events", "listEvents", listEvents, {u"since"_s, u"limit"_s}),
        get("/v1/runs/{run}/undo", "previewUndo", previewUndo, {}, Gate::Operator),
        get("/v1/workflows", "listWorkflows", listWorkflows),
        get("/v1/workflows/{workflow}", "readWorkflow", showWorkflow),
        get("/v1/workflows/{workflow}/inputs", "readInputs", showInputs),
        Route{.method = "POST",
            .path = u"/v1/workflows/{workflow}/preview"_s,
            .operation = u"previewStart"_s,
            .gate = Gate::Operator,
            .bodyLimit = 1024 * 1024,
            .handle = on(previewStart)},
    };
}

} // namespace slipway::api
