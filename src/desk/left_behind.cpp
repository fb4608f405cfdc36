// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/left_behind.h"

#include "base/result.h"
#include "base/text.h"
#include "workflow/template.h"

#include <QCoreApplication>

namespace slipway::desk {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LeftBehind)
};

bool hasStopped(RunState state)
{
    switch (state) {
    case RunState::Failed:
    case RunState::NeedsYou:
    case RunState::Paused:
    case RunState::Cancelled:
    case RunState::Undone: return true;
    case RunState::Running:
    case RunState::Waiting:
    case RunState::Parked:
    case RunState::Succeeded: return false;
    }
    Q_UNREACHABLE();
}

//! Whether a request of the step took place, or may have. What was found and taken over is not this run's doing.
enum class Made { No, Perhaps, Yes };

Made madeBy(const StepRun& step)
{
    Made made = Made::No;
    for (const auto& attempt : step.attempts) {
        if (attempt.purpose != Purpose::Do)
            continue;
        for (const auto& effect : attempt.effects) {
            if (effect.state == EffectState::Succeeded)
                return Made::Yes;
            if (effect.isOpen())
                made = Made::Perhaps;
        }
    }
    return made;
}

QString expanded(const Json& object, const char* name, const Json& scope)
{
    const QString text = textAt(object, name);
    const auto whole = expandText(text, scope);
    return whole ? *whole : text;
}

LeftBehind pullRequest(const StepRun& step, const Json& scope, const StepDefinition& definition)
{
    const qint64 number = integerAt(step.outputs, "number");
    const QString repository = expanded(definition.with, "repository", scope);
    return {.what = number == 0 ? Words::tr("A branch, perhaps with a pull request, in %1").arg(repository)
                                : Words::tr("Pull request #%1 of %2").arg(QString::number(number), repository),
        .why = Words::tr("It changes nothing until it is merged."),
        .canBeUndone = true};
}

} // namespace

QList<LeftBehind> leftBehind(const Run& run)
{
    QList<LeftBehind> things;
    if (!hasStopped(run.state))
        return things;
    const Json scope = scopeOf(run);
    for (const auto& step : run.steps) {
        const auto* definition = run.workflow->step(step.id);
        const Json& makes = memberAt(definition->with, "makes");
        const bool raises = definition->kind == "github.pull-request"_L1;
        const Made made = madeBy(step);
        if (made == Made::No || step.state == StepState::Undone || !(raises || makes.is_object()))
            continue;
        LeftBehind thing;
        if (raises) {
            thing = pullRequest(step, scope, *definition);
        } else {
            // What was harmful is harmless once the step that mends it is done.
            const auto* mended = run.step(StepId(textAt(makes, "until")));
            thing.what = expanded(makes, "what", scope);
            thing.harmless = makes.contains("harmless") || (mended && mended->isDone());
            thing.why = expanded(makes, makes.contains("harmless") ? "harmless" : "harmful", scope);
            if (thing.harmless && !makes.contains("harmless"))
                thing.why = Words::tr("What could have done harm was mended by a later step.");
            thing.canBeUndone = memberAt(definition->with, "undo").is_object();
        }
        thing.step = step.id;
        thing.certain = made == Made::Yes;
        thing.outputs = step.outputs;
        things.append(std::move(thing));
    }
    return things;
}

QList<LeftBehind> whatUndoLeaves(const Run& run)
{
    QList<LeftBehind> things;
    const Json scope = scopeOf(run);
    for (const auto& step : run.steps) {
        const auto& definition = *run.workflow->step(step.id);
        const Made made = madeBy(step);
        LeftBehind thing{.step = step.id, .certain = made == Made::Yes, .outputs = step.outputs};
        if (definition.kind == "github.merged"_L1 && step.isDone() && !textAt(step.outputs, "mergedSha").isEmpty()) {
            const auto* raised = run.step(StepId(textAt(definition.with, "pullRequest")));
            const qint64 number = raised ? integerAt(raised->outputs, "number") : 0;
            if (number == 0) // nothing was raised, so nothing was merged
                continue;
            const QString repository = expanded(run.workflow->step(raised->id)->with, "repository", scope);
            thing.what = Words::tr("The merged change of #%1 in %2").arg(QString::number(number), repository);
            thing.why = Words::tr("It is on the base branch: only another pull request takes it back.");
            thing.harmless = false;
            things.append(std::move(thing));
            continue;
        }
        if (made == Made::No)
            continue;
        const Json& makes = memberAt(definition.with, "makes");
        if (definition.kind == "github.dispatch"_L1) {
            thing.what = Words::tr("What the workflow %1 made").arg(textAt(definition.with, "workflow"));
            const QString creates = expanded(definition.with, "creates", scope);
            if (!creates.isEmpty())
                thing.what = Words::tr("The repository %1").arg(creates);
            thing.why = Words::tr("A workflow made it; archive or delete it at GitHub if it is not wanted.");
            thing.harmless = false;
            things.append(std::move(thing));
        } else if (makes.is_object() && !memberAt(definition.with, "undo").is_object()) {
            thing.what = expanded(makes, "what", scope);
            thing.harmless = makes.contains("harmless");
            thing.why = expanded(makes, thing.harmless ? "harmless" : "harmful", scope);
            things.append(std::move(thing));
        }
    }
    return things;
}

Json leftBehindJson(const QList<LeftBehind>& things)
{
    Json list = Json::array();
    for (const auto& thing : things)
        list.push_back({{"step", thing.step.utf8()}, {"what", toJson(thing.what)}, {"certain", thing.certain},
            {"harmless", thing.harmless}, {"why", toJson(thing.why)}, {"canBeUndone", thing.canBeUndone},
            {"outputs", thing.outputs}});
    return list;
}

} // namespace slipway::desk
