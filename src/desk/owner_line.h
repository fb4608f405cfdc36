// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "desk/owner_greeting.h"
#include "desk/raise_request.h"
#include "workflow/command.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <memory>

namespace slipway::desk {

class OwnerChannel;

//! The line of a process that does not own its store to the one that does. Finds the owner, finds the next one when it
//! dies, and sends again what was not answered: a command keeps its id, so it is one act however often it arrives.
class OwnerLine : public QObject {
    Q_OBJECT
public:
    //! `host`: of this process's connection, by name.
    OwnerLine(QString store, QString host, Clock& clock);
    ~OwnerLine() override;

    //! The run's sequence after it. Errors of the owner; "json.…" for what is too large or too deep to be told; "store.owned"
    //! where no owner answers in time, or three went away upon it: whether it was taken is then not known, and giving it
    //! again with the same id does no harm.
    QFuture<Result<qint64>> submit(const Envelope& envelope);
    //! Nothing while nobody answers.
    const std::optional<OwnerGreeting>& owner() const { return m_owner; }
    //! The owner's; where nobody owns the store, why it could not be opened here.
    const std::optional<OwnerTrouble>& trouble() const { return m_owner ? m_trouble : m_whyNot; }

    //! This process opens the store itself, however long that takes: what waits here is not told meanwhile that nobody
    //! answers.
    void hold();
    //! It could not, for this reason. Another owner has the usual time to answer; where nobody comes in the time that is
    //! left, it is the answer.
    void resume(const Error& why);

    //! This process has a window: who asks the owner for one gets it, where the owner has none.
    void offerWindow();

    bool hasUndelivered() const { return !m_waiting.empty(); }
    using Undelivered = std::pair<Envelope, std::shared_ptr<QPromise<Result<qint64>>>>;
    //! What waits for an answer, for the process that becomes the owner itself. The line is of no use after this.
    QList<Undelivered> takeUndelivered();

Q_SIGNALS:
    void ownerChanged(); //!< or its trouble
    void raiseAsked(const slipway::desk::RaiseRequest& request);
    //! Nobody holds the store's lock: whoever can may take it. Comes again while it stays so.
    void vacant();

private:
    struct Waiting {
        qint64 number;
        Envelope envelope;
        std::shared_ptr<QPromise<Result<qint64>>> promise;
        int lost = 0; //!< owners that went away while they had it
        Timer limit;
        Millis due{0}; //!< uptime at which the limit ends
    };

    void look();
    void open(qintptr descriptor);
    void lose();
    void receive(const Json& message);
    Json messageOf(const Waiting& waiting) const;
    void send(Waiting& waiting);
    void limit(Waiting& waiting, Millis time);
    void finish(qint64 number, const Result<qint64>& result);
    Error unanswered() const;

    QString m_store, m_host;
    Clock& m_clock;
    OwnerChannel* m_channel = nullptr; // child of this
    std::optional<OwnerGreeting> m_owner;
    std::vector<Waiting> m_waiting;
    qint64 m_lastNumber = 0;
    bool m_held = false, m_hasWindow = false;
    std::optional<OwnerTrouble> m_trouble; //!< the owner's
    std::optional<OwnerTrouble> m_whyNot; //!< the store could not be opened here, though nobody owns it
    Timer m_next, m_greetingLimit;
};

} // namespace slipway::desk
