// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/json.h"
#include "base/result.h"
#include "base/secret.h"

#include <QHash>

#include <optional>
#include <variant>

namespace slipway {

struct StartRun {
    Json workflow; //!< the definition's source
    Json inputs, settings;
    QString profile;
    QString previewed = {}; //!< what was shown beforehand (conductor::previewToken); empty: nothing was
    Json record = {}; //!< a status record to begin with (see recordHistory()); null: a run from the beginning
};
struct RetryStep {
    StepId step;
    QString reason;
    //! Secrets that the run has lost, by name ("inputs.password", or "password" where that is one secret only). They are
    //! kept as those of a start are, and stand in no event.
    QHash<QString, Secret> secrets = {};
};
struct RetryFrom {
    StepId step;
    QString reason;
};
struct RetryNow {
    StepId step;
}; //!< a planned retry, without waiting for its time
struct LookNow {
    StepId step;
}; //!< empty: every waiting step
struct AdvanceStep {
    StepId step;
    QString reason;
    Json outputs = Json::object();
    bool verified = false; //!< what was given was checked against the service
    //! Secret outputs of the step itself, as those of RetryStep; not with a verified advance, which no secret proves.
    QHash<QString, Secret> secrets = {};
};
struct SkipStep {
    StepId step;
    QString reason;
};
struct PauseRun {
    QString reason;
};
struct ResumeRun {
    QString reason;
};
struct CancelRun {
    QString reason;
    bool atOnce = false; //!< terminate: without waiting for what becomes of a request in flight; needs a reason
};
struct UndoRun {
    QString reason;
    QList<StepId> steps = {}; //!< only what these made; none: everything that can be taken back
};
struct AddNote {
    QString text;
    StepId step;
};
//! Says what became of an effect of unknown outcome that cannot be looked up.
struct ResolveEffect {
    StepId step;
    bool happened = false;
    QString reason;
};

using Command = std::variant<StartRun, RetryStep, RetryFrom, RetryNow, LookNow, AdvanceStep, SkipStep, PauseRun,
    ResumeRun, CancelRun, UndoRun, AddNote, ResolveEffect>;

//! A command on its way. The same commandId twice is one act; a run that has moved past expectedSequence (if given)
//! refuses with "command.stale" and what changed.
struct Envelope {
    CommandId id;
    RunId run; //!< StartRun: the id that the new run gets
    QString actor;
    Timestamp at;
    std::optional<qint64> expectedSequence;
    Command command;
};

QString commandName(const Command& command); //!< "StartRun", …
Json toJson(const Envelope& envelope);
Result<Envelope> envelopeFromJson(const Json& json);

} // namespace slipway
