// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <memory>
#include <optional>

namespace slipway::journal {

//! The process that owns a store.
struct Owner {
    qint64 pid = 0;
    QString host, program;

    bool operator==(const Owner&) const = default;
};

//! One process owns a store: a kernel lock on the file STORE.lock, in which the owner says who it is.
//! The kernel frees it with the process however that dies, so there is no stale lock to recognise. A lock file that is
//! believed because of the process id in it (QLockFile) takes a program that was restarted in a container under the
//! same id for the dead owner, for ever.
class OwnerLock {
public:
    //! "store.owned" with args "pid", "host", "program", "file"; "store.unwritable".
    static Result<std::unique_ptr<OwnerLock>> acquire(const QString& store, const QString& program);
    ~OwnerLock();
    OwnerLock(const OwnerLock&) = delete;
    OwnerLock& operator=(const OwnerLock&) = delete;

    //! Leaves no lock file behind if this lock made it: for a file that turned out not to be a store.
    void withdraw();

private:
    OwnerLock(int fd, QString file, bool made)
        : m_fd(fd)
        , m_file(std::move(file))
        , m_made(made)
    { }
    int m_fd;
    QString m_file;
    bool m_made;
};

//! Who owns the store at present, without touching the lock.
Result<std::optional<Owner>> currentOwner(const QString& store);

} // namespace slipway::journal
