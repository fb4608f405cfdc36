// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/server/recorder.h"

#include "base/error_codes.h"
#include "base/text.h"

#include <QStringDecoder>

namespace slipway::sandbox {

namespace {

Json bodyOf(const QByteArray& body)
{
    if (body.isEmpty())
        return nullptr;
    if (auto json = parseJson(body, {.depth = 128, .bytes = 64LL * 1024 * 1024}))
        return std::move(*json);
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(body);
    if (decoder.hasError() || text.contains(QChar(0)))
        return Json::object({{"bytes", body.size()}});
    return toJson(text);
}

Json headersOf(const HttpHeaders& headers)
{
    Json result = Json::object();
    for (const auto& [name, value] : headers)
        result[name.toLower().toStdString()] = toJson(QString::fromUtf8(value));
    return result;
}

} // namespace

Result<void> Recorder::open(const QString& file)
{
    m_file.setFileName(file);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append))
        return Error{errc::fileUnwritable,
            Json::object({{"file", file.toStdString()}, {"reason", m_file.errorString().toStdString()}}),
            Json::object()};
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return {};
}

void Recorder::write(const RecordEntry& entry)
{
    if (!m_file.isOpen())
        return;
    HttpHeaders requestHeaders = entry.request.headers;
    for (auto& [name, value] : requestHeaders) {
        if (name.compare("authorization", Qt::CaseInsensitive) == 0)
            value = value.contains(' ') ? value.left(value.indexOf(' ')) + " [token]" : QByteArray("[token]");
    }
    Json query = Json::object();
    for (const auto& [name, value] : entry.request.query())
        query[name.toStdString()] = toJson(value);
    Json rootFields = Json::array();
    for (const QString& field : entry.rootFields)
        rootFields.push_back(toJson(field));
    const Json line = Json::object(
        {{"number", entry.number}, {"at", entry.at.toIso().toStdString()}, {"service", toJson(entry.service)},
            {"operation", entry.operation.isEmpty() ? Json(nullptr) : toJson(entry.operation)},
            {"rootFields", std::move(rootFields)}, {"method", entry.request.method.toStdString()},
            {"path", toJson(QString::fromUtf8(entry.request.rawPath))}, {"query", std::move(query)},
            {"requestHeaders", headersOf(requestHeaders)}, {"requestBody", bodyOf(entry.request.body)},
            {"status", entry.answer ? Json(entry.answer->status) : Json(nullptr)},
            {"responseHeaders", entry.answer ? headersOf(entry.answer->headers) : Json(nullptr)},
            {"responseBody", entry.answer ? bodyOf(entry.answer->body) : Json(nullptr)}, {"millis", entry.took.count()},
            {"fault", entry.fault}});
    QByteArray bytes = toBytes(line);
    for (const auto& secret : m_secrets)
        bytes.replace(secret, "[token]");
    m_file.write(bytes + '\n');
    m_file.flush();
}

} // namespace slipway::sandbox
