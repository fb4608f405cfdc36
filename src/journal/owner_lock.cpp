// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/owner_lock.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "journal/database_error.h"
#include "journal/store_files.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace slipway::journal {

namespace {

QString lockFileOf(const QString& store) { return resolvedStorePath(store) + u".lock"_s; }

//! An open file description lock: two openings exclude each other even within one process, and a lock is not lost when
//! some other descriptor of the file is closed, as a plain POSIX lock is.
struct flock wholeFile(short type)
{
    struct flock lock { };
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    return lock;
}

Owner readOwner(int fd)
{
    QByteArray text(4096, '\0');
    const auto length = ::pread(fd, text.data(), size_t(text.size()), 0);
    text.truncate(std::max<qsizetype>(length, 0));
    const auto json = parseJson(text);
    if (!json) // taken a moment ago: its owner has not written yet
        return {};
    return {.pid = integerAt(*json, "pid"), .host = textAt(*json, "host"), .program = textAt(*json, "program")};
}

Error owned(const QString& store, const Owner& owner)
{
    return {.code = errc::storeOwned,
        .args = {{"file", store.toStdString()}, {"pid", owner.pid}, {"host", owner.host.toStdString()},
            {"program", owner.program.toStdString()}}};
}

Error unwritable(const QString& store)
{
    return storeError(errc::storeUnwritable, store, QString::fromLocal8Bit(std::strerror(errno)));
}

} // namespace

Result<std::unique_ptr<OwnerLock>> OwnerLock::acquire(const QString& store, const QString& program)
{
    const auto file = lockFileOf(store);
    const auto name = QFile::encodeName(file);
    const bool made = !QFile::exists(file);
    const int fd = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (fd < 0)
        return unwritable(store);
    std::unique_ptr<OwnerLock> lock(new OwnerLock(fd, file, made));
    auto wanted = wholeFile(F_WRLCK);
    if (::fcntl(fd, F_OFD_SETLK, &wanted) != 0) {
        if (errno != EAGAIN && errno != EACCES)
            return unwritable(store);
        const auto owner = readOwner(fd);
        ::close(std::exchange(lock->m_fd, -1));
        return owned(store, owner);
    }
    const auto text = toBytes(Json{{"pid", QCoreApplication::applicationPid()},
        {"host", QSysInfo::machineHostName().toStdString()}, {"program", program.toStdString()}});
    if (::ftruncate(fd, 0) != 0 || ::pwrite(fd, text.constData(), size_t(text.size()), 0) != text.size())
        return unwritable(store);
    return lock;
}

OwnerLock::~OwnerLock()
{
    if (m_fd < 0)
        return;
    // The file stays: removing it would let one process lock the old file and another a new one of the same name.
    [[maybe_unused]] const auto emptied = ::ftruncate(m_fd, 0);
    ::close(m_fd);
}

void OwnerLock::withdraw()
{
    if (m_made)
        QFile::remove(m_file);
}

Result<std::optional<Owner>> currentOwner(const QString& store)
{
    const int fd = ::open(QFile::encodeName(lockFileOf(store)).constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        if (errno == ENOENT)
            return std::optional<Owner>();
        return unwritable(store);
    }
    auto asked = wholeFile(F_RDLCK);
    const bool answered = ::fcntl(fd, F_OFD_GETLK, &asked) == 0;
    const auto owner = readOwner(fd);
    ::close(fd);
    if (!answered)
        return unwritable(store);
    return asked.l_type == F_UNLCK ? std::nullopt : std::optional(owner);
}

} // namespace slipway::journal
