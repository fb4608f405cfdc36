// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/wording.h"

#include "base/text.h"
#include "desk/error_text.h"
#include "desk/phrase.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace slipway::console {

namespace {

struct Wording {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::Wording)
};

struct Parts {
    qint64 days, hours, minutes, seconds;
};

Parts partsOf(Millis duration)
{
    const qint64 seconds = std::max<qint64>(0, (duration.count() + 500) / 1000);
    return {seconds / 86'400, seconds / 3'600 % 24, seconds / 60 % 60, seconds % 60};
}

} // namespace

QString durationText(Millis duration) { return desk::durationText(duration.count()); }

QString spokenDuration(Millis duration)
{
    const auto [d, h, m, s] = partsOf(duration);
    QStringList parts;
    if (d > 0)
        parts += Wording::tr("%n day(s)", nullptr, int(d));
    if (h > 0)
        parts += Wording::tr("%n hour(s)", nullptr, int(h));
    if (m > 0 && d == 0)
        parts += Wording::tr("%n minute(s)", nullptr, int(m));
    if ((s > 0 && d == 0 && h == 0 && m < 10) || parts.isEmpty())
        parts += Wording::tr("%n second(s)", nullptr, int(s));
    return parts.join(u' ');
}

QString timeText(Timestamp moment, Timestamp now)
{
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(moment.ms);
    const QDateTime today = QDateTime::fromMSecsSinceEpoch(now.ms);
    if (then.date() == today.date())
        return QLocale().toString(then.time(), u"HH:mm"_s);
    if (then.date().year() == today.date().year())
        return QLocale().toString(then, u"d MMM HH:mm"_s);
    return QLocale().toString(then, u"d MMM yyyy"_s);
}

QString secondText(Timestamp moment, Timestamp now)
{
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(moment.ms);
    return then.date() == QDateTime::fromMSecsSinceEpoch(now.ms).date() ? QLocale().toString(then.time(), u"HH:mm:ss"_s)
                                                                        : dateTimeText(moment);
}

namespace {
QDateTime shown(Timestamp moment, bool utc)
{
    return QDateTime::fromMSecsSinceEpoch(moment.ms, utc ? Qt::UTC : Qt::LocalTime);
}
} // namespace

QString axisText(Timestamp moment, bool utc, bool seconds)
{
    const QDateTime at = shown(moment, utc);
    return at.time() == QTime(0, 0) ? QLocale().toString(at, u"d MMM"_s)
                                    : QLocale().toString(at.time(), seconds ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

QString clockText(Timestamp moment, bool utc, bool seconds)
{
    const QString text = QLocale().toString(shown(moment, utc).time(), seconds ? u"HH:mm:ss"_s : u"HH:mm"_s);
    return utc ? Wording::tr("%1 UTC").arg(text) : text;
}

QString fullTimeText(Timestamp moment, bool utc)
{
    const QString text = QLocale().toString(shown(moment, utc), u"d MMM yyyy HH:mm:ss"_s);
    return utc ? Wording::tr("%1 UTC").arg(text) : text;
}

int utcOffset(Timestamp moment, bool utc) { return utc ? 0 : shown(moment, false).offsetFromUtc(); }

QString dateTimeText(Timestamp moment)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(moment.ms), u"d MMM yyyy HH:mm:ss"_s);
}

QString whyText(const Error& error)
{
    const desk::ErrorText text = desk::describe(error);
    return text.why.isEmpty() ? text.what : text.why;
}

} // namespace slipway::console
