// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/left_behind.h"

#include "base/result.h"
#include "base/text.h"
#include "desk/values.h"
#include "workflow/left_open.h"
#include "workflow/template.h"

#include <QCoreApplication>

namespace slipway::desk {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LeftBehind)
};

//! Whether a request of the step took place, or may have. What was found and taken over is not this run's doing.
enum class Made { No, Perhaps, Yes };

//! Refused, and yet a part of it is there: a branch whose pull request could not be opened.
bool leftAPart(const EffectRecord& effect)
{
    return effect.state == EffectState::Failed && !effect.absent && effect.result.is_object() && !effect.result.empty();
}

Made madeBy(const StepRun& step)
{
    Made made = Made::No;
    for (const auto& attempt : step.attempts) {
        if (attempt.purpose != Purpose::Do)
            continue;
        for (const auto& effect : attempt.effects) {
            // The branch of an earlier try was cleared away, to begin anew.
            if (effect.name == "deleteBranch"_L1 && effect.state == EffectState::Succeeded)
                made = Made::No;
            else if (effect.state == EffectState::Succeeded || leftAPart(effect))
                made = Made::Yes;
            else if (effect.isOpen() && made == Made::No)
                made = Made::Perhaps;
        }
    }
    return made;
}

//! Tells what one run made, step by step.
class Telling {
public:
    explicit Telling(const Run& run)
        : m_run(run)
        , m_scope(scopeOf(run))
    { }

    QList<LeftBehind> tell()
    {
        for (const auto& step : m_run.steps) {
            const auto& definition = *m_run.workflow->step(step.id);
            tellTemporaryBranch(step);
            const Made made = madeBy(step);
            if (made != Made::No && isStillThere(step))
                tellStep(step, definition, made);
            if (const Json& beside = memberAt(memberAt(definition.with, "makes"), "perhaps"); beside.is_object())
                tellBeside(step, beside);
        }
        return std::move(m_things);
    }

private:
    //! An undone step has left nothing, but for a merged change that a person has still to decide upon.
    static bool isStillThere(const StepRun& step)
    {
        if (revertOutcome(step) == "merged"_L1)
            return false;
        return step.state != StepState::Undone || step.note == "revertProposed"_L1
            || step.note == "mergedCannotUndo"_L1;
    }

    bool canUndo() const { return m_run.state != RunState::Undone; }

    QString expanded(const Json& object, const char* name) const
    {
        const QString text = textAt(object, name);
        const auto whole = expandText(text, m_scope);
        return whole ? *whole : text;
    }

    void add(const StepRun& step, Made made, LeftBehind thing)
    {
        thing.step = step.id;
        if (thing.madeBy.isEmpty())
            thing.madeBy = step.id;
        thing.certain = thing.certain && made == Made::Yes;
        thing.canBeUndone = thing.canBeUndone && canUndo();
        const StepRun& maker = *m_run.step(thing.madeBy);
        thing.outputs = maker.outputs;
        if (thing.url.isEmpty())
            thing.url = linksOf(m_run, maker).value(0).url;
        if (!isSafeToOpen(thing.url))
            thing.url.clear();
        m_things.append(std::move(thing));
    }

    void tellStep(const StepRun& step, const StepDefinition& definition, Made made)
    {
        if (definition.kind == "github.pull-request"_L1)
            add(step, made, isMerged(step) ? mergedChange(step, definition) : pullRequest(step, definition));
        else if (definition.kind == "github.dispatch"_L1)
            add(step, made, dispatched(step, definition));
        else if (definition.kind == "github.archive"_L1)
            add(step, made, archived(definition));
        else if (const Json& makes = memberAt(definition.with, "makes"); makes.is_object())
            add(step, made, declared(makes, definition));
    }

    bool isMerged(const StepRun& raise) const
    {
        if (raise.note == "alreadyMerged"_L1 || raise.note == "mergedCannotUndo"_L1
            || raise.note == "revertProposed"_L1)
            return true;
        if (raise.attempt() && integerAt(raise.attempt()->facts, "mergedNumber") > 0)
            return true;
        return mergeOutcome(raise) == "merged"_L1 || lastOf(raise, "revertPullRequest") != nullptr
            || mergeOf(raise.id) != nullptr;
    }

