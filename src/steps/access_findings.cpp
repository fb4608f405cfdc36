// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/access_findings.h"

#include "base/error_codes.h"
#include "base/text.h"

namespace slipway::steps {

namespace {

using github::Readable;

bool isWrite(Right right)
{
    return right == Right::WriteContents || right == Right::WritePullRequests || right == Right::WriteWorkflows
        || right == Right::WriteActions;
}

//! GitHub's name of the permission and the level.
std::pair<const char*, const char*> permissionOf(Right right)
{
    switch (right) {
    case Right::ReadContents: return {"contents", "read"};
    case Right::WriteContents: return {"contents", "write"};
    case Right::WritePullRequests: return {"pull_requests", "write"};
    case Right::WriteWorkflows: return {"workflows", "write"};
    case Right::ReadActions: return {"actions", "read"};
    case Right::WriteActions: return {"actions", "write"};
    case Right::ReadMembers: return {"members", "read"};
    }
    return {"", ""};
}

void say(Finding& finding, Granted granted, const QString& reason = {}, std::optional<Error> error = std::nullopt)
{
    finding.granted = granted;
    finding.reason = reason;
    finding.error = std::move(error);
}

//! Classic tokens and those of OAuth apps: the scopes say what the token may, the rest is up to the person.
bool hasScope(const QStringList& scopes, Right right)
{
    if (right == Right::ReadMembers)
        return scopes.contains(u"read:org"_s) || scopes.contains(u"write:org"_s) || scopes.contains(u"admin:org"_s);
    if (right == Right::WriteWorkflows && !scopes.contains(u"workflow"_s))
        return false;
    return scopes.contains(u"repo"_s) || scopes.contains(u"public_repo"_s);
}

bool permits(const Json& permissions, Right right)
{
    const auto [name, level] = permissionOf(right);
    const auto has = textAt(permissions, name);
    return has == "write"_L1 || has == "admin"_L1 || has == QLatin1StringView(level);
}

Readable probed(const github::RepositoryAccess& access, Right right)
{
    switch (right) {
    case Right::ReadContents:
    case Right::WriteContents:
    case Right::WriteWorkflows: return access.contents;
    case Right::WritePullRequests: return access.pullRequests;
    case Right::ReadActions:
    case Right::WriteActions: return access.actions;
    case Right::ReadMembers: break;
    }
    return Readable::NotAsked;
}

void judgeRepository(Finding& finding, const github::RepositoryAccess& found, const github::Access& access)
{
    if (found.error) {
        const bool hidden = found.error->code == errc::githubNotFound;
        say(finding, Granted::No, hidden ? u"notSeen"_s : u"error"_s, found.error);
        return;
    }
    if (isWrite(finding.right) && found.archived) {
        say(finding, Granted::No, u"archived"_s);
        return;
    }
    if (access.permissions) {
        const bool granted = permits(*access.permissions, finding.right);
        say(finding, granted ? Granted::Yes : Granted::No, granted ? QString() : u"permission"_s);
        return;
    }
    const bool personMayWrite = found.viewerPermission == "WRITE"_L1 || found.viewerPermission == "MAINTAIN"_L1
        || found.viewerPermission == "ADMIN"_L1;
    if (access.identity.tellsScopes) {
        if (!hasScope(access.identity.scopes, finding.right))
            say(finding, Granted::No, u"scope"_s);
        else if (isWrite(finding.right) && !personMayWrite)
            say(finding, Granted::No, u"person"_s);
        else
            say(finding, Granted::Yes);
        return;
    }
    const auto readable = probed(found, finding.right);
    if (readable == Readable::No)
        say(finding, Granted::No, u"permission"_s);
    else if (isWrite(finding.right) && !found.viewerPermission.isEmpty() && !personMayWrite)
        say(finding, Granted::No, u"person"_s);
    else if (readable == Readable::Yes && !isWrite(finding.right))
        say(finding, Granted::Yes);
    else
        say(finding, Granted::Unknown, u"untold"_s);
}

void judgeOrganisation(Finding& finding, const github::OrganisationAccess& found, const github::Access& access)
{
    if (!found.error)
        say(finding, Granted::Yes);
    else if (access.identity.tellsScopes && !hasScope(access.identity.scopes, finding.right))
        say(finding, Granted::No, u"scope"_s, found.error);
    else if (found.error->code == errc::githubForbidden)
        say(finding, Granted::No, u"permission"_s, found.error);
    else
        say(finding, Granted::No, found.error->code == errc::githubNotFound ? u"notSeen"_s : u"error"_s, found.error);
}

} // namespace

github::AccessQuestion questionFor(const QList<Need>& needs)
{
    github::AccessQuestion question;
    for (const auto& need : needs) {
        if (need.repository && !question.repositories.contains(*need.repository))
            question.repositories.append(*need.repository);
        if (!need.organisation.isEmpty() && !question.organisations.contains(need.organisation))
            question.organisations.append(need.organisation);
    }
    return question;
}

QList<Finding> findingsOf(const QList<Need>& needs, const github::Access& access)
{
    QList<Finding> findings;
    for (const auto& need : needs) {
        Finding finding{.place = need.repository ? need.repository->full()
                : need.organisation.isEmpty()    ? need.later
                                                 : need.organisation,
            .isOrganisation = !need.organisation.isEmpty(),
            .right = need.right,
            .steps = {need.title}};
        const auto known = std::find_if(findings.begin(), findings.end(), [&](const Finding& other) {
            return other.right == finding.right && other.place.compare(finding.place, Qt::CaseInsensitive) == 0;
        });
        if (known != findings.end()) {
            if (!known->steps.contains(need.title))
                known->steps.append(need.title);
            continue;
        }
        say(finding, Granted::Unknown, need.repository || finding.isOrganisation ? u"untold"_s : u"later"_s);
        for (const auto& found : access.repositories)
            if (need.repository && found.repository == *need.repository)
                judgeRepository(finding, found, access);
        for (const auto& found : access.organisations)
            if (finding.isOrganisation && found.login == need.organisation)
                judgeOrganisation(finding, found, access);
        findings.append(std::move(finding));
    }
    return findings;
}

} // namespace slipway::steps
