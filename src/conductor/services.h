// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conductor/effector.h"
#include "conductor/observer.h"
#include "conductor/store_trouble.h"
#include "conductor/usual_times.h"
#include "journal/store.h"
#include "workflow/kind_rules.h"

#include <functional>

namespace slipway::conductor {

//! What a run's driver works with; owned by the Conductor, all in its thread.
struct Services {
    journal::Store& store;
    StoreTrouble& storeTrouble;
    Observer& observer;
    Effector& effector;
    UsualTimes& usual;
    Clock& clock;
    const KindRules& kinds;
    std::function<double()> random; //!< uniform in [0, 1): full jitter of back-offs
    QString boot = {}; //!< bootId(): under it what Clock::uptime() said stays true after this process
    QString host = {}; //!< of the GitHub that is connected: runs that were started on another one are not driven
};

} // namespace slipway::conductor
