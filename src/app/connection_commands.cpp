// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connection_commands.h"

#include "app/connection_work.h"
#include "app/gh_import.h"
#include "app/hidden_prompt.h"
#include "app/stored_secret.h"
#include "base/error_codes.h"
#include "base/private_files.h"
#include "base/text.h"
#include "github/host.h"
#include "terminal/await.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace slipway::app {

namespace {

using terminal::await;
using terminal::ConnectionRequest;
using terminal::SignInCode;

Result<Secret> signIn(const ConnectionProfile& profile, const std::function<void(const SignInCode&)>& codeShown)
{
    const auto host = github::hostFrom(profile.host);
    if (!host)
        return host.error();
    const auto network = networkOf(profile);
    if (!network)
        return network.error();
    ConnectionWork work;
    // The code comes from the work's thread and is told in this one.
    const auto shown = [codeShown](const github::DeviceCode& code) {
        QMetaObject::invokeMethod(
            qApp,
            [codeShown, code] {
                codeShown({code.code, code.page, code.expiresAt});
            },
            Qt::QueuedConnection);
    };
    const auto grant = await(work.signIn(*host, profile.clientId, *network, shown));
    if (!grant)
        return grant.error();
    return github::toSecret(*grant);
}

Result<Secret> secretFor(const ConnectionRequest& request, const ConnectionProfile& profile,
    const std::function<void(const SignInCode&)>& codeShown)
{
    if (profile.isApp())
        return Secret();
    if (!request.tokenFile.isEmpty()) {
        const auto bytes = readPrivateFile(request.tokenFile);
        return bytes ? Result<Secret>(Secret(bytes->trimmed())) : Result<Secret>(bytes.error());
    }
    if (request.signIn)
        return signIn(profile, codeShown);
    const auto host = github::hostFrom(profile.host);
    if (!host)
        return host.error();
    if (request.fromGh)
        return await(importFromGh(host->web.host()));
    return askHidden(QCoreApplication::translate("connection", "Token for %1: ").arg(host->web.host()));
}

QString absolute(const QString& file) { return file.isEmpty() ? file : QFileInfo(file).absoluteFilePath(); }

} // namespace

QFuture<Result<desk::ConnectionReport>> checkConnection(const terminal::GlobalOptions& global)
{
    const auto destination = await(destinationOf(global));
    if (!destination)
        return QtFuture::makeReadyFuture(Result<desk::ConnectionReport>(destination.error()));
    ConnectionWork work;
    return QtFuture::makeReadyFuture(await(work.check(*destination)));
}

Result<desk::ConnectionReport> addConnection(
    const ConnectionRequest& request, const std::function<void(const SignInCode&)>& codeShown)
{
    ConnectionProfile profile{.name = request.name,
        .host = request.host,
        .credential = request.name,
        .app = request.app,
        .appKeyFile = absolute(request.appKeyFile),
        .appOrganisation = request.appOrganisation,
        .clientId = request.clientId,
        .caFile = absolute(request.caFile),
        .proxy = request.proxy,
        .proxyUser = request.proxyUser,
        .proxyPasswordFile = absolute(request.proxyPasswordFile)};
    if (const auto checked = checkProfileName(profile.name); !checked)
        return checked.error();
    // What is wrong with the host or the files is said before anybody types a token.
    if (const auto usable = destinationWith(profile, Secret()); !usable)
        return usable.error();
    const auto secret = secretFor(request, profile, codeShown);
    if (!secret)
        return secret.error();
    if (!profile.isApp() && secret->isEmpty())
        return Error{.code = errc::githubNoToken, .args = {{"reason", "Nothing was typed"}}};

    // Settings that the profile has already say which repositories are asked for.
    if (const auto known = readProfile(profile.name))
        profile.settings = known->settings;
    const auto destination = destinationWith(profile, *secret);
    if (!destination)
        return destination.error();
    ConnectionWork work;
    auto report = await(work.check(*destination));
    if (!report)
        return report;
    if (!profile.isApp()) {
        auto kept = await(keepSecret(profile, *secret, request.inFile));
        if (!kept)
            return kept.error();
        profile = std::move(*kept);
    } else {
        profile.credential.clear();
    }
    if (const auto written = writeProfile(profile); !written)
        return written.error();
    report->kept = placeOf(profile);
    return report;
}

Result<QList<terminal::KnownConnection>> listConnections()
{
    QList<terminal::KnownConnection> known;
    for (const auto& name : profileNames()) {
        const auto profile = readProfile(name);
        if (!profile)
            return profile.error();
        const auto host = github::hostFrom(profile->host);
        known.append({name, host ? host->web.authority() : profile->host, placeOf(*profile)});
    }
    return known;
}

Result<void> removeConnection(const QString& name)
{
    const auto profile = readProfile(name);
    if (!profile)
        return profile.error();
    if (!profile->hasConnection) // the file is there for credentials or settings
        return Error{.code = errc::connectionUnknown, .args = {{"name", toJson(name)}}};
    if (auto forgotten = await(forgetSecret(*profile));
        !forgotten && forgotten.error().code != errc::keychainUnavailable)
        return forgotten;
    return removeProfile(name);
}

} // namespace slipway::app
