// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "sandbox/rest/rest_api.h"
#include "sandbox/rest/rest_errors.h"
#include "sandbox/rest/shapes.h"

#include <algorithm>

namespace slipway::sandbox {

namespace {

const char* const resource = "PullRequest";

qint64 numberOf(const RestCall& call) { return call.arguments[2].toLongLong(); }

} // namespace

HttpAnswer RestApi::pulls(const RestCall& call)
{
    const Repository& repository = *find(call);
    const QString state = call.request.queryValue(u"state"_s).value_or(u"open"_s);
    QString head = call.request.queryValue(u"head"_s).value_or(QString());
    const QString base = call.request.queryValue(u"base"_s).value_or(QString());
    // Without "OWNER:" GitHub ignores the filter.
    const qsizetype colon = head.indexOf(u':');
    const bool ofOthers = colon > 0 && head.left(colon).compare(m_world.organisation(), Qt::CaseInsensitive) != 0;
    head = colon > 0 ? head.mid(colon + 1) : QString();
    std::vector<std::function<Json()>> items;
    for (const PullRequest* each : m_world.pullRequests(repository.name)) {
        const bool isOpen = each->state == PullState::Open;
        if (ofOthers || (state == u"open" && !isOpen) || (state == u"closed" && isOpen)
            || (!head.isEmpty() && each->headName != head) || (!base.isEmpty() && each->baseName != base))
            continue;
        items.emplace_back([this, each, &call] { return restPullRequest(m_world, *each, false, call.version); });
    }
    if (call.request.queryValue(u"direction"_s) == u"asc"_s)
        std::reverse(items.begin(), items.end());
    return page(call, items);
}

HttpAnswer RestApi::pull(const RestCall& call)
{
    const PullRequest* found = m_world.pullRequest(find(call)->name, numberOf(call));
    return found ? HttpAnswer::json(200, restPullRequest(m_world, *found, true, call.version)) : restNotFound();
}

HttpAnswer RestApi::createPull(const RestCall& call)
{
    if (const auto wrong = checkFields(call.body,
            {{"title", FieldType::Text, true}, {"head", FieldType::Text, true}, {"base", FieldType::Text, true},
                {"body", FieldType::Text}, {"draft", FieldType::Flag}, {"maintainer_can_modify", FieldType::Flag},
                {"head_repo", FieldType::Text}, {"issue", FieldType::Number}}))
        return *wrong;
    const auto made = m_world.createPullRequest(find(call)->name,
        {textAt(call.body, "title"), textAt(call.body, "body"), textAt(call.body, "head"), textAt(call.body, "base"),
            flagAt(call.body, "draft")});
    if (!made)
        return restRefusal(made.error(), resource);
    HttpAnswer answer = HttpAnswer::json(201, restPullRequest(m_world, **made, true, call.version));
    answer.set("Location", (apiUrl(m_world, *find(call)) + u"/pulls/"_s + QString::number((*made)->number)).toUtf8());
    return answer;
}

HttpAnswer RestApi::updatePull(const RestCall& call)
{
    if (const auto wrong = checkFields(call.body,
            {{"title", FieldType::Text}, {"body", FieldType::Text}, {"state", FieldType::Text},
                {"base", FieldType::Text}, {"maintainer_can_modify", FieldType::Flag}, {"draft", FieldType::Flag}}))
        return *wrong;
    PullRequestPatch patch;
    const auto text = [&](const char* name) {
        return memberAt(call.body, name).is_string() ? std::optional(textAt(call.body, name)) : std::nullopt;
    };
    patch.title = text("title");
    patch.body = text("body");
    patch.base = text("base");
    if (const auto state = text("state")) {
        if (*state != u"open" && *state != u"closed")
            return restError(
                422, u"Invalid request.\n\n\"%1\" is not a member of [\"open\", \"closed\"]."_s.arg(*state));
        patch.state = *state == u"open" ? PullState::Open : PullState::Closed;
    }
    // "draft" is silently ignored here, as GitHub does.
    const auto updated = m_world.updatePullRequest(find(call)->name, numberOf(call), patch);
    if (!updated)
        return restRefusal(updated.error(), resource);
    return HttpAnswer::json(200, restPullRequest(m_world, **updated, true, call.version));
}

HttpAnswer RestApi::mergePull(const RestCall& call)
{
    if (const auto wrong = checkFields(call.body,
            {{"sha", FieldType::Text}, {"merge_method", FieldType::Text}, {"commit_title", FieldType::Text},
                {"commit_message", FieldType::Text}}))
        return *wrong;
    MergeRequest request;
    const auto method = mergeMethodFromWord(textAt(call.body, "merge_method", u"merge"_s));
    if (!method)
        return restError(422,
            u"Invalid request.\n\n\"%1\" is not a member of [\"merge\", \"squash\", \"rebase\"]."_s.arg(
                textAt(call.body, "merge_method")));
    request.method = *method;
    request.expectedHeadOid = textAt(call.body, "sha");
    request.headline = textAt(call.body, "commit_title");
    request.body = textAt(call.body, "commit_message");
    const auto merged = m_world.merge(find(call)->name, numberOf(call), request);
    if (!merged)
        return restRefusal(merged.error(), resource);
    return HttpAnswer::json(200,
        Json::object({{"sha", toJson(*merged)}, {"merged", true}, {"message", "Pull Request successfully merged"}}));
}

HttpAnswer RestApi::isMerged(const RestCall& call)
{
    const PullRequest* found = m_world.pullRequest(find(call)->name, numberOf(call));
    return found && found->state == PullState::Merged ? HttpAnswer{204, {}, {}} : restNotFound();
}

HttpAnswer RestApi::pullFiles(const RestCall& call)
{
    const Repository& repository = *find(call);
    const PullRequest* found = m_world.pullRequest(repository.name, numberOf(call));
    if (!found)
        return restNotFound();
    const GitRepository& git = m_world.git(repository);
    const auto files = git.diff(git.compare(found->baseOid, found->headOid).mergeBase, found->headOid);
    std::vector<std::function<Json()>> items;
    for (const ChangedFile& file : files)
        items.emplace_back([this, &repository, &file] { return restFile(m_world, repository, file); });
    return page(call, items);
}

HttpAnswer RestApi::pullCommits(const RestCall& call)
{
    const Repository& repository = *find(call);
    const PullRequest* found = m_world.pullRequest(repository.name, numberOf(call));
    if (!found)
        return restNotFound();
    const QList<Commit> list = m_world.commits(*found);
    std::vector<std::function<Json()>> items;
    for (const Commit& each : list)
        items.emplace_back([this, &repository, &each] { return restCommit(m_world, repository, each); });
    return page(call, items);
}

HttpAnswer RestApi::updatePullBranch(const RestCall& call)
{
    if (const auto wrong = checkFields(call.body, {{"expected_head_sha", FieldType::Text}}))
        return *wrong;
    const auto updated = m_world.updateBranch(
        find(call)->name, numberOf(call), textAt(call.body, "expected_head_sha"), MergeMethod::Merge);
    if (!updated)
        return restError(updated.error().code == u"github.notFound" ? 404 : 422, refusalText(updated.error()));
    return HttpAnswer::json(
        202, Json::object({{"message", "Updating pull request branch."}, {"url", toJson(m_world.url(**updated))}}));
}

} // namespace slipway::sandbox
