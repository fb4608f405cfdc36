// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/idempotency.h"

#include "base/error_codes.h"
#include "base/text.h"

#include <QCryptographicHash>

#include <algorithm>

namespace slipway::api {

namespace {

constexpr qsizetype longestKey = 255;

QString digest(const QList<QByteArray>& parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto& part : parts) {
        // Lengths keep "a" + "bc" apart from "ab" + "c".
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    }
    return QString::fromLatin1(hash.result().toHex().left(32));
}

//! Members in the order of their names: two bodies that differ in nothing else ask for the same.
QByteArray canonical(const Json& json) { return QByteArray::fromStdString(nlohmann::json(json).dump()); }

} // namespace

Result<KeyedAct> KeyedAct::of(const Request& request, const Caller& caller, const Json& body)
{
    KeyedAct act;
    if (!request.has("Idempotency-Key"))
        return act;
    const QByteArray key = request.header("Idempotency-Key");
    if (key.isEmpty() || key.size() > longestKey
        || !std::all_of(key.begin(), key.end(), [](char c) { return c >= 0x20 && c < 0x7F; }))
        return Error{.code = errc::apiMalformed,
            .args = {{"reason", "the Idempotency-Key is empty, longer than 255 characters or not plain text"}}};
    act.m_prefix = u"api-"_s + digest({caller.name.toUtf8(), request.rawPath, key});
    act.m_fingerprint = digest({canonical(body)});
    return act;
}

CommandId KeyedAct::command(int part) const
{
    if (!hasKey())
        return {};
    const QString id = m_prefix + u'-' + m_fingerprint;
    return CommandId(part == 0 ? id : id + u'-' + QString::number(part));
}

bool KeyedAct::isReusedIn(const CommandId& command) const
{
    return hasKey() && command.text().startsWith(m_prefix)
        && !command.text().startsWith(m_prefix + u'-' + m_fingerprint);
}

} // namespace slipway::api
