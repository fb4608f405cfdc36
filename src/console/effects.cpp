// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/effects.h"

#include "base/text.h"
#include "console/retry_words.h"
#include "console/safe_text.h"
#include "console/wording.h"
#include "desk/left_behind.h"
#include "workflow/left_open.h"
#include "workflow/titles.h"

#include <QCoreApplication>

namespace slipway::console {

namespace {

struct Effects {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::Effects)
};

QString titlesOf(const Run& run, const QList<StepId>& ids)
{
    QStringList titles;
    for (const StepId& id : ids)
        titles += stepInLane(run, id);
    return titles.join(u", "_s);
}

//! Steps that need `step` and have all else that they need.
QList<StepId> startedBy(const Run& run, const StepId& step)
{
    QList<StepId> started;
    for (const StepDefinition& definition : run.workflow->steps) {
        const StepRun* state = run.step(definition.id);
        if (!state || state->state != StepState::Planned || !definition.needs.contains(step))
            continue;
        const bool ready = std::all_of(definition.needs.begin(), definition.needs.end(),
            [&](const StepId& need) { return need == step || (run.step(need) && run.step(need)->isDone()); });
        if (ready)
            started += definition.id;
    }
    return started;
}

//! Nothing where there is no other lane.
QStringList untouched(const Run& run, const StepId& step)
{
    const StepDefinition* definition = run.workflow->step(step);
    qsizetype others = 0;
    QSet<QString> touched; // steps of other lanes may wait for this one
    for (const StepId& started : startedBy(run, step))
        touched.insert(run.workflow->step(started)->lane);
    for (const Lane& lane : run.workflow->lanes)
        if (definition && lane.id != definition->lane && !touched.contains(lane.id))
            ++others;
    if (others == 0)
        return {};
    return {Effects::tr("leave %n other lane(s) as they are", nullptr, int(others))};
}

QStringList goOn(const Run& run, const StepId& step)
{
    const auto started = startedBy(run, step);
    return QStringList{started.isEmpty() ? Effects::tr("start nothing yet: what follows needs other steps too")
                                         : Effects::tr("start %1").arg(titlesOf(run, started))}
    + untouched(run, step);
}

} // namespace

QString stepInLane(const Run& run, const StepId& id)
{
    const StepDefinition* step = run.workflow->step(id);
    return step ? Effects::tr("“%1” (%2)", "step, lane")
                      .arg(safeLine(step->title, 80), safeLine(laneTitle(run, step->lane), 60))
                : id.text();
}

QStringList effectsOfAccept(const Run& run, const StepId& step)
{
    return QStringList{Effects::tr("read it once more, and count %1 as done if it is still so; nothing is sent for it")
                           .arg(stepInLane(run, step))}
    + goOn(run, step);
}

QStringList effectsOfRetry(const Run& run, const StepId& step, const desk::Evidence* evidence)
{
    QStringList effects;
    const StepRun* state = run.step(step);
    if (state && state->openEffect() && state->openEffect()->state == EffectState::Unknown)
        effects += Effects::tr("count the last request, whose outcome is not known, as not sent");
    effects +=
        Effects::tr("look up what %1 has done already, and do again only what is missing").arg(stepInLane(run, step));
    if (evidence && evidence->step == step && !evidence->onRetry.isEmpty())
        effects += Effects::tr("by what was read a moment ago: %1").arg(safeLine(evidence->onRetry, 200));
    else if (const QString effect = retryEffect(causeSeenLast(run, step)); !effect.isEmpty())
        effects += Effects::tr("by what was seen last: %1").arg(effect);
    const auto* definition = run.workflow->step(step);
    const qsizetype made = state ? state->attempts.size() : 0;
    if (definition && made + 1 >= definition->retry.attempts)
        effects += Effects::tr("if this attempt fails, try no more by itself: it would be the last of %1")
                       .arg(std::max<qsizetype>(definition->retry.attempts, made + 1));
    return effects + goOn(run, step);
}

QStringList effectsOfRunNow(const Run& run, const StepId& step, Timestamp now)
{
    QStringList effects;
    const StepRun* state = run.step(step);
    if (state && state->retryAt)
        effects += Effects::tr("begin the attempt of %1 now instead of in %2")
                       .arg(stepInLane(run, step), durationText(std::max(Millis(0), *state->retryAt - now)));
    effects += Effects::tr("if it fails, wait before the next one as planned");
    effects += untouched(run, step);
    return effects;
}

QStringList effectsOfLook(const Run& run, const StepId& step)
{
    return QStringList{Effects::tr("ask the services for %1 now instead of at the next regular time")
                           .arg(stepInLane(run, step)),
               Effects::tr("go on by itself if what it waits for has come")}
    + untouched(run, step);
}

QStringList effectsOfProvenAdvance(const Run& run, const StepId& step)
{
    return QStringList{Effects::tr("ask the service whether it is so; if it is not, change nothing and say it"),
               Effects::tr("count %1 as done, by hand and checked").arg(stepInLane(run, step))}
    + goOn(run, step);
}

