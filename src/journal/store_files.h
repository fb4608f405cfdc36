// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace slipway::journal {

//! Where the store lies unless the user says otherwise: XDG data folder + "/slipway/store.db".
QString defaultStorePath();

//! The name under which all processes meet: absolute, symbolic links resolved.
QString resolvedStorePath(const QString& file);

//! Makes the folder of the file, mode 0700, if it is missing. "store.unwritable".
Result<void> makeStoreFolder(const QString& file);
//! Makes the file (0600) if it is missing, narrows an existing file's mode to its user. SQLite gives -wal and -shm the mode of the file, so nothing depends on the umask.
//! "file.permissions" (another user's file), "store.unwritable".
Result<void> prepareStoreFile(const QString& file);
//! A file of mode 0600 that did not exist. "store.unwritable".
Result<void> makeEmptyPrivateFile(const QString& file);
//! Device and number of the file; zeros where there is none. The name of another file may take its place.
std::pair<quint64, quint64> fileIdentity(const QString& file);
//! Forces the file and its folder's entry to the disk.
Result<void> syncFile(const QString& file);

//! Whether a file system of this type (as in /proc/mounts) is shared by several machines: a write-ahead log needs
//! memory that all its users share.
bool isNetworkFileSystem(const QByteArray& type);
//! "store.unwritable" where the file lies on one.
Result<void> refuseNetworkFileSystem(const QString& file);

//! What the first page says, read without SQLite so that nothing is touched. Only for the holder of the OwnerLock that
//! has no connection open yet: closing a descriptor of the file drops the locks that SQLite holds on it in this process.
struct FileHeader {
    bool exists = false;
    bool empty = true;
    qint64 applicationId = 0; //!< as of the last checkpoint
};
//! "store.damaged" (no SQLite file, or cut short), "store.foreign" (another program's), "store.unwritable" (unreadable
//! or no file).
Result<FileHeader> readHeader(const QString& file);

} // namespace slipway::journal
