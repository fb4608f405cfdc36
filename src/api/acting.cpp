// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/context.h"
#include "api/idempotency.h"
#include "base/error_codes.h"
#include "base/text.h"
#include "desk/starting.h"

namespace slipway::api {

namespace {

constexpr qint64 bodyLimit = 64 * 1024;

Error malformed(const QString& reason)
{
    return {.code = errc::apiMalformed, .args = {{"reason", reason.toStdString()}}};
}

//! The members of a command's body; the first that is not as it should be is told.
class Members {
public:
    explicit Members(Json body)
        : m_body(std::move(body))
    { }

    QString text(const char* name)
    {
        const Json& value = memberAt(m_body, name);
        if (!value.is_null() && !value.is_string())
            complain(name, u"a text"_s);
        return textAt(m_body, name);
    }
    QString needed(const char* name)
    {
        const QString value = text(name);
        if (value.trimmed().isEmpty())
            complain(name, u"a text that is not empty"_s);
        return value;
    }
    bool flag(const char* name)
    {
        const Json& value = memberAt(m_body, name);
        if (!value.is_null() && !value.is_boolean())
            complain(name, u"true or false"_s);
        return flagAt(m_body, name);
    }
    bool neededFlag(const char* name)
    {
        if (!memberAt(m_body, name).is_boolean())
            complain(name, u"true or false"_s);
        return flagAt(m_body, name);
    }
    Json object(const char* name)
    {
        const Json& value = memberAt(m_body, name);
        if (!value.is_null() && !value.is_object())
            complain(name, u"an object"_s);
        return value.is_object() ? value : Json::object();
    }
    std::optional<qint64> number(const char* name)
    {
        const Json& value = memberAt(m_body, name);
        if (value.is_number_integer())
            return value.get<qint64>();
        if (!value.is_null())
            complain(name, u"a whole number"_s);
        return std::nullopt;
    }
    const std::optional<Error>& error() const { return m_error; }

private:
    void complain(const char* name, const QString& expected)
    {
        if (!m_error)
            m_error = malformed(u"“%1” is not %2"_s.arg(QLatin1StringView(name), expected));
    }

