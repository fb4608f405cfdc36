// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

namespace slipway::app {

//! The connection of a profile file, as it is kept: everything but secrets. The file (0600) is JSON:
//! {"connection": {…}, "credentials": {…}, "settings": {…}}; members that are not known here are kept.
struct ConnectionProfile {
    QString name = QStringLiteral("default");
    QString host = QStringLiteral("github.com"); //!< as github::hostFrom() reads it
    QString credential; //!< name in the keychain …
    QString tokenFile; //!< … or a file of mode 0600
    QString app, appKeyFile, appOrganisation; //!< … or a GitHub App's client id, its key and whose installation
    QString clientId; //!< of the App or OAuth app through which a person signs in
    QString caFile; //!< PEM, trusted beside the system's authorities
    QString proxy, proxyUser, proxyPasswordFile; //!< empty: the system's
    Json settings = Json::object(); //!< by workflow, then by setting

    bool hasConnection = true; //!< false: the file is there for its other members

    bool isApp() const { return !app.isEmpty(); }
};

//! `$XDG_CONFIG_HOME/slipway/profiles/NAME.json`
QString profilePath(const QString& name);
//! "[A-Za-z0-9][A-Za-z0-9._-]{0,63}": names are file names. Error "usage".
Result<void> checkProfileName(const QString& name);
//! Errors: "connection.unknown", "usage", "file.unreadable", "json.invalid".
Result<ConnectionProfile> readProfile(const QString& name);
//! Errors: "usage", "file.…", "json.invalid".
Result<void> writeProfile(const ConnectionProfile& profile);
//! Only the connection goes; a profile that has settings keeps its file. Errors as of both.
Result<void> removeProfile(const QString& name);
//! Profiles that have a connection, sorted.
QStringList profileNames();

//! A member of the file: an object; empty where there is none, or no such file. Errors: "usage", "file.…",
//! "json.invalid".
Result<Json> profileMember(const QString& name, const char* member);
//! Writes it, and makes the file where it is missing; an empty object takes the member away. Errors likewise.
Result<void> writeProfileMember(const QString& name, const char* member, Json value);

} // namespace slipway::app
