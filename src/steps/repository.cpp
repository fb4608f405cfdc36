// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "steps/failed_jobs.h"
#include "steps/kinds.h"
#include "steps/pacing.h"

namespace slipway::steps {

namespace {

constexpr Millis kCreatedWithin{30'000};
constexpr Millis kVisibleWithin{60'000}; // after the run that made it has ended
constexpr Millis kClockSkew{60'000}; // between GitHub's clock and ours

//! Waits until a repository exists and has content: a templated one is visible a moment before its files are.
class RepositoryKind : public StepKind {
public:
    KindRule rule() const override
    {
        return {.kind = u"github.repository"_s,
            .parameters = {{u"repository"_s, ParameterType::Repository},
                {u"template"_s, ParameterType::Repository, false},
                {u"dispatch"_s, ParameterType::Step, false, u"github.dispatch"_s}},
            .outputs = {u"nodeId"_s, u"url"_s, u"defaultBranch"_s, u"sha"_s}};
    }

    Reads reads(const StepContext& context) const override
    {
        const auto repository = github::RepositoryName::tryParse(context.text("repository"));
        if (!repository)
            return {};
        Reads reads{.github = {github::WatchRepository{*repository}}};
        // The creating run is looked at only where it may tell why nothing comes, after half a minute, or whether what
        // has come is its work.
        if (const auto run = creatingRun(context);
            run && (context.waited() > kCreatedWithin || context.fact("doubtful").is_boolean()))
            reads.github.append(*run);
        if (const auto run = creatingRun(context))
            if (const auto failed = failedJobsRead(context, run->repository))
                reads.github.append(*failed);
        return reads;
    }

    Decision decide(const StepContext& context, const Observation& seen) const override
    {
        const auto repository = github::RepositoryName::tryParse(context.text("repository"));
        if (!repository)
            return Fail{{.code = errc::settingInvalid,
                .args = {{"name", "repository"}, {"value", context.text("repository").toStdString()},
                    {"reason", "it is no OWNER/NAME of a repository"}}}};
        const auto state = seen.find<github::RepositoryState>(github::WatchRepository{*repository});
        if (!state.value)
            return Fail{state.error ? *state.error : Error{.code = errc::internal}, true};
        const Json args{{"repository", repository->full().toStdString()}};
        const auto read = creatingRun(context);
        const auto run = read ? seen.find<github::WorkflowRun>(*read) : Observation::Seen<github::WorkflowRun>{};
        if (run.value && run.value->completed() && !run.value->succeeded())
            return creatingRunFailed(context, *read, *run.value, seen);
        if (state.value->exists) {
            const auto& info = state.value->info;
            // Only GitHub's own moments can be compared; ours may be off by any amount. Where ours raises a doubt, or
            // nothing else proves the repository ours, the creating run tells.
            if (read && !run.value && !context.fact("doubtful").is_boolean() && precedes(context, info))
                return Wait{.what = u"repository"_s, .args = args, .facts = {{"doubtful", true}}, .lookAtOnce = true};
            if (const auto foreign = whyForeign(context, info, run.value)) {
                Error error{.code = errc::githubForeignRepository, .args = args};
                error.args["url"] = info.url.toStdString();
                error.args.update(*foreign);
                return Ask{std::move(error)};
            }
            // Where its template does not prove it ours, the run that was to make it must have ended well.
            const bool proven = !context.text("template").isEmpty() && !info.templateRepository.isEmpty();
            if (read && !proven && !(run.value && run.value->succeeded()))
                return Wait{.what = u"repository"_s,
                    .args = args,
                    .facts = {{"doubtful", true}},
                    .lookAtOnce = !context.fact("doubtful").is_boolean()};
            if (info.defaultBranchOid.isEmpty())
                return Wait{.what = u"repositoryContent"_s, .args = args};
            return Done{{{"nodeId", info.nodeId.toStdString()}, {"url", info.url.toStdString()},
                {"defaultBranch", info.defaultBranch.toStdString()}, {"sha", info.defaultBranchOid.toStdString()}}};
        }
        Wait wait{.what = u"repository"_s, .args = args};
        if (run.value && run.value->succeeded()) {
            // GitHub answers alike for what is not there and for what this token may not see.
            const Json& since = context.fact("createdSeen");
            if (!since.is_number_integer())
                wait.facts["createdSeen"] = context.waited().count();
            else if (context.waited() - Millis(since.get<qint64>()) > kVisibleWithin)
                return Ask{{.code = errc::githubRepositoryInvisible,
                    .args = {{"repository", repository->full().toStdString()}, {"url", run.value->url.toStdString()}}}};
        }
        return wait;
    }

    Resolution resolve(const StepContext& context, const EffectRecord& effect, const Observation& seen) const override
    {
        const auto read = creatingRun(context);
        const auto run = read ? seen.find<github::WorkflowRun>(*read) : Observation::Seen<github::WorkflowRun>{};
        if (!run.value)
            return lookAgain(run.error);
        const bool again = !run.value->completed()
            || (run.value->updatedAt && run.value->updatedAt->toIso() != textAt(effect.target, "updatedAt"));
        return {again ? Resolution::Kind::Succeeded : Resolution::Kind::Absent, {{"id", run.value->id}}};
    }

private:
    //! What shows that the repository of that name is not the one that was asked for: made from something else, or
    //! before it was asked for.
    static std::optional<Json> whyForeign(
        const StepContext& context, const github::RepositoryInfo& info, const github::WorkflowRun* creating)
    {
        const auto wanted = github::RepositoryName::tryParse(context.text("template"));
        const auto actual = github::RepositoryName::tryParse(info.templateRepository);
        if (wanted && actual && !(*wanted == *actual))
            return Json{{"template", actual->full().toStdString()}, {"wanted", wanted->full().toStdString()}};
        const bool before = creating && creating->createdAt && info.createdAt ? *info.createdAt < *creating->createdAt
                                                                              : precedes(context, info);
        return before ? std::optional(Json{{"createdAt", info.createdAt->toIso().toStdString()}}) : std::nullopt;
    }

    //! Whether it was there before it was asked for, by our clock, which may be wrong.
    static bool precedes(const StepContext& context, const github::RepositoryInfo& info)
    {
        const auto* dispatch = context.run.step(StepId(context.text("dispatch")));
        if (!dispatch || !info.createdAt)
            return false;
        return std::any_of(dispatch->attempts.begin(), dispatch->attempts.end(), [&](const Attempt& attempt) {
            return std::any_of(attempt.effects.begin(), attempt.effects.end(), [&](const EffectRecord& effect) {
                return !effect.absent && *info.createdAt + kClockSkew < effect.intendedAt;
            });
        });
    }

    static std::optional<github::ReadWorkflowRun> creatingRun(const StepContext& context)
    {
        const auto* dispatch = context.run.step(StepId(context.text("dispatch")));
        const auto* definition = context.run.workflow->step(StepId(context.text("dispatch")));
        if (!dispatch || !definition || integerAt(dispatch->outputs, "id") == 0)
            return std::nullopt;
        const auto with = contextOf(context, dispatch->id);
        const auto repository = with ? github::RepositoryName::tryParse(with->text("repository")) : std::nullopt;
        if (!repository)
            return std::nullopt;
        return github::ReadWorkflowRun{.repository = *repository, .id = integerAt(dispatch->outputs, "id")};
    }

    static Decision creatingRunFailed(const StepContext& context, const github::ReadWorkflowRun& read,
        const github::WorkflowRun& run, const Observation& seen)
    {
        const QString updatedAt = run.updatedAt ? run.updatedAt->toIso() : QString();
        Error error{.code = errc::githubWorkflowFailed,
            .args = {{"repository", read.repository.full().toStdString()}, {"workflow", run.name.toStdString()},
                {"url", run.url.toStdString()}, {"conclusion", run.conclusion.toLower().toStdString()}},
            .details = {{"id", run.id}, {"url", run.url.toStdString()}}};
        if (!context.retried())
            return failWithJobs(context, read.repository, run.id, updatedAt, std::move(error), seen);
        const auto* last = context.lastEffect();
        if (!last)
            return Act{github::RerunWorkflow{.repository = read.repository,
                .id = run.id,
                .failedJobsOnly = run.conclusion != "CANCELLED"_L1,
                .updatedAt = updatedAt}};
        if (last->state == EffectState::Failed && last->error && !last->absent)
            return Fail{*last->error};
        if (mayBeFromBefore(context, *last, updatedAt))
            return Wait{.what = u"workflowRun"_s, .args = error.args};
        return failWithJobs(context, read.repository, run.id, updatedAt, std::move(error), seen);
    }
};

} // namespace

const StepKind& repositoryKind()
{
    static const RepositoryKind kind;
    return kind;
}

} // namespace slipway::steps
