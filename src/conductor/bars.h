// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conductor/trouble.h"
#include "steps/observation.h"

namespace slipway::conductor {

//! Trouble with single reads: each bars only whoever wants that read, until it may be tried again.
class Bars {
public:
    bool isEmpty() const { return m_barred.isEmpty(); }
    bool has(const github::Read& read) const { return m_barred.contains(github::keyOf(read)); }
    //! Of all that stands in the way of these reads what lasts longest; none: nothing does.
    const Trouble* of(const steps::Reads& reads) const;
    const Trouble* any() const { return m_barred.isEmpty() ? nullptr : &*m_barred.constBegin(); }

    void bar(const github::Read& read, const Error& error, const Clock& clock);
    //! It was answered; whether it had been barred.
    bool lift(const github::Read& read) { return m_barred.remove(github::keyOf(read)); }
    //! They may be tried at once.
    void hasten(const steps::Reads& reads, Timestamp now);
    void clockWasSet(Millis by);
    //! What nobody wants any more bars nobody.
    void keepOnly(const QSet<QString>& keys);

private:
    QHash<QString, Trouble> m_barred; //!< by the read's key
};

} // namespace slipway::conductor
