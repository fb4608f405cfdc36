// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/exit_status.h"

#include "base/text.h"

#include <array>

namespace slipway::terminal {

namespace {

//! The first prefix that fits decides, so exceptions stand before their family.
struct StatusRule {
    const char* prefix;
    ExitStatus status;
};
constexpr std::array rules{
    StatusRule{"store.owned", ExitRefused},
    StatusRule{"store.fenced", ExitRefused},
    StatusRule{"store.", ExitStore},
    StatusRule{"file.unwritable", ExitStore},
    StatusRule{"network.unsafeUrl", ExitUsage},
    StatusRule{"network.", ExitConnection},
    StatusRule{"connection.unknown", ExitUsage},
    StatusRule{"connection.", ExitConnection},
    StatusRule{"keychain.", ExitConnection},
    StatusRule{"credential.", ExitUsage},
    StatusRule{"answer.", ExitConnection},
    StatusRule{"server.", ExitConnection},
    StatusRule{"http.", ExitConnection},
    StatusRule{"github.badCredentials", ExitConnection},
    StatusRule{"github.forbidden", ExitConnection},
    StatusRule{"github.ssoRequired", ExitConnection},
    StatusRule{"github.rateLimited", ExitConnection},
    StatusRule{"github.noToken", ExitConnection},
    StatusRule{"github.appRefused", ExitConnection},
    StatusRule{"github.signIn", ExitConnection},
    StatusRule{"github.import", ExitConnection},
    StatusRule{"github.notFound", ExitConnection},
    StatusRule{"github.notVisible", ExitConnection},
    StatusRule{"name.unchecked", ExitConnection},
    StatusRule{"github.teamUnknown", ExitUsage},
    StatusRule{"github.", ExitRefused},
    StatusRule{"edit.", ExitRefused},
    StatusRule{"command.", ExitRefused},
    StatusRule{"run.subjectTaken", ExitRefused},
    StatusRule{"run.quarantined", ExitRefused},
    StatusRule{"run.setAside", ExitRefused},
    StatusRule{"engine.safeMode", ExitRefused},
    StatusRule{"record.known", ExitRefused},
    StatusRule{"record.", ExitUsage},
    StatusRule{"name.taken", ExitRefused},
    StatusRule{"name.redirects", ExitRefused},
    StatusRule{"preview.stale", ExitRefused},
    StatusRule{"json.", ExitUsage},
    StatusRule{"file.", ExitUsage},
    StatusRule{"workflow.", ExitUsage},
    StatusRule{"template.", ExitUsage},
    StatusRule{"input.", ExitUsage},
    StatusRule{"setting.", ExitUsage},
    StatusRule{"run.", ExitUsage},
    StatusRule{"search.", ExitUsage},
    StatusRule{"step.unknown", ExitUsage},
    StatusRule{"usage", ExitUsage},
};

//! Something of the run goes on without a person and without waiting for the world outside.
bool isMoving(const Run& run)
{
    if (run.pause || run.quarantined)
        return false;
    return std::any_of(run.steps.begin(), run.steps.end(), [&](const StepRun& step) {
        if (step.needsYou)
            return false;
        if (step.state == StepState::Ready || step.state == StepState::Running || step.retryAt || step.openEffect())
            return true;
        const auto* definition = run.workflow ? run.workflow->step(step.id) : nullptr;
        return step.state == StepState::Planned && definition
            && std::all_of(definition->needs.begin(), definition->needs.end(),
                [&](const StepId& need) { return run.step(need) && run.step(need)->isDone(); });
    });
}

} // namespace

int exitStatus(const Error& error)
{
    for (const auto& rule : rules) {
        if (error.code.startsWith(QLatin1StringView(rule.prefix)))
            return rule.status;
    }
    return ExitNotDone;
}

std::optional<int> exitStatus(const Run& run)
{
    switch (run.state) {
    case RunState::Succeeded: return ExitDone;
    case RunState::Cancelled:
    case RunState::Undone:
    case RunState::Paused: return ExitNotDone;
    case RunState::Failed:
    case RunState::NeedsYou: return isMoving(run) ? std::nullopt : std::optional<int>(ExitNotDone);
    case RunState::Running:
    case RunState::Waiting:
    case RunState::Parked: return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace slipway::terminal
