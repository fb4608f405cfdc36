// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conductor/clock_jumps.h"
#include "conductor/step_key.h"
#include "conductor/trouble.h"

#include <QObject>
#include <QSet>

#include <map>
#include <optional>

namespace slipway::conductor {

//! Writes that GitHub refuses before it looks at them, while reads may pass: single sign-on, addresses that are not listed,
//! a proxy that lets no write through. Such a bar concerns one organisation, or all; it is tried again after ever longer
//! pauses, by one write at a time, and what reads meet neither raises nor lifts it.
class WriteGate : public QObject {
    Q_OBJECT
public:
    explicit WriteGate(Clock& clock, QObject* parent = nullptr);

    //! Whether a write of this step to a repository of that owner may be sent. False: it is held back; opened() tells when
    //! to try again.
    bool pass(const StepKey& key, const QString& owner);
    //! GitHub refused it without a look. Several refusals of one moment count once.
    void refused(const StepKey& key, const QString& owner, const Error& error);
    //! GitHub took a write there, or refused it for what it wanted.
    void accepted(const QString& owner);
    //! What became of it is not known.
    void unknown(const StepKey& key) { stopTrying(key); }
    //! The step does not want to write any more.
    void withdraw(const StepKey& key);
    //! Reads pass again which were barred as well: what barred the writes meanwhile was the way, and not the writes.
    void wayIsFree() { lift(QString()); }
    //! A person looks: what is held back of that run (empty: of all) is tried at once.
    void hurry(const RunId& run);

    //! What holds that run's writes back.
    const Trouble* troubleOf(const RunId& run) const;
    //! What holds anybody's writes back.
    const Trouble* trouble() const;

Q_SIGNALS:
    //! What was held back may try again.
    void opened(const QSet<slipway::conductor::StepKey>& held);
    //! A bar came, changed or went; these are concerned.
    void changed(const QSet<slipway::conductor::StepKey>& concerned);

private:
    struct Bar {
        Trouble trouble;
        std::optional<StepKey> trying; //!< finds out whether the way is free, for all
        QSet<StepKey> held;
        Timer timer;
    };

    void noticeTime();
    void stopTrying(const StepKey& key);
    void lift(const QString& scope);
    void open(const QString& scope);

    Clock& m_clock;
    ClockJumps m_jumps;
    std::map<QString, Bar> m_bars; //!< by owner in lower case; empty: all writes
};

} // namespace slipway::conductor
