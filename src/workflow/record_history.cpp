// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/record_history.h"

#include "base/error_codes.h"
#include "base/text.h"

#include <QRegularExpression>
#include <QSet>
#include <QUrl>

namespace slipway {

namespace {

Error invalidRecord(const QString& pointer, const QString& reason)
{
    return {
        .code = errc::recordInvalid, .args = {{"pointer", pointer.toStdString()}, {"reason", reason.toStdString()}}};
}

bool isOneOf(const QString& word, std::initializer_list<const char*> words)
{
    return std::any_of(words.begin(), words.end(), [&](const char* each) { return word == QLatin1String(each); });
}

//! {"$numberLong": "…"} and {"$numberInt": "…"} as the number that they are.
Json plainNumber(const Json& value)
{
    for (const char* name : {"$numberLong", "$numberInt"}) {
        bool ok = false;
        if (const qint64 number = textAt(value, name).toLongLong(&ok); ok)
            return Json(number);
    }
    return value;
}

//! The run on main: early records keep it at the part itself, later ones under "main".
const Json& workflowOf(const Json& part)
{
    const Json& late = memberAt(memberAt(part, "main"), "workflow");
    return late.is_object() ? late : memberAt(part, "workflow");
}

//! Where the workflow of an opened link lives: "https://HOST/OWNER/NAME/pull/7".
std::optional<std::pair<QString, QString>> repositoryOf(const QString& url)
{
    const auto parts = QUrl(url).path().split(u'/', Qt::SkipEmptyParts);
    if (parts.size() < 4 || parts[2] != "pull"_L1)
        return std::nullopt;
    return std::pair(parts[0], parts[1]);
}

class History {
public:
    History(const Workflow& workflow, Json settings, const Json& record)
        : m_workflow(workflow)
        , m_settings(std::move(settings))
        , m_record(record)
    { }

    Result<Events> events()
    {
        if (auto checked = check(); !checked)
            return checked.error();
        m_moment = started();
        m_events.push_back({.at = m_moment, .type = EventType::RunStarted});
        tellOthers(u"request.validate"_s);
        for (const auto& lane : m_workflow.lanes) {
            if (const auto* part = partOf(lane))
                tellLane(lane.id, *part);
            else if (raisesIn(lane))
                m_complete = false;
        }
        tellRepository();
        if (m_complete || textAt(m_record, "status") == "success"_L1)
            tellRest();
        m_events.front().data = {{"subject", memberAt(m_record, "repositoryName")}, {"workflow", m_workflow.source},
            {"inputs", inputs()}, {"settings", m_settings}, {"profile", ""}, {"stamp", started().ms},
            {"record", m_record}};
        return std::move(m_events);
    }

private:
    Result<void> check() const
    {
        if (!m_record.is_object())
            return invalidRecord({}, u"a record is an object"_s);
        const Json& name = memberAt(m_record, "repositoryName");
        if (!name.is_string() || name.get_ref<const std::string&>().empty())
            return invalidRecord(u"/repositoryName"_s, u"the name of the service must stand here"_s);
        const Json& begun = memberAt(m_record, "started");
        if (!begun.is_null() && !recordMoment(begun))
            return invalidRecord(
                u"/started"_s, u"this is no moment, such as {\"$date\": \"2023-09-21T13:37:19.352Z\"}"_s);
        for (const auto& [key, value] : m_record.items()) {
            const QString part = toQString(key);
            if (part != "createRepository"_L1 && !laneOfPart(m_workflow, part))
                continue;
            if (auto checked = checkPart(u'/' + part, value); !checked)
                return checked;
        }
        return {};
    }

    static Result<void> checkPart(const QString& at, const Json& part)
    {
        if (!part.is_object())
            return invalidRecord(at, u"an object with \"status\" must stand here"_s);
        if (!isOneOf(textAt(part, "status"),
                {"not-requested", "requested", "raised", "pr_open", "pr_closed", "merged", "in-progress",
                    "workflow_completed", "success", "failure"}))
            return invalidRecord(at + u"/status"_s, u"this is no status that a record knows"_s);
        for (const char* name : {"pr", "payload", "workflow", "main"})
            if (const Json& member = memberAt(part, name); !member.is_null() && !member.is_object())
                return invalidRecord(at + u'/' + QLatin1String(name), u"an object must stand here"_s);
        if (const Json& pr = memberAt(part, "pr"); pr.is_object()) {
            if (!memberAt(pr, "number").is_null() && !plainNumber(memberAt(pr, "number")).is_number_integer())
                return invalidRecord(at + u"/pr/number"_s, u"a whole number must stand here"_s);
            for (const char* name : {"sha", "ref", "html_url", "node_id"})
                if (const Json& member = memberAt(pr, name); !member.is_null() && !member.is_string())
                    return invalidRecord(at + u"/pr/"_s + QLatin1String(name), u"a text must stand here"_s);
        }
        if (const Json& sha = memberAt(part, "merged_sha"); !sha.is_null() && !sha.is_string())
            return invalidRecord(at + u"/merged_sha"_s, u"a text must stand here"_s);
        return {};
    }

