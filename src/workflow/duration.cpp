// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "workflow/parse_workflow.h"

#include <QRegularExpression>

namespace slipway {

std::optional<Millis> parseDuration(const QString& text)
{
    static const QRegularExpression shape(u"\\A([0-9]{1,9})(ms|s|m|h|d)\\z"_s);
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 count = match.captured(1).toLongLong();
    const auto unit = match.captured(2);
    const qint64 factor = unit == "ms"_L1 ? 1
        : unit == "s"_L1                  ? 1'000
        : unit == "m"_L1                  ? 60'000
        : unit == "h"_L1                  ? 3'600'000
                                          : 86'400'000;
    return Millis(count * factor);
}

} // namespace slipway
