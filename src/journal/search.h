// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workflow/run.h"

#include <QSet>

namespace slipway::journal {

//! What somebody typed to find runs, taken apart.
struct Search {
    //! state:failed,stuck - one of these. Codes of states; "stuck", "open" and "ended" beside them.
    QSet<RunState> states;
    bool stuck = false, open = false, ended = false;
    QStringList workflows, teams, repositories, steps, people, waitings; //!< each must fit; beginnings and parts do
    QStringList errors, notes; //!< words that must occur there
    std::optional<Timestamp> since, until; //!< started at or after, before
    QStringList words; //!< as typed, without quotes; each must occur somewhere

    bool asksForState() const { return !states.isEmpty() || stuck || open || ended; }
};

//! Words and filters: state:, workflow:, team:, repo:, step:, by:, waiting:, error:, note:, since: and until: (7d, 12h, 30m,
//! 2w, or a day such as 2026-11-01). Quotes keep a text together and make it a word: "a:b". `now`: what since:7d is
//! counted back from. "search.filter" with args "filter" (as typed), "known" (filters, or values of that filter).
Result<Search> parseSearch(const QString& text, std::optional<Timestamp> now);

} // namespace slipway::journal
