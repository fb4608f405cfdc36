// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/step_context.h"

#include "base/text.h"
#include "steps/kinds.h"
#include "workflow/secrets.h"
#include "workflow/template.h"

namespace slipway::steps {

const EffectRecord* StepContext::lastEffect() const
{
    const auto* current = attempt();
    return current && !current->effects.isEmpty() ? &current->effects.last() : nullptr;
}

bool StepContext::lastEffectIs(const char* name, EffectState effectState) const
{
    const auto* effect = lastEffect();
    return effect && effect->state == effectState && effect->name == QLatin1String(name);
}

int StepContext::effectsNamed(const char* name) const
{
    const auto* current = attempt();
    return current ? int(std::count_if(current->effects.begin(), current->effects.end(),
               [&](const EffectRecord& effect) { return !effect.absent && effect.name == QLatin1String(name); }))
                   : 0;
}

bool StepContext::mustLook() const
{
    const auto* current = attempt();
    return current && (current->lookFirst || current->number > 1 || !current->effects.isEmpty());
}

bool StepContext::retried() const { return attempt() && attempt()->lookFirst && !attempt()->takenOver; }

Millis StepContext::waited() const
{
    return attempt() ? Millis(qint64(double((now - attempt()->startedAt).count()) * timeScale)) : Millis(0);
}

const Json& StepContext::fact(const char* name) const
{
    static const Json null;
    return attempt() ? memberAt(attempt()->facts, name) : null;
}

namespace {

Scope makeScope(const Run& run, int generation)
{
    Json scope = scopeOf(run, generation);
    markSecrets(scope, run);
    return std::make_shared<const Json>(std::move(scope));
}

Result<Json> urlOf(const Json& text, const Json& scope)
{
    auto url = expandUrl(text.is_string() ? toQString(text.get_ref<const std::string&>()) : QString(), scope);
    if (!url)
        return url.error();
    return toJson(*url);
}

Result<Json> expandParameter(ParameterType type, const Json& value, const Json& scope)
{
    if (type == ParameterType::Url)
        return urlOf(value, scope);
    if (type != ParameterType::HttpLookUp && type != ParameterType::HttpUndo)
        return expand(value, scope);
    Json request = value;
    request.erase("url");
    auto expanded = expand(request, scope);
    auto url = urlOf(memberAt(value, "url"), scope);
    if (!expanded)
        return expanded;
    if (!url)
        return url;
    (*expanded)["url"] = std::move(*url);
    return expanded;
}

} // namespace

Scope Scopes::of(const Run& run, int generation)
{
    if (std::exchange(m_sequence, run.sequence) != run.sequence)
        m_byGeneration.clear();
    auto& scope = m_byGeneration[generation];
    if (!scope)
        scope = makeScope(run, generation);
    return scope;
}

namespace {

bool lacksOutputs(const StepContext& context)
{
    const Json& wanted = memberAt(context.definition.with, "outputs");
    return std::any_of(wanted.items().begin(), wanted.items().end(),
        [&](const auto& output) { return memberAt(context.state.outputs, output.key().c_str()).is_null(); });
}

Result<StepContext> contextWith(
    Scope scope, const Run& run, const StepId& step, const KindRules& kinds, Timestamp now, double timeScale)
{
    const auto* definition = run.workflow->step(step);
    const auto* state = run.step(step);
    StepContext context{.run = run, .definition = *definition, .state = *state, .now = now, .timeScale = timeScale};
    context.scope = std::move(scope);
    context.purpose = state->undoPlanned ? Purpose::Undo : Purpose::Do;
    context.with = Json::object();
    QHash<QString, ParameterType> types;
    for (const auto& parameter : kinds.value(definition->kind).parameters)
        types.insert(parameter.name, parameter.type);
    for (const auto& [name, value] : definition->with.items()) {
        const auto type = types.value(toQString(name));
        if (type == ParameterType::Files)
            continue;
        // Undoing is prepared when it is wanted: it may need what the step itself gave.
        if (type == ParameterType::HttpUndo && context.purpose != Purpose::Undo)
            continue;
        auto expanded = expandParameter(type, value, *context.scope);
        // The step was cut off before it had outputs: undoing finds out first what they are.
        if (!expanded && type == ParameterType::HttpUndo && lacksOutputs(context))
            continue;
        if (!expanded)
            return expanded.error();
        context.with[name] = std::move(*expanded);
    }
    return context;
}

} // namespace

Result<StepContext> contextOf(
    const Run& run, const StepId& step, const KindRules& kinds, Timestamp now, double timeScale, Scopes* scopes)
{
    const int generation = run.step(step)->generation;
    auto scope = scopes ? scopes->of(run, generation) : makeScope(run, generation);
    return contextWith(std::move(scope), run, step, kinds, now, timeScale);
}

Result<StepContext> contextOf(const StepContext& context, const StepId& step)
{
    const int generation = context.run.step(step)->generation;
    auto scope = generation == context.state.generation ? context.scope : makeScope(context.run, generation);
    return contextWith(std::move(scope), context.run, step, kindRules(), context.now, context.timeScale);
}

} // namespace slipway::steps
