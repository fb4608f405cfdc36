// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/store_files.h"

#include "base/error_codes.h"
#include "base/private_files.h"
#include "base/text.h"
#include "journal/database_error.h"
#include "journal/migrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QtEndian>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace slipway::journal {

namespace {

QString systemReason() { return QString::fromLocal8Bit(std::strerror(errno)); }

class Descriptor {
public:
    Descriptor(const QString& path, int flags, mode_t mode = 0)
        : m_fd(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, mode))
    { }
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int fd() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }

private:
    int m_fd;
};

} // namespace

QString defaultStorePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/slipway/store.db"_s;
}

QString resolvedStorePath(const QString& file)
{
    const QFileInfo info(file);
    if (const auto canonical = info.canonicalFilePath(); !canonical.isEmpty())
        return canonical;
    const auto folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? info.absoluteFilePath() : folder + u'/' + info.fileName();
}

Result<void> makeStoreFolder(const QString& file)
{
    if (auto made = makePrivateDirectory(QFileInfo(file).absolutePath()); !made)
        return storeError(errc::storeUnwritable, file, textAt(made.error().args, "reason"));
    return {};
}

Result<void> prepareStoreFile(const QString& file)
{
    const QFileInfo info(file);
    if (!info.exists())
        return makeEmptyPrivateFile(file);
    if (!info.isFile())
        return storeError(errc::storeUnwritable, file, u"it is no regular file"_s);
    if (info.ownerId() != ::geteuid())
        return storeError(errc::filePermissions, file, u"it belongs to another user"_s);
    constexpr mode_t others = S_IRWXG | S_IRWXO;
    struct stat now { };
    for (const auto& name : {file, file + u"-wal"_s, file + u"-shm"_s}) {
        const auto encoded = QFile::encodeName(name);
        if (::stat(encoded.constData(), &now) == 0 && (now.st_mode & others))
            ::chmod(encoded.constData(), now.st_mode & ~others & 07777);
    }
    return {};
}

Result<void> makeEmptyPrivateFile(const QString& file)
{
    const Descriptor made(file, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (!made.isOpen())
        return storeError(errc::storeUnwritable, file, systemReason());
    return {};
}

std::pair<quint64, quint64> fileIdentity(const QString& file)
{
    struct stat now { };
    if (::stat(QFile::encodeName(file).constData(), &now) != 0)
        return {};
    return {quint64(now.st_dev), quint64(now.st_ino)};
}

Result<void> syncFile(const QString& file)
{
    const Descriptor contents(file, O_RDONLY);
    const Descriptor folder(QFileInfo(file).absolutePath(), O_RDONLY | O_DIRECTORY);
    if (!contents.isOpen() || !folder.isOpen() || ::fsync(contents.fd()) != 0 || ::fsync(folder.fd()) != 0)
        return storeError(errc::storeUnwritable, file, systemReason());
    return {};
}

bool isNetworkFileSystem(const QByteArray& type)
{
    static const QSet<QByteArray> shared{"nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "afs", "ncpfs", "ncp", "coda",
        "ceph", "glusterfs", "lustre", "gpfs", "beegfs", "orangefs", "davfs", "ocfs2", "gfs2", "fuse.sshfs",
        "fuse.rclone", "fuse.s3fs", "fuse.glusterfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.ceph", "fuse.juicefs",
        "fuse.smbnetfs", "fuse.kio-fuse"};
    return shared.contains(type.toLower());
}

Result<void> refuseNetworkFileSystem(const QString& file)
{
    // The folder may still have to be made: what counts is where it will lie.
    QString folder = QFileInfo(file).absolutePath();
    while (!QFileInfo::exists(folder) && folder != u"/"_s)
        folder = QFileInfo(folder).absolutePath();
    const auto type = QStorageInfo(folder).fileSystemType();
    if (!isNetworkFileSystem(type))
        return {};
    return storeError(errc::storeUnwritable, file,
        u"it lies on a network file system (%1), where a store can be damaged"_s.arg(QString::fromLatin1(type)));
}

Result<FileHeader> readHeader(const QString& file)
{
    // Offsets of the SQLite file format, section 1.3.
    constexpr int headerSize = 100, pageSizeAt = 16, pageCountAt = 28, applicationIdAt = 68;
    QFile source(file);
    if (!source.exists())
        return FileHeader{};
    if (!QFileInfo(file).isFile())
        return storeError(errc::storeUnwritable, file, u"it is no regular file"_s);
    if (!source.open(QIODevice::ReadOnly))
        return storeError(errc::storeUnwritable, file, source.errorString());
    if (source.size() == 0)
        return FileHeader{.exists = true};
    const auto header = source.read(headerSize);
    if (header.size() < headerSize || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        return storeError(errc::storeDamaged, file, u"it is no SQLite file"_s);
    const auto number = [&](int at) { return qFromBigEndian<quint32>(header.constData() + at); };
    FileHeader read{.exists = true, .empty = false, .applicationId = number(applicationIdAt)};
    if (read.applicationId != 0 && read.applicationId != applicationId)
        return storeError(errc::storeForeign, file, u"it belongs to another program"_s);
    // 1 stands for 65536.
    const qint64 stored = qFromBigEndian<quint16>(header.constData() + pageSizeAt);
    const qint64 pageSize = stored == 1 ? 65536 : stored;
    if (!QFile::exists(file + u"-wal"_s) && pageSize * number(pageCountAt) > source.size())
        return storeError(errc::storeDamaged, file, u"it has been cut short"_s);
    return read;
}

} // namespace slipway::journal
