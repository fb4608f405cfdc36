// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/server/recorder.h"
#include "sandbox/world/world.h"

namespace slipway::sandbox {

//! How callers prove who they are beside the world's own token: OAuth's device flow (POST /login/device/code,
//! POST /login/oauth/access_token, and /login/device for people) and the installation of one GitHub App.
//! Client ids begin with "Iv" or "Ov"; one that ends with "-off" has the device flow turned off.
class SignIn {
public:
    //! `appKey`: PEM of the App's key, empty for no App. The App's client id is appId, its installation 4711.
    SignIn(World& world, QByteArray appKey, Recorder& recorder);

    static constexpr auto appId = "Iv23liSandbox";

    static bool isSignInPath(const QStringList& segments);
    HttpAnswer handle(const HttpRequest& request, const QStringList& segments);

    //! GET /app, /orgs/{org}/installation, /installation/repositories, POST /app/installations/{id}/access_tokens;
    //! nothing for every other path. `token` is what the caller sent.
    std::optional<HttpAnswer> answerApp(
        const HttpRequest& request, const QStringList& segments, const QByteArray& token);

    enum class Who { Nobody, Person, Installation };
    //! Whose token this is, of those that were given out here and are good now.
    Who ownerOf(const QByteArray& token) const;

private:
    struct Device {
        QString clientId, userCode;
        Timestamp expiresAt, lastAsked;
        double interval = 5; //!< seconds of the world
        enum class State { Pending, Approved, Denied } state = State::Pending;
    };
    struct Issued {
        Who who = Who::Person;
        Timestamp goodFrom, goodUntil;
    };

    HttpAnswer deviceCode(const Json& body);
    HttpAnswer accessToken(const Json& body);
    HttpAnswer page(const HttpRequest& request);
    HttpAnswer grant(const QString& clientId);
    QByteArray randomText(const QByteArray& prefix, int length);

    //! A secret is in no record.
    QByteArray secret(const QByteArray& prefix, int length);

    World& m_world;
    Recorder& m_recorder;
    QByteArray m_appKey;
    QHash<QByteArray, Device> m_devices; //!< by device code
    QHash<QByteArray, QString> m_refreshTokens; //!< to client id
    QHash<QByteArray, Issued> m_issued;
};

} // namespace slipway::sandbox
