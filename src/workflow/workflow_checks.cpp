// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/workflow_checks.h"

#include "base/text.h"

#include <QSet>

namespace slipway {

namespace {

//! More is a mistake or an attack: the walk through the needs goes as deep as there are steps.
constexpr qsizetype mostSteps = 1000;

QString stepPointer(qsizetype index) { return pointerTo(u"/steps"_s, index); }

//! Finds the circles among the needs and names the steps of each once.
class CycleSearch {
public:
    CycleSearch(const Workflow& workflow, Problems& problems)
        : m_workflow(workflow)
        , m_problems(problems)
    { }

    void run()
    {
        for (const auto& step : m_workflow.steps)
            visit(step);
    }

private:
    void visit(const StepDefinition& step)
    {
        if (m_done.contains(step.id))
            return;
        if (const auto at = m_path.indexOf(step.id); at >= 0) {
            report(at);
            return;
        }
        m_path.append(step.id);
        for (const auto& need : step.needs) {
            if (const auto* needed = m_workflow.step(need))
                visit(*needed);
        }
        m_path.removeLast();
        m_done.insert(step.id);
    }

    void report(qsizetype from)
    {
        QStringList names;
        for (const auto& id : m_path.mid(from))
            names.append(id.text());
        names.append(names.first());
        const auto first = std::find_if(m_workflow.steps.cbegin(), m_workflow.steps.cend(),
            [&](const auto& step) { return step.id == m_path.at(from); });
        m_problems.add(pointerTo(stepPointer(first - m_workflow.steps.cbegin()), u"needs"_s),
            u"the needs go in a circle: %1"_s.arg(names.join(u" needs "_s)));
    }

    const Workflow& m_workflow;
    Problems& m_problems;
    QList<StepId> m_path;
    QSet<StepId> m_done;
};

void checkSteps(const Workflow& workflow, const KindRules& kinds, Problems& problems)
{
    for (qsizetype i = 0; i < workflow.steps.size(); ++i) {
        const auto& step = workflow.steps.at(i);
        const auto pointer = stepPointer(i);
        const bool hasLane = std::any_of(
            workflow.lanes.cbegin(), workflow.lanes.cend(), [&](const auto& lane) { return lane.id == step.lane; });
        if (!step.lane.isEmpty() && !hasLane)
            problems.add(pointerTo(pointer, u"lane"_s), u"there is no lane \"%1\""_s.arg(step.lane));
        const auto& needs = memberAt(workflow.source.at("steps").at(size_t(i)), "needs");
        for (size_t n = 0; needs.is_array() && n < needs.size(); ++n) {
            if (!needs[n].is_string())
                continue;
            const auto need = toQString(needs[n].get_ref<const std::string&>());
            if (!workflow.step(StepId(need)))
                problems.add(
                    pointerTo(pointerTo(pointer, u"needs"_s), qsizetype(n)), u"there is no step \"%1\""_s.arg(need));
        }
        if (step.kind.isEmpty())
            continue;
        const auto rule = kinds.constFind(step.kind);
        if (rule == kinds.cend()) {
            auto known = kinds.keys();
            known.sort();
            problems.add(pointerTo(pointer, u"kind"_s),
                u"unknown kind \"%1\"; known are %2"_s.arg(step.kind, known.join(u", "_s)));
            continue;
        }
        checkParameters(workflow, step, *rule, pointer, problems);
    }
}

void checkChoices(const Workflow& workflow, Problems& problems)
{
    for (qsizetype i = 0; i < workflow.inputs.size(); ++i) {
        const auto& choices = workflow.inputs.at(i).choices;
        if (!choices.is_string())
            continue;
        const auto pointer = pointerTo(pointerTo(u"/inputs"_s, i), u"choices"_s);
        const auto reference = toQString(choices.get_ref<const std::string&>());
        if (reference == "github.teams"_L1)
            continue;
        const auto setting = std::find_if(workflow.settings.cbegin(), workflow.settings.cend(),
            [&](const auto& each) { return reference == "settings."_L1 + each.id; });
        if (setting == workflow.settings.cend())
            problems.add(pointer,
                u"\"%1\" is neither a list of texts nor \"settings.NAME\" of a declared setting nor \"github.teams\""_s
                    .arg(reference));
        else if (setting->type != SettingType::List && setting->type != SettingType::Map)
            problems.add(pointer, u"the setting \"%1\" is neither a list nor a map"_s.arg(setting->id));
    }
}

} // namespace

bool isNeeded(const Workflow& workflow, const StepDefinition& step, const StepId& other)
{
    return std::any_of(step.needs.cbegin(), step.needs.cend(),
        [&](const auto& need) { return need == other || workflow.needs(need, other); });
}

void checkWorkflow(const Workflow& workflow, const KindRules& kinds, Problems& problems)
{
    if (workflow.steps.size() > mostSteps) {
        problems.add(u"/steps"_s, u"more than %1 steps"_s.arg(mostSteps));
        return;
    }
    checkChoices(workflow, problems);
    checkSteps(workflow, kinds, problems);
    CycleSearch(workflow, problems).run();
    checkReferences(workflow, kinds, problems);
}

} // namespace slipway
