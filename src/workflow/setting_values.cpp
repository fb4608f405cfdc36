// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/setting_values.h"

#include "base/result.h"
#include "base/text.h"

#include <QUrl>

#include <cmath>

namespace slipway {

namespace {

std::optional<Json> urlValue(QString text)
{
    if (text.isEmpty())
        return toJson(text);
    const QUrl url(text, QUrl::StrictMode);
    const bool isHttp = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !isHttp || url.host().isEmpty())
        return std::nullopt;
    while (text.endsWith(u'/'))
        text.chop(1);
    return toJson(text);
}

std::optional<Json> numberFrom(const QString& text)
{
    // JSON's own spelling decides, so that "1e3" and "0x10" mean here what they mean in a file.
    const auto parsed = parseJson(text.trimmed().toUtf8());
    if (!parsed || !parsed->is_number())
        return std::nullopt;
    return *parsed;
}

std::optional<Json> flagFrom(const QString& text)
{
    const auto word = text.trimmed().toLower();
    if (word == "true"_L1 || word == "yes"_L1)
        return Json(true);
    if (word == "false"_L1 || word == "no"_L1)
        return Json(false);
    return std::nullopt;
}

std::optional<Json> listFrom(const QString& text)
{
    if (text.trimmed().startsWith(u'[')) {
        const auto parsed = parseJson(text.toUtf8());
        return parsed && parsed->is_array() ? std::optional<Json>(*parsed) : std::nullopt;
    }
    QStringList parts;
    for (const auto& part : text.split(u',')) {
        if (!part.trimmed().isEmpty())
            parts.append(part.trimmed());
    }
    return toJson(parts);
}

std::optional<Json> mapFrom(const QString& text)
{
    const auto parsed = parseJson(text.toUtf8());
    return parsed && parsed->is_object() ? std::optional<Json>(*parsed) : std::nullopt;
}

std::optional<Json> fromText(SettingType type, const QString& text)
{
    switch (type) {
    case SettingType::Text: return toJson(text);
    case SettingType::Url: return urlValue(text);
    case SettingType::List: return listFrom(text);
    case SettingType::Map: return mapFrom(text);
    case SettingType::Number: return numberFrom(text);
    case SettingType::Flag: return flagFrom(text);
    }
    return std::nullopt;
}

} // namespace

std::optional<Json> settingValue(SettingType type, const Json& given)
{
    if (given.is_string())
        return fromText(type, toQString(given.get_ref<const std::string&>()));
    const bool fits = (type == SettingType::List && given.is_array()) || (type == SettingType::Map && given.is_object())
        || (type == SettingType::Number && given.is_number()) || (type == SettingType::Flag && given.is_boolean());
    return fits ? std::optional<Json>(given) : std::nullopt;
}

QString expectedFor(SettingType type)
{
    switch (type) {
    case SettingType::Text: return u"a text"_s;
    case SettingType::Url: return u"an http or https URL, or nothing"_s;
    case SettingType::List: return u"a list"_s;
    case SettingType::Map: return u"a map"_s;
    case SettingType::Number: return u"a number"_s;
    case SettingType::Flag: return u"true or false"_s;
    }
    return {};
}

} // namespace slipway
