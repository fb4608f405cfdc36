// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/access_findings.h"

namespace slipway::desk {

//! What a connection is good for: who, how long, and which rights are missing for which steps.
struct ConnectionReport {
    QString host; //!< as people know it: "github.com"
    github::Identity identity;
    QList<steps::Finding> findings;
    Timestamp checkedAt;
    QString kept; //!< where the token is, in a sentence; empty: not known here

    bool ok() const { return missing() == 0; }
    qsizetype missing() const;
    qsizetype unknown() const;
};

//! {"ok", "host", "login", "token", "scopes", "tokenExpiresAt", "serverVersion", "findings": [{"place", "right",
//! "granted" (yes, no, unknown), "reason", "why", "steps", "url"}], "warnings": [texts]}.
Json connectionJson(const ConnectionReport& report);

//! What has to be allowed at one place for a workflow to run; in words.
struct NeededRights {
    QString place; //!< a repository, an organisation, or words for a repository that only the run makes
    QStringList rights;
};
//! In the order in which the steps need them.
QList<NeededRights> rightsNeeded(const Workflow& workflow, const Json& settings);

// Words, translated; complete sentences.

//! "personal token (classic)", "GitHub App installation" …
QString tokenWords(github::TokenKind kind);
//! Where: its name, or for a repository that only a run will make, words for that.
QString placeWords(const steps::Finding& finding);
//! "change files", "raise and merge pull requests" …
QString rightWords(steps::Right right);
//! "Allowed", "Missing", "Not known beforehand".
QString grantedWord(steps::Granted granted);
//! Why a right is missing or cannot be known, and what to do about it; empty for one that is granted.
QString whyWords(const steps::Finding& finding);
//! The page where single sign-on is granted, or nothing. It lies on the host that was asked.
QUrl linkOf(const steps::Finding& finding);
//! What is to be said before it becomes a trouble: a token that ends soon, an API that ends. Empty where all is well.
QStringList warningsOf(const ConnectionReport& report);
//! "You are mia at github.com." and so on: the first line.
QString summaryOf(const ConnectionReport& report);

} // namespace slipway::desk
