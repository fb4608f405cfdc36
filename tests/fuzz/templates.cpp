// SPDX-License-Identifier: GPL-3.0-or-later
#include "targets.h"

#include "workflow/template.h"

namespace slipway::fuzz {

void templates(const QByteArray& input)
{
    const auto json = parseJson(input);
    if (!json || !json->is_object())
        return;
    const Json& value = memberAt(*json, "value");
    const Json& scope = memberAt(*json, "scope");
    const auto mentioned = placeholders(value);
    const auto whole = expand(value, scope);
    if (whole) {
        require(mentioned.ok(), "what can be expanded can be looked through");
        require(parseJson(toBytes(*whole), {.depth = 200, .bytes = 1 << 30}).ok(), "what was expanded is JSON");
        std::ignore = isTrue(*whole);
    }
    const QString text = textAt(*json, "value");
    const auto plain = expandText(text, scope);
    require(!value.is_string() || plain.ok() == whole.ok(), "a text expands as a value does");
    std::ignore = expandUrl(text, scope);
    std::ignore = lookUp(textAt(*json, "path"), scope);
}

} // namespace slipway::fuzz
