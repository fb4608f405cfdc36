// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/preferences.h"

#include "base/text.h"

#include <QSettings>

namespace slipway::console {

Preferences::Preferences(QSettings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
{
    for (const QString& run : settings.value(u"notifications/muted"_s).toStringList())
        m_muted.insert(run);
}

NoticeRules Preferences::notices() const
{
    const NoticeRules usual;
    const auto flag = [this](const QString& name, bool fallback) {
        return m_settings.value(u"notifications/"_s + name, fallback).toBool();
    };
    return {.needsYou = flag(u"needsYou"_s, usual.needsYou),
        .stuck = flag(u"stuck"_s, usual.stuck),
        .failed = flag(u"failed"_s, usual.failed),
        .finished = flag(u"finished"_s, usual.finished),
        .finishedLong = flag(u"finishedLong"_s, usual.finishedLong)};
}

void Preferences::setNotices(const NoticeRules& rules)
{
    m_settings.setValue(u"notifications/needsYou"_s, rules.needsYou);
    m_settings.setValue(u"notifications/stuck"_s, rules.stuck);
    m_settings.setValue(u"notifications/failed"_s, rules.failed);
    m_settings.setValue(u"notifications/finished"_s, rules.finished);
    m_settings.setValue(u"notifications/finishedLong"_s, rules.finishedLong);
    Q_EMIT changed();
}

bool Preferences::tray() const { return m_settings.value(u"tray"_s, false).toBool(); }

void Preferences::setTray(bool tray)
{
    m_settings.setValue(u"tray"_s, tray);
    Q_EMIT changed();
}

bool Preferences::watchWhenClosed() const { return m_settings.value(u"watchWhenClosed"_s, false).toBool(); }

void Preferences::setWatchWhenClosed(bool watch)
{
    m_settings.setValue(u"watchWhenClosed"_s, watch);
    Q_EMIT changed();
}

QString Preferences::language() const { return m_settings.value(u"language"_s).toString(); }

void Preferences::setLanguage(const QString& language)
{
    m_settings.setValue(u"language"_s, language);
    Q_EMIT changed();
}

void Preferences::setMuted(const QStringList& runs, bool muted)
{
    for (const QString& run : runs) {
        if (muted)
            m_muted.insert(run);
        else
            m_muted.remove(run);
    }
    m_settings.setValue(u"notifications/muted"_s, QStringList(m_muted.values()));
    Q_EMIT changed();
}

bool Preferences::wasSaid(const QString& what) const { return m_settings.value(u"said/"_s + what, false).toBool(); }

void Preferences::noteSaid(const QString& what) { m_settings.setValue(u"said/"_s + what, true); }

} // namespace slipway::console
