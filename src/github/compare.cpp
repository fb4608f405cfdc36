// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "github/rest_reads.h"

namespace slipway::github {

RestRead restRead(const CompareCommits& read)
{
    RestPath path(read.repository);
    path.part(u"compare"_s).part(read.base + u"..."_s + read.head).query("per_page", u"1"_s);
    return {path,
        [](const Json& json) -> std::optional<Answer> {
            const auto status = textAt(json, "status");
            return status.isEmpty() ? std::nullopt : std::optional<Answer>(Comparison{status});
        },
        {{"repository", read.repository.full().toStdString()}}};
}

RestPath rawFile(const RepositoryName& repository, const QString& path, const QString& oid)
{
    RestPath rest(repository);
    rest.part(u"contents"_s).path(path).query("ref", oid);
    return rest;
}

} // namespace slipway::github
