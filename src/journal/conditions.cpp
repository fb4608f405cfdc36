// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/conditions.h"

#include "journal/search_words.h"

namespace slipway::journal {

namespace {

//! GLOB would take * and ? in what a person typed for wildcards: a range of the key does not.
void addPrefix(Conditions& conditions, const QString& prefix)
{
    conditions.add(u"run >= ?"_s, {prefix});
    conditions.add(u"run < ?"_s, {prefix + QChar(0xffff)});
}

const QString matchesIndex =
    u"number IN (SELECT rowid >> %1 FROM view_search WHERE view_search MATCH ?)"_s.arg(searchRowShift);

//! In any column, or any part of the names. Something like "%" has no word for the index.
void addWord(Conditions& conditions, const QString& word)
{
    const auto folded = word.toCaseFolded();
    // Words of one text stand in one row of the index only if the run did not have them before: each is asked for alone.
    QStringList every;
    QVariantList values;
    for (const auto& part : word.split(u' ', Qt::SkipEmptyParts)) {
        for (const auto& match : matchOf(part).split(u" AND "_s, Qt::SkipEmptyParts)) {
            every.append(matchesIndex);
            values.append(match);
        }
    }
    auto condition = u"instr(names, ?) > 0"_s;
    if (!every.isEmpty())
        condition = u"(%1 OR (%2))"_s.arg(condition, every.join(u" AND "_s));
    conditions.add(condition, QVariantList{folded} + values);
}

void addWordsIn(Conditions& conditions, SearchColumn column, const QStringList& texts)
{
    for (const auto& text : texts) {
        const auto matches = matchOf(text, column).split(u" AND "_s, Qt::SkipEmptyParts);
        for (const auto& match : matches)
            conditions.add(matchesIndex, {match});
        if (matches.isEmpty())
            conditions.add(u"0"_s); // nothing in it that could be found
    }
}

void addParts(Conditions& conditions, const QString& column, const QStringList& texts)
{
    for (const auto& text : texts)
        conditions.add(u"instr(lower(%1), ?) > 0"_s.arg(column), {text.toLower()});
}

void addTeams(Conditions& conditions, const QStringList& teams)
{
    addWordsIn(conditions, SearchColumn::Inputs, teams);
    for (const auto& team : teams)
        conditions.add(u"EXISTS (SELECT 1 FROM json_each(inputs) WHERE lower(key) LIKE '%team%'"
                       " AND instr(lower(value), ?) > 0)"_s,
            {team.toLower()});
}

//! A run that is undone needs somebody, too, while pull requests that take back what it had merged are open.
QString stateCondition(RunState state)
{
    return state == RunState::NeedsYou ? u"(state = ? OR (open = 0 AND needs_you = 1))"_s : u"state = ?"_s;
}

void addStates(Conditions& conditions, const Search& search)
{
    if (!search.asksForState())
        return;
    QStringList any;
    QVariantList values;
    for (const auto state : search.states) {
        any.append(stateCondition(state));
        values.append(toText(state));
    }
    if (search.stuck)
        any.append(u"(open = 1 AND active <> '[]')"_s);
    if (search.open)
        any.append(u"open = 1"_s);
    if (search.ended)
        any.append(u"open = 0"_s);
    conditions.add(u"(%1)"_s.arg(any.join(u" OR "_s)), values);
}

} // namespace

Conditions conditionsOf(const RunQuery& query, const Search& search)
{
    Conditions conditions;
    if (query.state)
        conditions.add(stateCondition(*query.state), {toText(*query.state)});
    if (query.open)
        conditions.add(u"open = %1"_s.arg(*query.open ? 1 : 0));
    if (!query.subject.isEmpty())
        conditions.add(u"subject = ?"_s, {query.subject});
    if (!query.idPrefix.isEmpty())
        addPrefix(conditions, query.idPrefix);
    if (!query.idFrom.isEmpty())
        conditions.add(u"run >= ?"_s, {query.idFrom});
    if (!query.startCommand.isEmpty()) {
        conditions.add(u"EXISTS (SELECT 1 FROM event WHERE event.run = view_run.run AND event.sequence = 1"
                       " AND instr(json_extract(event.data, '$.commandId'), ?) = 1)"_s,
            {query.startCommand});
    }
    addStates(conditions, search);
    addParts(conditions, u"workflow"_s, search.workflows);
    addParts(conditions, u"step"_s, search.steps);
    addParts(conditions, u"started_by"_s, search.people);
    addParts(conditions, u"waiting_for"_s, search.waitings);
    if (search.since)
        conditions.add(u"started_at >= ?"_s, {search.since->ms});
    if (search.until)
        conditions.add(u"started_at < ?"_s, {search.until->ms});
    addTeams(conditions, search.teams);
    addWordsIn(conditions, SearchColumn::Repositories, search.repositories);
    addWordsIn(conditions, SearchColumn::Errors, search.errors);
    addWordsIn(conditions, SearchColumn::Notes, search.notes);
    for (const auto& word : search.words)
        addWord(conditions, word);
    return conditions;
}

} // namespace slipway::journal
