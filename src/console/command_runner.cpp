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

CommandRunner::Request* CommandRunner::onItsWay(const RunId& run, const Command& command)
{
    if (std::holds_alternative<AddNote>(command))
        return nullptr; // two notes are two, however soon the second comes
    if (const auto* retry = std::get_if<RetryStep>(&command); retry && !retry->secrets.isEmpty())
        return nullptr; // a retry that is on its way does not bring the secret along
    for (Request& request : m_requests)
        if (request.run == run && request.step == stepOf(command) && request.command == commandName(command))
            return &request;
    return nullptr;
}

void CommandRunner::submit(const RunId& run, const Command& command)
{
    const bool isSeen = run == m_selection.runId();
    if (isSeen && m_selection.isPast())
        return; // what is looked at is over; every way here is disabled, too
    if (onItsWay(run, command))
        return;
    // Acts that override what the services say hold for what was seen: a run that has moved on refuses them. For the
    // others the engine's own check is enough, and a busy run moves all the time.
    const bool overrides = std::holds_alternative<AdvanceStep>(command) || std::holds_alternative<SkipStep>(command)
        || std::holds_alternative<UndoRun>(command);
    std::optional<qint64> expected;
    if (overrides && isSeen && m_selection.view())
        expected = m_selection.view()->run.sequence;
    send({.command = command, .run = run, .expectedSequence = expected},
        {.run = run, .step = stepOf(command), .command = commandName(command)});
}

void CommandRunner::submit(const RunId& run, const Command& command, const CommandId& id,
    std::optional<qint64> expected, QObject* context, const Answered& answered)
{
    const Answered answer = [context = QPointer<QObject>(context), answered](const Result<desk::Receipt>& receipt) {
        if (context)
            answered(receipt);
    };
    if (Request* same = onItsWay(run, command)) {
        if (same->receipt)
            answer(*same->receipt);
        else
            same->answered += answer;
        return;
    }
    send({.command = command, .run = run, .expectedSequence = expected, .id = id},
        {.run = run, .step = stepOf(command), .command = commandName(command), .answered = {answer}});
}

void CommandRunner::send(const desk::Order& order, const Request& request)
{
    const int number = m_next++;
    m_requests.insert(number, request);
    Q_EMIT requestedChanged(request.run);
    whenDone(m_desk.submit(order), this, [this, number](const Result<desk::Receipt>& receipt) {
        const QList<Answered> waiting = std::exchange(m_requests[number].answered, {});
        if (!receipt) {
            const RunId run = m_requests.take(number).run;
            Q_EMIT requestedChanged(run);
            for (const Answered& answered : waiting)
                answered(receipt);
            if (waiting.isEmpty())
                Q_EMIT refused(receipt.error());
            m_selection.reload();
            return;
        }
        m_requests[number].receipt = *receipt;
        m_selection.reload();
        settle();
        for (const Answered& answered : waiting)
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
        const bool seen = view && view->run.id == it->run && it->receipt && view->run.sequence >= it->receipt->sequence;
        const bool unreadable = !view && m_selection.setAside();
        if (it->receipt && (elsewhere || seen || unreadable)) {
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
