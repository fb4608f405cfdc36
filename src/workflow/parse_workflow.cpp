// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/parse_workflow.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "workflow/workflow_checks.h"
#include "workflow/workflow_reader.h"

namespace slipway {

namespace {

Error invalid(const QString& file, const Problems& problems)
{
    return Error{.code = errc::workflowInvalid, .args = {{"file", toJson(file)}, {"problems", problems.list()}}};
}

} // namespace

Result<std::shared_ptr<const Workflow>> parseWorkflow(
    const QByteArray& text, const QString& file, const KindRules& kinds)
{
    const auto source = parseJson(text);
    if (source)
        return parseWorkflow(*source, file, kinds);
    const auto& args = source.error().args;
    Problems problems;
    if (source.error().code == errc::jsonTooLarge)
        problems.add({}, u"the file is larger than %1 bytes"_s.arg(integerAt(args, "limit")));
    else
        problems.add({},
            u"no valid JSON, line %1, column %2: %3"_s.arg(QString::number(integerAt(args, "line")),
                QString::number(integerAt(args, "column")), textAt(args, "reason")));
    return invalid(file, problems);
}

Result<std::shared_ptr<const Workflow>> parseWorkflow(const Json& source, const QString& file, const KindRules& kinds)
{
    // Thousands of runs keep a copy of the same workflow: comparing two is cheaper than checking one.
    thread_local std::pair<std::shared_ptr<const Workflow>, KindRules> last;
    if (last.first && last.second.isSharedWith(kinds) && last.first->source == source)
        return last.first;
    Problems problems;
    auto workflow = std::make_shared<Workflow>(readWorkflow(source, problems));
    if (source.is_object())
        checkWorkflow(*workflow, kinds, problems);
    if (!problems.isEmpty())
        return invalid(file, problems);
    last = {workflow, kinds};
    return std::shared_ptr<const Workflow>(std::move(workflow));
}

} // namespace slipway
