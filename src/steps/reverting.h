// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/raise_plan.h"
#include "steps/step_kind.h"

//! Undoing what is merged: a pull request that reverts it is proposed, and a person reviews and merges it. There is never
//! more than one for a merged one, whoever made it: its branch has a name that is known beforehand.
namespace slipway::steps {

//! The branches that undoing the step must know of: its own, and that of the reverting pull request once the number is
//! known that its name is made of.
QStringList branchesForUndo(const StepContext& context, const RaiseIntent& intent);

//! The change is taken back as far as Slipway may: what there is to tell of it.
struct Reverted {
    Json outputs = Json::object(); //!< revertNumber, revertNodeId, revertUrl, revertBranch
    QString note; //!< "revertProposed", "reverted", "changeGone"
};
std::variant<Reverted, Decision> revertMerged(const StepContext& context, const RaiseIntent& intent,
    const github::RepositorySnapshot& snapshot, const github::PullRequest& merged);

//! What became of a revertPullRequest whose answer was lost.
Resolution resolveRevert(
    const RaiseIntent& intent, const EffectRecord& effect, const github::RepositorySnapshot& snapshot);

} // namespace slipway::steps
