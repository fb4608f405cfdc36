// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/fuzzy_match.h"

#include <algorithm>

namespace slipway::console {

namespace {

bool beginsWord(const QString& text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber() || (text[at].isUpper() && text[at - 1].isLower());
}

std::optional<int> scoreWord(QStringView word, const QString& text)
{
    // The whole word somewhere is worth more than its letters one by one, and at the beginning of a word most.
    const QString lower = text.toLower();
    int best = -1;
    for (qsizetype at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1))
        best = std::max(best, 40 + 8 * int(word.size()) + (beginsWord(text, at) ? 30 : 0) + (at == 0 ? 20 : 0));
    if (best >= 0)
        return best;
    int score = 0;
    qsizetype from = 0;
    qsizetype before = -2;
    for (const QChar letter : word) {
        const qsizetype at = lower.indexOf(letter, from);
        if (at < 0)
            return std::nullopt;
        score += at == before + 1 ? 5 : beginsWord(text, at) ? 4 : 1;
        before = at;
        from = at + 1;
    }
    return score;
}

} // namespace

std::optional<int> fuzzyScore(const QString& typed, const QString& text)
{
    int score = 0;
    for (const QString& word : typed.toLower().simplified().split(u' ', Qt::SkipEmptyParts)) {
        const auto part = scoreWord(word, text);
        if (!part)
            return std::nullopt;
        score += *part;
    }
    return score * 4 - int(std::min<qsizetype>(text.size(), 120));
}

} // namespace slipway::console
