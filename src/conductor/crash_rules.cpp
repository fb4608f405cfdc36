// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/crash_rules.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "conductor/run_driver.h"
#include "journal/crash_marks.h"

namespace slipway::conductor {

Events crashEvents(const Run& run, const QList<journal::Crash>& crashes, Timestamp now)
{
    Events events;
    int inARow = run.crashes;
    bool again = false;
    for (const auto& crash : crashes) {
        if (crash.run != run.id)
            continue;
        if (!run.commands.contains(CommandId(crash.session))) {
            inARow = again ? inARow + 1 : 1;
            const bool isStep = run.step(crash.step) != nullptr;
            events.push_back({.run = run.id,
                .at = now,
                .actor = kEngine,
                .type = EventType::EngineCrashed,
                .step = isStep ? crash.step : StepId(),
                .data = {{"commandId", crash.session.toStdString()},
                    {"signal", journal::signalName(crash.signal).toStdString()}, {"crashedAt", crash.at.ms},
                    {"again", again}}});
        }
        again = true;
    }
    if (events.empty() || inARow < kCrashesToQuarantine || run.quarantined || !run.isOpen())
        return events;
    Error error{.code = errc::runQuarantined, .args = {{"crashes", inARow}, {"signal", events.back().data["signal"]}}};
    if (const auto* step = run.step(events.back().step)) {
        error.args["step"] = step->id.utf8();
        if (const auto* effect = step->openEffect())
            error.args["effect"] = effect->name.toStdString(); // the last intent
    }
    events.push_back({.run = run.id,
        .at = now,
        .actor = kEngine,
        .type = EventType::RunQuarantined,
        .data = {{"error", toJson(error)}}});
    return events;
}

std::optional<Error> safeMode(const QList<journal::Crash>& crashes, const QSet<RunId>& settled)
{
    QList<journal::Crash> open;
    for (const auto& crash : crashes)
        if (crash.run.isEmpty() || !settled.contains(crash.run))
            open.append(crash);
    for (qsizetype last = kCrashesToSafeMode - 1; last < open.size(); ++last) {
        const auto& first = open[last - (kCrashesToSafeMode - 1)];
        if (std::chrono::abs(open[last].at - first.at) > kSafeModeWindow)
            continue;
        return Error{.code = errc::engineSafeMode,
            .args = {{"crashes", open.size()}, {"signal", journal::signalName(open.back().signal).toStdString()}}};
    }
    return std::nullopt;
}

} // namespace slipway::conductor
