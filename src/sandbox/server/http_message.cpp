// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/server/http_message.h"

#include "base/text.h"

#include <algorithm>

namespace slipway::sandbox {

QByteArray headerValue(const HttpHeaders& headers, const QByteArray& name)
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool hasHeader(const HttpHeaders& headers, const QByteArray& name)
{
    return std::any_of(headers.begin(), headers.end(),
        [&](const auto& header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

QStringList HttpRequest::segments() const
{
    QStringList result;
    const QByteArray path = rawPath.startsWith('/') ? rawPath.mid(1) : rawPath;
    for (const QByteArray& part : path.split('/'))
        result.append(QString::fromUtf8(QByteArray::fromPercentEncoding(part)));
    return result;
}

QList<std::pair<QString, QString>> parseForm(const QByteArray& text)
{
    QList<std::pair<QString, QString>> result;
    for (const QByteArray& part : text.split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const auto decode = [](QByteArray raw) {
            raw.replace('+', ' ');
            return QString::fromUtf8(QByteArray::fromPercentEncoding(raw));
        };
        result.append(
            {decode(equals < 0 ? part : part.left(equals)), equals < 0 ? QString() : decode(part.mid(equals + 1))});
    }
    return result;
}

QList<std::pair<QString, QString>> HttpRequest::query() const { return parseForm(rawQuery); }

std::optional<QString> HttpRequest::queryValue(const QString& name) const
{
    for (const auto& [key, value] : query()) {
        if (key == name)
            return value.isNull() ? u""_s : value;
    }
    return std::nullopt;
}

HttpAnswer HttpAnswer::json(int status, const Json& body)
{
    return {status, {{"Content-Type", "application/json; charset=utf-8"}}, toBytes(body)};
}

HttpAnswer HttpAnswer::html(int status, const QByteArray& body)
{
    return {status, {{"Content-Type", "text/html; charset=utf-8"}}, body};
}

HttpAnswer HttpAnswer::text(int status, const QByteArray& body)
{
    return {status, {{"Content-Type", "text/plain; charset=utf-8"}}, body};
}

void HttpAnswer::set(const QByteArray& name, const QByteArray& value)
{
    for (auto& header : headers) {
        if (header.first.compare(name, Qt::CaseInsensitive) == 0) {
            header.second = value;
            return;
        }
    }
    headers.append({name, value});
}

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 301: return "Moved Permanently";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 413: return "Payload Too Large";
    case 421: return "Misdirected Request";
    case 422: return "Unprocessable Entity";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    default: return "Status";
    }
}

} // namespace slipway::sandbox
