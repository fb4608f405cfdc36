// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/template.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "workflow/secrets.h"
#include "workflow/template_path.h"

#include <QUrl>

namespace slipway {

namespace {

Error unresolved(const QString& path)
{
    return Error{.code = errc::templateUnresolved, .args = {{"path", toJson(path)}}};
}

//! Inside a longer text: texts bare, nothing for null, everything else as JSON writes it.
QString asText(const Json& value)
{
    if (value.is_string())
        return toQString(value.get_ref<const std::string&>());
    if (value.is_null())
        return {};
    return QString::fromUtf8(toBytes(value));
}

Result<Json> walk(const TemplatePath& path, const Json& scope)
{
    const Json* here = &scope;
    for (const auto& segment : path.segments) {
        QString name = segment.name;
        if (!segment.inner.empty()) {
            auto key = walk(segment.inner.front(), scope);
            if (!key)
                return key;
            name = asText(*key);
        }
        if (here->is_object()) {
            const auto found = here->find(name.toStdString());
            if (found == here->end())
                return unresolved(path.text);
            here = &*found;
        } else if (here->is_array()) {
            bool isIndex = false;
            const auto index = name.toULongLong(&isIndex);
            if (!isIndex || index >= here->size())
                return unresolved(path.text);
            here = &(*here)[index];
        } else {
            return unresolved(path.text);
        }
    }
    return Json(*here);
}

Result<Json> expandString(const QString& text, const Json& scope)
{
    const auto parts = parseTemplate(text);
    if (!parts)
        return parts.error();
    const auto valueOf = [&](const TemplatePath& path) -> Result<Json> {
        auto value = walk(path, scope);
        if (value)
            return value;
        Error error = value.error();
        error.args["text"] = toJson(text);
        return error;
    };
    if (const auto* path = solePath(*parts))
        return valueOf(*path);
    QString expanded;
    for (const auto& part : *parts) {
        if (const auto* literal = std::get_if<QString>(&part)) {
            expanded += *literal;
            continue;
        }
        const auto value = valueOf(std::get<TemplatePath>(part));
        if (!value)
            return value;
        expanded += asText(*value);
    }
    return toJson(expanded);
}

Result<void> collect(const Json& value, QStringList& paths)
{
    if (value.is_string()) {
        const auto parts = parseTemplate(toQString(value.get_ref<const std::string&>()));
        if (!parts)
            return parts.error();
        for (const auto& part : *parts) {
            if (const auto* path = std::get_if<TemplatePath>(&part)) {
                for (const auto& each : withInnerPaths(*path))
                    paths.append(each.text);
            }
        }
        return {};
    }
    if (value.is_structured()) {
        for (const auto& element : value) {
            if (auto done = collect(element, paths); !done)
                return done;
        }
    }
    return {};
}

} // namespace

Result<Json> expand(const Json& value, const Json& scope)
{
    if (value.is_string())
        return expandString(toQString(value.get_ref<const std::string&>()), scope);
    if (value.is_array()) {
        Json expanded = Json::array();
        for (const auto& element : value) {
            auto one = expand(element, scope);
            if (!one)
                return one;
            expanded.push_back(std::move(*one));
        }
        return expanded;
    }
    if (value.is_object()) {
        Json expanded = Json::object();
        for (const auto& [name, member] : value.items()) {
            auto one = expand(member, scope);
            if (!one)
                return one;
            expanded[name] = std::move(*one);
        }
        return expanded;
    }
    return Json(value);
}

Result<QString> expandText(const QString& text, const Json& scope)
{
    const auto value = expandString(text, scope);
    if (!value)
        return value.error();
    return asText(*value);
}

Result<QString> expandUrl(const QString& text, const Json& scope)
{
    const auto parts = parseTemplate(text);
    if (!parts)
        return parts.error();
    QString expanded;
    for (qsizetype i = 0; i < parts->size(); ++i) {
        if (const auto* literal = std::get_if<QString>(&parts->at(i))) {
            expanded += *literal;
            continue;
        }
        const auto value = walk(std::get<TemplatePath>(parts->at(i)), scope);
        if (!value) {
            Error error = value.error();
            error.args["text"] = toJson(text);
            return error;
        }
        const QString plain = asText(*value);
        // A secret's mark is replaced, and its value encoded, when the request goes out.
        expanded += i == 0 || isSecretMark(plain) ? plain : QString::fromLatin1(QUrl::toPercentEncoding(plain));
    }
    return expanded;
}

Result<Json> lookUp(const QString& path, const Json& scope)
{
    const auto parsed = parseTemplatePath(path);
    if (!parsed)
        return parsed.error();
    return walk(*parsed, scope);
}

Result<QStringList> placeholders(const Json& value)
{
    QStringList paths;
    if (auto done = collect(value, paths); !done)
        return done.error();
    return paths;
}

bool isTrue(const Json& value)
{
    if (value.is_null())
        return false;
    if (value.is_boolean())
        return value.get<bool>();
    if (value.is_string())
        return !value.get_ref<const std::string&>().empty();
    if (value.is_structured())
        return !value.empty();
    return true;
}

} // namespace slipway
