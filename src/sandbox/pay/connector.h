// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/pay/replies.h"

namespace slipway::sandbox::pay {

//! connector as it is now (2026): gateway accounts. The id is a text in the answer to a creation and a number in the
//! answers to questions.
class Connector {
public:
    Connector(PayWorld& world, std::function<QString()> baseUrl)
        : m_world(world)
        , m_baseUrl(std::move(baseUrl))
    { }

    //! `path`: segments behind "/connector". A creation is answered in two parts: first the checks, then, after
    //! PayWorld::raceWindow(), create().
    HttpAnswer handle(const HttpRequest& request, const QStringList& path);
    bool isCreation(const HttpRequest& request, const QStringList& path) const;
    std::optional<HttpAnswer> refuseCreation(const HttpRequest& request) const;
    HttpAnswer create(const HttpRequest& request);

private:
    HttpAnswer find(const HttpRequest& request) const;
    HttpAnswer patch(const PayAccount& account, const Json& body);
    Json accountJson(const PayAccount& account) const;

    PayWorld& m_world;
    std::function<QString()> m_baseUrl;
};

} // namespace slipway::sandbox::pay
