// SPDX-License-Identifier: GPL-3.0-or-later
#include "large_store.h"

#include "base/text.h"
#include "run_builder.h"
#include "steps/kinds.h"
#include "workflow/shipped.h"

namespace slipway::bench {

namespace {

template <class T>
T need(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().code), toBytes(result.error().details).constData());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace

qint64 fill(journal::SqliteStore& store, int runs)
{
    need(store.maintenance().execute(u"PRAGMA synchronous=OFF"_s));
    RunBuilder story(Json::parse(need(shippedWorkflow(u"cdp-create-service"_s))), steps::kindRules(),
        {{"repositoryName", "bench"}, {"serviceType", "cdp-node-backend-template"}, {"owningTeam", "fisheries"}});
    const auto steps = story.run.workflow->steps;
    std::optional<Run> half;
    std::size_t halfEvents = 0;
    for (const auto& step : steps) {
        if (&step == &steps[steps.size() / 2]) {
            story.then(EventType::StepStarted, step.id.text(), {{"by", "engine"}})
                .then(EventType::StepWaiting, step.id.text(),
                    {{"for", "checks"}, {"args", Json::object()}, {"facts", Json::object()}});
            half = story.run;
            halfEvents = story.events.size();
            story.then(EventType::StepSucceeded, step.id.text(), {{"outputs", Json::object()}});
            continue;
        }
        story.done(step.id.text(), {{"number", 225}, {"url", "https://github.com/DEFRA/tf-svc-infra/pull/225"}});
    }
    for (int i = 0; story.events.size() < 100; ++i)
        story.then(EventType::NoteAdded, {}, {{"text", "looked at it with the team, no " + std::to_string(i)}});
    const auto& all = story.events;
    qint64 events = 0;
    for (int i = 0; i < runs; ++i) {
        const bool isOpen = i % 100 == 0;
        auto run = isOpen ? *half : story.run;
        run.id = RunId(u"b%1"_s.arg(i, 8, 10, QLatin1Char('0')));
        run.subject = u"service-%1"_s.arg(i);
        run.inputs["repositoryName"] = run.subject.toStdString();
        run.inputs["owningTeam"] = "team-" + std::to_string(i % 97);
        Events told(all.begin(), all.begin() + std::ptrdiff_t(isOpen ? halfEvents : all.size()));
        for (auto& event : told)
            event.run = run.id;
        told.front().data["subject"] = run.subject.toStdString();
        told.front().data["inputs"] = run.inputs;
        events += qint64(told.size());
        need(store.create(run, told).result());
    }
    need(store.maintenance().execute(u"PRAGMA synchronous=FULL"_s));
    return events;
}

} // namespace slipway::bench