    //! The step that saw it merged.
    const StepRun* mergeOf(const StepId& raise) const
    {
        for (const auto& step : m_run.steps) {
            const auto& definition = *m_run.workflow->step(step.id);
            if (definition.kind == "github.merged"_L1 && StepId(textAt(definition.with, "pullRequest")) == raise
                && step.isDone() && step.note != "madeBySomeoneElse"_L1 && !textAt(step.outputs, "mergedSha").isEmpty())
                return &step;
        }
        return nullptr;
    }

    //! The last effect of that name that took place.
    static const EffectRecord* lastOf(const StepRun& step, const char* name)
    {
        for (auto attempt = step.attempts.crbegin(); attempt != step.attempts.crend(); ++attempt)
            for (auto effect = attempt->effects.crbegin(); effect != attempt->effects.crend(); ++effect)
                if (effect->name == QLatin1String(name) && effect->state == EffectState::Succeeded)
                    return &*effect;
        return nullptr;
    }

    static QStringList changedPaths(const StepRun& raise)
    {
        QStringList paths;
        for (const auto& attempt : raise.attempts)
            for (const auto& effect : attempt.effects)
                if (const auto named = textsAt(effect.target, "paths"); !named.isEmpty())
                    paths = named;
        return paths;
    }

    LeftBehind mergedChange(const StepRun& raise, const StepDefinition& definition) const
    {
        const QString number = QString::number(integerAt(raise.outputs, "number"));
        LeftBehind thing{.harmless = false, .canBeUndone = true, .merged = true};
        thing.what = Words::tr("The merged change of #%1 in %2").arg(number, expanded(definition.with, "repository"));
        const auto* effect = lastOf(raise, "revertPullRequest");
        const qint64 told = effect ? integerAt(effect->result, "number") : integerAt(raise.outputs, "revertNumber");
        if (told > 0) {
            const QString url = effect ? textAt(effect->result, "url") : textAt(raise.outputs, "revertUrl");
            if (const QString outcome = revertOutcome(raise); !outcome.isEmpty() && outcome != "left"_L1) {
                thing.why = (outcome == "closed"_L1
                        ? Words::tr("#%1, which would have reverted it, was not merged.")
                        : Words::tr("#%1, which would have reverted it, is not to be seen any more; look whether it "
                                    "was merged."))
                                .arg(told);
                thing.remedy = Words::tr("If it is to go after all, revert it at GitHub.");
                thing.canBeUndone = false;
                return thing;
            }
            thing.why = Words::tr("It stays on the base branch until #%1, which reverts it, is merged.").arg(told);
            thing.remedy = Words::tr("Review and merge #%1.").arg(told);
            thing.url = url;
            thing.canBeUndone = raise.state != StepState::Undone;
            return thing;
        }
        const auto paths = changedPaths(raise);
        thing.why = paths.isEmpty() ? Words::tr("It is on the base branch.")
                                    : Words::tr("It is on the base branch: %1.").arg(paths.join(u", "_s));
        thing.remedy = canUndo()
            ? Words::tr("Undo proposes a pull request that reverts it; it is gone once a person has merged that one.")
            : Words::tr("Revert the pull request at GitHub.");
        return thing;
    }

    //! As far as the journal knows: a run that has ended is still looked after for that.
    bool isArmed(const StepRun& raise) const
    {
        const QString outcome = mergeOutcome(raise);
        return (outcome.isEmpty() || outcome == "left"_L1) && slipway::mergesByItself(m_run, raise.id);
    }

    bool isWithdrawn(const StepRun& raise) const
    {
        if (mergeOutcome(raise) == "closed"_L1)
            return true;
        const auto* closed = lastOf(raise, "closePullRequest");
        return closed && textAt(closed->target, "pullRequestId") == textAt(raise.outputs, "nodeId");
    }

