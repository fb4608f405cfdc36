// SPDX-License-Identifier: GPL-3.0-or-later
#include "targets.h"

#include <QCoreApplication>
#include <QLoggingCategory>

//! libFuzzer's entry; SLIPWAY_FUZZ_TARGET is the function of targets.h that it drives.

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments)
{
    static QCoreApplication application(*count, *arguments);
    QLoggingCategory::setFilterRules(QStringLiteral("*=false")); // each refusal is logged, a thousand a second
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size)
{
    slipway::fuzz::SLIPWAY_FUZZ_TARGET(QByteArray(reinterpret_cast<const char*>(bytes), qsizetype(size)));
    return 0;
}
