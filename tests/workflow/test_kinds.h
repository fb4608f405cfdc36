// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text.h"
#include "workflow/kind_rules.h"

//! The step kinds as the validator knows them. This floor must not include src/steps, whose own tests compare their
//! table with the shipped workflows.
inline slipway::KindRules testKinds()
{
    using slipway::KindRule;
    using Type = slipway::ParameterType;
    const QString pullRequest = u"github.pull-request"_s;
    const QList<KindRule> rules{
        {.kind = u"request.validate"_s,
            .parameters = {{u"organisation"_s}, {u"repository"_s, Type::Repository, false},
                {u"team"_s, Type::Text, false}, {u"pullRequests"_s, Type::List, false, pullRequest}}},
        {.kind = pullRequest,
            .parameters = {{u"repository"_s, Type::Repository}, {u"base"_s}, {u"branch"_s}, {u"title"_s},
                {u"body"_s, Type::Text, false}, {u"commit"_s, Type::Text, false}, {u"files"_s, Type::Files}},
            .outputs = {u"number"_s, u"nodeId"_s, u"url"_s, u"branch"_s, u"sha"_s, u"headSha"_s}},
        {.kind = u"github.auto-merge"_s,
            .parameters = {{u"pullRequest"_s, Type::Step, true, pullRequest}, {u"method"_s, Type::Text, false}},
            .outputs = {u"mode"_s}},
        {.kind = u"github.merged"_s,
            .parameters = {{u"pullRequest"_s, Type::Step, true, pullRequest}},
            .outputs = {u"mergedSha"_s, u"mergedAt"_s}},
        {.kind = u"github.workflow-run"_s,
            .parameters = {{u"repository"_s, Type::Repository}, {u"sha"_s}, {u"path"_s, Type::Text, false},
                {u"branch"_s, Type::Text, false}, {u"noneAfter"_s, Type::Duration, false}},
            .outputs = {u"id"_s, u"name"_s, u"path"_s, u"url"_s, u"conclusion"_s, u"createdAt"_s, u"updatedAt"_s,
                u"coveredBy"_s}},
        {.kind = u"github.dispatch"_s,
            .parameters = {{u"repository"_s, Type::Repository}, {u"workflow"_s}, {u"ref"_s},
                {u"inputs"_s, Type::Object}, {u"creates"_s, Type::Repository, false}},
            .outputs = {u"id"_s, u"url"_s}},
        {.kind = u"github.repository"_s,
            .parameters = {{u"repository"_s, Type::Repository}, {u"template"_s, Type::Repository, false},
                {u"dispatch"_s, Type::Step, false, u"github.dispatch"_s}},
            .outputs = {u"nodeId"_s, u"url"_s, u"defaultBranch"_s, u"sha"_s}},
        {.kind = u"github.archive"_s, .parameters = {{u"repository"_s, Type::Repository}}, .outputs = {u"url"_s}},
        {.kind = u"http.request"_s,
            .parameters = {{u"method"_s, Type::HttpMethod}, {u"url"_s, Type::Url}, {u"headers"_s, Type::Object, false},
                {u"credential"_s, Type::Credential, false}, {u"body"_s, Type::Any, false},
                {u"expect"_s, Type::Statuses, false}, {u"outputs"_s, Type::Outputs, false},
                {u"secretOutputs"_s, Type::Outputs, false}, {u"effect"_s, Type::EffectClass},
                {u"keyHeader"_s, Type::Text, false}, {u"lookUp"_s, Type::HttpLookUp, false},
                {u"lookFirst"_s, Type::Flag, false}, {u"meanings"_s, Type::Meanings, false},
                {u"makes"_s, Type::Made, false}, {u"undo"_s, Type::HttpUndo, false}},
            .anyOutputs = true,
            .takesSecrets = true},
        {.kind = u"http.wait"_s,
            .parameters = {{u"url"_s, Type::Url}, {u"credential"_s, Type::Credential, false},
                {u"nonEmpty"_s, Type::Text, false}, {u"outputs"_s, Type::Outputs, false},
                {u"fails"_s, Type::Refusals, false}},
            .anyOutputs = true,
            .takesSecrets = true},
        {.kind = u"gate"_s, .parameters = {{u"message"_s}}},
        // Types that no kind uses yet.
        {.kind = u"test.types"_s,
            .parameters = {{u"flag"_s, Type::Flag, false}, {u"number"_s, Type::Number, false},
                {u"list"_s, Type::List, false}}},
    };
    slipway::KindRules byKind;
    for (const auto& rule : rules)
        byKind.insert(rule.kind, rule);
    return byKind;
}
