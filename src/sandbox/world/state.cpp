// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "sandbox/world/model_json.h"
#include "sandbox/world/world.h"

//! How the world is kept over a restart, and the ledger.
namespace slipway::sandbox {

namespace {

const QString ledgerPrefix = u"ledger/"_s;

Json save(const User& user)
{
    return Json::object(
        {{"id", user.id}, {"nodeId", toJson(user.nodeId)}, {"login", toJson(user.login)}, {"name", toJson(user.name)}});
}

User loadUser(const Json& json)
{
    return {integerAt(json, "id"), textAt(json, "nodeId"), textAt(json, "login"), textAt(json, "name")};
}

} // namespace

void World::touchMeta()
{
    if (!m_log)
        return;
    Json teams = Json::array();
    for (const Team& team : m_teams)
        teams.push_back(Json::object({{"id", team.id}, {"nodeId", toJson(team.nodeId)}, {"name", toJson(team.name)},
            {"slug", toJson(team.slug)}, {"description", toJson(team.description)}}));
    Json durations = Json::object();
    for (const auto& [what, seconds] : m_durations)
        durations[what.toStdString()] = seconds;
    m_log->put(u"meta"_s,
        Json::object({{"organisation", save(m_organisation)}, {"viewer", save(m_viewer)},
            {"colleague", save(m_colleague)}, {"teams", std::move(teams)}, {"token", m_token.toStdString()},
            {"tokenExpired", m_tokenExpired}, {"random", m_randomState}, {"lastId", m_lastId},
            {"lastRunId", m_lastRunId}, {"lastTask", m_lastTask}, {"lastRequest", m_lastRequest},
            {"durations", std::move(durations)}, {"triggers", m_triggers}, {"access", m_access.toJson()}}));
}

void World::touch(const Repository& repository)
{
    if (m_log)
        m_log->put(u"repository/"_s + repository.name, save(repository));
    Q_EMIT repositoryTouched(repository);
}

void World::touch(const PullRequest& pull)
{
    if (m_log)
        m_log->put(u"pull/"_s + pull.repository + u'/' + QString::number(pull.number), save(pull));
    Q_EMIT pullRequestTouched(pull);
}

void World::touch(const WorkflowRun& run)
{
    if (m_log)
        m_log->put(u"run/"_s + QString::number(run.id), save(run));
    Q_EMIT workflowRunTouched(run);
}

void World::record(const char* list, Json entry)
{
    entry["at"] = now().toIso().toStdString();
    entry["request"] = m_request > 0 ? Json(m_request) : Json(nullptr);
    m_lastRequest = std::max(m_lastRequest, m_request);
    const QString name = QString::fromLatin1(list);
    const qint64 number = ++m_ledgerCount[name];
    if (m_log)
        m_log->put(ledgerPrefix + name + u'/' + QString::number(number).rightJustified(9, u'0'), entry);
    ledgerList(name).push_back(std::move(entry));
}

Json& World::ledgerList(const QString& name)
{
    const std::string member = name.section(u'.', -1).toStdString();
    return name.startsWith(u"pay."_s) ? m_ledger["pay"][member] : m_ledger[member];
}

Result<void> World::flush()
{
    if (!m_log)
        return {};
    touchMeta(); // small, and what it counts moves with nearly every change
    return m_log->flush();
}

Result<void> World::load(const std::map<QString, Json>& objects)
{
    const Json& meta = objects.at(u"meta"_s);
    m_organisation = loadUser(memberAt(meta, "organisation"));
    m_options.organisation = m_organisation.login;
    m_viewer = loadUser(memberAt(meta, "viewer"));
    m_colleague = loadUser(memberAt(meta, "colleague"));
    for (const Json& team : memberAt(meta, "teams"))
        m_teams.append({integerAt(team, "id"), textAt(team, "nodeId"), textAt(team, "name"), textAt(team, "slug"),
            textAt(team, "description")});
    m_token = textAt(meta, "token").toUtf8();
    m_tokenExpired = flagAt(meta, "tokenExpired");
    if (const Json& random = memberAt(meta, "random"); random.is_number())
        m_randomState = random.get<quint64>();
    m_lastId = integerAt(meta, "lastId");
    m_lastRunId = integerAt(meta, "lastRunId");
    m_lastTask = integerAt(meta, "lastTask");
    m_lastRequest = integerAt(meta, "lastRequest");
    for (const auto& [what, seconds] : memberAt(meta, "durations").items())
        m_durations[QString::fromStdString(what)] = seconds.get<double>();
    m_triggers = memberAt(meta, "triggers");
    m_access = Access::fromJson(memberAt(meta, "access"));

    for (const auto& [name, json] : objects) { // the map's order keeps ledger entries and runs in theirs
        if (name.startsWith(u"repository/"_s)) {
            Repository repository = loadRepository(json);
            auto git = GitRepository::open(m_gitRoot + u'/' + organisation() + u'/' + repository.name + u".git"_s);
            if (!git)
                return git.error();
            m_gits[repository.name] = std::move(*git);
            m_repositories[repository.name.toLower()] = std::move(repository);
        } else if (name.startsWith(u"pull/"_s)) {
            PullRequest pull = loadPullRequest(json);
            const PullKey key{pull.repository, pull.number};
            m_pulls[key] = std::move(pull);
        } else if (name.startsWith(u"run/"_s)) {
            WorkflowRun run = loadRun(json);
            m_runBySuite[run.suiteId] = run.id;
            m_runByCheckRun[run.checkRunId] = run.id;
            m_runsBySha[run.repository + u':' + run.headSha].append(run.id);
            m_runs[run.id] = std::move(run);
        } else if (name.startsWith(u"task/"_s)) {
            const qint64 id = name.mid(5).toLongLong();
            m_tasks[id] = {id, Timestamp{integerAt(json, "due")}, textAt(json, "kind"), memberAt(json, "data")};
        } else if (name.startsWith(u"artifacts/"_s)) {
            m_artifacts[name.mid(10)] = json;
        } else if (name.startsWith(u"pay/"_s)) {
            m_pay->load(name, json);
        } else if (name.startsWith(ledgerPrefix)) {
            const QString list = name.section(u'/', 1, 1);
            ledgerList(list).push_back(json);
            ++m_ledgerCount[list];
        }
    }
    return {};
}

Json World::ledger() const
{
    Json result = m_ledger;
    for (Json& entry : result["pullRequests"]) {
        const PullRequest* pull = pullRequest(textAt(entry, "repository"), integerAt(entry, "number"));
        if (!pull)
            continue;
        Json full = Json::object({{"repository", toJson(pull->repository)}, {"number", pull->number},
            {"nodeId", toJson(pull->nodeId)}, {"head", toJson(pull->headName)}, {"base", toJson(pull->baseName)},
            {"title", toJson(pull->title)}, {"body", toJson(pull->body)},
            {"state", toJson(word(pull->state).toLower())}, {"merged", pull->state == PullState::Merged},
            {"mergedSha", pull->mergeCommitOid.isEmpty() ? Json(nullptr) : toJson(pull->mergeCommitOid)},
            {"files", toJson(pull->files)}, {"at", entry["at"]}, {"request", entry["request"]}});
        entry = std::move(full);
    }
    for (Json& entry : result["workflowRuns"]) {
        const WorkflowRun* run = runById(integerAt(entry, "id"));
        if (!run)
            continue;
        Json full = Json::object({{"repository", toJson(run->repository)}, {"id", run->id}, {"path", toJson(run->path)},
            {"sha", toJson(run->headSha)},
            {"conclusion", run->conclusion.isEmpty() ? Json(nullptr) : toJson(run->conclusion)},
            {"status", toJson(run->status)}, {"event", toJson(run->event)}, {"branch", toJson(run->branch)},
            {"attempt", run->attempt},
            {"endedAt", run->completedAt ? Json(run->completedAt->toIso().toStdString()) : Json(nullptr)},
            {"at", entry["at"]}, {"request", entry["request"]}});
        entry = std::move(full);
    }
    return result;
}

Json World::state() const
{
    Json repositories = Json::array();
    Json pulls = Json::array();
    Json runs = Json::array();
    for (const auto& [key, repository] : m_repositories) {
        Json entry = Json::object({{"name", toJson(repository.name)}, {"template", toJson(repository.templateName)},
            {"isTemplate", repository.isTemplate}, {"empty", repository.isEmpty}, {"archived", repository.isArchived},
            {"head", toJson(head(repository))}, {"autoMergeAllowed", repository.autoMergeAllowed},
            {"autoMergeSleeps", repository.autoMergeSleeps}, {"requiredChecks", toJson(repository.requiredChecks)},
            {"requiredApprovals", repository.requiredApprovals}, {"url", toJson(url(repository))}});
        repositories.push_back(std::move(entry));
    }
    for (const auto& [key, pull] : m_pulls) {
        if (pull.state != PullState::Open)
            continue;
        const Mergeability known = settledMergeability(pull);
        pulls.push_back(Json::object({{"repository", toJson(pull.repository)}, {"number", pull.number},
            {"title", toJson(pull.title)}, {"head", toJson(pull.headName)}, {"sha", toJson(pull.headOid)},
            {"autoMerge", pull.autoMerge.has_value()}, {"mergeStateStatus", toJson(word(known.status))},
            {"checks", toJson(rollup(pull.repository, pull.headOid))}, {"url", toJson(url(pull))}}));
    }
    for (const auto& [id, run] : m_runs) {
        if (run.isCompleted())
            continue;
        runs.push_back(Json::object({{"repository", toJson(run.repository)}, {"id", run.id}, {"name", toJson(run.name)},
            {"path", toJson(run.path)}, {"event", toJson(run.event)}, {"status", toJson(run.status)},
            {"sha", toJson(run.headSha)}, {"held", run.held}, {"attempt", run.attempt}, {"url", toJson(url(run))}}));
    }
    Json durations = Json::object();
    for (const auto& [what, seconds] : m_durations)
        durations[what.toStdString()] = seconds;
    return Json::object({{"organisation", toJson(organisation())}, {"login", toJson(m_viewer.login)},
        {"speed", m_options.speed}, {"tokenExpired", m_tokenExpired}, {"repositories", std::move(repositories)},
        {"pullRequests", std::move(pulls)}, {"runs", std::move(runs)}, {"durations", std::move(durations)},
        {"pay", m_pay->state()}, {"waitingActions", m_triggers}});
}

} // namespace slipway::sandbox
