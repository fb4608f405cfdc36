// SPDX-License-Identifier: GPL-3.0-or-later
// LocalDesk: the owner's door, the line of whoever is none, and how that one comes to own the store.
#include "base/error_codes.h"
#include "base/logging.h"
#include "base/ready.h"
#include "base/text.h"
#include "base/when_done.h"
#include "desk/local_desk.h"
#include "journal/passing.h"

#include <QCoreApplication>

namespace slipway::desk {

void LocalDesk::openDoor()
{
    // Who only gives a command of its own is gone before anybody could knock.
    if (m_options.engine.mode != conductor::Conductor::Mode::Drive)
        return;
    OwnerService service{.greeting = {.program = m_options.engine.program,
                             .pid = QCoreApplication::applicationPid(),
                             .host = m_options.engine.host},
        .submit = [this](const Envelope& envelope) { return m_engine->submit(envelope); },
        .raise =
            [this](const RaiseRequest& request) {
                if (m_raise)
                    m_raise(request);
                return bool(m_raise);
            }};
    auto door = OwnerDoor::open(m_options.engine.storePath, std::move(service));
    if (door) {
        m_door = std::move(*door);
        tellOthers();
    } else // others can still read, and are told who owns the store
        qCWarning(logDesk) << "no local socket beside the store" << toBytes(door.error().args);
}

//! Whoever looks at the store from another process has to know what stands in the way as well.
void LocalDesk::tellOthers()
{
    if (!m_door)
        return;
    const auto state = m_engine->state();
    m_door->tell(state.trouble ? std::optional(OwnerTrouble{*state.trouble, state.troubleSince, state.troubleUntil})
                               : std::nullopt);
}

void LocalDesk::setRaise(std::function<void(const RaiseRequest&)> raise)
{
    m_raise = std::move(raise);
    if (m_line)
        m_line->offerWindow();
}

void LocalDesk::openLine()
{
    m_line = std::make_unique<OwnerLine>(m_options.engine.storePath, m_options.engine.host, m_lineClock);
    connect(m_line.get(), &OwnerLine::ownerChanged, this, &LocalDesk::statusChanged);
    connect(m_line.get(), &OwnerLine::vacant, this, &LocalDesk::takeOver);
    connect(m_line.get(), &OwnerLine::raiseAsked, this, [this](const RaiseRequest& request) { m_raise(request); });
    if (m_raise)
        m_line->offerWindow();
}

void LocalDesk::takeOver()
{
    // Who only gives commands has no need of a store that nobody owns.
    if (m_options.engine.mode != conductor::Conductor::Mode::Drive && !m_line->hasUndelivered())
        return;
    if (m_coming)
        return; // it is being opened
    m_line->hold();
    m_coming = conductor::Engine::begin(m_options.engine);
    hearComing();
    whenDone(m_coming->opened(), this, [this](const Result<void>& opened) {
        if (m_coming) // else this desk ends
            tookOver(opened);
    });
}

void LocalDesk::tookOver(const Result<void>& opened)
{
    auto engine = std::move(m_coming);
    // Another one was quicker, and the line finds it; or it passes, and the line says again in a moment that it is vacant.
    if (!opened && (opened.error().code == errc::storeOwned || journal::isPassing(opened.error())))
        return m_line->resume(opened.error());
    const auto undelivered = m_line->takeUndelivered();
    m_line.reset();
    if (opened) {
        m_reading->isOwners();
        use(std::move(engine));
        openDoor();
    } else {
        m_readOnly = opened.error();
    }
    for (const auto& [envelope, promise] : undelivered)
        whenDone(give(envelope), this, [promise = promise](const Result<qint64>& sequence) {
            promise->addResult(sequence);
            promise->finish();
        });
    Q_EMIT statusChanged();
}

QFuture<Result<qint64>> LocalDesk::give(const Envelope& envelope)
{
    if (m_line)
        return m_line->submit(envelope);
    return m_readOnly ? ready(Result<qint64>(*m_readOnly)) : m_engine->submit(envelope);
}

} // namespace slipway::desk
