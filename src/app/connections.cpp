// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections.h"

#include "app/credential_store.h"
#include "app/process.h"
#include "app/run_secrets.h"
#include "app/sandbox_notice.h"
#include "app/stored_secret.h"
#include "base/error_codes.h"
#include "base/loopback.h"
#include "base/private_files.h"
#include "base/text.h"
#include "github/host.h"
#include "github/installation_tokens.h"
#include "journal/store_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace slipway::app {

namespace {

constexpr auto defaultProfile = "default"_L1;

using Later = QFuture<Result<Destination>>;

Later ready(Result<Destination> result) { return QtFuture::makeReadyFuture(std::move(result)); }

Error usage(const QString& reason) { return {.code = errc::usage, .args = {{"reason", reason.toStdString()}}}; }

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

Result<Destination> withTokenFile(const QString& host, const QString& file)
{
    if (file.isEmpty())
        return Error{.code = errc::githubNoToken, .args = {{"reason", "no token file was named"}}};
    const ConnectionProfile profile{.host = host, .tokenFile = QFileInfo(file).absoluteFilePath()};
    const auto secret = readSecret(profile).result(); // a file: it is there at once
    if (!secret)
        return secret.error();
    auto destination = destinationWith(profile, *secret);
    if (destination)
        destination->way = {u"--github-url"_s, host, u"--token-file"_s, profile.tokenFile};
    return destination;
}

QStringList wayTo(const QString& profile)
{
    return profile.isEmpty() || profile == defaultProfile ? QStringList() : QStringList{u"--profile"_s, profile};
}

Later fromProfile(const QString& name, bool mayBeMissing)
{
    if (mayBeMissing && !QFileInfo::exists(profilePath(name)))
        return ready(Destination{});
    const auto profile = readProfile(name);
    if (!profile)
        return ready(profile.error());
    if (mayBeMissing && !profile->hasConnection) // credentials or settings came first
        return ready(Destination{.profile = name, .profileSettings = profile->settings, .way = wayTo(name)});
    return destinationFrom(*profile);
}

//! Who practises in a sandbox writes to no service of the world in somebody's name.
conductor::CredentialKeeper onThisComputer(conductor::CredentialKeeper keeper)
{
    keeper.describe = [describe = keeper.describe](const QString& name) {
        auto use = describe(name);
        if (use)
            use->origins.removeIf([](const QString& origin) { return !isLoopbackHost(QUrl(origin).host()); });
        return use;
    };
    return keeper;
}

} // namespace

QString profileOf(const terminal::GlobalOptions& options)
{
    return options.profile.isEmpty() ? QString(defaultProfile) : options.profile;
}

QString sandboxStore(const QString& announcementFile)
{
    return QFileInfo(announcementFile).absoluteFilePath() + u".store.db"_s;
}

Result<http::NetworkOptions> networkOf(const ConnectionProfile& profile)
{
    http::NetworkOptions network;
    if (!profile.caFile.isEmpty()) {
        const auto authorities = http::readAuthorities(profile.caFile);
        if (!authorities)
            return authorities.error();
        network.authorities = *authorities;
    }
    if (!profile.proxy.isEmpty()) {
        const auto proxy = http::proxyAddress(profile.proxy);
        if (!proxy)
            return proxy.error();
        network.proxy = *proxy;
    }
    network.proxyUser = profile.proxyUser;
    if (!profile.proxyPasswordFile.isEmpty()) {
        const auto password = readPrivateFile(profile.proxyPasswordFile);
        if (!password)
            return password.error();
        network.proxyPassword = Secret(password->trimmed());
    }
    return network;
}

Result<http::NetworkOptions> networkOf(const terminal::GlobalOptions& options)
{
    if (!options.sandboxFile.isEmpty() || !options.githubUrl.isEmpty() || options.trySandbox)
        return http::NetworkOptions();
    const QString name = profileOf(options);
    if (options.profile.isEmpty() && !QFileInfo::exists(profilePath(name)))
        return http::NetworkOptions();
    const auto profile = readProfile(name);
    return profile ? networkOf(*profile) : profile.error();
}

Result<Destination> destinationWith(const ConnectionProfile& profile, const Secret& secret)
{
    const auto host = github::hostFrom(profile.host);
    if (!host)
        return host.error();
    const auto network = networkOf(profile);
    if (!network)
        return network.error();
    Destination destination{.connection = github::Connection{.apiUrl = host->rest},
        .network = *network,
        .hostName = host->web.authority(),
        .kept = placeOf(profile),
        .profile = profile.name,
        .profileSettings = profile.settings,
        .way = wayTo(profile.name)};
    auto& tokens = destination.connection->tokens;
    if (profile.isApp()) {
        const github::AppAccess access{profile.app, profile.appKeyFile, profile.appOrganisation};
        tokens = [host = *host, access](http::Http& http, Clock& clock) -> std::unique_ptr<github::TokenSource> {
            return std::make_unique<github::InstallationTokens>(http, clock, host, access);
        };
        return destination;
    }
    const auto grant = github::grantFromSecret(secret);
    // What the keychain has may be another one by the time that GitHub refuses this one.
    if (!grant.refreshToken.isEmpty() || profile.tokenFile.isEmpty()) {
        destination.connection->token = grant.token;
        tokens = [host = *host, grant, profile](
                     http::Http& http, Clock& clock) -> std::unique_ptr<github::TokenSource> {
            return std::make_unique<github::RefreshingToken>(
                http, clock, host, grant, std::make_shared<ProfileGrants>(profile));
        };
    } else {
        // Whoever puts a new token into the file need not start anything anew.
        tokens = [token = grant.token, profile](http::Http&, Clock& clock) -> std::unique_ptr<github::TokenSource> {
            return std::make_unique<github::FixedToken>(clock, token, [profile]() -> Result<Secret> {
                const auto secret = readSecret(profile).result();
                return secret ? github::grantFromSecret(*secret).token : secret;
            });
        };
    }
    return destination;
}

