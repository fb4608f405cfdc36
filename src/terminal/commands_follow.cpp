// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/following.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "terminal/await.h"
#include "terminal/exit_status.h"
#include "terminal/follower.h"
#include "terminal/words.h"

namespace slipway::terminal {

namespace {

Result<QList<RunId>> runsToFollow(Context& context, desk::Desk& desk)
{
    QList<RunId> ids;
    if (!context.arguments.has(u"all"_s)) {
        for (const auto& operand : context.arguments.operands) {
            auto id = await(desk.resolve(operand));
            if (!id)
                return id.error();
            ids << *id;
        }
        return ids;
    }
    const auto runs = await(desk.runs({.open = true}));
    if (!runs)
        return runs.error();
    for (const auto& run : *runs)
        ids << run.id;
    return ids;
}

} // namespace

int followInSession(Context& context, Session& session, const QList<RunId>& runs, std::optional<qint64> since)
{
    Follower follower(context, session.desk());
    for (const auto& run : runs)
        follower.add(run, since);
    if (!session.desk().status().drives)
        follower.watchOnly();
    return follower.exec();
}

int followRuns(Context& context)
{
    const bool all = context.arguments.has(u"all"_s);
    if (all == !context.arguments.operands.isEmpty())
        return context.fail(usageError(Words::tr("Name the runs to follow, or give --all."), {},
            Words::tr("Write: slipwayctl follow RUN…, or slipwayctl follow --all")));
    auto session = context.open(OpenMode::Drive);
    if (!session)
        return context.fail(session.error());
    if ((*session)->desk().status().owner)
        context.output.say(Words::tr("Another Slipway drives these runs; watching it."));
    const auto runs = runsToFollow(context, (*session)->desk());
    if (!runs)
        return context.fail(runs.error());
    if (runs->isEmpty()) {
        context.output.say(Words::tr("No run is open."));
        return ExitDone;
    }
    return followInSession(context, **session, *runs);
}

int runAgent(Context& context)
{
    const bool standby = context.arguments.has(u"standby"_s);
    auto session = context.open(standby ? OpenMode::Drive : OpenMode::Own);
    if (!session)
        return context.fail(session.error());
    auto& desk = (*session)->desk();
    const auto open = await(desk.runs({.open = true}));
    if (!open)
        return context.fail(open.error());
    auto api = serveApi(context, desk);
    if (!api)
        return context.fail(api.error());
    auto relay = listenToRelay(context, desk);
    if (!relay)
        return context.fail(relay.error());
    int status = ExitDone;
    {
        Follower follower(context, desk);
        follower.addAllThatChange();
        for (const auto& run : *open)
            follower.add(run.id, run.sequence);
        const auto sayDriving = [&context, &desk, count = open->size()] {
            context.output.say(Words::tr("Driving the runs of %1 (%2 open). Ctrl-C or SIGTERM ends this in good order.")
                                   .arg(desk.status().storePath, QString::number(count)));
        };
        if (desk.status().owner) {
            context.output.say(Words::tr("Another Slipway drives the runs; ready to take over when it ends."));
            QObject::connect(&desk, &desk::Desk::statusChanged, &follower, [&desk, sayDriving, said = false]() mutable {
                if (desk.status().drives && !std::exchange(said, true))
                    sayDriving();
            });
        } else {
            sayDriving();
        }
        status = follower.exec();
        context.output.say(Words::tr("Closing: the requests under way finish first."));
        relay->reset();
        api->reset();
        session->reset();
    }
    context.output.say(Words::tr("Closed. Open runs go on when they are driven again."));
    return status;
}

} // namespace slipway::terminal
