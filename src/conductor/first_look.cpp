// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/first_look.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "steps/kinds.h"
#include "steps/raise_plan.h"

namespace slipway::conductor {

steps::Reads firstReads(const Run& run, const KindRules& kinds, const Clock& clock)
{
    steps::Reads reads;
    for (const auto& step : run.steps) {
        const auto context = steps::contextOf(run, step.id, kinds, clock.now(), clock.scale());
        if (!context)
            continue; // it builds on what does not exist yet
        const auto* kind = steps::kindNamed(context->definition.kind);
        for (const auto& read : kind->reads(*context).github)
            if (github::isShared(read))
                reads.github.append(read);
    }
    return reads;
}

namespace {

//! What the run's first validation would do; nothing where it has none, or where its parameters are not there yet.
Result<std::optional<steps::Decision>> validation(
    const Run& run, const KindRules& kinds, const Clock& clock, const steps::Observation& seen)
{
    for (const auto& step : run.steps) {
        const auto* definition = run.workflow->step(step.id);
        if (!definition->needs.isEmpty() || definition->kind != "request.validate"_L1)
            continue;
        const auto context = steps::contextOf(run, step.id, kinds, clock.now(), clock.scale());
        if (!context)
            return context.error();
        auto decision = steps::validateKind().decide(*context, seen);
        if (!std::holds_alternative<steps::Done>(decision))
            return std::optional<steps::Decision>(std::move(decision));
    }
    return std::optional<steps::Decision>();
}

//! Of each pull request of the run: its repository, and the fingerprint of what it would change ("-": not known).
QList<std::pair<QString, QString>> previewParts(
    const Run& run, const KindRules& kinds, const Clock& clock, const steps::Observation& seen)
{
    QList<std::pair<QString, QString>> parts;
    for (const auto& step : run.steps) {
        if (run.workflow->step(step.id)->kind != "github.pull-request"_L1)
            continue;
        parts.append({step.id.text(), u"-"_s});
        const auto context = steps::contextOf(run, step.id, kinds, clock.now(), clock.scale());
        const auto intent = context ? steps::raiseIntent(*context) : Result<steps::RaiseIntent>(context.error());
        if (!intent)
            continue;
        parts.last().first = intent->repository.full();
        const auto snapshot = seen.find<github::RepositorySnapshot>(steps::readFor(*intent));
        const auto plan =
            snapshot.value ? steps::planRaise(*intent, *snapshot.value) : Result<steps::RaisePlan>(Error{});
        if (plan)
            parts.last().second = steps::fingerprint(*plan);
    }
    return parts;
}

} // namespace

QString previewToken(const Run& run, const KindRules& kinds, const Clock& clock, const steps::Observation& seen)
{
    QStringList parts;
    for (const auto& [repository, part] : previewParts(run, kinds, clock, seen))
        parts.append(part);
    return parts.join(u'.');
}

std::optional<Error> previewError(
    const QString& token, const Run& run, const KindRules& kinds, const Clock& clock, const steps::Observation& seen)
{
    const auto shown = token.split(u'.');
    const auto now = previewParts(run, kinds, clock, seen);
    QStringList changed;
    for (qsizetype i = 0; i < now.size(); ++i)
        if (now[i].second != shown.value(i))
            changed.append(now[i].first);
    if (changed.isEmpty())
        return std::nullopt;
    return Error{.code = errc::previewStale, .args = {{"repositories", toJson(changed)}}};
}

std::optional<Error> validationError(
    const Run& run, const KindRules& kinds, const Clock& clock, const steps::Observation& seen)
{
    const auto decision = validation(run, kinds, clock, seen);
    if (!decision)
        return decision.error();
    const auto* failure = *decision ? std::get_if<steps::Fail>(&**decision) : nullptr;
    return failure ? std::optional(failure->error) : std::nullopt;
}

std::optional<Error> validationQuestion(
    const Run& run, const KindRules& kinds, const Clock& clock, const steps::Observation& seen)
{
    const auto decision = validation(run, kinds, clock, seen);
    const auto* question = decision && *decision ? std::get_if<steps::Ask>(&**decision) : nullptr;
    return question ? std::optional(question->error) : std::nullopt;
}

} // namespace slipway::conductor
