// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/answers.h"
#include "github/budget.h"
#include "github/document_assembler.h"
#include "github/github.h"
#include "github/host.h"
#include "github/identity.h"
#include "github/rest.h"
#include "github/server_features.h"
#include "github/server_health.h"
#include "github/token_source.h"

#include <deque>

namespace slipway::github {

//! GitHub's headers, addresses and limits around each request, and the token of the moment. While the token is limited
//! or not accepted nothing is sent; the answer is that error then, at once. A callback is not called after the transport
//! has gone.
class Transport : public QObject {
    Q_OBJECT
public:
    enum class Purpose { Read, Effect };

    Transport(http::Http& http, Clock& clock, Connection connection, QObject* parent = nullptr);

    //! An envelope that may hold errors of its own parts, or why there is none.
    using GraphqlDone = std::function<void(std::variant<Envelope, Verdict>)>;
    void graphql(const Document& document, Purpose purpose, GraphqlDone done);

    //! An answer that is no redirect, no 401, no limit and no failure of the server (a 404 is one), or why there is none.
    using RestDone = std::function<void(std::variant<http::Response, Verdict>, QUrl)>;
    struct RestRequest {
        QByteArray method = "GET";
        RestPath path;
        std::optional<Json> body = {};
        QByteArray accept = "application/vnd.github+json";
        Json args = Json::object(); //!< of its errors
    };
    void rest(RestRequest request, Purpose purpose, RestDone done);

    //! A moment of our clock by GitHub's, as its answers tell it: never later than it was there. A minute's difference
    //! is allowed for where no answer has told.
    Timestamp toServerClock(Timestamp ours) const { return ours + serverAhead().value_or(Millis(-60'000)); }

    //! Likewise, and never earlier than it was there: an answer's date is a whole second, and old when it comes.
    Timestamp toServerClockAtLatest(Timestamp ours) const
    {
        const auto ahead = serverAhead();
        return ours + (ahead ? *ahead + Millis(3'000) : Millis(60'000));
    }
    //! Nothing was sent with another token since then.
    Timestamp tokenSince() const { return m_tokenSince; }

    //! Calls back when it is known what the server's GraphQL lacks: at once for github.com, after one question (asked
    //! once) for an Enterprise Server. A verdict says why it could not be asked; nothing was sent for the caller then.
    void prepare(std::function<void(const std::optional<Verdict>&)> ready);
    //! What prepare() found; empty before.
    const ServerFeatures& features() const { return m_features; }
    //! True for a server that only GitHub Enterprise Server's documentation describes.
    bool isEnterpriseServer() const { return m_isEnterpriseServer; }
    //! As an Enterprise Server names its version; empty for github.com.
    const QString& serverVersion() const { return m_serverVersion; }
    //! When this version of the API ends, as GitHub's "Sunset" header says it.
    const std::optional<QString>& sunset() const { return m_sunset; }
    //! Of the token last sent.
    TokenKind tokenKind() const { return m_tokenKind; }
    std::optional<Json> permissions() const { return m_tokens->permissions(); }
    //! When signing in again will be needed, where the source knows it.
    std::optional<Timestamp> tokenExpiresAt() const { return m_tokens->expiresAt(); }

    std::optional<Incident> incident() const { return m_health.incident(); }
    //! GitHub's clock before ours, as it is now: also where ours was set since the last answer.
    std::optional<Millis> serverAhead() const;

    RateKeeper& rates() { return m_rates; }
    qint64 requestsSent() const { return m_sent; }
    Clock& clock() { return m_clock; }

Q_SIGNALS:
    void budgetChanged(); //!< or an incident, or how the clocks differ
    //! Another token goes out from now on; it may be somebody else's.
    void tokenChanged();

private:
    void restAt(RestRequest request, const QUrl& url, int redirects, Purpose purpose, RestDone done);
    //! Where a renamed repository's requests go now.
    QUrl addressOf(const RestPath& path) const;
    std::optional<QUrl> followed(const http::Response& response, const QUrl& from, Purpose purpose);
    void ask(const Document& document, Purpose purpose, GraphqlDone done);
    //! Reads wait for their turn: ten at most are under way.
    void send(http::Request request, Purpose purpose, std::function<void(http::Exchange)> done);
    void sendWaitingReads();
    void sendNow(http::Request request, Purpose purpose, std::function<void(http::Exchange)> done);
    void sendWith(
        const Secret& token, http::Request request, Purpose purpose, std::function<void(http::Exchange)> done);
    void probed(std::variant<Envelope, Verdict> outcome);

    http::Http& m_http;
    Clock& m_clock;
    Connection m_connection;
    std::unique_ptr<TokenSource> m_tokens;
    RateKeeper m_rates;
    ServerHealth m_health;
    struct WaitingRead {
        http::Request request;
        std::function<void(http::Exchange)> done;
    };
    std::deque<WaitingRead> m_waitingReads;
    int m_readsUnderWay = 0;
    const bool m_isEnterpriseServer;
    bool m_featuresKnown;
    ServerFeatures m_features;
    QList<std::function<void(const std::optional<Verdict>&)>> m_waitingForFeatures;
    QString m_serverVersion;
    std::optional<QString> m_sunset;
    TokenKind m_tokenKind = TokenKind::Other;
    Secret m_sentToken;
    Timestamp m_tokenSince;
    struct ServerTime {
        Timestamp date; //!< by GitHub's clock
        Millis uptime; //!< by Clock::uptime(), which nobody sets
    };
    std::optional<ServerTime> m_serverTime; //!< of the last answer
    Millis m_aheadTold{0}; //!< what budgetChanged() told last of the difference
    struct Moved {
        QByteArray to; //!< encoded "/repositories/ID"
        Timestamp until;
    };
    QHash<QByteArray, Moved> m_moved; //!< by encoded "/repos/OWNER/NAME"
    qint64 m_sent = 0;
};

} // namespace slipway::github
