// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor/observer.h"

#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"
#include "base/when_done.h"
#include "conductor/http_port.h"
#include "conductor/watch_interval.h"

#include <QPromise>

namespace slipway::conductor {

namespace {

constexpr int kSuspectAfter = 3; //!< documents in a row without an answer: one part may spoil the rest
constexpr Millis kSlack{3'000};
constexpr Millis kTick{10'000}; // with a request's time: seen within 15 s
constexpr Millis kLongestSlack{30'000};
constexpr Millis kLongestLimit{65 * 60'000}; // GitHub's reset is at most an hour away

constexpr Millis kNewsSettle{200}; // several news of one act come at once, and one look serves them
constexpr Millis kNewsFresh{5'000};
constexpr Millis kNewsAge{30 * 60'000}; // silent for so long: the webhook may have been switched off
constexpr qsizetype kMostHeard = 10'000;

//! Repository (lower case), organisation or node id that a read is about: the second part of its key.
QString whomOf(const github::Read& read) { return github::keyOf(read).section(u'\n', 1, 1); }

Result<steps::HttpAnswer> toAnswer(const http::Exchange& exchange)
{
    if (const auto* failure = std::get_if<http::Failure>(&exchange))
        return failure->error;
    const auto& response = std::get<http::Response>(exchange);
    steps::HttpAnswer answer{.status = response.status};
    if (auto body = parseJson(response.body))
        answer.body = std::move(*body);
    return answer;
}

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
{ }

void Observer::want(const Key& key, const steps::Reads& reads, Timestamp since, Timestamp due)
{
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
            .hasNews = hasNews});
    scheduleFor(dueAt(*want));
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
    if (m_barred.isEmpty())
        return;
    for (const auto& read : std::as_const(want.reads.github))
        if (const auto bar = m_barred.find(github::keyOf(read)); bar != m_barred.end())
            bar->until = std::min(bar->until, now);
}

QFuture<Result<void>> Observer::look(const Key& key, const steps::Reads& reads, Timestamp since)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    auto* waiting = new QObject(this); // gone with the answer: what comes later concerns nobody
    const auto finish = [this, promise, key, waiting](const Result<void>& result) {
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
    connect(this, &Observer::answered, waiting, [key, finish](const QList<Key>& keys) {
        if (keys.contains(key))
            finish({});
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
    if (const auto made = m_wants.find(key); made != m_wants.end() && (m_trouble || !m_barred.isEmpty())) {
        hasten(*made);
        if (m_trouble) {
            m_trouble->until = m_clock.now();
            tryAgainAt(m_trouble->until);
        }
        schedule();
    }
    return promise->future();
}

bool Observer::concerns(const steps::Reads& reads, const QString& repository, const QString& pullRequest) const
{
    return std::any_of(reads.github.begin(), reads.github.end(), [&](const github::Read& read) {
        const QString whom = whomOf(read);
        return whom == repository || (!pullRequest.isEmpty() && whom == pullRequest)
            || m_repositoryOf.value(whom) == repository;
    });
}

void Observer::hear(const QString& repository, const QString& pullRequest, bool isProven)
{
    const QString name = repository.toLower();
    const Timestamp now = m_clock.now();
    if (m_heard.size() > kMostHeard) { // a token that sees very many: begin anew, looking is what counts
        m_heard.clear();
        m_repositoryOf.clear();
    }
    if (isProven)
        m_heard.insert(name, now);
    if (!pullRequest.isEmpty() && isProven) {
        m_heard.insert(pullRequest, now);
        m_repositoryOf.insert(pullRequest, name);
    }
    for (auto want = m_wants.begin(); want != m_wants.end(); ++want) {
        if (!concerns(want->reads, name, pullRequest))
            continue;
        if (want->asked)
            m_lookAgain.insert(want.key()); // the answer under way may be older than the news
        else
            want->due = std::min(want->due, now + kNewsSettle), want->hasNews = true;
    }
    schedule();
}

bool Observer::newsFlow(const steps::Reads& reads) const
{
    const Timestamp now = m_clock.now();
    const auto flows = [&](const github::Read& read) {
        const auto at = m_heard.constFind(whomOf(read));
        if (at == m_heard.constEnd())
            return false;
        const Millis ago = now - *at;
        // Right after news one more look at the usual pace: GitHub's answers can lag behind its news.
        return ago > m_clock.scaled(kNewsFresh) && ago < m_clock.scaled(kNewsAge);
    };
    return !reads.github.isEmpty() && reads.http.isEmpty()
        && std::all_of(reads.github.begin(), reads.github.end(), flows);
}

Timestamp Observer::earliestOf(const Want& want) const
{
    if (!want.isWatch)
        return {};
    return want.hasNews ? m_watchFrom : std::max(m_watchFrom, m_tickFrom);
}

Timestamp Observer::dueAt(const Want& want) const
{
    const Timestamp due = std::max(want.due, earliestOf(want));
    const auto* bar = barOf(want.reads);
    return bar ? std::max(due, bar->until) : due;
}

//! Of all that stands in the way of these reads what lasts longest.
const Trouble* Observer::barOf(const steps::Reads& reads) const
{
    const Trouble* longest = nullptr;
    if (m_barred.isEmpty())
        return longest;
    for (const auto& read : reads.github)
        if (const auto bar = m_barred.constFind(github::keyOf(read));
            bar != m_barred.constEnd() && (!longest || longest->until < bar->until))
            longest = &*bar;
    return longest;
}

const Trouble* Observer::troubleOf(const Key& key) const
{
    if (m_trouble)
        return &*m_trouble;
    const auto want = m_wants.constFind(key);
    return want == m_wants.constEnd() ? nullptr : barOf(want->reads);
}

const Trouble* Observer::troubleOf(const RunId& run) const
{
    if (m_trouble || m_barred.isEmpty())
        return m_trouble ? &*m_trouble : nullptr;
    for (auto want = m_wants.cbegin(); want != m_wants.cend(); ++want)
        if (want.key().run == run)
            if (const auto* bar = barOf(want->reads))
                return bar;
    return nullptr;
}

const Trouble* Observer::anyTrouble() const
{
    if (m_trouble)
        return &*m_trouble;
    return m_barred.isEmpty() ? nullptr : &*m_barred.constBegin();
}

//! A watch that is due soon joins this request instead of needing its own.
bool Observer::mayJoin(const Want& want, Timestamp now) const
{
    if (want.asked || now < earliestOf(want))
        return false;
    if (const auto* bar = barOf(want.reads); bar && now < bar->until)
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
}

void Observer::send(const steps::Reads& all, Timestamp now)
{
    ++m_underWay;
    const auto parts = documents(all.github);
    auto answers = std::make_shared<Answers>();
    answers->open = int(all.http.size() + parts.size());
    const auto before = m_github ? m_github->spent() : github::Spent{};
    const auto one = [this, answers, before, now] {
        if (--answers->open > 0)
            return finish(); // who has all that was asked for need not wait for a service that is slow
        --m_underWay;
        m_lastReadAt = m_clock.now();
        pace(before, now);
        judge(*answers);
        finish();
        schedule();
    };
    for (const auto& part : parts) {
        auto future = m_github ? m_github->read(part) : [&] {
            QList<github::ReadAnswer> none;
            for (const auto& read : part)
                none.append({read, Error{.code = errc::notConnected}, now});
            return QtFuture::makeReadyFuture(none);
        }();
        whenDone(future, this, [this, one, answers](const QList<github::ReadAnswer>& answered) {
            for (const auto& answer : answered) {
                if (!answer.answer && steps::isTrouble(answer.answer.error())) {
                    answers->failed.append({answer.read, answer.answer.error()});
                    continue; // what was known stays known
                }
                answers->any = true;
                if (m_barred.remove(github::keyOf(answer.read)))
                    answers->lifted = true;
                m_seen.add(answer.read, answer.answer, answer.at);
            }
            one();
        });
    }
    for (const auto& read : std::as_const(all.http)) {
        auto request = requestFor(read, m_vault);
        if (!request) {
            m_seen.add(read, request.error(), now);
            QMetaObject::invokeMethod(this, one, Qt::QueuedConnection);
            continue;
        }
        whenDone(m_http.read(std::move(*request)), this, [this, one, read, now](const http::Exchange& exchange) {
            auto answer = toAnswer(exchange);
            m_seen.add(read, answer ? std::move(answer) : hidden(answer.error(), read, m_vault), now);
            one();
        });
    }
}

//! What travels in one document. Where one read spoils the others' answer the two halves find out which: what was barred
//! before travels by itself.
QList<QList<github::Read>> Observer::documents(const QList<github::Read>& reads) const
{
    QList<github::Read> free, barred;
    for (const auto& read : reads)
        (m_barred.contains(github::keyOf(read)) ? barred : free).append(read);
    const auto halves = [](const QList<github::Read>& whole) {
        const auto half = whole.size() / 2;
        return half == 0 ? QList<QList<github::Read>>{whole}
                         : QList<QList<github::Read>>{whole.first(half), whole.sliced(half)};
    };
    const bool suspect = m_trouble && m_trouble->count >= kSuspectAfter && isOfOneAnswer(m_trouble->error);
    auto parts = halves(barred);
    parts += suspect ? halves(free) : QList<QList<github::Read>>{free};
    parts.removeIf([](const auto& part) { return part.isEmpty(); });
    return parts;
}

//! Tells trouble of the way, which bars everything, from that of single reads, which bars only whoever wants them.
void Observer::judge(const Answers& answers)
{
    const bool known = std::all_of(answers.failed.begin(), answers.failed.end(),
        [&](const auto& failed) { return m_barred.contains(github::keyOf(failed.first)); });
    const Error* way = nullptr;
    bool reached = answers.any, barred = answers.lifted;
    for (const auto& [read, error] : answers.failed) {
        const bool ofTheRead = isLocal(error) || (isOfOneAnswer(error) && (answers.any || known));
        reached = reached || isLocal(error);
        if (!ofTheRead) {
            way = &error;
            continue;
        }
        bar(read, error);
        barred = true;
    }
    if (way) {
        m_readsFailed = true;
        report(*way);
    } else if (reached) {
        reportSuccess();
    }
    if (barred)
        Q_EMIT troubleChanged();
}

QString Observer::organisationOf(const github::Read& read) const
{
    QString whom = whomOf(read);
    if (std::holds_alternative<github::WatchPullRequest>(read)
        || std::holds_alternative<github::ExplainPullRequest>(read))
        whom = m_repositoryOf.value(whom);
    return whom.section(u'/', 0, 0);
}

void Observer::bar(const github::Read& read, const Error& error)
{
    const Timestamp now = m_clock.now();
    auto& bar = m_barred[github::keyOf(read)];
    if (bar.count > 0 && now < bar.until)
        return; // asked for twice in one look
    ++bar.count;
    bar.error = naming(error, organisationOf(read));
    bar.until = now + m_clock.scaled(backOff(bar.count, kLongestBackOff));
    qCInfo(logConductor) << "a read is barred" << error.code << "next try" << bar.until.toIso();
}

//! By what this look cost, when the next one may be made so that the budget lasts.
void Observer::pace(const github::Spent& before, Timestamp asked)
{
    if (!m_github)
        return;
    const auto spent = m_github->spent();
    const auto pause = [&](const char* resource, qint64 cost) {
        const auto budget = m_github->budget(resource);
        if (!budget.limit || !budget.remaining || !budget.resetsAt)
            return Millis(0);
        return watchPause({*budget.limit, *budget.remaining, *budget.resetsAt - m_clock.now()}, cost);
    };
    const Timestamp lasting = asked
        + std::max(pause("graphql", spent.points - before.points), pause("core", spent.requests - before.requests));
    m_watchFrom = lasting;
    // Of hundreds some are always due: they wait for the next tick and travel together, in documents that are full.
    m_tickFrom = areMany(m_together) ? m_tickAt + m_clock.scaled(kTick) : Timestamp{};
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
        else if (m_underWay == 0)
            want->asked.reset(); // trouble: it is asked again
    }
    for (const auto& key : answeredKeys)
        m_wants.remove(key);
    if (!m_barred.isEmpty()) { // what nobody wants any more bars nobody
        QSet<QString> wanted;
        for (const auto& want : std::as_const(m_wants))
            for (const auto& read : want.reads.github)
                wanted.insert(github::keyOf(read));
        m_barred.removeIf([&](const auto& bar) { return !wanted.contains(bar.key()); });
    }
    if (!answeredKeys.isEmpty())
        Q_EMIT answered(answeredKeys);
}

void Observer::report(const Error& error)
{
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