    Timestamp started() const { return recordMoment(memberAt(m_record, "started")).value_or(Timestamp{}); }

    const Json* partOf(const Lane& lane) const
    {
        for (const auto& [key, value] : m_record.items())
            if (laneOfPart(m_workflow, toQString(key)) == &lane)
                return &value;
        return nullptr;
    }

    bool raisesIn(const Lane& lane) const { return stepOf("github.pull-request", lane.id); }

    Json inputs() const
    {
        const Json& payload = memberAt(memberAt(m_record, "createRepository"), "payload");
        const Json& team = memberAt(m_record, "team");
        Json inputs{{"repositoryName", memberAt(m_record, "repositoryName")}};
        const auto take = [&](const char* name, std::initializer_list<QString> candidates) {
            for (const auto& candidate : candidates) {
                if (!candidate.isEmpty()) {
                    inputs[name] = candidate.toStdString();
                    return;
                }
            }
        };
        take("serviceType", {textAt(payload, "serviceType"), textAt(m_record, "serviceTypeTemplate")});
        take("owningTeam", {textAt(payload, "owningTeam"), textAt(team, "name"), textAt(team, "teamId")});
        return inputs;
    }

    const StepDefinition* stepOf(const char* kind, const QString& lane = {}) const
    {
        for (const auto& step : m_workflow.steps)
            if (step.kind == QLatin1String(kind) && (lane.isEmpty() || step.lane == lane))
                return &step;
        return nullptr;
    }

    //! Something is known to have happened no earlier than what was told before it.
    void passTo(std::optional<Timestamp> moment)
    {
        if (moment)
            m_moment = std::max(m_moment, *moment);
    }

    //! With a beginning only where it is known: what a step usually takes is learnt from it.
    void succeeded(const StepDefinition* step, Json outputs, std::optional<Timestamp> from = {},
        std::optional<Timestamp> to = {}, const char* note = "")
    {
        if (!step)
            return;
        const bool timed = from && to && *from < *to;
        if (timed)
            m_events.push_back({.at = *from,
                .type = EventType::StepStarted,
                .step = step->id,
                .attempt = 1,
                .data = {{"by", "engine"}}});
        passTo(to);
        m_events.push_back({.at = timed ? *to : m_moment,
            .type = EventType::StepSucceeded,
            .step = step->id,
            .attempt = timed ? 1 : 0,
            .data = {{"outputs", std::move(outputs)}, {"note", note}}});
        m_told.insert(step->id);
    }

    static Error recordError(const Json& part, const QString& name)
    {
        return {.code = errc::recordFailed,
            .args = {{"part", name.toStdString()}, {"url", textAt(workflowOf(part), "html_url").toStdString()}}};
    }

    static Error closedError(const Json& pr)
    {
        Error error{.code = errc::githubPullRequestClosed, .args = {{"url", textAt(pr, "html_url").toStdString()}}};
        if (const Json number = plainNumber(memberAt(pr, "number")); number.is_number_integer())
            error.args["number"] = number;
        if (const auto repository = repositoryOf(textAt(pr, "html_url")))
            error.args["repository"] = (repository->first + u'/' + repository->second).toStdString();
        return error;
    }

    void failed(const StepDefinition* step, const Error& error)
    {
        if (!step)
            return;
        m_events.push_back(
            {.at = m_moment, .type = EventType::StepFailed, .step = step->id, .data = {{"error", toJson(error)}}});
        m_told.insert(step->id);
    }

    void tellLane(const QString& lane, const Json& part)
    {
        const QString status = textAt(part, "status");
        const auto* raise = stepOf("github.pull-request", lane);
        const auto* merged = stepOf("github.merged", lane);
        const auto* workflow = stepOf("github.workflow-run", lane);
        if (const auto known = repositoryOf(textAt(memberAt(part, "pr"), "html_url")); raise && known)
            takeRepository(textAt(raise->with, "repository"), known->first, known->second);
        const bool ended = isOneOf(status, {"workflow_completed", "success"});
        const bool isMerged = ended || isOneOf(status, {"merged", "in-progress"})
            || !textAt(part, "merged_sha").isEmpty() || (status == "failure"_L1 && workflowOf(part).is_object());
        const bool isRaised =
            isMerged || isOneOf(status, {"raised", "pr_open", "pr_closed"}) || memberAt(part, "pr").is_object();
        if (isRaised)
            tellRaise(raise, memberAt(part, "pr"));
        if (isMerged) {
            succeeded(stepOf("github.auto-merge", lane), {{"mode", "merged"}});
            Json outputs = Json::object();
            if (const Json& sha = memberAt(part, "merged_sha"); sha.is_string())
                outputs["mergedSha"] = sha;
            // Without the commit nobody can tell which run is its own: the merge is looked at again.
            if (ended || !outputs.empty()) {
                passTo(recordMoment(memberAt(workflowOf(part), "created_at")));
                succeeded(merged, std::move(outputs));
            }
        }
        if (ended)
            tellWorkflowRun(workflow, workflowOf(part));
        else if (status == "failure"_L1)
            failed(isMerged ? workflow : isRaised ? merged : raise, recordError(part, lane));
        else if (status == "pr_closed"_L1)
            failed(merged, closedError(memberAt(part, "pr")));
        if (!ended)
            m_complete = false;
    }

