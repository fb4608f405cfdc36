// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/identity_values.h"
#include "github/values.h"

namespace slipway::github {

struct AccessQuestion {
    QList<RepositoryName> repositories;
    QStringList organisations; //!< whose teams are read
};

//! What a harmless read of one area told.
enum class Readable { NotAsked, Yes, No };

struct RepositoryAccess {
    RepositoryName repository;
    std::optional<Error> error; //!< it cannot be seen, and why
    QString viewerPermission; //!< READ, TRIAGE, WRITE, MAINTAIN, ADMIN: of the person, which a token may narrow
    bool archived = false;
    Readable contents = Readable::NotAsked, pullRequests = Readable::NotAsked, actions = Readable::NotAsked;
};

struct OrganisationAccess {
    QString login;
    std::optional<Error> error; //!< its teams cannot be read, and why
};

//! What can be told of a token without changing anything.
struct Access {
    Identity identity;
    std::optional<Json> permissions; //!< of an installation's token: GitHub says them, {"contents": "write", …}
    QList<RepositoryAccess> repositories;
    QList<OrganisationAccess> organisations;
};

} // namespace slipway::github
