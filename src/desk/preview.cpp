// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/preview.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "desk/left_behind.h"
#include "desk/phrase.h"
#include "desk/starting.h"
#include "desk/unified_diff.h"
#include "steps/kinds.h"
#include "steps/raise_plan.h"
#include "workflow/fold.h"
#include "workflow/handle.h"
#include "workflow/inputs.h"
#include "workflow/secrets.h"
#include "workflow/template.h"
#include "workflow/titles.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <functional>

namespace slipway::desk {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Preview)
};

//! Its name, not what it is.
QString credentialWords(const QString& name)
{
    return name.isEmpty() ? QString() : Words::tr("It carries the stored credential “%1”.").arg(name);
}

//! With each value that is known before the start; what only an earlier step will tell keeps its place.
QString knownText(const QString& text, const Json& scope)
{
    static const QRegularExpression place(u"\\{\\{[^}]*\\}\\}"_s);
    QString known;
    qsizetype end = 0;
    for (auto each = place.globalMatch(text); each.hasNext();) {
        const auto found = each.next();
        const auto value = expandText(found.captured(), scope);
        known += text.mid(end, found.capturedStart() - end) + (value ? *value : found.captured());
        end = found.capturedEnd();
    }
    return known + text.mid(end);
}

//! What is sent, what is promised of it, and what is left in the world if the run stops after it.
QString requestSummary(const std::function<QString(const char*)>& text, const StepDefinition& definition)
{
    const Json& makes = memberAt(definition.with, "makes");
    const QString url = withoutSecrets(text("url"));
    QStringList sentences{Words::tr("Sends %1 %2.").arg(textAt(definition.with, "method"), url)};
    if (const QString carried = credentialWords(text("credential")); !carried.isEmpty())
        sentences.append(carried);
    if (textAt(definition.with, "effect") == "none"_L1)
        sentences.append(Words::tr("At most once: it is never sent again without asking."));
    if (const QString harmful = textAt(makes, "harmful"); !harmful.isEmpty())
        sentences.append(Words::tr("If the run stops here: %1. %2").arg(textAt(makes, "what"), harmful));
    else if (makes.is_object())
        sentences.append(
            Words::tr("If the run stops here: %1. Harmless: %2").arg(textAt(makes, "what"), textAt(makes, "harmless")));
    if (const Json& beside = memberAt(makes, "perhaps"); beside.is_object())
        sentences.append(
            Words::tr("If it fails on its way there may be, besides: %1. %2")
                .arg(textAt(beside, "what"), textAt(beside, beside.contains("harmful") ? "harmful" : "harmless")));
    return sentences.join(u' ');
}

//! A sentence for a step that raises no pull request.
QString summaryOf(const steps::StepContext* context, const StepDefinition& definition, const Json& scope)
{
    const auto text = [&](const char* name) {
        return context ? context->text(name) : knownText(textAt(definition.with, name), scope);
    };
    const QString& kind = definition.kind;
    if (kind == "request.validate"_L1)
        return Words::tr(
            "Checks that the name is free, that the team exists and that every edit fits the files as they are.");
    if (kind == "github.auto-merge"_L1)
        return Words::tr("Turns on auto-merge, or merges at once where nothing is left to wait for.");
    if (kind == "github.merged"_L1)
        return Words::tr("Waits until the pull request is merged.");
    if (kind == "github.workflow-run"_L1)
        return text("repository").isEmpty()
            ? Words::tr("Waits until the workflows have run for the commit.")
            : Words::tr("Waits until the workflows of %1 have run for the commit.").arg(text("repository"));
    if (kind == "github.dispatch"_L1)
        return Words::tr("Starts the workflow %1 of %2.").arg(text("workflow"), text("repository"));
    if (kind == "github.repository"_L1)
        return Words::tr("Waits until the repository %1 exists and has content.").arg(text("repository"));
    if (kind == "github.archive"_L1)
        return Words::tr("Archives the repository %1: it becomes read-only.").arg(text("repository"));
    if (kind == "http.request"_L1)
        return requestSummary(text, definition);
    if (kind == "http.wait"_L1)
        return QStringList{Words::tr("Waits until %1 knows of it.").arg(withoutSecrets(text("url"))),
            credentialWords(text("credential"))}
            .join(u' ')
            .trimmed();
    if (kind == "gate"_L1)
        return Words::tr("Waits until a person confirms: %1").arg(text("message"));
    return {};
}

