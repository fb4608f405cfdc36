// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/http_check.h"

#include "base/text.h"
#include "workflow/template_path.h"

#include <QRegularExpression>

namespace slipway {

namespace {

bool isText(const Json& value) { return value.is_string() && !value.get_ref<const std::string&>().empty(); }

QString textOf(const Json& value)
{
    return value.is_string() ? toQString(value.get_ref<const std::string&>()) : QString();
}

bool isPointer(const Json& value) { return value.is_string() && pointerTokens(textOf(value)).has_value(); }

void checkUrl(const Json& value, const QString& pointer, Problems& problems)
{
    const QString text = textOf(value);
    if (!text.startsWith("https://"_L1) && !text.startsWith("http://"_L1) && !text.startsWith("{{"_L1))
        problems.add(
            pointer, u"must be a URL: http:// or https://, or a placeholder that gives the beginning of one"_s);
}

void checkOneOf(const Json& value, const QStringList& words, const QString& pointer, Problems& problems)
{
    if (!words.contains(textOf(value)))
        problems.add(pointer, u"must be one of \"%1\""_s.arg(words.join(u"\", \""_s)));
}

void checkStatuses(const Json& value, int least, int most, const QString& pointer, Problems& problems)
{
    const bool fits = value.is_array() && !value.empty()
        && std::all_of(value.begin(), value.end(),
            [&](const Json& each) { return each.is_number_integer() && each >= least && each <= most; });
    if (!fits)
        problems.add(pointer, u"must be a list of HTTP statuses from %1 to %2"_s.arg(least).arg(most));
}

//! The members that an object may have; more are named, and those that it must have are missed.
bool checkMembers(const Json& value, const QStringList& known, const QStringList& required, const QString& pointer,
    Problems& problems)
{
    if (!value.is_object()) {
        problems.add(pointer, u"must be an object"_s);
        return false;
    }
    for (const auto& [name, member] : value.items()) {
        if (!known.contains(toQString(name)))
            problems.add(pointerTo(pointer, toQString(name)),
                u"there is no \"%1\" here; there is %2"_s.arg(toQString(name), known.join(u", "_s)));
    }
    for (const auto& name : required) {
        if (!value.contains(name.toStdString()))
            problems.add(pointer, u"\"%1\" is missing"_s.arg(name));
    }
    return true;
}

void checkConditions(const Json& value, const QString& pointer, Problems& problems)
{
    if (!value.is_object()) {
        problems.add(pointer, u"must be an object of JSON pointers and the values that they must lead to"_s);
        return;
    }
    for (const auto& [where, wanted] : value.items()) {
        const auto here = pointerTo(pointer, toQString(where));
        if (!pointerTokens(toQString(where)))
            problems.add(here, u"\"%1\" is no JSON pointer such as \"/name\""_s.arg(toQString(where)));
        if (wanted.is_structured() || wanted.is_null())
            problems.add(here, u"must be a text, a number, true or false"_s);
    }
}

void checkMeanings(const Json& value, const QStringList& words, const QString& pointer, Problems& problems)
{
    static const QRegularExpression status(u"\\A[45][0-9][0-9]\\z"_s);
    if (!value.is_object()) {
        problems.add(pointer, u"must be an object of statuses and what they mean"_s);
        return;
    }
    for (const auto& [name, meaning] : value.items()) {
        const auto here = pointerTo(pointer, toQString(name));
        if (!status.match(toQString(name)).hasMatch())
            problems.add(here, u"\"%1\" is no HTTP status from 400 to 599"_s.arg(toQString(name)));
        const bool says = meaning.is_object() && meaning.size() == 1 && isText(memberAt(meaning, "say"));
        if (!says && !words.contains(textOf(meaning)))
            problems.add(here,
                words.isEmpty() ? u"must be {\"say\": TEXT}"_s
                                : u"must be one of \"%1\", or {\"say\": TEXT}"_s.arg(words.join(u"\", \""_s)));
    }
}

bool isTextSetting(const TemplatePath& path, const Workflow& workflow)
{
    return path.root() == "settings"_L1 && path.segments.size() == 2
        && std::any_of(workflow.settings.begin(), workflow.settings.end(), [&](const SettingDefinition& setting) {
               return setting.id == path.nameAt(1) && setting.type == SettingType::Text;
           });
}

//! Neither what somebody types nor what a service answers chooses which credential goes out.
void checkCredential(const Json& value, const QString& pointer, const Workflow& workflow, Problems& problems)
{
    static const QRegularExpression name(u"\\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\\z"_s);
    const QString text = textOf(value);
    const auto parts = parseTemplate(text);
    if (!parts)
        return; // said where placeholders are checked
    if (const auto* path = solePath(*parts)) {
        if (!isTextSetting(*path, workflow))
            problems.add(pointer, u"only a setting of type text may give the name of a credential"_s);
    } else if (!name.match(text).hasMatch()) {
        problems.add(pointer,
            u"must be the name of a stored credential (letters, digits, \".\", \"_\" and \"-\", at most 64), or one "
            u"placeholder of a setting that gives it"_s);
    }
}

void checkLookUp(const Json& value, const QString& pointer, const Workflow& workflow, Problems& problems)
{
    const QStringList known{
        u"method"_s, u"url"_s, u"credential"_s, u"body"_s, u"absent"_s, u"in"_s, u"match"_s, u"ours"_s, u"outputs"_s};
    if (!checkMembers(value, known, {u"url"_s}, pointer, problems))
        return;
    for (const auto& [name, member] : value.items()) {
        const auto here = pointerTo(pointer, toQString(name));
        if (name == "method")
            checkOneOf(member, {u"GET"_s, u"POST"_s}, here, problems);
        else if (name == "url")
            checkUrl(member, here, problems);
        else if (name == "credential")
            checkCredential(member, here, workflow, problems);
        else if (name == "absent")
            checkStatuses(member, 200, 499, here, problems);
        else if (name == "in" && !isPointer(member))
            problems.add(here, u"must be a JSON pointer to a list, such as \"/accounts\""_s);
        else if (name == "match" || name == "ours")
            checkConditions(member, here, problems);
        else if (name == "outputs" && member.is_object()) {
            for (const auto& [output, place] : member.items())
                checkOutputPlace(place, pointerTo(here, toQString(output)), problems);
        }
    }
}

void checkUndo(const Json& value, const QString& pointer, const Workflow& workflow, Problems& problems)
{
    const QStringList known{u"method"_s, u"url"_s, u"credential"_s, u"body"_s, u"expect"_s, u"meanings"_s};
    if (!checkMembers(value, known, {u"method"_s, u"url"_s}, pointer, problems))
        return;
    for (const auto& [name, member] : value.items()) {
        const auto here = pointerTo(pointer, toQString(name));
        if (name == "method")
            checkHttpParameter(ParameterType::HttpMethod, member, here, workflow, problems);
        else if (name == "url")
            checkUrl(member, here, problems);
        else if (name == "credential")
            checkCredential(member, here, workflow, problems);
        else if (name == "expect")
            checkStatuses(member, 200, 299, here, problems);
        else if (name == "meanings")
            checkMeanings(member, {u"done"_s, u"retry"_s, u"ask"_s}, here, problems);
    }
}

} // namespace

void checkHttpParameter(
    ParameterType type, const Json& value, const QString& pointer, const Workflow& workflow, Problems& problems)
{
    switch (type) {
    case ParameterType::Url: checkUrl(value, pointer, problems); return;
    case ParameterType::Credential: checkCredential(value, pointer, workflow, problems); return;
    case ParameterType::HttpMethod:
        checkOneOf(value, {u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s}, pointer, problems);
        return;
    case ParameterType::Statuses: checkStatuses(value, 200, 299, pointer, problems); return;
    case ParameterType::EffectClass:
        checkOneOf(value, {u"natural key"_s, u"native key"_s, u"none"_s}, pointer, problems);
        return;
    case ParameterType::HttpLookUp: checkLookUp(value, pointer, workflow, problems); return;
    case ParameterType::Meanings:
        checkMeanings(value, {u"done"_s, u"exists"_s, u"retry"_s, u"ask"_s}, pointer, problems);
        return;
    case ParameterType::Refusals: checkMeanings(value, {}, pointer, problems); return;
    case ParameterType::HttpUndo: checkUndo(value, pointer, workflow, problems); return;
    default: return; // the others are checked where they are known
    }
}

void checkOutputPlace(const Json& value, const QString& pointer, Problems& problems)
{
    if (isPointer(value))
        return;
    const bool typed = value.is_object() && value.size() == 2 && isPointer(memberAt(value, "at"))
        && QStringList{u"text"_s, u"last segment"_s}.contains(textOf(memberAt(value, "as")));
    if (!typed)
        problems.add(pointer, u"must be a JSON pointer such as \"/0/tag\", or {\"at\": POINTER, \"as\": \"text\"}"_s);
}

namespace {

void checkWords(const Json& value, const QStringList& names, const QString& pointer, Problems& problems)
{
    for (const auto& name : names) {
        if (value.contains(name.toStdString()) && !isText(value[name.toStdString()]))
            problems.add(pointerTo(pointer, name), u"must be a text"_s);
    }
    if (value.contains("harmless") == value.contains("harmful"))
        problems.add(pointer, u"must say why it is \"harmless\", or why it is \"harmful\""_s);
}

} // namespace

void checkMade(const Json& value, const QString& pointer, const Workflow& workflow, Problems& problems)
{
    const QStringList words{u"what"_s, u"harmless"_s, u"harmful"_s};
    if (!checkMembers(value, words + QStringList{u"until"_s, u"perhaps"_s}, {u"what"_s}, pointer, problems))
        return;
    checkWords(value, words + QStringList{u"until"_s}, pointer, problems);
    if (value.contains("perhaps")) {
        const QStringList beside = words + QStringList{u"remedy"_s};
        const QString here = pointerTo(pointer, u"perhaps"_s);
        if (checkMembers(value["perhaps"], beside, {u"what"_s, u"remedy"_s}, here, problems))
            checkWords(value["perhaps"], beside, here, problems);
    }
    if (!value.contains("until"))
        return;
    if (!value.contains("harmful"))
        problems.add(pointerTo(pointer, u"until"_s), u"only what is harmful is so until a step is done"_s);
    else if (const auto step = textAt(value, "until"); !step.isEmpty() && !workflow.step(StepId(step)))
        problems.add(pointerTo(pointer, u"until"_s), u"there is no step \"%1\""_s.arg(step));
}

void checkHttpTogether(const KindRule& rule, const Json& with, const QString& pointer, Problems& problems)
{
    const bool declares = std::any_of(rule.parameters.begin(), rule.parameters.end(),
        [](const ParameterRule& each) { return each.type == ParameterType::EffectClass; });
    if (!declares)
        return;
    const QString effect = textAt(with, "effect");
    const bool looks = with.contains("lookUp"), hasKey = with.contains("keyHeader");
    if (effect == "natural key"_L1 && !looks)
        problems.add(pointerTo(pointer, u"effect"_s),
            u"a natural key needs \"lookUp\", which tells whether the thing is there"_s);
    if (effect == "native key"_L1 && !hasKey)
        problems.add(pointerTo(pointer, u"effect"_s),
            u"a native key needs \"keyHeader\", the header in which the service takes it"_s);
    if (effect != "native key"_L1 && hasKey)
        problems.add(pointerTo(pointer, u"keyHeader"_s), u"only an effect with a native key has one"_s);
    if (effect == "none"_L1 && looks)
        problems.add(pointerTo(pointer, u"lookUp"_s), u"what can be looked up has a natural key"_s);
    if (flagAt(with, "lookFirst") && !looks)
        problems.add(pointerTo(pointer, u"lookFirst"_s), u"there is no \"lookUp\" to look with"_s);
    const Json& meanings = memberAt(with, "meanings");
    for (const auto& [status, meaning] : meanings.items()) {
        if (meaning == Json("exists") && !looks)
            problems.add(pointerTo(pointerTo(pointer, u"meanings"_s), toQString(status)),
                u"\"exists\" needs \"lookUp\", which tells whose it is"_s);
    }
}

} // namespace slipway
