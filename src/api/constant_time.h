// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace slipway::api {

//! Whether two digests are the same, in a time that does not tell where they differ.
inline bool equalInConstantTime(const QByteArray& a, const QByteArray& b)
{
    if (a.size() != b.size())
        return false;
    volatile unsigned char differences = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        differences = static_cast<unsigned char>(differences | static_cast<unsigned char>(a[i] ^ b[i]));
    return differences == 0;
}

} // namespace slipway::api
