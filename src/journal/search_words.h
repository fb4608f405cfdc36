// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/event.h"

#include <QStringList>

#include <array>

namespace slipway::journal {

//! The columns of the search index, in the table's order.
enum class SearchColumn { Names, Inputs, Errors, Log, Notes, Repositories };
inline constexpr std::size_t searchColumns = 6;

//! The words that one event brings, by column, case-folded. What looks like a credential is taken out first, should one
//! have come so far; nothing else, so that they are the same in each process.
using SearchWords = std::array<QStringList, searchColumns>;
SearchWords searchWordsOf(const Event& event);

//! What a text is found by: each of its words (letters, digits, and "-", "_", "." inside) and, so that "svc" finds
//! "tf-svc-infra", what follows each of its separators.
QStringList wordsOf(const QString& text);

//! What a person typed as an expression for the index: each word as a prefix, all of them; empty where it has no word.
//! `column`: only there.
QString matchOf(const QString& typed, std::optional<SearchColumn> column = {});

//! Words that a run has in the index already, so that each stands there once.
class KnownWords {
public:
    //! Takes out what is known, and knows the rest from now on. False: nothing is left.
    bool reduce(SearchWords& words);

private:
    std::vector<quint64> m_hashes; //!< sorted
};

//! Number of the row that an event has in the index.
inline constexpr int searchRowShift = 24;
inline qint64 searchRow(qint64 runNumber, qint64 sequence) { return (runNumber << searchRowShift) + sequence; }

//! A sum over words that does not depend on their order, to compare rows of the index.
quint64 wordSum(SearchColumn column, const QString& word);

} // namespace slipway::journal
