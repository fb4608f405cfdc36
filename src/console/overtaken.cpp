// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/overtaken.h"

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
    if (attempt.state != AttemptState::Failed || !attempt.endedAt)
        return {};
    const QString at = timeText(*attempt.endedAt, now);
    for (const Attempt& later : step.attempts) {
        if (later.number <= attempt.number || later.purpose != attempt.purpose)
            continue;
        if (later.state == AttemptState::Succeeded)
            return Overtaken::tr("failed at %1, fixed by attempt %2").arg(at).arg(later.number);
        if (later.state == AttemptState::Running)
            return Overtaken::tr("failed at %1, attempt %2 is under way").arg(at).arg(later.number);
    }
    if (step.state == StepState::Advanced)
        return Overtaken::tr("failed at %1, settled by hand by %2").arg(at, safeLine(step.byWhom, 60));
    if (step.state == StepState::Skipped)
        return Overtaken::tr("failed at %1, then left out").arg(at);
    if (step.state == StepState::Undone)
        return Overtaken::tr("failed at %1, taken back since").arg(at);
    if (&attempt != &step.attempts.last())
        return Overtaken::tr("failed at %1, tried again since").arg(at);
    return {};
}

QString overtakenText(const StepRun& step, Timestamp now)
{
    QStringList lines;
    for (const Attempt& attempt : step.attempts)
        if (const QString text = overtakenText(step, attempt, now); !text.isEmpty())
            lines += Overtaken::tr("Attempt %1 %2.").arg(attempt.number).arg(text);
    return lines.mid(std::max<qsizetype>(0, lines.size() - 5)).join(u'\n');
}

} // namespace slipway::console
