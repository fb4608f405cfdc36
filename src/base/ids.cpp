// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QUuid>

namespace slipway {

namespace {

template <class F>
RunId runId(qint64 startMs, F letter)
{
    static constexpr char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";
    QString text(26, QLatin1Char('0'));
    auto rest = quint64(startMs);
    for (int i = 9; i >= 0; --i, rest >>= 5)
        text[i] = QLatin1Char(alphabet[rest & 31]);
    for (int i = 10; i < 26; ++i)
        text[i] = QLatin1Char(alphabet[letter(i - 10) & 31]);
    return RunId(text);
}

} // namespace

RunId newRunId(qint64 startMs)
{
    return runId(startMs, [](int) { return QRandomGenerator::system()->bounded(32); });
}

RunId runIdFrom(qint64 startMs, const QByteArray& seed)
{
    const auto digest = QCryptographicHash::hash(seed, QCryptographicHash::Sha256);
    return runId(startMs, [&](int at) { return int(uchar(digest[at])); });
}

CommandId newCommandId() { return CommandId(QUuid::createUuid().toString(QUuid::WithoutBraces)); }

} // namespace slipway
