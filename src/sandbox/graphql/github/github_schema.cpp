// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/graphql/github/github_schema.h"

#include "base/text.h"

#include <QFile>
#include <QtGlobal>

//! A static library's resources are left out by the linker unless something names them; the macro wants no namespace.
static void nameResources() { Q_INIT_RESOURCE(sandbox_graphql); }

namespace slipway::sandbox::graphql {

Schema githubSchema()
{
    nameResources();
    QFile file(u":/sandbox/github-subset.graphql"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    auto parsed = Schema::parse(opened ? QString::fromUtf8(file.readAll()) : QString());
    if (const auto* error = std::get_if<GraphqlError>(&parsed))
        qFatal("github-subset.graphql: %s", qUtf8Printable(error->message)); // compiled in: broken by its author only
    return std::get<Schema>(std::move(parsed));
}

} // namespace slipway::sandbox::graphql
