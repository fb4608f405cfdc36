// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "workflow/template_path.h"
#include "workflow/workflow_checks.h"
#include "workflow/workflow_reader.h"

namespace slipway {

namespace {

const QStringList reservedNames{u"inputs"_s, u"settings"_s, u"run"_s, u"steps"_s};
const QStringList runNames{u"id"_s, u"stamp"_s, u"generation"_s};

bool isScalar(SettingType type) { return type != SettingType::List && type != SettingType::Map; }

//! Checks the placeholders of one place: what may be referred to there depends on where it stands.
class ReferenceCheck {
public:
    ReferenceCheck(const Workflow& workflow, const KindRules& kinds, Problems& problems)
        : m_workflow(workflow)
        , m_kinds(kinds)
        , m_problems(problems)
    { }

    bool lets = true; //!< the names of `lets`
    const StepDefinition* step = nullptr; //!< run, and the outputs of what it needs
    QStringList names; //!< `as` names
    bool mayReferToItself = false; //!< undoing needs what the step gave
    bool journaled = false; //!< the text ends up in an event, where no secret may be

    void value(const Json& value, const QString& pointer)
    {
        if (value.is_string()) {
            text(toQString(value.get_ref<const std::string&>()), pointer);
        } else if (value.is_array()) {
            for (size_t i = 0; i < value.size(); ++i)
                this->value(value[i], pointerTo(pointer, qsizetype(i)));
        } else if (value.is_object()) {
            for (const auto& [name, member] : value.items())
                this->value(member, pointerTo(pointer, toQString(name)));
        }
    }

    void text(const QString& text, const QString& pointer)
    {
        const auto parts = parseTemplate(text);
        if (!parts) {
            m_problems.add(pointer, u"a placeholder does not parse: %1"_s.arg(textAt(parts.error().args, "reason")));
            return;
        }
        for (const auto& part : *parts) {
            if (const auto* path = std::get_if<TemplatePath>(&part))
                this->path(*path, pointer);
        }
    }

    void path(const TemplatePath& path, const QString& pointer)
    {
        for (const auto& each : withInnerPaths(path)) {
            const auto reason = whyWrong(each);
            if (!reason.isEmpty())
                m_problems.add(pointer, u"\"%1\": %2"_s.arg(each.text, reason));
        }
    }

    //! What a `forEach` runs over must be able to be a list.
    void list(const TemplatePath& path, const QString& pointer)
    {
        this->path(path, pointer);
        const auto* setting = path.root() == "settings"_L1 ? settingNamed(path.nameAt(1)) : nullptr;
        const bool isNoList = path.root() == "inputs"_L1 || path.root() == "run"_L1
            || (setting && path.segments.size() == 2 && setting->type != SettingType::List);
        if (isNoList)
            m_problems.add(pointer, u"\"%1\" is no list"_s.arg(path.text));
    }

private:
    const SettingDefinition* settingNamed(const QString& id) const
    {
        const auto found = std::find_if(m_workflow.settings.cbegin(), m_workflow.settings.cend(),
            [&](const auto& setting) { return setting.id == id; });
        return found == m_workflow.settings.cend() ? nullptr : &*found;
    }

    QString whyWrong(const TemplatePath& path) const
    {
        const auto root = path.root();
        if (root == "inputs"_L1)
            return whyWrongInput(path);
        if (root == "settings"_L1)
            return whyWrongSetting(path);
        if (root == "run"_L1)
            return whyWrongRun(path);
        if (root == "steps"_L1)
            return whyWrongOutput(path);
        if (names.contains(root) || (lets && m_workflow.lets.contains(root.toStdString())))
            return {};
        if (m_workflow.lets.contains(root.toStdString()))
            return u"lets cannot be used here"_s;
        return u"there is nothing named \"%1\" here"_s.arg(root);
    }

    QString whyWrongInput(const TemplatePath& path) const
    {
        const auto* input = m_workflow.input(path.nameAt(1));
        if (!input)
            return u"there is no input \"%1\""_s.arg(path.nameAt(1));
        if (path.segments.size() > 2)
            return u"an input has no members"_s;
        if (journaled && input->type == InputType::Secret)
            return u"a secret cannot be used here, because this text is kept in the journal"_s;
        return {};
    }

    QString whyWrongSetting(const TemplatePath& path) const
    {
        const auto* setting = settingNamed(path.nameAt(1));
        if (!setting)
            return u"there is no setting \"%1\""_s.arg(path.nameAt(1));
        if (path.segments.size() > 2 && isScalar(setting->type))
            return u"the setting \"%1\" has no members"_s.arg(setting->id);
        return {};
    }

    QString whyWrongRun(const TemplatePath& path) const
    {
        if (!step)
            return u"the run cannot be referred to here"_s;
        if (path.segments.size() != 2 || !runNames.contains(path.nameAt(1)))
            return u"a run has only %1"_s.arg(runNames.join(u", "_s));
        return {};
    }

