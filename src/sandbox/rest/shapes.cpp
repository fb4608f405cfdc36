// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/rest/shapes.h"

#include "base/text.h"

namespace slipway::sandbox {

namespace {

Json time(Timestamp timestamp) { return toJson(githubTime(timestamp)); }
Json time(const std::optional<Timestamp>& timestamp) { return timestamp ? time(*timestamp) : Json(nullptr); }
Json orNull(const QString& text) { return text.isEmpty() ? Json(nullptr) : toJson(text); }

Json signatureShape(const Signature& signature)
{
    return Json::object(
        {{"name", toJson(signature.name)}, {"email", toJson(signature.email)}, {"date", time(signature.at)}});
}

} // namespace

QString apiUrl(const World& world, const Repository& repository)
{
    return world.baseUrl() + u"/repos/"_s + world.organisation() + u'/' + repository.name;
}

Json restUser(const World& world, const QString& login)
{
    const User* user = world.user(login);
    const bool isOrganisation = login == world.organisation();
    return Json::object({{"login", toJson(login)}, {"id", user ? user->id : 0},
        {"node_id", user ? toJson(user->nodeId) : Json("")}, {"avatar_url", ""},
        {"url", toJson(world.baseUrl() + u"/users/"_s + login)}, {"html_url", toJson(world.baseUrl() + u'/' + login)},
        {"type", isOrganisation ? "Organization" : "User"}, {"site_admin", false}});
}

Json restTeam(const World& world, const Team& team)
{
    return Json::object({{"id", team.id}, {"node_id", toJson(team.nodeId)}, {"name", toJson(team.name)},
        {"slug", toJson(team.slug)}, {"description", toJson(team.description)}, {"privacy", "closed"},
        {"notification_setting", "notifications_enabled"}, {"permission", "pull"},
        {"url",
            toJson(
                u"%1/organizations/%2/team/%3"_s.arg(world.baseUrl()).arg(world.organisationUser().id).arg(team.id))},
        {"html_url", toJson(u"%1/orgs/%2/teams/%3"_s.arg(world.baseUrl(), world.organisation(), team.slug))},
        {"members_url", ""}, {"repositories_url", ""}, {"type", "organization"},
        {"organization_id", world.organisationUser().id}, {"parent", nullptr}});
}

Json restRepository(const World& world, const Repository& r, bool full)
{
    const QString url = apiUrl(world, r);
    Json json = Json::object({{"id", r.id}, {"node_id", toJson(r.nodeId)}, {"name", toJson(r.name)},
        {"full_name", toJson(world.organisation() + u'/' + r.name)}, {"private", r.isPrivate},
        {"owner", restUser(world, world.organisation())}, {"html_url", toJson(world.url(r))},
        {"description", orNull(r.description)}, {"fork", false}, {"url", toJson(url)},
        {"clone_url", toJson(world.url(r) + u".git"_s)}, {"pulls_url", toJson(url + u"/pulls{/number}"_s)},
        {"created_at", time(r.createdAt)}, {"updated_at", time(r.updatedAt)},
        {"pushed_at", r.isEmpty ? Json(nullptr) : time(r.pushedAt)}, {"size", r.isEmpty ? 0 : 100},
        {"archived", r.isArchived}, {"disabled", false}, {"is_template", r.isTemplate},
        {"visibility", r.isPrivate ? "internal" : "public"}, {"default_branch", toJson(r.defaultBranch)},
        {"permissions",
            Json::object({{"admin", false}, {"maintain", false}, {"push", true}, {"triage", true}, {"pull", true}})}});
    if (full) {
        json["allow_auto_merge"] = r.autoMergeAllowed;
        json["allow_merge_commit"] = r.mergeCommitAllowed;
        json["allow_squash_merge"] = r.squashMergeAllowed;
        json["allow_rebase_merge"] = r.rebaseMergeAllowed;
        json["delete_branch_on_merge"] = r.deleteBranchOnMerge;
        json["organization"] = restUser(world, world.organisation());
        if (const Repository* source = r.templateName.isEmpty() ? nullptr : world.repository(r.templateName))
            json["template_repository"] = restRepository(world, *source, false);
    }
    return json;
}

Json restPullRequest(const World& world, const PullRequest& p, bool full, const QString& version)
{
    const Repository& repository = *world.repository(p.repository);
    const QString url = apiUrl(world, repository) + u"/pulls/"_s + QString::number(p.number);
    const auto side = [&](const QString& name, const QString& oid) {
        return Json::object(
            {{"label", toJson(world.organisation() + u':' + name)}, {"ref", toJson(name)}, {"sha", toJson(oid)},
                {"user", restUser(world, world.organisation())}, {"repo", restRepository(world, repository, false)}});
    };
    Json autoMerge = nullptr;
    if (p.autoMerge)
        autoMerge = Json::object({{"enabled_by", restUser(world, p.autoMerge->enabledBy)},
            {"merge_method", toJson(word(p.autoMerge->method).toLower())},
            {"commit_title", orNull(p.autoMerge->headline)}, {"commit_message", orNull(p.autoMerge->body)}});
    Json json = Json::object({{"url", toJson(url)}, {"id", p.id}, {"node_id", toJson(p.nodeId)},
        {"html_url", toJson(world.url(p))}, {"diff_url", toJson(world.url(p) + u".diff"_s)}, {"number", p.number},
        {"state", p.state == PullState::Open ? "open" : "closed"}, {"locked", false}, {"title", toJson(p.title)},
        {"user", restUser(world, p.author)}, {"body", orNull(p.body)}, {"created_at", time(p.createdAt)},
        {"updated_at", time(p.updatedAt)}, {"closed_at", time(p.closedAt)}, {"merged_at", time(p.mergedAt)},
        {"assignees", Json::array()}, {"requested_reviewers", Json::array()}, {"requested_teams", Json::array()},
        {"labels", Json::array()}, {"milestone", nullptr}, {"draft", p.isDraft}, {"head", side(p.headName, p.headOid)},
        {"base", side(p.baseName, p.baseOid)}, {"author_association", "MEMBER"}, {"auto_merge", std::move(autoMerge)},
        {"active_lock_reason", nullptr}});
    if (version != u"2026-03-10")
        json["merge_commit_sha"] = orNull(p.mergeCommitOid);
    if (!full)
        return json;
    const Mergeability state = world.mergeability(p);
    const GitRepository& git = world.git(repository);
    const auto files = git.diff(git.compare(p.baseOid, p.headOid).mergeBase, p.headOid);
    int additions = 0;
    int deletions = 0;
    for (const ChangedFile& file : files) {
        additions += file.additions;
        deletions += file.deletions;
    }
    const bool isKnown = state.mergeable != Mergeable::Unknown;
    json["merged"] = p.state == PullState::Merged;
    json["mergeable"] = isKnown ? Json(state.mergeable == Mergeable::Mergeable) : Json(nullptr);
    json["rebaseable"] = json["mergeable"];
    json["mergeable_state"] = toJson(word(state.status).toLower());
    json["merged_by"] = p.mergedBy.isEmpty() ? Json(nullptr) : restUser(world, p.mergedBy);
    json["comments"] = p.comments.size();
    json["review_comments"] = 0;
    json["maintainer_can_modify"] = false;
    json["commits"] = world.commits(p).size();
    json["additions"] = additions;
    json["deletions"] = deletions;
    json["changed_files"] = files.size();
    return json;
}

Json restRun(const World& world, const WorkflowRun& r)
{
    const Repository& repository = *world.repository(r.repository);
    const QString url = apiUrl(world, repository) + u"/actions/runs/"_s + QString::number(r.id);
    Json headCommit = nullptr;
    if (const auto commit = world.git(repository).commit(r.headSha))
        headCommit = Json::object({{"id", toJson(commit->oid)}, {"tree_id", toJson(commit->tree)},
            {"message", toJson(commit->message)}, {"timestamp", time(commit->committer.at)},
            {"author", Json::object({{"name", toJson(commit->author.name)}, {"email", toJson(commit->author.email)}})},
            {"committer",
                Json::object({{"name", toJson(commit->committer.name)}, {"email", toJson(commit->committer.email)}})}});
    Json pulls = Json::array();
    if (const PullRequest* pull = r.pull > 0 ? world.pullRequest(r.repository, r.pull) : nullptr)
        pulls.push_back(Json::object({{"id", pull->id}, {"number", pull->number},
            {"url", toJson(apiUrl(world, repository) + u"/pulls/"_s + QString::number(pull->number))},
            {"head", Json::object({{"ref", toJson(pull->headName)}, {"sha", toJson(pull->headOid)}})},
            {"base", Json::object({{"ref", toJson(pull->baseName)}, {"sha", toJson(pull->baseOid)}})}}));
    return Json::object({{"id", r.id}, {"name", toJson(r.name)}, {"node_id", toJson(r.nodeId)},
        {"head_branch", toJson(r.branch)}, {"head_sha", toJson(r.headSha)}, {"path", toJson(r.path)},
        {"display_title", toJson(r.title)}, {"run_number", r.number}, {"run_attempt", r.attempt},
        {"event", toJson(r.event)}, {"status", toJson(r.status)}, {"conclusion", orNull(r.conclusion)},
        {"workflow_id", r.workflowId}, {"check_suite_id", r.suiteId}, {"check_suite_node_id", toJson(r.suiteNodeId)},
        {"url", toJson(url)}, {"html_url", toJson(world.url(r))}, {"pull_requests", std::move(pulls)},
        {"created_at", time(r.createdAt)}, {"updated_at", time(r.updatedAt)}, {"run_started_at", time(r.startedAt)},
        {"actor", restUser(world, r.actor)}, {"triggering_actor", restUser(world, r.actor)},
        {"jobs_url", toJson(url + u"/jobs"_s)}, {"logs_url", toJson(url + u"/logs"_s)},
        {"rerun_url", toJson(url + u"/rerun"_s)}, {"cancel_url", toJson(url + u"/cancel"_s)},
        {"workflow_url", toJson(apiUrl(world, repository) + u"/actions/workflows/"_s + QString::number(r.workflowId))},
        {"head_commit", std::move(headCommit)}, {"repository", restRepository(world, repository, false)},
        {"head_repository", restRepository(world, repository, false)}});
}

Json restWorkflow(const World& world, const Repository& repository, const Workflow& w)
{
    return Json::object(
        {{"id", w.id}, {"node_id", toJson(w.nodeId)}, {"name", toJson(w.name)}, {"path", toJson(w.path)},
            {"state", "active"}, {"created_at", time(repository.createdAt)}, {"updated_at", time(repository.createdAt)},
            {"url", toJson(apiUrl(world, repository) + u"/actions/workflows/"_s + QString::number(w.id))},
            {"html_url", toJson(world.url(repository) + u"/blob/"_s + repository.defaultBranch + u'/' + w.path)},
            {"badge_url", ""}});
}

Json restCheckRun(const World& world, const WorkflowRun& r)
{
    const QString status = r.status == u"pending" ? u"queued"_s : r.status;
    return Json::object({{"id", r.checkRunId}, {"node_id", toJson(r.checkRunNodeId)}, {"name", toJson(r.job)},
        {"head_sha", toJson(r.headSha)}, {"external_id", ""}, {"status", toJson(status)},
        {"conclusion", orNull(r.conclusion)}, {"started_at", time(r.startedAt)}, {"completed_at", time(r.completedAt)},
        {"html_url", toJson(world.url(r))}, {"details_url", toJson(world.url(r))},
        {"check_suite", Json::object({{"id", r.suiteId}})},
        {"app", Json::object({{"id", 15368}, {"slug", "github-actions"}, {"name", "GitHub Actions"}})},
        {"output",
            Json::object({{"title", nullptr}, {"summary", nullptr}, {"text", nullptr}, {"annotations_count", 0},
                {"annotations_url", ""}})},
        {"pull_requests", Json::array()}});
}

Json restJob(const World& world, const WorkflowRun& r)
{
    return Json::object({{"id", r.checkRunId}, {"run_id", r.id}, {"node_id", toJson(r.checkRunNodeId)},
        {"head_sha", toJson(r.headSha)}, {"name", toJson(r.job)}, {"workflow_name", toJson(r.name)},
        {"run_attempt", r.attempt}, {"status", toJson(r.status)}, {"conclusion", orNull(r.conclusion)},
        {"created_at", time(r.createdAt)}, {"started_at", time(r.startedAt)}, {"completed_at", time(r.completedAt)},
        {"html_url", toJson(world.url(r))}, {"steps", Json::array()}, {"labels", Json::array({"ubuntu-latest"})}});
}

Json restRef(const World& world, const Repository& repository, const GitRef& ref)
{
    const QString api = apiUrl(world, repository);
    return Json::object({{"ref", toJson(ref.name)}, {"node_id", toJson(world.refNodeId(repository, ref.name))},
        {"url", toJson(api + u"/git/"_s + ref.name)},
        {"object",
            Json::object(
                {{"type", "commit"}, {"sha", toJson(ref.oid)}, {"url", toJson(api + u"/git/commits/"_s + ref.oid)}})}});
}

Json restGitCommit(const World& world, const Repository& repository, const Commit& c)
{
    const QString api = apiUrl(world, repository);
    Json parents = Json::array();
    for (const QString& parent : c.parents)
        parents.push_back(Json::object({{"sha", toJson(parent)}, {"url", toJson(api + u"/git/commits/"_s + parent)}}));
    return Json::object({{"sha", toJson(c.oid)}, {"node_id", toJson(world.commitNodeId(repository, c.oid))},
        {"url", toJson(api + u"/git/commits/"_s + c.oid)},
        {"html_url", toJson(world.url(repository) + u"/commit/"_s + c.oid)}, {"author", signatureShape(c.author)},
        {"committer", signatureShape(c.committer)},
        {"tree", Json::object({{"sha", toJson(c.tree)}, {"url", toJson(api + u"/git/trees/"_s + c.tree)}})},
        {"message", toJson(c.message)}, {"parents", std::move(parents)},
        {"verification",
            Json::object({{"verified", false}, {"reason", "unsigned"}, {"signature", nullptr}, {"payload", nullptr},
                {"verified_at", nullptr}})}});
}

Json restCommit(const World& world, const Repository& repository, const Commit& c)
{
    const QString api = apiUrl(world, repository);
    Json git = restGitCommit(world, repository, c);
    Json parents = Json::array();
    for (const QString& parent : c.parents)
        parents.push_back(Json::object({{"sha", toJson(parent)}, {"url", toJson(api + u"/commits/"_s + parent)},
            {"html_url", toJson(world.url(repository) + u"/commit/"_s + parent)}}));
    const Json verification = git["verification"];
    return Json::object({{"sha", toJson(c.oid)}, {"node_id", git["node_id"]},
        {"commit",
            Json::object({{"author", git["author"]}, {"committer", git["committer"]}, {"message", git["message"]},
                {"tree", git["tree"]}, {"url", git["url"]}, {"comment_count", 0}, {"verification", verification}})},
        {"url", toJson(api + u"/commits/"_s + c.oid)}, {"html_url", git["html_url"]}, {"author", nullptr},
        {"committer", nullptr}, {"parents", std::move(parents)}});
}

Json restFile(const World& world, const Repository& repository, const ChangedFile& f)
{
    Json json = Json::object({{"sha", toJson(f.blob)}, {"filename", toJson(f.path)}, {"status", toJson(f.status)},
        {"additions", f.additions}, {"deletions", f.deletions}, {"changes", f.additions + f.deletions},
        {"blob_url", toJson(world.url(repository) + u"/blob/"_s + f.blob)},
        {"raw_url", toJson(world.url(repository) + u"/raw/"_s + f.blob)},
        {"contents_url", toJson(apiUrl(world, repository) + u"/contents/"_s + f.path)}});
    if (!f.patch.isEmpty())
        json["patch"] = toJson(f.patch);
    return json;
}

} // namespace slipway::sandbox
