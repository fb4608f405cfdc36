// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/context.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "desk/plain_text.h"
#include "desk/starting.h"
#include "terminal/await.h"
#include "terminal/exit_status.h"
#include "terminal/following.h"
#include "terminal/run_json.h"
#include "terminal/run_text.h"
#include "terminal/words.h"
#include "workflow/secrets.h"

namespace slipway::terminal {

namespace {

//! One command given to one run: opens the store, finds run and step, submits, tells, and follows if asked.
class Act {
public:
    explicit Act(Context& context)
        : m_context(context)
    { }

    //! Error also where a step was named that the run does not have.
    Result<void> open(OpenMode mode)
    {
        auto session = m_context.open(mode);
        if (!session)
            return session.error();
        m_session = std::move(*session);
        const auto& operands = m_context.arguments.operands;
        const auto id = await(desk().resolve(operands.first()));
        if (!id)
            return id.error();
        auto view = await(desk().run(*id));
        const bool isResume = m_context.arguments.command->name == "resume"_L1;
        if (!view && isResume && view.error().code == errc::runSetAside) {
            // By this very word it is read again; until then nothing is known of it but its name.
            m_view.run.id = *id;
            m_view.run.subject = operands.first();
            return {};
        }
        if (!view)
            return view.error();
        m_view = std::move(*view);
        return {};
    }
    Result<void> open() { return open(m_context.arguments.has(u"follow"_s) ? OpenMode::Drive : OpenMode::Commands); }

    //! The step named as the second operand, or an empty id.
    Result<StepId> step() const
    {
        const StepId id(m_context.arguments.operands.value(1));
        if (id.isEmpty() || m_view.run.step(id))
            return id;
        QStringList known;
        for (const auto& step : m_view.run.steps)
            known << step.id.text();
        const auto near = nearest(id.text(), known);
        return Error{.code = errc::stepUnknown,
            .args = {{"step", id.utf8()}, {"known", toJson(near ? QStringList{*near} : known)}}};
    }

    int submit(const Command& command, const QString& sentence)
    {
        const auto receipt = await(desk().submit(command, m_view.run.id));
        if (!receipt && !goesOnAlready(command))
            return m_context.fail(receipt.error());
        const bool follow = m_context.arguments.has(u"follow"_s);
        const QString text = desk::plainText(m_view.run.subject) + u": "_s + sentence;
        if (follow && m_context.json())
            return followInSession(m_context, *m_session, {m_view.run.id}, m_view.run.sequence);
        m_context.result(
            {{"id", m_view.run.id.utf8()}, {"sequence", receipt ? receipt->sequence : m_view.run.sequence}}, text);
        if (follow)
            return followInSession(m_context, *m_session, {m_view.run.id}, m_view.run.sequence);
        return ExitDone;
    }

    desk::Desk& desk() const { return m_session->desk(); }
    const Run& run() const { return m_view.run; }
    QString reason() const { return m_context.arguments.value(u"reason"_s); }

private:
    //! A step that lacked a secret goes on by itself once a program that drives has it, and may be quicker than the command
    //! that was to make it go on: what was asked for has happened then, and there is nothing to refuse.
    bool goesOnAlready(const Command& command)
    {
        const auto* retry = std::get_if<RetryStep>(&command);
        if (!retry || retry->step.isEmpty())
            return false;
        const auto* seen = m_view.run.step(retry->step);
        const auto now = await(desk().run(m_view.run.id));
        const auto* step = now ? now->run.step(retry->step) : nullptr;
        return step && seen->error && seen->error->code == errc::secretMissing && !step->error
            && step->attempts.size() >= seen->attempts.size() && now->run.sequence > m_view.run.sequence;
    }

