// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/starting.h"
#include "api/context.h"
#include "api/idempotency.h"
#include "base/error_codes.h"
#include "base/text.h"

#include <QHash>

namespace slipway::api {

namespace {

// A key is remembered as long as its run began within this time.
constexpr Millis keysKept{qint64(7) * 24 * 3600 * 1000};
constexpr qint64 startLimit = 1024 * 1024;

Response started(int status, const RunId& run, qint64 sequence, bool repeated)
{
    auto response = Response::json(status, {{"id", run.utf8()}, {"sequence", sequence}});
    response.add("Location", "/v1/runs/" + run.text().toLatin1());
    response.add("ETag", entityTag(sequence));
    if (repeated)
        response.add("Idempotency-Replayed", "true");
    return response;
}

Error keyReused(const RunId& run)
{
    Error error{.code = errc::apiKeyReused};
    if (!run.isEmpty())
        error.args["run"] = run.utf8();
    return error;
}

//! A digest of a short secret would tell it to whoever reads the journal.
Json withoutSecrets(const desk::Start& start)
{
    Json inputs = start.inputs;
    for (const auto& input : start.workflow->inputs) {
        if (input.type == InputType::Secret)
            inputs.erase(input.id.toStdString());
    }
    return inputs;
}

//! Starts runs, each key once: what comes under a key while its start is under way waits for the same outcome.
class Starter : public QObject {
public:
    explicit Starter(Context& context)
        : QObject(context.scope)
        , m_context(context)
    { }

    void start(const Call& call)
    {
        const auto body = call.body({"workflow", "inputs", "preview"});
        if (!body)
            return call.exchange->answer(problem(body.error()));
        const Json& inputs = memberAt(*body, "inputs");
        if (!memberAt(*body, "workflow").is_string() || !inputs.is_object())
            return call.exchange->answer(problem({.code = errc::apiMalformed,
                .args = {{"reason", "the body needs “workflow”, a text, and “inputs”, an object"}}}));
        if (const Json& shown = memberAt(*body, "preview"); !shown.is_null() && !shown.is_string())
            return call.exchange->answer(
                problem({.code = errc::apiMalformed, .args = {{"reason", "“preview” is the token of a preview"}}}));
        const auto prepared = desk::prepareStart(m_context.desk, textAt(*body, "workflow"), inputs);
        if (!prepared)
            return call.exchange->answer(problem(prepared.error()));
        // Not what was shown beforehand: whoever tries again with a newer preview means the same run.
        const Json asked{{"workflow", toJson(prepared->workflow->id)}, {"inputs", withoutSecrets(*prepared)}};
        const auto act = KeyedAct::of(call.request(), call.caller, asked);
        if (!act)
            return call.exchange->answer(problem(act.error()));
        if (!act->hasKey())
            return call.exchange->answer(problem({.code = errc::apiKeyMissing}));
        join(call, {*prepared, textAt(*body, "preview")}, *act);
    }

private:
    struct Wanted {
        desk::Start start;
        QString shown; //!< token of the preview that was shown; empty: none was
    };
    struct UnderWay {
        CommandId command;
        QList<std::shared_ptr<Exchange>> waiting; //!< the first one's start; the others repeat it
    };

    void join(const Call& call, const Wanted& wanted, const KeyedAct& act)
    {
        const auto found = m_underWay.find(act.prefix());
        if (found != m_underWay.end()) {
            if (found->command != act.command())
                return call.exchange->answer(problem(keyReused({})));
            found->waiting.append(call.exchange);
            return;
        }
        m_underWay.insert(act.prefix(), {act.command(), {call.exchange}});
        const auto from = newRunId((m_context.clock.now() - keysKept).ms).text().left(10);
        whenDone(m_context.desk.runs({.startCommand = act.prefix(), .idFrom = from, .limit = 1}), this,
            [this, wanted, act, actor = call.caller.name](const Result<QList<desk::RunSummary>>& earlier) {
                if (!earlier)
                    return finish(act, problem(earlier.error()));
                if (!earlier->isEmpty())
                    return repeat(act, earlier->first());
                if (!wanted.start.problems.isEmpty())
                    return finish(act, problem(wanted.start.problems));
                check(wanted, act, actor);
            });
    }

    void repeat(const KeyedAct& act, const desk::RunSummary& earlier)
    {
        whenDone(m_context.desk.run(earlier.id), this, [this, act](const Result<desk::RunView>& view) {
            if (!view)
                return finish(act, problem(view.error()));
            const bool same = view->run.commands.contains(act.command());
            finish(act, same ? started(200, view->run.id, view->run.sequence, true) : problem(keyReused(view->run.id)));
        });
    }

    //! One reading checks the name, the team, the token and every file; the run that starts uses the same snapshot.
    void check(const Wanted& wanted, const KeyedAct& act, const QString& actor)
    {
        whenDone(m_context.desk.preview(wanted.start.workflow->id, wanted.start.inputs), this,
            [this, wanted, act, actor](const Result<desk::Preview>& preview) {
                if (!preview)
                    return finish(act, problem(preview.error()));
                if (const auto problems = desk::whatStopsStart(*preview); !problems.isEmpty())
                    return finish(act, problem(problems));
                submit(wanted, act, actor);
            });
    }

    void submit(const Wanted& wanted, const KeyedAct& act, const QString& actor)
    {
        const desk::Order order{.command = StartRun{.workflow = wanted.start.workflow->source,
                                    .inputs = wanted.start.inputs,
                                    .settings = wanted.start.settings,
                                    .previewed = wanted.shown},
            .actor = actor,
            .id = act.command()};
        whenDone(m_context.desk.submit(order), this, [this, act](const Result<desk::Receipt>& receipt) {
            if (!receipt)
                return finish(act, problem(receipt.error()));
            const auto under = m_underWay.take(act.prefix());
            for (qsizetype i = 0; i < under.waiting.size(); ++i)
                under.waiting[i]->answer(started(i == 0 ? 201 : 200, receipt->run, receipt->sequence, i > 0));
        });
    }

    void finish(const KeyedAct& act, const Response& response)
    {
        for (const auto& exchange : m_underWay.take(act.prefix()).waiting)
            exchange->answer(response);
    }

    Context& m_context;
    QHash<QString, UnderWay> m_underWay; //!< by the key's prefix
};

} // namespace

QList<Route> startingRoutes(Context& context)
{
    auto* starter = new Starter(context); // ends with the scope
    return {Route{.method = "POST",
        .path = u"/v1/runs"_s,
        .operation = u"startRun"_s,
        .gate = Gate::Operator,
        .bodyLimit = startLimit,
        .handle = [starter](const Call& call) { starter->start(call); }}};
}

} // namespace slipway::api
