// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_bench.h"

#include <QTest>

namespace slipway::api::test {

QFuture<Result<desk::Preview>> SlowDesk::preview(const QString& workflow, const Json& inputs)
{
    ++m_asked;
    if (!m_hold)
        return FakeDesk::preview(workflow, inputs);
    m_held.push_back(std::make_shared<QPromise<Result<desk::Preview>>>());
    m_held.back()->start();
    return m_held.back()->future();
}

void SlowDesk::goOn()
{
    m_hold = false;
    for (const auto& promise : std::exchange(m_held, {})) {
        promise->addResult(Result<desk::Preview>(m_preview));
        promise->finish();
    }
}

Json Answer::json() const
{
    const auto parsed = parseJson(body);
    return parsed ? *parsed : Json();
}

QByteArray Answer::header(const QByteArray& name) const
{
    for (const auto& line : head.split('\n')) {
        if (line.left(name.size() + 1).compare(name + ':', Qt::CaseInsensitive) == 0)
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

Client::Client(const QUrl& url)
{
    m_socket.connectToHost(url.host(), quint16(url.port()));
    if (!QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::ConnectedState; }))
        qFatal("no connection to the API");
}

void Client::send(const QByteArray& bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

Answer Client::answer()
{
    Answer answer;
    const bool hasHead = QTest::qWaitFor([this] {
        m_read += m_socket.readAll();
        return m_read.contains("\r\n\r\n");
    });
    if (!hasHead)
        return answer;
    const auto end = m_read.indexOf("\r\n\r\n");
    answer.head = m_read.left(end);
    answer.status = answer.head.split(' ').value(1).toInt();
    m_read.remove(0, end + 4);
    const auto length = answer.header("Content-Length").toLongLong();
    const bool hasBody = QTest::qWaitFor([&] {
        m_read += m_socket.readAll();
        return m_read.size() >= length;
    });
    if (hasBody)
        answer.body = m_read.left(length);
    m_read.remove(0, length);
    return answer;
}

QByteArray Client::until(const QByteArray& text)
{
    const bool came = QTest::qWaitFor([&] {
        m_read += m_socket.readAll();
        return m_read.contains(text);
    });
    return came ? m_read : QByteArray();
}

bool Client::closes()
{
    m_socket.setReadBufferSize(0);
    return QTest::qWaitFor([this] {
        m_socket.readAll();
        return m_socket.state() == QAbstractSocket::UnconnectedState;
    });
}

ApiBench::ApiBench(HttpLimits limits, int requestsPerSecond)
{
    const auto tokenFor = [this](const QString& name, Role role) {
        const auto token = tokens.add(name, role, clock.now());
        if (!token)
            qFatal("no token: %s", qPrintable(token.error().code));
        return token->reveal();
    };
    operatorToken = tokenFor(u"robot"_s, Role::Operator);
    viewerToken = tokenFor(u"watcher"_s, Role::Viewer);
    auto started = Api::start(desk, clock,
        {.address = QHostAddress::LocalHost,
            .tokenFile = tokens.path(),
            .limits = limits,
            .webhookSecret = Secret(webhookSecret),
            .requestsPerSecond = requestsPerSecond});
    if (!started)
        qFatal("the API did not start: %s", qPrintable(started.error().code));
    api = std::move(*started);
}

QByteArray ApiBench::request(const QByteArray& method, const QByteArray& path, const QByteArray& token,
    const QByteArray& body, const QByteArray& headers) const
{
    QByteArray text = method + ' ' + path + " HTTP/1.1\r\nHost: " + host() + "\r\n" + headers;
    if (!token.isEmpty())
        text += "Authorization: Bearer " + token + "\r\n";
    if (!body.isEmpty())
        text += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    return text + "\r\n" + body;
}

Answer ApiBench::raw(const QByteArray& bytes)
{
    Client client(api->url());
    client.send(bytes);
    return client.answer();
}

Answer ApiBench::call(
    const QByteArray& method, const QByteArray& path, const QByteArray& body, const QByteArray& headers)
{
    return raw(request(method, path, operatorToken, body, headers));
}

QString ApiBench::startRun(const QString& name, const QByteArray& key)
{
    const auto answer =
        call("POST", "/v1/runs", toBytes(Json{{"workflow", "make-thing"}, {"inputs", {{"name", name.toStdString()}}}}),
            "Idempotency-Key: " + key + "\r\n");
    return textAt(answer.json(), "id");
}

} // namespace slipway::api::test
