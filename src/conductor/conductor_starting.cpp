// SPDX-License-Identifier: GPL-3.0-or-later
// How a run comes to be: looked at first, or taken over from a record.
#include "base/error_codes.h"
#include "base/text.h"
#include "base/when_done.h"
#include "conductor/conductor.h"
#include "conductor/first_look.h"
#include "conductor/later.h"
#include "workflow/fold.h"
#include "workflow/handle.h"

namespace slipway::conductor {

QFuture<Result<qint64>> Conductor::startOnce(const Envelope& envelope)
{
    // Who lost the line to this process before the answer sends the start again. While it is under way everybody waits
    // for the same one; afterwards the journal knows it.
    const Later<Result<qint64>> later;
    auto& waiting = m_starting[envelope.run];
    waiting.push_back(later);
    if (waiting.size() > 1)
        return later.future();
    const auto finish = [this, run = envelope.run](const Result<qint64>& result) {
        for (const auto& each : m_starting.take(run))
            each.finish(result);
    };
    m_store.events(envelope.run).then(this, [this, envelope, finish](const Result<Events>& events) {
        if (events && !events->empty() && textAt(events->front().data, "commandId") == envelope.id.text()) {
            // No event has what a person gave with it, and the keychain of who took it first may have taken nothing.
            const auto known = readBy(envelope.run, *events);
            const auto kept = known && known->isOpen()
                ? keepSecrets(*known, std::get<StartRun>(envelope.command).inputs)
                : QtFuture::makeReadyFuture(QStringList());
            return whenDone(
                kept, this, [finish, sequence = events->back().sequence](const QStringList&) { finish(sequence); });
        }
        whenDone(start(envelope), this, finish);
    });
    return later.future();
}

QFuture<Result<qint64>> Conductor::start(const Envelope& envelope)
{
    auto events = handle(Run{}, envelope, m_services.kinds);
    if (!events)
        return ready(Result<qint64>(events.error()));
    events->front().data["host"] = m_services.host.toStdString();
    auto folded = fold(Run{}, *events, m_services.kinds);
    if (!folded)
        return ready(Result<qint64>(folded.error()));
    const Later<Result<qint64>> later;
    const auto& command = std::get<StartRun>(envelope.command);
    if (!command.record.is_null()) {
        importRun(*folded, *events, later);
        return later.future();
    }
    const Json inputs = command.inputs;
    // Whoever was shown what would be changed is told if that is so no more, so the files are read anew.
    const QString previewed = command.previewed;
    whenDone(
        look(firstReads(*folded, m_services.kinds, m_services.clock), previewed.isEmpty() ? Millis(60'000) : Millis(0)),
        this,
        [this, later, inputs, previewed, events = *events, run = *folded](const Result<steps::Observation>& seen) {
            if (!seen)
                return later.finish(seen.error());
            if (const auto error = validationError(run, m_services.kinds, m_services.clock, *seen))
                return later.finish(*error);
            if (!previewed.isEmpty())
                if (const auto error = previewError(previewed, run, m_services.kinds, m_services.clock, *seen))
                    return later.finish(*error);
            const auto create = [this, later, run, events] {
                m_store.create(run, events).then(this, [this, later, run](const Result<journal::Lease>& lease) {
                    if (!lease) {
                        m_vault.forget(run);
                        return later.finish(lease.error());
                    }
                    drive(adopt(*lease, run));
                    Q_EMIT changed(run.id);
                    later.finish(run.sequence);
                });
            };
            if (auto kept = keepSecrets(run, inputs); kept.isFinished())
                create();
            else
                whenDone(kept, this, [create](const QStringList&) { create(); });
        });
    return later.future();
}

//! What has happened is not checked against the world: it is looked at when a person takes the run over.
void Conductor::importRun(const Run& run, const Events& events, const Later<Result<qint64>>& later)
{
    m_store.create(run, events).then(this, [this, later, run](const Result<journal::Lease>& lease) {
        if (!lease) {
            const bool known = textAt(lease.error().args, "guard") == "runExists"_L1;
            return later.finish(known ? Error{.code = errc::recordKnown,
                                    .args = {{"run", run.id.utf8()}, {"subject", run.subject.toStdString()}}}
                                      : lease.error());
        }
        // Thousands of them must not be held: whoever takes one over claims it.
        m_store.release(*lease).then(this, [this, later, run](const Result<void>& released) {
            Q_EMIT changed(run.id);
            later.finish(released ? Result<qint64>(run.sequence) : Result<qint64>(released.error()));
        });
    });
}

//! Before the run exists, so that it never does without them. No event holds what is taken here.
QFuture<QStringList> Conductor::keepSecrets(const Run& run, const Json& inputs)
{
    QHash<QString, Secret> secrets;
    for (const auto& input : run.workflow->inputs) {
        const QString value = textAt(inputs, input.id.toUtf8().constData());
        if (input.type == InputType::Secret && !value.isEmpty())
            secrets.insert(u"inputs."_s + input.id, Secret(value.toUtf8()));
    }
    return m_vault.putAll(run.id, secrets);
}

} // namespace slipway::conductor
