// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/report.h"

#include "base/text.h"
#include "desk/error_text.h"
#include "desk/phrase.h"
#include "desk/plain_text.h"
#include "desk/run_json.h"
#include "workflow/titles.h"

#include <QCoreApplication>

namespace slipway::desk {

namespace {

struct ReportWords {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

//! Text from outside inside Markdown: nothing in it makes a heading, a link, a table's border or a mention of people.
QString inert(const QString& text, qsizetype most = 300)
{
    QString safe;
    for (const QChar c : plainText(text, most)) {
        if (u"\\`*_{}[]<>|#!~"_s.contains(c))
            safe += u'\\';
        safe += c;
        if (c == u'@')
            safe += QChar(0x200B); // a name in a ticket's text would call its owner
    }
    return safe;
}

QString moment(Timestamp at) { return at.toIso(); }

QString durationOf(std::optional<Timestamp> from, std::optional<Timestamp> to)
{
    return from && to ? durationText((*to - *from).count()) : QString();
}

QString outcomeOf(const StepRun& step, const Attempt& attempt)
{
    const auto* hand = step.handAfter(attempt.number);
    if (!hand)
        return toText(attempt.state);
    return (hand->skipped ? ReportWords::tr("%1; left out by %2", "outcome, person")
                          : ReportWords::tr("%1; ended by hand by %2", "outcome, person"))
        .arg(toText(attempt.state), inert(hand->byWhom));
}

QString row(const QStringList& cells) { return u"| "_s + cells.join(u" | "_s) + u" |"_s; }

QStringList errorLines(const Error& error)
{
    const ErrorText text = describe(error);
    QStringList lines{ReportWords::tr("**What happened:** %1").arg(inert(text.what))};
    if (!text.why.isEmpty())
        lines += ReportWords::tr("**Why:** %1").arg(inert(text.why, 600));
    if (!text.remedy.isEmpty())
        lines += ReportWords::tr("**What to do:** %1").arg(inert(text.remedy, 600));
    QStringList exact;
    for (const auto& [name, value] : error.details.items())
        exact += u"%1: %2"_s.arg(toQString(name),
            value.is_string() ? plainText(textAt(error.details, name.c_str()), 600)
                              : QString::fromUtf8(toBytes(value)));
    if (!exact.isEmpty())
        // A fence longer than any in the text: what a service said cannot end it.
        lines += u"\n````\n"_s + exact.join(u'\n').replace(u"````"_s, u"'''"_s) + u"\n````"_s;
    return lines;
}

QStringList evidenceLinesText(const Evidence& evidence)
{
    QStringList lines{{}, ReportWords::tr("### Evidence, read %1").arg(moment(evidence.readAt)), {}};
    if (evidence.contradicts())
        lines += {ReportWords::tr("**%1**").arg(inert(evidence.headline)), {}};
    lines += row({{}, inert(evidence.service), ReportWords::tr("journal"), {}});
    lines += u"| --- | --- | --- | --- |"_s;
    for (const auto& line : evidence.lines)
        lines += row({inert(line.what), inert(line.service), inert(line.journal),
            line.agreement == EvidenceLine::Agreement::Differs    ? ReportWords::tr("**differs**")
                : line.agreement == EvidenceLine::Agreement::Same ? ReportWords::tr("same")
                                                                  : QString()});
    if (!evidence.onRetry.isEmpty())
        lines += {{}, ReportWords::tr("By this, a retry would %1.").arg(inert(evidence.onRetry))};
    return lines;
}

QStringList headLines(const RunView& view, Timestamp now)
{
    const Run& run = view.run;
    QStringList lines{ReportWords::tr("- Run `%1`, workflow %2, state **%3**")
                          .arg(run.id.text(), inert(run.workflow->title), inert(stateWord(run.state)))};
    lines += run.endedAt ? ReportWords::tr("- Started %1 by %2, ended %3 (%4)")
                               .arg(moment(run.startedAt), inert(run.startedBy), moment(*run.endedAt),
                                   durationOf(run.startedAt, run.endedAt))
                         : ReportWords::tr("- Started %1 by %2, under way for %3")
                               .arg(moment(run.startedAt), inert(run.startedBy), durationOf(run.startedAt, now));
    if (run.pause)
        lines += u"- %1 (%2)"_s.arg(inert(describe(*run.pause)), moment(run.pause->since));
    return lines;
}

QString actName(EventType type)
{
    switch (type) {
    case EventType::RunStarted:
    case EventType::StepAdvanced:
    case EventType::StepSkipped:
    case EventType::RetryRequested:
    case EventType::LookRequested:
    case EventType::RunPaused:
    case EventType::RunResumed:
    case EventType::CancelRequested:
    case EventType::RunCancelled:
    case EventType::UndoRequested:
    case EventType::NoteAdded: return toText(type);
    default: return {};
    }
}

} // namespace

QString stepReport(const RunView& view, const StepId& id, const Evidence* evidence, Timestamp now)
{
    const Run& run = view.run;
    const StepRun* step = run.step(id);
    QStringList lines;
    if (!step) {
        lines += {ReportWords::tr("## %1").arg(inert(run.subject)), {}};
        lines += headLines(view, now);
        return lines.join(u'\n') + u'\n';
    }
    const StepDefinition& definition = *run.workflow->step(id);
    lines += {ReportWords::tr("## %1: %2").arg(inert(run.subject), inert(definition.title)), {}};
    lines += headLines(view, now);
    lines += ReportWords::tr("- Step “%1” in %2: **%3**")
                 .arg(inert(definition.title), inert(laneTitle(run, definition.lane)),
                     inert(stateWord(*step, definition, now, isStuckNow(view, *step, now, 1.0))));
    if (step->waitingFor)
        lines +=
            ReportWords::tr("- %1, since %2").arg(inert(describe(*step->waitingFor)), moment(step->waitingFor->since));
    for (const Link& link : linksOf(run, *step))
        if (isSafeToOpen(link.url))
            lines += u"- <%1>"_s.arg(link.url);
    if (step->error) {
        lines += QString();
        lines += errorLines(*step->error);
    }
    if (!step->attempts.isEmpty()) {
        lines += {{}, ReportWords::tr("### Attempts"), {}};
        lines += row({ReportWords::tr("no."), ReportWords::tr("started"), ReportWords::tr("took"),
            ReportWords::tr("outcome"), ReportWords::tr("error")});
        lines += u"| --- | --- | --- | --- | --- |"_s;
        for (const Attempt& attempt : step->attempts)
            lines += row({QString::number(attempt.number), moment(attempt.startedAt),
                durationOf(attempt.startedAt, attempt.endedAt), outcomeOf(*step, attempt),
                attempt.error ? inert(describe(*attempt.error).what) : QString()});
    }
    if (evidence && evidence->step == id)
        lines += evidenceLinesText(*evidence);
    return lines.join(u'\n') + u'\n';
}

QString runReport(const RunView& view, const Events& events, Timestamp now)
{
    const Run& run = view.run;
    QStringList lines{u"# %1"_s.arg(inert(run.subject)), {}};
    lines += headLines(view, now);
    for (const auto& [name, value] : run.inputs.items())
        lines += u"- %1: %2"_s.arg(inert(toQString(name)),
            inert(value.is_string() ? textAt(run.inputs, name.c_str()) : QString::fromUtf8(toBytes(value))));
    lines += {{}, ReportWords::tr("## Steps"), {}};
    lines += row({ReportWords::tr("step"), ReportWords::tr("lane"), ReportWords::tr("state"), ReportWords::tr("took"),
        ReportWords::tr("usual"), ReportWords::tr("attempts"), ReportWords::tr("link")});
    lines += u"| --- | --- | --- | --- | --- | --- | --- |"_s;
    const auto lanes = laneTitles(run);
    for (const StepRun& step : run.steps) {
        const StepDefinition& definition = *run.workflow->step(step.id);
        const auto usual = view.usual.constFind(step.id);
        QString link;
        for (const Link& one : linksOf(run, step))
            if (link.isEmpty() && isSafeToOpen(one.url))
                link = u"<%1>"_s.arg(one.url);
        lines += row({inert(definition.title), inert(lanes.value(definition.lane, definition.lane)),
            inert(stateWord(step, definition, now)), durationOf(step.startedAt, step.endedAt),
            usual == view.usual.constEnd() ? QString() : durationText(usual->median.count()),
            QString::number(step.attempts.size()), link});
    }
    for (const StepRun& step : run.steps) {
        if (!step.error)
            continue;
        lines += {{}, ReportWords::tr("## Error of “%1”").arg(inert(run.workflow->step(step.id)->title)), {}};
        lines += errorLines(*step.error);
    }
    lines += {{}, ReportWords::tr("## What people did"), {}};
    for (const Event& event : events)
        if (!actName(event.type).isEmpty() && event.actor != "engine"_L1)
            lines += u"- %1 %2"_s.arg(moment(event.at), inert(describe(event), 500))
                + (event.step.isEmpty() ? QString() : u" (%1)"_s.arg(inert(stepTitle(run, event.step))));
    return lines.join(u'\n') + u'\n';
}

Json runReportJson(const RunView& view, const Events& events, Timestamp now, double timeScale)
{
    Json report = runJson(view, now, timeScale);
    Json list = Json::array();
    for (const Event& event : events)
        list.push_back(eventJson(event));
    report["events"] = std::move(list);
    return report;
}

QString previewReport(const Preview& preview, const QString& title, const Json& inputs)
{
    QStringList lines{ReportWords::tr("# Dry run: %1").arg(inert(title)), {},
        ReportWords::tr("Read %1. Nothing was changed.").arg(moment(preview.readAt)), {}};
    for (const auto& [name, value] : inputs.items())
        lines += u"- %1: %2"_s.arg(inert(toQString(name)),
            inert(value.is_string() ? textAt(inputs, name.c_str()) : QString::fromUtf8(toBytes(value))));
    int number = 1;
    for (const PreviewStep& step : preview.steps) {
        lines += {{}, u"## %1. %2 (%3)"_s.arg(number++).arg(inert(step.title), inert(step.laneTitle)), {}};
        if (!step.summary.isEmpty())
            lines += inert(step.summary, 600);
        if (step.raisesPullRequest)
            lines += ReportWords::tr("Pull request “%1” from branch `%2` to `%3` of %4, on `%5`.")
                         .arg(inert(step.pullRequestTitle), plainText(step.branch), plainText(step.base),
                             inert(step.repository), step.baseOid.left(10));
        if (step.nothingToChange)
            lines += ReportWords::tr("Every file is already as it should be.");
        if (step.error)
            lines += errorLines(*step.error);
        for (const PreviewFile& file : step.files)
            lines += {{}, ReportWords::tr("`%1` +%2 −%3").arg(plainText(file.path)).arg(file.added).arg(file.removed),
                {}, u"````diff"_s, plainLines(file.diff).replace(u"````"_s, u"'''"_s), u"````"_s};
    }
    return lines.join(u'\n') + u'\n';
}

QString csvCell(const QString& text)
{
    QString cell = plainText(text);
    // Spreadsheets compute what begins like this.
    if (!cell.isEmpty() && u"=+-@"_s.contains(cell.front()))
        cell.prepend(u'\'');
    if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u';') || cell.contains(u'\''))
        cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
    return cell;
}

