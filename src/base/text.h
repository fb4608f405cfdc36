// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! u"…"_s and "…"_L1 for every floor: QT_NO_CAST_FROM_ASCII keeps encodings explicit.
using namespace Qt::StringLiterals;
