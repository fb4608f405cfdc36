// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/boot.h"

#include "base/text.h"

#include <QFile>

namespace slipway {

QString bootId()
{
    QFile file(u"/proc/sys/kernel/random/boot_id"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QString();
}

} // namespace slipway
