// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/owner_channel.h"

#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"
#include "journal/store_files.h"

#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace slipway::desk {

namespace {

constexpr qsizetype kLongestLine = 8 * 1024 * 1024; // a start brings its workflow along
constexpr int kWaitingClients = 32;

//! A store may lie deeper than the 107 bytes that a socket's address holds; the open folder's short name under /proc
//! does not.
class StoreFolder {
public:
    explicit StoreFolder(const QString& store)
        : m_file(journal::resolvedStorePath(store) + u".sock"_s)
        , m_fd(::open(QFile::encodeName(QFileInfo(m_file).path()).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC))
    { }
    ~StoreFolder()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    StoreFolder(const StoreFolder&) = delete;
    StoreFolder& operator=(const StoreFolder&) = delete;

    std::optional<sockaddr_un> address() const
    {
        const QByteArray path = "/proc/self/fd/" + QByteArray::number(m_fd) + '/' + socketName();
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (m_fd < 0 || path.size() >= qsizetype(sizeof(address.sun_path)))
            return std::nullopt;
        std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
        return address;
    }
    void removeSocket() const
    {
        if (m_fd >= 0)
            ::unlinkat(m_fd, socketName().constData(), 0);
    }
    QString file() const { return m_file; }

private:
    QByteArray socketName() const { return QFile::encodeName(QFileInfo(m_file).fileName()); }

    QString m_file;
    int m_fd;
};

//! A descriptor that is closed unless it is let go.
class Socket {
public:
    Socket()
        : m_fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
    { }
    ~Socket()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    int get() const { return m_fd; }
    int release() { return std::exchange(m_fd, -1); }

private:
    int m_fd;
};

} // namespace

Result<int> listenAtStore(const QString& store)
{
    const StoreFolder folder(store);
    const auto address = folder.address();
    Socket socket;
    const auto failed = [&folder](int reason) {
        return Error{.code = errc::storeUnwritable,
            .args = {{"file", folder.file().toStdString()}, {"reason", std::strerror(reason)}}};
    };
    if (!address)
        return failed(ENAMETOOLONG);
    folder.removeSocket();
    const auto* name = reinterpret_cast<const sockaddr*>(&*address);
    // The mode is set before the socket has a name, so that there is no moment at which others could knock.
    if (socket.get() < 0 || ::fchmod(socket.get(), S_IRUSR | S_IWUSR) != 0
        || ::bind(socket.get(), name, sizeof(*address)) != 0 || ::listen(socket.get(), kWaitingClients) != 0)
        return failed(errno);
    return socket.release();
}

std::optional<int> connectToOwner(const QString& store)
{
    const StoreFolder folder(store);
    const auto address = folder.address();
    Socket socket;
    if (!address || socket.get() < 0
        || ::connect(socket.get(), reinterpret_cast<const sockaddr*>(&*address), sizeof(*address)) != 0
        || !isOwnUser(socket.get()))
        return std::nullopt;
    return socket.release();
}

bool isOwnUser(qintptr socket)
{
    ucred other{};
    socklen_t size = sizeof(other);
    return ::getsockopt(int(socket), SOL_SOCKET, SO_PEERCRED, &other, &size) == 0 && other.uid == ::geteuid();
}

void removeOwnerSocket(const QString& store) { StoreFolder(store).removeSocket(); }

OwnerChannel::OwnerChannel(qintptr descriptor, QObject* parent)
    : QObject(parent)
    , m_socket(new QLocalSocket(this))
{
    connect(m_socket, &QLocalSocket::readyRead, this, &OwnerChannel::read);
    connect(m_socket, &QLocalSocket::disconnected, this, &OwnerChannel::end);
    connect(m_socket, &QLocalSocket::errorOccurred, this, &OwnerChannel::end);
    m_socket->setSocketDescriptor(descriptor);
}

OwnerChannel::~OwnerChannel() { m_socket->disconnect(this); }

void OwnerChannel::send(const Json& message)
{
    if (!m_ended)
        m_socket->write(toBytes(message) + '\n');
}

Result<void> OwnerChannel::check(const Json& message)
{
    const auto read = parseJson(toBytes(message), {.bytes = kLongestLine});
    return read ? Result<void>() : read.error();
}

void OwnerChannel::close()
{
    m_socket->disconnectFromServer();
    end();
}

void OwnerChannel::read()
{
    while (!m_ended && m_socket->bytesAvailable() > 0) {
        m_buffer += m_socket->readLine(kLongestLine + 2 - m_buffer.size()); // Qt wants room for a byte it does not use
        if (!m_buffer.endsWith('\n')) {
            if (m_buffer.size() > kLongestLine)
                close();
            continue;
        }
        const auto message = parseJson(std::exchange(m_buffer, {}));
        if (!message || !message->is_object()) {
            qCWarning(logDesk) << "what came over the local socket is no message";
            close();
            return;
        }
        Q_EMIT received(*message);
    }
}

void OwnerChannel::end()
{
    if (!std::exchange(m_ended, true))
        Q_EMIT closed();
}

} // namespace slipway::desk
