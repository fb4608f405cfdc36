// SPDX-License-Identifier: GPL-3.0-or-later
#include "targets.h"

#include "base/text.h"
#include "desk/owner_channel.h"
#include "desk/owner_door.h"
#include "socket_client.h"
#include "steps/kinds.h"
#include "workflow/handle.h"

#include <QTemporaryDir>

namespace slipway::fuzz {

namespace {

//! The owner of a store with one run, as other processes meet it.
class Owner {
public:
    Owner()
    {
        desk::OwnerService service{.greeting = {.program = u"slipway"_s, .pid = 1, .host = u"github.com"_s},
            .submit = [](const Envelope& envelope) { return QtFuture::makeReadyFuture(take(envelope)); },
            .raise = [](const desk::RaiseRequest&) { return true; }};
        auto opened = desk::OwnerDoor::open(store(), std::move(service));
        require(opened.ok(), "an owner can listen");
        m_door = std::move(*opened);
    }
    QString store() const { return m_folder.filePath(u"store.db"_s); }

private:
    static Result<qint64> take(const Envelope& envelope)
    {
        const auto copy = envelopeFromJson(toJson(envelope));
        require(copy.ok() && commandName(copy->command) == commandName(envelope.command), "a command comes back");
        const bool starts = std::holds_alternative<StartRun>(envelope.command);
        const Run run = starts ? Run() : begunRun();
        const auto events = handle(run, envelope, steps::kindRules());
        if (!events)
            return events.error();
        const auto after = folded(run, *events);
        require(after.has_value(), "what a command makes can be folded");
        return after->sequence;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<desk::OwnerDoor> m_door;
};

} // namespace

void ownerRequest(const QByteArray& input)
{
    const auto& owner = *keptToTheEnd<Owner>();
    const auto descriptor = desk::connectToOwner(owner.store());
    require(descriptor.has_value(), "an owner lets its user in");
    const auto answer = exchange(*descriptor, input);
    // Whoever misbehaves is left, and may then get no answer, or a part of one.
    require(answer.isEmpty() || answer.startsWith(R"({"greeting":)"), "an owner greets");
    QByteArray rest = answer.left(answer.lastIndexOf('\n') + 1);
    while (!rest.isEmpty())
        require(parseJson(takeLine(rest)).ok(), "an answer is a line of JSON");
}

} // namespace slipway::fuzz