    Json m_body;
    std::optional<Error> m_error;
};

using Commands = Result<QList<Command>>;

Commands retry(const Run& run, Members& members)
{
    StepId step(members.text("step"));
    const QString reason = members.text("reason");
    QHash<QString, Secret> secrets;
    for (const Json given = members.object("secrets"); const auto& [name, value] : given.items()) {
        if (!value.is_string())
            return malformed(u"a secret is not a text"_s);
        secrets.insert(toQString(name), Secret(QByteArray::fromStdString(value.get_ref<const std::string&>())));
    }
    if (!members.flag("from"))
        return QList<Command>{RetryStep{.step = step, .reason = reason, .secrets = secrets}};
    if (!secrets.isEmpty())
        return malformed(u"“secrets” go to one step, without “from”"_s);
    if (step.isEmpty()) {
        QList<StepId> failed;
        for (const auto& candidate : run.steps) {
            if (candidate.state == StepState::Failed)
                failed << candidate.id;
        }
        if (failed.size() != 1)
            return malformed(u"“from” needs to know the step, for %1 have failed"_s.arg(failed.size()));
        step = failed.first();
    }
    return QList<Command>{RetryFrom{.step = step, .reason = reason}};
}

Commands look(const Run& run, Members& members) { return desk::lookCommands(run, StepId(members.text("step"))); }

Commands advance(const Run&, Members& members)
{
    return QList<Command>{AdvanceStep{.step = StepId(members.needed("step")),
        .reason = members.needed("reason"),
        .outputs = members.object("outputs"),
        .verified = !members.flag("unverified")}};
}

Commands skip(const Run&, Members& members)
{
    return QList<Command>{SkipStep{.step = StepId(members.needed("step")), .reason = members.needed("reason")}};
}

template <class C>
Commands withReason(const Run&, Members& members)
{
    return QList<Command>{C{members.text("reason")}};
}

Commands cancel(const Run&, Members& members)
{
    return QList<Command>{CancelRun{.reason = members.text("reason"), .atOnce = members.flag("now")}};
}

Commands note(const Run&, Members& members)
{
    return QList<Command>{AddNote{.text = members.needed("text"), .step = StepId(members.text("step"))}};
}

Commands resolve(const Run&, Members& members)
{
    return QList<Command>{ResolveEffect{.step = StepId(members.needed("step")),
        .happened = members.neededFlag("happened"),
        .reason = members.needed("reason")}};
}

struct Act {
    const char* name;
    QList<const char*> members;
    Commands (*make)(const Run&, Members&);
};

const QList<Act>& acts()
{
    static const QList<Act> all{
        {"retry", {"step", "from", "reason", "secrets"}, retry},
        {"look", {"step"}, look},
        {"advance", {"step", "reason", "outputs", "unverified"}, advance},
        {"skip", {"step", "reason"}, skip},
        {"pause", {"reason"}, withReason<PauseRun>},
        {"resume", {"reason"}, withReason<ResumeRun>},
        {"cancel", {"reason", "now"}, cancel},
        {"undo", {"reason"}, withReason<UndoRun>},
        {"note", {"text", "step"}, note},
        {"resolve", {"step", "happened", "reason"}, resolve},
    };
    return all;
}

//! The sequence the caller saw, by If-Match or as a member. Error "api.malformed".
Result<std::optional<qint64>> expectedSequence(const Request& request, Members& members)
{
    const auto member = members.number("expectedSequence");
    const QByteArray tag = request.header("If-Match");
    if (tag.isEmpty() || tag == "*")
        return member;
    bool ok = false;
    const qint64 sequence = tag.mid(1).chopped(tag.size() > 1 ? 1 : 0).toLongLong(&ok);
    if (!ok || entityTag(sequence) != tag || (member && *member != sequence))
        return malformed(u"If-Match is not the ETag of a run, or differs from “expectedSequence”"_s);
    return std::optional(sequence);
}

Response receiptOf(const RunId& run, qint64 sequence)
{
    auto response = Response::json(200, {{"id", run.utf8()}, {"sequence", sequence}});
    response.add("ETag", entityTag(sequence));
    return response;
}

//! Gives the commands one after the other; only the first can expect what was seen.
void submit(Context& context, const Call& call, const KeyedAct& act, const RunId& run, const QList<Command>& commands,
    std::optional<qint64> expected, int done)
{
    const desk::Order order{.command = commands[done],
        .run = run,
        .expectedSequence = expected,
        .actor = call.caller.name,
        .id = act.command(done)};
    whenDone(context.desk.submit(order), context.scope,
        [&context, call, act, run, commands, done](const Result<desk::Receipt>& receipt) {
            if (!receipt) {
                const bool precondition = receipt.error().code == errc::commandStale && call.request().has("If-Match");
                return call.exchange->answer(precondition ? problem(412, receipt.error()) : problem(receipt.error()));
            }
            if (done + 1 < commands.size())
                return submit(context, call, act, run, commands, std::nullopt, done + 1);
            call.exchange->answer(receiptOf(run, receipt->sequence));
        });
}

void give(Context& context, const Call& call, const Act& act)
{
    auto known = act.members;
    known << "expectedSequence";
    const auto body = call.body(known);
    if (!body)
        return call.exchange->answer(problem(body.error()));
    const bool isResume = QLatin1StringView(act.name) == "resume"_L1; // has it read again
    withRun(
        context, call,
        [&context, call, act, body = *body](const desk::RunView& view) {
            Json asked = body; // a digest of a short secret would tell it to whoever reads the journal
            asked.erase("secrets");
            const auto keyed = KeyedAct::of(call.request(), call.caller, asked);
            if (!keyed)
                return call.exchange->answer(problem(keyed.error()));
            for (const auto& command : view.run.commands) {
                if (keyed->isReusedIn(command))
                    return call.exchange->answer(
                        problem({.code = errc::apiKeyReused, .args = {{"run", view.run.id.utf8()}}}));
            }
            Members members(body);
            const auto expected = expectedSequence(call.request(), members);
            const auto commands = act.make(view.run, members);
            // What was derived from the run as it was then (the step that had failed) is not there any more once it is done.
            if (!commands && keyed->hasKey() && view.run.commands.contains(keyed->command(0)))
                return call.exchange->answer(receiptOf(view.run.id, view.run.sequence));
            for (const auto& error : {members.error(), expected ? std::optional<Error>() : expected.error(),
                     commands ? std::optional<Error>() : commands.error()}) {
                if (error)
                    return call.exchange->answer(problem(*error));
            }
            submit(context, call, *keyed, view.run.id, *commands, *expected, 0);
        },
        isResume);
}

//! A person's word to go on after crashes; repeated it is the same act.
void leaveSafeMode(Context& context, const Call& call)
{
    const auto body = call.body({"reason"});
    if (!body)
        return call.exchange->answer(problem(body.error()));
    Members members(*body);
    const ResumeRun word{members.text("reason")};
    if (members.error())
        return call.exchange->answer(problem(*members.error()));
    const auto trouble = context.desk.status().trouble;
    const bool isIn = trouble && trouble->code == errc::engineSafeMode;
    whenDone(context.desk.submit({.command = word, .actor = call.caller.name}), context.scope,
        [call, isIn](const Result<desk::Receipt>& receipt) {
            call.exchange->answer(receipt ? Response::json(200, {{"leftSafeMode", isIn}}) : problem(receipt.error()));
        });
}

} // namespace

QList<Route> actingRoutes(Context& context)
{
    QList<Route> routes{{.method = "POST",
        .path = u"/v1/resume"_s,
        .operation = u"leaveSafeMode"_s,
        .gate = Gate::Operator,
        .bodyLimit = bodyLimit,
        .handle = [&context](const Call& call) { leaveSafeMode(context, call); }}};
    for (const auto& act : acts()) {
        routes << Route{.method = "POST",
            .path = u"/v1/runs/{run}/"_s + QLatin1StringView(act.name),
            .operation = QLatin1StringView(act.name) + "Run"_L1,
            .gate = Gate::Operator,
            .bodyLimit = bodyLimit,
            .handle = [&context, act](const Call& call) { give(context, call, act); }};
    }
    return routes;
}

} // namespace slipway::api
