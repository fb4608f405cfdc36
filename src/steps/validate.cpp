// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "steps/kinds.h"
#include "steps/raise_plan.h"

namespace slipway::steps {

namespace {

//! Checks a request against the world before anything is written: the name is free, the team exists, and the edit of each
//! pull request fits the files as they are now. Its reads are those of the pull requests, so they cost nothing more.
class ValidateKind : public StepKind {
public:
    KindRule rule() const override
    {
        return {.kind = u"request.validate"_s,
            .parameters = {{u"organisation"_s}, {u"repository"_s, ParameterType::Repository, false},
                {u"team"_s, ParameterType::Text, false},
                {u"pullRequests"_s, ParameterType::List, false, u"github.pull-request"_s}},
            .outputs = {}};
    }

    Reads reads(const StepContext& context) const override
    {
        Reads reads;
        if (const auto name = repository(context))
            reads.github.append(github::ReadName{*name});
        if (!context.text("team").isEmpty())
            reads.github.append(github::ReadTeams{context.text("organisation")});
        for (const auto& step : textsAt(context.with, "pullRequests")) {
            if (const auto intent = intentOf(context, step))
                reads.github.append(readFor(*intent));
        }
        return reads;
    }

    Decision decide(const StepContext& context, const Observation& seen) const override
    {
        if (const QString full = context.text("repository"); !full.isEmpty() && !repository(context))
            return Fail{{.code = errc::settingInvalid,
                .args = {{"name", "repository"}, {"value", full.toStdString()},
                    {"reason", "GitHub would give the repository another name"}}}};
        std::optional<Error> question;
        // When it is tried again later, what the run itself has made is no obstacle.
        if (const auto name = repository(context); name && !alreadyTried(context, u"github.dispatch"_s)) {
            const auto state = seen.find<github::NameState>(github::ReadName{*name});
            if (!state.value)
                return Fail{state.error ? *state.error : Error{.code = errc::internal}};
            if (state.value->taken)
                return Fail{{.code = errc::nameTaken,
                    .args = {{"name", name->name.toStdString()}, {"holder", state.value->fullName.toStdString()},
                        {"url", state.value->url.toStdString()}}}};
            if (!state.value->redirectsTo.isEmpty())
                question = Error{.code = errc::nameRedirects,
                    .args = {{"name", name->full().toStdString()}, {"to", state.value->redirectsTo.toStdString()},
                        {"url", state.value->url.toStdString()}}};
        }
        if (const QString team = context.text("team"); !team.isEmpty()) {
            const auto teams = seen.find<github::Teams>(github::ReadTeams{context.text("organisation")});
            if (!teams.value)
                return Fail{teams.error ? *teams.error : Error{.code = errc::internal}};
            const bool known = std::any_of(teams.value->teams.begin(), teams.value->teams.end(),
                [&](const github::Team& candidate) { return candidate.slug == team; });
            if (!known)
                return Fail{{.code = errc::teamUnknown,
                    .args = {
                        {"team", team.toStdString()}, {"organisation", context.text("organisation").toStdString()}}}};
        }
        for (const auto& step : textsAt(context.with, "pullRequests")) {
            const auto intent = intentOf(context, step);
            if (!intent)
                return Fail{intent.error()};
            const auto snapshot = seen.find<github::RepositorySnapshot>(readFor(*intent));
            if (!snapshot.value)
                return Fail{snapshot.error ? *snapshot.error : Error{.code = errc::internal}};
            // GitHub goes on answering to the old name; whoever sets a service up should know that it has a new one.
            const auto now = github::RepositoryName::tryParse(snapshot.value->info.fullName);
            if (now && !(*now == intent->repository))
                return Fail{{.code = errc::githubRenamed,
                    .args = {{"repository", intent->repository.full().toStdString()}, {"to", now->full().toStdString()},
                        {"url", snapshot.value->info.url.toStdString()}}}};
            if (const auto plan = planRaise(*intent, *snapshot.value); !plan)
                return Fail{nameHeld(plan.error(), context)};
        }
        if (question)
            return Ask{*question};
        return Done{};
    }

private:
    static std::optional<github::RepositoryName> repository(const StepContext& context)
    {
        return github::RepositoryName::tryParse(context.text("repository"));
    }

    static bool alreadyTried(const StepContext& context, const QString& kind)
    {
        return std::any_of(context.run.steps.begin(), context.run.steps.end(),
            [&](const StepRun& step) { return step.attempt() && context.run.workflow->step(step.id)->kind == kind; });
    }

    static Result<RaiseIntent> intentOf(const StepContext& context, const QString& step)
    {
        auto raise = contextOf(context, StepId(step));
        if (!raise)
            return raise.error();
        return raiseIntent(*raise);
    }

    //! An entry of that name in a file is what "taken" means there.
    static Error nameHeld(Error error, const StepContext& context)
    {
        if (error.code != errc::editNameExists)
            return error;
        Error taken{.code = errc::nameTaken, .args = error.args};
        taken.args["name"] = context.run.subject.toStdString();
        taken.args["holder"] =
            textAt(error.args, "repository").toStdString() + ": " + textAt(error.args, "path").toStdString();
        return taken;
    }
};

} // namespace

const StepKind& validateKind()
{
    static const ValidateKind kind;
    return kind;
}

} // namespace slipway::steps
