// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/world/access.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "sandbox/world/world.h"

#include <QDir>

//! Which repositories and acts the token reaches, and under which names.
namespace slipway::sandbox {

Json Access::toJson() const
{
    Json names = Json::object();
    for (auto name = renamed.cbegin(); name != renamed.cend(); ++name)
        names[name.key().toStdString()] = name.value().toStdString();
    return Json::object({{"lacking", slipway::toJson(lacking)}, {"hidden", slipway::toJson(hidden)},
        {"renamed", std::move(names)}, {"runDetails", slipway::toJson(runDetails)}});
}

Access Access::fromJson(const Json& json)
{
    Access access{.lacking = textsAt(json, "lacking"),
        .hidden = textsAt(json, "hidden"),
        .runDetails = textAt(json, "runDetails")};
    if (const Json& names = memberAt(json, "renamed"); names.is_object())
        for (const auto& [old, present] : names.items())
            access.renamed[QString::fromStdString(old)] = toQString(present.get<std::string>());
    return access;
}

std::optional<Error> World::withoutPermission(const QString& permission) const
{
    if (!m_access.lacking.contains(permission))
        return std::nullopt;
    Error error = refusal(errc::githubForbidden, u"Resource not accessible by personal access token"_s);
    error.details["permissions"] = (permission + u"=write"_s).toStdString();
    return error;
}

bool World::isHidden(const QString& repository) const { return m_access.hidden.contains(repository.toLower()); }

const Repository* World::formerly(const QString& owner, const QString& name) const
{
    const auto present = m_access.renamed.constFind(name.toLower());
    return present == m_access.renamed.constEnd() ? nullptr : repository(owner, *present);
}

Result<void> World::rename(const QString& from, const QString& to)
{
    Repository* found = findRepository(from);
    if (!found || findRepository(to))
        return refusal(errc::githubAlreadyExists, u"name already exists on this account"_s);
    Repository moved = *found;
    const QString old = moved.name;
    m_gits.erase(old);
    if (!QDir(m_gitRoot + u'/' + organisation()).rename(old + u".git"_s, to + u".git"_s))
        return refusal(errc::internal, u"Server Error"_s);
    auto git = GitRepository::open(m_gitRoot + u'/' + organisation() + u'/' + to + u".git"_s);
    if (!git)
        return git.error();
    m_gits[to] = std::move(*git);
    if (m_log)
        m_log->put(u"repository/"_s + old, nullptr);
    m_repositories.erase(old.toLower());
    moved.name = to;
    moved.updatedAt = now();
    touch(moved);
    m_repositories[to.toLower()] = std::move(moved);
    for (auto it = m_pulls.lower_bound({old, 0}); it != m_pulls.end() && it->first.first == old;) {
        PullRequest pull = std::move(it->second);
        if (m_log)
            m_log->put(u"pull/"_s + old + u'/' + QString::number(pull.number), nullptr);
        it = m_pulls.erase(it);
        pull.repository = to;
        touch(pull);
        const PullKey key{to, pull.number};
        m_pulls[key] = std::move(pull);
    }
    for (auto& [id, run] : m_runs) {
        if (run.repository != old)
            continue;
        m_runsBySha[to + u':' + run.headSha] =
            m_runsBySha.take(old + u':' + run.headSha) + m_runsBySha.value(to + u':' + run.headSha);
        run.repository = to;
        touch(run);
    }
    for (auto name = m_access.renamed.begin(); name != m_access.renamed.end(); ++name)
        if (name.value().compare(old, Qt::CaseInsensitive) == 0)
            name.value() = to;
    m_access.renamed[old.toLower()] = to;
    m_access.renamed.remove(to.toLower());
    for (auto& [id, task] : m_tasks)
        if (textAt(task.data, "repository") == old)
            task.data["repository"] = toJson(to);
    return {};
}

} // namespace slipway::sandbox