    QString whyWrongOutput(const TemplatePath& path) const
    {
        if (!step)
            return u"outputs of steps cannot be used here"_s;
        const StepId id(path.nameAt(1));
        const auto* other = m_workflow.step(id);
        if (!other)
            return u"there is no step \"%1\""_s.arg(id.text());
        if (!(mayReferToItself && id == step->id) && !isNeeded(m_workflow, *step, id))
            return u"the step \"%1\" is not needed by \"%2\", neither directly nor through others"_s.arg(
                id.text(), step->id.text());
        const auto rule = m_kinds.constFind(other->kind);
        if (rule == m_kinds.cend())
            return {}; // the unknown kind is a problem of its own
        const auto output = path.nameAt(2);
        auto outputs = rule->outputs;
        if (rule->anyOutputs) {
            for (const char* parameter : {"outputs", "secretOutputs"}) {
                const auto& named = memberAt(other->with, parameter);
                if (!named.is_object())
                    continue;
                for (const auto& [name, pointer] : named.items())
                    outputs.append(toQString(name));
            }
        }
        if (journaled && !memberAt(memberAt(other->with, "secretOutputs"), output.toUtf8().constData()).is_null())
            return u"a secret cannot be used here, because this text is kept in the journal"_s;
        if (outputs.contains(output))
            return {};
        if (outputs.isEmpty())
            return u"the step \"%1\" has no outputs"_s.arg(id.text());
        return u"the step \"%1\" has no output \"%2\"; it has %3"_s.arg(id.text(), output, outputs.join(u", "_s));
    }

    const Workflow& m_workflow;
    const KindRules& m_kinds;
    Problems& m_problems;
};

bool isFilesParameter(const KindRules& kinds, const StepDefinition& step, const QString& name)
{
    const auto rule = kinds.constFind(step.kind);
    return rule != kinds.cend()
        && std::any_of(rule->parameters.cbegin(), rule->parameters.cend(),
            [&](const auto& parameter) { return parameter.name == name && parameter.type == ParameterType::Files; });
}

void checkFileReferences(
    ReferenceCheck check, const Workflow& workflow, const Json& files, const QString& pointer, Problems& problems)
{
    const auto outerNames = check.names;
    for (size_t i = 0; files.is_array() && i < files.size(); ++i) {
        const auto& file = files[i];
        const auto here = pointerTo(pointer, qsizetype(i));
        if (!file.is_object())
            continue;
        check.names = outerNames;
        if (const auto list = parseTemplatePath(textAt(file, "forEach")); list && file.contains("forEach"))
            check.list(*list, pointerTo(here, u"forEach"_s));
        if (const auto as = textAt(file, "as"); !as.isEmpty()) {
            if (reservedNames.contains(as) || workflow.lets.contains(as.toStdString()))
                problems.add(pointerTo(here, u"as"_s), u"the name \"%1\" is taken"_s.arg(as));
            check.names.append(as);
        }
        for (const auto& [name, member] : file.items()) {
            if (name != "forEach" && name != "as")
                check.value(member, pointerTo(here, toQString(name)));
        }
    }
}

void checkStepReferences(const Workflow& workflow, const KindRules& kinds, const StepDefinition& step,
    const QString& pointer, Problems& problems)
{
    ReferenceCheck check(workflow, kinds, problems);
    check.step = &step;
    check.journaled = true;
    if (step.when)
        check.value(*step.when, pointerTo(pointer, u"when"_s));
    static const QStringList notJournaled{u"url"_s, u"headers"_s, u"body"_s, u"lookUp"_s, u"undo"_s};
    const auto rule = kinds.constFind(step.kind);
    const bool takesSecrets = rule != kinds.cend() && rule->takesSecrets;
    const auto with = pointerTo(pointer, u"with"_s);
    for (const auto& [name, value] : step.with.items()) {
        const auto parameter = toQString(name);
        check.mayReferToItself = takesSecrets && parameter == "undo"_L1;
        check.journaled = !takesSecrets || !notJournaled.contains(parameter);
        if (isFilesParameter(kinds, step, parameter))
            checkFileReferences(check, workflow, value, pointerTo(with, parameter), problems);
        else
            check.value(value, pointerTo(with, parameter));
    }
}

} // namespace

void checkReferences(const Workflow& workflow, const KindRules& kinds, Problems& problems)
{
    ReferenceCheck texts(workflow, kinds, problems);
    texts.journaled = true;
    texts.text(workflow.subject, u"/subject"_s);
    for (qsizetype i = 0; i < workflow.lanes.size(); ++i)
        texts.text(workflow.lanes.at(i).title, pointerTo(pointerTo(u"/lanes"_s, i), u"title"_s));

    ReferenceCheck lets(workflow, kinds, problems);
    lets.lets = false;
    lets.journaled = true;
    for (const auto& [name, value] : workflow.lets.items()) {
        const auto pointer = pointerTo(u"/lets"_s, toQString(name));
        if (!isPlainName(toQString(name)))
            problems.add(pointer, u"a name must be a letter followed by letters and digits"_s);
        else if (reservedNames.contains(toQString(name)))
            problems.add(pointer, u"the name \"%1\" is taken"_s.arg(toQString(name)));
        lets.value(value, pointer);
    }
    for (qsizetype i = 0; i < workflow.steps.size(); ++i)
        checkStepReferences(workflow, kinds, workflow.steps.at(i), pointerTo(u"/steps"_s, i), problems);
}

} // namespace slipway
