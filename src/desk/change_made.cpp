// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/change_made.h"

#include "base/text.h"

namespace slipway::desk {

namespace {

bool isSha(const QString& text) { return text.size() >= 40; }

//! Effects that put this run's commit on a branch; each names the base it was made on.
const EffectRecord* lastRaise(const StepRun& step)
{
    const EffectRecord* found = nullptr;
    for (const Attempt& attempt : step.attempts)
        for (const EffectRecord& effect : attempt.effects)
            if (effect.state == EffectState::Succeeded && isSha(textAt(effect.target, "baseOid"))
                && isSha(textAt(effect.result, "sha")))
                found = &effect;
    return found;
}

} // namespace

std::optional<github::CompareCommits> readOfChange(const Run& run, const StepId& id)
{
    const StepDefinition* definition = run.workflow ? run.workflow->step(id) : nullptr;
    if (!definition)
        return std::nullopt;
    const QString raising = textAt(definition->with, "pullRequest");
    const StepId raiseStep = raising.isEmpty() ? id : StepId(raising);
    const StepRun* raised = run.step(raiseStep);
    const EffectRecord* effect = raised ? lastRaise(*raised) : nullptr;
    if (!effect)
        return std::nullopt;
    QString base = textAt(effect->target, "baseOid"), head = textAt(effect->result, "sha");
    // A conflict that was healed gave the branch another base and another head.
    for (const StepDefinition& other : run.workflow->steps) {
        const StepRun* step = textAt(other.with, "pullRequest") == raiseStep.text() ? run.step(other.id) : nullptr;
        const EffectRecord* healed = step ? lastRaise(*step) : nullptr;
        if (healed && healed->intendedAt > effect->intendedAt) {
            base = textAt(healed->target, "baseOid");
            head = textAt(healed->result, "sha");
        }
    }
    const auto repository = github::RepositoryName::tryParse(textAt(effect->target, "repository"));
    if (!repository)
        return std::nullopt;
    return github::CompareCommits{*repository, base, head};
}

QList<PreviewFile> filesOfChange(const github::Comparison& comparison)
{
    QList<PreviewFile> files;
    for (const github::ComparedFile& file : comparison.files) {
        PreviewFile shown{
            .path = file.path, .added = file.added, .removed = file.removed, .isNew = file.status == "added"_L1};
        if (!file.patch.isEmpty())
            shown.diff = u"--- %1\n+++ %2\n%3\n"_s.arg(shown.isNew ? u"/dev/null"_s : u"a/"_s + file.path,
                file.status == "removed"_L1 ? u"/dev/null"_s : u"b/"_s + file.path, file.patch);
        files += shown;
    }
    return files;
}

} // namespace slipway::desk
