// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "github/read_parts.h"

namespace slipway::github {

ParseAnswer add(DocumentAssembler& document, const ReadName& read)
{
    const auto alias = document.alias("name");
    document.field(alias + ":repository(owner:" + document.value("String!", read.repository.owner)
        + ",name:" + document.value("String!", read.repository.name) + ",followRenames:false){nameWithOwner url}");
    return [=](const Envelope& envelope) -> Result<Answer> {
        const Json& node = envelope.at(alias);
        if (node.is_object())
            return Answer(NameState{true, textAt(node, "nameWithOwner"), textAt(node, "url")});
        auto error = errorAt(envelope, alias, {{"repository", read.repository.full().toStdString()}});
        // Only GitHub's own "not found" says that the name is free; anything else says that nobody knows.
        if (error.code == errc::githubNotFound)
            return Answer(NameState{});
        return error;
    };
}

} // namespace slipway::github
