// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/run_states.h"

#include "base/text.h"

namespace slipway::terminal {

QStringList stateChoices()
{
    return {u"open"_s, u"running"_s, u"waiting"_s, u"stuck"_s, u"needs-you"_s, u"failed"_s, u"parked"_s, u"paused"_s,
        u"done"_s, u"cancelled"_s, u"undone"_s};
}

std::optional<StateChoice> stateChoice(const QString& word)
{
    const QString bare = word.toLower().remove(u'-').remove(u' ');
    StateChoice choice;
    choice.onlyStuck = bare == "stuck"_L1;
    if (bare == "open"_L1 || choice.onlyStuck) {
        choice.query.open = true;
        return choice;
    }
    choice.query.state = bare == "done"_L1 ? std::optional(RunState::Succeeded)
        : bare == "needsyou"_L1            ? std::optional(RunState::NeedsYou)
                                           : runStateFromText(bare);
    return choice.query.state ? std::optional(choice) : std::nullopt;
}

} // namespace slipway::terminal
