// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/json_edit.h"
#include "workflow/json_scan.h"

#include <QByteArray>

//! Whether `after` is `before` with one run of bytes put in: what "every other byte stays as it was" means.
inline bool isInsertion(const QByteArray& before, const QByteArray& after)
{
    if (after.size() < before.size())
        return false;
    qsizetype same = 0;
    while (same < before.size() && before.at(same) == after.at(same))
        ++same;
    return after.last(before.size() - same) == before.last(before.size() - same);
}
