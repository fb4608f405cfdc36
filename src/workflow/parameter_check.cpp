// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "workflow/http_check.h"
#include "workflow/parse_workflow.h"
#include "workflow/template_path.h"
#include "workflow/workflow_checks.h"

#include <QRegularExpression>

namespace slipway {

namespace {

bool hasPlaceholder(const QString& text) { return text.contains("{{"_L1); }

//! A text that is exactly one placeholder takes the value's own type, so it may stand for anything.
bool isSolePlaceholder(const Json& value)
{
    if (!value.is_string())
        return false;
    const auto parts = parseTemplate(toQString(value.get_ref<const std::string&>()));
    return parts.ok() && solePath(*parts);
}

class ParameterCheck {
public:
    ParameterCheck(const Workflow& workflow, const StepDefinition& step, const KindRule& rule, const QString& pointer,
        Problems& problems)
        : m_workflow(workflow)
        , m_step(step)
        , m_rule(rule)
        , m_with(pointerTo(pointer, u"with"_s))
        , m_problems(problems)
    { }

    void run()
    {
        QStringList known;
        for (const auto& parameter : m_rule.parameters) {
            known.append(parameter.name);
            const auto found = m_step.with.find(parameter.name.toStdString());
            if (found != m_step.with.end())
                checkValue(parameter, *found, pointerTo(m_with, parameter.name));
            else if (parameter.required)
                m_problems.add(m_with, u"\"%1\" needs the parameter \"%2\""_s.arg(m_rule.kind, parameter.name));
        }
        for (const auto& [name, value] : m_step.with.items()) {
            const auto text = toQString(name);
            if (!known.contains(text))
                m_problems.add(pointerTo(m_with, text),
                    u"\"%1\" has no parameter \"%2\"; it has %3"_s.arg(m_rule.kind, text, known.join(u", "_s)));
        }
        if (m_rule.anyOutputs) {
            checkOutputs("outputs");
            checkOutputs("secretOutputs");
        }
        checkHttpTogether(m_rule, m_step.with, m_with, m_problems);
    }

private:
    void checkValue(const ParameterRule& rule, const Json& value, const QString& pointer)
    {
        switch (rule.type) {
        case ParameterType::Text: checkText(rule, value, pointer); return;
        case ParameterType::Repository: checkRepository(value, pointer); return;
        case ParameterType::Files: checkFiles(value, pointer, m_problems); return;
        case ParameterType::Step: checkStep(rule, value, pointer, true); return;
        case ParameterType::Object: wants(value.is_object(), value, pointer, u"an object"_s); return;
        case ParameterType::List: checkList(rule, value, pointer); return;
        case ParameterType::Flag: wants(value.is_boolean(), value, pointer, u"true or false"_s); return;
        case ParameterType::Number: wants(value.is_number(), value, pointer, u"a number"_s); return;
        case ParameterType::Duration: {
            const bool fits = value.is_string() && parseDuration(toQString(value.get_ref<const std::string&>()));
            wants(fits, value, pointer, u"a duration such as \"90s\", \"5m\" or \"2h\""_s);
            return;
        }
        case ParameterType::Any: return;
        case ParameterType::Made: checkMade(value, pointer, m_workflow, m_problems); return;
        case ParameterType::Outputs:
            if (!value.is_object())
                m_problems.add(pointer, u"must be an object of outputs"_s);
            return;
        case ParameterType::Url:
        case ParameterType::Credential:
        case ParameterType::HttpMethod:
        case ParameterType::Statuses:
        case ParameterType::EffectClass:
        case ParameterType::HttpLookUp:
        case ParameterType::Meanings:
        case ParameterType::Refusals:
        case ParameterType::HttpUndo: checkHttpParameter(rule.type, value, pointer, m_workflow, m_problems); return;
        }
    }

