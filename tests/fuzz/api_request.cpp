// SPDX-License-Identifier: GPL-3.0-or-later
#include "targets.h"

#include "api/api.h"
#include "base/manual_clock.h"
#include "base/private_files.h"
#include "base/text.h"
#include "fake_desk.h"
#include "socket_client.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace slipway::fuzz {

namespace {

constexpr int kRequests = 500; //!< then everything begins anew: what requests made must not fill the memory

//! The API as shipped, over a desk whose journal lies in memory. Host "fuzz", bearer "fuzz".
class Server {
public:
    Server()
    {
        const auto digest = QCryptographicHash::hash("fuzz", QCryptographicHash::Sha256).toHex().toStdString();
        const QString file = m_folder.filePath(u"tokens.json"_s);
        const Json tokens{{"tokens",
            {{{"name", "fuzz"}, {"role", "operator"}, {"sha256", digest}, {"createdAt", "2026-01-01T00:00:00.000Z"}}}}};
        require(writePrivateFile(file, toBytes(tokens)).ok(), "a token can be given");
        m_desk.start(u"first-thing"_s);
        auto started = api::Api::start(m_desk, m_clock,
            {.address = QHostAddress(QHostAddress::LocalHost),
                .tokenFile = file,
                .hosts = {u"fuzz"_s},
                .webhookSecret = Secret("fuzz"),
                .requestsPerSecond = 1'000});
        require(started.ok(), "the API can listen");
        m_api = std::move(*started);
    }

    int connect() const
    {
        const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        // No lingering end: each of the many connections gives its port back at once.
        const linger atOnce{.l_onoff = 1, .l_linger = 0};
        ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof(atOnce));
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(quint16(m_api->url().port()));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const auto* name = reinterpret_cast<const sockaddr*>(&address);
        require(::connect(descriptor, name, sizeof(address)) == 0, "the API lets programs connect");
        return descriptor;
    }
    void pass(Millis time) { m_clock.advance(time); }

private:
    QTemporaryDir m_folder;
    ManualClock m_clock;
    terminal::test::FakeDesk m_desk{m_clock};
    std::unique_ptr<api::Api> m_api;
};

} // namespace

void apiRequest(const QByteArray& input)
{
    auto& server = keptToTheEnd<Server>();
    static int requests = 0;
    if (++requests % kRequests == 0)
        server = std::make_unique<Server>();
    const auto answer = exchange(server->connect(), input);
    require(answer.isEmpty() || answer.startsWith("HTTP/1.1 "), "an answer is HTTP");
    require(!answer.startsWith("HTTP/1.1 500"), "no request makes the API fail");
    server->pass(Millis(1'000));
}

} // namespace slipway::fuzz
