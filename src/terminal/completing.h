// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "terminal/context.h"

namespace slipway::terminal {

//! The word behind which the scripts of the shells (shell_scripts.h) ask what may stand at the cursor. No command: nobody
//! types it.
inline constexpr auto completeWord = "__complete";

//! One thing that may stand at the cursor.
struct Candidate {
    QString text; //!< the whole word
    QString meaning; //!< may be empty
};

struct Completion {
    QList<Candidate> candidates;
    bool files = false; //!< names of files may stand there as well
};

//! What may stand in place of the last of the words, which may be empty, behind "slipwayctl". What is in the store is read;
//! where that fails, nothing is offered.
Completion complete(const QStringList& words, const QList<CommandSpec>& commands, Environment& environment);

//! The same for the scripts: a line each, the meaning behind a tab; ":files" for files.
int printCompletion(const QStringList& words, Environment& environment, Output& output);

} // namespace slipway::terminal
