// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/phrase.h"

#include "base/clock.h"
#include "base/text.h"
#include "desk/plain_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QUrl>

#include <array>

namespace slipway::desk {

namespace {

constexpr qsizetype longestValue = 300;

struct Synonym {
    const char *name, *other;
};
constexpr std::array synonyms{Synonym{"file", "path"}, Synonym{"path", "file"}, Synonym{"reason", "text"},
    Synonym{"reason", "message"}, Synonym{"text", "message"}, Synonym{"workflow", "name"}, Synonym{"subject", "name"},
    Synonym{"name", "subject"}, Synonym{"host", "url"}, Synonym{"setting", "name"}, Synonym{"input", "id"},
    Synonym{"until", "resetsAt"}, Synonym{"holder", "repository"}, Synonym{"owner", "pid"}};

bool isMoment(const QString& name)
{
    static const QStringList names{u"until"_s, u"notBefore"_s, u"resetsAt"_s, u"retryAt"_s, u"at"_s, u"since"_s};
    return names.contains(name);
}

QString momentText(Timestamp moment)
{
    const auto local = QDateTime::fromMSecsSinceEpoch(moment.ms).toLocalTime();
    return QLocale().toString(local, u"d MMM HH:mm:ss"_s);
}

QString toPlain(const Json& value);

//! One element of "problems": of a workflow file {pointer, reason}, of a form {input, rule, message}.
QString problemText(const Json& problem)
{
    const QString place = textAt(problem, "pointer", textAt(problem, "input"));
    QString reason = textAt(problem, "reason", textAt(problem, "message"));
    if (reason.isEmpty())
        reason = inputRuleText(textAt(problem, "rule"));
    while (reason.endsWith(u'.'))
        reason.chop(1);
    return plainText(place.isEmpty() ? reason : place + u": "_s + reason, longestValue);
}

QString listText(const Json& list)
{
    constexpr size_t most = 5;
    QStringList parts;
    for (size_t i = 0; i < list.size() && i < most; ++i) {
        parts << (list[i].is_object() ? problemText(list[i]) : toPlain(list[i]));
    }
    parts.removeAll(QString());
    const bool sentences = !list.empty() && list[0].is_object();
    QString text = parts.join(sentences ? u"; "_s : u", "_s);
    if (list.size() > most)
        text += QCoreApplication::translate("phrase", " and %1 more").arg(qulonglong(list.size() - most));
    return text;
}

QString toPlain(const Json& value)
{
    if (value.is_string())
        return plainText(toQString(value.get_ref<const std::string&>()), longestValue);
    if (value.is_number_integer())
        return QString::number(value.get<qint64>());
    if (value.is_number())
        return QString::number(value.get<double>());
    if (value.is_array())
        return listText(value);
    return {}; // flags and objects are no words of a sentence
}

QString hostOf(const QString& text)
{
    const QUrl url(text);
    return url.host().isEmpty() ? text : url.host();
}

QString member(const Json& object, const QString& name)
{
    const auto key = name.toStdString();
    const Json& value = memberAt(object, key.c_str());
    if (name == "pointer"_L1 && value.is_string() && value.get_ref<const std::string&>().empty())
        return QCoreApplication::translate("phrase", "the top");
    if (name == "pid"_L1 && value == 0)
        return {}; // the owner has not said who it is
    if (name == "host"_L1 && value.is_string())
        return hostOf(toPlain(value));
    if (!isMoment(name))
        return toPlain(value);
    if (value.is_number_integer())
        return momentText({value.get<qint64>()});
    const QString text = toPlain(value);
    const auto moment = Timestamp::fromIso(text);
    return moment ? momentText(*moment) : text;
}

void append(QString& sentence, const QString& text)
{
    // A service's own sentence brings its full stop along.
    const bool ended = sentence.endsWith(u'.') || sentence.endsWith(u'!') || sentence.endsWith(u'?');
    sentence += ended && text.startsWith(u'.') ? text.mid(1) : text;
}

//! A value as it stands in a sentence.
QString standing(const QString& value)
{
    return QCoreApplication::translate("phrase", "%1",
        "a name or address in a sentence; a language that is written from the right puts U+2068 before and U+2069 "
        "after it")
        .arg(value);
}

//! The text with its values, or nothing if one is missing.
std::optional<QString> fillIn(QStringView text, const PhraseArguments& arguments)
{
    QString result;
    while (!text.isEmpty()) {
        const auto open = text.indexOf(u'{');
        const auto close = open < 0 ? qsizetype(-1) : text.indexOf(u'}', open);
        if (close < 0) {
            append(result, text.toString());
            break;
        }
        append(result, text.left(open).toString());
        const QString value = arguments.text(text.mid(open + 1, close - open - 1).toString());
        if (value.isEmpty())
            return std::nullopt;
        append(result, standing(value));
        text = text.mid(close + 1);
    }
    return result;
}

} // namespace

QString PhraseArguments::text(const QString& name) const
{
    for (const Json* source : {&m_args, &m_details}) {
        if (const QString value = member(*source, name); !value.isEmpty())
            return value;
    }
    for (const auto& synonym : synonyms) {
        if (name != QLatin1StringView(synonym.name))
            continue;
        for (const Json* source : {&m_args, &m_details}) {
            if (const QString value = member(*source, QString::fromLatin1(synonym.other)); !value.isEmpty())
                return name == "host"_L1 ? hostOf(value) : value;
        }
    }
    return {};
}

QString phrase(const QString& pattern, const PhraseArguments& arguments)
{
    QString result;
    QStringView rest = pattern;
    while (!rest.isEmpty()) {
        const auto open = rest.indexOf(u'[');
        const auto close = open < 0 ? qsizetype(-1) : rest.indexOf(u']', open);
        const auto plain = fillIn(close < 0 ? rest : rest.left(open), arguments);
        append(result, plain.value_or(QString()));
        if (close < 0)
            break;
        const QStringView inner = rest.mid(open + 1, close - open - 1);
        for (const auto& alternative : inner.split(u'|')) {
            if (const auto filled = fillIn(alternative, arguments)) {
                append(result, *filled);
                break;
            }
        }
        rest = rest.mid(close + 1);
    }
    return result;
}

QString inputRuleText(const QString& rule)
{
    struct Words {
        const char *rule, *text;
    };
    static constexpr std::array words{Words{"required", QT_TRANSLATE_NOOP("phrase", "a value is needed")},
        Words{"minLength", QT_TRANSLATE_NOOP("phrase", "the value is too short")},
        Words{"maxLength", QT_TRANSLATE_NOOP("phrase", "the value is too long")},
        Words{"minimum", QT_TRANSLATE_NOOP("phrase", "the number is too small")},
        Words{"maximum", QT_TRANSLATE_NOOP("phrase", "the number is too large")},
        Words{"pattern", QT_TRANSLATE_NOOP("phrase", "the value does not have the right form")},
        Words{"choice", QT_TRANSLATE_NOOP("phrase", "the value is not one of the choices")},
        Words{"type", QT_TRANSLATE_NOOP("phrase", "the value has the wrong type")},
        Words{"unknown", QT_TRANSLATE_NOOP("phrase", "the workflow has no input of that name")}};
    for (const auto& entry : words) {
        if (rule == QLatin1StringView(entry.rule))
            return QCoreApplication::translate("phrase", entry.text);
    }
    return QCoreApplication::translate("phrase", "the value cannot be used");
}

QString durationText(qint64 ms)
{
    const qint64 all = std::max<qint64>(0, ms + 500) / 1000;
    const qint64 days = all / 86'400, hours = all / 3'600 % 24, minutes = all / 60 % 60, seconds = all % 60;
    const auto words = [](const char* text) { return QCoreApplication::translate("phrase", text); };
    const auto two = [&](const char* both, const char* one, qint64 more, qint64 less) {
        return less > 0 ? words(both).arg(more).arg(less) : words(one).arg(more);
    };
    if (days > 0)
        return two(QT_TRANSLATE_NOOP("phrase", "%1 d %2 h"), QT_TRANSLATE_NOOP("phrase", "%1 d"), days, hours);
    if (hours > 0)
        return two(QT_TRANSLATE_NOOP("phrase", "%1 h %2 min"), QT_TRANSLATE_NOOP("phrase", "%1 h"), hours, minutes);
    if (minutes > 0)
        return two(QT_TRANSLATE_NOOP("phrase", "%1 min %2 s"), QT_TRANSLATE_NOOP("phrase", "%1 min"), minutes,
            minutes < 10 ? seconds : 0);
    return words(QT_TRANSLATE_NOOP("phrase", "%1 s")).arg(seconds);
}

} // namespace slipway::desk
