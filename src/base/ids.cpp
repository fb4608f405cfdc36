// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"

#include <QRandomGenerator>
#include <QUuid>

namespace slipway {

RunId newRunId(qint64 startMs)
{
    static constexpr char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";
    QString text(26, QLatin1Char('0'));
    auto rest = quint64(startMs);
    for (int i = 9; i >= 0; --i, rest >>= 5)
        text[i] = QLatin1Char(alphabet[rest & 31]);
    auto* random = QRandomGenerator::system();
    for (int i = 10; i < 26; ++i)
        text[i] = QLatin1Char(alphabet[random->bounded(32)]);
    return RunId(text);
}

CommandId newCommandId() { return CommandId(QUuid::createUuid().toString(QUuid::WithoutBraces)); }

} // namespace slipway