//! Fills in all but the differences, and gives what they are made of; nothing where there is an error.
std::optional<steps::RaisePlan> previewPullRequest(
    PreviewStep& preview, const steps::StepContext& context, const steps::Observation& seen)
{
    preview.raisesPullRequest = true;
    const auto intent = steps::raiseIntent(context);
    if (!intent) {
        preview.error = intent.error();
        return std::nullopt;
    }
    preview.repository = intent->repository.full();
    preview.base = intent->base;
    preview.branch = intent->branch;
    preview.pullRequestTitle = intent->title;
    preview.body = intent->body;
    preview.commit = intent->commitHeadline;
    const auto snapshot = seen.find<github::RepositorySnapshot>(steps::readFor(*intent));
    if (!snapshot.value) {
        preview.error = snapshot.error ? *snapshot.error : Error{.code = errc::nameUnchecked};
        return std::nullopt;
    }
    preview.baseOid = snapshot.value->baseOid;
    preview.autoMergeAllowed = snapshot.value->info.autoMergeAllowed;
    const auto plan = steps::planRaise(*intent, *snapshot.value);
    if (!plan) {
        preview.error = plan.error();
        return std::nullopt;
    }
    preview.nothingToChange = plan->nothingToChange();
    return *plan;
}

} // namespace

Result<Run> provisionalRun(
    const Workflow& workflow, const Json& inputs, const Json& settings, Timestamp now, const KindRules& kinds)
{
    const Json complete = withDefaults(workflow, inputs);
    const auto subject = expandText(workflow.subject, {{"inputs", complete}, {"settings", settings}});
    const Event started{.run = newRunId(now.ms),
        .sequence = 1,
        .at = now,
        .actor = u"preview"_s,
        .type = EventType::RunStarted,
        .data = {{"subject", subject ? subject->toStdString() : ""}, {"workflow", workflow.source},
            {"inputs", complete}, {"settings", settings}, {"stamp", now.ms}}};
    return fold(Run{}, started, kinds);
}

Preview previewOf(const Run& run, const steps::Observation& seen, const KindRules& kinds, const Clock& clock)
{
    Preview preview{.readAt = clock.now(), .token = conductor::previewToken(run, kinds, clock, seen)};
    const auto lanes = laneTitles(run);
    for (const auto& step : run.steps) {
        const auto* definition = run.workflow->step(step.id);
        PreviewStep line{.step = step.id,
            .lane = definition->lane,
            .kind = definition->kind,
            .title = definition->title,
            .laneTitle = lanes.value(definition->lane, definition->lane)};
        const auto context = steps::contextOf(run, step.id, kinds, clock.now(), clock.scale());
        if (definition->kind == "github.pull-request"_L1) {
            if (!context)
                line.error = context.error();
            else if (const auto plan = previewPullRequest(line, *context, seen))
                for (const auto& file : plan->files)
                    line.files.append(unifiedDiff(file));
        } else {
            line.summary = summaryOf(context ? &*context : nullptr, *definition, scopeOf(run));
            if (definition->kind == "request.validate"_L1) {
                line.error = conductor::validationError(run, kinds, clock, seen);
                if (!line.error)
                    line.error = conductor::validationQuestion(run, kinds, clock, seen);
            }
            if (definition->when) {
                const auto condition = expand(*definition->when, scopeOf(run));
                if (condition && !isTrue(*condition))
                    line.summary = Words::tr("Is skipped: its condition does not hold.");
            }
        }
        preview.steps.append(std::move(line));
    }
    // Said once: that the name is taken is what the pull request's own error says, too.
    const bool taken = std::any_of(preview.steps.begin(), preview.steps.end(),
        [](const PreviewStep& line) { return line.error && line.error->code == errc::nameTaken; });
    for (auto& line : preview.steps) {
        if (!taken || !line.error || line.error->code != errc::editNameExists)
            continue;
        line.error.reset();
        line.summary = Words::tr("Cannot be raised: the name stands in the file already.");
    }
    return preview;
}

Availability availabilityOf(const Run& run, const steps::Observation& seen, const KindRules& kinds, const Clock& clock)
{
    Availability availability{.kind = Availability::Kind::Free, .at = clock.now()};
    const auto error = conductor::validationError(run, kinds, clock, seen);
    // A team or a type that is still missing says nothing about the name.
    if (!error || error->code == errc::teamUnknown || error->code.startsWith("template."_L1)
        || error->code == errc::settingInvalid) {
        // Free, but not without a consequence that a person should know.
        availability.error = error ? std::nullopt : conductor::validationQuestion(run, kinds, clock, seen);
        return availability;
    }
    if (error->code == errc::nameTaken) {
        availability.kind = Availability::Kind::Taken;
        availability.holder = textAt(error->args, "holder");
        availability.link = QUrl(textAt(error->args, "url"));
        return availability;
    }
    availability.kind = Availability::Kind::Unchecked;
    availability.error = *error;
    return availability;
}

