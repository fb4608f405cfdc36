// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "sandbox/world/action_words.h"
#include "sandbox/world/usage_error.h"
#include "sandbox/world/world.h"

//! World actions about workflows and their runs, about the token's reach, and about names; trouble.cpp has the others.
namespace slipway::sandbox {

namespace {

void setMember(QStringList& list, const QString& value, bool on)
{
    list.removeAll(value);
    if (on)
        list.append(value);
}

} // namespace

QStringList World::actionsOfRuns()
{
    return {u"end-run"_s, u"wait-run"_s, u"approve-run"_s, u"lose-run"_s, u"disable-workflow"_s, u"run-name"_s,
        u"filter-paths"_s, u"next-run-id"_s, u"run-details"_s, u"rewrite"_s, u"rename"_s, u"hide"_s,
        u"restrict-token"_s, u"make-repository"_s, u"start-workflow"_s};
}

Result<Json> World::actOnActions(const QString& what, const Json& action)
{
    const QString name = textAt(action, "repository");
    const Json done = Json::object({{"done", toJson(what)}});
    if (what == u"end-run" || what == u"wait-run" || what == u"approve-run" || what == u"lose-run")
        return changeRun(what, action);
    if (what == u"next-run-id") {
        m_lastRunId = std::max(m_lastRunId, integerAt(action, "id") - 1);
        return done;
    }
    if (what == u"run-details") {
        m_access.runDetails = textAt(action, "state");
        return done;
    }
    if (what == u"restrict-token") {
        for (const QString& permission : textsAt(action, "lacks"))
            setMember(m_access.lacking, permission, isOn(action));
        return done;
    }
    if (what == u"hide") {
        const QString hidden = name.isEmpty() ? textAt(action, "name") : name; // also one that is still to come
        if (hidden.isEmpty())
            return usageError(u"hide needs \"repository\" or \"name\""_s);
        setMember(m_access.hidden, hidden.toLower(), isOn(action));
        return done;
    }
    if (what == u"make-repository") {
        // Somebody else's, of a name that a run may want.
        const auto made =
            makeRepository(textAt(action, "template", u"cdp-node-backend-template"_s), textAt(action, "name"));
        if (!made)
            return made.error();
        if (flagAt(action, "bare")) {
            (*made)->templateName.clear();
            (*made)->workflows.clear();
        }
        if (const Json& age = memberAt(action, "age"); age.is_number())
            (*made)->createdAt = now() - Millis(qint64(age.get<double>() * 1000));
        touch(**made);
        return done;
    }
    if (what == u"rename") {
        if (const auto renamed = rename(name, textAt(action, "to")); !renamed)
            return renamed.error();
        return done;
    }
    if (what == u"rewrite")
        return rewriteBranch(action);
    Repository* repository = findRepository(name);
    if (!repository)
        return usageError(u"%1 needs \"repository\""_s.arg(what));
    for (Workflow& workflow : repository->workflows) {
        if (!workflow.path.endsWith(textAt(action, "path")))
            continue;
        if (what == u"start-workflow") {
            createRun(*repository, Workflow(workflow), u"workflow_dispatch"_s, repository->defaultBranch,
                head(*repository), m_colleague.login, 0, Json::object());
            return done;
        }
        if (what == u"disable-workflow")
            workflow.state = isOn(action) ? textAt(action, "state", u"disabled_manually"_s) : u"active"_s;
        else if (what == u"run-name")
            workflow.runName = textAt(action, "name");
        else
            workflow.paths = textsAt(action, "paths");
    }
    touch(*repository);
    return done;
}

Result<Json> World::changeRun(const QString& what, const Json& action)
{
    const QString repository = textAt(action, "repository");
    const QString path = textAt(action, "path");
    WorkflowRun* run = findRun(integerAt(action, "run"));
    for (auto it = m_runs.rbegin(); !run && !action.contains("run") && it != m_runs.rend(); ++it) {
        WorkflowRun& candidate = it->second;
        const bool fits = what == u"lose-run" || (what == u"approve-run" && candidate.conclusion == u"action_required")
            || !candidate.isCompleted();
        if (fits && candidate.event != u"pull_request"
            && (repository.isEmpty() || repository == u"*" || candidate.repository == repository)
            && (path.isEmpty() || candidate.path.endsWith(path)))
            run = &candidate;
    }
    if (!run)
        return refusal(errc::githubNotFound, u"there is no run to do that to"_s);
    if (what == u"lose-run") {
        const Json& seconds = memberAt(action, "seconds");
        run->hiddenUntil = now() + span(seconds.is_number() ? seconds.get<double>() : 60);
    } else if (what == u"end-run") {
        const QString conclusion = textAt(action, "conclusion", u"failure"_s);
        if (flagAt(action, "planned"))
            run->plannedConclusion = conclusion;
        else if (run->isCompleted())
            return refusal(errc::githubConflict, u"the run is completed"_s);
        else
            complete(*run, conclusion);
    } else if (what == u"wait-run") {
        run->environment = textAt(action, "environment", u"production"_s);
        run->reviewers = textsAt(action, "reviewers");
        run->status = u"waiting"_s;
        run->updatedAt = now();
    } else {
        run->environment.clear();
        run->conclusion.clear();
        run->completedAt.reset();
        begin(*run);
    }
    touch(*run);
    return Json::object({{"done", toJson(what)}, {"repository", toJson(run->repository)}, {"run", run->id}});
}

//! Somebody with the right to do so takes the newest commit out of main and puts another one in its place.
Result<Json> World::rewriteBranch(const Json& action)
{
    const auto found = writable(textAt(action, "repository"));
    if (!found)
        return found.error();
    Repository& repository = **found;
    GitRepository& repo = git(repository);
    const QString before = head(repository);
    const auto commit = repo.commit(before);
    const auto other = repo.writeCommit(commit->parents.value(0),
        {{u"docs/rewritten.md"_s, QByteArray("Instead of what was here.\n")}}, u"Rewrite what came before"_s,
        signature(m_colleague), signature(m_colleague));
    if (!other)
        return other.error();
    if (const auto set = repo.setRef(u"refs/heads/"_s + repository.defaultBranch, *other); !set)
        return set.error();
    branchMoved(repository, repository.defaultBranch, before, *other, m_colleague.login);
    return Json::object({{"done", "rewrite"}, {"sha", toJson(*other)}});
}

} // namespace slipway::sandbox
