// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/trouble.h"

#include "base/error_codes.h"
#include "base/text.h"

namespace slipway::conductor {

bool isLocal(const Error& error)
{
    return error.code == errc::githubSso
        || (error.code == errc::githubForbidden && textAt(error.args, "reason") == "ipAllowList"_L1);
}

bool isOfOneAnswer(const Error& error)
{
    static const QStringList codes{errc::networkTimeout, errc::networkInterrupted, errc::networkRedirected,
        errc::networkTooLarge, errc::answerUnreadable, errc::serverError};
    return codes.contains(error.code);
}

Millis backOff(int count, Millis most) { return std::min(Millis(1'000) * (1 << std::clamp(count, 1, 20)), most); }

Error naming(Error error, const QString& organisation)
{
    if (isLocal(error) && !organisation.isEmpty() && textAt(error.args, "organisation").isEmpty())
        error.args["organisation"] = organisation.toStdString();
    return error;
}

} // namespace slipway::conductor
