// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/pay/adminusers.h"
#include "sandbox/pay/connector.h"
#include "sandbox/pay/inner_call.h"
#include "sandbox/world/world.h"

#include <QObject>

namespace slipway::sandbox {

//! GOV.UK Pay's back ends on the wire: /adminusers and /connector, and the one call of option B, which adminusers
//! answers by calling connector over HTTP.
class Pay : public QObject {
    Q_OBJECT

public:
    explicit Pay(World& world, QObject* parent = nullptr);

    //! `segments` with the service's name first; `number` of the request, for the ledger. `then` gets the answer, possibly
    //! after this has returned; whatever was changed is written down by then.
    void serve(const HttpRequest& request, const QStringList& segments, qint64 number, pay::Then then);

private:
    void answerWith(qint64 number, const std::function<HttpAnswer()>& act, const pay::Then& then);
    void createAccount(const HttpRequest& request, qint64 number, const pay::Then& then);
    void createAll(const HttpRequest& request, qint64 number, const pay::Then& then);
    HttpAnswer finishAll(const Json& body, const QString& service, const pay::InnerAnswer& account);

    World& m_world;
    pay::Adminusers m_adminusers;
    pay::Connector m_connector;
};

} // namespace slipway::sandbox
