// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reading_room.h"

#include "base/crash_mark.h"
#include "base/error_codes.h"
#include "base/text.h"
#include "base/thread_door.h"
#include "conductor/crash_rules.h"
#include "journal/set_aside.h"
#include "journal/sqlite_reader.h"
#include "journal/store_files.h"
#include "steps/kinds.h"
#include "workflow/fold.h"

#include <QPromise>
#include <QTimer>

namespace slipway::desk {

namespace {

constexpr int kLookForChangesMs = 400;
constexpr qsizetype kKeptRuns = 64;
constexpr qsizetype kLeastForUsual = 5;

template <class T>
Result<T> emptyWhereMissing(Result<T> result)
{
    if (!result && result.error().code == errc::storeMissing)
        return T{};
    return result;
}

} // namespace

class ReadingRoom::Reader : public QObject {
public:
    Reader(QString path, ReadingRoom* room)
        : m_path(std::move(path))
        , m_room(room)
    { }

    void watch()
    {
        m_timer = new QTimer(this);
        connect(m_timer, &QTimer::timeout, this, [this] { lookForChanges(); });
        m_timer->start(kLookForChangesMs);
    }

    template <class T>
    Result<T> with(const std::function<Result<T>(journal::Reader&)>& read)
    {
        if (const auto opened = reopenIfReplaced(); !opened)
            return opened.error();
        return read(*m_reader);
    }

    Result<RunView> view(const RunId& id)
    {
        return with<RunView>([&](journal::Reader& reader) -> Result<RunView> {
            if (const auto aside = reader.whySetAside(id); aside && *aside)
                return **aside; // reading it may be what the program crashes of
            const journal::ReadingScope reading(id);
            Run known = m_runs.value(id);
            auto more = reader.events(id, known.sequence);
            if (!more)
                return more.error();
            auto folded = fold(std::move(known), *more, steps::kindRules());
            if (!folded)
                return folded.error();
            if (!folded->workflow)
                return Error{.code = errc::runUnknown, .args = {{"run", id.utf8()}}};
            if (m_runs.size() >= kKeptRuns)
                m_runs.clear();
            m_runs.insert(id, *folded);
            RunView view{.run = std::move(*folded)};
            view.usual = usual(reader, view.run.workflow->id);
            if (auto wentOn = reader.wentOn())
                view.wentOn = std::move(*wentOn);
            view.wentOn.removeIf([&run = view.run](const WentOn& one) {
                return one.word.at < run.startedAt || (run.endedAt && *run.endedAt < one.word.at);
            });
            return view;
        });
    }

    Result<Events> events(const RunId& run, qint64 since)
    {
        return with<Events>([&](journal::Reader& reader) -> Result<Events> {
            const auto aside =
                m_room->m_isOwners ? reader.whySetAside(run) : Result<std::optional<Error>>(std::nullopt);
            if (aside && *aside && (*aside)->args.contains("crashes"))
                return **aside;
            const journal::ReadingScope reading(run);
            return reader.events(run, since);
        });
    }

private:
    //! Where a copy was put back, the name belongs to another file, and what is open is the one that nobody writes any more.
    Result<void> reopenIfReplaced()
    {
        const auto file = journal::fileIdentity(journal::resolvedStorePath(m_path));
        const bool isGone = file == std::pair<quint64, quint64>(); // moved away: what is open can still be read
        if (m_reader && (isGone || file == m_file))
            return {};
        auto opened = journal::SqliteReader::open(m_path);
        if (!opened)
            return opened.error();
        const bool isAnother = m_reader != nullptr;
        m_reader = std::move(*opened);
        m_file = file;
        if (!isAnother)
            return {};
        m_runs.clear();
        m_usual.clear();
        m_counter = -1;
        if (auto ids = m_reader->changedSince(-1); ids && !ids->isEmpty())
            Q_EMIT m_room->changed(*ids);
        return {};
    }

