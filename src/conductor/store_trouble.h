// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conductor/trouble.h"

#include <QObject>

#include <functional>
#include <vector>

namespace slipway::conductor {

//! The store does not take what it will take later (journal/passing.h): one trouble for all who were refused, told once.
//! One of them tries again every two seconds; once that went well, all others do.
class StoreTrouble : public QObject {
    Q_OBJECT
public:
    explicit StoreTrouble(Clock& clock)
        : m_clock(clock)
    { }

    //! `again` is called when it is its turn; each call leads to refused() or over() by the same name, at once or later.
    void refused(const QString& who, const Error& why, std::function<void()> again);
    //! Whoever it was is refused no more, or has given up; nothing where it was not refused.
    void over(const QString& who);
    //! Nothing is tried any more.
    void stop();

    //! Null while the store takes what it is given.
    const Trouble* trouble() const { return m_trouble ? &*m_trouble : nullptr; }

Q_SIGNALS:
    void changed();

private:
    struct Refused {
        QString who;
        std::function<void()> again; //!< none: it is trying
    };

    void tryLater();
    void tryFirst();
    void tryAll();

    Clock& m_clock;
    std::vector<Refused> m_refused; //!< whose last try is longest ago first
    std::optional<Trouble> m_trouble;
    Timer m_next, m_now;
    bool m_waits = false, m_stopped = false;
};

} // namespace slipway::conductor
