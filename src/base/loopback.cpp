// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/loopback.h"

#include "base/text.h"

namespace slipway {

bool isLoopbackHost(const QString& host)
{
    if (host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || host == "::1"_L1)
        return true;
    const auto parts = QStringView(host).split(u'.');
    return parts.size() == 4 && parts[0] == "127"_L1 && std::all_of(parts.begin(), parts.end(), [](QStringView part) {
        const bool digits = std::all_of(
            part.begin(), part.end(), [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
        return digits && !part.isEmpty() && part.size() <= 3 && part.toInt() <= 255;
    });
}

} // namespace slipway