    void wants(bool fits, const Json& value, const QString& pointer, const QString& wanted)
    {
        if (!fits && !isSolePlaceholder(value))
            m_problems.add(pointer, u"must be %1, or one placeholder that gives it"_s.arg(wanted));
    }

    void checkText(const ParameterRule& rule, const Json& value, const QString& pointer)
    {
        if (!value.is_string())
            m_problems.add(pointer, u"must be a text"_s);
        else if (rule.required && value.get_ref<const std::string&>().empty())
            m_problems.add(pointer, u"must not be empty"_s);
    }

    void checkRepository(const Json& value, const QString& pointer)
    {
        static const QRegularExpression shape(u"\\A[A-Za-z0-9-]+/[A-Za-z0-9._-]+\\z"_s);
        if (!value.is_string()) {
            m_problems.add(pointer, u"must be a text"_s);
            return;
        }
        const auto text = toQString(value.get_ref<const std::string&>());
        if (!hasPlaceholder(text) && !shape.match(text).hasMatch())
            m_problems.add(pointer, u"\"%1\" is no repository OWNER/NAME"_s.arg(text));
    }

    //! `mustBeNeeded`: false for steps that come later.
    void checkStep(const ParameterRule& rule, const Json& value, const QString& pointer, bool mustBeNeeded)
    {
        const auto id = value.is_string() ? toQString(value.get_ref<const std::string&>()) : QString();
        if (id.isEmpty() || hasPlaceholder(id)) {
            m_problems.add(pointer, u"must be the id of a step, without placeholders"_s);
            return;
        }
        const auto* other = m_workflow.step(StepId(id));
        if (!other) {
            m_problems.add(pointer, u"there is no step \"%1\""_s.arg(id));
            return;
        }
        if (mustBeNeeded && !isNeeded(m_workflow, m_step, other->id))
            m_problems.add(pointer,
                u"the step \"%1\" is not needed by \"%2\", neither directly nor through others"_s.arg(
                    id, m_step.id.text()));
        if (!rule.stepKind.isEmpty() && other->kind != rule.stepKind)
            m_problems.add(pointer, u"the step \"%1\" is a %2, but must be a %3"_s.arg(id, other->kind, rule.stepKind));
    }

    void checkList(const ParameterRule& rule, const Json& value, const QString& pointer)
    {
        if (rule.stepKind.isEmpty() || !value.is_array()) {
            const bool literalWanted = !rule.stepKind.isEmpty();
            if (literalWanted)
                m_problems.add(pointer, u"must be a list of ids of steps"_s);
            else
                wants(value.is_array(), value, pointer, u"a list"_s);
            return;
        }
        for (size_t i = 0; i < value.size(); ++i)
            checkStep(rule, value[i], pointerTo(pointer, qsizetype(i)), false);
    }

    //! The outputs that the step names itself: identifiers and JSON pointers into the answer.
    void checkOutputs(const char* parameter)
    {
        static const QRegularExpression shape(u"\\A[A-Za-z][A-Za-z0-9]*\\z"_s);
        const auto& outputs = memberAt(m_step.with, parameter);
        if (!outputs.is_object())
            return;
        const auto pointer = pointerTo(m_with, QLatin1StringView(parameter));
        for (const auto& [name, value] : outputs.items()) {
            const auto here = pointerTo(pointer, toQString(name));
            if (!shape.match(toQString(name)).hasMatch())
                m_problems.add(here, u"the name of an output must be a letter followed by letters and digits"_s);
            checkOutputPlace(value, here, m_problems);
        }
    }

    const Workflow& m_workflow;
    const StepDefinition& m_step;
    const KindRule& m_rule;
    QString m_with;
    Problems& m_problems;
};

} // namespace

void checkParameters(const Workflow& workflow, const StepDefinition& step, const KindRule& rule, const QString& pointer,
    Problems& problems)
{
    ParameterCheck(workflow, step, rule, pointer, problems).run();
}

} // namespace slipway
