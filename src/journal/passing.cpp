// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/passing.h"

#include "base/error_codes.h"

#include <QStringList>

namespace slipway::journal {

bool isPassing(const Error& error)
{
    static const QStringList codes{
        errc::storeFull, errc::storeBusy, errc::storeUnwritable, errc::storeReadOnly, errc::storeFailed};
    return codes.contains(error.code);
}

} // namespace slipway::journal
