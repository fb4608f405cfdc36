// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "steps/kinds.h"

namespace slipway::steps {

namespace {

//! Makes a repository read-only. Nothing is deleted: whoever may administer it can take that back on its page.
class ArchiveKind : public StepKind {
public:
    KindRule rule() const override
    {
        return {.kind = u"github.archive"_s,
            .parameters = {{u"repository"_s, ParameterType::Repository}},
            .outputs = {u"url"_s}};
    }

    Reads reads(const StepContext& context) const override
    {
        const auto repository = github::RepositoryName::tryParse(context.text("repository"));
        return repository && !archived(context) ? Reads{.github = {github::WatchRepository{*repository}}} : Reads{};
    }

    Decision decide(const StepContext& context, const Observation& seen) const override
    {
        const auto repository = github::RepositoryName::tryParse(context.text("repository"));
        if (!repository)
            return Fail{{.code = errc::settingInvalid,
                .args = {{"name", "repository"}, {"value", context.text("repository").toStdString()},
                    {"reason", "it is no OWNER/NAME of a repository"}}}};
        if (const auto* effect = archived(context))
            return Done{{{"url", memberAt(effect->result, "url")}}};
        const auto* last = context.lastEffect();
        if (last && last->state == EffectState::Failed && last->error && !last->absent)
            return Fail{*last->error};
        const auto state = seen.find<github::RepositoryState>(github::WatchRepository{*repository});
        if (!state.value)
            return Fail{state.error ? *state.error : Error{.code = errc::internal}, true};
        if (!state.value->exists)
            return Fail{{.code = errc::githubNotFound, .args = {{"repository", repository->full().toStdString()}}}};
        if (state.value->info.archived)
            return Done{{{"url", state.value->info.url.toStdString()}}, u"nothingToChange"_s};
        // Under its present name: a PATCH to an old one would be redirected, and a write follows no redirect.
        const auto present = github::RepositoryName::tryParse(state.value->info.fullName);
        return Act{github::ArchiveRepository{.repository = present.value_or(*repository)}};
    }

    Resolution resolve(const StepContext& context, const EffectRecord&, const Observation& seen) const override
    {
        const auto repository = github::RepositoryName::tryParse(context.text("repository"));
        const auto state =
            seen.find<github::RepositoryState>(github::WatchRepository{repository.value_or(github::RepositoryName{})});
        if (!state.value)
            return lookAgain(state.error);
        if (!state.value->info.archived)
            return {.kind = Resolution::Kind::Absent};
        return {Resolution::Kind::Succeeded, {{"url", state.value->info.url.toStdString()}}};
    }

private:
    static const EffectRecord* archived(const StepContext& context)
    {
        return context.lastEffectIs("archiveRepository", EffectState::Succeeded) ? context.lastEffect() : nullptr;
    }
};

} // namespace

const StepKind& archiveKind()
{
    static const ArchiveKind kind;
    return kind;
}

} // namespace slipway::steps
