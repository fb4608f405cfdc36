// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "sandbox/world/world.h"

//! Changes that somebody else makes on main.
namespace slipway::sandbox {

namespace {

//! Puts `entry` at the end of the list that ends with `closing`, leaving every other byte as it was. Nothing where
//! the text does not end so.
std::optional<QByteArray> appended(const QByteArray& text, const QByteArray& closing, const QByteArray& entry)
{
    const qsizetype at = text.lastIndexOf(closing);
    if (at < 0)
        return std::nullopt;
    return text.left(at) + entry + text.mid(at);
}

QList<FileChange> tenantChanges(
    GitRepository& repo, const QString& head, const QString& organisation, const QByteArray& tenant)
{
    QList<FileChange> changes;
    for (const TreeEntry& environment : repo.list(head, u"environments"_s).value_or(QList<TreeEntry>())) {
        const QString tenants = environment.path + u"/resources/tenant_services.json"_s;
        const QString oidc = environment.path + u"/resources/github_oidc_repositories.json"_s;
        if (const auto text = repo.file(head, tenants)) {
            if (const auto edited = appended(*text, "\n  }\n]",
                    ",\n    \"" + tenant
                        + "\": {\n      \"zone\": \"protected\",\n      \"mongo\": true,\n      \"redis\": false\n    "
                          "}"))
                changes.append({tenants, *edited});
        }
        if (const auto text = repo.file(head, oidc)) {
            if (const auto edited = appended(*text, "\n]", ",\n  \"" + organisation.toUtf8() + '/' + tenant + "\""))
                changes.append({oidc, *edited});
        }
    }
    return changes;
}

} // namespace

Result<Json> World::commitBySomeoneElse(const Json& action)
{
    QString name = textAt(action, "repository");
    if (name.isEmpty()) { // where the newest pull request is
        const PullRequest* newest = nullptr;
        for (const auto& [key, pull] : m_pulls) {
            if (!newest || newest->createdAt <= pull.createdAt)
                newest = &pull;
        }
        name = newest ? newest->repository : QString();
    }
    const auto found = writable(name);
    if (!found)
        return found.error();
    Repository& repository = **found;
    GitRepository& repo = git(repository);
    const QString before = head(repository);
    QList<FileChange> changes;
    if (const Json& files = memberAt(action, "files"); files.is_object()) {
        for (const auto& [path, content] : files.items()) {
            if (!content.is_string() && !content.is_null())
                return Error{errc::usage,
                    Json::object({{"reason", "the content of a file is a text, or null to delete it"}}),
                    Json::object({{"text", "the content of a file is a text, or null to delete it"}})};
            FileChange change{QString::fromStdString(path), std::nullopt};
            if (content.is_string())
                change.contents = QByteArray::fromStdString(content.get<std::string>());
            if (change.contents && flagAt(action, "base64"))
                change.contents = QByteArray::fromBase64(*change.contents);
            if (const QString mode = textAt(memberAt(action, "modes"), path.c_str()); !mode.isEmpty())
                change.mode = mode.toInt(nullptr, 8);
            changes.append(change);
        }
    } else {
        QString tenant = textAt(action, "tenant");
        if (tenant.isEmpty())
            tenant = u"somebody-elses-service-%1"_s.arg(random() % 100000);
        changes = tenantChanges(repo, before, organisation(), tenant.toUtf8());
        if (changes.isEmpty())
            changes.append({u"docs/%1.md"_s.arg(tenant), QByteArray("A change by somebody else.\n")});
    }
    const QString message = textAt(action, "message", u"Change made by somebody else"_s);
    const auto oid = repo.writeCommit(before, changes, message, signature(m_colleague), signature(m_colleague));
    if (!oid)
        return oid.error();
    if (const auto set = repo.setRef(u"refs/heads/"_s + repository.defaultBranch, *oid); !set)
        return set.error();
    branchMoved(repository, repository.defaultBranch, before, *oid, m_colleague.login);
    return Json::object({{"done", "commit"}, {"repository", toJson(repository.name)}, {"sha", toJson(*oid)}});
}

} // namespace slipway::sandbox
