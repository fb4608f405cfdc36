// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/search.h"

#include "base/error_codes.h"
#include "base/text.h"

#include <QDate>
#include <QTimeZone>

namespace slipway::journal {

namespace {

struct Term {
    QString text;
    bool quoted = false; //!< from its first character on: never a filter
};

//! Splits at white space outside quotes; a quote that is not closed reaches to the end.
QList<Term> termsOf(const QString& text)
{
    QList<Term> terms;
    Term term;
    bool inQuotes = false, any = false;
    const auto finish = [&] {
        if (any && !term.text.isEmpty())
            terms.append(term);
        term = {};
        any = false;
    };
    for (const QChar c : text) {
        if (c == u'"') {
            term.quoted = term.quoted || !any;
            inQuotes = !inQuotes;
            any = true;
        } else if (c.isSpace() && !inQuotes) {
            finish();
        } else {
            term.text += c;
            any = true;
        }
    }
    finish();
    return terms;
}

Error wrongFilter(const QString& filter, const QStringList& known)
{
    return {.code = errc::searchFilter,
        .args = {{"filter", filter.toStdString()}, {"known", known.join(u", "_s).toStdString()}}};
}

const QStringList& stateWords()
{
    static const QStringList words{u"open"_s, u"ended"_s, u"stuck"_s, u"running"_s, u"waiting"_s, u"needsYou"_s,
        u"failed"_s, u"parked"_s, u"paused"_s, u"succeeded"_s, u"cancelled"_s, u"undone"_s};
    return words;
}

//! The words that windows and terminals show for a state, beside its own; a reader types what stands before her.
const QHash<QString, QStringList>& shownWords()
{
    static const QHash<QString, QStringList> words{{u"done"_s, {u"succeeded"_s}}, {u"ok"_s, {u"succeeded"_s}},
        {u"finished"_s, {u"ended"_s}}, {u"queued"_s, {u"parked"_s}}, {u"canceled"_s, {u"cancelled"_s}},
        {u"stopped"_s, {u"cancelled"_s, u"undone"_s}}, {u"retrying"_s, {u"running"_s}}};
    return words;
}

//! "Needs you", "needs-you" and "needs_you" are one word.
QString bareWord(const QString& typed)
{
    QString bare;
    for (const QChar c : typed)
        if (c.isLetterOrNumber())
            bare += c.toLower();
    return bare;
}

Result<void> addStates(Search& search, const QString& term, const QString& value)
{
    QStringList asked;
    for (const auto& one : value.split(u',', Qt::SkipEmptyParts))
        asked += shownWords().value(bareWord(one), {bareWord(one)});
    for (const auto& one : std::as_const(asked)) {
        const auto matches = [&](const QString& word) { return word.compare(one, Qt::CaseInsensitive) == 0; };
        const auto word = std::find_if(stateWords().begin(), stateWords().end(), matches);
        if (word == stateWords().end())
            return wrongFilter(term, stateWords());
        if (*word == u"stuck"_s)
            search.stuck = true;
        else if (*word == u"open"_s)
            search.open = true;
        else if (*word == u"ended"_s)
            search.ended = true;
        else if (const auto state = runStateFromText(*word))
            search.states.insert(*state);
    }
    return {};
}

std::optional<Millis> ageOf(const QString& value)
{
    constexpr qint64 most = 100'000;
    bool isNumber = false;
    const auto count = value.chopped(1).toLongLong(&isNumber);
    if (!isNumber || count < 0 || count > most)
        return {};
    switch (value.back().toLower().unicode()) {
    case u'm': return std::chrono::minutes(count);
    case u'h': return std::chrono::hours(count);
    case u'd': return std::chrono::hours(24 * count);
    case u'w': return std::chrono::hours(24 * 7 * count);
    default: return {};
    }
}

Result<Timestamp> momentOf(const QString& term, const QString& value, std::optional<Timestamp> now)
{
    if (const auto age = ageOf(value); age && now)
        return *now - *age;
    // A day begins where the reader is.
    if (const auto day = QDate::fromString(value, Qt::ISODate); day.isValid())
        return Timestamp{day.startOfDay().toMSecsSinceEpoch()};
    if (const auto moment = Timestamp::fromIso(value))
        return *moment;
    return wrongFilter(term, {u"30m"_s, u"12h"_s, u"7d"_s, u"2w"_s, u"2026-11-01"_s});
}

const QList<std::pair<QString, QStringList Search::*>>& textFilters()
{
    static const QList<std::pair<QString, QStringList Search::*>> filters{{u"workflow"_s, &Search::workflows},
        {u"team"_s, &Search::teams}, {u"repo"_s, &Search::repositories}, {u"step"_s, &Search::steps},
        {u"by"_s, &Search::people}, {u"waiting"_s, &Search::waitings}, {u"error"_s, &Search::errors},
        {u"note"_s, &Search::notes}};
    return filters;
}

QStringList filterNames()
{
    QStringList names{u"state:"_s};
    for (const auto& [name, member] : textFilters())
        names.append(name + u':');
    return names + QStringList{u"since:"_s, u"until:"_s};
}

bool isName(const QString& text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

Result<void> addFilter(
    Search& search, const QString& name, const QString& value, const QString& term, std::optional<Timestamp> now)
{
    if (name == u"state"_s && !value.isEmpty())
        return addStates(search, term, value);
    if ((name == u"since"_s || name == u"until"_s) && !value.isEmpty()) {
        const auto moment = momentOf(term, value, now);
        if (!moment)
            return moment.error();
        (name == u"since"_s ? search.since : search.until) = *moment;
        return {};
    }
    for (const auto& [known, member] : textFilters()) {
        if (name != known || value.isEmpty())
            continue;
        (search.*member).append(value);
        return {};
    }
    return wrongFilter(term, filterNames());
}

} // namespace

Result<Search> parseSearch(const QString& text, std::optional<Timestamp> now)
{
    Search search;
    for (const auto& [term, quoted] : termsOf(text)) {
        const auto colon = term.indexOf(u':');
        const auto name = term.left(std::max<qsizetype>(colon, 0)).toLower();
        const auto value = term.mid(colon + 1);
        // An address is a text, not a filter "https".
        if (quoted || !isName(name) || value.startsWith(u"//"_s)) {
            search.words.append(term);
            continue;
        }
        if (auto added = addFilter(search, name, value, term, now); !added)
            return added.error();
    }
    return search;
}

} // namespace slipway::journal
