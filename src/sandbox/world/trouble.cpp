// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "sandbox/world/action_words.h"
#include "sandbox/world/usage_error.h"
#include "sandbox/world/world.h"

#include <algorithm>

//! World actions: what other people, runners and administrators do to the world. Each concerns what it names
//! (`repository`, `number`, `run`), else the newest; with `next` it waits for the next one to come; with `after` it
//! happens that many seconds (of the world) later.
namespace slipway::sandbox {

namespace {

bool concernsRun(const QString& what)
{
    return what == u"fail-run" || what == u"cancel-run" || what == u"supersede-run" || what == u"rerun";
}

constexpr qint64 kForEver = 1'000'000'000; //!< times

//! What a waiting action waits for.
QString occasionOf(const Json& action)
{
    const QString what = textAt(action, "do");
    if (what == u"hold")
        return textAt(action, "what") == u"check" ? u"check"_s : u"run"_s;
    if (concernsRun(what) || what == u"end-run" || what == u"wait-run" || what == u"lose-run")
        return u"run"_s;
    if (what == u"fail-check")
        return u"check"_s;
    if (what == u"skip-first-build")
        return u"first-build"_s;
    return u"pull"_s;
}

const QStringList knownActions{u"fail-run"_s, u"cancel-run"_s, u"rerun"_s, u"supersede-run"_s, u"fail-check"_s,
    u"commit"_s, u"close"_s, u"reopen"_s, u"approve"_s, u"merge"_s, u"require-review"_s, u"auto-merge"_s, u"protect"_s,
    u"delete-branch-on-merge"_s, u"archive"_s, u"expire-token"_s, u"renew-token"_s, u"hold"_s, u"release"_s,
    u"set-duration"_s, u"skip-first-build"_s, u"forget"_s};

// pull_trouble.cpp
const QStringList rulesActions{u"lock"_s, u"allow-methods"_s, u"rule-methods"_s, u"linear-history"_s,
    u"require-signatures"_s, u"strict-checks"_s, u"merge-queue"_s, u"code-owners"_s, u"dismiss-stale-reviews"_s,
    u"restrict-branches"_s, u"require-check"_s, u"auto-merge-sleeps"_s, u"make-branch"_s};
const QStringList openPullActions{u"request-changes"_s, u"dismiss-review"_s, u"request-review"_s, u"draft"_s,
    u"ready"_s, u"arm"_s, u"disarm"_s, u"push"_s, u"delete-branch"_s, u"dequeue"_s};

} // namespace

bool isOn(const Json& action)
{
    if (action.contains("off"))
        return !flagAt(action, "off", true);
    for (const char* name : {"on", "allowed", "enabled"}) {
        if (const Json& value = memberAt(action, name); value.is_boolean())
            return value.get<bool>();
        if (const QString text = textAt(action, name); !text.isEmpty())
            return text == u"on";
    }
    return true;
}

Result<Json> World::control(const Json& action)
{
    if (!action.is_object())
        return usageError(u"a world action is an object: {\"do\": …}"_s);
    const QString what = textAt(action, "do");
    if (what == u"limits")
        return m_limits.set(action);
    if (what.startsWith(u"pay-"_s))
        return m_pay->control(action);
    if (const QStringList known = knownActions + rulesActions + openPullActions + actionsOfRuns() + PayWorld::actions();
        !known.contains(what))
        return usageError(u"unknown action \"%1\"; known are %2"_s.arg(what, known.join(u", "_s)));
    for (const char* name : {"repository", "path", "message", "tenant", "what"}) {
        if (action.contains(name) && !action[name].is_string())
            return usageError(u"\"%1\" must be a text"_s.arg(QString::fromLatin1(name)));
    }
    for (const char* name : {"number", "run", "times", "count"}) {
        if (action.contains(name) && !action[name].is_number_integer())
            return usageError(u"\"%1\" must be a whole number"_s.arg(QString::fromLatin1(name)));
    }
    const QString repository = textAt(action, "repository");
    if (!repository.isEmpty() && repository != u"*" && !findRepository(repository) && !flagAt(action, "next"))
        return refusal(errc::githubNotFound, u"there is no repository \"%1\""_s.arg(repository));
    if (what == u"forget") {
        // What waits for its next occasion, by its action: it comes to nothing.
        Json left = Json::array();
        for (Json& waiting : m_triggers)
            if (textAt(waiting, "do") != textAt(action, "action"))
                left.push_back(std::move(waiting));
        const qint64 forgotten = qint64(m_triggers.size()) - qint64(left.size());
        m_triggers = std::move(left);
        return Json::object({{"forgotten", forgotten}});
    }
    if (flagAt(action, "next") || what == u"skip-first-build") {
        m_triggers.push_back(action);
        return Json::object({{"waiting", action}});
    }
    if (const double after = memberAt(action, "after").is_number() ? action["after"].get<double>() : 0; after > 0) {
        Json later = action;
        later.erase("after");
        schedule(now() + span(after), u"action"_s, std::move(later));
        return Json::object({{"planned", action}});
    }
    return act(action);
}

std::vector<Json> World::takeTriggers(const QString& occasion, const QString& repository, const QString& path)
{
    std::vector<Json> due;
    Json left = Json::array();
    for (Json& waiting : m_triggers) {
        const QString wanted = textAt(waiting, "repository");
        const QString wantedPath = textAt(waiting, "path");
        if (occasionOf(waiting) != occasion || (!wanted.isEmpty() && wanted != u"*" && wanted != repository)
            || (!wantedPath.isEmpty() && !path.endsWith(wantedPath))) {
            left.push_back(std::move(waiting));
            continue;
        }
        due.push_back(waiting);
        if (const qint64 times = integerAt(waiting, "times", 1); times > 1) {
            waiting["times"] = times - 1;
            left.push_back(std::move(waiting));
        }
    }
    m_triggers = std::move(left);
    return due;
}

void World::trigger(const QString& occasion, const QString& repository, qint64 number)
{
    if (m_triggers.empty())
        return;
    const WorkflowRun* run = occasion == u"pull" ? nullptr : runById(number);
    for (Json action : takeTriggers(occasion, repository, run ? run->path : QString())) {
        action.erase("next");
        action.erase("times");
        action["repository"] = toJson(repository);
        action[run ? "run" : "number"] = number;
        if (run)
            action["planned"] = true; // what is still to come ends badly at its usual end
        double after = memberAt(action, "after").is_number() ? action["after"].get<double>() : 0;
        action.erase("after");
        const QString what = textAt(action, "do");
        if (after <= 0
            && (what == u"fail-run" || what == u"fail-check" || what == u"hold" || what == u"end-run"
                || what == u"wait-run")) {
            if (const auto marked = act(action); !marked) // only marks the run: it may be over within this call
                qInfo("sandbox: a waiting action came to nothing: %s", qPrintable(refusalText(marked.error())));
            continue;
        }
        // Not within the request that brought it about: its answer must show the world before this.
        schedule(now() + span(after), u"action"_s, std::move(action));
    }
}

Result<Json> World::act(const Json& action)
{
    const QString what = textAt(action, "do");
    if (what == u"expire-token" || what == u"renew-token") {
        m_tokenExpired = what == u"expire-token";
        if (const Json& seconds = memberAt(action, "seconds"); m_tokenExpired && seconds.is_number())
            schedule(now() + span(seconds.get<double>()), u"action"_s, Json::object({{"do", "renew-token"}}));
        return Json::object({{"done", toJson(what)}});
    }
    if (what == u"set-duration") {
        const Json& seconds = memberAt(action, "seconds");
        const QString which = textAt(action, "what");
        if (!seconds.is_number() || seconds.get<double>() < 0 || which.isEmpty())
            return usageError(u"set-duration needs \"what\" and \"seconds\""_s);
        m_durations[which] = seconds.get<double>();
        return Json::object({{"done", toJson(what)}});
    }
    if (actionsOfRuns().contains(what))
        return actOnActions(what, action);
    if (what == u"commit")
        return commitBySomeoneElse(action);
    if (rulesActions.contains(what))
        return actOnRules(what, action);
    if (openPullActions.contains(what))
        return actOnOpenPull(what, action);
    if (concernsRun(what) || what == u"fail-check" || what == u"hold" || what == u"release")
        return actOnRun(what, action);
    if (what == u"close" || what == u"reopen" || what == u"approve" || what == u"merge")
        return actOnPull(what, action);
    return actOnRepository(what, action);
}

//! Every check, those under way and those to come, until all that is held is released: who presses a button does not
//! see which of them begins next.
Result<Json> World::holdOrReleaseAll(const QString& what)
{
    const bool holds = what == u"hold";
    const Json waiting = Json::object({{"do", "hold"}, {"what", "check"}, {"next", true}, {"times", kForEver}});
    Json left = Json::array();
    for (Json& trigger : m_triggers)
        if (textAt(trigger, "do") != u"hold")
            left.push_back(std::move(trigger));
    m_triggers = std::move(left);
    if (holds)
        m_triggers.push_back(waiting);
    QList<qint64> concerned;
    for (const auto& [id, run] : m_runs)
        if (!run.isCompleted() && (holds ? run.event == u"pull_request" && !run.held : run.held))
            concerned.append(id);
    for (const qint64 id : std::as_const(concerned)) {
        WorkflowRun& run = m_runs.at(id);
        run.held = holds;
        touch(run);
        if (!holds && run.overdue)
            complete(run, run.plannedConclusion.isEmpty() ? u"success"_s : run.plannedConclusion);
    }
    return Json::object({{"done", toJson(what)}, {"runs", concerned.size()}});
}

Result<Json> World::actOnRun(const QString& what, const Json& action)
{
    if ((what == u"hold" || what == u"release") && flagAt(action, "all"))
        return holdOrReleaseAll(what);
    const QString repository = textAt(action, "repository");
    const QString path = textAt(action, "path");
    const qint64 number = integerAt(action, "number");
    const bool aboutChecks = what == u"fail-check" || number > 0 || textAt(action, "what") == u"check";
    WorkflowRun* run = findRun(integerAt(action, "run"));
    for (auto it = m_runs.rbegin(); !run && !action.contains("run") && it != m_runs.rend(); ++it) {
        WorkflowRun& candidate = it->second;
        const bool isCheck = candidate.event == u"pull_request";
        const bool fits = what == u"rerun" ? candidate.isCompleted() && candidate.conclusion != u"success"
            : what == u"release"           ? candidate.held
                                           : !candidate.isCompleted();
        if (fits && (isCheck == aboutChecks || what == u"release") && (number == 0 || candidate.pull == number)
            && (repository.isEmpty() || repository == u"*" || candidate.repository == repository)
            && (path.isEmpty() || candidate.path.endsWith(path)))
            run = &candidate;
    }
    if (!run && aboutChecks && what == u"fail-check") {
        // Its checks may have passed already: the newest of them fails then, as a repeated one could.
        for (auto it = m_runs.rbegin(); !run && it != m_runs.rend(); ++it) {
            if (it->second.event == u"pull_request" && (number == 0 || it->second.pull == number)
                && (repository.isEmpty() || it->second.repository == repository))
                run = &it->second;
        }
    }
    if (!run)
        return refusal(errc::githubNotFound, u"there is no run to do that to"_s);
    const Json done = Json::object({{"done", toJson(what)}, {"repository", toJson(run->repository)}, {"run", run->id}});
    if (what == u"rerun") {
        if (const auto again = rerun(run->repository, run->id); !again)
            return again.error();
        return done;
    }
    if (what == u"fail-check" && run->isCompleted()) {
        run->conclusion = u"failure"_s;
        run->updatedAt = now();
        touch(*run);
        return done;
    }
    if (run->isCompleted() && what != u"supersede-run")
        return refusal(errc::githubConflict, u"the run is completed"_s);
    if (what == u"hold") {
        run->held = true;
        touch(*run);
    } else if (what == u"release") {
        run->held = false;
        touch(*run);
        if (run->overdue)
            complete(*run, run->plannedConclusion.isEmpty() ? u"success"_s : run->plannedConclusion);
    } else if (what == u"fail-run" || what == u"fail-check") {
        if (flagAt(action, "planned")) {
            run->plannedConclusion = u"failure"_s;
            touch(*run);
        } else {
            complete(*run, u"failure"_s);
        }
    } else if (what == u"cancel-run") {
        complete(*run, u"cancelled"_s);
    } else if (what == u"supersede-run") {
        // Somebody else's commit brings a newer run; the older one is cancelled for it.
        const QString name = run->repository;
        const qint64 id = run->id;
        const Json commit = Json::object(
            {{"do", "commit"}, {"repository", toJson(name)}, {"message", "Mend a typing error in the read-me file"},
                {"files", Json::object({{"docs/changes-" + std::to_string(id) + ".md", "A later change.\n"}})}});
        if (const auto made = commitBySomeoneElse(commit); !made)
            return made.error();
        if (!m_runs.at(id).isCompleted())
            complete(m_runs.at(id), u"cancelled"_s);
    }
    return done;
}

Result<Json> World::actOnPull(const QString& what, const Json& action)
{
    const QString repository = textAt(action, "repository");
    const qint64 number = integerAt(action, "number");
    PullRequest* pull = nullptr;
    for (auto& [key, candidate] : m_pulls) {
        const bool fits = number > 0 ? candidate.number == number
                                     : candidate.state == (what == u"reopen" ? PullState::Closed : PullState::Open);
        if (fits && (repository.isEmpty() || candidate.repository.compare(repository, Qt::CaseInsensitive) == 0)
            && (!pull || pull->createdAt < candidate.createdAt
                || (pull->createdAt == candidate.createdAt && pull->id < candidate.id)))
            pull = &candidate;
    }
    if (!pull)
        return refusal(errc::githubNotFound, u"there is no such pull request"_s);
    const QString name = pull->repository;
    const qint64 found = pull->number;
    if (what != u"reopen" && pull->state != PullState::Open)
        return refusal(errc::githubPullRequestClosed, u"Pull request is closed"_s);
    if (what == u"close") {
        closePull(*pull, m_colleague.login);
    } else if (what == u"reopen") {
        if (const auto reopened = updatePullRequest(name, found, {.state = PullState::Open}); !reopened)
            return reopened.error();
    } else if (what == u"approve") {
        addReview(*pull, m_colleague.login, u"APPROVED"_s);
        considerAutoMerge(name, found);
    } else {
        const MergeMethod method =
            mergeMethodFromWord(textAt(action, "method", u"REBASE"_s)).value_or(MergeMethod::Rebase);
        const QString as = textAt(action, "as"); // "github-actions": by a workflow's own token
        const auto merged = as.isEmpty() ? merge(name, found, {.method = method})
                                         : performMerge(*findRepository(name), *pull, {.method = method}, as);
        if (!merged)
            return merged.error();
    }
    return Json::object({{"done", toJson(what)}, {"repository", toJson(name)}, {"number", found}});
}

Result<Json> World::actOnRepository(const QString& what, const Json& action)
{
    const QString name = textAt(action, "repository");
    QStringList changed;
    for (auto& [key, repository] : m_repositories) {
        const bool meant = name.isEmpty() || name == u"*"
            ? repository.isProtected() || what == u"protect" // the repositories that requests are raised against
            : repository.name.compare(name, Qt::CaseInsensitive) == 0;
        if (!meant || (repository.workflows.isEmpty() && name.isEmpty()))
            continue;
        if (what == u"archive") {
            if (name.isEmpty())
                return usageError(u"archive needs \"repository\""_s);
            repository.isArchived = isOn(action);
        } else if (what == u"auto-merge") {
            repository.autoMergeAllowed = isOn(action);
        } else if (what == u"delete-branch-on-merge") {
            repository.deleteBranchOnMerge = isOn(action);
        } else if (what == u"require-review") {
            repository.requiredApprovals = isOn(action) ? int(integerAt(action, "count", 1)) : 0;
        } else if (what == u"protect") {
            repository.requiredChecks.clear();
            for (const Workflow& workflow : repository.workflows) {
                if (isOn(action) && workflow.onPullRequest)
                    repository.requiredChecks.append(workflow.job);
            }
        }
        repository.updatedAt = now();
        touch(repository);
        changed.append(repository.name);
    }
    if (what == u"require-review" || what == u"protect" || what == u"archive") {
        for (const QString& repository : changed) {
            for (auto& [key, pull] : m_pulls) {
                if (key.first == repository && pull.state == PullState::Open)
                    askForReviews(*findRepository(repository), pull);
            }
            considerAutoMerges(repository);
        }
    }
    return Json::object({{"done", toJson(what)}, {"repositories", toJson(changed)}});
}

} // namespace slipway::sandbox
