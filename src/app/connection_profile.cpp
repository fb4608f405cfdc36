// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connection_profile.h"

#include "base/error_codes.h"
#include "base/json.h"
#include "base/private_files.h"
#include "base/text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

namespace slipway::app {

namespace {

struct Member {
    const char* name;
    QString ConnectionProfile::*field;
};
constexpr std::array members{Member{"credential", &ConnectionProfile::credential},
    Member{"tokenFile", &ConnectionProfile::tokenFile}, Member{"app", &ConnectionProfile::app},
    Member{"appKeyFile", &ConnectionProfile::appKeyFile},
    Member{"appOrganisation", &ConnectionProfile::appOrganisation}, Member{"clientId", &ConnectionProfile::clientId},
    Member{"caFile", &ConnectionProfile::caFile}, Member{"proxy", &ConnectionProfile::proxy},
    Member{"proxyUser", &ConnectionProfile::proxyUser},
    Member{"proxyPasswordFile", &ConnectionProfile::proxyPasswordFile}};

QString folder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/slipway/profiles"_s;
}

Result<Json> readFileOf(const QString& name)
{
    const QString path = profilePath(name);
    const auto bytes = readFile(path, 1024 * 1024);
    if (!bytes)
        return bytes.error();
    auto json = parseJson(*bytes);
    if (!json) {
        Error error = json.error();
        error.args["file"] = path.toStdString();
        return error;
    }
    return json->is_object() ? std::move(*json) : Json::object();
}

Result<void> writeFileOf(const QString& name, const Json& json)
{
    if (auto made = makePrivateDirectory(folder()); !made)
        return made;
    return writePrivateFile(profilePath(name), QByteArray::fromStdString(json.dump(2)) + '\n');
}

} // namespace

QString profilePath(const QString& name) { return folder() + u'/' + name + u".json"_s; }

Result<void> checkProfileName(const QString& name)
{
    static const QRegularExpression pattern(u"\\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\\z"_s);
    if (pattern.match(name).hasMatch())
        return {};
    return Error{.code = errc::usage,
        .args = {{"text", "This is no name for a connection."},
            {"why", "It is the name of a file: letters, digits, “.”, “_” and “-”, at most 64"},
            {"remedy", "Choose another name."}}};
}

Result<ConnectionProfile> readProfile(const QString& name)
{
    if (auto checked = checkProfileName(name); !checked)
        return checked.error();
    if (!QFileInfo::exists(profilePath(name))) {
        Error unknown{.code = errc::connectionUnknown, .args = {{"name", name.toStdString()}}};
        if (const auto known = profileNames(); !known.isEmpty())
            unknown.args["known"] = toJson(known);
        return unknown;
    }
    const auto json = readFileOf(name);
    if (!json)
        return json.error();
    ConnectionProfile profile{.name = name};
    const Json& connection = memberAt(*json, "connection");
    profile.hasConnection = connection.is_object();
    profile.host = textAt(connection, "host", textAt(connection, "apiUrl", profile.host));
    for (const auto& member : members)
        profile.*(member.field) = textAt(connection, member.name);
    // A connection that says nothing of its token has it in the keychain under the profile's name.
    if (profile.credential.isEmpty() && profile.tokenFile.isEmpty() && !profile.isApp())
        profile.credential = name;
    if (const Json& settings = memberAt(*json, "settings"); settings.is_object())
        profile.settings = settings;
    return profile;
}

Result<Json> profileMember(const QString& name, const char* member)
{
    if (auto checked = checkProfileName(name); !checked)
        return checked.error();
    if (!QFileInfo::exists(profilePath(name)))
        return Json::object();
    const auto json = readFileOf(name);
    if (!json)
        return json.error();
    const Json& found = memberAt(*json, member);
    return found.is_object() ? found : Json::object();
}

Result<void> writeProfileMember(const QString& name, const char* member, Json value)
{
    if (auto checked = checkProfileName(name); !checked)
        return checked;
    auto json = QFileInfo::exists(profilePath(name)) ? readFileOf(name) : Result<Json>(Json::object());
    if (!json)
        return json.error();
    if (value.empty())
        json->erase(member);
    else
        (*json)[member] = std::move(value);
    if (!json->empty())
        return writeFileOf(name, *json);
    if (QFile file(profilePath(name)); file.exists() && !file.remove())
        return Error{.code = errc::fileUnwritable,
            .args = {{"file", profilePath(name).toStdString()}, {"reason", file.errorString().toStdString()}}};
    return {};
}

Result<void> writeProfile(const ConnectionProfile& profile)
{
    const auto known = profileMember(profile.name, "connection");
    if (!known)
        return known.error();
    Json connection = *known;
    connection.erase("apiUrl");
    connection["host"] = profile.host.toStdString();
    for (const auto& member : members) {
        if (const QString& value = profile.*(member.field); value.isEmpty())
            connection.erase(member.name);
        else
            connection[member.name] = value.toStdString();
    }
    return writeProfileMember(profile.name, "connection", std::move(connection));
}

Result<void> removeProfile(const QString& name) { return writeProfileMember(name, "connection", Json::object()); }

QStringList profileNames()
{
    QStringList names;
    const auto files = QDir(folder()).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const auto& file : files)
        if (const auto json = readFileOf(file.completeBaseName());
            json && memberAt(*json, "connection").is_object() && checkProfileName(file.completeBaseName()))
            names.append(file.completeBaseName());
    return names;
}

} // namespace slipway::app
