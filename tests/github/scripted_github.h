// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/manual_clock.h"
#include "github/github.h"
#include "http/http.h"

#include "../http/raw_server.h"
#include "wait_for.h"

#include <QTest>

//! Counts what is under way, for tests that wait until nothing is.
class CountedHttp final : public slipway::http::Http {
public:
    QFuture<slipway::http::Exchange> read(slipway::http::Request request) override;
    QFuture<slipway::http::Exchange> effect(slipway::http::Request request) override;

    int underWay = 0;

private:
    QFuture<slipway::http::Exchange> counted(QFuture<slipway::http::Exchange> exchange);
};

//! A GitHub that says what the test wants, and a client of it on a clock that stands still.
class ScriptedGitHub {
public:
    struct Answer {
        int status = 200;
        QByteArray body = "{}";
        QList<QByteArray> headers = {};
    };
    struct Asked {
        QByteArray method, path;
        slipway::Json body; //!< null where there was none
        QByteArray query; //!< GraphQL text
        RawServer::Received raw;

        //! The n-th alias that starts so and stands before `field`: "repository0" for ("repository", …).
        std::string alias(const QByteArray& prefix, int n = 0) const;
        slipway::Json variables() const;
    };

    ScriptedGitHub();

    //! Answers GraphQL requests; gets the data member's alias names out of the query.
    std::function<Answer(const Asked&)> graphql;
    std::function<Answer(const Asked&)> rest;
    QList<Asked> asked;

    RawServer server;
    slipway::ManualClock clock;
    std::unique_ptr<CountedHttp> http;
    std::unique_ptr<slipway::github::GitHub> github;

    //! Lets happen all that can happen at this moment of the clock: until nothing is under way and nobody has anything more
    //! to do, however slow the machine. What a server never answers is waited for a moment only.
    void settle();

    QList<slipway::github::ReadAnswer> read(QList<slipway::github::Read> reads);
    slipway::github::EffectOutcome perform(const slipway::github::Effect& effect);

    static Answer json(const slipway::Json& body, int status = 200, QList<QByteArray> headers = {});
    static Answer data(const slipway::Json& data) { return json(slipway::Json{{"data", data}}); }
    static slipway::Json error(const char* type, const char* message, slipway::Json path = nullptr);
};

inline constexpr auto canary = "canary-token-0123456789-abcdef";
