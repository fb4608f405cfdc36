// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge_bench.h"

QTEST_GUILESS_MAIN(QObject)
