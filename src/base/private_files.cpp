// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/private_files.h"

#include "base/error_codes.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

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
    if (info.isDir())
        return {};
    if (!QDir().mkpath(path))
        return fileError(errc::fileUnwritable, path, u"the directory cannot be made"_s);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

Result<QByteArray> readPrivateFile(const QString& path)
{
    const QFileInfo info(path);
    if (info.isSymLink())
        return fileError(errc::filePermissions, path, u"it is a symbolic link"_s);
    if (info.exists()) {
        if (info.ownerId() != ::geteuid())
            return fileError(errc::filePermissions, path, u"it belongs to another user"_s);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        if (info.permissions() & others)
            return fileError(errc::filePermissions, path, u"others may read it"_s);
    }
    return readFile(path, 1024 * 1024);
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
