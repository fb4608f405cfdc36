// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/run_text.h"

#include "base/error_codes.h"
#include "base/result.h"
#include "base/text.h"
#include "desk/error_text.h"
#include "desk/left_behind.h"
#include "desk/of_store.h"
#include "desk/phrase.h"
#include "desk/plain_text.h"
#include "desk/state_word.h"
#include "terminal/run_json.h"
#include "terminal/words.h"
#include "workflow/titles.h"

#include <QDateTime>

namespace slipway::terminal {

using desk::plainText;

namespace {

QDateTime local(Timestamp moment) { return QDateTime::fromMSecsSinceEpoch(moment.ms).toLocalTime(); }

Tone stepTone(const StepRun& step, bool stuck)
{
    if (step.needsYou || stuck || step.retryAt)
        return Tone::Attention;
    switch (step.state) {
    case StepState::Succeeded:
    case StepState::Advanced: return Tone::Good;
    case StepState::Failed: return Tone::Bad;
    case StepState::Running: return Tone::Strong;
    case StepState::Planned:
    case StepState::Skipped: return Tone::Quiet;
    case StepState::Ready:
    case StepState::Waiting:
    case StepState::Cancelled:
    case StepState::Undone: return Tone::Plain;
    }
    Q_UNREACHABLE();
}

QString duration(const StepRun& step, Timestamp now)
{
    if (!step.startedAt)
        return {};
    const Timestamp end = step.endedAt.value_or(now);
    return desk::durationText((end - *step.startedAt).count());
}

//! The whole story of one step below its line: what it waits for, who moved it, its attempts and its error.
QStringList detailLines(const StepRun& step)
{
    const QString indent(8, u' ');
    QStringList lines;
    if (step.state == StepState::Waiting && step.waitingFor)
        lines << indent + plainText(desk::describe(*step.waitingFor)) + u'.';
    if (!step.note.isEmpty())
        lines << indent + plainText(desk::describeNote(step.note)) + u'.';
    if (!step.reason.isEmpty())
        lines << indent + Words::tr("Reason: %1").arg(plainText(step.reason));
    if (step.attempts.size() > 1) {
        for (const auto& attempt : step.attempts) {
            QString line = Words::tr("Attempt %1 at %2: %3")
                               .arg(QString::number(attempt.number), clockTime(attempt.startedAt),
                                   attempt.purpose == Purpose::Undo && attempt.state == AttemptState::Succeeded
                                       ? toText(StepState::Undone)
                                       : toText(attempt.state));
            if (attempt.error)
                line += u". "_s + desk::describe(*attempt.error).what;
            if (const auto* hand = step.handAfter(attempt.number))
                line += u". "_s
                    + (hand->skipped ? Words::tr("Left out by %1") : Words::tr("Ended by hand by %1"))
                          .arg(hand->byWhom);
            lines << indent + plainText(line);
        }
    }
    if (step.error)
        lines << errorText(*step.error, indent);
    return lines;
}

QStringList headLines(const desk::RunView& view, Timestamp now, double timeScale)
{
    const Run& run = view.run;
    const QString state = desk::stateWord(view, now, timeScale);
    const Tone tone = state == desk::stateWord(run.state) ? toneOf(run.state) : Tone::Attention;
    QStringList lines{toned(Tone::Strong, plainText(run.subject)) + u"  "_s + plainText(run.workflow->title) + u"  "_s
        + toned(tone, state)};
    lines
        << Words::tr("Run %1, started %2 by %3").arg(run.id.text(), localTime(run.startedAt), plainText(run.startedBy));
    if (run.endedAt)
        lines << Words::tr("Ended %1, after %2")
                     .arg(localTime(*run.endedAt), desk::durationText((*run.endedAt - run.startedAt).count()));
    if (const QString left = desk::leftOpenText(run); !left.isEmpty())
        lines << toned(Tone::Attention, left + u'.');
    if (run.parked) {
        lines << errorText(*run.parked, u"  "_s);
        if (run.parkedUntil)
            lines << Words::tr("  Goes on at %1").arg(localTime(*run.parkedUntil));
    }
    Table inputs;
    for (const auto& [name, value] : run.inputs.items())
        inputs.add({{plainText(toQString(name))}, {valueText(value)}});
    lines << inputs.lines(u"  "_s);
    for (const auto& note : run.notes)
        lines << u"  "_s + plainText(localTime(note.at) + u' ' + note.actor + u": "_s + note.text);
    return lines;
}

} // namespace

namespace {

//! What the services show of it; empty: they were not asked.
QString nowLine(const desk::UndoNow& now, const QString& service)
{
    if (now.service.isEmpty())
        return {};
    const QString who = service.isEmpty() ? Words::tr("Now") : plainText(service);
    if (now.journal.isEmpty())
        return Words::tr("%1: %2", "service, what it shows").arg(who, plainText(now.service));
    return toned(now.differs ? Tone::Attention : Tone::Plain,
        (now.differs ? Words::tr("%1: %2. The journal has: %3. DIFFERS") : Words::tr("%1: %2. The journal has: %3."))
            .arg(who, plainText(now.service), plainText(now.journal)));
}

QStringList thingsText(const QString& title, const QList<desk::LeftBehind>& things, const desk::UndoPlan& plan)
{
    if (things.isEmpty())
        return {};
    QStringList lines{QString(), toned(Tone::Strong, title)};
    for (const auto& thing : things) {
        QString what = plainText(thing.what);
        if (!thing.certain)
            what = Words::tr("Perhaps: %1").arg(what);
        lines << u"  "_s + thing.step.text() + u"  "_s
                + toned(thing.harmless ? Tone::Plain : Tone::Bad,
                    what + u": "_s + (thing.harmless ? Words::tr("harmless") : Words::tr("not harmless")) + u". "_s
                        + plainText(thing.why));
        if (!thing.remedy.isEmpty())
            lines << QString(6, u' ') + plainText(thing.remedy);
        if (!thing.url.isEmpty())
            lines << QString(6, u' ') + thing.url;
        const auto now = thing.beside ? desk::UndoNow() : plan.now.value(thing.step);
        for (const QString& line : {nowLine(now, plan.service), plainText(now.will)})
            if (!line.isEmpty())
                lines << QString(6, u' ') + line;
    }
    return lines;
}

} // namespace

QStringList leftBehindLines(const QString& title, const QList<desk::LeftBehind>& things)
{
    return thingsText(title, things, {});
}

namespace {

//! What is in the world because of a run that has not come to its end.
QStringList worldLines(const Run& run)
{
    const auto things = desk::leftBehind(run);
    const bool goesOn = run.state == RunState::Running || run.state == RunState::Waiting;
    QStringList lines = leftBehindLines(goesOn ? Words::tr("Made so far") : Words::tr("Left behind"), things);
    if (std::any_of(things.begin(), things.end(), [](const auto& thing) { return thing.canBeUndone; }))
        lines << Words::tr("  To take it back: slipwayctl undo %1 --dry-run").arg(run.id.text());
    return lines;
}

} // namespace

QString valueText(const Json& value)
{
    return value.is_string() ? plainText(toQString(value.get_ref<const std::string&>()), 200)
                             : plainText(QString::fromUtf8(toBytes(value)), 200);
}

QString localTime(Timestamp moment) { return local(moment).toString(u"yyyy-MM-dd HH:mm:ss"_s); }

QString clockTime(Timestamp moment) { return local(moment).toString(u"HH:mm:ss"_s); }

Tone toneOf(RunState state)
{
    switch (state) {
    case RunState::Succeeded: return Tone::Good;
    case RunState::Failed: return Tone::Bad;
    case RunState::NeedsYou:
    case RunState::Parked: return Tone::Attention;
    case RunState::Running: return Tone::Strong;
    case RunState::Waiting:
    case RunState::Paused:
    case RunState::Cancelled:
    case RunState::Undone: return Tone::Plain;
    }
    Q_UNREACHABLE();
}

QStringList errorText(const Error& error, const QString& indent)
{
    const auto text = desk::describe(error);
    QStringList lines;
    const auto add = [&](const QString& name, const QString& sentence, Tone tone) {
        if (!sentence.isEmpty())
            lines << indent + name + toned(tone, plainText(sentence));
    };
    add(Words::tr("What happened: "), text.what, Tone::Bad);
    add(Words::tr("Why:           "), text.why, Tone::Plain);
    add(Words::tr("What to do:    "), text.remedy, Tone::Plain);
    return lines;
}

QStringList runText(const desk::RunView& view, Timestamp now, double timeScale)
{
    const Run& run = view.run;
    Table table;
    const auto lanes = laneTitles(run);
    for (const auto& lane : run.workflow->lanes) {
        table.addLine({});
        table.addLine(toned(Tone::Strong, plainText(lanes.value(lane.id, lane.id), 80)));
        for (const auto& step : run.steps) {
            const auto* definition = run.workflow->step(step.id);
            if (definition->lane != lane.id)
                continue;
            const bool stuck = isStuckNow(view, step, now, timeScale);
            const auto links = desk::linksOf(run, step);
            table.add({{u"  "_s + step.id.text()}, {plainText(definition->title, 60)},
                {desk::stateWord(step, *definition, now, stuck), stepTone(step, stuck)}, {duration(step, now)},
                {links.isEmpty() ? QString() : links.first().url}});
            for (const auto& line : detailLines(step))
                table.addLine(line);
            for (qsizetype i = 1; i < links.size(); ++i)
                table.addLine(QString(8, u' ') + links[i].title + u"  "_s + links[i].url);
        }
    }
    QStringList pages;
    for (const auto& page : desk::servicePages(run))
        pages << page.title + u"  "_s + page.url;
    if (!pages.isEmpty())
        pages.prepend(QString());
    return headLines(view, now, timeScale) + table.lines() + pages + worldLines(run);
}

QStringList listText(const QList<desk::RunSummary>& runs)
{
    Table table;
    table.add({{Words::tr("RUN"), Tone::Quiet}, {Words::tr("SUBJECT"), Tone::Quiet}, {Words::tr("STATE"), Tone::Quiet},
        {Words::tr("STARTED"), Tone::Quiet}, {Words::tr("BY"), Tone::Quiet}, {Words::tr("STEP"), Tone::Quiet}});
    for (const auto& run : runs) {
        const QString left = desk::leftOpenText(run);
        const bool urges = desk::isShownStuck(run) || !left.isEmpty();
        const Table::Cell state{desk::stateWord(run), urges ? Tone::Attention : toneOf(run.state)};
        table.add({{run.id.text()}, {plainText(run.subject, 60)}, state, {localTime(run.startedAt)},
            {plainText(run.startedBy, 30)}, {left.isEmpty() ? plainText(run.step, 40) : left}});
    }
    return table.lines();
}

constexpr qsizetype kShownWentOn = 3; // the newest; --json has them all

QStringList statusText(const desk::StatusReport& report, Timestamp now)
{
    const desk::EngineStatus& status = report.status;
    const auto age = [now](Timestamp moment) {
        return Words::tr("%1, %2 s ago").arg(localTime(moment)).arg((now - moment).count() / 1'000);
    };
    Table table;
    const auto add = [&table](const QString& name, const QString& text) {
        table.add({{name, Tone::Quiet}, {plainText(text)}});
    };
    QString account = status.host.isEmpty() ? Words::tr("not connected") : status.host;
    if (!status.login.isEmpty())
        account = status.login + u" @ "_s + account;
    add(Words::tr("Account"), account);
    if (status.budgetRemaining)
        add(Words::tr("Budget"),
            Words::tr("%1 of %2 calls left").arg(*status.budgetRemaining).arg(status.budgetLimit.value_or(0)));
    add(Words::tr("Last read"), status.lastReadAt ? age(*status.lastReadAt) : Words::tr("not by this process"));
    const desk::RunCounts& counts = report.counts;
    add(Words::tr("Runs"),
        Words::tr("%1 running, %2 waiting, %3 needs you, %4 failed, %5 parked, %6 ended")
            .arg(counts.running)
            .arg(counts.waiting)
            .arg(counts.needsYou)
            .arg(counts.failed)
            .arg(counts.parked)
            .arg(counts.ended));
    QString watching = Words::tr("nobody: start slipway, or slipwayctl agent");
    if (status.owner)
        watching = Words::tr("%1, process %2").arg(status.owner->program).arg(status.owner->pid);
    else if (status.drives)
        watching = Words::tr("this process");
    add(Words::tr("Watched by"), watching);
    if (status.trouble) {
        const auto words = desk::describe(*status.trouble);
        const bool isOfStore = desk::isOfStore(*status.trouble);
        add(Words::tr("Trouble"), isOfStore ? words.what + u' ' + words.why : words.what);
        if (status.troubleSince)
            add(Words::tr("Trouble since"), age(*status.troubleSince));
        if (isOfStore || status.trouble->code == errc::engineSafeMode) // the others are told by each run that is parked
            add(Words::tr("What to do"), words.remedy);
    }
    const QString wentOn = Words::tr("Went on after crashes");
    for (qsizetype i = std::max<qsizetype>(0, report.wentOn.size() - kShownWentOn); i < report.wentOn.size(); ++i) {
        const auto& [word, crashes] = report.wentOn[i];
        const QString who = Words::tr("%1, %2, after %3 crashes", "when, who; three and more")
                                .arg(localTime(word.at), plainText(word.actor, 60))
                                .arg(crashes.size());
        const QString why = plainText(word.reason, 200);
        add(wentOn, why.isEmpty() ? who : Words::tr("%1: %2", "who went on, why").arg(who, why));
    }
    add(Words::tr("Store"),
        status.readOnly ? Words::tr("%1, %2 bytes, read-only").arg(status.storePath).arg(report.storeBytes)
                        : Words::tr("%1, %2 bytes").arg(status.storePath).arg(report.storeBytes));
    add(Words::tr("Version"), report.version);
    return table.lines();
}

QStringList previewText(const QList<desk::PreviewStep>& steps)
{
    QStringList lines;
    for (const auto& step : steps) {
        lines << toned(Tone::Strong, plainText(step.step.text() + u"  "_s + step.title));
        if (!step.summary.isEmpty())
            lines << u"  "_s + plainText(step.summary);
        if (step.raisesPullRequest) {
            lines << Words::tr("  Pull request to %1, branch %2, base %3 at %4")
                         .arg(plainText(step.repository), plainText(step.branch), plainText(step.base),
                             step.baseOid.left(12));
            lines << Words::tr("  Title: %1").arg(plainText(step.pullRequestTitle));
            if (step.autoMergeAllowed && !*step.autoMergeAllowed)
                lines << toned(Tone::Attention, Words::tr("  The repository does not allow auto-merge."));
        }
        if (step.nothingToChange)
            lines << u"  "_s + desk::describeNote(u"nothingToChange"_s) + u'.';
        for (const auto& file : step.files) {
            lines << Words::tr("  %1  +%2 -%3")
                         .arg(plainText(file.path), QString::number(file.added), QString::number(file.removed));
            const auto diff = desk::plainLines(file.diff).split(u'\n');
            for (const auto& line : diff) {
                if (line.isEmpty())
                    continue;
                const Tone tone = line.startsWith(u'+') ? Tone::Good : line.startsWith(u'-') ? Tone::Bad : Tone::Plain;
                lines << toned(tone, line);
            }
        }
        if (step.error)
            lines << errorText(*step.error, u"  "_s);
        lines << QString();
    }
    return lines;
}

QStringList undoText(const desk::UndoPlan& plan, const Run& run)
{
    QStringList lines;
    if (plan.unread)
        lines << toned(
            Tone::Attention, Words::tr("The services could not be asked. What follows is what the journal believes:"))
              << errorText(*plan.unread, u"  "_s) << QString();
    if (plan.contradicts())
        lines << toned(Tone::Attention, plainText(plan.headline)) << QString();
    for (const auto& step : plan.steps) {
        auto text = previewText({step});
        if (const QString now = nowLine(plan.now.value(step.step), plan.service); !now.isEmpty())
            text.insert(text.size() - 1, u"  "_s + now);
        lines += text;
    }
    return lines + thingsText(Words::tr("What stays"), desk::whatUndoLeaves(run), plan);
}

} // namespace slipway::terminal
