// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "sandbox/world/action_words.h"
#include "sandbox/world/usage_error.h"
#include "sandbox/world/world.h"

//! World actions about rules of repositories and about open pull requests; trouble.cpp has the others.
namespace slipway::sandbox {

namespace {

//! Lower-case words of a list, as merge methods. Nothing: one of them is none.
std::optional<QList<MergeMethod>> methodsOf(const Json& action)
{
    QList<MergeMethod> methods;
    for (const QString& word : textsAt(action, "methods")) {
        const auto method = mergeMethodFromWord(word);
        if (!method)
            return std::nullopt;
        methods.append(*method);
    }
    return methods;
}

} // namespace

Result<Json> World::actOnRules(const QString& what, const Json& action)
{
    Repository* repository = findRepository(textAt(action, "repository"));
    if (!repository)
        return usageError(u"%1 needs \"repository\""_s.arg(what));
    const bool on = isOn(action);
    const auto methods = methodsOf(action);
    if (!methods)
        return usageError(u"\"methods\" are merge, squash and rebase"_s);
    if (what == u"make-branch") {
        const QString name = textAt(action, "name");
        auto made = pushBySomeoneElse(repository->name, name, memberAt(action, "files"));
        if (const QString title = textAt(action, "pull"); made && !title.isEmpty()) {
            const auto pull =
                createPullRequest(repository->name, {.title = title, .head = name, .base = repository->defaultBranch});
            if (!pull)
                return pull.error();
        }
        return made;
    }
    if (what == u"lock")
        repository->isLocked = on;
    else if (what == u"allow-methods") {
        repository->mergeCommitAllowed = methods->contains(MergeMethod::Merge);
        repository->squashMergeAllowed = methods->contains(MergeMethod::Squash);
        repository->rebaseMergeAllowed = methods->contains(MergeMethod::Rebase);
    } else if (what == u"rule-methods")
        repository->ruleMethods = *methods;
    else if (what == u"linear-history")
        repository->linearHistory = on;
    else if (what == u"require-signatures")
        repository->signedCommits = on;
    else if (what == u"strict-checks")
        repository->strictChecks = on;
    else if (what == u"merge-queue")
        repository->mergeQueue = on
            ? std::optional(mergeMethodFromWord(textAt(action, "method")).value_or(MergeMethod::Squash))
            : std::nullopt;
    else if (what == u"code-owners")
        repository->codeOwners = textsAt(action, "owners");
    else if (what == u"dismiss-stale-reviews")
        repository->dismissesStaleReviews = on;
    else if (what == u"restrict-branches")
        repository->branchRules = on
            ? QStringList{textAt(action, "rule", u"Cannot create ref due to creations being restricted."_s)}
            : QStringList();
    else if (what == u"require-check") {
        if (on)
            repository->requiredChecks.append(textAt(action, "what"));
        else
            repository->requiredChecks.removeAll(textAt(action, "what"));
    } else if (what == u"auto-merge-sleeps")
        repository->autoMergeSleeps = on;
    repository->updatedAt = now();
    touch(*repository);
    for (auto& [key, pull] : m_pulls) {
        if (key.first == repository->name && pull.state == PullState::Open) {
            askForReviews(*repository, pull);
            touch(pull);
        }
    }
    considerAutoMerges(repository->name);
    return Json::object({{"done", toJson(what)}, {"repositories", Json::array({toJson(repository->name)})}});
}

PullRequest* World::openPullFor(const Json& action)
{
    const QString repository = textAt(action, "repository");
    const qint64 number = integerAt(action, "number");
    PullRequest* newest = nullptr;
    for (auto& [key, pull] : m_pulls) {
        if (pull.state == PullState::Open && (number == 0 || pull.number == number)
            && (repository.isEmpty() || pull.repository.compare(repository, Qt::CaseInsensitive) == 0)
            && (!newest || newest->createdAt <= pull.createdAt))
            newest = &pull;
    }
    return newest;
}

Result<Json> World::actOnOpenPull(const QString& what, const Json& action)
{
    PullRequest* pull = openPullFor(action);
    if (!pull)
        return refusal(errc::githubNotFound, u"there is no such pull request"_s);
    Repository& repository = *findRepository(pull->repository);
    const QString name = pull->repository;
    const qint64 number = pull->number;
    if (what == u"request-changes") {
        addReview(*pull, m_colleague.login, u"CHANGES_REQUESTED"_s);
    } else if (what == u"dismiss-review") {
        for (Review& review : pull->reviews)
            review.state = u"DISMISSED"_s;
        askForReviews(repository, *pull);
    } else if (what == u"request-review") {
        pull->reviewRequests.append({textAt(action, "reviewer", m_colleague.login), false});
    } else if (what == u"draft") {
        pull->isDraft = true;
        disarm(*pull, m_colleague.login, u"Pull request was converted to draft"_s);
        leaveQueue(*pull, m_colleague.login, u"MANUAL"_s);
    } else if (what == u"ready") {
        pull->isDraft = false;
    } else if (what == u"arm") {
        pull->autoMerge = AutoMerge{mergeMethodFromWord(textAt(action, "method")).value_or(MergeMethod::Merge), {}, {},
            m_colleague.login, now()};
        pull->events.append({u"AutoMergeEnabledEvent"_s, m_colleague.login, {}, now()});
    } else if (what == u"disarm") {
        disarm(*pull, m_colleague.login, textAt(action, "reason", u"Auto-merge was disabled"_s));
    } else if (what == u"dequeue") {
        leaveQueue(*pull, textAt(action, "by", m_colleague.login), textAt(action, "reason", u"MANUAL"_s));
    } else if (what == u"push") {
        Json files = memberAt(action, "files");
        if (!files.is_object())
            files = Json::object({{"docs/by-a-colleague.md", "Somebody else's words.\n"}});
        if (const auto pushed = pushBySomeoneElse(name, pull->headName, files); !pushed)
            return pushed.error();
        pull = findPull(name, number);
    } else if (what == u"delete-branch") {
        if (const auto gone = git(repository).deleteRef(u"refs/heads/"_s + pull->headName); !gone)
            return gone.error();
        branchMoved(repository, pull->headName, pull->headOid, {}, m_colleague.login);
    }
    pull->updatedAt = now();
    touch(*pull);
    considerAutoMerge(name, number);
    return Json::object({{"done", toJson(what)}, {"repository", toJson(name)}, {"number", number}});
}

Result<Json> World::pushBySomeoneElse(const QString& name, const QString& branch, const Json& files)
{
    Repository& repository = *findRepository(name);
    GitRepository& repo = git(repository);
    const QString fullName = u"refs/heads/"_s + branch;
    if (branch.isEmpty() || !GitRepository::isValidRefName(fullName))
        return usageError(u"\"name\" must be the name of a branch"_s);
    const QString before = repo.refTarget(fullName).value_or(head(repository));
    QString after = before;
    if (files.is_object() && !files.empty()) {
        QList<FileChange> changes;
        for (const auto& [path, content] : files.items())
            changes.append({QString::fromStdString(path),
                content.is_string() ? std::optional(QByteArray::fromStdString(content.get<std::string>()))
                                    : std::nullopt});
        const auto oid = repo.writeCommit(
            before, changes, u"Change made by somebody else"_s, signature(m_colleague), signature(m_colleague));
        if (!oid)
            return oid.error();
        after = *oid;
    }
    if (const auto set = repo.setRef(fullName, after); !set)
        return set.error();
    branchMoved(repository, branch, before, after, m_colleague.login);
    return Json::object(
        {{"done", "push"}, {"repository", toJson(name)}, {"branch", toJson(branch)}, {"sha", toJson(after)}});
}

} // namespace slipway::sandbox
