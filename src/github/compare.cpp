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
            Comparison comparison{textAt(json, "status")};
            if (comparison.status.isEmpty())
                return std::nullopt;
            if (const Json& files = memberAt(json, "files"); files.is_array())
                for (const Json& file : files)
                    comparison.files.append({.path = textAt(file, "filename"),
                        .status = textAt(file, "status"),
                        .added = int(integerAt(file, "additions")),
                        .removed = int(integerAt(file, "deletions")),
                        .patch = textAt(file, "patch")});
            return comparison;
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
