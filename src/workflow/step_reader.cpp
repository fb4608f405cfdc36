// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "workflow/parse_workflow.h"
#include "workflow/workflow_reader.h"

#include <QRegularExpression>
#include <QSet>

namespace slipway {

namespace {

std::optional<Millis> readDuration(MemberReader& reader, const char* name)
{
    const auto text = reader.text(name, Presence::Optional);
    if (text.isNull())
        return std::nullopt;
    const auto duration = parseDuration(text);
    if (!duration || duration->count() == 0) {
        reader.problem(name, u"\"%1\" is no duration such as \"500ms\", \"90s\", \"5m\", \"2h\" or \"1d\""_s.arg(text));
        return std::nullopt;
    }
    return duration;
}

RetryPolicy readRetry(const Json& retry, const QString& pointer, Problems& problems)
{
    RetryPolicy policy;
    MemberReader reader(retry, pointer, problems, u"\"retry\""_s);
    policy.attempts = reader.integer("attempts", 1).value_or(policy.attempts);
    policy.first = readDuration(reader, "first").value_or(policy.first);
    policy.most = readDuration(reader, "most").value_or(std::max(policy.most, policy.first));
    reader.refuseUnknown();
    if (policy.first > policy.most)
        reader.problem("first", u"\"first\" is longer than \"most\""_s);
    return policy;
}

QList<StepId> readNeeds(const Json& needs, const QString& pointer, Problems& problems)
{
    QList<StepId> read;
    for (size_t i = 0; i < needs.size(); ++i) {
        const auto here = pointerTo(pointer, qsizetype(i));
        if (!needs[i].is_string()) {
            problems.add(here, u"a need must be the id of a step"_s);
            continue;
        }
        const StepId id{toQString(needs[i].get_ref<const std::string&>())};
        if (read.contains(id))
            problems.add(here, u"the need \"%1\" stands twice"_s.arg(id.text()));
        else
            read.append(id);
    }
    return read;
}

StepDefinition readStep(const Json& json, const QString& pointer, Problems& problems)
{
    static const QRegularExpression kebabCase(u"\\A[a-z][a-z0-9]*(-[a-z0-9]+)*\\z"_s);
    StepDefinition step;
    MemberReader reader(json, pointer, problems, u"a step"_s);
    const auto id = reader.text("id");
    if (!id.isEmpty() && !kebabCase.match(id).hasMatch())
        reader.problem(
            "id", u"\"id\" must be lower-case letters and digits with single hyphens, starting with a letter"_s);
    step.id = StepId(id);
    step.lane = reader.text("lane");
    step.kind = reader.text("kind");
    step.title = reader.text("title", Presence::Optional);
    if (step.title.contains("{{"_L1))
        reader.problem("title", u"the title of a step takes no placeholders"_s);
    if (step.title.isEmpty())
        step.title = id;
    step.needs = readNeeds(reader.list("needs"), reader.pointer("needs"), problems);
    step.with = reader.object("with");
    const auto& when = reader.any("when");
    if (when.is_string() || when.is_boolean())
        step.when = when;
    else if (!when.is_null())
        reader.problem("when", u"\"when\" must be a text, true or false"_s);
    step.optional = reader.flag("optional", false);
    step.limit = readDuration(reader, "limit");
    if (const auto& retry = reader.any("retry"); !retry.is_null())
        step.retry = readRetry(retry, reader.pointer("retry"), problems);
    reader.refuseUnknown();
    return step;
}

} // namespace

QList<StepDefinition> readSteps(const Json& steps, const QString& pointer, Problems& problems)
{
    QList<StepDefinition> read;
    QSet<StepId> ids;
    for (size_t i = 0; i < steps.size(); ++i) {
        const auto here = pointerTo(pointer, qsizetype(i));
        auto step = readStep(steps[i], here, problems);
        if (!step.id.isEmpty() && ids.contains(step.id))
            problems.add(pointerTo(here, u"id"_s), u"the step \"%1\" stands twice"_s.arg(step.id.text()));
        ids.insert(step.id);
        read.append(std::move(step));
    }
    return read;
}

} // namespace slipway
