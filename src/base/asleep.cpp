// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/asleep.h"

#include <ctime>

namespace slipway {

Millis timeAsleep()
{
    timespec whole{}, awake{};
    clock_gettime(CLOCK_BOOTTIME, &whole);
    clock_gettime(CLOCK_MONOTONIC, &awake);
    return Millis((qint64(whole.tv_sec) - qint64(awake.tv_sec)) * 1'000
        + (qint64(whole.tv_nsec) - qint64(awake.tv_nsec)) / 1'000'000);
}

} // namespace slipway
