// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "github/answers.h"
#include "github/fragments.h"
#include "github/read_parts.h"
#include "github/rest_reads.h"
#include "github/values_json.h"

namespace slipway::github {

const QList<QString>& optionalFields()
{
    static const QList<QString> fields{u"mergeQueue"_s, u"viewerPermission"_s, u"templateRepository"_s,
        u"statusCheckRollup"_s, u"reviewDecision"_s, u"timelineItems"_s, u"mergedBy"_s, u"mergeQueueEntry"_s};
    return fields;
}

Error errorAt(const Envelope& envelope, const QByteArray& alias, const Json& args, const QList<QString>& optional)
{
    if (const auto* error = envelope.below({QString::fromLatin1(alias)}, optional))
        return verdictOf(*error, envelope, args).error;
    if (const auto* error = envelope.general())
        return verdictOf(*error, envelope, args).error;
    return unreadable(envelope);
}

ParseAnswer add(DocumentAssembler& document, const ReadRepository& read)
{
    const auto alias = document.alias("repository");
    QMap<QString, QByteArray> fileAliases;
    QMap<QString, std::pair<QByteArray, QByteArray>> branchAliases;

    QByteArray base = "base:ref(qualifiedName:" + document.value("String!", u"refs/heads/"_s + read.base)
        + "){target{oid ... on Commit{oid tree{oid}";
    for (const auto& path : read.files) {
        if (fileAliases.contains(path))
            continue;
        const auto file = fileAliases.insert(path, document.alias("file")).value();
        base += " " + file + ":file(path:" + document.value("String!", path) + "){" + document.spread(fragments::file)
            + "}";
    }
    base += "}}}";

    QByteArray branches;
    for (const auto& name : read.branches) {
        if (branchAliases.contains(name))
            continue;
        const auto ref = document.alias("branch");
        const auto pulls = document.alias("pulls");
        branchAliases.insert(name, {ref, pulls});
        branches += " " + ref + ":ref(qualifiedName:" + document.value("String!", u"refs/heads/"_s + name) + "){"
            + document.spread(fragments::branch) + "}";
        // By name and in any state: this also finds those whose branch was deleted after the merge.
        branches += " " + pulls + ":pullRequests(headRefName:" + document.value("String!", name)
            + ",first:10,orderBy:{field:CREATED_AT,direction:DESC}){nodes{" + document.spread(fragments::pullRequest)
            + "}}";
    }
    document.field(alias + ":repository(owner:" + document.value("String!", read.repository.owner)
        + ",name:" + document.value("String!", read.repository.name) + "){" + document.spread(fragments::repository)
        + " mergeQueue(branch:" + document.value("String!", read.base) + "){id} " + base + branches + "}");

    return [=](const Envelope& envelope) -> Result<Answer> {
        const Json args{{"repository", read.repository.full().toStdString()}};
        const Json& node = envelope.at(alias);
        auto info = repositoryFrom(node);
        // An error below would make "no such file" of "could not be read".
        if (!info || envelope.below({QString::fromLatin1(alias)}, optionalFields()))
            return errorAt(envelope, alias, args, optionalFields());
        const Json& commit = memberAt(memberAt(node, "base"), "target");
        RepositorySnapshot snapshot{.info = std::move(*info), .baseName = read.base, .baseOid = textAt(commit, "oid")};
        snapshot.baseTreeOid = textAt(memberAt(commit, "tree"), "oid");
        for (auto file = fileAliases.begin(); file != fileAliases.end(); ++file)
            snapshot.files.insert(file.key(), fileFrom(memberAt(commit, file.value().constData())));
        for (auto branch = branchAliases.begin(); branch != branchAliases.end(); ++branch) {
            snapshot.branches.insert(branch.key(), branchFrom(memberAt(node, branch.value().first.constData())));
            QList<PullRequest> found;
            const Json& pulls = memberAt(memberAt(node, branch.value().second.constData()), "nodes");
            if (pulls.is_array())
                for (const auto& pull : pulls)
                    if (auto request = pullRequestFrom(pull))
                        found.append(std::move(*request));
            snapshot.pullRequests.insert(branch.key(), std::move(found));
        }
        return Answer(std::move(snapshot));
    };
}

RestRead listOfFiles(const ReadRepository& read, const RepositorySnapshot& snapshot)
{
    RestPath path(read.repository);
    path.part(u"git"_s).part(u"trees"_s).part(snapshot.baseTreeOid).query("recursive", u"1"_s);
    return {path,
        [=](const Json& json) -> std::optional<Answer> {
            const Json& entries = memberAt(json, "tree");
            if (!entries.is_array())
                return std::nullopt;
            RepositorySnapshot listed = snapshot;
            listed.files.clear();
            if (flagAt(json, "truncated"))
                return Answer(listed);
            for (const auto& file : read.files)
                listed.files.insert(file, std::nullopt);
            for (const Json& entry : entries) {
                const auto file = listed.files.find(textAt(entry, "path"));
                if (file == listed.files.end())
                    continue;
                const QString type = textAt(entry, "type", u"blob"_s);
                *file = FileVersion{.mode = textAt(entry, "mode").toInt(nullptr, 8),
                    .size = integerAt(entry, "size"),
                    .oid = textAt(entry, "sha"),
                    .truncated = type == "blob"_L1,
                    .type = type};
            }
            return Answer(listed);
        },
        {{"repository", read.repository.full().toStdString()}}};
}

} // namespace slipway::github
