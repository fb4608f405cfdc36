// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/private_files.h"

#include "base/error_codes.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace slipway {

namespace {

Error fileError(const QString& code, const QString& path, const QString& reason)
{
    return {.code = code, .args = {{"file", path.toStdString()}, {"reason", reason.toStdString()}}};
}

} // namespace

Result<void> makePrivateDirectory(const QString& path)
{
    const QFileInfo info(path);
    if (info.isDir()) {
        struct stat state = {};
        if (::stat(QFile::encodeName(path).constData(), &state) != 0)
            return fileError(errc::fileUnreadable, path, u"it cannot be looked at"_s);
        if (state.st_uid != ::geteuid() && state.st_uid != 0)
            return fileError(errc::filePermissions, path, u"it belongs to another user"_s);
        // In a sticky one nobody takes away or replaces what is another's. A group may be the user's own.
        if ((state.st_mode & S_IWOTH) && !(state.st_mode & S_ISVTX))
            return fileError(errc::filePermissions, path, u"everybody may write to it"_s);
        return {};
    }
    if (!QDir().mkpath(path))
        return fileError(errc::fileUnwritable, path, u"the directory cannot be made"_s);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

Result<QByteArray> readPrivateFile(const QString& path)
{
    // What is looked at is what is read: the name may be another file's by then. A pipe would hold the reader up.
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0 && errno == ELOOP)
        return fileError(errc::filePermissions, path, u"it is a symbolic link"_s);
    if (descriptor < 0)
        return fileError(errc::fileUnreadable, path, QString::fromLocal8Bit(std::strerror(errno)));
    QFile file;
    struct stat state = {};
    if (::fstat(descriptor, &state) != 0 || !S_ISREG(state.st_mode)
        || !file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return fileError(errc::filePermissions, path, u"it is no regular file"_s);
    }
    if (state.st_uid != ::geteuid())
        return fileError(errc::filePermissions, path, u"it belongs to another user"_s);
    if (state.st_mode & (S_IRWXG | S_IRWXO))
        return fileError(errc::filePermissions, path, u"others may read it"_s);
    constexpr qint64 limit = 1024 * 1024;
    if (state.st_size > limit)
        return fileError(errc::fileUnreadable, path, u"it is larger than %1 bytes"_s.arg(limit));
    return file.read(limit + 1);
}

Result<void> writePrivateFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fileError(errc::fileUnwritable, path, file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(bytes);
    if (!file.commit())
        return fileError(errc::fileUnwritable, path, file.errorString());
    return {};
}

Result<QByteArray> readFile(const QString& path, qint64 limit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(errc::fileUnreadable, path, file.errorString());
    if (file.size() > limit)
        return fileError(errc::fileUnreadable, path, u"it is larger than %1 bytes"_s.arg(limit));
    return file.read(limit + 1);
}

} // namespace slipway