Later destinationFrom(const ConnectionProfile& profile)
{
    if (profile.isApp())
        return ready(destinationWith(profile, {}));
    return readSecret(profile).then([profile](const Result<Secret>& secret) -> Result<Destination> {
        if (!secret)
            return secret.error();
        return destinationWith(profile, *secret);
    });
}

Result<Destination> sandboxDestination(const Json& announcement, const QString& announcementFile)
{
    const QString url = textAt(announcement, "apiUrl", textAt(announcement, "url"));
    const QString token = textAt(announcement, "token");
    if (url.isEmpty() || token.isEmpty())
        return usage(
            u"The file does not hold what a sandbox prints first: the members \"url\" and \"token\" are missing."_s);
    const auto host = github::hostFrom(url);
    if (!host)
        return host.error();
    Destination destination{.connection = github::Connection{.apiUrl = host->rest, .token = Secret(token.toUtf8())},
        .hostName = host->web.authority(),
        .sandbox = true};
    const Json& speed = memberAt(announcement, "speed");
    destination.timeScale = speed.is_number() ? speed.get<double>() : 1.0;
    for (const char* name : {"org", "portalUrl", "adminusersUrl", "connectorUrl"})
        if (const QString value = textAt(announcement, name); !value.isEmpty())
            destination.announced[name] = value.toStdString();
    if (!announcementFile.isEmpty() && announcementFile != "-"_L1) {
        destination.store = sandboxStore(announcementFile);
        destination.way = {u"--sandbox"_s, QFileInfo(announcementFile).absoluteFilePath()};
    } else {
        destination.store = QDir::tempPath() + u"/slipway-sandbox-%1.db"_s.arg(QUrl(url).port());
    }
    destination.usualStore = destination.store;
    return destination;
}

Result<Destination> windowSandboxDestination(const Json& announcement)
{
    auto destination = sandboxDestination(announcement, {});
    if (destination) {
        destination->store = destination->usualStore = windowSandboxStore();
        destination->way = {u"--try-sandbox"_s};
    }
    return destination;
}

QString terminalCommand(const Destination& destination, const QString& store)
{
    QStringList words{u"slipwayctl"_s};
    for (const auto& word : destination.way)
        words << terminal::quotedWord(word);
    const QString usual = destination.usualStore.isEmpty() ? journal::defaultStorePath() : destination.usualStore;
    if (QFileInfo(store).absoluteFilePath() != QFileInfo(usual).absoluteFilePath())
        words << u"--store"_s << terminal::quotedWord(QFileInfo(store).absoluteFilePath());
    return words.join(u' ');
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
        if (destination->timeScale != 1.0 && destination->connection
            && !isLoopbackHost(destination->connection->apiUrl.host()))
            return usage(u"--time-scale shortens every wait and is only for a host on this machine, not for %1."_s.arg(
                destination->connection->apiUrl.host()));
        return destination;
    };
    if (options.trySandbox) {
        const auto announced = windowSandbox();
        return ready(finish(announced ? windowSandboxDestination(*announced) : Result<Destination>(announced.error())));
    }
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
    if (!options.githubUrl.isEmpty() && !options.githubUrl.contains("://"_L1))
        return ready(Error{.code = errc::networkUnsafeUrl, .args = {{"url", options.githubUrl.toStdString()}}});
    if (!options.githubUrl.isEmpty())
        return ready(finish(withTokenFile(options.githubUrl, options.tokenFile)));
    return fromProfile(profileOf(options), options.profile.isEmpty())
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
    if (destination.connection) // a sandbox's port is another one each time
        options.engine.host = destination.sandbox ? u"sandbox"_s : destination.hostName;
    options.engine.network = destination.network;
    options.engine.timeScale = destination.timeScale;
    if (!destination.sandbox) // what a sandbox is given is nobody's secret, and its keychain would be the real one
        options.engine.keeper = keychainKeeper();
    const auto credentials = credentialKeeper(destination.profile.isEmpty() ? u"default"_s : destination.profile);
    options.engine.credentials = destination.sandbox ? onThisComputer(credentials) : credentials;
    return options;
}

} // namespace slipway::app
