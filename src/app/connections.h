// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connection_profile.h"
#include "desk/local_desk.h"
#include "terminal/environment.h"

#include <QFuture>

namespace slipway::app {

//! What the global options (or a profile) say about where to go: connection, store, settings, time scale.
struct Destination {
    std::optional<github::Connection> connection;
    http::NetworkOptions network;
    QString hostName; //!< as people know it: "github.com"
    QString kept; //!< where its token is, in a sentence
    QString store;
    double timeScale = 1.0;
    QString profile;
    Json profileSettings = Json::object();
    Json announced = Json::object(); //!< settings that a sandbox announced
    Json overrides = Json::object(); //!< settings that were named on the command line
    bool sandbox = false;
    QStringList way; //!< the options by which slipwayctl goes there
    QString usualStore; //!< the one it takes there without --store; empty: the user's own
};

//! What a person types before a command to reach the same runs by the same way: "slipwayctl --profile work". The store is
//! named where it is another one than is usual there.
QString terminalCommand(const Destination& destination, const QString& store);

//! The profile's name; that of the default one where the options name none.
QString profileOf(const terminal::GlobalOptions& options);
//! Reads what the options name: a sandbox's announcement, a token file, a profile and its credential. Errors: "usage",
//! "file.…", "json.…", "github.noToken", "connection.noSandbox", "network.unsafeUrl", and "network.unsafeUrl" for a time scale away from
//! loopback.
QFuture<Result<Destination>> destinationOf(const terminal::GlobalOptions& options);
//! By what a sandbox announced; `announcementFile` (may be empty) tells where the default store lies: beside it.
Result<Destination> sandboxDestination(const Json& announcement, const QString& announcementFile);
//! The sandbox of the window, by what it announced, with its own store.
Result<Destination> windowSandboxDestination(const Json& announcement);
//! The default store of who works with a sandbox: beside what it announced.
QString sandboxStore(const QString& announcementFile);
//! What a profile's connection is made of; reads its keychain or files. Errors as above, "keychain.…".
QFuture<Result<Destination>> destinationFrom(const ConnectionProfile& profile);
//! The same with a secret that need not be kept anywhere yet (ignored for a GitHub App).
Result<Destination> destinationWith(const ConnectionProfile& profile, const Secret& secret);
//! How the profile reaches the network. Errors "file.…", "usage".
Result<http::NetworkOptions> networkOf(const ConnectionProfile& profile);
//! The same for what the options name, without reading any token.
Result<http::NetworkOptions> networkOf(const terminal::GlobalOptions& options);
//! The options of a desk for the destination.
desk::LocalDeskOptions deskOptions(const Destination& destination, const QString& program);

} // namespace slipway::app