Prospect prospectOf(const Run& run, const steps::Observation& seen, const KindRules& kinds, const Clock& clock)
{
    Prospect prospect{.name = availabilityOf(run, seen, kinds, clock)};
    if (prospect.name.kind != Availability::Kind::Free)
        return prospect;
    // What validation finds in a pull request would be found there again.
    if (const auto error = conductor::validationError(run, kinds, clock, seen)) {
        prospect.problems.append(*error);
        return prospect;
    }
    for (const auto& step : run.steps) {
        const auto* definition = run.workflow->step(step.id);
        const auto context = steps::contextOf(run, step.id, kinds, clock.now(), clock.scale());
        if (!context)
            continue; // it builds on what an earlier step will tell
        if (definition->kind == "request.validate"_L1) {
            if (const QString made = context->text("repository"); !made.isEmpty())
                prospect.repositories.append(made);
        }
        if (definition->kind != "github.pull-request"_L1)
            continue;
        PreviewStep line{.step = step.id, .kind = definition->kind};
        const auto plan = previewPullRequest(line, *context, seen);
        if (stopsStart(line))
            prospect.problems.append(*line.error);
        if (!plan || plan->nothingToChange())
            continue;
        prospect.pullRequests.append(line.repository);
        for (const auto& file : plan->files)
            (file.before ? prospect.changed : prospect.made).append(line.repository + u": "_s + file.path);
    }
    return prospect;
}

QList<PreviewStep> undoPreviewOf(const Run& run)
{
    QList<PreviewStep> lines;
    // What may be taken back, once nothing that was cut off can take effect any more: when that is says who refuses it.
    constexpr Timestamp anyTime{std::numeric_limits<qint64>::max()};
    const auto events = handle(run,
        {.id = newCommandId(), .run = run.id, .actor = u"preview"_s, .at = anyTime, .command = UndoRun{u"preview"_s}},
        steps::kindRules());
    if (!events || events->empty())
        return lines;
    const auto made = inTheWorld(run);
    const auto lanes = laneTitles(run);
    for (const auto& id : textsAt(events->back().data, "steps")) {
        const auto* step = run.step(StepId(id));
        const auto* definition = run.workflow->step(StepId(id));
        PreviewStep line{.step = step->id,
            .lane = definition->lane,
            .kind = definition->kind,
            .title = definition->title,
            .laneTitle = lanes.value(definition->lane, definition->lane)};
        if (const Json& undo = memberAt(definition->with, "undo"); undo.is_object()) {
            const auto what = expandText(textAt(memberAt(definition->with, "makes"), "what"), scopeOf(run));
            const auto url = expandText(textAt(undo, "url"), scopeOf(run));
            line.summary = phrase(Words::tr("Takes back what the step made[ ({what})][: {method} {url}]"),
                PhraseArguments({{"what", what ? what->toStdString() : std::string()},
                    {"method", textAt(undo, "method").toStdString()},
                    {"url", (url ? *url : textAt(undo, "url")).toStdString()}}));
            lines.append(std::move(line));
            continue;
        }
        line.branch = textAt(step->outputs, "branch");
        const QString number = QString::number(integerAt(step->outputs, "number"));
        const bool merged = std::any_of(
            made.begin(), made.end(), [&](const LeftBehind& thing) { return thing.merged && thing.step == step->id; });
        const auto context = steps::contextOf(run, step->id, steps::kindRules(), run.startedAt, 1.0);
        if (context)
            line.repository = context->text("repository");
        if (integerAt(step->outputs, "number") == 0)
            line.summary = Words::tr("Looks for what was raised in %1 and takes it back.").arg(line.repository);
        else if (merged)
            line.summary =
                Words::tr("Proposes a pull request that reverts #%1 of %2, which is merged: a person reviews "
                          "and merges it. Deletes its branch if it is still there.")
                    .arg(number, line.repository);
        else
            line.summary = Words::tr("Closes pull request #%1 of %2 and deletes its branch. If it is merged by then, "
                                     "a pull request that reverts it is proposed instead.")
                               .arg(number, line.repository);
        lines.append(std::move(line));
    }
    return lines;
}

} // namespace slipway::desk
