// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "steps/kinds.h"
#include "steps/raise_plan.h"

namespace slipway::steps {

namespace {

constexpr int kMostWritesAnAttempt = 8;

Json outputsOf(const github::PullRequest& pullRequest, const QString& raisedSha)
{
    return {{"number", pullRequest.number}, {"nodeId", pullRequest.nodeId.toStdString()},
        {"url", pullRequest.url.toStdString()}, {"branch", pullRequest.headName.toStdString()},
        {"sha", raisedSha.toStdString()}, {"headSha", pullRequest.headSha.toStdString()}};
}

//! Raises one pull request: fixed names, so that every retry finds its own branch and pull request again.
class PullRequestKind : public StepKind {
public:
    KindRule rule() const override
    {
        return {.kind = u"github.pull-request"_s,
            .parameters = {{u"repository"_s, ParameterType::Repository}, {u"base"_s}, {u"branch"_s}, {u"title"_s},
                {u"body"_s, ParameterType::Text, false}, {u"commit"_s, ParameterType::Text, false},
                {u"files"_s, ParameterType::Files}},
            .outputs = {u"number"_s, u"nodeId"_s, u"url"_s, u"branch"_s, u"sha"_s, u"headSha"_s}};
    }

    Reads reads(const StepContext& context) const override
    {
        if (context.purpose == Purpose::Do && raised(context))
            return {};
        const auto intent = raiseIntent(context);
        if (!intent)
            return {};
        if (context.purpose == Purpose::Undo || context.mustLook())
            return {.github = {readFor(*intent, {intent->branch})}};
        return {.github = {readFor(*intent)}};
    }

    Decision decide(const StepContext& context, const Observation& seen) const override
    {
        if (context.purpose == Purpose::Do) {
            if (const auto* effect = raised(context))
                return doneBy(*effect);
        }
        const auto intent = raiseIntent(context);
        if (!intent)
            return Fail{intent.error()};
        const auto snapshot = seen.find<github::RepositorySnapshot>(reads(context).github.first());
        if (!snapshot.value)
            return Fail{snapshot.error ? *snapshot.error : Error{.code = errc::internal}};
        if (context.purpose == Purpose::Undo)
            return undo(context, *intent, *snapshot.value);
        if (const auto* refusal = context.lastEffect();
            refusal && refusal->state == EffectState::Failed && refusal->error) {
            if (!canHeal(*refusal))
                return Fail{*refusal->error};
            if (context.attempt()->effects.size() >= kMostWritesAnAttempt)
                return Fail{*refusal->error, true};
        }
        if (context.mustLook()) {
            if (auto decision = adopt(context, *intent, *snapshot.value))
                return *decision;
        }
        return raise(*intent, *snapshot.value);
    }

    Resolution resolve(const StepContext& context, const EffectRecord& effect, const Observation& seen) const override
    {
        const auto intent = raiseIntent(context);
        if (!intent)
            return {.kind = Resolution::Kind::AskPerson};
        const auto snapshot = seen.find<github::RepositorySnapshot>(readFor(*intent, {intent->branch}));
        if (!snapshot.value)
            return {.kind = Resolution::Kind::LookAgain};
        const auto* ours = newest(*intent, *snapshot.value);
        if (effect.name == "closePullRequest"_L1)
            return {ours && ours->state == github::PullRequestState::Open ? Resolution::Kind::Absent
                                                                          : Resolution::Kind::Succeeded};
        if (effect.name == "deleteBranch"_L1)
            return {snapshot.value->branches.value(intent->branch) ? Resolution::Kind::Absent
                                                                   : Resolution::Kind::Succeeded};
        if (effect.name == "reopenPullRequest"_L1)
            return {ours && ours->state != github::PullRequestState::Closed ? Resolution::Kind::Succeeded
                                                                            : Resolution::Kind::Absent};
        if (!ours)
            return {.kind = Resolution::Kind::Absent};
        return {Resolution::Kind::Succeeded, outputsOf(*ours, ours->headSha)};
    }

private:
    //! The effect of this attempt that opened the pull request, if one did.
    static const EffectRecord* raised(const StepContext& context)
    {
        for (const char* name : {"raisePullRequest", "commitAndOpen", "openPullRequest"})
            if (context.lastEffectIs(name, EffectState::Succeeded))
                return context.lastEffect();
        return nullptr;
    }

    static Decision doneBy(const EffectRecord& effect)
    {
        Json outputs = effect.result;
        outputs["headSha"] = memberAt(outputs, "sha");
        return Done{std::move(outputs)};
    }

    //! Refusals that another look may clear up; all others are final until a person retries.
    static bool canHeal(const EffectRecord& effect)
    {
        static const QStringList codes{
            errc::githubAlreadyExists, errc::githubStaleData, errc::githubNotVisible, errc::effectAbsent};
        return effect.absent || codes.contains(effect.error->code) || effect.name == "reopenPullRequest"_L1;
    }

