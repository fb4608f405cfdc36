// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/values.h"

#include <QUrl>

namespace slipway::github {

//! A REST path and its query, each part percent-encoded by itself: a "/" in a branch name stays one part.
class RestPath {
public:
    //! "repos/OWNER/NAME"
    explicit RestPath(const RepositoryName& repository);
    RestPath() = default;

    RestPath& part(const QString& text);
    //! A file's path: its slashes separate.
    RestPath& path(const QString& text);
    RestPath& query(const char* name, const QString& value);
    QUrl on(const QUrl& apiUrl) const;

private:
    QByteArray m_path, m_query;
};

//! The GraphQL address beside a REST one: …/graphql, and for GitHub Enterprise Server's …/api/v3: …/api/graphql.
QUrl graphqlUrl(const QUrl& apiUrl);

} // namespace slipway::github
