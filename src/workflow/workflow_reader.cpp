// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/workflow_reader.h"

#include "base/text.h"

#include <QRegularExpression>
#include <QSet>

namespace slipway {

namespace {

bool matches(const QRegularExpression& shape, const QString& text) { return shape.match(text).hasMatch(); }

bool isKebabCase(const QString& text)
{
    static const QRegularExpression shape(u"\\A[a-z][a-z0-9]*(-[a-z0-9]+)*\\z"_s);
    return matches(shape, text);
}

bool isLaneId(const QString& text)
{
    static const QRegularExpression shape(u"\\A[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*\\z"_s);
    return matches(shape, text);
}

const QString kebabRule = u"\"id\" must be lower-case letters and digits with single hyphens, starting with a letter"_s;

QList<Lane> readLanes(const Json& lanes, const QString& pointer, Problems& problems)
{
    QList<Lane> read;
    QSet<QString> ids;
    for (size_t i = 0; i < lanes.size(); ++i) {
        MemberReader reader(lanes[i], pointerTo(pointer, qsizetype(i)), problems, u"a lane"_s);
        Lane lane{.id = reader.text("id"), .title = reader.text("title")};
        reader.refuseUnknown();
        if (!lane.id.isEmpty() && !isLaneId(lane.id))
            reader.problem("id", u"\"id\" must be letters and digits with single hyphens, starting with a letter"_s);
        if (!lane.id.isEmpty() && ids.contains(lane.id))
            reader.problem("id", u"the lane \"%1\" stands twice"_s.arg(lane.id));
        ids.insert(lane.id);
        read.append(lane);
    }
    return read;
}

} // namespace

bool isPlainName(const QString& name)
{
    static const QRegularExpression shape(u"\\A[A-Za-z][A-Za-z0-9]*\\z"_s);
    return matches(shape, name);
}

Workflow readWorkflow(const Json& source, Problems& problems)
{
    Workflow workflow;
    workflow.source = source;
    MemberReader reader(source, {}, problems, u"a workflow"_s);
    if (!reader.isObject())
        return workflow;
    reader.text("$schema", Presence::Optional);
    workflow.id = reader.text("id");
    if (!workflow.id.isEmpty() && !isKebabCase(workflow.id))
        reader.problem("id", kebabRule);
    workflow.version = reader.integer("version", 1, Presence::Required).value_or(1);
    workflow.title = reader.text("title");
    workflow.subject = reader.text("subject");
    workflow.settings = readSettings(reader.object("settings"), reader.pointer("settings"), problems);
    workflow.inputs = readInputs(reader.list("inputs"), reader.pointer("inputs"), problems);
    workflow.lets = reader.object("lets");
    workflow.lanes = readLanes(reader.list("lanes", Presence::Required), reader.pointer("lanes"), problems);
    const auto& steps = reader.list("steps", Presence::Required);
    if (steps.empty() && source.contains("steps") && source.at("steps").is_array())
        reader.problem("steps", u"a workflow needs at least one step"_s);
    workflow.steps = readSteps(steps, reader.pointer("steps"), problems);
    reader.refuseUnknown();
    return workflow;
}

} // namespace slipway
