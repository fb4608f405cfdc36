// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/summary.h"

#include "base/text.h"

namespace slipway::journal {

namespace {

enum Rank { NeedsPerson, FailedForGood, FailedWithRetry, Running, Waiting, Ready, Quiet };

Rank rankOf(const StepRun& step)
{
    if (step.needsYou)
        return NeedsPerson;
    switch (step.state) {
    case StepState::Failed: return step.retryAt ? FailedWithRetry : FailedForGood;
    case StepState::Running: return Running;
    case StepState::Waiting: return Waiting;
    case StepState::Ready: return Ready;
    case StepState::Planned:
    case StepState::Succeeded:
    case StepState::Advanced:
    case StepState::Skipped:
    case StepState::Cancelled:
    case StepState::Undone: return Quiet;
    }
    Q_UNREACHABLE();
}

void appendText(QStringList& words, const Json& value)
{
    if (value.is_string())
        words.append(toQString(value.get_ref<const std::string&>()));
    else if (value.is_structured())
        for (const auto& element : value)
            appendText(words, element);
    else if (value.is_number())
        words.append(toQString(value.dump()));
}

void appendText(QStringList& words, const std::optional<Error>& error)
{
    if (!error)
        return;
    words.append(error->code);
    appendText(words, error->args);
    appendText(words, memberAt(error->details, "text"));
}

} // namespace

const StepRun* stepThatMatters(const Run& run)
{
    if (!run.isOpen())
        return nullptr;
    const StepRun* found = nullptr;
    Rank best = Quiet;
    for (const auto& step : run.steps) {
        if (const auto rank = rankOf(step); rank < best) {
            best = rank;
            found = &step;
        }
    }
    return found;
}

QString waitingCode(const Run& run, const StepRun* step)
{
    if (run.parked)
        return run.parked->code;
    if (!step)
        return {};
    if (step->waitingFor)
        return step->waitingFor->what;
    return step->needsYou && step->error ? step->error->code : QString();
}

RunSummary summaryOf(const Run& run, Timestamp changedAt)
{
    const auto* step = stepThatMatters(run);
    return {.id = run.id,
        .workflow = run.workflow ? run.workflow->id : QString(),
        .subject = run.subject,
        .state = run.state,
        .startedBy = run.startedBy,
        .startedAt = run.startedAt,
        .endedAt = run.endedAt,
        .changedAt = changedAt,
        .sequence = run.sequence,
        .step = step ? step->id.text() : QString(),
        .waitingFor = waitingCode(run, step),
        .inputs = run.inputs,
        .open = run.isOpen()};
}

QString searchTextOf(const Run& run)
{
    QStringList words{run.subject, run.id.text()};
    appendText(words, run.inputs);
    for (const auto& step : run.steps) {
        for (const auto& attempt : step.attempts) {
            appendText(words, attempt.error);
            for (const auto& effect : attempt.effects)
                appendText(words, effect.error);
        }
        appendText(words, step.error);
    }
    words.removeDuplicates();
    return words.join(u'\n').toCaseFolded();
}

QStringList searchWords(const QString& search)
{
    return search.toCaseFolded().simplified().split(u' ', Qt::SkipEmptyParts);
}

} // namespace slipway::journal
