// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/owner_door.h"

#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"
#include "base/when_done.h"
#include "desk/owner_channel.h"
#include "journal/owner_lock.h"

#include <QEventLoop>
#include <QLocalServer>

#include <unistd.h>

namespace slipway::desk {

namespace {

constexpr int kMostClients = 32;
constexpr Millis kRaiseWithin{1'000}, kSaysWithin{1'000};

//! Hands out descriptors instead of sockets, so that the channel makes its own.
class DescriptorServer : public QLocalServer {
public:
    explicit DescriptorServer(std::function<void(qintptr)> take)
        : m_take(std::move(take))
    { }

protected:
    void incomingConnection(quintptr descriptor) override { m_take(qintptr(descriptor)); }

private:
    std::function<void(qintptr)> m_take;
};

} // namespace

OwnerDoor::OwnerDoor(QString store, OwnerService service)
    : m_store(std::move(store))
    , m_service(std::move(service))
{ }

Result<std::unique_ptr<OwnerDoor>> OwnerDoor::open(const QString& store, OwnerService service)
{
    const auto listening = listenAtStore(store);
    if (!listening)
        return listening.error();
    std::unique_ptr<OwnerDoor> door(new OwnerDoor(store, std::move(service)));
    door->m_server = std::make_unique<DescriptorServer>([self = door.get()](qintptr descriptor) {
        if (self->m_clients >= kMostClients || !isOwnUser(descriptor)) {
            qCWarning(logDesk) << "a connection to the local socket was refused";
            ::close(int(descriptor));
            return;
        }
        self->admit(descriptor);
    });
    if (!door->m_server->listen(qintptr(*listening))) {
        ::close(*listening);
        return Error{.code = errc::storeUnwritable,
            .args = {{"file", store.toStdString()}, {"reason", door->m_server->errorString().toStdString()}}};
    }
    return door;
}

OwnerDoor::~OwnerDoor() { removeOwnerSocket(m_store); }

void OwnerDoor::admit(qintptr descriptor)
{
    ++m_clients;
    auto* channel = new OwnerChannel(descriptor, this);
    connect(channel, &OwnerChannel::received, this, [this, channel](const Json& message) { answer(channel, message); });
    connect(channel, &OwnerChannel::closed, this, [this, channel] {
        --m_clients;
        m_windows.removeAll(channel);
        channel->deleteLater();
    });
    connect(this, &OwnerDoor::told, channel, &OwnerChannel::send);
    channel->send({{"greeting", greetingJson(m_service.greeting)}, {"trouble", troubleJson(m_trouble)}});
}

void OwnerDoor::tell(const std::optional<OwnerTrouble>& trouble)
{
    if (m_trouble == trouble)
        return;
    m_trouble = trouble;
    Q_EMIT told({{"trouble", troubleJson(trouble)}});
}

void OwnerDoor::answer(OwnerChannel* channel, const Json& message)
{
    if (flagAt(message, "window"))
        return m_windows.append(channel);
    if (const Json& raise = memberAt(message, "raise"); raise.is_object())
        return channel->send({{"raised", raiseWindow(raise)}});
    const qint64 number = integerAt(message, "number");
    const auto refuse = [channel, number](const Error& error) {
        channel->send({{"number", number}, {"error", toJson(error)}});
    };
    const auto envelope = envelopeFromJson(memberAt(message, "submit"));
    if (!envelope)
        return refuse(envelope.error());
    // A start was checked against the sender's host; elsewhere it would make something else.
    const QString host = textAt(message, "host");
    if (std::holds_alternative<StartRun>(envelope->command) && host != m_service.greeting.host)
        return refuse({.code = errc::storeOtherHost,
            .args = {{"host", host.toStdString()}, {"connected", m_service.greeting.host.toStdString()}}});
    whenDone(m_service.submit(*envelope), channel, [channel, number, refuse](const Result<qint64>& sequence) {
        if (!sequence)
            return refuse(sequence.error());
        channel->send({{"number", number}, {"sequence", *sequence}});
    });
}

//! An agent has no window of its own, but who looks at what it drives may have one.
bool OwnerDoor::raiseWindow(const Json& raise)
{
    const auto asked = raiseFromJson(raise);
    const QByteArray activation = takeActivation();
    putActivation(activation);
    if (asked && m_service.raise && m_service.raise(*asked))
        return true;
    std::ignore = takeActivation(); // it is not this process's
    if (!asked || m_windows.isEmpty())
        return false;
    m_windows.last()->send({{"raise", raiseJson(*asked, activation)}});
    return true;
}

std::optional<OwnerWord> askOwner(const QString& store, Clock& clock)
{
    if (const auto descriptor = connectToOwner(store)) {
        OwnerChannel channel(*descriptor, nullptr);
        QEventLoop loop;
        std::optional<OwnerWord> word;
        QObject::connect(&channel, &OwnerChannel::received, &loop, [&](const Json& message) {
            if (const auto greeting = greetingFromJson(memberAt(message, "greeting")))
                word = OwnerWord{*greeting, troubleFromJson(memberAt(message, "trouble"))};
            loop.quit();
        });
        QObject::connect(&channel, &OwnerChannel::closed, &loop, &QEventLoop::quit);
        const auto limit = clock.after(kSaysWithin, &loop, [&loop] { loop.quit(); });
        loop.exec();
        if (word)
            return word;
    }
    const auto owner = journal::currentOwner(store);
    if (!owner || !*owner)
        return std::nullopt;
    return OwnerWord{{.program = (*owner)->program, .pid = (*owner)->pid}};
}

bool askToRaise(const QString& store, const RaiseRequest& request, Clock& clock)
{
    const auto descriptor = connectToOwner(store);
    if (!descriptor)
        return false;
    OwnerChannel channel(*descriptor, nullptr);
    QEventLoop loop;
    bool raised = false;
    QObject::connect(&channel, &OwnerChannel::received, &loop, [&](const Json& message) {
        if (!message.contains("raised"))
            return;
        raised = flagAt(message, "raised");
        loop.quit();
    });
    QObject::connect(&channel, &OwnerChannel::closed, &loop, &QEventLoop::quit);
    const auto limit = clock.after(kRaiseWithin, &loop, [&loop] { loop.quit(); });
    // The desktop gave it to this process, which has no window: it holds once, for whoever raises one.
    const QByteArray activation = takeActivation();
    channel.send({{"raise", raiseJson(request, activation)}});
    loop.exec();
    if (!raised)
        putActivation(activation); // for a window of this process
    return raised;
}

} // namespace slipway::desk
