// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/observer.h"

#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"
#include "conductor/watch_interval.h"

#include <QPromise>

namespace slipway::conductor {

namespace {

constexpr Millis kSlack{3'000};

constexpr Millis kLongestSlack{30'000};
constexpr Millis kLongestLimit{65 * 60'000}; // GitHub's reset is at most an hour away

constexpr Millis kNewsSettle{200}; // several news of one act come at once, and one look serves them

QString signatureOf(const steps::Reads& reads)
{
    QStringList parts;
    for (const auto& read : reads.github) {
        parts.append(github::keyOf(read));
        if (const auto* repository = std::get_if<github::ReadRepository>(&read))
            parts.append(repository->branches.join(u' '));
    }
    for (const auto& read : reads.http)
        parts.append(keyOf(read));
    return parts.join(u'\n');
}

} // namespace

Observer::Observer(github::GitHub* github, http::Http& http, Clock& clock, QObject* parent)
    : QObject(parent)
    , m_github(github)
    , m_http(http)
    , m_clock(clock)
    , m_jumps(clock)
    , m_seenSince(clock.now())
{ }

void Observer::noticeTime()
{
    const Millis by = m_jumps.take();
    if (by == Millis(0))
        return;
    qCInfo(logConductor) << "the clock was set by" << by.count() << "ms";
    ++m_timesSet;
    m_seen = {};
    m_seenSince = m_clock.now();
    for (auto& want : m_wants) {
        want.since = want.since + by;
        want.due = want.due + by;
        if (want.asked)
            want.asked = *want.asked + by;
    }
    m_tickAt = m_tickAt + by;
    m_tickFrom = m_tickFrom + by;
    m_watchFrom = m_watchFrom + by;
    m_news.clockWasSet(by);
    m_bars.clockWasSet(by);
    if (m_timerAt)
        m_timerAt = *m_timerAt + by;
    // What GitHub says about its limits is a moment of its clock.
    if (m_trouble && m_trouble->error.code != errc::githubRateLimited) {
        m_trouble->until = m_trouble->until + by;
    } else if (m_trouble) {
        tryAgainAt(m_trouble->until);
        schedule();
    }
    Q_EMIT clockWasSet(by);
}

void Observer::want(const Key& key, const steps::Reads& reads, Timestamp since, Timestamp due)
{
    noticeTime();
    const QString signature = signatureOf(reads);
    const auto present = m_wants.constFind(key);
    if (present != m_wants.constEnd() && present->signature == signature && present->asked && *present->asked >= since)
        return; // its request is under way
    const bool hasNews = m_lookAgain.remove(key);
    if (hasNews)
        due = std::min(due, m_clock.now() + kNewsSettle);
    const auto want = m_wants.insert(key,
        {.reads = reads,
            .signature = signature,
            .since = since,
            .due = due,
            .isWatch = due > m_clock.now(),
            .pause = due - m_clock.now(),
            .hasNews = hasNews});
    m_watchesChanged = true;
    scheduleFor(dueAt(*want));
}

//! What falls due first takes the others along, and the budget may put all of it off.
std::optional<Millis> Observer::watchesEvery() const
{
    if (!std::exchange(m_watchesChanged, false))
        return m_watchesEvery;
    std::optional<Millis> least;
    for (const Want& want : std::as_const(m_wants))
        if (want.isWatch && (!least || want.pause < *least))
            least = want.pause;
    if (least)
        m_watchesEvery = m_tickAt == Timestamp{} ? *least : std::max(*least, m_watchFrom - m_tickAt); // none yet
    return m_watchesEvery;
}

void Observer::forget(const Key& key)
{
    m_wants.remove(key);
    m_lookAgain.remove(key);
}

void Observer::forgetRun(const RunId& run)
{
    m_wants.removeIf([&](const auto& entry) { return entry.key().run == run; });
    m_lookAgain.removeIf([&](const Key& key) { return key.run == run; });
    Q_EMIT runForgotten(run);
}

void Observer::hurry(const RunId& run)
{
    for (auto want = m_wants.begin(); want != m_wants.end(); ++want)
        if (run.isEmpty() || want.key().run == run)
            hasten(*want);
    if (m_trouble) {
        m_trouble->until = m_clock.now();
        tryAgainAt(m_trouble->until); // writes wait as well
    }
    schedule();
}

void Observer::hasten(Want& want)
{
    const Timestamp now = m_clock.now();
    want.due = now;
    want.isWatch = false;
    m_bars.hasten(want.reads, now);
}

QFuture<Result<steps::Observation>> Observer::look(const Key& key, const steps::Reads& reads, Timestamp since)
{
    auto promise = std::make_shared<QPromise<Result<steps::Observation>>>();
    promise->start();
    auto* waiting = new QObject(this); // gone with the answer: what comes later concerns nobody
    const auto finish = [this, promise, key, waiting](const Result<steps::Observation>& result) {
        if (promise->future().isFinished())
            return;
        waiting->deleteLater();
        forget(key);
        promise->addResult(result);
        promise->finish();
    };
    if (m_trouble && m_trouble->error.code == errc::githubRateLimited && !mayAsk()) {
        finish(m_trouble->error);
        return promise->future();
    }
    connect(this, &Observer::answered, waiting, [this, key, finish](const QList<Key>& keys) {
        if (keys.contains(key))
            finish(m_seen);
    });
    connect(this, &Observer::troubleChanged, waiting, [this, key, finish] {
        if (const auto* trouble = troubleOf(key))
            finish(trouble->error);
    });
    // Whoever asked is told: a run that has ended meanwhile is not the one that was seen.
    connect(this, &Observer::runForgotten, waiting, [key, finish](const RunId& run) {
        if (run == key.run)
            finish(Error{.code = errc::commandStale});
    });
    want(key, reads, since, m_clock.now());
    if (const auto made = m_wants.find(key); made != m_wants.end() && (m_trouble || !m_bars.isEmpty())) {
        hasten(*made);
        if (m_trouble) {
            m_trouble->until = m_clock.now();
            tryAgainAt(m_trouble->until);
        }
        schedule();
    }
    return promise->future();
}

void Observer::hear(const QString& repository, const QString& pullRequest, bool isProven)
{
    const Timestamp now = m_clock.now();
    if (isProven)
        m_news.hear(repository, pullRequest, now);
    for (auto want = m_wants.begin(); want != m_wants.end(); ++want) {
        if (!m_news.concern(want->reads, repository, pullRequest))
            continue;
        if (want->asked)
            m_lookAgain.insert(want.key()); // the answer under way may be older than the news
        else
            want->due = std::min(want->due, now + kNewsSettle), want->hasNews = true;
    }
    schedule();
}

Timestamp Observer::earliestOf(const Want& want) const
{
    // What went out before would not answer it, and it would be asked twice.
    if (!want.isWatch)
        return want.since;
    return std::max(want.since, want.hasNews ? m_watchFrom : std::max(m_watchFrom, m_tickFrom));
}

Timestamp Observer::dueAt(const Want& want) const
{
    const Timestamp due = std::max(want.due, earliestOf(want));
    const auto* bar = m_bars.of(want.reads);
    return bar ? std::max(due, bar->until) : due;
}

const Trouble* Observer::troubleOf(const Key& key) const
{
    if (m_trouble)
        return &*m_trouble;
    const auto want = m_wants.constFind(key);
    return want == m_wants.constEnd() ? nullptr : m_bars.of(want->reads);
}

const Trouble* Observer::troubleOf(const RunId& run) const
{
    if (m_trouble || m_bars.isEmpty())
        return m_trouble ? &*m_trouble : nullptr;
    for (auto want = m_wants.cbegin(); want != m_wants.cend(); ++want)
        if (want.key().run == run)
            if (const auto* bar = m_bars.of(want->reads))
                return bar;
    return nullptr;
}

const Trouble* Observer::anyTrouble() const { return m_trouble ? &*m_trouble : m_bars.any(); }

//! A watch that is due soon joins this request instead of needing its own.
bool Observer::mayJoin(const Want& want, Timestamp now) const
{
    if (want.asked || now < earliestOf(want))
        return false;
    if (const auto* bar = m_bars.of(want.reads); bar && now < bar->until)
        return false;
    // Where one answer failed, others tell whether it is the way or that one question.
    if (m_trouble && isOfOneAnswer(m_trouble->error))
        return true;
    // Half of a short pause: those of equal length travel together from then on. Of a long one only its end, because to
    // look early costs as much as to look. Among many, whatever falls due before the next tick.
    const Millis part = std::min((want.due - want.since) / 2, m_clock.scaled(kLongestSlack));
    return want.due - now <= std::max(m_clock.scaled(areMany(m_together) ? kTick : kSlack), part);
}

void Observer::schedule()
{
    m_timerAt.reset();
    m_timer.cancel();
    std::optional<Timestamp> first;
    for (const auto& want : std::as_const(m_wants))
        if (!want.asked)
            first = first ? std::min(*first, dueAt(want)) : dueAt(want);
    if (first)
        scheduleFor(*first);
}

void Observer::scheduleFor(Timestamp moment)
{
    if (m_trouble)
        moment = std::max(moment, m_trouble->until);
    // The next turn of the event loop at the earliest: wants of one moment travel together.
    moment = std::max(moment, m_clock.now());
    if (m_timerAt && *m_timerAt <= moment)
        return;
    m_timerAt = moment;
    m_timer = m_clock.at(moment, this, [this] {
        m_timerAt.reset();
        ask();
    });
}

void Observer::ask()
{
    noticeTime();
    const Timestamp now = m_clock.now();
    if (m_trouble && now < m_trouble->until)
        return schedule();
    const bool anyDue = std::any_of(
        m_wants.cbegin(), m_wants.cend(), [&](const Want& want) { return !want.asked && dueAt(want) <= now; });
    if (!anyDue)
        return schedule();
    steps::Reads all;
    for (auto& want : m_wants) {
        if (!mayJoin(want, now))
            continue;
        want.asked = now;
        if (want.isWatch)
            m_tickAt = now;
        all.add(want.reads);
    }
    if (all.isEmpty()) {
        finish(); // wants without reads are answered by the mere look
        return schedule();
    }
    send(all, now);
    if (m_looksOut == 0)
        schedule(); // for those that did not join
}

void Observer::finish()
{
    m_seen.forgetBefore(m_clock.now() - std::max(snapshotAge(), m_clock.scaled(Millis(600'000), Millis(10'000))));
    QList<Key> answeredKeys;
    m_together = m_wants.size();
    for (auto want = m_wants.begin(); want != m_wants.end(); ++want) {
        if (!want->asked)
            continue;
        if (m_seen.answers(want->reads, want->since))
            answeredKeys.append(want.key());
        else if (!isUnderWay(want->reads))
            want->asked.reset(); // trouble: it is asked again
    }
    for (const auto& key : answeredKeys)
        m_wants.remove(key);
    if (!m_bars.isEmpty()) {
        QSet<QString> wanted;
        for (const auto& want : std::as_const(m_wants))
            for (const auto& read : want.reads.github)
                wanted.insert(github::keyOf(read));
        m_bars.keepOnly(wanted);
    }
    if (!answeredKeys.isEmpty())
        Q_EMIT answered(answeredKeys);
}

void Observer::report(const Error& error)
{
    noticeTime();
    // What is told by several requests of one moment is one failure.
    const bool again = m_trouble && m_clock.now() < m_trouble->until;
    if (again && m_trouble->error.code == error.code && error.code != errc::githubRateLimited)
        return;
    const int count = (m_trouble ? m_trouble->count : 0) + (again ? 0 : 1);
    Timestamp until = m_clock.now() + m_clock.scaled(backOff(count, kLongestBackOff));
    // What GitHub says about its limits is a moment of its clock, not a duration of ours.
    if (const auto told = Timestamp::fromIso(textAt(error.args, "until"));
        told && error.code == errc::githubRateLimited)
        until = *told;
    setTrouble({.error = error, .until = until, .count = count});
}

void Observer::resumeLimit(const Error& error, Timestamp until)
{
    if (error.code != errc::githubRateLimited || until <= m_clock.now() || until > m_clock.now() + kLongestLimit)
        return;
    if (!m_trouble || m_trouble->until < until)
        setTrouble({.error = error, .until = until, .count = 1});
}

void Observer::setTrouble(Trouble trouble)
{
    m_trouble = std::move(trouble);
    qCInfo(logConductor) << "trouble" << m_trouble->error.code << "next try" << m_trouble->until.toIso();
    tryAgainAt(m_trouble->until);
    Q_EMIT troubleChanged();
}

void Observer::tryAgainAt(Timestamp moment)
{
    m_troubleTimer = m_clock.at(moment, this, [this] {
        noticeTime();
        Q_EMIT retryNow();
        schedule();
    });
}

void Observer::reportSuccess()
{
    // What was sent before a limit and answered after it says nothing about the limit.
    if (!m_trouble || (m_trouble->error.code == errc::githubRateLimited && m_clock.now() < m_trouble->until))
        return;
    m_trouble.reset();
    m_troubleTimer.cancel();
    const bool readsFailed = std::exchange(m_readsFailed, false);
    Q_EMIT troubleChanged();
    Q_EMIT retryNow();
    if (readsFailed)
        Q_EMIT readsPassAgain();
}

} // namespace slipway::conductor