    //! Durations change slowly: asked once in a while for each workflow.
    QHash<StepId, RunView::Usual> usual(journal::Reader& reader, const QString& workflow)
    {
        auto& entry = m_usual[workflow];
        if (entry.age.isValid() && entry.age.elapsed() < 30'000)
            return entry.usual;
        entry.age.start();
        entry.usual.clear();
        if (auto durations = reader.durations(workflow)) {
            for (auto& step : *durations) {
                if (step.ms.size() < kLeastForUsual)
                    continue;
                std::sort(step.ms.begin(), step.ms.end());
                entry.usual.insert(StepId(step.step),
                    {.median = Millis(journal::percentile(step.ms, 0.5).value_or(0)),
                        .p90 = Millis(journal::percentile(step.ms, 0.9).value_or(0))});
            }
        }
        return entry.usual;
    }

    //! The owner's, which a second window has to say as well: what is done there is refused.
    void lookForSafeMode()
    {
        const auto crashes = with<QList<journal::Crash>>([](journal::Reader& reader) { return reader.crashes(); });
        auto why = crashes ? conductor::safeMode(*crashes, {}) : std::nullopt;
        if (why == m_safeMode)
            return;
        m_safeMode = why;
        QMetaObject::invokeMethod(
            m_room,
            [room = m_room, why] {
                room->m_safeMode = why;
                Q_EMIT room->safeModeChanged();
            },
            Qt::QueuedConnection);
    }

    void lookForChanges()
    {
        lookForSafeMode();
        std::ignore = with<qint64>([&](journal::Reader& reader) -> Result<qint64> {
            auto counter = reader.changeCounter();
            if (!counter || *counter == m_counter)
                return counter;
            const qint64 before = std::exchange(m_counter, *counter);
            if (before >= 0) {
                if (auto ids = reader.changedSince(before); ids && !ids->isEmpty())
                    Q_EMIT m_room->changed(*ids);
            }
            return counter;
        });
    }

    QString m_path;
    ReadingRoom* m_room;
    std::unique_ptr<journal::SqliteReader> m_reader;
    std::pair<quint64, quint64> m_file; //!< what it reads
    QTimer* m_timer = nullptr;
    qint64 m_counter = -1;
    std::optional<Error> m_safeMode;
    QHash<RunId, Run> m_runs;
    struct Usual {
        QElapsedTimer age;
        QHash<StepId, RunView::Usual> usual;
    };
    QHash<QString, Usual> m_usual;
};

ReadingRoom::ReadingRoom(QString storePath, bool watchForChanges)
    : m_reader(new Reader(std::move(storePath), this))
    , m_isOwners(!watchForChanges)
{
    qRegisterMetaType<QList<RunId>>();
    m_thread.setObjectName("slipway-reader"_L1);
    m_reader->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_reader, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(m_reader, &guardThread, Qt::QueuedConnection);
    if (watchForChanges)
        QMetaObject::invokeMethod(
            m_reader, [reader = m_reader] { reader->watch(); }, Qt::QueuedConnection);
}

ReadingRoom::~ReadingRoom()
{
    m_thread.quit();
    m_thread.wait();
}

namespace {

template <class T, class F>
QFuture<Result<T>> ask(QObject* reader, F call)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto future = promise->future();
    QMetaObject::invokeMethod(
        reader,
        [promise, call = std::move(call)] {
            promise->addResult(call());
            promise->finish();
        },
        Qt::QueuedConnection);
    return future;
}

} // namespace

QFuture<Result<QList<RunSummary>>> ReadingRoom::runs(const RunQuery& query)
{
    ThreadDoor::enter(this, "the desk");
    return ask<QList<RunSummary>>(m_reader, [reader = m_reader, query] {
        return emptyWhereMissing(
            reader->with<QList<RunSummary>>([&](journal::Reader& journal) { return journal.runs(query); }));
    });
}

QFuture<Result<WorkflowStatistics>> ReadingRoom::statistics(const QString& workflow)
{
    ThreadDoor::enter(this, "the desk");
    return ask<WorkflowStatistics>(m_reader, [reader = m_reader, workflow] {
        return emptyWhereMissing(
            reader->with<WorkflowStatistics>([&](journal::Reader& journal) { return journal.statistics(workflow); }));
    });
}

QFuture<Result<RunView>> ReadingRoom::run(const RunId& run)
{
    ThreadDoor::enter(this, "the desk");
    return ask<RunView>(m_reader, [reader = m_reader, run] { return reader->view(run); });
}

QFuture<Result<RunId>> ReadingRoom::resolve(const QString& text)
{
    ThreadDoor::enter(this, "the desk");
    return ask<RunId>(m_reader, [reader = m_reader, text]() -> Result<RunId> {
        auto id = reader->with<RunId>([&](journal::Reader& journal) { return journal.resolve(text); });
        if (!id && id.error().code == errc::storeMissing)
            return Error{.code = errc::runUnknown, .args = {{"run", text.toStdString()}}};
        return id;
    });
}

QFuture<Result<Events>> ReadingRoom::events(const RunId& run, qint64 since)
{
    ThreadDoor::enter(this, "the desk");
    return ask<Events>(
        m_reader, [reader = m_reader, run, since] { return emptyWhereMissing(reader->events(run, since)); });
}

} // namespace slipway::desk