    //! Whose names and commit a lane has is the record's, whatever a run of today would call them.
    void takeRepository(const QString& pattern, const QString& owner, const QString& name)
    {
        static const QRegularExpression form(
            u"^\\{\\{\\s*settings\\.(\\w+)\\s*\\}\\}/\\{\\{\\s*settings\\.(\\w+)\\s*\\}\\}$"_s);
        const auto match = form.match(pattern);
        if (!match.hasMatch())
            return;
        m_settings[match.captured(1).toStdString()] = owner.toStdString();
        m_settings[match.captured(2).toStdString()] = name.toStdString();
    }

    void tellRaise(const StepDefinition* raise, const Json& pr)
    {
        Json outputs = Json::object();
        const auto take = [&](const char* name, const char* from) {
            if (const Json value = plainNumber(memberAt(pr, from)); !value.is_null())
                outputs[name] = value;
        };
        take("number", "number");
        take("nodeId", "node_id");
        take("url", "html_url");
        take("branch", "ref");
        take("sha", "sha");
        take("headSha", memberAt(pr, "head_sha").is_string() ? "head_sha" : "sha");
        // The platform put the moment of the raise into the branch's name.
        static const QRegularExpression stamp(u"-(\\d{13})$"_s);
        const auto match = stamp.match(textAt(pr, "ref"));
        const std::optional<Timestamp> raised =
            match.hasMatch() ? std::optional(Timestamp{match.captured(1).toLongLong()}) : std::nullopt;
        succeeded(raise, std::move(outputs), started(), raised);
    }

    void tellWorkflowRun(const StepDefinition* step, const Json& run)
    {
        if (!run.is_object())
            return succeeded(step, Json::object(), {}, {}, "noWorkflowRan");
        Json outputs = Json::object();
        const auto take = [&](const char* name, const char* from) {
            if (const Json value = plainNumber(memberAt(run, from)); !value.is_null())
                outputs[name] = value;
        };
        take("id", "id");
        take("name", "name");
        take("path", "path");
        take("url", "html_url");
        take("createdAt", "created_at");
        take("updatedAt", "updated_at");
        outputs["conclusion"] = textAt(run, "conclusion", u"success"_s).toStdString();
        succeeded(step, std::move(outputs), recordMoment(memberAt(run, "created_at")),
            recordMoment(memberAt(run, "updated_at")));
    }

    void tellRepository()
    {
        const Json& part = memberAt(m_record, "createRepository");
        const QString status = textAt(part, "status", u"not-requested"_s);
        const auto* dispatch = stepOf("github.dispatch");
        const bool exists = isOneOf(status, {"success", "workflow_completed", "merged"});
        if (exists || isOneOf(status, {"requested", "in-progress", "raised"}))
            succeeded(dispatch, Json::object());
        if (status == "failure"_L1)
            failed(dispatch, recordError(part, u"createRepository"_s));
        // That the repository is there is seen by looking, and its first commit is needed: only where all has ended it
        // is taken for granted.
        if (!exists)
            m_complete = false;
    }

    //! The whole creation has ended well: what the record does not mention has been done, too, or was not part of it.
    void tellRest()
    {
        for (const auto& step : m_workflow.steps)
            if (!m_told.contains(step.id))
                succeeded(&step, Json::object(), {}, {}, "recorded");
    }

    void tellOthers(const QString& kind)
    {
        for (const auto& step : m_workflow.steps)
            if (step.kind == kind)
                succeeded(&step, Json::object(), {}, {}, "recorded");
    }

    const Workflow& m_workflow;
    Json m_settings;
    const Json& m_record;
    Events m_events;
    Timestamp m_moment;
    QSet<StepId> m_told;
    bool m_complete = true;
};

} // namespace

RunId recordRunId(const Json& record)
{
    const Json& id = memberAt(record, "_id");
    const auto moment = recordMoment(memberAt(record, "started")).value_or(Timestamp{});
    return runIdFrom(moment.ms, "status record " + toBytes(id.is_null() ? record : id));
}

const Lane* laneOfPart(const Workflow& workflow, const QString& part)
{
    for (const auto& lane : workflow.lanes) {
        if (part != lane.id && part != u"cdp-"_s + lane.id)
            continue;
        for (const auto& step : workflow.steps)
            if (step.lane == lane.id && step.kind == "github.pull-request"_L1)
                return &lane;
    }
    return nullptr;
}

std::optional<Timestamp> recordMoment(const Json& value)
{
    const Json& date = value.is_object() && value.contains("$date") ? value["$date"] : value;
    if (date.is_string())
        return Timestamp::fromIso(toQString(date.get_ref<const std::string&>()));
    if (const Json ms = plainNumber(date); ms.is_number_integer() && &date != &value)
        return Timestamp{ms.get<qint64>()};
    return std::nullopt;
}

Result<Events> recordHistory(const Workflow& workflow, Json settings, const Json& record)
{
    return History(workflow, std::move(settings), record).events();
}

} // namespace slipway
