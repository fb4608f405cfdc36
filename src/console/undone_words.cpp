// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/undone_words.h"

#include "base/json.h"
#include "base/text.h"
#include "console/safe_text.h"
#include "console/wording.h"
#include "workflow/left_open.h"
#include "workflow/titles.h"

#include <QCoreApplication>

namespace slipway::console {

namespace {

struct UndoneWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::UndoneWords)
};

QString headOf(const Run& run, Timestamp now)
{
    const QString when = timeText(*run.endedAt, now);
    // An undo ends what has not been done by then, in the name of who asked for it.
    const auto ended = std::find_if(run.steps.begin(), run.steps.end(), [](const StepRun& step) {
        return step.state == StepState::Cancelled && !step.byWhom.isEmpty() && step.byWhom != "engine"_L1;
    });
    if (ended == run.steps.end())
        return UndoneWords::tr("It was undone, %1.", "when").arg(when);
    const QString who = safeLine(ended->byWhom, 60);
    return ended->reason.isEmpty()
        ? UndoneWords::tr("%1 undid it, %2.", "who, when").arg(who, when)
        : UndoneWords::tr("%1 undid it, %2: %3.", "who, when, why").arg(who, when, safeLine(ended->reason, 400));
}

} // namespace

QString undoneText(const Run& run, Timestamp now)
{
    if (run.state != RunState::Undone || !run.endedAt || !run.workflow)
        return {};
    QStringList closed, reverted, left;
    for (const auto& step : run.steps) {
        const qint64 number = integerAt(step.outputs, "number");
        const auto* definition = run.workflow->step(step.id);
        if (step.state != StepState::Undone || number <= 0 || !definition)
            continue;
        const QString lane = safeLine(laneTitle(run, definition->lane), 60);
        const qint64 by = integerAt(step.outputs, "revertNumber");
        const bool isMerged = step.note == "reverted"_L1 || revertOutcome(step) == "merged"_L1;
        if (by > 0)
            (isMerged ? reverted : left) +=
                UndoneWords::tr("#%1 in %2 by #%3", "pull request, lane, the one that reverts it")
                    .arg(QString::number(number), lane, QString::number(by));
        else if (step.note == "undone"_L1)
            closed += UndoneWords::tr("#%1 in %2", "pull request, lane").arg(QString::number(number), lane);
    }
    QStringList text{headOf(run, now)};
    if (!closed.isEmpty())
        text += UndoneWords::tr("Closed: %1.", "pull requests").arg(closed.join(u", "_s));
    if (!reverted.isEmpty())
        text += UndoneWords::tr("Reverted: %1.", "pull requests").arg(reverted.join(u", "_s));
    if (!left.isEmpty())
        text += UndoneWords::tr("Proposed to be reverted, but not: %1.", "pull requests").arg(left.join(u", "_s));
    return text.join(u' ');
}

} // namespace slipway::console
