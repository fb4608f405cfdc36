// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http_message.h"

#include "base/error_codes.h"
#include "base/text.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace slipway::api {

namespace {

constexpr int mostHeaders = 64;

Error malformed(const char* reason) { return {.code = errc::apiMalformed, .args = {{"reason", reason}}}; }

bool isTokenByte(char c)
{
    static constexpr QByteArrayView others("!#$%&'*+-.^_`|~");
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || others.contains(c);
}

bool isToken(const QByteArray& text) { return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenByte); }

bool isVisible(const QByteArray& text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

//! Nothing where an escape is broken or the bytes are no UTF-8: two readers would make different names of it.
std::optional<QString> decoded(const QByteArray& part)
{
    for (qsizetype i = 0; i < part.size(); ++i) {
        if (part[i] != '%')
            continue;
        const QByteArray digits = part.mid(i + 1, 2);
        bool ok = false;
        digits.toUInt(&ok, 16);
        if (!ok || digits.size() != 2 || digits[0] == '+' || digits[0] == '-')
            return std::nullopt;
    }
    QStringDecoder decode(QStringDecoder::Utf8);
    const QString text = decode(QByteArray::fromPercentEncoding(part));
    if (decode.hasError())
        return std::nullopt;
    return text;
}

Result<void> takeTarget(const QByteArray& target, Request& request)
{
    if (!target.startsWith('/') || !isVisible(target) || target.contains('#'))
        return malformed("the target is no path");
    const auto question = target.indexOf('?');
    request.rawPath = question < 0 ? target : target.left(question);
    for (const auto& part : request.rawPath.mid(1).split('/')) {
        const auto text = decoded(part);
        if (!text || *text == "."_L1 || *text == ".."_L1)
            return malformed("the path is not written as it should be");
        request.segments << *text;
    }
    if (question < 0)
        return {};
    for (QByteArray pair : target.mid(question + 1).split('&')) {
        if (pair.isEmpty())
            continue;
        pair.replace('+', ' ');
        const auto equals = pair.indexOf('=');
        const auto name = decoded(equals < 0 ? pair : pair.left(equals));
        const auto value = decoded(equals < 0 ? QByteArray() : pair.mid(equals + 1));
        if (!name || !value || request.parameter(*name))
            return malformed("the query is not written as it should be, or names a parameter twice");
        request.query.append({*name, *value});
    }
    return {};
}

Result<void> takeHeader(const QByteArray& line, Request& request)
{
    static constexpr std::array single{"host", "content-length", "authorization", "content-type", "idempotency-key",
        "if-match", "x-hub-signature-256", "x-github-delivery", "x-github-event"};
    const auto colon = line.indexOf(':');
    const QByteArray name = line.left(std::max<qsizetype>(colon, 0));
    const QByteArray value = line.mid(colon + 1).trimmed();
    // A blank before the colon or at the line's beginning (folding) is no part of a name.
    if (!isToken(name))
        return malformed("a header has no proper name");
    if (std::any_of(value.begin(), value.end(), [](char c) { return (c >= 0 && c < 0x20 && c != '\t') || c == 0x7F; }))
        return malformed("a header holds a control character");
    const QByteArray lower = name.toLower();
    if (request.has(name) && std::any_of(single.begin(), single.end(), [&](const char* s) { return lower == s; }))
        return malformed("a header that may stand once stands twice");
    request.headers.append({name, value});
    return {};
}

Result<void> takeLength(Request& request)
{
    if (request.has("Transfer-Encoding"))
        return malformed("a body without Content-Length is not read");
    const QByteArray length = request.header("Content-Length");
    if (!request.has("Content-Length"))
        return {};
    if (length.isEmpty() || length.size() > 12
        || !std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return malformed("Content-Length is no number");
    request.contentLength = length.toLongLong();
    return {};
}

} // namespace

bool Request::has(const QByteArray& name) const
{
    return std::any_of(headers.begin(), headers.end(),
        [&](const auto& header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

QByteArray Request::header(const QByteArray& name) const
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

std::optional<QString> Request::parameter(const QString& name) const
{
    for (const auto& [key, value] : query) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

Response Response::json(int status, const Json& body)
{
    return {.status = status, .headers = {{"Content-Type", "application/json"}}, .body = toBytes(body)};
}

Result<Request> parseHead(const QByteArray& head)
{
    QList<QByteArray> lines = head.split('\n');
    for (auto& line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    const auto start = lines.takeFirst().split(' ');
    if (start.size() != 3 || !isToken(start[0]) || (start[2] != "HTTP/1.1" && start[2] != "HTTP/1.0"))
        return malformed("this is no request of HTTP/1.1");
    if (lines.size() > mostHeaders)
        return malformed("there are too many headers");
    Request request;
    request.method = start[0];
    if (auto taken = takeTarget(start[1], request); !taken)
        return taken.error();
    for (const auto& line : lines) {
        if (auto taken = takeHeader(line, request); !taken)
            return taken.error();
    }
    if (!request.has("Host"))
        return malformed("the header Host is missing");
    if (auto taken = takeLength(request); !taken)
        return taken.error();
    const QByteArray wish = request.header("Connection").toLower();
    request.keepAlive = start[2] == "HTTP/1.1" && wish != "close";
    return request;
}

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    default: return "Status";
    }
}

} // namespace slipway::api