QString runCsv(const RunView& view, Timestamp now, double timeScale)
{
    QStringList lines{u"run,subject,step,lane,title,kind,state,stuck,startedAt,endedAt,seconds,usualSeconds,attempts,"
                      "error,link"_s};
    const Run& run = view.run;
    for (const StepRun& step : run.steps) {
        const StepDefinition& definition = *run.workflow->step(step.id);
        const auto usual = view.usual.constFind(step.id);
        QString link;
        for (const Link& one : linksOf(run, step))
            if (link.isEmpty() && isSafeToOpen(one.url))
                link = one.url;
        const auto seconds = [](std::optional<Millis> span) {
            return span ? QString::number(double(span->count()) / 1000.0, 'f', 3) : QString();
        };
        QStringList cells{run.id.text(), run.subject, step.id.text(), definition.lane, definition.title,
            definition.kind, toText(step.state), isStuckNow(view, step, now, timeScale) ? u"yes"_s : u"no"_s,
            step.startedAt ? step.startedAt->toIso() : QString(), step.endedAt ? step.endedAt->toIso() : QString(),
            seconds(step.startedAt && step.endedAt ? std::optional(*step.endedAt - *step.startedAt) : std::nullopt),
            seconds(usual == view.usual.constEnd() ? std::nullopt : std::optional(usual->median)),
            QString::number(step.attempts.size()), step.error ? describe(*step.error).what : QString(), link};
        for (QString& cell : cells)
            cell = csvCell(cell);
        lines += cells.join(u',');
    }
    return lines.join(u"\r\n"_s) + u"\r\n"_s;
}

} // namespace slipway::desk
