// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "base/ids.h"

#include <QList>

#include <optional>

//! What the services show of a step at this moment, beside what the journal believes of it.
namespace slipway::desk {

struct EvidenceLine {
    enum class Agreement {
        Same,
        Differs,
        NotCompared //!< the journal says nothing of it, or it could not be read
    };
    QString what; //!< "Pull request", "Checks" …
    QString service, journal; //!< short texts; empty: not known there
    Agreement agreement = Agreement::NotCompared;
    QString url; //!< empty: there is no page
};

struct Evidence {
    enum class Verdict {
        Done, //!< by what is there, the step's work is done
        WouldWrite, //!< a request is still to be sent
        Waits, //!< something else has to happen first
        NeedsPerson,
        Fails,
        NotYet, //!< it builds on what other steps have not made yet
        Unreadable //!< the answers do not tell
    };
    RunId run;
    StepId step;
    qint64 sequence = 0; //!< of the run that it was compared with
    Timestamp readAt; //!< the oldest answer
    QString service; //!< who was asked: "GitHub", a host, or both
    QList<EvidenceLine> lines;
    Verdict verdict = Verdict::Unreadable;
    QString headline; //!< empty, or what contradicts the journal
    QString onRetry; //!< what a retry would do by what was read, as the end of "A retry would …"
    Json outputs = Json::object(); //!< Done: the step's outputs
    std::optional<Error> error; //!< NeedsPerson, Fails, NotYet, Unreadable: why

    bool contradicts() const { return !headline.isEmpty(); }
};

//! {run, step, readAt, sequence, service, verdict, headline, onRetry, lines[{what, service, journal, agreement, url}],
//! outputs, error}
Json evidenceJson(const Evidence& evidence);

} // namespace slipway::desk
