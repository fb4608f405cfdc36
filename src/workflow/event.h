// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/json.h"

#include <optional>
#include <vector>

namespace slipway {

enum class Purpose { Do, Undo };

//! What may stand in the journal. Names are journaled as they are spelled here: never rename, never reuse.
//! `data` of each, by name:
enum class EventType {
    RunStarted, //!< subject, workflow (the definition), inputs (no secrets), settings, stamp (ms), commandId, profile, host;
    //!< imported: record (the platform's own), recordEvents (how many events tell what it says)
    StepStarted, //!< by: "engine" | "retry"; an attempt begins
    EffectIntended, //!< effect, name, class, target{…}, summary args; committed before anything is sent
    EffectSucceeded, //!< effect, result
    EffectFailed, //!< effect, error, notExecuted?: it certainly did not take place
    EffectUnknown, //!< effect, error, notBefore (ms): may have taken place
    EffectResolved, //!< effect, outcome: "succeeded" | "absent" | "declaredDone" | "declaredAbsent", evidence, result?
    StepWaiting, //!< for: what, by code; args{…}; facts{…}: what was found so far and later attempts build on
    OutputsRevised, //!< outputs: some outputs of `step` got new values (a healed branch's head, an adopted PR)
    GenerationStarted, //!< generation: names of this step are made anew from now on
    StepSucceeded, //!< outputs, note: code of a remark, links
    StepFailed, //!< error, retryAt (ms, if an automatic retry is planned)
    StepAsked, //!< error: only a person can move it
    StepAdvanced, //!< outputs, reason, verified
    StepSkipped, //!< reason, by: "when" | "person"
    StepCancelled, //!< the run was cancelled before it ended
    StepUndone, //!< note: what was taken back
    RetryRequested, //!< steps: those that start again; scope: "step" | "from" | "now" | "takeOver"; reason
    LookRequested, //!< step optional; kept because a person asked; scope "restored": the store was put back from a copy
    RunPaused, //!< reason
    RunResumed,
    RunParked, //!< error: why nothing can be done at present; until (ms, if known)
    RunUnparked,
    CancelRequested, //!< reason; requests in flight finish first
    RunCancelled, //!< reason
    UndoRequested, //!< steps: those whose effects are to be taken back, in reverse order; reason
    RunUndone,
    NoteAdded, //!< text
    EngineCrashed, //!< commandId: the session that died; signal, crashedAt (ms), again: since the last one without an end in
    //!< good order; `step` that was being worked on
    RunQuarantined //!< error: it is not driven before a person says so
};

QString toText(EventType type);
std::optional<EventType> eventTypeFromText(const QString& text);
QString toText(Purpose purpose); //!< "do", "undo"

struct Event {
    RunId run;
    qint64 sequence = 0; //!< 1, 2, 3 … within the run
    Timestamp at;
    QString actor; //!< a person, or "engine"
    EventType type = EventType::NoteAdded;
    StepId step; //!< empty: the event concerns the whole run
    Purpose purpose = Purpose::Do;
    int attempt = 0; //!< 0: none
    Json data = Json::object();

    bool operator==(const Event&) const = default;
};

using Events = std::vector<Event>;

Json toJson(const Event& event);
Result<Event> eventFromJson(const Json& json);

} // namespace slipway
