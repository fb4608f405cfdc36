// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "desk/owner_greeting.h"
#include "desk/raise_request.h"
#include "workflow/command.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class QLocalServer;

namespace slipway::desk {

class OwnerChannel;

//! What the owner does for others.
struct OwnerService {
    OwnerGreeting greeting;
    std::function<QFuture<Result<qint64>>(const Envelope&)> submit;
    //! Brings its window to the front and shows what is asked for; false where it has none.
    std::function<bool(const RaiseRequest&)> raise;
};

//! The owner's side of the local socket: takes commands of other processes of the same user. A command keeps its id, so
//! one that comes again after a broken connection is the same act.
class OwnerDoor : public QObject {
    Q_OBJECT
public:
    //! Only for the holder of the store's lock. Error "store.unwritable".
    static Result<std::unique_ptr<OwnerDoor>> open(const QString& store, OwnerService service);
    ~OwnerDoor() override;

    //! Whoever is connected is told where it changed, whoever comes later with the greeting.
    void tell(const std::optional<OwnerTrouble>& trouble);

Q_SIGNALS:
    void told(const slipway::Json& message);

private:
    OwnerDoor(QString store, OwnerService service);
    void admit(qintptr descriptor);
    void answer(OwnerChannel* channel, const Json& message);
    bool raiseWindow(const Json& raise);

    QString m_store;
    OwnerService m_service;
    std::unique_ptr<QLocalServer> m_server;
    std::optional<OwnerTrouble> m_trouble;
    QList<OwnerChannel*> m_windows; //!< of those that are connected, who has a window
    int m_clients = 0;
};

//! How things are with whoever owns the store.
struct OwnerWord {
    OwnerGreeting greeting; //!< without host where it did not answer within a second: as its lock names it
    std::optional<OwnerTrouble> trouble = {};
};
//! Nothing where nobody owns it.
std::optional<OwnerWord> askOwner(const QString& store, Clock& clock);

//! Asks for a window at the store to come to the front: its owner's, or else one that is connected to the owner. False
//! where none does so within a second.
bool askToRaise(const QString& store, const RaiseRequest& request, Clock& clock);

} // namespace slipway::desk
