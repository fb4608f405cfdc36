// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "sandbox/world/node_ids.h"
#include "sandbox/world/seed_content.h"
#include "sandbox/world/world.h"

//! A new world: people, teams and the repositories of the platform.
namespace slipway::sandbox {

namespace {

// All seed commits bear this moment, so that one seed gives one set of object ids.
constexpr Timestamp foundedAt{1'767'604'500'000}; // 2026-01-05T09:15:00Z

const QString checkPath = u".github/workflows/check-pull-request.yml"_s;

Workflow pushWorkflow(const QString& file, const QString& name, qint64 seconds)
{
    Workflow workflow;
    workflow.path = u".github/workflows/"_s + file;
    workflow.name = name;
    workflow.job = name.toLower().replace(u' ', u'-');
    workflow.onPush = true;
    workflow.onDispatch = true;
    workflow.seconds = seconds;
    return workflow;
}

Workflow checkWorkflow()
{
    Workflow workflow;
    workflow.path = checkPath;
    workflow.name = u"Check pull request"_s;
    workflow.job = u"validate"_s;
    workflow.onPullRequest = true;
    workflow.seconds = 45;
    return workflow;
}

Repository platformRepository(const QString& name, const QString& description, const Workflow& workflow)
{
    Repository repository;
    repository.name = name;
    repository.description = description;
    repository.workflows = {workflow, checkWorkflow()};
    repository.requiredChecks = {u"validate"_s};
    return repository;
}

} // namespace

Result<void> World::seedRepository(Repository repository, const QList<FileChange>& files)
{
    auto repo = GitRepository::create(m_gitRoot + u'/' + organisation() + u'/' + repository.name + u".git"_s);
    if (!repo)
        return repo.error();
    repository.id = 600'000'000 + nextId();
    repository.nodeId = encodeNode(NodeKind::Repository, repository.id);
    repository.createdAt = repository.updatedAt = repository.pushedAt = foundedAt;
    QList<FileChange> all = files;
    all.append({u"README.md"_s, u"# %1\n\n%2\n"_s.arg(repository.name, repository.description).toUtf8()});
    for (Workflow& workflow : repository.workflows) {
        workflow.id = 80'000'000 + nextId();
        workflow.nodeId = encodeNode(NodeKind::Workflow, repository.id, workflow.id);
        all.append({workflow.path, workflowFile(workflow)});
    }
    Signature author = signature(m_colleague);
    author.at = foundedAt;
    const auto oid =
        (*repo)->writeInBulk([&] { return (*repo)->writeCommit({}, all, u"Set up the repository"_s, author, author); });
    if (!oid)
        return oid.error();
    if (const auto set = (*repo)->setRef(u"refs/heads/"_s + repository.defaultBranch, *oid); !set)
        return set.error();
    m_gits[repository.name] = std::move(*repo);
    const QString key = repository.name.toLower();
    touch(repository);
    m_repositories[key] = std::move(repository);
    return {};
}

Result<void> World::seed()
{
    const auto person = [this](const QString& login, const QString& name, NodeKind kind) {
        User user{40'000'000 + nextId(), {}, login, name};
        user.nodeId = encodeNode(kind, user.id);
        return user;
    };
    m_organisation = person(m_options.organisation, m_options.organisation, NodeKind::Organisation);
    m_viewer = person(m_options.login, u"Slipway Operator"_s, NodeKind::User);
    m_colleague = person(u"sam-colleague"_s, u"Sam Colleague"_s, NodeKind::User);
    for (const QString& name :
        {u"Animal and Plant Health"_s, u"CDP Platform"_s, u"Fisheries"_s, u"Forestry Management"_s}) {
        Team team{9'000'000 + nextId(), {}, name, name.toLower().replace(u' ', u'-'), name + u" delivery team"_s};
        team.nodeId = encodeNode(NodeKind::Team, team.id);
        m_teams.append(team);
    }
    static constexpr char alphabet[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    m_token = "ghp_";
    for (int i = 0; i < 36; ++i)
        m_token.append(alphabet[random() % 62]);
    m_lastRunId = 11'073'456'000 + qint64(random() % 1000); // over 2^33, as on github.com

    const SeedContent content([this] { return random(); }, organisation());
    Workflow terraform = pushWorkflow(u"env-terraform.yml"_s, u"Terraform - env"_s, 120);
    terraform.concurrencyGroup = true;
    Workflow boilerplate = pushWorkflow(u"create_repo.yml"_s, u"Create repository"_s, 40);
    boilerplate.onPush = false;
    boilerplate.requiredInputs = {u"repositoryName"_s, u"serviceType"_s, u"owningTeam"_s};
    Repository creator =
        platformRepository(u"cdp-boilerplate"_s, u"Creates repositories from the platform's templates."_s, boilerplate);

    struct Planned {
        Repository repository;
        QList<FileChange> files;
    };
    QList<Planned> planned{
        {platformRepository(u"tf-svc-infra"_s, u"Infrastructure of the tenants' services."_s, terraform),
            content.infrastructure()},
        {platformRepository(u"tf-svc"_s, u"Definitions of the services that run."_s,
             pushWorkflow(u"deploy-services.yml"_s, u"Deploy services"_s, 40)),
            content.services()},
        {platformRepository(u"cdp-app-config"_s, u"Settings of the services."_s,
             pushWorkflow(u"publish-config.yml"_s, u"Publish config"_s, 40)),
            content.config()},
        {platformRepository(u"cdp-nginx-upstreams"_s, u"Upstreams of the platform's proxies."_s,
             pushWorkflow(u"publish-upstreams.yml"_s, u"Publish upstreams"_s, 40)),
            content.upstreams()},
        {creator, {}},
    };
    for (const QString& type : {u"cdp-node-frontend-template"_s, u"cdp-node-backend-template"_s,
             u"cdp-dotnet-backend-template"_s, u"cdp-java-backend-template"_s}) {
        Repository repository;
        repository.name = type;
        repository.description = u"Template of a CDP service."_s;
        repository.isTemplate = true;
        repository.workflows = {pushWorkflow(u"publish.yml"_s, u"Publish"_s, 180)};
        planned.append({repository, content.serviceTemplate(type)});
    }
    for (const Planned& each : planned) {
        if (const auto made = seedRepository(each.repository, each.files); !made)
            return made.error();
    }
    return {};
}

} // namespace slipway::sandbox
