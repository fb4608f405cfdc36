// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/action_set.h"

class QSettings;

namespace slipway::console {

//! The keys that a person gave to actions instead of the default ones; kept by the action's name.
class KeyMap {
public:
    KeyMap(ActionSet& actions, QSettings& settings)
        : m_actions(actions)
        , m_settings(settings)
    { }
    //! What was kept. Keys that two actions would have stay with the first.
    void load();
    //! The action that has these keys already, and keeps them; else they are given and kept.
    std::optional<ActionSet::Id> give(ActionSet::Id id, const QKeySequence& keys);
    //! The default keys again; those that another action has been given meanwhile stay there.
    void reset(ActionSet::Id id);
    void resetAll();

private:
    ActionSet& m_actions;
    QSettings& m_settings;
};

} // namespace slipway::console