    LeftBehind pullRequest(const StepRun& raise, const StepDefinition& definition) const
    {
        const qint64 number = integerAt(raise.outputs, "number");
        const QString repository = expanded(definition.with, "repository");
        LeftBehind thing{.why = Words::tr("It changes nothing until it is merged."), .canBeUndone = true};
        thing.remedy = canUndo() ? Words::tr("Undo closes it and deletes its branch.")
                                 : Words::tr("Close it at GitHub and delete its branch.");
        if (number == 0) {
            thing.what = Words::tr("A branch, perhaps with a pull request, in %1").arg(repository);
        } else if (isWithdrawn(raise)) {
            thing.what = Words::tr("The branch %1 of %2").arg(textAt(raise.outputs, "branch"), repository);
            thing.why = Words::tr("Its pull request #%1 is closed.").arg(number);
        } else {
            thing.what = Words::tr("Pull request #%1 of %2").arg(QString::number(number), repository);
            thing.mergesByItself = isArmed(raise);
            thing.harmless = !thing.mergesByItself;
            if (thing.mergesByItself)
                thing.why = m_run.isOpen()
                    ? Words::tr("Auto-merge is on: GitHub merges it by itself once its checks and reviews allow.")
                    : Words::tr("Auto-merge was on when the run ended: GitHub merges it by itself once its checks and "
                                "reviews allow, or has done so since.");
        }
        return thing;
    }

    LeftBehind dispatched(const StepRun& dispatch, const StepDefinition& definition) const
    {
        const QString creates = expanded(definition.with, "creates");
        LeftBehind thing{.harmless = false};
        if (creates.isEmpty()) {
            thing.what = Words::tr("What the workflow %1 of %2 did")
                             .arg(expanded(definition.with, "workflow"), expanded(definition.with, "repository"));
            thing.why = Words::tr("Slipway started it and does not know what it changed.");
            thing.remedy = Words::tr("Look at its run at GitHub; only a person can take it back.");
            return thing;
        }
        thing.what = Words::tr("The repository %1").arg(creates);
        thing.why = Words::tr("A workflow of GitHub made it, and Slipway cannot take it back.");
        thing.remedy =
            Words::tr("An administrator of %1 can archive or delete it at GitHub.").arg(creates.section(u'/', 0, 0));
        thing.certain = std::any_of(m_run.steps.begin(), m_run.steps.end(), [&](const StepRun& step) {
            const auto& waiting = *m_run.workflow->step(step.id);
            return waiting.kind == "github.repository"_L1 && step.isDone()
                && StepId(textAt(waiting.with, "dispatch")) == dispatch.id;
        });
        return thing;
    }

    LeftBehind archived(const StepDefinition& definition) const
    {
        return {.what = Words::tr("The archived repository %1").arg(expanded(definition.with, "repository")),
            .why = Words::tr("It is read-only; nothing of it is deleted."),
            .remedy = Words::tr("An administrator can take that back on the repository's page.")};
    }

    LeftBehind declared(const Json& makes, const StepDefinition& definition) const
    {
        // What was harmful is harmless once the step that mends it is done.
        const auto* mended = m_run.step(StepId(textAt(makes, "until")));
        const bool wasHarmful = !makes.contains("harmless");
        LeftBehind thing{.what = expanded(makes, "what"), .harmless = !wasHarmful || (mended && mended->isDone())};
        thing.why = thing.harmless && wasHarmful ? Words::tr("What could have done harm was mended by a later step.")
                                                 : expanded(makes, wasHarmful ? "harmful" : "harmless");
        thing.canBeUndone = memberAt(definition.with, "undo").is_object();
        thing.remedy = thing.canBeUndone && canUndo()
            ? Words::tr("Undo takes it back.")
            : Words::tr("Whoever runs the service can take it back; Slipway cannot.");
        return thing;
    }

