// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulated_day.h"

#include "base/text.h"
#include "lanes_workflow.h"
#include "steps/kinds.h"
#include "workflow/fold.h"
#include "workflow/handle.h"

#include <QEventLoop>

#include <cmath>

namespace simulation {

namespace {

constexpr Millis kHour{3'600'000};
constexpr Millis kDay = kHour * 24;
constexpr Millis kSettling{300'000};
constexpr Timestamp kMidnight{1'768'435'200'000}; // 2026-01-15T00:00:00Z

const QStringList& laneNames()
{
    static const QStringList names{u"cdp-app-config"_s, u"tf-svc"_s, u"cdp-nginx-upstreams"_s};
    return names;
}

} // namespace

Engine::Engine(Timestamp start)
    : clock(start)
    , http(clock)
{
    auto opened = journal::SqliteStore::open({m_folder.filePath(u"s/store.db"_s), u"simulation"_s}, clock);
    if (!opened)
        qFatal("no store: %s", toBytes(toJson(opened.error())).constData());
    m_store = std::move(*opened);
    m_github = std::make_unique<github::GitHub>(
        http, clock, github::Connection{QUrl(u"https://api.github.com"_s), Secret("not-a-token")});
    m_conductor = std::make_unique<conductor::Conductor>(
        *m_store, m_github.get(), http, clock, steps::kindRules(), conductor::Conductor::Mode::Drive);
}

Engine::~Engine()
{
    // What answers ends before whoever waits for an answer.
    m_conductor.reset();
    m_github.reset();
}

void Engine::settle()
{
    QEventLoop loop;
    while (loop.processEvents(QEventLoop::AllEvents)) { }
}

void Engine::runUntil(Timestamp moment)
{
    settle();
    while (true) {
        const auto next = clock.next();
        if (!next || *next > moment)
            break;
        clock.advance(*next - clock.now());
        settle();
    }
    clock.advance(moment - clock.now());
    settle();
}

void Engine::at(Timestamp moment, std::function<void()> call)
{
    m_timers.push_back(clock.at(moment, &m_context, std::move(call)));
}

void Engine::start(const RunId& run, const QString& name, const Json& workflow)
{
    submit(run, StartRun{.workflow = workflow, .inputs = {{"name", name.toStdString()}}});
}

void Engine::submit(const RunId& run, const Command& command)
{
    m_conductor->submit({.id = newCommandId(), .run = run, .actor = u"mia"_s, .at = clock.now(), .command = command})
        .then(&m_context, [](const Result<qint64>& taken) {
            if (!taken)
                qFatal("refused: %s", toBytes(toJson(taken.error())).constData());
        });
}

Events Engine::events(const RunId& run) const
{
    auto events = m_store->events(run).result();
    return events ? *events : Events{};
}

int Engine::openRuns() const
{
    const auto runs = m_store->openRuns().result();
    return runs ? int(runs->size()) : -1;
}

QHash<QString, conductor::UsualTime> Engine::usualTimes(const QString& workflow) const
{
    QHash<QString, conductor::UsualTime> all;
    if (const auto durations = m_store->durations(workflow).result())
        for (const auto& step : *durations)
            if (const auto usual = conductor::usualTime(step.ms))
                all.insert(step.step, *usual);
    return all;
}

qint64 Day::busiestHour() const
{
    qint64 most = 0;
    for (const auto& [hour, counted] : hours)
        most = std::max(most, counted.points);
    return most;
}

qint64 Day::quietHour() const
{
    const auto found = hours.find(3);
    return found == hours.end() ? 0 : found->second.points;
}

namespace {

//! People's and machines' habits, drawn from a seed. Only own arithmetic on the generator: distributions of the standard
//! library differ between libraries.
class Habits {
public:
    explicit Habits(quint64 seed)
        : m_random(seed)
    { }

    double uniform() { return double(m_random() >> 11) / 9007199254740992.0; }
    Millis between(Millis from, Millis to) { return from + Millis(qint64(uniform() * double((to - from).count()))); }

