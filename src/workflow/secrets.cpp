// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/secrets.h"

#include "base/error_codes.h"
#include "base/text.h"

#include <QRegularExpression>
#include <QUrl>

namespace slipway {

namespace {

// Noncharacters of Unicode: they mean something inside one program only and occur in no text of people's.
constexpr QChar kBegin(0xFDD0), kEnd(0xFDD1);

QString markOf(const RunId& run, const QString& name) { return kBegin + run.text() + u'/' + name + kEnd; }

SecretName nameIn(const QString& inner) { return {RunId(inner.section(u'/', 0, 0)), inner.section(u'/', 1)}; }

//! Calls `between` for what stands between marks and `secret` for each mark.
template <class Between, class OnSecret>
void walk(const QString& text, Between between, OnSecret secret)
{
    qsizetype at = 0;
    while (true) {
        const qsizetype begin = text.indexOf(kBegin, at), end = text.indexOf(kEnd, begin + 1);
        if (begin < 0 || end < 0)
            break;
        between(text.mid(at, begin - at));
        secret(nameIn(text.mid(begin + 1, end - begin - 1)));
        at = end + 1;
    }
    between(text.mid(at));
}

template <class F>
Json mapTexts(const Json& value, F map)
{
    if (value.is_string())
        return toJson(map(toQString(value.get_ref<const std::string&>())));
    if (value.is_array()) {
        Json mapped = Json::array();
        for (const Json& element : value)
            mapped.push_back(mapTexts(element, map));
        return mapped;
    }
    if (value.is_object()) {
        Json mapped = Json::object();
        for (const auto& [name, member] : value.items())
            mapped[name] = mapTexts(member, map);
        return mapped;
    }
    return value;
}

QString shortName(const QString& name) { return name.section(u'.', -1); }

Error missing(const SecretName& secret)
{
    return {.code = errc::secretMissing,
        .args = {{"secret", toJson(shortName(secret.name))}, {"name", toJson(secret.name)}}};
}

template <class Encode>
Result<QString> revealText(const QString& text, const SecretLookUp& lookUp, Encode encode)
{
    QString revealed;
    std::optional<Error> error;
    walk(
        text, [&](const QString& between) { revealed += between; },
        [&](const SecretName& name) {
            if (const Secret* secret = lookUp(name))
                revealed += encode(secret->reveal());
            else
                error = missing(name);
        });
    if (error)
        return *error;
    return revealed;
}

} // namespace

QStringList secretNames(const Workflow& workflow)
{
    QStringList names;
    for (const auto& input : workflow.inputs) {
        if (input.type == InputType::Secret)
            names.append(u"inputs."_s + input.id);
    }
    for (const auto& step : workflow.steps) {
        if (const Json& outputs = memberAt(step.with, "secretOutputs"); outputs.is_object()) {
            for (const auto& [name, pointer] : outputs.items())
                names.append(u"steps."_s + step.id.text() + u'.' + toQString(name));
        }
    }
    return names;
}

std::optional<QString> secretNamed(const Workflow& workflow, const QString& given)
{
    const QStringList all = secretNames(workflow);
    if (all.contains(given))
        return given;
    QStringList fitting = all.filter(QRegularExpression(u"\\."_s + QRegularExpression::escape(given) + u'$'));
    return !given.isEmpty() && fitting.size() == 1 ? std::optional(fitting.first()) : std::nullopt;
}

std::optional<QString> secretAskedFor(const StepRun& step)
{
    if (!step.needsYou || !step.error)
        return std::nullopt;
    const Error& error = *step.error;
    if (error.code != errc::secretMissing && !error.code.startsWith("keychain."_L1))
        return std::nullopt;
    const QString name = textAt(error.args, "name");
    const QString known = name.isEmpty() ? textAt(error.args, "secret") : name;
    return known.isEmpty() ? std::nullopt : std::optional(known);
}

void markSecrets(Json& scope, const Run& run)
{
    const QStringList names = secretNames(*run.workflow);
    if (names.isEmpty())
        return;
    scope = mapTexts(scope, [](QString text) { return text.remove(kBegin).remove(kEnd); });
    for (const QString& name : names) {
        if (name.startsWith("inputs."_L1)) {
            scope["inputs"][name.mid(7).toStdString()] = toJson(markOf(run.id, name));
            continue;
        }
        const QString step = name.section(u'.', 1, 1);
        if (const auto* state = run.step(StepId(step)); state && state->isDone())
            scope["steps"][step.toStdString()][name.section(u'.', 2).toStdString()] = toJson(markOf(run.id, name));
    }
}

bool isSecretMark(const QString& text)
{
    return text.startsWith(kBegin) && text.endsWith(kEnd) && text.count(kBegin) == 1;
}

QList<SecretName> secretsIn(const Json& value)
{
    QList<SecretName> names;
    mapTexts(value, [&](const QString& text) {
        walk(
            text, [](const QString&) {}, [&](const SecretName& name) { names.append(name); });
        return text;
    });
    return names;
}

QString withoutSecrets(const QString& text)
{
    QString clean;
    walk(
        text, [&](const QString& between) { clean += between; },
        [&](const SecretName& name) { clean += u"(secret %1)"_s.arg(shortName(name.name)); });
    return clean;
}

Json withoutSecrets(const Json& value)
{
    return mapTexts(value, [](const QString& text) { return withoutSecrets(text); });
}

Result<Json> reveal(const Json& value, const SecretLookUp& lookUp)
{
    std::optional<Error> error;
    Json revealed = mapTexts(value, [&](const QString& text) {
        auto one = revealText(text, lookUp, [](const QByteArray& secret) { return QString::fromUtf8(secret); });
        if (!one)
            error = one.error();
        return one ? *one : QString();
    });
    if (error)
        return *error;
    return revealed;
}

Result<QString> revealUrl(const QString& url, const SecretLookUp& lookUp)
{
    return revealText(url, lookUp, [](const QByteArray& secret) {
        return QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(secret)));
    });
}

} // namespace slipway
