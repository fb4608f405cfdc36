// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text.h"

#include <QCoreApplication>
#include <QDir>

namespace slipway::test {

//! Where a sandbox tells all that was said to it, for tests/contract: SLIPWAY_RECORDS may name a folder. Empty: nowhere.
inline QString recordFile()
{
    static int sandboxes = 0;
    const auto folder = qEnvironmentVariable("SLIPWAY_RECORDS");
    if (folder.isEmpty())
        return {};
    return QDir(folder).filePath(u"%1-%2-%3.jsonl"_s.arg(QCoreApplication::applicationName())
                                     .arg(QCoreApplication::applicationPid())
                                     .arg(++sandboxes));
}

} // namespace slipway::test
