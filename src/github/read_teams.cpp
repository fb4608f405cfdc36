// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "github/read_parts.h"

namespace slipway::github {

ParseAnswer add(DocumentAssembler& document, const ReadTeams& read, const QString& cursor)
{
    const auto alias = document.alias("teams");
    const auto after = cursor.isEmpty() ? QByteArray() : ",after:" + document.value("String", cursor);
    document.field(alias + ":organization(login:" + document.value("String!", read.organisation) + "){teams(first:100"
        + after + "){nodes{slug name} pageInfo{hasNextPage endCursor}}}");
    return [=](const Envelope& envelope) -> Result<Answer> {
        const Json& nodes = memberAt(memberAt(envelope.at(alias), "teams"), "nodes");
        if (!nodes.is_array() || envelope.below({QString::fromLatin1(alias)}))
            return errorAt(envelope, alias, {{"organisation", read.organisation.toStdString()}});
        Teams teams;
        for (const auto& node : nodes)
            if (const auto slug = textAt(node, "slug"); !slug.isEmpty())
                teams.teams.append({slug, textAt(node, "name", slug)});
        return Answer(std::move(teams));
    };
}

QString nextTeamsPage(const Envelope& envelope)
{
    if (!envelope.data.is_object())
        return {};
    for (const auto& [name, value] : envelope.data.items()) {
        const Json& page = memberAt(memberAt(value, "teams"), "pageInfo");
        if (flagAt(page, "hasNextPage"))
            return textAt(page, "endCursor");
    }
    return {};
}

} // namespace slipway::github
