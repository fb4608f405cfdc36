// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/manual_clock.h"
#include "http/http.h"

#include <QMap>

#include <map>
#include <random>

namespace simulation {

using namespace slipway;

//! What becomes of one pull request and of what its merge sets off, counted from the moment it is raised.
struct Fate {
    Millis checks{45'000};
    std::optional<Millis> review; //!< nothing: none is required
    bool reviewRequired = false; //!< required, and perhaps never given
    Millis workflow{40'000};
};

//! GitHub on a clock of its own, in place of a network: it answers the documents that Slipway sends about pull requests,
//! merges and workflow runs, counts requests and points as GitHub does, and enforces the hourly budget.
class SimulatedGitHub : public http::Http {
    Q_OBJECT
public:
    explicit SimulatedGitHub(ManualClock& clock);

    QFuture<http::Exchange> read(http::Request request) override { return answer(std::move(request)); }
    QFuture<http::Exchange> effect(http::Request request) override { return answer(std::move(request)); }

    //! Asked for each pull request that is raised.
    std::function<Fate(const QString& repository)> fate = [](const QString&) { return Fate{}; };
    //! Of one request there and back.
    Millis latency{150};
    qint64 hourlyPoints = 5000;

    struct Counters {
        qint64 reads = 0, writes = 0, points = 0, limited = 0;
        QMap<QByteArray, int> operations;
    };
    //! By hours since `countFrom`.
    const std::map<qint64, Counters>& hours() const { return m_hours; }
    void countFrom(Timestamp moment);
    Counters total() const;

    struct Pull {
        QString id, repository, branch, headSha, mergedSha;
        qint64 number = 0;
        Timestamp raisedAt;
        Fate fate;
        std::optional<Timestamp> armedAt;

        //! Nothing as long as it is not known to come.
        std::optional<Timestamp> mergedAt() const;
    };
    const std::map<QString, Pull>& pulls() const { return m_pulls; }
    const Pull* pullOf(const QString& repository, qint64 number) const;

private:
    QFuture<http::Exchange> answer(http::Request request);
    http::Response respond(const http::Request& request);
    Json data(const QByteArray& query, const Json& variables, qint64& connections);
    Json repository(const QString& line, const Json& variables, qint64& connections);
    Json raise(const Json& variables);
    Json pullRequest(const Pull& pull) const;
    Json suites(const QString& sha) const;
    Counters& now();
    QString newSha();

    ManualClock& m_clock;
    std::map<QString, Pull> m_pulls;
    std::map<QString, QString> m_pullOfMerge;
    std::map<QString, QString> m_heads; //!< of each repository's main
    std::map<qint64, Counters> m_hours;
    Timestamp m_countFrom;
    qint64 m_used = 0, m_hourOfUse = -1;
    qint64 m_lastNumber = 0, m_lastTimer = 0;
    quint64 m_lastSha = 0;
    std::map<qint64, Timer> m_timers;
};

} // namespace simulation
