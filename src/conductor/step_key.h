// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QHash>

namespace slipway::conductor {

//! A step of a run: who wants to know something or to write.
struct StepKey {
    RunId run;
    StepId step; //!< empty: not a step's want (a preview, a check of a name)
    friend bool operator==(const StepKey&, const StepKey&) = default;
    friend size_t qHash(const StepKey& key, size_t seed = 0) { return qHashMulti(seed, key.run, key.step); }
};

} // namespace slipway::conductor
