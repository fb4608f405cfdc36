// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/saved_views.h"

#include "base/json.h"
#include "base/result.h"
#include "base/text.h"

#include <QSettings>

#include <algorithm>

namespace slipway::console {

namespace {

constexpr auto savedViewsKey = "views/saved";

// Written as names, so that an added view does not give another meaning to what is kept.
constexpr std::array<const char*, allRunViews.size()> viewNames{
    "needsYou", "running", "waiting", "stuck", "failed", "done", "stopped", "all"};

RunViewKind viewNamed(const QString& name)
{
    for (size_t i = 0; i < viewNames.size(); ++i)
        if (name == QLatin1String(viewNames[i]))
            return allRunViews[i];
    return RunViewKind::All;
}

} // namespace

SavedViews::SavedViews(QSettings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
{
    const auto kept = parseJson(m_settings.value(QLatin1String(savedViewsKey)).toString().toUtf8());
    if (!kept || !kept->is_array())
        return;
    for (const Json& view : *kept)
        if (const QString name = textAt(view, "name"); view.is_object() && !name.isEmpty() && !named(name))
            m_views += SavedView{
                name, viewNamed(textAt(view, "view")), textAt(view, "search"), flagAt(view, "everything", false)};
}

const SavedView* SavedViews::named(const QString& name) const
{
    const auto found =
        std::find_if(m_views.begin(), m_views.end(), [&](const SavedView& view) { return view.name == name; });
    return found == m_views.end() ? nullptr : &*found;
}

void SavedViews::save(const SavedView& view)
{
    const auto found = std::find_if(m_views.begin(), m_views.end(), [&](const auto& v) { return v.name == view.name; });
    if (found == m_views.end())
        m_views += view;
    else
        *found = view;
    write();
}

void SavedViews::rename(const QString& from, const QString& to)
{
    if (to.isEmpty() || named(to))
        return;
    for (SavedView& view : m_views)
        if (view.name == from)
            view.name = to;
    write();
}

void SavedViews::remove(const QString& name)
{
    m_views.removeIf([&](const SavedView& view) { return view.name == name; });
    write();
}

void SavedViews::write()
{
    Json all = Json::array();
    for (const SavedView& view : std::as_const(m_views))
        all.push_back({{"name", view.name.toStdString()}, {"view", viewNames[size_t(view.kind)]},
            {"search", view.search.toStdString()}, {"everything", view.everything}});
    m_settings.setValue(QLatin1String(savedViewsKey), QString::fromUtf8(toBytes(all)));
    Q_EMIT changed();
}

} // namespace slipway::console
