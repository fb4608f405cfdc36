// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/relay.h"

#include "base/logging.h"
#include "base/text.h"
#include "workflow/json_scan.h"

namespace slipway::app {

namespace {

constexpr Millis betweenUnproven{10'000};

} // namespace

std::optional<Relayed> relayedOf(const QByteArray& data)
{
    const auto places = scanJson(data);
    if (!places || places->at(0).kind != JsonKind::Object)
        return std::nullopt;
    Relayed relayed;
    for (const int child : places->at(0).children) {
        const auto& node = places->at(child);
        const auto name = decodedText(data, node.nameBegin, node.nameEnd);
        const auto text = [&] {
            return node.kind == JsonKind::Text ? decodedText(data, node.begin, node.end) : QByteArray();
        };
        if (name == "x-github-event")
            relayed.event = text();
        else if (name == "x-github-delivery")
            relayed.id = text();
        else if (name == "x-hub-signature-256")
            relayed.signature = text();
        else if (name == "body")
            relayed.body = data.mid(node.begin, node.end - node.begin);
    }
    if (relayed.event.isEmpty() || relayed.id.isEmpty() || relayed.body.isEmpty())
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
