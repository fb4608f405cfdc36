// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/event.h"

#include "base/error_codes.h"
#include "base/result.h"
#include "base/text.h"

#include <array>

namespace slipway {

namespace {

struct EventName {
    EventType type;
    const char* name;
};

constexpr std::array kEventNames{
    EventName{EventType::RunStarted, "RunStarted"},
    EventName{EventType::StepStarted, "StepStarted"},
    EventName{EventType::EffectIntended, "EffectIntended"},
    EventName{EventType::EffectSucceeded, "EffectSucceeded"},
    EventName{EventType::EffectFailed, "EffectFailed"},
    EventName{EventType::EffectUnknown, "EffectUnknown"},
    EventName{EventType::EffectResolved, "EffectResolved"},
    EventName{EventType::StepWaiting, "StepWaiting"},
    EventName{EventType::OutputsRevised, "OutputsRevised"},
    EventName{EventType::GenerationStarted, "GenerationStarted"},
    EventName{EventType::StepSucceeded, "StepSucceeded"},
    EventName{EventType::StepFailed, "StepFailed"},
    EventName{EventType::StepAsked, "StepAsked"},
    EventName{EventType::StepAdvanced, "StepAdvanced"},
    EventName{EventType::StepSkipped, "StepSkipped"},
    EventName{EventType::StepCancelled, "StepCancelled"},
    EventName{EventType::StepUndone, "StepUndone"},
    EventName{EventType::RetryRequested, "RetryRequested"},
    EventName{EventType::LookRequested, "LookRequested"},
    EventName{EventType::RunPaused, "RunPaused"},
    EventName{EventType::RunResumed, "RunResumed"},
    EventName{EventType::RunParked, "RunParked"},
    EventName{EventType::RunUnparked, "RunUnparked"},
    EventName{EventType::CancelRequested, "CancelRequested"},
    EventName{EventType::RunCancelled, "RunCancelled"},
    EventName{EventType::UndoRequested, "UndoRequested"},
    EventName{EventType::RunUndone, "RunUndone"},
    EventName{EventType::NoteAdded, "NoteAdded"},
    EventName{EventType::EngineCrashed, "EngineCrashed"},
    EventName{EventType::RunQuarantined, "RunQuarantined"},
};

} // namespace

QString toText(EventType type)
{
    for (const auto& entry : kEventNames)
        if (entry.type == type)
            return QString::fromLatin1(entry.name);
    Q_UNREACHABLE();
}

std::optional<EventType> eventTypeFromText(const QString& text)
{
    for (const auto& entry : kEventNames)
        if (text == QLatin1String(entry.name))
            return entry.type;
    return std::nullopt;
}

QString toText(Purpose purpose) { return purpose == Purpose::Do ? u"do"_s : u"undo"_s; }

Json toJson(const Event& event)
{
    Json json{{"run", event.run.utf8()}, {"sequence", event.sequence}, {"at", event.at.toIso().toStdString()},
        {"actor", event.actor.toStdString()}, {"type", toText(event.type).toStdString()}};
    if (!event.step.isEmpty()) {
        json["step"] = event.step.utf8();
        json["purpose"] = toText(event.purpose).toStdString();
    }
    if (event.attempt > 0)
        json["attempt"] = event.attempt;
    json["data"] = event.data;
    return json;
}

Result<Event> eventFromJson(const Json& json)
{
    const auto type = eventTypeFromText(textAt(json, "type"));
    const auto at = Timestamp::fromIso(textAt(json, "at"));
    if (!type || !at || integerAt(json, "sequence") < 1 || !memberAt(json, "data").is_object())
        return Error{
            .code = errc::storeDamaged, .args = {{"reason", "an event cannot be read"}}, .details = {{"event", json}}};
    return Event{.run = RunId(textAt(json, "run")),
        .sequence = integerAt(json, "sequence"),
        .at = *at,
        .actor = textAt(json, "actor"),
        .type = *type,
        .step = StepId(textAt(json, "step")),
        .purpose = textAt(json, "purpose") == "undo"_L1 ? Purpose::Undo : Purpose::Do,
        .attempt = int(integerAt(json, "attempt")),
        .data = memberAt(json, "data")};
}

} // namespace slipway
