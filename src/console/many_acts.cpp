// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/many_acts.h"

#include "base/text.h"
#include "console/effects.h"
#include "console/safe_text.h"
#include "console/wording.h"
#include "desk/stuck_cause.h"
#include "workflow/handle.h"
#include "workflow/secrets.h"

#include <QCoreApplication>

namespace slipway::console {

namespace {

struct ManyActs {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::ManyActs)
};

//! What helps one step on, or why nothing does here.
class StepRetry {
public:
    StepRetry(const desk::RunView& view, const StepRun& step, const QString& reason, Timestamp now, double timeScale)
        : m_run(view.run)
        , m_step(step)
        , m_reason(reason)
        , m_name(stepInLane(view.run, step.id))
    {
        if (step.isDone() || step.state == StepState::Planned)
            return;
        if (!whyNot(m_run, ResolveEffect{.step = step.id}))
            m_whyNot = ManyActs::tr("%1 asks what became of a request: use Run, Say what happened").arg(m_name);
        else if (secretAskedFor(step))
            m_whyNot = ManyActs::tr("%1 waits for a secret: use Run, Give the secret").arg(m_name);
        else if (step.retryAt)
            act(desk::StuckAct::RetryNow);
        else if (step.state == StepState::Failed)
            act(desk::StuckAct::Retry);
        else if (step.needsYou && step.error && m_run.workflow->step(step.id)->kind != "gate"_L1)
            act(desk::StuckAct::Retry);
        else if (step.needsYou)
            m_whyNot = ManyActs::tr("%1 waits for a decision: choose the run and use Advance").arg(m_name);
        else if (const auto report = desk::stuckReport(view, step, now, timeScale); report.overdue)
            helpOn(report);
    }

    const std::optional<Command>& command() const { return m_command; }
    const QString& effect() const { return m_effect; }
    const QString& whyNotRetried() const { return m_whyNot; }

private:
    //! The first of the cause's acts that Slipway can do by itself.
    void helpOn(const desk::StuckReport& report)
    {
        for (const desk::StuckAct wanted : report.acts)
            if (act(wanted))
                return;
        m_whyNot = ManyActs::tr("%1: %2", "step, what it waits for").arg(m_name, safeLine(report.text.what, 200));
    }

    bool act(desk::StuckAct wanted)
    {
        if (wanted == desk::StuckAct::Retry) {
            m_command = RetryStep{m_step.id, m_reason};
            m_effect = ManyActs::tr("retry %1").arg(m_name);
        } else if (wanted == desk::StuckAct::RetryNow) {
            m_command = RetryNow{m_step.id};
            m_effect = ManyActs::tr("make the planned retry of %1 now").arg(m_name);
        } else if (wanted == desk::StuckAct::LookNow) {
            m_command = LookNow{m_step.id};
            m_effect = ManyActs::tr("look at %1 again now").arg(m_name);
        } else {
            return false;
        }
        if (const auto error = whyNot(m_run, *m_command)) {
            m_command.reset();
            m_whyNot = whyText(*error);
        }
        return true;
    }

    const Run& m_run;
    const StepRun& m_step;
    const QString& m_reason;
    QString m_name, m_effect, m_whyNot;
    std::optional<Command> m_command;
};

ManyPlan planOfRetry(const desk::RunView& view, const QString& reason, Timestamp now, double timeScale)
{
    ManyPlan plan;
    QStringList effects, reasons;
    for (const StepRun& step : view.run.steps) {
        const StepRetry retry(view, step, reason, now, timeScale);
        if (retry.command()) {
            plan.commands += *retry.command();
            effects += retry.effect();
        } else if (!retry.whyNotRetried().isEmpty() && !reasons.contains(retry.whyNotRetried())) {
            reasons += retry.whyNotRetried();
        }
    }
    if (plan.commands.isEmpty() && reasons.isEmpty())
        if (const auto error = whyNot(view.run, RetryStep{}))
            reasons += whyText(*error);
    plan.effect = (plan.commands.isEmpty() ? reasons : effects).join(u'\n');
    return plan;
}

ManyPlan planOf(const Run& run, const Command& command, const QStringList& effects)
{
    if (const auto error = whyNot(run, command))
        return {{}, whyText(*error)};
    return {{command}, effects.join(u'\n')};
}

} // namespace

ManyPlan planFor(ManyAct act, const desk::RunView& view, const QString& reason, Timestamp now, double timeScale)
{
    const Run& run = view.run;
    switch (act) {
    case ManyAct::Retry: return planOfRetry(view, reason, now, timeScale);
    case ManyAct::Pause: return planOf(run, PauseRun{reason}, effectsOfPause(run));
    case ManyAct::Resume: return planOf(run, ResumeRun{reason}, effectsOfPause(run));
    case ManyAct::Cancel: return planOf(run, CancelRun{.reason = reason}, effectsOfCancel(run));
    }
    Q_UNREACHABLE();
}

QString verbOf(ManyAct act, int runs)
{
    switch (act) {
    case ManyAct::Retry: return ManyActs::tr("Retry in %n run(s)", nullptr, runs);
    case ManyAct::Pause: return ManyActs::tr("Pause %n run(s)", nullptr, runs);
    case ManyAct::Resume: return ManyActs::tr("Resume %n run(s)", nullptr, runs);
    case ManyAct::Cancel: return ManyActs::tr("Cancel %n run(s)", nullptr, runs);
    }
    Q_UNREACHABLE();
}

QString titleOf(ManyAct act, int runs)
{
    switch (act) {
    case ManyAct::Retry: return ManyActs::tr("Retry what failed or is stuck in %n run(s)", nullptr, runs);
    case ManyAct::Pause: return ManyActs::tr("Pause %n selected run(s)", nullptr, runs);
    case ManyAct::Resume: return ManyActs::tr("Resume %n selected run(s)", nullptr, runs);
    case ManyAct::Cancel: return ManyActs::tr("Cancel %n selected run(s)", nullptr, runs);
    }
    Q_UNREACHABLE();
}

} // namespace slipway::console
