// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "steps/observation.h"

namespace slipway::conductor {

//! Repository (lower case), organisation or node id that a read is about.
QString whomOf(const github::Read& read);

//! What GitHub told by itself, and of what. A hint of where to look: nothing else is taken from it.
class News {
public:
    //! That something happened to a repository, or to a pull request (node id) of it.
    void hear(const QString& repository, const QString& pullRequest, Timestamp now);
    //! Whether news of that repository or pull request are news of these reads.
    bool concern(const steps::Reads& reads, const QString& repository, const QString& pullRequest) const;
    //! Whether they come for all of these reads, so that they need be looked at less often.
    bool flow(const steps::Reads& reads, const Clock& clock) const;
    void clockWasSet(Millis by);
    //! Where a pull request lies; empty: not told.
    QString repositoryOf(const QString& pullRequest) const { return m_repositoryOf.value(pullRequest); }

private:
    QHash<QString, Timestamp> m_heard; //!< when they came, by repository (lower case) and by pull request
    QHash<QString, QString> m_repositoryOf; //!< by pull request
};

} // namespace slipway::conductor
