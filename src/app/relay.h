// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/webhooks.h"
#include "base/secret.h"
#include "desk/desk.h"
#include "http/event_stream.h"

namespace slipway::app {

//! One of GitHub's deliveries as a relay like smee.io passes it on: one JSON object of its headers (lower case), "body",
//! "query" and "timestamp".
struct Relayed {
    QByteArray event, id, signature;
    //! The bytes of "body" as the relay wrote them. It has parsed and written them anew; where that changed nothing, they
    //! are the ones that GitHub signed.
    QByteArray body;
};
//! Nothing: it is no delivery of GitHub's. Found by counting quotes and brackets, in one pass that keeps nothing: what it is
//! worth, only the signature says, and nothing is parsed before.
std::optional<Relayed> relayedOf(const QByteArray& data);

//! GitHub's deliveries for those whom GitHub cannot reach: read from a relay that anybody can write to. Signed ones count
//! as those that come directly. One that is not proven is worth a look now and then, and no more: it must neither cost
//! many requests nor make Slipway look less often.
class Relay : public QObject {
    Q_OBJECT
public:
    Relay(desk::Desk& desk, Clock& clock, const QUrl& url, const Secret& secret, const http::NetworkOptions& options);

    void start() { m_stream.start(); }
    //! One event of the stream.
    void take(const http::StreamEvent& event);

    struct Counts {
        int proven = 0, unproven = 0, repeated = 0;
        int read = 0; //!< of these, whose body was parsed
        int looked = 0;
    };
    const Counts& counts() const { return m_counts; }

Q_SIGNALS:
    void opened();
    void interrupted(const slipway::Error& why, std::chrono::milliseconds again);
    void refused(const slipway::Error& why);
    //! The first of them: the relay changes what it passes on, or the secret is another one.
    void unprovenCame();

private:
    desk::Desk& m_desk;
    Clock& m_clock;
    Secret m_secret;
    http::EventStream m_stream;
    api::Deliveries m_deliveries;
    std::optional<Timestamp> m_lastUnproven;
    Counts m_counts;
};

} // namespace slipway::app