    Context& m_context;
    std::unique_ptr<Session> m_session;
    desk::RunView m_view;
};

//! Opens, finds the step, and gives what `command` makes of it.
template <class MakeCommand>
int actOnStep(Context& context, const QString& sentence, MakeCommand command)
{
    Act act(context);
    if (const auto opened = act.open(); !opened)
        return context.fail(opened.error());
    const auto step = act.step();
    if (!step)
        return context.fail(step.error());
    return act.submit(command(act, *step), sentence.contains("%1"_L1) ? sentence.arg(step->text()) : sentence);
}

std::optional<Error> missingReason(const Context& context)
{
    if (!context.arguments.value(u"reason"_s).trimmed().isEmpty())
        return std::nullopt;
    return usageError(Words::tr("The command “%1” needs a reason.").arg(context.arguments.command->name),
        Words::tr("The history keeps who did it and why"), Words::tr("Add --reason \"…\"."));
}

//! Later steps want numbers as numbers; forty digits are a commit, not a number.
Json outputValue(const QString& text)
{
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    if (ok && text == QString::number(number))
        return number;
    if (text == "true"_L1 || text == "false"_L1)
        return text == "true"_L1;
    return toJson(text);
}

Result<Json> outputsOf(const Arguments& arguments)
{
    Json outputs = Json::object();
    for (const auto& text : arguments.options.values(u"output"_s)) {
        const auto pair = keyAndValue(text);
        if (!pair)
            return pair.error();
        outputs[pair->first.toStdString()] = outputValue(pair->second);
    }
    return outputs;
}

} // namespace

namespace {

//! Those of --secrets that are meant for this run.
Result<QHash<QString, Secret>> secretsGiven(const Context& context, const Run& run)
{
    QHash<QString, Secret> meant;
    if (context.arguments.global.secretsFile.isEmpty() || !context.environment.secrets)
        return meant;
    const auto given = context.environment.secrets(context.arguments.global);
    if (!given)
        return given.error();
    for (auto each = given->begin(); each != given->end(); ++each) {
        const bool isOfOne = each.key().contains(u'/');
        if (isOfOne && each.key().section(u'/', 0, 0) != run.subject)
            continue;
        if (const auto name = secretNamed(*run.workflow, each.key().section(u'/', -1));
            name && (isOfOne || !meant.contains(*name)))
            meant.insert(*name, each.value());
    }
    return meant;
}

} // namespace

//! On the command line it would stand in the shell's history and in the list of processes.
int giveSecret(Context& context)
{
    Act act(context);
    if (const auto opened = act.open(); !opened)
        return context.fail(opened.error());
    const QString only = context.arguments.operands.value(1);
    QHash<QString, Secret> secrets;
    StepId waiting;
    const auto given = secretsGiven(context, act.run());
    if (!given)
        return context.fail(given.error());
    for (const auto& step : act.run().steps) {
        const auto asked = secretAskedFor(step);
        const auto name = asked ? secretNamed(*act.run().workflow, *asked) : std::nullopt;
        if (!name || secrets.contains(*name) || (!only.isEmpty() && secretNamed(*act.run().workflow, only) != name))
            continue;
        if (waiting.isEmpty())
            waiting = step.id;
        if (const auto found = given->constFind(*name); found != given->constEnd()) {
            secrets.insert(*name, *found);
            continue;
        }
        const auto typed = context.environment.askSecret && context.arguments.global.secretsFile.isEmpty()
            ? context.environment.askSecret(name->section(u'.', 1) + u": "_s)
            : std::nullopt;
        if (typed && !*typed)
            return context.fail(typed->error());
        if (!typed || (*typed)->isEmpty())
            return context.fail(usageError(Words::tr("The secret %1 was not given.").arg(name->section(u'.', 1)),
                Words::tr("Neither --secrets names it, nor was it typed at a terminal"),
                Words::tr(
                    "Give it with --secrets FILE (NAME=VALUE, or - for standard input), or type it when asked.")));
        secrets.insert(*name, **typed);
    }
    if (waiting.isEmpty()) {
        Error error{.code = errc::commandRefused, .args = {{"command", "RetryStep"}, {"because", "secretNotAsked"}}};
        if (!only.isEmpty())
            error.args["secret"] = only.toStdString();
        return context.fail(error);
    }
    return act.submit(RetryStep{.step = waiting, .reason = act.reason(), .secrets = secrets},
        Words::tr("the secret is given; %1 goes on.").arg(waiting.text()));
}

int retryRun(Context& context)
{
    const bool from = context.arguments.has(u"from"_s);
    Act act(context);
    if (const auto opened = act.open(); !opened)
        return context.fail(opened.error());
    auto step = act.step();
    if (!step)
        return context.fail(step.error());
    const auto secrets = secretsGiven(context, act.run());
    if (!secrets)
        return context.fail(secrets.error());
    // A process that drives uses them as its own; else they would go nowhere.
    const bool drives = context.arguments.has(u"follow"_s) && act.desk().status().drives;
    if (from && !secrets->isEmpty() && !drives)
        return context.fail(usageError(Words::tr("--from takes no --secrets."),
            Words::tr("Secrets are given to the step that waits for them"),
            Words::tr("Retry without --secrets, then give them with “slipwayctl secret” where a step asks.")));
    if (!from)
        return act.submit(RetryStep{.step = *step, .reason = act.reason(), .secrets = *secrets},
            step->isEmpty() ? Words::tr("what failed is tried again.")
                            : Words::tr("%1 is tried again.").arg(step->text()));
    if (step->isEmpty()) {
        QList<StepId> failed;
        for (const auto& candidate : act.run().steps) {
            if (candidate.state == StepState::Failed)
                failed << candidate.id;
        }
        if (failed.size() != 1)
            return context.fail(usageError(Words::tr("--from needs to know the step."),
                Words::tr("%1 steps of the run have failed").arg(failed.size()),
                Words::tr("Name the step behind the run.")));
        *step = failed.first();
    }
    return act.submit(RetryFrom{.step = *step, .reason = act.reason()},
        Words::tr("everything from %1 on is done again.").arg(step->text()));
}

int lookAtRun(Context& context)
{
    Act act(context);
    if (const auto opened = act.open(); !opened)
        return context.fail(opened.error());
    const auto step = act.step();
    if (!step)
        return context.fail(step.error());
    const auto commands = desk::lookCommands(act.run(), *step);
    for (const auto& command : commands.first(commands.size() - 1)) {
        if (const auto receipt = await(act.desk().submit(command, act.run().id)); !receipt)
            return context.fail(receipt.error());
    }
    return act.submit(commands.last(),
        std::holds_alternative<RetryNow>(commands.last()) ? Words::tr("the planned retry is made now.")
                                                          : Words::tr("it is looked at now."));
}

int advanceStep(Context& context)
{
    if (const auto missing = missingReason(context))
        return context.fail(*missing);
    const auto outputs = outputsOf(context.arguments);
    if (!outputs)
        return context.fail(outputs.error());
    return actOnStep(context, Words::tr("%1 is advanced by hand."), [&](const Act& act, const StepId& step) {
        return AdvanceStep{.step = step,
            .reason = act.reason(),
            .outputs = *outputs,
            .verified = !context.arguments.has(u"unverified"_s)};
    });
}

int skipStep(Context& context)
{
    if (const auto missing = missingReason(context))
        return context.fail(*missing);
    return actOnStep(context, Words::tr("%1 is skipped."),
        [](const Act& act, const StepId& step) { return SkipStep{.step = step, .reason = act.reason()}; });
}

int answerQuestion(Context& context)
{
    const QString answer = context.arguments.operands.value(2);
    const bool happened = answer == "happened"_L1;
    if (!happened && answer != "absent"_L1)
        return context.fail(usageError(Words::tr("“%1” is no answer.").arg(answer),
            Words::tr("A request took place, or it did not"), Words::tr("Say happened or absent.")));
    return actOnStep(context,
        happened ? Words::tr("the request of %1 took place, it is said.")
                 : Words::tr("the request of %1 did not take place, it is said."),
        [happened](const Act& act, const StepId& step) {
            return ResolveEffect{.step = step, .happened = happened, .reason = act.reason()};
        });
}

int pauseRun(Context& context)
{
    return actOnStep(context, Words::tr("paused; what is under way finishes, nothing new begins."),
        [](const Act& act, const StepId&) { return PauseRun{act.reason()}; });
}

//! A person's word that the runs may be driven although the program crashed repeatedly.
static int leaveSafeMode(Context& context)
{
    auto session = context.open(OpenMode::Commands);
    if (!session)
        return context.fail(session.error());
    if (const auto done = await((*session)->desk().submit(ResumeRun{context.arguments.value(u"reason"_s)}, RunId()));
        !done)
        return context.fail(done.error());
    context.result({{"resumed", "all"}}, Words::tr("The runs go on where they are driven."));
    return ExitDone;
}

int resumeRun(Context& context)
{
    const bool all = context.arguments.has(u"all"_s);
    if (all != context.arguments.operands.isEmpty())
        return context.fail(usageError(Words::tr("Name the run that is to go on, or give --all."), {},
            Words::tr("Write: slipwayctl resume RUN, or slipwayctl resume --all")));
    if (all)
        return leaveSafeMode(context);
    return actOnStep(
        context, Words::tr("resumed."), [](const Act& act, const StepId&) { return ResumeRun{act.reason()}; });
}

int cancelRun(Context& context)
{
    const bool atOnce = context.arguments.has(u"now"_s);
    return actOnStep(context,
        atOnce ? Words::tr("terminated; a request under way may still take effect.")
               : Words::tr("cancelled; a request under way finishes first."),
        [atOnce](const Act& act, const StepId&) {
            return CancelRun{act.reason(), atOnce};
        });
}

int undoRun(Context& context)
{
    const bool dryRun = context.arguments.has(u"dry-run"_s);
    if (!dryRun)
        return actOnStep(
            context, Words::tr("what it made is being taken back."), [&context](const Act& act, const StepId&) {
                UndoRun undo{act.reason()};
                for (const auto& step : context.arguments.options.values(u"only"_s))
                    undo.steps.append(StepId(step));
                return undo;
            });
    Act act(context);
    if (const auto opened = act.open(OpenMode::Read); !opened)
        return context.fail(opened.error());
    const auto plan = await(act.desk().planUndo(act.run().id));
    if (!plan)
        return context.fail(plan.error());
    if (context.json()) {
        context.output.json(desk::undoPlanJson(*plan, act.run()));
        return ExitDone;
    }
    for (const auto& line : undoText(*plan, act.run()))
        context.output.line(line);
    context.output.say(
        plan->steps.isEmpty() ? Words::tr("There is nothing to take back.") : Words::tr("Nothing was changed."));
    return ExitDone;
}

int addNote(Context& context)
{
    Act act(context);
    if (const auto opened = act.open(OpenMode::Commands); !opened)
        return context.fail(opened.error());
    return act.submit(AddNote{.text = context.arguments.operands.value(1)}, Words::tr("the note is in the history."));
}

} // namespace slipway::terminal
