// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/scenario.h"

#include "base/private_files.h"
#include "base/text.h"
#include "sandbox/world/usage_error.h"

#include <QFile>

//! Q_INIT_RESOURCE must stand outside any namespace.
static void initScenarioResources() { Q_INIT_RESOURCE(scenarios); }

namespace slipway::sandbox {

QStringList scenarioNames()
{
    return {u"calm"_s, u"workflow-fails-once"_s, u"already-clean"_s, u"conflict"_s, u"superseded-run"_s,
        u"review-required"_s, u"auto-merge-off"_s, u"closed-by-hand"_s, u"rate-limited"_s, u"strict-limits"_s,
        u"flaky-network"_s, u"token-expires"_s, u"first-build-missing"_s, u"pay-people-answer"_s};
}

Result<Scenario> readScenario(const QString& nameOrFile)
{
    const bool isShipped = scenarioNames().contains(nameOrFile);
    if (!isShipped && !QFile::exists(nameOrFile))
        return usageError(u"unknown scenario \"%1\"; shipped are %2, or name a file"_s.arg(
            nameOrFile, scenarioNames().join(u", "_s)));
    initScenarioResources();
    const auto text = readFile(isShipped ? u":/sandbox/scenarios/%1.json"_s.arg(nameOrFile) : nameOrFile);
    if (!text)
        return text.error();
    const auto json = parseJson(*text);
    if (!json)
        return json.error();
    if (!json->is_object())
        return usageError(u"a scenario is an object: {\"title\", \"actions\", \"faults\"}"_s);
    Scenario scenario;
    for (const auto& [name, value] : json->items()) {
        if (name == "title" && value.is_string()) {
            scenario.title = toQString(value.get<std::string>());
        } else if ((name == "actions" || name == "faults") && value.is_array()) {
            for (const Json& each : value)
                (name == "actions" ? scenario.actions : scenario.faults).push_back(each);
        } else {
            return usageError(
                u"\"%1\" in scenario \"%2\" is not understood"_s.arg(QString::fromStdString(name), nameOrFile));
        }
    }
    return scenario;
}

} // namespace slipway::sandbox
