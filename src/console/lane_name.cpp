// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/lane_name.h"

#include "base/text.h"
#include "console/safe_text.h"

#include <QRegularExpression>

namespace slipway::console {

namespace {

//! Nothing: it stands for more than a name.
std::optional<QString> wordFor(const Workflow& workflow, const QString& path)
{
    for (const auto& setting : workflow.settings)
        if (path == u"settings."_s + setting.id && setting.defaultValue.is_string())
            return toQString(setting.defaultValue.get_ref<const std::string&>());
    for (const auto& input : workflow.inputs)
        if (path == u"inputs."_s + input.id)
            return u"‹%1›"_s.arg(input.title.isEmpty() ? input.id : input.title);
    return std::nullopt;
}

} // namespace

QString laneName(const Workflow& workflow, const Lane& lane)
{
    static const QRegularExpression placeholder(u"\\{\\{\\s*([^{}]*?)\\s*\\}\\}"_s);
    QString name;
    qsizetype end = 0;
    for (auto it = placeholder.globalMatch(lane.title); it.hasNext();) {
        const auto found = it.next();
        const auto word = wordFor(workflow, found.captured(1));
        if (!word)
            return safeLine(lane.id, 60);
        name += lane.title.mid(end, found.capturedStart() - end) + *word;
        end = found.capturedEnd();
    }
    name += lane.title.mid(end);
    return safeLine(name.trimmed().isEmpty() ? lane.id : name, 60);
}

} // namespace slipway::console
