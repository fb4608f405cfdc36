// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/home.h"

#include "base/logging.h"
#include "base/text.h"
#include "journal/event_rows.h"
#include "journal/open_store.h"
#include "journal/set_aside.h"
#include "journal/sqlite_store.h"
#include "workflow/fold.h"

#include <QCryptographicHash>
#include <QSysInfo>

#include <unistd.h>

namespace slipway::journal {

namespace {

//! True: it was paused. One that cannot be is set aside: it is not driven either, and holds up no other.
Result<bool> pause(SqliteStore& store, const RunId& id, const char* because, const KindRules& kinds, Clock& clock)
{
    const auto setAside = [&](const Error& error) -> Result<bool> {
        if (auto aside = store.setAside(id, setAsideError(id, error)).result(); !aside)
            return aside.error();
        return false;
    };
    const auto events = store.events(id).result();
    if (!events)
        return isOfRun(events.error(), id) ? setAside(events.error()) : events.error();
    const ReadingScope reading(id);
    const auto run = fold(Run{}, *events, kinds);
    if (!run)
        return setAside(run.error());
    if (run->rests() || !run->isOpen()) // what a person has paused is still looked up
        return false;
    const Event paused{.run = id,
        .sequence = run->sequence + 1,
        .at = clock.now(),
        .actor = u"engine"_s,
        .type = EventType::RunPaused,
        .data = {{"reason", ""}, {"because", because}}};
    const auto after = fold(*run, paused, kinds);
    if (!after)
        return setAside(after.error());
    const auto lease = store.claim(id).result();
    if (!lease)
        return lease.error();
    if (auto kept = store.append(*lease, *after, {paused}).result(); !kept)
        return isOfRun(kept.error(), id) ? setAside(kept.error()) : kept.error();
    if (auto released = store.release(*lease).result(); !released)
        return released.error();
    return true;
}

} // namespace

QString thisHome()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData("slipway: the home of a store");
    hash.addData(QSysInfo::machineUniqueId());
    hash.addData(QByteArray::number(qint64(geteuid())));
    return QString::fromLatin1(hash.result().toHex().left(32));
}

Result<qint64> takeHome(SqliteStore& store, const QString& home, const KindRules* kinds, Clock& clock)
{
    const auto here = thisHome();
    if (home == here)
        return 0;
    // Whether a run is open its events say, not the list: a command brings it to be driven, too, whatever the list says.
    const auto runs = allRuns(store.maintenance());
    if (!runs)
        return runs.error();
    if (!runs->isEmpty() && !kinds)
        return 0;
    const auto aside = runsSetAside(store.maintenance());
    if (!aside)
        return aside.error();
    // A program that noted no home may have driven it here: nobody can say that it was another computer.
    const char* because = home.isEmpty() ? "noHome" : "elsewhere";
    qint64 count = 0;
    for (const auto& run : *runs) {
        if (aside->contains(run))
            continue; // a person has to say that it is read, which is what a pause waits for, too
        const auto paused = pause(store, run, because, *kinds, clock);
        if (!paused)
            return paused.error();
        count += *paused ? 1 : 0;
    }
    if (count > 0)
        qCWarning(logJournal) << (home.isEmpty() ? "the store does not say where it was driven:"
                                                 : "the store comes from another computer or user:")
                              << count << "open runs rest until somebody resumes them";
    if (auto named = setMeta(store.maintenance(), "home", here); !named)
        return named.error();
    return count;
}

} // namespace slipway::journal
