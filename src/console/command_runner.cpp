// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/command_runner.h"

#include "base/when_done.h"

#include <QPointer>

namespace slipway::console {

StepId stepOf(const Command& command)
{
    return std::visit(
        [](const auto& c) {
            if constexpr (requires { c.step; })
                return c.step;
            else
                return StepId();
        },
        command);
}

CommandRunner::CommandRunner(desk::Desk& desk, Selection& selection, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_selection(selection)
{
    connect(&selection, &Selection::viewChanged, this, &CommandRunner::settle);
}

bool CommandRunner::isOnItsWay(const Request& request) const
{
    return std::any_of(m_requests.begin(), m_requests.end(), [&](const Request& other) {
        return other.run == request.run && other.step == request.step && other.command == request.command;
    });
}

void CommandRunner::submit(const Command& command)
{
    if (m_selection.isPast())
        return; // what is looked at is over; every way here is disabled, too
    const RunId run = m_selection.runId();
    const Request request{run, stepOf(command), commandName(command), {}};
    if (isOnItsWay(request))
        return;
    // Acts that override what the services say hold for what was seen: a run that has moved on refuses them. For the
    // others the engine's own check is enough, and a busy run moves all the time.
    const bool overrides = std::holds_alternative<AdvanceStep>(command) || std::holds_alternative<SkipStep>(command)
        || std::holds_alternative<UndoRun>(command);
    std::optional<qint64> expected;
    if (overrides && m_selection.view())
        expected = m_selection.view()->run.sequence;
    send({.command = command, .run = run, .expectedSequence = expected}, request, {});
}

void CommandRunner::submit(const Command& command, const CommandId& id, std::optional<qint64> expected,
    QObject* context, const Answered& answered)
{
    const RunId run = m_selection.runId();
    const Request request{run, stepOf(command), commandName(command), {}};
    if (isOnItsWay(request))
        return;
    send({.command = command, .run = run, .expectedSequence = expected, .id = id}, request,
        [context = QPointer<QObject>(context), answered](const Result<desk::Receipt>& receipt) {
            if (context)
                answered(receipt);
        });
}

void CommandRunner::send(const desk::Order& order, const Request& request, const Answered& answered)
{
    const int number = m_next++;
    m_requests.insert(number, request);
    Q_EMIT requestedChanged(request.run);
    whenDone(m_desk.submit(order), this, [this, number, answered](const Result<desk::Receipt>& receipt) {
        if (!receipt) {
            const RunId run = m_requests.take(number).run;
            Q_EMIT requestedChanged(run);
            if (answered)
                answered(receipt);
            else
                Q_EMIT refused(receipt.error());
            m_selection.reload();
            return;
        }
        m_requests[number].until = receipt->sequence;
        m_selection.reload();
        settle();
        if (answered)
            answered(receipt);
    });
}

QSet<StepId> CommandRunner::requested(const RunId& run) const
{
    QSet<StepId> steps;
    for (const Request& request : m_requests)
        if (request.run == run)
            steps.insert(request.step);
    return steps;
}

void CommandRunner::settle()
{
    const auto view = m_selection.view();
    QSet<RunId> touched;
    for (auto it = m_requests.begin(); it != m_requests.end();) {
        const bool elsewhere = it->run != m_selection.runId();
        const bool seen = view && view->run.id == it->run && it->until && view->run.sequence >= *it->until;
        if (it->until && (elsewhere || seen)) {
            touched.insert(it->run);
            it = m_requests.erase(it);
        } else {
            ++it;
        }
    }
    for (const RunId& run : touched)
        Q_EMIT requestedChanged(run);
}

} // namespace slipway::console
