// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace slipway {

template <class T>
class Result;

//! The one JSON value of Slipway. Members keep their order (files and previews show them as written); numbers keep
//! 64 bits; strings are UTF-8.
using Json = nlohmann::ordered_json;

struct JsonLimits {
    int depth = 64; //!< nlohmann parses any depth, but destroying or dumping a deep value overflows the stack
    qsizetype bytes = 8 * 1024 * 1024;
};

//! Strict UTF-8, no comments, duplicate names refused. Error "json.invalid" with args "line", "column", "reason".
Result<Json> parseJson(const QByteArray& text, JsonLimits limits = {});

//! One line without spaces, members in their own order; what is journaled and hashed.
QByteArray toBytes(const Json& json);

inline QString toQString(const std::string& utf8)
{
    const QString text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    // Qt takes a first U+FEFF for the mark of a file's encoding, and drops it.
    return utf8.starts_with("\xef\xbb\xbf") ? QChar(QChar::ByteOrderMark) + text : text;
}
inline Json toJson(const QString& text) { return Json(text.toStdString()); }
Json toJson(const QStringList& list);

//! Forgiving readers for values whose shape was checked before, or whose absence is no error: the member if it is
//! there with that type, else the fallback.
QString textAt(const Json& object, const char* name, const QString& fallback = {});
qint64 integerAt(const Json& object, const char* name, qint64 fallback = 0);
bool flagAt(const Json& object, const char* name, bool fallback = false);
//! The member, or a null value.
const Json& memberAt(const Json& object, const char* name);
Json memberAt(Json&& passing, const char* name); // by value, as its member goes with it
QStringList textsAt(const Json& object, const char* name);

} // namespace slipway
