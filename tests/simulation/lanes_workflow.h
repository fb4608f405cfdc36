// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/text.h"

#include <QStringList>

namespace simulation {

//! One lane for each repository: a pull request with a new file, armed, merged, and the workflow that its merge sets off.
inline slipway::Json lanesWorkflow(const QStringList& repositories)
{
    using slipway::Json;
    Json lanes = Json::array(), steps = Json::array();
    for (const auto& repository : repositories) {
        const auto name = repository.toStdString();
        const auto full = "DEFRA/" + name;
        lanes.push_back({{"id", name}, {"title", name}});
        const auto step = [&](const char* what, const char* kind, Json needs, Json with) {
            Json all = Json::array();
            for (const auto& need : needs)
                all.push_back(name + "-" + need.get<std::string>());
            steps.push_back({{"id", name + "-" + what}, {"lane", name}, {"kind", kind}, {"title", what},
                {"needs", std::move(all)}, {"with", std::move(with)}});
        };
        step("raise", "github.pull-request", Json::array(),
            {{"repository", full}, {"base", "main"}, {"branch", "add-{{ inputs.name }}-{{ run.stamp }}"},
                {"title", "Add {{ inputs.name }}"},
                {"files", Json::array({{{"path", "services/{{ inputs.name }}/settings.env"}, {"content", "A=1\n"}}})}});
        step("arm", "github.auto-merge", Json::array({"raise"}),
            {{"pullRequest", name + "-raise"}, {"method", "rebase"}});
        step("merged", "github.merged", Json::array({"arm"}), {{"pullRequest", name + "-raise"}});
        step("workflow", "github.workflow-run", Json::array({"merged"}),
            {{"repository", full}, {"sha", "{{ steps." + name + "-merged.mergedSha }}"}, {"branch", "main"}});
    }
    return {{"id", "lanes"}, {"version", 1}, {"title", "Lanes"}, {"subject", "{{ inputs.name }}"},
        {"inputs", Json::array({{{"id", "name"}, {"type", "text"}, {"title", "Name"}}})}, {"lanes", std::move(lanes)},
        {"steps", std::move(steps)}};
}

} // namespace simulation
