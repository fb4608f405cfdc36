// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "sandbox/world/node_ids.h"
#include "sandbox/world/world.h"

#include <QRegularExpression>

//! Repositories made from templates, their first build, and what the portal comes to know of them.
namespace slipway::sandbox {

Result<Repository*> World::makeRepository(const QString& templateName, const QString& wanted)
{
    const Repository* source = repository(templateName);
    // GitHub does not refuse what a name may not hold; it makes a repository of another name.
    QString name = wanted;
    static const QRegularExpression strange(u"[^A-Za-z0-9._-]+"_s);
    name.replace(strange, u"-"_s);
    if (name.endsWith(u".git"_s))
        name.chop(4);
    if (name.size() > 100 || name.isEmpty() || name == u"." || name == u".." || name.endsWith(u".wiki"_s))
        return refusal(errc::githubRefused, u"Could not clone: Name cannot be more than 100 characters."_s);
    if (!source || !source->isTemplate)
        return refusal(errc::githubNotFound, u"Not Found"_s);
    if (findRepository(name))
        return refusal(errc::githubAlreadyExists, u"Could not clone: Name already exists on this account"_s);
    auto repo = GitRepository::create(m_gitRoot + u'/' + organisation() + u'/' + name + u".git"_s);
    if (!repo)
        return repo.error();
    Repository made;
    made.id = 700'000'000 + nextId();
    made.nodeId = encodeNode(NodeKind::Repository, made.id);
    made.name = name;
    made.description = u"%1, made from %2"_s.arg(name, source->name);
    made.templateName = source->name;
    made.isEmpty = true;
    made.workflows = source->workflows;
    for (Workflow& workflow : made.workflows) {
        workflow.id = 90'000'000 + nextId();
        workflow.nodeId = encodeNode(NodeKind::Workflow, made.id, workflow.id);
    }
    made.createdAt = made.updatedAt = now();
    m_gits[name] = std::move(*repo);
    Repository& stored = m_repositories[name.toLower()] = std::move(made);
    touch(stored);
    record("repositories", Json::object({{"name", toJson(name)}, {"template", toJson(templateName)}}));
    // GitHub shows the repository first and copies the template into it a moment later.
    schedule(now() + span(m_durations.at(u"content"_s)), u"content"_s, Json::object({{"repository", toJson(name)}}));
    return &stored;
}

Result<const Repository*> World::generateRepository(const QString& templateName, const QString& name)
{
    const auto made = makeRepository(templateName, name);
    if (!made)
        return made.error();
    return *made;
}

void World::fillRepository(const QString& name)
{
    Repository* made = findRepository(name);
    const Repository* source = made ? repository(made->templateName) : nullptr;
    if (!made || !source || !made->isEmpty)
        return;
    const GitRepository& from = git(*source);
    GitRepository& to = git(*made);
    QList<FileChange> files;
    QStringList folders{QString()};
    const QString sourceHead = head(*source);
    while (!folders.isEmpty()) {
        for (const TreeEntry& entry : from.list(sourceHead, folders.takeFirst()).value_or(QList<TreeEntry>())) {
            if (entry.type == u"tree")
                folders.append(entry.path);
            else if (entry.type == u"blob")
                files.append({entry.path, from.blob(entry.oid)->replace("{{repositoryName}}", name.toUtf8())});
        }
    }
    const auto oid = to.writeCommit({}, files, u"Initial commit"_s, signature(m_viewer), platformSignature());
    if (!oid || !to.setRef(u"refs/heads/"_s + made->defaultBranch, *oid)) {
        qWarning("sandbox: the template could not be copied into %s", qPrintable(name));
        return;
    }
    made->isEmpty = false;
    made->pushedAt = made->updatedAt = now();
    touch(*made);
    if (!takeTriggers(u"first-build"_s, name, {}).empty())
        return; // as happens on GitHub now and then: the first push starts nothing
    for (const Workflow& workflow : QList<Workflow>(made->workflows)) {
        if (!workflow.onPush)
            continue;
        createRun(*made, workflow, u"push"_s, made->defaultBranch, *oid, m_viewer.login, 0, Json::object());
    }
}

void World::recordArtifact(const QString& name, const QString& tag)
{
    Json& known = m_artifacts[name];
    if (!known.is_array())
        known = Json::array();
    for (const Json& image : known) {
        if (textAt(image, "tag") == tag)
            return;
    }
    known.push_back(
        Json::object({{"repo", toJson(name)}, {"tag", toJson(tag)}, {"created", now().toIso().toStdString()}}));
    if (m_log)
        m_log->put(u"artifacts/"_s + name, known);
}

Json World::artifacts(const QString& name) const
{
    const auto found = m_artifacts.find(name);
    return found == m_artifacts.end() ? Json::array() : found->second;
}

} // namespace slipway::sandbox
