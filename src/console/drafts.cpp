// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/drafts.h"

#include "base/result.h"
#include "base/text.h"

#include <QSettings>
#include <QUrl>

namespace slipway::console {

Drafts::Drafts(QSettings& settings, const QString& store)
    : m_settings(settings)
    , m_group(u"drafts"_s)
{
    if (!store.isEmpty()) // a key's slashes would be groups
        m_group += u'/' + QString::fromLatin1(QUrl::toPercentEncoding(store));
}

QString Drafts::keyOf(const QString& workflow) const { return m_group + u'/' + workflow; }

QStringList Drafts::workflows() const
{
    m_settings.beginGroup(m_group);
    QStringList found = m_settings.childGroups();
    m_settings.endGroup();
    found.removeIf([this](const QString& workflow) { return !load(workflow); });
    return found;
}

std::optional<Drafts::Draft> Drafts::load(const QString& workflow) const
{
    const auto inputs = parseJson(m_settings.value(keyOf(workflow) + u"/inputs"_s).toString().toUtf8());
    if (!inputs || !inputs->is_object() || inputs->empty())
        return std::nullopt;
    return Draft{*inputs, {m_settings.value(keyOf(workflow) + u"/savedAt"_s).toLongLong()}};
}

void Drafts::save(const QString& workflow, const Json& inputs, Timestamp now)
{
    m_settings.setValue(keyOf(workflow) + u"/inputs"_s, QString::fromUtf8(toBytes(inputs)));
    m_settings.setValue(keyOf(workflow) + u"/savedAt"_s, now.ms);
}

void Drafts::discard(const QString& workflow) { m_settings.remove(keyOf(workflow)); }

} // namespace slipway::console
