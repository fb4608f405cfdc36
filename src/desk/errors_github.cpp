// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/error_catalogue.h"

#include <QCoreApplication>

#include <array>

namespace slipway::desk {

namespace {

// GitHub's exact words stand behind "It said"; Slipway's own words come first, because GitHub's are terse.
constexpr std::array accessEntries{
    ErrorEntry{"github.badCredentials", QT_TRANSLATE_NOOP("errors", "token not accepted"),
        QT_TRANSLATE_NOOP("errors", "GitHub does not accept the token."),
        QT_TRANSLATE_NOOP(
            "errors", "It has expired, was revoked, or belongs to another host.[ GitHub said: “{text}”.]"),
        QT_TRANSLATE_NOOP("errors", "Make a new token and connect again. Runs go on by themselves after that.")},
    ErrorEntry{"github.forbidden", QT_TRANSLATE_NOOP("errors", "not allowed"),
        QT_TRANSLATE_NOOP("errors", "The token may not do this[ in {repository}]."),
        QT_TRANSLATE_NOOP(
            "errors", "[{reasonWords}.|It lacks {missing}.|A right is missing.][ GitHub said: “{text}”.]"),
        QT_TRANSLATE_NOOP("errors",
            "[{remedyWords}.|Give the token {missing} for that repository, then press Retry.|Give the token write "
            "access "
            "to contents, pull requests and actions of that repository, then press Retry. “Check connection” shows "
            "what "
            "is missing.]")},
    ErrorEntry{"github.ssoRequired", QT_TRANSLATE_NOOP("errors", "single sign-on needed"),
        QT_TRANSLATE_NOOP(
            "errors", "The organisation[ {organisation}] wants the token to be authorised for single sign-on."),
        QT_TRANSLATE_NOOP("errors", "Without that GitHub hides the organisation's repositories from it."),
        QT_TRANSLATE_NOOP("errors",
            "[Open {url} and authorise the token.|Authorise the token on GitHub under Settings, Developer settings, "
            "Tokens, Configure SSO.] Runs go on by themselves after that.")},
    ErrorEntry{"github.rateLimited", QT_TRANSLATE_NOOP("errors", "limit reached"),
        QT_TRANSLATE_NOOP("errors", "GitHub asks Slipway to wait[ until {until}]."),
        QT_TRANSLATE_NOOP("errors",
            "The limit of requests for this token is used up.[ GitHub said: “{text}”.] Nothing was done by the refused "
            "request."),
        QT_TRANSLATE_NOOP("errors", "Nothing needs to be done: runs go on by themselves.")},
    ErrorEntry{"github.notFound", QT_TRANSLATE_NOOP("errors", "not found"),
        QT_TRANSLATE_NOOP("errors",
            "GitHub does not find [the branch {branch} of {repository}|{path} in {repository}|{repository}|{path}|what "
            "was asked for]."),
        QT_TRANSLATE_NOOP("errors", "It does not exist, or the token may not see it: GitHub answers both alike."),
        QT_TRANSLATE_NOOP(
            "errors", "Check the name in the settings, and that the token has access to it, then press Retry.")},
    ErrorEntry{"github.noToken", QT_TRANSLATE_NOOP("errors", "no token"),
        QT_TRANSLATE_NOOP("errors", "There is no token for GitHub."),
        QT_TRANSLATE_NOOP("errors", "[{reason}.|None is stored for this connection.]"),
        QT_TRANSLATE_NOOP(
            "errors", "Connect to GitHub, or name a file that holds a token. Runs go on by themselves after that.")},
    ErrorEntry{"github.otherHost", QT_TRANSLATE_NOOP("errors", "works on another host"),
        QT_TRANSLATE_NOOP("errors",
            "[This run works on {host}, and Slipway is connected to {connected}.|This run works on another GitHub than "
            "the one that is connected.]"),
        QT_TRANSLATE_NOOP("errors", "What it still has to do is meant for that one; nothing of it is done elsewhere."),
        QT_TRANSLATE_NOOP("errors", "Connect to[ {host}| that one]: the run goes on by itself then. Or cancel it.")},
    ErrorEntry{"github.teamUnknown", QT_TRANSLATE_NOOP("errors", "unknown team"),
        QT_TRANSLATE_NOOP("errors", "The organisation[ {organisation}] has no team[ {team}] that the token can see."),
        QT_TRANSLATE_NOOP("errors", "The team is misspelt, or it is secret and the token's owner is not in it."),
        QT_TRANSLATE_NOOP("errors", "Choose a team of the organisation, by its slug (as in its address).")},
};

constexpr std::array changeEntries{
    ErrorEntry{"github.refused", QT_TRANSLATE_NOOP("errors", "refused by GitHub"),
        QT_TRANSLATE_NOOP("errors", "GitHub refused the request[ to {repository}][ (status {status})]."),
        QT_TRANSLATE_NOOP("errors", "[GitHub said: “{text}”.|It gave no reason that Slipway knows.]"),
        QT_TRANSLATE_NOOP("errors", "Mend what GitHub names, then press Retry.")},
    ErrorEntry{"github.staleData", QT_TRANSLATE_NOOP("errors", "base branch moved"),
        QT_TRANSLATE_NOOP("errors", "The branch[ {branch}][ of {repository}] moved while the change was being made."),
        QT_TRANSLATE_NOOP("errors", "Someone else's commit came in between. Nothing was written over it."),
        QT_TRANSLATE_NOOP("errors", "Nothing needs to be done: Slipway reads again and tries again.")},
    ErrorEntry{"github.alreadyExists", QT_TRANSLATE_NOOP("errors", "exists already"),
        QT_TRANSLATE_NOOP(
            "errors", "[{branch} exists already in {repository}.|{branch} exists already.|It exists already.]"),
        QT_TRANSLATE_NOOP("errors", "[GitHub said: “{text}”.|It may come from an earlier try.]"),
        QT_TRANSLATE_NOOP(
            "errors", "Slipway looks whether it is its own and then goes on. If it has stopped, press Retry.")},
    ErrorEntry{"github.archived", QT_TRANSLATE_NOOP("errors", "repository archived"),
        QT_TRANSLATE_NOOP("errors", "The repository[ {repository}] is archived or locked."),
        QT_TRANSLATE_NOOP("errors", "[{reasonWords}.|GitHub lets nobody change it.][ GitHub said: “{text}”.]"),
        QT_TRANSLATE_NOOP("errors", "Unarchive it on GitHub, or correct its name in the settings, then press Retry.")},
    ErrorEntry{"github.ruleViolation", QT_TRANSLATE_NOOP("errors", "against a rule"),
        QT_TRANSLATE_NOOP("errors", "A rule of the repository[ {repository}] forbids this."),
        QT_TRANSLATE_NOOP("errors", "[GitHub said: “{text}”.|A branch protection or ruleset does not allow it.]"),
        QT_TRANSLATE_NOOP("errors", "Ask an owner of the repository to allow it, or to do it, then press Retry.")},
    ErrorEntry{"github.truncatedFile", QT_TRANSLATE_NOOP("errors", "file too large"),
        QT_TRANSLATE_NOOP("errors", "The file[ {path}][ in {repository}] cannot be read whole."),
        QT_TRANSLATE_NOOP("errors",
            "It is too large for GitHub's answer, or it is no text. Changing it could lose what was not read."),
        QT_TRANSLATE_NOOP("errors", "Make the change by hand, then advance the step.")},
    ErrorEntry{"github.notAFile", QT_TRANSLATE_NOOP("errors", "no ordinary file"),
        QT_TRANSLATE_NOOP("errors", "[{path}|What should be a file][ in {repository}] is no ordinary file."),
        QT_TRANSLATE_NOOP(
            "errors", "[{reasonWords}.|It is a directory, a link or a submodule.] Slipway changes files only."),
        QT_TRANSLATE_NOOP(
            "errors", "Correct the path in the workflow, or make the change by hand and advance the step.")},
    ErrorEntry{"github.repositoryRenamed", QT_TRANSLATE_NOOP("errors", "repository renamed"),
        QT_TRANSLATE_NOOP("errors", "The repository[ {repository}] has another name now[: {to}]."),
        QT_TRANSLATE_NOOP("errors",
            "It was renamed or moved. GitHub still answers to the old name, but only until another repository takes "
            "it."),
        QT_TRANSLATE_NOOP("errors", "Put the new name[ {to}] into the settings, then start again.")},
    ErrorEntry{"github.executableFile", QT_TRANSLATE_NOOP("errors", "executable file"),
        QT_TRANSLATE_NOOP("errors", "The file[ {path}][ in {repository}] is executable or a symbolic link."),
        QT_TRANSLATE_NOOP("errors", "GitHub's API would write it as an ordinary file."),
        QT_TRANSLATE_NOOP("errors", "Make the change by hand, then advance the step.")},
    ErrorEntry{"github.foreignBranch", QT_TRANSLATE_NOOP("errors", "someone else's branch"),
        QT_TRANSLATE_NOOP(
            "errors", "The branch[ {branch}] exists already[ in {repository}] and holds someone else's work."),
        QT_TRANSLATE_NOOP("errors", "Its commits are not of this run. Slipway does not touch it."),
        QT_TRANSLATE_NOOP("errors", "Look at the branch. Delete it if nobody needs it, then press Retry.")},
    ErrorEntry{"github.foreignRepository", QT_TRANSLATE_NOOP("errors", "someone else's repository"),
        QT_TRANSLATE_NOOP(
            "errors", "There is a repository[ {repository}], but it is not the one that this run asked for."),
        QT_TRANSLATE_NOOP("errors",
            "[It was made from {template}, not from {wanted}.|It was made at {createdAt}, before this run asked for "
            "it.|"
            "Someone else made it.] The name was free when the request was checked."),
        QT_TRANSLATE_NOOP("errors",
            "Ask its owner[ ({url})]. Rename or delete it and press Retry, or cancel the run and start it with another "
            "name. If it is right after all, advance the step by hand.")},
    ErrorEntry{"github.repositoryInvisible", QT_TRANSLATE_NOOP("errors", "repository not visible"),
        QT_TRANSLATE_NOOP("errors",
            "The workflow that makes the repository[ {repository}] has succeeded, but GitHub shows "
            "no such repository."),
        QT_TRANSLATE_NOOP("errors",
            "The token may not see it: GitHub answers that alike for what is not there and for what is hidden. A "
            "fine-grained token or an App that was given chosen repositories does not see new ones by itself."),
        QT_TRANSLATE_NOOP("errors",
            "Give the token access to the repository (or to all of the organisation); the run goes on by itself then. "
            "If "
            "it was not made, look at the workflow run[ ({url})] and press Retry.")},
    ErrorEntry{"github.branchClash", QT_TRANSLATE_NOOP("errors", "branch cannot be made"),
        QT_TRANSLATE_NOOP("errors", "The branch[ {branch}] cannot be made[ in {repository}]."),
        QT_TRANSLATE_NOOP("errors",
            "Mostly a branch is in the way whose name is the beginning of this one, or goes on from it: “add” and "
            "“add/this” cannot both be there. A rule may also forbid the name.[ GitHub said: “{text}”.]"),
        QT_TRANSLATE_NOOP("errors",
            "Delete or rename the other branch if nobody needs it, or let an owner allow the name, then press Retry.")},
    ErrorEntry{"github.foreignPullRequest", QT_TRANSLATE_NOOP("errors", "someone else's pull request"),
        QT_TRANSLATE_NOOP("errors",
            "[The pull request #{number}|A pull request][ in {repository}] does the same work, but is not of this "
            "run."),
        QT_TRANSLATE_NOOP("errors", "[{reason}.|Someone else raised it.] Slipway does not take it over by itself."),
        QT_TRANSLATE_NOOP("errors",
            "Look at it. Close it and press Retry, or let it merge and advance the step by hand with its number.")},
};

constexpr std::array mergeEntries{
    ErrorEntry{"github.autoMergeClean", QT_TRANSLATE_NOOP("errors", "nothing left to wait for"),
        QT_TRANSLATE_NOOP("errors",
            "[The pull request #{number}|The pull request][ in {repository}] can be merged at once, so GitHub does not "
            "turn auto-merge on."),
        QT_TRANSLATE_NOOP("errors", "Auto-merge waits for checks or reviews, and none is outstanding."),
        QT_TRANSLATE_NOOP("errors",
            "Nothing needs to be done: Slipway merges it instead. If it has stopped, press Retry or merge it on "
            "GitHub.")},
    ErrorEntry{"github.autoMergeOff", QT_TRANSLATE_NOOP("errors", "auto-merge not allowed"),
        QT_TRANSLATE_NOOP("errors", "The repository[ {repository}] does not allow auto-merge."),
        QT_TRANSLATE_NOOP(
            "errors", "[{reasonWords}.|“Allow auto-merge” is off in its settings.][ GitHub said: “{text}”.]"),
        QT_TRANSLATE_NOOP("errors",
            "Ask an owner to turn it on and press Retry, or merge[ #{number}| the pull request] by hand on GitHub: the "
            "run goes on then.")},
    ErrorEntry{"github.mergeMethod", QT_TRANSLATE_NOOP("errors", "merge method not allowed"),
        QT_TRANSLATE_NOOP("errors", "The repository[ {repository}] does not allow the merge method[ {method}]."),
        QT_TRANSLATE_NOOP("errors", "[GitHub said: “{text}”.|Its settings forbid it.]"),
        QT_TRANSLATE_NOOP("errors",
            "Ask an owner to allow it, or start the run with another method. Merging by hand on GitHub lets the run go "
            "on too.")},
    ErrorEntry{"github.notMergeable", QT_TRANSLATE_NOOP("errors", "cannot be merged"),
        QT_TRANSLATE_NOOP(
            "errors", "[The pull request #{number}|The pull request][ in {repository}] cannot be merged."),
        QT_TRANSLATE_NOOP("errors",
            "[{reasonWords}.|A check failed, or a requirement of the repository is not met.][ GitHub said: “{text}”.]"),
        QT_TRANSLATE_NOOP("errors", "Open it on GitHub, mend what is red there, then press Retry.")},
    ErrorEntry{"github.conflict", QT_TRANSLATE_NOOP("errors", "conflict"),
        QT_TRANSLATE_NOOP("errors",
            "[The pull request #{number}|The pull request][ in {repository}] conflicts with its base branch."),
        QT_TRANSLATE_NOOP("errors",
            "[{reasonWords}.|{path} was changed there in the same place. Slipway could not make the change anew.|The "
            "same lines were changed there. Slipway could not make the change anew.]"),
        QT_TRANSLATE_NOOP("errors",
            "Resolve the conflict on GitHub, then press Look now, or press Retry to make the change on the present "
            "base branch.")},
    ErrorEntry{"github.pullRequestClosed", QT_TRANSLATE_NOOP("errors", "pull request closed"),
        QT_TRANSLATE_NOOP("errors",
            "[The pull request #{number}|The pull request][ in {repository}] was closed without being merged."),
        QT_TRANSLATE_NOOP("errors", "[{who} closed it on GitHub.|Someone closed it on GitHub.]"),
        QT_TRANSLATE_NOOP("errors",
            "Press Retry to reopen it, or to raise a new one where that is not possible. Cancel the run if the service "
            "is not wanted.")},
    ErrorEntry{"github.cannotRevert", QT_TRANSLATE_NOOP("errors", "cannot be reverted by itself"),
        QT_TRANSLATE_NOOP("errors",
            "What the pull request[ #{number}][ of {repository}] changed is merged, and no pull request that reverts "
            "it "
            "can be proposed."),
        QT_TRANSLATE_NOOP("errors",
            "[The one that reverts it, #{revertNumber}, was closed without being merged.|There is a branch {branch} "
            "already, and no pull request from it.|GitHub said: “{text}”. What was changed may have been changed again "
            "since.|GitHub refused it.]"),
        QT_TRANSLATE_NOOP("errors",
            "[Reopen it at GitHub ({revertUrl}) and press Retry.|Open a pull request from {branch} at GitHub, or "
            "delete "
            "it if nobody needs it; then press Retry.|Make a pull request by hand that takes the change back, and "
            "press "
            "Retry once it is merged.] Or skip the step: the change stays then.")},
    ErrorEntry{"github.headMoved", QT_TRANSLATE_NOOP("errors", "branch was changed"),
        QT_TRANSLATE_NOOP("errors", "Someone pushed to the branch[ {branch}] of [#{number}|the pull request]."),
        QT_TRANSLATE_NOOP(
            "errors", "Its head is not the commit that Slipway made, so Slipway does not merge it unseen."),
        QT_TRANSLATE_NOOP(
            "errors", "Look at the new commits. If they are right, press Retry; else remove them first.")},
    ErrorEntry{"github.draft", QT_TRANSLATE_NOOP("errors", "draft"),
        QT_TRANSLATE_NOOP("errors", "[The pull request #{number}|The pull request][ in {repository}] is a draft."),
        QT_TRANSLATE_NOOP(
            "errors", "Somebody made it a draft on GitHub, and GitHub merges no drafts. Slipway leaves that as it is."),
        QT_TRANSLATE_NOOP("errors",
            "Press “Ready for review” on its page[ ({url})] when it may be merged: the run goes on by itself then.")},
    ErrorEntry{"github.autoMergeDisabled", QT_TRANSLATE_NOOP("errors", "auto-merge switched off"),
        QT_TRANSLATE_NOOP("errors", "Auto-merge of [#{number}|the pull request][ in {repository}] was switched off."),
        QT_TRANSLATE_NOOP("errors",
            "[{who} switched it off.|Somebody, or GitHub, switched it off.][ GitHub said: “{text}”.] Slipway does not "
            "switch it on again against that."),
        QT_TRANSLATE_NOOP("errors",
            "Ask why. Press Retry to switch it on again, or merge it on GitHub[ ({url})]: the run goes on then.")},
    ErrorEntry{"github.mergeQueueRemoved", QT_TRANSLATE_NOOP("errors", "out of the merge queue"),
        QT_TRANSLATE_NOOP("errors",
            "[The pull request #{number}|The pull request][ in {repository}] was taken out of the merge queue."),
        QT_TRANSLATE_NOOP("errors",
            "[{who} took it out, or its checks did.|Somebody, or its checks, took it out.][ GitHub said: “{text}”.]"),
        QT_TRANSLATE_NOOP("errors",
            "Look at its page[ ({url})], mend what is red there, then press Retry to queue it again. Queued or merged "
            "by "
            "hand, the run goes on too.")},
    ErrorEntry{"github.checksRed", QT_TRANSLATE_NOOP("errors", "a check is red"),
        QT_TRANSLATE_NOOP(
            "errors", "A check of [#{number}|the pull request][ in {repository}] that is not required has failed."),
        QT_TRANSLATE_NOOP("errors",
            "GitHub would let it be merged all the same, but has no auto-merge for it, so it would be merged by "
            "Slipway's own hand."),
        QT_TRANSLATE_NOOP("errors",
            "Look at the check on its page[ ({url})]. Once it is green the run goes on by itself; press Retry to merge "
            "all the same.")},
    ErrorEntry{"github.notVisible", QT_TRANSLATE_NOOP("errors", "not visible yet"),
        QT_TRANSLATE_NOOP("errors", "What was made[ in {repository}] does not show on GitHub."),
        QT_TRANSLATE_NOOP("errors", "GitHub shows some things late, or the token may not see them."),
        QT_TRANSLATE_NOOP("errors", "Check that the token has access to it, then press Look now.")},
};

constexpr std::array workflowEntries{
    ErrorEntry{"github.workflowFailed", QT_TRANSLATE_NOOP("errors", "workflow failed"),
        QT_TRANSLATE_NOOP("errors", "The workflow[ {workflow}][ in {repository}] failed."),
        QT_TRANSLATE_NOOP("errors",
            "[It ended as “{conclusion}”.|It did not end well.][ Job “{job}” failed at “{jobStep}”.| Job “{job}” "
            "failed.][ Its last words: “{text}”.] Its log on GitHub tells more."),
        QT_TRANSLATE_NOOP("errors",
            "Open the workflow run[ ({url})], mend the cause, then press Retry. Retry runs its failed jobs again.")},
    ErrorEntry{"github.workflowCancelled", QT_TRANSLATE_NOOP("errors", "workflow cancelled"),
        QT_TRANSLATE_NOOP("errors", "The workflow[ {workflow}][ in {repository}] was cancelled."),
        QT_TRANSLATE_NOOP(
            "errors", "Someone cancelled it, or a newer run took its place and did not cover this commit."),
        QT_TRANSLATE_NOOP("errors",
            "Open the workflow run[ ({url})] to see who cancelled it and why, then press Retry to run it again.")},
    ErrorEntry{"github.noWorkflowRun", QT_TRANSLATE_NOOP("errors", "workflow did not start"),
        QT_TRANSLATE_NOOP("errors", "No workflow[ {workflow}] started[ in {repository}] for the commit[ {sha}]."),
        QT_TRANSLATE_NOOP("errors",
            "[{reasonWords}.|It may not be meant for this branch or these files (paths, branches), or be switched off, "
            "or "
            "GitHub Actions may have trouble.]"),
        QT_TRANSLATE_NOOP("errors",
            "[{remedyWords}.|Start it by hand on the Actions page of the repository (Run workflow): the run goes on by "
            "itself then. If it is not needed, advance the step.]")},
    ErrorEntry{"github.runApproval", QT_TRANSLATE_NOOP("errors", "approval needed"),
        QT_TRANSLATE_NOOP(
            "errors", "The workflow[ {workflow}][ in {repository}] begins only when a person approves it."),
        QT_TRANSLATE_NOOP("errors", "The repository's settings want an approval before workflows of this actor run."),
        QT_TRANSLATE_NOOP("errors",
            "Open the workflow run[ ({url})] and press “Approve and run”, or ask a maintainer to: the run goes on by "
            "itself then.")},
    ErrorEntry{"github.dispatchRefused", QT_TRANSLATE_NOOP("errors", "workflow not started"),
        QT_TRANSLATE_NOOP("errors", "GitHub refused to start the workflow[ {workflow}][ in {repository}]."),
        QT_TRANSLATE_NOOP("errors",
            "[{reasonWords}.|It takes no such inputs, does not exist on that branch, or the token may not start it.][ "
            "GitHub said: “{text}”.]"),
        QT_TRANSLATE_NOOP("errors",
            "[{remedyWords}, then press Retry.|Compare the workflow's inputs on GitHub with the settings, check the "
            "token's right to actions, then press Retry.]")},
};

template <size_t... Sizes>
constexpr auto joined(const std::array<ErrorEntry, Sizes>&... parts)
{
    std::array<ErrorEntry, (Sizes + ...)> all{};
    size_t at = 0;
    const auto add = [&](const auto& part) {
        for (const auto& entry : part)
            all[at++] = entry;
    };
    (add(parts), ...);
    return all;
}

struct ReasonEntry {
    const char *code, *reason, *text;
    const char* remedy = nullptr; //!< in place of the entry's own, without its full stop
};

//! Sentences without their full stop for the reasons that src/github tells apart within one code.
constexpr std::array reasons{
    ReasonEntry{
        "github.autoMergeOff", "setting", QT_TRANSLATE_NOOP("errors", "“Allow auto-merge” is off in its settings")},
    ReasonEntry{"github.autoMergeOff", "noRules",
        QT_TRANSLATE_NOOP("errors", "Its base branch has no protection rule that auto-merge could wait for")},
    ReasonEntry{"github.conflict", "foreignCommits",
        QT_TRANSLATE_NOOP("errors",
            "Somebody else pushed to its branch, and making the change anew would throw that away, so Slipway does "
            "not")},
    ReasonEntry{"github.archived", "locked", QT_TRANSLATE_NOOP("errors", "It is locked while GitHub moves it")},
    ReasonEntry{"github.notMergeable", "draft", QT_TRANSLATE_NOOP("errors", "It is a draft")},
    ReasonEntry{"github.notMergeable", "review", QT_TRANSLATE_NOOP("errors", "An approving review is missing")},
    ReasonEntry{"github.notMergeable", "checks", QT_TRANSLATE_NOOP("errors", "A required check has not passed")},
    ReasonEntry{"github.notMergeable", "mergeQueue",
        QT_TRANSLATE_NOOP("errors", "The branch takes changes through its merge queue only")},
    ReasonEntry{"github.forbidden", "workflows", QT_TRANSLATE_NOOP("errors", "It may not change workflow files"),
        QT_TRANSLATE_NOOP("errors",
            "Give the token the permission for workflows (a classic token: the scope workflow), then press Retry")},
    ReasonEntry{"github.forbidden", "ipAllowList",
        QT_TRANSLATE_NOOP("errors", "The organisation takes requests from listed addresses only, and yours is not one"),
        QT_TRANSLATE_NOOP("errors",
            "Connect from the organisation's network (a VPN, for instance): runs go on by themselves then. Or ask an "
            "owner to list your address")},
    ReasonEntry{"github.forbidden", "legal",
        QT_TRANSLATE_NOOP("errors", "GitHub may not give access to the repository for legal reasons"),
        QT_TRANSLATE_NOOP(
            "errors", "Ask the repository's owner or GitHub's support; then press Retry, or cancel the run")},
    ReasonEntry{"github.notAFile", "directory", QT_TRANSLATE_NOOP("errors", "It is a directory")},
    ReasonEntry{"github.notAFile", "submodule", QT_TRANSLATE_NOOP("errors", "It is a submodule")},
    ReasonEntry{"github.notAFile", "link", QT_TRANSLATE_NOOP("errors", "It is a symbolic link")},
    ReasonEntry{"github.noWorkflowRun", "skipCi",
        QT_TRANSLATE_NOOP("errors", "The commit's message tells GitHub to run nothing ([skip ci] or the like)"),
        QT_TRANSLATE_NOOP("errors",
            "Start the workflow by hand on the Actions page of the repository (Run workflow): the run goes on by "
            "itself "
            "then. Or advance the step if it is not needed")},
    ReasonEntry{"github.noWorkflowRun", "byToken",
        QT_TRANSLATE_NOOP("errors",
            "The pull request was merged by a workflow's own token, and GitHub starts nothing for what that does"),
        QT_TRANSLATE_NOOP("errors",
            "Start the workflow by hand on the Actions page of the repository (Run workflow): the run goes on by "
            "itself "
            "then. Or advance the step if it is not needed")},
    ReasonEntry{"github.noWorkflowRun", "disabled", QT_TRANSLATE_NOOP("errors", "The workflow is switched off"),
        QT_TRANSLATE_NOOP("errors",
            "Switch it on on the Actions page of the repository (Enable workflow) and start it there (Run workflow): "
            "the "
            "run goes on by itself then. Or advance the step if it is not needed")},
    ReasonEntry{"github.noWorkflowRun", "noWorkflow",
        QT_TRANSLATE_NOOP("errors", "The repository has no workflow in that file"),
        QT_TRANSLATE_NOOP(
            "errors", "Correct the path in the settings for the next run, and advance the step if nothing has to run")},
    ReasonEntry{"github.noWorkflowRun", "notInBranch",
        QT_TRANSLATE_NOOP(
            "errors", "The branch was rewritten and does not hold the commit any more, so no later run covers it"),
        QT_TRANSLATE_NOOP("errors",
            "Look at the branch. Retry from the pull request's step to make the change anew, or advance the step if "
            "the "
            "change is there")},
    ReasonEntry{"github.dispatchRefused", "disabled", QT_TRANSLATE_NOOP("errors", "The workflow is switched off"),
        QT_TRANSLATE_NOOP("errors", "Switch it on on the Actions page of the repository (Enable workflow)")},
    ReasonEntry{"github.dispatchRefused", "noTrigger",
        QT_TRANSLATE_NOOP("errors", "The workflow's file on that branch has no workflow_dispatch trigger"),
        QT_TRANSLATE_NOOP(
            "errors", "Add “workflow_dispatch” to its “on”, or correct the workflow or branch in the settings")},
    ReasonEntry{"github.dispatchRefused", "unexpectedInputs",
        QT_TRANSLATE_NOOP("errors", "The workflow does not have one of the inputs"),
        QT_TRANSLATE_NOOP("errors", "Make the workflow's inputs and the step's agree")},
    ReasonEntry{"github.dispatchRefused", "noBranch", QT_TRANSLATE_NOOP("errors", "The repository has no such branch"),
        QT_TRANSLATE_NOOP("errors", "Correct the branch in the settings for the next run, or make it")},
    ReasonEntry{"github.dispatchRefused", "badValue",
        QT_TRANSLATE_NOOP("errors", "One of the values is not among those that the workflow takes"),
        QT_TRANSLATE_NOOP("errors", "Add the value to the workflow's choices, or start a run with another one")},
    ReasonEntry{"github.dispatchRefused", "missingInput",
        QT_TRANSLATE_NOOP("errors", "The workflow wants an input that the step does not give"),
        QT_TRANSLATE_NOOP("errors", "Make the workflow's inputs and the step's agree")},
    ReasonEntry{"github.dispatchRefused", "notFound",
        QT_TRANSLATE_NOOP("errors",
            "GitHub does not find the workflow: the file is not on the default branch, or the token may not start it"),
        QT_TRANSLATE_NOOP("errors",
            "Check the workflow's name in the settings, and that the token may write to actions of the repository")},
};

constexpr auto entries = joined(accessEntries, changeEntries, mergeEntries, workflowEntries);

} // namespace

QString reasonWords(const QString& code, const QString& reason)
{
    for (const auto& entry : reasons) {
        if (code == QLatin1StringView(entry.code) && reason == QLatin1StringView(entry.reason))
            return translated(entry.text);
    }
    return {};
}

QString remedyWords(const QString& code, const QString& reason)
{
    for (const auto& entry : reasons) {
        if (code == QLatin1StringView(entry.code) && reason == QLatin1StringView(entry.reason))
            return entry.remedy ? translated(entry.remedy) : QString();
    }
    return {};
}

std::span<const ErrorEntry> githubErrors() { return entries; }

} // namespace slipway::desk
