// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections.h"

#include "app/keychain.h"
#include "app/process.h"
#include "base/error_codes.h"
#include "base/private_files.h"
#include "base/text.h"
#include "journal/store_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QStandardPaths>

namespace slipway::app {

namespace {

using Later = QFuture<Result<Destination>>;

Later ready(Result<Destination> result) { return QtFuture::makeReadyFuture(std::move(result)); }

Error usage(const QString& reason) { return {.code = errc::usage, .args = {{"reason", reason.toStdString()}}}; }

bool isLoopback(const QUrl& url) { return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback(); }

Result<QByteArray> firstLineOf(const QString& file)
{
    if (file == "-"_L1) {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return Error{
                .code = errc::fileUnreadable, .args = {{"file", "-"}, {"reason", input.errorString().toStdString()}}};
        return input.readLine(1024 * 1024);
    }
    auto bytes = readFile(file, 1024 * 1024);
    if (!bytes)
        return bytes.error();
    return bytes->left(bytes->indexOf('\n') + 1 > 0 ? bytes->indexOf('\n') : bytes->size());
}

Result<github::Connection> connectionTo(const QUrl& url, Secret token)
{
    const bool secure = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url));
    if (!url.isValid() || !secure || !url.userInfo().isEmpty())
        return Error{
            .code = errc::networkUnsafeUrl, .args = {{"url", url.toString(QUrl::RemoveUserInfo).toStdString()}}};
    return github::Connection{.apiUrl = url, .token = std::move(token)};
}

Result<Destination> withTokenFile(const QUrl& url, const QString& file)
{
    if (file.isEmpty())
        return Error{.code = errc::githubNoToken, .args = {{"reason", "no token file was named"}}};
    const auto bytes = readPrivateFile(file);
    if (!bytes)
        return bytes.error();
    if (bytes->trimmed().isEmpty())
        return Error{
            .code = errc::githubNoToken, .args = {{"file", file.toStdString()}, {"reason", "the file is empty"}}};
    auto connection = connectionTo(url, Secret(bytes->trimmed()));
    if (!connection)
        return connection.error();
    return Destination{.connection = std::move(*connection)};
}

Later fromProfile(const QString& name, bool mayBeMissing)
{
    const QString path = profilePath(name);
    if (mayBeMissing && !QFileInfo::exists(path))
        return ready(Destination{});
    const auto bytes = readFile(path, 1024 * 1024);
    if (!bytes)
        return ready(bytes.error());
    auto json = parseJson(*bytes);
    if (!json) {
        Error error = json.error();
        error.args["file"] = path.toStdString();
        return ready(error);
    }
    const Json& connection = memberAt(*json, "connection");
    const QUrl url(textAt(connection, "apiUrl", u"https://api.github.com"_s));
    const auto complete = [name, settings = memberAt(*json, "settings")](Result<Destination> destination) {
        if (destination) {
            destination->profile = name;
            if (settings.is_object())
                destination->profileSettings = settings;
        }
        return destination;
    };
    if (const QString file = textAt(connection, "tokenFile"); !file.isEmpty())
        return ready(complete(withTokenFile(url, file)));
    return readCredential(textAt(connection, "credential", name))
        .then([complete, url](const Result<Secret>& secret) -> Result<Destination> {
            if (!secret)
                return secret.error();
            auto made = connectionTo(url, *secret);
            if (!made)
                return made.error();
            return complete(Destination{.connection = std::move(*made)});
        });
}

} // namespace

QString profilePath(const QString& name)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/slipway/profiles/"_s + name
        + u".json"_s;
}

Result<Destination> sandboxDestination(const Json& announcement, const QString& announcementFile)
{
    const QString url = textAt(announcement, "apiUrl", textAt(announcement, "url"));
    const QString token = textAt(announcement, "token");
    if (url.isEmpty() || token.isEmpty())
        return usage(
            u"The file does not hold what a sandbox prints first: the members \"url\" and \"token\" are missing."_s);
    auto connection = connectionTo(QUrl(url), Secret(token.toUtf8()));
    if (!connection)
        return connection.error();
    Destination destination{.connection = std::move(*connection), .sandbox = true};
    const Json& speed = memberAt(announcement, "speed");
    destination.timeScale = speed.is_number() ? speed.get<double>() : 1.0;
    for (const char* name : {"org", "portalUrl", "adminusersUrl", "connectorUrl"})
        if (const QString value = textAt(announcement, name); !value.isEmpty())
            destination.announced[name] = value.toStdString();
    if (!announcementFile.isEmpty() && announcementFile != "-"_L1)
        destination.store = QFileInfo(announcementFile).absoluteFilePath() + u".store.db"_s;
    else
        destination.store = QDir::tempPath() + u"/slipway-sandbox-%1.db"_s.arg(QUrl(url).port());
    return destination;
}

QFuture<Result<Destination>> destinationOf(const terminal::GlobalOptions& options)
{
    const auto finish = [options](Result<Destination> destination) -> Result<Destination> {
        if (!destination)
            return destination;
        if (!options.store.isEmpty())
            destination->store = options.store;
        for (const auto& [name, value] : options.settings.items())
            destination->overrides[name] = value;
        if (options.timeScale)
            destination->timeScale = *options.timeScale;
        if (destination->timeScale != 1.0 && destination->connection && !isLoopback(destination->connection->apiUrl))
            return usage(u"--time-scale shortens every wait and is only for a host on this machine, not for %1."_s.arg(
                destination->connection->apiUrl.host()));
        return destination;
    };
    if (!options.sandboxFile.isEmpty()) {
        const auto line = firstLineOf(options.sandboxFile);
        if (!line)
            return ready(line.error());
        auto json = parseJson(*line);
        if (!json) {
            Error error = json.error();
            error.args["file"] = options.sandboxFile.toStdString();
            return ready(error);
        }
        return ready(finish(sandboxDestination(*json, options.sandboxFile)));
    }
    if (!options.githubUrl.isEmpty())
        return ready(finish(withTokenFile(QUrl(options.githubUrl), options.tokenFile)));
    const bool named = !options.profile.isEmpty();
    return fromProfile(named ? options.profile : u"default"_s, !named)
        .then([finish](const Result<Destination>& destination) { return finish(destination); });
}

desk::LocalDeskOptions deskOptions(const Destination& destination, const QString& program)
{
    desk::LocalDeskOptions options{.profile = destination.profile,
        .profileSettings = destination.profileSettings,
        .announced = destination.announced,
        .overrides = destination.overrides,
        .actor = actorName(),
        .sandbox = destination.sandbox};
    options.engine.storePath = destination.store.isEmpty() ? journal::defaultStorePath() : destination.store;
    options.engine.program = program;
    options.engine.connection = destination.connection;
    options.engine.timeScale = destination.timeScale;
    return options;
}

} // namespace slipway::app