    //! The newest pull request from our branch into our base, in any state.
    static const github::PullRequest* newest(const RaiseIntent& intent, const github::RepositorySnapshot& snapshot)
    {
        const auto found = snapshot.pullRequests.constFind(intent.branch);
        if (found == snapshot.pullRequests.constEnd())
            return nullptr;
        const github::PullRequest* best = nullptr;
        for (const auto& candidate : *found) {
            if (candidate.crossRepository || candidate.baseName != intent.base)
                continue;
            // An open or merged one says more than a closed one, whatever its number.
            const bool better = !best
                || (best->state == github::PullRequestState::Closed
                    && candidate.state != github::PullRequestState::Closed);
            if (better)
                best = &candidate;
        }
        return best;
    }

    //! The commit that this run pushed when it raised the pull request; a healed one has moved its head since.
    static QString raisedSha(const StepContext& context, const github::PullRequest& pullRequest)
    {
        const QString known = textAt(context.state.outputs, "sha");
        return known.isEmpty() ? pullRequest.headSha : known;
    }

    static std::optional<Decision> adopt(
        const StepContext& context, const RaiseIntent& intent, const github::RepositorySnapshot& snapshot)
    {
        if (const auto* ours = newest(intent, snapshot)) {
            switch (ours->state) {
            case github::PullRequestState::Open: return Done{outputsOf(*ours, raisedSha(context, *ours)), u"adopted"_s};
            case github::PullRequestState::Merged:
                return Done{outputsOf(*ours, raisedSha(context, *ours)), u"alreadyMerged"_s};
            case github::PullRequestState::Closed: return reopenOrRenew(context, *ours);
            }
        }
        const auto branch = snapshot.branches.value(intent.branch);
        if (!branch)
            return std::nullopt;
        const auto plan = planRaise(intent, snapshot);
        if (!plan)
            return Fail{plan.error()};
        const QString headline = branch->message.section(u'\n', 0, 0);
        if (headline == intent.commitHeadline)
            return Act{github::OpenPullRequest{plan->effect, branch->oid}};
        if (branch->oid == snapshot.baseOid && !plan->nothingToChange())
            return Act{github::CommitAndOpen{plan->effect}};
        if (wroteBefore(context)) {
            // Only the branch of an earlier try came to exist, and main has moved on since: start from the new main.
            return Act{github::DeleteBranch{.repository = intent.repository,
                .repositoryId = snapshot.info.nodeId,
                .branch = intent.branch,
                .oid = branch->oid}};
        }
        return Fail{{.code = errc::githubForeignBranch,
            .args = {{"repository", intent.repository.full().toStdString()}, {"branch", intent.branch.toStdString()}}}};
    }

    static bool wroteBefore(const StepContext& context)
    {
        return std::any_of(context.state.attempts.begin(), context.state.attempts.end(),
            [](const Attempt& attempt) { return !attempt.effects.isEmpty(); });
    }

    //! Closed without a merge: a person said no. Only when a person wants it again is it opened again, or, where GitHub
    //! refuses that, raised under a new name.
    static Decision reopenOrRenew(const StepContext& context, const github::PullRequest& closed)
    {
        if (!context.retried())
            return Fail{{.code = errc::githubPullRequestClosed,
                .args = {{"repository", closed.repository.toStdString()}, {"number", closed.number},
                    {"url", closed.url.toStdString()}}}};
        if (context.effectsNamed("reopenPullRequest") > 0)
            return NewGeneration{};
        const auto repository = github::RepositoryName::tryParse(context.text("repository"));
        return Act{github::ReopenPullRequest{.repository = *repository, .pullRequestId = closed.nodeId}};
    }

    static Decision raise(const RaiseIntent& intent, const github::RepositorySnapshot& snapshot)
    {
        const auto plan = planRaise(intent, snapshot);
        if (!plan)
            return Fail{plan.error()};
        if (plan->nothingToChange())
            return Done{{{"branch", intent.base.toStdString()}, {"sha", snapshot.baseOid.toStdString()},
                            {"headSha", snapshot.baseOid.toStdString()}},
                u"nothingToChange"_s};
        return Act{plan->effect};
    }

    static Decision undo(
        const StepContext& context, const RaiseIntent& intent, const github::RepositorySnapshot& snapshot)
    {
        if (const auto* refusal = context.lastEffect();
            refusal && refusal->state == EffectState::Failed && refusal->error && !refusal->absent)
            return Fail{*refusal->error};
        if (const auto* ours = newest(intent, snapshot)) {
            if (ours->state == github::PullRequestState::Merged)
                return Done{.note = u"mergedCannotUndo"_s};
            if (ours->state == github::PullRequestState::Open)
                return Act{github::ClosePullRequest{.repository = intent.repository, .pullRequestId = ours->nodeId}};
        }
        if (const auto branch = snapshot.branches.value(intent.branch))
            return Act{github::DeleteBranch{.repository = intent.repository,
                .repositoryId = snapshot.info.nodeId,
                .branch = intent.branch,
                .oid = branch->oid}};
        return Done{.note = u"undone"_s};
    }
};

} // namespace

const StepKind& pullRequestKind()
{
    static const PullRequestKind kind;
    return kind;
}

} // namespace slipway::steps
