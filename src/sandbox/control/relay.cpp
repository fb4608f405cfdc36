// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/control/relay.h"

#include "base/text.h"

namespace slipway::sandbox {

namespace {

constexpr int pingMillis = 30'000;

QByteArray eventText(qint64 id, const QByteArray& type, const QByteArray& data)
{
    return "id: " + QByteArray::number(id) + (type.isEmpty() ? QByteArray() : "\nevent: " + type) + "\ndata: " + data
        + "\n\n";
}

} // namespace

RelayChannels::RelayChannels(QObject* parent)
    : QObject(parent)
{
    connect(&m_ping, &QTimer::timeout, this, &RelayChannels::ping);
}

bool RelayChannels::isRelayPath(const QStringList& segments)
{
    return segments.size() == 3 && segments[0] == u"_sandbox" && segments[1] == u"relay" && !segments[2].isEmpty();
}

void RelayChannels::handle(const std::shared_ptr<Exchange>& exchange, const QString& channel)
{
    const HttpRequest& request = exchange->request;
    if (request.method == "GET" && request.header("Accept") == "text/event-stream")
        listen(exchange, channel);
    else if (request.method == "POST")
        exchange->answer(post(request, channel));
    else if (request.method == "DELETE") {
        for (const auto& listener : m_listeners.take(channel))
            listener->endStream();
        exchange->answer({204, {}, {}});
    } else
        exchange->answer(HttpAnswer::text(405, "Listen with Accept: text/event-stream, or post.\n"));
}

void RelayChannels::listen(const std::shared_ptr<Exchange>& exchange, const QString& channel)
{
    exchange->beginStream({200, {{"Content-Type", "text/event-stream"}, {"Cache-Control", "no-cache"}}, {}});
    exchange->push(eventText(m_events++, "ready", "{}"));
    m_listeners[channel].append(exchange);
    if (!m_ping.isActive())
        m_ping.start(pingMillis);
}

HttpAnswer RelayChannels::post(const HttpRequest& request, const QString& channel)
{
    const auto body = parseJson(request.body);
    if (!body || !body->is_object())
        return HttpAnswer::text(400, "The body must be a JSON object.\n");
    Json payload = Json::object();
    for (const auto& [name, value] : request.headers)
        payload[name.toLower().toStdString()] = value.toStdString();
    payload["body"] = *body;
    payload["query"] = Json::object();
    payload["timestamp"] = 0;
    const QByteArray text = eventText(m_events++, {}, toBytes(payload));
    auto& listeners = m_listeners[channel];
    listeners.removeIf([](const auto& listener) { return !listener->isOpen(); });
    for (const auto& listener : listeners)
        listener->push(text);
    return HttpAnswer::json(200, {{"listeners", listeners.size()}});
}

void RelayChannels::ping()
{
    for (auto& listeners : m_listeners) {
        listeners.removeIf([](const auto& listener) { return !listener->isOpen(); });
        for (const auto& listener : listeners)
            listener->push(eventText(m_events++, "ping", "{}"));
    }
}

} // namespace slipway::sandbox
