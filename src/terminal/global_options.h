// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QString>

#include <optional>

namespace slipway::terminal {

//! Options that may stand before or after any command, as given: nothing is opened or checked yet, except that at most
//! one of profile, sandboxFile, trySandbox and githubUrl is set, and tokenFile with githubUrl only.
struct GlobalOptions {
    QString profile;
    QString sandboxFile; //!< "-": standard input. Its first line is what a sandbox printed.
    bool trySandbox = false; //!< the sandbox of the window that is open on one
    QString githubUrl, tokenFile;
    QString secretsFile; //!< of secret inputs; "-": standard input
    QString store; //!< file or URL; empty: the default one
    Json settings = Json::object(); //!< --set: texts by setting id, later ones win
    std::optional<double> timeScale; //!< finite and greater than zero
    bool json = false;

    //! "slipwayctl" with those of them that lead to the same runs, as they would be typed in a shell.
    QString typed() const;
};

//! A word that a shell takes as it is.
QString quotedWord(const QString& word);

} // namespace slipway::terminal
