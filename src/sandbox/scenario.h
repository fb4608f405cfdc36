// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

#include <vector>

namespace slipway::sandbox {

//! {"title": …, "actions": [world actions], "faults": [faults]}: how a world is made troublesome at its start.
struct Scenario {
    QString title;
    std::vector<Json> actions;
    std::vector<Json> faults;
};

QStringList scenarioNames();
//! One of those shipped, else a file. Error "usage" (unknown, wrong shape) or "file.unreadable".
Result<Scenario> readScenario(const QString& nameOrFile);

} // namespace slipway::sandbox
