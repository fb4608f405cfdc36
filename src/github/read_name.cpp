// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "github/read_parts.h"

namespace slipway::github {

ParseAnswer add(DocumentAssembler& document, const ReadName& read)
{
    const auto alias = document.alias("name");
    const auto moved = document.alias("moved");
    const auto address = "(owner:" + document.value("String!", read.repository.owner)
        + ",name:" + document.value("String!", read.repository.name);
    document.field(alias + ":repository" + address + ",followRenames:false){nameWithOwner url}");
    // A name that a renamed repository had is free, but its old addresses still lead there until somebody takes it.
    document.field(moved + ":repository" + address + "){nameWithOwner url}");
    return [=](const Envelope& envelope) -> Result<Answer> {
        const Json args{{"repository", read.repository.full().toStdString()}};
        const Json& node = envelope.at(alias);
        if (node.is_object())
            return Answer(NameState{true, textAt(node, "nameWithOwner"), textAt(node, "url")});
        // Only GitHub's own "not found" says that the name is free; anything else says that nobody knows.
        auto error = errorAt(envelope, alias, args);
        if (error.code != errc::githubNotFound)
            return error;
        const Json& other = envelope.at(moved);
        if (!other.is_object()) {
            error = errorAt(envelope, moved, args);
            return error.code == errc::githubNotFound ? Result<Answer>(Answer(NameState{})) : Result<Answer>(error);
        }
        // A server that does not know the difference answers with the holder both times.
        const auto holder = textAt(other, "nameWithOwner");
        if (holder.compare(read.repository.full(), Qt::CaseInsensitive) == 0)
            return Answer(NameState{true, holder, textAt(other, "url")});
        return Answer(NameState{.url = textAt(other, "url"), .redirectsTo = holder});
    };
}

} // namespace slipway::github
