// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/control/relay.h"
#include "sandbox/faults/fault_book.h"
#include "sandbox/pages/pages.h"
#include "sandbox/pay/pay.h"
#include "sandbox/rest/rest_api.h"
#include "sandbox/server/git_http.h"
#include "sandbox/server/graphql_hook.h"
#include "sandbox/server/http_server.h"
#include "sandbox/server/recorder.h"
#include "sandbox/signin/sign_in.h"
#include "sandbox/world/world.h"

#include <QObject>

namespace slipway::sandbox {

//! Takes each request to the service it is for, with latency, faults and the record around it.
class Dispatcher : public QObject {
    Q_OBJECT

public:
    Dispatcher(World& world, FaultBook& faults, Recorder& recorder, Millis latency, QObject* parent = nullptr);

    void setAppKey(const QByteArray& pem);
    void setGraphql(GraphqlHook hook) { m_graphql = std::move(hook); }
    void handle(const std::shared_ptr<Exchange>& exchange);

private:
    struct Visit {
        std::shared_ptr<Exchange> exchange;
        RecordEntry entry;
        QStringList segments; //!< without what names the service
        bool isGraphql = false;
        bool isMutation = false;
        std::optional<Fault> fault;
        Millis begun{0};
    };
    using VisitPointer = std::shared_ptr<Visit>;

    void classify(Visit& visit) const;
    FaultSubject subjectOf(const Visit& visit, const GraphqlOperation& operation) const;
    void proceed(const VisitPointer& visit);
    void apply(const VisitPointer& visit, std::function<void(HttpAnswer)> then);
    HttpAnswer answerNow(const Visit& visit);
    HttpAnswer answerGithub(const Visit& visit);
    std::optional<HttpAnswer> refuseCaller(const HttpRequest& request) const;
    //! Hourly budgets and secondary limits.
    std::optional<HttpAnswer> refuseForLimits(const Visit& visit);
    //! The world's own token is a classic one: its answers name the scopes.
    bool tellsScopes(const HttpRequest& request) const;
    void addCommonHeaders(const Visit& visit, HttpAnswer& answer);
    void deliver(const VisitPointer& visit, const HttpAnswer& answer, Delivery delivery);
    void record(const VisitPointer& visit, std::optional<HttpAnswer> answer);

    World& m_world;
    FaultBook& m_faults;
    Recorder& m_recorder;
    Millis m_latency;
    RestApi m_rest;
    Pages m_pages;
    GitHttp m_git;
    Pay m_pay;
    GraphqlHook m_graphql;
    std::unique_ptr<SignIn> m_signIn;
    RelayChannels m_relay;
    qint64 m_lastNumber = 0;
};

} // namespace slipway::sandbox
