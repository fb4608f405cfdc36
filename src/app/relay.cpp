// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/relay.h"

#include "base/logging.h"
#include "base/text.h"

namespace slipway::app {

namespace {

constexpr Millis betweenUnproven{10'000};
constexpr qsizetype longestHeader = 200;

qsizetype afterSpaces(const QByteArray& json, qsizetype at)
{
    while (at < json.size() && (json[at] == ' ' || json[at] == '\t' || json[at] == '\n' || json[at] == '\r'))
        ++at;
    return at;
}

bool stands(const QByteArray& json, qsizetype at, char c) { return at >= 0 && at < json.size() && json[at] == c; }

//! One past the last quote of the text that begins there; -1: it does not end.
qsizetype endOfText(const QByteArray& json, qsizetype at)
{
    for (++at; at < json.size(); ++at) {
        if (json[at] == '\\')
            ++at;
        else if (json[at] == '"')
            return at + 1;
    }
    return -1;
}

//! One past the value that begins there; -1: it does not end.
qsizetype endOfValue(const QByteArray& json, qsizetype at)
{
    qsizetype depth = 0;
    while (at < json.size()) {
        const char c = json[at];
        const bool closes = c == '}' || c == ']';
        if (depth == 0 && (closes || c == ',' || afterSpaces(json, at) != at))
            return at; // of a number or a word
        if (c == '"') {
            at = endOfText(json, at);
            if (at < 0 || depth == 0)
                return at;
            continue;
        }
        depth += closes ? -1 : c == '{' || c == '[' ? 1 : 0;
        ++at;
        if (closes && depth == 0)
            return at;
    }
    return -1;
}

//! A header as a relay writes it; empty where it is none.
QByteArray headerOf(const QByteArray& value)
{
    const bool isPlain =
        value.size() > 2 && value.size() <= longestHeader && value.front() == '"' && !value.contains('\\');
    return isPlain ? value.mid(1).chopped(1) : QByteArray();
}

} // namespace

std::optional<Relayed> relayedOf(const QByteArray& data)
{
    Relayed relayed;
    qsizetype at = afterSpaces(data, 0);
    if (!stands(data, at, '{'))
        return std::nullopt;
    do {
        const qsizetype name = afterSpaces(data, at + 1);
        const qsizetype nameEnd = stands(data, name, '"') ? endOfText(data, name) : -1;
        const qsizetype colon = nameEnd < 0 ? -1 : afterSpaces(data, nameEnd);
        if (!stands(data, colon, ':'))
            return std::nullopt;
        const qsizetype begin = afterSpaces(data, colon + 1), end = endOfValue(data, begin);
        if (end <= begin)
            return std::nullopt;
        const auto called = QByteArrayView(data).sliced(name + 1, nameEnd - name - 2);
        const auto value = [&] { return data.mid(begin, end - begin); };
        if (called == "x-github-event")
            relayed.event = headerOf(value());
        else if (called == "x-github-delivery")
            relayed.id = headerOf(value());
        else if (called == "x-hub-signature-256")
            relayed.signature = headerOf(value());
        else if (called == "body")
            relayed.body = value();
        at = afterSpaces(data, end);
    } while (stands(data, at, ','));
    if (!stands(data, at, '}') || relayed.event.isEmpty() || relayed.id.isEmpty() || relayed.body.isEmpty())
        return std::nullopt;
    return relayed;
}

Relay::Relay(desk::Desk& desk, Clock& clock, const QUrl& url, const Secret& secret, const http::NetworkOptions& options)
    : m_desk(desk)
    , m_clock(clock)
    , m_secret(secret)
    , m_stream(url, options, clock)
{
    connect(&m_stream, &http::EventStream::told, this, &Relay::take);
    connect(&m_stream, &http::EventStream::opened, this, &Relay::opened);
    connect(&m_stream, &http::EventStream::interrupted, this, &Relay::interrupted);
    connect(&m_stream, &http::EventStream::refused, this, &Relay::refused);
}

void Relay::take(const http::StreamEvent& event)
{
    if (event.type != "message") // "ready" and "ping" only say that the relay is there
        return;
    const auto relayed = relayedOf(event.data);
    if (!relayed)
        return;
    const bool proven = api::isSigned(relayed->body, relayed->signature, m_secret);
    if (!proven) {
        if (++m_counts.unproven == 1)
            Q_EMIT unprovenCame();
        const Timestamp now = m_clock.now();
        if (m_lastUnproven && now - *m_lastUnproven < betweenUnproven)
            return;
        m_lastUnproven = now;
    } else {
        ++m_counts.proven;
        if (!m_deliveries.takeFirst(relayed->id)) {
            ++m_counts.repeated;
            return;
        }
    }
    ++m_counts.read;
    const auto news = api::newsOf(relayed->event, relayed->body);
    if (!news || !*news)
        return;
    desk::News told = **news;
    told.isProven = proven;
    qCDebug(logApi) << "relayed news:" << relayed->event << told.repository << (proven ? "" : "(unproven)");
    ++m_counts.looked;
    m_desk.hear(told);
}

} // namespace slipway::app
