// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/search_words.h"

#include "base/text.h"
#include "base/token_shapes.h"

namespace slipway::journal {

namespace {

constexpr qsizetype longestText = 4'000; //!< of one value: beyond it stand documents, not what somebody looks for
constexpr qsizetype longestWord = 64; //!< a SHA-256
constexpr int mostParts = 12;
constexpr qsizetype mostWords = 400; //!< that one event adds to a column
constexpr qint64 largestNumber = 999'999'999'999; //!< moments in ms are larger

bool isSeparator(QChar c) { return c == u'-' || c == u'_' || c == u'.'; }
bool isWordPart(QChar c) { return c.isLetterOrNumber() || c.isMark() || isSeparator(c); }

//! Without case and accents. The index takes what is not ASCII as it comes, so that its words are exactly these.
QString foldedForSearch(const QString& text)
{
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; }))
        return text.toLower();
    auto folded = text.normalized(QString::NormalizationForm_KD);
    folded.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return folded.toCaseFolded();
}

//! The words of a text as they stand in it, without separators at their ends.
QStringList plainWords(const QString& text)
{
    QStringList words;
    const auto folded = foldedForSearch(text.left(longestText));
    for (qsizetype at = 0; at < folded.size();) {
        qsizetype end = at;
        while (end < folded.size() && isWordPart(folded[end]))
            ++end;
        qsizetype from = at, to = end;
        while (from < to && isSeparator(folded[from]))
            ++from;
        while (to > from && isSeparator(folded[to - 1]))
            --to;
        if (to > from)
            words.append(folded.mid(from, std::min(to - from, longestWord)));
        at = end + 1;
    }
    return words;
}

void addWords(SearchWords& words, SearchColumn column, const QString& text)
{
    auto& list = words[std::size_t(column)];
    if (!text.isEmpty() && list.size() < mostWords)
        list.append(wordsOf(withoutTokens(text.left(longestText)))); // as whoever verifies or rebuilds finds them
}

//! Names of members whose values nobody looks for: other steps of the run say them, or they are not for people.
bool isSilent(const std::string& name)
{
    return name == "effect" || name == "commandId" || name == "class" || name == "facts" || name == "nodeId"
        || name == "definition" || name == "content" || name == "details";
}

void addValue(SearchWords& words, SearchColumn column, const Json& value, int depth = 0)
{
    constexpr int deepest = 8;
    if (value.is_string()) {
        addWords(words, column, toQString(value.get_ref<const std::string&>()));
    } else if (value.is_number_integer()) {
        const auto number = value.get<qint64>();
        if (number > 0 && number <= largestNumber)
            addWords(words, column, QString::number(number));
    } else if (value.is_array() && depth < deepest) {
        for (const auto& element : value)
            addValue(words, column, element, depth + 1);
    } else if (value.is_object() && depth < deepest) {
        for (const auto& [name, element] : value.items()) {
            if (isSilent(name))
                continue;
            const bool repository = name == "repository" && element.is_string();
            addValue(words, repository ? SearchColumn::Repositories : column, element, depth + 1);
        }
    }
}

void addError(SearchWords& words, const Json& error)
{
    if (!error.is_object())
        return;
    addWords(words, SearchColumn::Errors, textAt(error, "code"));
    addValue(words, SearchColumn::Errors, memberAt(error, "args"));
    addWords(words, SearchColumn::Errors, textAt(memberAt(error, "details"), "text"));
}

void addStart(SearchWords& words, const Event& event)
{
    const auto& workflow = memberAt(event.data, "workflow");
    for (const auto& text : {textAt(event.data, "subject"), event.run.text(), textAt(workflow, "id"),
             textAt(workflow, "title"), event.actor})
        addWords(words, SearchColumn::Names, text);
    addValue(words, SearchColumn::Inputs, memberAt(event.data, "inputs"));
}

} // namespace

QStringList wordsOf(const QString& text)
{
    QStringList words;
    for (const auto& word : plainWords(text)) {
        words.append(word);
        int parts = 0;
        for (qsizetype i = 1; i + 1 < word.size() && parts < mostParts; ++i) {
            if (isSeparator(word[i]) && !isSeparator(word[i + 1])) {
                words.append(word.mid(i + 1));
                ++parts;
            }
        }
    }
    return words;
}

SearchWords searchWordsOf(const Event& event)
{
    SearchWords words;
    if (event.type == EventType::RunStarted) {
        addStart(words, event);
    } else {
        if (event.actor != u"engine"_s)
            addWords(words, SearchColumn::Log, event.actor);
        if (event.data.is_object()) {
            for (const auto& [name, value] : event.data.items()) {
                if (name == "error")
                    addError(words, value);
                else if (name == "text" || name == "reason")
                    addValue(words, SearchColumn::Notes, value);
                else if (name == "repository")
                    addValue(words, SearchColumn::Repositories, value);
                else if (!isSilent(name) && name != "by" && name != "steps" && name != "scope")
                    addValue(words, SearchColumn::Log, value);
            }
        }
    }
    for (auto& column : words)
        column.removeDuplicates();
    return words;
}

QString matchOf(const QString& typed, std::optional<SearchColumn> column)
{
    static const std::array names{u"names"_s, u"inputs"_s, u"errors"_s, u"log"_s, u"notes"_s, u"repositories"_s};
    QStringList terms;
    // A word has no quotes in it, so that none can end the term.
    for (const auto& word : plainWords(typed))
        terms.append(column ? u"%1 : \"%2\" *"_s.arg(names[std::size_t(*column)], word) : u"\"%1\" *"_s.arg(word));
    return terms.join(u" AND "_s);
}

quint64 wordSum(SearchColumn column, const QString& word)
{
    return qHash(word, std::size_t(0x51190000) + std::size_t(column) * 977) * 0x9e3779b97f4a7c15ULL;
}

bool KnownWords::reduce(SearchWords& words)
{
    bool left = false;
    for (std::size_t column = 0; column < words.size(); ++column) {
        words[column].removeIf([&](const QString& word) {
            const auto hash = wordSum(SearchColumn(column), word);
            const auto at = std::lower_bound(m_hashes.begin(), m_hashes.end(), hash);
            if (at != m_hashes.end() && *at == hash)
                return true;
            m_hashes.insert(at, hash);
            return false;
        });
        left = left || !words[column].isEmpty();
    }
    return left;
}

} // namespace slipway::journal
