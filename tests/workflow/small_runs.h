// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../support/run_builder.h"

//! Kinds without parameters, so that a workflow of a test is its steps and nothing else.
inline slipway::KindRules smallKinds()
{
    slipway::KindRules kinds;
    kinds.insert(u"github.pull-request"_s, {.kind = u"github.pull-request"_s, .outputs = {u"number"_s, u"sha"_s}});
    kinds.insert(u"github.merged"_s, {.kind = u"github.merged"_s, .outputs = {u"mergedSha"_s}});
    kinds.insert(u"gate"_s, {.kind = u"gate"_s});
    return kinds;
}

//! "raise", after it "merge"; beside them "extra", which a person may skip.
inline slipway::Json smallWorkflow()
{
    using slipway::Json;
    const auto step = [](const char* id, const char* kind) {
        return Json{{"id", id}, {"lane", "one"}, {"kind", kind}, {"title", id}};
    };
    Json merge = step("merge", "github.merged");
    merge["needs"] = Json::array({"raise"});
    Json extra = step("extra", "gate");
    extra["optional"] = true;
    return {{"id", "small"}, {"version", 1}, {"title", "Small"}, {"subject", "{{ inputs.name }}"},
        {"inputs",
            Json::array({{{"id", "name"}, {"type", "text"}, {"title", "Name"}},
                {{"id", "key"}, {"type", "secret"}, {"title", "Key"}, {"required", false}}})},
        {"lanes", Json::array({{{"id", "one"}, {"title", "One"}}})},
        {"steps", Json::array({step("raise", "github.pull-request"), merge, extra})}};
}

inline slipway::Json errorData(const char* code)
{
    return {{"error", slipway::toJson(slipway::Error{.code = QString::fromLatin1(code)})}};
}

class SmallRun : public RunBuilder {
public:
    SmallRun()
        : RunBuilder(smallWorkflow(), smallKinds(), {{"name", "fishing"}})
    { }
};
