// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/local_desk.h"
#include "terminal/environment.h"

#include <QFuture>

namespace slipway::app {

//! What the global options (or a profile) say about where to go: connection, store, settings, time scale.
struct Destination {
    std::optional<github::Connection> connection;
    QString store;
    double timeScale = 1.0;
    QString profile;
    Json profileSettings = Json::object();
    Json announced = Json::object(); //!< settings that a sandbox announced
    Json overrides = Json::object(); //!< settings that were named on the command line
    bool sandbox = false;
};

//! Reads what the options name: a sandbox's announcement, a token file, a profile and its credential. Errors: "usage",
//! "file.…", "json.…", "github.noToken", "network.unsafeUrl", and "network.unsafeUrl" for a time scale away from
//! loopback.
QFuture<Result<Destination>> destinationOf(const terminal::GlobalOptions& options);
//! By what a sandbox announced; `announcementFile` (may be empty) tells where the default store lies: beside it.
Result<Destination> sandboxDestination(const Json& announcement, const QString& announcementFile);

//! Whether anything can be kept for a name: the file of that profile.
QString profilePath(const QString& name);
//! The options of a desk for the destination.
desk::LocalDeskOptions deskOptions(const Destination& destination, const QString& program);

} // namespace slipway::app
