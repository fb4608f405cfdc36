// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http_server.h"
#include "api/problem.h"
#include "api/routes.h"
#include "base/error_codes.h"
#include "base/when_done.h"
#include "desk/desk.h"

namespace slipway::api {

//! What every handler needs. `scope` ends with the API: what a desk answers later than that concerns nobody.
struct Context {
    desk::Desk& desk;
    Clock& clock;
    Access& access;
    QObject* scope;
    const HttpServer* server = nullptr;
};

// The routes, one file an area.
QList<Route> readingRoutes(Context& context); //!< runs and their events, status, workflows, previews
QList<Route> startingRoutes(Context& context);
QList<Route> actingRoutes(Context& context); //!< commands for runs that exist
QList<Route> streamRoutes(Context& context);

//! Finds the run that a path names (id, unique prefix or subject) and calls `go` with it; answers itself where there is
//! none. `evenSetAside`: also with one that cannot be read, of which the id is all that is known then.
template <class F>
void withRun(Context& context, const Call& call, F go, bool evenSetAside = false)
{
    auto* scope = context.scope;
    whenDone(context.desk.resolve(call.part("run")), scope,
        [&context, call, scope, go, evenSetAside](const Result<RunId>& id) {
            if (!id)
                return call.exchange->answer(problem(id.error()));
            whenDone(
                context.desk.run(*id), scope, [call, go, id = *id, evenSetAside](const Result<desk::RunView>& view) {
                    if (!view && evenSetAside && view.error().code == errc::runSetAside)
                        return go(desk::RunView{.run = Run{.id = id}});
                    if (!view)
                        return call.exchange->answer(problem(view.error()));
                    go(*view);
                });
        });
}

//! A whole number among the query's parameters. Error "api.malformed".
Result<qint64> numberOf(const Request& request, const char* name, qint64 fallback, qint64 least, qint64 most);

//! For If-Match: a run's state is named by its sequence.
QByteArray entityTag(qint64 sequence);

} // namespace slipway::api