QStringList effectsOfPause(const Run& run)
{
    if (run.quarantined)
        return {Effects::tr("go on where the run stands, although Slipway crashed while it worked on it"),
            Effects::tr("leave it alone again if that happens three more times in a row")};
    if (run.pause)
        return {Effects::tr("go on where the run stands: steps that are ready start")};
    QStringList effects;
    for (const StepRun& step : run.steps)
        if (step.openEffect())
            effects += Effects::tr("finish the request in flight of %1").arg(stepInLane(run, step.id));
    return effects
        + QStringList{Effects::tr("start nothing further until it is resumed"),
            Effects::tr("stop nothing that runs at GitHub: what was armed may still merge")};
}

QString effectOfLacking(const QString& title, bool isSecret)
{
    return isSecret ? Effects::tr("leave open a secret that later steps need (%1): they ask for it").arg(title)
                    : Effects::tr("leave open what later steps need (%1): they fail without it").arg(title);
}

QStringList effectsOfAdvance(const Run& run, const StepId& step, const QStringList& lacking)
{
    return QStringList{Effects::tr("count %1 as done, by hand and unchecked; nothing is sent to the services for it")
                           .arg(stepInLane(run, step))}
    + lacking + goOn(run, step);
}

namespace {

QString counted(const Run& run, const StepId& step)
{
    return Effects::tr("count the last request of %1 as done, by your word; it is not sent again")
        .arg(stepInLane(run, step));
}

//! What follows an answer where the run does not go on by it; empty: it does.
QStringList restingAfterAnswer(const Run& run)
{
    if (!run.isOpen() || run.cancelRequested || run.undoRequested)
        return {Effects::tr("send nothing: the run has been stopped, and Undo may take back what it made")};
    if (run.pause)
        return {Effects::tr("start nothing further until it is resumed")};
    return {};
}

} // namespace

QStringList effectsOfHappened(const Run& run, const StepId& step, const QStringList& lacking)
{
    QStringList resting = restingAfterAnswer(run);
    if (resting.isEmpty())
        resting =
            lacking + QStringList{Effects::tr("look at what it made, and go on from there")} + untouched(run, step);
    return QStringList{counted(run, step)} + resting;
}

QStringList effectsOfHappenedWithoutAnswer(const Run& run, const StepId& step)
{
    return QStringList{
               counted(run, step), Effects::tr("ask once more, for what its answer told; what follows waits for that")}
    + untouched(run, step);
}

QStringList effectsOfAbsent(const Run& run, const StepId& step)
{
    QStringList resting = restingAfterAnswer(run);
    if (resting.isEmpty())
        resting = QStringList{Effects::tr("send it again: if it took place after all, it is done twice")}
            + untouched(run, step);
    return QStringList{Effects::tr("count the last request of %1 as not done, by your word").arg(stepInLane(run, step))}
    + resting;
}

QStringList effectsOfSkip(const Run& run, const StepId& step)
{
    for (const LeftOpen& left : leftOpen(run))
        if (left.step == step)
            return {
                Effects::tr("leave pull request #%1 to GitHub as it is, and look after it no more").arg(left.number)};
    return QStringList{Effects::tr("leave out %1").arg(stepInLane(run, step))} + goOn(run, step);
}

namespace {

QStringList effectsOfStopping(const Run& run, bool atOnce)
{
    QStringList effects;
    QList<StepId> active, planned;
    for (const StepRun& step : run.steps) {
        if (step.openEffect())
            effects +=
                (atOnce ? Effects::tr("not wait for the request in flight of %1: what it makes may be left behind")
                        : Effects::tr("finish the request in flight of %1"))
                    .arg(stepInLane(run, step.id));
        else if (step.isActive() || step.retryAt)
            active += step.id;
        else if (step.state == StepState::Planned)
            planned += step.id;
    }
    if (!active.isEmpty())
        effects += Effects::tr("stop %1").arg(titlesOf(run, active));
    if (!planned.isEmpty())
        effects += Effects::tr("never start %n planned step(s)", nullptr, int(planned.size()));
    for (const desk::LeftBehind& thing : desk::inTheWorld(run))
        if (thing.mergesByItself)
            effects +=
                Effects::tr("leave auto-merge on: GitHub still merges this by itself, unless Undo, or somebody at "
                            "GitHub, closes it before: %1",
                    "a pull request")
                    .arg(safeLine(thing.what, 120));
    effects += Effects::tr(
        "leave pull requests, branches and repositories that exist as they are; Undo tells which of them it "
        "can take back");
    return effects;
}

} // namespace

QStringList effectsOfCancel(const Run& run) { return effectsOfStopping(run, false); }

QStringList effectsOfTerminate(const Run& run) { return effectsOfStopping(run, true); }

QStringList effectsOfRetryFrom(const Run& run, const StepId& step)
{
    QStringList effects;
    for (const StepId& id : run.workflow->downstream(step)) {
        const StepRun* state = run.step(id);
        if (state && state->state != StepState::Planned)
            effects += Effects::tr("look up what %1 has done already, and do again only what is missing")
                           .arg(stepInLane(run, id));
    }
    effects += untouched(run, step);
    return effects;
}

} // namespace slipway::console
