// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/opened_copy.h"

#include "base/error_codes.h"
#include "base/private_files.h"
#include "base/text.h"
#include "journal/migrations.h"
#include "journal/sqlite_store.h"
#include "journal/store_files.h"
#include "steps/kinds.h"
#include "workflow/fold.h"

#include <QFileInfo>

namespace slipway::app {

namespace {

using console::StoreCopy;

Error foreign(const QString& file, const QString& reason)
{
    return {.code = errc::storeForeign, .args = {{"file", toJson(file)}, {"reason", toJson(reason)}}};
}

//! Exports write moments as people read them; the journal counts milliseconds.
Json asJournaled(Json event)
{
    const auto data = event.find("data");
    if (data == event.end() || !data->is_object())
        return event;
    for (const char* name : {"notBefore", "retryAt", "until"})
        if (const auto at = Timestamp::fromIso(textAt(*data, name)))
            (*data)[name] = at->ms;
    return event;
}

struct Told {
    Run run;
    Events events;
};

Result<Told> runFrom(const Json& exported)
{
    Told told;
    for (const Json& json : memberAt(exported, "events")) {
        auto event = eventFromJson(asJournaled(json));
        if (!event)
            return event.error();
        if (!told.events.empty() && event->run != told.events.front().run)
            return Error{.code = errc::storeDamaged, .args = {{"reason", "it mixes the events of several runs"}}};
        auto after = fold(std::move(told.run), *event, steps::kindRules());
        if (!after)
            return after.error();
        told.run = std::move(*after);
        told.events.push_back(std::move(*event));
    }
    if (told.events.empty() || !told.run.workflow)
        return Error{.code = errc::storeDamaged, .args = {{"reason", "a run in it has no beginning"}}};
    return told;
}

Result<StoreCopy> storeOf(const QList<Told>& runs, const QString& folder, Clock& clock)
{
    if (auto made = makePrivateDirectory(folder); !made)
        return made.error();
    const QString file = folder + u"/exported-%1.db"_s.arg(clock.now().ms);
    auto store =
        journal::SqliteStore::open({.file = file, .program = u"slipway"_s, .kinds = &steps::kindRules()}, clock);
    if (!store)
        return store.error();
    for (const Told& told : runs)
        if (const auto kept = (*store)->create(told.run, told.events).result(); !kept)
            return kept.error();
    if (const auto closed = (*store)->closeCleanly().result(); !closed)
        return closed.error();
    return StoreCopy{.file = file, .kind = StoreCopy::Kind::Exported};
}

Result<StoreCopy> exportedRuns(const QString& file, const QString& folder, Clock& clock)
{
    const auto bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    const auto json = parseJson(*bytes, {.bytes = bytes->size()}); // readFile() has its own end
    if (!json)
        return foreign(file, u"it is neither a store nor a run that was exported as JSON"_s);
    const QString format = textAt(*json, "format");
    QList<Told> runs;
    const auto add = [&runs](const Json& exported) -> Result<void> {
        auto told = runFrom(exported);
        if (told)
            runs += std::move(*told);
        return told ? Result<void>() : Result<void>(told.error());
    };
    if (format == "slipway-run/1"_L1) {
        if (const auto added = add(*json); !added)
            return added.error();
    } else if (format == "slipway-runs/1"_L1) {
        for (const Json& exported : memberAt(*json, "runs"))
            if (const auto added = add(exported); !added)
                return added.error();
    } else {
        return foreign(file, u"it is no run that was exported"_s);
    }
    auto copy = storeOf(runs, folder, clock);
    if (copy)
        copy->madeAt = Timestamp::fromIso(textAt(*json, "exportedAt")).value_or(Timestamp());
    return copy;
}

} // namespace

Result<StoreCopy> copyFrom(const QString& file, const QString& folder, Clock& clock)
{
    const QFileInfo info(file);
    const auto header = journal::readHeader(file);
    auto copy = [&]() -> Result<StoreCopy> {
        if (!header && header.error().code == errc::storeDamaged)
            return exportedRuns(file, folder, clock); // no SQLite file
        if (!header)
            return header.error();
        if (!header->exists || header->empty || header->applicationId != journal::applicationId)
            return foreign(file, {});
        return StoreCopy{.file = file,
            .kind = StoreCopy::Kind::Elsewhere,
            .madeAt = Timestamp{info.lastModified().toMSecsSinceEpoch()}};
    }();
    if (copy) {
        copy->bytes = info.size();
        copy->shownFile = file;
    }
    return copy;
}

} // namespace slipway::app
