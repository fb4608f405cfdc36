// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "steps/kinds.h"
#include "steps/merging.h"
#include "steps/pacing.h"
#include "steps/raise_plan.h"
#include "steps/reverting.h"

namespace slipway::steps {

namespace {

constexpr int kMostWritesOfARaise = 8;

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
        if (context.purpose == Purpose::Undo)
            return {.github = {readFor(*intent, branchesForUndo(context, *intent))}};
        if (context.mustLook())
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
            if (context.attempt()->effects.size() >= kMostWritesOfARaise)
                return Fail{*refusal->error, true};
            if (auto later = pace(context, {{"repository", intent->repository.full().toStdString()}}))
                return *later;
        }
        if (context.mustLook()) {
            if (auto decision = adopt(context, *intent, *snapshot.value))
                return *decision;
        }
        return raise(context, *intent, *snapshot.value);
    }

    Resolution resolve(const StepContext& context, const EffectRecord& effect, const Observation& seen) const override
    {
        if (effect.name == "writeTree"_L1 || effect.name == "writeCommit"_L1)
            return {
                .kind =
                    Resolution::Kind::SendAgain}; // nothing names what it may have made: made anew it is no second one
        const auto intent = raiseIntent(context);
        if (!intent)
            return {.kind = Resolution::Kind::AskPerson};
        const bool reverts = effect.name == "revertPullRequest"_L1;
        const auto snapshot = seen.find<github::RepositorySnapshot>(
            readFor(*intent, {reverts ? textAt(effect.target, "branch") : intent->branch}));
        if (!snapshot.value)
            return lookAgain(snapshot.error);
        if (reverts)
            return resolveRevert(*intent, effect, *snapshot.value);
        const auto* ours = newest(context, *intent, *snapshot.value);
        if (effect.name == "closePullRequest"_L1)
            return {ours && ours->state == github::PullRequestState::Open ? Resolution::Kind::Absent
                                                                          : Resolution::Kind::Succeeded};
        if (effect.name == "deleteBranch"_L1)
            return {snapshot.value->branches.value(intent->branch) ? Resolution::Kind::Absent
                                                                   : Resolution::Kind::Succeeded};
        if (effect.name == "reopenPullRequest"_L1)
            return {ours && ours->state != github::PullRequestState::Closed ? Resolution::Kind::Succeeded
                                                                            : Resolution::Kind::Absent};
        const auto branch = snapshot.value->branches.value(intent->branch);
        if (!ours || !isWhatItRaised(context, *intent, *ours, branch))
            return {.kind = Resolution::Kind::Absent};
        return {Resolution::Kind::Succeeded, outputsOf(*ours, ours->headSha)};
    }

