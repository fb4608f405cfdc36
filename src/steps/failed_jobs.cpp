// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/failed_jobs.h"

#include "base/text.h"

namespace slipway::steps {

namespace {

constexpr auto kFailedRun = "failedRun"; //!< the fact: {"id", "updatedAt", "attempt"}

int numberOf(const StepContext& context) { return context.attempt() ? context.attempt()->number : 0; }

} // namespace

std::optional<github::ReadFailedJobs> failedJobsRead(
    const StepContext& context, const github::RepositoryName& repository)
{
    // A retry takes the facts over; while its run is under way, the old jobs are not asked about at each look.
    const Json& asked = context.fact(kFailedRun);
    if (integerAt(asked, "id") == 0 || integerAt(asked, "attempt") != numberOf(context))
        return std::nullopt;
    return github::ReadFailedJobs{repository, integerAt(asked, "id")};
}

Decision failWithJobs(const StepContext& context, const github::RepositoryName& repository, qint64 run,
    const QString& updatedAt, Error error, const Observation& seen)
{
    const Json asked{{"id", run}, {"updatedAt", updatedAt.toStdString()}, {"attempt", numberOf(context)}};
    if (context.fact(kFailedRun) != asked)
        return Wait{.what = u"workflowRun"_s, .args = error.args, .facts = {{kFailedRun, asked}}, .lookAtOnce = true};
    const auto failed = seen.find<github::FailedJobs>(github::ReadFailedJobs{repository, run});
    if (!failed.value)
        return Fail{std::move(error)};
    QStringList jobs, steps;
    for (const auto& job : failed.value->jobs) {
        jobs.append(job.name);
        steps.append(job.step);
    }
    for (auto* names : {&jobs, &steps}) {
        names->removeAll(QString());
        names->removeDuplicates();
    }
    if (!jobs.isEmpty())
        error.args["job"] = jobs.join(u", "_s).toStdString();
    if (!steps.isEmpty())
        error.args["jobStep"] = steps.join(u", "_s).toStdString();
    if (!failed.value->jobs.isEmpty() && !failed.value->jobs.first().url.isEmpty())
        error.details["jobUrl"] = failed.value->jobs.first().url.toStdString();
    if (!failed.value->notes.isEmpty())
        error.details["text"] = failed.value->notes.join(u'\n').toStdString();
    return Fail{std::move(error)};
}

} // namespace slipway::steps
