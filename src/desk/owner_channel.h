// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/result.h"

#include <QObject>

class QLocalSocket;

//! How the processes of one user meet at a store: its owner listens on "STORE.sock" beside it. A path that follows from
//! the store alone is found by every process, whatever its environment says of runtime folders.
namespace slipway::desk {

//! A listening socket of mode 0600 in place of one that a dead owner left. Only for the holder of the store's lock.
//! Error "store.unwritable".
Result<int> listenAtStore(const QString& store);
//! A connected socket whose other end belongs to this user. Nothing where nobody listens (yet), or somebody else does.
std::optional<int> connectToOwner(const QString& store);
//! Whether the process at the other end belongs to this user. The kernel says so, not the process.
bool isOwnUser(qintptr socket);
//! Removes the name, so that nobody knocks at a closed door.
void removeOwnerSocket(const QString& store);

//! JSON over a local socket, one object a line. What is no object, or is longer than a workflow can be, ends the channel.
class OwnerChannel : public QObject {
    Q_OBJECT
public:
    //! Takes the descriptor.
    OwnerChannel(qintptr descriptor, QObject* parent);
    ~OwnerChannel() override;

    void send(const Json& message);
    //! Whether the other end can read it; else the error that it would be refused with: it is told nobody, and ends the
    //! channel.
    static Result<void> check(const Json& message);
    void close();

Q_SIGNALS:
    void received(const slipway::Json& message);
    void closed(); //!< once; also where the other end misbehaves

private:
    void read();
    void end();

    QLocalSocket* m_socket; // child of this
    QByteArray m_buffer;
    bool m_ended = false;
};

} // namespace slipway::desk
