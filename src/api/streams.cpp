// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/context.h"
#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"
#include "desk/run_json.h"

#include <QHash>
#include <QSet>

namespace slipway::api {

namespace {

constexpr Millis signEvery{15'000}; // proxies close what is silent for a minute, some for half of one

//! Feeds one stream. What changed is only marked; it is read one thing after the other, and not while the client is
//! behind: a slow client makes us hold a mark, not the events.
class Feed : public QObject {
public:
    Feed(EventStream* stream, Context& context, Caller caller)
        : QObject(stream)
        , m_stream(stream)
        , m_context(context)
        , m_caller(std::move(caller))
    {
        connect(stream, &EventStream::drained, this, &Feed::pump);
        connect(&context.desk, &desk::Desk::changed, this, [this](const QList<RunId>& runs) {
            changed(runs);
            pump();
        });
        sign();
    }

    void pump()
    {
        if (m_reading || m_stream->isFull() || !hasMore())
            return;
        m_reading = true;
        readMore();
    }

protected:
    virtual void changed(const QList<RunId>& runs) = 0;
    virtual bool hasMore() const = 0;
    virtual void readMore() = 0; //!< ends with hasRead()

    void hasRead()
    {
        m_reading = false;
        pump();
    }
    //! The client comes again by itself and goes on where it was.
    void giveUp(const Error& error)
    {
        qCWarning(logApi) << "a stream ended:" << error.code;
        m_stream->close();
    }

    EventStream* m_stream; // owns this
    Context& m_context;

private:
    void sign()
    {
        m_timer = m_context.clock.after(signEvery, this, [this] {
            if (!m_context.access.stillHas(m_caller))
                return m_stream->close();
            m_stream->sendSign();
            sign();
        });
    }

    Caller m_caller;
    bool m_reading = false;
    Timer m_timer;
};

//! The events of one run; the id is their sequence.
class RunFeed : public Feed {
public:
    RunFeed(EventStream* stream, Context& context, const Caller& caller, RunId run, qint64 since)
        : Feed(stream, context, caller)
        , m_run(std::move(run))
        , m_since(since)
    { }

private:
    void changed(const QList<RunId>& runs) override { m_dirty = m_dirty || runs.contains(m_run); }
    bool hasMore() const override { return m_dirty; }
    void readMore() override
    {
        m_dirty = false;
        whenDone(m_context.desk.events(m_run, m_since), this, [this](const Result<Events>& events) {
            if (!events)
                return giveUp(events.error());
            for (const auto& event : *events) {
                if (m_stream->isFull()) {
                    m_dirty = true;
                    break;
                }
                m_stream->send(
                    QByteArray::number(event.sequence), toText(event.type).toLatin1(), toBytes(desk::eventJson(event)));
                m_since = event.sequence;
            }
            hasRead();
        });
    }

    RunId m_run;
    qint64 m_since;
    bool m_dirty = true;
};

//! Summaries of all runs, each when it has changed; the id is the moment of the change. Whoever comes back with one gets
//! every run that changed then or later, so one may come twice and none is missed.
class AllRunsFeed : public Feed {
public:
    AllRunsFeed(EventStream* stream, Context& context, const Caller& caller, std::optional<Timestamp> since)
        : Feed(stream, context, caller)
        , m_since(since)
    { }

private:
    void changed(const QList<RunId>& runs) override
    {
        for (const auto& run : runs)
            m_dirty.insert(run);
    }
    bool hasMore() const override { return !m_begun || !m_dirty.isEmpty(); }
    void readMore() override
    {
        if (m_begun)
            return readOne();
        m_begun = true;
        desk::RunQuery query;
        if (!m_since)
            query.open = true; // who begins anew sees what is open
        whenDone(m_context.desk.runs(query), this, [this](const Result<QList<desk::RunSummary>>& runs) {
            if (!runs)
                return giveUp(runs.error());
            auto list = *runs;
            std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.changedAt < b.changedAt; });
            for (const auto& run : list) {
                if (!m_since || run.changedAt >= *m_since)
                    tell(run);
            }
            hasRead();
        });
    }
    void readOne()
    {
        const RunId id = *m_dirty.begin();
        m_dirty.erase(m_dirty.begin());
        whenDone(
            m_context.desk.runs({.idPrefix = id.text()}), this, [this](const Result<QList<desk::RunSummary>>& runs) {
                if (!runs)
                    return giveUp(runs.error());
                for (const auto& run : *runs)
                    tell(run);
                hasRead();
            });
    }
    void tell(const desk::RunSummary& run)
    {
        m_stream->send(QByteArray::number(run.changedAt.ms), "Run", toBytes(desk::summaryJson(run)));
    }

    std::optional<Timestamp> m_since;
    bool m_begun = false;
    QSet<RunId> m_dirty;
};

//! Nothing: the header is not there. Error "api.malformed".
Result<std::optional<qint64>> lastEventId(const Request& request)
{
    if (!request.has("Last-Event-ID"))
        return std::optional<qint64>();
    bool ok = false;
    const qint64 id = request.header("Last-Event-ID").toLongLong(&ok);
    if (!ok || id < 0)
        return Error{.code = errc::apiMalformed, .args = {{"reason", "Last-Event-ID is no id of this stream"}}};
    return std::optional(id);
}

Error noRoom() { return {.code = errc::apiBusy}; }

void streamRun(Context& context, const Call& call)
{
    const auto last = lastEventId(call.request());
    const auto since = numberOf(call.request(), "since", 0, 0, std::numeric_limits<int>::max());
    if (!last || !since)
        return call.exchange->answer(problem(last ? since.error() : last.error()));
    whenDone(context.desk.resolve(call.part("run")), context.scope,
        [&context, call, from = last->value_or(*since)](const Result<RunId>& id) {
            if (!id)
                return call.exchange->answer(problem(id.error()));
            if (!context.server->hasRoomForStream())
                return call.exchange->answer(problem(noRoom()));
            if (auto* stream = call.exchange->stream())
                (new RunFeed(stream, context, call.caller, *id, from))->pump();
        });
}

void streamAll(Context& context, const Call& call)
{
    const auto last = lastEventId(call.request());
    if (!last)
        return call.exchange->answer(problem(last.error()));
    if (!context.server->hasRoomForStream())
        return call.exchange->answer(problem(noRoom()));
    const auto since = *last ? std::optional(Timestamp{**last}) : std::nullopt;
    if (auto* stream = call.exchange->stream())
        (new AllRunsFeed(stream, context, call.caller, since))->pump();
}

} // namespace

QList<Route> streamRoutes(Context& context)
{
    return {
        Route{.method = "GET",
            .path = u"/v1/runs/{run}/stream"_s,
            .operation = u"streamRun"_s,
            .query = {u"since"_s},
            .handle = [&context](const Call& call) { streamRun(context, call); }},
        Route{.method = "GET",
            .path = u"/v1/stream"_s,
            .operation = u"streamRuns"_s,
            .handle = [&context](const Call& call) { streamAll(context, call); }},
    };
}

} // namespace slipway::api
