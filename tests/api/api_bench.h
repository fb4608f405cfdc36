// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/api.h"
#include "base/manual_clock.h"
#include "base/text.h"
#include "fake_desk.h"

#include <QPromise>
#include <QTcpSocket>
#include <QTemporaryDir>

namespace slipway::api::test {

//! A desk whose preview, and with it the answer to a start, waits for the test.
class SlowDesk : public terminal::test::FakeDesk {
public:
    using FakeDesk::FakeDesk;
    QFuture<Result<desk::Preview>> preview(const QString& workflow, const Json& inputs) override;
    void goOn();

    bool m_hold = false;
    int m_asked = 0; //!< previews

    void hear(const desk::News& news) override { m_news << news; }
    QList<desk::News> m_news;

private:
    std::vector<std::shared_ptr<QPromise<Result<desk::Preview>>>> m_held;
};

struct Answer {
    int status = 0;
    QByteArray head, body;
    Json json() const;
    QString code() const { return textAt(json(), "code"); }
    QByteArray header(const QByteArray& name) const;
};

//! One client connection, byte by byte.
class Client {
public:
    explicit Client(const QUrl& url);

    void send(const QByteArray& bytes);
    //! The next answer; status 0 where none came.
    Answer answer();
    //! What has come until it holds `text`, or until nothing more comes.
    QByteArray until(const QByteArray& text);
    bool closes();
    void leave() { m_socket.abort(); }
    void readNothing() { m_socket.setReadBufferSize(1); }
    QByteArray take() { return std::exchange(m_read, {}); }

private:
    QTcpSocket m_socket;
    QByteArray m_read;
};

class ApiBench {
public:
    explicit ApiBench(HttpLimits limits = {}, int requestsPerSecond = 1'000);

    QByteArray host() const { return "127.0.0.1:" + QByteArray::number(api->url().port()); }
    //! A request as it should be, but for what the test says of its headers.
    QByteArray request(const QByteArray& method, const QByteArray& path, const QByteArray& token,
        const QByteArray& body = {}, const QByteArray& headers = {}) const;
    Answer call(
        const QByteArray& method, const QByteArray& path, const QByteArray& body = {}, const QByteArray& headers = {});
    Answer raw(const QByteArray& bytes);
    //! An id.
    QString startRun(const QString& name, const QByteArray& key);

    QTemporaryDir folder;
    static inline const QByteArray webhookSecret{"It's a Secret to Everybody"};
    ManualClock clock;
    SlowDesk desk{clock};
    TokenFile tokens{folder.filePath(u"tokens.json"_s)};
    QByteArray operatorToken, viewerToken;
    std::unique_ptr<Api> api;
};

} // namespace slipway::api::test
