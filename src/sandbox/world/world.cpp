// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/world/world.h"

#include "base/error_codes.h"
#include "base/private_files.h"
#include "base/text.h"
#include "sandbox/world/node_ids.h"

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>

namespace slipway::sandbox {

QString refusalText(const Error& error) { return textAt(error.details, "text", error.code); }

Error refusal(const QString& code, const QString& text)
{
    return {code, Json::object(), Json::object({{"text", text.toStdString()}})};
}

World::World(WorldOptions options, Clock& clock)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_randomState(m_options.seed * 0x9E3779B97F4A7C15ULL + 1)
{
    m_durations = {{u"checks"_s, 45}, {u"boilerplate"_s, 40}, {u"first-build"_s, 180}, {u"portal"_s, 20},
        {u"infrastructure"_s, 120}, {u"workflows"_s, 40}, {u"content"_s, 1}, {u"mergeability"_s, 1}, {u"queue"_s, 1},
        {u"merge-queue"_s, 60}};
    m_robot = {41'898'282, encodeNode(NodeKind::User, 41'898'282), u"github-actions"_s, u"GitHub Actions"_s};
    m_ledger = Json::object();
    for (const char* list : {"branches", "commits", "pullRequests", "autoMerges", "merges", "queueEntries",
             "dispatches", "repositories", "workflowRuns"})
        m_ledger[list] = Json::array();
    m_ledger["pay"] = Json::object();
    for (const char* list : {"services", "accounts", "users", "links", "roles", "removals", "invites", "emails", "sms"})
        m_ledger["pay"][list] = Json::array();
    m_pay = std::make_unique<PayWorld>(PayWorld::Hooks{.keep =
                                                           [this](const QString& name, Json object) {
                                                               if (m_log)
                                                                   m_log->put(name, std::move(object));
                                                           },
        .record = [this](const char* list, Json entry) { record(list, std::move(entry)); },
        .random = [this] { return random(); },
        .now = [this] { return now(); },
        .span = [this](double seconds) { return span(seconds); },
        .later = [this](double seconds, Json data) { schedule(now() + span(seconds), u"pay"_s, std::move(data)); }});
}

World::~World() = default;

Result<std::unique_ptr<World>> World::open(WorldOptions options, Clock& clock)
{
    std::unique_ptr<World> world(new World(std::move(options), clock));
    std::map<QString, Json> objects;
    if (world->m_options.stateDirectory.isEmpty()) {
        world->m_temporary = std::make_unique<QTemporaryDir>();
        if (!world->m_temporary->isValid())
            return Error{errc::fileUnwritable,
                Json::object({{"file", QDir::tempPath().toStdString()},
                    {"reason", world->m_temporary->errorString().toStdString()}}),
                Json::object()};
        world->m_gitRoot = world->m_temporary->filePath(u"git"_s);
    } else {
        const QDir directory(world->m_options.stateDirectory);
        if (const auto made = makePrivateDirectory(directory.absolutePath()); !made)
            return made.error();
        auto log = StateLog::open(directory.absoluteFilePath(u"world.jsonl"_s));
        if (!log)
            return log.error();
        world->m_log = std::move(*log);
        objects = world->m_log->takeObjects();
        world->m_gitRoot = directory.absoluteFilePath(u"git"_s);
    }
    world->m_isRestored = objects.count(u"meta"_s) > 0;
    const auto ready = world->m_isRestored ? world->load(objects) : world->seed();
    if (!ready)
        return ready.error();
    if (const auto flushed = world->flush(); !flushed)
        return flushed.error();
    world->arm();
    return world;
}

quint64 World::random()
{
    // SplitMix64: the same numbers on every platform for the same seed.
    quint64 z = (m_randomState += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

Millis World::span(double seconds) const { return Millis(qint64(seconds * 1000.0 / m_options.speed)); }

QString World::url(const Repository& repository) const
{
    return m_baseUrl + u'/' + organisation() + u'/' + repository.name;
}

QString World::url(const PullRequest& pull) const
{
    return m_baseUrl + u'/' + organisation() + u'/' + pull.repository + u"/pull/"_s + QString::number(pull.number);
}

QString World::url(const WorkflowRun& run) const
{
    return m_baseUrl + u'/' + organisation() + u'/' + run.repository + u"/actions/runs/"_s + QString::number(run.id);
}

const User* World::user(const QString& login) const
{
    for (const User* user : {&m_viewer, &m_colleague, &m_organisation, &m_robot}) {
        if (user->login.compare(login, Qt::CaseInsensitive) == 0)
            return user;
    }
    return nullptr;
}

Repository* World::findRepository(const QString& name)
{
    const auto found = m_repositories.find(name.toLower());
    return found == m_repositories.end() ? nullptr : &found->second;
}

const Repository* World::repository(const QString& owner, const QString& name) const
{
    if (owner.compare(organisation(), Qt::CaseInsensitive) != 0)
        return nullptr;
    const auto found = m_repositories.find(name.toLower());
    return found == m_repositories.end() ? nullptr : &found->second;
}

const Repository* World::repositoryById(qint64 id) const
{
    for (const auto& [name, repository] : m_repositories) {
        if (repository.id == id)
            return &repository;
    }
    return nullptr;
}

std::vector<const Repository*> World::repositories() const
{
    std::vector<const Repository*> result;
    for (const auto& [name, repository] : m_repositories)
        result.push_back(&repository);
    return result;
}

GitRepository& World::git(const Repository& repository) const
{
    const auto found = m_gits.find(repository.name);
    Q_ASSERT(found != m_gits.end()); // every repository of the world is opened when it is made or loaded
    return *found->second;
}

QString World::head(const Repository& repository) const
{
    if (repository.isEmpty)
        return {};
    return git(repository).refTarget(u"refs/heads/"_s + repository.defaultBranch).value_or(QString());
}

PullRequest* World::findPull(const QString& repository, qint64 number)
{
    const Repository* found = findRepository(repository);
    const auto pull = found ? m_pulls.find({found->name, number}) : m_pulls.end();
    return pull == m_pulls.end() ? nullptr : &pull->second;
}

const PullRequest* World::pullRequest(const QString& repository, qint64 number) const
{
    const Repository* found = this->repository(repository);
    const auto pull = found ? m_pulls.find({found->name, number}) : m_pulls.end();
    return pull == m_pulls.end() ? nullptr : &pull->second;
}

std::vector<const PullRequest*> World::pullRequests(const QString& repository) const
{
    std::vector<const PullRequest*> result;
    const Repository* found = this->repository(repository);
    if (!found)
        return result;
    for (auto it = m_pulls.lower_bound({found->name, 0}); it != m_pulls.end() && it->first.first == found->name; ++it)
        result.push_back(&it->second);
    std::reverse(result.begin(), result.end());
    return result;
}

QList<Commit> World::commits(const PullRequest& pull) const
{
    const Repository* repository = this->repository(pull.repository);
    if (!repository)
        return {};
    // Once merged, main contains the work: what the request held is counted from where its base stood.
    const QString base = pull.state == PullState::Merged
        ? pull.baseOid
        : git(*repository).refTarget(u"refs/heads/"_s + pull.baseName).value_or(pull.baseOid);
    return git(*repository).between(base, pull.headOid);
}

Result<Repository*> World::writable(const QString& name)
{
    Repository* repository = findRepository(name);
    if (!repository)
        return refusal(errc::githubNotFound, u"Not Found"_s);
    if (repository->isArchived)
        return refusal(errc::githubArchived, u"Repository was archived so is read-only."_s);
    if (repository->isLocked)
        return refusal(errc::githubForbidden, u"Repository has been locked for migration."_s);
    return repository;
}

Result<PullRequest*> World::writablePull(const QString& name, qint64 number)
{
    const auto repository = writable(name);
    if (!repository)
        return repository.error();
    PullRequest* pull = findPull(name, number);
    if (!pull)
        return refusal(errc::githubNotFound, u"Not Found"_s);
    return pull;
}

NodeName World::node(const QString& nodeId) const
{
    const DecodedNode decoded = decodeNode(nodeId);
    NodeName result{decoded.kind, {}, decoded.number, decoded.text};
    const Repository* repository = decoded.repositoryId ? repositoryById(decoded.repositoryId) : nullptr;
    if (repository)
        result.repository = repository->name;
    const auto known = [&] {
        switch (decoded.kind) {
        case NodeKind::None: return false;
        case NodeKind::User: return decoded.number == m_viewer.id || decoded.number == m_colleague.id;
        case NodeKind::Organisation: return decoded.number == m_organisation.id;
        case NodeKind::Team:
            return std::any_of(
                m_teams.begin(), m_teams.end(), [&](const Team& team) { return team.id == decoded.number; });
        case NodeKind::Repository: return repository != nullptr;
        case NodeKind::Ref: return repository && git(*repository).refTarget(decoded.text).has_value();
        case NodeKind::Commit: return repository && git(*repository).isCommit(decoded.text);
        case NodeKind::Blob: return repository && git(*repository).typeOf(decoded.text) == u"blob";
        case NodeKind::PullRequest: return repository && pullRequest(repository->name, decoded.number) != nullptr;
        case NodeKind::WorkflowRun: return repository && run(repository->name, decoded.number) != nullptr;
        case NodeKind::CheckSuite: return repository && runBySuite(decoded.number) != nullptr;
        case NodeKind::CheckRun: return repository && runByCheckRun(decoded.number) != nullptr;
        case NodeKind::Workflow: return repository && workflow(*repository, QString::number(decoded.number));
        }
        return false;
    }();
    return known ? result : NodeName{};
}

QString World::refNodeId(const Repository& repository, const QString& fullName) const
{
    return encodeNode(NodeKind::Ref, repository.id, fullName);
}

QString World::commitNodeId(const Repository& repository, const QString& oid) const
{
    return encodeNode(NodeKind::Commit, repository.id, oid);
}

QString World::blobNodeId(const Repository& repository, const QString& oid) const
{
    return encodeNode(NodeKind::Blob, repository.id, oid);
}

Signature World::signature(const User& user) const
{
    return {user.name, QString::number(user.id) + u'+' + user.login + u"@users.noreply.github.com"_s, now()};
}

Signature World::platformSignature() const { return {u"GitHub"_s, u"noreply@github.com"_s, now()}; }

const RateLimit& World::rateLimit(const QString& resource)
{
    RateLimit& limit = m_rateLimits[resource];
    if (limit.resetAt <= now()) {
        limit.used = 0;
        limit.resetAt = now() + span(3'600);
    }
    limit.limit = m_limits.hourly(resource);
    return limit;
}

void World::spend(const QString& resource, qint64 cost)
{
    rateLimit(resource);
    m_rateLimits[resource].used += cost;
}

} // namespace slipway::sandbox
