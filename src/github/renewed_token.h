// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/token_source.h"

namespace slipway::github {

//! A token that ends and is replaced before it does: whoever asks meanwhile waits for the one renewal under way.
class RenewedToken : public TokenSource {
public:
    void ask(Done done) final;

protected:
    explicit RenewedToken(Clock& clock)
        : m_clock(clock)
        , m_parking(clock)
    { }

    //! The present token, if it is good for longer than `least`; else empty.
    virtual Secret present(Millis least) const = 0;
    //! Begins to replace it; ended() ends that, once.
    virtual void renew() = 0;
    //! Answers whoever waits. May end everything, this object too.
    void ended(const Result<Secret>& token);

    Clock& m_clock;
    //! Cleared by a token that worked, not by one that was merely given: GitHub may refuse each new one as well.
    Parking m_parking;

private:
    void begin();

    QList<Done> m_waiting;
    bool m_renewing = false;
};

} // namespace slipway::github
