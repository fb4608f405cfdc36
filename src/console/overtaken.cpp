// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/overtaken.h"

#include "base/text.h"
#include "console/safe_text.h"
#include "console/wording.h"

#include <QCoreApplication>

namespace slipway::console {

namespace {
struct Overtaken {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::Overtaken)
};
} // namespace

QString overtakenText(const StepRun& step, const Attempt& attempt, Timestamp now)
{
    if (!attempt.endedAt)
        return {};
    const auto* hand = step.handAfter(attempt.number);
    const QString who = hand ? safeLine(hand->byWhom, 60) : QString(), at = timeText(*attempt.endedAt, now);
    if (attempt.state == AttemptState::Cancelled && hand)
        return (hand->skipped ? Overtaken::tr("left out at %1 by %2") : Overtaken::tr("ended by hand at %1 by %2"))
            .arg(timeText(hand->at, now), who);
    if (attempt.state != AttemptState::Failed)
        return {};
    if (hand) {
        const QString text = (hand->skipped ? Overtaken::tr("failed at %1, then left out by %2")
                                            : Overtaken::tr("failed at %1, settled by hand by %2"))
                                 .arg(at, who);
        const bool isLast = attempt.number == step.attempts.last().number;
        return isLast ? text : Overtaken::tr("%1, tried again since", "failed …, settled …").arg(text);
    }
    for (const Attempt& later : step.attempts) {
        if (later.number <= attempt.number || later.purpose != attempt.purpose)
            continue;
        if (later.state == AttemptState::Succeeded)
            return Overtaken::tr("failed at %1, fixed by attempt %2").arg(at).arg(later.number);
        if (later.state == AttemptState::Running)
            return Overtaken::tr("failed at %1, attempt %2 is under way").arg(at).arg(later.number);
    }
    if (step.state == StepState::Undone)
        return Overtaken::tr("failed at %1, taken back since").arg(at);
    if (&attempt != &step.attempts.last())
        return Overtaken::tr("failed at %1, tried again since").arg(at);
    return {};
}

QString overtakenText(const StepRun& step, Timestamp now)
{
    QStringList lines;
    if (const auto* hand = step.handAfter(0); hand && !step.attempts.isEmpty())
        lines += (hand->skipped ? Overtaken::tr("It was left out at %1 by %2, before its first attempt.")
                                : Overtaken::tr("It was treated as done at %1 by %2, before its first attempt."))
                     .arg(timeText(hand->at, now), safeLine(hand->byWhom, 60));
    for (const Attempt& attempt : step.attempts) {
        if (step.isDone() && &attempt == &step.attempts.last() && attempt.state == AttemptState::Cancelled)
            continue; // that is how things are
        if (const QString text = overtakenText(step, attempt, now); !text.isEmpty())
            lines += Overtaken::tr("Attempt %1 %2.").arg(attempt.number).arg(text);
    }
    return lines.mid(std::max<qsizetype>(0, lines.size() - 5)).join(u'\n');
}

QString healedText(const Attempt& attempt, Timestamp now)
{
    QStringList lines;
    for (const EffectRecord& effect : attempt.effects) {
        if (attempt.purpose != Purpose::Do || effect.state != EffectState::Succeeded || !effect.endedAt)
            continue;
        const QString at = timeText(*effect.endedAt, now);
        if (effect.name == u"moveBranch")
            lines += Overtaken::tr("Fixed at %1: it was in conflict with its base branch, and the change was made anew "
                                   "there.")
                         .arg(at);
        else if (effect.name == u"updateBranch")
            lines += Overtaken::tr("Fixed at %1: it was behind its base branch, and was brought up to date.").arg(at);
        else if (effect.name == u"reopenPullRequest")
            lines += Overtaken::tr("Fixed at %1: the pull request had been closed, and was reopened.").arg(at);
        else if (effect.name == u"enableAutoMerge"
            && &effect != &attempt.effects.first()) // the first is the step's own work
            lines += Overtaken::tr("Fixed at %1: auto-merge was off, and was turned on again.").arg(at);
        else if (effect.name == u"mergePullRequest")
            lines +=
                Overtaken::tr("At %1: nothing was left for auto-merge to wait for, so it was merged directly.").arg(at);
    }
    return lines.join(u'\n');
}

QString healedText(const StepRun& step, Timestamp now)
{
    QStringList lines;
    for (const Attempt& attempt : step.attempts)
        if (const QString text = healedText(attempt, now); !text.isEmpty())
            lines += text;
    return lines.mid(std::max<qsizetype>(0, lines.size() - 5)).join(u'\n');
}

} // namespace slipway::console
