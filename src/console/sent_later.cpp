// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/sent_later.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "console/wording.h"
#include "desk/error_text.h"
#include "desk/of_store.h"

#include <QCoreApplication>

namespace slipway::console {

namespace {

struct Later {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::Later)
};

} // namespace

QString sentLater(const desk::EngineStatus& status, Timestamp now)
{
    if (!status.trouble || status.readOnly || !status.trouble->code.contains(u'.')
        || status.trouble->code.startsWith("engine."_L1))
        return {};
    if (status.trouble->code == errc::githubRateLimited && status.troubleUntil && *status.troubleUntil > now)
        return Later::tr("GitHub takes no calls before %1. This is sent after that, by itself.")
            .arg(timeText(*status.troubleUntil, now));
    if (desk::isOfStore(*status.trouble))
        return Later::tr("%1 This is done by itself once the store can be written again.", "what is the matter")
            .arg(desk::describe(*status.trouble).what);
    return Later::tr("%1 This is sent by itself once GitHub answers again.", "what is the matter")
        .arg(desk::describe(*status.trouble).what);
}

bool reachesServices(StepChoice choice, const Run& run)
{
    switch (choice) {
    case StepChoice::AcceptAnswer:
    case StepChoice::Retry:
    case StepChoice::RetryFrom:
    case StepChoice::RunNow:
    case StepChoice::AdvanceProven:
    case StepChoice::AdvanceUnproven:
    case StepChoice::Skip:
    case StepChoice::Happened:
    case StepChoice::Absent: return true;
    case StepChoice::Pause: return resumes(run);
    case StepChoice::Look:
    case StepChoice::Cancel:
    case StepChoice::Terminate:
    case StepChoice::Undo: return false;
    }
    Q_UNREACHABLE();
}

} // namespace slipway::console
