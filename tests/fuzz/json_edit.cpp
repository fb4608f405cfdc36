// SPDX-License-Identifier: GPL-3.0-or-later
#include "targets.h"

#include "workflow/json_edit.h"
#include "workflow/json_scan.h"

namespace slipway::fuzz {

void jsonEdit(const QByteArray& input)
{
    QByteArray file = input;
    const auto edit = parseJson(takeLine(file));
    if (!edit || !edit->is_object())
        return;
    const auto edited = applyEdit(file, *edit);
    if (!edited)
        return;
    require(scanJson(*edited).ok(), "an edited file is JSON");

    // What was inserted can be taken out again, and then nothing has changed.
    if (edit->contains("insertMember")) {
        const Json back{{"removeMember", (*edit)["insertMember"]}, {"name", memberAt(*edit, "name")}};
        const auto restored = applyEdit(*edited, back);
        require(restored.ok(), "what was inserted can be removed");
        const auto before = parseJson(file), after = parseJson(*restored);
        require(before.ok() == after.ok() && (!before || sameValue(*before, *after)), "nothing else has changed");
    }
}

} // namespace slipway::fuzz
