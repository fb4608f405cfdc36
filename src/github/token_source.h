// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"

#include <memory>

namespace slipway::http {
class Http;
}

namespace slipway::github {

//! Where the transport gets its token from: asked before each request, told when GitHub refuses it. The one place where a
//! token is renewed and where it is parked. Lives in the transport's thread.
class TokenSource : public QObject {
public:
    using Done = std::function<void(Result<Secret>)>;

    //! Calls `done` once, at once or when a renewal under way has ended; never after its destruction. Errors say why
    //! nothing can be sent now: "github.badCredentials", "github.noToken", "github.appRefused", "github.signInEnded",
    //! "network.…".
    virtual void ask(Done done) = 0;
    //! GitHub answered 401 to this token. Several requests may report the same one.
    virtual void refused(const Secret& token, const Error& error) = 0;
    //! GitHub took this token.
    virtual void worked(const Secret& token) = 0;
    //! What the present token may do and until when, where the source was told: {"contents": "write", …}.
    virtual std::optional<Json> permissions() const { return std::nullopt; }
    virtual std::optional<Timestamp> expiresAt() const { return std::nullopt; }
};

//! A token that ends is renewed so long before, and in its last moments not sent any more: it would end on the way.
inline constexpr Millis renewTokenBefore{5 * 60 * 1000}, lastUseOfToken{30 * 1000};
//! A token that GitHub refuses so soon after it gave it was not too old: something else is wrong.
inline constexpr Millis youngToken{60'000};

//! Makes the source in the transport's thread; `http` and `clock` outlive it.
using TokenSourceMaker = std::function<std::unique_ptr<TokenSource>(http::Http& http, Clock& clock)>;

//! A refused token is asked for again after a minute, then two, up to a quarter of an hour: several bad logins make
//! GitHub refuse all of that user's for a while.
class Parking {
public:
    explicit Parking(Clock& clock)
        : m_clock(clock)
    { }
    void park(const Error& error);
    void clear();
    //! Why nothing is to be sent now.
    const Error* error() const;

private:
    Clock& m_clock;
    std::optional<Error> m_error;
    Millis m_until{0}; //!< uptime: the clock on the wall may be set back by days meanwhile
    int m_times = 0;
};

//! A token that stays as it is: personal tokens (classic and fine-grained), and those of an OAuth app. `reread`, where
//! given, is asked after a refusal whether there is a new one by now, for example in its file.
class FixedToken final : public TokenSource {
public:
    using Reread = std::function<Result<Secret>()>;
    FixedToken(Clock& clock, Secret token, Reread reread = {});

    void ask(Done done) override;
    void refused(const Secret& token, const Error& error) override;
    void worked(const Secret& token) override;

private:
    Secret m_token;
    Reread m_reread;
    Parking m_parking;
};

} // namespace slipway::github