    //! The request was sent, and the thing itself did not come of it: what it may have made on the way is there unseen.
    void tellBeside(const StepRun& step, const Json& beside)
    {
        const bool wasSent = std::any_of(step.attempts.begin(), step.attempts.end(), [](const Attempt& attempt) {
            return attempt.purpose == Purpose::Do
                && std::any_of(attempt.effects.begin(), attempt.effects.end(), [](const EffectRecord& effect) {
                       return effect.state == EffectState::Failed && (!effect.absent || effect.notBefore);
                   });
        });
        if (!wasSent)
            return;
        LeftBehind thing{.step = step.id,
            .madeBy = step.id,
            .what = expanded(beside, "what"),
            .certain = false,
            .harmless = beside.contains("harmless"),
            .beside = true};
        thing.why = expanded(beside, thing.harmless ? "harmless" : "harmful");
        thing.remedy = expanded(beside, "remedy");
        m_things.append(std::move(thing));
    }

    //! A conflict is healed on a branch beside, which goes when the pull request's own is moved.
    void tellTemporaryBranch(const StepRun& step)
    {
        const auto* prepared = lastOf(step, "prepareBranch");
        const auto* moved = lastOf(step, "moveBranch");
        if (!prepared || (moved && textAt(moved->target, "temporaryBranch") == textAt(prepared->target, "branch")))
            return;
        add(step, Made::Yes,
            {.what = Words::tr("The branch %1 of %2")
                         .arg(textAt(prepared->target, "branch"), textAt(prepared->target, "repository")),
                .why = Words::tr("It was made to resolve a conflict, and nothing uses it."),
                .remedy = Words::tr("Delete it at GitHub.")});
    }

    const Run& m_run;
    const Json m_scope;
    QList<LeftBehind> m_things;
};

} // namespace

QList<LeftBehind> inTheWorld(const Run& run) { return Telling(run).tell(); }

QList<LeftBehind> leftBehind(const Run& run)
{
    auto things = inTheWorld(run);
    if (run.state == RunState::Succeeded)
        things.removeIf([](const LeftBehind& thing) { return !thing.beside; });
    return things;
}

QList<LeftBehind> whatUndoLeaves(const Run& run)
{
    auto things = inTheWorld(run);
    things.removeIf([](const LeftBehind& thing) { return thing.canBeUndone; });
    return things;
}

namespace {

QString leftOpenWords(int reverts, const QList<qint64>& merges)
{
    QStringList parts;
    if (reverts > 0)
        parts += reverts == 1 ? Words::tr("One reverting pull request is still open")
                              : Words::tr("%n reverting pull requests are still open", nullptr, reverts);
    if (merges.size() == 1)
        parts += Words::tr("#%1 still merges by itself").arg(merges.first());
    else if (!merges.isEmpty())
        parts += Words::tr("%n pull requests still merge by themselves", nullptr, int(merges.size()));
    return parts.join(u"; "_s);
}

} // namespace

QString leftOpenText(const Run& run)
{
    QList<qint64> merges;
    for (const auto& merge : openMerges(run))
        merges.append(merge.number);
    return leftOpenWords(int(openReverts(run).size()), merges);
}

QString leftOpenText(const journal::RunSummary& run)
{
    int reverts = 0;
    QList<qint64> merges;
    for (const auto& step : run.active) {
        if (run.open || !step.waitingFor)
            continue;
        if (step.waitingFor->what == "revert"_L1)
            ++reverts;
        else
            merges.append(integerAt(step.waitingFor->args, "number"));
    }
    return leftOpenWords(reverts, merges);
}

Json leftBehindJson(const QList<LeftBehind>& things)
{
    Json list = Json::array();
    for (const auto& thing : things)
        list.push_back({{"step", thing.step.utf8()}, {"what", toJson(thing.what)}, {"certain", thing.certain},
            {"harmless", thing.harmless}, {"why", toJson(thing.why)}, {"remedy", toJson(thing.remedy)},
            {"url", thing.url.isEmpty() ? Json(nullptr) : toJson(thing.url)}, {"canBeUndone", thing.canBeUndone},
            {"merged", thing.merged}, {"outputs", thing.outputs}});
    return list;
}

} // namespace slipway::desk