private:
    //! The effect of this attempt that opened the pull request, if one did.
    static const EffectRecord* raised(const StepContext& context)
    {
        for (const char* name : {"raisePullRequest", "commitAndOpen", "openPullRequest", "raiseFromCommit"})
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
        // What was opened on somebody else's commits must not stay, whatever was refused beside it. What the way to GitHub,
        // or its limits, cut off in the middle is finished by what there is of it.
        return effect.absent || isStray(effect) || codes.contains(effect.error->code) || isTrouble(*effect.error)
            || effect.name == "reopenPullRequest"_L1;
    }

    //! What was merged before the run began is another's, however alike it looks: a branch's name that has no stamp comes
    //! again with the next run for the same subject. What the run, or its record, knows is its own.
    static bool isOfEarlier(
        const StepContext& context, const github::RepositorySnapshot& snapshot, const github::PullRequest& found)
    {
        return found.state == github::PullRequestState::Merged && snapshot.isMergedBefore(found, earliestStart(context))
            && !isKnown(context, found);
    }

    static bool isKnown(const StepContext& context, const github::PullRequest& found)
    {
        return integerAt(context.state.outputs, "number") == found.number || openedByThisRun(context, found, false);
    }

    //! The newest pull request from our branch into our base, in any state.
    static const github::PullRequest* newest(
        const StepContext& context, const RaiseIntent& intent, const github::RepositorySnapshot& snapshot)
    {
        const auto found = snapshot.pullRequests.constFind(intent.branch);
        if (found == snapshot.pullRequests.constEnd())
            return nullptr;
        const github::PullRequest* best = nullptr;
        for (const auto& candidate : *found) {
            if (candidate.crossRepository || candidate.baseName != intent.base
                || isOfEarlier(context, snapshot, candidate))
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

    //! One document made no commit and yet opened a pull request: the branch was there before, with whatever it holds.
    static bool isStray(const EffectRecord& effect)
    {
        return effect.state == EffectState::Failed && !textAt(effect.result, "nodeId").isEmpty()
            && textAt(effect.result, "sha").isEmpty();
    }

    static bool openedByThisRun(const StepContext& context, const github::PullRequest& pullRequest, bool astray)
    {
        const auto& attempts = context.state.attempts;
        return std::any_of(attempts.begin(), attempts.end(), [&](const Attempt& attempt) {
            return std::any_of(attempt.effects.begin(), attempt.effects.end(), [&](const EffectRecord& effect) {
                return textAt(effect.result, "nodeId") == pullRequest.nodeId && isStray(effect) == astray;
            });
        });
    }

    //! Whether the branch's head is of this run. Its name alone says nothing: it may have been there before.
    static bool isOurs(const github::BranchState& branch, const RaiseIntent& intent)
    {
        return branch.message.section(u'\n', 0, 0) == intent.commitHeadline
            || branch.message.startsWith(u"Merge branch '%1' into "_s.arg(intent.base)); // brought up to date
    }

    //! The words and the commit are this run's, as far as they are still there to compare.
    static bool looksLikeOurs(const RaiseIntent& intent, const github::PullRequest& pullRequest,
        const std::optional<github::BranchState>& branch)
    {
        const bool isOpen = pullRequest.state == github::PullRequestState::Open;
        return pullRequest.title == intent.title && (!isOpen || !branch || isOurs(*branch, intent));
    }

    //! Whether a lost raise may have opened it. What this run knew of before is not it, once it is closed.
    static bool isWhatItRaised(const StepContext& context, const RaiseIntent& intent,
        const github::PullRequest& pullRequest, const std::optional<github::BranchState>& branch)
    {
        const bool knownAndClosed = pullRequest.state == github::PullRequestState::Closed
            && (openedByThisRun(context, pullRequest, true) || openedByThisRun(context, pullRequest, false));
        return looksLikeOurs(intent, pullRequest, branch) && !knownAndClosed;
    }

    //! An open or merged pull request from our branch's name: taken over if it is this run's, or looks the same and
    //! holds our commit.
    static Decision takeOver(const StepContext& context, const RaiseIntent& intent, const github::PullRequest& found,
        const std::optional<github::BranchState>& branch)
    {
        const bool isMerged = found.state == github::PullRequestState::Merged;
        const bool isTheRecords =
            context.run.record.is_object() && integerAt(context.state.outputs, "number") == found.number;
        if (looksLikeOurs(intent, found, branch) || openedByThisRun(context, found, false) || isTheRecords)
            return Done{outputsOf(found, raisedSha(context, found)), isMerged ? u"alreadyMerged"_s : u"adopted"_s};
        if (!isMerged && openedByThisRun(context, found, true))
            return Act{github::ClosePullRequest{.repository = intent.repository, .pullRequestId = found.nodeId}};
        return Fail{{.code = errc::githubForeignPullRequest,
            .args = {{"repository", intent.repository.full().toStdString()}, {"number", found.number},
                {"url", found.url.toStdString()}, {"branch", intent.branch.toStdString()}}}};
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
        const auto branch = snapshot.branches.value(intent.branch);
        if (const auto* found = newest(context, intent, snapshot)) {
            if (found->state != github::PullRequestState::Closed)
                return takeOver(context, intent, *found, branch);
            if (!openedByThisRun(context, *found, true))
                return reopenOrRenew(context, *found);
        }
        if (!branch)
            return std::nullopt;
        const auto plan = planRaise(intent, snapshot);
        if (!plan)
            return Fail{plan.error()};
        if (isOurs(*branch, intent) && plan->nothingToChange() && branch->oid != snapshot.baseOid) {
            // Somebody else has made the same change since: there are "no commits between" that would matter.
            return Act{github::DeleteBranch{.repository = intent.repository,
                .repositoryId = snapshot.info.nodeId,
                .branch = intent.branch,
                .oid = branch->oid}};
        }
        if (isOurs(*branch, intent) && branch->oid != snapshot.baseOid)
            return Act{github::OpenPullRequest{plan->effect, branch->oid}};
        if (branch->oid == snapshot.baseOid && !plan->nothingToChange() && !plan->keepsModes())
            return Act{github::CommitAndOpen{plan->effect}};
        if (leftByThisRun(context, *branch)) {
            // Only the branch of an earlier try came to exist, and main has moved on since: start from the new main.
            return Act{github::DeleteBranch{.repository = intent.repository,
                .repositoryId = snapshot.info.nodeId,
                .branch = intent.branch,
                .oid = branch->oid}};
        }
        return Fail{{.code = errc::githubForeignBranch,
            .args = {{"repository", intent.repository.full().toStdString()}, {"branch", intent.branch.toStdString()}}}};
    }

    //! Whether an earlier try of this run left the branch just as it made it, at the base of that time: GitHub said that
    //! it was made, or never told what became of the try. One that was refused because it existed is not ours.
    static bool leftByThisRun(const StepContext& context, const github::BranchState& branch)
    {
        const auto& attempts = context.state.attempts;
        return std::any_of(attempts.begin(), attempts.end(), [&](const Attempt& attempt) {
            return std::any_of(attempt.effects.begin(), attempt.effects.end(), [&](const EffectRecord& effect) {
                return effect.name == "raisePullRequest"_L1 && textAt(effect.target, "baseOid") == branch.oid
                    && (flagAt(effect.result, "ref") || (effect.absent && effect.notBefore));
            });
        });
    }

    //! Closed without a merge: a person said no. Only when a person wants it again is it opened again, or, where GitHub
    //! refuses that, raised under a new name.
    static Decision reopenOrRenew(const StepContext& context, const github::PullRequest& closed)
    {
        if (!context.retried())
            return Fail{{.code = errc::githubPullRequestClosed,
                .args = {{"repository", closed.repository.toStdString()}, {"number", closed.number},
                    {"url", closed.url.toStdString()}}}};
        if (const auto* refusal = refusedReopening(context); refusal && !isGithubsWord(*refusal))
            return Fail{*refusal}; // somebody else stood in its place, and GitHub has said nothing yet
        if (context.effectsNamed("reopenPullRequest") > 0)
            return NewGeneration{};
        const auto repository = github::RepositoryName::tryParse(context.text("repository"));
        return Act{github::ReopenPullRequest{.repository = *repository, .pullRequestId = closed.nodeId}};
    }

    //! Tree, commit, then branch and pull request: nothing shows before the last of them.
    static Decision raisePieceByPiece(
        const StepContext& context, const RaisePlan& plan, const github::RepositorySnapshot& snapshot)
    {
        const auto piece = nextPiece(context, plan, snapshot);
        if (const auto* effect = std::get_if<github::Effect>(&piece))
            return Act{*effect};
        return Act{github::RaiseFromCommit{plan.effect, std::get<QString>(piece)}};
    }

    static Decision raise(
        const StepContext& context, const RaiseIntent& intent, const github::RepositorySnapshot& snapshot)
    {
        const auto plan = planRaise(intent, snapshot);
        if (!plan)
            return Fail{plan.error()};
        if (plan->nothingToChange())
            return Done{{{"branch", intent.base.toStdString()}, {"sha", snapshot.baseOid.toStdString()},
                            {"headSha", snapshot.baseOid.toStdString()}},
                u"nothingToChange"_s};
        if (plan->keepsModes())
            return raisePieceByPiece(context, *plan, snapshot);
        return Act{plan->effect};
    }

    //! Whether a lost raise may have opened it: GitHub never told what became of the try.
    static bool mayHaveOpened(const StepContext& context)
    {
        static const QStringList opening{
            u"raisePullRequest"_s, u"commitAndOpen"_s, u"openPullRequest"_s, u"raiseFromCommit"_s};
        const auto& attempts = context.state.attempts;
        return std::any_of(attempts.begin(), attempts.end(), [](const Attempt& attempt) {
            return std::any_of(attempt.effects.begin(), attempt.effects.end(), [](const EffectRecord& effect) {
                return opening.contains(effect.name) && (effect.isOpen() || (effect.absent && effect.notBefore));
            });
        });
    }

    //! Its change is proposed to be taken back, and its branch goes. Looks alone make no merged change this run's.
    static Decision undoMerged(const StepContext& context, const RaiseIntent& intent,
        const github::RepositorySnapshot& snapshot, const github::PullRequest& merged)
    {
        const auto branch = snapshot.branches.value(intent.branch);
        const bool ours = textAt(context.state.outputs, "nodeId") == merged.nodeId
            || openedByThisRun(context, merged, false)
            || (mayHaveOpened(context) && looksLikeOurs(intent, merged, branch));
        if (!ours)
            return Done{.note = u"leftToOthers"_s};
        auto reverted = revertMerged(context, intent, snapshot, merged);
        if (auto* open = std::get_if<Decision>(&reverted))
            return std::move(*open);
        if (branch && isOurs(*branch, intent))
            return Act{github::DeleteBranch{.repository = intent.repository,
                .repositoryId = snapshot.info.nodeId,
                .branch = intent.branch,
                .oid = branch->oid}};
        auto& told = std::get<Reverted>(reverted);
        return Done{std::move(told.outputs), std::move(told.note)};
    }

    //! What was refused is not asked for once more; but it may have been refused because auto-merge was faster, or
    //! somebody else: then what is there now wants something else, or nothing.
    static Decision undo(
        const StepContext& context, const RaiseIntent& intent, const github::RepositorySnapshot& snapshot)
    {
        auto decision = undoWhatIsThere(context, intent, snapshot);
        const auto* act = std::get_if<Act>(&decision);
        const auto* last = context.lastEffect();
        const bool isRefused = last && last->state == EffectState::Failed && last->error && !last->absent;
        if (act && isRefused && last->name == github::nameOf(act->effect))
            return Fail{*last->error};
        return decision;
    }

    static Decision undoWhatIsThere(
        const StepContext& context, const RaiseIntent& intent, const github::RepositorySnapshot& snapshot)
    {
        // The name alone makes neither a pull request nor a branch this run's: either may have been there before.
        const auto branch = snapshot.branches.value(intent.branch);
        if (const auto* found = newest(context, intent, snapshot)) {
            const bool ours = textAt(context.state.outputs, "nodeId") == found->nodeId
                || openedByThisRun(context, *found, false) || openedByThisRun(context, *found, true)
                || looksLikeOurs(intent, *found, branch);
            if (!ours && found->state == github::PullRequestState::Open)
                return Done{.note = u"leftToOthers"_s};
            if (found->state == github::PullRequestState::Merged)
                return undoMerged(context, intent, snapshot, *found);
            if (found->state == github::PullRequestState::Open)
                return Act{github::ClosePullRequest{.repository = intent.repository, .pullRequestId = found->nodeId}};
        }
        if (branch && !isOurs(*branch, intent) && !leftByThisRun(context, *branch))
            return Done{.note = u"leftToOthers"_s};
        if (branch)
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
