// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/kinds.h"

namespace slipway::steps {

namespace {

const QHash<QString, const StepKind*>& table()
{
    static const QHash<QString, const StepKind*> kinds = [] {
        QHash<QString, const StepKind*> map;
        for (const StepKind* kind :
            {&validateKind(), &pullRequestKind(), &autoMergeKind(), &mergedKind(), &workflowRunKind(), &dispatchKind(),
                &repositoryKind(), &archiveKind(), &httpRequestKind(), &httpWaitKind(), &gateKind()})
            map.insert(kind->rule().kind, kind);
        return map;
    }();
    return kinds;
}

} // namespace

const StepKind* kindNamed(const QString& name) { return table().value(name); }

const KindRules& kindRules()
{
    static const KindRules rules = [] {
        KindRules all;
        for (const StepKind* kind : table())
            all.insert(kind->rule().kind, kind->rule());
        return all;
    }();
    return rules;
}

} // namespace slipway::steps
