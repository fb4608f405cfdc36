// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/key_map.h"

#include "base/text.h"

#include <QSettings>

namespace slipway::console {

namespace {
QString shortcutKeyOf(ActionSet::Id id) { return u"shortcuts/"_s + ActionSet::nameOf(id); }
} // namespace

void KeyMap::load()
{
    QList<std::pair<ActionSet::Id, QKeySequence>> given;
    for (int i = 0; i < ActionSet::Count; ++i) {
        const auto id = ActionSet::Id(i);
        if (const QVariant kept = m_settings.value(shortcutKeyOf(id)); kept.isValid()) {
            given += {id, QKeySequence(kept.toString(), QKeySequence::PortableText)};
            m_actions.setKeys(id, {}); // keys may have been exchanged between two actions
        }
    }
    for (const auto& [id, keys] : given)
        if (!keys.isEmpty() && !m_actions.holderOf(keys, id))
            m_actions.setKeys(id, {keys});
}

std::optional<ActionSet::Id> KeyMap::give(ActionSet::Id id, const QKeySequence& keys)
{
    if (const auto holder = m_actions.holderOf(keys, id))
        return holder;
    m_actions.setKeys(id, keys.isEmpty() ? QList<QKeySequence>() : QList{keys});
    m_settings.setValue(shortcutKeyOf(id), keys.toString(QKeySequence::PortableText));
    return std::nullopt;
}

void KeyMap::reset(ActionSet::Id id)
{
    QList<QKeySequence> keys = m_actions.defaultKeys(id);
    keys.removeIf([&](const QKeySequence& k) { return m_actions.holderOf(k, id).has_value(); });
    m_actions.setKeys(id, keys);
    m_settings.remove(shortcutKeyOf(id));
}

void KeyMap::resetAll()
{
    m_settings.remove(u"shortcuts"_s);
    for (int id = 0; id < ActionSet::Count; ++id)
        m_actions.setKeys(ActionSet::Id(id), m_actions.defaultKeys(ActionSet::Id(id)));
}

} // namespace slipway::console
