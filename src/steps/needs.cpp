// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/needs.h"

#include "base/text.h"
#include "workflow/template.h"

namespace slipway::steps {

namespace {

QList<Right> rightsOf(const StepDefinition& step)
{
    if (step.kind == "request.validate"_L1)
        return {Right::ReadMembers};
    if (step.kind == "github.pull-request"_L1) {
        QList<Right> rights{Right::WriteContents, Right::WritePullRequests};
        // GitHub wants a right of its own for these files.
        if (toBytes(memberAt(step.with, "files")).contains(".github/workflows"))
            rights.append(Right::WriteWorkflows);
        return rights;
    }
    if (step.kind == "github.auto-merge"_L1)
        return {Right::WriteContents, Right::WritePullRequests};
    if (step.kind == "github.workflow-run"_L1)
        return {Right::ReadActions, Right::WriteActions}; // a retry runs its failed jobs again
    if (step.kind == "github.dispatch"_L1)
        return {Right::WriteActions};
    if (step.kind == "github.repository"_L1)
        return {Right::ReadContents};
    return {};
}

//! Steps of a pull request name the step that raised it, and work in its repository.
Json repositoryTemplate(const Workflow& workflow, const StepDefinition& step)
{
    if (const auto raised = textAt(step.with, "pullRequest"); !raised.isEmpty())
        if (const auto* other = workflow.step(StepId(raised)))
            return memberAt(other->with, "repository");
    return memberAt(step.with, "repository");
}

} // namespace

QList<Need> needsOf(const Workflow& workflow, const Json& settings)
{
    const Json scope{{"settings", settings}};
    QList<Need> needs;
    for (const auto& step : workflow.steps) {
        for (const auto right : rightsOf(step)) {
            Need need{.step = step.id.text(), .title = step.title, .right = right};
            if (right == Right::ReadMembers) {
                const auto organisation = expand(memberAt(step.with, "organisation"), scope);
                if (!organisation || !organisation->is_string())
                    continue;
                need.organisation = toQString(organisation->get_ref<const std::string&>());
            } else {
                const Json text = repositoryTemplate(workflow, step);
                if (!text.is_string())
                    continue;
                const auto name = expand(text, scope);
                if (name && name->is_string())
                    need.repository = github::RepositoryName::tryParse(toQString(name->get_ref<const std::string&>()));
                if (!need.repository)
                    need.later = toQString(text.get_ref<const std::string&>());
            }
            needs.append(std::move(need));
        }
    }
    return needs;
}

} // namespace slipway::steps
