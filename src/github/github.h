// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "github/access.h"
#include "github/effects.h"
#include "github/reads.h"
#include "github/token_source.h"

#include <QFuture>
#include <QObject>
#include <QUrl>

namespace slipway {
class Clock;
namespace http {
class Http;
}
} // namespace slipway

namespace slipway::github {

struct Connection {
    QUrl apiUrl; //!< https://api.github.com, https://HOST/api/v3 (GitHub Enterprise Server), http:// only on loopback
    Secret token; //!< one that stays as it is …
    TokenSourceMaker tokens = {}; //!< … or what renews it
};

//! The hourly budget as GitHub's last answers told it.
struct Budget {
    std::optional<qint64> limit, remaining;
    std::optional<Timestamp> resetsAt;
    std::optional<Timestamp> limitedUntil; //!< GitHub said stop: nothing is sent with this token until then
};

//! GitHub fails to answer more often than by accident.
struct Incident {
    Timestamp since; //!< the first failed answer of those that count
    Timestamp until; //!< over then, unless more answers fail
};

//! What was used of the hourly budgets since the start.
struct Spent {
    qint64 points = 0; //!< of GraphQL, as its answers told
    qint64 requests = 0; //!< of REST
};

struct ReadAnswer {
    Read read;
    Result<Answer> answer;
    Timestamp at; //!< the moment the request was sent: what happened later may not be in the answer
};

//! GitHub for one connection. Lives in one thread. Every future is finished, also on teardown ("network.cancelled").
class GitHub : public QObject {
    Q_OBJECT
public:
    GitHub(http::Http& http, Clock& clock, Connection connection, QObject* parent = nullptr);
    ~GitHub() override;

    //! All reads in as few requests as possible (one GraphQL document for what GraphQL can tell, with fragments fixed and
    //! aliases generated, every value a variable; more only beyond GitHub's limits of size). Failures are per read: one
    //! missing repository does not spoil the others. One answer a read, in the order given; reads with the same keyOf()
    //! are asked once and share the wider answer. Cut-off files are fetched whole before this answers.
    QFuture<QList<ReadAnswer>> read(QList<Read> reads);

    //! Sends one effect, one request, at most once on the wire. Never retries.
    QFuture<EffectOutcome> perform(const Effect& effect);

    //! The effect's class on this server, as far as it is known what that lacks: without updateRefs a branch is moved or
    //! deleted by REST, which has no precondition, so what is promised is less.
    QString classOf(const Effect& effect) const;

    //! Who the token belongs to, as far as the reads that were answered since it came have told; may be empty.
    QString login() const;
    //! Who the token belongs to.
    QFuture<Result<Identity>> identity();
    //! Who the token belongs to and what it may do there, by reads alone.
    QFuture<Result<Access>> access(const AccessQuestion& question);

    //! The hourly budget that is nearest to its end.
    Budget budget() const;
    //! That of one kind of request: "graphql", "core" (REST).
    Budget budget(const QByteArray& resource) const;
    Spent spent() const;
    //! Trouble on GitHub's side, as its answers of the last minutes show it.
    std::optional<Incident> incident() const;
    //! GitHub's clock before this computer's, to a few seconds, as its last answer showed it.
    std::optional<Millis> serverAhead() const;
    //! Requests sent since the start, for the status bar and for tests.
    qint64 requestsSent() const;

Q_SIGNALS:
    void budgetChanged(); //!< or an incident, or how the clocks differ

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace slipway::github