    //! A review comes within the hour, within the day or only on another day, in office hours.
    Fate fateOf(Timestamp raisedAt, bool isFresh)
    {
        Fate fate{.checks = between(Millis(40'000), Millis(240'000)),
            .reviewRequired = true,
            .workflow = between(Millis(60'000), Millis(480'000))};
        const double kind = isFresh ? uniform() : 1;
        const Millis until = kind < 0.4 ? between(Millis(300'000), kHour)
            : kind < 0.7                ? between(kHour, kHour * 5)
                                        : between(kDay, kDay * 5);
        fate.review = inOfficeHours(raisedAt + until) - raisedAt;
        return fate;
    }

    Timestamp inOfficeHours(Timestamp moment)
    {
        const auto inDay = Millis(moment.ms % kDay.count());
        if (inDay < kHour * 8)
            return moment + (kHour * 8 - inDay) + between(Millis(0), kHour * 2);
        if (inDay > kHour * 18)
            return moment + (kDay - inDay) + kHour * 8 + between(Millis(0), kHour * 2);
        return moment;
    }

private:
    std::mt19937_64 m_random;
};

//! What was known of usual times, from minute to minute: the engine asks the journal every ten minutes.
class KnownTimes {
public:
    explicit KnownTimes(Engine& engine)
        : m_engine(engine)
    { }

    void writeDown(Timestamp from, Timestamp to)
    {
        for (auto moment = from; moment <= to; moment = moment + kEach)
            m_engine.at(moment, [this, moment] { m_known[moment] = m_engine.usualTimes(u"lanes"_s); });
    }

    //! By whatever the engine could go by at that moment: what it read then, or up to ten minutes and a look earlier.
    bool isUsual(const StepId& step, Timestamp waitedFrom, Timestamp moment) const
    {
        const Millis waited = moment - waitedFrom;
        return std::all_of(m_known.lower_bound(moment - kOldest), m_known.upper_bound(moment), [&](const auto& known) {
            auto usual =
                known.second.value(step.text(), conductor::UsualTime{Millis(0), kHour * 4}); // else as for reviews
            usual.late = std::min(usual.late, kHour * 8);
            return waited >= usual.early / 2 && waited <= usual.late;
        });
    }

private:
    static constexpr Millis kEach{60'000}, kOldest{12 * 60'000};
    Engine& m_engine;
    std::map<Timestamp, QHash<QString, conductor::UsualTime>> m_known;
};

void measureDelays(const Engine& engine, const KnownTimes& known, const QList<RunId>& runs, Timestamp from, Day& day)
{
    const Timestamp end = engine.clock.now();
    for (const auto& [id, pull] : engine.http.pulls())
        if (const auto at = pull.mergedAt(); at && *at >= from && *at <= end)
            ++day.merges;
    for (const auto& run : runs) {
        const auto folded = fold(Run{}, engine.events(run), steps::kindRules());
        if (!folded || !folded->workflow)
            continue; // the day ended before it began
        for (const auto& lane : laneNames()) {
            const auto* pull = engine.http.pullOf(
                u"DEFRA/"_s + lane, integerAt(folded->step(StepId(lane + u"-raise"_s))->outputs, "number"));
            const auto at = pull ? pull->mergedAt() : std::nullopt;
            if (!at || *at < from || *at > end)
                continue;
            const auto& step = *folded->step(StepId(lane + u"-merged"_s));
            const auto* attempt = step.attempt();
            const auto seenAt = attempt && step.state == StepState::Succeeded ? attempt->endedAt : std::nullopt;
            const bool isUsual = known.isUsual(step.id, attempt ? attempt->startedAt : *at, *at);
            (isUsual ? day.delays : day.lateDelays).append((seenAt.value_or(end) - *at).count());
        }
    }
    std::sort(day.delays.begin(), day.delays.end());
    std::sort(day.lateDelays.begin(), day.lateDelays.end());
}

void count(const Engine& engine, const KnownTimes& known, const QList<RunId>& runs, Timestamp from, Day& day)
{
    day.ended = int(runs.size()) - engine.openRuns();
    for (const auto& [hour, counters] : engine.http.hours())
        day.hours[hour] = {counters.reads, counters.writes, counters.points};
    const auto total = engine.http.total();
    day.reads = total.reads;
    day.writes = total.writes;
    day.points = total.points;
    day.limited = total.limited;
    measureDelays(engine, known, runs, from, day);
}

RunId nameOf(qsizetype number) { return RunId(u"01JD%1"_s.arg(number, 22, 10, QLatin1Char('0'))); }

} // namespace

double secondsAt(const QList<qint64>& sorted, double part)
{
    if (sorted.isEmpty())
        return 0;
    return double(sorted[qsizetype(std::ceil(double(sorted.size() - 1) * part))]) / 1000.0;
}

Day simulateDay(const DayOptions& options)
{
    Day day;
    Engine engine(kMidnight - kDay + kHour * 8);
    engine.http.hourlyPoints = options.hourlyPoints;
    Habits habits(options.seed);
    engine.http.fate = [&](const QString&) {
        return habits.fateOf(engine.clock.now(), engine.clock.now() >= kMidnight);
    };
    const auto workflow = lanesWorkflow(laneNames());
    QList<RunId> runs;
    const auto startOne = [&] {
        const auto number = runs.size() + 1;
        runs.append(nameOf(number));
        engine.start(runs.last(), u"service-%1"_s.arg(number), workflow);
    };
    // Until midnight they are put aside: what their first evening costs is not what is asked.
    const int overnight = options.runs > 1 ? options.runs : 0;
    for (int i = 0; i < overnight; ++i) {
        const auto moment = kMidnight - kDay + kHour * 8 + kHour * 10 * i / overnight;
        engine.at(moment, startOne);
        engine.at(moment + Millis(120'000), [&, i] { engine.submit(runs[i], PauseRun{}); });
    }
    engine.runUntil(kMidnight - Millis(1'000));
    for (const auto& run : std::as_const(runs))
        engine.submit(run, ResumeRun{});
    engine.runUntil(kMidnight);
    day.open = engine.openRuns();
    KnownTimes known(engine);
    known.writeDown(kMidnight, kMidnight + options.length);
    const int before = int(runs.size());
    engine.http.countFrom(kMidnight);
    const int anHour = (options.runs + 49) / 50;
    for (int hour = 8; hour < 18; ++hour)
        for (int i = 0; i < anHour && (overnight > 0 || hour == 9); ++i)
            engine.at(kMidnight + kHour * hour + kHour * i / anHour, startOne);
    engine.runUntil(kMidnight + options.length);
    day.started = int(runs.size()) - before;
    count(engine, known, runs, kMidnight, day);
    return day;
}

Day simulateRush(const RushOptions& options)
{
    constexpr Millis kFirst = kHour / 3, kLast = kHour * 23 / 6; // a review comes between them
    const Millis open = kLast; // the last of three may be the last of all
    const auto between = [&](qint64 number) { return open * number / options.runs; };
    const Timestamp awake = kMidnight + kHour * 12, begin = awake - kLast, from = awake + kSettling;
    Day day;
    Engine engine(begin);
    Habits habits(options.seed);
    engine.http.fate = [&](const QString&) {
        return Fate{.checks = habits.between(Millis(40'000), Millis(240'000)),
            .review = habits.between(std::max(kFirst, awake - engine.clock.now()), kLast),
            .reviewRequired = true,
            .workflow = habits.between(Millis(60'000), Millis(480'000))};
    };
    const auto workflow = lanesWorkflow(laneNames());
    QList<RunId> runs;
    const auto startOne = [&] {
        runs.append(nameOf(runs.size() + 1));
        engine.start(runs.last(), u"service-%1"_s.arg(runs.size()), workflow);
    };
    // Put aside until shortly before, because what the way there costs is not what is asked. Nothing is reviewed until then:
    // all of them are open, and none is seen merged long after it was, which would be taken for how long it takes.
    const auto isPutAside = [&](qint64 i) { return begin + between(i) + Millis(120'000) < awake; };
    qint64 putAside = 0;
    for (qint64 i = 0; begin + between(i) < from + options.length; ++i) {
        const auto moment = begin + between(i);
        engine.at(moment, startOne);
        if (isPutAside(i)) {
            engine.at(moment + Millis(120'000), [&, i] { engine.submit(runs[i], PauseRun{}); });
            ++putAside;
        }
    }
    engine.runUntil(awake);
    KnownTimes known(engine);
    known.writeDown(awake, from + options.length);
    for (qint64 i = 0; i < putAside; ++i)
        engine.submit(runs[i], ResumeRun{});
    engine.runUntil(from);
    day.open = engine.openRuns();
    const int before = int(runs.size());
    engine.http.countFrom(from);
    engine.runUntil(from + options.length);
    day.started = int(runs.size()) - before;
    count(engine, known, runs, from, day);
    return day;
}

} // namespace simulation
